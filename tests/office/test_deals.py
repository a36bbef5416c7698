"""A deal in the seed's order, and every way off the path."""

from dataclasses import replace
from datetime import timedelta

import pytest

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotPermitted
from salesdesk.kernel.keys import PersonId, ReceiptId, RefundId
from salesdesk.office.customers.commands import ChangeRole, EditCustomer
from salesdesk.office.customers.queries import follow_ups_due
from salesdesk.office.customers.register import RecordFollowUp
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.inventory.claims import NotOnOffer, UnitTaken
from salesdesk.office.inventory.commands import (
    HoldBack,
    ImportUnits,
    ReleaseUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.law import NoPermit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.queries import unit_history
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.ledger.commands import CountCash, PrintReceipt, PrintUnprinted
from salesdesk.office.ledger.queries import day_cash, receipt_paper, receipts, refunds
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.ledger.writing import NothingPaid
from salesdesk.office.sales.buyers import BuyerEntry, CustomerNotAmong
from salesdesk.office.sales.commands import (
    ExtendHold,
    HoldTooLong,
    HoldUnit,
    IdentifyBuyer,
    LetGo,
    MoneyIsHeld,
    NoDeposit,
    PriceNotApproved,
    Subscribe,
)
from salesdesk.office.sales.deals import NoDeal
from salesdesk.office.sales.price_check import AboveListPrice, ApprovePrice
from salesdesk.office.sales.queries import agreement_paper, deal_on
from salesdesk.office.sales.shares import BuyerTwice, SharesDoNotAddUp
from salesdesk.office.sales.till import AboveDepositCap, TakeDeposit
from salesdesk.office.sales.undoing import (
    AcceptBack,
    CancelSubscription,
    DepositAlone,
    NothingOwed,
    PayRefund,
    RefundPaid,
)
from salesdesk.office.sales.voiding import (
    NeededByAgreement,
    NotTodaysReceipt,
    VoidedAlready,
    VoidReceipt,
)
from salesdesk.office.staff.queries import journal
from salesdesk.office.staff.rules import Role
from tests.furnished import put_law, rows
from tests.office.endings import ended

CODE = "1-1-0101"
DEPOSIT = 5_000_000


@pytest.fixture
def unit(desks):
    return desks.unit(CODE)


@pytest.fixture
def held(desks, unit):
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    return unit


@pytest.fixture
def deposited(desks, held):
    desks.cashier.do(TakeDeposit(unit=held, amount=DEPOSIT))
    return held


@pytest.fixture
def subscribed(desks, deposited):
    desks.manager.do(ApprovePrice(unit=deposited))
    desks.consultant.do(Subscribe(unit=deposited, mode="商业按揭"))
    return deposited


def test_a_unit_goes_from_available_to_subscribed_and_its_paper_says_so(desks, subscribed):
    assert desks.state(CODE) == "subscribed"
    card = desks.consultant.ask(deal_on, subscribed)
    sheet = desks.consultant.ask(agreement_paper, card.agreement)
    assert (sheet.price_fen, sheet.deposit_fen) == (200_000_000, DEPOSIT)
    assert sheet.deposit_receipts == ("SJ0000001",)
    assert sheet.permit_number == "T-001"
    assert [buyer.name for buyer in sheet.buyers] == ["王小明"]
    assert card.id_missing


def test_a_second_hold_is_refused_with_the_holders_name(desks, held):
    other = desks.customer("李四", "13900000001")
    with pytest.raises(UnitTaken) as refusal:
        desks.manager.do(HoldUnit(unit=held, customer=other))
    assert refusal.value.facts == {"unit": CODE, "state": "on hold", "who": "consultant one"}


def test_a_hold_lapses_by_itself_and_the_clock_ended_it(desks, held):
    desks.clock.forward(minutes=29)
    assert desks.state(CODE) == "on hold"
    desks.clock.forward(minutes=1)
    assert desks.state(CODE) == "available"  # before anybody swept
    assert desks.office.sweep() == 1
    assert desks.office.sweep() == 0
    line = desks.manager.ask(unit_history, held)[0]
    assert (line.reason, line.ended_at - line.at) == ("time over", timedelta(minutes=30))


def test_the_next_hold_after_a_lapse_wins_without_a_sweep(desks, held):
    desks.clock.forward(hours=1)
    other = desks.customer("李四", "13900000001")
    desks.consultant.do(HoldUnit(unit=held, customer=other))
    assert desks.units()[CODE].customer == "李四"


def test_extensions_stop_at_the_longest_time(desks, held):
    until = desks.consultant.do(ExtendHold(unit=held, minutes=180))["until"]
    assert until == desks.clock.now + timedelta(minutes=180)
    with pytest.raises(HoldTooLong):
        desks.consultant.do(ExtendHold(unit=held, minutes=60))
    writing = desks.consultant.do(ExtendHold(unit=held, minutes=180, writing=True))["until"]
    assert writing >= until


def test_a_hold_longer_than_the_rule_is_refused(desks, unit):
    with pytest.raises(HoldTooLong):
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer(), minutes=181))
    with pytest.raises(BadEntry):
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer(), minutes=0))
    assert desks.state(CODE) == "available"


def test_a_deposit_stops_the_clock(desks, deposited):
    desks.clock.forward(days=3)
    desks.office.sweep()
    assert desks.state(CODE) == "on hold"


@pytest.mark.parametrize("amount", [0, -1])
def test_a_deposit_of_nothing_is_refused(desks, held, amount):
    with pytest.raises(NothingPaid):
        desks.cashier.do(TakeDeposit(unit=held, amount=amount))
    assert desks.cashier.ask(receipts) == ()


def test_a_deposit_above_twenty_percent_is_refused_with_the_room_left(desks, deposited):
    with pytest.raises(AboveDepositCap) as refusal:
        desks.cashier.do(TakeDeposit(unit=deposited, amount=35_000_001))
    assert refusal.value.facts["room"] == "350,000.00"
    desks.cashier.do(TakeDeposit(unit=deposited, amount=35_000_000))


def test_several_tenders_stand_on_one_receipt(desks, held):
    tenders = (
        TenderLine(kind="cash", amount_fen=1_000_000),
        TenderLine(kind="wechat", amount_fen=4_000_000, reference="wx-1"),
    )
    answer = desks.cashier.do(TakeDeposit(unit=held, tenders=tenders))
    (line,) = desks.cashier.ask(receipts)
    assert (line.number, line.amount_fen, line.tenders) == (answer["receipt"], DEPOSIT, tenders)


def test_a_bad_tender_changes_nothing(desks, held):
    with pytest.raises(BadEntry):
        desks.cashier.do(TakeDeposit(unit=held, tenders=(TenderLine(kind="gold", amount_fen=1),)))
    with pytest.raises(MissingEntry):
        desks.cashier.do(TakeDeposit(unit=held))
    assert desks.cashier.ask(receipts) == ()


def test_nobody_subscribes_without_deposit_or_price_check(desks, held):
    with pytest.raises(NoDeposit):
        desks.consultant.do(Subscribe(unit=held, mode="公积金"))
    desks.cashier.do(TakeDeposit(unit=held, amount=DEPOSIT))
    with pytest.raises(PriceNotApproved):
        desks.consultant.do(Subscribe(unit=held, mode="公积金"))
    assert desks.state(CODE) == "on hold"


def test_only_the_manager_approves_and_never_above_the_list(desks, deposited):
    with pytest.raises(NotPermitted):
        desks.consultant.do(ApprovePrice(unit=deposited))
    with pytest.raises(AboveListPrice):
        desks.manager.do(ApprovePrice(unit=deposited, total=200_000_001))
    desks.manager.do(ApprovePrice(unit=deposited, total=198_000_000))
    assert desks.consultant.ask(deal_on, deposited).price_fen == 198_000_000


def test_what_was_paid_before_an_agreement_goes_back_whoever_failed(desks, deposited):
    """R-11, R-13: no deposit was agreed yet, so one person neither keeps nor doubles it."""
    for fault in (Fault.BUYER, Fault.SELLER):
        with pytest.raises(DepositAlone):
            desks.manager.do(CancelSubscription(unit=deposited, fault=fault, reason="x"))
    assert desks.state(CODE) == "on hold" and desks.cashier.ask(refunds) == ()
    gone = desks.manager.do(CancelSubscription(unit=deposited, fault=Fault.NONE, reason="x"))
    assert (gone["kept_fen"], gone["owed_fen"]) == (0, DEPOSIT)


def test_without_money_a_deal_ends_by_whose_fault_it_was(desks, deposited):
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="写错"))
    gone = desks.manager.do(CancelSubscription(unit=deposited, fault=Fault.BUYER, reason="x"))
    assert (gone["kept_fen"], gone["owed_fen"], gone["refund"]) == (0, 0, None)


def test_a_price_approved_later_may_leave_deposit_without_effect(desks, deposited):
    """R-09: what lies above 20 % of the lower price is no deposit; it goes back whoever failed."""
    desks.manager.do(ApprovePrice(unit=deposited, total=DEPOSIT * 4, confirmed=True))
    with pytest.raises(AboveDepositCap):
        desks.cashier.do(TakeDeposit(unit=deposited, amount=1))
    desks.consultant.do(Subscribe(unit=deposited, mode="商业按揭"))
    gone = ended(desks, deposited, Fault.BUYER)
    cap = DEPOSIT * 4 // 5
    assert (gone.kept_fen, gone.owed_fen) == (cap, DEPOSIT - cap)


def test_what_is_held_for_one_customer_is_not_sold_to_another(desks, deposited):
    desks.manager.do(ApprovePrice(unit=deposited))
    mine = "11010519491231002X"
    desks.consultant.do(EditCustomer(customer=desks.customer(), id_number=mine))
    for stranger in (
        BuyerEntry(name="陌生甲"),
        BuyerEntry(name="王小明", id_kind=IdKind.PASSPORT, id_number="E12345678"),
    ):
        with pytest.raises(CustomerNotAmong) as refused:
            desks.consultant.do(Subscribe(unit=deposited, mode="组合贷", buyers=(stranger,)))
        assert refused.value.facts["customer"] == "王小明"
    assert desks.state(CODE) == "on hold"
    pair = tuple(BuyerEntry(name=name, share_bp=5000) for name in ("陌生甲", "王小明"))
    desks.consultant.do(Subscribe(unit=deposited, mode="组合贷", buyers=pair))


def test_shares_of_several_buyers_are_the_whole(desks, deposited):
    desks.manager.do(ApprovePrice(unit=deposited))
    pair = [BuyerEntry(name="王小明", share_bp=5000), BuyerEntry(name="李芳", share_bp=4999)]
    for shares, said in (
        ((5000, 4999), "50 %, 49.99 %, together 99.99 %"),
        ((11_000, -1000), "110 %, -10 %, together 100 %"),
    ):
        wrong = tuple(replace(one, share_bp=bp) for one, bp in zip(pair, shares, strict=True))
        with pytest.raises(SharesDoNotAddUp) as refused:
            desks.consultant.do(Subscribe(unit=deposited, mode="组合贷", buyers=wrong))
        assert said in refused.value.sentences()[0]
    twice = tuple(replace(one, share_bp=5000, id_number="11010519491231002X") for one in pair)
    with pytest.raises(BuyerTwice, match="王小明 and 李芳"):
        desks.consultant.do(Subscribe(unit=deposited, mode="组合贷", buyers=twice))
    pair[1] = BuyerEntry(
        name="李芳", share_bp=5000, id_kind=IdKind.PASSPORT, id_number="e12345678"
    )
    answer = desks.consultant.do(Subscribe(unit=deposited, mode="组合贷", buyers=tuple(pair)))
    sheet = desks.consultant.ask(agreement_paper, answer["agreement"])
    assert [b.id_number for b in sheet.buyers] == ["", "E12345678"]
    desks.consultant.do(IdentifyBuyer(unit=deposited, id_number="11010519491231002X"))
    assert not desks.consultant.ask(deal_on, deposited).id_missing


def test_the_papers_of_a_deal_that_is_over_stay_as_they_are(desks, subscribed):
    desks.manager.do(CancelSubscription(unit=subscribed, fault=Fault.NONE, reason="x"))
    with pytest.raises(NoDeal):
        desks.consultant.do(IdentifyBuyer(unit=subscribed, id_number="11010519491231002X"))


@pytest.mark.parametrize(
    ("fault", "kept", "owed"),
    [(Fault.BUYER, DEPOSIT, 0), (Fault.NONE, 0, DEPOSIT), (Fault.SELLER, 0, 2 * DEPOSIT)],
)
def test_a_cancellation_settles_the_deposit_by_fault(desks, subscribed, fault, kept, owed):
    if fault is not Fault.NONE:
        with pytest.raises(DepositAlone):
            desks.manager.do(CancelSubscription(unit=subscribed, fault=fault, reason="x"))
    line = ended(desks, subscribed, fault)
    assert (line.kept_fen, line.owed_fen) == (kept, owed)
    assert desks.state(CODE) == "in review"
    if not owed:
        with pytest.raises(NothingOwed):
            desks.cashier.do(PayRefund(refund=RefundId(line.id)))
        return
    slip = desks.cashier.do(PayRefund(refund=RefundId(line.id), tender=TenderKind.CASH))
    assert (slip["receipt"], slip["amount_fen"]) == ("TK0000001", owed)
    with pytest.raises(RefundPaid):
        desks.cashier.do(PayRefund(refund=RefundId(line.id)))


def test_a_returned_unit_comes_back_held_back_and_never_by_itself(desks, subscribed):
    desks.manager.do(CancelSubscription(unit=subscribed, fault=Fault.NONE, reason="x"))
    answer = desks.manager.do(AcceptBack(unit=subscribed))
    assert answer["refund_open"]
    assert desks.state(CODE) == "held back"
    desks.manager.do(ReleaseUnits(units=(subscribed,)))
    assert desks.state(CODE) == "available"


@pytest.mark.parametrize(("agreed", "due_in"), [(None, 2), (1, 1)])
def test_who_no_longer_buys_is_owed_one_contact(desks, subscribed, agreed, due_in):
    today = day_of(desks.clock.now)
    next_on = today + timedelta(days=agreed) if agreed else None
    customer = desks.customer()
    desks.consultant.do(RecordFollowUp(customer=customer, result="签了认购书", next_on=next_on))
    assert len(desks.consultant.ask(follow_ups_due)) == bool(agreed)
    desks.manager.do(CancelSubscription(unit=subscribed, fault=Fault.NONE, reason="x"))
    (due,) = desks.consultant.ask(follow_ups_due)
    assert (due.customer_id, due.due_on) == (customer, today + timedelta(days=due_in))


def test_a_hold_with_money_cannot_be_let_go_but_cancelled(desks, deposited):
    with pytest.raises(MoneyIsHeld):
        desks.consultant.do(LetGo(unit=deposited))
    desks.manager.do(CancelSubscription(unit=deposited, fault=Fault.NONE, reason="x"))
    assert desks.state(CODE) == "in review"


def test_a_void_keeps_the_number_returns_the_money_and_restarts_the_clock(desks, deposited):
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="写错"))
    (line,) = desks.cashier.ask(receipts)
    assert (line.number, line.voided, line.void_reason) == ("SJ0000001", True, "写错")
    assert desks.consultant.ask(deal_on, deposited).paid_fen == 0
    assert desks.consultant.ask(deal_on, deposited).until is not None
    with pytest.raises(VoidedAlready):
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="写错"))
    assert desks.cashier.do(TakeDeposit(unit=deposited, amount=1))["receipt"] == "SJ0000002"


def test_a_void_is_stamped_with_the_time_on_the_offices_wall(desks, deposited):
    sheet, _marks = desks.cashier.ask(receipt_paper, 1)
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="写错"))
    _sheet, marks = desks.cashier.ask(receipt_paper, 1)
    assert marks.voided_at == sheet.at  # the same minute, by the same clock


def test_yesterdays_receipt_and_one_under_an_agreement_cannot_be_void(desks, deposited):
    desks.manager.do(ApprovePrice(unit=deposited))
    desks.consultant.do(Subscribe(unit=deposited, mode="公积金"))
    with pytest.raises(NeededByAgreement):
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="x"))
    desks.clock.forward(days=1)
    with pytest.raises((NotTodaysReceipt, NeededByAgreement)):
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="x"))


def test_a_reprint_is_counted_and_marked(desks, deposited):
    assert [desks.cashier.do(PrintReceipt(receipt=ReceiptId(1))) for _ in range(3)] == [0, 1, 2]
    _sheet, marks = desks.cashier.ask(receipt_paper, 1)
    assert marks.reprint == 2


def test_the_pile_that_a_broken_printer_left_is_printed_once_each_as_original(desks, deposited):
    def take(seat, code, at):
        unit = desks.unit(code)
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer(code, f"1390000000{at}")))
        return seat.do(TakeDeposit(unit=unit, amount=100))["receipt_id"]

    second = take(desks.cashier, "1-1-0102", 1)
    void = take(desks.cashier, "1-1-0201", 2)
    desks.admin.do(ChangeRole(person=PersonId(desks.deputy.person.id), role=Role.CASHIER))
    take(desks.deputy, "1-1-0202", 3)  # another's pile
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(void), reason="x"))
    desks.cashier.do(PrintReceipt(receipt=ReceiptId(1)))
    yesterday = desks.clock.now.date() - timedelta(days=1)
    assert desks.cashier.do(PrintUnprinted(day=yesterday)) == []
    assert desks.cashier.do(PrintUnprinted()) == [second]
    assert desks.cashier.do(PrintUnprinted()) == []
    printed = {line.id: line.prints for line in desks.cashier.ask(receipts)}
    assert [printed[n] for n in (1, second, void)] == [1, 1, 0]
    assert desks.cashier.ask(receipt_paper, second)[1].reprint == 0


def test_the_day_by_tender_leaves_voids_out(desks, deposited):
    other = desks.unit("1-1-0102")
    desks.consultant.do(HoldUnit(unit=other, customer=desks.customer("李四", "13900000001")))
    desks.cashier.do(TakeDeposit(unit=other, amount=300, tender=TenderKind.ALIPAY))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(1), reason="x"))
    sheet = desks.cashier.ask(day_cash)
    assert [(line.kind, line.amount_fen) for line in sheet.expected] == [("alipay", 300)]
    assert (sheet.first_number, sheet.last_number) == ("SJ0000001", "SJ0000002")
    assert sheet.voids == ("SJ0000001",)
    assert desks.cashier.do(CountCash(counted=100))["difference_fen"] == 100


def test_no_permit_no_step_of_sale(desks):
    desks.admin.do(ImportUnits(rows=rows("9栋", floors=1, per_floor=1), project=1, file="tower"))
    code = "9-1-0101"
    with pytest.raises(NoPermit):
        desks.manager.do(ReleaseUnits(units=(desks.unit(code),)))
    put_law(desks, Law.PERMIT, LawLevel.OFF)
    desks.manager.do(ReleaseUnits(units=(desks.unit(code),)))
    put_law(desks, Law.PERMIT, LawLevel.BLOCK)
    with pytest.raises(NoPermit):
        desks.consultant.do(HoldUnit(unit=desks.unit(code), customer=desks.customer()))


def test_what_is_not_on_offer_cannot_be_held(desks, unit):
    desks.manager.do(WithdrawUnits(units=(unit,)))
    with pytest.raises(NotOnOffer):
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.manager.do(HoldBack(units=(unit,), reason="样板"))
    with pytest.raises(NotOnOffer):
        desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))


def test_a_batch_is_released_whole_or_not_at_all(desks, held):
    free = desks.unit("1-1-0102")
    desks.manager.do(WithdrawUnits(units=(free,)))
    with pytest.raises(NotAllowedNow):
        desks.manager.do(ReleaseUnits(units=(free, held)))
    assert desks.state("1-1-0102") == "draft"


def test_a_deal_needs_somebody(desks, unit):
    with pytest.raises(NoDeal):
        desks.cashier.do(TakeDeposit(unit=unit, amount=1))


def test_the_journal_keeps_no_phone_and_no_id_number(desks):
    who = desks.customer("王小明", "13812345678")
    desks.consultant.do(EditCustomer(customer=who, id_number="11010519491231002X"))
    forms = "".join(line.form + line.changed for line in desks.manager.ask(journal))
    assert "13812345678" not in forms
    assert "11010519491231002X" not in forms
    assert "138****5678" in forms
