"""A cashier's day (收银日报) on A4: taken and paid back by tender, numbers, voids, cash counted."""

from reportlab.lib.pagesizes import A4

from salesdesk.documents.form import Form, dress
from salesdesk.documents.grid import Column, Row
from salesdesk.documents.page import RIGHT, closed, new_page
from salesdesk.documents.words import code_word, day_words, is_chinese, weekday_words, word
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import DayCashSheet, TenderLine

_LABEL = 110.0
_PORTION = 40
"""Numbers a line: small enough never to run off a page."""


def day_cash_pdf(sheet: DayCashSheet, language: str) -> bytes:
    """Give the cashier's day of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    title = word(language, "cash.title")
    name = f"{title} {sheet.cashier} {sheet.day.isoformat()}"
    page, out = new_page(A4, name, sheet.company, language)
    page.each_page = lambda each, number, pages: dress(
        each, language, number, pages, practice=sheet.practice
    )
    form = Form(page, language, _LABEL)
    day = f"{day_words(sheet.day, language)}  {weekday_words(sheet.day, language)}"
    cashier = f"{word(language, 'cash.cashier')}  {sheet.cashier}"
    form.head(sheet.company, title, (sheet.project, cashier), (word(language, "yuan"), day))
    form.table(_columns(language), _tender_rows(sheet, language))
    form.gap(26)
    net = sum(_sums(sheet.expected).values()) - sum(_sums(sheet.refunds).values())
    words = word(language, "receipt.words", words=amount_in_words(net, language))
    form.line(word(language, "cash.words"), words)
    form.gap(8)
    _counted(form, sheet, language)
    form.gap(8)
    _numbers(form, sheet, language)
    form.gap(16)
    signers = ("cashier", "checker", "manager")
    form.sign([word(language, f"cash.sign.{key}") for key in signers])
    page.showPage()
    return closed(page, out)


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


def _counted(form: Form, sheet: DayCashSheet, language: str) -> None:
    """Write what the drawer should hold, what was counted, and what is too much or too little."""
    cash = TenderKind.CASH.value
    expected = _sums(sheet.expected).get(cash, 0) - _sums(sheet.refunds).get(cash, 0)
    if sheet.opening_fen:
        expected += sheet.opening_fen
        form.line(word(language, "close.opening"), f"¥{format_yuan(sheet.opening_fen)}")
    form.line(word(language, "cash.expected"), f"¥{format_yuan(expected)}")
    if sheet.counted_cash_fen is None:
        form.line(word(language, "cash.counted"), word(language, "cash.not_counted"), alarm=True)
        return
    counted = sheet.counted_cash_fen
    form.line(word(language, "cash.counted"), f"¥{format_yuan(counted)}")
    gap = counted - expected
    text = word(language, "cash.even")
    if gap:
        text = (
            f"{word(language, 'cash.over' if gap > 0 else 'cash.short')} ¥{format_yuan(abs(gap))}"
        )
    form.line(word(language, "cash.difference"), text, alarm=bool(gap))


def _numbers(form: Form, sheet: DayCashSheet, language: str) -> None:
    span = none = word(language, "none")
    if sheet.first_number:
        first, last = sheet.first_number, sheet.last_number
        span = first if first == last else word(language, "cash.span", first=first, last=last)
    form.line(word(language, "cash.numbers"), span)
    form.line(word(language, "cash.count"), word(language, "cash.sheets", count=sheet.receipts))
    voids = word(language, "cash.sheets", count=len(sheet.voids))
    form.line(word(language, "cash.void_count"), voids)
    joint = "、" if is_chinese(language) else ", "
    large = [f"{name}  {format_yuan(fen)}" for name, fen in sheet.large_cash]
    for key, texts in (
        ("cash.voids", _portions(sheet.voids, joint) or [none]),
        ("cash.large", large),
        ("cash.contras", _portions(sheet.contras, joint)),
    ):
        for at, text in enumerate(texts):
            form.line("" if at else word(language, key), text)


def _portions(numbers: tuple[str, ...], joint: str) -> list[str]:
    starts = range(0, len(numbers), _PORTION)
    return [joint.join(numbers[start : start + _PORTION]) for start in starts]
