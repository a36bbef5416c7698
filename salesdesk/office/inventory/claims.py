"""The one door to a unit's claim: read it, end it, open the next. All states come from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, case, or_, select
from sqlalchemy.orm import Session

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotAllowedNow, NotFound, UserError
from salesdesk.office.inventory import claim_guards
from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.rules import FREEZING, LAPSING, UNIT, UnitState
from salesdesk.office.inventory.tables import (
    Claim,
    Permit,
    PermitBuilding,
    ReleaseLine,
    Unit,
)
from salesdesk.office.staff.posted import check_project
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Reading, Work

CLOCK = claim_guards.CLOCK
"""The actor of what happens by itself."""

_TOGETHER = 500
"""Units in one question: databases bound the number of parameters."""


_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
# Who is about to act on a unit holds its row until the end: what is read next stays true.
# In the order of ids, so that two commands over many units cannot wait for each other.
_HELD_ROWS = (
    select(Unit)
    .where(Unit.id.in_(_KEYS))
    .order_by(Unit.id)
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)
_STANDING = (
    select(Unit.id, Claim, ReleaseLine, present())
    .outerjoin(Claim, and_(Claim.unit_id == Unit.id, Claim.ended_at.is_(None)))
    .outerjoin(ReleaseLine, and_(ReleaseLine.unit_id == Unit.id, ReleaseLine.ended_at.is_(None)))
    .where(Unit.id.in_(_KEYS))
)
_FOLLOWERS = (
    select(Claim)
    .join(Binding, and_(Binding.lot_id == Claim.unit_id, Binding.ended_at.is_(None)))
    .where(
        Binding.home_id == bindparam("home"),
        Claim.deal_id == bindparam("deal"),
        Claim.ended_at.is_(None),
    )
    .order_by(Claim.unit_id)
)
"""Built once: every command over a unit asks them, and building costs more than asking."""


class UnitTaken(UserError):
    """Somebody else has the unit."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is not free: it is {state}, with {who}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose another unit, or wait until this one is let go; the board shows it."
    )


class UnitRetired(UserError):
    """The unit was merged or split: it is no more."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is no more: it was merged or split.")
    remedy = QT_TRANSLATE_NOOP("errors", "Its history says what it became; choose that unit.")


class NotOnOffer(UserError):
    """The unit has not been released, or was withdrawn."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} is not on offer: it is {state}.")
    remedy = QT_TRANSLATE_NOOP("errors", "The site manager can release it.")


@dataclass(slots=True)
class Standing:
    """Where a unit stands at this moment: its row, live claim if any, and derived state."""

    unit: Unit
    claim: Claim | None
    released: ReleaseLine | None

    @property
    def state(self) -> UnitState:
        """The derived state."""
        if self.claim is not None:
            return UnitState(self.claim.stage)
        return UnitState.AVAILABLE if self.released is not None else UnitState.DRAFT


def live(now: datetime | BindParameter[Any]) -> ColumnElement[bool]:
    """Give the condition under which a claim counts: not ended, and no hold past its time.

    A reservation past its day counts, as held back (`state_term`).
    """
    return and_(
        Claim.ended_at.is_(None),
        or_(Claim.until.is_(None), Claim.until > now, Claim.stage != UnitState.ON_HOLD.value),
    )


def freezing(now: datetime | BindParameter[Any]) -> ColumnElement[bool]:
    """Give the condition under which a claim keeps its unit's price: it is somebody's, and not over."""
    return and_(
        Claim.ended_at.is_(None),
        or_(Claim.until.is_(None), Claim.until > now),
        Claim.stage.in_([stage.value for stage in FREEZING]),
    )


def frozen_units(reading: Reading, project: int) -> frozenset[int]:
    """Give a project's units whose price may not change: such a claim lives on them."""
    return frozenset(
        reading.session.scalars(
            select(Claim.unit_id)
            .join(Unit, Unit.id == Claim.unit_id)
            .where(Unit.project_id == project, freezing(reading.now))
        )
    )


def state_term(now: datetime | BindParameter[Any]) -> ColumnElement[str]:
    """Give a unit's state as an SQL term, for queries over `units_with_claims`."""
    return case(
        (
            and_(Claim.stage == UnitState.RESERVED.value, Claim.until <= now),
            UnitState.HELD_BACK.value,
        ),
        (and_(Claim.id.is_not(None), live(now)), Claim.stage),
        (ReleaseLine.id.is_not(None), UnitState.AVAILABLE.value),
        else_=UnitState.DRAFT.value,
    )


def standing(work: Work, unit: int) -> Standing:
    """Give where *unit* stands; what is past its time is ended here, by the clock."""
    return standings(work, (unit,))[0]


def standings(work: Work, units: Iterable[int]) -> list[Standing]:
    """Give where *units* stand, each once, as `standing` does; three questions for hundreds."""
    wanted = list(dict.fromkeys(units))
    found: list[Standing] = []
    for start in range(0, len(wanted), _TOGETHER):
        some = wanted[start : start + _TOGETHER]
        found += _standings(work, some)
    return found


def _standings(work: Work, keys: list[int]) -> list[Standing]:
    session = work.session
    rows = {row.id: row for row in session.scalars(_HELD_ROWS, {"keys": keys})}
    for key in keys:
        if key not in rows:
            raise NotFound(what="unit", key=key)
        check_project(session, rows[key].project_id)
    claims: dict[int, Claim] = {}
    releases: dict[int, ReleaseLine] = {}
    for key, claim, line, there in session.execute(_STANDING, {"keys": keys}):
        if not there:
            raise UnitRetired(unit=rows[key].code)
        if claim is not None:
            claims[key] = claim
        if line is not None:
            releases[key] = line
    for key, claim in list(claims.items()):
        if lapsed(claim, work.now):
            end(work, claim, "time over", by_clock=True)
            del claims[key]
            if claim.stage == UnitState.RESERVED:
                claims[key] = _held_back(work, claim)
    return [Standing(rows[key], claims.get(key), releases.get(key)) for key in keys]


def lapsed(claim: Claim, now: datetime) -> bool:
    """Whether *claim* is a hold or a reservation whose time is over."""
    return claim.stage in LAPSING and claim.until is not None and claim.until <= now


def _held_back(work: Work, over: Claim) -> Claim:
    """Hold back what was reserved, from the moment the reservation was over."""
    claim = Claim(
        unit_id=over.unit_id,
        stage=UnitState.HELD_BACK.value,
        opened_at=over.until,
        opened_by=CLOCK,
        reason="reservation over",
        opening=False,
    )
    work.session.add(claim)
    work.session.flush()
    work.note(Topic.UNIT, over.unit_id, stage=claim.stage, by_clock=True)
    return claim


def step(work: Work, at: Standing, name: str) -> UnitState:
    """Give the state after the step *name*, or raise the refusal that explains why not."""
    try:
        return UNIT.after(at.state, name, which=at.unit.code)
    except NotAllowedNow:
        if name != "hold":
            raise
        if at.claim is not None and at.state not in (UnitState.HELD_BACK, UnitState.BLOCKED):
            raise UnitTaken(
                unit=at.unit.code, state=at.state.value, who=_holder(work, at.claim)
            ) from None
        raise NotOnOffer(unit=at.unit.code, state=at.state.value) from None


def end(work: Work, claim: Claim, reason: str, *, by_clock: bool = False) -> None:
    """End a live claim; a hold that lapsed ended when its time was over, not when we looked.

    The lots that go with it end too.
    """
    _end(work, claim, reason, _followers(work, claim), by_clock=by_clock)


def _end(
    work: Work, claim: Claim, reason: str, lots: Iterable[Claim], *, by_clock: bool = False
) -> None:
    claim.ended_at = claim.until if by_clock and claim.until else max(work.now, claim.opened_at)
    claim.ended_by = CLOCK if by_clock else work.actor
    claim.end_reason = reason
    # On a server the claim may be of a command that began after ours and had the unit before us: what
    # we do with it now is later still.
    work.now = max(work.now, claim.ended_at)
    work.session.flush()
    work.note(Topic.UNIT, claim.unit_id, ended=claim.stage, by_clock=by_clock)
    for lot in lots:
        _end(work, lot, reason, (), by_clock=by_clock)


def _followers(work: Work, claim: Claim) -> list[Claim]:
    """Give the live claims of the lots that go with *claim*: bound to its home, of its deal."""
    if claim.deal_id is None:
        return []
    asked = {"home": claim.unit_id, "deal": claim.deal_id}
    return list(work.session.scalars(_FOLLOWERS, asked))


def _taken_along(work: Work, at: Standing, deal: int | None) -> list[Standing]:
    """Give where the lots stand that a claim on *at* takes along, all of them free for it.

    A deal begins with every lot that is bound to its home, and goes on with those it began with.
    """
    if at.claim is not None and at.claim.deal_id is not None:
        return standings(work, [claim.unit_id for claim in _followers(work, at.claim)])
    if deal is None:
        return []
    bound = select(Binding.lot_id).where(Binding.home_id == at.unit.id, Binding.ended_at.is_(None))
    lots = standings(work, work.session.scalars(bound.order_by(Binding.lot_id)))
    for lot in lots:
        step(work, lot, "hold")
    return lots


def open_claim(  # noqa: PLR0913 - the columns of a row
    work: Work,
    at: Standing,
    stage: UnitState,
    *,
    reason: str = "",
    customer: int | None = None,
    consultant: int | None = None,
    deal: int | None = None,
    until: datetime | None = None,
    opening: bool = False,
) -> Claim:
    """End the unit's live claim, if any, and open the next in the same transaction.

    The lots that are bound to a home go with its deal, step by step.
    """
    lots = [] if opening else _taken_along(work, at, deal)
    if at.claim is not None:
        along = [] if at.claim.deal_id is None else [lot.claim for lot in lots if lot.claim]
        _end(work, at.claim, reason or stage.value, along)
    claim = Claim(
        unit_id=at.unit.id,
        stage=stage.value,
        deal_id=deal,
        customer_id=customer,
        consultant_id=consultant,
        opened_at=work.now,
        opened_by=work.actor,
        until=until,
        reason=reason,
        opening=opening,
    )
    work.session.add(claim)
    work.session.flush()
    at.claim = claim
    work.note(Topic.UNIT, at.unit.id, stage=stage.value)
    for lot in lots:
        lot.claim = None  # ended with its home's
        if stage is UnitState.REVIEW:
            end_release(work, lot, reason)
        open_claim(
            work, lot, stage,
            reason=reason, customer=customer, consultant=consultant, deal=deal, until=until,
        )  # fmt: skip
    return claim


def end_release(work: Work, at: Standing, reason: str) -> None:
    """Take the unit off the offer."""
    if at.released is not None:
        at.released.ended_at, at.released.ended_by = work.now, work.actor
        at.released.end_reason = reason
        work.session.flush()
        at.released = None
        work.touched(Topic.UNIT, at.unit.id)


def permit_of(session: Session, building: int) -> Permit | None:
    """Give the permit that covers *building*, the newest if several."""
    return session.scalar(
        select(Permit)
        .join(PermitBuilding, PermitBuilding.permit_id == Permit.id)
        .where(PermitBuilding.building_id == building)
        .order_by(Permit.id.desc())
        .limit(1)
    )


def _holder(work: Work, claim: Claim) -> str:
    who = claim.consultant_id or claim.opened_by
    return work.session.scalar(select(Person.name).where(Person.id == who)) or "-"
