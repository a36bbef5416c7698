"""Which characters of a text cannot be printed: asked before the office commits a name to paper.

Reads the faces' own character maps and nothing else, so that asking costs milliseconds and does
not import the machinery that draws.
"""

import struct
from bisect import bisect_right
from functools import cache
from pathlib import Path

from salesdesk.documents.faces import FALLBACK, FILES

_LINE_ENDS = frozenset("\t\n\r")
_UNICODE_FULL = (3, 10)
_SEGMENTED_COVERAGE = 12


def missing_characters(text: str) -> str:
    """Give the characters of *text* that no embedded face has, each once, in order ("": none).

    Controls, invisible marks and lone surrogates count as missing; line ends and tabs do not.
    A character must be there in both weights, since papers use both.
    """
    return "".join(
        letter
        for letter in dict.fromkeys(text)
        if letter not in _LINE_ENDS and not all(_has(face, ord(letter)) for face in FALLBACK)
    )


def _has(face: str, code: int) -> bool:
    return _covers(face, code) or _covers(FALLBACK[face], code)


def _covers(face: str, code: int) -> bool:
    starts, ends = _ranges(face)
    place = bisect_right(starts, code) - 1
    return place >= 0 and code <= ends[place]


@cache
def _ranges(face: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give first and last code of each range of characters that *face* has, in order."""
    table = _table(FILES[face], b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    for entry in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", table, 4 + entry * 8)
        (form,) = struct.unpack_from(">H", table, offset)
        if (platform, encoding) == _UNICODE_FULL and form == _SEGMENTED_COVERAGE:
            (groups,) = struct.unpack_from(">L", table, offset + 12)
            read = struct.iter_unpack(">LLL", table[offset + 16 : offset + 16 + groups * 12])
            known = [(first, last) for first, last, glyph in read if glyph]
            return tuple(first for first, _ in known), tuple(last for _, last in known)
    message = f"{FILES[face].name} has no full Unicode character map"
    raise ValueError(message)


def _table(path: Path, tag: bytes) -> bytes:
    """Read one table of a TrueType file."""
    with path.open("rb") as file:
        (count,) = struct.unpack_from(">H", file.read(12), 4)
        directory = file.read(count * 16)
        for name, _check, offset, length in struct.iter_unpack(">4sLLL", directory):
            if name == tag:
                file.seek(offset)
                return file.read(length)
    message = f"{path.name} has no table {tag!r}"
    raise ValueError(message)
