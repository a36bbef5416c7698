"""The small mark on a cell whose deal owes money: a red triangle overdue, an orange ring due soon.

Two shapes, so that colour need not be seen; drawn once a zoom and laid over the tiles, so that a
board without money owed costs nothing.
"""

from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from salesdesk.desks.board.palette import Theme

OVERDUE: Final = 1
SOON: Final = 2
"""What an array of badges holds; 0: none."""

_INKS: Final = {
    OVERDUE: ((0xC8102E, 0xFFFFFF), (0xFF6B60, 0x1C1F26)),
    SOON: ((0xB45F00, 0xFFFFFF), (0xFFB347, 0x1C1F26)),
}
"""The ink and the halo around it, in light and in dark."""
_SHARE: Final = 0.24
_LEAST, _MOST = 9, 18


def badge_side(cell_height: int) -> int:
    """Give how large (px) a badge is on a cell of this height."""
    return max(_LEAST, min(_MOST, round(cell_height * _SHARE)))


def draw_badge(painter: QPainter, box: QRectF, kind: int, theme: Theme) -> None:
    """Draw a badge into *box*: cells and legend show the same."""
    ink, halo = (QColor.fromRgb(rgb) for rgb in _INKS[kind][theme.dark])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = box.width()
    if kind == OVERDUE:
        corners = (
            QPointF(box.center().x(), box.top() + 0.5),
            QPointF(box.right() - 0.5, box.bottom() - 0.5),
            QPointF(box.left() + 0.5, box.bottom() - 0.5),
        )
        painter.setPen(QPen(halo, 1.2))
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        bar = QRectF(0, 0, max(1.2, side * 0.11), side * 0.30)
        bar.moveCenter(QPointF(box.center().x(), box.top() + side * 0.56))
        painter.drawRect(bar)
        bar.setHeight(bar.width())
        bar.moveCenter(QPointF(box.center().x(), box.top() + side * 0.84))
        painter.drawRect(bar)
        return
    thick = max(1.8, side * 0.18)
    inner = box.adjusted(thick, thick, -thick, -thick)
    painter.setPen(QPen(halo, thick + 1.6))
    painter.setBrush(halo)
    painter.drawEllipse(inner)
    painter.setPen(QPen(ink, thick))
    painter.drawEllipse(inner)


class BadgeArtist:
    """Gives badges as pictures for one zoom, one screen ratio and one theme."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, float, bool], QPixmap] = {}

    def picture(self, kind: int, cell_height: int, ratio: float, theme: Theme) -> QPixmap:
        """Give the badge of this *kind* for cells so high."""
        side = badge_side(cell_height)
        key = kind, side, ratio, theme.dark
        drawn = self._kept.get(key)
        if drawn is None:
            drawn = QPixmap(ceil(side * ratio), ceil(side * ratio))
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            draw_badge(painter, QRectF(0, 0, side, side), kind, theme)
            painter.end()
            self._kept[key] = drawn
        return drawn
