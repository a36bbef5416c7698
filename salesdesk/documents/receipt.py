"""The receipt (收据), its contra (红字收据) and the refund slip (退款单): one A4 page, three copies.

Each copy is printed in the ink of its kind as in a carbon book: customer red, finance blue, stub
black. The figures stand beside the words (R-22); a void or reprinted paper keeps its text and gets
a mark (R-21). The QR code holds number, amount and check code, in ASCII.
"""

from collections.abc import Sequence
from urllib.parse import quote

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4

from salesdesk.documents.fonts import printable, width
from salesdesk.documents.inks import COPY_INKS, COPY_TINTS, HAIR, INK, SEAL, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page
from salesdesk.documents.payout import draw_payout, payout_height
from salesdesk.documents.words import code_word, day_words, is_chinese, moment_words, word
from salesdesk.kernel.money import format_yuan
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.sheets import ReceiptMarks, ReceiptSheet, TenderLine

COPIES = 3
THIRD = A4[1] / COPIES
_LEFT, _RIGHT = 36.0, A4[0] - 50.0
_TOP, _BOTTOM = THIRD - 74.0, 46.0
_ROW, _AMOUNT_ROW, _NOTE_ROW = 23.0, 32.0, 20.0
_LABEL = 70.0
_SPLIT = _LEFT + (_RIGHT - _LEFT) * 0.60
_CODE = 86.0
_MOST_TENDERS = 12
_ONE_COLUMN = 4
_PAD = 6.0


def receipt_pdf(sheet: ReceiptSheet, marks: ReceiptMarks, language: str) -> bytes:
    """Give the receipt of *sheet* as a PDF in *language* ("zh_CN" or "en"), *marks* stamped on it.

    One A4 page with the copies for customer, finance and stub. The same arguments always give the
    same bytes.
    """
    return receipts_pdf(((sheet, marks),), language)


def receipts_pdf(papers: Sequence[tuple[ReceiptSheet, ReceiptMarks]], language: str) -> bytes:
    """Give a pile of receipts, at least one, as one PDF: each looks as it does alone."""
    (first, _marks), (last, _) = papers[0], papers[-1]
    numbers = first.number if first is last else f"{first.number} - {last.number}"
    title = _words(first, language, "receipt.title")
    page, out = new_page(A4, f"{title} {numbers}", first.company, language)
    for sheet, marks in papers:
        for copy in range(COPIES):
            page.saveState()
            page.translate(0, THIRD * (COPIES - 1 - copy))
            _draw_copy(page, sheet, marks, language, copy)
            page.restoreState()
        _draw_tear_lines(page)
        page.showPage()
    return closed(page, out)


def code_payload(sheet: ReceiptSheet) -> str:
    """Give what the QR code says: ``SD1;NO=..;AMT=50000.00;CHK=1A2B3C4D``, always ASCII."""
    amount = format_yuan(sheet.amount_fen).replace(",", "")
    return f"SD1;NO={quote(printable(sheet.number))};AMT={amount};CHK={quote(printable(sheet.check_code).upper())}"


def _words(sheet: ReceiptSheet, language: str, key: str, **facts: object) -> str:
    """Give the word for a receipt, or the one for a refund slip or a contra where it differs."""
    own = sheet.kind in {"refund", "contra"}
    return word(language, f"{key}.{sheet.kind}" if own else key, **facts)


def _draw_tear_lines(page: Page) -> None:
    page.saveState()
    page.setDash(2, 3)
    for cut in range(1, COPIES):
        page.rule(14, THIRD * cut, A4[0] - 14, THIRD * cut, SOFT, 0.4)
    page.restoreState()


def _draw_copy(
    page: Page, sheet: ReceiptSheet, marks: ReceiptMarks, language: str, copy: int
) -> None:
    ink = COPY_INKS[copy]
    _draw_head(page, sheet, marks, language, ink)
    _draw_frame(page, ink, COPY_TINTS[copy])
    _draw_facts(page, sheet, language, ink)
    _draw_tenders(page, sheet, language)
    _draw_foot(page, sheet, marks, language, ink)
    _draw_copy_name(page, language, ink, copy)
    middle = (_LEFT + _RIGHT) / 2
    if sheet.practice:
        page.watermark(middle, THIRD * 0.46, word(language, "practice"), 52)
    if marks.voided_at:
        at = moment_words(marks.voided_at, language)
        # beside the amounts, not over them: a void paper is still read
        page.stamp(middle + 98, THIRD * 0.36, word(language, "void"), (at,), 34)
    elif marks.contra:
        lines = (marks.contra, moment_words(marks.contra_at, language))
        size = 30 if is_chinese(language) else 22
        page.stamp(middle + 98, THIRD * 0.36, word(language, "contra"), lines, size)


def _draw_head(
    page: Page, sheet: ReceiptSheet, marks: ReceiptMarks, language: str, ink: Color
) -> None:
    middle = (_LEFT + _RIGHT) / 2
    title = _words(sheet, language, "receipt.title")
    spread = 16.0 if is_chinese(language) else 5.0
    size = 20.0 if is_chinese(language) else 17.0
    page.write_box((_LEFT, THIRD - 28, _RIGHT - _LEFT - 80, 14), sheet.company, 9.5, bold=True)
    baseline = THIRD - 46
    wide = page.write(
        middle, baseline, title, size, bold=True, ink=ink, stand=CENTRE, spread=spread
    )
    for below, thick in ((7.0, 1.1), (9.4, 0.4)):
        page.rule(
            middle - wide / 2 - 12,
            baseline - below,
            middle + wide / 2 + 12,
            baseline - below,
            ink,
            thick,
        )
    sides = middle - _LEFT - wide / 2 - 22
    project = word(language, "receipt.project", project=sheet.project)
    page.write_box((_LEFT, THIRD - 68, sides, 20), project, 8.5, ink=SOFT)
    at = _words(sheet, language, "receipt.at", at=moment_words(sheet.at, language))
    page.write_box((_RIGHT - sides, THIRD - 68, sides, 20), at, 8.5, ink=SOFT, stand=RIGHT)
    number_box = (_RIGHT - sides + 22, THIRD - 50, sides - 22, 18)
    page.write_box(number_box, sheet.number, 12, bold=True, ink=SEAL, stand=RIGHT)
    number_wide = min(width(printable(sheet.number), 12, "SCB"), number_box[2])
    page.write(
        _RIGHT - number_wide - 5,
        THIRD - 45.2,
        word(language, "receipt.number"),
        8.5,
        ink=SOFT,
        stand=RIGHT,
    )
    if sheet.form:
        form = word(language, "receipt.form", form=sheet.form)
        page.write(_RIGHT, THIRD - 78.5 + 8, form, 7, ink=SOFT, stand=RIGHT)
    if marks.reprint:
        mark = word(language, "reprint", count=marks.reprint)
        page.tag(_RIGHT, THIRD - 29, mark, SEAL)


def _lines() -> tuple[float, float, float, float]:
    """Give the heights of the rules below the first, second, amount and tender rows."""
    first = _TOP - _ROW
    second = first - _ROW
    third = second - _AMOUNT_ROW
    return first, second, third, _BOTTOM + _NOTE_ROW


def _draw_frame(page: Page, ink: Color, tint: Color) -> None:
    first, second, third, fourth = _lines()
    page.block(_LEFT, third, _RIGHT - _LEFT, _AMOUNT_ROW, tint)
    for y in (first, second, third, fourth):
        page.rule(_LEFT, y, _RIGHT, y, ink, 0.4)
    page.rule(_LEFT + _LABEL, _BOTTOM, _LEFT + _LABEL, _TOP, ink, 0.4)
    page.rule(_SPLIT, second, _SPLIT, _TOP, ink, 0.4)
    page.rule(_SPLIT + _LABEL, second, _SPLIT + _LABEL, _TOP, ink, 0.4)
    page.rule(_RIGHT - _CODE, fourth, _RIGHT - _CODE, third, ink, 0.4)
    page.setStrokeColor(ink)
    page.setLineWidth(1)
    page.rect(_LEFT, _BOTTOM, _RIGHT - _LEFT, _TOP - _BOTTOM, stroke=1, fill=0)


def _label(page: Page, x: float, y: float, high: float, text: str, ink: Color) -> None:
    page.write_box((x + 3, y, _LABEL - 6, high), text, 8.5, ink=ink, stand=CENTRE)


def _draw_facts(page: Page, sheet: ReceiptSheet, language: str, ink: Color) -> None:
    first, second, third, fourth = _lines()
    payer = sheet.payer
    if sheet.payer_id_tail:
        payer += word(language, "receipt.id_tail", tail=sheet.payer_id_tail)
    left_room = _SPLIT - _LEFT - _LABEL - 2 * _PAD
    right_room = _RIGHT - _SPLIT - _LABEL - 2 * _PAD
    left, right = _LEFT + _LABEL + _PAD, _SPLIT + _LABEL + _PAD
    none = word(language, "none")
    _label(page, _LEFT, first, _ROW, _words(sheet, language, "receipt.payer"), ink)
    page.write_box((left, first, left_room, _ROW), payer, 10.5, bold=True)
    _label(page, _SPLIT, first, _ROW, word(language, "receipt.unit"), ink)
    page.write_box((right, first, right_room, _ROW), sheet.unit or none, 10.5, bold=True)
    _label(page, _LEFT, second, _ROW, _words(sheet, language, "receipt.for"), ink)
    purpose = purpose_words(sheet, language)
    page.write_box((left, second, left_room, _ROW), purpose, 10)
    _label(page, _SPLIT, second, _ROW, word(language, "receipt.agreement"), ink)
    page.write_box((right, second, right_room, _ROW), sheet.agreement or none, 10)
    _label(page, _LEFT, third, _AMOUNT_ROW, word(language, "receipt.amount"), ink)
    below = sheet.amount_fen < 0
    figures = f"{'-' if below else ''}¥{format_yuan(abs(sheet.amount_fen))}"
    sum_ink = SEAL if below else INK
    figures_room = max(width(figures, 14, "SCB") + 4, _CODE + 30)
    words_room = _RIGHT - left - figures_room - 3 * _PAD
    words = word(language, "receipt.words", words=amount_in_words(sheet.amount_fen, language))
    size = 12.5 if is_chinese(language) else 10.5
    page.write_box((left, third, words_room, _AMOUNT_ROW), words, size, bold=True, ink=sum_ink)
    box = (_RIGHT - figures_room - _PAD, third, figures_room, _AMOUNT_ROW)
    page.write_box(box, figures, 14, bold=True, ink=sum_ink, stand=RIGHT)
    _label(page, _LEFT, _BOTTOM, _NOTE_ROW, word(language, "receipt.note"), ink)
    note_room = _RIGHT - left - _PAD
    page.write_box((left, _BOTTOM, note_room, _NOTE_ROW), sheet.note, 8.5)
    _label(page, _LEFT, fourth, third - fourth, _words(sheet, language, "receipt.tenders"), ink)


def purpose_words(sheet: ReceiptSheet, language: str) -> str:
    """Say what the money is for: each part with its amount where it is for several things."""
    what = _parts(sheet, language)
    if not sheet.answers:
        return what
    at = day_words(sheet.answers_at[:10], language)
    return word(language, "receipt.answers", number=sheet.answers, at=at, what=what)


def _parts(sheet: ReceiptSheet, language: str) -> str:
    named = [
        (code_word(language, "money", item.money), item.amount_fen)
        if item.money != "deposit"
        else (code_word(language, "kind", item.money), item.amount_fen)
        for item in sheet.items
    ]
    if len(named) <= 1:
        return named[0][0] if named else code_word(language, "kind", sheet.kind)
    joint = "；" if is_chinese(language) else "; "
    return joint.join(f"{name} {format_yuan(fen)}" for name, fen in named)


def _draw_tenders(page: Page, sheet: ReceiptSheet, language: str) -> None:
    _, _, top, bottom = _lines()
    shown = len(sheet.tenders) if len(sheet.tenders) <= _MOST_TENDERS else _MOST_TENDERS - 1
    tenders, rest = sheet.tenders[:shown], sheet.tenders[shown:]
    texts = [tender_texts(tender, language) for tender in tenders]
    if rest:
        together = format_yuan(sum(tender.amount_fen for tender in rest))
        texts.append((word(language, "receipt.more", count=len(rest)), together, ""))
    columns = 1 if len(texts) <= _ONE_COLUMN else 2
    rows = max(-(-len(texts) // columns), 1)
    floor = bottom + payout_height(sheet)
    high = min((top - floor - 4) / rows, 18.0)
    start = top - ((top - floor) - high * rows) / 2
    left = _LEFT + _LABEL
    wide = (_RIGHT - _CODE - left) / columns
    size = min(9.5, high * 0.66)
    for index, (kind, amount, reference) in enumerate(texts):
        x = left + wide * (index // rows)
        y = start - high * (index % rows + 1)
        kind_room, amount_room = wide * 0.28, wide * 0.27
        page.write_box((x + _PAD, y, kind_room - _PAD, high), kind, size)
        page.write_box((x + kind_room, y, amount_room, high), amount, size, stand=RIGHT)
        box = (x + kind_room + amount_room + 2 * _PAD, y, wide * 0.45 - 3 * _PAD, high)
        page.write_box(box, reference, size - 1, ink=SOFT)
        if index % rows:
            page.rule(x + _PAD, y + high, x + wide - _PAD, y + high, HAIR, 0.3)
    if columns > 1:
        page.rule(left + wide, floor + 4, left + wide, top - 4, HAIR, 0.3)
    room = _RIGHT - _CODE - left - 2 * _PAD
    draw_payout(page, sheet, language, left + _PAD, bottom + 1, room)
    side = top - bottom - 20
    code_left = _RIGHT - _CODE / 2 - side / 2
    page.qr_code(code_left, bottom + 14, side, code_payload(sheet))
    check = word(language, "receipt.check_code", code=sheet.check_code.upper())
    page.write_box((_RIGHT - _CODE + 2, bottom + 1, _CODE - 4, 11), check, 6.5, stand=CENTRE)


def tender_texts(tender: TenderLine, language: str) -> tuple[str, str, str]:
    """Say how money was taken: the way of paying, how much, and the bank's reference ("" without)."""
    reference = (
        word(language, "receipt.reference", reference=tender.reference) if tender.reference else ""
    )
    return code_word(language, "tender", tender.kind), format_yuan(tender.amount_fen), reference


def _draw_foot(
    page: Page, sheet: ReceiptSheet, marks: ReceiptMarks, language: str, ink: Color
) -> None:
    y = _BOTTOM - 17
    places = (
        (_LEFT, _words(sheet, language, "receipt.seal"), ""),
        (_LEFT + 180, _words(sheet, language, "receipt.collector"), sheet.collector),
        (_LEFT + 290, word(language, "receipt.checker"), ""),
        (_LEFT + 372, _words(sheet, language, "receipt.signature"), ""),
    )
    ends = [x - 10 for x, _, _ in places[1:]] + [_RIGHT]
    for (x, label, value), end in zip(places, ends, strict=True):
        wide = page.write(x, y, label, 8.5, ink=ink)
        start = x + wide + 4
        page.rule(start, y - 2.5, end, y - 2.5, HAIR, 0.5)
        if value:
            page.write_box((start + 2, y - 3, end - start - 4, 12), value, 9.5, ink=INK)
    box = (_LEFT, 7, _RIGHT - _LEFT, 12)
    if marks.contra:
        at = moment_words(marks.contra_at, language)
        answered = word(language, "contra.at", number=marks.contra, at=at)
        page.write_box(box, answered, 7.5, bold=True, ink=SEAL)
        return
    if marks.invoice:
        exchanged = word(language, "receipt.exchanged", invoice=marks.invoice)
        page.write_box(box, exchanged, 7.5, bold=True, ink=SEAL)
        return
    if marks.refunded:
        back = f"receipt.refunded.{marks.original}"
        page.write_box(box, word(language, back, slip=marks.refunded), 7.5, bold=True, ink=SEAL)
        return
    if not marks.voided_at:
        page.write_box(box, _words(sheet, language, "receipt.small_print"), 6.2, ink=SOFT)
        return
    voided = word(language, "void.at", at=moment_words(marks.voided_at, language))
    if marks.void_reason:
        voided += "    " + word(language, "void.reason", reason=marks.void_reason)
    page.write_box(box, voided, 7.5, bold=True, ink=SEAL)


def _draw_copy_name(page: Page, language: str, ink: Color, copy: int) -> None:
    """Write the copy's name down the right edge: letter under letter in Chinese, turned in English."""
    name = word(language, f"copy.{copy + 1}")
    x = _RIGHT + 16
    middle = (_TOP + _BOTTOM) / 2
    if not is_chinese(language):
        page.saveState()
        page.translate(x + 3, middle)
        page.rotate(-90)
        page.write(0, 0, name, 9, bold=True, ink=ink, stand=CENTRE, spread=1)
        page.restoreState()
        return
    y = middle + len(name) * 12 / 2 - 10
    for letter in name:
        page.write(x, y, letter, 9.5, bold=True, ink=ink, stand=CENTRE)
        y -= 12 if letter.strip() else 6
