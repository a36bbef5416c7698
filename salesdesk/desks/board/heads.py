"""What stays in place while the board scrolls: building and core names on top, floors at the left."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from salesdesk.desks.board.geometry import Geometry, Stripe
from salesdesk.desks.board.layout import Head
from salesdesk.desks.board.palette import LIGHT, Theme

FLOOR_WIDTH = 48
HEAD_HEIGHT = 46
_NAMES_FROM = 18
_CORES_FROM = 40
_AIR = 6


@dataclass(frozen=True, slots=True)
class HeadPainter:
    """Paints the building and core names over one band; also the heads between two bands."""

    painter: QPainter
    theme: Theme
    geometry: Geometry
    offset: int

    def paint(self, stripe: Stripe, area: QRect) -> None:
        """Fill *area*; a name stays in sight as long as one of its columns is."""
        self.painter.fillRect(area, QColor.fromRgb(self.theme.panel))
        if area.height() < _NAMES_FROM:
            return
        plain = QFont(self.painter.font())
        bold = QFont(plain)
        bold.setBold(True)
        if area.height() < _CORES_FROM:
            self._names(stripe, stripe.band.buildings, area, (bold, self.theme.text))
            return
        middle = area.height() * 11 // 20
        upper = QRect(area.left(), area.top(), area.width(), middle)
        lower = QRect(area.left(), area.top() + middle, area.width(), area.height() - middle)
        self._names(stripe, stripe.band.buildings, upper, (bold, self.theme.text))
        self._names(stripe, stripe.band.cores, lower, (plain, self.theme.soft))
        self.painter.setFont(plain)

    def _names(
        self, stripe: Stripe, heads: tuple[Head, ...], area: QRect, ink: tuple[QFont, int]
    ) -> None:
        font, colour = ink
        self.painter.setFont(font)
        metrics = QFontMetrics(font)
        for head in heads:
            left = int(stripe.lefts[head.first]) - self.offset + 2
            last = int(stripe.lefts[head.first + head.columns - 1])
            right = last + self.geometry.cell_width - self.offset - 2
            seen = QRect(left, area.top(), right - left, area.height()).intersected(area)
            if seen.width() < _AIR:
                continue
            rule = area.bottom() - 1
            if heads is not stripe.band.buildings or area.height() < _CORES_FROM // 2:
                self.painter.fillRect(left, rule, right - left, 2, QColor.fromRgb(self.theme.rule))
            name = metrics.elidedText(head.name, Qt.TextElideMode.ElideRight, seen.width())
            self.painter.setPen(QColor.fromRgb(colour))
            self.painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, name)


class _Sticky(QWidget):
    """A strip at the board's edge: repainted whole, it is small."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.geometry_now: Geometry | None = None
        self.theme: Theme = LIGHT
        self.offset = (0, 0)

    def follow(self, geometry: Geometry | None, theme: Theme, offset: tuple[int, int]) -> None:
        """Show what belongs to the board's cells at this scroll offset."""
        self.geometry_now, self.theme, self.offset = geometry, theme, offset
        self.update()


class HeadStrip(_Sticky):
    """Building and core names of the band that is topmost in sight.

    Signals:
        pressed: the index (in ``building_names``) of a building whose name was double-clicked.
    """

    pressed = Signal(object)

    def stripe(self) -> Stripe | None:
        """Give the band at the top of what is seen."""
        if self.geometry_now is None:
            return None
        top = self.offset[1]
        for stripe in self.geometry_now.stripes:
            if stripe.bottom > top:
                return stripe
        return None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names, the corner above the floors included."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor.fromRgb(self.theme.panel))
        stripe = self.stripe()
        if stripe is not None and self.geometry_now is not None:
            area = self.rect().adjusted(FLOOR_WIDTH, 0, 0, -1)
            painter.setClipRect(area)
            head = HeadPainter(
                painter, self.theme, self.geometry_now, self.offset[0] - FLOOR_WIDTH
            )
            head.paint(stripe, area)
            painter.setClipping(False)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor.fromRgb(self.theme.rule))
        painter.end()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell which building was meant."""
        stripe = self.stripe()
        if stripe is None or self.geometry_now is None:
            return
        x = round(event.position().x()) - FLOOR_WIDTH + self.offset[0]
        for head in stripe.band.buildings:
            last = int(stripe.lefts[head.first + head.columns - 1]) + self.geometry_now.cell_width
            if int(stripe.lefts[head.first]) <= x < last:
                self.pressed.emit(head.key)


class FloorStrip(_Sticky):
    """The floors' numbers at the left; at small zooms only as many as have room."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the floors in sight."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor.fromRgb(self.theme.panel))
        geometry = self.geometry_now
        if geometry is not None:
            painter.setPen(QColor.fromRgb(self.theme.soft))
            need = painter.fontMetrics().height()
            every = max(1, -(-need // geometry.cell_height))
            if every > 1:
                every = -(-every // 5) * 5
            for stripe in geometry.stripes:
                self._floors(painter, geometry, stripe, every)
        right = self.width() - 1
        painter.fillRect(right, 0, 1, self.height(), QColor.fromRgb(self.theme.rule))
        painter.end()

    def _floors(self, painter: QPainter, geometry: Geometry, stripe: Stripe, every: int) -> None:
        top, bottom = self.offset[1], self.offset[1] + self.height()
        first, after = geometry.rows_between(stripe, top, bottom)
        for row in range(first, after):
            place = row - stripe.first
            floor = stripe.band.floors[place]
            if every > 1 and floor % every:
                continue
            y = stripe.top + place * geometry.cell_height - top
            high = max(geometry.cell_height, painter.fontMetrics().height())
            box = QRect(0, y + (geometry.cell_height - high) // 2, self.width() - 8, high)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{floor}F"
            )
