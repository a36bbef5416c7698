"""A closed month (月结单) on A4: sums by tender, cashier and kind, what moved without cash, the seals' head."""

from reportlab.lib.pagesizes import A4

from salesdesk.documents.form import Form, dress
from salesdesk.documents.grid import Column, Row
from salesdesk.documents.kinds import kinds_told
from salesdesk.documents.page import RIGHT, closed, new_page
from salesdesk.documents.words import code_word, moment_words, word
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.month_sheets import MonthCloseSheet

_LABEL = 116.0


def month_close_pdf(sheet: MonthCloseSheet, language: str) -> bytes:
    """Give the month of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    title = word(language, "month.title")
    page, out = new_page(A4, f"{title} {sheet.month}", sheet.company, language)
    page.each_page = lambda each, number, pages: dress(
        each, language, number, pages, practice=sheet.practice
    )
    form = Form(page, language, _LABEL)
    days = word(language, "month.days", month=sheet.month, days=sheet.days)
    at = word(language, "close.at", at=moment_words(sheet.at, language), name=sheet.closed_by)
    form.head(sheet.company, title, (days, ""), ("", at))
    for heads, rows in (_tenders(sheet, language), _cashiers(sheet, language)):
        columns = [Column(heads[0], 1.3), *(Column(head, 1, RIGHT) for head in heads[1:])]
        form.table(columns, rows)
        form.gap(22)
    net = sum(line.taken_fen - line.back_fen for line in sheet.tenders)
    for label, text in (
        ("cash.words", word(language, "receipt.words", words=amount_in_words(net, language))),
        ("close.kinds", kinds_told(sheet.kinds, "close.paper", language)),
        ("month.moved", kinds_told(sheet.moved, "moved", language)),
        ("cash.void_count", word(language, "cash.sheets", count=sheet.voids)),
        ("close.locked", word(language, "month.locked")),
        ("close.total", f"¥{format_yuan(sheet.total_fen)}"),
    ):
        form.line(word(language, label), text)
    form.line(word(language, "close.seal", no=sheet.seal), sheet.seal_hash)
    signers = ("accountant", "checker", "manager")
    form.sign([word(language, f"cash.sign.{key}") for key in signers])
    page.showPage()
    return closed(page, out)


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
