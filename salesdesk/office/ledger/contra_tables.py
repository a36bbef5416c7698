"""Rows of contra receipts (红冲): what answers a receipt that can no longer be made void.

The receipt and its money stay as they were; a paper with a number of its own, over the same amount
below nothing, answers it, and the money goes back the way it came (2026-11-26).
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.ledger.tables import LATE, ReceiptVoid
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class ContraApproval(Record):
    """Somebody other than who pays it out said that, and why, a receipt is answered by a contra."""

    __tablename__ = "contra_approval"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"), primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str]


class Contra(Record):
    """A contra receipt (红字收据) with the sheet as printed: one answers one receipt, to nothing.

    Its ways of paying are those of the receipt it answers. Numbers and chain are a series' own.
    """

    __tablename__ = "contra"
    __table_args__ = (
        UniqueConstraint("receipt_id"),
        CheckConstraint("amount_fen < 0", name="amount"),
        Index("ix_contra_day", "day", "cashier_id"),
    )
    id: Mapped[Key]
    no: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"))
    at: Mapped[datetime]
    day: Mapped[date]
    cashier_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    amount_fen: Mapped[int]
    sheet: Mapped[str] = mapped_column(Canonical)
    previous: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)


class ContraPrint(Record):
    """A contra receipt was put on paper; ``reprint`` 0 is the first time (补打 n)."""

    __tablename__ = "contra_print"
    __table_args__ = (UniqueConstraint("contra_id", "reprint"),)
    id: Mapped[Key]
    contra_id: Mapped[int] = mapped_column(ForeignKey("contra.id"))
    reprint: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int]


for _table in (ContraApproval, Contra, ContraPrint):
    append_only(_table)
for _table in (ContraApproval, ContraPrint):
    stamped(_table, "actor_id", "at")
stamped(Contra, "cashier_id", "at", day="day", late=LATE.format("cashier_id"))

_MAY = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.{} AND p.left_at IS NULL AND r.name = '{}')"
)
_CARRIES = (
    "EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund'"
    " OR (r.kind = 'deposit' AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id))"
    " OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id)"
    " OR EXISTS (SELECT 1 FROM unit_exchange e WHERE e.deal_id = r.deal_id)"
    " OR EXISTS (SELECT 1 FROM allocation a JOIN due_line l ON l.id = a.due_line_id"
    " WHERE a.receipt_id = r.id AND l.ended_at IS NOT NULL)))"
)
_VOID = "EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = NEW.receipt_id)"
refuse_all(
    ContraApproval,
    "INSERT",
    (
        ("right", f"NOT {_MAY.format('actor_id', 'ApproveContra')}", "nobody approves a contra without the right"),
        ("carries", f"{_CARRIES} OR {_VOID}", "something rests on the receipt, or it is void"),
    ),
)  # fmt: skip
refuse_all(
    Contra,
    "INSERT",
    (
        ("right", f"NOT {_MAY.format('cashier_id', 'ContraReceipt')}", "nobody writes a contra without the right"),
        (
            "number",
            (
                "NEW.no <> coalesce((SELECT max(c.no) + 1 FROM contra c),"
                " (SELECT c.first_no FROM counter c WHERE c.series = 'contra'))"
                " OR substr(NEW.number, length(NEW.number) - length(CAST(NEW.no AS TEXT)) + 1)"
                " <> CAST(NEW.no AS TEXT)"
            ),
            "contra numbers follow one another",
        ),
        (
            "chain",
            (
                "NEW.previous <> coalesce((SELECT c.hash FROM contra c WHERE c.no = NEW.no - 1),"
                f" '{'0' * 64}')"
            ),
            "a contra is chained to the one before",
        ),
        ("carries", f"{_CARRIES} OR {_VOID}", "something rests on the receipt, or it is void"),
        (
            "approved",
            (
                "NOT EXISTS (SELECT 1 FROM contra_approval a WHERE a.receipt_id = NEW.receipt_id"
                " AND a.actor_id <> NEW.cashier_id AND a.at <= NEW.at)"
            ),
            "a contra is approved by another person first",
        ),
        (
            "whole",
            (
                "NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id"
                " AND r.amount_fen + NEW.amount_fen = 0)"
            ),
            "a contra answers all of its receipt",
        ),
    ),
)  # fmt: skip
refuse_when(
    ReceiptVoid,
    "contra",
    "INSERT",
    "EXISTS (SELECT 1 FROM contra c WHERE c.receipt_id = NEW.receipt_id)",
    "a receipt that was answered stays",
)
