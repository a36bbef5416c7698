"""Where each unit stands on the board: pure arithmetic in cells, no pixels and no Qt.

Floors are rows, the top floor first; columns are grouped by building and core. Where a project is
so wide that it would be a ribbon, its buildings are broken into bands, one above the other, so
that the whole project makes a picture of a screen's proportions.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.lot_rules import LOT_KINDS
from salesdesk.office.inventory.sheets import BoardColumns

CELL_ASPECT = 1.6
"""Width of a cell by its height: what the shape of a band is reckoned with."""
PICTURE_ASPECT = 1.8
"""The proportions a whole project is broken into bands for."""
_LOTS_LINE = (12, 32)
"""How many lots stand in a line at least and at most; between the two as many as homes are wide."""


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
    """The whole board: ``grid[row, column]`` is a unit's index or -1.

    ``rows`` and ``columns`` are the places by unit, -1 where a unit is not shown.
    """

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
    lots = np.isin(board.kinds[shown], LOT_KINDS)
    if lots.any():
        homes = _homes(board, shown[~lots], rows, columns)
        return _with_lots(board, homes, shown[lots])
    return _homes(board, shown, rows, columns)


def _homes(
    board: BoardColumns,
    shown: NDArray[np.int64],
    rows: NDArray[np.int32],
    columns: NDArray[np.int32],
) -> BoardLayout:
    if not shown.size:
        return BoardLayout(np.full((0, 0), -1, np.int32), rows, columns, ())
    laid = _laid(board, shown, board.columns[shown].astype(np.int64), rows, columns)
    if np.count_nonzero(laid.grid >= 0) < shown.size:  # two units in one cell: count floors anew
        laid = _laid(board, shown, _apart(board, shown), rows, columns)
    return laid


def _laid(
    board: BoardColumns,
    shown: NDArray[np.int64],
    places: NDArray[np.int64],
    rows: NDArray[np.int32],
    columns: NDArray[np.int32],
) -> BoardLayout:
    names = len(board.core_names) + 1
    keys = board.buildings[shown].astype(np.int64) * names + board.cores[shown]
    core_keys, which_core = _distinct(keys)
    widths = np.zeros(core_keys.size, np.int64)
    np.maximum.at(widths, which_core, places + 1)
    floors = board.floors[shown].astype(np.int64)
    height = int(floors.max()) - int(floors.min()) + 1
    band_of = _bands(core_keys // names, widths, height)
    starts = np.concatenate(([0], np.cumsum(widths)[:-1]))
    firsts = np.flatnonzero(np.diff(band_of, prepend=-1))
    starts -= starts[firsts][band_of]
    columns[shown] = starts[which_core] + places
    unit_bands = band_of[which_core]
    bands: list[Band] = []
    first_row = 0
    for number, first in enumerate(firsts.tolist()):
        here = np.flatnonzero(unit_bands == number) if firsts.size > 1 else slice(None)
        levels, which_floor = _distinct(floors[here])
        rows[shown[here]] = first_row + levels.size - 1 - which_floor
        last = int(firsts[number + 1]) if number + 1 < firsts.size else core_keys.size
        part = slice(first, last)
        labels = tuple(levels[::-1].tolist())
        bands.append(
            _band(board, core_keys[part], starts[part], widths[part], (first_row, labels))
        )
        first_row += levels.size
    grid = np.full((first_row, max(band.columns for band in bands)), -1, np.int32)
    grid[rows[shown], columns[shown]] = shown
    return BoardLayout(grid, rows, columns, tuple(bands))


def _with_lots(board: BoardColumns, homes: BoardLayout, lots: NDArray[np.int64]) -> BoardLayout:
    """Put the lots below the homes: a band for each building that has some.

    A garage floor is hundreds of places wide; its lots are set in lines like words on a page, each
    line of one floor.
    """
    widest = max((band.columns for band in homes.bands), default=0)
    usual = min(max(widest, _LOTS_LINE[0]), _LOTS_LINE[1])
    rows, columns = homes.rows, homes.columns
    bands, first_row = list(homes.bands), homes.grid.shape[0]
    for building in np.unique(board.buildings[lots]).tolist():
        here = lots[board.buildings[lots] == building]
        floors = -board.floors[here].astype(np.int64)
        order = np.lexsort((_ranks(board, here), board.kinds[here], floors))
        here, floors = here[order], floors[order]
        starts = np.flatnonzero(np.diff(floors, prepend=floors[0] - 1))
        counts = np.diff(starts, append=floors.size)
        width = min(usual, int(counts.max()))
        within = np.arange(floors.size) - np.repeat(starts, counts)
        lines = -(-counts // width)
        line = np.repeat(np.cumsum(lines) - lines, counts) + within // width
        rows[here], columns[here] = first_row + line, within % width
        uses = dict.fromkeys(board.layout_names[at] for at in board.layouts[here].tolist())
        bands.append(
            Band(
                first_row=first_row,
                floors=tuple(np.repeat(-floors[starts], lines).tolist()),
                columns=width,
                buildings=(Head(board.building_names[building], 0, width, building),),
                cores=(Head(" · ".join(filter(None, uses)), 0, width, building),),
                cores_before=np.zeros(width, np.int32),
                buildings_before=np.zeros(width, np.int32),
            )
        )
        first_row += int(lines.sum())
    grid = np.full((first_row, max(band.columns for band in bands)), -1, np.int32)
    grid[: homes.grid.shape[0], : homes.grid.shape[1]] = homes.grid
    grid[rows[lots], columns[lots]] = lots
    return BoardLayout(grid, rows, columns, tuple(bands))


def _ranks(board: BoardColumns, units: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the places of *units* in the order of their cores' names and their numbers: 2 before 10."""
    keys = [
        (core, natural(board.numbers[unit]))
        for core, unit in zip(board.cores[units].tolist(), units.tolist(), strict=True)
    ]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    ranks = np.empty(len(keys), np.int64)
    ranks[order] = np.arange(len(keys))
    return ranks


def _distinct(values: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the distinct small whole numbers, and the place of each value among them, unsorted."""
    low = int(values.min())
    moved = values - low
    there = np.bincount(moved) > 0
    return np.flatnonzero(there) + low, (np.cumsum(there) - 1)[moved]


def _apart(board: BoardColumns, shown: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give the units' places in their cores, counted anew on floors where two shared a cell."""
    places = board.columns[shown].astype(np.int64)
    low = int(board.floors[shown].min())
    span = int(board.floors[shown].max()) - low + 1
    floor = board.buildings[shown].astype(np.int64) * (len(board.core_names) + 1)
    floor = (floor + board.cores[shown]) * span + (board.floors[shown] - low)
    order = np.lexsort((places, floor))
    sorted_floor, sorted_place = floor[order], places[order]
    new = np.diff(sorted_floor, prepend=-1) != 0
    rank = np.arange(order.size) - np.maximum.accumulate(np.where(new, np.arange(order.size), 0))
    shared = ~new & (np.diff(sorted_place, prepend=-1) == 0)
    crowded = np.isin(sorted_floor, sorted_floor[shared])
    places[order] = np.where(crowded, rank, sorted_place)
    return places


def _bands(
    in_building: NDArray[np.int64], widths: NDArray[np.int64], height: int
) -> NDArray[np.int64]:
    """Give for each core the band it stands in; a building is never broken."""
    _, which = _distinct(in_building)
    building_widths = np.bincount(which, weights=widths)
    total = float(building_widths.sum())
    count = max(1, round(sqrt(total * CELL_ASPECT / (PICTURE_ASPECT * height))))
    middle = np.cumsum(building_widths) - building_widths / 2
    raw = np.minimum((middle * count / total).astype(np.int64), count - 1)
    return _distinct(raw)[1][which]


def _band(
    board: BoardColumns,
    keys: NDArray[np.int64],
    starts: NDArray[np.int64],
    widths: NDArray[np.int64],
    rows: tuple[int, tuple[int, ...]],
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
        first_row=rows[0],
        floors=rows[1],
        columns=int(widths.sum()),
        buildings=tuple(buildings),
        cores=tuple(cores),
        cores_before=before[0],
        buildings_before=before[1],
    )
