"""The wall's page painted: buildings, floors, cells. Sizes are for a screen 1,080 pixels high.

Read from five metres on a screen of 65 inches (0.75 mm a pixel), 30 pixels of type give figures
16 mm high, twice what a good eye needs; nothing that matters is smaller than 21 (11 mm).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from salesdesk.desks.wall.pages import Block, Placed, Plan, Room, cell_left, heads_height
from salesdesk.desks.wall.tones import FaceTone, WallTones
from salesdesk.desks.widgets.theme import FAMILY, RARE
from salesdesk.desks.wording import say
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.lot_rules import LOTS
from salesdesk.office.inventory.rules import PublicFace
from salesdesk.office.inventory.sheets import PublicUnit

NUMBER, WORD = 30.0, 21.0
"""Type in a cell at its least: the unit's number, and the word or price below."""
LOT_NUMBER = 25.0
"""The same in a lot's smaller cell."""
_LEAST_HEIGHT, _MOST_HEIGHT, _LEAST_WIDTH = 68, 124, 88
_LOT_LEAST_HEIGHT, _LOT_LEAST_WIDTH = 62, 72
_PAD = 5
_LEADING = 1.17
"""The height of a line, as a multiple of its type."""
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FLOORS = QT_TRANSLATE_NOOP("wall", "floors {low}-{high}")
_NUMBERS = QT_TRANSLATE_NOOP("wall", "{first} to {last}")
_SILENT = frozenset({PublicFace.NOT_RELEASED, PublicFace.NOT_FOR_SALE})
"""Faces whose cell shows its number only: outline and strokes tell the rest."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One unit's cell on a page."""

    unit: PublicUnit
    box: QRectF


def type_of(pixels: float, *, bold: bool = False) -> QFont:
    """Give the house's type at a height in pixels."""
    font = QFont()
    font.setFamilies([FAMILY, RARE])
    font.setPixelSize(max(1, round(pixels)))
    font.setBold(bold)
    return font


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    pixels: float,
    colour: int,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = _LEFT,
) -> float:
    """Write *text* in *box*, smaller where it would not fit, shortened at last; give its width."""
    font = type_of(pixels, bold=bold)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > box.width() > 0:
        font = type_of(int(max(pixels * 0.6, pixels * box.width() / wide)), bold=bold)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        wide = metrics.horizontalAdvance(text)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, text)
    return wide


def price(unit: PublicUnit) -> str:
    """Give a unit's list price in yuan to the fen, without empty decimals; a price is never rounded."""
    return "" if unit.total_fen is None else format_yuan(unit.total_fen).removesuffix(".00")


def area(unit: PublicUnit) -> str:
    """Give a unit's area, m²."""
    return f"{unit.gross_area:.2f} m²"


def second_line(unit: PublicUnit, *, prices: bool) -> str:
    """Give what stands under the number: what it costs where it can be bought, else its face."""
    if unit.face in _SILENT:
        return ""
    if unit.face is not PublicFace.AVAILABLE:
        return say("public", unit.face.value)
    return price(unit) if prices and unit.total_fen is not None else area(unit)


def _what(unit: PublicUnit) -> str:
    """Give what a unit on offer is: a home's layout, a lot's area, for its use stands above it."""
    return area(unit) if unit.kind in LOTS else unit.layout


def _title(block: Block) -> str:
    if block.kind not in LOTS:
        return block.building
    place = " ".join(filter(None, (block.building, block.cores[0])))
    return f"{place} · {say('kinds', block.kind.value)}"


def _part(block: Block) -> str:
    """Give which floors, or which lots, of its building a part shows."""
    if block.kind in LOTS:
        first, last = block.numbers
        return QCoreApplication.translate("wall", _NUMBERS).format(first=first, last=last)
    low, high = block.floors[-1], block.floors[0]
    return QCoreApplication.translate("wall", _FLOORS).format(low=low, high=high)


def room_for(units: Sequence[PublicUnit], size: QSizeF, scale: float, *, prices: bool) -> Room:
    """Give the room of a page of *size*, with cells wide enough for all that *units* have to say.

    They are all homes and shops, or all lots, whose cells are smaller.
    """
    lots = any(unit.kind in LOTS for unit in units)
    number = LOT_NUMBER if lots else NUMBER
    metrics = QFontMetricsF(type_of(WORD * scale))
    words = {second_line(unit, prices=prices) for unit in units}
    words |= {price(unit) for unit in units}
    numbers = QFontMetricsF(type_of(number * scale, bold=True))
    widest = max(
        [metrics.horizontalAdvance(word) for word in words]
        + [numbers.horizontalAdvance(unit.number) for unit in units],
        default=0.0,
    )
    least = _LOT_LEAST_WIDTH if lots else _LEAST_WIDTH
    return Room(
        width=int(size.width()),
        height=int(size.height()),
        least_width=int(max(least * scale, widest + 2 * _PAD * scale)),
        least_height=round((_LOT_LEAST_HEIGHT if lots else _LEAST_HEIGHT) * scale),
        most_height=round(_MOST_HEIGHT * scale),
        gap=max(1, round(5 * scale)),
        core_gap=round(14 * scale),
        block_gap=round(36 * scale),
        head=round(52 * scale),
        core_head=round(32 * scale),
        label=round(44 * scale),
        number=number * scale,
        word=WORD * scale,
    )


def spots(page: Iterable[Placed], plan: Plan, room: Room) -> tuple[Spot, ...]:
    """Give the cells of a page."""
    return tuple(
        Spot(
            unit,
            QRectF(
                placed.x + cell_left(placed.block, at, plan.cell_width, room),
                placed.y + heads_height(placed.block, room) + row * (plan.cell_height + room.gap),
                plan.cell_width,
                plan.cell_height,
            ),
        )
        for placed in page
        for row, line in enumerate(placed.block.cells)
        for at, unit in enumerate(line)
        if unit is not None
    )


class PagePicture:
    """Paints one page of the wall."""

    def __init__(self, plan: Plan, room: Room, scale: float, *, prices: bool) -> None:
        self._plan = plan
        self._room = room
        self._scale = scale
        self._prices = prices

    def paint(
        self, painter: QPainter, page: Iterable[Placed], cells: Iterable[Spot], tones: WallTones
    ) -> None:
        """Paint the names of *page* and its *cells*."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in page:
            self._heads(painter, placed, tones)
        for spot in cells:
            self.cell(painter, spot, tones.faces[spot.unit.face])

    def cell(self, painter: QPainter, spot: Spot, tone: FaceTone) -> None:
        """Paint one unit."""
        scale, box = self._scale, spot.box
        pen = QPen(QColor(tone.edge), max(1.0, 2 * scale))
        if tone.mark == "dashed":
            pen.setDashPattern([3, 3])
        inner = box.adjusted(scale, scale, -scale, -scale)
        painter.setPen(pen)
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(inner, 8 * scale, 8 * scale)
        if tone.mark == "crossed":
            painter.setPen(QPen(QColor(tone.ink), max(1.0, 1.5 * scale)))
            painter.drawLine(
                QPointF(inner.left() + 8 * scale, inner.bottom() - 8 * scale),
                QPointF(inner.right() - 8 * scale, inner.top() + 8 * scale),
            )
        pad = _PAD * scale * 0.5
        lines = self._lines(spot.unit, box.height())
        heights = [pixels * _LEADING for _text, pixels, _bold in lines]
        top = box.top() + (box.height() - sum(heights)) / 2
        for (text, pixels, bold), high in zip(lines, heights, strict=True):
            ink = tone.ink if bold else tone.soft
            line = QRectF(box.left() + pad, top, box.width() - 2 * pad, high)
            write(painter, line, text, pixels, ink, bold=bold, align=_CENTRE)
            top += high

    def _lines(self, unit: PublicUnit, height: float) -> list[tuple[str, float, bool]]:
        """Give the lines of a cell with their type; a third one where it is high enough."""
        grown = self._plan.growth
        number, small = self._room.number * grown, self._room.word * grown
        lines = [(unit.number, number, True)]
        word = second_line(unit, prices=self._prices)
        if not word:
            return lines
        lines.append((word, small, False))
        more = price(unit) if unit.face is not PublicFace.AVAILABLE else _what(unit)
        if more and (number + 2 * small) * _LEADING < height * 0.94:
            lines.append((more, small, False))
        return lines

    def _heads(self, painter: QPainter, placed: Placed, tones: WallTones) -> None:
        block, room, scale = placed.block, self._room, self._scale
        left = placed.x + room.label
        last = cell_left(block, len(block.columns) - 1, self._plan.cell_width, room)
        width = last + self._plan.cell_width - room.label
        box = QRectF(left, placed.y, width, room.head)
        used = write(painter, box, _title(block), 34 * scale, tones.text, bold=True)
        if block.parts > 1:
            box.setLeft(left + used + 14 * scale)
            used += 14 * scale + write(painter, box, _part(block), 24 * scale, tones.soft)
        rest = QRectF(left + used + 16 * scale, placed.y, width - used - 16 * scale, room.head)
        if block.free and block.part == 1 and rest.width() > 90 * scale:
            text = f"{say('public', PublicFace.AVAILABLE.value)} {block.free}"
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            write(painter, rest, text, 24 * scale, tones.good, bold=True, align=right)
        if len(block.cores) > 1:
            self._core_heads(painter, placed, tones)
        top = placed.y + heads_height(block, room)
        for row, floor in enumerate(block.floors):
            if row and block.floors[row - 1] == floor:
                continue  # a floor of lots goes on
            y = top + row * (self._plan.cell_height + room.gap)
            label = QRectF(placed.x, y, room.label - 8 * scale, self._plan.cell_height)
            write(painter, label, str(floor), 24 * scale, tones.soft, align=_CENTRE)

    def _core_heads(self, painter: QPainter, placed: Placed, tones: WallTones) -> None:
        block, room = placed.block, self._room
        top = placed.y + room.head
        for core, columns in groupby(enumerate(block.columns), key=lambda one: one[1][0]):
            at = [index for index, _column in columns]
            begin = placed.x + cell_left(block, at[0], self._plan.cell_width, room)
            end = placed.x + cell_left(block, at[-1], self._plan.cell_width, room)
            box = QRectF(begin, top, end - begin + self._plan.cell_width, room.core_head - 4)
            write(painter, box, core, 22 * self._scale, tones.soft, align=_CENTRE)
