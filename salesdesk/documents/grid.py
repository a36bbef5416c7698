"""A ruled table that runs over pages with its head repeated: the register, the cashier's day."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from salesdesk.documents.faces import BOLD, REGULAR
from salesdesk.documents.fonts import printable
from salesdesk.documents.inks import HAIR, INK, NAVY, RULE, TINT
from salesdesk.documents.page import LEFT, Page
from salesdesk.documents.wrapping import wrap

_PAD = 4.0


class Column(NamedTuple):
    """A column: its head, its share of the width, where its texts stand (as in `page`)."""

    head: str
    share: float
    stand: float = LEFT


class Row(NamedTuple):
    """A row of texts, set in bold where it sums up."""

    cells: Sequence[str]
    bold: bool = False


class Grid:
    """Draws rows from the top down; calls *turn* for the next page, which gives its top."""

    def __init__(
        self,
        page: Page,
        place: tuple[float, float, float],
        columns: Sequence[Column],
        turn: Callable[[], float],
        size: float = 8.2,
    ) -> None:
        self.page, self.columns, self.turn, self.size = page, columns, turn, size
        self.left, self.wide, self.bottom = place
        whole = sum(column.share for column in columns)
        self.widths = [self.wide * column.share / whole for column in columns]
        self.leading = size * 1.42

    def draw(self, top: float, rows: Iterable[Row]) -> float:
        """Draw head and *rows* from *top*; give where the table ends on its last page."""
        y = self._head(top)
        start = top
        for row in rows:
            lines = self._lines(row)
            while any(lines):
                fits = int((y - self.bottom - 2 * _PAD) // self.leading)
                tallest = max(map(len, lines))
                whole = int((top - self.bottom) // self.leading) - 4
                if fits < 1 or (tallest > fits and tallest <= whole):
                    self._frame(start, y)
                    top = start = self.turn()
                    y = self._head(start)
                    continue
                y = self._row(y, [part[:fits] for part in lines], bold=row.bold)
                lines = [part[fits:] for part in lines]
        self._frame(start, y)
        return y

    def _lines(self, row: Row) -> list[tuple[str, ...]]:
        font = BOLD if row.bold else REGULAR
        return [
            tuple(
                line
                for text in cell.split("\n")
                for line in wrap(printable(text), width - 2 * _PAD, self.size, font)
            )
            for cell, width in zip(row.cells, self.widths, strict=True)
        ]

    def _head(self, top: float) -> float:
        heads = [
            wrap(column.head, width - 2 * _PAD, self.size, BOLD)
            for column, width in zip(self.columns, self.widths, strict=True)
        ]
        high = max(map(len, heads)) * self.leading + 2 * _PAD
        self.page.block(self.left, top - high, self.wide, high, TINT)
        x = self.left
        for column, width, lines in zip(self.columns, self.widths, heads, strict=True):
            y = top - high / 2 + len(lines) * self.leading / 2 - self.size * 1.06
            for line in lines:
                at = x + _PAD + (width - 2 * _PAD) * column.stand
                self.page.write(at, y, line, self.size, bold=True, ink=NAVY, stand=column.stand)
                y -= self.leading
            x += width
        self.page.rule(self.left, top - high, self.left + self.wide, top - high, RULE, 0.8)
        return top - high

    def _row(self, top: float, lines: list[tuple[str, ...]], *, bold: bool) -> float:
        high = max(map(len, lines)) * self.leading + 2 * _PAD
        if bold:
            self.page.block(self.left, top - high, self.wide, high, TINT)
        x = self.left
        for column, width, part in zip(self.columns, self.widths, lines, strict=True):
            y = top - _PAD - self.size * 1.06
            at = x + _PAD + (width - 2 * _PAD) * column.stand
            for line in part:
                self.page.write(at, y, line, self.size, bold=bold, ink=INK, stand=column.stand)
                y -= self.leading
            x += width
        self.page.rule(self.left, top - high, self.left + self.wide, top - high, HAIR, 0.4)
        return top - high

    def _frame(self, top: float, bottom: float) -> None:
        """Draw the outline and the lines between columns of what stands on this page."""
        x = self.left
        for width in self.widths[:-1]:
            x += width
            self.page.rule(x, bottom, x, top, HAIR, 0.4)
        self.page.setStrokeColor(RULE)
        self.page.setLineWidth(0.8)
        self.page.rect(self.left, bottom, self.wide, top - bottom, stroke=1, fill=0)
