"""The curve of subscriptions under the picture: all units so far as a line, each day as a bar."""

from bisect import bisect_right
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from salesdesk.desks.campaign.axis import Axis
from salesdesk.desks.campaign.bubble import paint_bubble
from salesdesk.desks.campaign.inks import Inks, inks, mixed
from salesdesk.desks.campaign.words import written
from salesdesk.kernel.money import format_yuan
from salesdesk.office.campaign.axis import cumulative, months, round_steps
from salesdesk.office.campaign.sheets import TimelineSheet

HEIGHT = 168
TOP, BOTTOM = 30, 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Curve(QWidget):
    """Paints the units subscribed over the picture's own axis."""

    def __init__(self, axis: Axis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis = axis
        self._sheet: TimelineSheet | None = None
        self._line: tuple[tuple[date, int], ...] = ()
        self._hover: float | None = None
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Subscriptions so far"))
        axis.changed.connect(self.update)

    def show_sheet(self, sheet: TimelineSheet) -> None:
        """Paint the curve of *sheet*."""
        self._sheet = sheet
        self._line = cumulative(sheet.curve)
        self.setAccessibleDescription(str(self._line[-1][1] if self._line else 0))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(700, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), inks()
        painter.fillRect(self.rect(), ink.ground)
        if self._sheet is None:
            return
        top = max(1, self._line[-1][1]) if self._line else 1
        steps = round_steps(top)
        self._paint_bands(painter, self._sheet, ink)
        self._paint_grid(painter, steps, ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_days(painter, self._sheet, ink)
        self._paint_line(painter, self._sheet, steps[-1], ink)
        self._paint_title(painter, ink)
        self._paint_hover(painter, self._sheet, steps[-1], ink)

    def _y(self, units: float, top: int) -> float:
        return self.height() - BOTTOM - units / top * (self.height() - TOP - BOTTOM)

    def _paint_bands(self, painter: QPainter, sheet: TimelineSheet, ink: Inks) -> None:
        for hue, phase in enumerate(sheet.phases):
            left, right = self.axis.x(phase.plan_from), self.axis.right(phase.plan_to)
            wash = QColor(ink.phase(hue))
            wash.setAlpha(22 if ink.dark else 14)
            painter.fillRect(QRectF(left, 0, right - left, self.height()), wash)
        painter.setPen(QPen(ink.rule, 1))
        for month in months(*self.axis.visible()):
            x = self.axis.x(month.first_on)
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_grid(self, painter: QPainter, steps: tuple[int, ...], ink: Inks) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.84)
        painter.setFont(font)
        for step in steps:
            y = self._y(step, steps[-1])
            painter.setPen(QPen(ink.rule, 1))
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
            painter.setPen(ink.soft)
            if step:
                painter.drawText(QRectF(self.width() - 46, y - 15, 40, 14), _RIGHT, str(step))

    def _paint_days(self, painter: QPainter, sheet: TimelineSheet, ink: Inks) -> None:
        most = max((point.units for point in sheet.curve), default=1)
        high = (self.height() - TOP - BOTTOM) * 0.36
        wide = max(2.0, min(14.0, self.axis.day_width - 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(ink.ground, ink.focus, 0.34))
        for point in sheet.curve:
            x = self.axis.x(point.day) + (self.axis.day_width - wide) / 2
            tall = max(2.0, high * point.units / most)
            painter.drawRect(QRectF(x, self.height() - BOTTOM - tall, wide, tall))

    def _paint_line(self, painter: QPainter, sheet: TimelineSheet, top: int, ink: Inks) -> None:
        today = self.axis.x(sheet.today) + self.axis.day_width / 2
        painter.setPen(QPen(ink.today, 2))
        painter.drawLine(QPointF(today, 0), QPointF(today, self.height()))
        if not self._line:
            return
        floor = self._y(0, top)
        path = QPainterPath(QPointF(self.axis.x(self._line[0][0]), floor))
        for day, units in self._line:
            path.lineTo(self.axis.x(day), path.currentPosition().y())
            path.lineTo(self.axis.right(day), self._y(units, top))
        end = max(today, self.axis.right(self._line[-1][0]))
        path.lineTo(end, path.currentPosition().y())
        area = QPainterPath(path)
        area.lineTo(end, floor)
        area.closeSubpath()
        wash = QColor(ink.focus)
        wash.setAlpha(44)
        painter.fillPath(area, wash)
        pen = QPen(ink.focus, 2.4)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._paint_end(painter, path.currentPosition(), str(self._line[-1][1]), ink)

    def _paint_end(self, painter: QPainter, at: QPointF, text: str, ink: Inks) -> None:
        painter.setPen(QPen(ink.ground, 2))
        painter.setBrush(ink.focus)
        painter.drawEllipse(at, 5, 5)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        wide = QFontMetricsF(font).horizontalAdvance(text) + 14
        y = min(max(2.0, at.y() - 10), self.height() - 24.0)
        box = QRectF(at.x() + 9, y, wide, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(ink.on_today)
        painter.drawText(box, _CENTRE, text)

    def _paint_title(self, painter: QPainter, ink: Inks) -> None:
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        text = self.tr("Units subscribed, all and by day")
        wide = QFontMetricsF(font).horizontalAdvance(text) + 12
        back = QColor(ink.ground)
        back.setAlpha(205)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(QRectF(4, 4, wide, 20), 5, 5)
        painter.setPen(ink.text)
        painter.drawText(QRectF(10, 4, wide, 20), _LEFT, text)
        if not self._line:
            font.setBold(False)
            painter.setFont(font)
            painter.setPen(ink.soft)
            empty = self.tr("No unit has been subscribed yet; the curve grows from the first one.")
            painter.drawText(self.rect(), _CENTRE, empty)

    def _paint_hover(self, painter: QPainter, sheet: TimelineSheet, top: int, ink: Inks) -> None:
        if self._hover is None or not self._line:
            return
        day = self.axis.day_at(self._hover)
        place = bisect_right(self._line, (day, 10**9))
        units = self._line[place - 1][1] if place else 0
        point = next((each for each in sheet.curve if each.day == day), None)
        x, y = self.axis.x(day) + self.axis.day_width / 2, self._y(units, top)
        painter.setPen(QPen(ink.soft, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        lines = [written(day, self.tr("ddd, d MMM yyyy"))]
        lines.append(self.tr("So far: %n unit(s)", None, units))
        if point is not None:
            text = self.tr("This day: %n unit(s), {amount} yuan", None, point.units)
            lines.append(text.format(amount=format_yuan(point.amount_fen)))
        paint_bubble(painter, self.rect(), QPointF(x, y), lines, ink)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position().x()
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._hover = None
        self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = 1.18 ** (turn.y() / 120)
            self.axis.zoom_to(self.axis.day_width * factor, event.position().x())
        else:
            self.axis.scroll_to(self.axis.offset - (turn.x() or turn.y()))
        event.accept()
