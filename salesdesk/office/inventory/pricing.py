"""The price of every unit from a scheme, by column arrays; whole numbers throughout.

Prices per m² are points (hundredths of a fen) until they are rounded; areas cm²; money fen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.office.inventory.pricing_rules import (
    LARGEST_FACTOR,
    LARGEST_PRICE,
    POINTS_PER_YUAN,
    PPM,
    STEPS_FEN,
    Difference,
    Lead,
    Method,
    PriceRounding,
    PriceScheme,
    PriceStep,
)
from salesdesk.store.columns import CM2_PER_M2

Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]
_POINTS_PER_FEN = 100
_LARGEST = 2**62
NONE = -1
"""Stands in a column of money where there is none."""


class UnitsUnpriced(UserError):
    """A scheme must give every unit a price above nought."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{count} units would get no price above zero, first {unit}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Raise the base price, or mend the differences.")


@dataclass(frozen=True)
class UnitColumns:
    """Units to be priced, as columns of equal length: areas cm², present prices fen (-1: none)."""

    ids: Whole
    codes: tuple[str, ...]
    buildings: tuple[str, ...]
    cores: tuple[str, ...]
    floors: Whole
    numbers: tuple[str, ...]
    layouts: tuple[str, ...]
    orientations: tuple[str, ...]
    areas: Whole
    unit_prices: Whole
    totals: Whole
    frozen: Mask

    def __len__(self) -> int:
        """Give how many units there are."""
        return len(self.codes)

    @cached_property
    def texts(self) -> dict[str, tuple[dict[str, int], NDArray[np.int32]]]:
        """Each column of names as an index into its distinct names."""
        return {
            name: _indexed(getattr(self, name))
            for name in ("buildings", "cores", "numbers", "layouts", "orientations", "codes")
        }

    def only(self, mask: Mask) -> "UnitColumns":
        """Give those units of *mask*."""
        at = np.flatnonzero(mask)

        def taken(names: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(names[n] for n in at)

        return UnitColumns(
            ids=self.ids[at],
            codes=taken(self.codes),
            buildings=taken(self.buildings),
            cores=taken(self.cores),
            floors=self.floors[at],
            numbers=taken(self.numbers),
            layouts=taken(self.layouts),
            orientations=taken(self.orientations),
            areas=self.areas[at],
            unit_prices=self.unit_prices[at],
            totals=self.totals[at],
            frozen=self.frozen[at],
        )


def _indexed(names: Sequence[str]) -> tuple[dict[str, int], NDArray[np.int32]]:
    known: dict[str, int] = {}
    index = np.fromiter(
        (known.setdefault(name, len(known)) for name in names), np.int32, len(names)
    )
    return known, index


@dataclass(frozen=True)
class Prices:
    """What units cost: exact prices (points per m²), rounded prices (fen per m²) and totals (fen)."""

    points: Whole
    unit_prices: Whole
    totals: Whole

    def total(self) -> int:
        """Give the sum of the totals (fen)."""
        return int(self.totals.sum())


def half_up(numerator: Whole, divisor: Whole | int, *, down: bool = False) -> Whole:
    """Give *numerator* / *divisor* as whole numbers: half-up, or down."""
    return numerator // divisor if down else (2 * numerator + divisor) // (2 * divisor)


def points_of(yuan: Decimal, field: str = "base") -> int:
    """Give a price in yuan per m² as points; `BadEntry` where it has more than four decimals."""
    points = yuan * POINTS_PER_YUAN if yuan.is_finite() else yuan
    if not points.is_finite() or points != points.to_integral_value() or abs(yuan) > LARGEST_PRICE:
        raise BadEntry(field=field, value=yuan, expected="yuan per m² with at most four decimals")
    return int(points)


def ppm_of(factor: Decimal) -> int:
    """Give a factor as millionths; `BadEntry` where it is not between 0 and 10, six decimals."""
    ppm = factor * PPM if factor.is_finite() else factor
    if not ppm.is_finite() or ppm != ppm.to_integral_value() or not 0 < factor <= LARGEST_FACTOR:
        raise BadEntry(
            field="factor", value=factor, expected="a factor between 0 and 10, six decimals"
        )
    return int(ppm)


def chosen(units: UnitColumns, difference: Difference) -> Mask:
    """Give which units a difference is for."""
    mask = np.ones(len(units), dtype=np.bool_)
    if difference.first_floor is not None:
        mask &= units.floors >= difference.first_floor
    if difference.last_floor is not None:
        mask &= units.floors <= difference.last_floor
    for name, (known, index) in units.texts.items():
        wanted = getattr(difference, name)
        if wanted:
            keys = [known[one] for one in wanted if one in known]
            mask &= index == keys[0] if len(keys) == 1 else np.isin(index, keys)
    return mask


def exact(units: UnitColumns, scheme: PriceScheme) -> Whole:
    """Give the exact price of each unit in points per m², before any rounding to fen."""
    points = np.full(len(units), points_of(scheme.base), dtype=np.int64)
    for difference in scheme.differences:
        _apply(units, difference, points)
    return points


def _apply(units: UnitColumns, difference: Difference, points: Whole) -> tuple[Mask, Whole]:
    """Let *difference* work on *points*; give whom it concerned, and what it was worth to each."""
    mask = chosen(units, difference)
    if difference.method is Method.FACTOR:
        value = np.full(len(units), ppm_of(difference.amount), dtype=np.int64)
        points[mask] = half_up(points[mask] * value[mask], PPM)
        return mask, value
    value = np.full(len(units), points_of(difference.amount, "difference"), dtype=np.int64)
    if difference.per_floor:
        lowest = 1 if difference.first_floor is None else difference.first_floor
        value *= units.floors - lowest
    points[mask] += value[mask]
    return mask, value


def prices(units: UnitColumns, scheme: PriceScheme) -> Prices:
    """Give each unit's prices under *scheme*; a unit without a price above nought has 0 there."""
    return rounded(exact(units, scheme), units.areas, scheme.rounding)


def rounded(points: Whole, areas: Whole, rule: PriceRounding) -> Prices:
    """Give prices per m² (fen) and totals (fen) of exact *points* over *areas* (cm²)."""
    check_rounding(rule)
    if not len(points):
        return Prices(points, points.copy(), points.copy())
    if 4 * int(np.abs(points).max()) * int(areas.max()) > _LARGEST:
        raise BadEntry(field="price", value="", expected="a price that a home may have")
    kept = np.maximum(points, 0)
    if rule.lead is Lead.UNIT_PRICE:
        each = half_up(kept, _POINTS_PER_FEN * rule.unit_step_fen, down=rule.down)
        each *= rule.unit_step_fen
        step = rule.total_step_fen
        totals = half_up(each * areas, CM2_PER_M2 * step, down=rule.down) * step
    else:
        step = rule.total_step_fen
        whole = CM2_PER_M2 * _POINTS_PER_FEN * step
        totals = half_up(kept * areas, whole, down=rule.down) * step
        each = each_of(totals, areas)
    none = (each <= 0) | (totals <= 0)
    each[none], totals[none] = 0, 0
    return Prices(points, each, totals)


def each_of(totals: Whole, areas: Whole) -> Whole:
    """Give the price per m² (fen, half-up) of *totals* (fen) over *areas* (cm²)."""
    return half_up(totals * CM2_PER_M2, areas)


def check_rounding(rule: PriceRounding) -> None:
    """Refuse steps that nobody offers."""
    for name, step in (("total", rule.total_step_fen), ("unit price", rule.unit_step_fen)):
        if step not in STEPS_FEN:
            raise BadEntry(field=name, value=step, expected="a step of the list")


def check_priced(units: UnitColumns, found: Prices) -> None:
    """Refuse where a unit would have no price (`UnitsUnpriced`)."""
    bare = np.flatnonzero(found.totals <= 0)
    if len(bare):
        raise UnitsUnpriced(count=len(bare), unit=units.codes[int(bare[0])])


def explain(units: UnitColumns, scheme: PriceScheme, at: int) -> tuple[PriceStep, ...]:
    """Give why the unit at place *at* has its exact price: the base, then each difference it gets."""
    one = units.only(np.arange(len(units)) == at)
    points = np.full(1, points_of(scheme.base), dtype=np.int64)
    first = int(points[0])
    steps = [PriceStep(kind="base", title="", method=Method.AMOUNT, value=first, after=first)]
    for difference in scheme.differences:
        mask, value = _apply(one, difference, points)
        if mask[0]:
            steps.append(
                PriceStep(
                    kind=difference.kind.value,
                    title=difference.title,
                    method=difference.method,
                    value=int(value[0]),
                    after=int(points[0]),
                )
            )
    return tuple(steps)
