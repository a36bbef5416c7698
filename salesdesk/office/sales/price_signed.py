"""A special price that was signed stays: nobody writes another over it alone."""

from sqlalchemy import select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.standing import standings
from salesdesk.office.approvals.tables import Request
from salesdesk.office.sales.deals import LiveDeal, approval_of
from salesdesk.office.sales.grant_tables import PriceGrant
from salesdesk.store.work import Work


class PriceSigned(UserError):
    """What several signed for one buyer is not undone by one of them."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{price} yuan for unit {unit} were signed by request {request}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "The agreement takes that price. For another, ask for it: it goes to signatures, too.",
    )


def check_not_signed(work: Work, deal: LiveDeal) -> None:
    """Refuse to approve alone where the newest approved price was signed (`PriceSigned`)."""
    approved = approval_of(work.session, deal.row.id)
    if approved is None:
        return
    asked = work.session.scalars(
        select(Request)
        .join(PriceGrant, PriceGrant.request_id == Request.id)
        .where(PriceGrant.deal_id == deal.row.id, PriceGrant.total_fen == approved.total_fen)
    )
    for at in standings(work.session, asked):
        signed = at.state(work.now) is RequestState.APPROVED
        if signed and at.signatures[-1].at == approved.at:
            price = format_yuan(approved.total_fen)
            raise PriceSigned(price=price, unit=deal.at.unit.code, request=at.row.id)
