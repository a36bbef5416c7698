"""Questions about discounts: what is on offer, how far each role may go, how a price came about."""

from sqlalchemy import func, select

from salesdesk.kernel.errors import NotFound
from salesdesk.office.inventory.queries import first_project
from salesdesk.office.sales.discount_rules import DiscountedPrice, DiscountKind, PriceStep
from salesdesk.office.sales.discount_tables import DiscountOffer, PriceStepRow
from salesdesk.office.sales.price_check import check_source, reckoned, running_offers
from salesdesk.office.sales.sheets import DiscountLine
from salesdesk.office.sales.tables import Deal, PaymentMode, PriceApproval
from salesdesk.office.staff.limit_tables import DiscountLimit
from salesdesk.store.work import Reading


def discounts(
    reading: Reading, project: int | None = None, *, over: bool = False
) -> tuple[DiscountLine, ...]:
    """List a project's discounts (default the first), newest first; with *over* also those ended."""
    key = first_project(reading.session) if project is None else project
    rows = reading.session.execute(
        select(DiscountOffer, PaymentMode.name.label("mode"))
        .outerjoin(PaymentMode, PaymentMode.id == DiscountOffer.mode_id)
        .where(DiscountOffer.project_id == key)
        .order_by(DiscountOffer.id.desc())
    )
    lines = []
    for offer, mode in rows:
        ended = offer.ended_at is not None or (
            offer.ends_on is not None and offer.ends_on < reading.today
        )
        if ended and not over:
            continue
        lines.append(
            DiscountLine(
                id=offer.id,
                name=offer.name,
                kind=offer.kind,
                value=offer.value,
                exclusive=offer.exclusive,
                source=offer.source,
                mode=mode or "",
                manner=offer.manner,
                begins_on=offer.begins_on,
                ends_on=offer.ends_on,
                runs=not ended and offer.begins_on <= reading.today,
                end_reason=offer.end_reason,
            )
        )
    return tuple(lines)


def discount_limits(reading: Reading) -> dict[str, int]:
    """Give the most that each role may take off a list price (basis points); a role not named: all."""
    newest = select(func.max(DiscountLimit.id)).group_by(DiscountLimit.role)
    rows = reading.session.execute(
        select(DiscountLimit.role, DiscountLimit.most_bp).where(DiscountLimit.id.in_(newest))
    )
    return {row.role: row.most_bp for row in rows}


def price_offer(reading: Reading, deal: int, discounts: tuple[str, ...] = ()) -> DiscountedPrice:
    """Reckon what *discounts* (names, in their order) make of a deal's price, changing nothing.

    Raises `NotFound` and what `discounted` raises.
    """
    row = reading.session.get(Deal, deal)
    if row is None:
        raise NotFound(what="deal", key=deal)
    offers = running_offers(reading, row.project_id, discounts)
    check_source(reading.session, offers, row.customer_id)
    return reckoned(reading.session, row, offers)


def price_steps(reading: Reading, deal: int) -> tuple[PriceStep, ...]:
    """Give the steps of a deal's approved price, in their order; empty: it came about without."""
    newest = select(func.max(PriceApproval.id)).where(PriceApproval.deal_id == deal)
    rows = reading.session.execute(
        select(PriceStepRow, DiscountOffer)
        .join(DiscountOffer, DiscountOffer.id == PriceStepRow.offer_id)
        .where(PriceStepRow.approval_id == newest.scalar_subquery())
        .order_by(PriceStepRow.position)
    )
    return tuple(
        PriceStep(
            offer.name, DiscountKind(offer.kind), offer.value, step.before_fen, step.after_fen
        )
        for step, offer in rows
    )
