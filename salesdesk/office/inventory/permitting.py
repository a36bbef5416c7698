"""Pre-sale permits (预售许可证): recorded, corrected with the old value kept, withdrawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, NotFound, UserError
from salesdesk.kernel.keys import PermitId, ProjectId, UnitId
from salesdesk.office.inventory.claims import Standing, end_release, standings
from salesdesk.office.inventory.law import footing
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.permit_queries import find_permit, is_withdrawn
from salesdesk.office.inventory.permit_rules import number_key
from salesdesk.office.inventory.permit_tables import PermitChange
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.rules import LawLevel, UnitState
from salesdesk.office.inventory.tables import Building, Permit, PermitBuilding, Project, Unit
from salesdesk.store.work import Work

_NAMED = 6
_S = UnitState
_SIGNED = frozenset({_S.SUBSCRIBED, _S.SIGNED, _S.FILED})
_SOMEBODYS = frozenset({_S.RESERVED, _S.ON_HOLD, _S.SELECTED, *_SIGNED})


class PermitExists(UserError):
    """A permit is recorded once in an office, however its number is written."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The permit {number} is already recorded, for {project}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Look at that project's permits; a wrong one is corrected or withdrawn there."
    )


class PermitWithdrawn(UserError):
    """What was withdrawn stands again by a correction, not by a second record."""

    problem = QT_TRANSLATE_NOOP("errors", "The permit {number} was withdrawn.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Correct it and name its buildings (CorrectPermit): then it stands again."
    )


class PermitCoversNothing(UserError):
    """A permit of a project without buildings would cover nothing, and nobody would see it."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{project} has no buildings yet: the permit would cover nothing."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Generate or import the buildings first, then record the permit."
    )


class PermitUnchanged(UserError):
    """A correction changes something."""

    problem = QT_TRANSLATE_NOOP("errors", "The permit {number} says all of this already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Change at least one entry.")


class PermitSigned(UserError):
    """What agreements and contracts were signed under stays as they name it."""

    problem = QT_TRANSLATE_NOOP("errors", "Deals were signed under the permit {number}: {units}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Its number, authority and day stay. Record the right permit for these buildings, then "
        "withdraw this one.",
    )


class PermitInUse(UserError):
    """Under R-01 no unit that is somebody's loses its permit."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Somebody's units rest on the permit {number} alone: {units}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Record the right permit for these buildings first, then do it again."
    )


class PermitOnSale(UserError):
    """Under R-01 no unit on sale loses its permit."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Units on sale rest on the permit {number} alone: {units}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Withdraw them from sale first; with take_off the permit is withdrawn and they with it.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPermit:
    """Record a pre-sale permit (预售许可证); without *buildings* it covers all that the project has."""

    number: str
    authority: str
    issued_on: date
    project: ProjectId | None = None
    buildings: tuple[str, ...] = ()
    account: str = ""

    def __call__(self, work: Work) -> int:
        project = find_project(work.session, self.project or first_project(work.session))
        number = text.required(self.number, "permit number", 80)
        authority = text.required(self.authority, "authority", 100)
        _check_day(work, self.issued_on)
        _check_number(work, project, number)
        covered = _named(work, project, self.buildings)
        permit = Permit(
            project_id=project.id,
            number=number,
            authority=authority,
            issued_on=self.issued_on,
            account=text.clean(self.account, "supervised account", 100),
            recorded_at=work.now,
        )
        work.session.add(permit)
        work.session.flush()
        work.session.add_all(PermitBuilding(permit_id=permit.id, building_id=b) for b in covered)
        work.note(Topic.PROJECT, project.id, permit=number)
        return permit.id


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectPermit:
    """Put right what was entered wrongly of a permit; what is not given stays, the old is kept.

    *buildings* are all that it covers from now on; a withdrawn permit stands again by them. Refused
    for what signed deals rest on (`PermitSigned`), and for a building that would lose its permit
    with units on sale or somebody's (`PermitOnSale`, `PermitInUse`).
    """

    permit: PermitId
    reason: str
    number: str | None = None
    authority: str | None = None
    issued_on: date | None = None
    account: str | None = None
    buildings: tuple[str, ...] = ()

    def __call__(self, work: Work) -> int:
        permit = find_permit(work.session, self.permit)
        project = find_project(work.session, permit.project_id)
        reason = text.required(self.reason, "reason", 200)
        before = set(_covered(work, permit))
        covered = set(_named(work, project, self.buildings)) if self.buildings else before
        if is_withdrawn(work.session, permit.id) and not self.buildings:
            raise PermitWithdrawn(number=permit.number)
        said = self._said(permit)
        if said == _said_by(permit) and covered == before:
            raise PermitUnchanged(number=permit.number)
        if said["issued_on"] is not None:
            _check_day(work, said["issued_on"])
        if number_key(str(said["number"])) != number_key(permit.number) or not before:
            _check_number(work, project, str(said["number"]), permit)
        if {**said, "account": permit.account} != _said_by(permit):
            _check_not_signed(work, permit, before)
        gone = before - covered
        if gone:
            _check_not_resting(work, project, permit, gone, on_sale=PermitOnSale)
        _keep(work, permit, before, reason, withdrawn=False)
        for name, value in said.items():
            setattr(permit, name, value)
        work.session.flush()
        _take_away(work, permit, gone)
        work.session.add_all(
            PermitBuilding(permit_id=permit.id, building_id=b) for b in sorted(covered - before)
        )
        work.note(Topic.PROJECT, project.id, permit=permit.number)
        work.touched(Topic.PROJECT, project.id)
        return permit.id

    def _said(self, permit: Permit) -> dict[str, object]:
        """Give what the permit says afterwards; raises `MissingEntry` and `BadEntry`."""
        said = _said_by(permit)
        if self.number is not None:
            said["number"] = text.required(self.number, "permit number", 80)
        authority = permit.authority if self.authority is None else self.authority
        said["authority"] = text.required(authority, "authority", 100)
        if self.issued_on is not None:
            said["issued_on"] = self.issued_on
        if said["issued_on"] is None:  # of an older program, which did not ask
            raise MissingEntry(field="issued on")
        if self.account is not None:
            said["account"] = text.clean(self.account, "supervised account", 100)
        return said


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPermit:
    """Withdraw a permit that was recorded wrongly: it covers nothing any more, its record stays.

    Where R-01 blocks, units on sale that no other permit covers refuse it (`PermitOnSale`), or with
    *take_off* go off sale in the same step; units that are somebody's refuse it always (`PermitInUse`).
    Give the codes of the units that went off sale.
    """

    permit: PermitId
    reason: str
    take_off: bool = False

    def __call__(self, work: Work) -> list[str]:
        permit = find_permit(work.session, self.permit)
        project = find_project(work.session, permit.project_id)
        reason = text.required(self.reason, "reason", 200)
        if is_withdrawn(work.session, permit.id):
            raise PermitWithdrawn(number=permit.number)
        covered = set(_covered(work, permit))
        on_sale = None if self.take_off else PermitOnSale
        off = _check_not_resting(work, project, permit, covered, on_sale=on_sale)
        for at in off:
            end_release(work, at, reason)
        _keep(work, permit, covered, reason, withdrawn=True)
        _take_away(work, permit, covered)
        work.note(Topic.PROJECT, project.id, permit=permit.number, withdrawn=True)
        work.touched(Topic.PROJECT, project.id)
        return [at.unit.code for at in off]


def _said_by(permit: Permit) -> dict[str, object]:
    names = ("number", "authority", "issued_on", "account")
    return {name: getattr(permit, name) for name in names}


def _check_day(work: Work, day: object) -> None:
    if not isinstance(day, date) or day > work.today:
        raise BadEntry(field="issued on", value=day, expected="a day until today")


def _check_number(work: Work, project: Project, number: str, own: Permit | None = None) -> None:
    """Refuse a number that another permit of the office has (`PermitExists`, `PermitWithdrawn`)."""
    key = number_key(number)
    rows = work.session.execute(
        select(Permit, Project.name).join(Project, Project.id == Permit.project_id)
    )
    for other, name in rows:
        if (own is not None and other.id == own.id) or number_key(other.number) != key:
            continue
        if not is_withdrawn(work.session, other.id):
            raise PermitExists(number=other.number, project=name)
        if other.project_id == project.id and own is None:
            raise PermitWithdrawn(number=other.number)


def _named(work: Work, project: Project, names: tuple[str, ...]) -> list[int]:
    """Give the buildings of those *names*, of all without any; raises `NotFound`."""
    rows = work.session.execute(
        select(Building.name, Building.id).where(Building.project_id == project.id)
    )
    known: dict[str, int] = dict(rows.all())
    for name in names:
        if name not in known:
            raise NotFound(what="building", key=name)
    if not known:
        raise PermitCoversNothing(project=project.name)
    return [known[name] for name in dict.fromkeys(names)] if names else list(known.values())


def _covered(work: Work, permit: Permit) -> list[int]:
    return list(
        work.session.scalars(
            select(PermitBuilding.building_id)
            .where(PermitBuilding.permit_id == permit.id)
            .order_by(PermitBuilding.building_id)
        )
    )


def _alone(work: Work, permit: Permit, buildings: Iterable[int]) -> list[Standing]:
    """Give how the units stand of those *buildings* that no other permit covers."""
    others = select(PermitBuilding.building_id).where(PermitBuilding.permit_id != permit.id)
    keys = work.session.scalars(
        select(Unit.id)
        .where(Unit.building_id.in_(set(buildings)), Unit.building_id.not_in(others), present())
        .order_by(Unit.id)
    )
    found = [UnitId(key) for key in keys]
    return list(standings(work, found)) if found else []


def _check_not_signed(work: Work, permit: Permit, covered: set[int]) -> None:
    signed = [at for at in _alone(work, permit, covered) if at.state in _SIGNED]
    if signed:
        raise PermitSigned(number=permit.number, units=_codes(signed))


def _check_not_resting(
    work: Work,
    project: Project,
    permit: Permit,
    gone: set[int],
    *,
    on_sale: type[UserError] | None,
) -> list[Standing]:
    """Refuse where R-01 blocks and units of *gone* rest on the permit alone; give those on sale."""
    if footing(work.session, project, Law.PERMIT).level is not LawLevel.BLOCK:
        return []
    alone = _alone(work, permit, gone)
    somebodys = [at for at in alone if at.state in _SOMEBODYS]
    if somebodys:
        raise PermitInUse(number=permit.number, units=_codes(somebodys))
    offered = [at for at in alone if at.released is not None]
    if offered and on_sale is not None:
        raise on_sale(number=permit.number, units=_codes(offered))
    return offered


def _keep(work: Work, permit: Permit, covered: set[int], reason: str, *, withdrawn: bool) -> None:
    """Write down what the permit said until now, and why that ends."""
    work.session.add(
        PermitChange(
            permit_id=permit.id,
            number=permit.number,
            authority=permit.authority,
            issued_on=permit.issued_on,
            account=permit.account,
            buildings=",".join(map(str, sorted(covered))),
            withdrawn=withdrawn,
            reason=reason,
            at=work.now,
            actor_id=work.actor,
        )
    )
    work.session.flush()


def _take_away(work: Work, permit: Permit, gone: set[int]) -> None:
    work.session.execute(
        delete(PermitBuilding).where(
            PermitBuilding.permit_id == permit.id, PermitBuilding.building_id.in_(gone)
        )
    )


def _codes(found: list[Standing]) -> str:
    codes = [at.unit.code for at in found]
    more = f" +{len(codes) - _NAMED}" if len(codes) > _NAMED else ""
    return ", ".join(codes[:_NAMED]) + more
