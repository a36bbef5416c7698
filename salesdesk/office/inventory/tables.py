"""Rows about what there is to sell. A unit has no state column: see `Claim` and `ReleaseLine`."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.rules import CLAIM_STAGES, ENDED_BY, OPENED_BY, LawLevel, UnitState
from salesdesk.office.staff.rules import SETTINGS
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class Project(Record):
    """A development (项目)."""

    __tablename__ = "project"
    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    company: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    rounding: Mapped[str] = mapped_column(default="yuan")
    law_level: Mapped[str] = mapped_column(default=LawLevel.BLOCK.value)
    created_at: Mapped[datetime]


class Building(Record):
    """A building (楼栋)."""

    __tablename__ = "building"
    __table_args__ = (UniqueConstraint("project_id", "name"),)
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    name: Mapped[str]
    position: Mapped[int]


class Permit(Record):
    """A pre-sale permit (预售许可证): without one no unit of its buildings may be sold (R-01)."""

    __tablename__ = "permit"
    __table_args__ = (UniqueConstraint("project_id", "number"),)
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    number: Mapped[str]
    authority: Mapped[str]
    issued_on: Mapped[date | None]
    account: Mapped[str]
    recorded_at: Mapped[datetime]


class PermitBuilding(Record):
    """A building that a permit covers."""

    __tablename__ = "permit_building"
    permit_id: Mapped[int] = mapped_column(ForeignKey("permit.id"), primary_key=True)
    building_id: Mapped[int] = mapped_column(ForeignKey("building.id"), primary_key=True)


class Unit(Record):
    """One unit (房源): areas are kept in cm², money in fen."""

    __tablename__ = "unit"
    __table_args__ = (
        UniqueConstraint("project_id", "code"),
        CheckConstraint("gross_area > 0", name="area"),
        CheckConstraint("total_fen IS NULL OR total_fen > 0", name="total"),
        CheckConstraint("(total_fen IS NULL) = (unit_price_fen IS NULL)", name="price"),
    )
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    building_id: Mapped[int] = mapped_column(ForeignKey("building.id"), index=True)
    code: Mapped[str]
    core: Mapped[str]
    floor: Mapped[int]
    number: Mapped[str]
    place: Mapped[int] = mapped_column(default=0)
    layout: Mapped[str] = mapped_column(default="")
    orientation: Mapped[str] = mapped_column(default="")
    use: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    gross_area: Mapped[Decimal]
    inside_area: Mapped[Decimal | None]
    unit_price_fen: Mapped[int | None]
    total_fen: Mapped[int | None]


class PriceChange(Record):
    """A price that a unit was given (fen): the newest is the unit's own."""

    __tablename__ = "price_change"
    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    at: Mapped[datetime]
    actor_id: Mapped[int]
    unit_price_fen: Mapped[int]
    total_fen: Mapped[int]
    reason: Mapped[str]


class ReleaseBatch(Record):
    """Units offered together (推盘)."""

    __tablename__ = "release_batch"
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    name: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int]


class ReleaseLine(Record):
    """A unit on offer since its batch, until withdrawn (收盘)."""

    __tablename__ = "release_line"
    __table_args__ = (
        Index(
            "one_live_release", "unit_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip
    id: Mapped[Key]
    batch_id: Mapped[int] = mapped_column(ForeignKey("release_batch.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    end_reason: Mapped[str] = mapped_column(default="")


class Claim(Record):
    """What keeps a unit from being sold to somebody else. One row of a unit may be live (law 1).

    ``ended_by`` 0 is the clock. ``until`` counts for holds only.
    """

    __tablename__ = "claim"
    __table_args__ = (
        Index(
            "one_live_claim", "unit_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
        CheckConstraint(
            "stage IN ({})".format(", ".join(f"'{s.value}'" for s in sorted(CLAIM_STAGES))),
            name="stage",
        ),
        CheckConstraint("ended_at IS NULL OR ended_at >= opened_at", name="order"),
    )  # fmt: skip
    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    stage: Mapped[str]
    deal_id: Mapped[int | None] = mapped_column(ForeignKey("deal.id"), index=True)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"), index=True)
    consultant_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime]
    opened_by: Mapped[int]
    until: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(default="")
    opening: Mapped[bool] = mapped_column(default=False)
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]
    end_reason: Mapped[str] = mapped_column(default="")


class ImportFile(Record):
    """A price list that was taken in: its name, its fingerprint, what it did."""

    __tablename__ = "import_file"
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    at: Mapped[datetime]
    actor_id: Mapped[int]
    name: Mapped[str]
    report: Mapped[str] = mapped_column(Canonical)


for _table in (ReleaseBatch, PriceChange, ImportFile):
    stamped(_table, "actor_id", "at")
stamped(Claim, "opened_by", "opened_at")
stamped(Permit, "", "recorded_at")
stamped(Project, "", "created_at")
stamped(ReleaseLine, "ended_by", "ended_at", verb="INSERT OR UPDATE")
_FIXED = (
    "unit_id",
    "stage",
    "deal_id",
    "customer_id",
    "consultant_id",
    "opened_at",
    "opened_by",
    "until",
)
refuse_when(ReleaseLine, "history", "UPDATE", "OLD.ended_at IS NOT NULL", "an ended release stays")
refuse_when(ReleaseLine, "delete", "DELETE", "OLD.id IS NOT NULL", "releases are never deleted")
append_only(PriceChange)
append_only(ImportFile)
refuse_when(Claim, "history", "UPDATE", "OLD.ended_at IS NOT NULL", "an ended claim stays")
refuse_when(
    Claim,
    "fixed",
    "UPDATE",
    " OR ".join(f"OLD.{c} IS DISTINCT FROM NEW.{c}" for c in _FIXED),
    "a claim can only end",
)
refuse_when(Claim, "delete", "DELETE", "OLD.id IS NOT NULL", "claims are never deleted")
refuse_when(
    Claim,
    "overlap",
    "INSERT",
    "EXISTS (SELECT 1 FROM claim c WHERE c.unit_id = NEW.unit_id"
    " AND (c.ended_at IS NULL OR c.ended_at > NEW.opened_at))",
    "the unit is already claimed",
)

_RIGHTS = "SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"


def _without_right(person: str, stage: str, doors: Mapping[UnitState, frozenset[str]]) -> str:
    """Give the condition under which *person* may not open, or end, a claim of *stage*."""
    allowed = " OR ".join(
        "({} = '{}' AND r.name IN ({}))".format(
            stage, state.value, ", ".join(f"'{name}'" for name in sorted(doors[state]))
        )
        for state in sorted(doors)
    )
    return f"NOT EXISTS ({_RIGHTS} WHERE p.id = {person} AND p.left_at IS NULL AND ({allowed}))"


refuse_when(
    Claim,
    "right",
    "INSERT",
    _without_right("NEW.opened_by", "NEW.stage", OPENED_BY),
    "nobody opens this claim without the right",
)
refuse_when(
    Claim,
    "end",
    "UPDATE",
    "OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NOT (NEW.ended_by = 0 AND OLD.stage = 'on hold' AND NEW.ended_at = OLD.until) AND "
    + _without_right("NEW.ended_by", "OLD.stage", ENDED_BY),
    "nobody ends this claim without the right",
)
refuse_when(
    Claim,
    "replace",
    "INSERT",
    "EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.id)",
    "claims are never replaced",
)


# --- the order of the steps: what a claim rests on must be there before it
_HOLDS_THE_RIGHT = f"EXISTS ({_RIGHTS} WHERE p.id = {{}} AND r.name IN ({{}}))"
_PAID = (
    "EXISTS (SELECT 1 FROM receipt r LEFT JOIN receipt_void v ON v.receipt_id = r.id"
    " WHERE r.deal_id = {} AND r.kind <> 'refund' AND v.receipt_id IS NULL)"
)
_WITHOUT_PERMIT = (
    "EXISTS (SELECT 1 FROM unit u JOIN project j ON j.id = u.project_id WHERE u.id = NEW.unit_id"
    " AND j.law_level = 'block' AND NOT EXISTS (SELECT 1 FROM permit_building b WHERE b.building_id = u.building_id))"
)
_FIRST_HOLD = "NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.deal_id = NEW.deal_id) AND "


def _minutes(name: str) -> str:
    default = SETTINGS[name].default
    return f"coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s WHERE s.name = '{name}'), {default})"


_LONGEST = f"({_minutes('hold_longest_minutes')} + {_minutes('hold_writing_minutes')}) * 60000000"
_BEGAN = (
    "coalesce((SELECT d.opened_at FROM deal d WHERE d.id = NEW.deal_id AND NOT EXISTS"
    " (SELECT 1 FROM receipt r JOIN receipt_void v ON v.receipt_id = r.id WHERE r.deal_id = d.id)), NEW.opened_at)"
)
"""From when a hold is measured: its deal's beginning, or anew where its money went back."""

_OPENS = (
    ("ended", "NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL", "a claim is opened first"),
    (
        "deal",
        (
            "NEW.stage NOT IN ('held back', 'blocked') AND NOT EXISTS (SELECT 1 FROM deal d"
            " WHERE d.id = NEW.deal_id AND d.unit_id = NEW.unit_id"
            " AND d.customer_id = NEW.customer_id AND d.consultant_id = NEW.consultant_id)"
        ),
        "a claim is its deal''s",
    ),
    (
        "offer",
        (
            "NEW.stage = 'on hold' AND NOT EXISTS (SELECT 1 FROM release_line l"
            " WHERE l.unit_id = NEW.unit_id AND l.ended_at IS NULL)"
        ),
        "only what is on offer is held",
    ),
    (
        "price",
        _FIRST_HOLD + "NOT EXISTS (SELECT 1 FROM deal d JOIN unit u ON u.id = d.unit_id"
        " WHERE d.id = NEW.deal_id AND d.opened_at = NEW.opened_at AND d.project_id = u.project_id"
        " AND d.list_total_fen = u.total_fen AND d.list_unit_price_fen = u.unit_price_fen)",
        "a deal begins with its hold, at the list price",
    ),
    ("permit", _FIRST_HOLD + _WITHOUT_PERMIT, "no permit, no sale"),
    (
        "time",
        (
            "NEW.stage = 'on hold' AND (CASE WHEN NEW.until IS NULL"
            f" THEN NOT {_PAID.format('NEW.deal_id')} ELSE NEW.until > {_BEGAN} + {_LONGEST} END)"
        ),
        "a hold has its time",
    ),
    (
        "agreement",
        (
            "NEW.stage = 'subscribed' AND NEW.opening = 0 AND NOT EXISTS"
            " (SELECT 1 FROM agreement a WHERE a.deal_id = NEW.deal_id)"
        ),
        "no subscription without its agreement",
    ),
    (
        "review",
        (
            "NEW.stage = 'in review' AND NOT EXISTS"
            " (SELECT 1 FROM cancellation x WHERE x.deal_id = NEW.deal_id)"
        ),
        "no review without a cancellation",
    ),
    (
        "opening",
        "NEW.opening <> 0 AND NOT " + _HOLDS_THE_RIGHT.format("NEW.opened_by", "'ImportOpening'"),
        "only the opening import brings old claims",
    ),
)
refuse_all(Claim, "INSERT", _OPENS)

_ENDS = (
    (
        "whole",
        (
            "NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.reason <> OLD.reason"
            " OR NEW.opening <> OLD.opening"
        ),
        "a claim can only end",
    ),
    (
        "own",
        "NEW.ended_by <> 0 AND OLD.stage = 'on hold' AND NEW.ended_by <> OLD.consultant_id"
        " AND EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.ended_by AND p.role = 'consultant')"
        " AND NOT EXISTS (SELECT 1 FROM customer c LEFT JOIN customer m ON m.id = c.merged_into"
        " LEFT JOIN customer n ON n.id = m.merged_into WHERE c.id = OLD.customer_id"
        " AND (NEW.ended_by IN (c.consultant_id, m.consultant_id, n.consultant_id)"
        " OR n.merged_into IS NOT NULL)) AND NOT "
        + _HOLDS_THE_RIGHT.format(
            "NEW.ended_by", "'TakeDeposit', 'VoidReceipt', 'CancelSubscription'"
        ),
        "a consultant ends only his own holds",
    ),
    (
        "money",
        "OLD.stage = 'on hold' AND OLD.until IS NULL AND "
        + _PAID.format("OLD.deal_id")
        + " AND NOT EXISTS (SELECT 1 FROM agreement a WHERE a.deal_id = OLD.deal_id)"
        " AND NOT EXISTS (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id)",
        "money lies on the unit",
    ),
    (
        "cancelled",
        (
            "OLD.stage = 'subscribed' AND NOT EXISTS"
            " (SELECT 1 FROM cancellation x WHERE x.deal_id = OLD.deal_id)"
        ),
        "a subscription ends by its cancellation",
    ),
)
refuse_all(Claim, "UPDATE", _ENDS)

for _rule, _verb, _condition, _words in (
    ("permit", "INSERT", _WITHOUT_PERMIT, "no permit, no release"),
    (
        "price",
        "INSERT",
        "EXISTS (SELECT 1 FROM unit u WHERE u.id = NEW.unit_id AND u.total_fen IS NULL)",
        "what is on offer has its price",
    ),
    (
        "fixed",
        "UPDATE",
        "NEW.id <> OLD.id OR NEW.unit_id <> OLD.unit_id OR NEW.batch_id <> OLD.batch_id",
        "a release can only end",
    ),
):
    refuse_when(ReleaseLine, _rule, _verb, _condition, _words)
