"""Questions about buyers in default: the notices, a notice's paper, a draft before it is served."""

import json
from datetime import date
from typing import Any

from sqlalchemy import and_, select

from salesdesk.kernel import text
from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import Fen
from salesdesk.kernel.plain import from_plain
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import live
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.sales.default_facts import Wanted, facts_of, notice_sheet, standing
from salesdesk.office.sales.default_rules import ServedBy
from salesdesk.office.sales.default_sheets import NoticeLine, NoticeSheet
from salesdesk.office.sales.default_tables import DefaultLift, DefaultNotice
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.office.staff.queries import names_of
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Reading


def default_notices(
    reading: Reading, project: int | None = None, *, past: bool = False
) -> tuple[NoticeLine, ...]:
    """List the notices of default that stand, whose grace ends first first; all of them with *past*."""
    wanted = (
        select(DefaultNotice, DefaultLift, Deal, Unit.code, Customer.name, Claim.stage)
        .join(Deal, Deal.id == DefaultNotice.deal_id)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .outerjoin(DefaultLift, DefaultLift.notice_id == DefaultNotice.id)
        .outerjoin(
            Claim,
            and_(Claim.deal_id == Deal.id, Claim.unit_id == Deal.unit_id, live(reading.now)),
        )
        .order_by(DefaultNotice.last_day, DefaultNotice.id)
    )
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    if reading.role == Role.CONSULTANT:
        wanted = wanted.where(
            (Deal.consultant_id == reading.actor) | (Customer.consultant_id == reading.actor)
        )
    rows = reading.session.execute(wanted).all()
    stand = {one.id for one in standing(reading.session, [row.Deal.id for row in rows]).values()}
    names = names_of(reading.session)
    lines = [_line(reading, row, stand, names) for row in rows]
    return tuple(line for line in lines if line.standing or past)


def _line(reading: Reading, row: Any, stand: set[int], names: dict[int, str]) -> NoticeLine:
    notice: DefaultNotice = row.DefaultNotice
    lift: DefaultLift | None = row.DefaultLift
    facts = facts_of(notice, reading.now, reading.today)
    return NoticeLine(
        id=notice.id,
        number=notice.number,
        deal=row.Deal.id,
        unit_id=row.Deal.unit_id,
        unit=row.code,
        customer=row.name,
        overdue=notice.overdue,
        since=notice.since,
        last_day=notice.last_day,
        days_left=facts.days_left,
        over=facts.over,
        at=notice.at,
        by=names.get(notice.actor_id, ""),
        served_by=notice.served_by,
        why=notice.why,
        standing=notice.id in stand and row.stage == UnitState.SUBSCRIBED.value,
        lifted_at=lift.at if lift else None,
        lifted_because=lift.reason if lift else "",
    )


def default_draft(
    reading: Reading,
    unit: int,
    why: str = "",
    grace_days: int | None = None,
    served_by: ServedBy = ServedBy.HAND,
    payment: str = "",
    amount: Fen | None = None,
    due_on: date | None = None,
) -> NoticeSheet:
    """Give the paper that `NoticeDefault` would print now, without its number; nothing is kept."""
    row = reading.session.execute(
        select(Deal, Agreement)
        .join(Agreement, Agreement.deal_id == Deal.id)
        .join(Claim, and_(Claim.deal_id == Deal.id, Claim.unit_id == Deal.unit_id))
        .where(
            Deal.unit_id == unit,
            Claim.ended_at.is_(None),
            Claim.stage == UnitState.SUBSCRIBED.value,
        )
    ).first()
    if row is None:
        raise NotFound(what="agreement", key=unit)
    wanted = Wanted(
        why=text.clean(why, "why", 200),
        grace_days=grace_days,
        served_by=served_by,
        payment=text.clean(payment, "payment", 200),
        amount_fen=amount,
        due_on=due_on,
    )
    return notice_sheet(reading, row.Deal, row.Agreement, wanted)


def default_paper(reading: Reading, number: str) -> NoticeSheet:
    """Give a notice's stored sheet by its number, or raise `NotFound`."""
    sheet = reading.session.scalar(
        select(DefaultNotice.sheet).where(DefaultNotice.number == number.strip().upper())
    )
    if sheet is None:
        raise NotFound(what="notice", key=number)
    found: NoticeSheet = from_plain(NoticeSheet, json.loads(sheet))
    return found
