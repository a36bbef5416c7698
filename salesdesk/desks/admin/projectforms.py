"""The small forms about projects: a new one, a pre-sale permit, its correction and its end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from salesdesk.desks.admin.peopleforms import FormDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import DateField
from salesdesk.kernel.keys import PermitId, ProjectId
from salesdesk.office.inventory.commands import CreateProject
from salesdesk.office.inventory.permitting import CorrectPermit, RecordPermit, WithdrawPermit
from salesdesk.office.inventory.sheets import PermitLine, ProjectCard

_MOST_SHOWN = 6
_ROW = 21


class CreateForm(FormDialog):
    """A new project."""

    def __init__(self, link: Link, parent: QWidget) -> None:
        action = self.tr("Create")
        super().__init__(link, self.tr("Create a project"), action, parent)
        self.name = self.form.add("project", self.tr("Name"), QLineEdit(), needed=True)
        self.first = self.name
        self.form.add("company", self.tr("Company"), QLineEdit())
        self.form.add("address", self.tr("Address"), QLineEdit())
        self.form.add("phone", self.tr("Phone"), QLineEdit())

    @override
    def send(self) -> None:
        """Create the project."""
        self.form.right()
        command = CreateProject(
            name=self.form.text("project"),
            company=self.form.text("company"),
            address=self.form.text("address"),
            phone=self.form.text("phone"),
        )
        self.sending.send(command, self.well, self.form.refuse)


class PermitForm(FormDialog):
    """A pre-sale permit, with the buildings it covers: a new one, or *permit* to be corrected."""

    def __init__(
        self,
        link: Link,
        project: ProjectCard,
        buildings: tuple[str, ...],
        parent: QWidget,
        permit: PermitLine | None = None,
    ) -> None:
        title = self.tr("Pre-sale permit for {project}").format(project=project.name)
        action = self.tr("Record") if permit is None else self.tr("Correct")
        super().__init__(link, title, action, parent)
        self._project, self._permit = project, permit
        self.number = self.form.add(
            "permit number", self.tr("Permit number"), QLineEdit(), needed=True
        )
        self.first = self.number
        self.number.setPlaceholderText("深房许字（2026）南山001号")
        self.authority = self.form.add("authority", self.tr("Authority"), QLineEdit(), needed=True)
        self.issued = self.form.add("issued on", self.tr("Issued on"), DateField(), needed=True)
        self.account = self.form.add(
            "supervised account", self.tr("Supervised account"), QLineEdit()
        )
        self.covered = QTreeWidget()
        self.covered.setHeaderHidden(True)
        self.covered.setRootIsDecorated(False)
        self.boxes = [QTreeWidgetItem(self.covered, [name]) for name in buildings]
        for box in self.boxes:
            box.setFlags(box.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = permit is None or box.text(0) in permit.buildings
            box.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.covered.setFixedHeight(_ROW * min(_MOST_SHOWN, max(1, len(buildings))) + 8)
        self.form.add("building", self.tr("It covers these buildings"), self.covered)
        self.form.show_field("building", shown=bool(buildings))
        self.reason = self.form.add(
            "reason", self.tr("Why it is corrected"), QLineEdit(), needed=True
        )
        self.form.show_field("reason", shown=permit is not None)
        if permit is not None:
            self.number.setText(permit.number)
            self.authority.setText(permit.authority)
            self.account.setText(permit.account)
            if permit.issued_on is not None:
                self.issued.setText(permit.issued_on.isoformat())

    def buildings(self) -> tuple[str, ...]:
        """Give the names that are ticked."""
        ticked = [box for box in self.boxes if box.checkState(0) == Qt.CheckState.Checked]
        return tuple(box.text(0) for box in ticked)

    @override
    def send(self) -> None:
        """Record the permit, or correct it."""
        self.form.right()
        day = self.issued.day()
        if day is None and not self.issued.wrong():
            self.form.wrong("issued on", self.tr("Enter the day on which it was issued."))
            return
        if day is None:
            self.form.wrong("issued on", self.tr("This is no day; write it as 2026-03-01."))
            return
        chosen = self.buildings()
        if self.boxes and not chosen:
            self.form.wrong("building", self.tr("Tick at least one building."))
            return
        number, authority = self.form.text("permit number"), self.form.text("authority")
        account = self.form.text("supervised account")
        if self._permit is not None:
            correction = CorrectPermit(
                permit=PermitId(self._permit.id), reason=self.form.text("reason"), number=number,
                authority=authority, issued_on=day, account=account, buildings=chosen,
            )  # fmt: skip
            self.sending.send(correction, self.well, self.form.refuse)
            return
        command = RecordPermit(
            number=number, project=ProjectId(self._project.id), authority=authority,
            issued_on=day, buildings=chosen, account=account,
        )  # fmt: skip
        self.sending.send(command, self.well, self.form.refuse)


class WithdrawForm(FormDialog):
    """A permit that was recorded wrongly goes: why, and what becomes of its units on sale."""

    def __init__(self, link: Link, permit: PermitLine, parent: QWidget) -> None:
        title = self.tr("Withdraw the permit {number}").format(number=permit.number)
        detail = self.tr(
            "It covers nothing any more; its record stays. Units that are somebody's keep it here."
        )
        super().__init__(link, title, self.tr("Withdraw"), parent, detail)
        self._permit = permit
        self.reason = self.form.add("reason", self.tr("Reason"), QLineEdit(), needed=True)
        self.first = self.reason
        self.off = QCheckBox(self.tr("Take its units that are on sale off sale too"))
        self.form.add("take_off", self.tr("Units on sale"), self.off)

    @override
    def send(self) -> None:
        """Withdraw the permit."""
        self.form.right()
        command = WithdrawPermit(
            permit=PermitId(self._permit.id),
            reason=self.form.text("reason"),
            take_off=self.off.isChecked(),
        )
        self.sending.send(command, self.well, self.form.refuse)
