"""Buildings made from a pattern."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.office.inventory import patterns
from salesdesk.office.inventory.codes import unit_code
from salesdesk.office.inventory.patterns import PatternUnit, copy_building, floors, generate

EAST = PatternUnit(
    number="01", gross_area=Decimal("91.94"), unit_price_fen=4_936_568, floor_step_fen=15_000,
    inside_area=Decimal(68), layout="三室两厅", orientation="南",
)  # fmt: skip
WEST = PatternUnit(number="02", gross_area=Decimal(96), unit_price_fen=5_000_000)


def test_units_without_a_price_are_made_and_priced_later():
    bare = PatternUnit(number="01", gross_area=Decimal(90), floor_step_fen=15_000)
    units = generate("1栋", floors=(1, 2), pattern=(bare,))
    assert [unit.unit_price_fen for unit in units] == [None, None]


def test_floors_cores_and_units_multiply_and_prices_rise():
    storeys = floors(1, 6, skipped={4})
    assert storeys == (1, 2, 3, 5, 6)
    units = generate("3栋", floors=storeys, cores=("1单元", "2单元"), pattern=(EAST, WEST))
    assert len(units) == 5 * 2 * 2
    east = [u.unit_price_fen for u in units if u.core == "1单元" and u.number == "01"]
    assert east == [4_936_568 + n * 15_000 for n in range(5)]
    assert {u.total_fen for u in units} == {None}
    assert {u.layout for u in units if u.number == "01"} == {"三室两厅"}


def test_no_step_onto_unlucky_floors():
    units = generate("3栋", floors=(3, 4, 5), pattern=(EAST,), flat={4})
    assert [u.unit_price_fen for u in units] == [4_936_568, 4_936_568, 4_951_568]


def test_basements_have_no_floor_nought():
    assert floors(-2, 2) == (-2, -1, 1, 2)


def test_a_building_copied_is_the_same_under_another_name():
    units = generate("3栋", floors=(1, 2), pattern=(EAST, WEST))
    copy = copy_building(units, "4栋")
    assert {u.building for u in copy} == {"4栋"}
    assert [(u.floor, u.number, u.unit_price_fen) for u in copy] == [
        (u.floor, u.number, u.unit_price_fen) for u in units
    ]


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"building": "  "}, patterns.BuildingUnnamed),
        ({"floors": ()}, patterns.NoFloors),
        ({"floors": (1, 1)}, patterns.NoFloors),
        ({"pattern": ()}, patterns.NoUnitsOnFloor),
        ({"cores": ()}, patterns.NoUnitsOnFloor),
        ({"floors": range(1, 20_002)}, patterns.TooManyUnits),
        ({"pattern": (EAST, EAST)}, patterns.UnitTwiceInPattern),
        ({"cores": ("1单元", "一单元")}, patterns.UnitTwiceInPattern),
        ({"pattern": (PatternUnit(number="1", gross_area=Decimal(0), unit_price_fen=1),)},
         patterns.BadPatternArea),
        ({"pattern": (PatternUnit(number="1", gross_area=Decimal(9), unit_price_fen=1,
                                  inside_area=Decimal(10)),)}, patterns.BadPatternArea),
        ({"pattern": (PatternUnit(number="1", gross_area=Decimal(9), unit_price_fen=1,
                                  floor_step_fen=-1),)}, patterns.BadPatternPrice),
    ],
)  # fmt: skip
def test_what_makes_no_building_is_refused_with_a_remedy(changed, refusal):
    asked = {"building": "3栋", "floors": (1, 2), "pattern": (EAST,), **changed}
    with pytest.raises(refusal) as caught:
        generate(asked.pop("building"), **asked)
    assert "{" not in "".join(caught.value.sentences())


@given(st.sets(st.integers(1, 60), min_size=1), st.integers(1, 4), st.integers(1, 6))
def test_every_unit_of_a_pattern_has_its_own_code(storeys, cores, rooms):
    pattern = [PatternUnit(number=f"{n + 1:02}", gross_area=Decimal(80), unit_price_fen=100)
               for n in range(rooms)]  # fmt: skip
    names = [f"{n + 1}单元" for n in range(cores)]
    units = generate("3栋", floors=sorted(storeys), pattern=pattern, cores=names)
    codes = {unit_code(u.building, u.core, u.floor, u.number) for u in units}
    assert len(codes) == len(units) == len(storeys) * cores * rooms
