"""The practice office's cashier closes his day: the drawer goes to the bank but for what is needed as change."""

from salesdesk.kernel.keys import Fen
from salesdesk.office.frontdoor import Seat
from salesdesk.office.ledger.close_queries import open_day
from salesdesk.office.ledger.closing import CloseDay, PieceCount
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import TenderLine

_NOTE, _KEPT = Fen(10_000), 10
"""The notes of 100 yuan that stay in the drawer."""


def close_evening(cashier: Seat, *, short: bool = False) -> None:
    """Close the cashier's day, if he gave a paper; *short*: a note is missing, and he says why."""
    opened = cashier.ask(open_day)
    if not (opened.papers and opened.closable):
        return
    sums: dict[str, int] = {}
    for sign, lines in ((1, opened.taken), (-1, opened.back)):
        for line in lines:
            sums[line.kind] = sums.get(line.kind, 0) + sign * line.amount_fen
    drawer = opened.opening_fen + sums.pop(TenderKind.CASH.value, 0)
    kept = min(_KEPT, max(drawer, 0) // _NOTE)
    cashier.do(
        CloseDay(
            pieces=(PieceCount(piece=_NOTE, pieces=kept - short),) if kept > short else (),
            slips=tuple(TenderLine(kind=kind, amount_fen=fen) for kind, fen in sums.items()),
            banked=Fen(drawer - kept * _NOTE),
            note="找零多付一百元，客户次日退回" if short else "",
            day=opened.day,
        )
    )
