"""Rows of what is due of a deal (应收): made by its payment mode, dated when events come."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from salesdesk.office.ledger.receivable_rules import FOR_OTHERS
from salesdesk.office.ledger.tables import ReceiptVoid
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped

_OWED = "ended_at IS NULL AND open_fen > 0"


class DueLine(Record):
    """One amount of a deal (fen), lines in the order of ``id``.

    ``due_on`` is written once, when its event has come. A line that a later schedule took the place
    of is ended, cut to what was paid of it until then: ``kept_fen``. ``open_fen`` is kept by what
    moves its deal's money, so that what is owed is found among open lines alone; `verify` reckons it.
    """

    __tablename__ = "due_line"
    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("kept_fen BETWEEN 0 AND amount_fen", name="kept"),
        CheckConstraint("open_fen BETWEEN 0 AND amount_fen", name="open"),
        CheckConstraint("(ended_at IS NULL) = (kept_fen IS NULL)", name="ended"),
        Index(
            "ix_due_line_open", "due_on",
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "ix_due_line_owed", "deal_id", "due_on", "open_fen",
            sqlite_where=text(_OWED), postgresql_where=text(_OWED),
        ),
    )  # fmt: skip
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    money: Mapped[str]
    amount_fen: Mapped[int]
    open_fen: Mapped[int]
    event: Mapped[str]
    stage: Mapped[str]
    days: Mapped[int]
    after_months: Mapped[int]
    due_on: Mapped[date | None]
    made_at: Mapped[datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    kept_fen: Mapped[int | None]
    end_reason: Mapped[str] = mapped_column(default="")
    late_fee_id: Mapped[int | None] = mapped_column(unique=True)
    """Of a late fee: how it was reckoned (`late_fee_tables.LateFee`); a guard keeps the reference."""


stamped(DueLine, "made_by", "made_at")
stamped(DueLine, "ended_by", "ended_at", verb="UPDATE")
_FIXED = (
    "id", "deal_id", "money", "amount_fen", "event", "stage", "days", "after_months", "made_at",
    "made_by", "late_fee_id",
)  # fmt: skip
refuse_all(
    DueLine,
    "UPDATE",
    (
        ("history", "OLD.ended_at IS NOT NULL", "what was due then stays as it was"),
        (
            "fixed",
            " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in _FIXED)
            + " OR (OLD.due_on IS NOT NULL AND OLD.due_on IS DISTINCT FROM NEW.due_on)",
            "what is due is dated once, and ends",
        ),
    ),
)
refuse_when(DueLine, "delete", "DELETE", "OLD.id IS NOT NULL", "what is due is never deleted")
refuse_all(
    DueLine,
    "INSERT",
    (
        (
            "live",
            (
                "NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL"
                " AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered'))"
            ),
            "something is due of a live agreement only",
        ),
        ("begun", "NEW.ended_at IS NOT NULL", "what is due is due first"),
        (
            "fee",
            (
                "(NEW.money = 'late fee') <> (NEW.late_fee_id IS NOT NULL)"
                " OR (NEW.late_fee_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM late_fee f"
                " JOIN due_line l ON l.id = f.of_line_id WHERE f.id = NEW.late_fee_id"
                " AND l.deal_id = NEW.deal_id AND f.amount_fen = NEW.amount_fen"
                " AND f.until_on = NEW.due_on AND f.at = NEW.made_at AND NEW.open_fen = NEW.amount_fen))"
            ),
            "a late fee is due as it was reckoned",
        ),
        (
            "replace",
            "EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.id)",
            "what is due is never replaced",
        ),
    ),
)


class Allocation(Record):
    """Which line a receipt's money was taken for (fen); none: paid ahead (预收), for no line yet."""

    __tablename__ = "allocation"
    __table_args__ = (CheckConstraint("amount_fen > 0", name="amount"),)
    id: Mapped[Key]
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"), index=True)
    due_line_id: Mapped[int | None] = mapped_column(ForeignKey("due_line.id"), index=True)
    amount_fen: Mapped[int]


append_only(Allocation)
ACCOUNT_OF = (
    "(CASE WHEN {0}.money IN ("
    + ", ".join(f"'{kind.value}'" for kind in sorted(FOR_OTHERS))
    + ") THEN 'held for others' WHEN {0}.money = 'late fee' THEN 'late fees' ELSE 'price received' END)"
)
"""The account in which what was paid of the line *{0}* lies, as SQL."""
VALID_ON_LINE = (
    "((SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a LEFT JOIN receipt_void v"
    " ON v.receipt_id = a.receipt_id LEFT JOIN contra k ON k.receipt_id = a.receipt_id"
    " WHERE a.due_line_id = NEW.due_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL)"
    " + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p WHERE p.due_line_id = NEW.due_line_id)"
    " + (SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w WHERE w.due_line_id = NEW.due_line_id))"
)
"""What stands on a line: of receipts, of what was paid ahead, and of what was waived (fen)."""
_ON_THIS = VALID_ON_LINE.replace("NEW.due_line_id", "NEW.id")
for _rule, _condition, _words in (
    (
        "paid",
        f"NEW.open_fen <> OLD.open_fen AND NEW.open_fen > OLD.amount_fen - {_ON_THIS}",
        "what was paid of a line is no longer open",
    ),
    (
        "fee_open",
        (
            "NEW.money = 'late fee' AND NEW.open_fen <> OLD.open_fen"
            f" AND NEW.open_fen <> OLD.amount_fen - {_ON_THIS}"
        ),
        "of a late fee is open what was neither paid nor waived",
    ),
    (
        "fee_ends",
        (
            "NEW.money = 'late fee' AND NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id)"
            " AND (NEW.open_fen > 0 OR NOT EXISTS (SELECT 1 FROM deal_change x"
            " WHERE x.deal_id = NEW.deal_id AND x.kind = 'exchange'))"
        ),
        "a late fee ends with its deal",
    ),
):
    refuse_when(DueLine, _rule, "UPDATE", _condition, _words)
_LIES = f"(CASE WHEN {{0}}.id IS NULL THEN 'prepaid' ELSE {ACCOUNT_OF} END)"
_LIES_NEW = (
    "coalesce((SELECT "
    + ACCOUNT_OF.format("n")
    + " FROM due_line n WHERE n.id = NEW.due_line_id), 'prepaid')"
)
refuse_all(
    Allocation,
    "INSERT",
    (
        (
            "line",
            (
                "NEW.due_line_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM due_line l JOIN receipt r"
                " ON r.id = NEW.receipt_id WHERE l.id = NEW.due_line_id AND l.deal_id = r.deal_id"
                " AND l.ended_at IS NULL)"
            ),
            "money is taken for what is due of its deal",
        ),
        (
            "owed",
            (
                f"NEW.amount_fen + {VALID_ON_LINE}"
                " > (SELECT l.amount_fen FROM due_line l WHERE l.id = NEW.due_line_id)"
            ),
            "no more is taken for a line than it is",
        ),
        (
            "paid",
            (
                "NEW.amount_fen + (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a"
                " WHERE a.receipt_id = NEW.receipt_id)"
                " > coalesce((SELECT r.amount_fen FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind = 'price'), 0)"
            ),
            "no more is taken for lines than was paid",
        ),
        (
            "account",
            (
                "NEW.amount_fen + (SELECT coalesce(sum(a.amount_fen), 0) FROM allocation a"
                " LEFT JOIN due_line l ON l.id = a.due_line_id WHERE a.receipt_id = NEW.receipt_id"
                f" AND {_LIES.format('l')} = {_LIES_NEW})"
                " > (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m"
                " WHERE m.receipt_id = NEW.receipt_id AND m.kind IN ('payment', 'late fee')"
                f" AND m.credit = {_LIES_NEW})"
            ),
            "what is taken for a line lies in the account of its kind",
        ),
    ),
)

refuse_when(
    ReceiptVoid,
    "counted",
    "INSERT",
    "EXISTS (SELECT 1 FROM allocation a JOIN due_line l ON l.id = a.due_line_id"
    " WHERE a.receipt_id = NEW.receipt_id AND l.ended_at IS NOT NULL)",
    "a later schedule counts on the receipt",
)


def on_ended_lines(session: Session, receipt: int) -> bool:
    """Whether a receipt's money was taken for lines that a later schedule took the place of."""
    found = (
        select(Allocation.id)
        .join(DueLine, DueLine.id == Allocation.due_line_id)
        .where(Allocation.receipt_id == receipt, DueLine.ended_at.is_not(None))
        .limit(1)
    )
    return session.scalar(found) is not None
