"""The line behind a unit (候补) in the side panel: who stands there, and the form to stand there."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.customerbox import CustomerBox
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.labels import PlainLabel, button
from salesdesk.desks.wording import day, moment, today
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.rules import SOLD
from salesdesk.office.inventory.sheets import UnitCard
from salesdesk.office.sales.line import StandInLine
from salesdesk.office.sales.line_queries import CALLED, PASSED, STAGES, LineCard

_USUAL_DAYS = 14


class UnitLine(QWidget):
    """The places behind one unit; hidden where there is neither a line nor one to be had.

    Signals:
        wanted: the `UnitCard` behind which somebody shall stand.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: UnitCard | None = None
        self.may = False
        self._head = PlainLabel(self.tr("In line"), "heading")
        self.places = FactList()
        self.stand = button(self.tr("Stand in line…"), self._wanted, "users")
        self.stand.setAutoDefault(False)
        self.sold = PlainLabel(
            self.tr("The unit is sold. Who stands here is called only if the deal falls through."),
            "hint",
        ).wrapping()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        for part in (self._head, self.places, self.sold, self.stand):
            lines.addWidget(part)
        self.show_line(None, ())

    def show_line(self, card: UnitCard | None, places: Sequence[LineCard]) -> None:
        """Show who stands behind *card*, with his turn where the unit is free."""
        self._card = card
        self.places.show_facts(*((f"{p.position}  {p.customer}", self._place(p)) for p in places))
        behind = card is not None and card.state.value in STAGES
        self.stand.setVisible(self.may and behind)
        for part in (self._head, self.places):
            part.setVisible(bool(places))
        self.sold.setVisible(bool(places) and card is not None and card.state in SOLD)
        self.setVisible(bool(places) or (self.may and behind))

    def _place(self, place: LineCard) -> str:
        if place.state == CALLED:
            words = self.tr("has the first refusal until {moment} · {who}")
            return words.format(moment=moment(place.turn_ends), who=place.consultant)
        if place.state == PASSED:
            return self.tr("his turn is over · {who}").format(who=place.consultant)
        words = self.tr("until {day} · {who}")
        return words.format(day=day(place.until), who=place.consultant)

    def _wanted(self) -> None:
        if self._card is not None:
            self.wanted.emit(self._card)


class LineDialog(Asking):
    """Lets a customer stand in line for a unit that somebody else has; no money is taken for it."""

    def __init__(self, link: Link, unit: UnitCard, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._unit = unit
        title = self.tr("Stand in line for {code}").format(code=unit.code)
        self.head(title, self.tr("Stand in line"), "users")
        self.who = CustomerBox(link, self)
        self.who.list.setFixedHeight(104)
        self.tell(self.who)
        self.until = self.form.add("until", self.tr("Until"), DateField(), needed=True)
        self.until.set_day(today() + timedelta(days=_USUAL_DAYS))
        told = self.tr(
            "No money is taken for a place. When the unit is on offer again, the first in line "
            "alone may have it held for a while, then the next."
        )
        self.body.addWidget(PlainLabel(told, "dim").wrapping())
        self.who.picked.connect(self._typed)
        self.until.changed.connect(lambda _day: self._typed())
        self._typed()
        self.who.setFocus()

    @override
    def send(self) -> None:
        customer, until = self.who.customer(), self.until.day()
        if customer is None or until is None:
            return
        self.form.right()
        command = StandInLine(unit=UnitId(self._unit.id), customer=customer, until=until)
        self.sending.send(command, self.well, self.form.refuse)

    def _typed(self) -> None:
        whole = self.who.customer() is not None and self.until.day() is not None
        self.sending.allow(self.yes, allowed=whole)
