"""The list of every desk: sorted, filtered, copied, exported, printed, widths remembered."""

from collections.abc import Callable, Collection, Hashable, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, TableSheet, sheet_of
from salesdesk.desks.widgets.desk import Desk
from salesdesk.desks.widgets.fields import copy_text
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.lines import Lines
from salesdesk.desks.widgets.memory import MEMORY
from salesdesk.desks.widgets.outlets import OUTLETS, file_name, not_written, write_csv
from salesdesk.desks.widgets.paper import open_list

T = TypeVar("T")
_ROW_HEIGHT: Final = 34
_PADDING: Final = 16
"""Left and right of a cell's text together, by the sheet of looks."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CardTable(QWidget, Generic[T]):
    """A list of frozen lines with an empty state.

    *name* keeps its column widths and heads its exports' file names; *key* tells which line is
    which, so that the chosen one stays chosen when the list is asked for again.

    Signals:
        chosen: the current line, or None.
        opened: the line double-clicked or taken by Return.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        empty: EmptyState | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.title = name
        self.model: Lines[T] = Lines(columns, key, self)
        self.view = _View(self)
        self.view.setModel(self.model)
        self._empty = empty or EmptyState(self.tr("Nothing here yet"))
        self.banner = Banner()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.banner)
        lines.addLayout(self._stack, 1)
        self._actions: list[tuple[str, str, Callable[[T], object]]] = []
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(400)
        self._saver.timeout.connect(self._remember)
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self.view.doubleClicked.connect(self._open)
        self.view.entered_line.connect(self._open)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.horizontalHeader().sectionResized.connect(self._resized)
        self.setFocusProxy(self.view)
        self._set_widths()
        self._show_state()

    def set_lines(self, lines: Sequence[T]) -> None:
        """Show other lines; the chosen one stays chosen where it is still among them."""
        before = self._current_key()
        self.model.set_lines(lines)
        self._again(before)

    def patch(self, line: T) -> None:
        """Show the new state of one line."""
        before = self._current_key()
        self.model.patch(line)
        self._again(before)

    def hide_empty(self, columns: Collection[int]) -> None:
        """Hide those of *columns* (0..) in which no line says anything, on the screen and on what leaves it."""
        lines = self.model.lines()
        for at in columns:
            value = self.model.columns[at].value
            hidden = bool(lines) and all(value(line) in {None, ""} for line in lines)
            self.view.setColumnHidden(at, hidden)

    def set_filter(self, text: str) -> None:
        """Show only lines that hold every word of *text*."""
        before = self._current_key()
        self.model.set_filter(text)
        self._again(before)

    def set_keep(self, keep: Callable[[T], bool] | None) -> None:
        """Show only lines for which *keep* says yes."""
        before = self._current_key()
        self.model.set_keep(keep)
        self._again(before)

    def current(self) -> T | None:
        """Give the current line."""
        index = self.view.currentIndex()
        return self.model.line(index.row()) if index.isValid() else None

    def selected(self) -> list[T]:
        """Give every selected line, top first."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.line(row) for row in rows]

    def choose(self, key: Hashable) -> bool:
        """Make the line with *key* current and visible; tell whether it is there."""
        row = self.model.row_of(key)
        if row >= 0:
            self.view.selectRow(row)
            self.view.scrollTo(self.model.index(row, 0))
        return row >= 0

    def forget(self) -> None:
        """Let no line be current, and show the top."""
        self.view.setCurrentIndex(QModelIndex())
        self.view.clearSelection()
        self.view.scrollToTop()

    def add_action(self, text: str, icon_name: str, clicked: Callable[[T], object]) -> None:
        """Offer *clicked* on the line under the pointer, in the context menu."""
        self._actions.append((text, icon_name, clicked))

    def sheet(self) -> TableSheet:
        """Give what is shown as a sheet that can leave the window."""
        columns = [
            column
            for at, column in enumerate(self.model.columns)
            if not self.view.isColumnHidden(at)
        ]
        return sheet_of(self.title, columns, self.model.lines())

    def copy(self) -> None:
        """Put the selected lines on the clipboard, with tabs, as a spreadsheet takes them."""
        chosen = self.selected() or list(self.model.lines())
        rows = [[column.text(line) for column in self.model.columns] for line in chosen]
        copy_text("\n".join("\t".join(cells) for cells in rows))

    def export(self) -> None:
        """Ask for a file and write what is shown: .xlsx where possible, else .csv."""
        kinds = [self.tr("Text file (*.csv)")]
        if OUTLETS.workbook is not None:
            kinds.insert(0, self.tr("Excel workbook (*.xlsx)"))
        suffix = "csv" if OUTLETS.workbook is None else "xlsx"
        start = str(Path.home() / file_name(self.title, suffix))
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Export the list"), start, ";;".join(kinds)
        )
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write what is shown to *path*; its ending decides the kind.

        On a desk it is written by the thread for long work, so that the window does not wait.
        """
        job = partial(_written, self.sheet(), path)
        desk = self._desk()
        if desk is None:
            self._wrote(path, job())
        else:
            desk.link.run(self, lambda _step, _cancelled: job(), partial(self._wrote, path))

    def print_view(self) -> None:
        """Preview what is shown on paper."""
        desk = self._desk()
        if desk is not None:
            open_list(desk.link, self, self.sheet())

    def _wrote(self, path: Path, error: OSError | None) -> None:
        desk = self._desk()
        self.banner.clear()
        if error is not None:
            self.banner.say(*not_written(error))
        elif desk is not None:
            desk.told.emit(self.tr("Saved: {file}").format(file=path.name))

    def _desk(self) -> Desk | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, Desk):
            above = above.parentWidget()
        return above

    def _again(self, before: Hashable) -> None:
        self._show_state()
        if before is None or not self.choose(before):
            self.chosen.emit(self.current())

    def _show_state(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _current_key(self) -> Hashable:
        index = self.view.currentIndex()
        return self.model.key_at(index.row()) if index.isValid() else None

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.model.line(index.row()) if index.isValid() else None)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.model.line(index.row()))

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        index = self.view.indexAt(at)
        if index.isValid():
            line = self.model.line(index.row())
            for text, icon_name, clicked in self._actions:
                self._entry(menu, text, icon_name, lambda _c=False, do=clicked: do(line))
            if self._actions:
                menu.addSeparator()
        copy = self._entry(menu, self.tr("Copy"), "copy", self.copy)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._entry(menu, self.tr("Export…"), "file-down", self.export)
        if OUTLETS.paper is not None:
            self._entry(menu, self.tr("Print…"), "printer", self.print_view)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _entry(
        self, menu: QMenu, text: str, icon_name: str, clicked: Callable[..., Any]
    ) -> QAction:
        action = menu.addAction(text)
        set_icon(action, icon_name, "dim", 16)
        action.triggered.connect(clicked)
        return action

    def _set_widths(self) -> None:
        header = self.view.horizontalHeader()
        kept = MEMORY.recall(self.name)
        for at, column in enumerate(self.model.columns):
            kept_here = kept[at] if len(kept) == len(self.model.columns) else 0
            header.resizeSection(at, kept_here or column.width or 120)

    def _resized(self, _section: int, _old: int, _new: int) -> None:
        if self.view.isVisible():
            self._saver.start()

    def _remember(self) -> None:
        header = self.view.horizontalHeader()
        sizes = [header.sectionSize(at) for at in range(header.count())]
        if not any(map(self.view.isColumnHidden, range(header.count()))):
            MEMORY.keep(self.name, sizes)  # a hidden column would be kept as having no width


def _written(sheet: TableSheet, path: Path) -> OSError | None:
    """Write *sheet*; give what the disk said against it."""
    try:
        if path.suffix.lower() == ".xlsx" and OUTLETS.workbook is not None:
            OUTLETS.workbook(sheet, path)
        else:
            write_csv(sheet, path)
    except OSError as error:
        return error
    return None


def plain_tip(text: str) -> str:
    """Give *text* for a tool tip, which reads mark-up: what people typed shows as they typed it."""
    return f"<p>{escape(text)}</p>"


class _View(QTableView):
    """A quiet table: whole lines, no grid, Return opens, Ctrl+C copies.

    Signals:
        entered_line: the index on which Return was pressed.
    """

    entered_line = Signal(object)

    def __init__(self, table: CardTable[Any]) -> None:
        super().__init__(table)
        self._table = table
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Show what a cell cuts off, whole, where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            text, box = str(index.data() or ""), self.visualRect(index)
            cut = self.fontMetrics().horizontalAdvance(text) > box.width() - _PADDING
            QToolTip.showText(event.globalPos(), plain_tip(text) if cut else "", self, box)
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered_line.emit(self.currentIndex())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self._table.copy()
            return
        super().keyPressEvent(event)
