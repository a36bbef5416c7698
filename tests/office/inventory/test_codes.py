"""Unit codes: one word per unit, the same however the file spells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.office.inventory.codes import (
    chinese_number,
    short_name,
    split_building_core,
    tidy_core,
    unit_code,
)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("3栋", "3"), ("四季名苑1栋", "1"), ("1单元", "1"), ("四单元", "4"), ("二十一栋", "21"),
        ("A座", "A"), ("3号楼", "3"), ("10#", "10"), ("12号楼A座", "12.A"), ("一期3栋", "1.3"),
        ("二期3栋", "2.3"), ("1-2栋", "1.2"), ("Building 3", "3"), ("Tower B", "B"), ("01", "1"),
        ("al. Spacerowa 11A", "11A"), ("--", "0"), ("", "0"), ("A栋", "A"), ("ａ栋", "A"),
    ],
)  # fmt: skip
def test_short_names(name, short):
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("花园3栋1单元", ("花园3栋", "1单元")), ("6栋--", ("6栋", "")), ("花园3栋", ("花园3栋", "")),
        ("一期3栋1单元", ("一期3栋", "1单元")), ("3#-2", ("3#", "2")), ("3栋A座", ("3栋", "A座")),
        ("12号楼 3门", ("12号楼", "3门")), ("会所", ("会所", "")), ("3栋商业街", ("3栋商业街", "")),
    ],
)  # fmt: skip
def test_building_and_core_taken_apart(text, parts):
    assert split_building_core(text) == parts


@pytest.mark.parametrize(
    ("floor", "number", "room"),
    [
        (3, "01", "0301"), (3, "1", "0301"), (3, "301", "0301"), (3, "0301", "0301"),
        (12, "1203", "1203"), (12, "03", "1203"), (3, "01室", "0301"), (-1, "01", "B101"),
        (-1, "B101", "B101"), (-1, "-101", "B101"), (3, "A", "03A"), (3, "1A", "0301A"),
        (3, "301A", "0301A"), (3, "A301", "A0301"), (7, "301", "07.301"), (1, "A.1.1M", "A.1.1M"),
        (3, "03-A", "03.A"), (100, "01", "10001"), (0, "01", "0001"),
    ],
)  # fmt: skip
def test_rooms(floor, number, room):
    assert unit_code("1栋", "1单元", floor, number) == f"1-1-{room}"


def test_chinese_numbers():
    written = {"十": 10, "十四": 14, "二十": 20, "一百零三": 103, "一〇三": 103, "两": 2}
    assert {text: chinese_number(text) for text in written} == written
    assert chinese_number("花园") is None
    assert chinese_number("") is None


def test_no_core_is_written_many_ways():
    assert {tidy_core(text) for text in ("", "--", "0", " — ", "无", "X", "/")} == {""}


@given(
    st.lists(
        st.tuples(
            st.integers(1, 60), st.integers(0, 8), st.integers(-5, 120).filter(bool),
            st.integers(1, 99),
        ),
        unique=True, max_size=60,
    )
)  # fmt: skip
def test_different_units_have_different_codes(units):
    codes = {
        unit_code(f"花园{building}栋", f"{core}单元" if core else "", floor, f"{room:02}")
        for building, core, floor, room in units
    }
    assert len(codes) == len(units)


@given(st.text(max_size=20), st.text(max_size=20), st.integers(-20, 200), st.text(max_size=12))
def test_every_name_gives_a_code_of_three_parts(building, core, floor, number):
    code = unit_code(building, core, floor, number)
    assert code.count("-") == 2
    assert code == unit_code(building, core, floor, number)


@given(st.integers(1, 120), st.integers(1, 99))
def test_a_number_with_its_floor_is_the_same_unit(floor, room):
    assert unit_code("1栋", "", floor, f"{floor}{room:02}") == unit_code(
        "1栋", "", floor, f"{room}"
    )
