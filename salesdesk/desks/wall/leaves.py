"""The pages of the wall in order: those of homes and shops, then those of lots, each with its cells' size."""

from dataclasses import dataclass

from PySide6.QtCore import QSizeF

from salesdesk.desks.wall.pages import Placed, Plan, Room, plan
from salesdesk.desks.wall.picture import room_for
from salesdesk.office.inventory.lot_rules import KINDS, LOTS, UnitKind
from salesdesk.office.inventory.sheets import PublicBoard, PublicUnit


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, and what the legend above it counts."""

    placed: tuple[Placed, ...]
    plan: Plan
    room: Room
    units: tuple[PublicUnit, ...]
    """All of the project that are of the page's sort, on whatever page."""
    kinds: tuple[UnitKind, ...]
    """What they are, where the project has homes and lots; lots are never counted among homes."""
    lots: bool


def leaves(board: PublicBoard, size: QSizeF, scale: float) -> tuple[Leaf, ...]:
    """Lay *board* out on pages of *size*; one without units has one empty page."""
    lots = tuple(unit for unit in board.units if unit.kind in LOTS)
    homes = tuple(unit for unit in board.units if unit.kind not in LOTS)
    found: list[Leaf] = []
    for units in (homes, lots) if homes and lots else (board.units,):
        room = room_for(units, size, scale, prices=board.prices)
        laid = plan(units, room)
        there = {unit.kind for unit in units}
        kinds = tuple(kind for kind in KINDS if kind in there) if lots else ()
        found += [Leaf(page, laid, room, units, kinds, bool(there & LOTS)) for page in laid.pages]
    return tuple(found)
