"""A cashier's day (收银日报) on A4: taken and paid back by tender, numbers, voids, cash counted."""

from reportlab.lib.pagesizes import A4

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import HAIR, INK, NAVY, SEAL, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import code_word, day_words, is_chinese, weekday_words, word
from salesdesk.documents.wrapping import wrap
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import DayCashSheet, TenderLine

_EDGE = 56.0
_WIDE = A4[0] - 2 * _EDGE
_BOTTOM = 70.0


def day_cash_pdf(sheet: DayCashSheet, language: str) -> bytes:
    """Give the cashier's day of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    title = f"{word(language, 'cash.title')} {sheet.cashier} {sheet.day.isoformat()}"
    page, out = new_page(A4, title, sheet.company, language)
    page.each_page = lambda each, number, pages: _dress(each, sheet, language, number, pages)
    y = _head(page, sheet, language)
    grid = Grid(page, (_EDGE, _WIDE, _BOTTOM), _columns(language), lambda: _turn(page), 9.5)
    y = grid.draw(y, _tender_rows(sheet, language))
    net = sum(_sums(sheet.expected).values()) - sum(_sums(sheet.refunds).values())
    words = word(language, "receipt.words", words=amount_in_words(net, language))
    y = _line(page, y - 26, word(language, "cash.words"), words)
    y = _counted(page, y - 8, sheet, language)
    y = _numbers(page, y - 8, sheet, language)
    _signatures(page, y, language)
    page.showPage()
    return closed(page, out)


def _turn(page: Page) -> float:
    page.showPage()
    return A4[1] - _EDGE - 20


def _head(page: Page, sheet: DayCashSheet, language: str) -> float:
    top = A4[1] - _EDGE
    page.write(_EDGE, top, sheet.company, 9.5, ink=SOFT)
    spread = 6 if is_chinese(language) else 0
    title = word(language, "cash.title")
    page.write(A4[0] / 2, top - 34, title, 20, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.rule(_EDGE, top - 48, A4[0] - _EDGE, top - 48, NAVY, 1)
    day = f"{day_words(sheet.day, language)}  {weekday_words(sheet.day, language)}"
    page.write_box((_EDGE, top - 70, _WIDE * 0.5, 16), sheet.project, 10, bold=True)
    cashier = f"{word(language, 'cash.cashier')}  {sheet.cashier}"
    page.write(A4[0] - _EDGE, top - 66, cashier, 10, stand=RIGHT)
    page.write(A4[0] - _EDGE, top - 82, day, 9, ink=SOFT, stand=RIGHT)
    page.write(_EDGE, top - 82, word(language, "yuan"), 9, ink=SOFT)
    return top - 92


def _columns(language: str) -> list[Column]:
    return [
        Column(word(language, "cash.tender"), 1.3),
        Column(word(language, "cash.received"), 1, RIGHT),
        Column(word(language, "cash.refunded"), 1, RIGHT),
        Column(word(language, "cash.net"), 1, RIGHT),
    ]


def _sums(lines: tuple[TenderLine, ...]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for line in lines:
        sums[line.kind] = sums.get(line.kind, 0) + line.amount_fen
    return sums


def _tender_rows(sheet: DayCashSheet, language: str) -> list[Row]:
    taken, back = _sums(sheet.expected), _sums(sheet.refunds)
    kinds = list(dict.fromkeys([*(kind.value for kind in TenderKind), *taken, *back]))
    rows = [
        Row(
            (
                code_word(language, "tender", kind),
                format_yuan(taken.get(kind, 0)),
                format_yuan(back.get(kind, 0)),
                format_yuan(taken.get(kind, 0) - back.get(kind, 0)),
            )
        )
        for kind in kinds
    ]
    received, refunded = sum(taken.values()), sum(back.values())
    totals = [format_yuan(fen) for fen in (received, refunded, received - refunded)]
    return [*rows, Row((word(language, "cash.total"), *totals), bold=True)]


def _line(page: Page, y: float, label: str, text: str, *, alarm: bool = False) -> float:
    """Write a label and its text, broken into lines; give where the next may stand."""
    page.write(_EDGE, y, label, 9.5, ink=SOFT)
    for line in wrap(text, _WIDE - 110, 9.5):
        page.write(_EDGE + 110, y, line, 9.5, bold=alarm, ink=SEAL if alarm else INK)
        y -= 15
    page.rule(_EDGE, y + 9, A4[0] - _EDGE, y + 9, HAIR, 0.4)
    return y - 4


def _counted(page: Page, y: float, sheet: DayCashSheet, language: str) -> float:
    """Write what the drawer should hold, what was counted, and what is too much or too little."""
    cash = TenderKind.CASH.value
    expected = _sums(sheet.expected).get(cash, 0) - _sums(sheet.refunds).get(cash, 0)
    if sheet.opening_fen:
        expected += sheet.opening_fen
        y = _line(page, y, word(language, "close.opening"), f"¥{format_yuan(sheet.opening_fen)}")
    y = _line(page, y, word(language, "cash.expected"), f"¥{format_yuan(expected)}")
    if sheet.counted_cash_fen is None:
        not_counted = word(language, "cash.not_counted")
        return _line(page, y, word(language, "cash.counted"), not_counted, alarm=True)
    counted = sheet.counted_cash_fen
    y = _line(page, y, word(language, "cash.counted"), f"¥{format_yuan(counted)}")
    gap = counted - expected
    text = word(language, "cash.even")
    if gap:
        text = (
            f"{word(language, 'cash.over' if gap > 0 else 'cash.short')} ¥{format_yuan(abs(gap))}"
        )
    return _line(page, y, word(language, "cash.difference"), text, alarm=bool(gap))


def _numbers(page: Page, y: float, sheet: DayCashSheet, language: str) -> float:
    none = word(language, "none")
    span = none
    if sheet.first_number:
        first, last = sheet.first_number, sheet.last_number
        span = first if first == last else word(language, "cash.span", first=first, last=last)
    y = _line(page, y, word(language, "cash.numbers"), span)
    count = word(language, "cash.sheets", count=sheet.receipts)
    y = _line(page, y, word(language, "cash.count"), count)
    voids = word(language, "cash.sheets", count=len(sheet.voids))
    y = _line(page, y, word(language, "cash.void_count"), voids)
    joint = "、" if is_chinese(language) else ", "
    label = word(language, "cash.voids")
    for text in _pages_of_numbers(sheet.voids, joint) or [none]:
        if y < _BOTTOM + 40:
            y = _turn(page)
        y = _line(page, y, label, text)
        label = ""
    label = word(language, "cash.large")
    for name, fen in sheet.large_cash:
        if y < _BOTTOM + 40:
            y = _turn(page)
        y = _line(page, y, label, f"{name}  {format_yuan(fen)}")
        label = ""
    label = word(language, "cash.contras")
    for text in _pages_of_numbers(sheet.contras, joint):
        if y < _BOTTOM + 40:
            y = _turn(page)
        y = _line(page, y, label, text)
        label = ""
    return y


def _pages_of_numbers(numbers: tuple[str, ...], joint: str) -> list[str]:
    """Give the numbers in portions small enough never to run off a page."""
    portion = 40
    return [
        joint.join(numbers[start : start + portion]) for start in range(0, len(numbers), portion)
    ]


def _signatures(page: Page, y: float, language: str) -> None:
    if y < _BOTTOM + 50:
        y = _turn(page)
    y = min(y - 30, A4[1] * 0.35) if y > _BOTTOM + 110 else y - 30
    each = _WIDE / 3
    for place, key in enumerate(("cashier", "checker", "manager")):
        x = _EDGE + each * place
        page.write(x, y, word(language, f"cash.sign.{key}"), 9, ink=SOFT)
        page.rule(x, y - 26, x + each - 18, y - 26, HAIR, 0.6)


def _dress(page: Page, sheet: DayCashSheet, language: str, number: int, pages: int) -> None:
    page.write(A4[0] - _EDGE, 36, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)
