"""What a spreadsheet holds, as the guarded child hands it over: cells, and nothing that acts."""

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | bool | date | None
"""One cell: a whole number is an int, a blank one None, a moment is its day."""

Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last (row, column) of merged cells, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetGrid:
    """One visible sheet: its rows of cells from the first line on, not padded to one width.

    ``merged``: the merged ranges, or None where the format does not tell them (.ods).
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Range, ...] | None = ()

    def cell(self, row: int, column: int) -> Cell:
        """Give the cell at *row* and *column* from 0; None outside the table."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else None

    def spread(self, columns: frozenset[int]) -> dict[tuple[int, int], Cell]:
        """Give, for cells inside ranges merged downwards in *columns*, the range's own value."""
        found: dict[tuple[int, int], Cell] = {}
        for (top, left), (bottom, right) in self.merged or ():
            if bottom == top:
                continue
            value = self.cell(top, left)
            for column in columns.intersection(range(left, right + 1)):
                for row in range(top, min(bottom, len(self.rows) - 1) + 1):
                    found[row, column] = value
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A whole file, read; ``file`` is its name without the folder."""

    file: str
    sheets: tuple[SheetGrid, ...]
