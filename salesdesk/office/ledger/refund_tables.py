"""Rows of refunds that were asked for (退款申请), and what the database asks where one is paid.

A request says who is paid, which way, and what became of each original receipt; the slip follows the
newest one that is signed. With ``refunds_by_request`` no refund is paid without (domain A3, X1).
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.approvals.tables import OPEN_STEP, STOPPED
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.tables import Receipt, Tender
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped

_WAYS = ", ".join(f"'{kind.value}'" for kind in TenderKind)


class RefundRequest(Record):
    """What a request to pay a refund is about: who is paid, which way, into which account.

    ``proxy``: in whose place, and why, somebody who bought nothing and paid nothing takes the money.
    """

    __tablename__ = "refund_request"
    __table_args__ = (
        CheckConstraint("payee <> ''", name="payee"),
        CheckConstraint(f"tender IN ({_WAYS})", name="tender"),
        CheckConstraint("tender = 'cash' OR account <> ''", name="account"),
    )
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    refund_id: Mapped[int] = mapped_column(ForeignKey("refund.id"), index=True)
    payee: Mapped[str]
    tender: Mapped[str]
    account: Mapped[str]
    proxy: Mapped[str]
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[datetime]


class RefundOriginal(Record):
    """What became of an original receipt that a refund rests on: back, or lost and declared so."""

    __tablename__ = "refund_original"
    id: Mapped[Key]
    request_id: Mapped[int] = mapped_column(ForeignKey("refund_request.request_id"), index=True)
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"), index=True)
    lost: Mapped[str]
    """The declaration of its loss; empty: it came back."""


stamped(RefundRequest, "asker_id", "filed_at")
for _table in (RefundRequest, RefundOriginal):
    append_only(_table)

_LINE = (
    "(WITH RECURSIVE line(deal) AS (SELECT f.deal_id FROM refund f WHERE f.id = {0}"
    " UNION SELECT e.deal_id FROM unit_exchange e JOIN line l ON e.new_deal_id = l.deal)"
    " SELECT deal FROM line)"
)
"""The deals that the refund *{0}* rests on, as SQL: its own, and those that were exchanged for it."""
_STANDS = (
    "r.kind IN ('deposit', 'price')"
    " AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)"
    " AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = r.id)"
    " AND NOT EXISTS (SELECT 1 FROM receipt_exchange_line x WHERE x.receipt_id = r.id)"
)
"""Whether the receipt *r* stands and its original is still out: what has an invoice came back for it."""
_NAMED = (
    "EXISTS (SELECT 1 FROM refund f JOIN customer c ON c.id = f.customer_id"
    " WHERE f.id = NEW.refund_id AND c.name = NEW.payee)"
    f" OR EXISTS (SELECT 1 FROM receipt r WHERE r.deal_id IN {_LINE.format('NEW.refund_id')}"
    " AND r.kind IN ('deposit', 'price') AND r.payer = NEW.payee)"
    " OR EXISTS (SELECT 1 FROM refund f JOIN agreement a ON a.deal_id = f.deal_id"
    " JOIN buyer b ON b.agreement_id = a.id WHERE f.id = NEW.refund_id AND b.name = NEW.payee)"
    " OR EXISTS (SELECT 1 FROM refund f JOIN deal_change x ON x.deal_id = f.deal_id AND x.kind = 'names'"
    " WHERE f.id = NEW.refund_id"
    " AND replace(x.details, '\"name\":\"' || NEW.payee || '\"', '') <> x.details)"
)
"""Whether the payee bought, or paid one of the receipts."""
refuse_all(
    RefundRequest,
    "INSERT",
    (
        (
            "request",
            (
                "NOT EXISTS (SELECT 1 FROM request q JOIN refund f ON f.id = NEW.refund_id"
                " WHERE q.id = NEW.request_id AND q.kind = 'refund' AND q.asker_id = NEW.asker_id"
                " AND q.filed_at = NEW.filed_at AND q.amount_fen = f.owed_fen AND f.owed_fen > 0)"
            ),
            "what is asked of a refund is its request''s",
        ),
        (
            "paid",
            "EXISTS (SELECT 1 FROM receipt r WHERE r.refund_id = NEW.refund_id)",
            "a refund that was paid is not asked for",
        ),
        (
            "payee",
            f"NEW.proxy = '' AND NOT ({_NAMED})",
            "a refund goes to who bought or paid, or to a proxy",
        ),
    ),
)
refuse_all(
    RefundOriginal,
    "INSERT",
    (
        (
            "rests",
            (
                "NOT EXISTS (SELECT 1 FROM refund_request w JOIN receipt r ON r.id = NEW.receipt_id"
                f" WHERE w.request_id = NEW.request_id AND r.deal_id IN {_LINE.format('w.refund_id')}"
                f" AND {_STANDS})"
            ),
            "a refund rests on the receipts of its deal",
        ),
        (
            "once",
            (
                "EXISTS (SELECT 1 FROM refund_original o WHERE o.request_id = NEW.request_id"
                " AND o.receipt_id = NEW.receipt_id)"
                " OR EXISTS (SELECT 1 FROM signature s WHERE s.request_id = NEW.request_id)"
            ),
            "an original is named once, before anybody signs",
        ),
    ),
)

_SIGNED = (
    "(SELECT max(q.id) FROM refund_request w JOIN request q ON q.id = w.request_id"
    f" WHERE w.refund_id = NEW.refund_id AND NOT {STOPPED.format('q')}"
    f" AND {OPEN_STEP.format('q')} IS NULL)"
)
"""The newest signed request of the refund that a slip pays."""
_WANTED = (
    "EXISTS (SELECT 1 FROM setting s WHERE s.name = 'refunds_by_request' AND s.value = 'true')"
)
refuse_when(
    Receipt,
    "asked",
    "INSERT",
    f"NEW.kind = 'refund' AND {_WANTED} AND {_SIGNED} IS NULL",
    "a refund is paid by its signatures",
)
refuse_when(
    Receipt,
    "payee",
    "INSERT",
    (
        "NEW.kind = 'refund' AND (EXISTS (SELECT 1 FROM refund_request w"
        f" WHERE w.request_id = {_SIGNED} AND w.payee <> NEW.payer)"
        f" OR ({_SIGNED} IS NOT NULL AND EXISTS (SELECT 1 FROM receipt r"
        f" WHERE r.deal_id IN {_LINE.format('NEW.refund_id')} AND {_STANDS}"
        f" AND NOT EXISTS (SELECT 1 FROM refund_original o WHERE o.request_id = {_SIGNED}"
        " AND o.receipt_id = r.id))))"
    ),
    "a refund is paid as it was signed, its originals back or declared lost",
)
refuse_when(
    Receipt,
    "approver",
    "INSERT",
    (
        "NEW.kind = 'refund' AND EXISTS (SELECT 1 FROM signature g"
        f" WHERE g.request_id = {_SIGNED}"
        " AND NEW.cashier_id IN (g.person_id, coalesce(g.absent_id, 0)))"
    ),
    "who approved a refund does not pay it",
)
refuse_when(
    Tender,
    "signed",
    "INSERT",
    (
        "EXISTS (SELECT 1 FROM receipt s JOIN refund_request y ON y.refund_id = s.refund_id"
        " WHERE s.id = NEW.receipt_id AND y.tender <> NEW.kind AND y.request_id = "
        + _SIGNED.replace("NEW.refund_id", "s.refund_id")
        + ")"
    ),
    "a refund goes the way that was signed",
)
