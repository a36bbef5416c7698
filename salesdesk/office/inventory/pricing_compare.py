"""Two prices of the same units held against each other: by unit, layout, floor or building."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.pricing import UnitColumns, Whole
from salesdesk.store.columns import CM2_PER_M2


class By(StrEnum):
    """What a comparison's lines are."""

    ALL = "all"
    BUILDING = "building"
    LAYOUT = "layout"
    FLOOR = "floor"
    UNIT = "unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """One group: units, area (cm²), sums before and after (fen), averages (fen per m²).

    Averages are weighted by area. ``unpriced``: units that had no price before; they are neither in
    ``before_fen`` nor in its average. An average of no units is 0.
    """

    key: str
    units: int
    area_cm2: int
    unpriced: int
    before_fen: int
    after_fen: int
    before_average_fen: int
    after_average_fen: int

    @property
    def difference_fen(self) -> int:
        """What the group costs more (fen)."""
        return self.after_fen - self.before_fen


def compare(
    units: UnitColumns, before: Whole, after: Whole, by: By = By.ALL
) -> tuple[ComparisonLine, ...]:
    """Give the lines of *by*: buildings, layouts and units by name, floors from the top down.

    *before* and *after* are totals (fen); -1 or 0 where a unit has none.
    """
    keys = _keys(units, by)
    names: dict[str, int] = {}
    index = np.fromiter((names.setdefault(key, len(names)) for key in keys), np.int64, len(units))
    had, has = before > 0, after > 0
    count = len(names)

    def summed(values: Whole) -> list[int]:
        made = np.zeros(count, dtype=np.int64)
        np.add.at(made, index, values)
        return [int(value) for value in made]

    rows = zip(
        names, summed(np.ones(len(units), dtype=np.int64)), summed(units.areas),
        summed((~had).astype(np.int64)), summed(np.where(had, before, 0)),
        summed(np.where(has, after, 0)), summed(np.where(had, units.areas, 0)),
        summed(np.where(has, units.areas, 0)), strict=True,
    )  # fmt: skip
    lines = [
        ComparisonLine(
            key=key, units=number, area_cm2=area, unpriced=bare, before_fen=old, after_fen=new,
            before_average_fen=average(old, old_area), after_average_fen=average(new, new_area),
        )
        for key, number, area, bare, old, new, old_area, new_area in rows
    ]  # fmt: skip
    if by is By.FLOOR:
        return tuple(sorted(lines, key=lambda line: -int(line.key)))
    return tuple(sorted(lines, key=lambda line: natural(line.key)))


def average(total_fen: int, area_cm2: int) -> int:
    """Give the price per m² (fen, half-up) of a sum over an area; 0 of no area."""
    return (2 * total_fen * CM2_PER_M2 + area_cm2) // (2 * area_cm2) if area_cm2 else 0


def _keys(units: UnitColumns, by: By) -> Sequence[str]:
    match by:
        case By.ALL:
            return [""] * len(units)
        case By.BUILDING:
            return units.buildings
        case By.LAYOUT:
            return units.layouts
        case By.FLOOR:
            return [str(floor) for floor in units.floors.tolist()]
        case By.UNIT:
            return units.codes
