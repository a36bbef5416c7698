"""The floor price (底价) of a deal's unit: how far below it a price is, and what was signed below it."""

from sqlalchemy import select

from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import standings
from salesdesk.office.approvals.tables import Request
from salesdesk.office.inventory.price_filed import floor_total
from salesdesk.office.sales.deals import LiveDeal
from salesdesk.office.sales.grant_tables import PriceGrant
from salesdesk.office.sales.price_check import BelowFloor
from salesdesk.office.sales.tables import PriceApproval
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Work

SEES_FLOOR = "unit_floor"
"""The right of those whom a unit's floor price concerns: others are not told it."""


def below_floor(work: Work, deal: LiveDeal, total: int) -> int:
    """Give by how much *total* (fen) is below the floor price of the deal's unit; 0: it is not."""
    return max(0, (floor_total(work.session, deal.row.unit_id) or 0) - total)


def below_fact(below_fen: int) -> tuple[FactLine, ...]:
    """Give what those whom it concerns are told of a price below the floor."""
    if not below_fen:
        return ()
    words = "below the floor price"
    return (FactLine(name=words, value=str(below_fen), form="fen", right=SEES_FLOOR),)


def check_agreed(work: Work, deal: LiveDeal, approval: PriceApproval) -> None:
    """Refuse to agree on a price that is below the floor now and was not signed so (`BelowFloor`)."""
    total = approval.total_fen
    if not below_floor(work, deal, total):
        return
    asked = work.session.scalars(
        select(Request)
        .join(PriceGrant, PriceGrant.request_id == Request.id)
        .where(PriceGrant.deal_id == deal.row.id, PriceGrant.total_fen == total)
    )
    for at in standings(work.session, asked):
        signed = at.state(work.now) is RequestState.APPROVED
        if signed and any(s.role == Role.GENERAL for s in at.signatures):
            return
    raise BelowFloor(price=f"{total / 100:,.2f}", unit=deal.at.unit.code)
