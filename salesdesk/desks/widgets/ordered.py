"""An ordered list of things written one by one: each in words, and the buttons that arrange them."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.labels import button, column, row

T = TypeVar("T")


class WordList(QListWidget):
    """The things in words; Delete takes the chosen one away.

    Signals:
        gone: Delete was pressed.
    """

    gone = Signal(object)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.gone.emit(None)
            return
        super().keyPressEvent(event)


class Ordered(QWidget, Generic[T]):
    """Keeps *items* in order, one to *most* of them, each shown in *words*.

    The form that stands on it says what a *fresh* one is, and how *adds* names it.

    Signals:
        chosen: another one was chosen, or the list changed.
    """

    chosen = Signal(object)

    def __init__(
        self,
        items: Sequence[T],
        words: Callable[[T], str],
        fresh: Callable[[], T],
        most: int,
        adds: str,
    ) -> None:
        super().__init__()
        self.items = list(items)
        self._words, self._fresh, self._most = words, fresh, most
        self.list = WordList()
        self.list.setWordWrap(True)
        self.add = button(adds, self.add_one, "plus", shortcut="Alt+Ins")
        gone = self.tr("Delete")
        self.remove = button(self.tr("Remove"), self.remove_one, "trash-2", tip=gone)
        self.up = button("", lambda: self.move_one(-1), "chevron-up", shortcut="Alt+Up")
        self.down = button("", lambda: self.move_one(1), "chevron-down", shortcut="Alt+Down")
        self.up.setAccessibleName(self.tr("Move up"))
        self.down.setAccessibleName(self.tr("Move down"))
        for one in (self.add, self.remove, self.up, self.down):
            one.setAutoDefault(False)
        self.list.gone.connect(lambda _none: self.remove_one())
        keys = column(self.add, self.remove, row(self.up, self.down), None)
        self.setLayout(row(self.list, keys, spacing=10))
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(lambda _at: self._shown())

    def at(self) -> int:
        """Give the place of the one chosen."""
        return self.list.currentRow()

    def one(self) -> T:
        """Give the one chosen."""
        return self.items[self.at()]

    def put(self, item: T) -> None:
        """Put *item* in the place of the one chosen."""
        at = self.at()
        self.items[at] = item
        self.list.item(at).setText(self._line(at))

    def choose(self, at: int) -> None:
        """Choose the one at a place."""
        self.list.setCurrentRow(at)

    def add_one(self) -> None:
        """Put a fresh one after the one chosen."""
        if len(self.items) < self._most:
            at = self.at() + 1
            self.items.insert(at, self._fresh())
            self.show_all(at)

    def remove_one(self) -> None:
        """Take the one chosen away; the last one stays."""
        at = self.at()
        if at >= 0 and len(self.items) > 1:
            del self.items[at]
            self.show_all(min(at, len(self.items) - 1))

    def move_one(self, by: int) -> None:
        """Move the one chosen up (-1) or down (1)."""
        at = self.at()
        if at >= 0 and 0 <= at + by < len(self.items):
            self.items[at], self.items[at + by] = self.items[at + by], self.items[at]
            self.show_all(at + by)

    def show_all(self, at: int) -> None:
        """Show all anew, the one *at* a place chosen."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for place in range(len(self.items)):
                self.list.addItem(self._line(place))
            self.list.setCurrentRow(at)
        self._shown()

    def _line(self, place: int) -> str:
        return f"{place + 1}  {self._words(self.items[place])}"

    def _shown(self) -> None:
        at, many = self.at(), len(self.items)
        self.add.setEnabled(many < self._most)
        self.remove.setEnabled(many > 1)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < many - 1)
        self.chosen.emit(at)
