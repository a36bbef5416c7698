"""The picture: rows over days, painted, dragged, stretched and moved by keys."""

from collections.abc import Collection
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from salesdesk.desks.campaign import bars, header
from salesdesk.desks.campaign.axis import Axis
from salesdesk.desks.campaign.bars import ROW, Planned
from salesdesk.desks.campaign.bubble import paint_bubble
from salesdesk.desks.campaign.grip import Drag, Grip, Nudge, grip_at
from salesdesk.desks.campaign.inks import Inks, inks
from salesdesk.desks.campaign.rows import LineKey, Move, Row, rows_of
from salesdesk.desks.wording import language
from salesdesk.office.campaign.sheets import TimelineSheet

NUDGE_MS = 650
"""How long after the last arrow key a move by keys is carried out."""
WHEEL_STEP = 1.18

_CURSORS = {
    Grip.BODY: Qt.CursorShape.SizeAllCursor,
    Grip.LEFT: Qt.CursorShape.SizeHorCursor,
    Grip.RIGHT: Qt.CursorShape.SizeHorCursor,
}


class Picture(QWidget):
    """Paints the plan over the axis, and turns drags and keys into wishes to move.

    Signals:
        moved: a `Move` that somebody asked for.
        chosen: the `LineKey` that was selected.
        activated: the `LineKey` whose form is wanted.
        toggled: the `LineKey` of a job whose done mark is wanted or unwanted.
        scrolled: pixels by which the list should scroll down.
    """

    moved = Signal(object)
    chosen = Signal(object)
    activated = Signal(object)
    toggled = Signal(object)
    scrolled = Signal(object)

    def __init__(self, axis: Axis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis = axis
        self.movable = True
        self.rows: tuple[Row, ...] = ()
        self.top = 0
        self.current: LineKey | None = None
        self._sheet: TimelineSheet | None = None
        self._shades: tuple[header.Shade, ...] = ()
        self._drag: Drag | None = None
        self._pan: tuple[float, float] | None = None
        self._nudge: Nudge | None = None
        self._landed: Nudge | None = None
        self._hover: tuple[Row, QPointF] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NUDGE_MS)
        self._timer.timeout.connect(self.settle_nudge)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(240)
        self.setAccessibleName(self.tr("Timeline of the campaign"))
        axis.changed.connect(self.update)

    def show_sheet(self, sheet: TimelineSheet, closed: Collection[int]) -> None:
        """Paint *sheet*, the phases in *closed* without their jobs."""
        self._sheet = sheet
        self._shades = header.shades(sheet, english=language() == "en")
        self.rows = rows_of(sheet, closed)
        self._drag = self._hover = self._landed = None
        self.update()

    def let_go(self) -> None:
        """Put back what was moved: the office declined, or nothing was asked for."""
        self._timer.stop()
        self._drag = self._nudge = self._landed = None
        self.update()

    @property
    def busy(self) -> bool:
        """Whether something is being moved and not yet asked for."""
        return self._drag is not None or self._nudge is not None

    def choose(self, key: LineKey | None) -> None:
        """Mark the row of *key* as the current one."""
        if key != self.current:
            self.settle_nudge()
            self.current = key
            self.update()

    def set_top(self, pixels: int) -> None:
        """Scroll the rows to *pixels*."""
        self.top = pixels
        self._hover = None
        self.update()

    def row_top(self, index: int) -> float:
        """Give the top of row *index* in the view."""
        return float(header.HEIGHT + index * ROW - self.top)

    def planned(self, row: Row) -> Planned:
        """Give the days a row is painted with while it may be on the move."""
        wishes = (self._drag, self._nudge, self._landed)
        for wish in wishes:
            if wish is not None and wish.key == row.key:
                return wish.planned
        for wish in wishes:
            if wish is None or not wish.carries(row):
                continue
            by = timedelta(days=wish.shift)
            return Planned(row.line.plan_from + by, row.line.plan_to + by)
        return Planned(row.line.plan_from, row.line.plan_to)

    def settle_nudge(self) -> None:
        """Ask for the move that the arrow keys have made up, if any."""
        self._timer.stop()
        nudge, self._nudge = self._nudge, None
        if nudge is not None and nudge.changed:
            self._wish(nudge)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(700, 420)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = inks()
        painter.fillRect(self.rect(), ink.ground)
        if self._sheet is None:
            return
        painter.setClipRect(QRectF(0, header.HEIGHT, self.width(), self.height()))
        self._paint_ground(painter, ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_rows(painter, self._sheet.today, ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        middle = self.axis.x(self._sheet.today) + self.axis.day_width / 2
        painter.setPen(QPen(ink.today, 2))
        painter.drawLine(QPointF(middle, header.HEIGHT), QPointF(middle, self.height()))
        painter.setClipping(False)
        header.paint_header(painter, self.axis, self._sheet, ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bubble(painter, ink)

    def _paint_ground(self, painter: QPainter, ink: Inks) -> None:
        if self.axis.day_width >= header.SHADES:
            height = self.height() - header.HEIGHT
            for shade, left, wide in header.seen_shades(self.axis, self._shades):
                box = QRectF(left, header.HEIGHT, wide, height)
                painter.fillRect(box, ink.holiday if shade.name else ink.off)
        for index, row in enumerate(self.rows):
            top = self.row_top(index)
            if row.job is None:
                count = sum(other.phase.id == row.phase.id for other in self.rows)
                bars.paint_band(painter, self.axis, row, self.planned(row), top, count, ink)
            if row.key == self.current:
                painter.fillRect(QRectF(0, top, self.width(), ROW), ink.chosen)
            painter.setPen(QPen(ink.rule, 1))
            painter.drawLine(QPointF(0, top + ROW - 1), QPointF(self.width(), top + ROW - 1))

    def _paint_rows(self, painter: QPainter, today: date, ink: Inks) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        for index, row in enumerate(self.rows):
            top = self.row_top(index)
            if top + ROW < header.HEIGHT or top > self.height():
                continue
            planned = self.planned(row)
            if row.job is None:
                bars.paint_phase(painter, self.axis, row, planned, top, ink)
            else:
                bars.paint_job(painter, self.axis, row, planned, top, today, ink)

    def _paint_bubble(self, painter: QPainter, ink: Inks) -> None:
        wish = self._drag or self._nudge
        if wish is not None:
            row = next((row for row in self.rows if row.key == wish.key), None)
            if row is not None:
                top = self.row_top(self.rows.index(row))
                at = QPointF(self.axis.x(wish.planned.plan_from), top)
                paint_bubble(painter, self.rect(), at, wish.lines(), ink)
        elif self._hover is not None and self._sheet is not None:
            row, at = self._hover
            paint_bubble(painter, self.rect(), at, self._facts(row), ink)

    def _facts(self, row: Row) -> tuple[str, ...]:
        return Nudge.start(row).facts(row)

    def row_at(self, y: float) -> Row | None:
        """Give the row under *y*."""
        index = int((y - header.HEIGHT + self.top) // ROW)
        return self.rows[index] if y >= header.HEIGHT and 0 <= index < len(self.rows) else None

    def grip(self, at: QPointF) -> tuple[Row, Grip] | None:
        """Give the row whose bar lies under *at*, and which part of it."""
        row = self.row_at(at.y())
        if row is None:
            return None
        top = self.row_top(self.rows.index(row))
        grip = grip_at(self.axis, row, self.planned(row), top, at)
        return None if grip is None else (row, grip)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.settle_nudge()
        at = event.position()
        row, held = self.row_at(at.y()), self.grip(at)
        if row is not None:
            self.choose(row.key)
            self.chosen.emit(row.key)
        self._hover = None
        if held is not None and self.movable:
            self._drag = Drag.grasp(held[0], held[1], at.x())
        elif held is None:
            self._pan = (at.x(), self.axis.offset)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag is not None:
            self._drag = self._drag.to(self.axis.days_in(at.x() - self._drag.x))
            self.update()
        elif self._pan is not None:
            self.axis.scroll_to(self._pan[1] - (at.x() - self._pan[0]))
        else:
            held = self.grip(at)
            can = held is not None and self.movable
            self.setCursor(
                _CURSORS[held[1]] if held is not None and can else Qt.CursorShape.ArrowCursor
            )
            self._hover = None if held is None else (held[0], at)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag, self._pan = self._drag, None, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if drag is not None and drag.changed:
            self._wish(drag)
        self.update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position().y())
        if row is not None:
            self._drag = None
            self.activated.emit(row.key)

    @override
    def leaveEvent(self, event: object) -> None:
        self._hover = None
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle_nudge()
        super().focusOutEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.axis.set_view_width(event.size().width())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn, keys = event.angleDelta(), event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier:
            factor = WHEEL_STEP ** (turn.y() / 120)
            self.axis.zoom_to(self.axis.day_width * factor, event.position().x())
        elif keys & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            self.axis.scroll_to(self.axis.offset - (turn.x() or turn.y()))
        else:
            self.scrolled.emit(-turn.y() // 2)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.current is not None:
            self._press_arrow(1 if key == Qt.Key.Key_Right else -1, keys)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.settle_nudge()
            self.activated.emit(self.current)
        elif key == Qt.Key.Key_Space and self.current is not None:
            self.settle_nudge()
            self.toggled.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _press_arrow(self, way: int, keys: Qt.KeyboardModifier) -> None:
        row = next((row for row in self.rows if row.key == self.current), None)
        if row is None or not self.movable:
            return
        days = way * (7 if keys & Qt.KeyboardModifier.ControlModifier else 1)
        stretch = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        self._nudge = (self._nudge or Nudge.start(row)).by(days, stretch=stretch)
        self._timer.start()
        self.update()

    def _step(self, way: int) -> None:
        keys = [row.key for row in self.rows]
        at = keys.index(self.current) if self.current in keys else -1
        if keys:
            self.choose(keys[max(0, min(len(keys) - 1, at + way))])
            self.chosen.emit(self.current)

    def _wish(self, wish: Nudge) -> None:
        self._landed = wish  # it stays where it was put until the office has answered
        first, last = wish.planned
        self.moved.emit(Move(wish.key, first.toordinal(), last.toordinal()))
