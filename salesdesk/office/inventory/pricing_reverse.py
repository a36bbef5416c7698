"""Reverse pricing: the base, or a last factor, with which the units come to a target.

Every step of a scheme rises with the base and every rounding keeps order, so that the sum rises
with it too, and halving finds the value. What rounding leaves over is stated, and may be put on
units in whole rounding steps.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

import numpy as np

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.inventory.pricing import (
    Prices,
    UnitColumns,
    each_of,
    prices,
)
from salesdesk.office.inventory.pricing_rules import (
    LARGEST_FACTOR,
    LARGEST_PRICE,
    POINTS_PER_YUAN,
    PPM,
    Difference,
    DifferenceKind,
    Method,
    Placement,
    PriceScheme,
)
from salesdesk.store.columns import CM2_PER_M2

_FINEST = POINTS_PER_YUAN // 100
"""A base is solved to the fen per m² (points)."""


class Solve(StrEnum):
    """What a reverse calculation may change."""

    BASE = "base"
    FACTOR = "factor"


class TargetOutOfReach(UserError):
    """No base price gives this target and every unit a price."""

    problem = QT_TRANSLATE_NOOP("errors", "The target cannot be reached with these differences.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose a target nearer to the present sum, or mend the differences."
    )


@dataclass(frozen=True)
class Reversed:
    """The scheme that comes nearest to the target, its prices, and what is left over.

    ``residual_fen``: the target less the sum of all totals, fixed ones included (fen).
    """

    scheme: PriceScheme
    prices: Prices
    target_fen: int
    residual_fen: int


def target_of_average(average_fen: int, area_cm2: int) -> int:
    """Give the total (fen, half-up) of an area-weighted average (fen per m²) over *area_cm2*."""
    return (2 * average_fen * area_cm2 + CM2_PER_M2) // (2 * CM2_PER_M2)


def reverse(
    units: UnitColumns,
    scheme: PriceScheme,
    target_fen: int,
    solve: Solve = Solve.BASE,
    fixed_fen: int = 0,
) -> Reversed:
    """Give *scheme* with the base (to the fen), or a last factor (to a millionth), for the target.

    *fixed_fen*: what units that keep their price add to the sum. `TargetOutOfReach` where no value
    does it, or a unit would be left without a price.
    """
    made = _with_base(scheme) if solve is Solve.BASE else _with_factor(scheme)
    most = (
        int(LARGEST_PRICE) * POINTS_PER_YUAN // _FINEST
        if solve is Solve.BASE
        else int(LARGEST_FACTOR) * PPM
    )
    wanted = target_fen - fixed_fen
    if not len(units) or wanted <= 0:
        raise TargetOutOfReach
    most = min(most, _most(units, made, most))
    low, high = 1, most
    if prices(units, made(high)).total() < wanted:
        raise TargetOutOfReach
    while low < high:  # the smallest value that reaches the target
        middle = (low + high) // 2
        if prices(units, made(middle)).total() < wanted:
            low = middle + 1
        else:
            high = middle
    best = min((v for v in (low - 1, low) if v > 0), key=lambda v: _missed(units, made(v), wanted))
    found = made(best)
    priced = prices(units, found)
    if (priced.totals <= 0).any():
        raise TargetOutOfReach
    return Reversed(found, priced, target_fen, wanted - priced.total())


def _most(units: UnitColumns, made: Callable[[int], PriceScheme], most: int) -> int:
    """Give the largest value that can be worked out in 64 bits for these areas."""
    while most > 1:
        try:
            prices(units, made(most))
        except UserError:
            most //= 2
        else:
            break
    return most


def _missed(units: UnitColumns, scheme: PriceScheme, wanted: int) -> int:
    return abs(prices(units, scheme).total() - wanted)


def _with_base(scheme: PriceScheme) -> Callable[[int], PriceScheme]:
    return lambda fen: replace(scheme, base=Decimal(fen) / 100)


def _with_factor(scheme: PriceScheme) -> Callable[[int], PriceScheme]:
    def made(ppm: int) -> PriceScheme:
        last = Difference(
            kind=DifferenceKind.OTHER, method=Method.FACTOR, amount=Decimal(ppm) / PPM
        )
        return replace(scheme, differences=(*scheme.differences, last))

    return made


def place(
    found: Prices, areas: "np.typing.NDArray[np.int64]", residual_fen: int, step_fen: int,
    where: Placement,
) -> tuple[Prices, int]:  # fmt: skip
    """Put *residual_fen* on units in whole steps of *step_fen*; give the prices and what stays.

    `Placement.DEAREST`: all on the unit with the highest total; `Placement.SPREAD`: a step each,
    from the highest total down, again from the top where there are more steps than units. What is
    less than a step stays; so does what would leave a unit without a price.
    """
    steps = abs(residual_fen) // step_fen
    if where is Placement.LEAVE or not steps or not len(areas):
        return found, residual_fen
    sign = 1 if residual_fen > 0 else -1
    order = np.argsort(-found.totals, kind="stable")
    shares = np.zeros(len(areas), dtype=np.int64)
    if where is Placement.DEAREST:
        shares[order[0]] = steps
    else:
        shares[order] = steps // len(areas)
        shares[order[: steps % len(areas)]] += 1
    totals = found.totals + sign * shares * step_fen
    if (totals <= 0).any():
        return found, residual_fen
    left = residual_fen - sign * steps * step_fen
    return Prices(found.points, each_of(totals, areas), totals), left
