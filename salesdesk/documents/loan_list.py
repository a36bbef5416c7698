"""The list of loans (按揭办理情况汇总) on A4 landscape: each case, what it lacks, why it does not go on."""

from functools import partial

from reportlab.lib.pagesizes import A4, landscape

from salesdesk.documents.grid import Column, Grid, Row
from salesdesk.documents.inks import INK, NAVY, SOFT
from salesdesk.documents.page import CENTRE, RIGHT, Page, closed, new_page, page_words
from salesdesk.documents.words import code_word, is_chinese, moment_words, word
from salesdesk.kernel.money import format_yuan
from salesdesk.office.mortgage.rules import LOAN_DOCUMENTS
from salesdesk.office.mortgage.sheets import LoanLine, LoanListSheet, LoanOffer

_SIZE = landscape(A4)
_EDGE, _TOP, _BOTTOM = 32.0, 84.0, 40.0
_SHARES = {
    "no": 0.7,
    "unit": 1.25,
    "customer": 1.15,
    "signed": 1.25,
    "opened": 1.25,
    "bank": 1.35,
    "amount": 1.6,
    "state": 1.35,
    "days": 0.8,
    "lacking": 2.8,
    "why": 2.3,
    "sent": 1.25,
    "due": 1.25,
    "consultant": 1.4,
}
_RIGHT = frozenset({"amount", "days"})


def loan_list_pdf(sheet: LoanListSheet, language: str) -> bytes:
    """Give the list of *sheet* as a PDF in *language*; the same sheet, the same bytes."""
    title = f"{sheet.project} {word(language, 'loans.title')}"
    page, out = new_page(_SIZE, title, sheet.company, language)
    page.each_page = partial(_dress, sheet, language)

    def turn() -> float:
        page.showPage()
        return _SIZE[1] - _TOP

    columns = [
        Column(word(language, f"loans.{key}"), share, *((RIGHT,) if key in _RIGHT else ()))
        for key, share in _SHARES.items()
    ]
    grid = Grid(page, (_EDGE, _SIZE[0] - 2 * _EDGE, _BOTTOM), columns, turn, 7.6)
    rows = [_row(no, line, language) for no, line in enumerate(sheet.lines, 1)]
    rows += [
        _waiting(no, offer, language)
        for no, offer in enumerate(_begun_nowhere(sheet), len(rows) + 1)
    ]
    end = grid.draw(_SIZE[1] - _TOP, rows)
    if not rows:
        text = word(language, "loans.none")
        page.write(_SIZE[0] / 2, end - 24, text, 9, ink=SOFT, stand=CENTRE)
    page.showPage()
    return closed(page, out)


def _begun_nowhere(sheet: LoanListSheet) -> list[LoanOffer]:
    """Give the deals without a case; one whose bank said no stands among the cases."""
    return [offer for offer in sheet.waiting if not offer.refused]


def _row(no: int, line: LoanLine, language: str) -> Row:
    joint = "、" if is_chinese(language) else ", "
    papers = joint.join(
        item if is_chinese(language) else LOAN_DOCUMENTS.get(item, item) for item in line.lacking
    )
    stuck = code_word(language, "loan.stuck", line.stuck_by) if line.stuck else ""
    fen = line.asked_fen if line.approved_fen is None else line.approved_fen
    return Row(
        (
            str(no),
            line.unit,
            line.customer,
            line.signed_on.isoformat() if line.signed_on else "",
            line.opened_on.isoformat(),
            line.bank or code_word(language, "loan.product", line.product),
            format_yuan(fen),
            code_word(language, "loan", line.state),
            str(line.days),
            papers or stuck,
            line.why,
            line.sent_on.isoformat() if line.sent_on else "",
            line.due_on.isoformat() if line.due_on else "",
            line.consultant,
        )
    )


def _waiting(no: int, offer: LoanOffer, language: str) -> Row:
    told = ["", "", "", "", ""]
    return Row(
        (
            str(no),
            offer.unit,
            offer.customer,
            "",
            "",
            code_word(language, "loan.product", offer.product),
            format_yuan(offer.bank_fen + offer.fund_fen),
            word(language, "loans.waiting"),
            *told,
            offer.consultant,
        )
    )


def _dress(sheet: LoanListSheet, language: str, page: Page, number: int, pages: int) -> None:
    top, right = _SIZE[1] - _EDGE, _SIZE[0] - _EDGE
    page.write(_EDGE, top - 8, sheet.company, 8.5, ink=SOFT)
    title = word(language, "loans.title")
    spread = 4 if is_chinese(language) else 0
    page.write(_SIZE[0] / 2, top - 18, title, 17, bold=True, ink=NAVY, stand=CENTRE, spread=spread)
    page.write_box((_EDGE, top - 44, 300, 16), sheet.project, 10, bold=True, ink=INK)
    stuck = sum(line.stuck for line in sheet.lines)
    count = word(language, "loans.sum", count=len(sheet.lines), stuck=stuck)
    page.write(right, top - 39, count, 9, ink=SOFT, stand=RIGHT)
    foot = word(language, "printed", at=moment_words(sheet.printed_at, language))
    foot += "    " + word(language, "printed.by", name=sheet.printed_by)
    page.write(_EDGE, 22, foot, 7.5, ink=SOFT)
    page.write(right, 22, page_words(language, number, pages), 7.5, ink=SOFT, stand=RIGHT)
    if sheet.practice:
        page.watermark(_SIZE[0] / 2, _SIZE[1] / 2, word(language, "practice"), 96)
