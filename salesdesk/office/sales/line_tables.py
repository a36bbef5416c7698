"""Rows of the line behind a unit (候补), and what the database refuses of them and of holds past them.

Whose turn it is is nowhere written: it follows from the places, from the moment the unit came free and
from the setting `first_refusal_minutes`. So no sweep has to run, and no desk can forget to call.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.tables import Claim
from salesdesk.office.staff.rules import SETTINGS
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import refuse_all, refuse_when, stamped

LINE_STAGES = ("on hold", "reserved", "selected", "subscribed")
"""The stages of a claim that somebody may stand in line behind."""


class LinePlace(Record):
    """A customer's place in the line behind a unit: ordered by ``id``, counting until ``until``."""

    __tablename__ = "line_place"
    __table_args__ = (
        Index(
            "one_live_place", "unit_id", "customer_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip
    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    joined_at: Mapped[datetime]
    joined_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    until: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    end_reason: Mapped[str] = mapped_column(default="")


stamped(LinePlace, "joined_by", "joined_at")
stamped(LinePlace, "ended_by", "ended_at", verb="UPDATE")


def _setting(name: str) -> str:
    default = SETTINGS[name].default
    return f"coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = '{name}'), {default})"


_MAY = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.{} AND p.left_at IS NULL AND r.name = '{}')"
)
_STRANGER = (
    "EXISTS (SELECT 1 FROM person p JOIN customer k ON k.id = NEW.customer_id"
    " LEFT JOIN customer m ON m.id = k.merged_into WHERE p.id = NEW.{} AND p.role = 'consultant'"
    " AND coalesce(m.consultant_id, k.consultant_id) IS DISTINCT FROM p.id)"
)
"""Whether a consultant speaks for somebody else's customer, as SQL."""

_SERVED = (
    "EXISTS (SELECT 1 FROM claim c JOIN customer k ON k.id = NEW.customer_id"
    " WHERE c.unit_id = NEW.unit_id AND c.ended_at IS NULL AND c.opened_at = NEW.ended_at"
    " AND c.opened_by = NEW.ended_by AND c.customer_id IN (k.id, coalesce(k.merged_into, 0)))"
)
"""Whether the unit became his just now, as SQL."""

_PLACE = ("id", "unit_id", "customer_id", "joined_at", "joined_by", "until")
refuse_all(
    LinePlace,
    "UPDATE",
    (
        ("history", "OLD.ended_at IS NOT NULL", "a place in line that was left stays left"),
        (
            "fixed",
            "NEW.ended_at IS NULL OR " + " OR ".join(f"OLD.{c} <> NEW.{c}" for c in _PLACE),
            "a place in line can only be left",
        ),
        ("left", "NEW.ended_at < OLD.joined_at", "a place in line ends after it began"),
        (
            "speaks",
            (
                f"NOT {_SERVED} AND NOT (OLD.until <= NEW.ended_at AND {_MAY.format('ended_by', 'StandInLine')})"
                f" AND NOT ({_MAY.format('ended_by', 'LeaveLine')} AND NOT {_STRANGER.format('ended_by')})"
            ),
            "a place in line is given up for its customer",
        ),
    ),
)
refuse_when(LinePlace, "delete", "DELETE", "OLD.id IS NOT NULL", "places in line are kept")
_DAY = 86_400_000_000
_STAGES = ", ".join(f"'{stage}'" for stage in LINE_STAGES)
refuse_all(
    LinePlace,
    "INSERT",
    (
        (
            "replace",
            (
                "EXISTS (SELECT 1 FROM line_place p WHERE p.id = NEW.id OR (p.unit_id = NEW.unit_id"
                " AND p.customer_id = NEW.customer_id AND p.ended_at IS NULL))"
            ),
            "one place in line for each customer",
        ),
        (
            "behind",
            (
                "NEW.ended_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
                f" AND c.ended_at IS NULL AND c.stage IN ({_STAGES})"
                " AND c.customer_id <> NEW.customer_id)"
            ),
            "one stands in line behind somebody else",
        ),
        (
            "time",
            (
                "NEW.until <= NEW.joined_at OR NEW.until > NEW.joined_at +"
                f" (1 + {_setting('line_longest_days')}) * {_DAY}"
            ),
            "a place in line has its time",
        ),
        (
            "length",
            (
                "(SELECT count(*) FROM line_place p WHERE p.unit_id = NEW.unit_id AND p.ended_at IS NULL"
                f" AND p.until > NEW.joined_at) >= {_setting('line_longest')}"
            ),
            "the line is full",
        ),
        (
            "right",
            f"NOT {_MAY.format('joined_by', 'StandInLine')}",
            "nobody lets customers stand in line without the right",
        ),
        (
            "own",
            _STRANGER.format("joined_by"),
            "a consultant speaks for his own customers",
        ),
    ),
)

_FREED = (
    "(SELECT max(f.at) FROM (SELECT c.ended_at AS at FROM claim c WHERE c.unit_id = NEW.unit_id"
    " UNION ALL SELECT b.at FROM release_line l JOIN release_batch b ON b.id = l.batch_id"
    " WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL) f)"
)
"""When the unit came free: its last claim ended, or it was released, whichever came later."""


def _waits(place: str) -> str:
    """Give the condition under which *place* still has its turn, or will have it."""
    before = f"b_{place}"
    turn = (
        f"(SELECT count(*) FROM line_place {before} WHERE {before}.unit_id = {place}.unit_id"
        f" AND {before}.id < {place}.id AND {before}.joined_at <= {_FREED} AND {before}.until > {_FREED}"
        f" AND ({before}.ended_at IS NULL OR {before}.ended_at > {_FREED}))"
    )
    window = f"{_setting('first_refusal_minutes')} * 60000000"
    return (
        f"{place}.ended_at IS NULL AND {place}.until > NEW.opened_at"
        f" AND NEW.opened_at < {_FREED} + ({turn} + 1) * {window}"
    )


refuse_when(
    Claim,
    "line",
    "INSERT",
    "NEW.stage IN ('on hold', 'reserved')"
    " AND EXISTS (SELECT 1 FROM line_place a WHERE a.unit_id = NEW.unit_id AND a.ended_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id)"
    " AND EXISTS (SELECT 1 FROM release_line r WHERE r.unit_id = NEW.unit_id AND r.ended_at IS NULL)"
    " AND EXISTS (SELECT 1 FROM line_place p LEFT JOIN customer k ON k.id = p.customer_id"
    " LEFT JOIN customer m ON m.id = k.merged_into WHERE p.unit_id = NEW.unit_id"
    f" AND {_waits('p')} AND NEW.customer_id <> p.customer_id"
    " AND NEW.customer_id NOT IN (coalesce(k.merged_into, 0), coalesce(m.merged_into, 0))"
    f" AND NOT EXISTS (SELECT 1 FROM line_place q WHERE q.unit_id = NEW.unit_id AND q.id < p.id AND {_waits('q')}))",
    "the first in line has the unit",
)
