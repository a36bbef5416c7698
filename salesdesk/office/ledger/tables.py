"""Rows of money. All of them grow only; a mistake is answered by another row."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.ledger.rules import (
    DEPOSIT_CAP_PERCENT,
    Account,
    ReceiptKind,
    TenderKind,
)
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


def _one_of(column: str, values: type[Account] | type[ReceiptKind] | type[TenderKind]) -> str:
    return "{} IN ({})".format(column, ", ".join(f"'{value.value}'" for value in values))


REFERRED = "reference <> '' AND kind <> 'cash'"
"""Whether a tender names a movement of a bank, as SQL."""


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
        Index(
            "ix_tender_reference", "reference",
            sqlite_where=text(REFERRED), postgresql_where=text(REFERRED),
        ),
    )  # fmt: skip
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
    append_only(_table)
for _table in (ReceiptVoid, ReceiptPrint):
    stamped(_table, "actor_id", "at")
LATE = (
    "NEW.day > office_day(NEW.at) AND NEW.day = (SELECT (max(c.day)::date + 1)::text"
    " FROM day_close c WHERE c.cashier_id = NEW.{})"
)
"""Whether what came after its day was closed is of the next day, as a server's SQL."""
stamped(
    Movement,
    "actor_id",
    "at",
    day="day",
    late=f"NEW.receipt_id IS NOT NULL OR {LATE.format('actor_id')}",
)  # a receipt's money is of its receipt's day: a guard of both stores
for _table in (Receipt, CashCount):
    stamped(_table, "cashier_id", "at", day="day", late=LATE.format("cashier_id"))
stamped(Refund, "created_by", "created_at")
refuse_when(
    Receipt,
    "number",
    "INSERT",
    "NEW.no <> coalesce((SELECT max(r.no) + 1 FROM receipt r WHERE r.series = NEW.series),"
    " (SELECT c.first_no FROM counter c WHERE c.series = NEW.series))",
    "receipt numbers follow one another",
)
refuse_when(
    Counter,
    "step",
    "UPDATE",
    "NEW.next_no <> OLD.next_no + 1 OR NEW.series <> OLD.series OR NEW.first_no <> OLD.first_no",
    "a counter moves by one",
)
refuse_when(Counter, "delete", "DELETE", "OLD.next_no > 0", "counters are never deleted")


# --- what money rests on must be there before it
_TENDERS = ", ".join(f"'{kind.value}'" for kind in TenderKind)
_VALID = (
    "FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id"
    " LEFT JOIN contra k ON k.receipt_id = r.id"
    " WHERE r.deal_id = NEW.deal_id AND r.kind = 'deposit'"
    " AND v.receipt_id IS NULL AND k.receipt_id IS NULL"
)
_LOTS = (
    "(SELECT coalesce(sum(u.total_fen), 0) FROM claim c JOIN unit u ON u.id = c.unit_id"
    " WHERE c.deal_id = NEW.deal_id AND c.ended_at IS NULL AND c.unit_id <> NEW.unit_id)"
)
"""What the lots cost that go with the deal's home (fen)."""
_WRITTEN = (
    (
        "chain",
        (
            "NEW.previous <> coalesce((SELECT r.hash FROM receipt r WHERE r.series = NEW.series"
            f" AND r.no = NEW.no - 1), '{'0' * 64}')"
        ),
        "a receipt is chained to the one before",
    ),
    (
        "series",
        (
            "NEW.series <> (CASE NEW.kind WHEN 'refund' THEN 'refund' ELSE 'receipt' END)"
            " OR substr(NEW.number, length(NEW.number) - length(CAST(NEW.no AS TEXT)) + 1)"
            " <> CAST(NEW.no AS TEXT)"
        ),
        "a receipt bears its series and number",
    ),
    (
        "deal",
        (
            "NOT EXISTS (SELECT 1 FROM deal d WHERE d.id = NEW.deal_id AND d.unit_id = NEW.unit_id"
            " AND d.customer_id = NEW.customer_id AND d.project_id = NEW.project_id)"
        ),
        "a receipt is its deal''s",
    ),
    (
        "live",
        (
            "NEW.kind = 'deposit' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
            " AND c.ended_at IS NULL AND c.deal_id = NEW.deal_id AND c.stage = 'on hold'"
            " AND (c.until IS NULL OR c.until > NEW.at))"
        ),
        "a deposit is taken on a held unit",
    ),
    (
        "agreed",
        (
            "NEW.kind = 'price' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
            " AND c.ended_at IS NULL AND c.deal_id = NEW.deal_id"
            " AND c.stage IN ('subscribed', 'signed', 'filed', 'delivered'))"
        ),
        "the price is paid on a live agreement",
    ),
    (
        "cap",
        (
            f"NEW.kind = 'deposit' AND NEW.amount_fen + (SELECT coalesce(sum(r.amount_fen), 0) {_VALID})"
            " > (coalesce((SELECT a.total_fen FROM price_approval a WHERE a.deal_id = NEW.deal_id"
            " ORDER BY a.id DESC LIMIT 1), (SELECT d.list_total_fen FROM deal d"
            f" WHERE d.id = NEW.deal_id)) + {_LOTS}) * {DEPOSIT_CAP_PERCENT} / 100"
        ),
        "a deposit stays within its cap",
    ),
    (
        "refund",
        (
            "(CASE NEW.kind WHEN 'refund' THEN NOT EXISTS (SELECT 1 FROM refund f"
            " WHERE f.id = NEW.refund_id AND f.deal_id = NEW.deal_id AND f.owed_fen = NEW.amount_fen)"
            " ELSE NEW.refund_id IS NOT NULL END)"
        ),
        "a refund is paid as it is owed",
    ),
)
refuse_all(Receipt, "INSERT", _WRITTEN)
refuse_when(
    ReceiptVoid,
    "late",
    "INSERT",
    "EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND (r.kind = 'refund'"
    " OR (r.kind = 'deposit' AND EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = r.deal_id))"
    " OR EXISTS (SELECT 1 FROM refund f WHERE f.deal_id = r.deal_id)))",
    "something rests on the receipt",
)
refuse_when(
    Tender,
    "more",
    "INSERT",
    "NEW.amount_fen + (SELECT coalesce(sum(t.amount_fen), 0) FROM tender t"
    " WHERE t.receipt_id = NEW.receipt_id)"
    " > (SELECT r.amount_fen FROM receipt r WHERE r.id = NEW.receipt_id)",
    "tenders are no more than their receipt",
)
_HELD, _OWED = Account.DEPOSITS_HELD.value, Account.REFUNDS_OWED.value
_PRICE = Account.PRICE_RECEIVED.value
_ANSWERS = (
    "EXISTS (SELECT 1 FROM movement m WHERE m.receipt_id = NEW.receipt_id"
    " AND m.kind NOT IN ('void', 'contra') AND m.debit = NEW.credit AND m.credit = NEW.debit"
    " AND m.amount_fen = NEW.amount_fen)"
)
"""Whether a movement is one of its receipt's, the other way round."""
_AT_REST = ", ".join(
    f"'{account.value}'"
    for account in (Account.PRICE_RECEIVED, Account.HELD_FOR_OTHERS, Account.PREPAID)
)
_LATE = Account.LATE_FEES.value
_WAYS = (
    ("deposit", "TakeDeposit", f"NEW.debit IN ({_TENDERS}) AND NEW.credit = '{_HELD}'", True),
    ("payment", "TakePayment", f"NEW.debit IN ({_TENDERS}) AND NEW.credit IN ({_AT_REST})", True),
    ("late fee", "TakePayment", f"NEW.debit IN ({_TENDERS}) AND NEW.credit = '{_LATE}'", True),
    ("refund", "PayRefund", f"NEW.debit = '{_OWED}' AND NEW.credit IN ({_TENDERS})", True),
    ("void", "VoidReceipt", _ANSWERS, True),
    (
        "contra",
        "ContraReceipt",
        (f"{_ANSWERS} AND NEW.amount_fen + (SELECT coalesce(sum(m.amount_fen), 0) FROM movement m"
        " WHERE m.receipt_id = NEW.receipt_id AND m.kind = 'contra')"
        " <= coalesce((SELECT -k.amount_fen FROM contra k WHERE k.receipt_id = NEW.receipt_id), 0)"),
        True,
    ),
    ("applied", "ApplyPrepaid", f"NEW.debit = 'prepaid' AND NEW.credit IN ('{_PRICE}', 'held for others', '{_LATE}')", False),
    ("credited", "SignContract", f"NEW.debit = '{_HELD}' AND NEW.credit = '{_PRICE}'", False),
    ("kept", "CancelSubscription", f"NEW.debit IN ('{_HELD}', '{_PRICE}') AND NEW.credit = 'forfeited'", False),
    ("returned", "CancelSubscription", f"NEW.debit IN ('{_HELD}', {_AT_REST}, '{_LATE}') AND NEW.credit = '{_OWED}'", False),
    ("doubled", "CancelSubscription", f"NEW.debit = 'penalty paid' AND NEW.credit = '{_OWED}'", False),
    ("carried out", "SignRequest", f"NEW.debit IN ('{_HELD}', {_AT_REST}) AND NEW.credit = 'carried over'", False),
    ("carried in", "SignRequest", f"NEW.debit = 'carried over' AND NEW.credit IN ('{_HELD}', '{_PRICE}', 'prepaid')", False),
    (
        "opening",
        "ImportOpening",
        f"NEW.debit = 'opening' AND NEW.credit IN ('{_HELD}', '{_PRICE}')",
        False,
    ),
)  # fmt: skip
"""Kind of a movement, the command that makes it, its accounts, whether a receipt tells of it."""
TRANSFERS = frozenset(kind for kind, *_way, paper in _WAYS if not paper) - {"opening"}
"""The kinds of movements with which no cash moves."""
refuse_when(
    Movement,
    "way",
    "INSERT",
    "NOT ({})".format(
        " OR ".join(
            f"(NEW.kind = '{kind}' AND NEW.receipt_id IS {'NOT ' if paper else ''}NULL AND {way})"
            for kind, _command, way, paper in _WAYS
        )
    ),
    "money goes the ways of the trade",
)
refuse_when(
    Movement,
    "deal",
    "INSERT",
    "NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r"
    " WHERE r.id = NEW.receipt_id AND r.deal_id = NEW.deal_id)",
    "a receipt''s money is its deal''s",
)
refuse_when(
    Movement,
    "written",
    "INSERT",
    "NEW.kind IN ('deposit', 'payment', 'late fee', 'refund') AND NOT EXISTS (SELECT 1 FROM receipt r"
    " WHERE r.id = NEW.receipt_id AND r.kind = CASE NEW.kind WHEN 'payment' THEN 'price'"
    " WHEN 'late fee' THEN 'price' ELSE NEW.kind END)",
    "money moves as its paper says",
)
refuse_when(
    Movement,
    "right",
    "INSERT",
    "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = CASE NEW.kind {} END)".format(
        " ".join(f"WHEN '{kind}' THEN '{command}'" for kind, command, _way, _paper in _WAYS)
    )
    + " AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id"
    " AND NEW.kind IN ('kept', 'returned', 'doubled') AND x.actor_id = NEW.actor_id"
    " AND x.at = NEW.at)",  # what signatures decided has its own guard
    "nobody moves money without the right",
)
refuse_when(
    Movement,
    "cover",
    "INSERT",
    f"NEW.debit IN ('{_HELD}', '{_OWED}', '{_LATE}', {_AT_REST}) AND NEW.amount_fen > (SELECT coalesce(sum("
    "CASE WHEN m.credit = NEW.debit THEN m.amount_fen WHEN m.debit = NEW.debit THEN -m.amount_fen"
    " ELSE 0 END), 0) FROM movement m WHERE m.deal_id = NEW.deal_id)",
    "no more goes out than lies there",
)
refuse_when(
    Counter,
    "known",
    "INSERT",
    "NEW.series NOT IN ('receipt', 'refund', 'agreement', 'change', 'notice', 'demand', 'contra') OR NEW.first_no < 1"
    " OR NEW.next_no NOT IN (NEW.first_no, NEW.first_no + 1)",
    "a counter is one of ours",
)
