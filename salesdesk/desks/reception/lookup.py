"""Whose number is being typed: asked while typing, late answers to an older number dropped."""

from PySide6.QtCore import QObject, Signal

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import PhoneField
from salesdesk.desks.widgets.gathering import typed
from salesdesk.kernel.errors import UserError
from salesdesk.office.customers.queries import known_caller
from salesdesk.office.customers.sheets import KnownCaller

_SHORTEST = 7
"""Fewest digits that are worth looking up while more may come."""


class CallerLookup(QObject):
    """Watches a phone field and asks the office who it is; ``resting`` where nobody is asked for.

    Signals:
        answered: the `KnownCaller` of the number that stands in the field.
        declined: the `UserError` that says why it is no number.
        unsettled: a number is being typed that is too short yet.
        emptied: nothing is typed any more.
    """

    answered = Signal(object)
    declined = Signal(object)
    unsettled = Signal()
    emptied = Signal()

    def __init__(self, link: Link, field: PhoneField) -> None:
        super().__init__(field)
        self.resting = False
        self._link = link
        self._field = field
        self._asked = self._known = ""
        self._pause = typed(self, self.ask)
        field.textEdited.connect(self._typed)
        field.complete.connect(lambda _number: self.ask())
        field.editingFinished.connect(self.ask_again)

    def begin(self) -> None:
        """Forget the number asked for last."""
        self._pause.stop()
        self.resting = False
        self._asked = self._known = ""

    def settled(self) -> bool:
        """Tell whether the office has answered to what stands in the field."""
        return self.resting or self._field.number() == self._known

    def ask_again(self) -> None:
        """Ask for the number in the field even if it was asked for already."""
        if self._field.number() and not self.resting:
            self._asked = ""
            self.ask()

    def ask(self, *, at_once: bool = False) -> None:
        """Ask whose number it is; *at_once* even if it looks too short."""
        self._pause.stop()
        number = self._field.number()
        if self.resting or (number == self._asked and not at_once):
            return
        if len(number) < _SHORTEST and self._field.hasFocus() and not at_once:
            self.unsettled.emit()
            return
        self._asked = number
        typed, seat = self._field.text().strip(), self._link.seat
        self._link.call(
            self,
            lambda: seat.ask(known_caller, typed),
            lambda known: self._came(number, known),
            lambda error: self._refused(number, error),
        )

    def _typed(self, _text: str) -> None:
        if self.resting:
            return
        if self._field.number():
            self._pause.start()
        else:
            self.begin()
            self.emptied.emit()

    def _came(self, number: str, known: KnownCaller) -> None:
        if number == self._asked and not self.resting:
            self._known = number
            self.answered.emit(known)

    def _refused(self, number: str, error: UserError) -> None:
        if number == self._asked and not self.resting:
            self.declined.emit(error)
