"""Discounts on a deal: offered, given in order, held to each role's limit; the steps are kept."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted, UserError
from salesdesk.kernel.keys import CustomerId, Fen, ProjectId
from salesdesk.office.customers.commands import MergeCustomers
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.sales import discount_queries, price_check
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.discount_commands import (
    BeginsBackwards,
    DiscountExists,
    DiscountFarOff,
    DiscountOver,
    EndDiscount,
    LimitDiscount,
    OfferDiscount,
    TwoFigures,
)
from salesdesk.office.sales.discount_queries import discount_limits, discounts, price_steps
from salesdesk.office.sales.discount_rules import (
    DiscountKind,
    DiscountNotSensible,
    DiscountStandsAlone,
)
from salesdesk.office.sales.plan_queries import buying_plan
from salesdesk.office.sales.price_check import (
    ApprovePrice,
    BeyondLimit,
    DiscountOfSource,
    DiscountTwice,
    ModeDoesNotFit,
    NotThatPrice,
)
from salesdesk.office.sales.queries import deal_on
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.rules import Role

LIST = 2_000_000_00
OPENING = OfferDiscount(
    name="开盘98折", kind=DiscountKind.PERCENTAGE, percent=Decimal(98), source="开盘"
)
FRIEND = OfferDiscount(name="老带新", kind=DiscountKind.WAIVER, amount=Fen(20_000_00))


@pytest.fixture
def held(desks):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    return unit


def price_of(desks, unit):
    return desks.manager.ask(deal_on, unit).price_fen


def test_discounts_are_given_in_their_order_and_every_step_is_kept(desks, held):
    desks.manager.do(OPENING)
    desks.manager.do(FRIEND)
    answer = desks.manager.do(ApprovePrice(unit=held, discounts=("老带新", "开盘98折")))
    assert answer["total_fen"] == price_of(desks, held) == 1_940_400_00
    deal = desks.manager.ask(deal_on, held).id
    steps = desks.manager.ask(price_steps, deal)
    assert [(s.name, s.before_fen, s.after_fen) for s in steps] == [
        ("老带新", LIST, 1_980_000_00),
        ("开盘98折", 1_980_000_00, 1_940_400_00),
    ]
    desks.manager.do(ApprovePrice(unit=held))
    assert desks.manager.ask(price_steps, deal) == ()


def test_a_price_beside_discounts_must_be_theirs(desks, held):
    desks.manager.do(OPENING)
    with pytest.raises(NotThatPrice):
        desks.manager.do(ApprovePrice(unit=held, discounts=("开盘98折",), total=Fen(1_900_000_00)))
    desks.manager.do(ApprovePrice(unit=held, discounts=("开盘98折",), total=Fen(1_960_000_00)))


def test_a_discount_has_its_days_and_its_end(desks, held):
    today = desks.clock.now.date()
    later = OfferDiscount(
        name="下周", kind=DiscountKind.WAIVER, amount=Fen(100), begins_on=today + timedelta(days=1)
    )
    desks.manager.do(later)
    desks.manager.do(
        OfferDiscount(name="今天", kind=DiscountKind.WAIVER, amount=Fen(100_00), ends_on=today)
    )
    assert {line.name: line.runs for line in desks.consultant.ask(discounts)} == {
        "下周": False, "今天": True,
    }  # fmt: skip
    with pytest.raises(NotFound):
        desks.manager.do(ApprovePrice(unit=held, discounts=("下周",)))
    desks.manager.do(EndDiscount(name="今天", reason="名额已满"))
    with pytest.raises(NotFound):
        desks.manager.do(ApprovePrice(unit=held, discounts=("今天",)))
    with pytest.raises(NotFound):
        desks.manager.do(EndDiscount(name="今天", reason="again"))
    gone = next(line for line in desks.manager.ask(discounts, over=True) if line.name == "今天")
    assert gone.end_reason == "名额已满" and not gone.runs
    desks.manager.do(OfferDiscount(name="今天", kind=DiscountKind.WAIVER, amount=Fen(200_00)))


def test_nobody_gives_more_than_his_role_may(desks, held, monkeypatch):
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal("2.5")))
    assert desks.admin.ask(discount_limits) == {"manager": 250}
    desks.manager.do(ApprovePrice(unit=held, total=Fen(1_950_000_00)))
    with pytest.raises(BeyondLimit):
        desks.manager.do(ApprovePrice(unit=held, total=Fen(1_949_999_00)))
    monkeypatch.setattr(price_check, "check_limit", lambda *_: None)
    with pytest.raises((IntegrityError, UserError)) as refusal:
        desks.manager.do(ApprovePrice(unit=held, total=Fen(1_949_999_00)))
    assert "more than his role may" in str(refusal.value) + str(refusal.value.__cause__)
    assert price_of(desks, held) == 1_950_000_00
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(3)))
    desks.manager.do(ApprovePrice(unit=held, total=Fen(1_949_999_00)))


def test_a_discount_for_a_payment_mode_is_for_that_mode(desks, held):
    desks.manager.do(
        OfferDiscount(
            name="一次性99折", kind=DiscountKind.PERCENTAGE, percent=Decimal(99), mode="一次性付款"
        )
    )
    desks.cashier.do(TakeDeposit(unit=held, amount=Fen(50_000_00)))
    desks.manager.do(ApprovePrice(unit=held, discounts=("一次性99折",)))
    with pytest.raises(ModeDoesNotFit):
        desks.consultant.do(Subscribe(unit=held, mode="商业按揭"))
    desks.consultant.do(Subscribe(unit=held, mode="一次性付款"))


def test_what_cannot_be_together_or_makes_no_sense_is_refused(desks, held):
    desks.manager.do(OPENING)
    desks.manager.do(
        OfferDiscount(
            name="特价", kind=DiscountKind.FIXED_TOTAL, amount=Fen(1_500_000_00), exclusive=True
        )
    )
    desks.manager.do(OfferDiscount(name="全免", kind=DiscountKind.WAIVER, amount=Fen(LIST)))
    for names, refusal in (
        (("特价", "开盘98折"), DiscountStandsAlone),
        (("全免",), DiscountNotSensible),
        (("没有",), NotFound),
    ):
        with pytest.raises(refusal):
            desks.manager.do(ApprovePrice(unit=held, discounts=names))
    assert not desks.manager.ask(deal_on, held).price_approved


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (OfferDiscount(name=" ", kind=DiscountKind.WAIVER, amount=Fen(1)), MissingEntry),
        (OfferDiscount(name="x", kind=DiscountKind.WAIVER), MissingEntry),
        (
            OfferDiscount(name="x", kind=DiscountKind.PERCENTAGE, percent=Decimal(2)),
            DiscountFarOff,
        ),
        (
            OfferDiscount(name="x", kind=DiscountKind.PERCENTAGE, percent=Decimal("79.99")),
            DiscountFarOff,
        ),
        (
            OfferDiscount(
                name="x", kind=DiscountKind.PERCENTAGE, percent=Decimal(98), amount=Fen(1)
            ),
            TwoFigures,
        ),
        (
            OfferDiscount(
                name="x", kind=DiscountKind.WAIVER, percent=Decimal(98), amount=Fen(100)
            ),
            TwoFigures,
        ),
        (
            OfferDiscount(
                name="x",
                kind=DiscountKind.WAIVER,
                amount=Fen(100),
                begins_on=date(2026, 1, 1),
                ends_on=date(2026, 2, 1),
            ),
            DiscountOver,
        ),
        (OfferDiscount(name="x", kind=DiscountKind.WAIVER, amount=Fen(0)), BadEntry),
        (OfferDiscount(name="x", kind=DiscountKind.PERCENTAGE), MissingEntry),
        (OfferDiscount(name="x", kind=DiscountKind.PERCENTAGE, percent=Decimal(100)), BadEntry),
        (
            OfferDiscount(name="x", kind=DiscountKind.PERCENTAGE, percent=Decimal("0.001")),
            BadEntry,
        ),
        (LimitDiscount(role=Role.MANAGER, percent=Decimal(101)), NotPermitted),
    ],
)
def test_what_is_no_discount_is_refused(desks, command, refusal):
    with pytest.raises(refusal):
        desks.manager.do(command)
    assert desks.manager.ask(discounts) == ()


def test_far_off_is_offered_where_it_is_meant(desks):
    last = OfferDiscount(name="尾盘", kind=DiscountKind.PERCENTAGE, percent=Decimal(70))
    with pytest.raises(DiscountFarOff) as asked:
        desks.manager.do(last)
    assert (asked.value.facts["percent"], asked.value.facts["off"]) == ("70", "30")
    desks.manager.do(replace(last, confirmed=True))
    desks.manager.do(replace(last, name="八折", percent=Decimal(80)))
    assert sorted(one.value for one in desks.manager.ask(discounts)) == [7_000, 8_000]


def test_a_last_day_that_is_over_says_from_which_day_on(desks):
    with pytest.raises(DiscountOver) as told:
        desks.manager.do(replace(FRIEND, begins_on=date(2026, 1, 1), ends_on=date(2026, 2, 1)))
    assert str(told.value.facts["first"]) == "2026-11-24"


def test_no_discount_begins_on_a_day_that_is_over(desks):
    with pytest.raises(BeginsBackwards) as told:
        desks.manager.do(replace(FRIEND, begins_on=date(2026, 11, 23)))
    assert str(told.value.facts["today"]) == "2026-11-24"
    desks.manager.do(replace(FRIEND, begins_on=date(2026, 11, 24)))


def test_one_name_is_on_offer_once(desks):
    desks.manager.do(OPENING)
    with pytest.raises(DiscountExists):
        desks.manager.do(OPENING)
    with pytest.raises(NotPermitted):
        desks.consultant.do(FRIEND)


def test_a_source_discount_is_for_who_came_that_way(desks, held):
    desks.manager.do(
        OfferDiscount(
            name="老带新", kind=DiscountKind.WAIVER, amount=Fen(20_000_00), manner=Manner.REFERRAL
        )
    )
    deal = desks.manager.ask(deal_on, held)
    for ask in (
        lambda: desks.manager.do(ApprovePrice(unit=held, discounts=("老带新",))),
        lambda: desks.manager.ask(discount_queries.price_offer, deal.id, ("老带新",)),
        lambda: desks.consultant.ask(buying_plan, held, discounts=("老带新",)),
        lambda: desks.consultant.ask(buying_plan, held, deal.customer_id, ("老带新",)),
    ):
        with pytest.raises(DiscountOfSource):
            ask()
    desks.reception.do(
        RegisterVisit(
            manner=Manner.REFERRAL, customer=CustomerId(deal.customer_id), project=ProjectId(1)
        )
    )
    plan = desks.consultant.ask(buying_plan, held, deal.customer_id, ("老带新",))
    assert plan.total_fen == 1_980_000_00
    desks.manager.do(ApprovePrice(unit=held, discounts=("老带新",)))
    assert price_of(desks, held) == 1_980_000_00
    (line,) = desks.manager.ask(discounts)
    assert line.manner == "referral"


def test_a_source_goes_with_the_customer_into_whom_he_was_merged(desks):
    other = desks.customer("李芳", "13987654321")
    desks.reception.do(RegisterVisit(manner=Manner.REFERRAL, customer=other, project=ProjectId(1)))
    kept = desks.customer()
    desks.manager.do(MergeCustomers(customer=kept, other=other))
    desks.manager.do(
        OfferDiscount(
            name="老带新", kind=DiscountKind.WAIVER, amount=Fen(100_00), manner=Manner.REFERRAL
        )
    )
    unit = desks.unit("1-1-0201")
    assert desks.consultant.ask(buying_plan, unit, kept, ("老带新",)).steps


def test_a_discount_is_taken_off_once_however_often_it_is_named(desks, held):
    desks.manager.do(OPENING)
    twice = (OPENING.name, OPENING.name)
    for refused in (
        lambda: desks.manager.do(ApprovePrice(unit=held, discounts=twice)),
        lambda: desks.consultant.ask(buying_plan, held, discounts=twice),
    ):
        with pytest.raises(DiscountTwice):
            refused()
    assert price_of(desks, held) == LIST
