"""The board as it is printed and written into a workbook: a page a building, totals by state."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import select

from salesdesk.kernel.calendar import local
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.codes import natural, shown_number
from salesdesk.office.inventory.lot_rules import KINDS, LOTS, UnitKind, kind_of
from salesdesk.office.inventory.past import board_at
from salesdesk.office.inventory.queries import board, find_project
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.sheets import BoardCell, BoardPage, BoardSheet, UnitCard
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading

LOTS_A_ROW = 12
"""How many lots stand side by side on paper: a garage has hundreds on one floor."""


def board_sheet(reading: Reading, project: int, moment: datetime | None = None) -> BoardSheet:
    """Give the board as paper: a page a building, totals by state, those of lots apart.

    With a past *moment* as it stood then; raises what `board_at` raises.
    """
    cards = board(reading, project) if moment is None else board_at(reading, moment, project)
    card = find_project(reading.session, project)
    by_building: dict[str, list[UnitCard]] = defaultdict(list)
    for unit in cards:
        by_building[unit.building].append(unit)
    places = dict(
        reading.session.execute(
            select(Unit.id, Unit.place).where(Unit.project_id == project)
        ).all()
    )
    return BoardSheet(
        project=card.name,
        company=card.company,
        printed_at=f"{local(reading.now, reading.zone):%Y-%m-%d %H:%M}",
        printed_by=names_of(reading.session).get(reading.actor, ""),
        pages=tuple(
            page for name, units in by_building.items() for page in _pages(name, units, places)
        ),
        strip=_strip([unit for unit in cards if kind_of(unit.use) not in LOTS]),
        lots=_strip([unit for unit in cards if kind_of(unit.use) in LOTS]),
        practice=bool(setting(reading.session, "practice")),
        as_of="" if moment is None else f"{local(moment, reading.zone):%Y-%m-%d %H:%M:%S}",
    )


def _strip(cards: list[UnitCard]) -> tuple[tuple[UnitState, int, str, str], ...]:
    """Add *cards* up by state; states without any are left out."""
    return tuple(
        (
            state,
            len(units),
            f"{sum(u.gross_area for u in units):,.2f}",
            format_yuan(sum(u.total_fen or 0 for u in units)),
        )
        for state in STATES
        if (units := [card for card in cards if card.state is state])
    )


def _pages(name: str, units: list[UnitCard], places: dict[int, int]) -> list[BoardPage]:
    """Give a building's page, and pages of its lots, a core and kind each."""
    homes = [unit for unit in units if kind_of(unit.use) not in LOTS]
    found = [_page(name, homes, places)] if homes else []
    lots: dict[tuple[str, UnitKind], list[UnitCard]] = defaultdict(list)
    for unit in units:
        if (kind := kind_of(unit.use)) in LOTS:
            lots[unit.core, kind].append(unit)
    order = sorted(lots, key=lambda key: (KINDS.index(key[1]), natural(key[0])))
    return [*found, *(_lot_page(name, core, kind, lots[core, kind]) for core, kind in order)]


def _lot_page(name: str, core: str, kind: UnitKind, units: list[UnitCard]) -> BoardPage:
    """Lay lots out in rows of `LOTS_A_ROW` in the order of their numbers, top floor first."""
    rows: list[tuple[int, list[UnitCard]]] = []
    for floor in sorted({unit.floor for unit in units}, reverse=True):
        line = sorted((u for u in units if u.floor == floor), key=lambda u: natural(u.number))
        rows += [
            (floor, line[start : start + LOTS_A_ROW]) for start in range(0, len(line), LOTS_A_ROW)
        ]
    columns = max(len(line) for _floor, line in rows)
    labels, cells, before = [], [], None
    for row, (floor, line) in zip(range(len(rows), 0, -1), rows, strict=True):
        if floor != before:
            labels.append((row, floor))
        before = floor
        cells += [_cell(unit, row, column) for column, unit in enumerate(line)]
    return BoardPage(
        building=name,
        cores=((core, 0, columns),),
        columns=columns,
        floors=tuple(range(len(rows), 0, -1)),
        cells=tuple(cells),
        kind=kind.value,
        labels=tuple(labels),
    )


def _cell(unit: UnitCard, floor: int, column: int) -> BoardCell:
    return BoardCell(
        floor=floor,
        column=column,
        number=shown_number(unit.floor, unit.number),
        layout=unit.layout,
        area=f"{unit.gross_area:.2f}",
        unit_price="" if unit.unit_price_fen is None else f"{unit.unit_price_fen // 100:,}",
        total="" if unit.total_fen is None else f"{unit.total_fen // 100:,}",
        state=unit.state,
    )


def _page(name: str, units: list[UnitCard], places: dict[int, int]) -> BoardPage:
    heads, offset, start = [], {}, 0
    for core in sorted({unit.core for unit in units}, key=natural):
        width = max(places[unit.id] for unit in units if unit.core == core) + 1
        heads.append((core, start, width))
        offset[core] = start
        start += width
    return BoardPage(
        building=name,
        cores=tuple(heads),
        columns=start,
        floors=tuple(sorted({unit.floor for unit in units}, reverse=True)),
        cells=tuple(
            _cell(unit, unit.floor, offset[unit.core] + places[unit.id]) for unit in units
        ),
    )
