"""A field that finds one customer or unit: typed, and chosen from what the office found."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.gathering import typed
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.office.customers.sheets import FoundLine
from salesdesk.office.figures.search import find

_ROWS, _ROW = 3, 26


class RecordField(QWidget):
    """Finds records of one *kind* of the search box ("customer" or "unit").

    Signals:
        chosen: the record's number, or None while there is none.
    """

    chosen = Signal(object)

    def __init__(self, link: Link, kind: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._kind = link, kind
        self._turn = 0
        self._key: int | None = None
        self.text = QLineEdit()
        self.text.setPlaceholderText(hint)
        self.text.setMaxLength(60)
        self.text.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFixedHeight(_ROWS * _ROW)
        self.list.hide()
        self.none = PlainLabel(self.tr("Nothing found"), "hint")
        self.none.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for part in (self.text, self.list, self.none):
            lines.addWidget(part)
        self.setFocusProxy(self.text)
        self._pause = typed(self, self.look_up)
        self.text.textChanged.connect(lambda _text: self._typed())
        self.text.returnPressed.connect(self.look_up)
        self.list.itemSelectionChanged.connect(self._pick)

    def key(self) -> int | None:
        """Give the record's number; None where none is chosen."""
        return self._key

    def settle(self, key: int, words: str) -> None:
        """Choose a record that is known already."""
        blocked = QSignalBlocker(self.text)
        self.text.setText(words)
        blocked.unblock()
        self.list.hide()
        self._set(key)

    def open_end(self) -> bool:
        """Tell whether something is typed that leads to no record."""
        return bool(self.text.text().strip()) and self._key is None

    def look_up(self) -> None:
        """Ask for what fits what is typed."""
        self._pause.stop()
        self._turn += 1
        turn, text = self._turn, self.text.text().strip()
        if text:
            self._link.ask(self, lambda lines: self._show(turn, lines), find, text)
        else:
            self._show(turn, ())

    def _typed(self) -> None:
        self._set(None)
        self._pause.start()

    def _show(self, turn: int, lines: Sequence[FoundLine]) -> None:
        if turn != self._turn:
            return
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        for line in lines:
            if line.kind == self._kind:
                item = QListWidgetItem(f"{line.title}    {line.detail}")
                item.setData(Qt.ItemDataRole.UserRole, line.key)
                self.list.addItem(item)
        blocked.unblock()
        count = self.list.count()
        self.list.setVisible(count > 1)
        self.none.setVisible(bool(self.text.text().strip()) and not count)
        if count:
            self.list.setCurrentRow(0)

    def _pick(self) -> None:
        if self.list.currentRow() < 0:
            self._set(None)
        else:
            self._set(int(self.list.currentItem().data(Qt.ItemDataRole.UserRole)))

    def _set(self, key: int | None) -> None:
        if key != self._key:
            self._key = key
            self.chosen.emit(key)
