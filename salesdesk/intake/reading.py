"""A price list from a file: rows for the office, or every reason why not, by sheet, row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from salesdesk.intake import problems as p
from salesdesk.intake.dialects import PRICES, recognise, recognised
from salesdesk.intake.grid import SheetGrid, Workbook
from salesdesk.intake.guard import open_workbook
from salesdesk.intake.lists import PriceList
from salesdesk.intake.price_grid import PriceGrid, join
from salesdesk.intake.rows import Dialect, PriceListReading, Recognised
from salesdesk.intake.units import Units
from salesdesk.office.inventory.sheets import GridPrice, PriceRow

_LISTS = frozenset({Dialect.TEMPLATE, Dialect.OFFICIAL, Dialect.LIST, Dialect.POLISH})


def read_price_list(
    path: Path,
    mapping_override: Mapping[str, int] | None = None,
    sheet: str | None = None,
    heading_row: int | None = None,
) -> PriceListReading:
    """Read the price list at *path*; see `price_list`. Raises the `FileRefused` family of `guard`."""
    return price_list(open_workbook(path), mapping_override, sheet, heading_row)


def price_list(
    workbook: Workbook,
    mapping_override: Mapping[str, int] | None = None,
    sheet: str | None = None,
    heading_row: int | None = None,
) -> PriceListReading:
    """Give the rows of *workbook* and all its problems; nothing is raised for what a row holds.

    All sheets that are lists are read together, else all floor grids; *sheet* reads one by name.
    *mapping_override* (field to column from 0) replaces what the headings say, *heading_row*
    (1-based) where they stand; both are for one sheet: the named one, else the first that counts.
    """
    findings = p.Findings()
    filled = [s for s in workbook.sheets if any(any(c is not None for c in r) for r in s.rows)]
    if sheet is not None:
        names = ", ".join(s.name for s in filled)
        filled = [s for s in filled if s.name == sheet]
        if not filled:
            findings.add(p.NO_SUCH_SHEET, sheet, 0, "", sheet=sheet, sheets=names)
    seen = [(s, recognise(s)) for s in filled]
    chosen = _chosen(seen)
    if seen and (mapping_override is not None or heading_row is not None):
        chosen = [_overridden(*(chosen or seen)[0], mapping_override, heading_row)]
    read = {id(s) for s, _ in chosen}
    for other in filled if chosen else ():
        if id(other) not in read:
            findings.note(p.SHEET_NOT_READ, other.name, 0, "", sheet=other.name)
    rows, grid = _read(chosen, findings)
    if not chosen and seen:
        strange = seen[0][1]
        findings.add(p.UNKNOWN_SHEET, strange.sheet, strange.heading_row, "", sheet=strange.sheet)
    elif chosen and not rows and not grid and not findings.problems():
        first = chosen[0][1]
        findings.add(p.NO_ROWS, first.sheet, first.heading_row, "")
    return _reading(chosen or seen, rows, grid, findings)


def _chosen(seen: Sequence[tuple[SheetGrid, Recognised]]) -> list[tuple[SheetGrid, Recognised]]:
    lists = [pair for pair in seen if pair[1].dialect in _LISTS]
    priced = [pair for pair in lists if PRICES & pair[1].mapping.keys()]
    return priced or [pair for pair in seen if pair[1].dialect is Dialect.GRID] or lists


def _overridden(
    sheet: SheetGrid,
    seen: Recognised,
    mapping: Mapping[str, int] | None,
    heading_row: int | None,
) -> tuple[SheetGrid, Recognised]:
    row = seen.heading_row if heading_row is None else heading_row
    dialect = seen.dialect if seen.dialect in _LISTS else Dialect.LIST
    chosen = seen.mapping if mapping is None else mapping
    kept = {field: column for field, column in chosen.items() if column >= 0}
    return sheet, recognised(sheet, dialect, row - 1, kept)


def _read(
    chosen: Sequence[tuple[SheetGrid, Recognised]], findings: p.Findings
) -> tuple[tuple[PriceRow, ...], tuple[GridPrice, ...]]:
    if chosen and chosen[0][1].dialect is Dialect.GRID:
        return (), join([PriceGrid(s, seen, findings).prices() for s, seen in chosen])
    units = Units(findings)
    rows: list[PriceRow] = []
    for sheet, seen in chosen:
        rows += PriceList(sheet, seen, findings, units).rows()
    return tuple(rows), ()


def _reading(
    seen: Sequence[tuple[SheetGrid, Recognised]],
    rows: tuple[PriceRow, ...],
    grid: tuple[GridPrice, ...],
    findings: p.Findings,
) -> PriceListReading:
    first = seen[0][1] if seen else None
    return PriceListReading(
        dialect=first.dialect if first else Dialect.UNKNOWN,
        rows=rows,
        grid=grid,
        problems=findings.problems(),
        notes=findings.notes(),
        headings=first.headings if first else (),
        preview=first.preview if first else (),
        sheets=tuple(replace(one) for _sheet, one in seen),
    )
