"""The board's whole load: a few long texts from the database, taken apart by numpy.

Handing out a row at a time costs five times what the database itself needs to read it. So numbers
come as one text of digits and texts as one text a column. Both read the table in the order of its
key, without a sort, even where an index on the project looks inviting (``+project_id``): a project
is most of an office's units.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BigInteger, Connection, bindparam, case, cast, func, or_, select, text

from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.tables import Claim, ImportFile
from salesdesk.store.columns import to_microseconds

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
    " string_agg(u.code, :break), string_agg(u.use, :break)"
    " FROM (SELECT core, layout, orientation, number, code, use FROM unit"
    " WHERE +project_id = :project ORDER BY id) u"
)
_RELEASED = text(
    "SELECT string_agg(cast(unit_id AS text), ' ') FROM release_line WHERE ended_at IS NULL"
)
_UNTIL = cast(Claim.until, BigInteger)
_STATE_INDEX = {state.value: index for index, state in reversed(tuple(enumerate(STATES)))}
"""Sold stages first: most claims of a running office are theirs, and CASE looks from the top."""
_CLAIMS = select(
    func.string_agg(
        func.concat_ws(
            " ", Claim.unit_id, case(_STATE_INDEX, value=Claim.stage), func.coalesce(_UNTIL, 0)
        ),
        " ",
    )
)
_CLAIMED = _CLAIMS.where(Claim.ended_at.is_(None))
_CLAIMED_THEN = _CLAIMS.where(
    Claim.opened_at <= bindparam("moment"),
    or_(Claim.ended_at.is_(None), Claim.ended_at > bindparam("moment")),
)
_RELEASED_THEN = text(
    "SELECT string_agg(cast(l.unit_id AS text), ' ') FROM release_line l"
    " JOIN release_batch b ON b.id = l.batch_id"
    " WHERE b.at <= :moment AND (l.ended_at IS NULL OR l.ended_at > :moment)"
)
_PRICED = text(
    "SELECT string_agg(concat_ws(' ', p.unit_id, p.late, p.unit_price_fen, p.total_fen), ' ')"
    " FROM (SELECT unit_id, unit_price_fen, total_fen, CASE WHEN at > :moment THEN 1 ELSE 0 END"
    " AS late FROM price_change ORDER BY id) p"
)
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
    uses: Sequence[str]


def load_columns(connection: Connection, project: int) -> LoadedColumns:
    """Read all units of *project*."""
    read = _numbers(connection, _NUMBERS, project=project).reshape(-1, 5).T
    spot, place = np.divmod(read[1], _PLACES)
    building, floor = np.divmod(spot, _FLOORS)
    numbers = np.stack((read[0], building, floor - _BASEMENTS, place, *read[2:]))
    if not numbers.shape[1]:
        return LoadedColumns(numbers, (), (), (), (), (), ())
    row = connection.execute(_TEXTS, {"project": project, "break": _BREAK}).one()
    return LoadedColumns(numbers, *(str(joined).split(_BREAK) for joined in row))


def load_states(
    connection: Connection, keys: NDArray[np.int64], now: datetime
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Give state indexes and untils (epoch s) of the ascending unit ids *keys*, which is *now*."""
    released = _numbers(connection, _RELEASED)
    return _states(keys, released, _numbers(connection, _CLAIMED), now)


def load_past_states(
    connection: Connection, keys: NDArray[np.int64], moment: datetime
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Give the same as it was at a past *moment*, a hold that had run out by then being none."""
    released = _numbers(connection, _RELEASED_THEN, moment=to_microseconds(moment))
    return _states(keys, released, _numbers(connection, _CLAIMED_THEN, moment=moment), moment)


def _states(
    keys: NDArray[np.int64],
    released: NDArray[np.int64],
    claims: NDArray[np.int64],
    moment: datetime,
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    states = np.full(len(keys), _STATE_INDEX[UnitState.DRAFT.value], dtype=np.uint8)
    untils = np.zeros(len(keys), dtype=np.float64)
    if not len(keys):
        return states, untils
    states[_places(keys, released)[0]] = _STATE_INDEX[UnitState.AVAILABLE.value]
    units, stage, until = np.ascontiguousarray(claims.reshape(-1, 3).T)
    now = to_microseconds(moment)
    reserved = stage == _STATE_INDEX[UnitState.RESERVED.value]
    over = reserved & (until != 0) & (until <= now)
    stage = np.where(over, _STATE_INDEX[UnitState.HELD_BACK.value], stage)
    until = np.where(over, 0, until)
    live = (stage != _STATE_INDEX[UnitState.ON_HOLD.value]) | (until == 0) | (until > now)
    at, known = _places(keys, units[live])
    states[at] = stage[live][known]
    untils[at] = until[live][known] / _SECOND
    return states, untils


def load_past_columns(connection: Connection, project: int, moment: datetime) -> LoadedColumns:
    """Read the units that *project* had at *moment*, at the prices they had then.

    Price changes and imports are dated; places, areas, layouts and names are not: they are those
    of today. A unit whose prices no row dates keeps the one it has.
    """
    loaded = load_columns(connection, project)
    numbers = loaded.numbers
    keys = numbers[0]
    if not len(keys):
        return loaded
    changes = _numbers(connection, _PRICED, moment=to_microseconds(moment)).reshape(-1, 4).T
    at, known = _places(keys, changes[0])
    late, unit_prices, totals = changes[1:, known]
    then = late == 0
    numbers[4:6, at[late == 1]] = -1
    numbers[4, at[then]] = unit_prices[then]  # of several the last one stays: the newest
    numbers[5, at[then]] = totals[then]
    there = _there(connection, project, moment, at, then, len(keys))
    if there.all():
        return loaded
    texts = (
        loaded.cores, loaded.layouts, loaded.orientations, loaded.unit_numbers, loaded.codes,
        loaded.uses,
    )  # fmt: skip
    return LoadedColumns(numbers[:, there], *(tuple(compress(each, there)) for each in texts))


def _there(
    connection: Connection,
    project: int,
    moment: datetime,
    priced: NDArray[np.intp],
    then: NDArray[np.bool_],
    size: int,
) -> NDArray[np.bool_]:
    """Tell which of a project's units were there at *moment*: ids grow, imports are dated.

    Where imports do not account for every unit, the first price dates a unit and all before it.
    """
    files = connection.execute(
        select(ImportFile.at, ImportFile.report)
        .where(ImportFile.project_id == project)
        .order_by(ImportFile.id)
    ).all()
    added = [(row.at, int(json.loads(row.report)["added"])) for row in files]
    if sum(count for _at, count in added) == size:
        return np.arange(size) < sum(count for at, count in added if at <= moment)
    if not len(priced):
        return np.ones(size, np.bool_)
    first_unknown = int(priced.max()) + 1
    known = int(priced[then].max()) + 1 if then.any() else 0
    places = np.arange(size)
    return (places < known) | (places >= first_unknown)


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
