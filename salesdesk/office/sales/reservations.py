"""The list of reservations: who holds what, until when, asked for by whom."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from sqlalchemy import and_, select

from salesdesk.kernel.calendar import day_of
from salesdesk.office.approvals.tables import Request, Signature
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import CLOCK
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, Project, Unit
from salesdesk.office.sales.tables import Reservation
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading

_DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationLine:
    """One reservation (留房): unit, customer, until the end of which day, who asked. Money fen."""

    unit_id: int
    unit: str
    project: str
    customer_id: int
    customer: str
    consultant: str
    asked_by: str
    reason: str
    request: int
    reserved_at: datetime
    until: date
    days_left: int
    total_fen: int
    state: str
    """reserved, over, held (the customer went on) or given up."""


def reservations(
    reading: Reading, project: int | None = None, *, live_only: bool = True, limit: int = 2000
) -> tuple[ReservationLine, ...]:
    """List reservations, the next to end first; with *live_only* off also those that ended."""
    wanted = (
        select(Claim, Reservation, Request, Unit.code, Project.name, Customer.name)
        .join(Reservation, and_(
            Reservation.unit_id == Claim.unit_id,
            Reservation.customer_id == Claim.customer_id,
            Reservation.until == Claim.until,
        ))
        .join(Request, Request.id == Reservation.request_id)
        .join(Signature, and_(
            Signature.request_id == Request.id,
            Signature.at == Claim.opened_at,
            Signature.person_id == Claim.opened_by,
        ))
        .join(Unit, Unit.id == Claim.unit_id)
        .join(Project, Project.id == Unit.project_id)
        .join(Customer, Customer.id == Claim.customer_id)
        .where(Claim.stage == UnitState.RESERVED.value)
        .order_by(Claim.until, Claim.id)
        .limit(limit)
    )  # fmt: skip
    if live_only:
        wanted = wanted.where(Claim.ended_at.is_(None), Claim.until > reading.now)
    if project is not None:
        wanted = wanted.where(Unit.project_id == project)
    names = names_of(reading.session)
    return tuple(
        ReservationLine(
            unit_id=claim.unit_id,
            unit=code,
            project=where,
            customer_id=row.customer_id,
            customer=customer,
            consultant=names.get(row.consultant_id, ""),
            asked_by=names.get(request.asker_id, ""),
            reason=request.reason,
            request=request.id,
            reserved_at=claim.opened_at,
            until=day_of(row.until - timedelta(seconds=1), reading.zone),
            days_left=max(0, ceil((row.until - reading.now).total_seconds() / _DAY)),
            total_fen=row.total_fen,
            state=_state(claim, row.until, reading.now),
        )
        for claim, row, request, code, where, customer in reading.session.execute(wanted)
    )


def _state(claim: Claim, until: datetime, now: datetime) -> str:
    if claim.ended_at is None:
        return UnitState.RESERVED.value if until > now else "over"
    if claim.ended_by == CLOCK:
        return "over"
    return "held" if claim.end_reason == UnitState.ON_HOLD else "given up"
