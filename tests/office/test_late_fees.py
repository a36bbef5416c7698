"""Late fees fixed, taken as money of their own, given back with the deal, and waived by signatures; on both stores."""

from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import NotFound, NotPermitted
from salesdesk.kernel.keys import DueLineId, Fen, ReceiptId, RequestId, UnitId
from salesdesk.office.approvals.commands import FactsChanged, NotYourStep, OwnRequest, SignRequest
from salesdesk.office.approvals.flow_commands import SetStandIn
from salesdesk.office.approvals.queries import requests
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.queries import receipt_paper
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Account, Fault
from salesdesk.office.ledger.sheets import ReceiptItem
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.sales.ageing import ageing
from salesdesk.office.sales.applying import ApplyPrepaid
from salesdesk.office.sales.changing import RequestMode
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.exchanging import LateFeeOpen, RequestExchange
from salesdesk.office.sales.late_fee_commands import FixLateFee, NoFeeRuns, late_fees
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.reminder_queries import reminders
from salesdesk.office.sales.reminding import WriteDemands
from salesdesk.office.sales.sharing import LinePaid, LinePart, MoreThanOwed, NotAllShared
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import VoidReceipt
from salesdesk.office.sales.waiving import FeeSettled, RequestLateFeeWaiver, WaiverAsked
from salesdesk.office.staff.commands import ChangeSetting, GrantRight
from salesdesk.office.staff.rules import Role
from tests.office.endings import ended
from tests.office.test_receiving import DEPOSIT

LINES = (
    TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION, days=7),
    TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.DELIVERY),
    TermLine(money=MoneyKind.MAINTENANCE_FUND, per_m2=Fen(9_000), event=DueEvent.DELIVERY),
)  # fmt: skip
DOWN = 60_000_000 - DEPOSIT
"""What of the first payment is open behind the deposit (fen)."""


FEE = DOWN * 10 * 5 // 10_000
"""What ten days of it cost at 5 of ten thousand a day (fen)."""


@pytest.fixture
def deal(desks):
    """A deal whose first payment is ten days late, at 5 of ten thousand a day."""
    desks.manager.do(SetModeTerms(mode="分期付款", lines=LINES))
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="分期付款"))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    desks.admin.do(ChangeSetting(name="late_fee_tenths", value="50"))
    desks.clock.forward(days=17)
    return desks.consultant.ask(deals)[0]


def take(desks, deal, amount, **more):
    return desks.cashier.do(TakePayment(unit=UnitId(deal.unit_id), amount=Fen(amount), **more))


def lines(desks, deal, *, ended=False):
    return desks.cashier.ask(payment_schedule, deal.id, ended=ended)


def fees(desks, deal):
    return [line for line in lines(desks, deal) if line.money == MoneyKind.LATE_FEE]


def lies(desks, deal, account=Account.LATE_FEES):
    with desks.office.database.reading() as session:
        return balance_fen(session, account, deal.id)


def whole(desks):
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def waived(desks, line, amount=None, *, seats=None):
    """Ask for a waiver and have it signed by *seats*."""
    ask = RequestLateFeeWaiver(line=DueLineId(line), reason="银行放款慢", amount=amount)
    request = RequestId(desks.cashier.do(ask))
    for seat in seats or (desks.manager, desks.head):
        seat.do(SignRequest(request=request))
    return request


def test_the_payment_that_ends_the_lateness_fixes_the_fee_as_a_line_of_its_own(desks, deal):
    assert [line.late_fen for line in lines(desks, deal)] == [FEE, 0, 0]
    answer = take(desks, deal, DOWN)
    (fee,) = fees(desks, deal)
    assert answer["fixed"] == [{"line": fee.id, "amount_fen": FEE}]
    today = desks.clock.now.date()
    assert (fee.amount_fen, fee.open_fen, fee.due_on, fee.overdue_days) == (FEE, FEE, today, 0)
    assert all(line.late_fen == 0 for line in lines(desks, deal)), "what is fixed no longer runs"
    (card,) = desks.consultant.ask(late_fees, deal.id)
    assert (card.days, card.weighed, card.amount_fen) == (10, DOWN * 10, FEE)
    assert (card.of_money, card.per_myriad, card.until_on) == ("down payment", 5, today)
    desks.admin.do(ChangeSetting(name="late_fee_tenths", value="1"))
    desks.clock.forward(days=3)
    assert desks.consultant.ask(late_fees, deal.id) == (card,), (
        "another rate changes nothing of it"
    )
    (late,) = fees(desks, deal)
    assert (late.overdue_days, late.late_fen) == (3, 0), "a fee runs no fee"
    assert sum(row.overdue_fen for row in desks.manager.ask(ageing)) == FEE
    (reminder,) = desks.cashier.ask(reminders)
    assert reminder.mark.overdue_fen == FEE
    desks.cashier.do(WriteDemands(units=(UnitId(deal.unit_id),)))
    whole(desks)


def test_with_what_is_late_the_fee_is_taken_by_the_cashiers_choice_on_one_receipt(desks, deal):
    answer = take(desks, deal, DOWN + FEE, fees=True)
    sheet, _marks = desks.cashier.ask(receipt_paper, answer["receipt_id"])
    assert sheet.items == (
        ReceiptItem(money="down payment", amount_fen=DOWN),
        ReceiptItem(money="late fee", amount_fen=FEE),
    )
    (fee,) = fees(desks, deal)
    assert (fee.paid_fen, fee.open_fen) == (FEE, 0)
    assert lies(desks, deal) == FEE
    assert lies(desks, deal, Account.PRICE_RECEIVED) == DOWN
    (card,) = desks.consultant.ask(deals)
    assert card.paid_fen == DOWN + DEPOSIT, "the price is paid by its own money alone"
    whole(desks)


def test_without_the_choice_the_price_comes_first_and_the_fee_last(desks, deal):
    take(desks, deal, DOWN + FEE)
    (fee,) = fees(desks, deal)
    assert fee.open_fen == FEE
    assert lies(desks, deal) == 0
    left = sum(line.open_fen for line in lines(desks, deal))
    with pytest.raises(MoreThanOwed):
        take(desks, deal, left + 1)
    take(desks, deal, left)
    assert sum(line.open_fen for line in lines(desks, deal)) == 0
    assert lies(desks, deal) == FEE
    (card,) = desks.consultant.ask(deals)
    assert card.paid_fen == deal.price_fen
    whole(desks)


def test_by_hand_a_fee_is_a_line_like_others_and_what_is_named_may_leave_the_rest_to_fees(
    desks, deal
):
    down = lines(desks, deal)[0]
    part = (LinePart(line=DueLineId(down.id), amount=Fen(DOWN)),)
    with pytest.raises(NotAllShared):
        take(desks, deal, DOWN + 100, lines=part)
    take(desks, deal, DOWN + 100, lines=part, fees=True)
    (fee,) = fees(desks, deal)
    assert fee.paid_fen == 100
    more = (LinePart(line=DueLineId(fee.id), amount=Fen(FEE)),)
    with pytest.raises(LinePaid):
        take(desks, deal, FEE, lines=more)
    take(desks, deal, 200, lines=(LinePart(line=DueLineId(fee.id), amount=Fen(200)),))
    assert (fees(desks, deal)[0].open_fen, lies(desks, deal)) == (FEE - 300, 300)
    whole(desks)


def test_a_fee_is_fixed_by_itself_and_what_runs_on_becomes_a_further_line(desks, deal):
    unit = UnitId(deal.unit_id)
    desks.manager.do(FixLateFee(unit=unit))
    with pytest.raises(NoFeeRuns):
        desks.cashier.do(FixLateFee(unit=unit))
    desks.clock.forward(days=4)
    part = Fen(5_000_000)
    take(desks, deal, part)
    desks.clock.forward(days=2)
    desks.cashier.do(FixLateFee(unit=unit))
    first, second = desks.consultant.ask(late_fees, deal.id)
    assert first.until_on == second.since_on
    assert second.weighed == DOWN * 4 + (DOWN - part) * 2
    assert second.amount_fen == second.weighed * 5 // 10_000
    for seat in (desks.consultant, desks.admin):
        with pytest.raises(NotPermitted):
            seat.do(FixLateFee(unit=unit))
    whole(desks)


def test_the_cap_is_for_all_fees_of_a_line_together_and_grace_forgives_what_it_covers(desks, deal):
    unit = UnitId(deal.unit_id)
    desks.admin.do(ChangeSetting(name="late_fee_grace_days", value="10"))
    with pytest.raises(NoFeeRuns):
        desks.cashier.do(FixLateFee(unit=unit))
    desks.admin.do(ChangeSetting(name="late_fee_cap_percent", value="1"))
    desks.clock.forward(days=1)
    desks.cashier.do(FixLateFee(unit=unit))
    desks.clock.forward(days=100)
    desks.cashier.do(FixLateFee(unit=unit))
    assert sum(fee.amount_fen for fee in fees(desks, deal)) == 600_000
    desks.clock.forward(days=100)
    with pytest.raises(NoFeeRuns):
        desks.cashier.do(FixLateFee(unit=unit))
    whole(desks)


def test_what_lies_paid_ahead_pays_late_lines_and_their_fees(desks, deal):
    unit = UnitId(deal.unit_id)
    take(desks, deal, DOWN + FEE, lines=(), ahead=True)
    assert not fees(desks, deal)
    desks.clock.forward(days=2)
    answer = desks.cashier.do(ApplyPrepaid(unit=unit, fees=True))
    (fee,) = fees(desks, deal)
    assert fee.amount_fen == DOWN * 12 * 5 // 10_000, "it pays from the day on which it is applied"
    assert (answer["ahead_fen"], fee.paid_fen, lies(desks, deal)) == (0, FEE, FEE)
    whole(desks)


def test_a_void_or_a_contra_opens_the_fee_again_which_stays_fixed(desks, deal):
    answer = take(desks, deal, DOWN + FEE, fees=True)
    desks.cashier.do(
        VoidReceipt(receipt=ReceiptId(answer["receipt_id"]), reason="错", copies_back=True)
    )
    (fee,) = fees(desks, deal)
    assert (fee.amount_fen, fee.open_fen, lies(desks, deal)) == (FEE, FEE, 0)
    whole(desks)
    again = ReceiptId(take(desks, deal, DOWN + FEE, fees=True)["receipt_id"])
    assert len(fees(desks, deal)) == 1, "no day is in two fees"
    desks.clock.forward(days=1)
    desks.manager.do(ApproveContra(receipt=again, reason="记错"))
    desks.cashier.do(ContraReceipt(receipt=again))
    (fee,) = fees(desks, deal)
    assert (fee.open_fen, lies(desks, deal)) == (FEE, 0)
    assert lines(desks, deal)[0].late_fen == DOWN * 5 // 10_000, "it is short again since then"
    whole(desks)


@pytest.mark.parametrize("fault", list(Fault))
def test_a_fee_goes_back_with_a_deal_that_ends_without_the_buyers_fault(desks, deal, fault):
    take(desks, deal, DOWN + 1_000, fees=True)
    unit = UnitId(deal.unit_id)
    gone = ended(desks, unit, fault)
    back = 0 if fault is Fault.BUYER else 1_000
    doubled = DEPOSIT if fault is Fault.SELLER else 0
    assert gone.kept_fen + gone.owed_fen == DEPOSIT + DOWN + back + doubled
    assert lies(desks, deal) == 1_000 - back
    assert not [line for line in lines(desks, deal) if line.open_fen], "what was open ends with it"
    whole(desks)


def test_a_change_of_mode_fixes_what_ran_and_leaves_it_due(desks, deal):
    wish = RequestMode(unit=UnitId(deal.unit_id), mode="一次性付款", reason="x")
    request = RequestId(desks.consultant.do(wish))
    for seat in (desks.manager, desks.head):
        seat.do(SignRequest(request=request))
    (fee,) = fees(desks, deal)
    assert (fee.amount_fen, fee.open_fen) == (FEE, FEE)
    others = [line for line in lines(desks, deal) if line.id != fee.id]
    assert sum(line.amount_fen for line in others) == deal.price_fen
    whole(desks)


def test_an_exchange_waits_until_the_fees_are_settled(desks, deal):
    wish = RequestExchange(unit=UnitId(deal.unit_id), to=desks.unit("1-1-0201"), reason="x")
    with pytest.raises(LateFeeOpen):
        desks.consultant.do(wish)
    take(desks, deal, DOWN + FEE - 1, fees=True)
    with pytest.raises(LateFeeOpen):
        desks.consultant.do(wish)
    take(desks, deal, 1, lines=(LinePart(line=DueLineId(fees(desks, deal)[0].id), amount=Fen(1)),))
    request = RequestId(desks.consultant.do(wish))
    for seat in (desks.manager, desks.head):
        seat.do(SignRequest(request=request))
    assert lies(desks, deal) == FEE, "the fee stays with the deal in which it was earned"
    whole(desks)


def test_a_waiver_is_asked_for_signed_and_written_against_the_fee(desks, deal):
    take(desks, deal, DOWN)
    (fee,) = fees(desks, deal)
    request = waived(desks, fee.id, Fen(200_000))
    (after,) = fees(desks, deal)
    assert (after.amount_fen, after.waived_fen, after.open_fen) == (FEE, 200_000, FEE - 200_000)
    card = next(card for card in desks.manager.ask(requests) if card.id == request)
    said = {line.name: line.value for line in card.what}
    assert (said["late fee"], said["to waive"], said["fee days"]) == (str(FEE), "200000", "10")
    take(
        desks,
        deal,
        FEE - 200_000,
        lines=(LinePart(line=DueLineId(fee.id), amount=Fen(FEE - 200_000)),),
    )
    assert (fees(desks, deal)[0].open_fen, lies(desks, deal)) == (0, FEE - 200_000)
    (kept,) = desks.consultant.ask(late_fees, deal.id)
    assert (kept.amount_fen, kept.waived_fen, kept.open_fen) == (FEE, 200_000, 0)
    whole(desks)


def test_a_waiver_in_small_parts_goes_as_far_as_in_one(desks, deal):
    take(desks, deal, DOWN)
    (fee,) = fees(desks, deal)
    waived(desks, fee.id, Fen(99_900), seats=(desks.manager,))
    assert fees(desks, deal)[0].waived_fen == 99_900
    request = waived(desks, fee.id, Fen(200), seats=(desks.manager,))
    assert fees(desks, deal)[0].waived_fen == 99_900, "the manager's limit counts both"
    card = next(card for card in desks.manager.ask(requests) if card.id == request)
    assert {line.name: line.value for line in card.what}["waived before"] == "99900"
    desks.head.do(SignRequest(request=request))
    assert fees(desks, deal)[0].waived_fen == 100_100
    whole(desks)


def test_no_more_is_waived_than_is_open_and_nothing_that_is_paid(desks, deal):
    take(desks, deal, DOWN + 1_000, fees=True)
    (fee,) = fees(desks, deal)
    key = DueLineId(fee.id)
    for amount in (FEE, FEE - 999):
        with pytest.raises(FeeSettled):
            desks.cashier.do(RequestLateFeeWaiver(line=key, reason="x", amount=Fen(amount)))
    down = DueLineId(lines(desks, deal)[0].id)
    with pytest.raises(NotFound):
        desks.cashier.do(RequestLateFeeWaiver(line=down, reason="x"))
    waived(desks, fee.id)
    with pytest.raises(FeeSettled):
        desks.cashier.do(RequestLateFeeWaiver(line=key, reason="x", amount=Fen(1)))
    with pytest.raises(FeeSettled):
        desks.cashier.do(RequestLateFeeWaiver(line=key, reason="x"))
    whole(desks)


def test_what_was_told_must_still_be_so_when_it_is_signed(desks, deal):
    take(desks, deal, DOWN)
    (fee,) = fees(desks, deal)
    key = DueLineId(fee.id)
    ask = RequestLateFeeWaiver(line=key, reason="x", amount=Fen(100))
    request = RequestId(desks.cashier.do(ask))
    with pytest.raises(WaiverAsked):
        desks.manager.do(ask)
    take(desks, deal, 100, lines=(LinePart(line=key, amount=Fen(100)),))
    with pytest.raises(FactsChanged):
        desks.manager.do(SignRequest(request=request))
    whole(desks)


def test_neither_asker_nor_cashier_signs_a_waiver(desks, deal):
    take(desks, deal, DOWN)
    (fee,) = fees(desks, deal)
    ask = RequestLateFeeWaiver(line=DueLineId(fee.id), reason="x", amount=Fen(100))
    request = RequestId(desks.manager.do(ask))
    with pytest.raises(OwnRequest):
        desks.manager.do(SignRequest(request=request))
    desks.admin.do(GrantRight(role=Role.CASHIER, name="SignRequest"))
    today = desks.clock.now.date()
    stand_in = {"absent": desks.head.person.id, "stand_in": desks.cashier.person.id}
    desks.admin.do(SetStandIn(from_on=today, to_on=today, **stand_in))
    for absent in (None, desks.head.person.id):
        with pytest.raises(NotYourStep):
            desks.cashier.do(SignRequest(request=request, standing_in_for=absent))
    desks.head.do(SignRequest(request=request))  # a small sum: one signature
    assert fees(desks, deal)[0].waived_fen == 100
    with pytest.raises(NotPermitted):
        desks.admin.do(ask)


FORGED = {
    "fee without a reckoning": (
        "INSERT INTO due_line (id, deal_id, money, amount_fen, open_fen, event, stage, days,"
        " after_months, due_on, made_at, made_by, end_reason) SELECT 99, deal_id, 'late fee', 100, 100,"
        " 'date', '', 0, 0, due_on, made_at, made_by, '' FROM due_line WHERE id = 1"
    ),
    "another sum": "UPDATE late_fee SET amount_fen = 1",
    "a fee gone": "DELETE FROM late_fee",
    "nothing open": "UPDATE due_line SET open_fen = 0 WHERE money = 'late fee'",
    "ended alone": (
        "UPDATE due_line SET ended_at = made_at, ended_by = made_by, kept_fen = 0"
        " WHERE money = 'late fee'"
    ),
    "waived alone": (
        "INSERT INTO late_fee_waiver (request_id, due_line_id, amount_fen, at, actor_id)"
        " SELECT 1, id, 100, made_at, made_by FROM due_line WHERE money = 'late fee'"
    ),
    "a second one for the same days": (
        "INSERT INTO late_fee (id, of_line_id, since_on, until_on, weighed, tenths, grace_days,"
        " cap_percent, amount_fen, at, actor_id) SELECT 99, of_line_id, since_on, '2026-12-30', weighed,"
        " tenths, grace_days, cap_percent, amount_fen, at, actor_id FROM late_fee"
    ),
}


@pytest.mark.parametrize("forgery", FORGED)
def test_the_database_keeps_fees_as_they_were_fixed(desks, deal, forgery):
    take(desks, deal, DOWN)
    with pytest.raises(IntegrityError), desks.office.database.writing() as session:
        session.execute(text(FORGED[forgery]))
    assert fees(desks, deal)[0].open_fen == FEE
