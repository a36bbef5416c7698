"""The discounts on offer today, to tick in their order."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from salesdesk.desks.wording import money, say
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.sheets import DiscountLine

_MOST_SHOWN, _ROW, _TICK, _GAP = 5, 24, 28, 16


class DiscountTicks(QTreeWidget):
    """A list of discounts; those ticked count in the order of ticking.

    Signals:
        ticked: the names ticked, in their order.
    """

    ticked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setColumnCount(2)
        self.itemChanged.connect(self._changed)

    def names(self) -> tuple[str, ...]:
        """Give the discounts ticked, in their order."""
        return tuple(self._names)

    def offer(self, offered: Sequence[DiscountLine]) -> int:
        """Show those that run today, nothing ticked; give how many there are."""
        blocked = QSignalBlocker(self)
        self.clear()
        self._names.clear()
        for line in (one for one in offered if one.runs):
            item = QTreeWidgetItem(self, [line.name, discount_figure(line)])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setSizeHint(0, QSize(0, _ROW))
            item.setToolTip(0, f"{line.name} · {discount_figure(line)}")
            item.setToolTip(1, discount_figure(line))
            item.setCheckState(0, Qt.CheckState.Unchecked)
        blocked.unblock()
        count = self.topLevelItemCount()
        shown = [line.name for line in offered if line.runs]
        self.setFixedHeight(_ROW * min(_MOST_SHOWN, max(1, count)) + 8)
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in shown), default=0)
        self.setColumnWidth(0, widest + _TICK + _GAP)
        self.setVisible(bool(count))
        return count

    def _changed(self, item: QTreeWidgetItem) -> None:
        name = item.text(0)
        if item.checkState(0) == Qt.CheckState.Checked:
            if name not in self._names:
                self._names.append(name)
        elif name in self._names:
            self._names.remove(name)
        self.ticked.emit(self.names())


def discount_figure(line: DiscountLine) -> str:
    """Write what a discount takes off, and for which payment mode."""
    figure = (
        f"{line.value / 100:g} %" if line.kind == DiscountKind.PERCENTAGE else money(line.value)
    )
    words = f"{say('discounts', line.kind)} {figure}"
    manner = say("manners", line.manner) if line.manner else ""
    return " · ".join(part for part in (words, line.mode, manner) if part)
