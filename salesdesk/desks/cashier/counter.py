"""Counting the drawer: how many of each note and coin, and what that makes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.cashier.sums import counted_fen
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import is_chinese
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.close_rules import MOST_PIECES, PIECES_FEN

_JIAO = 10
_YUAN = 100


class _Pieces(QLineEdit):
    """A small number; Down, Return and Up go through the column."""

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(0, MOST_PIECES, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setPlaceholderText("0")
        self.setMaximumWidth(92)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class CashCounter(QWidget):
    """Notes and coins by pieces.

    Signals:
        changed: the fen counted, or None while nothing is entered.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pieces: dict[int, QLineEdit] = {}
        self._sums: dict[int, PlainLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        half = len(PIECES_FEN) // 2
        for place, piece in enumerate(PIECES_FEN):
            line, at = place % half, 4 * (place // half)
            name = PlainLabel(_name(piece))
            field = _Pieces()
            field.setAccessibleName(_name(piece))
            field.textChanged.connect(partial(self._typed, piece))
            amount = PlainLabel("", "dim")
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            amount.setMinimumWidth(84)
            grid.addWidget(name, line, at)
            grid.addWidget(field, line, at + 1)
            grid.addWidget(amount, line, at + 2)
            self.pieces[piece], self._sums[piece] = field, amount
        grid.setColumnMinimumWidth(3, 18)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(6, 1)

    def fen(self) -> int | None:
        """Give what was counted; None while no field is filled in."""
        entered = self.counts()
        return counted_fen(entered) if entered else None

    def counts(self) -> dict[int, int]:
        """Give how many were entered of each piece (fen)."""
        return {piece: int(field.text()) for piece, field in self.pieces.items() if field.text()}

    def clear(self) -> None:
        """Empty every field."""
        for field in self.pieces.values():
            field.clear()

    def arrive(self) -> None:
        """Put the cursor at the largest note."""
        self.pieces[PIECES_FEN[0]].setFocus()

    def _typed(self, piece: int, text: str) -> None:
        count = int(text) if text else 0
        self._sums[piece].setText(format_yuan(piece * count) if count else "")
        self.changed.emit(self.fen())


def _name(piece_fen: int) -> str:
    if not is_chinese():
        return f"¥{piece_fen / _YUAN:g}"
    return f"{piece_fen // _YUAN} 元" if piece_fen >= _YUAN else f"{piece_fen // _JIAO} 角"
