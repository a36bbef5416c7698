"""The small forms about people, and the slip with a one-time password."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.admin.words import ROLE_MEANINGS, word
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.columns import Kind, TableSheet
from salesdesk.desks.widgets.fields import copy_text
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.desks.wording import say
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import PersonId
from salesdesk.office.customers.commands import ChangeRole, PersonLeaves
from salesdesk.office.staff.commands import AddPerson
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.sheets import PersonAdded, PersonCard

_WIDTH = 470
_ABOUT_HEIRS = frozenset({"NeedsSuccessor", "FollowsNobodyUp"})


class FormDialog(Asking):
    """A small form of the administration: Ctrl+Return sends it, its first field has the cursor."""

    def __init__(
        self, link: Link, title: str, action: str, parent: QWidget, detail: str = ""
    ) -> None:
        super().__init__(link, parent)
        self.head(title, action, "check")
        self.yes.setShortcut("Ctrl+Return")
        self.yes.setToolTip(f"{action} ({self.yes.shortcut().toString()})")
        self.first: QWidget | None = None
        if detail:
            self.tell(PlainLabel(detail, "dim").wrapping())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def well(self, answer: object) -> None:
        """Close first: what is shown of the answer may be a window of its own."""
        self.accept()
        self.carried.emit(answer)


class RoleChoice(QWidget):
    """A role with what it is for."""

    def __init__(self, role: str = Role.CONSULTANT.value, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        for one in Role:
            self.box.addItem(say("roles", one.value), one.value)
        self.meaning = PlainLabel("", "hint", self).wrapping()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        lines.addWidget(self.box)
        lines.addWidget(self.meaning)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(self._explain)
        self.box.setCurrentIndex(self.box.findData(role))
        self._explain()

    def role(self) -> Role:
        """Give the role chosen."""
        return Role(str(self.box.currentData()))

    def _explain(self) -> None:
        self.meaning.setText(word("role meanings", ROLE_MEANINGS, str(self.box.currentData())))


class AddForm(FormDialog):
    """Somebody new: name, login, role; the answer holds the one-time password."""

    def __init__(self, link: Link, parent: QWidget) -> None:
        action = self.tr("Add")
        super().__init__(link, self.tr("Add a person"), action, parent)
        self.name = self.form.add("name", self.tr("Name"), QLineEdit(), needed=True)
        self.first = self.name
        self.login = self.form.add("login", self.tr("Login"), QLineEdit(), needed=True)
        self.login.setPlaceholderText(self.tr("letters, digits, . _ -"))
        self.login.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.role = self.form.add("role", self.tr("Role"), RoleChoice())

    @override
    def send(self) -> None:
        """Add the person."""
        self.form.right()
        command = AddPerson(
            login=self.form.text("login"), name=self.form.text("name"), role=self.role.role()
        )
        self.sending.send(command, self.well, self.form.refuse)


class HeirChoice(QComboBox):
    """Who takes the customers over: first nobody, then those whose role looks after customers.

    *followers*: these roles; None where it is not known here, then everybody is offered.
    """

    def __init__(
        self, card: PersonCard, others: Sequence[PersonCard], followers: frozenset[str] | None
    ) -> None:
        super().__init__()
        self.addItem(self.tr("(nobody)"), None)
        offered = [one for one in others if followers is None or one.role in followers]
        for other in offered:
            self.addItem(f"{other.name} · {say('roles', other.role)}", other.id)
        self._like = [n for n, other in enumerate(offered, 1) if other.role == card.role]

    def propose(self) -> None:
        """Propose the first of the same role."""
        self.setCurrentIndex(self._like[0] if self._like else 0)

    def heir(self) -> PersonId | None:
        """Give who is chosen."""
        chosen = self.currentData()
        return None if chosen is None else PersonId(int(chosen))


class RoleForm(FormDialog):
    """Another role for somebody; where it looks after no customers, his go to a successor."""

    def __init__(
        self,
        link: Link,
        card: PersonCard,
        others: Sequence[PersonCard],
        customers: int,
        followers: frozenset[str] | None,
        parent: QWidget,
    ) -> None:
        title = self.tr("Another role for {name}").format(name=card.name)
        super().__init__(link, title, self.tr("Change the role"), parent)
        self._card = card
        self._customers = customers
        self._followers = followers
        self.role = self.form.add("role", self.tr("Role"), RoleChoice(card.role))
        self.first = self.role
        self.heir = HeirChoice(card, others, followers)
        words = self.tr("%n customer(s) and their open follow-ups go to", "", customers)
        self.form.add("successor", words, self.heir, needed=True)
        self.heir.propose()
        self.role.box.currentIndexChanged.connect(self._show_heir)
        self._show_heir()

    @override
    def send(self) -> None:
        """Change the role."""
        self.form.right()
        command = ChangeRole(
            person=PersonId(self._card.id),
            role=self.role.role(),
            successor=None if self.heir.isHidden() else self.heir.heir(),
        )
        self.sending.send(command, self.well, self._refused)

    def _show_heir(self) -> None:
        role = self.role.role().value
        ends = self._followers is not None and role not in self._followers
        unsure = self._followers is None and role != self._card.role
        self.form.show_field("successor", shown=self._customers > 0 and (ends or unsure))

    def _refused(self, error: UserError) -> None:
        if error.kind in _ABOUT_HEIRS:  # also for follow-ups that no customer of his stands for
            self.form.show_field("successor", shown=True)
            self.heir.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.refuse(error)


class LeaveForm(FormDialog):
    """Somebody leaves; customers and open follow-ups go to a successor."""

    def __init__(
        self,
        link: Link,
        card: PersonCard,
        others: Sequence[PersonCard],
        customers: int,
        followers: frozenset[str] | None,
        parent: QWidget,
    ) -> None:
        title = self.tr("{name} leaves the office").format(name=card.name)
        detail = self.tr(
            "The login stops working at once. Everything {name} did stays under that name."
        ).format(name=card.name)
        super().__init__(link, title, self.tr("Let go"), parent, detail)
        self._card = card
        if customers:
            count = self.tr("%n customer(s) and their open follow-ups go to", "", customers)
        else:
            count = self.tr("No customers to hand over; follow-ups go to")
        self.heir = HeirChoice(card, others, followers)
        self.form.add("successor", count, self.heir, needed=customers > 0)
        self.first = self.heir
        if customers:
            self.heir.propose()

    @override
    def send(self) -> None:
        """Let the person go."""
        self.form.right()
        command = PersonLeaves(person=PersonId(self._card.id), successor=self.heir.heir())
        self.sending.send(command, self.well, self.form.refuse)


class OneTimeSlip(QDialog):
    """A login with its one-time password: shown once, to be copied or printed.

    Signals:
        print_wanted: a `TableSheet` to preview.
    """

    print_wanted = Signal(object)

    def __init__(self, added: PersonAdded, parent: QWidget) -> None:
        super().__init__(parent)
        self._added = added
        self.setWindowTitle(self.tr("One-time password"))
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        detail = self.tr(
            "Hand it over now: it is shown only this once. At the first sign-in an own password is "
            "chosen."
        )
        self.password = PlainLabel(str(added.one_time_password), "figure").selectable()
        self.password.setAlignment(Qt.AlignmentFlag.AlignCenter)
        who = PlainLabel(self.tr("Login: {login}").format(login=added.login), "heading")
        who.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = Card(margin=18)
        card.body.addWidget(who)
        card.body.addWidget(self.password)
        copy = button(self.tr("Copy"), self.copy, "copy")
        paper = button(self.tr("Print…"), self._print, "printer")
        paper.setVisible(OUTLETS.paper is not None)
        close = button(self.tr("It is handed over"), self.accept, "check", "primary")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 20, 22, 18)
        lines.setSpacing(14)
        lines.addWidget(PlainLabel(detail, "dim").wrapping())
        lines.addWidget(card)
        lines.addLayout(row(copy, paper, None, close))

    def copy(self) -> None:
        """Put login and password on the clipboard."""
        copy_text(f"{self._added.login}\t{self._added.one_time_password}")

    def _print(self) -> None:
        login = self.tr("Login")
        heads = (login, self.tr("One-time password"))
        values = (self._added.login, str(self._added.one_time_password))
        sheet = TableSheet(self.tr("First sign-in"), heads, (Kind.TEXT, Kind.TEXT), (values,))
        self.print_wanted.emit(sheet)
