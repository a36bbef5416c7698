"""Boards made by rule for tests and benches: seeded, any size, no office needed."""

import numpy as np

from salesdesk.office.inventory.rules import STATES, UnitState
from salesdesk.office.inventory.sheets import BoardColumns

SHARES = (0.12, 0.34, 0.05, 0.02, 0.07, 0.04, 0.03, 0.12, 0.10, 0.06, 0.03, 0.02)


def made_board(units=2000, *, floors=33, per_core=4, cores=2, seed=1, project=1, now=0.0):
    """Buildings of *floors* x *cores* x *per_core* units in random states and prices."""
    rng = np.random.default_rng(seed)
    cell = floors * per_core * cores
    place = np.arange(units)
    buildings = max(1, -(-units // cell))
    building = (place // cell).astype(np.int32)
    rest = place % cell
    core = (rest // (floors * per_core)).astype(np.int32)
    rest %= floors * per_core
    floor = (rest // per_core + 1).astype(np.int32)
    column = (rest % per_core).astype(np.int32)
    states = rng.choice(len(STATES), units, p=SHARES).astype(np.uint8)
    areas = rng.choice([84.26, 98.51, 118.52, 142.07], units)
    prices = rng.integers(2_800_000, 4_200_000, units)
    held = states == STATES.index(UnitState.ON_HOLD)
    numbers = tuple(
        f"{f:02d}{c + 1:02d}" for f, c in zip(floor.tolist(), column.tolist(), strict=True)
    )
    codes = tuple(
        f"{b + 1}-{c + 1}-{number}"
        for b, c, number in zip(building.tolist(), core.tolist(), numbers, strict=True)
    )
    return BoardColumns(
        project=project,
        ids=place.astype(np.int64) + 1,
        states=states,
        buildings=building,
        cores=core,
        floors=floor,
        columns=column,
        layouts=rng.integers(0, 4, units).astype(np.int32),
        orientations=rng.integers(0, 3, units).astype(np.int32),
        unit_prices=prices.astype(np.int64),
        totals=(prices * areas).astype(np.int64) // 100 * 100,
        areas=areas,
        untils=np.where(held, now + rng.integers(20, 5400, units), 0.0),
        kinds=np.zeros(units, np.uint8),
        numbers=numbers,
        codes=codes,
        building_names=tuple(f"{b + 1}栋" for b in range(buildings)),
        core_names=tuple(f"{c + 1}单元" for c in range(cores)),
        layout_names=("2房1厅", "3房2厅", "4房2厅", "复式"),
        orientation_names=("东", "南", "南北"),
    )
