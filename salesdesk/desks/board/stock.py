"""The units of an open board: the office's columns, and what patches changed since."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from salesdesk.office.inventory.codes import shown_number
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.sheets import BoardColumns, UnitPatch

ON_HOLD = STATES.index(UnitState.ON_HOLD)


class Stock:
    """All units of one project as arrays; the only part of a board that changes in place.

    What may change (states, prices in fen, hold ends in epoch seconds) is a copy; everything else
    is read from the office's answer.
    """

    def __init__(self, columns: BoardColumns) -> None:
        self.columns = columns
        self.size = len(columns.ids)
        self.states = columns.states.copy()
        self.unit_prices = columns.unit_prices.copy()
        self.totals = columns.totals.copy()
        self.untils = columns.untils.copy()
        self.dues = np.zeros(self.size, np.uint8)
        """What money each unit owes, as `badges` has it; 0 for most."""
        self.owing = False
        self.holds = int(np.count_nonzero(self.states == ON_HOLD))
        ids = columns.ids
        if self.size > 1 and not bool(np.all(ids[1:] > ids[:-1])):
            self._order = np.argsort(ids, kind="stable")
            self._sorted = ids[self._order]
        else:
            self._order = np.arange(self.size)
            self._sorted = ids

    def index_of(self, unit: int) -> int:
        """Give the place of the unit with this id, or -1."""
        at = int(np.searchsorted(self._sorted, unit))
        if at < self.size and int(self._sorted[at]) == unit:
            return int(self._order[at])
        return -1

    def indexes_of(self, units: Iterable[int]) -> NDArray[np.int64]:
        """Give the places of those units that are on this board."""
        wanted = np.fromiter(units, np.int64)
        if not self.size or not wanted.size:
            return np.empty(0, np.int64)
        at = np.minimum(np.searchsorted(self._sorted, wanted), self.size - 1)
        found: NDArray[np.int64] = self._order[at[self._sorted[at] == wanted]]
        return found

    def ids_at(self, indexes: NDArray[np.int64]) -> tuple[int, ...]:
        """Give the ids of the units at these places."""
        return tuple(self.columns.ids[indexes].tolist())

    def label(self, index: int) -> str:
        """Give what a cell is headed with: the number, or floor and room where it is only a room."""
        return shown_number(int(self.columns.floors[index]), self.columns.numbers[index])

    def state(self, index: int) -> UnitState:
        """Give the state of the unit at *index*."""
        return STATES[int(self.states[index])]

    def would_change(self, patch: UnitPatch) -> bool:
        """Tell whether *patch* says anything that the board does not show already."""
        at = self.index_of(patch.id)
        return at >= 0 and (
            int(self.states[at]) != patch.state
            or int(self.unit_prices[at]) != patch.unit_price_fen
            or int(self.totals[at]) != patch.total_fen
            or float(self.untils[at]) != patch.until
        )

    def apply(self, patch: UnitPatch) -> int:
        """Take over what changed of one unit; give its place, or -1 where it is not on this board."""
        index = self.index_of(patch.id)
        if index < 0:
            return -1
        self.holds += (patch.state == ON_HOLD) - (int(self.states[index]) == ON_HOLD)
        self.states[index] = patch.state
        self.unit_prices[index] = patch.unit_price_fen
        self.totals[index] = patch.total_fen
        self.untils[index] = patch.until
        return index

    def mark(self, dues: Mapping[int, int]) -> bool:
        """Give each unit of *dues* (by id) its badge, all others none; tell whether any changed."""
        before, self.dues = self.dues, np.zeros(self.size, np.uint8)
        for unit, kind in dues.items():
            at = self.index_of(unit)
            if at >= 0:
                self.dues[at] = kind
        self.owing = bool(self.dues.any())
        return not np.array_equal(before, self.dues)

    def matching_number(self, start: str, after: int) -> int:
        """Give the next unit after place *after* whose number or code begins so, or -1."""
        wanted = start.casefold()
        for step in range(1, self.size + 1):
            index = (after + step) % self.size
            texts = self.columns.numbers[index], self.label(index), self.columns.codes[index]
            if any(text.casefold().startswith(wanted) for text in texts):
                return index
        return -1
