"""The line behind a unit (候补): who stands in it, whose turn it is, how long he has the first refusal.

No money is taken for a place, and no command takes any (R-02). A place keeps nobody from anything while
the unit is somebody's. When it is on offer again, the first in line alone may have it held for
`first_refusal_minutes`, then the next; when all had their turn, everybody may.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypedDict

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_bounds, local
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import CustomerId, UnitId
from salesdesk.office.customers.commands import find_customer
from salesdesk.office.customers.queries import owner_of, same_customer
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import Standing, lapsed, standing
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, ReleaseBatch, ReleaseLine
from salesdesk.office.sales.line_tables import LINE_STAGES, LinePlace
from salesdesk.office.sales.lot_deals import check_unbound
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work


class NothingToWaitFor(UserError):
    """Nobody has the unit whom one could stand behind."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is {state}: there is no line behind it.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "One stands in line behind a hold, a reservation or a subscription."
    )


class HasItAlready(UserError):
    """Nobody stands in line behind himself."""

    problem = QT_TRANSLATE_NOOP("errors", "{customer} has unit {unit} already: it is {state}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Go on with that deal.")


class InLineAlready(UserError):
    """One place for each customer."""

    problem = QT_TRANSLATE_NOOP("errors", "{customer} stands in line for unit {unit} already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Leave the line first to stand there until another day.")


class LineFull(UserError):
    """The office lets no more customers stand in line."""

    problem = QT_TRANSLATE_NOOP("errors", "{most} customers stand in line for unit {unit}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Offer another unit; the administrator sets how long a line may be."
    )


class NotYourCustomer(UserError):
    """A consultant speaks for his own customers only."""

    problem = QT_TRANSLATE_NOOP("errors", "{customer} is a customer of {who}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Ask that consultant, or the site manager.")


class FirstRefusal(UserError):
    """The first in line may have the unit, and nobody else."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Unit {unit} is kept until {until} for the first in line, a customer of {who}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Offer another unit, or wait; the board shows who is in line."
    )


class StoodInLine(TypedDict):
    """The answer to standing in line: the unit's code, the place, the last day it counts."""

    unit: str
    position: int
    until: date


@dataclass(frozen=True, slots=True)
class Turn:
    """A place that counts: when its turn begins and ends where the unit is free, else None."""

    place: LinePlace
    begins: datetime | None
    ends: datetime | None

    def waits(self, now: datetime) -> bool:
        """Whether the turn is still to come, or on."""
        return self.ends is None or now < self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class StandInLine:
    """Let a customer stand in line for a unit that somebody else has (候补), without any money."""

    unit: UnitId
    customer: CustomerId
    until: date

    def __call__(self, work: Work) -> StoodInLine:
        at = standing(work, self.unit)
        customer = find_customer(work, self.customer)
        check_his_customer(work, customer)
        check_unbound(work.session, at.unit)  # nobody gets it alone: the line is its home's
        if at.claim is None or at.state.value not in LINE_STAGES:
            raise NothingToWaitFor(unit=at.unit.code, state=at.state.value)
        known = same_customer(work.session, customer.id)
        if at.claim.customer_id in known:
            raise HasItAlready(customer=customer.name, unit=at.unit.code, state=at.state.value)
        last = work.today + timedelta(days=setting(work.session, "line_longest_days"))
        if not work.today <= self.until <= last:
            raise BadEntry(field="until", value=self.until, expected=f"{work.today} - {last}")
        ahead = self._ahead(work, at, customer, known)
        place = LinePlace(
            unit_id=at.unit.id,
            customer_id=customer.id,
            joined_at=work.now,
            joined_by=work.actor,
            until=day_bounds(self.until, work.zone)[1],
        )
        work.session.add(place)
        work.session.flush()
        _told(work, place, "joined")
        return {"unit": at.unit.code, "position": ahead + 1, "until": self.until}

    def _ahead(self, work: Work, at: Standing, customer: Customer, known: frozenset[int]) -> int:
        """Give how many stand there already; a place of his own that is over is left behind."""
        rows = work.session.scalars(
            select(LinePlace).where(LinePlace.unit_id == at.unit.id, LinePlace.ended_at.is_(None))
        ).all()
        for row in rows:
            if row.customer_id in known:
                if row.until > work.now:
                    raise InLineAlready(customer=customer.name, unit=at.unit.code)
                leave(work, row, "time over")
        ahead = sum(row.until > work.now and row.ended_at is None for row in rows)
        most = setting(work.session, "line_longest")
        if ahead >= most:
            raise LineFull(most=most, unit=at.unit.code)
        return ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveLine:
    """Give a customer's place in line up; those behind him move up."""

    unit: UnitId
    customer: CustomerId
    reason: str = ""

    def __call__(self, work: Work) -> str:
        at = standing(work, self.unit)
        customer = find_customer(work, self.customer)
        check_his_customer(work, customer)
        place = place_of(work, at, customer.id)
        if place is None:
            raise NotFound(what="place in line", key=customer.name)
        leave(work, place, text.clean(self.reason, "reason", 200) or "left")
        return at.unit.code


def check_turn(work: Work, at: Standing, customer: int) -> None:
    """Raise `FirstRefusal` where the unit is kept for another customer who is first in line."""
    if at.claim is not None or at.released is None:
        return
    turns = line_of(work.session, [at.unit.id], work.now).get(at.unit.id, ())
    called = called_of(turns, work.now)
    if called is None or called.place.customer_id in same_customer(work.session, customer):
        return
    owner = owner_of(work.session, called.place.customer_id)
    who = work.session.get(Person, owner.consultant_id) if owner.consultant_id else None
    until = f"{local(called.ends, work.zone):%Y-%m-%d %H:%M}" if called.ends else "-"
    raise FirstRefusal(unit=at.unit.code, until=until, who=who.name if who is not None else "-")


def serve(work: Work, at: Standing, customer: int) -> None:
    """End the customer's place: he has the unit now."""
    place = place_of(work, at, customer)
    if place is not None:
        leave(work, place, "served")


def place_of(work: Work, at: Standing, customer: int) -> LinePlace | None:
    """Give the customer's place in line, also one whose time is over."""
    return work.session.scalar(
        select(LinePlace).where(
            LinePlace.unit_id == at.unit.id,
            LinePlace.customer_id.in_(same_customer(work.session, customer)),
            LinePlace.ended_at.is_(None),
        )
    )


def leave(work: Work, place: LinePlace, reason: str) -> None:
    """End a place in line."""
    place.ended_at, place.ended_by, place.end_reason = work.now, work.actor, reason
    work.session.flush()
    _told(work, place, reason)


def check_his_customer(work: Work, customer: Customer) -> None:
    """Raise `NotYourCustomer` where a consultant speaks for somebody else's customer."""
    if work.role != Role.CONSULTANT or customer.consultant_id == work.actor:
        return
    who = work.session.get(Person, customer.consultant_id) if customer.consultant_id else None
    raise NotYourCustomer(customer=customer.name, who=who.name if who is not None else "-")


def line_of(session: Session, units: Iterable[int], now: datetime) -> dict[int, tuple[Turn, ...]]:
    """Give the places that count behind each of *units*, in their order, with their turns."""
    wanted = list(units)
    rows = session.scalars(
        select(LinePlace).where(LinePlace.unit_id.in_(wanted)).order_by(LinePlace.id)
    ).all()
    waited_for = {row.unit_id for row in rows if row.ended_at is None and row.until > now}
    freed = freed_at(session, waited_for, now)
    window = timedelta(minutes=setting(session, "first_refusal_minutes"))
    found: dict[int, tuple[Turn, ...]] = {}
    for unit in waited_for:
        since, turn = freed.get(unit), 0
        turns: list[Turn] = []
        for row in (row for row in rows if row.unit_id == unit):
            if row.ended_at is None and row.until > now:
                begins = None if since is None else since + turn * window
                turns.append(Turn(row, begins, None if begins is None else begins + window))
            if since is not None and _stood(row, since):
                turn += 1
        found[unit] = tuple(turns)
    return found


def called_of(turns: Iterable[Turn], now: datetime) -> Turn | None:
    """Give whose turn it is: the first whose time is not over; None while the unit is not free."""
    return next((turn for turn in turns if turn.ends is not None and turn.waits(now)), None)


def freed_at(session: Session, units: Iterable[int], now: datetime) -> dict[int, datetime]:
    """Give since when those of *units* that are on offer and nobody's are free."""
    wanted = list(units)
    live: set[int] = set()
    freed: dict[int, datetime] = {}
    for claim in session.scalars(
        select(Claim).where(
            Claim.id.in_(
                select(func.max(Claim.id)).where(Claim.unit_id.in_(wanted)).group_by(Claim.unit_id)
            )
        )
    ):
        ended = claim.ended_at
        if ended is None and claim.stage == UnitState.ON_HOLD and lapsed(claim, now):
            ended = claim.until
        if ended is None:
            live.add(claim.unit_id)
        else:
            freed[claim.unit_id] = max(ended, freed.get(claim.unit_id, ended))
    released = session.execute(
        select(ReleaseLine.unit_id, ReleaseBatch.at)
        .join(ReleaseBatch, ReleaseBatch.id == ReleaseLine.batch_id)
        .where(and_(ReleaseLine.unit_id.in_(wanted), ReleaseLine.ended_at.is_(None)))
    )
    return {unit: max(at, freed.get(unit, at)) for unit, at in released if unit not in live}


def _stood(row: LinePlace, since: datetime) -> bool:
    """Whether the place counted at the moment the unit came free: its turn is kept, also if left."""
    return (
        row.joined_at <= since
        and row.until > since
        and (row.ended_at is None or row.ended_at > since)
    )


def _told(work: Work, place: LinePlace, what: str) -> None:
    work.note(Topic.UNIT, place.unit_id, line=what)
    work.touched(Topic.CUSTOMER, place.customer_id)
