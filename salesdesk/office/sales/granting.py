"""A special price (特批折扣) for a unit that is held: asked for, signed, then approved as it was asked."""

from dataclasses import dataclass

from sqlalchemy import select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.approvals.covering import check_covered
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import open_request, standings
from salesdesk.office.approvals.tables import Request
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import standing, step
from salesdesk.office.inventory.price_cuts import given_off
from salesdesk.office.inventory.price_far import check_far
from salesdesk.office.inventory.price_filed import floor_total
from salesdesk.office.sales.change_frame import ChangeAsked, NothingChanges
from salesdesk.office.sales.deals import LiveDeal, approval_of, check_own, live_deal
from salesdesk.office.sales.grant_tables import PriceGrant
from salesdesk.office.sales.price_check import Priced, priced, running_offers, write_approval
from salesdesk.office.sales.price_floor import SEES_FLOOR, below_fact, below_floor
from salesdesk.office.sales.price_paid import check_paid
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.limit_rules import off_bp
from salesdesk.store.work import Work


class HoldOver(UserError):
    """A special price is for one buyer's hold, and ends with it."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The hold on unit {unit} for which the price was asked is over."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Hold the unit again and ask anew. A deposit keeps a hold until the last signature; without "
        "one, extend it in time.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantPrice:
    """Approve a price below a role's limit or the floor price, for one deal, as it was signed.

    Carried out by a request's last signature, and by nobody alone. Never above the list price (R-08).
    """

    unit: UnitId
    deal: int
    total: Fen
    discounts: tuple[str, ...] = ()

    def __call__(self, work: Work) -> int:
        deal, price = self._look(work)
        asked = work.session.scalars(
            select(Request)
            .join(PriceGrant, PriceGrant.request_id == Request.id)
            .where(PriceGrant.deal_id == self.deal, PriceGrant.total_fen == self.total)
            .order_by(Request.id.desc())
            .limit(1)
        ).one()
        off = given_off(work.session, self.unit, deal.row.list_total_fen, price.total_fen)
        check_covered(work, standings(work.session, [asked])[0], off)
        write_approval(work, deal, price, asked.reason)
        return price.total_fen

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; the flow's thresholds look at what is given away (fen)."""
        deal, price = self._look(work)
        listed, total = deal.row.list_total_fen, price.total_fen
        approved = approval_of(work.session, deal.row.id)
        before = approved.total_fen if approved else listed
        below, floor = below_floor(work, deal, total), floor_total(work.session, self.unit)
        customer = work.session.get_one(Customer, deal.row.customer_id)
        given = ", ".join(self.discounts)
        percent = f"{off_bp(listed, total) / 100:.2f}"
        return Filing(
            payload=self,
            project=deal.row.project_id,
            subject=deal.at.unit.code,
            what=(
                FactLine(name="unit", value=deal.at.unit.code),
                FactLine(name="customer", value=customer.name),
                FactLine(name="list price", value=str(listed), form="fen"),
                *((FactLine(name="discounts", value=given),) if given else ()),
                FactLine(name="asked price", value=str(total), form="fen"),
                *below_fact(below),
            ),
            changes=(
                FactLine(name="now: deal price", value=str(before), form="fen"),
                *_floor(floor),
                FactLine(name="given away", value=str(listed - total), form="fen"),
                FactLine(name="percent off", value=percent, form="percent"),
            ),
            amount_fen=listed - total,
            below_fen=below,
            off_bp=given_off(work.session, self.unit, listed, total),
        )

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about; one open request a deal is enough (`ChangeAsked`)."""
        other = open_request(work, PriceGrant, PriceGrant.deal_id == self.deal)
        if other is not None:
            unit = work.session.get_one(Request, other).subject
            raise ChangeAsked(request=other, unit=unit)
        work.session.add(
            PriceGrant(
                request_id=request,
                deal_id=self.deal,
                total_fen=self.total,
                asker_id=work.actor,
                filed_at=work.now,
            )
        )

    def _look(self, work: Work) -> tuple[LiveDeal, Priced]:
        """Give deal and price, or refuse what cannot be granted at this moment."""
        at = standing(work, self.unit)
        if at.claim is None or at.claim.deal_id != self.deal:
            raise HoldOver(unit=at.unit.code)
        step(work, at, "approve price")
        deal = LiveDeal(at, work.session.get_one(Deal, self.deal))
        check_own(work, deal)
        offers = running_offers(work, deal.row.project_id, self.discounts)
        price = priced(work.session, deal.row, offers, self.total)
        check_paid(work, deal, price.total_fen)
        return deal, price


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDiscount:
    """Ask for a price that nobody approves alone (特批折扣申请): what *discounts* lead to, or *total*.

    Far from list price or neighbours only *confirmed* (`PriceFarOff`). The buyer's hold must last until the last signature (`HoldOver`): a deposit keeps it.
    """

    unit: UnitId
    reason: str
    total: Fen | None = None
    discounts: tuple[str, ...] = ()
    confirmed: bool = False

    def __call__(self, work: Work) -> int:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "approve price")
        offers = running_offers(work, deal.row.project_id, self.discounts)
        total = priced(work.session, deal.row, offers, self.total).total_fen
        listed = deal.row.list_total_fen
        check_far(work.session, deal.at.unit, total, listed, confirmed=self.confirmed)
        approved = approval_of(work.session, deal.row.id)
        if total in (deal.row.list_total_fen, approved.total_fen if approved else 0):
            raise NothingChanges(unit=deal.at.unit.code)
        payload = GrantPrice(
            unit=self.unit, deal=deal.row.id, total=Fen(total), discounts=self.discounts
        )
        return file(work, RequestKind.DISCOUNT, payload, self.reason).id


def _floor(floor: int | None) -> tuple[FactLine, ...]:
    if floor is None:
        return ()
    return (FactLine(name="floor price", value=str(floor), form="fen", right=SEES_FLOOR),)
