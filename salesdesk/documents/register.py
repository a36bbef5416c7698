"""The call and visit register (来电来访登记表) on A4 landscape, its head repeated on every page."""

from functools import partial

from reportlab.lib.pagesizes import A4, landscape

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import INK, NAVY, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import (
    code_word,
    day_words,
    is_chinese,
    local_moment,
    moment_words,
    word,
)
from salesdesk.kernel.calendar import DEFAULT_ZONE, local
from salesdesk.office.customers.choices import detail_word
from salesdesk.office.customers.rules import MEDIA
from salesdesk.office.customers.sheets import RegisterSheet, VisitLine

_SIZE = landscape(A4)
_EDGE, _TOP, _BOTTOM = 32.0, 84.0, 40.0
_ENGLISH_MEDIA = dict(MEDIA)


def register_pdf(sheet: RegisterSheet, language: str, zone: str = DEFAULT_ZONE) -> bytes:
    """Give the register of *sheet* as a PDF in *language*, times as in *zone*.

    The same arguments always give the same bytes.
    """
    title = f"{sheet.project} {word(language, 'register.title')}"
    page, out = new_page(_SIZE, title, sheet.company, language)
    page.each_page = partial(_dress, sheet, language, zone)

    def turn() -> float:
        page.showPage()
        return _SIZE[1] - _TOP

    place = (_EDGE, _SIZE[0] - 2 * _EDGE, _BOTTOM)
    grid = Grid(page, place, _columns(language), turn, 7.8)
    days = sheet.first_on != sheet.last_on
    rows = (_row(line, language, zone, days=days) for line in sheet.lines)
    end = grid.draw(_SIZE[1] - _TOP, rows)
    if not sheet.lines:
        text = word(language, "register.empty")
        page.write(_SIZE[0] / 2, end - 24, text, 9, ink=SOFT, stand=CENTRE)
    page.showPage()
    return closed(page, out)


def _columns(language: str) -> list[Column]:
    shares = {
        "number": 0.7,
        "at": 1.35,
        "manner": 1.0,
        "first": 0.9,
        "customer": 1.25,
        "phone": 1.55,
        "media": 1.35,
        "grade": 0.75,
        "consultant": 1.2,
        "receptionist": 1.1,
        "next": 1.3,
        "remarks": 5.2,
    }
    return [Column(word(language, f"register.{key}"), share) for key, share in shares.items()]


def _row(line: VisitLine, language: str, zone: str, *, days: bool) -> Row:
    """Give one entry's texts; its day stands there only where the paper spans several *days*."""
    at = local(line.at, zone)
    when = f"{at:%Y-%m-%d}\n{at:%H:%M}" if days else f"{at:%H:%M}"
    if line.late:
        when += f" {word(language, 'register.late')}"
    first = word(language, "register.first.yes" if line.first else "register.first.no")
    joint = "、" if is_chinese(language) else ", "
    media = joint.join(
        name if is_chinese(language) else _ENGLISH_MEDIA.get(name, name) for name in line.media
    )
    return Row(
        (
            str(line.number),
            when,
            code_word(language, "manner", line.manner),
            first,
            line.customer,
            line.phone,
            media,
            line.grade,
            line.consultant,
            line.receptionist,
            line.next_on.isoformat() if line.next_on else "",
            _remarks(line, language),
        )
    )


def _remarks(line: VisitLine, language: str) -> str:
    """Give the wishes as "name: value" in one line, the remarks in the next."""
    colon, joint = ("：", "；") if is_chinese(language) else (": ", "; ")
    wishes = joint.join(
        f"{code_word(language, 'detail', key)}{colon}{detail_word(key, value, chinese=is_chinese(language))}"
        for key, value in line.details
        if value
    )
    return "\n".join(part for part in (wishes, line.remarks) if part)


def _dress(
    sheet: RegisterSheet, language: str, zone: str, page: Page, number: int, pages: int
) -> None:
    """Draw title, span and counts above the table, and the foot below it."""
    top, right = _SIZE[1] - _EDGE, _SIZE[0] - _EDGE
    page.write(_EDGE, top - 8, sheet.company, 8.5, ink=SOFT)
    title = word(language, "register.title")
    spread = 4 if is_chinese(language) else 0
    page.write(_SIZE[0] / 2, top - 18, title, 17, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.write_box((_EDGE, top - 44, 300, 16), sheet.project, 10, bold=True, ink=INK)
    first, last = (day_words(day, language) for day in (sheet.first_on, sheet.last_on))
    span = first if first == last else word(language, "register.span", first=first, last=last)
    page.write(_SIZE[0] / 2, top - 39, span, 9, ink=SOFT, stand=CENTRE)
    count = word(language, "register.count", count=len(sheet.lines))
    page.write(right, top - 39, count, 9, ink=SOFT, stand=RIGHT)
    printed = moment_words(local_moment(sheet.printed_at, zone), language)
    foot = word(language, "printed", at=printed)
    foot += "    " + word(language, "printed.by", name=sheet.printed_by)
    page.write(_EDGE, 22, foot, 7.5, ink=SOFT)
    page.write(right, 22, page_words(language, number, pages), 7.5, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(_SIZE[0] / 2, _SIZE[1] / 2, word(language, "practice"), 96)
