"""Who is calling: the card beside the form that says new or known, as the phone is typed."""

from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks.reception.facts import FactGrid
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.wording import ago, day, local, moment, now
from salesdesk.office.customers.sheets import CustomerCard


class Caller(Enum):
    """What is known of the number typed."""

    NOBODY = auto()
    TYPING = auto()
    NO_PHONE = auto()
    NEW = auto()
    KNOWN = auto()


class CallerCard(Card):
    """New or known: whose customer, grade, last contact, visits.

    Signals:
        opened: the id of the customer to open.
    """

    opened = Signal(object)

    def __init__(self, person: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self.state = Caller.NOBODY
        self.customer: CustomerCard | None = None
        self._mark = Pill()
        self._today = Pill("", "warn")
        self._title = PlainLabel("", "heading").wrapping()
        self._words = PlainLabel("", "dim").wrapping()
        self._facts = FactGrid()
        self._note = PlainLabel("", "hint").wrapping()
        self._open = button(self.tr("Open this customer"), self._go, "user", "link")
        self.body.addLayout(row(self._mark, self._today, None))
        for part in (self._title, self._words, self._facts, self._note, self._open):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Nothing is typed yet."""
        self._show(Caller.NOBODY, "", "", self.tr("Type the phone number first"))
        self._words.setText(
            self.tr("The office says at once whether the caller is new or whose customer he is.")
        )

    def show_typing(self) -> None:
        """A number is being typed or looked up."""
        self._show(Caller.TYPING, self.tr("Looking up"), "", self.tr("Go on typing…"))
        self._words.setText("")

    def show_no_phone(self, problem: str, remedy: str) -> None:
        """What was typed is no telephone number."""
        self._show(Caller.NO_PHONE, self.tr("Not a number"), "danger", problem)
        self._words.setText(remedy)

    def show_new(self) -> None:
        """Nobody has this number."""
        self._show(Caller.NEW, self.tr("New"), "good", self.tr("A new customer"))
        self._words.setText(
            self.tr("Nobody has registered this number. Ask: is this your first visit?")
        )

    def show_known(self, card: CustomerCard) -> None:
        """The number belongs to *card*."""
        self._show(Caller.KNOWN, self.tr("Known"), "accent", card.name)
        self.customer = card
        mine = card.consultant_id == self._person
        if mine:
            self._words.setText(self.tr("This is your own customer."))
        elif card.consultant:
            words = self.tr("This is {name}'s customer. Call {name}, or receive him on behalf.")
            self._words.setText(words.format(name=card.consultant))
        else:
            self._words.setText(self.tr("Nobody looks after this customer yet."))
        last = card.last_contact_at
        self._facts.show_facts(
            (
                (self.tr("Consultant"), card.consultant),
                (self.tr("Grade"), card.grade),
                (self.tr("Last contact"), "" if last is None else _when(last)),
                (self.tr("Registered"), self.tr("%n time(/s)", "", card.visits)),
                (self.tr("Phone"), "\n".join(card.phones)),
            )
        )
        self._note.setText(card.note)
        if last is not None and day(local(last).date()) == day(local(now()).date()):
            self._today.show_text(self.tr("In touch today"), "warn")

    def show_namesakes(self, cards: tuple[CustomerCard, ...]) -> None:
        """Say beside a new number that customers of this name exist already."""
        if self.state is not Caller.NEW or not cards:
            self._note.setText("")
            return
        lines = [" · ".join(filter(None, (c.name, *c.phones, c.consultant))) for c in cards[:3]]
        head = self.tr("The same name is known with another phone:")
        self._note.setText("\n".join([head, *lines]))

    def words(self) -> str:
        """Give everything the card says, for tests and screen readers."""
        parts = [self._mark.text(), self._today.text(), self._title.text(), self._words.text()]
        parts += [f"{label} {value}" for label, value in self._facts.texts()]
        return "\n".join(filter(None, [*parts, self._note.text()]))

    def _show(self, state: Caller, mark: str, tone: str, title: str) -> None:
        self.state = state
        self.customer = None
        self._mark.show_text(mark, tone)
        self._today.show_text("")
        self._title.setText(title)
        self._facts.show_facts(())
        self._note.setText("")
        self._open.setVisible(state is Caller.KNOWN)

    def _go(self) -> None:
        if self.customer is not None:
            self.opened.emit(self.customer.id)


def _when(at: datetime) -> str:
    exact, passed = moment(at), ago(at, now())
    return exact if exact == passed else f"{exact}\n{passed}"
