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
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BigInteger, Connection, bindparam, case, cast, func, or_, select, text

from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.remaking_rules import Side
from salesdesk.office.inventory.remaking_tables import UnitRemake, UnitRemakeLine
from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.tables import Claim, ImportFile
from salesdesk.store.columns import to_microseconds

_BREAK, _WITHIN = "\x1f", "\x1e"
"""Between two texts, and within one: `kernel.text.clean` lets no control character into a table."""
_THERE = (
    " AND id NOT IN (SELECT x.unit_id FROM unit_remake_line x WHERE x.side = 'from' AND NOT EXISTS"
    " (SELECT 1 FROM unit_remake_line y WHERE y.unit_id = x.unit_id AND y.remake_id > x.remake_id))"
)
"""Leaves out what was merged or split (`remaking_tables.present`)."""
_NUMBERS = (
    "SELECT string_agg(cast(u.id AS text), ' '), string_agg(cast(u.spot AS text), ' '),"
    " string_agg(cast(coalesce(u.unit_price_fen, -1) AS text), ' '),"
    " string_agg(cast(coalesce(u.total_fen, -1) AS text), ' '),"
    " string_agg(cast(u.gross_area AS text), ' ') FROM (SELECT id, unit_price_fen, total_fen,"
    " gross_area, (building_id * 4096 + floor + 1024) * 65536 + place AS spot FROM unit"
    " WHERE +project_id = :project{there} ORDER BY id) u"
)
_TEXTS = (
    "SELECT string_agg(concat_ws(:within, u.core, u.layout, u.orientation, u.use), :break),"
    " string_agg(u.number, :break), string_agg(u.code, :break)"
    " FROM (SELECT core, layout, orientation, number, code, use FROM unit"
    " WHERE +project_id = :project{there} ORDER BY id) u"
)
_PRESENT = tuple(text(asked.format(there=_THERE)) for asked in (_NUMBERS, _TEXTS))
_EVER = tuple(text(asked.format(there="")) for asked in (_NUMBERS, _TEXTS))
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
_BEFORE = text(
    "SELECT string_agg(cast(c.unit_id AS text), ' '), string_agg(cast(c.gross_area AS text), ' '),"
    " string_agg(concat_ws(:within, c.core, c.layout, c.orientation, c.use), :break) FROM"
    " (SELECT b.unit_id, b.gross_area, u.core, b.layout, b.orientation, b.use FROM unit_before b"
    " JOIN unit u ON u.id = b.unit_id WHERE u.project_id = :project AND b.at > :moment"
    " ORDER BY b.id DESC) c"
)
"""What units were until a change after the moment, of several the first one last."""
_SECOND = 1_000_000
_FLOORS, _BASEMENTS, _PLACES = 4096, 1024, 65536
"""How building, floor and place are packed into one number of `_NUMBERS`."""


class Manner(NamedTuple):
    """What many units have in common: thousands of them share a few dozen."""

    core: str
    layout: str
    orientation: str
    use: str


@dataclass(frozen=True, slots=True)
class LoadedColumns:
    """A project's units by id.

    ``numbers`` has a row each for id, building, floor, place, unit price and total (fen, -1:
    none) and area (cm²); ``manners`` are distinct, ``which`` gives each unit's.
    """

    numbers: NDArray[np.int64]
    manners: tuple[Manner, ...]
    which: NDArray[np.int32]
    unit_numbers: Sequence[str]
    codes: Sequence[str]

    def each(self, values: Sequence[str]) -> tuple[str, ...]:
        """Give for each unit what stands in *values*, one a manner, at its own."""
        return tuple(map(values.__getitem__, self.which.tolist()))

    def indexed(self, values: Sequence[str]) -> tuple[NDArray[np.int32], tuple[str, ...]]:
        """Give the same as an index into the distinct *values*, which stand in natural order."""
        names = tuple(sorted(set(values), key=natural))
        index = {name: i for i, name in enumerate(names)}
        return np.array([index[value] for value in values], np.int32)[self.which], names


def load_columns(connection: Connection, project: int, *, retired: bool = False) -> LoadedColumns:
    """Read all units of *project*; with *retired* also those that became others."""
    asked, texts = _EVER if retired else _PRESENT
    row = connection.execute(asked, {"project": project}).one()
    keys, spots, *rest = (_digits(joined) for joined in row)
    spot, place = np.divmod(spots, _PLACES)
    building, floor = np.divmod(spot, _FLOORS)
    numbers = np.stack((keys, building, floor - _BASEMENTS, place, *rest))
    if not len(keys):
        return LoadedColumns(numbers, (), np.zeros(0, np.int32), (), ())
    marks = {"project": project, "break": _BREAK, "within": _WITHIN}
    row = connection.execute(texts, marks).one()
    manners, unit_numbers, codes = (str(joined).split(_BREAK) for joined in row)
    at = {manner: place for place, manner in enumerate(dict.fromkeys(manners))}
    return LoadedColumns(
        numbers,
        tuple(Manner(*manner.split(_WITHIN)) for manner in at),
        np.fromiter(map(at.__getitem__, manners), np.int32, len(manners)),
        unit_numbers,
        codes,
    )


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
    """Read the units that *project* had at *moment*, as they were and at the prices they had then.

    Price changes, imports and what an import changed of a unit (area, layout, orientation, use) are
    dated; places and names are not: they are those of today. A unit whose prices no row dates keeps
    the one it has.
    """
    loaded = _before(connection, project, moment, load_columns(connection, project, retired=True))
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
    there = _standing(connection, project, moment, keys, at, then)
    if there.all():
        return loaded
    used, which = np.unique(loaded.which[there], return_inverse=True)
    return LoadedColumns(
        numbers[:, there],
        tuple(loaded.manners[manner] for manner in used.tolist()),
        which.astype(np.int32),
        tuple(compress(loaded.unit_numbers, there)),
        tuple(compress(loaded.codes, there)),
    )


def _before(
    connection: Connection, project: int, moment: datetime, loaded: LoadedColumns
) -> LoadedColumns:
    """Give *loaded* with the areas and manners that the units had at *moment*."""
    asked = {"project": project, "moment": to_microseconds(moment)}
    marks = {"break": _BREAK, "within": _WITHIN}
    units, areas, said = connection.execute(_BEFORE, asked | marks).one()
    if units is None:
        return loaded
    at, known = _places(loaded.numbers[0], _digits(units))
    loaded.numbers[6, at] = _digits(areas)[known]
    manners = {manner: place for place, manner in enumerate(loaded.manners)}
    then = [Manner(*each.split(_WITHIN)) for each in compress(str(said).split(_BREAK), known)]
    which = loaded.which.copy()
    which[at] = [manners.setdefault(manner, len(manners)) for manner in then]
    used, places = np.unique(which, return_inverse=True)
    every = tuple(manners)
    return LoadedColumns(
        loaded.numbers,
        tuple(every[place] for place in used.tolist()),
        places.astype(np.int32),
        loaded.unit_numbers,
        loaded.codes,
    )


def _standing(
    connection: Connection,
    project: int,
    moment: datetime,
    keys: NDArray[np.int64],
    priced: NDArray[np.intp],
    then: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Tell which of a project's units *keys* were there: come in, made, and not yet retired."""
    rows = connection.execute(
        select(UnitRemakeLine.unit_id, UnitRemakeLine.side, UnitRemakeLine.at)
        .join(UnitRemake, UnitRemake.id == UnitRemakeLine.remake_id)
        .where(UnitRemake.project_id == project)
        .order_by(UnitRemakeLine.remake_id)
    ).all()
    if not rows:
        return _there(connection, project, moment, priced, then, len(keys))
    first: dict[int, str] = {}
    last: dict[int, str] = {}
    for row in rows:
        first.setdefault(row.unit_id, row.side)
        if row.at <= moment:
            last[row.unit_id] = row.side
    made = np.isin(keys, [unit for unit, side in first.items() if side == Side.INTO])
    came = np.flatnonzero(~made)
    where = np.cumsum(~made) - 1
    known = ~made[priced]  # what a remake made is dated by it, not by imports and prices
    there = np.zeros(len(keys), np.bool_)
    there[came] = _there(connection, project, moment, where[priced[known]], then[known], len(came))
    for unit, side in last.items():
        there[np.searchsorted(keys, unit)] = side == Side.INTO
    return there


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


def _numbers(connection: Connection, query: Any, **values: object) -> NDArray[np.int64]:
    """Give the whole numbers of the one text that *query* answers with."""
    return _digits(connection.execute(query, values).scalar_one())


def _digits(joined: str | None) -> NDArray[np.int64]:
    return np.fromstring(joined or "", np.int64, sep=" ")


def _places(
    keys: NDArray[np.int64], units: NDArray[np.int64]
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Give the places among *keys* of those *units* that are there, and which of them are."""
    at = np.minimum(np.searchsorted(keys, units), len(keys) - 1)
    known: NDArray[np.bool_] = keys[at] == units
    return at[known], known
