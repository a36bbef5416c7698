"""Late fees (滞纳金、违约金) as they run on what is due of a deal, by the house's rate; off at first.

Reckoned whenever they are asked for, from the days on which money came: nothing of them is posted.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import day_of
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.receivable_rules import (
    FOR_OTHERS,
    LOANS,
    LateTerms,
    MoneyKind,
    late_fee,
)
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid
from salesdesk.office.sales.due_tables import Allocation, DueLine
from salesdesk.office.sales.prepaid_tables import PrepaidUse
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Reading

_BEFOREHAND = date.min
_WITHOUT = FOR_OTHERS | LOANS
"""What is others' money, or a bank's to pay (R-05), runs no fee."""


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


def late_fees(
    reading: Reading, lines: Sequence[DueLine], paid: Mapping[int, int]
) -> dict[int, int]:
    """Give the fee (fen) that runs on each of *lines* to the asker's today; *paid* as `paid_parts` says.

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
        return {}
    came = _came(reading, [line.id for line in late])
    found: dict[int, int] = {}
    for line in late:
        named = came[line.id]
        beforehand = paid.get(line.id, 0) - sum(fen for _day, fen in named)
        payments = [(_BEFOREHAND, beforehand), *named]
        if line.due_on is not None:
            found[line.id] = late_fee(line.amount_fen, line.due_on, payments, reading.today, terms)
    return found


def _came(reading: Reading, lines: Sequence[int]) -> dict[int, list[tuple[date, int]]]:
    """Give when how much was paid of each line by receipts that stand, and of what lay ahead."""
    session = reading.session
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
    for line, at, fen in session.execute(
        select(PrepaidUse.due_line_id, PrepaidUse.at, PrepaidUse.amount_fen).where(
            PrepaidUse.due_line_id.in_(lines)
        )
    ):
        found[line].append((day_of(at, reading.zone), fen))
    return found
