"""Units and prices as columns, for the price engine: straight from the driver, past the ORM."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from salesdesk.office.inventory.claims import frozen_units
from salesdesk.office.inventory.loading import load_columns
from salesdesk.office.inventory.lot_rules import KINDS, kind_of
from salesdesk.office.inventory.price_filed import filed_totals
from salesdesk.office.inventory.pricing import NONE, UnitColumns, Whole
from salesdesk.office.inventory.tables import Building
from salesdesk.office.inventory.taking import suffix
from salesdesk.office.staff.posted import check_project
from salesdesk.store.work import Reading


@dataclass(frozen=True)
class PriceTable:
    """A project's units by id, with their filed totals (fen, -1: none)."""

    units: UnitColumns
    filed: Whole
    kinds: NDArray[np.uint8]
    """Of each unit an index into `lot_rules.KINDS`."""


def load_units(reading: Reading, project: int) -> PriceTable:
    """Read every unit of *project* with what its price depends on, and what freezes it."""
    check_project(reading.session, project)
    connection = reading.session.connection()
    loaded = load_columns(connection, project)
    keys, buildings, floors, _places, each, totals, areas = loaded.numbers
    names = dict(
        connection.execute(
            select(Building.id, Building.name).where(Building.project_id == project)
        ).all()
    )
    held = frozen_units(reading, project)
    filed = filed_totals(reading.session, project)
    units = UnitColumns(
        ids=keys,
        codes=tuple(loaded.codes),
        buildings=tuple(names[key] for key in buildings.tolist()),
        cores=loaded.each([manner.core for manner in loaded.manners]),
        floors=floors,
        numbers=tuple(
            suffix(floor, number)
            for floor, number in zip(floors.tolist(), loaded.unit_numbers, strict=True)
        ),
        layouts=loaded.each([manner.layout for manner in loaded.manners]),
        orientations=loaded.each([manner.orientation for manner in loaded.manners]),
        areas=areas,
        unit_prices=each,
        totals=totals,
        frozen=np.isin(keys, np.fromiter(held, np.int64, len(held))),
    )
    known = (filed.get(key, NONE) for key in keys.tolist())
    kinds = np.array([KINDS.index(kind_of(manner.use)) for manner in loaded.manners], np.uint8)
    return PriceTable(units, np.fromiter(known, np.int64, len(keys)), kinds[loaded.which])


def places_of(ids: Whole, wanted: Iterable[int]) -> Whole:
    """Give where the ids *wanted* stand among the ascending *ids*; all of them are there."""
    return np.searchsorted(ids, np.fromiter(wanted, np.int64)).astype(np.int64)
