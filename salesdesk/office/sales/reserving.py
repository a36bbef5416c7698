"""Reservation (留房): asked for, signed by three, kept for one customer until a day, given up.

2026-11-26: a reserved unit is taken off the offer, as a hold-back takes it. So whatever ends the
reservation, nothing returns to sale by itself: over or given up it is held back, and a hold that came
from it leaves a draft when it lapses.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypedDict

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_bounds
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.kernel.keys import CustomerId, Fen, UnitId
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.approvals.standing import open_request
from salesdesk.office.customers.commands import find_customer
from salesdesk.office.customers.queries import same_customer
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import (
    Standing,
    UnitTaken,
    end,
    end_release,
    open_claim,
    standing,
    step,
)
from salesdesk.office.inventory.commands import WithoutPrice
from salesdesk.office.inventory.law import check_permit, footing
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.queries import find_project
from salesdesk.office.inventory.rules import LawLevel, UnitState
from salesdesk.office.sales.line import check_turn, serve
from salesdesk.office.sales.lot_deals import check_unbound
from salesdesk.office.sales.tables import Reservation
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work


class ReservationBanned(UserError):
    """The city forbids internal reservations (R-26)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Reservations are forbidden in this project: its law pack blocks R-26."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Offer the unit to everybody, or let the administrator look at the law pack."
    )


class AskedAlready(UserError):
    """One request for the same unit and customer is enough."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Request {request} asks for unit {unit} and this customer already."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Wait for its signatures, or withdraw it first.")


class PriceMoved(UserError):
    """The list price is not the one that was signed."""

    problem = QT_TRANSLATE_NOOP("errors", "The price of unit {unit} changed since the request.")
    remedy = QT_TRANSLATE_NOOP("errors", "Reject it; the request can be filed anew at this price.")


class Reserved(TypedDict):
    """A reservation that was carried out."""

    unit: str
    until: date


class ReservationRequested(TypedDict):
    """A request for a reservation; whether the project's law pack warns of it."""

    request: int
    unit: str
    warned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveUnit:
    """Keep a unit for one customer until the end of a day, at the list price that was signed.

    Carried out by the last signature of a request, and by nobody alone.
    """

    unit: UnitId
    customer: CustomerId
    until: date
    total: Fen

    def __call__(self, work: Work) -> Reserved:
        at, customer = self._looked_at(work)
        if at.unit.total_fen != self.total:
            raise PriceMoved(unit=at.unit.code)
        row = work.session.scalars(
            select(Reservation)
            .where(
                Reservation.unit_id == at.unit.id,
                Reservation.customer_id == customer.id,
                Reservation.until == day_bounds(self.until, work.zone)[1],
            )
            .order_by(Reservation.request_id.desc())
            .limit(1)
        ).one()
        open_claim(
            work,
            at,
            UnitState.RESERVED,
            customer=customer.id,
            consultant=row.consultant_id,
            until=row.until,
        )
        end_release(work, at, UnitState.RESERVED.value)
        serve(work, at, customer.id)
        work.touched(Topic.CUSTOMER, customer.id)
        return {"unit": at.unit.code, "until": self.until}

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; refuses what could not be done."""
        at, customer = self._looked_at(work)
        unit = at.unit
        total = unit.total_fen
        if total is None:
            raise WithoutPrice(unit=unit.code)
        return Filing(
            project=at.unit.project_id,
            payload=replace(self, total=Fen(total)),
            subject=unit.code,
            what=(
                FactLine(name="unit", value=unit.code),
                FactLine(name="layout", value=unit.layout),
                FactLine(name="area", value=str(unit.gross_area), form="area"),
                FactLine(name="customer", value=customer.name),
                FactLine(name="until", value=self.until.isoformat(), form="day"),
                FactLine(name="list price", value=str(total), form="fen"),
            ),
            changes=(
                FactLine(name="before", value=at.state.value, form="state"),
                FactLine(name="after", value=UnitState.RESERVED.value, form="state"),
                FactLine(name="kept off sale", value=str(self._days(work)), form="days"),
                FactLine(name="value tied up", value=str(total), form="fen"),
            ),
            amount_fen=total,
            days=self._days(work),
        )

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        customer = find_customer(work, self.customer)
        consultant = customer.consultant_id or work.actor
        work.session.add(
            Reservation(
                request_id=request,
                unit_id=self.unit,
                customer_id=customer.id,
                consultant_id=work.actor if work.role == Role.CONSULTANT else consultant,
                until=day_bounds(self.until, work.zone)[1],
                total_fen=self.total,
                asker_id=work.actor,
                filed_at=work.now,
            )
        )

    def _days(self, work: Work) -> int:
        return (self.until - work.today).days

    def _looked_at(self, work: Work) -> tuple[Standing, Customer]:
        """Give unit and customer, or refuse what cannot be reserved at this moment."""
        at = standing(work, self.unit)
        if at.state in (UnitState.ON_HOLD, UnitState.RESERVED, UnitState.SUBSCRIBED):
            raise UnitTaken(unit=at.unit.code, state=at.state.value, who=_holder(work, at))
        step(work, at, "reserve")
        check_unbound(work.session, at.unit)
        check_permit(work.session, [at.unit.building_id])
        if self.until < work.today:
            raise BadEntry(field="until", value=self.until, expected=f"{work.today} or later")
        if _law(work, at) is LawLevel.BLOCK:
            raise ReservationBanned
        customer = find_customer(work, self.customer)
        check_turn(work, at, customer.id)
        return at, customer


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReservation:
    """Ask for a unit to be kept for a customer until the end of a day (留房申请)."""

    unit: UnitId
    customer: CustomerId
    until: date
    reason: str

    def __call__(self, work: Work) -> ReservationRequested:
        last = work.today + timedelta(days=setting(work.session, "reservation_longest_days"))
        if not work.today <= self.until <= last:
            raise BadEntry(field="until", value=self.until, expected=f"{work.today} - {last}")
        payload = ReserveUnit(
            unit=self.unit, customer=self.customer, until=self.until, total=Fen(0)
        )
        at = standing(work, self.unit)
        self._check_once(work, at.unit.code)
        row = file(work, RequestKind.RESERVATION, payload, self.reason)
        warned = _law(work, at) is LawLevel.WARN
        return {"request": row.id, "unit": at.unit.code, "warned": warned}

    def _check_once(self, work: Work, code: str) -> None:
        mine = (Reservation.unit_id == self.unit, Reservation.customer_id == self.customer)
        other = open_request(work, Reservation, *mine)
        if other is not None:
            raise AskedAlready(request=other, unit=code)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveUpReservation:
    """End a reservation before its day: the unit is held back until the manager releases it."""

    unit: UnitId
    reason: str

    def __call__(self, work: Work) -> str:
        reason = text.required(self.reason, "reason", 200)
        at = standing(work, self.unit)
        step(work, at, "give up reservation")
        _check_own(work, at)
        open_claim(work, at, UnitState.HELD_BACK, reason=reason)
        return at.unit.code


def leave_reservation(work: Work, at: Standing, customer: int) -> None:
    """End the reservation of *at*, if there is one, for a hold of the same *customer*.

    Raises what `check_reserved` raises.
    """
    check_reserved(work, at, customer)
    if at.claim is not None:
        end(work, at.claim, UnitState.ON_HOLD.value)
        at.claim = None


def check_reserved(work: Work, at: Standing, customer: int) -> None:
    """Raise `UnitTaken` where *at* is reserved for somebody else than *customer*, or not the actor's."""
    if at.claim is None:
        return
    known = same_customer(work.session, customer)
    if at.claim.customer_id not in known:
        raise UnitTaken(unit=at.unit.code, state=at.state.value, who=_holder(work, at))
    _check_own(work, at)


def _check_own(work: Work, at: Standing) -> None:
    """Raise `UnitTaken` when a consultant reaches for a reservation that is not his customer's."""
    claim = at.claim
    if work.role != Role.CONSULTANT or claim is None or claim.consultant_id == work.actor:
        return
    customer = work.session.get(Customer, claim.customer_id)
    while customer is not None and customer.merged_into is not None:
        customer = work.session.get(Customer, customer.merged_into)
    if customer is None or customer.consultant_id != work.actor:
        raise UnitTaken(unit=at.unit.code, state=at.state.value, who=_holder(work, at))


def _law(work: Work, at: Standing) -> LawLevel:
    """Give how hard the city's ban of internal reservations (R-26) stands in the unit's project."""
    project = find_project(work.session, at.unit.project_id)
    return footing(work.session, project, Law.RESERVATION).level


def _holder(work: Work, at: Standing) -> str:
    who = at.claim and (at.claim.consultant_id or at.claim.opened_by)
    return work.session.scalar(select(Person.name).where(Person.id == who)) or "-"
