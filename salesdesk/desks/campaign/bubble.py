"""A small card with facts beside the pointer; painted, so that no text is ever taken for markup."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from salesdesk.desks.campaign.inks import Inks

PAD, GAP, EDGE = 9.0, 14.0, 4.0


def paint_bubble(
    painter: QPainter, view: QRect, at: QPointF, lines: Sequence[str], inks: Inks
) -> None:
    """Paint *lines* in a card near *at*, the first one bold, wholly inside *view*."""
    font = painter.font()
    font.setBold(True)
    metrics = QFontMetricsF(font)
    wide = max(metrics.horizontalAdvance(line) for line in lines) + 2 * PAD
    step = metrics.height() + 1
    high = step * len(lines) + 2 * PAD - 4
    left = min(max(EDGE, at.x() + GAP), view.width() - wide - EDGE)
    top = at.y() - high - 6
    if top < EDGE:
        top = min(at.y() + GAP + 8, view.height() - high - EDGE)
    box = QRectF(left, top, wide, high)
    shadow = QColor(0, 0, 0, 46)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shadow)
    painter.drawRoundedRect(box.translated(0, 2), 7, 7)
    painter.setBrush(inks.text)
    painter.setPen(QPen(inks.rule, 1))
    painter.drawRoundedRect(box, 7, 7)
    painter.setPen(inks.ground)
    for number, line in enumerate(lines):
        font.setBold(number == 0)
        painter.setFont(font)
        place = QRectF(left + PAD, top + PAD - 3 + number * step, wide, step)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
    font.setBold(False)
    painter.setFont(font)
