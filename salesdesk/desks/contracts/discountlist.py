"""Discounts to tick in their order, and what they make of the price, step by step."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.discountticks import DiscountTicks
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import money
from salesdesk.kernel.errors import UserError
from salesdesk.office.sales.discount_queries import discounts, price_offer
from salesdesk.office.sales.discount_rules import DiscountedPrice
from salesdesk.office.sales.sheets import DealCard, DiscountLine


class DiscountList(QWidget):
    """The discounts on offer today; those ticked are taken off in the order of ticking.

    Signals:
        reckoned: the `DiscountedPrice` they lead to; None where none is ticked.
        refused: why they cannot be given together.
    """

    reckoned = Signal(object)
    refused = Signal(object)

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._card = link, card
        self.box = DiscountTicks()
        self.box.ticked.connect(self._changed)
        self.steps = PlainLabel("", "hint").wrapping()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.box)
        lines.addWidget(self.steps)
        self.setFocusProxy(self.box)
        link.ask(self, self._came, discounts, card.project_id)

    def names(self) -> tuple[str, ...]:
        """Give the discounts ticked, in their order."""
        return self.box.names()

    def _came(self, offered: Sequence[DiscountLine]) -> None:
        if not self.box.offer(offered):
            self.steps.setText(self.tr("No discount is on offer today."))

    def _changed(self, asked: tuple[str, ...]) -> None:
        if not asked:
            self.steps.setText("")
            self.reckoned.emit(None)
            return

        def job() -> tuple[tuple[str, ...], DiscountedPrice]:
            return asked, self._link.seat.ask(price_offer, self._card.id, asked)

        self._link.call(self, job, self._reckoned, self._refused)

    def _reckoned(self, answer: tuple[tuple[str, ...], DiscountedPrice]) -> None:
        asked, price = answer
        if asked != self.names():
            return  # something else was ticked meanwhile
        said = [
            self.tr("{name}: {before} → {after}").format(
                name=step.name, before=money(step.before_fen), after=money(step.after_fen)
            )
            for step in price.steps
        ]
        self.steps.setText("\n".join(said))
        self.reckoned.emit(price)

    def _refused(self, error: UserError) -> None:
        self.steps.setText("")
        self.refused.emit(error)
