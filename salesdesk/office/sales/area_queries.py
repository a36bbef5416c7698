"""Which deals' homes were measured, what is settled and what is not."""

from salesdesk.office.inventory.rules import SOLD
from salesdesk.office.sales.area_sheets import AreaLine
from salesdesk.office.sales.queries import deals_at
from salesdesk.store.work import Reading


def area_settlements(
    reading: Reading, project: int | None = None, *, unsettled: bool = False
) -> tuple[AreaLine, ...]:
    """List the signed deals whose homes were measured, the unsettled first; only those with *unsettled*."""
    lines = [
        AreaLine(
            deal=card.id,
            unit_id=card.unit_id,
            unit=card.unit,
            customer=card.customer,
            state=card.state,
            area=card.area,
        )
        for stage in sorted(SOLD)
        for card in deals_at(reading, stage, project)
        if card.area is not None and not (unsettled and card.area.settled)
    ]
    return tuple(sorted(lines, key=lambda line: (bool(line.area.settled), line.unit)))
