"""The law's judgement over a step of sale: what a project's pack stops, warns of, or lets pass."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.inventory.claims import live, state_term
from salesdesk.office.inventory.law_rules import (
    FOLLOWS_PERMIT,
    NATIONAL,
    PUBLISH_DAYS,
    Footing,
    Law,
)
from salesdesk.office.inventory.law_tables import LawLine
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.rules import LawLevel, UnitState
from salesdesk.office.inventory.tables import (
    Building,
    Claim,
    Permit,
    PermitBuilding,
    Project,
    ReleaseLine,
    Unit,
)
from salesdesk.store.work import Reading, Work


class NoPermit(UserError):
    """No permit, no sale (R-01)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Building {building} has no pre-sale permit: no step of sale is lawful (R-01)."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Record the permit for this building, then do it again.")


class NoMoneyBeforePermit(UserError):
    """No permit, no money of the nature of a deposit (R-02)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Building {building} has no pre-sale permit: no money may be taken (R-02)."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Record the permit for this building, then do it again.")


class ContractBeforePermit(UserError):
    """An agreement with money on it is a contract of sale (R-03), void without a permit."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "Building {building} has no pre-sale permit: an agreement on which money was received is"
        " a contract of sale (R-03).",
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Record the permit for this building, then do it again.")


class NotAllPublished(UserError):
    """All homes under a permit are published at once (R-07)."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "Permit {permit} was issued on {issued}: {count} of its units would stay unpublished after"
        " {days} days (R-07).",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Release all units of the permit together, or block those that are not for sale."
    )


_REFUSALS: dict[Law, type[UserError]] = {
    Law.PERMIT: NoPermit,
    Law.MONEY: NoMoneyBeforePermit,
    Law.CONTRACT: ContractBeforePermit,
}
_COVERED = (
    select(PermitBuilding.permit_id).where(PermitBuilding.building_id == Building.id).exists()
)

_UNCOVERED = (
    select(Building.name, Project)
    .join(Project, Project.id == Building.project_id)
    .where(Building.id.in_(bindparam("buildings", expanding=True)), ~_COVERED)
    .order_by(Building.id)
)
"""Built once: every step of sale asks it."""


def footing(session: Session, project: Project, law: Law) -> Footing:
    """Give how hard *law* stands in *project*, and the text it cites."""
    line = newest_line(session, project.id, law)
    if law is Law.PERMIT:
        cites = line.cites if line else NATIONAL[law].cites
        return Footing(LawLevel(project.law_level), cites)
    if line is not None:
        return Footing(LawLevel(line.level), line.cites)
    if law in FOLLOWS_PERMIT:
        return Footing(LawLevel(project.law_level), NATIONAL[law].cites)
    return NATIONAL[law]


def newest_line(session: Session, project: int, law: Law) -> LawLine | None:
    """Give the newest row of *law* in *project*."""
    return session.scalar(
        select(LawLine)
        .where(LawLine.project_id == project, LawLine.law == law.value)
        .order_by(LawLine.id.desc())
        .limit(1)
    )


def check_permit(session: Session, buildings: Iterable[int], *laws: Law) -> list[str]:
    """Refuse a step in a building without a permit as *laws* say it (`NoPermit` and its like).

    Without *laws* it is the permit's own (R-01).
    Gives the names of the buildings where the pack only warns.
    """
    warnings: list[str] = []
    for name, project in session.execute(_UNCOVERED, {"buildings": sorted(set(buildings))}).all():
        levels = {each: footing(session, project, each).level for each in laws or (Law.PERMIT,)}
        for each, level in levels.items():
            if level is LawLevel.BLOCK:
                raise _REFUSALS[each](building=name)
        if LawLevel.WARN in levels.values():
            warnings.append(name)
    return warnings


def check_published(work: Work, project: Project) -> list[str]:
    """Refuse, or warn of, units of a permit that stay back after `PUBLISH_DAYS` (R-07).

    To be called when the release is written. Gives the numbers of the permits that are warned of.
    """
    level = footing(work.session, project, Law.PUBLISH_ALL).level
    if level is LawLevel.OFF:
        return []
    warnings = []
    for permit, count in unpublished(work, project.id):
        if level is LawLevel.BLOCK:
            raise NotAllPublished(
                permit=permit.number, issued=permit.issued_on, count=count, days=PUBLISH_DAYS
            )
        warnings.append(permit.number)
    return warnings


def unpublished(reading: Reading | Work, project: int) -> list[tuple[Permit, int]]:
    """Give each permit whose days to publish are over, with its units that are still kept back.

    A unit that is blocked, reserved, claimed by a customer or in review is not kept back.
    """
    since = reading.today - timedelta(days=PUBLISH_DAYS)
    kept = (UnitState.DRAFT.value, UnitState.HELD_BACK.value)
    rows = reading.session.execute(
        select(Permit, func.count(Unit.id.distinct()))
        .join(PermitBuilding, PermitBuilding.permit_id == Permit.id)
        .join(Unit, Unit.building_id == PermitBuilding.building_id)
        .outerjoin(Claim, (Claim.unit_id == Unit.id) & live(reading.now))
        .outerjoin(ReleaseLine, (ReleaseLine.unit_id == Unit.id) & ReleaseLine.ended_at.is_(None))
        .where(
            Permit.project_id == project,
            Permit.issued_on < since,
            state_term(reading.now).in_(kept),
            present(),
        )
        .group_by(Permit.id)
        .order_by(Permit.id)
    )
    return [(permit, count) for permit, count in rows]
