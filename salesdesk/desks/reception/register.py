"""The register's form: the phone first, then the paper's order, saved by Ctrl+Return."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.reception.caller import Caller, CallerCard
from salesdesk.desks.reception.choices import as_grade
from salesdesk.desks.reception.drafts import keep_visit, tell_confirming
from salesdesk.desks.reception.entry import EntryForm, Turn
from salesdesk.desks.reception.lookup import CallerLookup
from salesdesk.desks.reception.page import ReceptionPage
from salesdesk.desks.reception.saved import SavedCard, TurnCard
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.dialogs import confirm
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.wording import refusal, today
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.identity import NotAPhone, parse_phone
from salesdesk.kernel.keys import CustomerId, PersonId, ProjectId
from salesdesk.office.customers.queries import (
    find_customers,
    follow_ups_due,
    media,
    next_consultant,
)
from salesdesk.office.customers.register import Registered, RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.customers.sheets import CustomerCard, FollowUpLine, KnownCaller
from salesdesk.office.inventory.queries import projects
from salesdesk.office.staff.queries import people
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.sheets import PersonCard

_FIELD_OF = {
    "NotAPhone": "phone",
    "SameDayOnly": "visited_on",
    "VisitOfTomorrow": "visited_on",
}
_SIDE = 318


class RegisterPage(ReceptionPage):
    """Registers a visit or a call; what was typed stays until it is saved or thrown away."""

    topics = frozenset({Topic.VISIT, Topic.CUSTOMER, Topic.PERSON, Topic.PROJECT})

    def __init__(self, link: Link, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(link, rights, parent)
        self._person = link.seat.person
        self._intent = uuid4().hex
        self._sending = False
        self._save_next = False
        self._customer: CustomerCard | None = None
        self._names: dict[int, str] = {}
        self._turn: PersonCard | None = None
        self.entry = EntryForm()
        self.lookup = CallerLookup(link, self.entry.phone)
        self.caller = CallerCard(self._person.id)
        self.turn = TurnCard()
        self.saved = SavedCard()
        self.banner = Banner()
        self.save_button = button(
            self.tr("Register"), self.save, "check", "primary", shortcut="Ctrl+Return"
        )
        self.clear_button = button(self.tr("Clear"), self.give_up, "x", tip="Esc")
        self.more_button = button(
            self.tr("All fields"), self.show_all, "list", "quiet", shortcut="Ctrl+D"
        )
        self._lay()
        self._connect()

    @override
    def ask(self) -> None:
        self.link.ask(self, self.entry.set_media, media)
        self.link.ask(self, self.entry.set_projects, projects)
        self.link.ask(self, self._turn_came, next_consultant)
        self.link.ask(self, self._people_came, people)
        self.lookup.ask_again()

    @override
    def unsaved(self) -> bool:
        return self.entry.dirty()

    def register_for(self, card: CustomerCard) -> None:
        """Open the form for a customer known already, his phone as this role may see it."""
        self.clear()
        self.lookup.resting = True
        phone = self.entry.phone
        phone.setText(card.phones[0] if card.phones else "—")
        phone.setReadOnly(True)
        self._known(card)
        self.entry.manner.setFocus()

    def clear(self) -> None:
        """Begin a new entry: a new intent."""
        self.lookup.begin()
        self._intent = uuid4().hex
        self._customer, self._save_next = None, False
        self.banner.clear()
        self.entry.clear()
        self.entry.set_owner("")
        self.caller.show_nobody()
        self.entry.phone.setFocus()

    def give_up(self) -> None:
        """Throw away what was typed, after asking."""
        if self._sending:
            return
        if self.entry.dirty() and not confirm(
            self,
            self.tr("Throw this entry away?"),
            self.tr("Nothing of it has been registered."),
            self.tr("Throw away"),
            danger=True,
        ):
            return
        self.clear()

    def show_all(self) -> None:
        """Open every section, or close them all."""
        self.entry.details.open_all(opened=not self.entry.details.any_open())

    def save(self) -> None:
        """Register the entry; sent once however often it is pressed."""
        if self._sending or not self.entry.dirty():
            return
        if self.link.silent_since is not None:
            self._keep()
            return
        if not self.lookup.settled():
            self._save_next = True
            self.lookup.ask(at_once=True)
            return
        self._save_next = False
        self.entry.right()
        self.banner.clear()
        command = self._command()
        if command is None:
            return
        self._sending = True
        self.save_button.setEnabled(False)
        self.link.do(self, command, self._done, refused=self._refused, intent=self._intent)

    def _keep(self) -> None:
        """Keep the entry on this machine while the office is silent: it is offered to be sent later."""
        self.entry.right()
        self.banner.clear()
        command = None if self._says_no_phone() else self._command()
        if command is None:
            return
        if keep_visit(self.link, command, self.banner):
            self.clear()
            self.banner.show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.entry.dirty():
            self.entry.phone.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if self.entry.phone.hasFocus() and self._says_no_phone():
                return
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _command(self) -> RegisterVisit | None:
        entry = self.entry
        number = "" if self.lookup.resting else entry.phone.text().strip()
        name = "" if self._customer is not None else entry.name.text().strip()
        next_on, late = entry.next_on.day(), entry.late.isChecked()
        for field, words in (
            ("phone", "" if number or self.lookup.resting else self.tr("Fill in the phone.")),
            ("name", "" if name or self._customer else self.tr("Fill in the name.")),
            ("next_on", self._wrong_day(entry.next_on.wrong(), next_on)),
            ("visited_on", self._wrong_visit(late=late)),
        ):
            if words:
                entry.wrong(field, words)
                return None
        chosen = entry.consultant.currentData()
        project = entry.project.currentData()
        return RegisterVisit(
            manner=Manner(entry.manner.code()),
            name=name,
            phone=number,
            media=entry.media.codes(),
            customer=CustomerId(self._customer.id)
            if self.lookup.resting and self._customer
            else None,
            project=None if project is None else ProjectId(project),
            consultant=PersonId(chosen) if chosen and chosen > 0 else None,
            grade=as_grade(entry.grade.code()),
            visited_on=entry.visited_on.day() if late else None,
            late=late,
            next_on=next_on,
            remarks=entry.remarks.toPlainText().strip(),
            details=entry.all_details(),
        )

    def _wrong_day(self, unreadable: bool, next_on: date | None) -> str:
        if unreadable:
            return self.tr("This is no day: write 2026-11-24, 11-24 or +3.")
        if next_on is not None and next_on < today():
            return self.tr("The next contact is a day to come.")
        return ""

    def _wrong_visit(self, *, late: bool) -> str:
        if late and self.entry.visited_on.day() is None:
            return self.tr("Say on which day the visit was.")
        return ""

    def _done(self, answer: Registered) -> None:
        self._sending = False
        self.save_button.setEnabled(True)
        given = dict(answer)
        number, customer = int(str(given["number"])), int(str(given["customer"]))
        consultant = self._names.get(int(str(given["consultant"] or 0)), "")
        name = self._customer.name if self._customer else self.entry.name.text().strip()
        words = self.tr("Registered as no. {number}: {name}")
        self.told.emit(words.format(number=number, name=name))
        self.clear()
        self.saved.show_entry(number, customer, name, consultant)
        if given["follow_up"] is not None:
            follow_up = int(str(given["follow_up"]))

            def due(lines: tuple[FollowUpLine, ...]) -> None:
                for line in lines:
                    if line.id == follow_up:
                        self.saved.show_due(line.due_on)

            self.link.ask(self, due, follow_ups_due, everyone=True, customer=customer)

    def _refused(self, error: UserError) -> None:
        self._sending = False
        self.save_button.setEnabled(True)
        self.banner.refuse(error)
        field = str(error.facts.get("field", "")) or _FIELD_OF.get(error.kind, "")
        if field:
            self.entry.wrong(field, refusal(error)[0])

    def _failed(self, _error: object) -> None:
        """Let a form whose outcome is unknown be sent again: with the same intent."""
        if not self._sending:
            return
        self._sending = False
        self.save_button.setEnabled(True)
        self.banner.say(
            self.tr("It is not certain that this entry was saved."),
            self.tr("Press Register again: it cannot be registered twice."),
            "warn",
        )

    def _caller_came(self, known: KnownCaller) -> None:
        self.entry.content("phone")
        if known.customer is not None:
            self._known(known.customer)
        else:
            self._unknown(self.caller.show_new)
            self._ask_namesakes()
        if self._save_next:
            self.save()

    def _no_phone(self, error: UserError) -> None:
        problem, remedy = refusal(error)
        if self._save_next:
            self._save_next = False
            self.banner.say(problem, remedy)
            self.entry.wrong("phone", problem)
        if self.entry.phone.hasFocus() and not self.entry.phone.property("wrong"):
            self._unknown(self.caller.show_typing)
        else:
            self._unknown(lambda: self.caller.show_no_phone(problem, remedy))

    def _says_no_phone(self) -> bool:
        """Mark what stands in the phone field where it is no number; an empty field is left."""
        typed = self.entry.phone.text().strip()
        if self.lookup.resting or not typed:
            return False
        try:
            parse_phone(typed)
        except NotAPhone as error:
            problem, remedy = refusal(error)
            self.entry.wrong("phone", problem)
            self._unknown(lambda: self.caller.show_no_phone(problem, remedy))
            return True
        self.entry.content("phone")
        return False

    def _go_on_typing(self, _text: str) -> None:
        self._save_next = False
        self.entry.content("phone")

    def _known(self, card: CustomerCard) -> None:
        self._customer = card
        self.entry.set_known(card.name)
        self.entry.set_owner(card.consultant)
        self.caller.show_known(card)

    def _unknown(self, show: Callable[[], None]) -> None:
        self._customer = None
        self.entry.set_known("")
        self.entry.set_owner("")
        show()

    def _ask_namesakes(self) -> None:
        name = self.entry.name.text().strip()
        if self.caller.state is not Caller.NEW or len(name) < 2:  # noqa: PLR2004 - a surname
            self.caller.show_namesakes(())
            return

        def came(cards: tuple[CustomerCard, ...]) -> None:
            if self.entry.name.text().strip() == name:
                self.caller.show_namesakes(tuple(c for c in cards if c.name == name))

        self.link.ask(self, came, find_customers, name, 8)

    def _turn_came(self, person: PersonCard | None) -> None:
        self._turn = person
        self.turn.show_turn(person)

    def _people_came(self, cards: tuple[PersonCard, ...]) -> None:
        self._names = {card.id: card.name for card in cards}
        if self._person.role == Role.CONSULTANT:
            words = self.tr("Me ({name})").format(name=self._person.name)
        elif self._turn is None:
            words = self.tr("Whose turn it is")
        else:
            words = self.tr("In turn: {name}").format(name=self._turn.name)
        consultants = [card for card in cards if card.role == Role.CONSULTANT]
        self.entry.set_consultants(Turn(self._turn, words), consultants)
        if self._customer is not None:
            self.entry.set_owner(self._customer.consultant)

    def _lay(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 10, 0)
        around.addWidget(self.entry)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._scroll = scroll
        left = QVBoxLayout()
        left.setSpacing(10)
        hint = PlainLabel(self.tr("* needed · Return: next field · Ctrl+Return: register"), "hint")
        left.addWidget(self.banner)
        left.addWidget(scroll, 1)
        left.addLayout(row(self.more_button, hint, None, self.clear_button, self.save_button))
        side = QWidget()
        side.setFixedWidth(_SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        self.caller.setMinimumHeight(230)
        for part in (self.caller, self.turn, self.saved):
            right.addWidget(part)
        right.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 12, 0, 0)
        across.setSpacing(16)
        across.addLayout(left, 1)
        across.addWidget(side)
        QWidget.setTabOrder(self.entry.late, self.clear_button)
        QWidget.setTabOrder(self.clear_button, self.save_button)

    def _connect(self) -> None:
        entry = self.entry
        self.lookup.answered.connect(self._caller_came)
        self.lookup.declined.connect(self._no_phone)
        self.lookup.unsettled.connect(lambda: self._unknown(self.caller.show_typing))
        self.lookup.emptied.connect(lambda: self._unknown(self.caller.show_nobody))
        entry.phone.textEdited.connect(self._go_on_typing)
        entry.name.editingFinished.connect(self._ask_namesakes)
        self.caller.opened.connect(self.customer_wanted)
        self.saved.opened.connect(self.customer_wanted)
        self.link.failed.connect(self._failed)
        tell_confirming(self.link, self.banner, lambda: self._intent)
        for keys, run in (("Ctrl+Enter", self.save), ("Esc", self.give_up)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)
