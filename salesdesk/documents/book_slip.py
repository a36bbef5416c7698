"""The slip of a receipt book (票据本领用单, 票据本交回单) on A4: its forms, its holder, what is left."""

from reportlab.lib.pagesizes import A4

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import HAIR, NAVY, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import is_chinese, moment_words, word
from salesdesk.office.ledger.book_sheets import BookSlip

_EDGE = 56.0
_WIDE = A4[0] - 2 * _EDGE
_BOTTOM = 70.0
_LABEL = 130.0


def book_slip_pdf(slip: BookSlip, language: str) -> bytes:
    """Give the slip of a book as a PDF in *language*; the same slip, the same bytes."""
    back = bool(slip.returned_at)
    title = word(language, "book.back" if back else "book.out")
    page, out = new_page(A4, f"{title} {slip.book.name}", slip.company, language)
    page.each_page = lambda each, number, pages: _dress(each, slip, language, number, pages)
    top = A4[1] - _EDGE
    page.write(_EDGE, top, slip.company, 9.5, ink=SOFT)
    spread = 6 if is_chinese(language) else 0
    page.write(A4[0] / 2, top - 34, title, 20, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.rule(_EDGE, top - 48, A4[0] - _EDGE, top - 48, NAVY, 1)
    y = top - 78
    for label, value in _facts(slip, language):
        page.write(_EDGE, y, word(language, f"book.{label}"), 9.5, ink=SOFT)
        page.write_box((_EDGE + _LABEL, y - 5, _WIDE - _LABEL, 18), value, 10, bold=True)
        page.rule(_EDGE, y - 8, A4[0] - _EDGE, y - 8, HAIR, 0.4)
        y -= 23
    if slip.lost:
        y -= 6
        page.write(_EDGE, y, word(language, "book.lost"), 9.5, ink=SOFT)
        grid = Grid(page, (_EDGE, _WIDE, _BOTTOM), _columns(language), lambda: _turn(page), 9.5)
        y = grid.draw(y - 8, [Row((one.form, one.receipt, one.reason)) for one in slip.lost])
    _signatures(page, y, language, back=back)
    page.showPage()
    return closed(page, out)


def _facts(slip: BookSlip, language: str) -> list[tuple[str, str]]:
    book = slip.book
    counted = word(language, "book.counted", forms=book.forms)
    facts = [
        ("name", book.name),
        ("forms", f"{book.first} – {book.last}    {counted}"),
        ("holder", book.holder),
        ("issued", f"{moment_words(slip.issued_at, language)}    {slip.issued_by}"),
    ]
    left = f"{book.next} – {book.last}" if book.unused else word(language, "none")
    facts += [
        ("used", word(language, "book.sheets", count=book.used)),
        ("void", word(language, "book.sheets", count=book.void)),
        ("spoiled", word(language, "book.sheets", count=book.spoiled)),
        ("unused", f"{word(language, 'book.sheets', count=book.unused)}    {left}"),
    ]
    if slip.returned_at:
        facts.append(
            ("returned", f"{moment_words(slip.returned_at, language)}    {slip.returned_by}")
        )
        if slip.note:
            facts.append(("note", slip.note))
    return facts


def _columns(language: str) -> list[Column]:
    keys = (("form", 1.0), ("receipt", 1.0), ("reason", 2.4))
    return [Column(word(language, f"book.{key}"), share) for key, share in keys]


def _turn(page: Page) -> float:
    page.showPage()
    return A4[1] - _EDGE - 20


def _signatures(page: Page, y: float, language: str, *, back: bool) -> None:
    if y < _BOTTOM + 60:
        y = _turn(page)
    each, y = _WIDE / 2, y - 40
    for place, key in enumerate(("keeper", "by_back" if back else "by_out")):
        x = _EDGE + each * place
        page.write(x, y, word(language, f"book.sign.{key}"), 9, ink=SOFT)
        page.rule(x, y - 26, x + each - 18, y - 26, HAIR, 0.6)


def _dress(page: Page, slip: BookSlip, language: str, number: int, pages: int) -> None:
    page.write(A4[0] - _EDGE, 36, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if slip.practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)
