"""Which units are chosen, and which one the keyboard is on."""

import numpy as np
from numpy.typing import NDArray

from salesdesk.desks.board.layout import BoardLayout


class Selection:
    """A mask over the board's units, the current unit and the anchor of Shift."""

    def __init__(self, size: int) -> None:
        self.mask: NDArray[np.bool_] = np.zeros(size, np.bool_)
        self.current = -1
        self.anchor = -1

    @property
    def indexes(self) -> NDArray[np.int64]:
        """The chosen units' places, ascending."""
        return np.flatnonzero(self.mask)

    def only(self, index: int) -> None:
        """Choose one unit and no other; -1 chooses none."""
        self.mask[:] = False
        if index >= 0:
            self.mask[index] = True
        self.current = self.anchor = index

    def toggle(self, index: int) -> None:
        """Choose one unit more, or no longer."""
        self.mask[index] = not self.mask[index]
        self.current = self.anchor = index

    def span(self, layout: BoardLayout, index: int) -> None:
        """Choose the rectangle of cells from the anchor to this unit."""
        anchor = self.anchor if self.anchor >= 0 else index
        rows = sorted((int(layout.rows[anchor]), int(layout.rows[index])))
        columns = sorted((int(layout.columns[anchor]), int(layout.columns[index])))
        block = layout.grid[rows[0] : rows[1] + 1, columns[0] : columns[1] + 1].ravel()
        self.mask[:] = False
        self.mask[block[block >= 0]] = True
        self.current, self.anchor = index, anchor

    def put(self, indexes: NDArray[np.int64], *, add: bool) -> None:
        """Choose these units, besides the others or instead of them."""
        if not add:
            self.mask[:] = False
        self.mask[indexes] = True


def step(layout: BoardLayout, index: int, down: int, right: int) -> int:
    """Give the unit some steps away in one direction, across gaps and holes.

    To the left and right the search stays on the floor. Up and down it keeps to the column; where
    the column has no more units, it takes the nearest unit of the next floor that has one. At the
    edge the unit itself is given.
    """
    row, column = int(layout.rows[index]), int(layout.columns[index])
    if right:
        return _along(layout.grid[row], column, right, index)
    found = _along(layout.grid[:, column], row, down, index)
    if found != index:
        return found
    rows = range(row + 1, layout.grid.shape[0]) if down > 0 else range(row - 1, -1, -1)
    for other in rows:
        there = np.flatnonzero(layout.grid[other] >= 0)
        if there.size:
            return int(layout.grid[other, there[np.argmin(np.abs(there - column))]])
    return index


def _along(line: NDArray[np.int32], place: int, steps: int, index: int) -> int:
    """Give the unit *steps* units further along a line of the grid, or the last one there."""
    there = np.flatnonzero(line >= 0)
    if steps > 0:
        ahead = there[there > place]
        return int(line[ahead[min(steps, ahead.size) - 1]]) if ahead.size else index
    behind = there[there < place]
    return int(line[behind[max(steps, -behind.size)]]) if behind.size else index


def first_on_floor(layout: BoardLayout, index: int, *, last: bool) -> int:
    """Give the first or last unit of the floor that this unit is on."""
    line = layout.grid[int(layout.rows[index])]
    there = line[line >= 0]
    return int(there[-1 if last else 0])


def first_shown(layout: BoardLayout, *, last: bool = False) -> int:
    """Give the first or last unit of the board, or -1 where it is empty."""
    there = layout.grid[layout.grid >= 0]
    return int(there[-1 if last else 0]) if there.size else -1
