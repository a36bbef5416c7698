"""Questions about receipts taken back for invoices (换票): what was, and what could be."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import ReceiptId
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.tables import Unit
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.receipt_exchange_tables import ReceiptExchange, ReceiptExchangeLine
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid
from salesdesk.office.sales.deals import origins
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchangeable:
    """A receipt that may be exchanged for an invoice (fen)."""

    id: int
    number: str
    kind: str
    day: date
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """An invoice and the receipts that came back for it (fen)."""

    id: int
    invoice: str
    invoice_on: date
    amount_fen: int
    unit: str
    customer: str
    receipts: tuple[str, ...]
    at: datetime
    by: str
    note: str


def exchangeable_receipts(reading: Reading, receipt: ReceiptId) -> tuple[Exchangeable, ...]:
    """List what stands of the deal of *receipt*, and of those it came from, and has no invoice yet."""
    session = reading.session
    row = session.get(Receipt, receipt)
    if row is None:
        raise NotFound(what="receipt", key=receipt)
    found = session.scalars(
        select(Receipt)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .outerjoin(Contra, Contra.receipt_id == Receipt.id)
        .outerjoin(ReceiptExchangeLine, ReceiptExchangeLine.receipt_id == Receipt.id)
        .where(
            Receipt.deal_id.in_(origins(session, row.deal_id)),
            Receipt.kind.in_((ReceiptKind.DEPOSIT.value, ReceiptKind.PRICE.value)),
            ReceiptVoid.receipt_id.is_(None),
            Contra.id.is_(None),
            ReceiptExchangeLine.receipt_id.is_(None),
        )
        .order_by(Receipt.id)
    )
    return tuple(
        Exchangeable(
            id=one.id, number=one.number, kind=one.kind, day=one.day, amount_fen=one.amount_fen
        )
        for one in found
    )


def receipt_exchanges(
    reading: Reading,
    project: int | None = None,
    first_on: date | None = None,
    last_on: date | None = None,
) -> tuple[InvoiceLine, ...]:
    """List invoices that receipts were exchanged for, by the invoices' days, the newest first."""
    wanted = (
        select(ReceiptExchange, Unit.code, Customer.name)
        .join(Deal, Deal.id == ReceiptExchange.deal_id)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .order_by(ReceiptExchange.id.desc())
    )
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    if first_on is not None:
        wanted = wanted.where(ReceiptExchange.invoice_on >= first_on)
    if last_on is not None:
        wanted = wanted.where(ReceiptExchange.invoice_on <= last_on)
    rows = reading.session.execute(wanted).all()
    taken: dict[int, list[str]] = defaultdict(list)
    for exchange, number in reading.session.execute(
        select(ReceiptExchangeLine.exchange_id, Receipt.number)
        .join(Receipt, Receipt.id == ReceiptExchangeLine.receipt_id)
        .where(ReceiptExchangeLine.exchange_id.in_([row.ReceiptExchange.id for row in rows]))
        .order_by(Receipt.id)
    ):
        taken[exchange].append(number)
    names = names_of(reading.session)
    return tuple(
        InvoiceLine(
            id=row.ReceiptExchange.id,
            invoice=row.ReceiptExchange.invoice,
            invoice_on=row.ReceiptExchange.invoice_on,
            amount_fen=row.ReceiptExchange.amount_fen,
            unit=row.code,
            customer=row.name,
            receipts=tuple(taken[row.ReceiptExchange.id]),
            at=row.ReceiptExchange.at,
            by=names.get(row.ReceiptExchange.actor_id, ""),
            note=row.ReceiptExchange.note,
        )
        for row in rows
    )
