"""The first rows of a file, its columns marked as what they were taken for."""

from collections.abc import Mapping
from string import ascii_uppercase
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from salesdesk.desks.admin.tint import Tint
from salesdesk.desks.widgets.theme import colour
from salesdesk.intake.rows import Recognised

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW_HEIGHT = 26
_WIDEST = 190
_NARROWEST = 74


def letters(column: int) -> str:
    """Give the name of *column* (from 0) as spreadsheets write it: A, B, … AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, len(ascii_uppercase))
        name = ascii_uppercase[rest] + name
    return name


class _Rows(QAbstractTableModel):
    """Headings and rows of one sheet; columns that are used are tinted and named."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: Recognised | None = None
        self._words: Mapping[str, str] = {}
        self._fields: dict[int, str] = {}
        self._width = 0

    def show_sheet(self, seen: Recognised | None, words: Mapping[str, str]) -> None:
        """Show another sheet; *words* names its fields."""
        self.beginResetModel()
        self._seen, self._words = seen, words
        self._fields = {}
        self._width = 0
        if seen is not None:
            self._fields = {column: field for field, column in seen.mapping.items()}
            self._width = max([len(seen.headings), *(len(cells) for cells in seen.preview)])
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        if parent.isValid() or self._seen is None:
            return 0
        return 1 + len(self._seen.preview)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._width

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        used = index.column() in self._fields
        heading = index.row() == 0
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.BackgroundRole and used:
            return colour("accent_soft")
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour("text" if used else "dim")
        if role == Qt.ItemDataRole.FontRole and heading:
            font = QFont()
            font.setBold(True)
            return font
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        field = self._fields.get(section, "")
        taken = self._words.get(field, field) if field else "–"
        return f"{letters(section)}\n{taken}"

    def _text(self, line: int, column: int) -> str:
        if self._seen is None:
            return ""
        cells = self._seen.headings if line == 0 else self._seen.preview[line - 1]
        cell = cells[column] if column < len(cells) else None
        return "" if cell is None else str(cell).replace("\n", " ")


class SheetPreview(QTableView):
    """Shows the first rows of a sheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._first = 0
        self.setModel(self._rows)
        self.setItemDelegate(Tint(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.setAccessibleName(self.tr("The first rows of the file"))

    def show_sheet(self, seen: Recognised | None, words: Mapping[str, str]) -> None:
        """Show *seen* with its columns named by *words*."""
        self._rows.show_sheet(seen, words)
        self.resizeColumnsToContents()
        for column in range(self._rows.columnCount()):
            wide = self.columnWidth(column)
            self.setColumnWidth(column, min(_WIDEST, max(_NARROWEST, wide)))
        used = [at for field, at in seen.mapping.items() if field in words] if seen else []
        self._first = min(used, default=0)
        QTimer.singleShot(0, self, self._to_first)

    def _to_first(self) -> None:
        """Begin at the first column that is used: some files have dozens before it."""
        at = self.horizontalHeader().sectionPosition(self._first)
        self.horizontalScrollBar().setValue(max(0, at))
