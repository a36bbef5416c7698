"""What is overdue of a deal: open lines whose day is past (fen)."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.office.sales.due_tables import DueLine


def overdue_of(
    session: Session, deals: Collection[int], today: date
) -> dict[int, tuple[int, date]]:
    """Give of those of *deals* that owe something how much is overdue (fen), and since which day."""
    rows = session.execute(
        select(DueLine.deal_id, func.sum(DueLine.open_fen), func.min(DueLine.due_on))
        .where(
            DueLine.deal_id.in_(deals),
            DueLine.ended_at.is_(None),
            DueLine.open_fen > 0,
            DueLine.due_on < today,
        )
        .group_by(DueLine.deal_id)
    )
    return {deal: (int(total), day) for deal, total, day in rows if day is not None}
