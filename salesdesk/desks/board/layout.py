"""Where each unit stands on the board: pure arithmetic in cells, no pixels and no Qt.

Floors are rows, the top floor first; columns are grouped by building and core. Where a project is
so wide that it would be a ribbon, its buildings are broken into bands, one above the other, so
that the whole project makes a picture of a screen's proportions.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from salesdesk.office.inventory.sheets import BoardColumns

CELL_ASPECT = 1.6
"""Width of a cell by its height: what the shape of a band is reckoned with."""
PICTURE_ASPECT = 1.8
"""The proportions a whole project is broken into bands for."""


@dataclass(frozen=True, slots=True)
class Head:
    """A building's or a core's name over *columns* columns from *first*, within its band."""

    name: str
    first: int
    columns: int
    key: int


@dataclass(frozen=True, slots=True)
class Band:
    """Some buildings side by side: their floors (top first) are the grid's rows from *first_row*.

    ``cores_before[c]`` and ``buildings_before[c]`` count the gaps left of column c.
    """

    first_row: int
    floors: tuple[int, ...]
    columns: int
    buildings: tuple[Head, ...]
    cores: tuple[Head, ...]
    cores_before: NDArray[np.int32]
    buildings_before: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class BoardLayout:
    """The whole board: ``grid[row, column]`` is a unit's index or -1; ``rows`` and ``columns``
    are the places by unit, -1 where a unit is not shown."""

    grid: NDArray[np.int32]
    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    bands: tuple[Band, ...]


def lay_out(board: BoardColumns, building: int | None = None) -> BoardLayout:
    """Lay out all buildings, or only the one with the index *building*."""
    size = len(board.ids)
    rows = np.full(size, -1, np.int32)
    columns = np.full(size, -1, np.int32)
    shown = np.arange(size) if building is None else np.flatnonzero(board.buildings == building)
    if not shown.size:
        return BoardLayout(np.full((0, 0), -1, np.int32), rows, columns, ())
    places = _apart(board, shown)
    cores = len(board.core_names) + 1
    keys = board.buildings[shown].astype(np.int64) * cores + board.cores[shown]
    core_keys, which_core = np.unique(keys, return_inverse=True)
    widths = np.zeros(core_keys.size, np.int64)
    np.maximum.at(widths, which_core, places + 1)
    in_building = core_keys // cores
    band_of = _bands(in_building, widths, board.floors[shown])
    starts = np.concatenate(([0], np.cumsum(widths)[:-1]))
    firsts = np.flatnonzero(np.diff(band_of, prepend=-1))
    starts -= starts[firsts][band_of]
    columns[shown] = starts[which_core] + places
    unit_bands = band_of[which_core]
    bands: list[Band] = []
    first_row = 0
    for number, first in enumerate(firsts.tolist()):
        here = unit_bands == number
        floors, back = np.unique(board.floors[shown[here]], return_inverse=True)
        rows[shown[here]] = first_row + floors.size - 1 - back
        last = int(firsts[number + 1]) if number + 1 < firsts.size else core_keys.size
        bands.append(_band(board, core_keys[first:last], starts[first:last], widths[first:last],
                           first_row, floors))
        first_row += floors.size
    grid = np.full((first_row, max(band.columns for band in bands)), -1, np.int32)
    grid[rows[shown], columns[shown]] = shown
    return BoardLayout(grid, rows, columns, tuple(bands))


def _apart(board: BoardColumns, shown: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the units' places in their cores; where two stood in one cell, a floor is counted anew."""
    places = board.columns[shown].astype(np.int64)
    buildings, cores, floors = board.buildings[shown], board.cores[shown], board.floors[shown]
    span = int(places.max()) + 1 if places.size else 1
    low = int(floors.min())
    floor_key = (buildings.astype(np.int64) * (len(board.core_names) + 1) + cores) * (
        int(floors.max()) - low + 1
    ) + (floors - low)
    cell = floor_key * span + places
    order = np.argsort(cell, kind="stable")
    twice = np.flatnonzero(np.diff(cell[order]) == 0)
    if not twice.size:
        return places
    crowded = np.isin(floor_key, floor_key[order[twice]])
    for key in np.unique(floor_key[crowded]).tolist():
        same = np.flatnonzero(floor_key == key)
        same = same[np.argsort(places[same], kind="stable")]
        places[same] = np.arange(same.size)
    return places


def _bands(
    in_building: NDArray[np.int64], widths: NDArray[np.int64], floors: NDArray[np.int32]
) -> NDArray[np.int64]:
    """Give for each core the band it stands in; a building is never broken."""
    _, which, = np.unique(in_building, return_inverse=True)
    building_widths = np.bincount(which, weights=widths)
    total = float(building_widths.sum())
    height = int(floors.max()) - int(floors.min()) + 1
    count = max(1, round(sqrt(total * CELL_ASPECT / (PICTURE_ASPECT * height))))
    middle = np.cumsum(building_widths) - building_widths / 2
    raw = np.minimum((middle * count / total).astype(np.int64), count - 1)
    _, dense = np.unique(raw, return_inverse=True)
    bands: NDArray[np.int64] = dense[which]
    return bands


def _band(  # noqa: PLR0913 - slices of one computation
    board: BoardColumns,
    keys: NDArray[np.int64],
    starts: NDArray[np.int64],
    widths: NDArray[np.int64],
    first_row: int,
    floors: NDArray[np.int32],
) -> Band:
    names = len(board.core_names) + 1
    buildings: list[Head] = []
    cores: list[Head] = []
    before = np.zeros((2, int(widths.sum())), np.int32)
    for key, start, width in zip(keys.tolist(), starts.tolist(), widths.tolist(), strict=True):
        building, core = divmod(key, names)
        new = not buildings or buildings[-1].key != building
        if new:
            buildings.append(Head(board.building_names[building], start, width, building))
        else:
            last = buildings[-1]
            buildings[-1] = Head(last.name, last.first, last.columns + width, building)
        if cores:
            before[1 if new else 0, start:] += 1
        cores.append(Head(board.core_names[core] if core < names - 1 else "", start, width, core))
    return Band(
        first_row=first_row,
        floors=tuple(floors[::-1].tolist()),
        columns=int(widths.sum()),
        buildings=tuple(buildings),
        cores=tuple(cores),
        cores_before=before[0],
        buildings_before=before[1],
    )
