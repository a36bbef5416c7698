"""A closed month (月结单) on A4: sums by tender, cashier and kind, what moved without cash, the seals' head."""

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import HAIR, NAVY, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import code_word, is_chinese, moment_words, word
from salesdesk.documents.wrapping import wrap
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.close_sheets import KindSum
from salesdesk.office.ledger.month_sheets import MonthCloseSheet

_EDGE = 56.0
_WIDE = A4[0] - 2 * _EDGE
_BOTTOM, _LABEL = 64.0, 116.0
_SIZE, _LEADING = 9.0, 14.0


def month_close_pdf(sheet: MonthCloseSheet, language: str) -> bytes:
    """Give the month of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    title = f"{word(language, 'month.title')} {sheet.month}"
    page, out = new_page(A4, title, sheet.company, language)
    page.each_page = lambda each, number, pages: _dress(each, sheet, language, number, pages)
    y = _head(page, sheet, language) - 4
    for heads, rows in (_tenders(sheet, language), _cashiers(sheet, language)):
        columns = [Column(heads[0], 1.3), *(Column(head, 1, RIGHT) for head in heads[1:])]
        grid = Grid(page, (_EDGE, _WIDE, _BOTTOM), columns, lambda: _turn(page), _SIZE)
        y = grid.draw(y, rows) - 22
    net = sum(line.taken_fen - line.back_fen for line in sheet.tenders)
    for label, text in (
        ("cash.words", word(language, "receipt.words", words=amount_in_words(net, language))),
        ("close.kinds", _kinds(sheet.kinds, "close.paper", language)),
        ("month.moved", _kinds(sheet.moved, "moved", language)),
        ("cash.void_count", word(language, "cash.sheets", count=sheet.voids)),
        ("close.locked", word(language, "month.locked")),
        ("close.total", f"¥{format_yuan(sheet.total_fen)}"),
    ):
        y = _line(page, y, word(language, label), text)
    y = _line(page, y, word(language, "close.seal", no=sheet.seal), sheet.seal_hash)
    if y < _BOTTOM + 64:
        y = _turn(page)
    each = _WIDE / 3
    for place, key in enumerate(("accountant", "checker", "manager")):
        x = _EDGE + each * place
        page.write(x, y - 14, word(language, f"cash.sign.{key}"), 9, ink=SOFT)
        page.rule(x, y - 42, x + each - 18, y - 42, HAIR, 0.6)
    page.showPage()
    return closed(page, out)


def _turn(page: Page) -> float:
    page.showPage()
    return A4[1] - _EDGE - 20


def _head(page: Page, sheet: MonthCloseSheet, language: str) -> float:
    top = A4[1] - _EDGE
    page.write(_EDGE, top, sheet.company, 9.5, ink=SOFT)
    spread = 6 if is_chinese(language) else 0
    title = word(language, "month.title")
    page.write(A4[0] / 2, top - 30, title, 19, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.rule(_EDGE, top - 44, A4[0] - _EDGE, top - 44, NAVY, 1)
    days = word(language, "month.days", month=sheet.month, days=sheet.days)
    page.write(_EDGE, top - 62, days, 10, bold=True)
    at = word(language, "close.at", at=moment_words(sheet.at, language), name=sheet.closed_by)
    page.write(A4[0] - _EDGE, top - 62, at, 9, ink=SOFT, stand=RIGHT)
    return top - 74


def _tenders(sheet: MonthCloseSheet, language: str) -> tuple[list[str], list[Row]]:
    heads = [word(language, "cash.tender"), *_heads(language)]
    sums, rows = [0] * 4, []
    for line in sheet.tenders:
        net = line.taken_fen - line.back_fen
        figures = (line.taken_fen, line.back_fen, net, line.difference_fen)
        sums = [whole + part for whole, part in zip(sums, figures, strict=True)]
        name = code_word(language, "tender", line.kind)
        rows.append(Row((name, *map(format_yuan, figures))))
    total = word(language, "cash.total")
    return heads, [*rows, Row((total, *map(format_yuan, sums)), bold=True)]


def _cashiers(sheet: MonthCloseSheet, language: str) -> tuple[list[str], list[Row]]:
    heads = [word(language, "cash.cashier"), *_heads(language)]
    rows = []
    for line in sheet.cashiers:
        net = line.taken_fen - line.back_fen
        name = word(language, "month.cashier", name=line.name, days=line.days)
        figures = (line.taken_fen, line.back_fen, net, line.difference_fen)
        rows.append(Row((name, *map(format_yuan, figures))))
    return heads, rows


def _heads(language: str) -> list[str]:
    names = ("cash.received", "cash.refunded", "cash.net", "cash.difference")
    return [word(language, name) for name in names]


def _kinds(kinds: Sequence[KindSum], family: str, language: str) -> str:
    joint = "；" if is_chinese(language) else "; "
    told = (
        word(
            language,
            "close.kind" if family == "close.paper" else "moved.kind",
            kind=code_word(language, family, kind.kind),
            count=kind.papers,
            amount=format_yuan(kind.amount_fen),
        )
        for kind in kinds
    )
    return joint.join(told) or word(language, "close.none")


def _line(page: Page, y: float, label: str, text: str) -> float:
    lines, heads = wrap(text, _WIDE - _LABEL, _SIZE), wrap(label, _LABEL - 8, _SIZE)
    high = max(len(lines), len(heads)) * _LEADING
    if y < _BOTTOM + high:
        y = _turn(page)
    for at, head in enumerate(heads):
        page.write(_EDGE, y - at * _LEADING, head, _SIZE, ink=SOFT)
    for at, line in enumerate(lines):
        page.write(_EDGE + _LABEL, y - at * _LEADING, line, _SIZE)
    page.rule(_EDGE, y - high + 9, A4[0] - _EDGE, y - high + 9, HAIR, 0.4)
    return y - high - 3


def _dress(page: Page, sheet: MonthCloseSheet, language: str, number: int, pages: int) -> None:
    page.write(A4[0] - _EDGE, 36, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)
