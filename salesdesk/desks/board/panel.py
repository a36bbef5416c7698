"""The panel beside the board: the current unit, or all that is chosen, and what can be done."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from salesdesk.desks import wording
from salesdesk.desks.board.amounts import exact_yuan, short_area
from salesdesk.desks.board.boundbox import BoundBox
from salesdesk.desks.board.cells import Words
from salesdesk.desks.board.extras import UnitExtras
from salesdesk.desks.board.facts import StateBadge, UnitFacts, UnitHistory
from salesdesk.desks.board.filters import Tally
from salesdesk.desks.board.plans import PlanBox
from salesdesk.desks.board.steps import BoardStep
from salesdesk.desks.board.waiting import UnitLine
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.labels import PlainLabel, Rule, button, clear, row
from salesdesk.office.inventory.reviews import KeptBackLine
from salesdesk.office.inventory.rules import STATES
from salesdesk.office.inventory.sheets import HistoryLine, UnitCard
from salesdesk.office.sales.sheets import DealCard

WIDTH = 308


class UnitPanel(QScrollArea):
    """Shows nothing, one unit, or the sum of several.

    Signals:
        step_wanted: the `BoardStep` whose button was pressed.
    """

    step_wanted = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(WIDTH)
        self.banner = Banner(self)
        self._title = PlainLabel("", "title").selectable()
        self._badge = StateBadge(words)
        self._price = PlainLabel("", "figure").selectable()
        self._hint = PlainLabel("", "dim").wrapping()
        self._facts = UnitFacts()
        self.extras = UnitExtras()
        self.plans = PlanBox()
        self.bound = BoundBox()
        self.line = UnitLine()
        self._deal_head = PlainLabel(self.tr("The deal"), "heading")
        self._deal = UnitFacts()
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(6)
        self._history_head = PlainLabel(self.tr("History"), "heading")
        self._history = UnitHistory()
        self._rules = (Rule(), Rule())
        self._words = words
        inside = QWidget()
        inside.setObjectName("scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(16, 14, 14, 14)
        lines.setSpacing(10)
        lines.addWidget(self.banner)
        lines.addLayout(row(self._title, None, self._badge))
        lines.addWidget(self._price)
        lines.addWidget(self._hint)
        lines.addLayout(self._buttons)
        for part in (
            self._facts, self.extras, self.plans, self.bound, self._rules[0], self._deal_head, self._deal, self.line,
            self._rules[1], self._history_head, self._history,
        ):  # fmt: skip
            lines.addWidget(part)
        lines.addStretch(1)
        self.setWidget(inside)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say how a unit is chosen."""
        self.banner.clear()
        self._parts(unit=False)
        self._title.setText(self.tr("No unit chosen"))
        self._hint.setText(
            self.tr(
                "Click a unit or go there with the arrow keys. Drag, or press Ctrl and click, to "
                "choose several. Typing a number leads to it."
            )
        )
        self._hint.show()
        self.offer(())

    def show_unit(self, card: UnitCard) -> None:
        """Show one unit."""
        self._parts(unit=True)
        self._title.setText(card.code)
        self._badge.show_state(card.state)
        total = -1 if card.total_fen is None else card.total_fen
        self._price.setText(exact_yuan(total))
        self._price.show()
        self._facts.show_unit(card)
        self.extras.show_unit(card)

    def show_kept(self, line: KeptBackLine) -> None:
        """Add to the unit's facts why it is kept back, and until when nobody need look again."""
        self._facts.show_kept(line)

    def show_deal(self, deal: DealCard | None, now: datetime) -> None:
        """Show the deal on the unit, if one lives."""
        for part in (self._rules[0], self._deal_head, self._deal):
            part.setVisible(deal is not None)
        if deal is not None:
            self._deal.show_deal(deal, now)

    def show_history(self, lines: tuple[HistoryLine, ...]) -> None:
        """Show what happened to the unit."""
        for part in (self._rules[1], self._history_head, self._history):
            part.show()
        self._history.show_lines(lines)

    def show_several(self, tally: Tally, lots: Tally | None = None) -> None:
        """Show what the chosen units sum up to; where *lots* are beside homes, each on its own."""
        self.banner.clear()
        self._parts(unit=False)
        units = tally.units + (lots.units if lots else 0)
        self._title.setText(self.tr("%n unit(s) chosen", "", units))
        self._price.setText(wording.short_money(tally.value_fen))
        self._price.setVisible(lots is None)
        self._facts.clear()
        if lots is None:
            self._facts.add(self.tr("Gross area"), self._area(tally))
        else:
            self._facts.add(self.tr("Homes"), self._summed(tally))
            self._facts.add(self.tr("Lots"), self._summed(lots))
        counts = tally.counts if lots is None else tally.counts + lots.counts
        for state, count in zip(STATES, counts.tolist(), strict=True):
            if count:
                self._facts.add(wording.say("states", state), f"{count:,}")
        self._facts.show()

    def _area(self, tally: Tally) -> str:
        return short_area(tally.area, chinese=self._words.chinese)

    def _summed(self, tally: Tally) -> str:
        money = wording.short_money(tally.value_fen)
        return f"{tally.units:,} · {money} · {self._area(tally)}"

    def offer(self, steps: Sequence[tuple[BoardStep, str]]) -> None:
        """Offer these steps, each with its button's words."""
        clear(self._buttons)
        first = True
        for step, words in steps:
            role = "primary" if step.primary and first else ""
            first = first and role != "primary"
            made = button(words, partial(self.step_wanted.emit, step), step.icon, role)
            made.setObjectName(step.step)
            made.setAutoDefault(False)
            self._buttons.addWidget(made)

    def _parts(self, *, unit: bool) -> None:
        self._badge.setVisible(unit)
        self._facts.setVisible(unit)
        self.extras.setVisible(unit)
        if not unit:
            self.line.show_line(None, ())
        for part in (
            self._price, self._hint, self.plans, self.bound, *self._rules, self._deal_head, self._deal,
            self._history_head, self._history,
        ):  # fmt: skip
            part.hide()
