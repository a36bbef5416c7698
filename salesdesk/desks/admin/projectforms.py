"""The small forms about projects: a new one, and a pre-sale permit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from salesdesk.desks.admin.peopleforms import FormDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import DateField
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.commands import CreateProject, RecordPermit
from salesdesk.office.inventory.sheets import ProjectCard

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
    """A pre-sale permit, with the buildings it covers."""

    def __init__(
        self, link: Link, project: ProjectCard, buildings: tuple[str, ...], parent: QWidget
    ) -> None:
        title = self.tr("Pre-sale permit for {project}").format(project=project.name)
        super().__init__(link, title, self.tr("Record"), parent)
        self._project = project
        self.number = self.form.add(
            "permit number", self.tr("Permit number"), QLineEdit(), needed=True
        )
        self.first = self.number
        self.number.setPlaceholderText("深房许字（2026）南山001号")
        self.form.add("authority", self.tr("Authority"), QLineEdit())
        self.issued = self.form.add("issued on", self.tr("Issued on"), DateField())
        self.form.add("supervised account", self.tr("Supervised account"), QLineEdit())
        self.covered = QTreeWidget()
        self.covered.setHeaderHidden(True)
        self.covered.setRootIsDecorated(False)
        self.boxes = [QTreeWidgetItem(self.covered, [name]) for name in buildings]
        for box in self.boxes:
            box.setFlags(box.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            box.setCheckState(0, Qt.CheckState.Checked)
        self.covered.setFixedHeight(_ROW * min(_MOST_SHOWN, max(1, len(buildings))) + 8)
        self.form.add("building", self.tr("It covers these buildings"), self.covered)
        self.form.show_field("building", shown=bool(buildings))

    def buildings(self) -> tuple[str, ...]:
        """Give the names that are ticked."""
        ticked = [box for box in self.boxes if box.checkState(0) == Qt.CheckState.Checked]
        return tuple(box.text(0) for box in ticked)

    @override
    def send(self) -> None:
        """Record the permit."""
        self.form.right()
        if self.issued.wrong():
            self.form.wrong("issued on", self.tr("This is no day; write it as 2026-03-01."))
            return
        chosen = self.buildings()
        if self.boxes and not chosen:
            self.form.wrong("building", self.tr("Tick at least one building."))
            return
        command = RecordPermit(
            number=self.form.text("permit number"),
            project=ProjectId(self._project.id),
            authority=self.form.text("authority"),
            issued_on=self.issued.day(),
            buildings=chosen,
            account=self.form.text("supervised account"),
        )
        self.sending.send(command, self.well, self.form.refuse)
