"""Discounts step by step: known sums, order, limits; nothing below zero, nothing above the list."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from salesdesk.kernel.money import Rounding
from salesdesk.office.sales.discount_rules import (
    Discount,
    DiscountKind,
    DiscountNotSensible,
    DiscountStandsAlone,
    beyond,
    discounted,
)

LIST, AREA = 2_000_000_00, Decimal("100.00")
OFF_2 = Discount(name="开盘98折", kind=DiscountKind.PERCENTAGE, value=9_800)
MINUS_20K = Discount(name="老带新", kind=DiscountKind.WAIVER, value=20_000_00)
PER_M2 = Discount(name="单价优惠", kind=DiscountKind.PER_SQUARE_METRE, value=150_00)
SPECIAL = Discount(name="一口价", kind=DiscountKind.FIXED_TOTAL, value=1_888_000_00)
ALONE = Discount(name="特价房", kind=DiscountKind.FIXED_TOTAL, value=1_800_000_00, exclusive=True)


def totals(*discounts, rounding=Rounding.YUAN):
    price = discounted(LIST, AREA, discounts, rounding)
    return [step.after_fen for step in price.steps]


def test_each_kind_takes_off_what_it_says():
    assert totals(OFF_2) == [1_960_000_00]
    assert totals(MINUS_20K) == [1_980_000_00]
    assert totals(PER_M2) == [1_985_000_00]
    assert totals(SPECIAL) == [1_888_000_00]
    assert totals() == []


def test_first_one_then_the_other_is_not_the_other_way_round():
    assert totals(OFF_2, MINUS_20K) == [1_960_000_00, 1_940_000_00]
    assert totals(MINUS_20K, OFF_2) == [1_980_000_00, 1_940_400_00]


def test_a_step_is_rounded_as_the_project_rounds():
    odd = Discount(name="x", kind=DiscountKind.PERCENTAGE, value=9_333)
    price = 1_234_567_00
    assert discounted(price, AREA, (odd,), Rounding.YUAN).total_fen == 1_152_221_00
    assert discounted(price, AREA, (odd,), Rounding.FEN).total_fen == 1_152_221_38
    assert discounted(price, AREA, (odd,), Rounding.YUAN_DOWN).total_fen == 1_152_221_00


def test_an_exclusive_discount_stands_alone():
    assert totals(ALONE) == [1_800_000_00]
    for order in ((ALONE, OFF_2), (OFF_2, ALONE)):
        with pytest.raises(DiscountStandsAlone):
            totals(*order)


@pytest.mark.parametrize(
    "wrong",
    [
        Discount(name="x", kind=DiscountKind.WAIVER, value=LIST),
        Discount(name="x", kind=DiscountKind.WAIVER, value=LIST + 1),
        Discount(name="x", kind=DiscountKind.WAIVER, value=-1),
        Discount(name="x", kind=DiscountKind.PERCENTAGE, value=10_001),
        Discount(name="x", kind=DiscountKind.PERCENTAGE, value=0),
        Discount(name="x", kind=DiscountKind.PER_SQUARE_METRE, value=20_000_00),
        Discount(name="x", kind=DiscountKind.FIXED_TOTAL, value=LIST + 100),
        Discount(name="x", kind=DiscountKind.FIXED_TOTAL, value=0),
    ],
)
def test_no_discount_raises_the_price_or_leaves_nothing(wrong):
    with pytest.raises(DiscountNotSensible):
        totals(wrong)


def test_what_goes_beyond_a_limit_or_below_the_floor_needs_approval():
    price = discounted(LIST, AREA, (OFF_2, MINUS_20K), Rounding.YUAN)
    assert (price.off_fen, price.off_bp) == (60_000_00, 300)
    asked = price.list_total_fen, price.total_fen
    assert beyond(*asked, limit_bp=300, floor_fen=1_940_000_00) == ()
    assert beyond(*asked, limit_bp=299, floor_fen=1_940_000_01) == ("limit", "floor")
    assert beyond(*asked, limit_bp=None, floor_fen=None) == ()


KINDS = st.one_of(
    st.builds(Discount, name=st.just("p"), kind=st.just(DiscountKind.PERCENTAGE),
              value=st.integers(1, 10_000)),
    st.builds(Discount, name=st.just("w"), kind=st.just(DiscountKind.WAIVER),
              value=st.integers(0, 10**8)),
    st.builds(Discount, name=st.just("m"), kind=st.just(DiscountKind.PER_SQUARE_METRE),
              value=st.integers(0, 10**6)),
)  # fmt: skip


@given(
    total=st.integers(10**6, 10**10).map(lambda yuan: yuan * 100),
    area=st.integers(2_000, 50_000).map(lambda cents: Decimal(cents) / 100),
    discounts=st.lists(KINDS, max_size=4),
    rounding=st.sampled_from(Rounding),
)
def test_the_steps_are_a_chain_from_the_list_price_to_the_last(total, area, discounts, rounding):
    try:
        price = discounted(total, area, discounts, rounding)
    except DiscountNotSensible:
        assume(False)
    ends = [total, *(step.after_fen for step in price.steps)]
    assert [step.before_fen for step in price.steps] == ends[:-1]
    assert price.total_fen == ends[-1] and 0 < price.total_fen <= total
    assert ends == sorted(ends, reverse=True)
    assert price.off_bp * total >= price.off_fen * 10_000
