"""What changed of a unit itself, by what was kept of it before: area, layout, orientation, use."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.office.inventory.before_tables import DATED, UnitBefore
from salesdesk.office.inventory.sheets import HistoryLine
from salesdesk.office.inventory.tables import Unit


def changes_of(session: Session, names: Mapping[int, str], unit: int) -> list[HistoryLine]:
    """Give each change of *unit* with its column as ``what`` and old and new as detail (areas m²)."""
    asked = select(UnitBefore).where(UnitBefore.unit_id == unit).order_by(UnitBefore.id)
    before = session.scalars(asked).all()
    if not before:
        return []
    stood: list[UnitBefore | Unit] = [*before[1:], session.get_one(Unit, unit)]
    return [
        HistoryLine(
            at=old.at,
            what=column,
            detail=f"{_shown(getattr(old, column))} → {_shown(getattr(new, column))}",
            actor=names.get(old.actor_id, ""),
        )
        for old, new in zip(before, stood, strict=True)
        for column in DATED
        if getattr(old, column) != getattr(new, column)
    ]


def _shown(value: object) -> str:
    return "-" if value in (None, "") else str(value)
