"""The scheme behind a list of prices: base, floor steps and number offsets, recovered.

Real lists are made so (domain 5.4), then rounded twice. Within each building and core a floor has
one worth and a room number another; what most units agree on decides, so that single exceptions
(a top floor 200 yuan less) do not bend the rest, and are named as what they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.pricing import Mask, Prices, UnitColumns, exact, prices
from salesdesk.office.inventory.pricing_rules import (
    POINTS_PER_YUAN,
    Difference,
    DifferenceKind,
    PriceRounding,
    PriceScheme,
)

_POINTS_PER_FEN = 100
_ALIKE = 2 * _POINTS_PER_FEN
"""A published price is a rounded total over a rounded area: two of one worth differ by 2 fen at most."""
_ROUNDS = 6
TOLERANCE_FEN = 2
"""A rebuilt price per m² fits within 0.02 yuan."""
TOTAL_TOLERANCE_FEN = 100
"""A rebuilt total fits within one yuan."""

_Place = tuple[int, str]
"""Floor and room number within one building and core."""


@dataclass(frozen=True)
class Fit:
    """What was recovered: ``plain`` of steps and offsets alone, ``scheme`` with the exceptions.

    ``fits`` and ``plain_fits``: which units each rebuilds, price per m² and total.
    """

    scheme: PriceScheme
    plain: PriceScheme
    exceptions: tuple[Difference, ...]
    fits: Mask
    plain_fits: Mask


def fit(units: UnitColumns, rounding: PriceRounding | None = None) -> Fit:
    """Give the scheme behind the units' present prices; those without a price are left aside."""
    known = units.only(units.unit_prices > 0)
    rule = PriceRounding() if rounding is None else rounding
    groups: dict[tuple[str, str], dict[_Place, int]] = defaultdict(dict)
    for building, core, floor, number, price in zip(
        known.buildings, known.cores, known.floors.tolist(), known.numbers,
        known.unit_prices.tolist(), strict=True,
    ):  # fmt: skip
        groups[building, core][floor, number] = price * _POINTS_PER_FEN
    base, lines = 0, list[Difference]()
    for home, there in groups.items():
        floors, numbers = _steps(there)
        start = floors[min(floors)]
        base = base or start
        if start != base:
            lines.append(_line(DifferenceKind.BUILDING, start - base, home))
        lines += [
            _line(DifferenceKind.FLOOR, worth - start, home, floor=at)
            for at, worth in sorted(floors.items())
            if worth != start
        ]
        lines += [
            _line(DifferenceKind.NUMBER, worth, home, numbers=(number,))
            for number, worth in sorted(numbers.items(), key=lambda item: natural(item[0]))
            if worth
        ]
    plain = PriceScheme(
        base=Decimal(base) / POINTS_PER_YUAN, differences=tuple(lines), rounding=rule
    )
    plain_fits = fits(known, prices(known, plain))
    exceptions = _exceptions(known, plain, plain_fits)
    scheme = replace(plain, differences=(*plain.differences, *exceptions))
    return Fit(scheme, plain, exceptions, fits(known, prices(known, scheme)), plain_fits)


def fits(units: UnitColumns, found: Prices) -> Mask:
    """Give which units *found* gives back: price per m² within 2 fen, total within a yuan."""
    each: Mask = np.abs(found.unit_prices - units.unit_prices) <= TOLERANCE_FEN
    total: Mask = np.abs(found.totals - units.totals) <= TOTAL_TOLERANCE_FEN
    return np.logical_and(each, np.logical_or(units.totals <= 0, total))


def _line(
    kind: DifferenceKind, points: int, home: tuple[str, str], *,
    floor: int | None = None, numbers: tuple[str, ...] = (),
) -> Difference:  # fmt: skip
    building, core = home
    return Difference(
        kind=kind,
        amount=Decimal(points) / POINTS_PER_YUAN,
        buildings=(building,),
        cores=(core,),
        first_floor=floor,
        last_floor=floor,
        numbers=numbers,
    )


def _steps(there: Mapping[_Place, int]) -> tuple[dict[int, int], dict[str, int]]:
    """Give each floor's worth (points, with the first number's) and each number's offset from it."""
    by_number: dict[str, dict[int, int]] = defaultdict(dict)
    by_floor: dict[int, dict[str, int]] = defaultdict(dict)
    for (floor, number), price in there.items():
        by_number[number][floor] = price
        by_floor[floor][number] = price
    first = max(by_number, key=lambda number: (len(by_number[number]), number))
    floors, numbers = dict(by_number[first]), {first: 0}
    waiting = set(by_number) - {first}
    while waiting:
        number = max(waiting, key=lambda n: (len(by_number[n].keys() & floors.keys()), n))
        waiting.discard(number)
        mine = by_number[number]
        shared = [price - floors[at] for at, price in mine.items() if at in floors]
        numbers[number] = _agreed(shared) if shared else 0
        for at, price in mine.items():
            floors.setdefault(at, price - numbers[number])
    for _round in range(_ROUNDS):
        floors = {
            at: _agreed([price - numbers[n] for n, price in row.items()])
            for at, row in by_floor.items()
        }
        numbers = {
            n: _agreed([price - floors[at] for at, price in col.items()])
            for n, col in by_number.items()
        }
    start = numbers[min(numbers, key=natural)]
    return (
        {at: worth + start for at, worth in floors.items()},
        {n: worth - start for n, worth in numbers.items()},
    )


def _agreed(values: Iterable[int]) -> int:
    """Give the middle of the largest set of values that are alike; of several the highest."""
    ordered = sorted(values)
    best: Sequence[int] = ordered[:1]
    start = 0
    for end in range(len(ordered)):
        while ordered[end] - ordered[start] > _ALIKE:
            start += 1
        if end + 1 - start >= len(best):
            best = ordered[start : end + 1]
    return (best[0] + best[-1]) // 2


def _exceptions(
    units: UnitColumns, plain: PriceScheme, fitting: Mask
) -> tuple[Difference, ...]:  # fmt: skip
    """Give what the units that do not fit get besides, those of one amount together."""
    off = units.unit_prices * _POINTS_PER_FEN - exact(units, plain)
    found: list[list[int]] = []
    for at in sorted(np.flatnonzero(~fitting).tolist(), key=lambda n: int(off[n])):
        if found and int(off[at]) - int(off[found[-1][0]]) <= _ALIKE:
            found[-1].append(at)
        else:
            found.append([at])
    return tuple(
        Difference(
            kind=DifferenceKind.OTHER,
            amount=Decimal((int(off[some[0]]) + int(off[some[-1]])) // 2) / POINTS_PER_YUAN,
            codes=tuple(units.codes[at] for at in some),
        )
        for some in found
    )
