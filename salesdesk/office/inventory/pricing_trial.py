"""A trial calculation and a reverse one over a project's units: pure functions, nothing is drafted."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from salesdesk.office.inventory.price_law import codes_of
from salesdesk.office.inventory.price_loading import PriceTable
from salesdesk.office.inventory.pricing import prices
from salesdesk.office.inventory.pricing_compare import By, ComparisonLine, compare
from salesdesk.office.inventory.pricing_reverse import (
    Reversed,
    Solve,
    place,
    reverse,
    target_of_average,
)
from salesdesk.office.inventory.pricing_rules import Placement, PriceScheme


@dataclass(frozen=True)
class Trial:
    """What a scheme would make of the units now: sums in fen, averages in fen per m².

    ``lines`` by what was asked for; ``whole`` is the one line of all. Frozen units count at the
    price they keep. ``unpriced`` and ``above_filed``: codes.
    """

    whole: ComparisonLine
    lines: tuple[ComparisonLine, ...]
    frozen: int
    unpriced: tuple[str, ...]
    above_filed: tuple[str, ...]


@dataclass(frozen=True)
class Solved:
    """A reverse calculation: the scheme, totals set apart from it (unit id -> fen), what is left."""

    scheme: PriceScheme
    apart: Mapping[int, int]
    target_fen: int
    residual_fen: int
    left_fen: int


def tried(
    table: PriceTable, scheme: PriceScheme, apart: Mapping[int, int], by: By
) -> Trial | None:  # fmt: skip
    """Work the scheme out over all units; None where there is none. Raises what a scheme may."""
    units = table.units
    if not len(units):
        return None
    totals = prices(units, scheme).totals.copy()
    for key, total in apart.items():
        totals[np.searchsorted(units.ids, key)] = total
    bare = (totals <= 0) & ~units.frozen
    over = (table.filed > 0) & (totals > table.filed) & ~units.frozen
    kept = units.frozen & (units.totals > 0)
    totals[kept] = units.totals[kept]
    (whole,) = compare(units, units.totals, totals)
    return Trial(
        whole=whole,
        lines=compare(units, units.totals, totals, by),
        frozen=int(kept.sum()),
        unpriced=codes_of(units.codes, bare),
        above_filed=codes_of(units.codes, over),
    )


def solved(
    table: PriceTable, scheme: PriceScheme, amount_fen: int, average: bool, solve: Solve,
    where: Placement,
) -> Solved:  # fmt: skip
    """Find the scheme for a total (fen), or for an average (fen per m²) over all units.

    What is frozen keeps its price and counts towards the target. Raises `TargetOutOfReach`.
    """
    units = table.units
    kept = units.frozen & (units.totals > 0)
    target = (
        target_of_average(amount_fen, int(units.areas.sum())) if average else amount_fen
    )  # fmt: skip
    free = units.only(~kept)
    found: Reversed = reverse(free, scheme, target, solve, int(units.totals[kept].sum()))
    rule = scheme.rounding
    placed, left = place(
        found.prices, free.areas, found.residual_fen, rule.total_step_fen, where
    )  # fmt: skip
    moved = np.flatnonzero(placed.totals != found.prices.totals).tolist()
    apart = {int(free.ids[n]): int(placed.totals[n]) for n in moved}
    return Solved(found.scheme, apart, target, found.residual_fen, left)
