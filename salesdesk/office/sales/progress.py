"""A building's progress (工程进度): stages reached are recorded, and what waits for them comes due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import BuildingId
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.tables import Building, Unit
from salesdesk.office.ledger.receivable_rules import DueEvent, due_day
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.progress_tables import BuildingStage
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading, Work

LONGEST_STAGE = 40


class StageReached(UserError):
    """A building reaches a stage once."""

    problem = QT_TRANSLATE_NOOP("errors", "{building} reached {stage} on {day}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "What was due by it is dated: nothing more is to be done."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ComesDue:
    """One amount (fen) of a deal that a stage makes due, on which day."""

    line: int
    deal: int
    unit: str
    money: str
    amount_fen: int
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLine:
    """A stage of a building: reached on a day, or (None) waited for by so many amounts (fen)."""

    building_id: int
    building: str
    stage: str
    reached_on: date | None
    lines: int
    amount_fen: int
    note: str = ""
    at: datetime | None = None
    by: str = ""


class Recorded(TypedDict):
    """A stage that was recorded, and how much came due by it (lines, fen)."""

    building: str
    stage: str
    reached_on: date
    lines: int
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordProgress:
    """Record that a building reached a *stage*, *reached_on* a day (today); its dues come due from then.

    Of a deal agreed after that day they are counted from its agreement. A stage is recorded once, as
    payment modes name it, and not taken back: what is due is dated once.
    """

    building: BuildingId
    stage: str
    reached_on: date | None = None
    note: str = ""

    def __call__(self, work: Work) -> Recorded:
        building = _building(work.session, self.building)
        stage = text.required(self.stage, "stage", LONGEST_STAGE)
        day = _until_today(work, self.reached_on)
        known = _reached(work.session, building.id).get(stage)
        if known is not None:
            raise StageReached(building=building.name, stage=stage, day=known.reached_on)
        row = BuildingStage(
            building_id=building.id, stage=stage, reached_on=day,
            note=text.clean(self.note, "note", 200), at=work.now, actor_id=work.actor,
        )  # fmt: skip
        work.session.add(row)
        found = _coming(work, building.id, stage, day)
        for due in found:
            work.session.get_one(DueLine, due.line).due_on = due.due_on
        work.session.flush()
        for deal in {due.deal for due in found}:
            work.touched(Topic.DEAL, deal)
        work.note(Topic.PROJECT, building.project_id, building=building.name, stage=stage)
        return {
            "building": building.name,
            "stage": stage,
            "reached_on": day,
            "lines": len(found),
            "amount_fen": sum(due.amount_fen for due in found),
        }


def building_progress(reading: Reading, project: int | None = None) -> tuple[StageLine, ...]:
    """List the stages of a project's buildings (default the first): reached, and waited for."""
    session = reading.session
    key = first_project(session) if project is None else project
    find_project(session, key)
    names = names_of(session)
    found: list[StageLine] = []
    buildings = session.execute(
        select(Building.id, Building.name)
        .where(Building.project_id == key)
        .order_by(Building.position, Building.id)
    )
    for building in buildings.all():
        reached = _reached(session, building.id)
        sums: dict[str, list[int]] = {stage: [] for stage in reached}
        for line in _lines(session, building.id):
            sums.setdefault(line.DueLine.stage, []).append(line.DueLine.amount_fen)
        for stage, amounts in sums.items():
            row = reached.get(stage)
            found.append(
                StageLine(
                    building_id=building.id,
                    building=building.name,
                    stage=stage,
                    reached_on=row.reached_on if row else None,
                    lines=len(amounts),
                    amount_fen=sum(amounts),
                    note=row.note if row else "",
                    at=row.at if row else None,
                    by=names.get(row.actor_id, "") if row else "",
                )
            )
    return tuple(found)


def progress_trial(
    reading: Reading, building: int, stage: str, reached_on: date | None = None
) -> tuple[ComesDue, ...]:
    """Give what would come due if a building had reached *stage* on a day (today)."""
    found = _building(reading.session, building)
    name = text.required(stage, "stage", LONGEST_STAGE)
    return _coming(reading, found.id, name, _until_today(reading, reached_on))


def days_reached(session: Session, building: int, agreed_on: date) -> dict[str, date]:
    """Give from which day each stage counts for what is agreed on *agreed_on*."""
    rows = _reached(session, building).items()
    return {stage: max(row.reached_on, agreed_on) for stage, row in rows}


def _coming(asking: Work | Reading, building: int, stage: str, day: date) -> tuple[ComesDue, ...]:
    return tuple(
        ComesDue(
            line=row.DueLine.id,
            deal=row.DueLine.deal_id,
            unit=row.code,
            money=row.DueLine.money,
            amount_fen=row.DueLine.amount_fen,
            due_on=due_day(
                max(day, day_of(row.at, asking.zone)), row.DueLine.days, row.DueLine.after_months
            ),
        )
        for row in _lines(asking.session, building)
        if row.DueLine.stage == stage and row.DueLine.due_on is None
    )


def _lines(session: Session, building: int) -> Iterable[Row[DueLine, str, datetime]]:
    """Give what is due by progress of a building's live agreements."""
    return session.execute(
        select(DueLine, Unit.code, Agreement.at.label("at"))
        .join(Deal, Deal.id == DueLine.deal_id)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Agreement, Agreement.deal_id == Deal.id)
        .where(
            Unit.building_id == building,
            DueLine.event == DueEvent.PROGRESS.value,
            DueLine.ended_at.is_(None),
        )
        .order_by(DueLine.id)
    ).all()


def _reached(session: Session, building: int) -> dict[str, BuildingStage]:
    rows = session.scalars(
        select(BuildingStage)
        .where(BuildingStage.building_id == building)
        .order_by(BuildingStage.reached_on, BuildingStage.id)
    )
    return {row.stage: row for row in rows}


def _building(session: Session, key: int) -> Building:
    row = session.get(Building, key)
    if row is None:
        raise NotFound(what="building", key=key)
    find_project(session, row.project_id)
    return row


def _until_today(asking: Work | Reading, day: date | None) -> date:
    found = asking.today if day is None else day
    if found > asking.today:
        raise BadEntry(field="reached on", value=found, expected=f"{asking.today} or earlier")
    return found
