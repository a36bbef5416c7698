"""What stands for and against a release (推盘), line by line, before anything is done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.office.inventory.claims import Standing, live, state_term
from salesdesk.office.inventory.law import footing
from salesdesk.office.inventory.law_rules import PUBLISH_DAYS, Law
from salesdesk.office.inventory.price_filed import check_list, filed_totals
from salesdesk.office.inventory.price_tables import (
    PriceEffect,
    PriceLine,
    PriceVersion,
    PriceWithdrawal,
)
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.rules import UNIT, LawLevel, UnitState
from salesdesk.office.inventory.tables import (
    Building,
    Claim,
    Permit,
    PermitBuilding,
    Project,
    ReleaseLine,
    Unit,
)
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Reading, Work

_NAMED = 12
"""So many units a refusal names."""


class NothingToRelease(UserError):
    """A building or project was named, and none of its units can be put on offer."""

    problem = QT_TRANSLATE_NOOP("errors", "No unit there can be released now.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Each has no price yet, is on offer or somebody's already, or is blocked: "
        "the board shows which.",
    )


class HeldBackStay(UserError):
    """All that could be released there is held back (销控), and nobody named it."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "What could be released there is held back: {count} unit(s)."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Held-back units are released only by name: choose just these on the board, "
        "or give their codes (units=…).",
    )


class ReleaseWithoutPrice(UserError):
    """Units without a price cannot be offered: the whole release is refused, and names them."""

    problem = QT_TRANSLATE_NOOP("errors", "{count} unit(s) have no price: {units}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Nothing was released. Give them a price, or leave them out (of a building: leave_unpriced=yes).",
    )


class Point(StrEnum):
    """What is looked at before a release, in this order."""

    STATE = "state"
    HELD_BACK = "held back"
    PRICE = "price"
    PERMIT = "permit"
    FILED = "filed"
    NOT_FILED = "not filed"
    VERSION = "version"
    PUBLISHED = "published"


class Finding(StrEnum):
    """What a point comes to."""

    GOOD = "good"
    WARN = "warn"
    STOP = "stop"
    OFF = "off"
    """The project's law pack does not ask for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePoint:
    """One line of the check list: the codes it is about, and buildings, versions or permits by name."""

    point: Point
    finding: Finding
    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCheck:
    """The check list of a release: how many units would go, and its points."""

    units: int
    released: int
    total_fen: int
    points: tuple[ReleasePoint, ...]

    @property
    def stopped(self) -> bool:
        """Whether something refuses the release."""
        return any(point.finding is Finding.STOP for point in self.points)


@dataclass(slots=True)
class _Seen:
    """A unit as the check sees it."""

    id: int
    code: str
    building: str
    building_id: int
    total_fen: int | None
    state: UnitState


def release_check(
    reading: Reading,
    units: tuple[UnitId, ...] = (),
    project: ProjectId | None = None,
    building: str = "",
    *,
    leave_unpriced: bool = False,
) -> ReleaseCheck:
    """Say what would stop, or speaks against, releasing *units* (default: a building's, or all).

    Without *units*, those that cannot be released are left alone by the release, and not named;
    what is held back stays so, and is named; what has no price is named, and stops the release
    unless *leave_unpriced*. With *units*, the held-back ones among them, which the release would end.
    """
    seen = _seen(reading, units, project, building)
    held = _point(
        Point.HELD_BACK,
        [one for one in seen if one.state is UnitState.HELD_BACK],
        LawLevel.WARN,
    )
    left = LawLevel.BLOCK
    if not units:
        seen = [one for one in seen if one.state is UnitState.DRAFT]
        left = LawLevel.WARN if leave_unpriced else LawLevel.BLOCK
    price = _point(Point.PRICE, [one for one in seen if one.total_fen is None], left)
    if not units:
        seen = [one for one in seen if one.total_fen is not None]
    if not seen:
        against = tuple(point for point in (held, price) if point.units)
        return ReleaseCheck(units=0, released=0, total_fen=0, points=against)
    home = reading.session.scalar(select(Unit.project_id).where(Unit.id == seen[0].id))
    row = find_project(reading.session, home or 0)
    points = (
        _point(Point.STATE, [one for one in seen if "release" not in UNIT.open_to(one.state)]),
        held,
        price,
        _permit(reading, row, seen),
        *_filed(reading, row, seen),
        _versions(reading, row, seen),
        _published(reading, row, seen),
    )
    able = [one for one in seen if "release" in UNIT.open_to(one.state)]
    return ReleaseCheck(
        units=len(seen),
        released=len(able),
        total_fen=sum(one.total_fen or 0 for one in able),
        points=points,
    )


def _seen(
    reading: Reading, units: tuple[UnitId, ...], project: ProjectId | None, building: str
) -> list[_Seen]:
    wanted = (
        select(
            Unit.id, Unit.code, Building.name, Unit.building_id, Unit.total_fen,
            state_term(reading.now),
        )
        .join(Building, Building.id == Unit.building_id)
        .outerjoin(Claim, (Claim.unit_id == Unit.id) & live(reading.now))
        .outerjoin(ReleaseLine, (ReleaseLine.unit_id == Unit.id) & ReleaseLine.ended_at.is_(None))
        .order_by(Building.position, Building.id, Unit.floor, Unit.place, Unit.id)
    )  # fmt: skip
    wanted = wanted.where(present())
    key = first_project(reading.session) if project is None else project
    if units:
        inside = select(Unit.project_id).where(Unit.id == units[0]).scalar_subquery()
        wanted = wanted.where(Unit.project_id == inside)
    else:
        wanted = wanted.where(Unit.project_id == key)
    if building:
        wanted = wanted.where(Building.name == building)
    meant = frozenset(units)
    rows = reading.session.execute(wanted)
    return [_Seen(*row[:5], UnitState(row[5])) for row in rows if not meant or row[0] in meant]


def _point(
    point: Point, against: Iterable[_Seen], level: LawLevel = LawLevel.BLOCK, names: object = ()
) -> ReleasePoint:
    """Give a line: good where nothing stands *against* it, else as hard as *level*."""
    units = tuple(one.code for one in against)
    if level is LawLevel.OFF:
        return ReleasePoint(point=point, finding=Finding.OFF)
    hard = Finding.STOP if level is LawLevel.BLOCK else Finding.WARN
    told = tuple(names) if isinstance(names, list | tuple) else ()
    finding = hard if units or told else Finding.GOOD
    return ReleasePoint(point=point, finding=finding, units=units, names=told)


def _permit(reading: Reading, project: Project, seen: list[_Seen]) -> ReleasePoint:
    """R-01: every building has its permit."""
    covered = set(
        reading.session.scalars(
            select(PermitBuilding.building_id).where(
                PermitBuilding.building_id.in_({one.building_id for one in seen})
            )
        )
    )
    bare = [one for one in seen if one.building_id not in covered]
    level = footing(reading.session, project, Law.PERMIT).level
    return _point(Point.PERMIT, bare, level, list(dict.fromkeys(one.building for one in bare)))


def _filed(reading: Reading, project: Project, seen: list[_Seen]) -> list[ReleasePoint]:
    """R-06: not above what was filed, nor beyond the band below it; and whether it was filed at all."""
    level = footing(reading.session, project, Law.FILED_PRICE).level
    filed = filed_totals(reading.session, project.id)
    percent = int(setting(reading.session, "filed_band_percent"))
    priced = [one for one in seen if one.total_fen is not None]
    outside = [
        one
        for one in priced
        if one.id in filed
        and not filed[one.id] * (100 - percent)
        <= (one.total_fen or 0) * 100
        <= filed[one.id] * 100
    ]
    unfiled = [one for one in priced if one.id not in filed]
    soft = LawLevel.OFF if level is LawLevel.OFF else LawLevel.WARN
    return [_point(Point.FILED, outside, level), _point(Point.NOT_FILED, unfiled, soft)]


def _versions(reading: Reading, project: Project, seen: list[_Seen]) -> ReleasePoint:
    """Whether a price version for these units is drafted and not in effect: they would change price."""
    codes = {one.id: one for one in seen}
    rows = reading.session.execute(
        select(PriceLine.unit_id, PriceVersion.name)
        .join(PriceVersion, PriceVersion.id == PriceLine.version_id)
        .outerjoin(PriceEffect, PriceEffect.version_id == PriceVersion.id)
        .outerjoin(PriceWithdrawal, PriceWithdrawal.version_id == PriceVersion.id)
        .where(
            PriceVersion.project_id == project.id,
            PriceEffect.version_id.is_(None),
            PriceWithdrawal.version_id.is_(None),
        )
        .order_by(PriceVersion.id, PriceLine.unit_id)
    ).all()
    waiting = {key for key, _name in rows if key in codes}
    names = list(dict.fromkeys(name for key, name in rows if key in codes))
    return _point(Point.VERSION, [one for one in seen if one.id in waiting], LawLevel.WARN, names)


def _published(reading: Reading, project: Project, seen: list[_Seen]) -> ReleasePoint:
    """R-07: what would stay kept back under a permit whose days to publish are over."""
    level = footing(reading.session, project, Law.PUBLISH_ALL).level
    going = {one.id for one in seen}
    since = reading.today - timedelta(days=PUBLISH_DAYS)
    rows = reading.session.execute(
        select(Unit.id, Unit.code, Permit.number)
        .join(PermitBuilding, PermitBuilding.building_id == Unit.building_id)
        .join(Permit, Permit.id == PermitBuilding.permit_id)
        .outerjoin(Claim, (Claim.unit_id == Unit.id) & live(reading.now))
        .outerjoin(ReleaseLine, (ReleaseLine.unit_id == Unit.id) & ReleaseLine.ended_at.is_(None))
        .where(
            Permit.project_id == project.id,
            Permit.issued_on < since,
            state_term(reading.now).in_((UnitState.DRAFT.value, UnitState.HELD_BACK.value)),
        )
        .order_by(Permit.id, Unit.id)
    ).all()
    left = [row for row in rows if row.id not in going]
    finding = _point(Point.PUBLISHED, (), level, list(dict.fromkeys(row.number for row in left)))
    if finding.finding is Finding.OFF:
        return finding
    return ReleasePoint(
        point=finding.point,
        finding=finding.finding,
        units=tuple(dict.fromkeys(row.code for row in left)),
        names=finding.names,
    )


def units_in(
    work: Work, project: int, building: str, layouts: Sequence[str], floors: Sequence[int]
) -> list[int]:
    """Give the units of a project, of *building* alone where it is named, of *layouts* and *floors*.

    Raises `NotFound` for a building, a layout or a floor of which there is no unit.
    """
    wanted = select(Unit.id, Unit.layout, Unit.floor).where(Unit.project_id == project, present())
    if building:
        wanted = wanted.join(Building).where(Building.name == building)
    rows = work.session.execute(wanted.order_by(Unit.id)).all()
    if building and not rows:
        raise NotFound(what="building", key=building)
    for what, asked, known in (
        ("layout", layouts, {row.layout for row in rows}),
        ("floor", floors, {row.floor for row in rows}),
    ):
        for one in asked:
            if one not in known:
                raise NotFound(what=what, key=one)
    return [
        row.id
        for row in rows
        if (not layouts or row.layout in layouts) and (not floors or row.floor in floors)
    ]


def that_can_go(
    found: Sequence[Standing], *, leave_unpriced: bool
) -> tuple[list[Standing], int, tuple[str, ...]]:
    """Give those of *found* that a release goes for which names none; what stays, and why.

    That is how many are held back, and the codes of those without a price. Raises
    `NothingToRelease`, `HeldBackStay`, and `ReleaseWithoutPrice` unless *leave_unpriced*.
    """
    drafts = [at for at in found if at.state is UnitState.DRAFT]
    going = [at for at in drafts if at.unit.total_fen is not None]
    bare = tuple(at.unit.code for at in drafts if at.unit.total_fen is None)
    stay = sum(1 for at in found if at.state is UnitState.HELD_BACK)
    if bare and not leave_unpriced:
        raise _without_price(bare)
    if not going:
        raise HeldBackStay(count=stay) if stay else NothingToRelease
    return going, stay, bare


def check_prices(work: Work, found: list[Standing]) -> None:
    """Refuse to offer units without a price, or at one that R-06 forbids.

    Raises `ReleaseWithoutPrice`, `AboveFiled`, `BeyondBand`.
    """
    bare = [at.unit.code for at in found if at.unit.total_fen is None]
    if bare:
        raise _without_price(bare)
    codes = [at.unit.code for at in found]
    keys = [at.unit.id for at in found]
    totals = [at.unit.total_fen or 0 for at in found]
    check_list(work.session, found[0].unit.project_id, codes, keys, totals)


def _without_price(bare: Sequence[str]) -> ReleaseWithoutPrice:
    more = ", …" if len(bare) > _NAMED else ""
    return ReleaseWithoutPrice(count=len(bare), units=", ".join(bare[:_NAMED]) + more)
