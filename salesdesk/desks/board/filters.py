"""Which units a filter leaves, and what they sum up to: masks and counts over the columns."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from salesdesk.desks.board.stock import Stock
from salesdesk.office.inventory.lot_rules import LOT_KINDS
from salesdesk.office.inventory.rules import STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What somebody looks for; an empty set or None leaves all.

    ``states``, ``kinds``, ``layouts`` and ``orientations`` are indexes as in `BoardColumns`; areas in m²,
    totals in fen, both ends included; ``text`` is a part of a number or code.
    """

    states: frozenset[int] = field(default_factory=frozenset)
    kinds: frozenset[int] = field(default_factory=frozenset)
    layouts: frozenset[int] = field(default_factory=frozenset)
    orientations: frozenset[int] = field(default_factory=frozenset)
    area_from: float | None = None
    area_to: float | None = None
    total_from: int | None = None
    total_to: int | None = None
    text: str = ""

    def mask(self, stock: Stock) -> NDArray[np.bool_] | None:
        """Give which units are left, or None where nothing is asked for."""
        columns = stock.columns
        parts: list[NDArray[np.bool_]] = []
        for wanted, values in (
            (self.states, stock.states),
            (self.kinds, columns.kinds),
            (self.layouts, columns.layouts),
            (self.orientations, columns.orientations),
        ):
            if wanted:
                parts.append(np.isin(values, list(wanted)))
        if self.area_from is not None:
            parts.append(columns.areas >= self.area_from)
        if self.area_to is not None:
            parts.append(columns.areas <= self.area_to)
        if self.total_from is not None:
            parts.append(stock.totals >= self.total_from)
        if self.total_to is not None:
            parts.append((stock.totals >= 0) & (stock.totals <= self.total_to))
        part = self.text.strip().casefold()
        if part:
            found = [part in code.casefold() for code in columns.codes]
            parts.append(np.array(found, np.bool_))
        if not parts:
            return None
        mask: NDArray[np.bool_] = np.logical_and.reduce(parts)
        return mask


@dataclass(frozen=True, slots=True)
class Tally:
    """Units, m² and fen by state, in the order of `STATES`; units without a price add no money."""

    counts: NDArray[np.int64]
    areas: NDArray[np.float64]
    values: NDArray[np.float64]

    @property
    def units(self) -> int:
        """How many units there are."""
        return int(self.counts.sum())

    @property
    def area(self) -> float:
        """Their area in m²."""
        return float(self.areas.sum())

    @property
    def value_fen(self) -> int:
        """Their prices together, in fen."""
        return round(float(self.values.sum()))


def tally(stock: Stock, mask: NDArray[np.bool_] | None = None) -> Tally:
    """Sum up the units of *mask*, or all."""
    states, areas, totals = stock.states, stock.columns.areas, stock.totals
    if mask is not None:
        states, areas, totals = states[mask], areas[mask], totals[mask]
    size = len(STATES)
    return Tally(
        np.bincount(states, minlength=size),
        np.bincount(states, weights=areas, minlength=size).astype(np.float64),
        np.bincount(states, weights=np.maximum(totals, 0), minlength=size).astype(np.float64),
    )


def lots_mask(stock: Stock) -> NDArray[np.bool_]:
    """Give which units are lots (parking, storage): they are summed up apart from homes."""
    return np.isin(stock.columns.kinds, LOT_KINDS)


def both_tallies(stock: Stock, mask: NDArray[np.bool_] | None) -> tuple[Tally, Tally | None]:
    """Sum up the homes of *mask* (None: all) and, beside them, its lots; of lots alone only these."""
    lots = lots_mask(stock)
    shown = lots if mask is None else lots & mask
    if not shown.any():
        return tally(stock, mask), None
    homes = ~lots if mask is None else ~lots & mask
    if not homes.any():
        return tally(stock, shown), None
    return tally(stock, homes), tally(stock, shown)


def shown_mask(
    stock: Stock, matching: NDArray[np.bool_] | None, building: int | None
) -> NDArray[np.bool_] | None:
    """Give the units of one building that the filter leaves, or None for all."""
    if building is None:
        return matching
    here: NDArray[np.bool_] = stock.columns.buildings == building
    return here if matching is None else here & matching
