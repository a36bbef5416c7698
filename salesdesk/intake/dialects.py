"""Which dialect a sheet is written in, told by its headings (domain 5.2)."""

import re
from collections.abc import Mapping, Sequence

from salesdesk.intake.grid import Cell, SheetGrid
from salesdesk.intake.headings import (
    OPENING_WORDS,
    PRICE_WORDS,
    is_template,
    match,
    match_polish,
    plain_heading,
)
from salesdesk.intake.rows import Dialect, Recognised
from salesdesk.office.inventory.template_columns import OPENING, PRICE_LIST

SEARCHED_ROWS = 40
"""Title lines may stand above the headings, but not more than these."""
PREVIEW_ROWS = 20
_ENOUGH = 3
"""Fields that a row must name to count as the headings of a list."""
_ENOUGH_POLISH = 3
_ROOM = re.compile(r"[A-Za-z]?[0-9]{1,4}[A-Za-z]?(?:室|号|号房)?|[A-Za-z]")
PRICES = frozenset({"unit_price", "total"})
"""The fields of which a price list has one at least."""


def recognise(sheet: SheetGrid) -> Recognised:
    """Give what *sheet* is as a price list: `Dialect.UNKNOWN` with a guessed heading row if none."""
    for row, cells in enumerate(sheet.rows[:SEARCHED_ROWS]):
        polish = match_polish(cells)
        if len(polish) >= _ENOUGH_POLISH and "number" in polish:
            return recognised(sheet, Dialect.POLISH, row, polish)
    found = _best_row(sheet, PRICE_WORDS)
    if found is not None:
        row, mapping = found
        list_ = recognised(sheet, _kind_of_list(sheet.rows[row]), row, mapping)
        if "number" in mapping and (PRICES & mapping.keys() or bare(list_)):
            return list_
    grid = _grid(sheet)
    if grid is not None:
        return recognised(sheet, Dialect.GRID, *grid)
    guess, mapping = found if found is not None else (_widest(sheet), {})
    return recognised(sheet, Dialect.UNKNOWN, guess, mapping)


def bare(seen: Recognised) -> bool:
    """Whether *seen* is a list of units that have no prices yet: every column is known, none is one.

    A column that nobody knows may be the price; such a file is asked about, not taken in without.
    """
    known = {seen.headings[c] for c in seen.mapping.values() if c < len(seen.headings)}
    return not PRICES & seen.mapping.keys() and {h for h in seen.headings if h.strip()} == known


def recognise_opening(sheet: SheetGrid) -> Recognised:
    """Give what *sheet* is as a list of units already sold (opening balances)."""
    found = _best_row(sheet, OPENING_WORDS)
    if found is not None and {"customer", "state"} <= found[1].keys():
        row, mapping = found
        template = is_template(sheet.rows[row], OPENING)
        return recognised(sheet, Dialect.TEMPLATE if template else Dialect.LIST, row, mapping)
    guess, mapping = found if found is not None else (_widest(sheet), {})
    return recognised(sheet, Dialect.UNKNOWN, guess, mapping)


def recognised(
    sheet: SheetGrid, dialect: Dialect, row: int, mapping: Mapping[str, int]
) -> Recognised:
    """Give *sheet* as *dialect* with its headings in *row* (from 0; -1: none)."""
    cells = sheet.rows[row] if 0 <= row < len(sheet.rows) else ()
    return Recognised(
        dialect=dialect,
        sheet=sheet.name,
        heading_row=row + 1,
        mapping=dict(mapping),
        headings=tuple("" if cell is None else str(cell) for cell in cells),
        preview=tuple(r for r in sheet.rows[row + 1 : row + 1 + PREVIEW_ROWS] if any(r)),
    )


def _best_row(
    sheet: SheetGrid, words: Mapping[str, tuple[str, ...]]
) -> tuple[int, dict[str, int]] | None:
    best: tuple[int, dict[str, int]] | None = None
    for row, cells in enumerate(sheet.rows[:SEARCHED_ROWS]):
        mapping = match(cells, words)
        columns = len(set(mapping.values()))
        if columns >= _ENOUGH and (best is None or columns > len(set(best[1].values()))):
            best = (row, mapping)
    return best


def _kind_of_list(headings: Sequence[Cell]) -> Dialect:
    if is_template(headings, PRICE_LIST):
        return Dialect.TEMPLATE
    plain = {plain_heading(cell) for cell in headings if isinstance(cell, str)}
    official = {"楼栋", "单元", "楼层", "房号", "预售单价", "建筑面积", "户内面积"}
    return Dialect.OFFICIAL if official <= plain else Dialect.LIST


def _grid(sheet: SheetGrid) -> tuple[int, dict[str, int]] | None:
    """Find the heading row of a floor grid: a floor column, and room numbers to its right."""
    for row, cells in enumerate(sheet.rows[:SEARCHED_ROWS]):
        mapping = match(cells, {name: PRICE_WORDS[name] for name in ("building", "core", "floor")})
        if "floor" not in mapping:
            continue
        floor = mapping["floor"]
        rooms = [c for c in range(floor + 1, len(cells)) if cells[c] is not None]
        if not rooms or not all(_ROOM.fullmatch(str(cells[c]).strip()) for c in rooms):
            continue
        before = [c for c in range(floor) if c not in mapping.values()]
        if "building" not in mapping and before:
            mapping["building"] = before.pop(0)
        if "core" not in mapping and before and before[0] > mapping.get("building", -1):
            mapping["core"] = before[0]
        return row, mapping
    return None


def _widest(sheet: SheetGrid) -> int:
    """Guess the headings of a strange sheet: the row with most texts near its top."""
    texts = [sum(isinstance(cell, str) for cell in cells) for cells in sheet.rows[:SEARCHED_ROWS]]
    most = max(texts, default=0)
    return texts.index(most) if most else -1
