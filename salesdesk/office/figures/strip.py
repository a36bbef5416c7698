"""A project in one strip: its units by state, what was sold, taken and seen, and its present phase."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from salesdesk.kernel.keys import ProjectId
from salesdesk.office.campaign.queries import plan
from salesdesk.office.customers.rules import Manner
from salesdesk.office.customers.tables import Visit
from salesdesk.office.figures.queries import subscriptions_by_day
from salesdesk.office.inventory.claims import live, state_term
from salesdesk.office.inventory.lots import lot_uses
from salesdesk.office.inventory.queries import find_project, first_project, projects
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, ReleaseLine, Unit
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid
from salesdesk.office.staff.queries import last_drill
from salesdesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """How many homes and shops (no lots) are in a state, and their list prices together (fen)."""

    state: UnitState
    units: int
    total_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectStrip:
    """A project at a glance. Money fen; a week begins on Monday; ``phase`` empty: none runs today.

    ``received_fen``: receipts of today that stand, less today's contras, without refunds. ``drilled_at``: when a backup
    was last restored for trial and proved.
    """

    project: int
    name: str
    projects: tuple[tuple[int, str], ...]
    today: date
    states: tuple[StateCount, ...]
    sold_today: int
    sold_today_fen: int
    sold_week: int
    sold_week_fen: int
    receipts: int
    received_fen: int
    visits: int
    calls: int
    phase: str = ""
    phase_english: str = ""
    phase_day: int = 0
    phase_days: int = 0
    drilled_at: datetime | None = None
    drill_days: int | None = None


def project_strip(reading: Reading, project: ProjectId | None = None) -> ProjectStrip:
    """Give the strip of *project* (default the first); `NotFound` for one that is not there."""
    key = ProjectId(first_project(reading.session)) if project is None else project
    row, today = find_project(reading.session, key), reading.today
    curve = {point.day: point for point in subscriptions_by_day(reading, key)}
    monday = today - timedelta(days=today.weekday())
    week = [point for day, point in curve.items() if monday <= day <= today]
    now = curve.get(today)
    receipts, received = _received(reading, key)
    visits, calls = _visits(reading, key)
    running = [
        phase for phase in plan(reading, key).phases if phase.plan_from <= today <= phase.plan_to
    ]
    phase = running[-1] if running else None
    drilled = last_drill(reading)
    return ProjectStrip(
        project=key,
        name=row.name,
        projects=tuple((card.id, card.name) for card in projects(reading)),
        today=today,
        states=_states(reading, key),
        sold_today=now.units if now else 0,
        sold_today_fen=now.amount_fen if now else 0,
        sold_week=sum(point.units for point in week),
        sold_week_fen=sum(point.amount_fen for point in week),
        receipts=receipts,
        received_fen=received,
        visits=visits,
        calls=calls,
        phase=phase.title if phase else "",
        phase_english=phase.english if phase else "",
        phase_day=(today - phase.plan_from).days + 1 if phase else 0,
        phase_days=(phase.plan_to - phase.plan_from).days + 1 if phase else 0,
        drilled_at=drilled,
        drill_days=(reading.now - drilled).days if drilled else None,
    )


def _states(reading: Reading, project: int) -> tuple[StateCount, ...]:
    state = state_term(reading.now)
    rows = reading.session.execute(
        select(state, func.count(), func.sum(Unit.total_fen))
        .select_from(Unit)
        .outerjoin(Claim, (Claim.unit_id == Unit.id) & live(reading.now))
        .outerjoin(ReleaseLine, (ReleaseLine.unit_id == Unit.id) & ReleaseLine.ended_at.is_(None))
        .where(
            Unit.project_id == project,
            Unit.use.not_in(lot_uses(reading.session, project)),
            present(),
        )
        .group_by(state)
    )
    found = {name: (units, int(total or 0)) for name, units, total in rows}
    return tuple(
        StateCount(state=one, units=found[one][0], total_fen=found[one][1])
        for one in UnitState
        if one in found
    )


def _received(reading: Reading, project: int) -> tuple[int, int]:
    row = reading.session.execute(
        select(func.count(), func.sum(Receipt.amount_fen))
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .where(
            Receipt.project_id == project,
            Receipt.day == reading.today,
            Receipt.kind.in_((ReceiptKind.DEPOSIT.value, ReceiptKind.PRICE.value)),
            ReceiptVoid.receipt_id.is_(None),
        )
    ).one()
    back = reading.session.scalar(
        select(func.sum(Contra.amount_fen))
        .join(Receipt, Receipt.id == Contra.receipt_id)
        .where(Receipt.project_id == project, Contra.day == reading.today)
    )
    return row[0], int(row[1] or 0) + int(back or 0)


def _visits(reading: Reading, project: int) -> tuple[int, int]:
    rows = dict(
        reading.session.execute(
            select(Visit.manner, func.count())
            .where(Visit.project_id == project, Visit.day == reading.today)
            .group_by(Visit.manner)
        ).all()
    )
    calls = rows.pop(Manner.CALL.value, 0)
    return sum(rows.values()), calls
