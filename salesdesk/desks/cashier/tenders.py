"""Ways of paying on one receipt: kind, amount and reference, a row each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import button
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import say
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import TenderLine

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PLUS = ("+", "\uff0b")
_MOST_ROWS = 5
_LONGEST_REFERENCE = 60


class AmountField(MoneyField):
    """An amount beside its tender: Up and Down turn the tender, + starts another one.

    Signals:
        turned: -1 or 1.
        more: another tender is wanted.
    """

    turned = Signal(object)
    more = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.turned.emit(step)
        elif event.text() in _PLUS:
            self.more.emit()
        else:
            super().keyPressEvent(event)


class TenderRow(QWidget):
    """One way of paying.

    Signals:
        changed: kind, amount or reference is another.
        entered: Return was pressed.
        removed: its cross was pressed.
        more: another row is wanted.
    """

    changed = Signal()
    entered = Signal()
    removed = Signal()
    more = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox()
        for kind in TenderKind:
            self.kind.addItem(say("tenders", kind), kind.value)
        self.kind.setAccessibleName(self.tr("Way of paying"))
        self.kind.setToolTip(self.tr("Up and Down in the amount change it"))
        self.amount = AmountField()
        self.amount.setProperty("role", "big")
        self.amount.setAccessibleName(self.tr("Amount"))
        self.amount.setPlaceholderText(self.tr("Amount"))
        self.reference = QLineEdit()
        self.reference.setMaxLength(_LONGEST_REFERENCE)
        self.reference.setAccessibleName(self.tr("Reference"))
        self.reference.setPlaceholderText(self.tr("Slip or order number"))
        self._cross = QToolButton()
        self._cross.setToolTip(self.tr("Take this way of paying away"))
        self._cross.setAccessibleName(self.tr("Take this way of paying away"))
        set_icon(self._cross, "x", "dim", 15)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.kind, 3)
        line.addWidget(self.amount, 5)
        line.addWidget(self.reference, 4)
        line.addWidget(self._cross)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.amount.changed.connect(lambda _fen: self.changed.emit())
        self.amount.turned.connect(self._turn)
        self.amount.more.connect(self.more)
        self.amount.returnPressed.connect(self.entered)
        self.reference.returnPressed.connect(self.entered)
        self._cross.clicked.connect(lambda _checked=False: self.removed.emit())
        self._kind_changed()

    def line(self) -> TenderLine | None:
        """Give what is entered; None without an amount."""
        amount = self.amount.fen()
        if amount is None:
            return None
        kind = str(self.kind.currentData())
        reference = "" if kind == TenderKind.CASH else self.reference.text().strip()
        return TenderLine(kind=kind, amount_fen=amount, reference=reference)

    def set_kind(self, kind: TenderKind) -> None:
        """Choose this way of paying."""
        self.kind.setCurrentIndex(self.kind.findData(kind.value))

    def show_cross(self, *, shown: bool) -> None:
        """Show or hide the cross: the last row stays."""
        self._cross.setVisible(shown)

    def stand_after(self, other: "TenderRow") -> None:
        """Come after *other* when Tab is pressed."""
        before: QWidget = other._cross  # noqa: SLF001 - the same class
        for field in (self.kind, self.amount, self.reference, self._cross):
            QWidget.setTabOrder(before, field)
            before = field

    def _kind_changed(self, _index: int = 0) -> None:
        self.reference.setEnabled(self.kind.currentData() != TenderKind.CASH.value)
        self.changed.emit()

    def _turn(self, step: int) -> None:
        self.kind.setCurrentIndex((self.kind.currentIndex() + step) % self.kind.count())


class Tenders(QWidget):
    """The rows together.

    Signals:
        changed: some row is another.
        entered: Return was pressed in a row.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[TenderRow] = []
        self._more = button(self.tr("Another way of paying (+)"), self.add, "plus", "link")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._lines.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._new_row()

    def lines(self) -> tuple[TenderLine, ...]:
        """Give the rows that have an amount."""
        return tuple(line for row in self.rows if (line := row.line()) is not None)

    def total_fen(self) -> int:
        """Give the sum."""
        return sum(line.amount_fen for line in self.lines())

    def add(self) -> None:
        """Add a row and go there; an empty one that is there already is taken."""
        empty = next((row for row in self.rows if not row.amount.text().strip()), None)
        if empty is None and len(self.rows) < _MOST_ROWS:
            empty = self._new_row()
            used = {row.kind.currentData() for row in self.rows[:-1]}
            free = next((kind for kind in TenderKind if kind.value not in used), TenderKind.CASH)
            empty.set_kind(free)
        if empty is not None:
            empty.amount.setFocus()

    def clear(self) -> None:
        """Start again with one empty row of cash."""
        while len(self.rows) > 1:
            self._drop(self.rows[-1])
        row = self.rows[0]
        row.set_kind(TenderKind.CASH)
        row.amount.clear()
        row.reference.clear()
        self.right()

    def unreadable(self) -> TenderRow | None:
        """Give the first row whose amount is written but no amount, marked."""
        for row in self.rows:
            if row.amount.text().strip() and not row.amount.fen():
                set_tone(row.amount, "wrong", value=True)
                return row
        return None

    def right(self) -> None:
        """Take the marks away."""
        for row in self.rows:
            set_tone(row.amount, "wrong", value=False)

    def focus_amount(self) -> None:
        """Put the cursor into the first empty amount, or the first one, all of it chosen."""
        row = next((row for row in self.rows if not row.amount.text().strip()), self.rows[0])
        row.amount.setFocus()
        row.amount.selectAll()

    def _new_row(self) -> TenderRow:
        row = TenderRow(self)
        row.changed.connect(self.changed)
        row.entered.connect(self.entered)
        row.more.connect(self.add)
        row.removed.connect(partial(self._drop, row))
        if self.rows:
            row.stand_after(self.rows[-1])
        self.rows.append(row)
        self._lines.insertWidget(len(self.rows) - 1, row)
        row.show()  # at once, so that Tab finds it
        self._show_crosses()
        return row

    def _drop(self, row: TenderRow) -> None:
        if len(self.rows) > 1:
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
            self._show_crosses()
            self.changed.emit()

    def _show_crosses(self) -> None:
        for row in self.rows:
            row.show_cross(shown=len(self.rows) > 1)
        self._more.setVisible(len(self.rows) < _MOST_ROWS)
