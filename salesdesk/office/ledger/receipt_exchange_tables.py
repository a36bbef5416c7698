"""Rows of receipts taken back for an invoice (换票): which receipts, for which invoice."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from salesdesk.office.ledger.contra_tables import Contra, ContraApproval
from salesdesk.office.ledger.tables import ReceiptVoid
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class ReceiptExchange(Record):
    """An invoice given for receipts of one deal, whose originals came back (fen, office day)."""

    __tablename__ = "receipt_exchange"
    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("invoice <> ''", name="invoice"),
    )
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    invoice: Mapped[str] = mapped_column(unique=True)
    invoice_on: Mapped[date]
    amount_fen: Mapped[int]
    note: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class ReceiptExchangeLine(Record):
    """One receipt that was taken back; each goes for one invoice, once."""

    __tablename__ = "receipt_exchange_line"
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"), primary_key=True)
    exchange_id: Mapped[int] = mapped_column(ForeignKey("receipt_exchange.id"), index=True)


def invoices_of(session: Session, receipts: Collection[int]) -> dict[int, str]:
    """Give the invoices' numbers of those of *receipts* that were exchanged, by receipt."""
    rows = session.execute(
        select(ReceiptExchangeLine.receipt_id, ReceiptExchange.invoice)
        .join(ReceiptExchange, ReceiptExchange.id == ReceiptExchangeLine.exchange_id)
        .where(ReceiptExchangeLine.receipt_id.in_(receipts))
    )
    return dict(rows.all())


def invoice_of(session: Session, receipt: int) -> str:
    """Give the number of the invoice that a receipt was exchanged for, or ""."""
    return invoices_of(session, [receipt]).get(receipt, "")


for _table in (ReceiptExchange, ReceiptExchangeLine):
    append_only(_table)
stamped(ReceiptExchange, "actor_id", "at")

refuse_when(
    ReceiptExchange,
    "right",
    "INSERT",
    "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'ExchangeReceipts')",
    "nobody exchanges receipts without the right",
)
refuse_all(
    ReceiptExchangeLine,
    "INSERT",
    (
        (
            "stands",
            (
                "NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind IN ('deposit', 'price'))"
                " OR EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = NEW.receipt_id)"
                " OR EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = NEW.receipt_id)"
                " OR EXISTS (SELECT 1 FROM refund f JOIN receipt r ON r.deal_id = f.deal_id WHERE r.id = NEW.receipt_id)"
            ),
            "only a receipt that stands is exchanged",
        ),
        (
            "deal",
            (
                "NOT EXISTS (SELECT 1 FROM receipt r JOIN receipt_exchange x ON x.id = NEW.exchange_id"
                " WHERE r.id = NEW.receipt_id AND (r.deal_id = x.deal_id OR EXISTS"
                " (SELECT 1 FROM unit_exchange e WHERE e.deal_id = r.deal_id)))"
            ),
            "an invoice is for the receipts of its deal",
        ),
        (
            "sum",
            (
                "(SELECT r.amount_fen FROM receipt r WHERE r.id = NEW.receipt_id)"
                " + (SELECT coalesce(sum(r.amount_fen), 0) FROM receipt_exchange_line l"
                " JOIN receipt r ON r.id = l.receipt_id WHERE l.exchange_id = NEW.exchange_id)"
                " > (SELECT x.amount_fen FROM receipt_exchange x WHERE x.id = NEW.exchange_id)"
            ),
            "an invoice is the sum of its receipts",
        ),
    ),
)
for _undone in (ReceiptVoid, Contra, ContraApproval):
    refuse_when(
        _undone,
        "exchanged",
        "INSERT",
        "EXISTS (SELECT 1 FROM receipt_exchange_line l WHERE l.receipt_id = NEW.receipt_id)",
        "what was exchanged for an invoice stays",
    )
