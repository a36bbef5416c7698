"""Money for what is due: spread, receipted, made void, given back, credited, on both stores."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotFound, NotPermitted
from salesdesk.kernel.keys import DueLineId, Fen, ReceiptId, RefundId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.bank_references import ReferenceUsed
from salesdesk.office.ledger.queries import receipt_paper, receipts, refunds
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Account, Fault, TenderKind
from salesdesk.office.ledger.sheets import ReceiptItem, TenderLine
from salesdesk.office.ledger.tallies import balance_fen
from salesdesk.office.ledger.writing import NothingPaid
from salesdesk.office.sales.changing import RequestMode
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.deals import NoDeal
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.sharing import (
    LinePaid,
    LinePart,
    MoreThanOwed,
    NotAllShared,
    NothingDue,
)
from salesdesk.office.sales.signing import SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import PayRefund
from salesdesk.office.sales.voiding import (
    CountedAlready,
    DealIsOver,
    NotTodaysReceipt,
    VoidReceipt,
)
from tests.office.endings import ended

DEPOSIT = 5_000_000
LINES = (
    TermLine(
        money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SUBSCRIPTION, days=7
    ),
    TermLine(money=MoneyKind.BALANCE, rest=True, event=DueEvent.DELIVERY),
    TermLine(money=MoneyKind.MAINTENANCE_FUND, per_m2=Fen(9_000), event=DueEvent.SUBSCRIPTION),
)


@pytest.fixture
def deal(desks):
    desks.manager.do(SetModeTerms(mode="分期付款", lines=LINES))
    unit = desks.unit("1-1-0101")
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=DEPOSIT))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="分期付款"))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    return desks.consultant.ask(deals)[0]


def take(desks, deal, amount=None, **more):
    return desks.cashier.do(TakePayment(unit=UnitId(deal.unit_id), amount=amount, **more))


def schedule(desks, deal):
    return {line.money: line for line in desks.cashier.ask(payment_schedule, deal.id)}


def stands(desks, deal, account):
    with desks.office.database.reading() as session:
        return balance_fen(session, account, deal.id)


def whole(desks):
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_money_goes_to_what_is_due_first_and_the_paper_says_for_what(desks, deal):
    before = schedule(desks, deal)
    fund, down = before["maintenance fund"], before["down payment"]
    amount = fund.open_fen + 1_000_000
    answer = take(desks, deal, Fen(amount))
    assert answer["receipt"] == "SJ0000002"
    now = schedule(desks, deal)
    assert now["maintenance fund"].open_fen == 0  # due today, before the week of the down payment
    assert now["down payment"].paid_fen == DEPOSIT + 1_000_000
    sheet, _marks = desks.cashier.ask(receipt_paper, answer["receipt_id"])
    assert sheet.items == (
        ReceiptItem(money="maintenance fund", amount_fen=fund.open_fen),
        ReceiptItem(money="down payment", amount_fen=1_000_000),
    )
    assert (sheet.kind, sheet.agreement) == ("price", deal.agreement)
    assert stands(desks, deal, Account.HELD_FOR_OTHERS) == fund.open_fen
    assert stands(desks, deal, Account.PRICE_RECEIVED) == 1_000_000
    assert down.due_on > fund.due_on
    whole(desks)


def test_several_tenders_fill_several_lines_on_one_receipt(desks, deal):
    lines = schedule(desks, deal)
    fund, down = lines["maintenance fund"], lines["down payment"]
    tenders = (
        TenderLine(kind="cash", amount_fen=fund.open_fen - 1),
        TenderLine(kind="card", amount_fen=down.open_fen + 1, reference="POS-7"),
    )
    take(desks, deal, tenders=tenders)
    after = schedule(desks, deal)
    assert (after["maintenance fund"].open_fen, after["down payment"].open_fen) == (0, 0)
    whole(desks)


def test_money_is_shared_out_by_hand(desks, deal):
    lines = schedule(desks, deal)
    balance = lines["balance"]
    part = LinePart(line=DueLineId(balance.id), amount=Fen(700))
    take(desks, deal, Fen(700), lines=(part,))
    after = schedule(desks, deal)
    assert after["balance"].paid_fen == 700 and after["down payment"].paid_fen == DEPOSIT
    whole(desks)


def test_more_than_is_owed_is_refused_or_kept_ahead(desks, deal):
    owed = sum(line.open_fen for line in schedule(desks, deal).values())
    with pytest.raises(MoreThanOwed):
        take(desks, deal, Fen(owed + 1))
    answer = take(desks, deal, Fen(owed + 1), ahead=True)
    assert answer["ahead_fen"] == 1 and stands(desks, deal, Account.PREPAID) == 1
    with pytest.raises(NothingDue):
        take(desks, deal, Fen(1))
    whole(desks)


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        ([(99, 100)], NotFound),
        ([("down", 0)], BadEntry),
        ([("down", 50), ("down", 50)], BadEntry),
        ([("fund", 100), ("down", 1)], BadEntry),
        ([("fund", 10**9)], LinePaid),
        ([("fund", 99)], NotAllShared),
        ([], NotAllShared),
    ],
)
def test_parts_that_do_not_fit_are_refused_and_nothing_moves(desks, deal, lines, refusal):
    known = schedule(desks, deal)
    keys = {"down": known["down payment"].id, "fund": known["maintenance fund"].id}
    parts = tuple(
        LinePart(line=DueLineId(keys.get(line, line)), amount=Fen(fen)) for line, fen in lines
    )
    with pytest.raises(refusal):
        take(desks, deal, Fen(100), lines=parts)
    assert schedule(desks, deal) == known
    assert len(desks.cashier.ask(receipts)) == 1


def test_nothing_and_by_nobody(desks, deal):
    with pytest.raises(MissingEntry):
        take(desks, deal)
    with pytest.raises(NothingPaid):
        take(desks, deal, Fen(0))
    with pytest.raises(NotPermitted):
        desks.consultant.do(TakePayment(unit=UnitId(deal.unit_id), amount=Fen(1)))
    other = desks.unit("1-1-0102")
    with pytest.raises(NoDeal):
        desks.cashier.do(TakePayment(unit=other, amount=Fen(1)))
    desks.consultant.do(HoldUnit(unit=other, customer=desks.customer()))
    with pytest.raises(NotAllowedNow):
        desks.cashier.do(TakePayment(unit=other, amount=Fen(1)))


def test_a_payment_is_made_void_on_its_day_and_opens_its_lines_again(desks, deal):
    before = schedule(desks, deal)
    take(desks, deal, Fen(2_000_000))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(2), reason="刷错卡"))
    assert schedule(desks, deal) == before
    assert stands(desks, deal, Account.HELD_FOR_OTHERS) == 0
    take(desks, deal, Fen(2_000_000))
    desks.clock.forward(days=1)
    with pytest.raises(NotTodaysReceipt):
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(3), reason="x"))
    whole(desks)


def test_what_a_changed_schedule_counts_on_is_not_made_void(desks, deal):
    take(desks, deal, Fen(2_000_000))
    wish = RequestMode(unit=UnitId(deal.unit_id), mode="一次性付款", reason="一次付清")
    request = RequestId(desks.consultant.do(wish))
    for seat in (desks.manager, desks.head):
        seat.do(SignRequest(request=request))
    whole(desks)
    with pytest.raises(CountedAlready):
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(2), reason="x"))
    assert "instalment" in schedule(desks, deal)
    whole(desks)


def test_signing_credits_the_deposit_to_the_price(desks, deal):
    desks.consultant.do(SignContract(unit=UnitId(deal.unit_id), number="HT-1"))
    assert stands(desks, deal, Account.DEPOSITS_HELD) == 0
    assert stands(desks, deal, Account.PRICE_RECEIVED) == DEPOSIT
    assert schedule(desks, deal)["down payment"].paid_fen == DEPOSIT
    whole(desks)


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize(
    ("fault", "kept", "more"),
    [(Fault.BUYER, DEPOSIT, 0), (Fault.NONE, 0, 0), (Fault.SELLER, 0, DEPOSIT)],
)
def test_only_the_deposit_is_forfeited_or_doubled_and_the_rest_goes_back(
    desks, deal, signed, fault, kept, more
):
    take(desks, deal, Fen(90_000_000))
    if signed:
        desks.consultant.do(SignContract(unit=UnitId(deal.unit_id), number="HT-1"))
    gone = ended(desks, UnitId(deal.unit_id), fault)
    assert (gone.kept_fen, gone.owed_fen) == (kept, 95_000_000 - kept + more)
    with pytest.raises(DealIsOver):
        desks.cashier.do(VoidReceipt(receipt=ReceiptId(2), reason="x"))
    with pytest.raises(NotAllowedNow):
        take(desks, deal, Fen(1))
    (owed,) = desks.cashier.ask(refunds)
    desks.cashier.do(PayRefund(refund=RefundId(owed.id), tender=TenderKind.TRANSFER))
    for account in (Account.DEPOSITS_HELD, Account.PRICE_RECEIVED, Account.HELD_FOR_OTHERS):
        assert stands(desks, deal, account) == 0
    whole(desks)


def test_a_banks_reference_stands_on_one_receipt(desks, deal):
    by = {"tender": TenderKind.TRANSFER, "reference": "ICBC-7"}
    unit = UnitId(deal.unit_id)
    first = desks.cashier.do(TakePayment(unit=unit, amount=Fen(100), **by))
    with pytest.raises(ReferenceUsed) as refusal:
        desks.cashier.do(TakePayment(unit=unit, amount=Fen(100), **by))
    assert refusal.value.facts["number"] == first["receipt"]
    card = by | {"tender": TenderKind.CARD}
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(100), **card))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(first["receipt_id"]), reason="重开"))
    desks.cashier.do(TakePayment(unit=unit, amount=Fen(100), **by))
    with desks.office.database.engine.connect() as connection:
        again = text(
            "INSERT INTO tender (receipt_id, kind, amount_fen, reference)"
            " SELECT min(id), 'transfer', 1, 'ICBC-7' FROM receipt"
        )
        with pytest.raises(IntegrityError, match=r"on one receipt|than their receipt"):
            connection.execute(again)
    whole(desks)


def test_paid_in_time_is_not_overdue(desks, deal):
    take(desks, deal, Fen(schedule(desks, deal)["maintenance fund"].open_fen))
    desks.clock.forward(days=30)
    lines = schedule(desks, deal)
    assert lines["maintenance fund"].overdue_days == 0
    assert lines["down payment"].overdue_days == timedelta(days=23).days


FORGED = {
    "a payment kept as deposit": (
        "INSERT INTO movement (id, at, day, actor_id, deal_id, receipt_id, debit, credit, amount_fen, kind)"
        " SELECT 999, at, day, actor_id, deal_id, receipt_id, debit, 'deposits held', amount_fen, 'deposit'"
        " FROM movement WHERE kind = 'payment'"
    ),
    "more than paid": "INSERT INTO allocation (id, receipt_id, due_line_id, amount_fen) SELECT 99, max(id), NULL, 1 FROM receipt",
    "on a deposit": "INSERT INTO allocation (id, receipt_id, due_line_id, amount_fen) VALUES (99, 1, NULL, 1)",
    "moved": "UPDATE allocation SET amount_fen = 1",
    "gone": "DELETE FROM allocation",
}  # fmt: skip


@pytest.mark.parametrize("forgery", FORGED)
def test_the_database_keeps_what_money_was_taken_for(desks, deal, forgery):
    take(desks, deal, Fen(2_000_000))
    with pytest.raises(IntegrityError), desks.office.database.writing() as session:
        session.execute(text(FORGED[forgery]))
    whole(desks)
