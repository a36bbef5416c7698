"""Questions about deals and agreements."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, select

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.plain import from_plain
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import lapsed, live
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, Project, Unit
from salesdesk.office.ledger.rules import deposit_cap_fen
from salesdesk.office.ledger.tallies import paid_fen
from salesdesk.office.sales.deals import approval_of
from salesdesk.office.sales.sheets import AgreementSheet, DealCard, PaymentModeLine
from salesdesk.office.sales.tables import Agreement, Buyer, Cancellation, Deal, PaymentMode
from salesdesk.office.staff.queries import names_of
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Reading


def payment_modes(reading: Reading) -> tuple[PaymentModeLine, ...]:
    """List the payment modes."""
    return tuple(
        PaymentModeLine(
            id=row.id,
            name=row.name,
            english=row.english,
            kind=row.kind,
            needs_loan=row.needs_loan,
        )
        for row in reading.session.scalars(select(PaymentMode).order_by(PaymentMode.id))
    )


def deals(
    reading: Reading,
    project: int | None = None,
    *,
    live_only: bool = True,
    mine: bool = False,
    customer: int | None = None,
) -> tuple[DealCard, ...]:
    """List deals, the newest first; by default those whose claim lives."""
    wanted = _deals(reading).order_by(Deal.id.desc())
    if live_only:
        wanted = wanted.where(Claim.id.is_not(None), Claim.stage != UnitState.REVIEW.value)
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    if mine or (reading.role == Role.CONSULTANT and customer is None):
        wanted = wanted.where(Deal.consultant_id == reading.actor)
    if customer is not None:
        wanted = wanted.where(Deal.customer_id == customer)
    return _cards(reading, reading.session.execute(wanted).all())


def deal_on(reading: Reading, unit: int) -> DealCard | None:
    """Give the live deal on a unit, or None."""
    rows = reading.session.execute(
        _deals(reading).where(Deal.unit_id == unit, Claim.id.is_not(None))
    ).all()
    cards = _cards(reading, rows)
    return cards[0] if cards else None


def _deals(reading: Reading) -> Any:
    return (
        select(Deal, Unit.code, Project.name.label("project"), Customer.name, Claim, Agreement)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Project, Project.id == Deal.project_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .outerjoin(Claim, and_(Claim.deal_id == Deal.id, live(reading.now)))
        .outerjoin(Agreement, Agreement.deal_id == Deal.id)
    )


def _cards(reading: Reading, rows: Sequence[Row[Any]]) -> tuple[DealCard, ...]:
    names = names_of(reading.session)
    modes = {row.id: row.name for row in payment_modes(reading)}
    return tuple(_card(reading, row, names, modes) for row in rows)


def _card(
    reading: Reading, row: Row[Any], names: dict[int, str], modes: dict[int, str]
) -> DealCard:
    deal: Deal = row.Deal
    claim: Claim | None = row.Claim
    agreement: Agreement | None = row.Agreement
    approval = approval_of(reading.session, deal.id)
    price = approval.total_fen if approval else deal.list_total_fen
    return DealCard(
        id=deal.id,
        unit_id=deal.unit_id,
        unit=row.code,
        project=row.project,
        state=claim.stage if claim else _ended(reading, deal),
        customer_id=deal.customer_id,
        customer=row.name,
        consultant=names.get(deal.consultant_id, ""),
        opened_at=deal.opened_at,
        until=claim.until if claim else None,
        price_fen=price,
        paid_fen=paid_fen(reading.session, deal.id),
        cap_fen=deposit_cap_fen(price),
        price_approved=approval is not None,
        approved_by=names.get(approval.actor_id, "") if approval else "",
        agreement=agreement.number if agreement else "",
        mode=modes.get(agreement.mode_id, "") if agreement else "",
        sign_by=agreement.sign_by if agreement else None,
        live=claim is not None and claim.stage != UnitState.REVIEW,
        id_missing=agreement is not None and _id_missing(reading, agreement.id),
    )


def _ended(reading: Reading, deal: Deal) -> str:
    cancelled = reading.session.scalar(
        select(Cancellation.fault).where(Cancellation.deal_id == deal.id)
    )
    return "cancelled" if cancelled else "ended"


def _id_missing(reading: Reading, agreement: int) -> bool:
    return bool(
        reading.session.scalar(
            select(func.count())
            .select_from(Buyer)
            .where(Buyer.agreement_id == agreement, Buyer.id_number == "")
        )
    )


def agreement_paper(reading: Reading, number: str) -> AgreementSheet:
    """Give an agreement's stored sheet by its number, or raise `NotFound`."""
    sheet = reading.session.scalar(
        select(Agreement.sheet).where(Agreement.number == number.strip().upper())
    )
    if sheet is None:
        raise NotFound(what="agreement", key=number)
    found: AgreementSheet = from_plain(AgreementSheet, json.loads(sheet))
    return found


def lapsed_holds(reading: Reading) -> tuple[int, ...]:
    """Give the units whose hold is past its time, for the sweep."""
    rows = reading.session.scalars(
        select(Claim).where(
            Claim.ended_at.is_(None),
            Claim.stage == UnitState.ON_HOLD.value,
            Claim.until.is_not(None),
            Claim.until <= reading.now,
        )
    )
    return tuple(row.unit_id for row in rows if lapsed(row, reading.now))


def next_lapse(reading: Reading) -> datetime | None:
    """Give when the next hold's time is over, so that a desk knows when to look."""
    return reading.session.scalar(
        select(func.min(Claim.until)).where(Claim.ended_at.is_(None), Claim.until > reading.now)
    )
