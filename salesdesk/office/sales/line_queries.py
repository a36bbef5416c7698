"""Questions about the line behind a unit: who stands there, in which place, whose turn it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Row, select

from salesdesk.kernel.calendar import day_of
from salesdesk.office.customers.queries import owner_of, same_customer
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.sales.line import Turn, called_of, line_of
from salesdesk.office.sales.line_tables import LINE_STAGES, LinePlace
from salesdesk.office.staff.queries import names_of
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Reading

CALLED, WAITING, PASSED = "called", "waiting", "passed"
STAGES = frozenset(LINE_STAGES)
"""The states of a unit behind which somebody may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard:
    """One place in the line behind a unit; ``position`` counts from 1.

    ``state``: called (the unit is free and this customer alone may have it until ``turn_ends``),
    waiting, or passed (his turn is over; he stays in line for the next time).
    """

    id: int
    unit_id: int
    unit: str
    project_id: int
    customer_id: int
    customer: str
    consultant_id: int | None
    consultant: str
    position: int
    joined_at: datetime
    until: date
    state: str
    turn_begins: datetime | None
    turn_ends: datetime | None


def unit_line(
    reading: Reading, unit: int | None = None, *, customer: int | None = None, called: bool = False
) -> tuple[LineCard, ...]:
    """List who stands in line for a unit; with *customer* where he stands.

    With *called* only whose turn it is. Without a unit a consultant sees his own customers' places.
    """
    session = reading.session
    wanted = (
        select(LinePlace.unit_id)
        .where(LinePlace.ended_at.is_(None), LinePlace.until > reading.now)
        .distinct()
    )
    own = None if customer is None else same_customer(session, customer)
    if unit is not None:
        wanted = wanted.where(LinePlace.unit_id == unit)
    if own is not None:
        wanted = wanted.where(LinePlace.customer_id.in_(own))
    units = session.scalars(wanted).all()
    codes = {
        row.id: row
        for row in session.execute(
            select(Unit.id, Unit.code, Unit.project_id).where(Unit.id.in_(units))
        )
    }
    names = names_of(session)
    cards = [
        _card(reading, turn, position, called_of(turns, reading.now), codes, names)
        for _unit, turns in sorted(line_of(session, units, reading.now).items())
        for position, turn in enumerate(turns, 1)
    ]
    if own is not None:
        cards = [card for card in cards if card.customer_id in own]
    if called:
        cards = [card for card in cards if card.state == CALLED]
    if unit is None and customer is None and reading.role == Role.CONSULTANT:
        cards = [card for card in cards if card.consultant_id == reading.actor]
    return tuple(cards)


def _card(
    reading: Reading,
    turn: Turn,
    position: int,
    called: Turn | None,
    codes: Mapping[int, Row[int, str, int]],
    names: Mapping[int, str],
) -> LineCard:
    place, unit = turn.place, codes[turn.place.unit_id]
    owner = owner_of(reading.session, place.customer_id)
    if called is not None and called.place.id == place.id:
        state = CALLED
    else:
        state = WAITING if turn.waits(reading.now) else PASSED
    return LineCard(
        id=place.id,
        unit_id=place.unit_id,
        unit=unit.code,
        project_id=unit.project_id,
        customer_id=owner.id,
        customer=owner.name,
        consultant_id=owner.consultant_id,
        consultant=names.get(owner.consultant_id or 0, ""),
        position=position,
        joined_at=place.joined_at,
        until=day_of(place.until - timedelta(seconds=1), reading.zone),
        state=state,
        turn_begins=turn.begins,
        turn_ends=turn.ends,
    )
