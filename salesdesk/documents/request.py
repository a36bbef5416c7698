"""A request (申请单) on A4: what, why, what it changes, the signatures so far, and room for ink."""

from datetime import date, datetime
from itertools import zip_longest

from reportlab.lib.pagesizes import A4

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import HAIR, INK, NAVY, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import code_word, day_words, is_chinese, moment_words, word
from salesdesk.documents.wrapping import wrap
from salesdesk.kernel.calendar import local
from salesdesk.kernel.money import format_yuan
from salesdesk.office.approvals.sheets import (
    FactLine,
    RequestCard,
    RequestSheet,
    SignatureLine,
    StepLine,
)

_EDGE = 56.0
_WIDE = A4[0] - 2 * _EDGE
_BOTTOM = 70.0
_LABEL = 104.0
_BOX = 76.0
"""The height of a signature's box: who may sign, a signature in ink and a date fit into it."""
_CODES = {"state": "state", "fault": "fault", "proof": "kinship"}
"""The family of words of a fact whose value is a code."""


def request_pdf(sheet: RequestSheet, language: str) -> bytes:
    """Give the form of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    card = sheet.card
    title = f"{code_word(language, 'request', card.kind.value)} {card.subject}"
    page, out = new_page(A4, title, sheet.company, language)
    page.each_page = lambda each, number, pages: _dress(each, sheet, language, number, pages)
    y = _head(page, sheet, language)
    for line in card.what:
        y = _line(page, y, _named(line, language), _shown(line, language))
    y = _line(page, y, word(language, "request.reason"), card.reason)
    for line in card.changes:
        y = _line(page, y, _named(line, language), _shown(line, language))
    y = _signatures(page, y - 10, card, sheet.zone, language)
    _ink(page, y - 14, card, language)
    page.showPage()
    return closed(page, out)


def _turn(page: Page) -> float:
    page.showPage()
    return A4[1] - _EDGE - 20


def _head(page: Page, sheet: RequestSheet, language: str) -> float:
    card, top = sheet.card, A4[1] - _EDGE
    page.write(_EDGE, top, sheet.company, 9.5, ink=SOFT)
    spread = 6 if is_chinese(language) else 0
    title = code_word(language, "request", card.kind.value)
    page.write(A4[0] / 2, top - 34, title, 20, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.rule(_EDGE, top - 48, A4[0] - _EDGE, top - 48, NAVY, 1)
    number = word(language, "request.number", number=card.id)
    page.write(_EDGE, top - 66, number, 10, bold=True)
    state = code_word(language, "request.state", card.state.value)
    page.write(A4[0] - _EDGE, top - 66, state, 10, bold=True, stand=RIGHT)
    filed = word(
        language,
        "request.filed",
        person=card.asker,
        at=_moment(card.filed_at, sheet.zone, language),
    )
    page.write(_EDGE, top - 82, filed, 9, ink=SOFT)
    until = word(language, "request.until", at=_moment(card.expires_at, sheet.zone, language))
    page.write(A4[0] - _EDGE, top - 82, until, 9, ink=SOFT, stand=RIGHT)
    return top - 106


def _line(page: Page, y: float, label: str, text: str) -> float:
    """Write a label and its text, broken into lines; give where the next may stand."""
    if not text:
        return y
    if y < _BOTTOM + 30:
        y = _turn(page)
    names, parts = wrap(label, _LABEL - 6, 9.5), wrap(text, _WIDE - _LABEL, 9.5)
    for name, part in zip_longest(names, parts, fillvalue=""):
        page.write(_EDGE, y, name, 9.5, ink=SOFT)
        page.write(_EDGE + _LABEL, y, part, 9.5, ink=INK)
        y -= 15
    page.rule(_EDGE, y + 9, A4[0] - _EDGE, y + 9, HAIR, 0.4)
    return y - 4


def _signatures(page: Page, y: float, card: RequestCard, zone: str, language: str) -> float:
    columns = [
        Column(word(language, "request.step"), 1.5),
        Column(word(language, "request.signer"), 1),
        Column(word(language, "request.decision"), 0.7),
        Column(word(language, "request.at"), 1),
        Column(word(language, "request.comment"), 1.6),
    ]
    grid = Grid(page, (_EDGE, _WIDE, _BOTTOM), columns, lambda: _turn(page), 9)
    rows = []
    for step in card.steps:
        said = [s for s in card.signatures if s.position == step.position]
        rows += [Row(_said(step, s, zone, language)) for s in said]
        if not said:
            rows.append(Row((_step(step, language), "", "", "", "")))
    return grid.draw(y, rows)


def _said(
    step: StepLine, line: SignatureLine, zone: str, language: str
) -> tuple[str, str, str, str, str]:
    who = line.person
    if line.stands_in_for:
        who = word(language, "request.for", person=who, absent=line.stands_in_for)
    decision = code_word(language, "decision", line.decision.value)
    return (
        _step(step, language), who, decision, _moment(line.at, zone, language), line.comment,
    )  # fmt: skip


def _step(step: StepLine, language: str) -> str:
    joint = "、" if is_chinese(language) else ", "
    roles = joint.join(code_word(language, "role", role) for role in step.roles)
    return f"{step.position}  {code_word(language, 'act', step.act.value)} · {roles}"


def _ink(page: Page, y: float, card: RequestCard, language: str) -> None:
    """Draw a box a step, for a signature in ink and its date; the paper is scanned back."""
    if y - _BOX - 30 < _BOTTOM:
        y = _turn(page)
    page.write(_EDGE, y, word(language, "request.ink"), 9, ink=SOFT)
    y -= 10
    each = _WIDE / max(3, len(card.steps))
    for place, step in enumerate(card.steps):
        x = _EDGE + each * place
        page.setStrokeColor(HAIR)
        page.setLineWidth(0.6)
        page.rect(x, y - _BOX, each - 8, _BOX, stroke=1, fill=0)
        for at, part in enumerate(wrap(_step(step, language), each - 16, 8)):
            page.write(x + 4, y - 12 - 10 * at, part, 8, ink=SOFT)
        page.write(x + 4, y - _BOX + 6, word(language, "request.date"), 8, ink=SOFT)


def _named(line: FactLine, language: str) -> str:
    return code_word(language, "fact", line.name)


def _shown(line: FactLine, language: str) -> str:
    match line.form:
        case "fen":
            return f"¥{format_yuan(int(line.value))}"
        case "day":
            return day_words(date.fromisoformat(line.value), language)
        case "days":
            return word(language, "request.days", days=line.value)
        case "percent":
            return f"{line.value} %"
        case "area":
            return word(language, "area", area=line.value)
        case _:
            family = _CODES.get(line.form)
            return code_word(language, family, line.value) if family else line.value


def _moment(moment: datetime, zone: str, language: str) -> str:
    return moment_words(local(moment, zone).replace(tzinfo=None), language)


def _dress(page: Page, sheet: RequestSheet, language: str, number: int, pages: int) -> None:
    printed = word(language, "printed", at=moment_words(sheet.printed_at, language))
    page.write(_EDGE, 36, printed, 8, ink=SOFT)
    page.write(A4[0] - _EDGE, 36, page_words(language, number, pages), 8, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(A4[0] / 2, A4[1] / 2, word(language, "practice"), 96)
