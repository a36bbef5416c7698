"""Whole fen in, whole fen out: no float, no lost fen, no amount that is none."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.kernel.money import (
    LARGEST_FEN,
    NotAnAmount,
    Rounding,
    format_yuan,
    parse_yuan,
    split,
    total_from_unit_price,
    unit_price_from_total,
)

FEN = st.integers(0, LARGEST_FEN)


@given(fen=st.integers(-LARGEST_FEN, LARGEST_FEN))
def test_what_is_written_is_read_again(fen):
    assert parse_yuan(format_yuan(fen)) == fen


@pytest.mark.parametrize(
    ("typed", "fen"),
    [("0", 0), ("1", 100), ("1.5", 150), (".5", 50), ("1,234,567.89", 123_456_789),
     ("¥ 50 000", 5_000_000), ("￥１，０００．５０", 100_050), ("30元", 3000), ("1e3", 100_000),
     (5, 500), (Decimal("0.01"), 1), ("-3.20", -320), ("1\u00a0000", 100_000)],
)  # fmt: skip
def test_amounts_as_people_type_them(typed, fen):
    assert parse_yuan(typed) == fen


@pytest.mark.parametrize(
    "typed",
    ["", " ", "abc", "1.001", "0.005", "1.2.3", "--1", "NaN", "Infinity", "-Infinity", "sNaN",
     "1e99", "1e-3", "1" * 40, 1.5, 0.1, True, None, "三千", "1_000.001", "\ud800", "0x10"],
)  # fmt: skip
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(NotAnAmount) as refusal:
        parse_yuan(typed)
    assert all(refusal.value.sentences())


@given(text=st.text(max_size=30))
def test_any_text_is_an_amount_or_a_refusal(text):
    with suppress(NotAnAmount):
        assert abs(parse_yuan(text)) <= LARGEST_FEN


@given(amount=FEN, weights=st.lists(st.integers(1, 10_000), min_size=1, max_size=9))
def test_no_fen_is_lost_in_splitting(amount, weights):
    parts = split(amount, weights)
    assert sum(parts) == amount
    assert all(part >= 0 for part in parts)


@given(
    price=st.integers(1, 100_000_000),
    area=st.decimals("0.01", "10000", places=2, allow_nan=False),
)
def test_a_total_is_rounded_by_the_projects_rule(price, area):
    exact = Decimal(price) * area
    yuan = total_from_unit_price(price, area, Rounding.YUAN)
    down = total_from_unit_price(price, area, Rounding.YUAN_DOWN)
    assert yuan % 100 == down % 100 == 0
    assert abs(yuan - exact) <= 50
    assert 0 <= exact - down < 100
    assert abs(total_from_unit_price(price, area, Rounding.FEN) - exact) <= Decimal("0.5")


def test_half_a_yuan_goes_up():
    assert total_from_unit_price(50, Decimal(1), Rounding.YUAN) == 100
    assert total_from_unit_price(149, Decimal(1), Rounding.YUAN) == 100
    assert total_from_unit_price(149, Decimal(1), Rounding.YUAN_DOWN) == 100
    assert unit_price_from_total(100, Decimal(8)) == 13  # 12.5
