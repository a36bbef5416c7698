"""Money for what is due of a deal (收款): the oldest first or as said, on one numbered receipt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import DueLineId, Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.claims import step
from salesdesk.office.inventory.law import check_permit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.ledger.receivable_rules import FOR_OTHERS, MoneyKind, spread
from salesdesk.office.ledger.rules import Account, ReceiptKind, TenderKind
from salesdesk.office.ledger.sheets import ReceiptItem, TenderLine
from salesdesk.office.ledger.writing import move, write_receipt
from salesdesk.office.sales.deals import LiveDeal, live_deal
from salesdesk.office.sales.due_tables import Allocation, DueLine
from salesdesk.office.sales.identifying import check_identified
from salesdesk.office.sales.scheduling import live_lines, paid_parts, settle
from salesdesk.office.sales.till import paid_by, paper, party
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work


class NothingDue(UserError):
    """A deal of before the office's start has no schedule."""

    problem = QT_TRANSLATE_NOOP("errors", "Nothing is due of unit {unit} here.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Everything is paid, or the deal was agreed before the office's start."
    )


class MoreThanOwed(UserError):
    """More is handed over than is still to be paid."""

    problem = QT_TRANSLATE_NOOP("errors", "{amount} yuan is more than the {open} yuan still open.")
    remedy = QT_TRANSLATE_NOOP("errors", "Take {open} yuan, or say that the rest is paid ahead.")


class LinePaid(UserError):
    """More for one line than it still asks for."""

    problem = QT_TRANSLATE_NOOP("errors", "Line {line} asks for {open} yuan, not for {amount}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Share the money out so that no line gets too much.")


class NotAllShared(UserError):
    """Money shared out by hand is for lines, or paid ahead."""

    problem = QT_TRANSLATE_NOOP("errors", "{rest} of {amount} yuan is for no line.")
    remedy = QT_TRANSLATE_NOOP("errors", "Share it out, too, or say that it is paid ahead.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePart:
    """How much of a payment is for which line."""

    line: DueLineId
    amount: Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePayment:
    """Take money for what is due of an agreed unit and number its receipt; several tenders on one.

    Give *amount* and *tender*, or *tenders*. It goes to what is due first, or as *lines* say (none
    of them: to no line). More than is open is refused (`MoreThanOwed`), what *lines* do not name
    (`NotAllShared`) too, or with *ahead* kept as paid ahead (预收).
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

    def __call__(self, work: Work) -> dict[str, object]:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "take payment")
        check_permit(work.session, [deal.at.unit.building_id], Law.MONEY)
        tenders = paid_by(self.tenders, self.amount, self.tender, self.reference)
        amount = sum(line.amount_fen for line in tenders)
        parts = self._parts(work, deal, amount)
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
            move(work, deal.row.id, Account(kind), account, fen, "payment", receipt.id)
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
        }

    def _parts(self, work: Work, deal: LiveDeal, amount: int) -> list[tuple[DueLine, int]]:
        """Give what of *amount* goes to which line."""
        lines = live_lines(work.session, deal.row.id)
        paid = paid_parts(work.session, deal.row.id, lines)
        left = {line.id: line.amount_fen - part for line, part in zip(lines, paid, strict=True)}
        if not any(left.values()) and not self.ahead:
            raise NothingDue(unit=deal.at.unit.code)
        if self.lines is not None:
            chosen = self._chosen(self.lines, {line.id: line for line in lines}, left)
        else:
            first = sorted(lines, key=due_first)
            shares, _over = spread([left[line.id] for line in first], amount)
            chosen = [(line, part) for line, part in zip(first, shares, strict=True) if part]
        given = sum(part for _line, part in chosen)
        if given > amount:
            raise BadEntry(field="lines", value=format_yuan(given), expected=format_yuan(amount))
        if given < amount and not self.ahead:
            owed = sum(left.values())
            if amount > owed:
                raise MoreThanOwed(amount=format_yuan(amount), open=format_yuan(owed))
            raise NotAllShared(rest=format_yuan(amount - given), amount=format_yuan(amount))
        return chosen

    @staticmethod
    def _chosen(
        parts: Sequence[LinePart], lines: dict[int, DueLine], left: dict[int, int]
    ) -> list[tuple[DueLine, int]]:
        chosen: list[tuple[DueLine, int]] = []
        for part in parts:
            line = lines.get(part.line)
            if line is None:
                raise NotFound(what="due line", key=part.line)
            if part.amount <= 0 or any(line is other for other, _fen in chosen):
                raise BadEntry(field="lines", value=part.line, expected="each line once, above 0")
            if part.amount > left[line.id]:
                raise LinePaid(
                    line=line.id, open=format_yuan(left[line.id]), amount=format_yuan(part.amount)
                )
            chosen.append((line, part.amount))
        return chosen


def due_first(line: DueLine) -> tuple[bool, date, int]:
    """Give the order in which lines are paid: what has its day goes before what waits for an event, the earlier day first."""
    return line.due_on is None, line.due_on or date.max, line.id


def _items(parts: Sequence[tuple[DueLine, int]], ahead: int) -> tuple[ReceiptItem, ...]:
    """Give what the paper says the money is for, one line a kind."""
    sums: dict[str, int] = {}
    for line, part in parts:
        sums[line.money] = sums.get(line.money, 0) + part
    if ahead:
        sums["prepaid"] = ahead
    return tuple(ReceiptItem(money=money, amount_fen=fen) for money, fen in sums.items())


def _moves(
    tenders: Sequence[TenderLine], parts: Sequence[tuple[DueLine, int]], ahead: int
) -> Iterable[tuple[Account, str, int]]:
    """Give (account, tender, fen): the tenders in their order fill the accounts in theirs."""
    others = sum(part for line, part in parts if MoneyKind(line.money) in FOR_OTHERS)
    price = sum(part for _line, part in parts) - others
    left = [line.amount_fen for line in tenders]
    for account, wanted in (
        (Account.PRICE_RECEIVED, price),
        (Account.HELD_FOR_OTHERS, others),
        (Account.PREPAID, ahead),
    ):
        taken, _over = spread(left, wanted)
        for at, fen in enumerate(taken):
            left[at] -= fen
            if fen:
                yield account, tenders[at].kind, fen
