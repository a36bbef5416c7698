"""Below the floor price or beyond a role's limit nobody approves alone: it is asked for and signed."""

from contextlib import closing
from decimal import Decimal

import pytest
import sqlcipher3
from sqlcipher3.dbapi2 import Error

from salesdesk.kernel.errors import NotAllowedNow, NotFound, NotPermitted
from salesdesk.kernel.keys import RequestId, UnitId
from salesdesk.office.approvals.commands import (
    FactsChanged,
    RestartRequest,
    SignRequest,
    WithdrawRequest,
)
from salesdesk.office.approvals.filing import GeneralMustSign
from salesdesk.office.approvals.flow_commands import EditFlow
from salesdesk.office.approvals.queries import requests
from salesdesk.office.approvals.rules import Act, Decision, FlowStep, Mode, RequestKind
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.price_limits import SetFloorPrices
from salesdesk.office.inventory.price_queries import unit_floor
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.sales.change_frame import ChangeAsked, NothingChanges
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.discount_commands import EndDiscount, LimitDiscount, OfferDiscount
from salesdesk.office.sales.discount_queries import price_steps
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.granting import HoldOver, RequestDiscount
from salesdesk.office.sales.price_check import (
    AboveListPrice,
    ApprovePrice,
    BelowFloor,
    BeyondLimit,
)
from salesdesk.office.sales.price_signed import PriceSigned
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.repricing import RequestPrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.rules import Role
from tests.furnished import seated

LIST = 200_000_000
FLOOR = 190_000_000


@pytest.fixture
def held(desks):
    return limited(desks)


def limited(desks):
    """A unit held and paid for; the floor is 5 % below the list, the manager may give 3 %."""
    unit = desks.unit("1-1-0101")
    desks.manager.do(SetFloorPrices(reason="底价表", percent=Decimal(-5)))
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(3)))
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    return unit


def ask(desks, unit, total=None, seat=None, **wish):
    wish = RequestDiscount(unit=unit, total=total, reason="关系客户", **wish)
    return (seat or desks.consultant).do(wish)


def sign(seat, request, **more):
    return seat.do(SignRequest(request=RequestId(request), **more))["state"]


def card(seat, request):
    return seat.ask(requests, request=request)[0]


def price(desks):
    return desks.consultant.ask(deals)[0].price_fen


def test_at_the_floor_and_at_the_limit_the_manager_approves_alone(desks, held):
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(5)))
    desks.manager.do(ApprovePrice(unit=held, total=FLOOR))
    assert price(desks) == FLOOR
    with pytest.raises(BelowFloor):
        desks.manager.do(ApprovePrice(unit=held, total=FLOOR - 1))


def test_below_the_floor_nobody_approves_alone_whatever_his_role_may_give(desks, held):
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(50)))
    with pytest.raises(BelowFloor) as told:
        desks.manager.do(ApprovePrice(unit=held, total=FLOOR - 1))
    assert "190" not in str(told.value.facts["unit"]) and "floor" not in told.value.facts
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(1)))
    with pytest.raises(BeyondLimit):
        desks.manager.do(ApprovePrice(unit=held, total=LIST * 97 // 100))


@pytest.mark.parametrize(
    ("off", "seats"),
    [
        (900_000, ("manager", "head")),  # beyond the manager's limit, though it is little
        (1_000_000, ("manager", "head")),
        (5_000_000, ("manager", "deputy", "general")),
        (10_000_001, ("head", "deputy", "general")),
    ],
)
def test_the_more_is_given_away_the_higher_it_is_signed(desks, held, off, seats):
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(0)))
    request = ask(desks, held, LIST - off)
    for name in seats[:-1]:
        assert sign(getattr(desks, name), request) == "pending"
        assert price(desks) == LIST
    assert sign(getattr(desks, seats[-1]), request) == "approved"
    assert price(desks) == LIST - off
    desks.consultant.do(Subscribe(unit=held, mode="公积金"))
    assert desks.manager.ask(deals)[0].price_fen == LIST - off
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_what_was_signed_is_not_approved_over_alone(desks, held):
    request = ask(desks, held, LIST * 96 // 100)
    for seat in (desks.manager, desks.deputy, desks.general):
        sign(seat, request)
    assert price(desks) == LIST * 96 // 100
    for total in (None, LIST * 98 // 100, LIST * 96 // 100):
        with pytest.raises(PriceSigned) as refused:
            desks.manager.do(ApprovePrice(unit=held, total=total))
        assert refused.value.facts["request"] == request
    assert price(desks) == LIST * 96 // 100
    again = ask(desks, held, LIST * 97 // 100)
    for seat in (desks.manager, desks.head, desks.general):
        sign(seat, again)
    assert price(desks) == LIST * 97 // 100


def test_another_program_approves_nothing_over_what_was_signed(place, clock):
    desks = seated(place, clock)
    held = limited(desks)
    request = ask(desks, held, LIST * 96 // 100)
    for seat in (desks.manager, desks.deputy, desks.general):
        sign(seat, request)
    manager = desks.manager.person.id
    desks.office.close()
    at = int(clock.now.timestamp() * 1_000_000)
    over = (
        "INSERT INTO price_approval (deal_id, total_fen, at, actor_id, note)"
        f" VALUES (1, {LIST}, {at + 1}, {manager}, '')"
    )
    with closing(sqlcipher3.connect(place)) as raw, pytest.raises(Error, match="approved over"):
        raw.execute(over)


def test_below_the_floor_the_general_manager_signs_however_little_is_given_away(desks, held):
    floor = UnitPrice(unit=held, total=LIST)
    desks.manager.do(SetFloorPrices(reason="不让价", prices=(floor,)))
    request = ask(desks, held, LIST - 100)
    assert [step.roles for step in card(desks.head, request).steps] == [
        ("manager", "head"), ("general",),
    ]  # fmt: skip
    assert sign(desks.manager, request) == "pending"
    assert sign(desks.general, request) == "approved"
    assert price(desks) == LIST - 100


def test_signers_see_list_floor_difference_and_percent_and_the_asker_no_floor(desks, held):
    request = ask(desks, held, FLOOR - 1_000_000)
    seen = card(desks.general, request)
    told = {f.name: f.value for f in (*seen.what, *seen.changes)}
    assert told["list price"] == str(LIST) and told["floor price"] == str(FLOOR)
    assert told["below the floor price"] == "1000000" and told["given away"] == "11000000"
    assert told["percent off"] == "5.50"
    mine = card(desks.consultant, request)
    names = {f.name for f in (*mine.what, *mine.changes)}
    assert "asked price" in names
    assert not names & {"floor price", "below the floor price"}
    with pytest.raises(NotPermitted):
        desks.consultant.ask(unit_floor, held)
    assert desks.deputy.ask(unit_floor, held) == FLOOR


def test_discounts_are_kept_with_their_steps(desks, held):
    desks.manager.do(OfferDiscount(name="老带新", kind=DiscountKind.WAIVER, amount=7_000_000))
    request = ask(desks, held, discounts=("老带新",))
    for seat in (desks.manager, desks.head, desks.general):
        sign(seat, request)
    deal = desks.consultant.ask(deals)[0]
    assert (deal.price_fen, deal.approved_by) == (LIST - 7_000_000, desks.general.person.name)
    assert [step.name for step in desks.manager.ask(price_steps, deal.id)] == ["老带新"]


def test_what_changed_meanwhile_is_not_signed(desks, held):
    desks.manager.do(OfferDiscount(name="老带新", kind=DiscountKind.WAIVER, amount=12_000_000))
    request = ask(desks, held, discounts=("老带新",))
    sign(desks.manager, request)
    desks.manager.do(SetFloorPrices(reason="调整", percent=Decimal(-4)))
    with pytest.raises(FactsChanged):
        sign(desks.head, request)
    desks.consultant.do(WithdrawRequest(request=RequestId(request)))
    again = desks.consultant.do(RestartRequest(request=RequestId(request)))
    sign(desks.manager, again)
    desks.manager.do(EndDiscount(name="老带新", reason="x"))
    with pytest.raises(NotFound):
        sign(desks.head, again)
    assert price(desks) == LIST


def test_a_hold_that_lapsed_takes_its_request_along(desks):
    unit, customer = desks.unit("1-1-0102"), desks.customer()
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    request = ask(desks, unit, LIST - 900_000)
    desks.clock.forward(minutes=31)
    with pytest.raises(HoldOver):
        sign(desks.manager, request)
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    with pytest.raises(HoldOver):
        sign(desks.manager, request)
    assert sign(desks.manager, request, decision=Decision.REJECT, comment="x") == "rejected"
    assert sign(desks.manager, ask(desks, unit, LIST - 900_000)) == "approved"


def test_one_open_request_a_deal_and_nothing_without_a_hold(desks, held):
    first = ask(desks, held, LIST - 8_000_000)
    with pytest.raises(ChangeAsked):
        ask(desks, held, LIST - 9_000_000)
    desks.consultant.do(WithdrawRequest(request=RequestId(first)))
    for total, refusal in ((LIST, NothingChanges), (LIST + 1, AboveListPrice)):
        with pytest.raises(refusal):
            ask(desks, held, total)
    with pytest.raises(NotPermitted):
        ask(desks, held, LIST - 1, desks.cashier)
    second = ask(desks, held, LIST - 8_000_000)
    desks.manager.do(ApprovePrice(unit=held))
    desks.consultant.do(Subscribe(unit=held, mode="公积金"))
    for name in (second, None):
        with pytest.raises(NotAllowedNow):
            sign(desks.manager, name) if name else ask(desks, held, LIST - 1)


@pytest.mark.parametrize(
    ("roles", "mode", "good"),
    [
        ((Role.DEPUTY,), Mode.ANY, False),
        ((Role.DEPUTY, Role.GENERAL), Mode.ANY, False),
        ((Role.DEPUTY, Role.GENERAL), Mode.ALL, True),
    ],
)
def test_a_flow_without_the_general_manager_takes_nothing_below_the_floor(
    desks, held, roles, mode, good
):
    step = FlowStep(act=Act.APPROVE, roles=roles, mode=mode, needed=2 if good else 1)
    desks.admin.do(EditFlow(kind=RequestKind.DISCOUNT, steps=(step,)))
    if not good:
        with pytest.raises(GeneralMustSign):
            ask(desks, held, FLOOR - 1)
    else:
        request = ask(desks, held, FLOOR - 1)
        assert sign(desks.deputy, request) == "pending"
        assert sign(desks.general, request) == "approved"
    assert ask(desks, held, FLOOR + 1)


def test_a_floor_raised_after_the_approval_is_in_the_way_of_the_agreement(desks, held):
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(5)))
    desks.manager.do(ApprovePrice(unit=held, total=FLOOR))
    desks.manager.do(SetFloorPrices(reason="调整", percent=Decimal(-4)))
    with pytest.raises(BelowFloor):
        desks.consultant.do(Subscribe(unit=held, mode="公积金"))
    request = ask(desks, held, FLOOR - 1)
    for seat in (desks.head, desks.deputy, desks.general):
        sign(seat, request)
    assert desks.consultant.do(Subscribe(unit=held, mode="公积金"))["agreement"]


def test_the_price_of_an_agreement_goes_below_the_floor_by_the_general_manager_alone(desks, held):
    desks.manager.do(ApprovePrice(unit=held))
    desks.consultant.do(Subscribe(unit=held, mode="公积金"))
    floor = UnitPrice(unit=held, total=LIST)
    desks.manager.do(SetFloorPrices(reason="不让价", prices=(floor,)))
    wish = RequestPrice(unit=UnitId(held), total=LIST - 100, reason="客户异议")
    request = desks.consultant.do(wish)
    assert sign(desks.manager, request) == "pending"
    assert sign(desks.head, request) == "pending"
    assert sign(desks.general, request) == "approved"
    assert price(desks) == LIST - 100


def test_another_program_writes_no_low_price_into_the_file(place, clock):
    """What the commands keep, the file keeps too; a server's guards are attacked in tests/attack."""
    desks = seated(place, clock)
    unit = limited(desks)
    deal, manager = desks.consultant.ask(deals)[0].id, desks.manager.person.id
    request, at = ask(desks, unit, FLOOR - 1), clock.now.timestamp() * 1_000_000
    sign(desks.manager, request)
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(50)))
    desks.office.close()
    approval = (
        "INSERT INTO price_approval (deal_id, total_fen, at, actor_id, note)"
        f" VALUES ({deal}, {{}}, {at:.0f}, {manager}, '')"
    )
    grant = (
        "INSERT INTO price_grant (request_id, deal_id, total_fen, asker_id, filed_at)"
        f" SELECT id + 0, {deal}, {{}}, asker_id, filed_at FROM request"
    )
    for statement, words in (
        (approval.format(FLOOR - 1), "the general manager signs"),
        (grant.format(FLOOR - 2), "is its request|append-only"),
        ("UPDATE price_grant SET total_fen = 1", "append-only"),
        ("DELETE FROM price_grant", "append-only"),
    ):
        with closing(sqlcipher3.connect(place)) as raw, pytest.raises(Error, match=words):
            raw.execute(statement)
