"""What is done about units: made, priced by import, permitted, released, withdrawn, held back."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import EVERYTHING, Topic
from salesdesk.kernel.errors import (
    QT_TRANSLATE_NOOP,
    MissingEntry,
    UserError,
)
from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.kernel.money import Rounding
from salesdesk.office.inventory import importing, taking
from salesdesk.office.inventory.claims import (
    Standing,
    end,
    end_release,
    open_claim,
    standings,
    step,
)
from salesdesk.office.inventory.import_problems import check_meant_list
from salesdesk.office.inventory.importing import ImportRefused, ListBySignatures, NothingToImport
from salesdesk.office.inventory.law import check_permit, check_published
from salesdesk.office.inventory.price_cuts import check_offer
from salesdesk.office.inventory.price_first import check_first
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.release_check import check_prices, that_can_go, units_in
from salesdesk.office.inventory.reviews import set_review
from salesdesk.office.inventory.rules import LawLevel, UnitState
from salesdesk.office.inventory.sheets import GridPrice, ImportReport, PriceRow
from salesdesk.office.inventory.tables import (
    Project,
    ReleaseBatch,
    ReleaseLine,
    Unit,
)
from salesdesk.store.work import Reading, Work


class ProjectExists(UserError):
    """Two projects cannot share a name."""

    problem = QT_TRANSLATE_NOOP("errors", "There is already a project '{name}'.")
    remedy = QT_TRANSLATE_NOOP("errors", "Open that project, or choose another name.")


class BatchNameTaken(UserError):
    """Two batches of a project with one name cannot be told apart in the absorption."""

    problem = QT_TRANSLATE_NOOP("errors", "There is already a release batch '{name}'.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another name, or leave it empty.")


class WithoutPrice(UserError):
    """What has no price is not offered."""

    problem = QT_TRANSLATE_NOOP("errors", "Unit {unit} has no price.")
    remedy = QT_TRANSLATE_NOOP("errors", "Import a price for it, then release it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateProject:
    """Open a project (项目) in the office."""

    name: str
    company: str = ""
    address: str = ""
    phone: str = ""

    def __call__(self, work: Work) -> int:
        return new_project(work, self.name, self.company, self.address, self.phone).id


@dataclass(frozen=True, slots=True, kw_only=True)
class EditProject:
    """Change what papers print about a project, or its rounding; how hard its laws stand is `SetLaw`."""

    project: ProjectId
    company: str | None = None
    address: str | None = None
    phone: str | None = None
    rounding: Rounding | None = None

    def __call__(self, work: Work) -> int:
        row = find_project(work.session, self.project)
        for field in ("company", "address", "phone"):
            value = getattr(self, field)
            if value is not None:
                setattr(row, field, text.clean(value, field, 200))
        if self.rounding is not None:
            row.rounding = self.rounding.value
        work.touched(Topic.PROJECT, row.id)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportUnits:
    """Take a price list in, whole or not at all; a project that does not exist is made.

    Units that are held or sold keep all that is listed of them (frozen while a claim lives), and take
    what was not said before; with `prices_by_request` all priced do (`ListBySignatures`). A list without
    what somebody has in a building that it covers is refused, unless it is *partial*. Prices that are far
    off are taken only where they are *meant* (`PricesFarOff`).
    """

    rows: tuple[PriceRow, ...] = ()
    grid: tuple[GridPrice, ...] = ()
    project: ProjectId | None = None
    project_name: str = ""
    file: str = ""
    partial: bool = False
    meant: bool = False

    def form(self) -> dict[str, object]:
        """Give the journal's form: the file's name and figures, not its rows."""
        return {
            "file": self.file,
            "rows": len(self.rows) + len(self.grid),
            "digest": importing.hash_of(self.rows, self.grid),
            "project": self.project or self.project_name,
            "partial": self.partial,
            "meant": self.meant,
        }

    def __call__(self, work: Work) -> ImportReport:
        if not (self.rows or self.grid):
            raise NothingToImport
        project = self._project(work)
        hold_units(work, project.id)
        rounding = Rounding(project.rounding)
        comparison = importing.compare_list(
            work, project.id, rounding, self.rows, self.grid, partial=self.partial
        )
        if changed := comparison.repriced:
            raise ListBySignatures(count=len(changed), unit=changed[0])
        if comparison.problems:
            first = comparison.problems[0]
            raise ImportRefused(
                count=len(comparison.problems), first=first.problem.format(**dict(first.facts))
            )
        if not self.meant:
            check_meant_list(comparison.warnings)
        touched = taking.take_in(work, project.id, comparison, f"import {self.file}".strip())
        report = comparison.report(dry_run=False)
        taking.take_note(work, project.id, self.file, report)
        work.touched(Topic.PROJECT, project.id)
        tell(work, touched)
        return report

    def _project(self, work: Work) -> Project:
        if self.project is not None:
            return find_project(work.session, self.project)
        name = text.required(self.project_name, "project", 100)
        known = work.session.scalar(select(Project).where(Project.name == name))
        return known or new_project(work, name)


def preview_import(
    reading: Reading,
    rows: tuple[PriceRow, ...],
    grid: tuple[GridPrice, ...] = (),
    project_name: str = "",
    *,
    partial: bool = False,
) -> ImportReport:
    """Say what `ImportUnits` would do, changing nothing; prices far off are warned of, line by line."""
    project = reading.session.scalar(select(Project).where(Project.name == project_name.strip()))
    key, rounding = (project.id, project.rounding) if project else (None, Rounding.YUAN)
    comparison = importing.compare_list(
        reading, key, Rounding(rounding), rows, grid, partial=partial
    )
    return comparison.report(dry_run=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseUnits:
    """Put units on offer in a dated batch (推盘): single ones, or all that can be.

    All: of a project, a *building*, of some *layouts* and *floors*.
    What is held back (销控) goes only where it is named; the answer says how many stay so. What has
    no price refuses the whole, of a building too, unless *leave_unpriced*: the answer names it.
    """

    units: tuple[UnitId, ...] = ()
    project: ProjectId | None = None
    building: str = ""
    layouts: tuple[str, ...] = ()
    floors: tuple[int, ...] = ()
    name: str = ""
    leave_unpriced: bool = False

    def __call__(self, work: Work) -> dict[str, object]:
        chosen = self.units or units_in(
            work,
            self.project or first_project(work.session),
            self.building,
            self.layouts,
            self.floors,
        )
        found, stay, bare = standings(work, chosen), 0, tuple[str, ...]()
        if not self.units:  # "all" means all that can be: the rest is left alone, not refused
            found, stay, bare = that_can_go(found, leave_unpriced=self.leave_unpriced)
        for at in found:
            step(work, at, "release")
        check_prices(work, found)
        check_offer(work, found)
        check_first(work, found)
        warnings = check_permit(work.session, (at.unit.building_id for at in found))
        batch = ReleaseBatch(
            project_id=found[0].unit.project_id,
            name=_batch_name(work, found[0].unit.project_id, self.name),
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(batch)
        work.session.flush()
        for at in found:
            if at.claim is not None:
                end(work, at.claim, "released")
            if at.released is None:
                work.session.add(ReleaseLine(batch_id=batch.id, unit_id=at.unit.id))
        work.session.flush()
        tell(work, [at.unit.id for at in found])
        return {
            "batch": batch.id,
            "released": len(found),
            "stay_held_back": stay,
            "left_unpriced": list(bare),
            "without_permit": warnings,
            "not_all_published": check_published(
                work, find_project(work.session, batch.project_id)
            ),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawUnits:
    """Take available units off the offer (收盘)."""

    units: tuple[UnitId, ...]
    reason: str = ""

    def __call__(self, work: Work) -> int:
        reason = text.clean(self.reason, "reason", 200)
        for at in _stand(work, self.units, "withdraw"):
            end_release(work, at, reason)
        return len(self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldBack:
    """Keep units back from sale (销控), with a reason and a day to look again."""

    units: tuple[UnitId, ...]
    reason: str
    review_on: date | None = None

    def __call__(self, work: Work) -> int:
        reason = text.required(self.reason, "reason", 200)
        found = _stand(work, self.units, "hold back")
        for at in found:
            end_release(work, at, reason)
            open_claim(work, at, UnitState.HELD_BACK, reason=reason)
        set_review(work, found, self.review_on)
        return len(self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockUnits:
    """Mark units as not for sale (不可售): a show flat, mortgaged, seized; with a reason."""

    units: tuple[UnitId, ...]
    reason: str
    review_on: date | None = None

    def __call__(self, work: Work) -> int:
        reason = text.required(self.reason, "reason", 200)
        found = _stand(work, self.units, "block")
        for at in found:
            end_release(work, at, reason)
            open_claim(work, at, UnitState.BLOCKED, reason=reason)
        set_review(work, found, self.review_on)
        return len(self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnblockUnits:
    """End a block: the units are held back until the manager releases them."""

    units: tuple[UnitId, ...]
    reason: str

    def __call__(self, work: Work) -> int:
        reason = text.required(self.reason, "reason", 200)
        for at in _stand(work, self.units, "unblock"):
            open_claim(work, at, UnitState.HELD_BACK, reason=reason)
        return len(self.units)


def _stand(work: Work, units: tuple[UnitId, ...], name: str) -> list[Standing]:
    """Give where the units stand, all of them open to the step *name*; refuse the whole otherwise."""
    if not units:
        raise MissingEntry(field="units")
    found = standings(work, units)
    for at in found:
        step(work, at, name)
    return found


def _batch_name(work: Work, project: int, name: str) -> str:
    """Give the cleaned name; raises `BatchNameTaken`. Batches without a name go by their day."""
    cleaned = text.clean(name, "name", 100)
    taken = select(ReleaseBatch.id).where(
        ReleaseBatch.project_id == project, ReleaseBatch.name == cleaned
    )
    if cleaned and work.session.scalar(taken.limit(1)) is not None:
        raise BatchNameTaken(name=cleaned)
    return cleaned


def new_project(
    work: Work, name: str, company: str = "", address: str = "", phone: str = ""
) -> Project:
    """Add a project; `ProjectExists` when its name is in use."""
    cleaned = text.required(name, "project", 100)
    if work.session.scalar(select(Project.id).where(Project.name == cleaned)) is not None:
        raise ProjectExists(name=cleaned)
    row = Project(
        name=cleaned,
        company=text.clean(company, "company", 200),
        address=text.clean(address, "address", 200),
        phone=text.clean(phone, "phone", 60),
        rounding=Rounding.YUAN.value,
        law_level=LawLevel.BLOCK.value,
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    work.note(Topic.PROJECT, row.id, created=cleaned)
    return row


def hold_units(work: Work, project: int) -> None:
    """Keep others from the project's units until the end: what is held now stays held, or free."""
    asked = select(Unit.id).where(Unit.project_id == project).order_by(Unit.id)
    work.session.execute(asked.with_for_update(key_share=True)).all()


def tell(work: Work, units: list[int]) -> None:
    """Say that *units* changed; very many at once are one word: everything."""
    if len(units) > 500:  # noqa: PLR2004 - one word is enough then
        work.changes.add(EVERYTHING)
        return
    for unit in units:
        work.touched(Topic.UNIT, unit)
