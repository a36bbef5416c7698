"""The rows of one recognised sheet, read field by field with every fault kept by its place."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from salesdesk.intake.cells import CellFault
from salesdesk.intake.grid import Cell, SheetGrid
from salesdesk.intake.problems import LINE_LEFT_OUT, Fault, Findings
from salesdesk.intake.rows import Recognised
from salesdesk.kernel.errors import UserError

Parser = Callable[[Cell], Any]
BROKEN = object()
"""Stands for the value of a cell whose fault has been kept."""

_SUMS = re.compile(
    r"(?:合计|总计|小计|共计|汇总|平均).*|(?:(?:sub|grand )?total|sum|average|razem|suma)\W*"
)
_REMARKS = ("备注", "说明", "注：", "注:", "制表", "填表", "审核", "打印", "note:", "remark")


class Line(NamedTuple):
    """One row: its number in the file (1-based), its values by field, whether a cell was broken."""

    line: int
    values: Mapping[str, Any]
    broken: bool


class Table:
    """A sheet with its headings known: gives lines, and puts faults where they belong."""

    def __init__(
        self, sheet: SheetGrid, seen: Recognised, findings: Findings, parsers: Mapping[str, Parser]
    ) -> None:
        self.sheet = sheet
        self.seen = seen
        self.findings = findings
        named = [
            (seen.mapping[f], f, parser) for f, parser in parsers.items() if f in seen.mapping
        ]
        named.sort(key=lambda place: place[0])
        self._plan = [(f, column, parser, self.heading(f)) for column, f, parser in named]
        width = len(seen.headings)
        self._heads = [(c, seen.headings[c]) for c, _f, _parser in named if c < width]

    def heading(self, field: str) -> str:
        """Give the heading of the column that *field* comes from, empty if from none."""
        column = self.seen.mapping.get(field, -1)
        return self.seen.headings[column] if 0 <= column < len(self.seen.headings) else ""

    def fault(self, fault: Fault, line: int, field: str, **facts: object) -> None:
        """Keep a problem in *line* under the heading of *field*."""
        self.findings.add(fault, self.sheet.name, line, self.heading(field), **facts)

    def lines(self, names: frozenset[str], figures: frozenset[str]) -> Iterator[Line]:
        """Give the lines below the headings that hold a unit.

        *names* are the fields whose downward merged cells are filled; a line that begins like a
        sum, or like a remark without any of the *figures*, is left out with a note.
        """
        columns = frozenset(self.seen.mapping[n] for n in names if n in self.seen.mapping)
        spread = self.sheet.spread(columns)
        carried: dict[int, Cell] = {}
        first = self.seen.heading_row
        for row in range(first, len(self.sheet.rows)):
            cells: tuple[Cell, ...] = self.sheet.rows[row]
            if cells.count(None) == len(cells) or self._repeats_headings(cells):
                continue
            if spread or self.sheet.merged is None:
                cells = self._filled(cells, row, spread, columns, carried)
            if self._is_no_unit(cells, row + 1, figures):
                continue
            yield self._line(cells, row + 1)

    def _line(self, cells: tuple[Cell, ...], line: int) -> Line:
        values: dict[str, Any] = {}
        broken = False
        width = len(cells)
        for field, column, parser, heading in self._plan:
            try:
                values[field] = parser(cells[column] if column < width else None)
            except CellFault as error:
                self.findings.add(error.fault, self.sheet.name, line, heading, **error.facts)
                values[field], broken = BROKEN, True
            except UserError as error:
                self.findings.refused(error, self.sheet.name, line, heading)
                values[field], broken = BROKEN, True
        return Line(line, values, broken)

    def _filled(
        self,
        cells: tuple[Cell, ...],
        row: int,
        spread: Mapping[tuple[int, int], Cell],
        columns: frozenset[int],
        carried: dict[int, Cell],
    ) -> tuple[Cell, ...]:
        """Fill cells merged downwards; where the format hides merging, blanks repeat the cell above."""
        filled = list(cells) + [None] * (max(columns, default=-1) + 1 - len(cells))
        for column in sorted(columns):
            if (row, column) in spread:
                filled[column] = spread[row, column]
            elif self.sheet.merged is None:
                if filled[column] is None:
                    filled[column] = carried.get(column)
                elif column not in carried or carried[column] != filled[column]:
                    carried.update({c: None for c in columns if c > column})
                carried[column] = filled[column]
        return tuple(filled)

    def _repeats_headings(self, cells: tuple[Cell, ...]) -> bool:
        for column, heading in self._heads:
            if column >= len(cells) or cells[column] != heading:
                return False
        return bool(self._heads)

    def _is_no_unit(self, cells: tuple[Cell, ...], line: int, figures: frozenset[str]) -> bool:
        start = next((cell for cell in cells if cell is not None), None)
        if not isinstance(start, str):
            return False
        remark, no_unit = _beginning(start)
        if remark:
            no_unit = all(
                column >= len(cells) or cells[column] is None
                for field, column, _parser, _heading in self._plan
                if field in figures
            )
        if not no_unit:
            return False
        self.findings.note(LINE_LEFT_OUT, self.sheet.name, line, "", value=start)
        return True


@lru_cache(maxsize=1024)
def _beginning(start: str) -> tuple[bool, bool]:
    """Say whether a row that begins with *start* may be a remark, and whether it is a sum."""
    word = start.strip().casefold()
    return word.startswith(_REMARKS), _SUMS.fullmatch(word) is not None
