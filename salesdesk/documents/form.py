"""A form on A4, filled from the top down: a head, labelled lines, tables, boxes for signatures in ink."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from reportlab.lib.pagesizes import A4

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import HAIR, INK, NAVY, SEAL, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, page_words
from salesdesk.documents.words import is_chinese, moment_words, word
from salesdesk.documents.wrapping import wrap

_EDGE = 56.0
_WIDE = A4[0] - 2 * _EDGE
_BOTTOM = 70.0
_SIZE, _STEP = 9.5, 15.0
_BETWEEN = 8.0
_MOST_KEPT = 6
"""Lines of a text that stand on one page together."""


class Form:
    """Writes on *page* below what was written last, and turns the page where it is full (points)."""

    def __init__(self, page: Page, language: str, label: float) -> None:
        self._page, self._language, self._label = page, language, label
        self._y = A4[1] - _EDGE

    def head(self, company: str, title: str, *pairs: tuple[str, str]) -> None:
        """Write the company, the title, and *pairs* (left, right): the first in bold, the rest small."""
        page, top = self._page, self._y
        page.write(_EDGE, top, company, 9.5, ink=SOFT)
        spread = 6 if is_chinese(self._language) else 0
        page.write(
            A4[0] / 2, top - 34, title, 20, bold=True, ink=NAVY, stand=CENTRE, spread=spread
        )
        page.rule(_EDGE, top - 48, A4[0] - _EDGE, top - 48, NAVY, 1)
        y = top - 66
        for place, (left, right) in enumerate(pairs):
            size, ink = (9.0, SOFT) if place else (10.0, INK)
            page.write(_EDGE, y, left, size, bold=not place, ink=ink)
            page.write(A4[0] - _EDGE, y, right, size, bold=not place, ink=ink, stand=RIGHT)
            y -= 16
        self._y = y - 8

    def gap(self, points: float) -> None:
        """Leave room."""
        self._y -= points

    def line(self, label: str, text: str, *, alarm: bool = False) -> None:
        """Write *label* and *text*, each broken where it is long; nothing where there is no text."""
        if not text:
            return
        names = wrap(label, self._label - 6, _SIZE)
        parts = wrap(text, _WIDE - self._label, _SIZE)
        self._room(30 + _STEP * (min(max(len(names), len(parts)), _MOST_KEPT) - 1))
        ink = SEAL if alarm else INK
        for name, part in zip_longest(names, parts, fillvalue=""):
            self._room(_STEP)
            self._page.write(_EDGE, self._y, name, _SIZE, ink=SOFT)
            self._page.write(_EDGE + self._label, self._y, part, _SIZE, bold=alarm, ink=ink)
            self._y -= _STEP
        self._page.rule(_EDGE, self._y + 9, A4[0] - _EDGE, self._y + 9, HAIR, 0.4)
        self._y -= 4

    def table(self, columns: Sequence[Column], rows: Iterable[Row], size: float = 9) -> None:
        """Draw a table that runs over pages."""
        grid = Grid(self._page, (_EDGE, _WIDE, _BOTTOM), columns, self._turn, size)
        self._y = grid.draw(self._y, rows)

    def block(self, high: float) -> tuple[float, float, float]:
        """Keep *high* points free; give where they begin: left edge, top, and how wide they are."""
        self._room(high)
        top = self._y
        self._y -= high
        return _EDGE, top, _WIDE

    def sign(self, labels: Sequence[str], ink: float = 28) -> None:
        """Draw a rule to sign on for each of *labels*, *ink* points below it."""
        self._room(ink + 14)
        each = _WIDE / len(labels)
        for place, label in enumerate(labels):
            x = _EDGE + each * place
            self._page.write(x, self._y - 14, label, 9, ink=SOFT)
            self._page.rule(x, self._y - 14 - ink, x + each - 18, self._y - 14 - ink, HAIR, 0.6)
        self._y -= ink + 22

    def boxes(self, told: str, labels: Sequence[str], high: float, least: int = 2) -> None:
        """Draw a box each for *labels*, with room for ink and a date; as wide as if there were *least*."""
        self._room(high + 30)
        page = self._page
        page.write(_EDGE, self._y, told, 9, ink=SOFT)
        top = self._y - 12
        each = (_WIDE + _BETWEEN) / max(least, len(labels))
        for place, label in enumerate(labels):
            x = _EDGE + each * place
            page.setStrokeColor(HAIR)
            page.setLineWidth(0.6)
            page.rect(x, top - high, each - _BETWEEN, high, stroke=1, fill=0)
            for at, part in enumerate(wrap(label, each - 18, 8)):
                page.write(x + 5, top - 14 - 10 * at, part, 8, ink=SOFT)
            page.write(x + 5, top - high + 7, word(self._language, "request.date"), 8, ink=SOFT)
        self._y = top - high

    def _room(self, high: float) -> None:
        if self._y - high < _BOTTOM:
            self._turn()

    def _turn(self) -> float:
        self._page.showPage()
        self._y = A4[1] - _EDGE - 20
        return self._y


def dress(
    page: Page, language: str, number: int, pages: int, *, printed_at: str = "", practice: bool
) -> None:
    """Write the foot of a form's page, and the mark of a practice paper."""
    if printed_at:
        printed = word(language, "printed", at=moment_words(printed_at, language))
        page.write(_EDGE, 36, printed, 8, ink=SOFT)
    page.write(A4[0] - _EDGE, 36, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)
