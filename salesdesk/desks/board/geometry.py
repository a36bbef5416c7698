"""From cells to pixels and back: where the board's columns and floors lie at one zoom."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect

from salesdesk.desks.board.layout import Band, BoardLayout

FULL = 70
"""From this width of a cell (px) on, all its texts are shown."""
NUMBER = 30
"""From this width on, its number; below it the board is a heat map."""
MARGIN = 8


@dataclass(frozen=True, slots=True)
class Stripe:
    """One band in pixels: its head's top, its first floor's top, its columns' left edges."""

    band: Band
    head: int
    top: int
    bottom: int
    lefts: NDArray[np.int32]
    right: int

    @property
    def first(self) -> int:
        """The grid row of the top floor."""
        return self.band.first_row

    @property
    def last(self) -> int:
        """The grid row of the lowest floor."""
        return self.band.first_row + len(self.band.floors) - 1


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the board in cells of one stripe."""

    stripe: int
    across: float
    down: float


class Geometry:
    """All positions (px, from the board's own corner) for cells of *cell_width* x *cell_height*."""

    def __init__(self, layout: BoardLayout, cell_width: int, cell_height: int) -> None:
        self.layout = layout
        self.cell_width = cell_width
        self.cell_height = cell_height
        self.margin = MARGIN if cell_width >= NUMBER else 4
        core_gap = max(1, min(8, cell_width // 12))
        building_gap = max(2, min(28, cell_width // 4))
        self.head_height = _head_height(cell_width)
        stripes: list[Stripe] = []
        y = self.margin
        widest = 0
        for number, band in enumerate(layout.bands):
            head = y
            if number:
                y += self.head_height
            lefts = (
                np.arange(band.columns, dtype=np.int32) * cell_width
                + band.cores_before * core_gap
                + band.buildings_before * building_gap
                + self.margin
            ).astype(np.int32)
            right = int(lefts[-1]) + cell_width
            bottom = y + len(band.floors) * cell_height
            stripes.append(Stripe(band, head, y, bottom, lefts, right))
            widest = max(widest, right)
            y = bottom + max(2, building_gap // 2)
        self.stripes = tuple(stripes)
        self.width = widest + self.margin
        self.height = (stripes[-1].bottom if stripes else 0) + self.margin

    def stripe_at(self, row: int) -> Stripe:
        """Give the stripe that holds this grid row."""
        return next(stripe for stripe in self.stripes if row <= stripe.last)

    def rect(self, row: int, column: int) -> QRect:
        """Give a cell's rectangle."""
        stripe = self.stripe_at(row)
        return QRect(
            int(stripe.lefts[column]),
            stripe.top + (row - stripe.first) * self.cell_height,
            self.cell_width,
            self.cell_height,
        )

    def columns_between(self, stripe: Stripe, left: int, right: int) -> tuple[int, int]:
        """Give the first column that meets left..right, and the one after the last."""
        first = int(np.searchsorted(stripe.lefts, left - self.cell_width, side="right"))
        return first, int(np.searchsorted(stripe.lefts, right, side="right"))

    def rows_between(self, stripe: Stripe, top: int, bottom: int) -> tuple[int, int]:
        """Give the first grid row of the stripe that meets top..bottom, and the one after."""
        first = max(0, (top - stripe.top) // self.cell_height)
        after = min(len(stripe.band.floors), (bottom - stripe.top) // self.cell_height + 1)
        return stripe.first + first, stripe.first + max(first, after)

    def blocks(self, area: QRect) -> Iterator[tuple[Stripe, int, int, int, int]]:
        """Give the blocks of cells that meet *area*: stripe, rows from..to, columns from..to."""
        for stripe in self.stripes:
            if stripe.bottom < area.top() or stripe.top > area.bottom():
                continue
            row, after_row = self.rows_between(stripe, area.top(), area.bottom())
            column, after_column = self.columns_between(stripe, area.left(), area.right())
            if row < after_row and column < after_column:
                yield stripe, row, after_row, column, after_column

    def unit_at(self, x: int, y: int) -> int:
        """Give the index of the unit under a point, or -1."""
        for _, row, _, column, after in self.blocks(QRect(x, y, 1, 1)):
            if column < after:
                return int(self.layout.grid[row, column])
        return -1

    def spot(self, x: int, y: int) -> Spot | None:
        """Give the place of a point in cells, which outlives a change of zoom."""
        if not self.stripes:
            return None
        below = (n for n, stripe in enumerate(self.stripes) if y < stripe.bottom)
        number = next(below, len(self.stripes) - 1)
        stripe = self.stripes[number]
        column = max(0, int(np.searchsorted(stripe.lefts, x, side="right")) - 1)
        across = column + (x - int(stripe.lefts[column])) / self.cell_width
        return Spot(number, across, (y - stripe.top) / self.cell_height)

    def point(self, spot: Spot) -> tuple[float, float]:
        """Give where that place lies at this zoom."""
        stripe = self.stripes[spot.stripe]
        column = max(0, min(int(spot.across), stripe.band.columns - 1))
        x = int(stripe.lefts[column]) + (spot.across - column) * self.cell_width
        return x, stripe.top + spot.down * self.cell_height

    def units_in(self, area: QRect) -> NDArray[np.int64]:
        """Give the indexes of the units whose cells meet *area*."""
        found = [
            self.layout.grid[row:after_row, column:after_column].ravel()
            for _, row, after_row, column, after_column in self.blocks(area)
        ]
        units = np.concatenate(found).astype(np.int64) if found else np.empty(0, np.int64)
        return units[units >= 0]


def _head_height(cell_width: int) -> int:
    """Give the room (px) for building and core names between two bands."""
    if cell_width >= NUMBER:
        return 46
    return 20 if cell_width >= 10 else 4  # noqa: PLR2004 - below, no name would fit


def fitting_width(layout: BoardLayout, width: int, height: int, aspect: float) -> float:
    """Give the largest cell width (px) at which the whole board fits into width x height."""
    low, high = 1.0, 220.0
    for _ in range(24):
        middle = (low + high) / 2
        tried = Geometry(layout, max(1, int(middle)), max(1, round(int(middle) / aspect)))
        fits = tried.width <= width and tried.height <= height
        low, high = (middle, high) if fits else (low, middle)
    return float(int(low))
