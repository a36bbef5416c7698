"""A request (申请单) on A4: what, why, what it changes, the signatures so far, and room for ink."""

from datetime import date, datetime
from functools import partial

from reportlab.lib.pagesizes import A4

from salesdesk.documents.form import Form, dress
from salesdesk.documents.grid import Column, Row
from salesdesk.documents.page import closed, new_page
from salesdesk.documents.words import code_word, day_words, is_chinese, moment_words, word
from salesdesk.kernel.calendar import local
from salesdesk.kernel.money import format_yuan
from salesdesk.office.approvals.sheets import (
    FactLine,
    RequestCard,
    RequestSheet,
    SignatureLine,
    StepLine,
)

_LABEL, _BOX = 104.0, 76.0
_CODES = {
    "state": "state", "fault": "fault", "proof": "kinship", "tender": "tender",
    "level": "level", "pack": "pack", "due": "money",
}  # fmt: skip
"""The family of words of a fact whose value is a code."""


def request_pdf(sheet: RequestSheet, language: str) -> bytes:
    """Give the form of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    card = sheet.card
    title = code_word(language, "request", card.kind.value)
    page, out = new_page(A4, f"{title} {card.subject}", sheet.company, language)
    page.each_page = lambda each, number, pages: dress(
        each, language, number, pages, printed_at=sheet.printed_at, practice=sheet.practice
    )
    say = partial(word, language)
    form = Form(page, language, _LABEL)
    filed = _moment(card.filed_at, sheet.zone, language)
    until = _moment(card.expires_at, sheet.zone, language)
    form.head(
        sheet.company,
        title,
        (
            say("request.number", number=card.id),
            code_word(language, "request.state", card.state.value),
        ),
        (say("request.filed", person=card.asker, at=filed), say("request.until", at=until)),
    )
    for line in card.what:
        form.line(_named(line, language), _shown(line, language))
    form.line(say("request.reason"), card.reason)
    for line in card.changes:
        form.line(_named(line, language), _shown(line, language))
    form.gap(10)
    _signatures(form, card, sheet.zone, language)
    form.gap(14)
    steps = [_step(step, language) for step in card.steps]
    form.boxes(say("request.ink"), steps, _BOX, least=3)
    page.showPage()
    return closed(page, out)


def _signatures(form: Form, card: RequestCard, zone: str, language: str) -> None:
    columns = [
        Column(word(language, "request.step"), 1.5),
        Column(word(language, "request.signer"), 1),
        Column(word(language, "request.decision"), 0.7),
        Column(word(language, "request.at"), 1),
        Column(word(language, "request.comment"), 1.6),
    ]
    rows = []
    for step in card.steps:
        said = [s for s in card.signatures if s.position == step.position]
        rows += [Row(_said(step, s, zone, language)) for s in said]
        if not said:
            rows.append(Row((_step(step, language), "", "", "", "")))
    form.table(columns, rows)


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
        case "law":
            return f"{line.value} {code_word(language, 'law', line.value)}"
        case _:
            family = _CODES.get(line.form)
            return code_word(language, family, line.value) if family else line.value


def _moment(moment: datetime, zone: str, language: str) -> str:
    return moment_words(local(moment, zone).replace(tzinfo=None), language)
