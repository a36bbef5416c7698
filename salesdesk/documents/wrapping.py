"""Breaking text into lines: between Han characters, at the spaces of other scripts, by the rules.

No line starts with a closing mark (，。）) and none ends with an opening one (（《), as printed
Chinese demands; a word longer than the line is cut where it must be.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from salesdesk.documents.faces import BOLD, REGULAR
from salesdesk.documents.fonts import width

LEADING = 1.25
"""Line to line, as a multiple of the size."""

SQUEEZED = 0.8
"""How far (as a part of its size) a text is made smaller before it is broken into lines."""

SMALLEST = 5.0
"""The smallest size (points) that is comfortable; only a text that fits nowhere goes below."""

_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uffee\U00020000-\U0003ffff"
_OPEN = "（《「『【〈〔“‘"
_CLOSE = "，。、；：？！）》」』】〉〕”’％"
_TOKEN = re.compile(
    rf"[{_OPEN}]*(?:(?![{_OPEN}{_CLOSE}])[{_HAN}]|[^\s{_HAN}{_OPEN}{_CLOSE}]+)[{_CLOSE}]*\s*"
    r"|\S\s*|\s+"
)
_STICKS = frozenset(_CLOSE + ",.;:!?)]")
_HANGS = frozenset("，。、；：")
_HALF = 0.5


class Piece(NamedTuple):
    """Text in one weight."""

    text: str
    bold: bool


class Group(NamedTuple):
    """What stays together on a line: its pieces, width in points, and width without end spaces."""

    pieces: tuple[Piece, ...]
    wide: float
    bare: float

    @property
    def hangs(self) -> bool:
        """Whether it ends in a mark whose right half is empty and may stand in the margin."""
        return self.pieces[-1].text.rstrip()[-1:] in _HANGS


def group(pieces: tuple[Piece, ...], size: float) -> Group:
    """Measure *pieces* as one group at *size*."""
    wide = sum(width(piece.text, size, _font(piece)) for piece in pieces)
    last = pieces[-1]
    spaces = last.text[len(last.text.rstrip()) :]
    return Group(pieces, wide, wide - width(spaces, size, _font(last)))


@lru_cache(maxsize=2048)
def groups(pieces: tuple[Piece, ...], size: float) -> tuple[Group, ...]:
    """Cut *pieces* into what stays together, also across a change of weight."""
    found: list[list[Piece]] = []
    for piece in pieces:
        for token in _TOKEN.findall(piece.text):
            part = Piece(token, piece.bold)
            before = found[-1][-1].text if found else " "
            if not before[-1:].isspace() and (token[0] in _STICKS or before[-1] in _OPEN):
                found[-1].append(part)
            else:
                found.append([part])
    return tuple(group(tuple(parts), size) for parts in found)


def break_lines(
    parts: tuple[Group, ...], room: float, size: float, first_indent: float = 0
) -> list[list[Group]]:
    """Set *parts* into lines of *room* points, the first one shorter by *first_indent*."""
    lines: list[list[Group]] = [[]]
    left = room - first_indent
    for part in parts:
        if part.bare > left + (size * _HALF if part.hangs else 0):
            if lines[-1]:
                lines.append([])
                left = room
            while part.bare > left and (cut := _cut(part, left, size)):
                lines[-1].append(cut[0])
                lines.append([])
                part, left = cut[1], room  # noqa: PLW2901 - what is left of it goes on
        lines[-1].append(part)
        left -= part.wide
    return lines


@lru_cache(maxsize=4096)
def wrap(text: str, room: float, size: float, font: str = REGULAR) -> tuple[str, ...]:
    """Break *text* into lines no wider than *room* points at *size*; at least one line."""
    if width(text, size, font) <= room:
        return (text,)
    parts = groups((Piece(text, font == BOLD),), size)
    return tuple(
        "".join(piece.text for part in line for piece in part.pieces).rstrip()
        for line in break_lines(parts, room, size)
    )


@lru_cache(maxsize=4096)
def fitted(
    text: str, room: float, height: float, size: float, font: str = REGULAR
) -> tuple[float, tuple[str, ...]]:
    """Give the largest size (points, at most *size*) and the lines at which *text* fits a box.

    One line a little smaller is better than two; then the size goes down in steps until the lines
    fit. Nothing is ever cut off.
    """
    one_line = width(text, 1, font)
    if one_line * size * SQUEEZED <= room and size <= height:
        return min(size, room / one_line if one_line else size), (text,)
    while size > SMALLEST:
        lines = wrap(text, room, size, font)
        if len(lines) * size * LEADING <= height or (len(lines) == 1 and size <= height):
            return size, lines
        size -= 0.5
    lines = wrap(text, room, SMALLEST, font)
    while len(lines) * size * LEADING > height and size > 1:
        size -= 0.25
        lines = wrap(text, room, size, font)
    return size, lines


def _font(piece: Piece) -> str:
    return BOLD if piece.bold else REGULAR


def _cut(part: Group, room: float, size: float) -> tuple[Group, Group] | None:
    """Cut a group wider than the line in two, the first as long as fits (at least one letter)."""
    letters = [Piece(letter, piece.bold) for piece in part.pieces for letter in piece.text]
    if len(letters) <= 1:
        return None
    used, count = 0.0, 0
    for letter in letters[:-1]:
        used += width(letter.text, size, _font(letter))
        if used > room and count:
            break
        count += 1
    return group(_joined(letters[:count]), size), group(_joined(letters[count:]), size)


def _joined(letters: list[Piece]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for letter in letters:
        if pieces and pieces[-1].bold == letter.bold:
            pieces[-1] = Piece(pieces[-1].text + letter.text, letter.bold)
        else:
            pieces.append(letter)
    return tuple(pieces)
