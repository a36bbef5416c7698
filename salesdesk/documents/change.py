"""A change to a deal (变更单) on A4: what was and what is, who signed, and room for buyers and seal."""

from datetime import date
from functools import partial

from reportlab.lib.pagesizes import A4

from salesdesk.documents.form import Form, dress
from salesdesk.documents.grid import Column, Row
from salesdesk.documents.page import closed, new_page
from salesdesk.documents.words import code_word, day_words, is_chinese, moment_words, word
from salesdesk.kernel.money import format_yuan
from salesdesk.office.sales.change_sheets import ChangedFact, ChangeSheet

_LABEL, _BOX = 118.0, 84.0


def change_pdf(sheet: ChangeSheet, language: str) -> bytes:
    """Give the paper of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    title = code_word(language, "change", sheet.kind)
    page, out = new_page(A4, f"{title} {sheet.number}", sheet.company, language)
    page.each_page = lambda each, number, pages: dress(
        each, language, number, pages, practice=sheet.practice
    )
    say = partial(word, language)
    form = Form(page, language, _LABEL)
    made = say("change.made", at=moment_words(sheet.at, language))
    form.head(sheet.company, title, (say("change.number", number=sheet.number), made))
    form.line(say("change.project"), sheet.project)
    form.line(say("change.unit"), sheet.unit_code)
    form.line(say("change.agreement"), sheet.agreement)
    form.line(say("change.buyers"), ("、" if is_chinese(language) else ", ").join(sheet.buyers))
    form.gap(6)
    _facts(form, sheet, language)
    form.gap(16)
    form.line(say("change.reason"), sheet.reason)
    form.line(say("change.asker", request=sheet.request), sheet.asker)
    form.gap(4)
    _signed(form, sheet, language)
    form.gap(20)
    seals = [say("change.buyer sign"), say("change.seller sign")]
    form.boxes(say("change.rest"), seals, _BOX)
    page.showPage()
    return closed(page, out)


def _facts(form: Form, sheet: ChangeSheet, language: str) -> None:
    columns = [
        Column(word(language, "change.what"), 0.8),
        Column(word(language, "change.before"), 1.3),
        Column(word(language, "change.after"), 1.3),
    ]
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
    form.table(columns, rows, 9.5)


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


def _signed(form: Form, sheet: ChangeSheet, language: str) -> None:
    columns = [
        Column(word(language, "request.step"), 1.2),
        Column(word(language, "request.signer"), 1),
        Column(word(language, "request.at"), 1),
    ]
    rows = []
    for line in sheet.signatures:
        who = line.person
        if line.stands_in_for:
            who = word(language, "request.for", person=who, absent=line.stands_in_for)
        act = code_word(language, "act", line.act)
        step = f"{act} · {code_word(language, 'role', line.role)}"
        rows.append(Row((step, who, moment_words(line.at, language))))
    form.table(columns, rows)
