"""What the readers of this room give back besides the office's own `PriceRow` and `GridPrice`."""

from dataclasses import dataclass
from enum import StrEnum

from salesdesk.intake.grid import Cell
from salesdesk.office.inventory.sheets import GridPrice, ImportProblem, PriceRow


class Dialect(StrEnum):
    """The shapes in which lists come in (domain 5.2)."""

    TEMPLATE = "template"
    OFFICIAL = "official list"
    LIST = "list"
    GRID = "floor grid"
    POLISH = "polish daily file"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """One sheet and what it was taken for.

    ``heading_row`` is 1-based, 0 where none was found; ``mapping`` gives the column (from 0) of
    each field; ``headings`` are the texts of that row; ``preview`` the first rows below it.
    """

    dialect: Dialect
    sheet: str
    heading_row: int
    mapping: dict[str, int]
    headings: tuple[str, ...]
    preview: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceListReading:
    """A price list, read: rows to import, or every reason why not.

    Problems stop the import, notes do not. ``rows`` for lists, ``grid`` for floor grids; ``sheets``
    tells what each sheet was taken for, ``dialect``, ``headings`` and ``preview`` are those of the
    first sheet that was read.
    """

    dialect: Dialect
    rows: tuple[PriceRow, ...]
    grid: tuple[GridPrice, ...]
    problems: tuple[ImportProblem, ...]
    notes: tuple[ImportProblem, ...]
    headings: tuple[str, ...]
    preview: tuple[tuple[Cell, ...], ...]
    sheets: tuple[Recognised, ...]
