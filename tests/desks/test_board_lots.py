"""Lots on the board: a section of their own, counted apart, bound from the panel of a home."""

from dataclasses import replace

import numpy as np
import pytest

from salesdesk.desks.board.filters import BoardFilter, both_tallies
from salesdesk.desks.board.layout import lay_out
from salesdesk.desks.board.stock import Stock
from salesdesk.office.inventory.lot_rules import KINDS, UnitKind
from tests.desks.board_made import made_board

PARKING = KINDS.index(UnitKind.PARKING)


def with_lots(homes=264, lots=100, floors=2):
    """A tower, and a garage of so many lots whose numbers come in no order."""
    board = made_board(homes + lots)
    here = np.arange(homes, homes + lots)
    kinds, floor, building, core = (
        board.kinds.copy(),
        board.floors.copy(),
        board.buildings.copy(),
        board.cores.copy(),
    )
    kinds[here] = PARKING
    floor[here] = -1 - np.arange(lots) % floors
    building[here] = 1
    core[here] = 0
    numbers = list(board.numbers)
    for at in here:
        numbers[at] = str(homes + lots - at)
    return replace(
        board,
        kinds=kinds,
        floors=floor,
        buildings=building,
        cores=core,
        numbers=tuple(numbers),
        building_names=("1栋", "车库"),
    )


def test_lots_stand_below_the_homes_in_lines_of_one_floor():
    board = with_lots()
    laid = lay_out(board)
    garage = laid.bands[-1]
    assert [head.name for head in garage.buildings] == ["车库"]
    assert garage.columns <= 32
    assert list(garage.floors) == sorted(garage.floors, reverse=True)
    lots = np.flatnonzero(board.kinds == PARKING)
    assert (laid.rows[lots] >= garage.first_row).all()
    homes = np.flatnonzero(board.kinds != PARKING)
    assert (laid.rows[homes] < garage.first_row).all()
    placed = laid.grid[laid.grid >= 0]
    assert sorted(placed.tolist()) == list(range(len(board.ids)))
    for row, floor in enumerate(garage.floors, garage.first_row):
        there = [unit for unit in laid.grid[row].tolist() if unit >= 0]
        assert {int(board.floors[unit]) for unit in there} == {floor}
        numbers = [int(board.numbers[unit]) for unit in there]
        assert numbers == sorted(numbers)


def test_a_garage_alone_and_a_tower_alone_are_laid_out():
    board = with_lots()
    assert len(lay_out(board, 1).bands) == 1
    tower = lay_out(board, 0)
    assert int((tower.grid >= 0).sum()) == int((board.kinds != PARKING).sum())


def test_homes_and_lots_are_summed_apart():
    stock = Stock(with_lots())
    homes, lots = both_tallies(stock, None)
    assert (homes.units, lots.units) == (264, 100)
    only = BoardFilter(kinds=frozenset({PARKING})).mask(stock)
    alone, beside = both_tallies(stock, only)
    assert (alone.units, beside) == (100, None)
    towers, none = both_tallies(stock, ~only)
    assert (towers.units, none) == (264, None)


@pytest.mark.parametrize("kinds", [frozenset(), frozenset(range(len(KINDS)))])
def test_every_kind_is_left_where_none_or_all_are_asked_for(kinds):
    mask = BoardFilter(kinds=kinds).mask(Stock(with_lots()))
    assert mask is None or bool(mask.all())
