"""Rows of deals. What a deal's unit is stands in its claim; these rows say for whom and for how much."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.law_tables import without_permit
from salesdesk.office.inventory.tables import Claim
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.staff.rules import SETTINGS
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped


class Deal(Record):
    """One customer's way to one unit, from the hold on; the list price of that day is frozen (fen)."""

    __tablename__ = "deal"
    __table_args__ = (CheckConstraint("list_total_fen > 0", name="price"),)
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    consultant_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime]
    list_unit_price_fen: Mapped[int]
    list_total_fen: Mapped[int]


class PaymentMode(Record):
    """A payment mode (付款方式)."""

    __tablename__ = "payment_mode"
    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    english: Mapped[str]
    kind: Mapped[str]
    needs_loan: Mapped[bool]


class PriceApproval(Record):
    """The site manager approved a deal's price (fen); the newest counts (seed 3.3.3)."""

    __tablename__ = "price_approval"
    __table_args__ = (CheckConstraint("total_fen > 0", name="total"),)
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    total_fen: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int]
    note: Mapped[str]


class Agreement(Record):
    """A subscription agreement (认购书) with the sheet as printed."""

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("deal_id"),)
    id: Mapped[Key]
    no: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    mode_id: Mapped[int] = mapped_column(ForeignKey("payment_mode.id"))
    price_fen: Mapped[int]
    deposit_fen: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int]
    sign_by: Mapped[date]
    sheet: Mapped[str] = mapped_column(Canonical)


class Buyer(Record):
    """A buyer on an agreement; the ID number may be given later, once."""

    __tablename__ = "buyer"
    __table_args__ = (UniqueConstraint("agreement_id", "position"),)
    id: Mapped[Key]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    id_kind: Mapped[str]
    id_number: Mapped[str]
    phone: Mapped[str]
    address: Mapped[str]
    share_bp: Mapped[int]


class BuyerAgent(Record):
    """Who acts for a buyer: guardian, legal representative or proxy, with what shows it."""

    __tablename__ = "buyer_agent"
    __table_args__ = (
        CheckConstraint("role IN ('guardian', 'representative', 'proxy')", name="role"),
        CheckConstraint("role <> 'proxy' OR document <> ''", name="document"),
        CheckConstraint("name <> '' AND id_number <> ''", name="identified"),
    )
    buyer_id: Mapped[int] = mapped_column(ForeignKey("buyer.id"), primary_key=True)
    role: Mapped[str]
    name: Mapped[str]
    id_kind: Mapped[str]
    id_number: Mapped[str]
    phone: Mapped[str]
    document: Mapped[str]


class Cancellation(Record):
    """A deal came to its end without a contract: whose fault, why, what became of the money."""

    __tablename__ = "cancellation"
    __table_args__ = (UniqueConstraint("deal_id"),)
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"))
    at: Mapped[datetime]
    actor_id: Mapped[int]
    fault: Mapped[str]
    reason: Mapped[str]
    paid_fen: Mapped[int]
    kept_fen: Mapped[int]
    returned_fen: Mapped[int]
    doubled_fen: Mapped[int]


class Reservation(Record):
    """What a request to reserve a unit (留房) is about, as the database reads it; the total is fen."""

    __tablename__ = "reservation"
    __table_args__ = (CheckConstraint("total_fen > 0", name="price"),)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    consultant_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    until: Mapped[datetime]
    total_fen: Mapped[int]
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[datetime]


_PARTICULARS = ("agreement_id", "position", "name", "phone", "address", "share_bp")
refuse_when(
    Buyer,
    "once",
    "UPDATE",
    " OR ".join(
        ["OLD.id_number <> ''", *(f"OLD.{c} IS DISTINCT FROM NEW.{c}" for c in _PARTICULARS)]
    ),
    "a buyer is identified once",
)
refuse_when(
    Claim,
    "customer",
    "INSERT",
    "NEW.stage = 'subscribed' AND NEW.opening = 0 AND NOT EXISTS (SELECT 1 FROM agreement a"
    " JOIN buyer b ON b.agreement_id = a.id JOIN customer k ON k.id = NEW.customer_id"
    " WHERE a.deal_id = NEW.deal_id AND b.name = k.name"
    " AND (b.id_number = '' OR k.id_number IN ('', b.id_number)))"
    " AND NOT EXISTS (SELECT 1 FROM unit_exchange e WHERE e.new_deal_id = NEW.deal_id)",
    "whom it is held for is among the buyers",
)
refuse_when(Buyer, "delete", "DELETE", "OLD.id IS NOT NULL", "buyers are never deleted")
refuse_when(
    BuyerAgent,
    "fits",
    "INSERT",
    "(NEW.role = 'guardian' AND EXISTS (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_kind = 'company'))"
    " OR (NEW.role = 'representative' AND EXISTS"
    " (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_kind <> 'company'))"
    " OR EXISTS (SELECT 1 FROM buyer b WHERE b.id = NEW.buyer_id AND b.id_number = NEW.id_number)",
    "who acts for a buyer is another, and one who can",
)
for _signed in (PriceApproval, Agreement, Cancellation):
    stamped(_signed, "actor_id", "at")
stamped(Reservation, "asker_id", "filed_at")
for _table in (Deal, PriceApproval, Agreement, Cancellation, Reservation, BuyerAgent):
    append_only(_table)

_LAST_APPROVED = (
    "(SELECT p.total_fen FROM price_approval p WHERE p.deal_id = NEW.deal_id"
    " ORDER BY p.id DESC LIMIT 1)"
)
_LIES_THERE = (
    "(SELECT coalesce(sum(CASE m.credit WHEN 'deposits held' THEN m.amount_fen ELSE 0 END"
    " - CASE m.debit WHEN 'deposits held' THEN m.amount_fen ELSE 0 END), 0)"
    " FROM movement m WHERE m.deal_id = NEW.deal_id)"
)
_DAY = 86_400_000_000
for _kind, _rule, _condition, _words in (
    (
        Reservation,
        "request",
        (
            "NOT EXISTS (SELECT 1 FROM request q JOIN unit u ON u.id = NEW.unit_id"
            " WHERE q.id = NEW.request_id AND q.kind = 'reservation'"
            " AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at"
            " AND q.amount_fen = NEW.total_fen AND u.total_fen = NEW.total_fen"
            f" AND NEW.until > q.filed_at AND NEW.until <= q.filed_at + (q.days + 1) * {_DAY})"
        ),
        "a reservation is its request''s",
    ),
    (
        Reservation,
        "time",
        (
            "NEW.until > NEW.filed_at + (1 + coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s"
            " WHERE s.name = 'reservation_longest_days'),"
            f" {SETTINGS['reservation_longest_days'].default})) * {_DAY}"
        ),
        "a reservation has its time",
    ),
    (
        PriceApproval,
        "list",
        "NEW.total_fen > (SELECT d.list_total_fen FROM deal d WHERE d.id = NEW.deal_id)",
        "nothing is charged beyond the list price",
    ),
    (
        Agreement,
        "number",
        (
            "NEW.no <> coalesce((SELECT max(a.no) + 1 FROM agreement a),"
            " (SELECT c.first_no FROM counter c WHERE c.series = 'agreement'))"
        ),
        "agreement numbers follow one another",
    ),
    (
        Agreement,
        "price",
        f"NEW.price_fen <> coalesce({_LAST_APPROVED}, 0)",
        "an agreement has the approved price",
    ),
    (
        Agreement,
        "deposit",
        f"NEW.deposit_fen <= 0 OR NEW.deposit_fen <> {_LIES_THERE}",
        "an agreement rests on its deposit",
    ),
    (
        Receipt,
        "permit",
        "NEW.kind IN ('deposit', 'price') AND " + without_permit(Law.MONEY, "NEW.unit_id"),
        "no permit, no money",
    ),
    (
        Agreement,
        "permit",
        without_permit(Law.CONTRACT, "(SELECT d.unit_id FROM deal d WHERE d.id = NEW.deal_id)"),
        "no permit, no contract",
    ),
    (
        Cancellation,
        "fate",
        (
            "NEW.kept_fen + NEW.returned_fen <> NEW.paid_fen OR NEW.doubled_fen > NEW.returned_fen"
            " OR NEW.kept_fen < 0 OR NEW.returned_fen < 0 OR NEW.doubled_fen < 0"
            " OR (NEW.kept_fen > 0 AND NEW.fault <> 'buyer')"
            " OR (NEW.doubled_fen > 0 AND NEW.fault <> 'seller')"
        ),
        "the deposit goes by whose fault it is",
    ),
):
    refuse_when(_kind, _rule, "INSERT", _condition, _words)
