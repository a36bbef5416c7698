"""A deal's schedule: begun with the agreement, dated by events, renewed by changes, on both stores."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import Fen, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest, WithdrawRequest
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.changing import RequestMode
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.exchanging import RequestExchange
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.price_paid import PaidMore
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.repricing import RequestPrice
from salesdesk.office.sales.scheduling import ModeNotOffered
from salesdesk.office.sales.signing import DeliverUnit, FileContract, SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.staff.commands import ChangeSetting

M = MoneyKind
DEPOSIT = 5_000_000
DOWN = TermLine(money=M.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION, days=7)
REST = TermLine(money=M.BALANCE, rest=True, event=DueEvent.DELIVERY)


def sell(desks, mode="分期付款"):
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode=mode))
    return desks.consultant.ask(deals)[0]


@pytest.fixture
def deal(desks):
    """A deal by instalments: 30 % a week after the subscription, the rest with the keys."""
    desks.manager.do(SetModeTerms(mode="分期付款", lines=(DOWN, REST)))
    return sell(desks)


def lines(desks, deal, *, ended=False):
    return desks.cashier.ask(payment_schedule, deal.id, ended=ended)


def changed(desks, wish):
    request = RequestId(desks.consultant.do(wish))
    for seat in (desks.manager, desks.head):
        seat.do(SignRequest(request=request))


def whole(desks):
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_schedule_begins_with_the_agreement_and_the_deposit_is_credited_to_the_first(
    desks, deal
):
    down, rest = lines(desks, deal)
    today = day_of(desks.clock.now)
    assert down.amount_fen == deal.price_fen * 3 // 10
    assert (down.paid_fen, down.due_on) == (DEPOSIT, today + timedelta(days=7))
    assert (rest.amount_fen, rest.paid_fen) == (deal.price_fen - down.amount_fen, 0)
    assert (rest.due_on, rest.event) == (None, "delivery")
    whole(desks)


def test_what_is_not_paid_in_time_is_overdue(desks, deal):
    desks.clock.forward(days=10)
    down, rest = lines(desks, deal)
    assert (down.overdue_days, rest.overdue_days) == (3, 0)
    assert down.open_fen == down.amount_fen - DEPOSIT


def test_events_date_what_waited_for_them(desks):
    deal = sell(desks, "商业按揭")
    unit = UnitId(deal.unit_id)
    down, loan = lines(desks, deal)
    assert (down.due_on, loan.due_on, loan.amount_fen % 1_000_000) == (None, None, 0)
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    today = day_of(desks.clock.now)
    desks.consultant.do(SignContract(unit=unit, number="HT-1"))
    assert [line.due_on for line in lines(desks, deal)] == [today, None]
    desks.clock.forward(days=3)
    desks.manager.do(FileContract(unit=unit, number="BA-1"))
    filed = today + timedelta(days=3)
    assert [line.due_on for line in lines(desks, deal)] == [today, filed + timedelta(days=30)]
    whole(desks)


def test_another_mode_keeps_what_was_paid_and_renews_the_rest(desks, deal):
    changed(desks, RequestMode(unit=UnitId(deal.unit_id), mode="一次性付款", reason="一次付清"))
    kept, rest = lines(desks, deal)
    assert (kept.amount_fen, kept.paid_fen, kept.ended) == (DEPOSIT, DEPOSIT, True)
    assert (rest.amount_fen, rest.paid_fen) == (deal.price_fen - DEPOSIT, 0)
    assert kept.why == "BG0000001"
    assert [line.amount_fen for line in lines(desks, deal, ended=True)][
        1
    ] == deal.price_fen - deal.price_fen * 3 // 10
    whole(desks)  # fmt: skip


def test_another_price_is_spread_over_what_is_open(desks, deal):
    less = deal.price_fen - 1_000_000
    changed(desks, RequestPrice(unit=UnitId(deal.unit_id), total=Fen(less), reason="老客户"))
    assert sum(line.amount_fen for line in lines(desks, deal)) == less
    assert sum(line.paid_fen for line in lines(desks, deal)) == DEPOSIT
    whole(desks)


def test_a_price_below_what_is_paid_is_refused_also_where_it_was_paid_meanwhile(desks, deal):
    unit, less = UnitId(deal.unit_id), deal.price_fen - 1_000_000
    wish = RequestPrice(unit=unit, total=Fen(less), reason="老客户")
    asked = RequestId(desks.consultant.do(wish))
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(deal.price_fen - DEPOSIT - 100)))
    with pytest.raises(PaidMore):
        desks.manager.do(SignRequest(request=asked))
    desks.consultant.do(WithdrawRequest(request=asked))
    with pytest.raises(PaidMore):
        desks.consultant.do(wish)
    changed(desks, RequestPrice(unit=unit, total=Fen(deal.price_fen - 100), reason="抹零"))
    assert all(line.open_fen == 0 for line in lines(desks, deal))
    whole(desks)


def test_one_change_after_another_asks_for_no_fen_twice(desks, deal):
    unit, less = UnitId(deal.unit_id), deal.price_fen - 1_000_000
    changed(desks, RequestMode(unit=unit, mode="一次性付款", reason="一次付清"))
    changed(desks, RequestPrice(unit=unit, total=Fen(less), reason="老客户"))
    changed(desks, RequestMode(unit=unit, mode="分期付款", reason="仍分期"))
    now = lines(desks, deal)
    assert sum(line.amount_fen for line in now) == less
    assert sum(line.paid_fen for line in now) == DEPOSIT
    whole(desks)


def test_a_cancelled_deal_owes_nothing_more(desks, deal):
    desks.manager.do(
        CancelSubscription(unit=UnitId(deal.unit_id), fault=Fault.NONE, reason="贷款未批")
    )
    (kept,) = lines(desks, deal)
    assert (kept.ended, kept.amount_fen, kept.open_fen) == (True, DEPOSIT, 0)
    whole(desks)


def test_a_mode_out_of_its_time_is_not_agreed_on(desks):
    today = day_of(desks.clock.now)
    terms = SetModeTerms(mode="分期付款", lines=(DOWN, REST), begins_on=today + timedelta(days=1))
    desks.manager.do(terms)
    with pytest.raises(ModeNotOffered):
        sell(desks)
    assert desks.state("1-1-0101") == "on hold"


def test_agreements_keep_the_terms_they_were_made_under(desks, deal):
    before = lines(desks, deal)
    desks.manager.do(SetModeTerms(mode="分期付款", lines=(REST,)))
    assert lines(desks, deal) == before


def test_an_exchange_ends_one_schedule_and_begins_the_other_with_the_money_that_came_along(
    desks, deal
):
    other = desks.unit("1-1-0102")
    wish = RequestExchange(unit=UnitId(deal.unit_id), to=other, reason="楼层不合适")
    request = RequestId(desks.consultant.do(wish))
    for seat in (desks.manager, desks.head, desks.deputy):
        if desks.state("1-1-0102") != "subscribed":
            seat.do(SignRequest(request=request))
    new = next(card for card in desks.consultant.ask(deals) if card.unit == "1-1-0102")
    assert [line.ended for line in lines(desks, deal)] == [True]
    down, rest = lines(desks, new)
    assert down.paid_fen == DEPOSIT
    assert down.amount_fen + rest.amount_fen == new.price_fen
    whole(desks)


FORGED = {
    "less": "UPDATE due_line SET amount_fen = 1",
    "later": "UPDATE due_line SET due_on = '2030-01-01' WHERE due_on IS NOT NULL",
    "gone": "DELETE FROM due_line",
    "of nobody": (
        "INSERT INTO due_line (id, deal_id, money, amount_fen, event, stage, days, after_months,"
        " made_at, made_by, end_reason) SELECT 99, 99, money, amount_fen, event, stage, days,"
        " after_months, made_at, made_by, '' FROM due_line WHERE id = 1"
    ),
}


@pytest.mark.parametrize("forgery", FORGED)
def test_the_database_keeps_a_schedule_as_it_is(desks, deal, forgery):
    with pytest.raises(IntegrityError), desks.office.database.writing() as session:
        session.execute(text(FORGED[forgery]))
    assert len(lines(desks, deal)) == 2


def test_the_keys_date_the_balance(desks, deal):
    unit = UnitId(deal.unit_id)
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    desks.consultant.do(SignContract(unit=unit, number="HT-1"))
    desks.manager.do(FileContract(unit=unit, number="BA-1"))
    desks.manager.do(DeliverUnit(unit=unit, taken_by="王小明", overdue_reason="x"))
    assert lines(desks, deal)[1].due_on == day_of(desks.clock.now)


def test_a_late_fee_runs_on_the_shortfall_from_the_second_day_where_the_house_has_a_rate(
    desks, deal
):
    unit, due = UnitId(deal.unit_id), lines(desks, deal)[0].due_on
    short = lines(desks, deal)[0].open_fen
    desks.clock.forward(days=17)
    assert lines(desks, deal)[0].late_fen == 0, "the house has no rate"
    desks.admin.do(ChangeSetting(name="late_fee_tenths", value="5"))
    assert [line.late_fen for line in lines(desks, deal)] == [short * 10 // 20_000, 0]
    part = Fen(10_000_000)
    desks.cashier.do(TakePayment(unit=unit, amount=part))
    desks.clock.forward(days=10)
    (down, _rest) = lines(desks, deal)
    assert (desks.clock.now.date() - due).days == 20
    assert down.late_fen == round((short * 10 + (short - part) * 10) / 20_000)
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(short - part)))
    desks.clock.forward(days=30)
    paid, _rest, fee = lines(desks, deal)
    assert (paid.late_fen, fee.amount_fen) == (0, down.late_fen), "paid late it stops, and is due"
