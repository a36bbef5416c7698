"""A list price that was cut takes no further discount than the one from which it was cut."""

from decimal import Decimal

import pytest

from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.discount_commands import LimitDiscount
from salesdesk.office.sales.price_check import ApprovePrice, BeyondLimit
from salesdesk.office.staff.rules import Role
from tests.office.test_price_cuts import CODE, put
from tests.office.test_prices_signed import LIST


@pytest.fixture
def bound(desks):
    """The office where the manager may take off 3 %, and the head 5 %."""
    for role, percent in ((Role.MANAGER, 3), (Role.HEAD, 5)):
        desks.admin.do(LimitDiscount(role=role, percent=Decimal(percent)))
    return desks


def test_a_cut_and_a_discount_are_no_further_than_one_of_them(bound):
    cut = LIST * 98 // 100
    put(bound, cut, "一")
    bound.consultant.do(HoldUnit(unit=bound.unit(CODE), customer=bound.customer()))
    with pytest.raises(BeyondLimit) as refused:
        bound.manager.do(ApprovePrice(unit=bound.unit(CODE), total=LIST * 97 // 100 - 100))
    assert refused.value.facts == {"percent": "3.01", "limit": "3"}
    bound.manager.do(ApprovePrice(unit=bound.unit(CODE), total=LIST * 97 // 100))


def test_the_list_price_itself_gives_nothing(bound):
    put(bound, LIST * 97 // 100, "一")
    bound.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(1)))
    bound.consultant.do(HoldUnit(unit=bound.unit(CODE), customer=bound.customer()))
    bound.manager.do(ApprovePrice(unit=bound.unit(CODE)))
