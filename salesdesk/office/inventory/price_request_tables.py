"""Rows of price versions that were asked for, and what the database asks where signatures are wanted.

Apart from the versions' own rows: with ``prices_by_request`` nobody puts one into effect without them.
"""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.approvals.tables import OPEN_STEP, STOPPED
from salesdesk.office.inventory.price_tables import PriceEffect, PriceLine, PriceWithdrawal
from salesdesk.office.inventory.tables import PriceChange, Unit
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class PriceRequest(Record):
    """What a request to put prices into effect is about, as the database reads it: the version."""

    __tablename__ = "price_request"
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("price_version.id"), index=True)
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[datetime]


stamped(PriceRequest, "asker_id", "filed_at")
append_only(PriceRequest)

_SIGNED = (
    "EXISTS (SELECT 1 FROM price_request w JOIN request q ON q.id = w.request_id"
    f" WHERE w.version_id = NEW.version_id AND NOT {STOPPED.format('q')}"
    f" AND {OPEN_STEP.format('q')} IS NULL{{}})"
)
_BY_THE_ACTOR = (
    " AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id AND s.at = NEW.at"
    " AND s.person_id = NEW.actor_id)"
)
refuse_all(
    PriceRequest,
    "INSERT",
    (
        (
            "request",
            (
                "NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id"
                " AND q.kind = 'prices' AND q.asker_id = NEW.asker_id"
                " AND q.filed_at = NEW.filed_at)"
            ),
            "what is asked of prices is its request''s",
        ),
        (
            "open",
            (
                "EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = NEW.version_id)"
                " OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = NEW.version_id)"
            ),
            "a version that ended is not asked for",
        ),
    ),
)
refuse_when(
    PriceLine,
    "asked",
    "INSERT",
    "EXISTS (SELECT 1 FROM price_request w WHERE w.version_id = NEW.version_id)",
    "a version that was asked for stays as it was",
)
refuse_when(
    PriceWithdrawal,
    "asked",
    "INSERT",
    (
        "EXISTS (SELECT 1 FROM price_request w JOIN request q ON q.id = w.request_id"
        f" WHERE w.version_id = NEW.version_id AND NOT {STOPPED.format('q')}"
        f" AND {OPEN_STEP.format('q')} IS NOT NULL AND q.expires_at > NEW.at)"
    ),
    "a version is not withdrawn while it is being signed",
)
refuse_when(
    PriceEffect,
    "right",
    "INSERT",
    (
        "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
        " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'EffectPrices')"
        f" AND NOT {_SIGNED.format(_BY_THE_ACTOR)}"
    ),
    "nobody puts prices into effect without the right, or the signatures",
)
_WANTED = (
    "EXISTS (SELECT 1 FROM setting s WHERE s.name = 'prices_by_request' AND s.value = 'true')"
)
refuse_when(
    PriceEffect,
    "signed",
    "INSERT",
    f"{_WANTED} AND NOT {_SIGNED.format('')}",
    "prices come into effect by their signatures",
)
refuse_when(
    PriceChange,
    "signed",
    "INSERT",
    (
        f"{_WANTED} AND EXISTS (SELECT 1 FROM price_change c WHERE c.unit_id = NEW.unit_id)"
        " AND NOT EXISTS (SELECT 1 FROM price_effect e JOIN price_line l"
        " ON l.version_id = e.version_id WHERE e.at = NEW.at AND e.actor_id = NEW.actor_id"
        " AND l.unit_id = NEW.unit_id AND l.total_fen = NEW.total_fen"
        " AND l.unit_price_fen = NEW.unit_price_fen)"
    ),
    "a price changes by its signatures",
)
refuse_when(
    Unit,
    "signed",
    "UPDATE OF total_fen, unit_price_fen",
    (
        "(OLD.total_fen IS DISTINCT FROM NEW.total_fen"
        " OR OLD.unit_price_fen IS DISTINCT FROM NEW.unit_price_fen)"
        " AND NOT EXISTS (SELECT 1 FROM price_change c WHERE c.id = (SELECT max(x.id)"
        " FROM price_change x WHERE x.unit_id = NEW.id) AND c.total_fen = NEW.total_fen"
        " AND c.unit_price_fen = NEW.unit_price_fen)"
    ),
    "a unit costs what its history says",
)
