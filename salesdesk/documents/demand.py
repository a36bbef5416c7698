"""Demand letters (催款函) on A4, one or a whole batch in one file: what is overdue, and by when it is to come."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from typing import Any, cast

from reportlab.lib.pagesizes import A4
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
)

from salesdesk.documents.faces import REGULAR
from salesdesk.documents.facts import paired
from salesdesk.documents.fonts import printable, ready
from salesdesk.documents.inks import HAIR, SOFT
from salesdesk.documents.page import CREATOR, RIGHT, Page
from salesdesk.documents.prose import Prose, pieces_of
from salesdesk.documents.styles import GRID, styles
from salesdesk.documents.words import code_word, day_words, is_chinese, moment_words, word
from salesdesk.documents.wrapping import Piece
from salesdesk.kernel.money import format_yuan
from salesdesk.office.sales.reminder_rules import DemandStage
from salesdesk.office.sales.reminder_sheets import DemandSheet

_EDGE = 62.0
_WIDE = A4[0] - 2 * _EDGE
_TOP, _BOTTOM = 64.0, 62.0
_PLAIN = [
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
]


def demand_pdf(sheets: Sequence[DemandSheet], language: str) -> bytes:
    """Give the letters of *sheets* as one PDF in *language*, each beginning on a page of its own."""
    ready()
    out = BytesIO()
    first = sheets[0]
    paper = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{word(language, 'demand.title')} {printable(first.number)}".strip(),
        author=printable(first.company),
        creator=CREATOR,
        producer=CREATOR,
        lang="zh-CN" if is_chinese(language) else "en",
    )
    frame = Frame(_EDGE, _BOTTOM, _WIDE, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0)
    paper.addPageTemplates([PageTemplate(frames=[frame])])
    flow: list[Flowable] = []
    for sheet in sheets:
        flow += [*([PageBreak()] if flow else []), _Begins(sheet), *_story(sheet, language)]
    paper.build(flow, canvasmaker=partial(_open_page, language))
    return out.getvalue()


class _Begins(Flowable):
    """Takes no room; from its page on, head and foot are those of its letter."""

    def __init__(self, sheet: DemandSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.width = self.height = 0

    def draw(self) -> None:
        """Name the letter to the page."""
        cast("_LetterPage", self.canv).letter = self._sheet


def _story(sheet: DemandSheet, language: str) -> list[Flowable]:
    set_in = styles(language)
    number = word(language, "demand.number", number=sheet.number)
    head = Table(
        [[
            Prose((Piece(moment_words(sheet.at, language), False),), set_in.value),
            Prose((Piece(printable(number), True),), set_in.number),
        ]],
        colWidths=[_WIDE / 2] * 2,
        style=_PLAIN,
    )  # fmt: skip
    joint = "、" if is_chinese(language) else ", "
    to = pieces_of(word(language, "demand.to"), {"buyers": joint.join(sheet.buyers)}, bold=True)
    title = word(
        language, "demand.title of", stage=code_word(language, "demand stage", sheet.stage)
    )
    said = _facts(sheet, language)
    clauses = (
        "demand.unit",
        "demand.overdue",
        *(("demand.earlier",) if sheet.earlier else ()),
        *(("demand.promised",) if sheet.promised_on else ()),
        "demand.pay",
        "demand.then" if sheet.stage == DemandStage.FINAL.value else "demand.else",
        "demand.paid already",
    )
    return [
        Prose(pieces_of(title, bold=True), set_in.title),
        head,
        Spacer(1, 8),
        Prose(to, set_in.party),
        *(
            Prose(pieces_of(word(language, key), said), set_in.clause, f"{place}.")
            for place, key in enumerate(clauses, 1)
        ),
        Spacer(1, 8),
        _lines(sheet, language),
        Spacer(1, 6),
        _figures(sheet, language),
        _seal(sheet, language),
    ]


def _facts(sheet: DemandSheet, language: str) -> dict[str, str]:
    joint = "、" if is_chinese(language) else ", "
    return {
        "agreement": sheet.agreement,
        "project": sheet.project,
        "unit": sheet.unit_code,
        "price": format_yuan(sheet.price_fen),
        "paid": format_yuan(sheet.paid_fen),
        "since": day_words(sheet.since, language),
        "amount": format_yuan(sheet.overdue_fen),
        "last": day_words(sheet.pay_by, language),
        "days": str(sheet.pay_days),
        "earlier": joint.join(sheet.earlier),
        "promised": day_words(sheet.promised_on, language),
    }


def _lines(sheet: DemandSheet, language: str) -> Table:
    """Set what is overdue line by line, and its sum."""
    set_in = styles(language)
    figure = set_in.number

    def head(key: str) -> Prose:
        return Prose(pieces_of(word(language, f"demand.{key}"), bold=True), set_in.label)

    def cell(text: str) -> Prose:
        return Prose((Piece(printable(text), False),), set_in.value)

    def sum_(text: str) -> Prose:
        return Prose((Piece(printable(text), True),), figure)

    rows: list[list[Any]] = [[head(k) for k in ("money", "due on", "amount", "open", "late")]]
    rows += [
        [
            cell(code_word(language, "money", line.money)),
            cell(day_words(line.due_on, language)),
            Prose((Piece(format_yuan(line.amount_fen), False),), replace(figure, bold=False)),
            sum_(format_yuan(line.open_fen)),
            cell(word(language, "demand.days", days=line.days_over)),
        ]
        for line in sheet.lines
    ]
    rows.append([head("sum"), "", "", sum_(format_yuan(sheet.overdue_fen)), ""])
    table = Table(
        rows, colWidths=[_WIDE * part for part in (0.22, 0.24, 0.2, 0.2, 0.14)], repeatRows=1
    )
    table.setStyle(GRID)
    return table


def _figures(sheet: DemandSheet, language: str) -> Table:
    where = "; ".join(address for address in sheet.addresses if address)
    rows = (
        (("pay by", day_words(sheet.pay_by, language)), ("asked", format_yuan(sheet.overdue_fen))),
        (("price", format_yuan(sheet.price_fen)), ("paid", format_yuan(sheet.paid_fen))),
        (("maker", sheet.made_by), ("phone", sheet.company_phone)),
        (("address", where), ("office", sheet.company_address)),
    )
    return paired(language, "demand", _WIDE, rows, frozenset({"pay by", "asked"}))


def _seal(sheet: DemandSheet, language: str) -> Flowable:
    set_in = styles(language)
    cell = partial(Prose, style=set_in.value)
    none: tuple[Piece, ...] = ()
    seal = Table(
        [
            [cell(none), cell(pieces_of(word(language, "demand.seal")))],
            [cell(none), cell((Piece(printable(sheet.company), True),))],
            [cell(none), cell(pieces_of(word(language, "demand.day")))],
        ],
        colWidths=[_WIDE * 0.54, _WIDE * 0.46],
        rowHeights=[24.0, 24.0, 30.0],
        style=[("FONTNAME", (0, 0), (-1, -1), REGULAR), ("VALIGN", (0, 0), (-1, -1), "BOTTOM")],
    )
    return KeepTogether([Spacer(1, 14), seal])


class _LetterPage(Page):
    """A page that knows of which letter it is."""

    letter: DemandSheet


def _open_page(language: str, *args: Any, **settings: Any) -> Page:
    page = _LetterPage(*args, **settings)
    page.each_page = partial(_dress_page, language)
    return page


def _dress_page(language: str, page: Page, _number: int, _pages: int) -> None:
    """Draw the head, the foot, and what marks a practice paper, of the letter on the page."""
    sheet = cast("_LetterPage", page).letter
    right = A4[0] - _EDGE
    page.write_box((_EDGE, A4[1] - 46, _WIDE * 0.7, 12), sheet.company, 8, ink=SOFT)
    page.rule(_EDGE, A4[1] - 50, right, A4[1] - 50, HAIR, 0.5)
    page.write_box((_EDGE, 32, _WIDE * 0.7, 12), sheet.project, 8, ink=SOFT)
    page.write(right, 35, sheet.number, 8, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(A4[0] / 2, A4[1] * 0.38, word(language, "practice"), 84)
