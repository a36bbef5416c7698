"""Any list of the office on A4 landscape: what a window shows, as paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4, landscape

from salesdesk.documents.fonts import printable, width
from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import NAVY, SOFT
from salesdesk.documents.page import LEFT, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import moment_words, word

_SIZE = landscape(A4)
_EDGE, _TOP, _BOTTOM = 32.0, 72.0, 40.0
_SMALLEST_SHARE, _LARGEST_SHARE = 24.0, 260.0
_TEXT_SIZE = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSheet:
    """A list as texts, ready to be printed; ``right`` holds the columns of numbers (0-based).

    ``note`` says what the list was filtered by. ``printed_at`` is local "2026-11-24 18:00".
    """

    title: str
    company: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    printed_at: str
    printed_by: str
    note: str = ""
    right: frozenset[int] = frozenset()
    practice: bool = False


def list_pdf(sheet: ListSheet, language: str) -> bytes:
    """Give *sheet* as a PDF in *language*; columns share the page by what stands in them."""
    page, out = new_page(_SIZE, sheet.title, sheet.company, language)
    page.each_page = lambda each, number, pages: _dress(each, sheet, language, number, pages)

    def turn() -> float:
        page.showPage()
        return _SIZE[1] - _TOP

    place = (_EDGE, _SIZE[0] - 2 * _EDGE, _BOTTOM)
    grid = Grid(page, place, _columns(sheet), turn, _TEXT_SIZE)
    grid.draw(_SIZE[1] - _TOP, (Row(row) for row in _filled(sheet.rows, len(sheet.headings))))
    page.showPage()
    return closed(page, out)


def _filled(rows: Iterable[Sequence[str]], columns: int) -> Iterable[Sequence[str]]:
    """Give every row exactly as many cells as there are headings."""
    for row in rows:
        yield (*row[:columns], *[""] * (columns - len(row)))


def _columns(sheet: ListSheet) -> list[Column]:
    found = []
    for place, heading in enumerate(sheet.headings):
        texts = [row[place] for row in sheet.rows if place < len(row)]
        widest = max((width(printable(text), _TEXT_SIZE) for text in texts), default=0)
        share = max(widest, width(printable(heading), _TEXT_SIZE, "SCB")) + 10
        share = min(max(share, _SMALLEST_SHARE), _LARGEST_SHARE)
        found.append(Column(heading, share, RIGHT if place in sheet.right else LEFT))
    return found


def _dress(page: Page, sheet: ListSheet, language: str, number: int, pages: int) -> None:
    top, right = _SIZE[1] - _EDGE, _SIZE[0] - _EDGE
    page.write_box((_EDGE, top - 22, 480, 20), sheet.title, 15, bold=True, ink=NAVY)
    page.write_box((right - 280, top - 20, 280, 14), sheet.company, 8.5, ink=SOFT, stand=RIGHT)
    page.write_box((_EDGE, top - 37, right - _EDGE, 12), sheet.note, 8.5, ink=SOFT)
    foot = word(language, "printed", at=moment_words(sheet.printed_at, language))
    foot += "    " + word(language, "printed.by", name=sheet.printed_by)
    page.write(_EDGE, 22, foot, 7.5, ink=SOFT)
    page.write(right, 22, page_words(language, number, pages), 7.5, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(_SIZE[0] / 2, _SIZE[1] / 2, word(language, "practice"), 96)
