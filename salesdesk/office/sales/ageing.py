"""Receivables by age (账龄): what is open of live schedules, by how long it is overdue.

Only open lines are read: each keeps its ``open_fen`` (`due_tables.DueLine`), over which an index lies.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, case, func, literal, null, select

from salesdesk.kernel.keys import BuildingId, PersonId, ProjectId
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.tables import Building, Claim, Project, Unit
from salesdesk.office.ledger.rules import WHERE_MONEY_LIES
from salesdesk.office.ledger.tables import Movement
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Reading

STEPS: Final = (30, 60, 90)
"""The last days of the classes: 1 to 30 days overdue, 31 to 60, 61 to 90, and beyond."""


class AgeingBy(StrEnum):
    """One line for each of these."""

    DEAL = "deal"
    CONSULTANT = "consultant"
    BUILDING = "building"
    PROJECT = "project"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeingLine:
    """What is open (fen) of one deal, consultant, building or project, by days overdue.

    ``id`` is the record's; names that do not belong to it are empty. ``not_due_fen`` is due today or
    later, or waits for its event. ``oldest_on``: the earliest day that is past.
    """

    id: int
    project: str
    building: str
    consultant: str
    unit: str
    unit_id: int | None
    customer: str
    deals: int
    not_due_fen: int
    to_30_fen: int
    to_60_fen: int
    to_90_fen: int
    over_90_fen: int
    oldest_on: date | None
    opening_fen: int = 0
    """Open of deals that were taken over at the office's start: they have no schedule, so no age."""

    @property
    def overdue_fen(self) -> int:
        """Give what is overdue (fen)."""
        return self.to_30_fen + self.to_60_fen + self.to_90_fen + self.over_90_fen

    @property
    def open_fen(self) -> int:
        """Give all that is open (fen)."""
        return self.not_due_fen + self.overdue_fen + self.opening_fen


def ageing(
    reading: Reading,
    by: AgeingBy = AgeingBy.PROJECT,
    project: ProjectId | None = None,
    building: BuildingId | None = None,
    consultant: PersonId | None = None,
    limit: int = 5000,
) -> tuple[AgeingLine, ...]:
    """List what is open of live schedules by age, the most overdue first, at most *limit* lines.

    All that is due counts, collected-for-others lines too. What is open of deals of before the office's
    start has no day: it stands apart (``opening_fen``).
    """
    owed = _by_deal(reading.today)
    sums = [func.sum(column).label(column.name) for column in owed.c if column.name in _CLASSES]
    overdue = sum(sums[2:], start=sums[1])
    wanted = (
        select(*_names(by), func.count().label("deals"), *sums, func.min(owed.c.oldest).label("oldest"))
        .select_from(owed)
        .join(Deal, Deal.id == owed.c.deal_id)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Building, Building.id == Unit.building_id)
        .join(Project, Project.id == Deal.project_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .join(Person, Person.id == Deal.consultant_id)
        .group_by(*_groups(by))
        .order_by(overdue.desc(), sums[0].desc(), "id")
        .limit(limit)
    )  # fmt: skip
    kept = [
        column == key
        for column, key in (
            (Deal.project_id, project),
            (Unit.building_id, building),
            (Deal.consultant_id, consultant),
        )
        if key is not None
    ]
    lines = {row.id: _line(row) for row in reading.session.execute(wanted.where(*kept))}
    for row in reading.session.execute(_taken_over(by).where(*kept).limit(limit)):
        known = lines.get(row.id) or _line(row)
        more = row.deals if row.id in lines else 0
        lines[row.id] = replace(known, deals=known.deals + more, opening_fen=int(row.opening))
    return tuple(lines.values())[:limit]


def _taken_over(by: AgeingBy) -> Any:
    """Ask for what is open of live deals of before the start: their price, less what lies in them."""
    lies = [account.value for account in WHERE_MONEY_LIES]
    paid = (
        select(
            func.coalesce(
                func.sum(
                    case((Movement.credit.in_(lies), Movement.amount_fen), else_=0)
                    - case((Movement.debit.in_(lies), Movement.amount_fen), else_=0)
                ),
                0,
            )
        )
        .where(Movement.deal_id == Deal.id)
        .correlate(Deal)
        .scalar_subquery()
    )
    scheduled = select(DueLine.id).where(DueLine.deal_id == Deal.id, DueLine.ended_at.is_(None))
    none = (literal(0).label(name) for name in _CLASSES)
    opening = func.sum(Deal.list_total_fen - paid)
    return (
        select(*_names(by), func.count().label("deals"), *none, null().label("oldest"), opening.label("opening"))
        .select_from(Claim)
        .join(Deal, Deal.id == Claim.deal_id)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Building, Building.id == Unit.building_id)
        .join(Project, Project.id == Deal.project_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .join(Person, Person.id == Deal.consultant_id)
        .where(Claim.ended_at.is_(None), Claim.opening.in_((True,)), ~scheduled.exists(), Deal.list_total_fen > paid)
        .group_by(*_groups(by))
        .order_by(opening.desc(), "id")
    )  # fmt: skip


_CLASSES = ("not_due", "to_30", "to_60", "to_90", "over_90")


def _by_deal(today: date) -> Any:
    """Give one row a deal: its open sums by age, in the order of `_CLASSES`, and the oldest day."""
    on, open_ = DueLine.due_on, DueLine.open_fen
    ends = [today - timedelta(days=days) for days in (0, *STEPS)]

    def total(when: ColumnElement[bool], name: str) -> ColumnElement[int]:
        return func.sum(case((when, open_), else_=0)).label(name)

    wanted: Any = select(
        DueLine.deal_id,
        total(on.is_(None) | (on >= ends[0]), "not_due"),
        *(
            total((on < later) & (on >= earlier), name)
            for later, earlier, name in zip(ends, ends[1:], _CLASSES[1:4], strict=False)
        ),
        total(on < ends[-1], "over_90"),
        func.min(case((on < ends[0], on))).label("oldest"),
    )
    return (
        wanted.where(DueLine.ended_at.is_(None), open_ > 0)
        .group_by(DueLine.deal_id)
        .subquery("owed")
    )


_NAMES: Final[dict[str, Any]] = {
    "project": Project.name,
    "building": Building.name,
    "consultant": Person.name,
    "unit": Unit.code,
    "unit_id": Unit.id,
    "customer": Customer.name,
}
_GIVEN: Final[dict[AgeingBy, tuple[Any, tuple[str, ...]]]] = {
    AgeingBy.DEAL: (Deal.id, tuple(_NAMES)),
    AgeingBy.CONSULTANT: (Person.id, ("consultant",)),
    AgeingBy.BUILDING: (Building.id, ("project", "building")),
    AgeingBy.PROJECT: (Project.id, ("project",)),
}
"""Which record makes one line, and which names it has."""


def _groups(by: AgeingBy) -> list[ColumnElement[Any]]:
    """Give what makes one line."""
    key, names = _GIVEN[by]
    return [key, *(_NAMES[name] for name in names)]


def _names(by: AgeingBy) -> list[ColumnElement[Any]]:
    """Give the record's number and its names; those it has not are empty."""
    key, given = _GIVEN[by]
    empty = {name: null() if name == "unit_id" else literal("") for name in _NAMES}
    return [
        key.label("id"),
        *((_NAMES if name in given else empty)[name].label(name) for name in _NAMES),
    ]


def _line(row: Any) -> AgeingLine:
    return AgeingLine(
        id=row.id,
        project=row.project,
        building=row.building,
        consultant=row.consultant,
        unit=row.unit,
        unit_id=row.unit_id,
        customer=row.customer,
        deals=row.deals,
        not_due_fen=int(row.not_due),
        to_30_fen=int(row.to_30),
        to_60_fen=int(row.to_60),
        to_90_fen=int(row.to_90),
        over_90_fen=int(row.over_90),
        oldest_on=row.oldest,
    )
