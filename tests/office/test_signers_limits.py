"""Whoever signs a price last may give it alone: a request goes up to him, and is looked at when he signs."""

from decimal import Decimal

import pytest

from salesdesk.kernel.keys import PriceVersionId, ProjectId, RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.covering import BeyondSigner, NobodyGivesSoMuch
from salesdesk.office.approvals.flow_commands import EditFlow
from salesdesk.office.approvals.queries import requests
from salesdesk.office.approvals.rules import Act, FlowStep, RequestKind
from salesdesk.office.inventory.commands import ImportUnits, ReleaseUnits
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.discount_commands import LimitDiscount
from salesdesk.office.sales.granting import RequestDiscount
from salesdesk.office.sales.price_check import ApprovePrice, BeyondLimit
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.staff.limit_rules import SHIPPED_LIMITS
from salesdesk.office.staff.rules import Role
from tests.furnished import lot_rows
from tests.furnished import permit as permit_of
from tests.office.test_prices_signed import LIST, draft, price

LOT, CODE = 15_000_000, "车库-0-B1.001"


@pytest.fixture
def lot(desks):
    """A lot on hold in an office with the limits of a new one: 8 % of it are less than any threshold."""
    for role, most in SHIPPED_LIMITS:
        desks.admin.do(LimitDiscount(role=role, percent=Decimal(most) / 100))
    desks.admin.do(ImportUnits(rows=lot_rows(1), project=ProjectId(1), file="lots"))
    desks.manager.do(permit_of(number="T-002", project=ProjectId(1), buildings=("车库",)))
    unit = desks.unit(CODE)
    desks.manager.do(ReleaseUnits(units=(unit,)))
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    return unit


def ask(desks, lot, percent, seat=None):
    total = LOT - int(LOT * Decimal(str(percent)) / 100)
    wish = RequestDiscount(unit=lot, total=total, reason="关系客户")
    return (seat or desks.consultant).do(wish), total


def sign(seat, request):
    return seat.do(SignRequest(request=RequestId(request)))["state"]


def steps(desks, request):
    return [step.roles for step in desks.head.ask(requests, request=request)[0].steps]


def now(desks, lot):
    return desks.manager.ask(deal_on, lot).price_fen


def flow(desks, kind, *roles):
    lines = tuple(FlowStep(act=Act.APPROVE, roles=(role,)) for role in roles)
    desks.admin.do(EditFlow(kind=kind, steps=lines, others_ask=True))


def test_what_the_manager_may_give_he_signs_alone(desks, lot):
    request, total = ask(desks, lot, 3)
    assert steps(desks, request) == [("manager", "head")]
    assert sign(desks.manager, request) == "approved"
    assert now(desks, lot) == total


def test_five_per_cent_off_a_lot_are_not_the_managers(desks, lot):
    with pytest.raises(BeyondLimit):
        desks.manager.do(ApprovePrice(unit=lot, total=LOT * 947 // 1000))
    request, total = ask(desks, lot, 5.3)
    assert steps(desks, request) == [("manager", "head"), ("head", "deputy")]
    assert sign(desks.manager, request) == "pending"
    with pytest.raises(BeyondSigner) as refused:
        sign(desks.head, request)
    assert refused.value.facts == {"percent": "5.3", "limit": "5", "roles": "deputy"}
    assert now(desks, lot) == LOT
    assert sign(desks.deputy, request) == "approved"
    assert now(desks, lot) == total


def test_beyond_the_deputy_it_goes_to_the_general_manager(desks, lot):
    request, total = ask(desks, lot, 8.5)
    assert steps(desks, request)[-1] == ("general",)
    for seat in (desks.manager, desks.head):
        assert sign(seat, request) == "pending"
    assert sign(desks.general, request) == "approved"
    assert now(desks, lot) == total


def test_a_flow_of_the_manager_alone_gives_no_more_than_he_may(desks, lot):
    flow(desks, RequestKind.DISCOUNT, Role.MANAGER)
    with pytest.raises(NobodyGivesSoMuch):
        ask(desks, lot, 5.3)
    request, total = ask(desks, lot, 2.5)
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(2)))
    with pytest.raises(BeyondSigner):
        sign(desks.manager, request)
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(3)))
    assert sign(desks.manager, request) == "approved"
    assert now(desks, lot) == total


def test_a_price_version_is_cut_as_far_as_its_last_signer_may(desks, lot):
    flow(desks, RequestKind.PRICES, Role.DEPUTY, Role.HEAD)
    deep = PriceVersionId(draft(desks, "深", -6))
    with pytest.raises(NobodyGivesSoMuch):
        desks.manager.do(RequestPrices(version=deep, reason="市场"))
    request = desks.manager.do(RequestPrices(version=draft(desks, "浅", -4), reason="市场"))
    told = {f.name: f.value for f in desks.head.ask(requests, request=request)[0].changes}
    assert told["deepest cut"] == "4.00"
    sign(desks.deputy, request)
    desks.admin.do(LimitDiscount(role=Role.HEAD, percent=Decimal(3)))
    with pytest.raises(BeyondSigner):
        sign(desks.head, request)
    desks.admin.do(LimitDiscount(role=Role.HEAD, percent=Decimal(4)))
    assert sign(desks.head, request) == "approved"
    assert price(desks) == LIST * 96 // 100
