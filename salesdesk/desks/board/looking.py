"""What the side panel tells of the choice: asked of the office, as of now or of the past shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.desks import wording
from salesdesk.desks.board.canvas import BoardCanvas
from salesdesk.desks.board.filters import both_tallies
from salesdesk.desks.board.offers import Offers
from salesdesk.desks.board.panel import UnitPanel
from salesdesk.desks.board.plans import FloorPlans
from salesdesk.desks.board.waiting import LineDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.plandialog import PlanDialog
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.lot_sheets import BindingCard
from salesdesk.office.inventory.lots import bound_to
from salesdesk.office.inventory.price_queries import unit_price_steps
from salesdesk.office.inventory.queries import unit_card, unit_history
from salesdesk.office.inventory.reviews import KEPT_BACK, KeptBackLine, kept_back
from salesdesk.office.inventory.rules import PUBLIC_FACE
from salesdesk.office.inventory.sheets import HistoryLine, UnitCard
from salesdesk.office.sales.line_queries import LineCard, unit_line
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.sales.sheets import DealCard

_LOOK_MS = 60
"""A unit that the keyboard only passes is not asked for."""


class UnitLook(QObject):
    """Asks for the current unit, or sums up what is chosen, a moment after `start`.

    *moment* gives the past moment that the board shows, None while it is that of now.

    Signals:
        arrived: the card (`UnitCard`) of the unit now shown.
    """

    arrived = Signal(object)

    def __init__(
        self,
        link: Link,
        canvas: BoardCanvas,
        panel: UnitPanel,
        offers: Offers,
        moment: Callable[[], datetime | None],
    ) -> None:
        super().__init__(canvas)
        self._link = link
        self._canvas = canvas
        self._panel = panel
        self._offers = offers
        self._moment = moment
        panel.extras.allow("buying_plan" in link.rights, "unit_price_steps" in link.rights)
        panel.line.may = "StandInLine" in link.rights
        panel.line.wanted.connect(self.stand_in_line)
        panel.extras.plan_wanted.connect(self.make_plan)
        panel.extras.why_wanted.connect(self._ask_why)
        self.plans = FloorPlans(link, panel.plans)
        self.plans.refused.connect(panel.banner.refuse)
        self.plans.told.connect(lambda words: panel.banner.say(words, "", "good"))
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._timer.timeout.connect(self._ask)

    def start(self) -> None:
        """Ask, unless more comes within a moment."""
        self._timer.start()

    def make_plan(self, card: UnitCard) -> PlanDialog:
        """Open the form of a buying plan for the unit shown, and for its customer."""
        known = card.customer_id, card.customer
        customer = (known[0], known[1]) if known[0] is not None and known[1] else None
        dialog = PlanDialog(
            self._link, self._canvas.window(), unit=(card.id, card.code), customer=customer
        )
        dialog.open()
        return dialog

    def stand_in_line(self, card: UnitCard) -> LineDialog:
        """Open the form that lets a customer stand in line for the unit shown."""
        dialog = LineDialog(self._link, card, self._canvas.window())
        dialog.carried.connect(lambda _answer: self._ask())
        dialog.open()
        return dialog

    def _show_line(self, card: UnitCard, places: tuple[LineCard, ...]) -> None:
        if self._offers.card is not None and self._offers.card.id == card.id:
            self._panel.line.show_line(card, places)

    def _ask_why(self, card: UnitCard) -> None:
        extras = self._panel.extras
        self._link.ask(
            self, lambda why: extras.show_why(why, card), unit_price_steps, UnitId(card.id)
        )

    def _ask(self) -> None:
        canvas, panel = self._canvas, self._panel
        chosen, unit, stock = canvas.selected, canvas.current, canvas.stock
        if stock is not None and len(chosen) > 1:
            self._offers.card = None
            self.plans.show_unit(None)
            panel.show_several(*both_tallies(stock, canvas.picture.selection.mask))
            self._offers.offer()
        elif unit is None or unit not in chosen:
            self._offers.card = None
            self.plans.show_unit(None)
            panel.show_nothing()
        else:
            self._link.ask(self, self._show_card, unit_card, unit)
            if self._moment() is None:
                self._link.ask(self, lambda deal: self._show_deal(unit, deal), deal_on, unit)
            else:
                panel.show_deal(None, wording.now())
            if self._moment() is None:
                self._link.ask(self, self._show_bound, bound_to, UnitId(unit))
            self._link.ask(self, lambda lines: self._show_history(unit, lines), unit_history, unit)

    def _show_card(self, card: UnitCard) -> None:
        if card.id != self._canvas.current or len(self._canvas.selected) != 1:
            return
        if self._offers.card is None or self._offers.card.id != card.id:
            self._panel.banner.clear()
        self._offers.card = card = self._as_shown(card)
        self._panel.show_unit(card)
        self.plans.show_unit(card)
        if card.state in KEPT_BACK and self._link.may("kept_back"):
            self._link.ask(
                self, lambda found: self._show_kept(card, found), kept_back, unit=UnitId(card.id)
            )
        self._panel.extras.look_at(now=self._moment() is None)
        self._offers.offer()
        if self._moment() is None and "unit_line" in self._link.rights:
            self._link.ask(
                self, lambda places: self._show_line(card, places), unit_line, UnitId(card.id)
            )
        else:
            self._panel.line.show_line(None, ())
        self.arrived.emit(card)

    def _as_shown(self, card: UnitCard) -> UnitCard:
        """Give the card as it was, where the board shows the past."""
        stock = self._canvas.stock
        index = -1 if stock is None else stock.index_of(card.id)
        if self._moment() is None or stock is None or index < 0:
            return card
        total, price = int(stock.totals[index]), int(stock.unit_prices[index])
        until = float(stock.untils[index])
        return replace(
            card,
            state=stock.state(index),
            public_face=PUBLIC_FACE[stock.state(index)].value,
            total_fen=None if total < 0 else total,
            unit_price_fen=None if price < 0 else price,
            until=datetime.fromtimestamp(until, UTC) if until else None,
            customer=None,
            customer_id=None,
            consultant=None,
        )

    def _show_kept(self, card: UnitCard, found: tuple[KeptBackLine, ...]) -> None:
        if found and self._offers.card is card:
            self._panel.show_kept(found[0])

    def _show_deal(self, unit: int, deal: DealCard | None) -> None:
        shown = self._offers.card
        if shown is not None and shown.id == unit and self._moment() is None:
            self._panel.show_deal(deal, wording.now())

    def _show_bound(self, bound: BindingCard) -> None:
        card = self._offers.card
        if card is not None and card.id == bound.unit and self._moment() is None:
            self._panel.bound.show_bound(card, bound, self._link.seat.rights)

    def _show_history(self, unit: int, lines: tuple[HistoryLine, ...]) -> None:
        if self._offers.card is None or self._offers.card.id != unit:
            return
        moment = self._moment()
        if moment is not None:
            lines = tuple(_until(line, moment) for line in lines if line.at <= moment)
        self._panel.show_history(lines)


def _until(line: HistoryLine, moment: datetime) -> HistoryLine:
    """Give a line as it stood at *moment*: what ended later had not ended."""
    if line.ended_at is None or line.ended_at <= moment:
        return line
    return replace(line, ended_at=None, reason="")
