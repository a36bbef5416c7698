"""Names as they are typed: by the whole reading, by initials, by either reading of a character."""

import pytest
from pypinyin import lazy_pinyin

from salesdesk.office.customers.pinyin import _tables, keys


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("王小明", "wangxiaoming wxm"),
        ("曾国藩", "zengguofan zgf"),
        ("单田芳", "shantianfang stf"),
        ("吕布", "lubu lvbu lb"),
        ("尉迟恭", "yuchigong yg"),
        ("李长江", "lichangjiang lcj"),
        ("陈重阳", "chenchongyang ccy"),
        ("任盈盈", "renyingying ryy"),
        ("欧阳𬭚", "ouyang oy"),
        ("Anna Schmidt", "annaschmidt a"),
        ("", ""),
    ],
)
def test_a_name_is_found_as_people_type_it(name, typed):
    written = keys(name)
    for word in typed.split():
        assert f" {word}" in written.replace("anna schmidt", "annaschmidt")


def test_the_readings_are_pypinyins():
    first, _second = _tables()
    assert len(first) > 41_000
    assert all(lazy_pinyin(character) == [reading] for character, reading in first.items())


def test_a_long_name_keeps_few_keys():
    assert len(keys("长乐重行朝曾单").split()) <= 20
