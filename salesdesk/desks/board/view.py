"""The board as a scroll area: zoom, scrolling, patches and the second's clock."""

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from salesdesk.desks.board.cells import Words
from salesdesk.desks.board.geometry import FULL, NUMBER, fitting_width
from salesdesk.desks.board.heads import FLOOR_WIDTH, HEAD_HEIGHT, FloorStrip, HeadStrip
from salesdesk.desks.board.palette import theme_of
from salesdesk.desks.board.picture import CELL_ASPECT, CELL_WIDTH, BoardPicture
from salesdesk.desks.board.stock import ON_HOLD, Stock
from salesdesk.office.inventory.sheets import BoardColumns, UnitPatch

SMALLEST, LARGEST = 2.0, 220.0
PATCH_MS = 16
"""Patches that arrive within this time are painted together."""


class BoardView(QAbstractScrollArea):
    """Shows `BoardColumns`, kept up to date by `patch`.

    Signals:
        zoomed: the cells' width in per cent of the normal one.
        patched: the places (array) of units that have just changed.
        expired: ids (tuple) of units whose hold has just run out by this clock.
        building_pressed: the index of a building whose name was double-clicked.
    """

    zoomed = Signal(object)
    patched = Signal(object)
    expired = Signal(object)
    building_pressed = Signal(object)

    def __init__(
        self, words: Words, parent: QWidget | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._picture = BoardPicture(words)
        self._cell_width = float(CELL_WIDTH)
        self._pending: dict[int, UnitPatch] = {}
        self._told: set[int] = set()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewportMargins(FLOOR_WIDTH, HEAD_HEIGHT, 0, 0)
        self._heads = HeadStrip(self)
        self._floors = FloorStrip(self)
        self._heads.pressed.connect(self.building_pressed)
        self._patch_timer = QTimer(self, singleShot=True, interval=PATCH_MS)
        self._patch_timer.timeout.connect(self.flush)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)

    # What is shown -------------------------------------------------------------------------

    @property
    def stock(self) -> Stock | None:
        """The units shown, patches included."""
        return self._picture.stock

    @property
    def picture(self) -> BoardPicture:
        """The picture being shown."""
        return self._picture

    @property
    def building(self) -> int | None:
        """The index of the one building shown, or None for all."""
        return self._picture.building

    @property
    def building_names(self) -> tuple[str, ...]:
        """The buildings' names in the reader's language."""
        return self.stock.columns.building_names if self.stock is not None else ()

    def show_columns(self, columns: BoardColumns) -> None:
        """Show these units; of the same project, choice, place and zoom are kept."""
        self._pending.clear()
        same = self._picture.load(columns)
        self._measure()
        if not same:
            self._to_corner()
        self._count_holds()

    def show_building(self, building: int | None) -> None:
        """Show one building (an index into ``building_names``) or, with None, all of them."""
        self._picture.building = building
        self._picture.lay_out()
        self._measure()
        self._to_corner()

    def show_matching(self, matching: NDArray[np.bool_] | None) -> None:
        """Dim all units outside this mask; None dims none."""
        self._picture.match(matching)
        self.viewport().update()

    def patch(self, patches: tuple[UnitPatch, ...]) -> None:
        """Take over what changed: the first at once, then one painting in `PATCH_MS` for all."""
        for patch in patches:
            self._told.discard(patch.id)
            if self.stock is None or self.stock.would_change(patch):
                self._pending[patch.id] = patch
            else:  # the log names a little later what a word has named; or it changed back
                self._pending.pop(patch.id, None)
        if self._pending and not self._patch_timer.isActive():
            self.flush()

    def flush(self) -> None:
        """Paint the patches that wait."""
        pending, self._pending = self._pending, {}
        self._patch_timer.stop()
        if not pending or self.stock is None:
            return
        self._patch_timer.start()
        changed = [index for patch in pending.values() if (index := self._apply(patch)) >= 0]
        self._count_holds()
        self.patched.emit(np.array(changed, np.int64))

    def _apply(self, patch: UnitPatch) -> int:
        index = self._picture.apply(patch)
        self._touch(index)
        return index

    # Zoom ----------------------------------------------------------------------------------

    @property
    def zoom(self) -> int:
        """The cells' width in per cent of the normal one."""
        return round(self._cell_width * 100 / CELL_WIDTH)

    @property
    def cell_width(self) -> float:
        """The cells' width in px."""
        return self._cell_width

    def zoom_to(self, cell_width: float, anchor: QPoint | None = None) -> None:
        """Make cells so wide (px); what is under *anchor* (viewport px) stays there."""
        anchor = anchor or QPoint(0, 0)
        at = self._offset() + anchor
        spot = self._picture.geometry.spot(at.x(), at.y())
        self._cell_width = max(SMALLEST, min(LARGEST, cell_width))
        self._measure()
        if spot is not None:
            x, y = self._picture.geometry.point(spot)
            self.horizontalScrollBar().setValue(round(x - anchor.x()))
            self.verticalScrollBar().setValue(round(y - anchor.y()))
        self.zoomed.emit(self.zoom)

    def zoom_by(self, factor: float, anchor: QPoint | None = None) -> None:
        """Make cells larger or smaller by a factor, at least by one pixel."""
        wanted = self._cell_width * factor
        if round(wanted) == round(self._cell_width):
            wanted = self._cell_width + (1 if factor > 1 else -1)
        self.zoom_to(wanted, anchor or self.viewport().rect().center())

    def fit(self) -> None:
        """Choose the largest zoom, up to 100 %, at which the whole board is in sight."""
        room = self.maximumViewportSize()
        width = fitting_width(self._picture.layout, room.width(), room.height(), CELL_ASPECT)
        self.zoom_to(min(width, float(CELL_WIDTH)))
        self._to_corner()

    # Places --------------------------------------------------------------------------------

    def cell_rect(self, index: int) -> QRect:
        """Give where the unit at *index* lies in the viewport; empty where it is not shown."""
        return self._picture.rect(index).translated(-self._offset())

    def unit_at(self, point: QPoint | QPointF) -> int:
        """Give the place of the unit under a point of the viewport, or -1."""
        at = QPoint(int(point.x()), int(point.y())) + self._offset()
        return self._picture.geometry.unit_at(at.x(), at.y())

    def reveal(self, index: int) -> None:
        """Scroll so far that the unit is in sight."""
        if not self._picture.shows(index):
            return
        box = self.cell_rect(index).adjusted(-6, -6, 6, 6)
        for bar, low, high, room in (
            (self.horizontalScrollBar(), box.left(), box.right(), self.viewport().width()),
            (self.verticalScrollBar(), box.top(), box.bottom(), self.viewport().height()),
        ):
            if low < 0:
                bar.setValue(bar.value() + low)
            elif high >= room:
                bar.setValue(bar.value() + high - room + 1)

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _to_corner(self) -> None:
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    def _touch(self, index: int) -> None:
        """Have one unit's cell painted again, if it is in sight."""
        if self._picture.shows(index):
            edge = 3 if self._picture.geometry.cell_width < NUMBER else 0
            box = self.cell_rect(index).adjusted(-edge, -edge, edge, edge)
            if box.intersects(self.viewport().rect()):
                self.viewport().update(box)

    # Qt ------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells that meet the event's region."""
        picture, offset = self._picture, self._offset()
        if picture.dress(theme_of(self.palette()), self.devicePixelRatioF(), self.font()):
            self._follow()
            self.viewport().update()
        picture.focused = self.hasFocus()
        painter = QPainter(self.viewport())
        painter.translate(-offset)
        port = self.viewport().rect().translated(offset)
        now = self._clock()
        for area in event.region():  # type: ignore[attr-defined]  # the stubs forget __iter__
            picture.paint(painter, area.translated(offset), port, now)
        painter.translate(offset)
        self._paint_over(painter)
        painter.end()

    def _paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the cells, in viewport pixels; the canvas has its rubber band."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strips at the edges and the scroll bars' ranges."""
        super().resizeEvent(event)
        self._fit_strips()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; only what comes into sight is painted anew."""
        self.viewport().scroll(dx, dy)
        self._follow()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Start the countdown."""
        super().showEvent(event)
        self._count_holds()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let the countdown rest."""
        super().hideEvent(event)
        self._second.stop()

    def _measure(self) -> None:
        """Reckon all positions anew for the zoom."""
        self._picture.measure(self._cell_width, self.devicePixelRatioF(), self.font())
        self._fit_strips()
        self.viewport().update()

    def _fit_strips(self) -> None:
        port = self.viewport().geometry()
        geometry = self._picture.geometry
        left, top = port.left() - FLOOR_WIDTH, port.top() - HEAD_HEIGHT
        self._heads.setGeometry(left, top, port.width() + FLOOR_WIDTH, HEAD_HEIGHT)
        self._floors.setGeometry(left, port.top(), FLOOR_WIDTH, port.height())
        for bar, size, room, cell in (
            (self.horizontalScrollBar(), geometry.width, port.width(), geometry.cell_width),
            (self.verticalScrollBar(), geometry.height, port.height(), geometry.cell_height),
        ):
            bar.setRange(0, max(0, size - room))
            bar.setPageStep(room)
            bar.setSingleStep(max(8, cell // 2))
        self._follow()

    def _follow(self) -> None:
        offset = self._offset()
        for strip in (self._heads, self._floors):
            strip.follow(self._picture.geometry, self._picture.theme, (offset.x(), offset.y()))

    # Clocks --------------------------------------------------------------------------------

    def _count_holds(self) -> None:
        """Run the second's timer only while somebody looks and some hold runs."""
        wanted = self.stock is not None and self.stock.holds > 0 and self.isVisible()
        if wanted and not self._second.isActive():
            self._second.start()
        elif not wanted:
            self._second.stop()

    def _tick(self) -> None:
        stock = self.stock
        if stock is None:
            return
        ended = (stock.states == ON_HOLD) & (stock.untils > 0) & (stock.untils <= self._clock())
        new = [unit for unit in stock.columns.ids[ended].tolist() if unit not in self._told]
        if new:
            self._told.update(new)
            self.expired.emit(tuple(new))
        if self._picture.geometry.cell_width < FULL:
            return
        seen = self._picture.geometry.units_in(self.viewport().rect().translated(self._offset()))
        for index in seen[stock.states[seen] == ON_HOLD].tolist():
            corner = self.cell_rect(index).topLeft()
            self.viewport().update(self._picture.countdown_box(corner.x(), corner.y()))
