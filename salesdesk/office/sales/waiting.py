"""What waits for signatures on deals: changes, and special prices before there is an agreement."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.standing import standings
from salesdesk.office.approvals.tables import Request
from salesdesk.office.sales.change_sheets import WaitingChange
from salesdesk.office.sales.change_tables import ChangeRequest
from salesdesk.office.sales.grant_tables import PriceGrant


def waiting_changes(
    session: Session, now: datetime, deals: Collection[int]
) -> dict[int, tuple[WaitingChange, ...]]:
    """Give the open requests about each of *deals* that has some, the oldest first."""
    about = union(
        *(
            select(table.request_id, table.deal_id).where(table.deal_id.in_(deals))
            for table in (ChangeRequest, PriceGrant)
        )
    ).subquery()
    rows = session.execute(
        select(Request, about.c.deal_id)
        .join(about, about.c.request_id == Request.id)
        .where(Request.expires_at > now)
        .order_by(Request.id)
    ).all()
    deal_of = {row.Request.id: row.deal_id for row in rows}
    found: dict[int, tuple[WaitingChange, ...]] = {}
    for at in standings(session, [row.Request for row in rows]):
        if at.state(now) is RequestState.PENDING:
            deal = deal_of[at.row.id]
            waits = WaitingChange(request=at.row.id, kind=at.row.kind)
            found[deal] = (*found.get(deal, ()), waits)
    return found
