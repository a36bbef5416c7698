"""Floor grids (总价分布, 单价分布): floors as rows, room numbers as columns, one price a cell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from salesdesk.intake import problems as p
from salesdesk.intake.cells import CellFault, floor, label, price, unit_price
from salesdesk.intake.grid import Cell, SheetGrid
from salesdesk.intake.headings import in_ten_thousands
from salesdesk.intake.rows import Recognised
from salesdesk.intake.table import BROKEN, Line, Table
from salesdesk.intake.units import Units, building_and_core
from salesdesk.office.inventory.codes import unit_code
from salesdesk.office.inventory.sheets import GridPrice

_NAMES = frozenset({"building", "core"})
_UNIT_PRICE = re.compile(r"单价|單價|unit.?price|per.?m", re.IGNORECASE)
_TOTAL = re.compile(r"总价|總價|total", re.IGNORECASE)
_LEAST_TOTAL_FEN = 200_000 * 100
"""Where neither sheet nor title says it, a median above this (fen) means totals."""
_TEN_THOUSAND = 10_000


class PriceGrid:
    """Reads one sheet that is a floor grid."""

    def __init__(self, sheet: SheetGrid, seen: Recognised, findings: p.Findings) -> None:
        self._sheet = _with_carried_names(sheet, seen)
        self._seen = seen
        self._findings = findings
        self._units = Units(findings)
        left = seen.mapping["floor"]
        self._rooms = [
            (column, _room_name(heading), heading)
            for column, heading in enumerate(seen.headings)
            if column > left and heading
        ]
        title = " ".join(
            [sheet.name] + [str(c) for row in sheet.rows[: seen.heading_row - 1] for c in row if c]
        )
        self._per_unit = _TEN_THOUSAND if in_ten_thousands(title) else 1
        self._title = title
        self._price = unit_price if _UNIT_PRICE.search(title) else price

    def prices(self) -> list[GridPrice]:
        """Give the units of the sheet with either their total or their unit price."""
        parsers = {"building": label, "core": label, "floor": floor}
        table = Table(self._sheet, self._seen, self._findings, parsers)
        found: list[GridPrice] = []
        for line in table.lines(_NAMES, frozenset({"floor"})):
            name = self._name(line, table)
            if name is not None:
                found += self._cells(line.line, *name)
        return found if self._totals(found) else [_as_unit_price(unit) for unit in found]

    def _name(self, line: Line, table: Table) -> tuple[str, str, int] | None:
        building, level = line.values.get("building", ""), line.values["floor"]
        if building == "":
            table.fault(p.NO_BUILDING, line.line, "building")
        if level is None:
            table.fault(p.NO_FLOOR, line.line, "floor")
        if line.broken or building == "" or level is None or building is BROKEN:
            return None
        return (*building_and_core(building, line.values.get("core", "")), level)

    def _cells(self, line: int, building: str, core: str, level: int) -> list[GridPrice]:
        found = []
        for column, number, heading in self._rooms:
            try:
                fen = self._price(self._sheet.cell(line - 1, column), self._per_unit)
            except CellFault as error:
                self._findings.add(error.fault, self._sheet.name, line, heading, **error.facts)
                continue
            place = (self._sheet.name, line, heading)
            if fen is None or self._units.enter(building, core, level, number, *place) is None:
                continue
            found.append(
                GridPrice(
                    building=building, core=core, floor=level, number=number,
                    unit_price_fen=None, total_fen=fen, sheet=self._sheet.name, line=line,
                )
            )  # fmt: skip
        return found

    def _totals(self, found: Sequence[GridPrice]) -> bool:
        if _UNIT_PRICE.search(self._title):
            return False
        if _TOTAL.search(self._title) or not found:
            return True
        return median(unit.total_fen or 0 for unit in found) > _LEAST_TOTAL_FEN


def join(sheets: Sequence[Sequence[GridPrice]]) -> tuple[GridPrice, ...]:
    """Put the unit prices and totals of one file together, unit by unit."""
    units: dict[str, GridPrice] = {}
    for sheet in sheets:
        for unit in sheet:
            code = unit_code(unit.building, unit.core, unit.floor, unit.number)
            first = units.setdefault(code, unit)
            if first is unit:
                continue
            source = unit if unit.total_fen is not None else first
            units[code] = replace(
                first,
                unit_price_fen=first.unit_price_fen or unit.unit_price_fen,
                total_fen=first.total_fen or unit.total_fen,
                sheet=source.sheet,
                line=source.line,
            )
    return tuple(units.values())


def _as_unit_price(unit: GridPrice) -> GridPrice:
    return replace(unit, unit_price_fen=unit.total_fen, total_fen=None)


def _room_name(heading: str) -> str:
    """Write a room number of the head as lists do: two digits, without 室."""
    number = heading.strip().removesuffix("房").removesuffix("号").removesuffix("室")
    return number.zfill(2) if number.isdecimal() else number


def _with_carried_names(sheet: SheetGrid, seen: Recognised) -> SheetGrid:
    """Fill building and core down by merged ranges, and below the last name where none is merged."""
    columns = [seen.mapping[name] for name in ("building", "core") if name in seen.mapping]
    spread = sheet.spread(frozenset(columns))
    rows: list[tuple[Cell, ...]] = list(sheet.rows[: seen.heading_row])
    above: dict[int, Cell] = {}
    for row in range(seen.heading_row, len(sheet.rows)):
        cells = list(sheet.rows[row])
        if any(cell is not None for cell in cells):
            cells += [None] * (max(columns, default=-1) + 1 - len(cells))
            for place, column in enumerate(columns):
                value = spread.get((row, column), cells[column])
                if value is None and (row, column) not in spread:
                    value = above.get(column)
                if value != above.get(column):
                    above.update(dict.fromkeys(columns[place + 1 :]))
                cells[column] = above[column] = value
        rows.append(tuple(cells))
    return SheetGrid(name=sheet.name, rows=tuple(rows), merged=())
