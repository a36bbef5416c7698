"""Rows of money. All of them grow only; a mistake is answered by another row."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.ledger.rules import Account, ReceiptKind, TenderKind
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped


def _one_of(column: str, values: type[Account] | type[ReceiptKind] | type[TenderKind]) -> str:
    return "{} IN ({})".format(column, ", ".join(f"'{value.value}'" for value in values))


class Counter(Record):
    """The next number of a series; its row is locked while a number is taken, so no gap."""

    __tablename__ = "counter"
    series: Mapped[str] = mapped_column(primary_key=True)
    first_no: Mapped[int]
    next_no: Mapped[int]


class Refund(Record):
    """Money owed to a buyer since a cancellation (fen)."""

    __tablename__ = "refund"
    __table_args__ = (
        CheckConstraint("owed_fen >= 0 AND kept_fen >= 0", name="amounts"),
        UniqueConstraint("deal_id"),
    )
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    unit_code: Mapped[str]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    fault: Mapped[str]
    reason: Mapped[str]
    kept_fen: Mapped[int]
    owed_fen: Mapped[int]
    created_at: Mapped[datetime]
    created_by: Mapped[int]


class Receipt(Record):
    """A numbered paper of the cashier (收据; a refund's slip too), with the sheet as printed."""

    __tablename__ = "receipt"
    __table_args__ = (
        UniqueConstraint("series", "no"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint(_one_of("kind", ReceiptKind), name="kind"),
        Index("ix_receipt_day", "day", "cashier_id"),
    )
    id: Mapped[Key]
    series: Mapped[str] = mapped_column(ForeignKey("counter.series"))
    no: Mapped[int]
    number: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    day: Mapped[date]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    refund_id: Mapped[int | None] = mapped_column(ForeignKey("refund.id"), unique=True)
    payer: Mapped[str]
    amount_fen: Mapped[int]
    cashier_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sheet: Mapped[str] = mapped_column(Canonical)
    previous: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)


class Tender(Record):
    """One way of paying on a receipt (fen)."""

    __tablename__ = "tender"
    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint(_one_of("kind", TenderKind), name="kind"),
    )
    id: Mapped[Key]
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"), index=True)
    kind: Mapped[str]
    amount_fen: Mapped[int]
    reference: Mapped[str]


class Movement(Record):
    """Money from one account to another: debit and credit in one row, so every entry balances."""

    __tablename__ = "movement"
    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("debit <> credit", name="accounts"),
        CheckConstraint(_one_of("debit", Account), name="debit"),
        CheckConstraint(_one_of("credit", Account), name="credit"),
    )
    id: Mapped[Key]
    at: Mapped[datetime]
    day: Mapped[date]
    actor_id: Mapped[int]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    receipt_id: Mapped[int | None] = mapped_column(ForeignKey("receipt.id"), index=True)
    debit: Mapped[str]
    credit: Mapped[str]
    amount_fen: Mapped[int]
    kind: Mapped[str]


class ReceiptVoid(Record):
    """A receipt was made void (作废): the number stays, the money goes back."""

    __tablename__ = "receipt_void"
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"), primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int]
    reason: Mapped[str]


class ReceiptPrint(Record):
    """A receipt was put on paper; ``reprint`` 0 is the first time (补打 n)."""

    __tablename__ = "receipt_print"
    __table_args__ = (UniqueConstraint("receipt_id", "reprint"),)
    id: Mapped[Key]
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"))
    reprint: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int]


class CashCount(Record):
    """Cash a cashier counted in the drawer (fen); the newest of a day counts."""

    __tablename__ = "cash_count"
    id: Mapped[Key]
    day: Mapped[date] = mapped_column(index=True)
    cashier_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    counted_fen: Mapped[int]
    expected_fen: Mapped[int]
    note: Mapped[str]


for _table in (Refund, Receipt, Tender, Movement, ReceiptVoid, ReceiptPrint, CashCount):
    append_only(_table.__table__)  # type: ignore[arg-type]
for _table in (ReceiptVoid, ReceiptPrint):
    stamped(_table.__table__, "actor_id", "at")  # type: ignore[arg-type]
stamped(Movement.__table__, "actor_id", "at", day="day")  # type: ignore[arg-type]
stamped(Receipt.__table__, "cashier_id", "at", day="day")  # type: ignore[arg-type]
stamped(CashCount.__table__, "cashier_id", "at")  # type: ignore[arg-type]
stamped(Refund.__table__, "created_by", "created_at")  # type: ignore[arg-type]
refuse_when(
    Receipt.__table__,  # type: ignore[arg-type]
    "number",
    "INSERT",
    "NEW.no <> coalesce((SELECT max(r.no) + 1 FROM receipt r WHERE r.series = NEW.series),"
    " (SELECT c.first_no FROM counter c WHERE c.series = NEW.series))",
    "receipt numbers follow one another",
)
refuse_when(
    Counter.__table__,  # type: ignore[arg-type]
    "step",
    "UPDATE",
    "NEW.next_no <> OLD.next_no + 1 OR NEW.series <> OLD.series OR NEW.first_no <> OLD.first_no",
    "a counter moves by one",
)
refuse_when(Counter.__table__, "delete", "DELETE", "OLD.next_no > 0", "counters are never deleted")  # type: ignore[arg-type]
