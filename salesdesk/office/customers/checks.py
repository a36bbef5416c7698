"""Questions about spot checks: what chance picked for today, and what was found and advised."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import and_, exists, or_, select

from salesdesk.kernel.calendar import day_bounds
from salesdesk.kernel.keys import CustomerId
from salesdesk.office.customers.check_rules import CHECKED_DAYS, LATE_DAYS, EntryKind, drawn
from salesdesk.office.customers.check_tables import SpotCheck
from salesdesk.office.customers.tables import Customer, FollowUp, Visit
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.office.staff.rules import Role
from salesdesk.store.journal import JournalRow, Seal
from salesdesk.store.work import Reading

Entry = tuple[EntryKind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLine:
    """One entry to look at: ``verdict`` empty until it is checked; ``own``: the asker's own.

    ``drawn``: chance picked it; else it was made late, and waits for a comment.
    """

    kind: EntryKind
    key: int
    number: int
    customer_id: int
    customer: str
    written_at: datetime
    written_by: str
    consultant: str
    manner: str
    words: str
    late: bool
    verdict: str
    comment: str
    checked_by: str
    own: bool
    drawn: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """A spot check or a comment that was made; ``verdict`` is empty for a comment alone."""

    id: int
    kind: EntryKind
    key: int
    customer_id: int
    customer: str
    consultant: str
    written_at: datetime
    at: datetime
    checked_by: str
    verdict: str
    comment: str


def spot_sample(reading: Reading, *, late: bool = False) -> tuple[SampleLine, ...]:
    """Give the entries that chance picked for today, those still to be checked first.

    With *late* also the late entries of the last days that nobody has looked at.

    The database picks: by the newest seal of its journal made before today, which nobody can
    choose, from what was written down in the week before and not checked before today. So all who
    ask see the same entries all day.
    """
    entries = sample(reading)
    made = _newest(reading, entries)
    lines = [line for entry in entries if (line := _line(reading, entry, made.get(entry)))]
    if late:
        there = {entry[1] for entry in entries if entry[0] is EntryKind.VISIT}
        waiting = ((EntryKind.VISIT, row.id) for row in late_visits(reading))
        more = (_line(reading, entry, None) for entry in waiting if entry[1] not in there)
        lines += [replace(line, drawn=False) for line in more if line]
    return tuple(sorted(lines, key=lambda line: bool(line.verdict)))


def late_visits(reading: Reading) -> list[Visit]:
    """Give the entries made on another day than the visit's (seed 3.2.1) that nobody looked at yet."""
    begins, _ends = day_bounds(reading.today - timedelta(days=LATE_DAYS), reading.zone)
    return list(
        reading.session.scalars(
            select(Visit)
            .where(
                Visit.late.in_((True,)),
                Visit.recorded_at >= begins,
                ~exists().where(SpotCheck.visit_id == Visit.id),
            )
            .order_by(Visit.recorded_at, Visit.id)
        )
    )


def sample(reading: Reading) -> list[Entry]:
    """Give today's entries by kind and id, in the order in which they were drawn."""
    begins, _ends = day_bounds(reading.today, reading.zone)
    since = begins - timedelta(days=CHECKED_DAYS)
    before = and_(SpotCheck.verdict != "", SpotCheck.at < begins)
    visits = reading.session.scalars(
        select(Visit.id).where(
            Visit.recorded_at >= since,
            Visit.recorded_at < begins,
            ~exists().where(SpotCheck.visit_id == Visit.id, before),
        )
    )
    follow_ups = reading.session.scalars(
        select(FollowUp.id).where(
            FollowUp.done_at >= since,
            FollowUp.done_at < begins,
            ~exists().where(SpotCheck.follow_up_id == FollowUp.id, before),
        )
    )
    entries: list[Entry] = [(EntryKind.VISIT, key) for key in visits]
    entries += [(EntryKind.FOLLOW_UP, key) for key in follow_ups]
    size = int(setting(reading.session, "spot_checks_daily"))
    return drawn(_seed(reading, begins), entries, size)


def _seed(reading: Reading, begins: datetime) -> str:
    """Give what decides the draw of the day that *begins*: nobody chooses it, and it stays."""
    sealed = select(Seal.hash).where(Seal.at < begins).order_by(Seal.id.desc()).limit(1)
    first = select(JournalRow.intent).order_by(JournalRow.id).limit(1)
    words = f"{reading.session.scalar(first)}\0{reading.session.scalar(sealed)}\0{begins}"
    return hashlib.sha256(words.encode()).hexdigest()


def _newest(reading: Reading, entries: Iterable[Entry]) -> Mapping[Entry, SpotCheck]:
    """Give the check of each of *entries* that has one."""
    visits = [key for kind, key in entries if kind is EntryKind.VISIT]
    follow_ups = [key for kind, key in entries if kind is EntryKind.FOLLOW_UP]
    rows = reading.session.scalars(
        select(SpotCheck).where(
            SpotCheck.verdict != "",
            or_(SpotCheck.visit_id.in_(visits), SpotCheck.follow_up_id.in_(follow_ups)),
        )
    )
    return {entry_of(row): row for row in rows}


def entry_of(row: SpotCheck) -> Entry:
    """Give what a check is about."""
    if row.visit_id is not None:
        return EntryKind.VISIT, row.visit_id
    return EntryKind.FOLLOW_UP, row.follow_up_id or 0


def _line(reading: Reading, entry: Entry, made: SpotCheck | None) -> SampleLine | None:
    kind, key = entry
    session, names = reading.session, names_of(reading.session)
    visit = session.get(Visit, key) if kind is EntryKind.VISIT else None
    follow_up = session.get(FollowUp, key) if kind is EntryKind.FOLLOW_UP else None
    row = visit or follow_up
    if row is None:
        return None
    writer = visit.receptionist_id if visit else follow_up.done_by if follow_up else None
    written = visit.recorded_at if visit else follow_up.done_at if follow_up else None
    return SampleLine(
        kind=kind,
        key=key,
        number=visit.number if visit else 0,
        customer_id=row.customer_id,
        customer=session.get_one(Customer, row.customer_id).name,
        written_at=written or reading.now,
        written_by=names.get(writer or 0, ""),
        consultant=names.get(row.consultant_id or 0, ""),
        manner=row.manner,
        words=visit.remarks if visit else follow_up.result if follow_up else "",
        late=bool(visit and visit.late),
        verdict=made.verdict if made else "",
        comment=made.comment if made else "",
        checked_by=names.get(made.actor_id, "") if made else "",
        own=writer == reading.actor,
    )


def spot_checks(
    reading: Reading,
    customer: CustomerId | None = None,
    first_on: date | None = None,
    last_on: date | None = None,
    limit: int = 500,
) -> tuple[CheckLine, ...]:
    """List checks and comments, the newest first: all, or of one *customer*, or of a span of days.

    A consultant sees those about his own customers and his own entries.
    """
    wanted = (
        select(SpotCheck, Visit, FollowUp, Customer)
        .outerjoin(Visit, Visit.id == SpotCheck.visit_id)
        .outerjoin(FollowUp, FollowUp.id == SpotCheck.follow_up_id)
        .join(Customer, or_(Customer.id == Visit.customer_id, Customer.id == FollowUp.customer_id))
        .order_by(SpotCheck.id.desc())
        .limit(limit)
    )
    if customer is not None:
        wanted = wanted.where(Customer.id == customer)
    if reading.role == Role.CONSULTANT:
        me = reading.actor
        wanted = wanted.where(
            or_(
                Customer.consultant_id == me,
                Visit.receptionist_id == me,
                FollowUp.consultant_id == me,
            )
        )
    if first_on is not None:
        wanted = wanted.where(SpotCheck.at >= day_bounds(first_on, reading.zone)[0])
    if last_on is not None:
        wanted = wanted.where(SpotCheck.at < day_bounds(last_on, reading.zone)[1])
    names = names_of(reading.session)
    lines = []
    for row, visit, follow_up, who in reading.session.execute(wanted):
        kind, key = entry_of(row)
        of_visit = kind is EntryKind.VISIT
        written = visit.recorded_at if of_visit else follow_up.done_at
        whose = visit.consultant_id if of_visit else follow_up.consultant_id
        lines.append(
            CheckLine(
                id=row.id,
                kind=kind,
                key=key,
                customer_id=who.id,
                customer=who.name,
                consultant=names.get(whose or 0, ""),
                written_at=written or row.at,
                at=row.at,
                checked_by=names.get(row.actor_id, ""),
                verdict=row.verdict,
                comment=row.comment,
            )
        )
    return tuple(lines)
