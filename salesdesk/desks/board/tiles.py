"""Cells that lie side by side on a floor, joined into one picture: fewer, larger copies.

Copying two hundred small pictures costs more for the calls than for the pixels; a tile holds as
many cells of one floor as make about `TILE_WIDTH` px, gaps and holes included.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainter, QPixmap

from salesdesk.desks.board.cells import CellArtist
from salesdesk.desks.board.geometry import Geometry, Stripe
from salesdesk.desks.board.kept import Kept

TILE_WIDTH = 900
BUDGET = 96_000_000
"""Bytes that tiles may take together."""


class Tiles:
    """Paints blocks of cells from tiles, making those that are missing."""

    def __init__(self, cells: CellArtist) -> None:
        self._cells = cells
        self._kept: Kept[tuple[int, int]] = Kept(500)
        self._wide = 8

    def prepare(self, geometry: Geometry) -> None:
        """Make tiles for cells of this size from now on."""
        self._wide = max(2, min(32, round(TILE_WIDTH / geometry.cell_width)))
        area = self._wide * geometry.cell_width * geometry.cell_height * self._cells.ratio**2
        self._kept = Kept(max(120, int(BUDGET / (4 * area))))

    def forget(self) -> None:
        """Drop all tiles."""
        self._kept.clear()

    def redraw(self, geometry: Geometry, row: int, column: int, key: int) -> None:
        """Draw one cell anew in its tile, if that is kept."""
        tile = column // self._wide
        picture = self._kept.get((row, tile))
        if picture is None:
            return
        lefts = geometry.stripe_at(row).lefts
        painter = QPainter(picture)
        self._cells.draw(painter, int(lefts[column] - lefts[tile * self._wide]), key)
        painter.end()

    def paint(
        self,
        painter: QPainter,
        geometry: Geometry,
        stripe: Stripe,
        rows: tuple[int, int],
        columns: tuple[int, int],
        matching: NDArray[np.bool_] | None,
    ) -> None:
        """Paint the cells of *stripe* in these rows and columns, from..to."""
        wide = self._wide
        tiles = range(columns[0] // wide, (columns[1] - 1) // wide + 1)
        places = [(tile, int(stripe.lefts[tile * wide])) for tile in tiles]
        draw, kept = painter.drawPixmap, self._kept.get
        for row in range(*rows):
            y = stripe.top + (row - stripe.first) * geometry.cell_height
            for tile, x in places:
                picture = kept((row, tile))
                if picture is None:
                    picture = self._made(geometry, stripe, row, tile, matching)
                draw(x, y, picture)

    def _made(
        self,
        geometry: Geometry,
        stripe: Stripe,
        row: int,
        tile: int,
        matching: NDArray[np.bool_] | None,
    ) -> QPixmap:
        first = tile * self._wide
        after = min(first + self._wide, stripe.band.columns)
        left = int(stripe.lefts[first])
        end = stripe.right if after >= stripe.band.columns else int(stripe.lefts[after])
        ratio = self._cells.ratio
        size = round((end - left) * ratio), round(geometry.cell_height * ratio)
        picture = QPixmap(*size)
        picture.setDevicePixelRatio(ratio)
        units = geometry.layout.grid[row, first:after]
        keys = units
        if matching is not None:
            keys = np.where((units < 0) | matching[units], units, -2 - units)
        lefts = (stripe.lefts[first:after] - left).tolist()
        if end - left > geometry.cell_width * len(lefts) or (units < 0).any() or ratio % 1:
            picture.fill(QColor.fromRgb(self._cells.theme.ground))
        painter = QPainter(picture)
        for x, key in zip(lefts, keys.tolist(), strict=True):
            if key != -1:
                self._cells.draw(painter, x, key)
        painter.end()
        return self._kept.keep((row, tile), picture)
