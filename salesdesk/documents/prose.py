"""Running text of the papers: justified by Chinese and English rules, broken over pages.

ReportLab's own paragraph breaks mixed Chinese wrongly (a line may start with ；) and leaves lines
with a change of weight ragged; this one sets them right, and never reads a value as markup.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable
from typing_extensions import override

from salesdesk.documents.faces import BOLD, REGULAR
from salesdesk.documents.fonts import printable, runs
from salesdesk.documents.inks import INK, SOFT
from salesdesk.documents.page import LEFT
from salesdesk.documents.wrapping import Group, Piece, break_lines, groups

_MARKS = re.compile(r"(</?b>)")
_MOST_SPREAD = 0.16
"""The most (as a part of the size) that letters are spread to fill a line."""
_FEWEST_LINES = 2
"""Neither end of a text broken over pages is shorter than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is set: points throughout; *stand* as in `page`; *spaced* justifies at spaces."""

    size: float
    leading: float
    bold: bool = False
    ink: Color = INK
    stand: float = LEFT
    justified: bool = False
    spaced: bool = False
    indent: float = 0
    first_indent: float = 0
    before: float = 0
    after: float = 0
    keep_with_next: bool = False


def pieces_of(
    text: str, facts: Mapping[str, str] | None = None, *, bold: bool = False
) -> tuple[Piece, ...]:
    """Cut our own *text* at its <b> marks and fill in *facts*, in which nothing is a mark."""
    found: list[Piece] = []
    clean = {name: printable(fact) for name, fact in (facts or {}).items()}
    for part in _MARKS.split(text):
        if part in {"<b>", "</b>"}:
            bold = part == "<b>"
        elif part:
            found.append(Piece(part.format_map(clean) if clean else part, bold))
    return tuple(piece for piece in found if piece.text)


class Prose(Flowable):
    """One paragraph, with an optional *number* hanging before its first line."""

    def __init__(self, pieces: tuple[Piece, ...], style: Style, number: str = "") -> None:
        super().__init__()
        self.pieces, self.style, self.number = pieces, style, number
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self.keepWithNext = style.keep_with_next
        self.lines: list[list[Group]] = []
        self.ends = True
        self._broken_for: float | None = None

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        style = self.style
        if self._broken_for is None:
            parts = groups(self.pieces, style.size)
            room = availWidth - style.indent
            self.lines = break_lines(parts, room, style.size, style.first_indent)
            self._broken_for = availWidth
        self.width = availWidth
        self.height = max(len(self.lines), 1) * style.leading
        return availWidth, self.height

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self.wrap(availWidth, availHeight)
        fits = min(int(availHeight // self.style.leading), len(self.lines) - _FEWEST_LINES)
        if fits < _FEWEST_LINES:
            return []
        head = self._part(self.lines[:fits], self.style, self.number, ends=False)
        rest = replace(self.style, first_indent=0, before=0)
        return [head, self._part(self.lines[fits:], rest, "", ends=self.ends)]

    def _part(self, lines: list[list[Group]], style: Style, number: str, *, ends: bool) -> "Prose":
        part = Prose(self.pieces, style, number)
        part.lines, part.ends, part._broken_for = lines, ends, self._broken_for
        part.spaceAfter = style.after if ends else 0
        return part

    def draw(self) -> None:
        """Draw the lines from the top down."""
        style, page = self.style, self.canv
        y = self.height - style.leading * 0.5 - style.size * 0.36
        if self.number:
            _draw_pieces(page, 0, y, [Piece(self.number, bold=False)], style.size, SOFT)
        for index, line in enumerate(self.lines):
            indent = style.indent + (style.first_indent if not index else 0)
            last = self.ends and index == len(self.lines) - 1
            _draw_line(page, (indent, y, self.width - indent), line, style, last=last)
            y -= style.leading


def _draw_line(
    page: Any, place: tuple[float, float, float], line: list[Group], style: Style, *, last: bool
) -> None:
    x, y, room = place
    if not line:
        return
    pieces = _merged(line)
    natural = sum(part.wide for part in line[:-1]) + line[-1].bare
    letter_gap = word_gap = 0.0
    if style.justified and not last:
        if line[-1].hangs:
            natural -= style.size * 0.5
        letters = sum(len(piece.text) for piece in pieces)
        spaces = sum(piece.text.count(" ") for piece in pieces)
        if style.spaced and spaces:
            word_gap = (room - natural) / spaces
        elif letters > 1:
            letter_gap = min((room - natural) / (letters - 1), style.size * _MOST_SPREAD)
    elif style.stand:
        x += (room - natural) * style.stand
    _draw_pieces(page, x, y, pieces, style.size, style.ink, letter_gap, word_gap)


def _merged(line: list[Group]) -> list[Piece]:
    """Give the line's pieces, neighbours of one weight joined, without the spaces at its end."""
    pieces: list[Piece] = []
    for part in line:
        for piece in part.pieces:
            if pieces and pieces[-1].bold == piece.bold:
                pieces[-1] = Piece(pieces[-1].text + piece.text, piece.bold)
            else:
                pieces.append(piece)
    pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].bold)
    return pieces


def _draw_pieces(
    page: Any,
    x: float,
    y: float,
    pieces: list[Piece],
    size: float,
    ink: Color,
    letter_gap: float = 0,
    word_gap: float = 0,
) -> None:
    page.setFillColor(ink)
    parts = [
        part for piece in pieces for part in runs(piece.text, BOLD if piece.bold else REGULAR)
    ]
    page.set_line(x, y, parts, size, letter_gap=letter_gap, word_gap=word_gap)
