"""The units of one floor, as a table one types into."""

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from salesdesk.desks.admin.tint import Tint
from salesdesk.desks.widgets.theme import colour
from salesdesk.kernel.money import NotAnAmount, parse_yuan
from salesdesk.office.inventory.patterns import PatternUnit

_NUMBER, _LAYOUT, _ORIENTATION, _GROSS, _INSIDE, _PRICE, _STEP, _USE = range(8)
_WIDTHS = (78, 92, 58, 76, 76, 84, 90, 56)
_FIGURES = frozenset({_GROSS, _INSIDE, _PRICE, _STEP})
_ROW = 30


class GridFault(NamedTuple):
    """A cell that holds no figure: row and column from 0."""

    row: int
    column: int


class UnitGrid(QTableWidget):
    """Number, layout, orientation, areas, price and step of each unit of a floor.

    Signals:
        edited: something was typed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(0, len(_WIDTHS))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Number"),
                self.tr("Layout"),
                self.tr("Faces"),
                self.tr("Gross"),
                self.tr("Inside"),
                self.tr("Yuan/m²"),
                self.tr("Per floor"),
                self.tr("Use"),
            ]
        )
        for at, wide in enumerate(_WIDTHS):
            self.setColumnWidth(at, wide)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for at, tip in (
            (_GROSS, self.tr("Gross area in m²")),
            (_INSIDE, self.tr("Inside area in m²; may be empty")),
            (_PRICE, self.tr("Price per m² on the lowest floor, in yuan")),
            (_STEP, self.tr("What each floor adds to the price per m², in yuan")),
        ):
            head = self.horizontalHeaderItem(at)
            if head is not None:
                head.setToolTip(tip)
        self.setItemDelegate(Tint(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setTabKeyNavigation(True)
        self.setAccessibleName(self.tr("Units of a floor"))
        self.itemChanged.connect(lambda _item: self.edited.emit())

    def add_unit(self, *texts: str) -> None:
        """Add a unit; without *texts* like the last one with the next number."""
        row = self.rowCount()
        given = list(texts)
        if not given and row:
            given = [self._text(row - 1, at) for at in range(self.columnCount())]
            given[_NUMBER] = _next(given[_NUMBER])
        given += [""] * (self.columnCount() - len(given))
        if not given[_NUMBER]:
            given[_NUMBER] = "01"
        self.blockSignals(True)
        self.insertRow(row)
        for at, text in enumerate(given):
            item = QTableWidgetItem(text)
            if at in _FIGURES:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, at, item)
        self.blockSignals(False)
        self.setCurrentCell(row, _NUMBER)
        self.edited.emit()

    def remove_unit(self) -> None:
        """Take the current unit away."""
        if self.currentRow() >= 0:
            self.removeRow(self.currentRow())
            self.edited.emit()

    def units(self) -> tuple[tuple[PatternUnit, ...], tuple[GridFault, ...]]:
        """Give the units, and the cells that hold no figure; those are marked."""
        units: list[PatternUnit] = []
        faults: list[GridFault] = []
        self.blockSignals(True)
        for row in range(self.rowCount()):
            unit = self._unit(row, faults)
            if unit is not None:
                units.append(unit)
        wrong = set(faults)
        for row in range(self.rowCount()):
            for at in _FIGURES:
                item = self.item(row, at)
                if item is not None:
                    bad = GridFault(row, at) in wrong
                    item.setData(
                        Qt.ItemDataRole.BackgroundRole, colour("danger_soft") if bad else None
                    )
        self.blockSignals(False)
        return tuple(units), tuple(faults)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert:
            self.add_unit()
            return
        if event.key() == Qt.Key.Key_Delete and event.modifiers():
            self.remove_unit()
            return
        super().keyPressEvent(event)

    def _unit(self, row: int, faults: list[GridFault]) -> PatternUnit | None:
        before = len(faults)
        gross = self._area(row, _GROSS, faults)
        inside = self._area(row, _INSIDE, faults)
        price = self._money(row, _PRICE, faults)
        step = self._money(row, _STEP, faults)
        if gross is None and GridFault(row, _GROSS) not in faults:
            faults.append(GridFault(row, _GROSS))
        if len(faults) > before or gross is None:
            return None
        return PatternUnit(
            number=self._text(row, _NUMBER),
            gross_area=gross,
            unit_price_fen=price,
            inside_area=inside,
            floor_step_fen=step or 0,
            layout=self._text(row, _LAYOUT),
            orientation=self._text(row, _ORIENTATION),
            use=self._text(row, _USE),
        )

    def _area(self, row: int, column: int, faults: list[GridFault]) -> Decimal | None:
        text = self._text(row, column).replace(",", "")
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite():
            faults.append(GridFault(row, column))
            return None
        return value

    def _money(self, row: int, column: int, faults: list[GridFault]) -> int | None:
        text = self._text(row, column)
        if not text:
            return None
        sign = -1 if text.startswith(("-", "−")) else 1
        try:
            return sign * parse_yuan(text.lstrip("-−"))
        except NotAnAmount:
            faults.append(GridFault(row, column))
            return None

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else item.text().strip()


def _next(number: str) -> str:
    return str(int(number) + 1).zfill(len(number)) if number.isdecimal() else ""
