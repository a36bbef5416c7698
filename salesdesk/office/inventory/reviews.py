"""When what is kept back is looked at again (复核日期): set, asked for, put off with a reason."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import and_, func, or_, select

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import BadEntry, MissingEntry
from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.office.inventory.claims import CLOCK, Standing, standings, step
from salesdesk.office.inventory.review_tables import FARTHEST_DAYS, ClaimReview
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading, Work

KEPT_BACK = (UnitState.HELD_BACK, UnitState.BLOCKED)
"""The states that somebody has to look at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBackLine:
    """A unit that is kept back: since when, by whom, why, and on which day it is looked at again."""

    unit_id: int
    unit: str
    state: UnitState
    since: datetime
    by: str
    reason: str
    review_on: date
    days_over: int
    note: str
    total_fen: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewHoldBack:
    """Look at units that are kept back, and leave them so until another day, with a reason."""

    units: tuple[UnitId, ...]
    review_on: date
    reason: str

    def __call__(self, work: Work) -> int:
        reason = text.required(self.reason, "reason", 200)
        if not self.units:
            raise MissingEntry(field="units")
        found = standings(work, self.units)
        for at in found:
            step(work, at, "review")
        set_review(work, found, self.review_on, reason)
        return len(found)


def set_review(work: Work, found: list[Standing], review_on: date | None, note: str = "") -> None:
    """Say when the units *found*, kept back just now, are looked at again.

    None leaves it to the office's setting. Raises `BadEntry` for a day that is past or too far.
    """
    if review_on is None:
        return
    first, last = work.today + timedelta(days=1), work.today + timedelta(days=FARTHEST_DAYS)
    if not first <= review_on <= last:
        raise BadEntry(field="review on", value=review_on, expected=f"{first} - {last}")
    for at in found:
        if at.claim is None:
            continue
        row = ClaimReview(
            claim_id=at.claim.id, review_on=review_on, note=note, at=work.now, actor_id=work.actor
        )
        work.session.add(row)
        work.note(Topic.UNIT, at.unit.id, review_on=review_on.isoformat())
    work.session.flush()


def kept_back(
    reading: Reading, project: ProjectId | None = None, unit: UnitId | None = None
) -> tuple[KeptBackLine, ...]:
    """List what is held back or blocked, the longest due for review first; of *unit* only that one.

    Where nobody set a day, it is the office's setting of days after the unit was kept back. A
    reservation past its day counts as held back from then on.
    """
    newest = select(func.max(ClaimReview.id)).group_by(ClaimReview.claim_id)
    over = and_(Claim.stage == UnitState.RESERVED.value, Claim.until <= reading.now)
    wanted = (
        select(Claim, Unit.code, Unit.total_fen, ClaimReview)
        .join(Unit, Unit.id == Claim.unit_id)
        .outerjoin(ClaimReview, and_(ClaimReview.claim_id == Claim.id, ClaimReview.id.in_(newest)))
        .where(
            Claim.ended_at.is_(None),
            or_(Claim.stage.in_([state.value for state in KEPT_BACK]), over),
        )
    )
    if project is not None:
        wanted = wanted.where(Unit.project_id == project)
    if unit is not None:
        wanted = wanted.where(Unit.id == unit)
    names = names_of(reading.session)
    usual = timedelta(days=int(setting(reading.session, "review_days")))
    lines = []
    for claim, code, total_fen, review in reading.session.execute(wanted):
        reserved = claim.stage == UnitState.RESERVED
        since = claim.until if reserved and claim.until else claim.opened_at
        dated: ClaimReview | None = review
        on = dated.review_on if dated else day_of(since, reading.zone) + usual
        lines.append(
            KeptBackLine(
                unit_id=claim.unit_id,
                unit=code,
                state=UnitState.HELD_BACK if reserved else UnitState(claim.stage),
                since=since,
                by="clock" if claim.opened_by == CLOCK else names.get(claim.opened_by, ""),
                reason="reservation over" if reserved else claim.reason,
                review_on=on,
                days_over=max(0, (reading.today - on).days),
                note=dated.note if dated else "",
                total_fen=total_fen,
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.review_on, line.unit)))
