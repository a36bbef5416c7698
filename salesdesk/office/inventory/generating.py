"""Units made without a file: from floors and a pattern, or like a building that is there."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.keys import ProjectId
from salesdesk.kernel.money import Rounding
from salesdesk.office.inventory import importing, taking
from salesdesk.office.inventory.commands import new_project, tell
from salesdesk.office.inventory.import_problems import check_meant_list
from salesdesk.office.inventory.patterns import PatternUnit, copy_building, floors, generate
from salesdesk.office.inventory.queries import find_project
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.sheets import ImportReport, PriceRow
from salesdesk.office.inventory.tables import Building, Project, Unit
from salesdesk.store.work import Work


class UnitsExist(UserError):
    """A generator adds a building; it never changes one."""

    problem = QT_TRANSLATE_NOOP("errors", "{count} of these units exist already, first {code}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another building name.")


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateUnits:
    """Make a building from a pattern of units per floor; floors may be skipped (13, 14).

    Prices far from what is usual in the project are taken only where they are *meant* (`PricesFarOff`).
    """

    building: str
    first_floor: int
    last_floor: int
    pattern: tuple[PatternUnit, ...]
    cores: tuple[str, ...] = ("1单元",)
    skipped: tuple[int, ...] = ()
    flat: tuple[int, ...] = ()
    project: ProjectId | None = None
    project_name: str = ""
    meant: bool = False

    def __call__(self, work: Work) -> ImportReport:
        rows = generate(
            self.building,
            floors=floors(self.first_floor, self.last_floor, self.skipped),
            pattern=self.pattern,
            cores=self.cores,
            flat=self.flat,
        )
        project = _project(work, self.project, self.project_name)
        return _add(work, project, rows, meant=self.meant)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyBuilding:
    """Make a building like another one: same floors, units, areas and prices."""

    building: str
    copy: str
    project: ProjectId

    def __call__(self, work: Work) -> ImportReport:
        project = find_project(work.session, self.project)
        source = work.session.scalar(
            select(Building.id).where(
                Building.project_id == project.id, Building.name == self.building
            )
        )
        if source is None:
            raise NotFound(what="building", key=self.building)
        units = work.session.scalars(select(Unit).where(Unit.building_id == source, present()))
        copies = copy_building((_as_row(self.building, unit) for unit in units), self.copy)
        return _add(work, project, copies, meant=True)  # their like is there


def _add(work: Work, project: Project, rows: tuple[PriceRow, ...], *, meant: bool) -> ImportReport:
    rounding = Rounding(project.rounding)
    comparison = importing.compare(work, project.id, rounding, rows, ())
    if there := [old.code for old, _values in comparison.changed] or comparison.unchanged:
        first = there[0] if isinstance(there, list) else rows[0].number
        raise UnitsExist(count=len(rows) - len(comparison.added), code=first)
    if not meant:
        check_meant_list(comparison.warnings)
    touched = taking.take_in(work, project.id, comparison, "generated")
    report = comparison.report(dry_run=False)
    taking.take_note(work, project.id, "", report)
    work.note(Topic.PROJECT, project.id, generated=len(rows))
    tell(work, touched)
    return report


def _project(work: Work, project: int | None, name: str) -> Project:
    if project is not None:
        return find_project(work.session, project)
    cleaned = text.required(name, "project", 100)
    known = work.session.scalar(select(Project).where(Project.name == cleaned))
    return known or new_project(work, cleaned)


def _as_row(building: str, unit: Unit) -> PriceRow:
    return PriceRow(
        building=building,
        core=unit.core,
        floor=unit.floor,
        number=unit.number,
        gross_area=Decimal(unit.gross_area),
        inside_area=unit.inside_area,
        unit_price_fen=unit.unit_price_fen,
        total_fen=unit.total_fen,
        layout=unit.layout,
        orientation=unit.orientation,
        use=unit.use,
        note=unit.note,
    )
