"""A loan from its papers to the pay-out, on both stores: each turn, each refusal, the money."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.errors import BadEntry, MissingEntry, NotAllowedNow, NotFound, NotPermitted
from salesdesk.kernel.keys import AttachmentId, Fen, ReceiptId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.figures.audit import audit
from salesdesk.office.figures.need_rules import NeedKind
from salesdesk.office.figures.needs import needs
from salesdesk.office.ledger.queries import receipt_paper, refunds
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.mortgage import commands as loan
from salesdesk.office.mortgage.cases import (
    FaceSignedAlready,
    NoLoanCase,
    NothingAgreed,
    NotYetSigned,
)
from salesdesk.office.mortgage.documents import (
    DocumentsLacking,
    LoanIsDone,
    NotThisDealsScan,
    RecordLoanDocument,
    SetLoanDocuments,
    loan_check_lists,
)
from salesdesk.office.mortgage.paying import (
    AboveApproved,
    PaidOutAlready,
    PayOutLoan,
    PayOutStands,
    TakeBackPayOut,
    WhichPart,
)
from salesdesk.office.mortgage.printed import loan_instalments, loan_list
from salesdesk.office.mortgage.queries import loan_case, loan_cases, loan_offers
from salesdesk.office.mortgage.rules import (
    LOAN,
    BuyerKind,
    DocumentState,
    LoanPart,
    LoanProduct,
    shipped_documents,
)
from salesdesk.office.sales.attaching import AttachScan, StrikeAttachment
from salesdesk.office.sales.changing import RequestMode
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.deals import NoDeal
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.mode_commands import SetModeTerms, TermLine
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.signing import FileContract, SignContract
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import CancelSubscription
from salesdesk.office.sales.voiding import VoidReceipt
from tests.attached_made import paper
from tests.furnished import guards_off

ON_FILE = pytest.mark.parametrize("desks", ["file"], indirect=True)
"""What asks the database nothing that differs between the stores."""
BANK, FUND = Fen(90_000_000), Fen(50_000_000)
COMBINED = (
    TermLine(money=MoneyKind.DOWN_PAYMENT, percent=Decimal(30), event=DueEvent.SIGNING),
    TermLine(money=MoneyKind.FUND_LOAN, amount=FUND, event=DueEvent.SIGNING, days=60),
    TermLine(money=MoneyKind.LOAN, rest=True, event=DueEvent.SIGNING, days=30),
)


def agreed(desks, mode="商业按揭", code="1-1-0101", signed="HT-1"):
    unit = desks.unit(code)
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode=mode))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    if signed:
        desks.consultant.do(SignContract(unit=unit, number=signed))
    return UnitId(unit)


@pytest.fixture
def unit(desks):
    """A signed home that a bank's loan pays, its case open."""
    key = agreed(desks)
    desks.consultant.do(loan.OpenLoanCase(unit=key, bank="建设银行", amount=BANK, years=25))
    return key


def bring(desks, unit, *, but=()):
    """Every document but some is got."""
    for line in desks.consultant.ask(loan_case, unit).documents:
        if line.item not in but:
            desks.consultant.do(RecordLoanDocument(unit=unit, item=line.item))


def send(desks, unit):
    bring(desks, unit)
    desks.consultant.do(loan.CompleteLoanDocuments(unit=unit))
    desks.consultant.do(loan.CheckLoan(unit=unit))
    return desks.cashier.do(loan.SendLoan(unit=unit, reference="S-1"))


def approve(desks, unit, **amounts):
    send(desks, unit)
    desks.cashier.do(loan.ApproveLoan(unit=unit, **amounts))
    desks.consultant.do(loan.FaceSignLoan(unit=unit))
    desks.cashier.do(loan.PreRegisterLoan(unit=unit, number="预告 77"))


def line(desks, **which):
    return desks.cashier.ask(loan_cases, **which)[0]


def whole(desks):
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_loan_goes_from_its_papers_to_the_receipt(desks, unit):
    opened = line(desks)
    assert (opened.state, opened.bank, opened.asked_fen, opened.years) == (
        "collecting", "建设银行", BANK, 25,
    )  # fmt: skip
    assert opened.lacking == shipped_documents(LoanProduct.MORTGAGE, BuyerKind.EMPLOYED)
    approve(desks, unit)
    told = desks.cashier.do(PayOutLoan(unit=unit, reference="CCB-9"))
    assert (told["state"], told["amount_fen"], told["receipt"]) == ("paid out", BANK, "SJ0000002")
    card = desks.consultant.ask(loan_case, unit)
    assert [turn.step for turn in card.turns] == [
        "complete documents", "pass check", "send", "approve", "face-sign", "pre-register", "pay out",
    ]  # fmt: skip
    assert (card.turns[-1].receipt, card.turns[-1].amount_fen) == ("SJ0000002", BANK)
    assert (card.line.paid_fen, card.line.short_fen, card.line.stuck) == (BANK, 0, False)
    sheet, _now = desks.cashier.ask(receipt_paper, told["receipt_id"])
    assert [(item.money, item.amount_fen) for item in sheet.items] == [("loan", BANK)]
    assert [(tender.kind, tender.reference) for tender in sheet.tenders] == [("transfer", "CCB-9")]
    due = {each.money: each for each in desks.cashier.ask(payment_schedule, card.line.deal)}
    assert due["loan"].paid_fen == BANK
    whole(desks)


@ON_FILE
def test_the_bank_asks_for_more_and_each_turn_has_its_day(desks, unit):
    send(desks, unit)
    desks.clock.forward(days=3)
    today = desks.clock.now.date()
    asked = loan.AskLoanSupplement(unit=unit, reason="流水不足", items=("补充流水",))
    desks.cashier.do(asked)
    assert (line(desks).state, line(desks).lacking, line(desks).why) == (
        "supplement", ("补充流水",), "流水不足",
    )  # fmt: skip
    with pytest.raises(DocumentsLacking):
        desks.consultant.do(loan.AnswerLoanSupplement(unit=unit))
    desks.clock.forward(days=2)
    desks.consultant.do(RecordLoanDocument(unit=unit, item="补充流水"))
    yesterday = today + timedelta(days=1)
    desks.consultant.do(loan.AnswerLoanSupplement(unit=unit, on=yesterday))
    with pytest.raises(BadEntry):  # before the turn before it
        desks.cashier.do(loan.ApproveLoan(unit=unit, on=today))
    with pytest.raises(BadEntry):
        desks.cashier.do(loan.ApproveLoan(unit=unit, on=today + timedelta(days=9)))
    desks.cashier.do(loan.AskLoanSupplement(unit=unit, reason="再补一次"))
    turns = desks.cashier.ask(loan_case, unit).turns
    assert [(turn.step, turn.days) for turn in turns[3:]] == [
        ("ask supplement", 3), ("answer supplement", 1), ("ask supplement", 1),
    ]  # fmt: skip
    whole(desks)


def test_what_lacks_or_is_expired_keeps_the_papers_here(desks, unit):
    bring(desks, unit, but=("配偶身份证", "征信查询授权书"))
    with pytest.raises(DocumentsLacking):
        desks.consultant.do(loan.CompleteLoanDocuments(unit=unit))
    with pytest.raises(MissingEntry):
        desks.consultant.do(
            RecordLoanDocument(unit=unit, item="配偶身份证", state=DocumentState.NOT_NEEDED)
        )
    desks.consultant.do(
        RecordLoanDocument(
            unit=unit, item="配偶身份证", state=DocumentState.NOT_NEEDED, note="未婚"
        )
    )
    soon = desks.clock.now.date() + timedelta(days=2)
    desks.consultant.do(RecordLoanDocument(unit=unit, item="征信查询授权书", valid_until=soon))
    desks.clock.forward(days=3)
    states = {each.item: each.state for each in desks.cashier.ask(loan_case, unit).documents}
    assert (states["配偶身份证"], states["征信查询授权书"]) == ("not needed", "expired")
    with pytest.raises(DocumentsLacking) as refused:
        desks.consultant.do(loan.CompleteLoanDocuments(unit=unit))
    assert refused.value.facts["items"] == "征信查询授权书"
    with pytest.raises(BadEntry):
        desks.consultant.do(RecordLoanDocument(unit=unit, item="x", valid_until=soon))


@ON_FILE
def test_a_document_has_a_scan_of_its_own_deal(desks, unit):
    scan = desks.consultant.do(AttachScan(content=paper(), name="id.pdf", contract="HT-1"))
    card = RecordLoanDocument(unit=unit, item="借款人身份证", attachment=AttachmentId(scan))
    desks.consultant.do(card)
    shown = desks.cashier.ask(loan_case, unit).documents[0]
    assert (shown.scan, shown.attachment, len(shown.sha256)) == ("id.pdf", scan, 64)
    desks.manager.do(StrikeAttachment(attachment=AttachmentId(scan), reason="看不清"))
    for wrong in (scan, 999):
        with pytest.raises(NotThisDealsScan):
            desks.consultant.do(
                RecordLoanDocument(unit=unit, item="户口本", attachment=AttachmentId(wrong))
            )


@ON_FILE
def test_a_bank_has_a_check_list_of_its_own(desks):
    wish = {"product": LoanProduct.MORTGAGE, "buyer": BuyerKind.OWNER}
    desks.manager.do(SetLoanDocuments(bank="工商银行", items=("身份证", "营业执照"), **wish))
    lists = {
        (each.bank, each.product, each.buyer): each for each in desks.manager.ask(loan_check_lists)
    }
    assert lists["工商银行", "mortgage", "business owner"].items == ("身份证", "营业执照")
    assert "营业执照" in lists["", "mortgage", "business owner"].items
    for items in ((), ("a", "a"), ("",)):
        with pytest.raises((MissingEntry, BadEntry)):
            desks.manager.do(SetLoanDocuments(items=items, **wish))
    unit = agreed(desks)
    desks.consultant.do(
        loan.OpenLoanCase(unit=unit, bank="工商银行", amount=BANK, buyer=BuyerKind.OWNER)
    )
    assert line(desks).lacking == ("身份证", "营业执照")


def test_a_combined_loan_comes_in_two_sums_and_no_more_than_was_approved(desks):
    desks.manager.do(SetModeTerms(mode="组合贷", lines=COMBINED))
    unit = agreed(desks, "组合贷")
    (offer,) = desks.consultant.ask(loan_offers)
    assert (offer.product, offer.fund_fen) == ("combined_loan", FUND)
    desks.consultant.do(
        loan.OpenLoanCase(
            unit=unit, product=LoanProduct.COMBINED, bank="建设银行",
            amount=Fen(offer.bank_fen), fund_amount=FUND,
        )
    )  # fmt: skip
    approve(desks, unit, fund_amount=Fen(40_000_000))
    assert (line(desks).approved_fen, line(desks).short_fen) == (
        offer.bank_fen + 40_000_000, 10_000_000,
    )  # fmt: skip
    with pytest.raises(WhichPart):
        desks.cashier.do(PayOutLoan(unit=unit))
    with pytest.raises(AboveApproved):
        desks.cashier.do(PayOutLoan(unit=unit, part=LoanPart.FUND, amount=Fen(40_000_001)))
    first = desks.cashier.do(PayOutLoan(unit=unit, part=LoanPart.FUND))
    assert first["state"] == "partly paid out"
    with pytest.raises(PaidOutAlready):
        desks.cashier.do(PayOutLoan(unit=unit, part=LoanPart.FUND))
    last = desks.cashier.do(PayOutLoan(unit=unit))
    assert (last["state"], last["amount_fen"]) == ("paid out", offer.bank_fen)
    with pytest.raises(NotAllowedNow):
        desks.cashier.do(PayOutLoan(unit=unit))
    due = {
        each.money: each.open_fen for each in desks.cashier.ask(payment_schedule, line(desks).deal)
    }
    assert (due["loan"], due["fund loan"]) == (0, 10_000_000)
    whole(desks)


def test_a_pay_out_whose_receipt_is_void_is_taken_back_and_made_anew(desks, unit):
    approve(desks, unit)
    told = desks.cashier.do(PayOutLoan(unit=unit))
    with pytest.raises(PayOutStands):
        desks.cashier.do(TakeBackPayOut(unit=unit, reason="x"))
    desks.cashier.do(VoidReceipt(receipt=ReceiptId(told["receipt_id"]), reason="金额写错"))
    assert (line(desks).stuck_by, line(desks).paid_fen) == ("receipt gone", 0)
    desks.cashier.do(TakeBackPayOut(unit=unit, reason="金额写错"))
    with pytest.raises(NotAllowedNow):
        desks.cashier.do(TakeBackPayOut(unit=unit, reason="x"))
    again = desks.cashier.do(PayOutLoan(unit=unit, amount=Fen(BANK - 100)))
    assert again["state"] == "paid out" and line(desks).paid_fen == BANK - 100
    whole(desks)


@ON_FILE
def test_after_a_refusal_another_bank_may_be_asked(desks, unit):
    send(desks, unit)
    with pytest.raises(MissingEntry):
        desks.cashier.do(loan.RefuseLoan(unit=unit, reason=" "))
    again = loan.OpenLoanCase(unit=unit, bank="工商银行", amount=BANK)
    with pytest.raises(loan.LoanCaseOpen):
        desks.consultant.do(again)
    desks.cashier.do(loan.RefuseLoan(unit=unit, reason="征信不良"))
    assert (line(desks).state, line(desks).stuck_by) == ("refused", "decide")
    assert [each.refused for each in desks.consultant.ask(loan_offers)] == [True]
    desks.consultant.do(again)
    card = desks.cashier.ask(loan_case, unit)
    assert (card.line.bank, card.line.state, len(card.before)) == ("工商银行", "collecting", 1)
    assert [each.bank for each in desks.cashier.ask(loan_cases)] == ["工商银行"]
    assert len(desks.cashier.ask(loan_cases, past=True)) == 2
    assert desks.consultant.ask(loan_offers) == ()
    whole(desks)


def signed_by(desks, request, *logins):
    for login in logins:
        getattr(desks, login).do(SignRequest(request=RequestId(request)))


def test_after_the_contract_a_refused_loan_is_paid_otherwise(desks, unit):
    """The schedule is renewed: what was paid stays, nobody is late at once, and the case needs no more."""
    wish = RequestMode(unit=unit, mode="一次性付款", reason="银行拒贷")
    with pytest.raises(NotAllowedNow):  # a contract is not changed so while its loan is under way
        desks.consultant.do(wish)
    send(desks, unit)
    desks.cashier.do(loan.RefuseLoan(unit=unit, reason="征信不良"))
    desks.clock.forward(days=40)
    asked = desks.consultant.do(wish)
    signed_by(desks, asked, "manager", "head")
    deal = line(desks).deal
    due = [each for each in desks.cashier.ask(payment_schedule, deal) if not each.ended]
    assert not [each for each in due if each.money == "loan"]
    assert sum(each.open_fen for each in due) == 195_000_000
    assert not [each for each in due if each.overdue_days]
    assert (line(desks).due_fen, line(desks).mode, line(desks).stuck) == (0, "一次性付款", False)
    assert desks.consultant.ask(loan_offers) == ()
    with pytest.raises(loan.NothingLent):
        desks.consultant.do(loan.OpenLoanCase(unit=unit, bank="工商银行", amount=BANK))
    whole(desks)


def test_a_deal_whose_loan_was_refused_ends_without_fault(desks, unit):
    """R-05: all that was paid goes back, the deposit too."""
    send(desks, unit)
    desks.cashier.do(loan.RefuseLoan(unit=unit, reason="征信不良"))
    wish = RequestCancellation(unit=unit, fault=Fault.NONE, reason="银行拒贷")
    signed_by(desks, desks.consultant.do(wish), "manager", "deputy")
    assert [each.owed_fen for each in desks.cashier.ask(refunds)] == [5_000_000]
    assert desks.cashier.ask(loan_cases) == ()
    whole(desks)


def test_the_order_of_turns_is_kept(desks, unit):
    for early in (
        loan.SendLoan(unit=unit), loan.ApproveLoan(unit=unit), loan.FaceSignLoan(unit=unit),
        loan.PreRegisterLoan(unit=unit, number="x"), PayOutLoan(unit=unit),
        loan.RefuseLoan(unit=unit, reason="x"),
    ):  # fmt: skip
        seat = desks.consultant if isinstance(early, loan.FaceSignLoan) else desks.cashier
        with pytest.raises(NotAllowedNow):
            seat.do(early)
    bring(desks, unit)
    desks.consultant.do(loan.CompleteLoanDocuments(unit=unit))
    desks.manager.do(loan.CheckLoan(unit=unit, passed=False, reason="流水缺页"))
    assert (line(desks).state, line(desks).why) == ("collecting", "流水缺页")
    send(desks, unit)
    with pytest.raises(loan.ApprovedTooMuch):
        desks.cashier.do(loan.ApproveLoan(unit=unit, amount=Fen(BANK + 1)))
    with pytest.raises(BadEntry):
        desks.cashier.do(loan.ApproveLoan(unit=unit, amount=Fen(0)))
    desks.cashier.do(loan.ApproveLoan(unit=unit))
    with pytest.raises(NotYetSigned):
        desks.cashier.do(loan.PreRegisterLoan(unit=unit, number="x"))
    desks.consultant.do(loan.FaceSignLoan(unit=unit))
    with pytest.raises(FaceSignedAlready):
        desks.consultant.do(loan.FaceSignLoan(unit=unit))
    desks.consultant.do(loan.WithdrawLoan(unit=unit, reason="客户改全款"))
    with pytest.raises(LoanIsDone):
        desks.consultant.do(RecordLoanDocument(unit=unit, item="x"))


@ON_FILE
def test_what_is_no_loan_is_not_opened(desks):
    unit = agreed(desks)
    open_ = {"unit": unit, "bank": "建设银行", "amount": BANK}
    due = desks.consultant.ask(loan_offers)[0].bank_fen
    for wrong, kind in (
        ({"bank": ""}, MissingEntry), ({"amount": Fen(0)}, MissingEntry),
        ({"amount": Fen(-1)}, BadEntry), ({"fund_amount": Fen(1)}, BadEntry),
        ({"years": 0}, BadEntry), ({"years": 41}, BadEntry), ({"rate_bp": -1}, BadEntry),
        ({"amount": Fen(due + 1)}, loan.NothingLent), ({"opened_on": date(2099, 1, 1)}, BadEntry),
        ({"unit": desks.unit("1-1-0102")}, NoDeal),
    ):  # fmt: skip
        with pytest.raises(kind):
            desks.consultant.do(loan.OpenLoanCase(**(open_ | wrong)))
    with pytest.raises(NoLoanCase):
        desks.cashier.do(loan.SendLoan(unit=unit))
    assert desks.cashier.ask(loan_case, unit) is None
    assert desks.cashier.ask(loan_offers, unit=desks.unit("1-1-0102")) == ()
    with pytest.raises(NotPermitted):
        desks.reception.do(loan.OpenLoanCase(**open_))


@ON_FILE
def test_a_deal_that_is_over_takes_its_case_along(desks, unit):
    send(desks, unit)
    desks.cashier.do(loan.RefuseLoan(unit=unit, reason="征信不良"))
    desks.manager.do(CancelSubscription(unit=unit, fault=Fault.NONE, reason="贷款未批"))
    assert desks.cashier.ask(loan_cases) == ()
    assert line(desks, past=True).live is False
    with pytest.raises(NothingAgreed):
        desks.consultant.do(loan.WithdrawLoan(unit=unit, reason="x"))
    whole(desks)


def test_what_does_not_move_is_stuck_and_says_why(desks, unit):
    desks.clock.forward(days=8)
    assert (line(desks).stuck, line(desks).stuck_by, line(desks).days) == (True, "lacking", 8)
    send(desks, unit)
    assert not line(desks).stuck
    desks.clock.forward(days=16)
    assert (line(desks).stuck_by, line(desks).days) == ("waiting", 16)
    assert desks.cashier.ask(loan_cases, stuck=True)
    late = line(desks)
    assert (
        late.overdue_days == 0 and late.due_on is None
    )  # the loan is due 30 days after the filing
    desks.manager.do(FileContract(unit=unit, number="BA-1"))
    desks.clock.forward(days=32)
    assert line(desks).overdue_days == 2


@ON_FILE
def test_what_is_stuck_is_on_the_managers_desk_and_on_paper(desks, unit):
    desks.clock.forward(days=8)
    stuck = [need for need in desks.manager.ask(needs) if need.kind is NeedKind.LOAN]
    assert [(need.subject, need.days, need.detail) for need in stuck] == [
        ("1-1-0101", 8, "lacking")
    ]
    sheet = desks.cashier.ask(loan_list)
    assert [each.unit for each in sheet.lines] == ["1-1-0101"] and sheet.waiting == ()
    approve(desks, unit, amount=Fen(BANK - 10_000_000))
    costs = desks.consultant.ask(loan_instalments, unit)
    assert [(part.loan_fen, part.rate_bp, part.years) for part in costs.parts] == [
        (BANK - 10_000_000, 310, 25),
    ]  # fmt: skip
    with pytest.raises(NotFound):
        desks.cashier.ask(loan_instalments, desks.unit("1-1-0102"))


def test_both_stores_refuse_what_the_table_refuses(desks, unit):
    """Every turn that the table does not know, from where a case stands, straight into the database."""
    form = (
        "INSERT INTO loan_turn (case_id, turn_no, step, source, state, happened_on, reason, reference, part,"
        " at, actor_id) VALUES (1, 1, :step, 'collecting', :state, '2026-12-01', 'x', '', '', 1, 1)"
    )
    states = {step.target.value for step in LOAN.steps}
    legal = {(step.name, step.target.value) for step in LOAN.steps if LOAN.start in step.sources}
    tried = 0
    with desks.office.database.writing() as session:
        for step in ("pass check", "send", "pre-register", "withdraw loan", "hand back"):
            for state in sorted(states):
                if (step, state) in legal:
                    continue
                nested = session.begin_nested()
                with pytest.raises(IntegrityError, match="guard"):
                    session.execute(text(form), {"step": step, "state": state})
                nested.rollback()
                tried += 1
        session.rollback()
    assert tried > 40


def test_the_proof_tells_of_a_turn_that_was_forged(desks, unit):
    send(desks, unit)
    guards_off(desks.office, "loan_turn")
    with desks.office.database.engine.begin() as connection:
        connection.execute(text("UPDATE loan_turn SET source = 'checked' WHERE turn_no = 2"))
    broken = [finding.law for finding in desks.manager.ask(audit) if finding.broken]
    assert broken == ["a loan case turns by its table"]
