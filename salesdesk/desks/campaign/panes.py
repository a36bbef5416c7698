"""List, picture and curve side by side: one vertical scroll, one axis of days."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QScrollBar, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.campaign import curve
from salesdesk.desks.campaign.axis import WEEK, Axis
from salesdesk.desks.campaign.bars import ROW
from salesdesk.desks.campaign.curve import Curve
from salesdesk.desks.campaign.picture import Picture
from salesdesk.desks.campaign.rows import LineKey
from salesdesk.desks.campaign.summary import Summary
from salesdesk.desks.campaign.tree import PlanModel, PlanTree
from salesdesk.office.campaign.sheets import TimelineSheet

BAR = 15
"""Pixels of the scroll bar under the curve."""
LEFT_SHARE, LEFT_LEAST, LEFT_MOST = 0.36, 360, 600
"""The list's share of the width when the desk opens, and its bounds in pixels."""


class Panes(QWidget):
    """Shows one timeline; both sides tell of the same line.

    Signals:
        chosen: the `LineKey` that is current now.
        activated: the `LineKey` whose form is wanted.
        zoomed: the pixels per day in force.
    """

    chosen = Signal(object)
    activated = Signal(object)
    zoomed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis = Axis(self)
        self.model = PlanModel(self)
        self.tree = PlanTree(self.model)
        self.picture = Picture(self.axis)
        self.curve = Curve(self.axis)
        self.summary = Summary()
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self._sheet: TimelineSheet | None = None
        self._fresh = True
        self._lay()
        self._connect()

    def show_sheet(self, sheet: TimelineSheet) -> None:
        """Show *sheet*, keeping what is open, selected and seen."""
        new = self._sheet is None or self._sheet.project_id != sheet.project_id
        closed = self._closed()
        current = self.picture.current
        self._sheet = sheet
        if self.model.show_sheet(sheet):
            with QSignalBlocker(self.tree):
                self.tree.expandAll()
                for key in closed:
                    self.tree.collapse(self.model.index_of(LineKey(phase=True, id=key)))
            self.choose(current)
        self.tree.show_owners(any_owner=any(job.owner for job in sheet.jobs))
        self.axis.set_span(sheet.first_on, sheet.last_on)
        self._show_rows()
        self.curve.show_sheet(sheet)
        self.summary.show_sheet(sheet)
        if new:
            self._fresh = True
            self._first_view()

    def choose(self, key: LineKey | None) -> None:
        """Make *key* the current line on both sides."""
        index = QModelIndex() if key is None else self.model.index_of(key)
        with QSignalBlocker(self.tree.selectionModel()):
            self.tree.setCurrentIndex(index)
        self.tree.viewport().update()
        self.picture.choose(key if index.isValid() else None)

    def current(self) -> LineKey | None:
        """Give the current line."""
        return self.picture.current

    def show_line(self, key: LineKey) -> None:
        """Choose *key* and bring it into view on both sides."""
        index = self.model.index_of(key)
        line = self.model.line_at(index)
        if line is None:
            return
        self.tree.expand(index.parent())
        self.choose(key)
        self.tree.scrollTo(index)
        first, last = self.axis.visible()
        if line.plan_to < first or line.plan_from > last:
            self.axis.centre(line.plan_from)

    @override
    def showEvent(self, event: object) -> None:
        self._first_view()

    def _first_view(self) -> None:
        """Begin with the whole plan where it fits, else with today."""
        if self._sheet is None or not self._fresh or not self.isVisible():
            return
        self._fresh = False
        left = int(min(LEFT_MOST, max(LEFT_LEAST, self.width() * LEFT_SHARE)))
        self._splitter.setSizes([left, self.width() - left])
        self.picture.setFocus()
        self.axis.set_view_width(self.picture.width())
        if self.axis.view_width / self.axis.span < WEEK / 4:
            self.axis.zoom_to(WEEK / 2)
            self.axis.centre(self._sheet.today)
        else:
            self.axis.fit()

    def _lay(self) -> None:
        left, right = QWidget(), QWidget()
        under_list, under_axis = QVBoxLayout(left), QVBoxLayout(right)
        for lines in (under_list, under_axis):
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(6)
        under_axis.setContentsMargins(0, 1, 0, 0)
        self.summary.setFixedHeight(curve.HEIGHT + BAR)
        self.bar.setFixedHeight(BAR)
        under_list.addWidget(self.tree, 1)
        under_list.addWidget(self.summary)
        under_axis.addWidget(self.picture, 1)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.curve)
        below.addWidget(self.bar)
        under_axis.addLayout(below)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setCollapsible(1, False)
        left.setMinimumWidth(230)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def _connect(self) -> None:
        scroll = self.tree.verticalScrollBar()
        scroll.setSingleStep(ROW)
        scroll.valueChanged.connect(self.picture.set_top)
        self.picture.scrolled.connect(lambda pixels: scroll.setValue(scroll.value() + pixels))
        self.tree.expanded.connect(lambda _index: self._show_rows())
        self.tree.collapsed.connect(lambda _index: self._show_rows())
        self.tree.selectionModel().currentChanged.connect(self._tree_chose)
        self.tree.doubleClicked.connect(self._tree_activated)
        self.tree.activated.connect(self._tree_activated)
        self.picture.chosen.connect(self._picture_chose)
        self.picture.activated.connect(self.activated)
        self.axis.changed.connect(self._show_bar)
        self.bar.valueChanged.connect(self._bar_moved)

    def _tree_chose(self, index: QModelIndex, _before: QModelIndex) -> None:
        key = self.model.key_at(index)
        if key is not None:
            self.picture.choose(key)
            self.chosen.emit(key)

    def _tree_activated(self, index: QModelIndex) -> None:
        key = self.model.key_at(index)
        if key is not None:
            self.activated.emit(key)

    def _picture_chose(self, key: LineKey) -> None:
        self.choose(key)
        self.tree.scrollTo(self.model.index_of(key))
        self.chosen.emit(key)

    def _closed(self) -> set[int]:
        if self._sheet is None:
            return set()
        phases = self._sheet.phases
        return {
            phase.id
            for place, phase in enumerate(phases)
            if not self.tree.isExpanded(self.model.index(place, 0))
        }

    def _show_rows(self) -> None:
        if self._sheet is not None:
            self.picture.show_sheet(self._sheet, self._closed())

    def _show_bar(self) -> None:
        with QSignalBlocker(self.bar):
            self.bar.setRange(0, int(self.axis.farthest))
            self.bar.setPageStep(max(1, self.axis.view_width))
            self.bar.setSingleStep(max(8, int(self.axis.day_width)))
            self.bar.setValue(int(self.axis.offset))
        self.zoomed.emit(self.axis.day_width)

    def _bar_moved(self, value: int) -> None:
        self.axis.scroll_to(float(value))
