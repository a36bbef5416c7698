"""What a unit was until a moment: area, layout, orientation and use as they stood before they changed.

Claims, releases and prices are dated rows of their own; what else the board shows of a unit is its
row's. So whoever changes that writes first what it was: the newest row of a unit is what it was until
its last change, and any past minute can be read. Units that came in later have none.
"""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.inventory.tables import Unit
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class UnitBefore(Record):
    """A unit as it was until *at*, when *actor_id* changed it (areas cm²)."""

    __tablename__ = "unit_before"
    __table_args__ = (Index("ix_unit_before_unit", "unit_id", "id"),)
    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    layout: Mapped[str]
    orientation: Mapped[str]
    use: Mapped[str]
    gross_area: Mapped[Decimal]
    inside_area: Mapped[Decimal | None]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


DATED = ("layout", "orientation", "use", "gross_area", "inside_area")
"""The columns of a unit whose past is kept."""

append_only(UnitBefore)
stamped(UnitBefore, "actor_id", "at")
_SAME = " AND ".join(f"b.{column} IS NOT DISTINCT FROM {{0}}.{column}" for column in DATED)
refuse_all(
    UnitBefore,
    "INSERT",
    (
        (
            "true",
            f"NOT EXISTS (SELECT 1 FROM unit b WHERE b.id = NEW.unit_id AND {_SAME.format('NEW')})",
            "what a unit was is what it is until then",
        ),
        (
            "order",
            "EXISTS (SELECT 1 FROM unit_before b WHERE b.unit_id = NEW.unit_id AND b.at > NEW.at)",
            "what a unit was is written in its order",
        ),
    ),
)
refuse_when(
    Unit,
    "dated",
    "UPDATE",
    "("
    + " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in DATED)
    + ") AND NOT EXISTS (SELECT 1 FROM unit_before b WHERE b.id = (SELECT max(x.id) FROM unit_before x"
    f" WHERE x.unit_id = OLD.id) AND {_SAME.format('OLD')})",
    "what a unit was is kept before it changes",
)
