"""The board as it stood: at any past minute, and all that changed on it within a day.

Nothing is kept for this. Claims, release lines and price changes are dated rows that only ever
end, so any moment can be read from them (law 1): a claim counts from the moment it was opened
until the moment it ended, without the latter; a hold no longer than its time, even where its row
was ended later. What a list changed of a unit that nobody had (area, layout, orientation, use)
was written down before it changed. What no row dates (places, names) is as it is today.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, or_, select

from salesdesk.kernel.calendar import day_bounds, zoned
from salesdesk.kernel.errors import BadEntry
from salesdesk.office.inventory.before_tables import DATED, UnitBefore
from salesdesk.office.inventory.loading import load_past_columns, load_past_states
from salesdesk.office.inventory.queries import board_cards, columns_of, find_project, first_project
from salesdesk.office.inventory.remaking_tables import UnitRemake
from salesdesk.office.inventory.rules import PUBLIC_FACE, STATES, UnitState
from salesdesk.office.inventory.sheets import (
    BoardChange,
    BoardColumns,
    BoardDay,
    ChangeLine,
    UnitCard,
    UnitPatch,
)
from salesdesk.office.inventory.tables import (
    Claim,
    ImportFile,
    PriceChange,
    ReleaseBatch,
    ReleaseLine,
    Unit,
)
from salesdesk.office.staff.posted import check_project
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading

CLOCK = "clock"
"""Who does what happens by itself."""
_INDEX = {state.value: index for index, state in enumerate(STATES)}
_MOMENT = timedelta(microseconds=1)
_BEGINNING = datetime(1970, 1, 2, tzinfo=UTC)
"""No office is older."""
_CLAIM: tuple[Any, ...] = (
    Claim.unit_id,
    Claim.stage,
    Claim.opened_at,
    Claim.opened_by,
    Claim.until,
    Claim.reason,
    Claim.ended_at,
    Claim.ended_by,
    Claim.end_reason,
)
_RELEASE: tuple[Any, ...] = (
    ReleaseLine.unit_id,
    ReleaseBatch.at,
    ReleaseBatch.actor_id,
    ReleaseBatch.name,
    ReleaseLine.ended_at,
    ReleaseLine.ended_by,
    ReleaseLine.end_reason,
)
_PRICE: tuple[Any, ...] = (
    PriceChange.unit_id,
    PriceChange.at,
    PriceChange.actor_id,
    PriceChange.unit_price_fen,
    PriceChange.total_fen,
    PriceChange.reason,
)


def board_columns_at(reading: Reading, project: int, moment: datetime) -> BoardColumns:
    """Give a project's units as `BoardColumns`, as the board stood at a past *moment*.

    Units that came in later are not there. Raises `BadEntry` for a moment that is still to come.
    """
    when = _past(reading, moment)
    check_project(reading.session, project)
    connection = reading.session.connection()
    loaded = load_past_columns(connection, project, when)
    found = load_past_states(connection, loaded.numbers[0], when)
    return columns_of(reading, project, loaded, found)


def board_at(
    reading: Reading, moment: datetime, project: int | None = None
) -> tuple[UnitCard, ...]:
    """Give the units of a project (default the first) as cards, as they stood at *moment*.

    Customer and consultant are left out. Raises `BadEntry` for a moment that is still to come.
    """
    key = first_project(reading.session) if project is None else project
    columns = board_columns_at(reading, key, moment)
    then = {patch.id: patch for patch in patches_of(columns)}
    looked = _looks(reading, key, moment)
    return tuple(
        replace(
            card,
            state=(state := STATES[patch.state]),
            public_face=PUBLIC_FACE[state].value,
            unit_price_fen=_price(patch.unit_price_fen),
            total_fen=_price(patch.total_fen),
            until=_until(patch),
            customer=None,
            customer_id=None,
            consultant=None,
            **looked.get(card.id, {}),
        )
        for card in board_cards(reading, Unit.project_id == key)
        if (patch := then.get(card.id)) is not None
    )


def _looks(reading: Reading, project: int, moment: datetime) -> dict[int, dict[str, Any]]:
    """Give what units were at *moment* that were changed since, by unit."""
    rows = reading.session.scalars(
        select(UnitBefore)
        .join(Unit, Unit.id == UnitBefore.unit_id)
        .where(Unit.project_id == project, UnitBefore.at > _past(reading, moment))
        .order_by(UnitBefore.id.desc())
    )
    return {row.unit_id: {name: getattr(row, name) for name in DATED} for row in rows}


def patches_of(columns: BoardColumns) -> tuple[UnitPatch, ...]:
    """Give what can change of every unit of *columns*."""
    return tuple(
        map(
            UnitPatch,
            columns.ids.tolist(),
            columns.states.tolist(),
            columns.unit_prices.tolist(),
            columns.totals.tolist(),
            columns.untils.tolist(),
        )
    )


@dataclass(slots=True)
class _Course:
    """What is dated of one unit: claims, release lines and prices, as far as a day touches them."""

    code: str = ""
    claims: list[Any] = field(default_factory=list)
    releases: list[Any] = field(default_factory=list)
    prices: list[Any] = field(default_factory=list)
    moments: set[datetime] = field(default_factory=set)
    price: tuple[int, int] = (-1, -1)

    def at(self, unit: int, moment: datetime) -> UnitPatch:
        """Give how the unit stood at *moment*."""
        price = self.price
        for change in self.prices:
            if change.at <= moment:
                price = (change.unit_price_fen, change.total_fen)
        for claim in self.claims:
            over = over_at(claim)
            if claim.opened_at <= moment and (over is None or moment < over):
                until = claim.until.timestamp() if claim.until else 0.0
                return UnitPatch(unit, _INDEX[claim.stage], *price, until)
        offered = any(
            line.at <= moment and (line.ended_at is None or moment < line.ended_at)
            for line in self.releases
        )
        state = UnitState.AVAILABLE if offered else UnitState.DRAFT
        return UnitPatch(unit, _INDEX[state.value], *price, 0.0)

    def cause(self, moment: datetime) -> tuple[int | None, str]:
        """Give who did what happened at *moment* (None: the clock), and the reason given."""
        for claim in self.claims:
            if claim.opened_at == moment:
                return claim.opened_by, claim.reason
        for line in self.releases:
            if line.at == moment:
                return line.actor_id, line.name
        for claim in self.claims:
            if over_at(claim) == moment:
                by_clock = not claim.ended_by or claim.ended_at != moment
                return (None, "") if by_clock else (claim.ended_by, claim.end_reason)
        for line in self.releases:
            if line.ended_at == moment:
                return line.ended_by, line.end_reason
        change = next(change for change in self.prices if change.at == moment)
        return change.actor_id, change.reason


def over_at(claim: Any) -> datetime | None:
    """Give when a claim's row ceased to count: a hold at its time, whenever its row was ended."""
    ended: datetime | None = claim.ended_at
    if claim.stage != UnitState.ON_HOLD or claim.until is None:
        return ended
    until: datetime = claim.until
    return until if ended is None else min(ended, until)


def board_day(reading: Reading, project: int, day: date | None = None) -> BoardDay:
    """Give all that changed on a project's board on *day* (default today), with who did it.

    Raises `BadEntry` for a day that is still to come.
    """
    wanted = reading.today if day is None else day
    if not _BEGINNING.date() < wanted <= reading.today:
        raise BadEntry(field="day", value=wanted, expected="a day until today")
    first, after = day_bounds(wanted, reading.zone)
    find_project(reading.session, project)
    last = min(after - _MOMENT, reading.now)
    courses, arrivals = _courses(reading, project, first, last)
    names = names_of(reading.session)
    changes = [
        change
        for unit, course in courses.items()
        for change in _changes(unit, course, names, first)
    ]
    changes.sort(key=lambda change: (change.at, change.unit))
    return BoardDay(
        project=project,
        day=wanted,
        first=first,
        last=last,
        changes=tuple(changes),
        arrivals=tuple(sorted(arrivals)),
    )


def board_changes(
    reading: Reading, project: int | None = None, day: date | None = None
) -> tuple[ChangeLine, ...]:
    """Give what changed on the board of a project (default the first) on *day* (default today).

    Raises what `board_day` raises.
    """
    key = first_project(reading.session) if project is None else project
    return tuple(
        ChangeLine(
            at=change.at,
            code=change.code,
            state_before=STATES[change.before.state],
            state=STATES[change.after.state],
            total_fen_before=_price(change.before.total_fen),
            total_fen=_price(change.after.total_fen),
            until=_until(change.after),
            actor=change.actor,
            reason=change.reason,
        )
        for change in board_day(reading, key, day).changes
    )


def _changes(
    unit: int, course: _Course, names: dict[int, str], first: datetime
) -> Iterable[BoardChange]:
    before = course.at(unit, first - _MOMENT)
    for moment in sorted(course.moments):
        after = course.at(unit, moment)
        if after != before:
            actor, reason = course.cause(moment)
            yield BoardChange(
                at=moment,
                unit=unit,
                code=course.code,
                before=before,
                after=after,
                actor=CLOCK if not actor else names.get(actor, ""),
                reason=reason,
            )
        before = after


def _courses(
    reading: Reading, project: int, first: datetime, last: datetime
) -> tuple[dict[int, _Course], set[datetime]]:
    """Give the courses of those units of which something happened, and when units came in."""
    session = reading.session
    courses: dict[int, _Course] = defaultdict(_Course)

    def happened(course: _Course, *moments: datetime | None) -> None:
        course.moments.update(m for m in moments if m is not None and first <= m <= last)

    for row in session.execute(_overlapping_claims(project, first, last)):
        courses[row.unit_id].claims.append(row)
        happened(courses[row.unit_id], row.opened_at, over_at(row))
    for row in session.execute(_overlapping_releases(project, first, last)):
        courses[row.unit_id].releases.append(row)
        happened(courses[row.unit_id], row.at, row.ended_at)
    for row in session.execute(_prices(project, first, last)):
        courses[row.unit_id].prices.append(row)
        happened(courses[row.unit_id], row.at)
    touched = {unit: course for unit, course in courses.items() if course.moments}
    arrivals = set(
        session.scalars(
            select(ImportFile.at).where(
                ImportFile.project_id == project, ImportFile.at >= first, ImportFile.at <= last
            )
        )
    )
    arrivals.update(
        session.scalars(
            select(UnitRemake.at).where(
                UnitRemake.project_id == project, UnitRemake.at >= first, UnitRemake.at <= last
            )
        )
    )
    if touched:
        check_project(session, project)
        earlier = load_past_columns(session.connection(), project, first - _MOMENT)
        keys, prices, totals = earlier.numbers[0], earlier.numbers[4], earlier.numbers[5]
        codes = dict(
            session.execute(select(Unit.id, Unit.code).where(Unit.project_id == project)).all()
        )
        known = {
            unit: (price, total)
            for unit, price, total in zip(
                keys.tolist(), prices.tolist(), totals.tolist(), strict=True
            )
        }
        for unit, course in touched.items():
            course.code = codes[unit]
            course.price = known.get(unit, (-1, -1))
            if unit not in known and course.prices:
                arrivals.add(course.prices[0].at)
    return touched, arrivals


def _overlapping_claims(project: int, first: datetime, last: datetime) -> Select[Any]:
    return (
        select(*_CLAIM)
        .join(Unit, Unit.id == Claim.unit_id)
        .where(
            Unit.project_id == project,
            Claim.opened_at <= last,
            or_(Claim.ended_at.is_(None), Claim.ended_at >= first),
        )
        .order_by(Claim.id)
    )


def _overlapping_releases(project: int, first: datetime, last: datetime) -> Select[Any]:
    return (
        select(*_RELEASE)
        .join(ReleaseBatch, ReleaseBatch.id == ReleaseLine.batch_id)
        .join(Unit, Unit.id == ReleaseLine.unit_id)
        .where(
            Unit.project_id == project,
            ReleaseBatch.at <= last,
            or_(ReleaseLine.ended_at.is_(None), ReleaseLine.ended_at >= first),
        )
        .order_by(ReleaseLine.id)
    )


def _prices(project: int, first: datetime, last: datetime) -> Select[Any]:
    return (
        select(*_PRICE)
        .join(Unit, Unit.id == PriceChange.unit_id)
        .where(Unit.project_id == project, PriceChange.at >= first, PriceChange.at <= last)
        .order_by(PriceChange.id)
    )


def _past(reading: Reading, moment: datetime) -> datetime:
    """Give *moment* where it has been; one without a time zone is the office's own."""
    if moment.replace(tzinfo=UTC) > _BEGINNING:  # earlier and much later ones have no UTC
        when = moment if moment.tzinfo is not None else zoned(moment, reading.zone)
        if when <= reading.now:
            return when
    shown = f"{moment:%Y-%m-%d %H:%M}"
    raise BadEntry(field="moment", value=shown, expected="a moment until now")


def _price(fen: int) -> int | None:
    return None if fen < 0 else fen


def _until(patch: UnitPatch) -> datetime | None:
    return datetime.fromtimestamp(patch.until, UTC) if patch.until else None
