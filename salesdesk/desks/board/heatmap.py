"""The board zoomed out: one image straight from the arrays, however many units there are."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from salesdesk.desks.board.geometry import Geometry, Stripe
from salesdesk.desks.board.palette import Theme
from salesdesk.desks.widgets.contrast import mix

DIM = 16
SELECTED = 32
EMPTY = 255
_RULED = 5
"""From this width (px) on, cells are set apart by a line."""


def colour_table(theme: Theme) -> NDArray[np.uint32]:
    """Give the colour of each code: a state's index, plus DIM, plus SELECTED; EMPTY is ground."""
    table = np.full(256, 0xFF000000 | theme.ground, np.uint32)
    for state, tone in enumerate(theme.tones):
        dim = mix(tone.solid, theme.ground, 0.78)
        table[state] = 0xFF000000 | tone.solid
        table[state + DIM] = 0xFF000000 | dim
        table[state + SELECTED] = 0xFF000000 | mix(tone.solid, theme.focus, 0.65)
        table[state + SELECTED + DIM] = 0xFF000000 | mix(dim, theme.focus, 0.5)
    return table


def paint_heat(
    painter: QPainter,
    area: QRect,
    geometry: Geometry,
    codes: NDArray[np.uint8],
    table: NDArray[np.uint32],
) -> None:
    """Paint the part of the board that meets *area* (board px) with the painter at its corner.

    *codes* holds one code a unit and EMPTY at its end, so that the grid's -1 finds it.
    """
    for stripe, row, after_row, column, after_column in geometry.blocks(area):
        left, right = max(area.left(), int(stripe.lefts[column])), area.right()
        right = min(right, int(stripe.lefts[after_column - 1]) + geometry.cell_width - 1)
        top = max(area.top(), stripe.top)
        bottom = min(area.bottom(), stripe.bottom - 1)
        if right < left or bottom < top:
            continue
        cells = np.full((after_row - row + 1, after_column - column + 1), table[EMPTY], np.uint32)
        cells[:-1, :-1] = table[codes[geometry.layout.grid[row:after_row, column:after_column]]]
        across = _across(geometry, stripe, column, after_column, (left, right))
        down = _down(geometry, stripe, row, after_row, (top, bottom))
        pixels = np.ascontiguousarray(cells[:, across][down])
        high, wide = pixels.shape
        image = QImage(pixels.data, wide, high, wide * 4, QImage.Format.Format_RGB32)
        painter.drawImage(left, top, image)


def _across(
    geometry: Geometry, stripe: Stripe, column: int, after: int, span: tuple[int, int]
) -> NDArray[np.int64]:
    """Give for each pixel of the span its column, counted from *column*; past the end in gaps."""
    x = np.arange(span[0], span[1] + 1)
    at = np.searchsorted(stripe.lefts[column:after], x, side="right") - 1
    inside = x - stripe.lefts[column:after][np.maximum(at, 0)]
    width = geometry.cell_width - (1 if geometry.cell_width >= _RULED else 0)
    at[(at < 0) | (inside >= width)] = after - column
    return at


def _down(
    geometry: Geometry, stripe: Stripe, row: int, after: int, span: tuple[int, int]
) -> NDArray[np.int64]:
    y = np.arange(span[0], span[1] + 1) - stripe.top
    at = y // geometry.cell_height + (stripe.first - row)
    if geometry.cell_width >= _RULED and geometry.cell_height > 2:  # noqa: PLR2004 - keep colour
        at[y % geometry.cell_height == geometry.cell_height - 1] = after - row
    return np.minimum(at, after - row)
