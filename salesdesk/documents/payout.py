"""What a refund slip says below its way of paying: the request, who signed, the originals, the payee."""

from salesdesk.documents.inks import SOFT
from salesdesk.documents.page import Page
from salesdesk.documents.words import code_word, day_words, is_chinese, word
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.sheets import PayoutNote, ReceiptSheet

_LINE, _SIZE = 13.5, 7.5


def payout_height(sheet: ReceiptSheet) -> float:
    """Give how high the lines of *sheet* are (points); 0 where there are none."""
    return _LINE * _count(sheet)


def draw_payout(
    page: Page, sheet: ReceiptSheet, language: str, left: float, bottom: float, wide: float
) -> None:
    """Draw the lines, the last one on *bottom*."""
    y = bottom + payout_height(sheet)
    for line in _lines(sheet, language):
        y -= _LINE
        page.write_box((left, y, wide, _LINE), line, _SIZE, ink=SOFT)


def _count(sheet: ReceiptSheet) -> int:
    return len(_lines(sheet, "en"))


def _lines(sheet: ReceiptSheet, language: str) -> list[str]:
    note, gap = sheet.payout, "　" if is_chinese(language) else "   "
    kept = (
        word(language, "payout.kept", amount=format_yuan(sheet.kept_fen)) if sheet.kept_fen else ""
    )
    if note is None:
        return [kept] if kept else []
    account = word(language, "payout.account", account=note.account) if note.account else ""
    proxy = word(language, "payout.proxy", proxy=note.proxy) if note.proxy else ""
    rest = gap.join(filter(None, (proxy, account, kept)))
    return [line for line in (_signed(note, language), _originals(note, language), rest) if line]


def _signed(note: PayoutNote, language: str) -> str:
    joint = "，" if is_chinese(language) else ", "
    signers = []
    for one in note.signers:
        who = one.person
        if one.stands_in_for:
            who = word(language, "request.for", person=who, absent=one.stands_in_for)
        role, at = code_word(language, "role", one.role), day_words(one.at[:10], language)
        signers.append(
            f"{role} {who} ({at})" if not is_chinese(language) else f"{role} {who}（{at}）"
        )
    return word(language, "payout.request", request=note.request, signers=joint.join(signers))


def _originals(note: PayoutNote, language: str) -> str:
    joint = "、" if is_chinese(language) else ", "
    said = []
    if note.returned:
        said.append(word(language, "payout.back", receipts=joint.join(note.returned)))
    if note.lost:
        numbers = joint.join(number for number, _why in note.lost)
        said.append(word(language, "payout.lost", receipts=numbers, why=note.lost[0][1]))
    return ("；" if is_chinese(language) else "; ").join(said)
