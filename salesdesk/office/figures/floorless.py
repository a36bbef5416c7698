"""Units on sale without a floor price (底价): nothing there asks for the general manager's signature."""

from collections.abc import Iterator

from sqlalchemy import func, select

from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.figures.need_rules import NeedKind, NeedLine
from salesdesk.office.inventory.price_tables import FloorPrice
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.tables import Building, ReleaseLine, Unit
from salesdesk.store.work import Reading


def floorless(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    """Give the buildings of *project* with units on sale that have no floor price: how many, their sum (fen)."""
    known = select(FloorPrice.id).where(FloorPrice.unit_id == Unit.id)
    rows = reading.session.execute(
        select(Building.name, func.count(), func.sum(Unit.total_fen))
        .join(Unit, Unit.building_id == Building.id)
        .join(ReleaseLine, (ReleaseLine.unit_id == Unit.id) & ReleaseLine.ended_at.is_(None))
        .where(Unit.project_id == project, present(), ~known.exists())
        .group_by(Building.id, Building.name, Building.position)
        .order_by(Building.position, Building.id)
    )
    for name, count, total in rows:
        yield NeedLine(
            kind=NeedKind.NO_FLOOR,
            topic=Topic.PROJECT,
            key=project,
            subject=name,
            amount_fen=None if total is None else int(total),
            count=count,
        )
