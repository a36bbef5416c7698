"""What the side panel has for one unit beside its steps: a buying plan, and why it costs what it does."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.labels import PlainLabel, button
from salesdesk.desks.wording import moment, money, say
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.price_sheets import PriceWhy
from salesdesk.office.inventory.pricing_rules import POINTS_PER_YUAN, PPM, Method, PriceStep
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.sheets import UnitCard

_PLANNED = frozenset({
    UnitState.AVAILABLE, UnitState.ON_HOLD, UnitState.RESERVED, UnitState.SELECTED,
    UnitState.SUBSCRIBED,
})  # fmt: skip
_POINTS_PER_FEN = POINTS_PER_YUAN // 100


class UnitExtras(QWidget):
    """Two buttons under a unit's facts; the steps of its price are asked for when they are wanted.

    Signals:
        plan_wanted: the `UnitCard` of which a buying plan is made.
        why_wanted: the `UnitCard` whose price is to be explained.
    """

    plan_wanted = Signal(object)
    why_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: UnitCard | None = None
        self._may = (False, False)
        self.plan = button(self.tr("Buying plan…"), self._plan, "file-text")
        self.why = button(self.tr("Why this price?"), self._why, "circle-help", "quiet")
        for one in (self.plan, self.why):
            one.setAutoDefault(False)
        self.source = PlainLabel("", "hint").wrapping()
        self.steps = FactList()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        for part in (self.plan, self.why, self.source, self.steps):
            lines.addWidget(part)
        self._fold()

    def allow(self, plan: bool, why: bool) -> None:
        """Say which of the two whoever sits here may ask for."""
        self._may = (plan, why)

    def show_unit(self, card: UnitCard) -> None:
        """Stand beside this unit; the same one with the same price keeps its steps unfolded."""
        known = self._card
        if known is None or (known.id, known.total_fen) != (card.id, card.total_fen):
            self._fold()
        self._card = card
        self.look_at(now=True)

    def look_at(self, *, now: bool) -> None:
        """Offer what can be asked for: nothing of a past board."""
        card, (plan, why) = self._card, self._may
        priced = card is not None and card.total_fen is not None
        self.plan.setVisible(
            now and plan and priced and card is not None and card.state in _PLANNED
        )
        self.why.setVisible(now and why and priced)
        if not now:
            self._fold()

    def show_why(self, why: PriceWhy, card: UnitCard) -> None:
        """Unfold the steps of the price, unless another unit is shown by now."""
        if self._card is None or self._card.id != card.id:
            return
        self.source.setText(self._source(why))
        self.source.show()
        base = [(self._named(step), self._figure(step)) for step in why.steps]
        each = "" if why.unit_price_fen is None else money(why.unit_price_fen)
        total = "" if why.total_fen is None else money(why.total_fen)
        filed = "" if why.filed_fen is None else money(why.filed_fen)
        self.steps.show_facts(
            *base,
            (self.tr("Price per m²"), each),
            (self.tr("List price"), total),
            (self.tr("Filed price"), filed),
        )
        self.steps.show()

    def _source(self, why: PriceWhy) -> str:
        since = moment(why.since)
        if not why.version:
            words = self.tr("Set by import or by hand, {since}.")
            return words.format(since=since) if since else self.tr("No price was set yet.")
        words = self.tr("By the price version {version} ({source}), {since}.")
        said = words.format(
            version=why.version, source=say("price sources", why.source), since=since
        )
        if why.steps and not why.exact:
            since_then = self.tr("Its steps lead to another price: it was changed since.")
            said = f"{said} {since_then}"
        return said

    def _named(self, step: PriceStep) -> str:
        kind = self.tr("Base") if step.kind == "base" else say("differences", step.kind)
        return f"{kind} · {step.title}" if step.title else kind

    def _figure(self, step: PriceStep) -> str:
        after = format_yuan(step.after // _POINTS_PER_FEN)
        if step.kind == "base":
            return after
        if step.method is Method.FACTOR:
            factor = (Decimal(step.value) / PPM).normalize()
            return self.tr("×{factor} → {price}").format(factor=f"{factor:f}", price=after)
        amount = format_yuan(abs(step.value) // _POINTS_PER_FEN)
        sign = "−" if step.value < 0 else "+"
        return self.tr("{sign}{amount} → {price}").format(sign=sign, amount=amount, price=after)

    def _fold(self) -> None:
        self.source.hide()
        self.steps.hide()

    def _plan(self) -> None:
        if self._card is not None:
            self.plan_wanted.emit(self._card)

    def _why(self) -> None:
        if self.steps.isVisible():
            self._fold()
        elif self._card is not None:
            self.why_wanted.emit(self._card)
