"""The strip above the picture: which project, zoom, undo, add, print, export."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from salesdesk.desks.campaign.axis import DAY, MONTH, WEEK
from salesdesk.desks.campaign.words import kind_word
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button
from salesdesk.office.campaign.rules import JobKind

_NEAR = 0.12


class CampaignBar(QWidget):
    """Buttons of the desk; what they do is the desk's business.

    Signals:
        project: the id of the project chosen.
        zoom: pixels per day wanted, 0 for everything at once.
        today, undo, redo, shift, export: the button of that name.
        add: the `JobKind` to add.
        paper: the paper size wanted, "A3" or "A4".
    """

    project = Signal(object)
    zoom = Signal(object)
    today = Signal()
    undo = Signal()
    redo = Signal()
    shift = Signal()
    export = Signal()
    add = Signal(object)
    paper = Signal(object)

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projects = QComboBox()
        self._projects.setAccessibleName(self.tr("Project"))
        self._projects.setMinimumWidth(150)
        self._projects.activated.connect(self._project_chosen)
        self._title = PlainLabel("", "heading")
        self._late = Pill()
        self._zooms = QButtonGroup(self)
        self._zooms.setExclusive(True)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        for widget in (self._title, self._projects, self._late):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self._add_zooms()
        self._add_steps(rights)
        self._add_outlets(rights)

    def show_projects(self, names: list[tuple[int, str]], current: int) -> None:
        """Offer the projects; one alone is only named."""
        self._projects.clear()
        for key, name in names:
            self._projects.addItem(name, key)
        self._projects.setCurrentIndex(self._projects.findData(current))
        self._projects.setVisible(len(names) > 1)
        self._title.setVisible(len(names) == 1)
        self._title.setText(names[0][1] if names else "")

    def show_late(self, late: int) -> None:
        """Show how many jobs are late."""
        self._late.show_text(self.tr("%n late", None, late) if late else "", "danger")

    def show_zoom(self, day_width: float) -> None:
        """Mark the zoom in force, if it is one of the fixed ones."""
        self._zooms.setExclusive(False)
        for each in self._zooms.buttons():
            wide = float(each.property("wide"))
            each.setChecked(bool(wide) and abs(wide - day_width) < _NEAR)
        self._zooms.setExclusive(True)

    def show_steps(self, *, undo: bool, redo: bool) -> None:
        """Enable undo and redo."""
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def set_planned(self, *, planned: bool) -> None:
        """Show the buttons that need a plan only where there is one."""
        for widget in self._needs_plan:
            widget.setVisible(planned)

    def _add_zooms(self) -> None:
        self._needs_plan: list[QWidget] = []
        for text, wide, tip in (
            (self.tr("Day"), DAY, self.tr("Days as columns")),
            (self.tr("Week"), WEEK, self.tr("Weeks as columns")),
            (self.tr("Month"), MONTH, self.tr("Months as columns")),
            (self.tr("All"), 0.0, self.tr("The whole plan at once")),
        ):
            made = QToolButton()
            made.setText(text)
            made.setToolTip(tip)
            made.setCheckable(bool(wide))
            made.setProperty("wide", wide)
            made.clicked.connect(self._zoomer(wide))
            self._zooms.addButton(made)
            self._line.addWidget(made)
            self._needs_plan.append(made)
        self._tool("clock", self.tr("Go to today (T)"), self.today.emit)
        self._line.addSpacing(8)

    def _add_steps(self, rights: frozenset[str]) -> None:
        self._undo = self._tool("undo-2", self.tr("Undo (Ctrl+Z)"), self.undo.emit)
        self._redo = self._tool("redo-2", self.tr("Redo (Ctrl+Y)"), self.redo.emit)
        changes = bool(rights & {"MoveJob", "MovePhase", "EditJob", "EditPhase"})
        if "ShiftCampaign" in rights:
            tip = self.tr("Move the whole plan by days…")
            self._tool("calendar", tip, self.shift.emit)
        for tool in (self._undo, self._redo):
            tool.setVisible(changes)
            if not changes:
                self._needs_plan.remove(tool)
        self._line.addSpacing(8)

    def _add_outlets(self, rights: frozenset[str]) -> None:
        if "AddJob" in rights:
            add = button(self.tr("Add"), lambda: None, "plus")
            menu = QMenu(add)
            for kind in JobKind:
                menu.addAction(kind_word(kind), self._adder(kind))
            add.setMenu(menu)
            self._put(add)
        tip = self.tr("Export the list (Ctrl+E)")
        export = button("", self.export.emit, "file-spreadsheet", tip=tip)
        export.setAccessibleName(self.tr("Export the list"))
        self._put(export)
        out = button(self.tr("Print"), lambda: None, "printer")
        papers = QMenu(out)
        papers.addAction(self.tr("A3, landscape"), lambda: self.paper.emit("A3"))
        papers.addAction(self.tr("A4, landscape"), lambda: self.paper.emit("A4"))
        out.setMenu(papers)
        self._put(out)

    def _put(self, widget: QWidget) -> None:
        self._line.addWidget(widget)
        self._needs_plan.append(widget)

    def _tool(self, icon: str, tip: str, clicked: Callable[[], object]) -> QToolButton:
        made = QToolButton()
        set_icon(made, icon)
        made.setIconSize(QSize(17, 17))
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _checked=False: clicked())
        self._put(made)
        return made

    def _zoomer(self, wide: float) -> Callable[[bool], None]:
        def clicked(_checked: bool) -> None:
            self.zoom.emit(wide)

        return clicked

    def _adder(self, kind: JobKind) -> Callable[[], None]:
        return lambda: self.add.emit(kind)

    def _project_chosen(self, index: int) -> None:
        self.project.emit(self._projects.itemData(index))
