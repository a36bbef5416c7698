"""The board's whole load: a few long texts from the database, taken apart by numpy.

Handing out a row at a time costs five times what the database itself needs to read it. So numbers
come as one text of digits and texts as one text a column. Both read the table in the order of its
key, without a sort, even where an index on the project looks inviting (``+project_id``): a project
is most of an office's units.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BigInteger, Connection, case, cast, func, select, text

from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.tables import Claim

_BREAK = "\x1f"
"""Between two texts: `kernel.text.clean` lets no control character into a table."""
_NUMBERS = text(
    "SELECT string_agg(concat_ws(' ', u.id, u.spot, coalesce(u.unit_price_fen, -1),"
    " coalesce(u.total_fen, -1), u.gross_area), ' ') FROM (SELECT id, unit_price_fen, total_fen,"
    " gross_area, (building_id * 4096 + floor + 1024) * 65536 + place AS spot FROM unit"
    " WHERE +project_id = :project ORDER BY id) u"
)
_TEXTS = text(
    "SELECT string_agg(u.core, :break), string_agg(u.layout, :break),"
    " string_agg(u.orientation, :break), string_agg(u.number, :break),"
    " string_agg(u.code, :break) FROM (SELECT core, layout, orientation, number, code FROM unit"
    " WHERE +project_id = :project ORDER BY id) u"
)
_RELEASED = text(
    "SELECT string_agg(cast(unit_id AS text), ' ') FROM release_line WHERE ended_at IS NULL"
)
_UNTIL = cast(Claim.until, BigInteger)
_STATE_INDEX = {state.value: index for index, state in reversed(tuple(enumerate(STATES)))}
"""Sold stages first: most claims of a running office are theirs, and CASE looks from the top."""
_CLAIMED = select(
    func.string_agg(
        func.concat_ws(
            " ", Claim.unit_id, case(_STATE_INDEX, value=Claim.stage), func.coalesce(_UNTIL, 0)
        ),
        " ",
    )
).where(Claim.ended_at.is_(None))
_SECOND = 1_000_000
_FLOORS, _BASEMENTS, _PLACES = 4096, 1024, 65536
"""How building, floor and place are packed into one number of `_NUMBERS`."""


@dataclass(frozen=True, slots=True)
class LoadedColumns:
    """A project's units by id.

    ``numbers`` has a row each for id, building, floor, place, unit price and total (fen, -1:
    none) and area (cm²); the rest are texts.
    """

    numbers: NDArray[np.int64]
    cores: Sequence[str]
    layouts: Sequence[str]
    orientations: Sequence[str]
    unit_numbers: Sequence[str]
    codes: Sequence[str]


def load_columns(connection: Connection, project: int) -> LoadedColumns:
    """Read all units of *project*."""
    read = _numbers(connection, _NUMBERS, project=project).reshape(-1, 5).T
    spot, place = np.divmod(read[1], _PLACES)
    building, floor = np.divmod(spot, _FLOORS)
    numbers = np.stack((read[0], building, floor - _BASEMENTS, place, *read[2:]))
    if not numbers.shape[1]:
        return LoadedColumns(numbers, (), (), (), (), ())
    row = connection.execute(_TEXTS, {"project": project, "break": _BREAK}).one()
    return LoadedColumns(numbers, *(str(joined).split(_BREAK) for joined in row))


def load_states(
    connection: Connection, keys: NDArray[np.int64], now: int
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Give state indexes and untils (epoch s) of the ascending unit ids *keys* at *now* (µs)."""
    states = np.full(len(keys), _STATE_INDEX[UnitState.DRAFT.value], dtype=np.uint8)
    untils = np.zeros(len(keys), dtype=np.float64)
    if not len(keys):
        return states, untils
    released = _numbers(connection, _RELEASED)
    states[_places(keys, released)[0]] = _STATE_INDEX[UnitState.AVAILABLE.value]
    claims = _numbers(connection, _CLAIMED).reshape(-1, 3)
    units, stage, until = np.ascontiguousarray(claims.T)
    live = (stage != _STATE_INDEX[UnitState.ON_HOLD.value]) | (until == 0) | (until > now)
    at, known = _places(keys, units[live])
    states[at] = stage[live][known]
    untils[at] = until[live][known] / _SECOND
    return states, untils


def indexed(values: Sequence[str]) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """Give each value as an index into the distinct ones, which stand in natural order."""
    names = tuple(sorted(set(values), key=natural))
    index = {name: i for i, name in enumerate(names)}
    return np.fromiter(map(index.__getitem__, values), np.int32, len(values)), names


def _numbers(connection: Connection, query: Any, **values: object) -> NDArray[np.int64]:
    """Give the whole numbers of the one text that *query* answers with."""
    digits: str | None = connection.execute(query, values).scalar_one()
    return np.fromstring(digits or "", np.int64, sep=" ")


def _places(
    keys: NDArray[np.int64], units: NDArray[np.int64]
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Give the places among *keys* of those *units* that are there, and which of them are."""
    at = np.minimum(np.searchsorted(keys, units), len(keys) - 1)
    known: NDArray[np.bool_] = keys[at] == units
    return at[known], known
