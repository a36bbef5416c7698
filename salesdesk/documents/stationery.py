"""A receipt on a pre-printed form (套打): the values alone, each in its frame, and the test page.

Nothing is cut: a value that is too long becomes smaller down to a bound, then the paper is refused
with the value's name. The same arguments always give the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence

from reportlab.lib.units import mm

from salesdesk.documents.faces import BOLD, REGULAR
from salesdesk.documents.fonts import printable
from salesdesk.documents.inks import INK, SEAL, SOFT
from salesdesk.documents.page import CENTRE, LEFT, RIGHT, Page, closed, new_page
from salesdesk.documents.receipt import code_payload, purpose_words, receipts_pdf, tender_texts
from salesdesk.documents.words import is_chinese, moment_words, word
from salesdesk.documents.wrapping import fitted
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.sheets import ReceiptItem, ReceiptMarks, ReceiptSheet, TenderLine
from salesdesk.office.ledger.stationery_rules import (
    FormField,
    FormPlace,
    Stationery,
    checked,
    millimetres,
)

Paper = tuple[ReceiptSheet, ReceiptMarks]

_TENTH = mm / 10
_SMALLEST, _LEAST_PART = 6.0, 0.6
"""A value shrinks to 6 points or six tenths of its size, whichever is larger."""
_HEAVY = frozenset(
    {FormField.NUMBER, FormField.PAYER, FormField.WORDS, FormField.FIGURES, FormField.MARKS}
)
_NO_FORM = frozenset({"refund", "contra"})
_CROSS, _TICK, _LONG_TICK = 50, 15, 30
_EDGE = 50


class DoesNotFit(UserError):
    """A value is too long for its frame even at the smallest size, and nothing is ever cut."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{number}: {field} does not fit its frame on the form: {text}"
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Nothing was printed. Print it on plain paper (Receipts, More, Receipt form), or have its frame made larger there.",
    )


def on_form(sheet: ReceiptSheet, form: Stationery) -> bool:
    """Whether the paper goes on the office's form: refund slips and contras stand on none."""
    return form.on and sheet.kind not in _NO_FORM


def one_pile(papers: Mapping[int, Paper], form: Stationery) -> dict[int, Paper]:
    """Give those of *papers* that lie in the printer together: what goes on the form, else the rest."""
    forms = {key: paper for key, paper in papers.items() if on_form(paper[0], form)}
    return forms or dict(papers)


def printed_pdf(papers: Sequence[Paper], form: Stationery, language: str) -> bytes:
    """Give papers of one pile, at least one: on the form where they go on it, else on plain A4."""
    if on_form(papers[0][0], form):
        return form_pdf(papers, form, language)
    return receipts_pdf(papers, language)


def check_fits(papers: Sequence[Paper], form: Stationery, language: str) -> None:
    """Raise `DoesNotFit` for the first value that its frame on the form does not hold."""
    for sheet, marks in papers:
        if not on_form(sheet, form):
            continue
        for copy in range(form.copies):
            texts = _texts(sheet, marks, language, copy, form.copies)
            for place in form.places:
                _fit(place, texts.get(place.field, ""), sheet.number)


def form_pdf(papers: Sequence[Paper], form: Stationery, language: str) -> bytes:
    """Give receipts, at least one, on the form: a page each, or three where each copy is printed.

    Raises `DoesNotFit`, and what `checked` finds wrong with the form's measures.
    """
    checked(form)
    (first, _marks), (last, _) = papers[0], papers[-1]
    numbers = first.number if first is last else f"{first.number} - {last.number}"
    title = f"{word(language, 'receipt.title')} {numbers}"
    page, out = new_page((form.wide * _TENTH, form.high * _TENTH), title, first.company, language)
    for sheet, marks in papers:
        for copy in range(form.copies):
            _draw(page, form, _texts(sheet, marks, language, copy, form.copies), sheet)
            page.showPage()
    return closed(page, out)


def trial_page_pdf(form: Stationery, language: str) -> bytes:
    """Give a page to lay on the form against the light: crosses, rulers, every frame with a sample.

    The rulers and the crosses stand where the paper's edge should be if the offset is right.
    """
    checked(form)
    page, out = new_page(
        (form.wide * _TENTH, form.high * _TENTH), word(language, "form.test"), "", language
    )
    _draw_rulers(page, form, language)
    marks = ReceiptMarks(reprint=1)
    texts = _texts(_SAMPLE, marks, language, 0, form.copies)
    for place in form.places:
        x, y, wide, high = _frame(form, place)
        page.setStrokeColor(SEAL)
        page.setLineWidth(0.3)
        page.rect(x, y, wide, high, stroke=1, fill=0)
        name = word(language, f"form.{place.field.value}")
        page.write(x + 0.5, y + high + 0.6, name, 4, ink=SEAL)
    _draw(page, form, texts, _SAMPLE)
    page.showPage()
    return closed(page, out)


def _texts(
    sheet: ReceiptSheet, marks: ReceiptMarks, language: str, copy: int, copies: int
) -> dict[FormField, str]:
    """Give what stands in each frame, in the paper's language; the QR code is drawn apart."""
    day, _, time = sheet.at.partition(" ")
    year, month, of_month = (*day.split("-"), "", "")[:3]
    payer = sheet.payer
    if sheet.payer_id_tail:
        payer += word(language, "receipt.id_tail", tail=sheet.payer_id_tail)
    joint = "；" if is_chinese(language) else "; "
    tenders = joint.join(
        " ".join(filter(None, tender_texts(tender, language))) for tender in sheet.tenders
    )
    return {
        FormField.NUMBER: sheet.number,
        FormField.FORM: word(language, "receipt.form", form=sheet.form) if sheet.form else "",
        FormField.COMPANY: sheet.company,
        FormField.PROJECT: sheet.project,
        FormField.YEAR: year,
        FormField.MONTH: month,
        FormField.DAY: of_month,
        FormField.TIME: time,
        FormField.PAYER: payer,
        FormField.UNIT: sheet.unit,
        FormField.PURPOSE: purpose_words(sheet, language),
        FormField.AGREEMENT: sheet.agreement,
        FormField.WORDS: word(
            language, "receipt.words", words=amount_in_words(sheet.amount_fen, language)
        ),
        FormField.FIGURES: f"¥{format_yuan(sheet.amount_fen)}",
        FormField.TENDERS: tenders,
        FormField.NOTE: sheet.note,
        FormField.COLLECTOR: sheet.collector,
        FormField.CHECK: word(language, "receipt.check_code", code=sheet.check_code.upper()),
        FormField.COPY: word(language, "copy.set" if copies == 1 else f"copy.{copy + 1}"),
        FormField.MARKS: "  ".join(_mark_words(sheet, marks, language)),
    }


def _mark_words(sheet: ReceiptSheet, marks: ReceiptMarks, language: str) -> Iterator[str]:
    """Say what a paper must not hide: practice, printed again, void, answered, exchanged, paid back."""
    if sheet.practice:
        yield word(language, "practice")
    if marks.reprint:
        yield word(language, "reprint", count=marks.reprint)
    if marks.voided_at:
        yield word(language, "void.at", at=moment_words(marks.voided_at, language))
        if marks.void_reason:
            yield word(language, "void.reason", reason=marks.void_reason)
    if marks.contra:
        at = moment_words(marks.contra_at, language)
        yield word(language, "contra.at", number=marks.contra, at=at)
    if marks.invoice:
        yield word(language, "receipt.exchanged", invoice=marks.invoice)
    if marks.refunded:
        yield word(language, f"receipt.refunded.{marks.original}", slip=marks.refunded)


def _fit(place: FormPlace, text: str, number: str) -> tuple[float, tuple[str, ...]]:
    """Give the size and the lines at which *text* stands in its frame, or raise `DoesNotFit`."""
    font = BOLD if place.field in _HEAVY else REGULAR
    room, height = place.wide * _TENTH, place.high * _TENTH
    size, lines = fitted(printable(text), room, height - 2, place.size, font)
    if size < min(place.size, max(_SMALLEST, place.size * _LEAST_PART)):
        raise DoesNotFit(number=number, field=f"form: {place.field.value}", text=text)
    return size, lines


def _frame(form: Stationery, place: FormPlace) -> tuple[float, float, float, float]:
    """Give a frame as the page measures: points from the lower left corner, offset included."""
    x = (place.x + form.across) * _TENTH
    y = (form.high - place.y - form.down - place.high) * _TENTH
    return x, y, place.wide * _TENTH, place.high * _TENTH


def _draw(page: Page, form: Stationery, texts: dict[FormField, str], sheet: ReceiptSheet) -> None:
    for place in form.places:
        x, y, wide, high = _frame(form, place)
        if place.field is FormField.CODE:
            side = min(wide, high)
            page.qr_code(x, y + high - side, side, code_payload(sheet))
            continue
        text = texts[place.field]
        _fit(place, text, sheet.number)
        stand = RIGHT if place.right else LEFT
        heavy, ink = place.field in _HEAVY, SEAL if place.field is FormField.MARKS else INK
        page.write_box((x, y, wide, high), text, place.size, bold=heavy, ink=ink, stand=stand)


def _draw_rulers(page: Page, form: Stationery, language: str) -> None:
    """Draw millimetres along the upper and the left edge, crosses in the corners, and the measures."""
    wide, high = form.wide, form.high
    for tenths in range(0, wide - form.across + 1, 10):
        _tick(page, form, (tenths, 0), (0, _LONG_TICK if tenths % 100 == 0 else _TICK))
        if tenths % 100 == 0 and 0 < tenths < wide - _LONG_TICK - form.across:
            x, y = _point(form, tenths, _LONG_TICK + 15)
            page.write(x, y, str(tenths // 10), 4, ink=SOFT, stand=CENTRE)
    for tenths in range(0, high - form.down + 1, 10):
        _tick(page, form, (0, tenths), (_LONG_TICK if tenths % 100 == 0 else _TICK, 0))
        if tenths % 100 == 0 and 0 < tenths < high - _TICK - form.down:
            x, y = _point(form, _LONG_TICK + 5, tenths)
            page.write(x, y - 1.4, str(tenths // 10), 4, ink=SOFT)
    for x in (_EDGE, wide - _EDGE):
        for y in (_EDGE, high - _EDGE):
            _tick(page, form, (x - _CROSS // 2, y), (_CROSS, 0), 0.5)
            _tick(page, form, (x, y - _CROSS // 2), (0, _CROSS), 0.5)
    told = word(
        language,
        "form.measures",
        wide=millimetres(wide),
        high=millimetres(high),
        across=millimetres(form.across),
        down=millimetres(form.down),
    )
    x, y = _point(form, wide * 2 // 5, 90)  # above the frames: the lowest reach the edge
    page.write(x, y, told, 5, ink=SOFT, stand=CENTRE)


def _point(form: Stationery, x: int, y: int) -> tuple[float, float]:
    return (x + form.across) * _TENTH, (form.high - y - form.down) * _TENTH


def _tick(
    page: Page,
    form: Stationery,
    start: tuple[int, int],
    long: tuple[int, int],
    thick: float = 0.25,
) -> None:
    ends = (*_point(form, *start), *_point(form, start[0] + long[0], start[1] + long[1]))
    page.rule(*ends, INK, thick)


_SAMPLE = ReceiptSheet(
    number="SJ0000000",
    kind="deposit",
    company="样张 Sample",
    project="样张 Sample",
    at="2026-12-31 23:59",
    payer="欧阳样张",
    payer_id_tail="0000",
    unit="10-2-3201",
    amount_fen=123_456_789,
    tenders=(
        TenderLine(kind="cash", amount_fen=3_456_789),
        TenderLine(kind="transfer", amount_fen=120_000_000, reference="000000000000"),
    ),
    collector="样张",
    agreement="RG0000000",
    note="样张，不是收据",
    check_code="0000ffff",
    practice=True,
    items=(ReceiptItem(money="deposit", amount_fen=123_456_789),),
    form="0000000",
)
