"""The program's mark, and the quiet picture beside the sign-in: a building at dusk."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.shades import STATE_TONES

_BLUE: Final = "#1f5fd6"
_DEEP: Final = "#0d2350"
_NEAR: Final = 120
_CELLS: Final = ((1, 0, 1), (1, 1, 0), (0, 1, 1))
_WINDOW: Final = (
    "available",
    "available",
    "on hold",
    "subscribed",
    "available",
    "signed",
    "draft",
)


def mark(size: int) -> QPixmap:
    """Give the mark, *size* device-independent pixels wide: windows of a house, some lit."""
    picture = QPixmap(size * 3, size * 3)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(3)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BLUE))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.24, size * 0.24)
    cell, gap = size * 0.17, size * 0.065
    start = (size - 3 * cell - 2 * gap) / 2
    for y, line in enumerate(_CELLS):
        for x, lit in enumerate(line):
            painter.setBrush(QColor(255, 255, 255, 255 if lit else 90))
            box = QRectF(start + x * (cell + gap), start + y * (cell + gap), cell, cell)
            painter.drawRoundedRect(box, size * 0.035, size * 0.035)
    painter.end()
    return picture


def window_icon() -> QIcon:
    """Give the icon of the program's windows."""
    made = QIcon()
    for size in (16, 32, 64):
        made.addPixmap(mark(size))
    return made


class Mark(QLabel):
    """The mark as a label."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPixmap(mark(size))
        self.setFixedSize(size, size)


class Dusk(QWidget):
    """A tall house whose windows carry the colours of the board; the name and one line above."""

    def __init__(self, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self.setMinimumWidth(300)
        self.setAccessibleName("salesdesk")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sky = QLinearGradient(0, 0, self.width() * 0.5, self.height())
        sky.setColorAt(0, QColor("#1b4fb8"))
        sky.setColorAt(1, QColor(_DEEP))
        painter.fillRect(self.rect(), sky)
        self._houses(painter)
        painter.drawPixmap(44, 46, mark(40))
        painter.setPen(QColor("#ffffff"))
        font = painter.font()
        font.setPointSizeF(22)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QRectF(98, 42, self.width() - 120, 48), _MIDDLE, "salesdesk")
        font.setPointSizeF(12)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor("#d4e1fb"))
        words = QRectF(46, 104, self.width() - 92, 80)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self._line)
        painter.end()

    def _houses(self, painter: QPainter) -> None:
        """Draw three houses standing on the lower edge, the middle one nearest."""
        wide, high = float(self.width()), float(self.height())
        for left, share, top, fade in (
            (-0.06, 0.36, 0.52, 55),
            (0.66, 0.42, 0.44, 70),
            (0.24, 0.5, 0.36, _NEAR),
        ):
            body = QRectF(wide * left, high * top, wide * share, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(9, 26, 64) if fade == _NEAR else QColor(11, 33, 80))
            painter.drawRoundedRect(body, 8, 8)
            self._windows(painter, body, fade)

    def _windows(self, painter: QPainter, body: QRectF, fade: int) -> None:
        across, gap = 6, 7.0
        cell = (body.width() - gap * (across + 1)) / across
        floors = int((self.height() - body.top()) / (cell * 0.72 + gap)) + 1
        for floor in range(floors):
            for column in range(across):
                # A fixed scatter, so that the picture is the same every time.
                pick = (floor * 7 + column * 5 + floor * column * 3 + fade) % 17
                state = _WINDOW[pick] if pick < len(_WINDOW) else "draft"
                shade = QColor(STATE_TONES[state][0])
                shade.setAlpha(fade + 80 if state != "draft" else fade // 2)
                painter.setBrush(shade)
                x = body.left() + gap + column * (cell + gap)
                y = body.top() + gap * 1.6 + floor * (cell * 0.72 + gap)
                painter.drawRoundedRect(QRectF(x, y, cell, cell * 0.72), 3, 3)


_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
