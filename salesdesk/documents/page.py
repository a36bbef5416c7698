"""A page and what is drawn on every kind of paper: text that fits, rules, stamps, page numbers."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from salesdesk.documents.faces import BOLD, REGULAR
from salesdesk.documents.fonts import printable, ready, runs, width
from salesdesk.documents.inks import HAIR, INK, SEAL
from salesdesk.documents.words import is_chinese, word
from salesdesk.documents.wrapping import LEADING, fitted

CREATOR = "salesdesk"

_WATER = Color(INK.red, INK.green, INK.blue, alpha=0.12)
_STAMP = Color(SEAL.red, SEAL.green, SEAL.blue, alpha=0.84)
_SHORT_MARK = 2
"""Marks of two characters (作废, 练习) are set wide apart, longer ones (VOID) closer."""
LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
"""Where a text stands to its point, as the part of its width that lies before it."""


class Page(Canvas):
    """A canvas that knows our faces, fits text into boxes, and may number its pages at the end."""

    def __init__(self, out: Any, pagesize: tuple[float, float], **settings: Any) -> None:
        ready()
        settings.update(invariant=1, initialFontName=REGULAR, pageCompression=1)
        super().__init__(out, pagesize=pagesize, **settings)
        self.each_page: Callable[[Page, int, int], None] | None = None
        self._kept: list[dict[str, Any]] = []

    @override
    def showPage(self) -> None:
        if self.each_page is None:
            super().showPage()
            return
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    @override
    def save(self) -> None:
        each_page, kept = self.each_page, self._kept
        if each_page is not None:
            if self._code:  # type: ignore[attr-defined]
                kept.append(dict(self.__dict__))
            for number, state in enumerate(kept, 1):
                self.__dict__.update(state)
                each_page(self, number, len(kept))
                super().showPage()
        super().save()

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 9,
        *,
        bold: bool = False,
        ink: Color = INK,
        stand: float = LEFT,
        spread: float = 0,
    ) -> float:
        """Write *text* with its baseline at *y*, *spread* points between letters; give its width."""
        font = BOLD if bold else REGULAR
        text = printable(text)
        long = width(text, size, font) + spread * max(len(text) - 1, 0)
        x -= long * stand
        self.setFillColor(ink)
        self.set_line(x, y, runs(text, font), size, letter_gap=spread)
        return long

    def set_line(
        self,
        x: float,
        y: float,
        parts: Iterable[tuple[str, str]],
        size: float,
        *,
        letter_gap: float = 0,
        word_gap: float = 0,
    ) -> None:
        """Set *parts* (face, text) one after the other on one line, in one text object.

        `drawString` ends each with a line break: a name with one rare character in it, or a
        sentence with one bold word, would be copied and searched as two lines.
        """
        line: Any = self.beginText(x, y)
        if letter_gap:
            line.setCharSpace(letter_gap)
        if word_gap:
            line.setWordSpace(word_gap)
        for face, piece in parts:
            line.setFont(face, size)
            line.textOut(piece)
        if letter_gap:  # the gaps outlive a text object
            line.setCharSpace(0)
        if word_gap:
            line.setWordSpace(0)
        self.drawText(line)

    def write_box(
        self,
        box: tuple[float, float, float, float],
        text: str,
        size: float = 9,
        *,
        bold: bool = False,
        ink: Color = INK,
        stand: float = LEFT,
    ) -> None:
        """Write *text* into *box* (x, y, width, height), middled in height, smaller until it fits."""
        x, y, room, height = box
        font = BOLD if bold else REGULAR
        size, lines = fitted(printable(text), room, height - 2, size, font)
        step = size * LEADING
        baseline = y + height / 2 + (len(lines) - 1) * step / 2 - size * 0.36
        for line in lines:
            self.write(x + room * stand, baseline, line, size, bold=bold, ink=ink, stand=stand)
            baseline -= step

    def rule(
        self, x1: float, y1: float, x2: float, y2: float, ink: Color = HAIR, thick: float = 0.5
    ) -> None:
        """Draw a line."""
        self.setStrokeColor(ink)
        self.setLineWidth(thick)
        self.line(x1, y1, x2, y2)

    def block(self, x: float, y: float, wide: float, high: float, fill: Color) -> None:
        """Fill a rectangle."""
        self.setFillColor(fill)
        self.rect(x, y, wide, high, stroke=0, fill=1)

    def tag(self, x: float, y: float, text: str, ink: Color, size: float = 8) -> None:
        """Write a small boxed mark whose box ends at *x* on the right and stands on *y*."""
        long = width(text, size, BOLD) + size
        self.setStrokeColor(ink)
        self.setLineWidth(0.8)
        self.roundRect(x - long, y, long, size * 1.6, size * 0.3, stroke=1, fill=0)
        self.write(x - long / 2, y + size * 0.45, text, size, bold=True, ink=ink, stand=CENTRE)

    def watermark(self, x: float, y: float, text: str, size: float) -> None:
        """Lay *text* across the paper around (x, y), so light that everything stays readable."""
        self.saveState()
        self.translate(x, y)
        self.rotate(24)
        spread = size * 0.25 if len(text) <= _SHORT_MARK else size * 0.04
        self.write(0, -size * 0.36, text, size, bold=True, ink=_WATER, stand=CENTRE, spread=spread)
        self.restoreState()

    def stamp(self, x: float, y: float, text: str, lines: tuple[str, ...], size: float) -> None:
        """Press a red stamp (作废) around (x, y): *text* large, *lines* small below it."""
        text_wide = width(text, size, BOLD) + size * 0.35 * min(len(text) - 1, 1)
        small = size * 0.26
        wide = min(max(text_wide, *(width(line, small) for line in lines), 0) + size, size * 8.5)
        fitting = [fitted(line, wide - size * 0.5, small * 2.6, small) for line in lines]
        below = sum(len(pieces) * step * LEADING for step, pieces in fitting)
        high = size * 1.55 + below + (small * 0.6 if lines else 0)
        self.saveState()
        self.translate(x, y)
        self.rotate(13)
        self.setStrokeColor(_STAMP)
        for grow, thick in ((0.0, 2.2), (-3.2, 0.7)):
            self.setLineWidth(thick)
            self.roundRect(
                -wide / 2 - grow, -high / 2 - grow, wide + 2 * grow, high + 2 * grow, 5, fill=0
            )
        baseline = high / 2 - size * 1.12
        spread = size * 0.35 if len(text) <= _SHORT_MARK else size * 0.12
        self.write(0, baseline, text, size, bold=True, ink=_STAMP, stand=CENTRE, spread=spread)
        baseline -= size * 0.18
        for step, pieces in fitting:
            for piece in pieces:
                baseline -= step * LEADING
                self.write(0, baseline, piece, step, ink=_STAMP, stand=CENTRE)
        self.restoreState()

    def qr_code(self, x: float, y: float, side: float, payload: str) -> None:
        """Draw *payload* (ASCII) as a QR code of *side* points, its quiet zone outside of it."""
        rows = _qr_rows(payload)
        form = f"qr-{payload}"
        if not self.hasForm(form):  # drawn once, shown on every copy
            self.beginForm(form, 0, 0, len(rows), len(rows))
            path = self.beginPath()
            for row, dark_runs in enumerate(rows, 1):
                for start, length in dark_runs:
                    path.rect(start, len(rows) - row, length, 1)
            self.setFillColor(INK)
            self.drawPath(path, stroke=0, fill=1)
            self.endForm()
        self.saveState()
        self.translate(x, y)
        self.scale(side / len(rows), side / len(rows))
        self.doForm(form)
        self.restoreState()


def new_page(
    size: tuple[float, float], title: str, company: str, language: str
) -> tuple[Page, BytesIO]:
    """Open a file of pages of *size* points; `closed` gives its bytes."""
    out = BytesIO()
    page = Page(out, size, lang="zh-CN" if is_chinese(language) else "en")
    page.setTitle(printable(title))
    page.setAuthor(printable(company))
    page.setCreator(CREATOR)
    page.setProducer(CREATOR)
    return page, out


def closed(page: Page, out: BytesIO) -> bytes:
    """Close the file and give its bytes."""
    page.save()
    return out.getvalue()


def page_words(language: str, number: int, pages: int) -> str:
    """Write page x of y."""
    return word(language, "page", page=number, pages=pages)


@lru_cache(maxsize=16)
def _qr_rows(payload: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Give the dark runs (start, length) of each row of the code."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(payload)
    code.make()
    rows: list[tuple[tuple[int, int], ...]] = []
    for row in range(code.getModuleCount()):
        found: list[tuple[int, int]] = []
        for column in range(code.getModuleCount()):
            if not code.isDark(row, column):
                continue
            if found and sum(found[-1]) == column:
                found[-1] = (found[-1][0], found[-1][1] + 1)
            else:
                found.append((column, 1))
        rows.append(tuple(found))
    return tuple(rows)
