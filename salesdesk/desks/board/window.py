"""The board desk: the canvas, what stands around it, and the office behind it."""

from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.board.absorbed import AbsorptionDialog
from salesdesk.desks.board.amounts import countdown, exact_yuan, short_area
from salesdesk.desks.board.canvas import BoardCanvas
from salesdesk.desks.board.cells import words_of
from salesdesk.desks.board.daylist import DayList
from salesdesk.desks.board.doings import Errands
from salesdesk.desks.board.dues import Dues
from salesdesk.desks.board.emptyboard import empty_board
from salesdesk.desks.board.feed import BoardFeed
from salesdesk.desks.board.filterbar import BoardFilterBar
from salesdesk.desks.board.filters import both_tallies, shown_mask
from salesdesk.desks.board.keys import board_keys
from salesdesk.desks.board.legend import StateLegend
from salesdesk.desks.board.looking import UnitLook
from salesdesk.desks.board.offers import Offers
from salesdesk.desks.board.panel import WIDTH, UnitPanel
from salesdesk.desks.board.papers import BoardPapers
from salesdesk.desks.board.pastbar import PastBar
from salesdesk.desks.board.pastmode import PastFrame, PastMode
from salesdesk.desks.board.place import Place
from salesdesk.desks.board.standing import Standing
from salesdesk.desks.board.strip import TallyStrip
from salesdesk.desks.board.toolbar import BoardBar
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.labels import row
from salesdesk.kernel.change import Topic
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.inventory.sheets import BoardColumns, ProjectCard, UnitCard

_SUMS_MS = 80
"""The sums follow a burst of patches, they do not run with each."""


class BoardDesk(Desk):
    """Shows the sales-control board of one project and carries out the work on its units.

    Signals:
        import_wanted: there is no project yet, and somebody wants to bring in a price list.
    """

    import_wanted = Signal()

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        words = words_of(wording.language())
        self._chinese = words.chinese
        rights = link.seat.rights
        self._names: dict[int, str] = {}
        self._wanted_unit: int | None = None
        self._wanted_act = ""
        self._returning: Place | None = None
        self.feed = BoardFeed(link, self)
        self.doings = Errands(link, self)
        self.past_bar = PastBar()
        self.days = DayList()
        self.past = PastMode(link, self.feed, self.past_bar, self.days)
        self.papers = BoardPapers(link, self, lambda: self.past.moment)
        self.toolbar = BoardBar(rights)
        self.legend = StateLegend(words)
        self.filters = BoardFilterBar()
        self.filters.hide()
        self.canvas = BoardCanvas(words, self.describe, clock=self.past.now)
        self.canvas.setAccessibleName(self.tr("Sales-control board"))
        self.panel = UnitPanel(words)
        self.strip = TallyStrip(words)
        self.offers = Offers(self.canvas, self.panel, self.doings, rights)
        self.standing = Standing(link, self.toolbar, self.offers)
        self.look = UnitLook(link, self.canvas, self.panel, self.offers, lambda: self.past.moment)
        self.dues = Dues(link, self.canvas, self.feed, self.past)
        self._sums = QTimer(self, singleShot=True, interval=_SUMS_MS)
        self._sums.timeout.connect(self._filter)
        self.setFocusProxy(self.canvas)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.frame = PastFrame()
        self.frame.column.addWidget(self.canvas, 1)
        self.frame.column.addWidget(self.strip)
        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self.days)
        side.addWidget(self.panel)
        side.setSizes([3000, 2000])
        split = QSplitter()
        split.addWidget(self.frame)
        split.addWidget(side)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        split.setHandleWidth(3)
        split.setSizes([4000, WIDTH])
        self.empty = empty_board(may=self.link.may("ImportUnits"), begin=self._import)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(split)
        self._split = split
        self._stack.addWidget(self.empty)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 10, 12, 0)
        lines.setSpacing(7)
        lines.addWidget(self.toolbar)
        lines.addWidget(self.past_bar)
        lines.addLayout(row(self.legend, self.dues.bar))
        lines.addWidget(self.filters)
        lines.addWidget(self._stack, 1)

    def _import(self) -> None:
        self.import_wanted.emit()
        self.jump.emit(Jump("admin", Topic.PROJECT, self.feed.project or 0, "import"))

    def _connect(self) -> None:
        feed, canvas, bar, past = self.feed, self.canvas, self.toolbar, self.past
        feed.listed.connect(self._list)
        feed.touched.connect(self._touched)
        past.columns.connect(self._show)
        past.patches.connect(canvas.patch)
        past.turned.connect(self._turn)
        past.moved.connect(self.look.start)
        past.pointed.connect(canvas.choose)
        bar.past.connect(self.look_back)
        bar.absorbed.connect(self.show_absorption)
        self.past_bar.left.connect(past.leave)
        self.look.arrived.connect(self._go_on)
        canvas.patched.connect(self._patched)
        canvas.expired.connect(past.look_at)
        canvas.zoomed.connect(bar.show_zoom)
        canvas.current_changed.connect(lambda _unit: self.look.start())
        canvas.selection_changed.connect(lambda _units: self.look.start())
        canvas.activated.connect(lambda _unit: self.offers.take_first())
        canvas.building_pressed.connect(self._toggle_building)
        bar.project.connect(self._choose_project)
        bar.building.connect(self._choose_building)
        bar.larger.connect(lambda: canvas.zoom_by(1.25))
        bar.smaller.connect(lambda: canvas.zoom_by(0.8))
        bar.whole.connect(canvas.fit)
        bar.filtering.connect(self._show_filters)
        bar.bulk.connect(lambda pair: self.offers.take_many(*pair))
        bar.paper.connect(self._print)
        bar.export.connect(self.export_view)
        bar.again.connect(self.refresh)
        self.legend.chosen.connect(lambda _states: self._filter())
        self.dues.changed.connect(self._filter)
        self.filters.changed.connect(lambda _filter: self._filter())
        self.filters.cleared.connect(self._clear_filter)
        self.filters.entered.connect(canvas.choose_first)
        self.panel.bound.unit_wanted.connect(
            lambda unit: self.receive(Jump("board", Topic.UNIT, unit))
        )
        self.doings.jump.connect(self.jump)
        self.doings.told.connect(self.told)
        self.doings.refused.connect(self.panel.banner.refuse)
        QShortcut(QKeySequence.StandardKey.Find, self, bar.filter.click)
        QShortcut(QKeySequence("Ctrl+T"), self, self.look_back)
        self._escape = QShortcut(QKeySequence("Esc"), self, past.leave)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)

    # Desk ----------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        if self.past.moment is not None:
            self.past.replay.again()
        else:
            self.feed.refresh()

    @override
    def receive(self, jump: Jump) -> None:
        if jump.topic is Topic.PROJECT:
            self._choose_project(jump.key)
        elif jump.topic is Topic.UNIT:
            self.past.leave()
            self._wanted_unit, self._wanted_act = jump.key, jump.act
            self.link.ask(self, self._arrive, unit_card, jump.key)

    @override
    def print_view(self) -> None:
        self._print("A3")

    @override
    def export_view(self) -> None:
        if self.feed.project is not None:
            self.papers.export_board(self.feed.project, self._title())

    @override
    def place(self) -> object:
        bars = self.canvas.horizontalScrollBar(), self.canvas.verticalScrollBar()
        corner = bars[0].value(), bars[1].value()
        return Place(
            self.feed.project, self.canvas.building, self.canvas.cell_width, corner,
            self.canvas.current, self.past.moment,
        )  # fmt: skip

    @override
    def go(self, place: object) -> None:
        if isinstance(place, Place):
            self.feed.project = place.project
            self._returning = place

    @override
    def keys(self) -> list[tuple[str, str]]:
        return board_keys()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.past.active:
            self.feed.wake()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.past.replay.pause()
        self.feed.sleep()

    # What is shown -------------------------------------------------------------------------

    def describe(self, index: int) -> str:
        """Give a unit in words, for tool tips and screen readers."""
        stock = self.canvas.stock
        if stock is None:
            return ""
        columns = stock.columns
        layout = columns.layout_names[int(columns.layouts[index])]
        parts = [
            columns.codes[index],
            wording.say("states", stock.state(index)),
            layout,
            short_area(float(columns.areas[index]), chinese=self._chinese),
            exact_yuan(int(stock.totals[index])),
        ]
        until = float(stock.untils[index])
        if until:
            left = self.tr("{time} left")
            parts.append(left.format(time=countdown(until - self.past.now())))
        parts.append(self.dues.words(index))
        return " · ".join(part for part in parts if part)

    def _list(self, cards: tuple[ProjectCard, ...]) -> None:
        self._names = {card.id: card.name for card in cards}
        project = self.feed.project
        self.toolbar.show_projects([(card.id, card.name) for card in cards], project or 0)
        if not cards:
            self._fill(full=False)

    def _fill(self, *, full: bool) -> None:
        """Show the board, or what stands in its place while there is none."""
        self._stack.setCurrentWidget(self._split if full else self.empty)
        self.legend.setEnabled(full)
        self.toolbar.enable(full)

    def _show(self, columns: BoardColumns) -> None:
        self._fill(full=len(columns.ids) > 0)
        self.canvas.show_columns(columns)
        self.filters.offer(columns)
        self.toolbar.show_buildings(self.canvas.building_names, self.canvas.building)
        place, self._returning = self._returning, None
        if place is not None and place.project == columns.project:
            if place.moment is not None:
                self.look_back(place.moment)
            self._choose_building(place.building)
            self.canvas.zoom_to(place.cell_width)
            self.canvas.horizontalScrollBar().setValue(place.corner[0])
            self.canvas.verticalScrollBar().setValue(place.corner[1])
            if place.unit is not None:
                self.canvas.choose(place.unit)
        self._filter()
        self.dues.refresh()
        self._go_to_wanted()
        self.look.start()

    def _patched(self, indexes: NDArray[np.int64]) -> None:
        if self.canvas.picture.selection.mask[indexes].any():
            self.look.start()
        if not self._sums.isActive():
            self._sums.start()

    def _touched(self, units: frozenset[int]) -> None:
        if self.past.active:
            return
        if self.canvas.current in units or units.intersection(self.canvas.selected):
            self.look.start()

    def _choose_project(self, project: int) -> None:
        self.past.choose(project, self._names.get(project, ""))
        self.toolbar.projects.setCurrentIndex(self.toolbar.projects.findData(project))

    def _choose_building(self, building: int | None) -> None:
        self.canvas.show_building(building)
        self.toolbar.buildings.setCurrentIndex(0 if building is None else building + 1)
        self._filter()

    def _toggle_building(self, building: int) -> None:
        """Show the building alone, or all again."""
        self._choose_building(None if self.canvas.building == building else building)

    def _show_filters(self, wanted: bool) -> None:
        self.filters.setVisible(wanted)
        if wanted:
            self.filters.text.setFocus()
        else:
            self.canvas.setFocus()

    def _clear_filter(self) -> None:
        self.legend.clear()
        self.dues.clear()
        self._filter()

    def _filter(self) -> None:
        """Reckon anew which units are meant and what they sum up to."""
        stock = self.canvas.stock
        if stock is None:
            return
        mask = self.dues.narrowed(self.filters.wanted(self.legend.states()).mask(stock))
        if mask is not None or self.canvas.picture.matching is not None:
            self.canvas.show_matching(mask)
        shown = shown_mask(stock, mask, self.canvas.building)
        self.strip.show_tally(*both_tallies(stock, shown))
        here = shown_mask(stock, None, self.canvas.building)
        of = stock.size if here is None else int(here.sum())
        self.toolbar.show_found(stock.size if shown is None else int(shown.sum()), of)

    def _go_on(self, card: UnitCard) -> None:
        """Open the form for which another desk sent here."""
        if self.past.active:
            return
        if self._wanted_unit == card.id and self._wanted_act == "hold":
            self._wanted_act = ""
            self.doings.hold(card)

    # The past ------------------------------------------------------------------------------

    def look_back(self, moment: datetime | None = None) -> None:
        """Turn to the past, or back to now."""
        if self.past.active:
            self.past.leave()
        elif self.feed.project is not None and self.canvas.stock is not None:
            self.past.enter(self.feed.project, self._names.get(self.feed.project, ""), moment)

    def _turn(self, past: bool) -> None:
        """Show by all that stands around the board whether it is of the past."""
        self.frame.show_past(past)
        self.past_bar.setVisible(past)
        self.days.setVisible(past)
        self.toolbar.show_past(past)
        self._escape.setEnabled(past)
        self.offers.silent = past
        self.offers.offer()
        (self.past_bar.track if past else self.canvas).setFocus()

    def _arrive(self, card: UnitCard) -> None:
        """Show the unit that another desk sent to."""
        self._wanted_unit = card.id
        if card.project != self.feed.project or self.canvas.stock is None:
            self._choose_project(card.project)
        else:
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._wanted_unit is None:
            return
        if not self.canvas.choose(self._wanted_unit):
            self._choose_building(None)
            self.canvas.choose(self._wanted_unit)
        if not self._wanted_act:
            self._wanted_unit = None

    def _print(self, paper: str) -> None:
        if self.feed.project is not None:
            self.papers.print_board(self.feed.project, self._title(), paper)

    def show_absorption(self) -> None:
        """List what was sold of each batch."""
        if self.feed.project is not None:
            name = self._names.get(self.feed.project, "")
            AbsorptionDialog(self.link, self.feed.project, name, self).open()

    def _title(self) -> str:
        name = self._names.get(self.feed.project or 0, "")
        words = self.tr("Sales-control board {project}").format(project=name).strip()
        moment = self.past.moment
        return words if moment is None else f"{words} {wording.local(moment):%Y-%m-%d %H.%M.%S}"
