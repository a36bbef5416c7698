"""Rows about what there is to sell. A unit has no state column: see `Claim` and `ReleaseLine`."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.rules import CLAIM_STAGES, LawLevel
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped


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
stamped(Claim, "opened_by", "opened_at", unless="NEW.opened_by = 0")
stamped(Permit, "", "recorded_at")
stamped(Project, "", "created_at")
stamped(ReleaseLine, "ended_by", "ended_at", verb="INSERT OR UPDATE")
refuse_when(
    ReleaseBatch,
    "name",
    "INSERT",
    (
        "NEW.name <> '' AND EXISTS (SELECT 1 FROM release_batch b"
        " WHERE b.project_id = NEW.project_id AND b.name = NEW.name)"
    ),
    "a batch has its own name",
)
for _grown in (PriceChange, ImportFile):
    append_only(_grown)
