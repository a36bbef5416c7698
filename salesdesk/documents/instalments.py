"""A loan's instalments (还款计划表) on A4: month by month, by equal instalments and by equal principal."""

from functools import partial

from reportlab.lib.pagesizes import A4

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import NAVY, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import is_chinese, moment_words, word
from salesdesk.kernel.loans import Method, cost, instalments
from salesdesk.kernel.money import format_yuan
from salesdesk.office.mortgage.sheets import InstalmentSheet, LentPart

_EDGE, _BOTTOM = 44.0, 52.0
_WIDE = A4[0] - 2 * _EDGE
_PPM_PER_BP, _MONTHS = 100, 12
_METHODS = ((Method.EQUAL_INSTALMENT, "level"), (Method.EQUAL_PRINCIPAL, "falling"))
_FIGURES = ("paid", "principal", "interest", "left")


def instalments_pdf(sheet: InstalmentSheet, language: str) -> bytes:
    """Give the instalments of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    title = f"{word(language, 'instalments.title')} {sheet.unit}"
    page, out = new_page(A4, title, sheet.company, language)
    page.each_page = partial(_dress, sheet, language)
    y = _head(page, sheet, language)
    for no, part in enumerate(sheet.parts):
        if no:
            y = _turn(page)
        y = _facts(page, y, part, language)
        _table(page, y, part, language)
    page.showPage()
    return closed(page, out)


def _turn(page: Page) -> float:
    page.showPage()
    return A4[1] - _EDGE - 20


def _head(page: Page, sheet: InstalmentSheet, language: str) -> float:
    top = A4[1] - _EDGE
    page.write(_EDGE, top, sheet.company, 9, ink=SOFT)
    title = word(language, "instalments.title")
    spread = 6 if is_chinese(language) else 0
    page.write(A4[0] / 2, top - 26, title, 18, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.rule(_EDGE, top - 38, A4[0] - _EDGE, top - 38, NAVY, 1)
    who = f"{sheet.project}  ·  {sheet.unit}  ·  {sheet.customer}"
    page.write(_EDGE, top - 54, who, 10, bold=True)
    return top - 70


def _facts(page: Page, y: float, part: LentPart, language: str) -> float:
    name = word(language, f"instalments.{part.part}", lender=part.lender).strip()
    told = word(
        language, "instalments.facts", amount=format_yuan(part.loan_fen), years=part.years,
        rate=f"{part.rate_bp / 100:.2f}",
    )  # fmt: skip
    page.write(_EDGE, y, f"{name}  {told}", 9.5, bold=True)
    for method, key in _METHODS:
        y -= 15
        whole = cost(part.loan_fen, part.rate_bp * _PPM_PER_BP, part.years * _MONTHS, method)
        text = word(
            language, "instalments.cost", method=word(language, f"instalments.{key}"),
            first=format_yuan(whole.first_fen), last=format_yuan(whole.last_fen),
            interest=format_yuan(whole.interest_fen), paid=format_yuan(whole.paid_fen),
        )  # fmt: skip
        page.write(_EDGE, y, text, 8.5, ink=SOFT)
    return y - 10


def _table(page: Page, y: float, part: LentPart, language: str) -> None:
    heads = [Column(word(language, "instalments.month"), 0.8, RIGHT)]
    for _method, key in _METHODS:
        short = word(language, f"instalments.{key}")
        for place, figure in enumerate(_FIGURES):
            name = word(language, f"instalments.{figure}")
            heads.append(Column(name if place else f"{short}\n{name}", 1.25, RIGHT))
    grid = Grid(page, (_EDGE, _WIDE, _BOTTOM), heads, partial(_turn, page), 7)
    level, falling = (
        instalments(part.loan_fen, part.rate_bp * _PPM_PER_BP, part.years * _MONTHS, method)
        for method, _key in _METHODS
    )
    rows = (
        Row(
            (
                str(one.month),
                *(
                    format_yuan(fen)
                    for each in (one, other)
                    for fen in (
                        each.paid_fen,
                        each.principal_fen,
                        each.interest_fen,
                        each.left_fen,
                    )
                ),
            )
        )
        for one, other in zip(level, falling, strict=True)
    )
    grid.draw(y, rows)


def _dress(sheet: InstalmentSheet, language: str, page: Page, number: int, pages: int) -> None:
    page.write(_EDGE, 30, word(language, "instalments.note"), 7.5, ink=SOFT)
    printed = word(language, "printed", at=moment_words(sheet.printed_at, language))
    page.write(_EDGE, 20, printed, 7, ink=SOFT)
    page.write(A4[0] - _EDGE, 30, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)
