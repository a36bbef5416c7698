"""What a board looks like at one zoom: the painting itself, without a widget around it."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from salesdesk.desks.board.amounts import countdown
from salesdesk.desks.board.badges import BadgeArtist, badge_side
from salesdesk.desks.board.cells import THREE_LINES, CellArtist, Words
from salesdesk.desks.board.geometry import FULL, NUMBER, Geometry, Stripe
from salesdesk.desks.board.heads import HeadPainter
from salesdesk.desks.board.heatmap import DIM, EMPTY, SELECTED, colour_table, paint_heat
from salesdesk.desks.board.layout import BoardLayout, lay_out
from salesdesk.desks.board.palette import LIGHT, Theme
from salesdesk.desks.board.selection import Selection
from salesdesk.desks.board.stock import ON_HOLD, Stock
from salesdesk.desks.board.tiles import Tiles
from salesdesk.documents.words import building_words, core_words
from salesdesk.office.inventory.sheets import BoardColumns, UnitPatch

CELL_WIDTH = 112
"""A cell's width (px) at 100 %."""
CELL_ASPECT = 112 / 66
_NAMED = 18
_MOST_CLOCKS = 400


class BoardPicture:
    """Units, places, choice, filter and colours; paints any part of it in board pixels.

    Nothing here exists once per unit except array elements and the pictures of cells recently
    seen, so opening, scrolling and patching cost the same for 2,000 and 200,000 units.
    """

    def __init__(self, words: Words) -> None:
        self.theme: Theme = LIGHT
        self.stock: Stock | None = None
        self.layout = BoardLayout(
            np.full((0, 0), -1, np.int32), np.empty(0, np.int32), np.empty(0, np.int32), ()
        )
        self.geometry = Geometry(self.layout, CELL_WIDTH, round(CELL_WIDTH / CELL_ASPECT))
        self.selection = Selection(0)
        self._matching: NDArray[np.bool_] | None = None
        self.building: int | None = None
        self.hovered = -1
        self.focused = False
        self.cells = CellArtist(words, LIGHT)
        self.tiles = Tiles(self.cells)
        self.badges = BadgeArtist()
        self.font = QFont()
        self._heat = colour_table(LIGHT)
        self._codes: NDArray[np.uint8] = np.full(1, EMPTY, np.uint8)
        self._frames: dict[str, QPixmap] = {}
        self._clocks: dict[tuple[str, bool], QPixmap] = {}

    # What is shown -------------------------------------------------------------------------

    def load(self, columns: BoardColumns) -> bool:
        """Take these units; True where they are of the same project, whose choice is kept."""
        columns = self._named(columns)
        before = self.stock
        same = before is not None and before.columns.project == columns.project
        chosen: tuple[int, ...] = ()
        current = -1
        if same and before is not None:
            chosen = before.ids_at(self.selection.indexes)
            if self.selection.current >= 0:
                current = int(before.columns.ids[self.selection.current])
        else:
            self.building = None
        self.stock = stock = Stock(columns)
        self._matching = None
        self.hovered = -1
        self.cells.stock = stock
        self.selection = Selection(stock.size)
        self.selection.mask[stock.indexes_of(chosen)] = True
        self.selection.current = self.selection.anchor = stock.index_of(current)
        self.lay_out()
        self.recode()
        return same

    @property
    def matching(self) -> NDArray[np.bool_] | None:
        """The units that the filter leaves; None: all."""
        return self._matching

    def match(self, matching: NDArray[np.bool_] | None) -> None:
        """Dim all units outside this mask."""
        self._matching = matching
        self.tiles.forget()
        self.recode()

    def _named(self, columns: BoardColumns) -> BoardColumns:
        """Write building and core names in the reader's language."""
        language = self.cells.words.language
        return replace(
            columns,
            building_names=tuple(building_words(n, language) for n in columns.building_names),
            core_names=tuple(core_words(name, language) for name in columns.core_names),
        )

    def lay_out(self) -> None:
        """Give every unit its place, of all buildings or the one chosen."""
        if self.stock is not None:
            self.layout = lay_out(self.stock.columns, self.building)

    def measure(self, cell_width: float, ratio: float, font: QFont) -> None:
        """Reckon all positions for cells so wide (px) on a screen of this ratio."""
        width = max(1, round(cell_width))
        height = max(1, round(cell_width / CELL_ASPECT))
        self.geometry = Geometry(self.layout, width, height)
        self.cells.prepare(width, height, ratio, font)
        self.tiles.prepare(self.geometry)
        self.font = font
        self._frames.clear()
        self._clocks.clear()

    def dress(self, theme: Theme, ratio: float, font: QFont) -> bool:
        """Take over colours and screen ratio; False where they are as they were."""
        if theme is self.theme and self.cells.ratio == ratio:
            return False
        self.theme = self.cells.theme = theme
        self._heat = colour_table(theme)
        self.cells.prepare(self.geometry.cell_width, self.geometry.cell_height, ratio, font)
        self.tiles.prepare(self.geometry)
        self._frames.clear()
        self._clocks.clear()
        return True

    def apply(self, patch: UnitPatch) -> int:
        """Take over what changed of one unit; give its place, or -1."""
        index = self.stock.apply(patch) if self.stock is not None else -1
        if index >= 0:
            if self.shows(index):
                dim = self._matching is not None and not self._matching[index]
                row, column = int(self.layout.rows[index]), int(self.layout.columns[index])
                self.tiles.redraw(self.geometry, row, column, -2 - index if dim else index)
            self._codes[index] = self._code(index)
        return index

    def shows(self, index: int) -> bool:
        """Tell whether the unit has a place in what is laid out now."""
        return index >= 0 and bool(self.layout.rows[index] >= 0)

    def rect(self, index: int) -> QRect:
        """Give a unit's cell in board pixels; empty where it is not shown."""
        if not self.shows(index):
            return QRect()
        return self.geometry.rect(int(self.layout.rows[index]), int(self.layout.columns[index]))

    def _code(self, index: int) -> int:
        stock = self.stock
        code = int(stock.states[index]) if stock is not None else EMPTY
        if self._matching is not None and not self._matching[index]:
            code += DIM
        return code + (SELECTED if self.selection.mask[index] else 0)

    def recode(self) -> None:
        """Reckon what the heat map shows of every unit."""
        stock = self.stock
        if stock is None:
            return
        codes = np.full(stock.size + 1, EMPTY, np.uint8)
        codes[:-1] = stock.states
        if self._matching is not None:
            codes[:-1][~self._matching] += DIM
        codes[:-1][self.selection.mask] += SELECTED
        self._codes = codes

    # Painting ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, seen: QRect, head: QRect, now: float) -> None:
        """Paint what meets *seen*; *head* tells from where to where names between bands run."""
        self._paint_ground(painter, seen)
        self._paint_heads(painter, seen, head)
        if self.geometry.cell_width < NUMBER:
            paint_heat(painter, seen, self.geometry, self._codes, self._heat)
            self._paint_current(painter)
            return
        for stripe, row, after_row, column, after in self.geometry.blocks(seen):
            self._paint_block(painter, stripe, (row, after_row), (column, after), now)

    def _paint_ground(self, painter: QPainter, seen: QRect) -> None:
        """Fill what no tile covers: the margins, the room between bands, all of a heat map."""
        ground = QColor.fromRgb(self.theme.ground)
        for box in self._bare(seen):
            if box.isValid():
                painter.fillRect(box, ground)

    def _bare(self, seen: QRect) -> Iterator[QRect]:
        """Give the rectangles of *seen* that tiles leave free."""
        width, height = self.geometry.cell_width, self.geometry.cell_height
        if width < NUMBER or not float(self.cells.ratio).is_integer():
            yield seen  # with a broken ratio tiles may lie a dot apart
            return
        below = seen.top()
        for stripe, row, after_row, column, after in self.geometry.blocks(seen):
            top = stripe.top + (row - stripe.first) * height
            high = (after_row - row) * height
            yield QRect(seen.left(), below, seen.width(), top - below)
            below = top + high
            left, right = int(stripe.lefts[column]), int(stripe.lefts[after - 1]) + width
            yield QRect(seen.left(), top, left - seen.left(), high)
            yield QRect(right, top, seen.right() + 1 - right, high)
        yield QRect(seen.left(), below, seen.width(), seen.bottom() + 1 - below)

    def _paint_block(
        self,
        painter: QPainter,
        stripe: Stripe,
        rows: tuple[int, int],
        columns: tuple[int, int],
        now: float,
    ) -> None:
        self.tiles.paint(painter, self.geometry, stripe, rows, columns, self._matching)
        block = self.layout.grid[rows[0] : rows[1], columns[0] : columns[1]]
        lefts = stripe.lefts[columns[0] : columns[1]].tolist()
        top = stripe.top + (rows[0] - stripe.first) * self.geometry.cell_height
        self._paint_marks(painter, block, (lefts, top), now)

    def _paint_marks(
        self,
        painter: QPainter,
        block: NDArray[np.int32],
        corner: tuple[list[int], int],
        now: float,
    ) -> None:
        """Paint countdowns and frames over the cells of one block."""
        stock = self.stock
        if stock is None:
            return
        lefts, top = corner
        height = self.geometry.cell_height
        there = block >= 0
        if stock.holds and self.geometry.cell_width >= FULL:
            running = there & (stock.states[block] == ON_HOLD) & (stock.untils[block] > 0)
            places = [
                (int(block[row, column]), lefts[column], top + row * height)
                for row, column in np.argwhere(running).tolist()
            ]
            self._paint_countdowns(painter, stock, places, now)
        if stock.owing:
            self._paint_badges(painter, np.where(there, stock.dues[block], 0), block, corner)
        for row, column in np.argwhere(there & self.selection.mask[block]).tolist():
            painter.drawPixmap(lefts[column], top + row * height, self._frame("chosen"))
        current = self.selection.current if self.focused else -1
        for index, name in ((self.hovered, "hovered"), (current, "current")):
            if index >= 0:
                for row, column in np.argwhere(block == index).tolist():
                    painter.drawPixmap(lefts[column], top + row * height, self._frame(name))

    def _paint_badges(
        self,
        painter: QPainter,
        dues: NDArray[np.uint8],
        block: NDArray[np.int32],
        corner: tuple[list[int], int],
    ) -> None:
        """Lay the badges of money owed into the lower right corners; a unit that is not meant has none."""
        if self._matching is not None:
            dues = np.where(self._matching[block], dues, 0)
        lefts, top = corner
        high, ratio = self.geometry.cell_height, self.cells.ratio
        side = badge_side(high)
        edge = 4 if high >= THREE_LINES else 2
        inset = self.geometry.cell_width - side - edge
        for row, column in np.argwhere(dues > 0).tolist():
            drawn = self.badges.picture(int(dues[row, column]), high, ratio, self.theme)
            painter.drawPixmap(lefts[column] + inset, top + (row + 1) * high - side - edge, drawn)

    def _paint_countdowns(
        self, painter: QPainter, stock: Stock, places: list[tuple[int, int, int]], now: float
    ) -> None:
        """Write how long the holds at these places (index, left, top) still run."""
        box = self.countdown_box(0, 0)
        right = box.right() + 1
        for index, left, top in places:
            dim = self._matching is not None and not self._matching[index]
            text = countdown(float(stock.untils[index]) - now)
            drawn = self._clocks.get((text, dim)) or self._clock(text, dim=dim)
            at = QPointF(left + right - drawn.deviceIndependentSize().width(), top + box.top())
            painter.drawPixmap(at, drawn)

    def _clock(self, text: str, *, dim: bool) -> QPixmap:
        """Give a countdown's picture; it is painted many times in its one second."""
        if len(self._clocks) > _MOST_CLOCKS:
            self._clocks.clear()
        ratio = self.cells.ratio
        wide, high = self.cells.plain.width(text) + 2, self.countdown_box(0, 0).height()
        tone = self.cells.tone(ON_HOLD, dim=dim)
        drawn = QPixmap(ceil(wide * ratio), round(high * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor.fromRgb(tone.fill))
        painter = QPainter(drawn)
        painter.setFont(self.cells.plain.font)
        painter.setPen(QColor.fromRgb(tone.word))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, ceil(wide), high), flags, text)
        painter.end()
        self._clocks[text, dim] = drawn
        return drawn

    def countdown_box(self, x: int, y: int) -> QRect:
        """Give where the countdown stands in the cell whose corner is x, y."""
        width, height = self.geometry.cell_width, self.geometry.cell_height
        three = height >= THREE_LINES
        middle = 2 + (height - 4) * (0.80 if three else 0.71)
        right = width - 2 - max(5, round(width * 0.06))
        high = round(height * 0.26)
        return QRect(x + width // 2, y + round(middle - high / 2), right - width // 2, high)

    def _paint_heads(self, painter: QPainter, seen: QRect, head: QRect) -> None:
        names = HeadPainter(painter, self.theme, self.geometry, 0)
        for stripe in self.geometry.stripes[1:]:
            high = stripe.top - stripe.head
            if high >= _NAMED and stripe.head <= seen.bottom() and stripe.top >= seen.top():
                painter.setFont(self.font)
                names.paint(stripe, QRect(head.left(), stripe.head, head.width(), high - 2))

    def _paint_current(self, painter: QPainter) -> None:
        box = self.rect(self.selection.current)
        if not box.isEmpty():
            painter.setPen(QPen(QColor.fromRgb(self.theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-2, -2, 1, 1))

    def _frame(self, name: str) -> QPixmap:
        kept = self._frames.get(name)
        if kept is not None:
            return kept
        width, height = self.geometry.cell_width, self.geometry.cell_height
        ratio = self.cells.ratio
        frame = QPixmap(round(width * ratio), round(height * ratio))
        frame.setDevicePixelRatio(ratio)
        frame.fill(Qt.GlobalColor.transparent)
        painter = QPainter(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor.fromRgb(self.theme.focus)
        thick = {"chosen": 2.0, "hovered": 1.5, "current": 3.0}[name]
        if name == "chosen":
            tint = QColor(colour)
            tint.setAlpha(18)
            painter.setBrush(tint)
        if name == "hovered":
            colour = QColor.fromRgb(self.theme.soft)
        painter.setPen(QPen(colour, thick))
        inset = thick / 2 + (1.0 if name != "current" else 0.0)
        box = QRectF(0, 0, width, height).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, min(6.0, height / 8), min(6.0, height / 8))
        painter.end()
        self._frames[name] = frame
        return frame
