"""Questions about transfers: deposit to price, old unit to new unit, what a cancellation moved."""

from datetime import date

from sqlalchemy import select

from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.ledger.tables import TRANSFERS, Movement
from salesdesk.office.sales.tables import Deal
from salesdesk.office.sales.transfer_sheets import TransferLine
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


def transfers(
    reading: Reading,
    first_on: date | None = None,
    last_on: date | None = None,
    limit: int = 500,
) -> tuple[TransferLine, ...]:
    """List paired entries with which no cash moved, the newest first; opening balances left out."""
    wanted = (
        select(Movement, Unit.code, Customer.name)
        .join(Deal, Deal.id == Movement.deal_id)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .where(Movement.kind.in_(TRANSFERS))
        .order_by(Movement.id.desc())
        .limit(limit)
    )
    if first_on is not None:
        wanted = wanted.where(Movement.day >= first_on)
    if last_on is not None:
        wanted = wanted.where(Movement.day <= last_on)
    names = names_of(reading.session)
    return tuple(
        TransferLine(
            id=row.id,
            day=row.day,
            at=row.at,
            kind=row.kind,
            unit=code,
            customer=customer,
            debit=row.debit,
            credit=row.credit,
            amount_fen=row.amount_fen,
            actor=names.get(row.actor_id, ""),
        )
        for row, code, customer in reading.session.execute(wanted)
    )
