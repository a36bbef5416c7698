"""What a table shows: columns over frozen lines, and how each value is written and sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt

from salesdesk.desks.wording import day, moment
from salesdesk.kernel.money import format_yuan

T = TypeVar("T")


class Kind(StrEnum):
    """How a column's values are written; money is fen, area m²."""

    TEXT = "text"
    MONEY = "money"
    AREA = "area"
    COUNT = "count"
    DAY = "day"
    MOMENT = "moment"


_RIGHT: Final = frozenset({Kind.MONEY, Kind.AREA, Kind.COUNT})


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its title (already translated), its value, how it looks.

    ``width`` 0 fits the contents. ``tone`` names a colour of `shades.Colours` for a line.
    ``name`` keeps a changed width; by default the title's place in the table.
    """

    title: str
    value: Callable[[T], object]
    kind: Kind = Kind.TEXT
    width: int = 0
    tone: Callable[[T], str] | None = None

    def text(self, line: T) -> str:
        """Give the value as it is shown."""
        return written(self.value(line), self.kind)

    def rank(self, line: T) -> tuple[int, object]:
        """Give what to sort by: nothing comes first, then the value itself."""
        value = self.value(line)
        if value is None or value == "":
            return (0, 0)
        return (1, value if _sorts(value, self.kind) else str(value).casefold())

    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers stand right, everything else left."""
        side = Qt.AlignmentFlag.AlignRight if self.kind in _RIGHT else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table as it leaves the window: to a workbook, a text file or a printer.

    ``rows`` hold the values themselves (money as fen, areas as Decimal), not their texts.
    """

    title: str
    heads: tuple[str, ...]
    kinds: tuple[Kind, ...]
    rows: tuple[tuple[object, ...], ...]

    def texts(self) -> list[list[str]]:
        """Give the rows as they are shown."""
        return [
            [written(value, kind) for value, kind in zip(row, self.kinds, strict=True)]
            for row in self.rows
        ]


def sheet_of(title: str, columns: Sequence[Column[T]], lines: Sequence[T]) -> TableSheet:
    """Give *lines* as a sheet that can leave the window."""
    return TableSheet(
        title,
        tuple(column.title for column in columns),
        tuple(column.kind for column in columns),
        tuple(tuple(column.value(line) for column in columns) for line in lines),
    )


def written(value: object, kind: Kind) -> str:
    """Write one value as a table shows it."""
    if value is None:
        return ""
    if kind is Kind.MONEY and isinstance(value, int):
        return format_yuan(value)
    if kind is Kind.AREA and isinstance(value, Decimal | float):
        return f"{value:,.2f}"
    if kind is Kind.COUNT and isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, date):
        return moment(value) if isinstance(value, datetime) else day(value)
    return str(value)


def _sorts(value: object, kind: Kind) -> bool:
    if kind in _RIGHT:
        return isinstance(value, int | float | Decimal)
    return isinstance(value, date)
