"""What a unit is bound to: the lots of a home, the home of a lot, and who may change that."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks import wording
from salesdesk.desks.board.amounts import exact_yuan
from salesdesk.desks.widgets.labels import PlainLabel, Rule, button, clear, row
from salesdesk.office.inventory.lot_rules import LOTS, kind_of
from salesdesk.office.inventory.lot_sheets import BindingCard, LotLine
from salesdesk.office.inventory.rules import FREEZING, UnitState
from salesdesk.office.inventory.sheets import UnitCard


class BoundBox(QWidget):
    """Names what is bound, each with its price; hidden where there is nothing to tell or to do.

    Signals:
        bind_wanted: the home's `UnitCard`, to which a lot shall be bound.
        unbind_wanted: the `LotLine` of the lot that shall be loosened.
        unit_wanted: the id of the unit at the other end.
    """

    bind_wanted = Signal(object)
    unbind_wanted = Signal(object)
    unit_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Rule())
        lines.addWidget(PlainLabel(self.tr("Parking and storage"), "heading"))
        lines.addLayout(self._lines)

    def show_bound(self, card: UnitCard, bound: BindingCard, rights: frozenset[str]) -> None:
        """Show what *card*'s unit is bound to, with the buttons that these *rights* and its state allow."""
        clear(self._lines)
        free = card.state not in FREEZING and card.state is not UnitState.REVIEW
        may_unbind = free and "UnbindLot" in rights
        if bound.home is not None:
            self._say(self.tr("Bound to {unit}"), bound.home)
            if may_unbind:
                own = LotLine(
                    unit=card.id,
                    code=card.code,
                    kind=kind_of(card.use).value,
                    use=card.use,
                    gross_area=card.gross_area,
                    total_fen=card.total_fen,
                )
                self._button(self.tr("Unbind…"), partial(self.unbind_wanted.emit, own), "x")
        for lot in bound.lots:
            self._say("{unit}", lot)
            if may_unbind:
                words = self.tr("Unbind {lot}…").format(lot=lot.code)
                self._button(words, partial(self.unbind_wanted.emit, lot), "x")
        lot_itself = kind_of(card.use) in LOTS
        if free and not lot_itself and "BindLot" in rights:
            self._button(self.tr("Bind a lot…"), partial(self.bind_wanted.emit, card), "link")
        self.setVisible(self._lines.count() > 0)

    def _say(self, words: str, line: LotLine) -> None:
        name = words.format(unit=line.code)
        kind = wording.say("kinds", line.kind)
        price = exact_yuan(-1 if line.total_fen is None else line.total_fen)
        facts = " · ".join((kind, wording.area(line.gross_area), price))
        link = button(name, partial(self.unit_wanted.emit, line.unit), role="link")
        self._lines.addLayout(row(link, None))
        self._lines.addWidget(PlainLabel(facts, "dim").wrapping())

    def _button(self, words: str, clicked: Callable[[], object], sign: str) -> None:
        made = button(words, clicked, sign)
        made.setAutoDefault(False)
        self._lines.addWidget(made)
