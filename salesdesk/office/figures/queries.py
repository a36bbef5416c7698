"""The campaign's timeline with its curve of subscriptions."""

from collections import Counter
from dataclasses import replace
from datetime import date

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import aliased

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.campaign.queries import plan
from salesdesk.office.campaign.sheets import CurvePoint, TimelineSheet
from salesdesk.office.inventory.lots import lot_uses
from salesdesk.office.inventory.queries import first_project
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.rules import SOLD, UnitState
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.sales.tables import Deal
from salesdesk.store.work import Reading


def timeline(reading: Reading, project: ProjectId | None = None) -> TimelineSheet:
    """Give the campaign of *project* (default the first) over its curve, from one reading."""
    project = ProjectId(first_project(reading.session)) if project is None else project
    sheet = plan(reading, project)
    curve = subscriptions_by_day(reading, project)
    units = reading.session.scalar(
        select(func.count()).select_from(Unit).where(Unit.project_id == project, present())
    )
    days = [sheet.first_on, sheet.last_on, *(point.day for point in curve)]
    if not sheet.phases:
        days = days[:2]
    return replace(sheet, curve=curve, units=units or 0, first_on=min(days), last_on=max(days))


def subscriptions_by_day(reading: Reading, project: ProjectId) -> tuple[CurvePoint, ...]:
    """Give, for each day on which units were subscribed, how many and their prices (fen).

    A claim counts on the day it was opened, at the list price of its deal; one that follows another
    subscribed claim of the same unit without a gap (a change of buyer) is the same subscription.
    Units already sold when the office began count on the day that was brought in with them, not on
    the day they were brought in: the curve would leap by all of them at once.
    """
    before = aliased(Claim)
    continued = (
        select(before.id)
        .where(
            before.unit_id == Claim.unit_id,
            before.stage == UnitState.SUBSCRIBED.value,
            before.ended_at == Claim.opened_at,
        )
        .exists()
    )
    since = case(
        (Claim.opening.in_((True,)), func.coalesce(Deal.opened_at, Claim.opened_at)),
        else_=Claim.opened_at,
    )
    rows = reading.session.execute(
        select(since, func.coalesce(Deal.list_total_fen, Unit.total_fen))
        .join(Unit, Unit.id == Claim.unit_id)
        .outerjoin(Deal, Deal.id == Claim.deal_id)
        .where(
            Unit.project_id == project,
            or_(Deal.id.is_(None), Deal.unit_id == Claim.unit_id),  # a lot goes with its home
            Unit.use.not_in(lot_uses(reading.session, project)),
            or_(
                Claim.stage == UnitState.SUBSCRIBED.value,
                and_(Claim.opening.in_((True,)), Claim.stage.in_(sorted(SOLD))),
            ),
            ~continued,
        )
    )
    units: Counter[date] = Counter()
    amounts: Counter[date] = Counter()
    for opened_at, total_fen in rows:
        day = day_of(opened_at, reading.zone)
        units[day] += 1
        amounts[day] += total_fen or 0
    return tuple(CurvePoint(day, units[day], amounts[day]) for day in sorted(units))
