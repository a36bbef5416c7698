"""A change to a deal (变更单) on A4: what was and what is, who signed, and room for buyers and seal."""

from datetime import date

from reportlab.lib.pagesizes import A4

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import HAIR, NAVY, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import code_word, day_words, is_chinese, moment_words, word
from salesdesk.documents.wrapping import wrap
from salesdesk.kernel.money import format_yuan
from salesdesk.office.sales.change_sheets import ChangedFact, ChangeSheet

_EDGE = 56.0
_WIDE = A4[0] - 2 * _EDGE
_BOTTOM = 70.0
_LABEL = 118.0
_BOX = 84.0


def change_pdf(sheet: ChangeSheet, language: str) -> bytes:
    """Give the paper of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    title = f"{code_word(language, 'change', sheet.kind)} {sheet.number}"
    page, out = new_page(A4, title, sheet.company, language)
    page.each_page = lambda each, number, pages: _dress(each, sheet, language, number, pages)
    y = _head(page, sheet, language)
    joint = "、" if is_chinese(language) else ", "
    for label, text in (
        ("change.project", sheet.project),
        ("change.unit", sheet.unit_code),
        ("change.agreement", sheet.agreement),
        ("change.buyers", joint.join(sheet.buyers)),
    ):
        y = _line(page, y, word(language, label), text)
    y = _facts(page, y - 6, sheet, language)
    y = _line(page, y - 16, word(language, "change.reason"), sheet.reason)
    asker = word(language, "change.asker", request=sheet.request)
    y = _line(page, y, asker, sheet.asker)
    y = _signed(page, y - 4, sheet, language)
    _seals(page, y - 20, language)
    page.showPage()
    return closed(page, out)


def _turn(page: Page) -> float:
    page.showPage()
    return A4[1] - _EDGE - 20


def _head(page: Page, sheet: ChangeSheet, language: str) -> float:
    top = A4[1] - _EDGE
    page.write(_EDGE, top, sheet.company, 9.5, ink=SOFT)
    spread = 6 if is_chinese(language) else 0
    title = code_word(language, "change", sheet.kind)
    page.write(A4[0] / 2, top - 34, title, 20, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.rule(_EDGE, top - 48, A4[0] - _EDGE, top - 48, NAVY, 1)
    page.write(
        _EDGE, top - 66, word(language, "change.number", number=sheet.number), 10, bold=True
    )
    made = word(language, "change.made", at=moment_words(sheet.at, language))
    page.write(A4[0] - _EDGE, top - 66, made, 10, stand=RIGHT)
    return top - 94


def _line(page: Page, y: float, label: str, text: str) -> float:
    if not text:
        return y
    if y < _BOTTOM + 30:
        y = _turn(page)
    page.write(_EDGE, y, label, 9.5, ink=SOFT)
    for part in wrap(text, _WIDE - _LABEL, 9.5):
        page.write(_EDGE + _LABEL, y, part, 9.5)
        y -= 15
    page.rule(_EDGE, y + 9, A4[0] - _EDGE, y + 9, HAIR, 0.4)
    return y - 4


def _facts(page: Page, y: float, sheet: ChangeSheet, language: str) -> float:
    columns = [
        Column(word(language, "change.what"), 0.8),
        Column(word(language, "change.before"), 1.3),
        Column(word(language, "change.after"), 1.3),
    ]
    grid = Grid(page, (_EDGE, _WIDE, _BOTTOM), columns, lambda: _turn(page), 9.5)
    modes = dict(sheet.modes)
    rows = [
        Row(
            (
                code_word(language, "fact", fact.name),
                _shown(fact, fact.before, modes, language),
                _shown(fact, fact.after, modes, language),
            )
        )
        for fact in sheet.facts
    ]
    return grid.draw(y, rows)


def _shown(fact: ChangedFact, value: str, modes: dict[str, str], language: str) -> str:
    match fact.form:
        case "fen":
            return f"¥{format_yuan(int(value))}" if value else ""
        case "day":
            return day_words(date.fromisoformat(value), language) if value else ""
        case "mode":
            return value if is_chinese(language) else modes.get(value, value)
        case "state":
            return code_word(language, "state", value)
        case "area":
            return word(language, "area", area=value)
        case _:
            return value


def _signed(page: Page, y: float, sheet: ChangeSheet, language: str) -> float:
    columns = [
        Column(word(language, "request.step"), 1.2),
        Column(word(language, "request.signer"), 1),
        Column(word(language, "request.at"), 1),
    ]
    grid = Grid(page, (_EDGE, _WIDE, _BOTTOM), columns, lambda: _turn(page), 9)
    rows = []
    for line in sheet.signatures:
        who = line.person
        if line.stands_in_for:
            who = word(language, "request.for", person=who, absent=line.stands_in_for)
        act = code_word(language, "act", line.act)
        step = f"{act} · {code_word(language, 'role', line.role)}"
        rows.append(Row((step, who, moment_words(line.at, language))))
    return grid.draw(y, rows)


def _seals(page: Page, y: float, language: str) -> None:
    """Draw a box each for the buyers' signatures and the seller's seal."""
    if y - _BOX - 24 < _BOTTOM:
        y = _turn(page)
    page.write(_EDGE, y, word(language, "change.rest"), 9, ink=SOFT)
    y -= 12
    each = (_WIDE - 12) / 2
    for place, label in enumerate(("change.buyer sign", "change.seller sign")):
        x = _EDGE + (each + 12) * place
        page.setStrokeColor(HAIR)
        page.setLineWidth(0.6)
        page.rect(x, y - _BOX, each, _BOX, stroke=1, fill=0)
        page.write(x + 6, y - 16, word(language, label), 9, ink=SOFT)
        page.write(x + 6, y - _BOX + 8, word(language, "request.date"), 8, ink=SOFT)


def _dress(page: Page, sheet: ChangeSheet, language: str, number: int, pages: int) -> None:
    page.write(A4[0] - _EDGE, 36, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)
