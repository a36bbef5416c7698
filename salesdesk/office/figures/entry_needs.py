"""What of the register and of the cash drawer needs a site manager: written late, overdue, to be checked, large."""

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import select

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.check_rules import EntryKind
from salesdesk.office.customers.checks import late_visits, spot_sample
from salesdesk.office.customers.tables import Customer, FollowUp
from salesdesk.office.figures.need_rules import LARGE_CASH_DAYS, NeedKind, NeedLine
from salesdesk.office.ledger import large_cash as cash
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


def late_entries(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    """Give the register entries that were written late, of the visits to *project*."""
    names = names_of(reading.session)
    for visit in late_visits(reading):
        if visit.project_id == project:
            yield NeedLine(
                kind=NeedKind.LATE_ENTRY,
                topic=Topic.VISIT,
                key=visit.id,
                subject=reading.session.get_one(Customer, visit.customer_id).name,
                person=names.get(visit.receptionist_id, ""),
                at=visit.recorded_at,
                day=visit.day,
                days=(day_of(visit.recorded_at, reading.zone) - visit.day).days,
                detail=visit.remarks,
            )


def follow_ups(reading: Reading, _project: ProjectId) -> Iterator[NeedLine]:
    """Give the follow-ups that are overdue, the oldest first."""
    rows = reading.session.execute(
        select(FollowUp, Customer.name)
        .join(Customer, Customer.id == FollowUp.customer_id)
        .where(FollowUp.done_at.is_(None), FollowUp.due_on < reading.today)
        .order_by(FollowUp.due_on, FollowUp.id)
    )
    names = names_of(reading.session)
    for row, name in rows:
        yield NeedLine(
            kind=NeedKind.FOLLOW_UP,
            topic=Topic.FOLLOW_UP,
            key=row.id,
            subject=name,
            person=names.get(row.consultant_id, ""),
            day=row.due_on,
            days=(reading.today - row.due_on).days,
        )


def spot_checks(reading: Reading, _project: ProjectId) -> Iterator[NeedLine]:
    """Give the entries of today's sample that nobody has looked at."""
    for line in spot_sample(reading):
        if not line.verdict and not line.own:
            yield NeedLine(
                kind=NeedKind.SPOT_CHECK,
                topic=Topic.VISIT if line.kind is EntryKind.VISIT else Topic.FOLLOW_UP,
                key=line.key,
                subject=line.customer,
                person=line.written_by,
                at=line.written_at,
                detail=line.words,
            )


def large_cash(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    """Give the large cash of the last days, to be reported."""
    first = reading.today - timedelta(days=LARGE_CASH_DAYS)
    for line in cash.large_cash(reading, project, first, reading.today):
        yield NeedLine(
            kind=NeedKind.LARGE_CASH,
            topic=Topic.RECEIPT,
            key=line.receipt_id,
            subject=line.customer,
            day=line.day,
            amount_fen=line.amount_fen,
            detail=" ".join(line.receipts),
        )
