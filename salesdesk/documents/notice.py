"""The notice of default (催告函) on A4: what is overdue, by when it is to be done, what follows."""

from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Spacer,
    Table,
)

from salesdesk.documents.faces import REGULAR
from salesdesk.documents.facts import paired
from salesdesk.documents.fonts import printable, ready
from salesdesk.documents.inks import HAIR, SOFT
from salesdesk.documents.page import CREATOR, RIGHT, Page, page_words
from salesdesk.documents.prose import Prose, pieces_of
from salesdesk.documents.styles import styles
from salesdesk.documents.words import code_word, day_words, is_chinese, moment_words, word
from salesdesk.documents.wrapping import Piece
from salesdesk.kernel.money import format_yuan
from salesdesk.office.sales.default_rules import Overdue
from salesdesk.office.sales.default_sheets import NoticeSheet

_EDGE = 62.0
_WIDE = A4[0] - 2 * _EDGE
_TOP, _BOTTOM = 64.0, 62.0


def notice_pdf(sheet: NoticeSheet, language: str) -> bytes:
    """Give the notice of *sheet* as a PDF in *language*; one without a number is marked as a draft."""
    ready()
    out = BytesIO()
    paper = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{word(language, 'notice.title')} {printable(sheet.number)}".strip(),
        author=printable(sheet.company),
        creator=CREATOR,
        producer=CREATOR,
        lang="zh-CN" if is_chinese(language) else "en",
    )
    frame = Frame(_EDGE, _BOTTOM, _WIDE, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0)
    paper.addPageTemplates([PageTemplate(frames=[frame])])
    paper.build(_story(sheet, language), canvasmaker=partial(_open_page, sheet, language))
    return out.getvalue()


def _story(sheet: NoticeSheet, language: str) -> list[Flowable]:
    set_in = styles(language)
    number = word(language, "notice.number", number=sheet.number) if sheet.number else ""
    head = Table(
        [[
            Prose((Piece(moment_words(sheet.at, language), False),), set_in.value),
            Prose((Piece(printable(number), True),) if number else (), set_in.number),
        ]],
        colWidths=[_WIDE / 2] * 2,
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ],
    )  # fmt: skip
    joint = "、" if is_chinese(language) else ", "
    said = _facts(sheet, language)
    to = pieces_of(word(language, "notice.to"), {"buyers": joint.join(sheet.buyers)}, bold=True)
    flow: list[Flowable] = [
        Prose(pieces_of(word(language, "notice.title"), bold=True), set_in.title),
        head,
        Spacer(1, 8),
        Prose(to, set_in.party),
    ]
    signing = sheet.overdue == Overdue.SIGNING.value
    clauses = (
        "notice.unit",
        "notice.signing" if signing else "notice.payment",
        "notice.come" if signing else "notice.pay",
        "notice.then",
        "notice.ask",
        *(("notice.why",) if sheet.why else ()),
    )
    flow += [
        Prose(pieces_of(word(language, key), said), set_in.clause, f"{place}.")
        for place, key in enumerate(clauses, 1)
    ]
    return [*flow, Spacer(1, 8), _figures(sheet, language), *_ends(sheet, language)]


def _facts(sheet: NoticeSheet, language: str) -> dict[str, str]:
    return {
        "agreed": day_words(sheet.agreed_on, language),
        "agreement": sheet.agreement,
        "project": sheet.project,
        "unit": sheet.unit_code,
        "price": format_yuan(sheet.price_fen),
        "paid": format_yuan(sheet.paid_fen),
        "since": day_words(sheet.since, language),
        "days": str(sheet.days_over),
        "payment": sheet.payment,
        "amount": format_yuan(sheet.amount_fen),
        "last": day_words(sheet.last_day, language),
        "grace": str(sheet.grace_days),
        "kept": format_yuan(sheet.kept_fen),
        "returned": format_yuan(sheet.returned_fen),
        "why": sheet.why,
    }


def _figures(sheet: NoticeSheet, language: str) -> Table:
    """Set the days and sums once more."""
    where = "; ".join(address for address in sheet.addresses if address)
    rows = (
        (
            ("overdue since", day_words(sheet.since, language)),
            ("grace", day_words(sheet.last_day, language)),
        ),
        (("price", format_yuan(sheet.price_fen)), ("paid", format_yuan(sheet.paid_fen))),
        (("kept", format_yuan(sheet.kept_fen)), ("returned", format_yuan(sheet.returned_fen))),
        (("served", code_word(language, "served", sheet.served_by)), ("maker", sheet.made_by)),
        (("address", where), ("phone", sheet.company_phone)),
    )
    strong = frozenset({"overdue since", "grace", "kept", "returned"})
    return paired(language, "notice", _WIDE, rows, strong)


def _ends(sheet: NoticeSheet, language: str) -> list[Flowable]:
    """Set the seller's seal, and the buyer's acknowledgement below a line to cut at."""
    set_in = styles(language)
    cell = partial(Prose, style=set_in.value)
    none: tuple[Piece, ...] = ()
    seal = Table(
        [
            [cell(none), cell(pieces_of(word(language, "notice.seal")))],
            [cell(none), cell((Piece(printable(sheet.company), True),))],
            [cell(none), cell(pieces_of(word(language, "notice.day")))],
        ],
        colWidths=[_WIDE * 0.54, _WIDE * 0.46],
        rowHeights=[24.0, 24.0, 30.0],
        style=[("FONTNAME", (0, 0), (-1, -1), REGULAR), ("VALIGN", (0, 0), (-1, -1), "BOTTOM")],
    )
    number = sheet.number or word(language, "notice.draft")
    received = pieces_of(word(language, "notice.received"), {"number": number})
    receipt = Table(
        [
            [Prose(pieces_of(word(language, "notice.receipt"), bold=True), set_in.party), ""],
            [cell(received), ""],
            [
                cell(pieces_of(word(language, "notice.sign"))),
                cell(pieces_of(word(language, "notice.day"))),
            ],
        ],
        colWidths=[_WIDE * 0.54, _WIDE * 0.46],
        rowHeights=[28.0, 24.0, 40.0],
        style=[
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("SPAN", (0, 1), (1, 1)),
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, HAIR, None, (3, 3)),
        ],
    )
    return [KeepTogether([Spacer(1, 14), seal, Spacer(1, 18), receipt])]


def _open_page(sheet: NoticeSheet, language: str, *args: Any, **settings: Any) -> Page:
    page = Page(*args, **settings)
    page.each_page = partial(_dress_page, sheet, language)
    return page


def _dress_page(sheet: NoticeSheet, language: str, page: Page, number: int, pages: int) -> None:
    """Draw the head, the foot, and what marks a draft or a practice paper."""
    right = A4[0] - _EDGE
    page.write_box((_EDGE, A4[1] - 46, _WIDE * 0.7, 12), sheet.company, 8, ink=SOFT)
    page.rule(_EDGE, A4[1] - 50, right, A4[1] - 50, HAIR, 0.5)
    page.write_box((_EDGE, 32, _WIDE * 0.7, 12), sheet.project, 8, ink=SOFT)
    page.write(right, 35, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if not sheet.number:
        page.watermark(A4[0] / 2, A4[1] * 0.62, word(language, "notice.draft"), 110)
    if sheet.practice:
        page.watermark(A4[0] / 2, A4[1] * 0.38, word(language, "practice"), 84)
