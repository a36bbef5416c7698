"""Rows of special prices (特批折扣): what a request is about, and what the database asks of a low price.

Below the floor price, or beyond what his role may give, nobody approves alone: the approval is
written by the last signature of its request, and below the floor the general manager is among those
who signed.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.approvals.tables import COVERED, OPEN_STEP, STOPPED
from salesdesk.office.inventory.price_cut_tables import HIGHEST
from salesdesk.office.sales.tables import Agreement, PriceApproval
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class PriceGrant(Record):
    """What a request for a special price is about, as the database reads it: the deal, the total (fen)."""

    __tablename__ = "price_grant"
    __table_args__ = (CheckConstraint("total_fen > 0", name="total"),)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    total_fen: Mapped[int]
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[datetime]


stamped(PriceGrant, "asker_id", "filed_at")
append_only(PriceGrant)

_FLOOR = (
    "(SELECT f.total_fen FROM floor_price f JOIN deal d ON d.unit_id = f.unit_id"
    " WHERE d.id = NEW.deal_id ORDER BY f.id DESC LIMIT 1)"
)
_BY_GENERAL = (
    "EXISTS (SELECT 1 FROM signature w WHERE w.request_id = {}"
    " AND w.role = 'general' AND w.decision = 'approve')"
)
_WHOLE = (
    "FROM price_grant g JOIN request q ON q.id = g.request_id WHERE g.deal_id = NEW.deal_id"
    " AND g.total_fen = NEW.{0} AND "
    f"NOT {STOPPED.format('q')} AND {OPEN_STEP.format('q')} IS NULL"
)
_GRANTED = (
    f"SELECT 1 {_WHOLE.format('total_fen')} AND EXISTS (SELECT 1 FROM signature s"
    " WHERE s.request_id = q.id AND s.at = NEW.at AND s.person_id = NEW.actor_id)"
)
_REPRICED = (
    "SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'price'"
    " AND x.details = '{\"total_fen\":' || NEW.total_fen || '}' AND x.at = NEW.at"
    " AND x.actor_id = NEW.actor_id"
)
_EXCHANGED = (
    "SELECT 1 FROM unit_exchange e JOIN deal_change x ON x.deal_id = e.deal_id AND x.kind = 'exchange'"
    " WHERE e.new_deal_id = NEW.deal_id AND e.price_fen = NEW.{} AND "
    + _BY_GENERAL.format("x.request_id")
)
"""Whether an exchange whose request the general manager signed has led to this price, as SQL."""

_OF = "FROM deal d WHERE d.id = NEW.deal_id"
MEASURE = (
    f"(SELECT max(m.fen) FROM (SELECT d.list_total_fen AS fen {_OF}"
    f" UNION ALL SELECT {HIGHEST.format('d.unit_id')} {_OF}) m)"
)
"""What is given off the deal of an approved price (NEW) is measured by (fen), as SQL."""
SIGNED_FOR = " OR ".join(
    f"EXISTS ({found} AND {COVERED.format(request, MEASURE, 'NEW.total_fen')})"
    for found, request in (
        (_GRANTED, "q.id"),
        (_REPRICED, "x.request_id"),
        (
            (
                "SELECT 1 FROM unit_exchange e JOIN deal_change x ON x.deal_id = e.deal_id"
                " AND x.kind = 'exchange' WHERE e.new_deal_id = NEW.deal_id"
                " AND e.price_fen = NEW.total_fen"
            ),
            "x.request_id",
        ),
    )
)
"""Whether an approved price (NEW) is what its request's last signer may give, as SQL."""

GRANTED = f"EXISTS ({_GRANTED})"
"""Whether an approved price (NEW) is what its actor just signed last, as SQL."""

REPRICED = f"EXISTS ({_REPRICED})"
"""Whether an approved price (NEW) is that of a change to an agreement, signed last by its actor, as SQL."""

refuse_all(
    PriceGrant,
    "INSERT",
    (
        (
            "request",
            (
                "NOT EXISTS (SELECT 1 FROM request q JOIN deal d ON d.id = NEW.deal_id"
                " WHERE q.id = NEW.request_id AND q.kind = 'discount'"
                " AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at"
                " AND q.amount_fen = d.list_total_fen - NEW.total_fen AND q.below_fen ="
                f" (CASE WHEN {_FLOOR} > NEW.total_fen THEN {_FLOOR} - NEW.total_fen ELSE 0 END))"
            ),
            "a special price is its request''s",
        ),
        (
            "live",
            (
                "NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id"
                " AND c.ended_at IS NULL AND c.stage = 'on hold')"
            ),
            "a special price is asked for what is held",
        ),
    ),
)
refuse_when(
    PriceApproval,
    "floor",
    "INSERT",
    (
        f"NEW.total_fen < {_FLOOR} AND NOT EXISTS ({_GRANTED} AND {_BY_GENERAL.format('q.id')})"
        f" AND NOT EXISTS ({_REPRICED} AND {_BY_GENERAL.format('x.request_id')})"
        f" AND NOT EXISTS ({_EXCHANGED.format('total_fen')})"
    ),
    "below the floor price the general manager signs",
)
refuse_when(
    PriceApproval,
    "granted",
    "INSERT",
    (
        "EXISTS (SELECT 1 FROM price_approval a JOIN price_grant g ON g.deal_id = a.deal_id"
        " AND g.total_fen = a.total_fen JOIN request q ON q.id = g.request_id"
        " WHERE a.id = (SELECT max(b.id) FROM price_approval b WHERE b.deal_id = NEW.deal_id)"
        " AND a.at = (SELECT max(s.at) FROM signature s WHERE s.request_id = q.id)"
        f" AND NOT {STOPPED.format('q')} AND {OPEN_STEP.format('q')} IS NULL)"
        f" AND NOT {GRANTED} AND NOT {REPRICED}"
    ),
    "a price that was signed is not approved over alone",
)
refuse_when(
    Agreement,
    "floor",
    "INSERT",
    (
        f"NEW.price_fen < {_FLOOR} AND NOT EXISTS (SELECT 1 {_WHOLE.format('price_fen')}"
        f" AND {_BY_GENERAL.format('q.id')})"
        f" AND NOT EXISTS ({_EXCHANGED.format('price_fen')})"
    ),
    "below the floor price the general manager signs",
)
