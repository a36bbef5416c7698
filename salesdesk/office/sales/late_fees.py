"""Late fees (滞纳金、违约金) as they run on what is due of a deal, by the house's rate; off at first.

Reckoned from the days on which money came, since the day to which a line's fee was fixed last.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.receivable_rules import (
    BESIDE_PRICE,
    LOANS,
    LateTerms,
    MoneyKind,
    late_fee,
    shortfall,
)
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid
from salesdesk.office.sales.due_tables import Allocation, DueLine
from salesdesk.office.sales.late_fee_tables import LateFee
from salesdesk.office.sales.prepaid_tables import PrepaidUse
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Reading

_BEFOREHAND = date.min
_WITHOUT = BESIDE_PRICE | LOANS
"""What is others' money, a fee itself, or a bank's to pay (R-05), runs no fee."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningFee:
    """A fee (fen) that ran on a late line and is not fixed: for the days after *since_on* to *until_on*.

    *weighed*: what was open on each of them, added up (fen x days).
    """

    line: DueLine
    since_on: date
    until_on: date
    weighed: int
    fee_fen: int


def late_terms(session: Session) -> LateTerms | None:
    """Give the house's terms by its settings, or None where it has no rate."""
    tenths = int(str(setting(session, "late_fee_tenths")))
    if not tenths:
        return None
    return LateTerms(
        per_myriad=Decimal(tenths) / 10,
        grace_days=int(str(setting(session, "late_fee_grace_days"))),
        cap_percent=int(str(setting(session, "late_fee_cap_percent"))),
    )


def running_fees(
    reading: Reading, lines: Sequence[DueLine], paid: Mapping[int, int]
) -> list[RunningFee]:
    """Give what runs on each of *lines* to the asker's today; *paid* as `paid_parts` says, by line.

    What no receipt names a line for (deposits, what an exchange brought) was there beforehand.
    """
    terms = late_terms(reading.session)
    late = [
        line
        for line in lines
        if line.due_on is not None
        and line.due_on < reading.today
        and MoneyKind(line.money) not in _WITHOUT
    ]
    if terms is None or not late:
        return []
    keys = [line.id for line in late]
    came, fixed = _came(reading.session, keys), _fixed(reading.session, keys)
    found: list[RunningFee] = []
    for line in late:
        named = came[line.id]
        beforehand = paid.get(line.id, 0) - sum(fen for _day, fen in named)
        payments = [(_BEFOREHAND, beforehand), *named]
        due_on = line.due_on or reading.today
        since, before = fixed.get(line.id, (due_on, 0))
        fee = late_fee(
            line.amount_fen, due_on, payments, reading.today, terms, since=since, fixed_fen=before
        )
        if fee > 0:
            found.append(
                RunningFee(
                    line=line,
                    since_on=since,
                    until_on=reading.today,
                    weighed=shortfall(line.amount_fen, payments, since, reading.today),
                    fee_fen=fee,
                )
            )
    return found


def _fixed(session: Session, lines: Sequence[int]) -> dict[int, tuple[date, int]]:
    """Give to which day the fees of lines are fixed, and how much of them (fen)."""
    rows = session.execute(
        select(LateFee.of_line_id, func.max(LateFee.until_on), func.sum(LateFee.amount_fen))
        .where(LateFee.of_line_id.in_(lines))
        .group_by(LateFee.of_line_id)
    )
    return {line: (day, int(fen)) for line, day, fen in rows}


def _came(session: Session, lines: Sequence[int]) -> dict[int, list[tuple[date, int]]]:
    """Give when how much was paid of each line by receipts that stand, and of what lay ahead."""
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for line, day, fen in session.execute(
        select(Allocation.due_line_id, Receipt.day, Allocation.amount_fen)
        .join(Receipt, Receipt.id == Allocation.receipt_id)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .outerjoin(Contra, Contra.receipt_id == Receipt.id)
        .where(
            Allocation.due_line_id.in_(lines),
            ReceiptVoid.receipt_id.is_(None),
            Contra.id.is_(None),
        )
    ):
        found[line or 0].append((day, fen))
    for line, day, fen in session.execute(
        select(PrepaidUse.due_line_id, PrepaidUse.day, PrepaidUse.amount_fen).where(
            PrepaidUse.due_line_id.in_(lines)
        )
    ):
        found[line].append((day, fen))
    return found
