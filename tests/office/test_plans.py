"""The buying plan: what a home costs, how it is paid, what it may show; asked by query alone."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotFound, NotPermitted, UserError
from salesdesk.kernel.keys import Fen, ProjectId
from salesdesk.kernel.loans import Method
from salesdesk.office.inventory.commands import BlockUnits, ImportUnits, WithoutPrice
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.sales import plan_queries
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.discount_commands import LimitDiscount, OfferDiscount
from salesdesk.office.sales.discount_rules import DiscountKind, DiscountStandsAlone
from salesdesk.office.sales.original_price import (
    NothingToCompare,
    NotTheOriginalPrice,
    original_price,
)
from salesdesk.office.sales.plan_queries import DiscountOfOtherMode, NotOnSale, buying_plan
from salesdesk.office.sales.plan_rules import (
    FeeKind,
    FirstTooLarge,
    FirstTooSmall,
    LoanBeyondFund,
    LoanKind,
    PlanTerms,
    PlanWish,
    fees,
    pay,
)
from salesdesk.office.sales.price_check import ApprovePrice, BeyondLimit
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.rules import Role
from tests.furnished import put_law, rows

LIST = 2_000_000_00
TERMS = PlanTerms(
    first_bp=1500, fund_first_bp=2000, rate_bp=310, fund_rate_bp=260, longest_years=30,
    loan_step_fen=10_000_00, fund_most_fen=0, deed_tax_bp=100, deed_tax_large_bp=150,
    maintenance_fen=65_00, registration_fen=80_00, valid_days=3,
)  # fmt: skip


def offer(desks, name, **entries):
    desks.manager.do(OfferDiscount(name=name, **entries))


@pytest.fixture
def unit(desks):
    return desks.unit("1-1-0101")


def test_a_plan_says_what_a_home_costs_and_how_it_is_paid(desks, unit):
    offer(desks, "开盘98折", kind=DiscountKind.PERCENTAGE, percent=Decimal(98))
    offer(desks, "老带新", kind=DiscountKind.WAIVER, amount=Fen(20_000_00))
    desks.admin.do(ChangeSetting(name="maintenance_fund_yuan", value="65"))
    customer = desks.customer()
    plan = desks.consultant.ask(
        buying_plan, unit, customer, ("老带新", "开盘98折"), first_percent=Decimal(30), years=20
    )
    assert (plan.unit, plan.customer, plan.consultant) == (
        "1-1-0101", "王小明", desks.consultant.person.name,
    )  # fmt: skip
    assert [(s.name, s.after_fen) for s in plan.steps] == [
        ("老带新", 1_980_000_00), ("开盘98折", 1_940_400_00),
    ]  # fmt: skip
    assert plan.mode_kind == "mortgage"
    (loan,) = plan.payment.loans
    assert (loan.kind, loan.loan_fen, loan.months) == (LoanKind.COMMERCIAL, 1_350_000_00, 240)
    assert plan.payment.first_fen == 590_400_00  # 30 %, and what no bank lends of the rest
    assert loan.figures(Method.EQUAL_INSTALMENT).month_fen == 7_554_83
    assert loan.figures(Method.EQUAL_PRINCIPAL)[:2] == (9_112_50, 14_53)
    assert {fee.kind: fee.amount_fen for fee in plan.fees} == {
        FeeKind.DEED_TAX: 19_404_00, FeeKind.MAINTENANCE_FUND: 6_500_00,
        FeeKind.REGISTRATION: 80_00,
    }  # fmt: skip
    assert plan.due_first_fen == 590_400_00 + 25_984_00
    assert plan.valid_until == plan.made_on + timedelta(days=3)


def test_each_mode_has_its_loans(desks, unit):
    asked = desks.consultant.ask

    def loans(mode, **more):
        return [
            (loan.kind.value, loan.loan_fen)
            for loan in asked(buying_plan, unit, mode=mode, **more).payment.loans
        ]

    assert loans("一次性付款") == []
    assert loans("Mortgage") == [("commercial", 1_700_000_00)]
    assert loans("公积金") == [("provident_fund", 1_600_000_00)]
    both = loans("组合贷", fund_amount=Fen(600_000_00))
    assert both == [("provident_fund", 600_000_00), ("commercial", 1_100_000_00)]
    plan = asked(buying_plan, unit, mode="分期付款", first_percent=Decimal(50))
    assert (plan.payment.loans, plan.payment.rest_fen) == ((), 1_000_000_00)
    assert asked(buying_plan, unit, mode="一次性付款").payment.first_fen == LIST
    desks.admin.do(ChangeSetting(name="plan_fund_most_yuan", value="800000"))
    assert loans("组合贷")[0] == ("provident_fund", 800_000_00)
    with pytest.raises(LoanBeyondFund):
        loans("公积金")


def test_what_the_office_has_set_to_nothing_is_left_out(desks, unit):
    assert [fee.kind for fee in desks.consultant.ask(buying_plan, unit).fees] == [
        FeeKind.DEED_TAX, FeeKind.REGISTRATION,
    ]  # fmt: skip
    for name in ("deed_tax_bp", "registration_fee_yuan"):
        desks.admin.do(ChangeSetting(name=name, value="0"))
    assert desks.consultant.ask(buying_plan, unit).fees == ()


@pytest.mark.parametrize(
    ("wish", "refusal", "field"),
    [
        ({"first_amount": Fen(299_999_99)}, FirstTooSmall, "first_amount"),
        ({"first_percent": Decimal("14.99")}, FirstTooSmall, "first_percent"),
        ({"first_amount": Fen(-1)}, FirstTooSmall, "first_amount"),
        ({"first_amount": Fen(LIST + 1)}, FirstTooLarge, "first_amount"),
        ({"first_percent": Decimal(101)}, BadEntry, "first_percent"),
        ({"first_percent": Decimal("15.001")}, BadEntry, "first_percent"),
        ({"years": 0}, BadEntry, "years"),
        ({"years": 31}, BadEntry, "years"),
        ({"rate": Decimal("-0.01")}, BadEntry, "rate"),
        ({"rate": Decimal(25)}, BadEntry, "rate"),
        ({"mode": "组合贷"}, MissingEntry, "fund_amount"),
        ({"mode": "组合贷", "fund_amount": Fen(1_700_000_01)}, BadEntry, "fund_amount"),
        ({"mode": "组合贷", "fund_amount": Fen(-1)}, BadEntry, "fund_amount"),
        ({"mode": "一次性付款", "first_amount": Fen(1_000_000_00)}, FirstTooSmall, "first_amount"),
    ],
)
def test_what_cannot_be_paid_so_is_refused_at_its_field(desks_to_read, wish, refusal, field):
    with pytest.raises(refusal) as said:
        desks_to_read.consultant.ask(buying_plan, desks_to_read.unit("1-1-0101"), **wish)
    assert said.value.facts["field"] == field


def test_nobody_plans_with_what_is_not_there(desks, unit):
    ask = desks.consultant.ask
    with pytest.raises(NotFound):
        ask(buying_plan, 999)
    with pytest.raises(NotFound):
        ask(buying_plan, unit, mode="贝壳")
    with pytest.raises(NotFound):
        ask(buying_plan, unit, customer=999)
    with pytest.raises(NotFound):
        ask(buying_plan, unit, discounts=("没有",))
    with pytest.raises(NotPermitted):
        desks.cashier.ask(buying_plan, unit)


def test_a_unit_that_is_not_on_sale_or_has_no_price_has_no_plan(desks, unit):
    desks.manager.do(BlockUnits(units=(unit,), reason="样板房"))
    with pytest.raises(NotOnSale):
        desks.consultant.ask(buying_plan, unit)
    from dataclasses import replace

    bare = tuple(replace(row, unit_price_fen=None) for row in rows("2栋", 1, 1))
    desks.manager.do(ImportUnits(file="b.xlsx", rows=bare, project=ProjectId(1)))
    with pytest.raises((NotOnSale, WithoutPrice)):
        desks.consultant.ask(buying_plan, desks.unit("2-1-0101"))


def test_discounts_go_with_their_mode_their_company_and_the_role_s_limit(desks, unit):
    offer(
        desks, "一次性优惠", kind=DiscountKind.PERCENTAGE, percent=Decimal(97), mode="一次性付款"
    )
    offer(desks, "独享", kind=DiscountKind.WAIVER, amount=Fen(100_00), exclusive=True)
    offer(desks, "九五折", kind=DiscountKind.PERCENTAGE, percent=Decimal(95))
    ask = desks.consultant.ask
    with pytest.raises(DiscountOfOtherMode):
        ask(buying_plan, unit, discounts=("一次性优惠",))
    assert ask(buying_plan, unit, discounts=("一次性优惠",), mode="一次性付款").steps
    with pytest.raises(DiscountStandsAlone):
        ask(buying_plan, unit, discounts=("独享", "九五折"))
    assert ask(buying_plan, unit, discounts=("九五折",)).total_fen == LIST * 95 // 100
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(3)))
    with pytest.raises(BeyondLimit, match="3 %"):  # he approves the price, later
        ask(buying_plan, unit, discounts=("九五折",))
    desks.admin.do(LimitDiscount(role=Role.MANAGER, percent=Decimal(5)))
    assert ask(buying_plan, unit, discounts=("九五折",)).total_fen == LIST * 95 // 100
    desks.admin.do(LimitDiscount(role=Role.CONSULTANT, percent=Decimal(2)))
    with pytest.raises(BeyondLimit):
        ask(buying_plan, unit, discounts=("九五折",))
    assert (
        desks.manager.ask(buying_plan, unit, discounts=("九五折",)).total_fen == LIST * 95 // 100
    )


def test_a_plan_for_a_deal_has_the_price_that_was_approved_and_nobody_else_s(desks, unit):
    customer, other = desks.customer(), desks.customer("李芳", "13987654321")
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    desks.admin.do(LimitDiscount(role=Role.CONSULTANT, percent=Decimal(0)))
    desks.manager.do(ApprovePrice(unit=unit, total=Fen(1_900_000_00)))
    ask = desks.consultant.ask
    assert ask(buying_plan, unit, customer).total_fen == 1_900_000_00
    assert ask(buying_plan, unit).total_fen == 1_900_000_00
    assert ask(buying_plan, unit, other).total_fen == LIST


def sell(desks, code, total=None):
    unit = desks.unit(code)
    phone = f"1381234{code.replace('-', '')[-4:]}"
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer("买家", phone)))
    desks.cashier.do(TakeDeposit(unit=unit, amount=Fen(10_000_00)))
    desks.manager.do(ApprovePrice(unit=unit, total=total))
    desks.consultant.do(Subscribe(unit=unit, mode="一次性付款"))


def test_an_old_price_shown_is_at_most_the_lowest_deal_of_seven_days(desks, unit):
    """R-08: 《明码标价和禁止价格欺诈规定》16, 17."""
    offer(desks, "九五折", kind=DiscountKind.PERCENTAGE, percent=Decimal(95))

    def compared():
        return desks.consultant.ask(buying_plan, unit, discounts=("九五折",), compare=True)

    with pytest.raises(NothingToCompare):
        compared()
    sell(desks, "1-1-0102")
    assert compared().compared
    sell(desks, "1-1-0201", Fen(1_990_000_00))
    assert desks.consultant.ask(original_price).lowest_fen == 19_900_00
    with pytest.raises(NotTheOriginalPrice):
        compared()
    put_law(desks, Law.ORIGINAL_PRICE, LawLevel.WARN)
    assert compared().warned and compared().compared
    put_law(desks, Law.ORIGINAL_PRICE, LawLevel.OFF)
    assert compared().compared and not compared().warned


def test_after_seven_days_the_last_deal_counts(desks):
    sell(desks, "1-1-0201", Fen(1_900_000_00))
    desks.clock.forward(days=1)
    sell(desks, "1-1-0102", Fen(1_950_000_00))
    assert desks.consultant.ask(original_price).lowest_fen == 19_000_00
    desks.clock.forward(days=6, minutes=1)
    assert desks.consultant.ask(original_price).lowest_fen == 19_500_00
    desks.clock.forward(days=9)
    assert desks.consultant.ask(original_price).lowest_fen == 19_500_00


def test_without_a_discount_nothing_is_struck_through(desks, unit):
    assert not desks.consultant.ask(buying_plan, unit, compare=True).compared


WISHES = st.builds(
    PlanWish,
    first_bp=st.none() | st.integers(0, 10_000),
    first_fen=st.none() | st.integers(0, 10**10),
    fund_fen=st.none() | st.integers(0, 10**10),
    years=st.integers(1, 30),
    rate_bp=st.none() | st.integers(0, 2_400),
    fund_rate_bp=st.none() | st.integers(0, 2_400),
)
KINDS = st.sampled_from(["lump_sum", "instalment", "mortgage", "provident_fund", "combined_loan"])


@given(price=st.integers(100_00, 10**11), kind=KINDS, wish=WISHES)
def test_every_plan_adds_up_to_the_fen_or_is_refused(price, kind, wish):
    try:
        paid = pay(price, kind, wish, TERMS)
    except UserError:
        return
    assert paid.first_fen + paid.rest_fen + paid.loan_fen == price
    assert paid.first_fen * 10_000 >= price * TERMS.least_first_bp(kind)
    for loan in paid.loans:
        for method in Method:
            month, falls, interest, whole = loan.figures(method)
            assert whole == loan.loan_fen + interest
            assert month >= falls >= 0
    for method in Method:
        if paid.loans:
            assert (
                paid.figures(method).paid_fen == paid.loan_fen + paid.figures(method).interest_fen
            )


def test_a_large_home_pays_the_larger_deed_tax():
    def deed(area):
        return fees(LIST, Decimal(area), TERMS)[0].amount_fen

    assert (deed("140.00"), deed("140.01")) == (20_000_00, 30_000_00)


def test_the_terms_are_the_office_s(desks):
    desks.admin.do(ChangeSetting(name="plan_rate_bp", value="355"))
    assert desks.consultant.ask(plan_queries.plan_start).rate_bp == 355
