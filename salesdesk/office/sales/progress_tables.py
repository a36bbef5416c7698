"""Rows of building stages (工程节点) that were reached; they only grow, each stage of a building once."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped


class BuildingStage(Record):
    """A stage that a building reached on a day: what waits for it is due from then on."""

    __tablename__ = "building_stage"
    __table_args__ = (
        UniqueConstraint("building_id", "stage"),
        CheckConstraint("stage <> ''", name="stage"),
    )
    id: Mapped[Key]
    building_id: Mapped[int] = mapped_column(ForeignKey("building.id"))
    stage: Mapped[str]
    reached_on: Mapped[date]
    note: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


append_only(BuildingStage)
stamped(BuildingStage, "actor_id", "at")
refuse_when(
    BuildingStage,
    "right",
    "INSERT",
    (
        "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
        " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RecordProgress')"
    ),
    "nobody records the progress of a building without the right",
)
