"""Homes that were handed over while money was overdue: they stay on the desk until it is paid."""

from collections.abc import Iterator

from sqlalchemy import and_, select

from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.tables import Customer
from salesdesk.office.figures.need_rules import NeedKind, NeedLine
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.sales.overdue import overdue_of
from salesdesk.office.sales.signing_tables import Delivery
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


def delivered_owing(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    """Give the homes handed over of which something is overdue today, the oldest first."""
    rows = reading.session.execute(
        select(Deal, Unit.code, Customer.name, Delivery.overdue_reason)
        .join(Claim, and_(Claim.deal_id == Deal.id, Claim.unit_id == Deal.unit_id))
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .join(Delivery, Delivery.deal_id == Deal.id)
        .where(
            Deal.project_id == project,
            Claim.ended_at.is_(None),
            Claim.stage == UnitState.DELIVERED.value,
        )
    ).all()
    owes = overdue_of(reading.session, [row.Deal.id for row in rows], reading.today)
    names = names_of(reading.session)
    for row in sorted(
        (row for row in rows if row.Deal.id in owes),
        key=lambda row: (owes[row.Deal.id][1], row.code),
    ):
        fen, day = owes[row.Deal.id]
        yield NeedLine(
            kind=NeedKind.DELIVERED_OWING, topic=Topic.UNIT, key=row.Deal.unit_id,
            subject=row.code, who=row.name, person=names.get(row.Deal.consultant_id, ""), day=day,
            days=(reading.today - day).days, amount_fen=fen, detail=row.overdue_reason,
        )  # fmt: skip
