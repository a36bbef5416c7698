"""Cash of one person that reaches the sum from which it is looked at (大额现金, anti-money-laundering)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVarTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from salesdesk.office.customers.tables import Customer
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import ReceiptKind, TenderKind
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid, Tender
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Reading

_Columns = TypeVarTuple("_Columns")
Person = tuple[date, int]
"""A day and a customer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeCash:
    """What a customer paid in cash on a day (fen), on which receipts, and whether his ID is on file."""

    day: date
    customer_id: int
    customer: str
    amount_fen: int
    receipt_id: int
    """The newest of the receipts."""
    receipts: tuple[str, ...]
    identified: bool


def large_cash(
    reading: Reading,
    project: int | None = None,
    first_on: date | None = None,
    last_on: date | None = None,
) -> tuple[LargeCash, ...]:
    """List who paid so much cash on one day (default today) that it is looked at, the newest day first.

    From the setting `large_cash_yuan` on, of all receipts together that stand; 0: nobody.
    """
    first, last = first_on or reading.today, last_on or reading.today
    sums = large_sums(reading.session, first, last)
    if not sums:
        return ()
    people = {customer for _day, customer in sums}
    rows = reading.session.execute(
        _standing_cash(
            select(
                Receipt.id, Receipt.number, Receipt.day, Receipt.customer_id, Receipt.project_id
            )
        )
        .where(Receipt.day.between(first, last), Receipt.customer_id.in_(people))
        .order_by(Receipt.id)
        .distinct()
    ).all()
    papers: dict[Person, list[tuple[int, str]]] = defaultdict(list)
    here: set[Person] = set()
    for row in rows:
        papers[row.day, row.customer_id].append((row.id, row.number))
        if project is None or row.project_id == project:
            here.add((row.day, row.customer_id))
    known = {
        row.id: row
        for row in reading.session.execute(
            select(Customer.id, Customer.name, Customer.id_number).where(Customer.id.in_(people))
        )
    }
    return tuple(
        LargeCash(
            day=day,
            customer_id=customer,
            customer=known[customer].name,
            amount_fen=fen,
            receipt_id=papers[day, customer][-1][0],
            receipts=tuple(number for _id, number in papers[day, customer]),
            identified=bool(known[customer].id_number),
        )
        for (day, customer), fen in sorted(sums.items(), key=lambda one: one[0][0], reverse=True)
        if (day, customer) in here
    )


def large_sums(session: Session, first: date | None, last: date | None) -> Mapping[Person, int]:
    """Give whose cash of a day, between two days, is to be looked at, and how much it is (fen)."""
    least = int(str(setting(session, "large_cash_yuan"))) * 100
    if not least:
        return {}
    total = func.sum(Tender.amount_fen)
    wanted = (
        _standing_cash(select(Receipt.day, Receipt.customer_id, total))
        .group_by(Receipt.day, Receipt.customer_id)
        .having(total >= least)
    )
    if first is not None:
        wanted = wanted.where(Receipt.day >= first)
    if last is not None:
        wanted = wanted.where(Receipt.day <= last)
    return {(day, customer): int(fen) for day, customer, fen in session.execute(wanted)}


def _standing_cash(wanted: Select[*_Columns]) -> Select[*_Columns]:
    """Narrow *wanted* to cash of buyers on receipts that stand."""
    return (
        wanted.join(Tender, Tender.receipt_id == Receipt.id)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .outerjoin(Contra, Contra.receipt_id == Receipt.id)
        .where(
            Receipt.kind.in_((ReceiptKind.DEPOSIT.value, ReceiptKind.PRICE.value)),
            Tender.kind == TenderKind.CASH.value,
            ReceiptVoid.receipt_id.is_(None),
            Contra.id.is_(None),
        )
    )
