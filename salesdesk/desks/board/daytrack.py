"""A day as a line to slide along, with a mark wherever something changed."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.widgets.theme import colours

_HIGH = 46
_EDGE = 9
_LINE, _MARK = 15, 9
"""Where the line runs, and how high marks stand over it (px)."""
_DAY = 86_400
_MINUTE, _HOUR = 60, 3600
_ALPHA = 150


class DayTrack(QSlider):
    """A slider over the seconds of one day.

    Left and right go by a minute, the page keys by an hour, Home and End to the ends.

    Signals:
        wanted: the second of the day (int) somebody went to.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, _DAY)
        self.setSingleStep(_MINUTE)
        self.setPageStep(_HOUR)
        self.setTracking(True)
        self.setMinimumWidth(220)
        self.setAccessibleName(self.tr("Time of the day"))
        self._marks: NDArray[np.int64] = np.empty(0, np.int64)
        self._last = _DAY
        self.setMouseTracking(True)
        self.actionTriggered.connect(lambda _action: self.wanted.emit(self.sliderPosition()))

    def show_day(self, first: datetime, last: datetime, moments: Sequence[datetime]) -> None:
        """Show the day that begins at *first*, known until *last*, with marks at *moments*."""
        seconds = [int((moment - first).total_seconds()) for moment in moments]
        self._marks = np.unique(np.array(seconds, np.int64))
        self._last = int((last - first).total_seconds())
        self.update()

    def show_second(self, second: int) -> None:
        """Put the knob at a second of the day, without telling of it."""
        self.blockSignals(True)
        self.setValue(second)
        self.blockSignals(False)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(520, _HIGH)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(220, _HIGH)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._slide(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._slide(event)
            return
        second = self._second(event.position().x())
        self.setToolTip(f"{second // _HOUR:02}:{second % _HOUR // _MINUTE:02}")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        known = self._x(self._last)
        painter.fillRect(QRectF(_EDGE, _LINE, self._room(), 4), QColor(now.line))
        painter.fillRect(QRectF(_EDGE, _LINE, known - _EDGE, 4), QColor(now.line_strong))
        self._paint_hours(painter)
        self._paint_marks(painter)
        x = self._x(self.value())
        painter.setPen(QPen(QColor(now.focus if self.hasFocus() else now.surface), 2))
        painter.setBrush(QColor(now.warn))
        painter.drawEllipse(QPointF(x, _LINE + 2), 7, 7)
        painter.end()

    def _paint_hours(self, painter: QPainter) -> None:
        now = colours()
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        wide = QFontMetrics(font).horizontalAdvance("00:00") + 10
        every = next(n for n in (1, 2, 3, 4, 6, 12, 24) if self._room() * n / 24 >= wide)
        for hour in range(0, 25, every):
            x = round(self._x(hour * _HOUR))
            painter.fillRect(x, _LINE + 5, 1, 5, QColor(now.line_strong))
            painter.setPen(QColor(now.dim))
            left = min(max(x - 20, 0), self.width() - 40)
            side = Qt.AlignmentFlag.AlignHCenter
            painter.drawText(QRect(left, _LINE + 11, 40, 16), side, f"{hour:02}:00")

    def _paint_marks(self, painter: QPainter) -> None:
        """Paint a stroke per change; where many lie together the stroke is darker."""
        ink = QColor(colours().accent)
        ink.setAlpha(_ALPHA)
        for second in self._marks.tolist():
            painter.fillRect(QRectF(self._x(second) - 0.75, _LINE - _MARK, 1.5, _MARK), ink)

    def _slide(self, event: QMouseEvent) -> None:
        self.show_second(self._second(event.position().x()))
        self.wanted.emit(self.value())

    def _room(self) -> float:
        return max(1.0, self.width() - 2.0 * _EDGE)

    def _x(self, second: int) -> float:
        return _EDGE + self._room() * min(max(second, 0), _DAY) / _DAY

    def _second(self, x: float) -> int:
        share = min(max((x - _EDGE) / self._room(), 0.0), 1.0)
        return min(round(share * _DAY), self._last)


def second_of(moment: datetime, first: datetime) -> int:
    """Give how many seconds *moment* is after *first*."""
    return int((moment - first).total_seconds())


def time_words(moment: datetime) -> str:
    """Write a time of day to the second, in the office's zone: 10:31:07."""
    return f"{wording.local(moment):%H:%M:%S}"
