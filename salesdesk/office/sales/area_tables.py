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


def _about(measured: str) -> str:
    """Give, as SQL, how the details of a settlement of *measured* begin."""
    return f"'{{\"area\":' || {measured}.id || ',\"owed_fen\":'"


def _settles(change: str, measured: str) -> str:
    return f"substr({change}.details, 1, length({_about(measured)})) = {_about(measured)}"


_OWES = (
    f"CAST(substr(x.details, length({_about('y')}) + 1,"
    f" length(x.details) - length({_about('y')}) - 1) AS BIGINT)"
)
_FACTS = (
    "SELECT m.id, m.area AS found, b.rounding, coalesce((SELECT v.total_fen FROM price_approval v"
    " WHERE v.deal_id = d.id ORDER BY v.id DESC LIMIT 1), d.list_total_fen) AS price,"
    " CAST(round(CAST(json_extract(a.sheet, '$.gross_area') AS NUMERIC) * 10000) AS BIGINT) AS agreed,"
    f" (SELECT CAST(coalesce(sum({_OWES}), 0) AS BIGINT) FROM deal_change x"
    f" JOIN measured_area y ON y.unit_id = d.unit_id AND {_settles('x', 'y')}"
    " WHERE x.deal_id = d.id AND x.kind = 'area') AS earlier"
    " FROM deal d JOIN agreement a ON a.deal_id = d.id JOIN project b ON b.id = d.project_id"
    " JOIN measured_area m ON m.id ="
    " (SELECT max(n.id) FROM measured_area n WHERE n.unit_id = d.unit_id) WHERE d.id = NEW.deal_id"
)
"""The newest measuring, cm² found and agreed, the home's price, what was settled before (fen)."""

_PARTS = (
    "SELECT f.*, 100 * f.agreed AS whole, (CASE"
    " WHEN f.found >= f.agreed AND 100 * (f.found - f.agreed) > 3 * f.agreed THEN 3 * f.agreed"
    " WHEN 100 * (f.agreed - f.found) > 3 * f.agreed THEN 200 * (f.agreed - f.found) - 3 * f.agreed"
    " ELSE 100 * abs(f.found - f.agreed) END) AS part"
    f" FROM ({_FACTS}) f"
)
"""Which *part* of the *whole* is owed: up to 3 %, smaller beyond it twice, larger beyond it nothing."""

_MILLION = 1_000_000
_COARSE = f"p.price / {_MILLION} * p.part"
_LONG = (
    f"SELECT p.*, {_COARSE} / p.whole * {_MILLION} AS high,"
    f" ({_COARSE} - {_COARSE} / p.whole * p.whole) * {_MILLION}"
    f" + (p.price - p.price / {_MILLION} * {_MILLION}) * p.part AS low"
    f" FROM ({_PARTS}) p"
)
"""price * part / whole, divided by the million, so that 64 bits hold any home: high + low / whole (fen)."""

_SUM = (
    "SELECT l.id, (CASE WHEN l.found < l.agreed THEN -1 ELSE 1 END) * (CASE l.rounding"
    " WHEN 'fen' THEN l.high + (2 * l.low + l.whole) / (2 * l.whole)"
    " WHEN 'yuan' THEN (l.high + l.low / l.whole + 50) / 100 * 100"
    " ELSE (l.high + l.low / l.whole) / 100 * 100 END) - l.earlier AS owed"
    f" FROM ({_LONG}) l"
)
"""What the newest measuring leaves to settle (`area_settlement`, fen): rounded once, as the project rounds."""

_FOLLOWS = f"EXISTS (SELECT 1 FROM ({_SUM}) s WHERE NEW.details = {_about('s')} || s.owed || '}}'"
_TOLD = " AND EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.amount_fen = abs(s.owed))"
"""The thresholds of the flow look at what is owed."""

_AGAIN = (
    "EXISTS (SELECT 1 FROM deal_change x JOIN measured_area y ON y.id ="
    " (SELECT max(n.id) FROM measured_area n JOIN deal d ON d.unit_id = n.unit_id WHERE d.id = NEW.deal_id)"
    f" WHERE x.deal_id = NEW.deal_id AND x.kind = 'area' AND {_settles('x', 'y')})"
)
for _kind, _which, _told in (
    (
        ChangeRequest,
        "EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'area')",
        _TOLD,
    ),
    (DealChange, "NEW.kind = 'area'", ""),
):
    refuse_when(
        _kind,
        "area",
        "INSERT",
        f"{_which} AND ({_AGAIN} OR NOT {_FOLLOWS}{_told}))",
        "the newest measured area is settled, once, by its rule",
    )
