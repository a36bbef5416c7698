"""The faces papers are set in: registered once a process, with what ReportLab gets wrong mended.

`REGULAR` and `BOLD` are Noto Sans SC. A character they lack is set in `RARE` or `RARE_BOLD`. Every
face is embedded in every file, as the subset that the file uses.
"""

import re
from functools import cache, lru_cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from salesdesk.documents.faces import BOLD, FALLBACK, FILES, RARE, RARE_BOLD, REGULAR

_LAST_OF_PLANE_0 = 0xFFFF
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff\ud800-\udfff]"
)
_map_to_unicode = ttfonts.makeToUnicodeCMap


def _map_all_planes(fontname: str, subset: list[int]) -> str:
    """Write the map from glyphs back to text with UTF-16 pairs beyond U+FFFF.

    ReportLab 5.1 writes five hex digits there, so that 𬭚 prints right but copies as rubbish.
    """
    text: str = _map_to_unicode(fontname, subset)
    for index, code in enumerate(subset):
        if code > _LAST_OF_PLANE_0:
            pair = chr(code).encode("utf-16-be").hex().upper()
            text = text.replace(f"<{index:02X}> <{code:04X}>", f"<{index:02X}> <{pair}>")
    return text


def _keep_tables(face: ttfonts.TTFontFace) -> None:
    """Let *face* cut its 10 MB table of outlines out of the file once, not once a document."""
    fetch = face.get_table
    setattr(face, "get_table", cache(fetch))  # noqa: B010 - one instance, not the class


@cache
def ready() -> dict[str, ttfonts.TTFont]:
    """Register the faces (once a process, some 0.2 s) and give them by name.

    Also makes ReportLab repeatable (same sheet, same bytes) and closes its ways to fetch a file
    or address named in a text, as a second belt behind the escaping of every value.
    """
    rl_config.invariant = 1
    rl_config.useA85 = 0  # streams stay binary: a fifth smaller
    rl_config.trustedSchemes = []
    rl_config.trustedHosts = []
    ttfonts.makeToUnicodeCMap = _map_all_planes
    fonts = {name: ttfonts.TTFont(name, str(file)) for name, file in FILES.items()}
    for font in fonts.values():
        _keep_tables(font.face)
        pdfmetrics.registerFont(font)
    for plain, bold in ((REGULAR, BOLD), (RARE, RARE_BOLD)):
        pdfmetrics.registerFontFamily(
            plain, normal=plain, bold=bold, italic=plain, boldItalic=bold
        )
    return fonts


def printable(text: str) -> str:
    """Give *text* with everything that cannot stand on paper (controls, lone surrogates) out."""
    return _UNPRINTABLE.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def runs(text: str, font: str) -> tuple[tuple[str, str], ...]:
    """Cut *text* into (face, piece) so that each piece is set in a face that has it."""
    faces = ready()
    known = faces[font].face.charToGlyph
    if font not in FALLBACK or all(map(known.__contains__, map(ord, text))):
        return ((font, text),)
    rare = faces[FALLBACK[font]].face.charToGlyph
    pieces: list[tuple[str, str]] = []
    for letter in text:
        code = ord(letter)
        face = FALLBACK[font] if code not in known and code in rare else font
        if pieces and pieces[-1][0] == face:
            pieces[-1] = (face, pieces[-1][1] + letter)
        else:
            pieces.append((face, letter))
    return tuple(pieces)


@lru_cache(maxsize=8192)
def width(text: str, size: float, font: str = REGULAR) -> float:
    """Give the width of *text* in points at *size*."""
    thousandths = 0.0
    for face_name, piece in runs(text, font):
        face = ready()[face_name].face
        widths, default = face.charWidths, face.defaultWidth
        thousandths += sum(widths.get(ord(letter), default) for letter in piece)
    return thousandths * size / 1000
