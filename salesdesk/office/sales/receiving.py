"""Money for what is due of a deal (收款): the oldest first or as said, on one numbered receipt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import BadEntry
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.claims import step
from salesdesk.office.inventory.law import check_permit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.ledger.receivable_rules import spread
from salesdesk.office.ledger.rules import LATE_FEE, Account, ReceiptKind, TenderKind
from salesdesk.office.ledger.sheets import ReceiptItem, TenderLine
from salesdesk.office.ledger.writing import move, write_receipt
from salesdesk.office.sales.deals import LiveDeal, live_deal
from salesdesk.office.sales.due_tables import Allocation
from salesdesk.office.sales.identifying import check_identified
from salesdesk.office.sales.scheduling import settle
from salesdesk.office.sales.sharing import (
    LinePart,
    MoreThanOwed,
    NotAllShared,
    NothingDue,
    Owed,
    Parts,
    by_account,
)
from salesdesk.office.sales.till import paid_by, paper, party
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePayment:
    """Take money for what is due of an agreed unit and number its receipt; several tenders on one.

    Give *amount* and *tender*, or *tenders*. It goes to what is due first, or as *lines* say (none
    of them: to no line). More than is open is refused (`MoreThanOwed`), what *lines* do not name
    (`NotAllShared`) too, or with *ahead* kept as paid ahead (预收).

    The late fee of a line that is paid whole by it is fixed to today (3.9). Fees are taken as money of
    their own: by the cashier's choice (*fees*) after what is due by today or what *lines* say, else last.
    """

    unit: UnitId
    amount: Fen | None = None
    tender: TenderKind = TenderKind.CASH
    reference: str = ""
    tenders: tuple[TenderLine, ...] = ()
    lines: tuple[LinePart, ...] | None = None
    ahead: bool = False
    payer: str = ""
    note: str = ""
    fees: bool = False

    def __call__(self, work: Work) -> dict[str, object]:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "take payment")
        check_permit(work.session, [deal.at.unit.building_id], Law.MONEY)
        tenders = paid_by(self.tenders, self.amount, self.tender, self.reference)
        amount = sum(line.amount_fen for line in tenders)
        owed = Owed(work, deal.row.id)
        parts = self._parts(owed, deal, amount)
        ahead = amount - sum(part for _line, part in parts)
        items = _items(parts, ahead)
        check_identified(work, deal, amount)
        sheet = paper(work, deal, ReceiptKind.PRICE, tenders, self.payer, self.note, items)
        receipt = write_receipt(
            work,
            ReceiptKind.PRICE,
            party(deal),
            sheet,
            "receipt",
            setting(work.session, "receipt_prefix"),
        )
        for account, kind, fen in _moves(tenders, parts, ahead):
            way = LATE_FEE if account is Account.LATE_FEES else "payment"
            move(work, deal.row.id, Account(kind), account, fen, way, receipt.id)
        for line, part in (*parts, (None, ahead)):
            if part:
                key = None if line is None else line.id
                row = Allocation(receipt_id=receipt.id, due_line_id=key, amount_fen=part)
                work.session.add(row)
                work.session.flush()
        settle(work, deal.row.id)
        work.touched(Topic.UNIT, deal.at.unit.id)
        work.touched(Topic.DEAL, deal.row.id)
        return {
            "receipt": receipt.number,
            "receipt_id": receipt.id,
            "amount_fen": amount,
            "ahead_fen": ahead,
            "unit": deal.at.unit.code,
            "lines": [{"line": line.id, "amount_fen": part} for line, part in parts],
            "fixed": owed.fixed(),
        }

    def _parts(self, owed: Owed, deal: LiveDeal, amount: int) -> Parts:
        """Give what of *amount* goes to which line."""
        if not owed.open_fen() and not self.ahead:
            raise NothingDue(unit=deal.at.unit.code)
        if self.lines is None:
            chosen = owed.spread(amount, fees=self.fees)
        else:
            chosen = owed.named(self.lines)
            given = sum(part for _line, part in chosen)
            if given > amount:
                raise BadEntry(
                    field="lines", value=format_yuan(given), expected=format_yuan(amount)
                )
            chosen = owed.with_fees(chosen, amount - given if self.fees else 0)
        given = sum(part for _line, part in chosen)
        if given < amount and not self.ahead:
            if amount > owed.open_fen():
                raise MoreThanOwed(amount=format_yuan(amount), open=format_yuan(owed.open_fen()))
            raise NotAllShared(rest=format_yuan(amount - given), amount=format_yuan(amount))
        return chosen


def _items(parts: Parts, ahead: int) -> tuple[ReceiptItem, ...]:
    """Give what the paper says the money is for, one line a kind."""
    sums: dict[str, int] = {}
    for line, part in parts:
        sums[line.money] = sums.get(line.money, 0) + part
    if ahead:
        sums["prepaid"] = ahead
    return tuple(ReceiptItem(money=money, amount_fen=fen) for money, fen in sums.items())


def _moves(
    tenders: Sequence[TenderLine], parts: Parts, ahead: int
) -> Iterable[tuple[Account, str, int]]:
    """Give (account, tender, fen): the tenders in their order fill the accounts in theirs."""
    left = [line.amount_fen for line in tenders]
    for account, wanted in (*by_account(parts).items(), (Account.PREPAID, ahead)):
        taken, _over = spread(left, wanted)
        for at, fen in enumerate(taken):
            left[at] -= fen
            if fen:
                yield account, tenders[at].kind, fen
