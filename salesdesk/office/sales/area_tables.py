"""Rows of measured areas, and what the database asks of a settlement of them."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.sales.change_tables import ChangeRequest, DealChange
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped


class MeasuredArea(Record):
    """A unit's gross area as it was measured (实测面积), by whom; the newest counts."""

    __tablename__ = "measured_area"
    __table_args__ = (
        CheckConstraint("area > 0", name="area"),
        CheckConstraint("source <> ''", name="source"),
    )
    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    area: Mapped[Decimal]
    measured_on: Mapped[date]
    source: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


append_only(MeasuredArea)
stamped(MeasuredArea, "actor_id", "at")
refuse_when(
    MeasuredArea,
    "right",
    "INSERT",
    (
        "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
        " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'RecordMeasuredArea')"
    ),
    "nobody records a measured area without the right",
)
_ABOUT = (
    "'{\"area\":' || (SELECT max(m.id) FROM measured_area m JOIN deal d ON d.unit_id = m.unit_id"
    " WHERE d.id = NEW.deal_id) || ','"
)
"""How the details of a settlement of the newest measuring begin."""

_NEWEST = f"coalesce(substr(NEW.details, 1, length({_ABOUT})) = {_ABOUT}, FALSE)"
_SETTLED = (
    "EXISTS (SELECT 1 FROM deal_change x WHERE x.deal_id = NEW.deal_id AND x.kind = 'area'"
    f" AND substr(x.details, 1, length({_ABOUT})) = {_ABOUT})"
)
for _kind, _which in (
    (
        ChangeRequest,
        "EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')",
    ),
    (DealChange, "NEW.kind = 'area'"),
):
    refuse_when(
        _kind,
        "area",
        "INSERT",
        f"{_which} AND (NOT {_NEWEST} OR {_SETTLED})",
        "the newest measured area is settled, once",
    )
