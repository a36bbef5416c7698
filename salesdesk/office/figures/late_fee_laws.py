"""Laws of late fees, looked at by `figures.audit`: each gives what breaks it, or nothing."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.late_fee_tables import LateFee

_TAKEN = (
    "((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a WHERE a.due_line_id = l.id"
    " AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = a.receipt_id)"
    " AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = a.receipt_id))"
    " + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = l.id))"
)
_WAIVED = (
    "(SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = l.id)"
)


_UNSETTLED = (
    "SELECT 'due line', l.id FROM due_line l WHERE l.money = 'late fee' AND ((l.ended_at IS NULL"  # noqa: S608 - our words
    f" AND l.amount_fen <> {_TAKEN} + {_WAIVED} + l.open_fen) OR (l.ended_at IS NOT NULL"
    f" AND (l.kept_fen <> {_TAKEN} OR l.kept_fen + {_WAIVED} > l.amount_fen)))"
    " UNION ALL SELECT 'deal', d.id FROM deal d WHERE (SELECT coalesce(sum(CASE m.credit"
    " WHEN 'late fees' THEN m.amount_fen ELSE -m.amount_fen END), 0) FROM movement m"
    " WHERE m.deal_id = d.id AND 'late fees' IN (m.credit, m.debit) AND m.kind <> 'returned')"
    f" <> (SELECT coalesce(sum({_TAKEN}), 0) FROM due_line l WHERE l.deal_id = d.id"
    " AND l.money = 'late fee')"
    " UNION ALL SELECT 'request', w.request_id FROM late_fee_waiver w JOIN waiver_request q"
    " ON q.request_id = w.request_id WHERE q.due_line_id <> w.due_line_id"
    " OR q.amount_fen <> w.amount_fen"
)
"""A fee that is not what was taken, waived and left open of it; a deal whose account says otherwise."""


def _settled(session: Session) -> str:
    """Each fee is taken, waived or open, an ended one what was taken; its deal's account holds what was taken."""
    row = session.execute(text(_UNSETTLED)).first()
    return "" if row is None else ", ".join(str(value) for value in row)


def _reckoned(session: Session) -> str:
    """Each fee is its weighed shortfall by its rate, within its cap; the days of a line's fees join."""
    ends: dict[int, date | None] = {}
    sums: dict[int, int] = {}
    rows = session.execute(
        select(LateFee, DueLine)
        .join(DueLine, DueLine.id == LateFee.of_line_id)
        .order_by(LateFee.of_line_id, LateFee.until_on)
    )
    for fee, late in rows:
        exact = (fee.weighed * fee.tenths * 2 + 100_000) // 200_000
        if fee.cap_percent:
            cap = late.amount_fen * fee.cap_percent // 100
            exact = min(exact, cap - sums.get(late.id, 0))
        if fee.amount_fen != exact or fee.since_on != ends.get(late.id, late.due_on):
            return f"late fee {fee.id}, {fee.amount_fen}, {exact}"
        ends[late.id], sums[late.id] = fee.until_on, sums.get(late.id, 0) + fee.amount_fen
    asked = session.execute(
        text(
            "SELECT f.id FROM late_fee f LEFT JOIN due_line l ON l.late_fee_id = f.id"
            " AND l.money = 'late fee' AND l.amount_fen = f.amount_fen AND l.due_on = f.until_on"
            " WHERE l.id IS NULL"
        )
    ).first()
    return "" if asked is None else f"late fee {asked[0]}"


LATE_FEE_LAWS: tuple[tuple[str, Callable[[Session], str]], ...] = (
    ("a late fee is taken, waived or open", _settled),
    ("a late fee follows from its days", _reckoned),
)
