"""What the form says beside itself: whose turn it is, and what was registered last."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.wording import day, local, now
from salesdesk.office.staff.sheets import PersonCard


class TurnCard(Card):
    """Whose turn it is to receive a new customer (轮接)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = PlainLabel("", "heading")
        self._why = PlainLabel("", "hint").wrapping()
        self.body.setSpacing(3)
        self.body.addWidget(PlainLabel(self.tr("Next in turn for a new customer"), "dim"))
        self.body.addWidget(self._name)
        self.body.addWidget(self._why)

    def show_turn(self, person: PersonCard | None) -> None:
        """Show whose turn it is; None: the office has no consultant yet."""
        if person is None:
            self._name.setText(self.tr("Nobody"))
            self._why.setText(self.tr("The administrator adds consultants first."))
        else:
            self._name.setText(person.name)
            self._why.setText(self.tr("Waited longest since the last first visit."))


class SavedCard(Card):
    """The entry registered last: number, consultant, and when the follow-up is due.

    Signals:
        opened: the id of the customer to open.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._customer = 0
        self._mark = Pill(self.tr("Registered"), "good")
        self._number = PlainLabel("", "figure")
        self._who = PlainLabel("", "heading").wrapping()
        self._to = PlainLabel("").wrapping()
        self._due = PlainLabel("").wrapping()
        self.body.setSpacing(6)
        self.body.addLayout(row(self._mark, None, self._number))
        for label in (self._who, self._to, self._due):
            self.body.addWidget(label)
        again = button(self.tr("Open this customer"), self._go, "user", "link")
        self.body.addWidget(again)
        self.hide()

    def show_entry(self, number: int, customer: int, name: str, consultant: str) -> None:
        """Show what was registered; the follow-up's day comes later."""
        self._customer = customer
        self._number.setText(self.tr("No. {number}").format(number=number))
        self._who.setText(name)
        self._to.setText(self.tr("Consultant: {name}").format(name=consultant or "—"))
        self._due.clear()
        self.show()

    def show_due(self, due_on: date) -> None:
        """Show by which day the consultant phones."""
        days = (due_on - local(now()).date()).days
        words = self.tr("Follow-up due {day} (today)") if days <= 0 else ""
        if days == 1:
            words = self.tr("Follow-up due {day} (tomorrow)")
        elif days > 1:
            words = self.tr("Follow-up due {day}, in %n day(/s)", "", days)
        self._due.setText(words.format(day=day(due_on)))

    def words(self) -> str:
        """Give everything the card says."""
        labels = (self._number, self._who, self._to, self._due)
        return "" if self.isHidden() else "\n".join(label.text() for label in labels)

    def _go(self) -> None:
        self.opened.emit(self._customer)
