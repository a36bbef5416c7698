"""A compared price list is written into the office: units, their places on the board, their prices.

Rows go to the driver by the thousand, past the ORM's bookkeeping of single objects.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.orm import Session

from salesdesk.office.inventory.before_tables import DATED, UnitBefore
from salesdesk.office.inventory.importing import PRICES, Comparison
from salesdesk.office.inventory.price_filed import check_list
from salesdesk.office.inventory.price_floors import check_listed
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.sheets import ImportReport, PriceRow
from salesdesk.office.inventory.tables import Building, ImportFile, PriceChange, Unit
from salesdesk.store.work import Work

_Group = tuple[int, str]
"""A building's id and a core's name: within it the places count from 0."""


def take_in(work: Work, project: int, comparison: Comparison, reason: str) -> list[int]:
    """Write a comparison into the office; give the ids of the units that it touched."""
    added = comparison.added
    buildings = _buildings(work.session, project, comparison)
    connection = work.session.connection()
    if added:
        groups = [(buildings[row.building], row.core) for _code, row in added]
        places = _placed(connection, project, [row for _code, row in added], groups)
        connection.execute(
            insert(Unit),
            [
                {
                    "project_id": project,
                    "building_id": group[0],
                    "code": code,
                    "core": row.core,
                    "floor": row.floor,
                    "number": row.number,
                    "place": place,
                    "layout": row.layout,
                    "orientation": row.orientation,
                    "use": row.use,
                    "note": row.note,
                    "gross_area": row.gross_area,
                    "inside_area": row.inside_area,
                    "unit_price_fen": row.unit_price_fen,
                    "total_fen": row.total_fen,
                }
                for (code, row), group, place in zip(added, groups, places, strict=True)
            ],
        )
    _check_law(work, project, comparison)
    ids = _ids(connection, project) if added else {}
    prices = [
        (ids[code], row.unit_price_fen, row.total_fen)
        for code, row in added
        if row.total_fen is not None
    ]
    prices += [
        (
            old.id,
            values.get("unit_price_fen", old.unit_price_fen),
            values.get("total_fen", old.total_fen),
        )
        for old, values in comparison.changed
        if not PRICES.isdisjoint(values)
    ]
    _write_prices(work, connection, prices, reason)
    _keep(work, connection, comparison)
    _change(connection, comparison)  # a unit costs what its history says
    return [ids[code] for code, _row in added] + [old.id for old, _values in comparison.changed]


def _check_law(work: Work, project: int, comparison: Comparison) -> None:
    dearer = [
        (old.code, old.id, values["total_fen"])
        for old, values in comparison.changed
        if values.get("total_fen") is not None
    ]
    if dearer:
        codes, ids, totals = zip(*dearer, strict=True)
        check_list(work.session, project, codes, ids, totals)
        check_listed(work.session, codes, ids, totals)


def take_note(work: Work, project: int, file: str, report: ImportReport) -> None:
    """Keep when units came in and how many, from *file* or, where that is empty, made by rule."""
    work.session.add(
        ImportFile(
            project_id=project, at=work.now, actor_id=work.actor, name=file,
            report={"added": report.added, "changed": report.changed, "total_fen": report.total_fen},
        )
    )  # fmt: skip


def _keep(work: Work, connection: Connection, comparison: Comparison) -> None:
    """Write what the units are until now of which more than a price changes."""
    rows = [
        {"unit_id": old.id, "at": work.now, "actor_id": work.actor}
        | {name: getattr(old, name) for name in DATED}
        for old, values in comparison.changed
        if not values.keys().isdisjoint(DATED)
    ]
    if rows:
        connection.execute(insert(UnitBefore), rows)


def _change(connection: Connection, comparison: Comparison) -> None:
    """Write the changed columns; units in which the same columns changed go together."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for old, values in comparison.changed:
        alike[tuple(values)].append({"unit": old.id, **values})
    for rows in alike.values():
        connection.execute(update(Unit).where(Unit.id == bindparam("unit")), rows)


def _ids(connection: Connection, project: int) -> dict[str, int]:
    rows = connection.execute(select(Unit.code, Unit.id).where(Unit.project_id == project))
    return dict(rows.all())


def _write_prices(
    work: Work,
    connection: Connection,
    prices: Iterable[tuple[int, int | None, int | None]],
    reason: str,
) -> None:
    """Note prices (unit id, fen per m², fen) in the units' history."""
    rows = [
        {
            "unit_id": unit, "at": work.now, "actor_id": work.actor,
            "unit_price_fen": price, "total_fen": total, "reason": reason,
        }
        for unit, price, total in prices
    ]  # fmt: skip
    if rows:
        connection.execute(insert(PriceChange), rows)


def put_in_order(work: Work, project: int, building: int, core: str) -> None:
    """Give the units of a core their places anew: what came back stands where its number says."""
    _placed(work.session.connection(), project, [], [], {(building, core)})


def _placed(
    connection: Connection,
    project: int,
    added: list[PriceRow],
    groups: list[_Group],
    others: Iterable[_Group] = (),
) -> list[int]:
    """Give each added unit its place within building and core: the order of its number's last part.

    Units that are there already, also those of *others*, move aside.
    """
    touched = {*groups, *others}
    there = [
        row
        for row in connection.execute(
            select(
                Unit.id, Unit.building_id, Unit.core, Unit.floor, Unit.number, Unit.place
            ).where(Unit.project_id == project, present())
        )
        if (row.building_id, row.core) in touched
    ]
    tails: dict[_Group, set[str]] = defaultdict(set)
    for row, group in zip(added, groups, strict=True):
        tails[group].add(suffix(row.floor, row.number))
    for old in there:
        tails[old.building_id, old.core].add(suffix(old.floor, old.number))
    order = {
        group: {tail: place for place, tail in enumerate(sorted(found, key=_natural))}
        for group, found in tails.items()
    }
    moved = [
        {"unit": old.id, "place": place}
        for old in there
        if (place := order[old.building_id, old.core][suffix(old.floor, old.number)]) != old.place
    ]
    if moved:
        connection.execute(update(Unit).where(Unit.id == bindparam("unit")), moved)
    return [
        order[group][suffix(row.floor, row.number)]
        for row, group in zip(added, groups, strict=True)
    ]


@lru_cache(maxsize=16384)
def suffix(floor: int, number: str) -> str:
    """Give the part of a unit's number that says where on its floor it lies: 301 -> 01."""
    start = str(abs(floor))
    bare = number.lstrip("0") if not number.startswith("0" + start) else number[1:]
    if bare.startswith(start) and len(bare) > len(start):
        return bare[len(start) :]
    return number


def _natural(text: str) -> tuple[int, str]:
    return (int(text) if text.isdecimal() else 10_000, text)


def _buildings(session: Session, project: int, comparison: Comparison) -> dict[str, int]:
    """Give the ids of the project's buildings by name; new ones are added in the file's order."""
    rows = session.scalars(select(Building).where(Building.project_id == project)).all()
    known = {row.name: row.id for row in rows}
    for name in dict.fromkeys(row.building for _code, row in comparison.added):
        if name not in known:
            building = Building(project_id=project, name=name, position=len(known))
            session.add(building)
            session.flush()
            known[name] = building.id
    return known
