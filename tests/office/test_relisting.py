"""A price list does not make a released unit cheaper by its area, nor another thing by its use."""

from dataclasses import replace
from decimal import Decimal

import pytest

from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.commands import ImportUnits, preview_import
from salesdesk.office.inventory.importing import ImportRefused
from salesdesk.office.inventory.price_commands import DraftPrices
from salesdesk.office.inventory.price_cuts import PriceCutBeyondLimit
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.queries import unit_history
from salesdesk.office.sales.discount_commands import LimitDiscount
from salesdesk.office.staff.rules import Role
from tests.furnished import rows
from tests.office.test_price_cuts import put
from tests.office.test_prices_signed import LIST, ask, sign

GARDEN = ProjectId(1)
CODE = "1-1-0301"


@pytest.fixture
def bound(desks):
    """The office where the manager, and whoever brings lists, may take off 3 %."""
    for role, percent in ((Role.MANAGER, 3), (Role.ADMIN, 3), (Role.HEAD, 5), (Role.DEPUTY, 8)):
        desks.admin.do(LimitDiscount(role=role, percent=Decimal(percent)))
    return desks


def listed(**change):
    """The list with *change* in the line of the unit."""
    lines = [replace(row, line=no) for no, row in enumerate(rows(), start=2)]
    lines[4] = replace(lines[4], **change)
    return tuple(lines)


def bring(desks, **change):
    desks.clock.forward(minutes=1)
    return desks.admin.do(ImportUnits(rows=listed(**change), project=GARDEN, file="x"))


def problem(desks, **change):
    """What stands against such a line; the import is refused for it and changes nothing."""
    found = desks.admin.ask(preview_import, listed(**change), (), "云栖花园").problems
    before = desks.units()[CODE]
    with pytest.raises(ImportRefused, match=CODE):
        bring(desks, **change)
    assert desks.units()[CODE] == before
    assert [each.line for each in found] == [6]
    return dict(found[0].facts)


def test_more_area_for_the_same_money_is_a_cut(bound):
    told = problem(bound, gross_area=Decimal(133), unit_price_fen=None, total_fen=LIST)
    assert (told["percent"], told["limit"], told["highest"]) == ("24.82", "3", "20,000.00")
    bring(bound, gross_area=Decimal(102), unit_price_fen=None, total_fen=LIST)
    told = problem(bound, gross_area=Decimal("103.5"), unit_price_fen=None, total_fen=LIST)
    assert told["highest"] == "20,000.00"
    with pytest.raises(PriceCutBeyondLimit):  # 2 % by the area, and 2 % more
        put(bound, LIST * 98 // 100, "一", CODE)


def test_the_remedy_leads_on(bound):
    bring(bound, gross_area=Decimal(133))
    unit = UnitPrice(unit=bound.unit(CODE), total=LIST)
    wish = DraftPrices(name="签", reason="面积", project=GARDEN, prices=(unit,))
    version = bound.manager.do(wish).version
    bound.clock.forward(minutes=1)
    assert sign(bound, ask(bound, version), "head", "deputy", "general") == "approved"
    assert bound.units()[CODE].total_fen == LIST
    put(bound, LIST * 97 // 100, "二", CODE)


def test_a_released_home_becomes_no_lot(bound):
    told = problem(bound, use="车位")
    assert told["use"] == "车位"
    bring(bound, use="住宅")


def test_a_gross_area_below_the_inside_area_is_refused(bound):
    told = problem(bound, gross_area=Decimal(100), inside_area=Decimal(101))
    assert (told["gross"], told["inside"]) == ("100.00", "101")


def test_the_history_tells_of_area_layout_and_use(bound):
    bring(bound, gross_area=Decimal(101), layout="三房", use="住宅")
    lines = bound.manager.ask(unit_history, bound.unit(CODE))
    told = {line.what: (line.detail, line.actor) for line in lines}
    assert told["gross_area"][0] == "100.00 → 101.00"
    assert told["layout"][0] == "- → 三房"
    assert told["use"][0] == "- → 住宅"
