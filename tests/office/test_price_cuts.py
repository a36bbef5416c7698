"""A list price is cut alone by no more than a discount is given alone, whichever way the cut comes."""

from dataclasses import replace
from decimal import Decimal

import pytest

from salesdesk.kernel.keys import ProjectId, UnitId
from salesdesk.office.inventory.commands import (
    ImportUnits,
    ReleaseUnits,
    WithdrawUnits,
    preview_import,
)
from salesdesk.office.inventory.importing import ImportRefused
from salesdesk.office.inventory.price_commands import DraftPrices, EffectPrices
from salesdesk.office.inventory.price_cuts import OwnCutOffered, PriceCutBeyondLimit
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.sales.discount_commands import LimitDiscount
from salesdesk.office.staff.rules import Role
from tests.furnished import lot_rows, rows
from tests.furnished import permit as permit_of
from tests.office.test_prices_signed import LIST, ask, draft, price, sign

CODE, LOT = "1-1-0301", 15_000_000
GARDEN = ProjectId(1)


@pytest.fixture
def bound(desks):
    """The office where the manager may take off 3 %, and whoever brings lists 1 %."""
    for role, percent in ((Role.MANAGER, 3), (Role.ADMIN, 1)):
        desks.admin.do(LimitDiscount(role=role, percent=Decimal(percent)))
    return desks


def put(desks, total, name, code=CODE, seat=None):
    """The manager prices one unit by a version of his own."""
    desks.clock.forward(minutes=1)
    unit = UnitPrice(unit=desks.unit(code), total=total)
    wish = DraftPrices(name=name, reason="市场", project=GARDEN, prices=(unit,))
    version = (seat or desks.manager).do(wish).version
    return (seat or desks.manager).do(EffectPrices(version=version))


def park(desks, count):
    """Parking lots with their permit, not on offer yet."""
    desks.admin.do(ImportUnits(rows=lot_rows(count), project=GARDEN, file="lots"))
    desks.manager.do(permit_of(number="T-002", project=GARDEN, buildings=("车库",)))


def test_one_cut_goes_as_far_as_the_role_and_no_further(bound):
    with pytest.raises(PriceCutBeyondLimit) as refused:
        put(bound, LIST * 97 // 100 - 100, "一")
    assert refused.value.facts == {
        "count": 1, "unit": CODE, "percent": "3.01", "limit": "3", "highest": "2,000,000.00",
        "price": "1,939,999.00",
    }  # fmt: skip
    assert price(bound) == LIST
    put(bound, LIST * 97 // 100, "二")
    assert price(bound) == LIST * 97 // 100


def test_ten_cuts_of_one_per_cent_are_ten(bound):
    now = LIST
    for no in range(3):
        now = LIST * (99 - no) // 100
        put(bound, now, f"第{no}")
    for no, total in enumerate((LIST * 96 // 100, now - 100)):
        with pytest.raises(PriceCutBeyondLimit):
            put(bound, total, f"再{no}")
    assert price(bound) == now


def test_raises_are_free_and_what_was_raised_is_not_cut_back_alone(bound):
    put(bound, LIST * 2, "涨")
    with pytest.raises(PriceCutBeyondLimit, match="4,000,000"):
        put(bound, LIST, "跌")
    put(bound, LIST * 2 * 97 // 100, "三")


def test_a_unit_taken_off_the_offer_is_measured_as_before(bound):
    bound.manager.do(WithdrawUnits(units=(bound.unit(CODE),), reason="x"))
    assert bound.state(CODE) == "draft"
    with pytest.raises(PriceCutBeyondLimit):
        put(bound, LIST // 2, "一")


def test_what_was_signed_is_what_the_next_cut_is_measured_by(bound):
    version = draft(bound, "签", -10)
    with pytest.raises(PriceCutBeyondLimit) as refused:
        bound.manager.do(EffectPrices(version=version))
    assert refused.value.facts["count"] == 6
    bound.clock.forward(minutes=1)
    assert sign(bound, ask(bound, version), "head", "deputy", "general") == "approved"
    signed = LIST * 90 // 100
    assert price(bound) == signed
    with pytest.raises(PriceCutBeyondLimit, match="1,800,000"):
        put(bound, signed * 96 // 100, "一")
    put(bound, signed * 97 // 100, "二")
    put(bound, LIST * 95 // 100, "涨")
    with pytest.raises(PriceCutBeyondLimit, match="1,900,000"):
        put(bound, signed, "跌")


def test_a_signed_version_with_a_time_is_put_into_effect_by_the_manager(bound):
    from_then = bound.clock.now.replace(hour=23)
    wish = DraftPrices(
        name="夜", reason="市场", project=GARDEN, percent=Decimal(-10), effective_at=from_then
    )
    version = bound.manager.do(wish).version
    sign(bound, ask(bound, version), "head", "deputy", "general")
    bound.clock.now = from_then
    assert bound.manager.do(EffectPrices(version=version)).changed == 6


def test_a_price_list_beyond_the_limit_is_refused_by_line(bound):
    cheap = [replace(row, line=no) for no, row in enumerate(rows(), start=2)]
    cheap[4] = replace(cheap[4], unit_price_fen=1_900_000)
    cheap[5] = replace(cheap[5], unit_price_fen=1_980_000)
    seen = bound.admin.ask(preview_import, tuple(cheap), (), "云栖花园")
    assert [p.line for p in seen.problems] == [6]
    told = dict(seen.problems[0].facts)
    assert (told["code"], told["percent"], told["limit"]) == (CODE, "5", "1")
    bring = ImportUnits(rows=tuple(cheap), project=GARDEN, file="x")
    with pytest.raises(ImportRefused, match=CODE):
        bound.admin.do(bring)
    assert price(bound) == LIST
    cheap[4] = replace(cheap[4], unit_price_fen=2_100_000)
    bound.admin.do(replace(bring, rows=tuple(cheap)))
    assert (price(bound), price(bound, "1-1-0302")) == (210_000_000, LIST * 99 // 100)


def test_lots_are_bound_too(bound):
    park(bound, 2)
    first, second = "车库-0-B1.001", "车库-0-B1.002"
    bound.manager.do(ReleaseUnits(units=(bound.unit(first),)))
    with pytest.raises(PriceCutBeyondLimit):
        put(bound, LOT // 2, "一", first)
    put(bound, LOT // 2, "二", second)  # never offered: prepared as one likes


def test_whoever_made_a_unit_cheap_before_its_release_does_not_release_it(bound):
    park(bound, 2)
    both = ("车库-0-B1.001", "车库-0-B1.002")
    units = tuple(UnitId(bound.units()[code].id) for code in both)
    for no, code in enumerate(both):
        put(bound, LOT // (2 - no), f"价{no}", code)
    bound.admin.do(LimitDiscount(role=Role.HEAD, percent=Decimal(5)))
    with pytest.raises(OwnCutOffered) as refused:
        bound.manager.do(ReleaseUnits(units=units))
    assert refused.value.facts == {
        "count": 1, "unit": both[0], "percent": "50", "limit": "3", "highest": "150,000.00",
        "price": "75,000.00",
    }  # fmt: skip
    assert bound.state(both[0]) == bound.state(both[1]) == "draft"
    bound.manager.do(ReleaseUnits(units=units[1:]))
    version = bound.manager.do(
        DraftPrices(
            name="签",
            reason="市场",
            project=GARDEN,
            prices=(UnitPrice(unit=units[0], total=LOT // 2),),
        )
    ).version
    bound.clock.forward(minutes=1)
    sign(bound, ask(bound, version), "head", "deputy", "general")
    bound.manager.do(ReleaseUnits(units=units[:1]))
    assert bound.state(both[0]) == "available"


def test_a_list_corrected_by_another_person_is_released_by_the_manager(bound):
    park(bound, 1)
    cheaper = tuple(replace(row, total_fen=LOT // 10) for row in lot_rows(1))
    bound.admin.do(ImportUnits(rows=cheaper, project=GARDEN, file="again", meant=True))
    bound.manager.do(ReleaseUnits(units=(bound.unit("车库-0-B1.001"),)))


def test_without_a_limit_nothing_is_bound(desks):
    put(desks, LIST // 2, "一")
    assert price(desks) == LIST // 2
