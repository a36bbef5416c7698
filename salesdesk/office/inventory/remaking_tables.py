"""Rows of units that were merged and split: which became which. Nothing is deleted.

Decided 2026-11-26: a unit has no column that says it is gone. It is retired while the newest change
that names it took it away (``from``); a change that brings it back (``into``) undoes that.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.inventory.price_tables import FiledPrice, FloorPrice, PriceLine
from salesdesk.office.inventory.remaking_rules import RIGHTS, RemakeKind, Side
from salesdesk.office.inventory.tables import PriceChange, ReleaseLine, Unit
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class UnitRemake(Record):
    """Units became others before they had a price: merged (合并) or split (拆分)."""

    __tablename__ = "unit_remake"
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str]


class UnitRemakeLine(Record):
    """One unit of a remake: taken away by it (from), or made or brought back (into)."""

    __tablename__ = "unit_remake_line"
    __table_args__ = (CheckConstraint("side IN ('from', 'into')", name="side"),)
    remake_id: Mapped[int] = mapped_column(ForeignKey("unit_remake.id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True, index=True)
    side: Mapped[str]
    at: Mapped[datetime]


def retired_units() -> Select[int]:
    """Give the ids of the units that are no more, as a statement."""
    later = aliased(UnitRemakeLine)
    newer = select(later.unit_id).where(
        later.unit_id == UnitRemakeLine.unit_id, later.remake_id > UnitRemakeLine.remake_id
    )
    return select(UnitRemakeLine.unit_id).where(
        UnitRemakeLine.side == Side.FROM.value, ~newer.exists()
    )


def present() -> ColumnElement[bool]:
    """Give the condition under which a unit is there: no remake took it away."""
    return Unit.id.not_in(retired_units())


RETIRED = (
    "EXISTS (SELECT 1 FROM unit_remake_line x WHERE x.unit_id = {0} AND x.side = 'from'"
    " AND NOT EXISTS (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id"
    " AND y.remake_id > x.remake_id))"
)
"""Whether the unit {0} is no more, as SQL."""

stamped(UnitRemake, "actor_id", "at")
stamped(UnitRemakeLine, "", "at")
for _grown in (UnitRemake, UnitRemakeLine):
    append_only(_grown)

_MAY = " OR ".join(
    f"(NEW.kind = '{kind.value}' AND r.name = '{right}')" for kind, right in RIGHTS.items()
)
refuse_all(
    UnitRemake,
    "INSERT",
    [
        (
            "kind",
            "NEW.kind NOT IN ({})".format(", ".join(f"'{kind.value}'" for kind in RemakeKind)),
            "units are merged or split",
        ),
        (
            "right",
            (
                "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
                f" WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND ({_MAY}))"
            ),
            "nobody merges or splits units without the right",
        ),
    ],
)
_OF = "WHERE z.unit_id = NEW.unit_id"
_LAST = "(SELECT (CASE k.kind WHEN 'merge' THEN 'into' ELSE 'from' END) FROM unit_remake k WHERE k.id = NEW.remake_id)"
"""The side that is one unit, and is written last, as SQL."""

_OTHERS = (
    "(SELECT {} FROM unit_remake_line z JOIN unit u ON u.id = z.unit_id"
    " WHERE z.remake_id = NEW.remake_id)"
)
refuse_all(
    UnitRemakeLine,
    "INSERT",
    [
        (
            "whole",
            (
                "NOT EXISTS (SELECT 1 FROM unit_remake k JOIN unit u ON u.project_id = k.project_id"
                " WHERE k.id = NEW.remake_id AND k.at = NEW.at AND u.id = NEW.unit_id)"
            ),
            "a remake is written whole, within its project",
        ),
        (
            "newest",
            (
                "EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.unit_id = NEW.unit_id"
                " AND z.remake_id > NEW.remake_id)"
            ),
            "what became of a unit is written in its order",
        ),
        (
            "gone",
            "NEW.side = 'from' AND " + RETIRED.format("NEW.unit_id"),
            "what is no more does not become another",
        ),
        (
            "there",
            (
                f"NEW.side = 'into' AND NOT {RETIRED.format('NEW.unit_id')}"
                " AND EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.unit_id = NEW.unit_id)"
            ),
            "what is there already is not made again",
        ),
        (
            "alike",
            (
                "EXISTS (SELECT 1 FROM unit_remake_line z JOIN unit o ON o.id = z.unit_id"
                " JOIN unit u ON u.id = NEW.unit_id WHERE z.remake_id = NEW.remake_id"
                " AND (o.building_id <> u.building_id OR o.core <> u.core OR o.floor <> u.floor"
                " OR o.use <> u.use))"
            ),
            "units of one floor and one use are merged and split",
        ),
        (
            "one",
            (
                "EXISTS (SELECT 1 FROM unit_remake_line z WHERE z.remake_id = NEW.remake_id"
                f" AND z.side = {_LAST})"
            ),
            "several units become one, or one several",
        ),
        (
            "area",
            (
                f"NEW.side = {_LAST} AND ({_OTHERS.format('count(*)')} < 2"
                f" OR {_OTHERS.format('sum(u.gross_area)')}"
                " <> (SELECT u.gross_area FROM unit u WHERE u.id = NEW.unit_id))"
            ),
            "a remake neither adds nor loses a square metre",
        ),
        (
            "priced",
            (
                "EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND u.total_fen IS NOT NULL)"
                f" OR EXISTS (SELECT 1 FROM price_change z {_OF})"
                f" OR EXISTS (SELECT 1 FROM filed_price z {_OF})"
                f" OR EXISTS (SELECT 1 FROM floor_price z {_OF})"
                f" OR EXISTS (SELECT 1 FROM price_line z {_OF} AND NOT EXISTS (SELECT 1 FROM"
                " price_withdrawal q WHERE q.version_id = z.version_id))"
            ),
            "what has a price is neither merged nor split",
        ),
        (
            "sold",
            (
                f"EXISTS (SELECT 1 FROM release_line z {_OF})"
                f" OR EXISTS (SELECT 1 FROM claim z {_OF} AND (z.stage <> 'held back'"
                " OR (NEW.side = 'from' AND z.ended_at IS NULL)))"
                " OR EXISTS (SELECT 1 FROM binding z WHERE z.ended_at IS NULL"
                " AND NEW.unit_id IN (z.lot_id, z.home_id))"
            ),
            "what was offered, claimed or bound is neither merged nor split",
        ),
    ],
)
_GONE = "what became another unit takes no price and is not offered"
for _record in (PriceChange, PriceLine, FiledPrice, FloorPrice, ReleaseLine):
    refuse_when(_record, "retired", "INSERT", RETIRED.format("NEW.unit_id"), _GONE)
refuse_when(
    Unit,
    "retired",
    "UPDATE",
    "(OLD.gross_area <> NEW.gross_area OR OLD.inside_area IS DISTINCT FROM NEW.inside_area"
    " OR OLD.total_fen IS DISTINCT FROM NEW.total_fen) AND " + RETIRED.format("OLD.id"),
    _GONE,
)
refuse_when(
    Binding,
    "retired",
    "INSERT",
    f"{RETIRED.format('NEW.lot_id')} OR {RETIRED.format('NEW.home_id')}",
    "a unit that became another is bound to nothing",
)
