"""The model under every list: frozen lines, filtered and sorted without a proxy."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from salesdesk.desks.widgets.columns import Column
from salesdesk.desks.widgets.theme import colour

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Lines(QAbstractTableModel, Generic[T]):
    """Shows *columns* of the lines it is given; *key* tells which line is which."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._all: list[T] = []
        self._shown: list[T] = []
        self._needles: list[str] = []
        self._keep: Callable[[T], bool] | None = None
        self._order: tuple[int, bool] | None = None

    def set_lines(self, lines: Sequence[T]) -> None:
        """Show other lines, in the order and by the filter in force."""
        self._all = list(lines)
        self._arrange()

    def patch(self, line: T) -> None:
        """Show *line* in the place of the one with its key, or add it."""
        wanted = self._key(line)
        for at, old in enumerate(self._all):
            if self._key(old) == wanted:
                self._all[at] = line
                break
        else:
            self._all.append(line)
        row = self.row_of(wanted)
        if row < 0 or self._order is not None or not self._wanted(line):
            self._arrange()
            return
        self._shown[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def set_filter(self, text: str) -> None:
        """Show only lines in which every word of *text* stands in some column."""
        self._needles = text.casefold().split()
        self._arrange()

    def set_keep(self, keep: Callable[[T], bool] | None) -> None:
        """Show only lines for which *keep* says yes."""
        self._keep = keep
        self._arrange()

    def line(self, row: int) -> T:
        """Give the line shown at *row*."""
        return self._shown[row]

    def lines(self) -> Sequence[T]:
        """Give the lines shown, in order."""
        return tuple(self._shown)

    def all_lines(self) -> Sequence[T]:
        """Give every line, shown or filtered away."""
        return tuple(self._all)

    def key_at(self, row: int) -> Hashable:
        """Give the key of the line shown at *row*."""
        return self._key(self._shown[row])

    def row_of(self, key: Hashable) -> int:
        """Give the row that shows the line with *key*, -1 where none does."""
        return next((at for at, line in enumerate(self._shown) if self._key(line) == key), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, line = self.columns[index.column()], self._shown[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.text(line)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment()
        if role == Qt.ItemDataRole.ForegroundRole and column.tone is not None:
            tone = column.tone(line)
            return colour(tone) if tone else None
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].alignment()
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        known = 0 <= column < len(self.columns)
        self._order = (column, order is Qt.SortOrder.DescendingOrder) if known else None
        self._arrange()

    def _wanted(self, line: T) -> bool:
        if self._keep is not None and not self._keep(line):
            return False
        if not self._needles:
            return True
        text = "\n".join(column.text(line) for column in self.columns).casefold()
        return all(needle in text for needle in self._needles)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [line for line in self._all if self._wanted(line)]
        if self._order is not None:
            at, falling = self._order
            self._shown.sort(key=self.columns[at].rank, reverse=falling)
        self.endResetModel()
