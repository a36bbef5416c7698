"""What of a deal is overdue or soon due, in words: the same on the board, at the deal and the till."""

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.wording import day, money, say
from salesdesk.office.sales.reminder_sheets import DueMark


def due_words(mark: DueMark) -> str:
    """Say what is overdue since how long, else what is due within two weeks; empty: neither."""
    if mark.overdue_fen:
        late = mark.overdue_days
        words = QCoreApplication.translate("due", "{amount} overdue, %n day(s)", "", late)
        return words.format(amount=_short(mark.overdue_fen))
    if mark.soon_fen:
        words = QCoreApplication.translate("due", "{amount} due on {day}")
        return words.format(amount=_short(mark.soon_fen), day=day(mark.soon_on))
    return ""


def due_tone(mark: DueMark) -> str:
    """Give the tone of it: overdue red, due within two weeks orange."""
    return "danger" if mark.overdue_fen else "warn" if mark.soon_fen else ""


def asked_words(mark: DueMark) -> str:
    """Say which letter asked for it last, and what was promised; empty: nothing was done."""
    parts = []
    if mark.letter:
        words = QCoreApplication.translate("due", "{stage} letter {number}, to be paid by {day}")
        stage = say("demand stages", mark.stage)
        parts.append(words.format(stage=stage, number=mark.letter, day=day(mark.pay_by)))
    if mark.promised_on is not None:
        broken = QCoreApplication.translate("due", "promised for {day}, which is past")
        kept = QCoreApplication.translate("due", "promised for {day}")
        parts.append((broken if mark.broken else kept).format(day=day(mark.promised_on)))
    return " · ".join(parts)


def _short(amount_fen: int) -> str:
    return money(amount_fen).removesuffix(".00")
