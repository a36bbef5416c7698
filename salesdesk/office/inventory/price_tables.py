"""Price versions and the prices beside the list price: rows that are added and never changed.

Decided 2026-11-26: a version has no state column. It is a draft until a row of `PriceEffect` or
`PriceWithdrawal` says otherwise; what is to be different is a new version.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.rules import FREEZING
from salesdesk.office.inventory.tables import Unit
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class PriceVersion(Record):
    """A set of prices drafted together (调价方案); ``scheme`` is JSON, empty where none made them.

    ``effective_at``: not before this moment; None: whenever it is put into effect.
    """

    __tablename__ = "price_version"
    __table_args__ = (UniqueConstraint("project_id", "name"),)
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    name: Mapped[str]
    reason: Mapped[str]
    source: Mapped[str]
    scheme: Mapped[str] = mapped_column(Canonical)
    based_on: Mapped[int | None] = mapped_column(ForeignKey("price_version.id"))
    effective_at: Mapped[datetime | None]
    drafted_at: Mapped[datetime]
    drafted_by: Mapped[int]


class PriceLine(Record):
    """One unit's price in a version (fen), and its list price when the version was drafted."""

    __tablename__ = "price_line"
    __table_args__ = (CheckConstraint("unit_price_fen > 0 AND total_fen > 0", name="price"),)
    version_id: Mapped[int] = mapped_column(ForeignKey("price_version.id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), primary_key=True, index=True)
    unit_price_fen: Mapped[int]
    total_fen: Mapped[int]
    before_unit_price_fen: Mapped[int | None]
    before_total_fen: Mapped[int | None]


class PriceEffect(Record):
    """A version was put into effect: how many prices changed, how many were frozen."""

    __tablename__ = "price_effect"
    version_id: Mapped[int] = mapped_column(ForeignKey("price_version.id"), primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int]
    changed: Mapped[int]
    frozen: Mapped[int]


class PriceWithdrawal(Record):
    """A draft was given up."""

    __tablename__ = "price_withdrawal"
    version_id: Mapped[int] = mapped_column(ForeignKey("price_version.id"), primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int]
    reason: Mapped[str]


class FiledPrice(Record):
    """A price as filed with the authority (备案价, fen): the newest is the unit's own (R-06)."""

    __tablename__ = "filed_price"
    __table_args__ = (CheckConstraint("unit_price_fen > 0 AND total_fen > 0", name="price"),)
    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("price_version.id"))
    at: Mapped[datetime]
    actor_id: Mapped[int]
    unit_price_fen: Mapped[int]
    total_fen: Mapped[int]
    reference: Mapped[str]


class FloorPrice(Record):
    """A price below which a unit is not sold without approval (底价, fen): the newest counts."""

    __tablename__ = "floor_price"
    __table_args__ = (CheckConstraint("unit_price_fen > 0 AND total_fen > 0", name="price"),)
    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    at: Mapped[datetime]
    actor_id: Mapped[int]
    unit_price_fen: Mapped[int]
    total_fen: Mapped[int]
    reason: Mapped[str]


stamped(PriceVersion, "drafted_by", "drafted_at")
for _record in (PriceEffect, PriceWithdrawal, FiledPrice, FloorPrice):
    stamped(_record, "actor_id", "at")
for _grown in (PriceVersion, PriceLine, PriceEffect, PriceWithdrawal, FiledPrice, FloorPrice):
    append_only(_grown)

_ENDED = (
    "EXISTS (SELECT 1 FROM price_effect e WHERE e.version_id = {0})"
    " OR EXISTS (SELECT 1 FROM price_withdrawal w WHERE w.version_id = {0})"
)
refuse_when(
    PriceVersion,
    "moment",
    "INSERT",
    "EXISTS (SELECT 1 FROM price_version v WHERE v.project_id = NEW.project_id"
    " AND v.effective_at = NEW.effective_at AND NOT EXISTS"
    " (SELECT 1 FROM price_withdrawal w WHERE w.version_id = v.id))",
    "two versions are not effective at one moment",
)
refuse_when(
    PriceVersion,
    "time",
    "INSERT",
    "NEW.effective_at <= NEW.drafted_at",
    "the time of a version lies ahead",
)
refuse_all(
    PriceLine,
    "INSERT",
    (
        ("open", _ENDED.format("NEW.version_id"), "a version that took effect stays as it was"),
        (
            "project",
            (
                "NOT EXISTS (SELECT 1 FROM price_version v JOIN unit u ON u.project_id = v.project_id"
                " WHERE v.id = NEW.version_id AND u.id = NEW.unit_id)"
            ),
            "a version is about its own project",
        ),
    ),
)
refuse_all(
    PriceEffect,
    "INSERT",
    (
        ("open", _ENDED.format("NEW.version_id"), "a version takes effect once"),
        (
            "time",
            (
                "EXISTS (SELECT 1 FROM price_version v WHERE v.id = NEW.version_id"
                " AND v.effective_at > NEW.at)"
            ),
            "a version takes effect at its time",
        ),
        (
            "moment",
            (
                "EXISTS (SELECT 1 FROM price_effect e JOIN price_version o ON o.id = e.version_id"
                " JOIN price_version v ON v.project_id = o.project_id"
                " WHERE v.id = NEW.version_id AND e.at = NEW.at)"
            ),
            "two versions are not effective at one moment",
        ),
    ),
)
refuse_when(
    PriceWithdrawal,
    "open",
    "INSERT",
    _ENDED.format("NEW.version_id"),
    "a version that took effect is not withdrawn",
)

_PRICED = (
    "(NEW.total_fen IS DISTINCT FROM OLD.total_fen"
    " OR NEW.unit_price_fen IS DISTINCT FROM OLD.unit_price_fen)"
)
_FLOOR = "(SELECT f.total_fen FROM floor_price f WHERE f.unit_id = {} ORDER BY f.id DESC LIMIT 1)"
_STAGES = ", ".join(f"'{stage.value}'" for stage in sorted(FREEZING))
refuse_all(
    Unit,
    "UPDATE",
    (
        (
            "filed",
            (
                f"{_PRICED} AND NEW.total_fen > (SELECT f.total_fen FROM filed_price f"
                " WHERE f.unit_id = NEW.id ORDER BY f.id DESC LIMIT 1) AND coalesce((SELECT w.level"
                f" FROM law_line w WHERE w.project_id = NEW.project_id AND w.law = '{Law.FILED_PRICE}'"
                " ORDER BY w.id DESC LIMIT 1), 'block') = 'block'"
            ),
            "no price above the filed one",
        ),
        (
            "floor",
            f"{_PRICED} AND NEW.total_fen < {_FLOOR.format('NEW.id')}",
            "no list price below the floor price",
        ),
        (
            "frozen",
            # What has an end may be over by the clock: what is paid, agreed or sold is not.
            (
                f"{_PRICED} AND EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.id"
                f" AND c.ended_at IS NULL AND c.until IS NULL AND c.stage IN ({_STAGES}))"
            ),
            "a unit that is paid for or sold keeps its price",
        ),
    ),
)
refuse_when(
    FiledPrice,
    "changed",
    "INSERT",
    (
        "NEW.total_fen <> (SELECT f.total_fen FROM filed_price f WHERE f.unit_id = NEW.unit_id"
        " ORDER BY f.id DESC LIMIT 1) AND NOT EXISTS (SELECT 1 FROM person p"
        " JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id"
        " AND p.left_at IS NULL AND r.name = 'RefilePrices')"
    ),
    "nobody changes a filed price without the right",
)
refuse_all(
    FloorPrice,
    "INSERT",
    (
        (
            "list",
            "NEW.total_fen > (SELECT u.total_fen FROM unit u WHERE u.id = NEW.unit_id)",
            "no floor price above the list price",
        ),
        (
            "lowered",
            (
                f"NEW.total_fen < {_FLOOR.format('NEW.unit_id')} AND NOT EXISTS (SELECT 1 FROM person p"
                " JOIN role_right r ON r.role = p.role WHERE p.id = NEW.actor_id"
                " AND p.left_at IS NULL AND r.name = 'LowerFloorPrices')"
            ),
            "nobody lowers a floor price without the right",
        ),
    ),
)
