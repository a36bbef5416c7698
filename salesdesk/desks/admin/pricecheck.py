"""The second step of an import: what was read, as what, and what is wrong with it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSplitter, QTabWidget, QVBoxLayout, QWidget

from salesdesk.desks.admin.mapping import MappingPanel
from salesdesk.desks.admin.projectchoice import ProjectChoice
from salesdesk.desks.admin.sheetpreview import SheetPreview
from salesdesk.desks.admin.tabtools import TabTools
from salesdesk.desks.admin.words import DIALECTS, word
from salesdesk.desks.widgets.countbox import CountBox
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, column, row
from salesdesk.desks.widgets.problems import ProblemTable
from salesdesk.desks.wording import language
from salesdesk.intake.dialects import SEARCHED_ROWS
from salesdesk.intake.rows import Dialect, PriceListReading, Recognised
from salesdesk.office.inventory.template_columns import PRICE_LIST

_PROBLEMS = 1


class PriceCheck(QWidget):
    """Preview, columns and problems of a price list.

    Signals:
        reread: the columns, the sheet or the row of headings were chosen anew.
        onward: compare with the office.
        back: take another file.
    """

    reread = Signal()
    onward = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {field.field: field.heading(language()) for field in PRICE_LIST}
        self._reading: PriceListReading | None = None
        self._by_hand = False
        self.file = PlainLabel("", "heading").selectable()
        self.dialect = Pill()
        self.count = PlainLabel("", "dim")
        self.project = ProjectChoice(new=True)
        self.sheet = QComboBox(self)
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.sheet.setMinimumWidth(150)
        self.heading_row = CountBox(1, SEARCHED_ROWS, self)
        self.heading_row.setKeyboardTracking(False)
        prefix = self.tr("Headings in row")
        self.heading_row.setPrefix(f"{prefix} ")
        self.preview = SheetPreview(self)
        self.mapping = MappingPanel(PRICE_LIST)
        self.problems = ProblemTable("admin-import-problems")
        self.notes = ProblemTable("admin-import-notes", notes=True)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.preview, self.tr("First rows"))
        self.tabs.addTab(self.problems, "")
        self.tabs.addTab(self.notes, "")
        self.tools = TabTools(self.tabs)
        self.next = button(
            self.tr("Compare with the office"), self.onward.emit, "arrow-right", "primary",
            shortcut="Ctrl+Return",
        )  # fmt: skip
        self.other = button(self.tr("Another file"), self.back.emit, "arrow-left", "quiet")
        self.why = PlainLabel("", "wrong")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._timer.timeout.connect(self.reread.emit)
        self.mapping.changed.connect(self._chosen_by_hand)
        self.sheet.activated.connect(self._other_sheet)
        self.heading_row.valueChanged.connect(self._other_heading)
        self.project.changed.connect(self._gate)
        self._lay()

    def choice(self) -> tuple[dict[str, int] | None, str | None, int | None]:
        """Give mapping, sheet and row of headings for `price_list`; None: as recognised."""
        sheet = self.sheet.currentData()
        if not self._by_hand:
            return None, sheet, None
        return self.mapping.mapping(), sheet, self.heading_row.value()

    def show_file(self, name: str, sheets: tuple[str, ...]) -> None:
        """Begin with another file."""
        self._by_hand = False
        self.file.setText(name)
        self.sheet.clear()
        self.sheet.addItem(self.tr("All lists of the file"), None)
        for sheet in sheets:
            self.sheet.addItem(sheet, sheet)
        self.sheet.setVisible(len(sheets) > 1)

    def show_reading(self, reading: PriceListReading) -> None:
        """Show what was read."""
        self._reading = reading
        seen = reading.sheets[0] if reading.sheets else None
        known = reading.dialect is not Dialect.UNKNOWN
        tone = "good" if known else "warn"
        self.dialect.show_text(word("dialects", DIALECTS, reading.dialect.value), tone)
        rows = len(reading.rows) + len(reading.grid)
        self.count.setText(self.tr("%n unit(s) read", "", rows))
        self.preview.show_sheet(seen, self._words)
        self._show_columns(seen)
        self.problems.set_lines(reading.problems)
        self.notes.set_lines(reading.notes)
        wrong = self.tr("Problems ({count})").format(count=len(reading.problems))
        noted = self.tr("Notes ({count})").format(count=len(reading.notes))
        self.tabs.setTabText(_PROBLEMS, wrong)
        self.tabs.setTabText(_PROBLEMS + 1, noted)
        if not self._by_hand:
            lists = known and reading.problems
            self.tabs.setCurrentIndex(_PROBLEMS if lists else 0)
        self._gate()

    def _show_columns(self, seen: Recognised | None) -> None:
        grid = seen is not None and seen.dialect is Dialect.GRID
        self._side.setVisible(seen is not None and not grid)
        self.heading_row.setVisible(not grid)
        if seen is None:
            return
        self.heading_row.blockSignals(True)
        self.heading_row.setValue(max(1, seen.heading_row))
        self.heading_row.blockSignals(False)
        if not self._by_hand:
            self.mapping.show_sheet(seen)

    def _lay(self) -> None:
        self._side = Card(margin=12)
        self._side.body.addWidget(PlainLabel(self.tr("Columns"), "heading"))
        self._side.body.addWidget(
            PlainLabel(self.tr("Choose what the file calls differently."), "hint").wrapping()
        )
        self._side.body.addWidget(self.mapping, 1)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.tabs)
        middle.addWidget(self._side)
        middle.setStretchFactor(0, 1)
        middle.setSizes([700, 318])
        head = row(self.file, self.dialect, self.count, None, self.project, spacing=10)
        choices = row(self.sheet, self.heading_row, None)
        foot = row(self.other, None, self.why, self.next, spacing=12)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.addLayout(column(head, choices, spacing=6))
        lines.addWidget(middle, 1)
        lines.addLayout(foot)

    def _chosen_by_hand(self) -> None:
        self._by_hand = True
        self._timer.start()

    def _other_sheet(self) -> None:
        self._by_hand = False
        self._timer.start()

    def _other_heading(self) -> None:
        self._by_hand = True
        self._timer.start()

    def _gate(self) -> None:
        reading = self._reading
        why = ""
        if reading is None or not (reading.rows or reading.grid):
            why = self.tr("No unit could be read.")
        elif reading.problems:
            why = self.tr("Mend the problems in the file, then choose it again.")
        elif not self.project.name():
            why = self.tr("Choose or name the project.")
        self.why.setText(why)
        self.next.setEnabled(not why)
