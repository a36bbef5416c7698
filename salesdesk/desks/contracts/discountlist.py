"""Discounts to tick in their order, and what they make of the price, step by step."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import money, say
from salesdesk.kernel.errors import UserError
from salesdesk.office.sales.discount_queries import discounts, price_offer
from salesdesk.office.sales.discount_rules import DiscountedPrice, DiscountKind
from salesdesk.office.sales.sheets import DealCard, DiscountLine

_MOST_SHOWN, _ROW, _GAP = 5, 24, 16


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
        self._ticked: list[str] = []
        self.box = QTreeWidget()
        self.box.setHeaderHidden(True)
        self.box.setRootIsDecorated(False)
        self.box.setColumnCount(2)
        self.box.itemChanged.connect(self._changed)
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
        return tuple(self._ticked)

    def _came(self, offered: Sequence[DiscountLine]) -> None:
        blocked = QSignalBlocker(self.box)
        for line in (one for one in offered if one.runs):
            item = QTreeWidgetItem(self.box, [line.name, _figure(line)])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Unchecked)
        blocked.unblock()
        count = self.box.topLevelItemCount()
        self.box.setFixedHeight(_ROW * min(_MOST_SHOWN, max(1, count)) + 8)
        self.box.resizeColumnToContents(0)
        self.box.setColumnWidth(0, self.box.columnWidth(0) + _GAP)
        if not count:
            self.box.hide()
            self.steps.setText(self.tr("No discount is on offer today."))

    def _changed(self, item: QTreeWidgetItem) -> None:
        name = item.text(0)
        if item.checkState(0) == Qt.CheckState.Checked:
            if name not in self._ticked:
                self._ticked.append(name)
        elif name in self._ticked:
            self._ticked.remove(name)
        if not self._ticked:
            self.steps.setText("")
            self.reckoned.emit(None)
            return
        asked = self.names()

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


def _figure(line: DiscountLine) -> str:
    figure = (
        f"{line.value / 100:g} %" if line.kind == DiscountKind.PERCENTAGE else money(line.value)
    )
    words = f"{say('discounts', line.kind)} {figure}"
    return f"{words} · {line.mode}" if line.mode else words
