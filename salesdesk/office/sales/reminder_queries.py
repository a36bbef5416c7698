"""Questions about reminders: who owes what or soon will, the letters, the promises, a letter's paper."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, or_, select

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import ProjectId
from salesdesk.kernel.plain import from_plain
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.tables import Project, Unit
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.reminder_facts import due_marks
from salesdesk.office.sales.reminder_rules import SOON_DAYS
from salesdesk.office.sales.reminder_sheets import (
    DemandLetterLine,
    DemandSheet,
    DueBadge,
    PromiseLine,
    ReminderLine,
)
from salesdesk.office.sales.reminder_tables import DemandLetter, PaymentPromise
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.queries import names_of
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Reading


def reminders(reading: Reading, project: ProjectId | None = None) -> tuple[ReminderLine, ...]:
    """List the deals of which something is overdue or due within two weeks, the longest overdue first.

    A consultant's own only. Deals of before the office's start have no schedule, and are not here.
    """
    marks = due_marks(reading.session, reading.today)
    wanted = _named(reading, select(Deal, Unit.code, Project.name.label("project"), Customer.name))
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    names = names_of(reading.session)
    lines = [
        ReminderLine(
            deal=row.Deal.id,
            unit_id=row.Deal.unit_id,
            unit=row.code,
            project=row.project,
            customer=row.name,
            consultant=names.get(row.Deal.consultant_id, ""),
            mark=marks[row.Deal.id],
        )
        for row in reading.session.execute(wanted.where(Deal.id.in_(marks)))
    ]
    return tuple(sorted(lines, key=_urgency))


def due_badges(reading: Reading, project: ProjectId | None = None) -> tuple[DueBadge, ...]:
    """Give the units whose deals owe money that is overdue or due within two weeks, for the board.

    A consultant's own only. One question over the open lines, without who, how much and letters.
    """
    until = reading.today + timedelta(days=SOON_DAYS)
    wanted = (
        _named(reading, select(Deal.unit_id, func.min(DueLine.due_on)))
        .join(DueLine, DueLine.deal_id == Deal.id)
        .where(DueLine.ended_at.is_(None), DueLine.open_fen > 0, DueLine.due_on <= until)
        .group_by(Deal.unit_id)
    )
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    return tuple(
        DueBadge(unit=unit, overdue=first < reading.today)
        for unit, first in reading.session.execute(wanted)
    )


def _urgency(line: ReminderLine) -> tuple[date, int]:
    """What fell due first comes first; what is overdue is before what will be."""
    return line.mark.since or line.mark.soon_on or date.max, line.deal


def demand_letters(
    reading: Reading, deal: int | None = None, limit: int = 2000
) -> tuple[DemandLetterLine, ...]:
    """List demand letters, the newest first, at most *limit*; a consultant's own only."""
    wanted = _named(reading, select(DemandLetter, Deal.unit_id, Unit.code, Customer.name))
    wanted = wanted.join(DemandLetter, DemandLetter.deal_id == Deal.id)
    if deal is not None:
        wanted = wanted.where(Deal.id == deal)
    names = names_of(reading.session)
    rows = reading.session.execute(wanted.order_by(DemandLetter.id.desc()).limit(limit))
    return tuple(
        DemandLetterLine(
            id=row.DemandLetter.id,
            number=row.DemandLetter.number,
            deal=row.DemandLetter.deal_id,
            unit_id=row.unit_id,
            unit=row.code,
            customer=row.name,
            stage=row.DemandLetter.stage,
            overdue_fen=row.DemandLetter.overdue_fen,
            since=row.DemandLetter.since,
            pay_by=row.DemandLetter.pay_by,
            at=row.DemandLetter.at,
            by=names.get(row.DemandLetter.actor_id, ""),
        )
        for row in rows
    )


def payment_promises(
    reading: Reading, deal: int | None = None, limit: int = 2000
) -> tuple[PromiseLine, ...]:
    """List what buyers promised to pay, the newest first, at most *limit*; a consultant's own only."""
    wanted = _named(reading, select(PaymentPromise, Unit.code, Customer.name))
    wanted = wanted.join(PaymentPromise, PaymentPromise.deal_id == Deal.id)
    if deal is not None:
        wanted = wanted.where(Deal.id == deal)
    names = names_of(reading.session)
    rows = reading.session.execute(wanted.order_by(PaymentPromise.id.desc()).limit(limit))
    return tuple(
        PromiseLine(
            id=row.PaymentPromise.id,
            deal=row.PaymentPromise.deal_id,
            unit=row.code,
            customer=row.name,
            promised_on=row.PaymentPromise.promised_on,
            amount_fen=row.PaymentPromise.amount_fen,
            note=row.PaymentPromise.note,
            at=row.PaymentPromise.at,
            by=names.get(row.PaymentPromise.actor_id, ""),
        )
        for row in rows
    )


def demand_papers(reading: Reading, numbers: Sequence[str]) -> tuple[DemandSheet, ...]:
    """Give the stored sheets of demand letters by their numbers, in that order, or raise `NotFound`."""
    wanted = [number.strip().upper() for number in numbers]
    rows = reading.session.execute(
        select(DemandLetter.number, DemandLetter.sheet).where(DemandLetter.number.in_(wanted))
    )
    sheets = {row.number: row.sheet for row in rows}
    for number in wanted:
        if number not in sheets:
            raise NotFound(what="demand letter", key=number)
    return tuple(from_plain(DemandSheet, json.loads(sheets[number])) for number in wanted)


def _named(reading: Reading, wanted: Any) -> Any:
    """Join a deal with what it is called; a consultant is shown his own."""
    wanted = (
        wanted.select_from(Deal)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Project, Project.id == Deal.project_id)
        .join(Customer, Customer.id == Deal.customer_id)
    )
    if reading.role == Role.CONSULTANT:
        wanted = wanted.where(
            or_(Deal.consultant_id == reading.actor, Customer.consultant_id == reading.actor)
        )
    return wanted
