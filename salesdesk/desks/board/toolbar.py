"""The strip above the board: which project and building, zoom, filter, paper, workbook."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from salesdesk.desks.board.steps import STEPS, BoardStep
from salesdesk.desks.widgets.icons import icon, set_icon
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button

ALL_BUILDINGS = -1
BULK = ("release", "withdraw")
_ICON, _GAP = 16, 6
"""Pixels of an icon, and between it and the word beside it."""


class BoardBar(QWidget):
    """Buttons of the desk; what they do is the desk's business.

    Signals:
        project, building: the id or index chosen (building None: all).
        larger, smaller, whole: the zoom button of that name.
        filtering: whether the filter bar shall be seen.
        bulk: (`BoardStep`, "chosen" | "filter" | "building" | "project").
        paper: the paper size wanted, "A3" or "A4".
        export, again, past, absorbed: the button of that name; past: to the past, or back to now.
    """

    project = Signal(object)
    building = Signal(object)
    larger = Signal()
    smaller = Signal()
    whole = Signal()
    filtering = Signal(object)
    bulk = Signal(object)
    paper = Signal(object)
    export = Signal()
    again = Signal()
    past = Signal()
    absorbed = Signal()

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.projects = self._choice(self.tr("Project"), 170)
        self.projects.activated.connect(lambda _at: self.project.emit(self.projects.currentData()))
        self.buildings = self._choice(self.tr("Building"), 120)
        self.buildings.activated.connect(lambda _at: self.building.emit(self._building()))
        self._zoom = PlainLabel("100 %", "dim")
        self._zoom.setMinimumWidth(44)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.filter = button(self.tr("Filter"), self._filter, "filter", "quiet")
        self.filter.setCheckable(True)
        self.filter.setToolTip(self.tr("Filter by layout, area, price (Ctrl+F)"))
        self._found = Pill("", "accent")
        self._found.hide()
        self._as_of = PlainLabel("", "hint")
        self._as_of.setToolTip(self.tr("When the office was last heard from"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        for part in (self.projects, self.buildings):
            self._row.addWidget(part)
        self._row.addSpacing(6)
        self._need_units: list[QWidget] = [self.buildings, self.filter]
        self._small("zoom-out", self.tr("Smaller (Ctrl+-)"), self.smaller.emit)
        self._row.addWidget(self._zoom)
        self._small("zoom-in", self.tr("Larger (Ctrl++)"), self.larger.emit)
        self._small("maximize", self.tr("The whole project at once (Ctrl+9)"), self.whole.emit)
        self._row.addWidget(self.filter)
        self._row.addWidget(self._found)
        self._row.addStretch(1)
        self._row.addWidget(self._as_of)
        self._row.addSpacing(6)
        self.bulks = [self._bulk(step) for step in STEPS if step.step in BULK]
        self._offered: list[bool] = []
        for made, step in zip(self.bulks, [s for s in STEPS if s.step in BULK], strict=True):
            made.setVisible(step.right in rights)
            self._offered.append(step.right in rights)
            self._row.addWidget(made)
        self.back = button(self.tr("As of…"), self.past.emit, "history", "quiet")
        self.back.setCheckable(True)
        self.back.setToolTip(self.tr("Look at the board as it stood at a past moment (Ctrl+T)"))
        self._row.addWidget(self.back)
        papers = self._papers()
        self._row.addWidget(papers)
        self._need_units += [*self.bulks, papers, self.back]
        self._small("file-spreadsheet", self.tr("Export to Excel (Ctrl+E)"), self.export.emit)
        self._small("refresh-cw", self.tr("Ask the office again (F5)"), self.again.emit)

    def show_projects(self, projects: Sequence[tuple[int, str]], current: int) -> None:
        """Offer the projects."""
        self.projects.clear()
        for key, name in projects:
            self.projects.addItem(name, key)
        self.projects.setCurrentIndex(max(0, self.projects.findData(current)))

    def show_buildings(self, names: Sequence[str], current: int | None) -> None:
        """Offer the buildings, and all of them together."""
        self.buildings.clear()
        self.buildings.addItem(self.tr("All buildings"), ALL_BUILDINGS)
        for index, name in enumerate(names):
            self.buildings.addItem(name, index)
        self.buildings.setCurrentIndex(0 if current is None else current + 1)

    def enable(self, full: bool) -> None:
        """Enable what needs units; projects can be chosen and the office asked always."""
        for part in self._need_units:
            part.setEnabled(full)

    def show_zoom(self, percent: int) -> None:
        """Show the zoom in per cent."""
        self._zoom.setText(f"{percent} %")

    def show_found(self, found: int, of: int) -> None:
        """Say how many units the filter leaves; nothing while it leaves all."""
        words = self.tr("{found} of {all}").format(found=f"{found:,}", all=f"{of:,}")
        self._found.show_text("" if found == of else words, "accent")

    def show_past(self, past: bool) -> None:
        """Put away what acts on units while the past is shown, and when the office was heard from."""
        self.back.setChecked(past)
        self._as_of.setVisible(not past)
        for made, offered in zip(self.bulks, self._offered, strict=True):
            made.setVisible(offered and not past)

    def show_as_of(self, words: str) -> None:
        """Show when the board was last known to be true."""
        self._as_of.setText(words)

    def _choice(self, name: str, width: int) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setMinimumWidth(width)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _building(self) -> int | None:
        at = self.buildings.currentData()
        return None if at == ALL_BUILDINGS else int(at)

    def _filter(self) -> None:
        self.filtering.emit(self.filter.isChecked())

    def _small(self, icon_name: str, tip: str, pressed: Callable[[], object]) -> None:
        made = QToolButton(self)
        set_icon(made, icon_name)
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _on=False: pressed())
        if pressed != self.again.emit:
            self._need_units.append(made)
        self._row.addWidget(made)

    def _bulk(self, step: BoardStep) -> QPushButton:
        """Give the button that releases or withdraws many units at once."""
        release = step.step == "release"
        made = QPushButton(self.tr("Release") if release else self.tr("Withdraw"), self)
        set_icon(made, step.icon, "text", _ICON, _GAP)
        made.setIconSize(QSize(_ICON + _GAP, _ICON))
        menu = QMenu(made)
        chosen = self.tr("The chosen units")
        found = self.tr("All that the filter leaves")
        building = self.tr("The building shown")
        project = self.tr("The whole project")
        for words, what in (
            (chosen, "chosen"), (found, "filter"), (building, "building"), (project, "project"),
        ):  # fmt: skip
            action = menu.addAction(words)
            action.triggered.connect(
                lambda _on=False, what=what, step=step: self.bulk.emit((step, what))
            )
        made.setMenu(menu)
        return made

    def _papers(self) -> QToolButton:
        made = QToolButton(self)
        set_icon(made, "printer")
        tip = self.tr("Print the board (Ctrl+P)")
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        large = self.tr("On A3, one building a page")
        small = self.tr("On A4, one building a page")
        for words, size in ((large, "A3"), (small, "A4")):
            action = menu.addAction(icon("printer"), words)
            action.triggered.connect(lambda _on=False, size=size: self.paper.emit(size))
        menu.addSeparator()
        absorbed = menu.addAction(icon("chart-column"), self.tr("Absorption by batch…"))
        absorbed.triggered.connect(lambda _on=False: self.absorbed.emit())
        made.setMenu(menu)
        return made
