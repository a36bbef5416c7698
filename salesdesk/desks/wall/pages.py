"""How a project is laid out on the wall: buildings into blocks, blocks onto pages. Pure arithmetic.

Lengths are pixels. A building too high for the screen stands in several bands side by side, upper
floors first; one too wide is parted between its columns; what does not fit at a readable size
goes on further pages. Of all sizes that need the fewest pages the largest is taken. Lots stand on
pages of their own: a garage floor is hundreds of places wide and is set like words on a page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.lot_rules import LOTS, UnitKind
from salesdesk.office.inventory.rules import PublicFace
from salesdesk.office.inventory.sheets import PublicUnit

_STEPS = 32
"""Sizes tried between the most and the least."""
_COMFORT = 1.1
"""So much wider than it needs to be a cell is before its type grows."""
_TALLER = (1.15, 1.1, 1.05)
_WIDER = (1.35, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05)
"""How much more room than it needs a cell may get."""
_LOTS_A_LINE = (20, 15, 12, 10, 8, 6, 5, 4, 3, 2)
"""How many lots may stand in a line, the most that fits: round counts, so that numbers line up."""

Column = tuple[str, int]
"""A column of a building: core and place within it."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room there is for the blocks of a page, and what their parts need."""

    width: int
    height: int
    least_width: int
    """The narrowest cell in which everything can be read."""
    least_height: int
    most_height: int
    gap: int
    """Between two cells."""
    core_gap: int
    """Between two cores, on top of the gap."""
    block_gap: int
    """Between two blocks."""
    head: int
    """The height of a block's name."""
    core_head: int
    """The height of the cores' names, where a block has more than one."""
    label: int
    """The width of the floor's number at the left."""
    number: float
    """Type of a cell's number at its least."""
    word: float
    """Type of the word or price below it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Part of a building, or all of it: some floors (highest first) of some columns.

    ``cells`` by floor and column, None where nothing stands. ``free``: how many of the whole
    building are on offer. A block of lots is of one core and one ``kind``; a floor of it goes over
    several lines, each with the floor's number.
    """

    building: str
    floors: tuple[int, ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[PublicUnit | None, ...], ...]
    free: int
    kind: UnitKind = UnitKind.HOME
    part: int = 1
    parts: int = 1

    @property
    def cores(self) -> tuple[str, ...]:
        """The cores in order."""
        return tuple(core for core, _columns in groupby(self.columns, key=lambda c: c[0]))

    @property
    def numbers(self) -> tuple[str, str]:
        """The numbers of the first and of the last unit in it."""
        there = [unit.number for line in self.cells for unit in line if unit is not None]
        return there[0], there[-1]


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where its upper left corner lies on the page."""

    block: Block
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages, and the size of a cell that is the same on all of them."""

    cell_width: int
    cell_height: int
    growth: float
    """How much larger than the least everything in a cell is."""
    pages: tuple[tuple[Placed, ...], ...]


@dataclass(frozen=True, slots=True)
class _Size:
    room: Room
    width: int
    height: int

    def across(self, columns: Sequence[Column]) -> int:
        """Give the width of a block of these columns."""
        cores = len({core for core, _place in columns})
        cells = len(columns) * (self.width + self.room.gap) - self.room.gap
        return self.room.label + cells + (cores - 1) * self.room.core_gap

    def down(self, block: Block) -> int:
        """Give the height of a block."""
        cells = len(block.floors) * (self.height + self.room.gap) - self.room.gap
        return self.heads(block.columns) + cells

    def heads(self, columns: Sequence[Column]) -> int:
        """Give what the names above the cells take."""
        several = len({core for core, _place in columns}) > 1
        return self.room.head + (self.room.core_head if several else 0)


def plan(units: Sequence[PublicUnit], room: Room) -> Plan:
    """Lay the units out in *room*, all homes and shops or all lots; none give one empty page."""
    if not units:
        return Plan(room.least_width, room.least_height, 1.0, ((),))
    homes = tuple(_buildings(unit for unit in units if unit.kind not in LOTS))
    lots = _groups(unit for unit in units if unit.kind in LOTS)

    def packed(width: float, height: float) -> tuple[tuple[Placed, ...], ...]:
        size = _Size(room, int(width), int(height))
        return _packed((*homes, *(_lines(group, size) for group in lots)), size)

    fewest = len(packed(room.least_width, room.least_height))

    def fits(width: float, height: float) -> bool:
        return len(packed(width, height)) == fewest

    most = max(1.0, room.most_height / room.least_height)
    growth = next(
        (
            grown
            for step in range(_STEPS)
            if fits(
                room.least_width * _COMFORT * (grown := most - (most - 1.0) * step / _STEPS),
                room.least_height * grown,
            )
        ),
        1.0,
    )
    width, height = int(room.least_width * growth), int(room.least_height * growth)
    # The type is as large as it can be with room around it; what is still free makes the cells roomier.
    height = next((int(height * e) for e in _TALLER if fits(width, height * e)), height)
    width = next((int(width * e) for e in _WIDER if fits(width * e, height)), width)
    return Plan(width, height, growth, packed(width, height))


def cell_left(block: Block, index: int, width: int, room: Room) -> int:
    """Give how far right of the block's corner the column *index* begins."""
    before = block.columns[: index + 1]
    crossed = sum(1 for one, other in pairwise(before) if one[0] != other[0])
    return room.label + index * (width + room.gap) + crossed * room.core_gap


def heads_height(block: Block, room: Room) -> int:
    """Give how far below the block's corner its first floor begins."""
    return _Size(room, 0, 0).heads(block.columns)


def _buildings(units: Iterable[PublicUnit]) -> Iterator[Block]:
    """Give every building as one block, in the order of the units."""
    by_building: dict[str, list[PublicUnit]] = defaultdict(list)
    for unit in units:
        by_building[unit.building].append(unit)
    for building, there in by_building.items():
        cores: dict[str, set[int]] = defaultdict(set)
        for unit in there:
            cores[unit.core].add(unit.column)
        floors = tuple(sorted({unit.floor for unit in there}, reverse=True))
        columns = tuple((core, place) for core in cores for place in sorted(cores[core]))
        at = {(unit.floor, unit.core, unit.column): unit for unit in there}
        cells = tuple(tuple(at.get((floor, *column)) for column in columns) for floor in floors)
        yield Block(building, floors, columns, cells, _free(there))


def _groups(lots: Iterable[PublicUnit]) -> list[list[PublicUnit]]:
    """Give lots by building, core and kind, the top floor first and by their numbers: 2 before 10."""
    found: dict[tuple[str, str, UnitKind], list[PublicUnit]] = defaultdict(list)
    for lot in lots:
        found[lot.building, lot.core, lot.kind].append(lot)
    return [sorted(group, key=lambda u: (-u.floor, natural(u.number))) for group in found.values()]


def _lines(lots: Sequence[PublicUnit], size: _Size) -> Block:
    """Set the lots of a group in lines, each of one floor."""
    by_floor = [list(there) for _floor, there in groupby(lots, key=lambda lot: lot.floor)]
    core, longest = lots[0].core, max(map(len, by_floor))
    fits = (n for n in _LOTS_A_LINE if size.across([(core, 0)] * n) <= size.room.width)
    wide = min(next(fits, 1), longest)
    lines = [
        there[start : start + wide] for there in by_floor for start in range(0, len(there), wide)
    ]
    return Block(
        lots[0].building,
        tuple(line[0].floor for line in lines),
        tuple((core, place) for place in range(wide)),
        tuple((*line, *[None] * (wide - len(line))) for line in lines),
        _free(lots),
        lots[0].kind,
    )


def _free(units: Iterable[PublicUnit]) -> int:
    return sum(1 for unit in units if unit.face is PublicFace.AVAILABLE)


def _packed(buildings: Sequence[Block], size: _Size) -> tuple[tuple[Placed, ...], ...]:
    """Set the blocks in rows from left to right, the rows on pages."""
    rows = _rows(buildings, size)
    pages: list[list[tuple[Block, ...]]] = [[]]
    used = 0
    for row in rows:
        high = max(size.down(block) for block in row)
        if pages[-1] and used + high > size.room.height:
            pages.append([])
            used = 0
        pages[-1].append(row)
        used += high + size.room.block_gap
    return tuple(tuple(_set(page, size)) for page in pages)


def _rows(buildings: Sequence[Block], size: _Size) -> list[tuple[Block, ...]]:
    rows: list[list[Block]] = []
    left = 0
    for building in buildings:
        blocks = list(_parted(building, size))
        widths = [size.across(block.columns) for block in blocks]
        together = sum(widths) + (len(widths) - 1) * size.room.block_gap
        if together > left and together <= size.room.width:
            left = 0  # a building whose parts fit in one row is not torn between two
        for block, width in zip(blocks, widths, strict=True):
            if not rows or width > left:
                rows.append([])
                left = size.room.width
            rows[-1].append(block)
            left -= width + size.room.block_gap
    return [tuple(row) for row in rows]


def _parted(building: Block, size: _Size) -> Iterator[Block]:
    """Give a building in parts that fit on a page, each about as large as the others."""
    room = size.room
    parts = [
        replace(
            building,
            floors=building.floors[rows.start : rows.stop],
            columns=building.columns[places.start : places.stop],
            cells=tuple(
                line[places.start : places.stop] for line in building.cells[rows.start : rows.stop]
            ),
        )
        for places in _narrow(building.columns, size)
        for rows in _even(
            len(building.floors),
            (room.height - size.heads(building.columns[places.start : places.stop]) + room.gap)
            // (size.height + room.gap),
        )
    ]
    for at, part in enumerate(parts, 1):
        yield replace(part, part=at, parts=len(parts))


def _narrow(columns: tuple[Column, ...], size: _Size) -> Iterator[range]:
    """Part columns that are too wide for the screen."""
    most = len(columns)
    while most > 1 and size.across(columns[:most]) > size.room.width:
        most -= 1
    yield from _even(len(columns), most)


def _even(count: int, most: int) -> Iterator[range]:
    """Part *count* things in runs of at most *most*, none much shorter than the others."""
    runs = -(-count // max(1, most))
    each = -(-count // runs)
    for start in range(0, count, each):
        yield range(start, min(start + each, count))


def _set(rows: Sequence[tuple[Block, ...]], size: _Size) -> Iterator[Placed]:
    """Place the rows of one page in its middle."""
    room = size.room
    highs = [max(size.down(block) for block in row) for row in rows]
    spare = room.height - sum(highs) - room.block_gap * (len(rows) - 1)
    y = max(0, spare // 2)
    for row, high in zip(rows, highs, strict=True):
        widths = [size.across(block.columns) for block in row]
        x = max(0, (room.width - sum(widths) - room.block_gap * (len(row) - 1)) // 2)
        for block, width in zip(row, widths, strict=True):
            yield Placed(block, x, y)
            x += width + room.block_gap
        y += high + room.block_gap
