"""A first price is no way round the limit on cuts: it is measured by what its kind is offered at."""

from dataclasses import replace
from decimal import Decimal

import pytest

from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits, WithdrawUnits
from salesdesk.office.inventory.generating import GenerateUnits
from salesdesk.office.inventory.patterns import PatternUnit
from salesdesk.office.inventory.price_commands import DraftPrices, EffectPrices
from salesdesk.office.inventory.price_far import PricesFarOff
from salesdesk.office.inventory.price_first import FirstPriceBeyondLimit
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.sales.discount_commands import LimitDiscount
from salesdesk.office.staff.rules import Role
from tests.furnished import lot_rows, rows
from tests.furnished import permit as permit_of
from tests.office.test_prices_signed import LIST, ask, sign

GARDEN = ProjectId(1)
NEW = ("2-1-0101", "2-1-0102")


@pytest.fixture
def bound(desks):
    """The office where the manager may take off 3 %, and the head 5 %."""
    for role, percent in ((Role.MANAGER, 3), (Role.HEAD, 5), (Role.DEPUTY, 8)):
        desks.admin.do(LimitDiscount(role=role, percent=Decimal(percent)))
    return desks


def bring(desks, price, building="2栋", number="T-2"):
    """A building of two units at *price* (fen per m²), permitted."""
    units = rows(building=building, floors=1, price=price)
    desks.admin.do(ImportUnits(rows=units, project=GARDEN, file=building, meant=True))
    desks.manager.do(permit_of(number=number, project=GARDEN, buildings=(building,)))


def offer(desks, *codes, seat=None):
    units = tuple(desks.unit(code) for code in codes)
    return (seat or desks.manager).do(ReleaseUnits(units=units))


def test_a_new_building_is_not_offered_cheap_alone(bound):
    bring(bound, 300_000)
    with pytest.raises(FirstPriceBeyondLimit) as refused:
        offer(bound, *NEW)
    assert refused.value.facts == {
        "count": 2, "unit": NEW[0], "price": "3,000.00", "percent": "85", "limit": "3",
        "lowest": "20,000.00",
    }  # fmt: skip
    assert {bound.state(code) for code in NEW} == {"draft"}


def test_a_first_price_goes_as_far_as_the_role_and_is_no_measure_for_the_next(bound):
    bring(bound, 1_940_000)
    offer(bound, *NEW)
    bring(bound, 1_939_900, "3栋", "T-3")
    with pytest.raises(FirstPriceBeyondLimit, match="20,000"):
        offer(bound, "3-1-0101")


def test_an_unpriced_unit_priced_by_a_version_is_measured_too(bound):
    bring(bound, None)
    prices = tuple(UnitPrice(unit=bound.unit(code), total=LIST // 2) for code in NEW)
    wish = DraftPrices(name="首", reason="新", project=GARDEN, prices=prices)
    version = bound.manager.do(wish).version
    bound.clock.forward(minutes=1)
    bound.manager.do(EffectPrices(version=version, meant=True))
    with pytest.raises(FirstPriceBeyondLimit):
        offer(bound, *NEW)


def test_a_signed_version_covers_it_and_is_a_measure_from_then_on(bound):
    bring(bound, None)
    prices = tuple(UnitPrice(unit=bound.unit(code), total=LIST * 9 // 10) for code in NEW)
    wish = DraftPrices(name="签", reason="新", project=GARDEN, prices=prices)
    version = bound.manager.do(wish).version
    bound.clock.forward(minutes=1)
    assert sign(bound, ask(bound, version), "head", "deputy", "general") == "approved"
    offer(bound, *NEW)
    bring(bound, 1_800_000 * 97 // 100, "3栋", "T-3")
    offer(bound, "3-1-0101")


def test_the_first_release_of_a_kind_is_free_and_the_general_manager_is_not_bound(bound):
    bound.admin.do(ImportUnits(rows=lot_rows(2), project=GARDEN, file="lots"))
    bound.manager.do(permit_of(number="T-4", project=GARDEN, buildings=("车库",)))
    offer(bound, "车库-0-B1.001")
    cheap = tuple(replace(row, total_fen=5_000_000) for row in lot_rows(1, first=3))
    bound.admin.do(ImportUnits(rows=cheap, project=GARDEN, file="more", partial=True, meant=True))
    with pytest.raises(FirstPriceBeyondLimit):
        offer(bound, "车库-0-B1.003")
    bound.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(70)))
    offer(bound, "车库-0-B1.003")


def test_what_was_withdrawn_from_the_offer_still_measures(bound):
    every = tuple(bound.unit(code) for code, unit in bound.units().items() if unit.code[0] == "1")
    bound.manager.do(WithdrawUnits(units=every, reason="x"))
    bring(bound, 300_000)
    with pytest.raises(FirstPriceBeyondLimit):
        offer(bound, *NEW)


def test_a_list_and_a_pattern_ask_about_far_prices(bound):
    pattern = (PatternUnit(number="01", gross_area=Decimal(100), unit_price_fen=300_000),)
    made = GenerateUnits(
        building="3栋", first_floor=1, last_floor=2, pattern=pattern, project=GARDEN
    )
    units = rows(building="2栋", floors=4, price=300_000)
    brought = ImportUnits(rows=units, project=GARDEN, file="x")
    for seat, wish in ((bound.manager, made), (bound.admin, brought)):
        with pytest.raises(PricesFarOff) as asked:
            seat.do(wish)
        assert asked.value.facts["median"] == "20,000.00"
    assert not any(code.startswith(("2-", "3-")) for code in bound.units())
    bound.manager.do(replace(made, meant=True))
    bound.admin.do(replace(brought, meant=True))
