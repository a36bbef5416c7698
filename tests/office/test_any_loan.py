"""Loan commands in any order against a model of the table: what it allows is done, all else is refused."""

import random
from collections import Counter

import pytest

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import Fen, ReceiptId, UnitId
from salesdesk.office.figures.audit import audit
from salesdesk.office.mortgage import commands as loan
from salesdesk.office.mortgage.documents import RecordLoanDocument, SetLoanDocuments
from salesdesk.office.mortgage.paying import PayOutLoan, TakeBackPayOut
from salesdesk.office.mortgage.queries import loan_case
from salesdesk.office.mortgage.rules import LOAN, OVER, BuyerKind, LoanProduct, LoanState
from salesdesk.office.sales.commands import HoldUnit, IdentifyBuyer, Subscribe
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.voiding import VoidReceipt

STEPS = 80
LENT = Fen(50_000_000)
_BACK = ("withdraw loan", "refuse", "hand back")


def without(step):
    """The states that are reached when *step* is never taken."""
    reached = {LOAN.start}
    while True:
        more = {
            each.target for each in LOAN.steps if each.name != step and each.sources & reached
        } - reached
        if not more:
            return reached
        reached |= more


@pytest.mark.parametrize(
    "step", ["complete documents", "pass check", "send", "approve", "pre-register", "pay out"]
)
def test_no_way_leads_to_the_money_past_a_turn(step):
    assert LoanState.PAID_OUT in without("hand back")
    assert LoanState.PAID_OUT not in without(step)


class Model:
    """A case as the table knows it; *voided*: its pay-out's receipt is void or answered by now."""

    def __init__(self):
        self.begin()
        self.state = LoanState.WITHDRAWN

    def begin(self):
        self.state, self.lacks, self.signed = LOAN.start, True, False
        self.voided, self.approved, self.receipt = False, False, 0

    def standing(self):
        return self.state, self.lacks, self.signed, self.voided, self.approved

    def may(self, name):
        if name == "open":
            return self.state in OVER
        if name == "document":
            return self.state not in OVER | {LoanState.PAID_OUT}
        if name == "void":
            return self.state is LoanState.PAID_OUT and not self.voided
        if name in {"approve contra", "contra"}:
            stands = self.state is LoanState.PAID_OUT and not self.voided
            return stands and self.approved == (name == "contra")
        if name not in LOAN.open_to(self.state):
            return False
        return not (
            (name in {"complete documents", "answer supplement"} and self.lacks)
            or (name == "face-sign" and self.signed)
            or (name == "pre-register" and not self.signed)
            or (name == "take back" and not self.voided)
        )

    def done(self, name, answer):
        if name == "open":
            self.begin()
        elif name == "document":
            self.lacks = False
        elif name == "approve contra":
            self.approved = True
        elif name in {"void", "contra"}:
            self.voided = True
        else:
            self.state = LOAN.after(self.state, name)
            self.lacks = self.lacks or name == "ask supplement"
            self.signed = self.signed or name == "face-sign"
            if name == "pay out":
                self.receipt, self.approved = answer["receipt_id"], False
            if name == "take back":
                self.voided = False


def orders(unit, model):
    """Each order by name: who gives it, and the command."""
    at, paid = {"unit": unit}, ReceiptId(model.receipt or 1)
    return {
        "open": ("consultant", loan.OpenLoanCase(bank="建设银行", amount=LENT, **at)),
        "document": ("consultant", RecordLoanDocument(item="身份证", **at)),
        "complete documents": ("consultant", loan.CompleteLoanDocuments(**at)),
        "pass check": ("consultant", loan.CheckLoan(**at)),
        "hand back": ("manager", loan.CheckLoan(passed=False, reason="x", **at)),
        "face-sign": ("consultant", loan.FaceSignLoan(**at)),
        "send": ("cashier", loan.SendLoan(**at)),
        "ask supplement": ("cashier", loan.AskLoanSupplement(reason="x", items=("身份证",), **at)),
        "answer supplement": ("consultant", loan.AnswerLoanSupplement(**at)),
        "approve": ("cashier", loan.ApproveLoan(**at)),
        "refuse": ("cashier", loan.RefuseLoan(reason="x", **at)),
        "pre-register": ("cashier", loan.PreRegisterLoan(number="x", **at)),
        "pay out": ("cashier", PayOutLoan(**at)),
        "take back": ("cashier", TakeBackPayOut(reason="x", **at)),
        "withdraw loan": ("consultant", loan.WithdrawLoan(reason="x", **at)),
        "void": ("cashier", VoidReceipt(receipt=paid, reason="x")),
        "approve contra": ("manager", ApproveContra(receipt=paid, reason="x")),
        "contra": ("cashier", ContraReceipt(receipt=paid)),
    }


@pytest.mark.parametrize("desks", ["file"], indirect=True)
@pytest.mark.parametrize("seed", [1, 2])
def test_any_orders_keep_to_the_table(desks, seed):
    dice, model = random.Random(seed), Model()
    unit = UnitId(desks.unit("1-1-0101"))
    desks.consultant.do(HoldUnit(unit=unit, customer=desks.customer()))
    desks.cashier.do(TakeDeposit(unit=unit, amount=5_000_000))
    desks.manager.do(ApprovePrice(unit=unit))
    desks.consultant.do(Subscribe(unit=unit, mode="商业按揭"))
    desks.consultant.do(IdentifyBuyer(unit=unit, id_number="11010519491231002X"))
    short = {"product": LoanProduct.MORTGAGE, "buyer": BuyerKind.EMPLOYED}
    desks.manager.do(SetLoanDocuments(items=("身份证",), **short))
    looked, seen, taken = set(), set(), Counter()
    for _step in range(STEPS):
        found = orders(unit, model)
        if (at := model.standing()) not in looked:  # all that is not allowed here, once
            looked.add(at)
            for name, (login, command) in found.items():
                if not model.may(name):
                    with pytest.raises(UserError):
                        getattr(desks, login).do(command)
        open_ = [name for name in found if model.may(name)]  # what was done least comes first
        name = min(open_, key=lambda one: (taken[one] * (4 if one in _BACK else 1), dice.random()))
        taken[name] += 1
        login, command = found[name]
        model.done(name, getattr(desks, login).do(command))
        seen.add(model.state)
        card = desks.cashier.ask(loan_case, unit)
        assert card.line.state == model.state.value
        paid = model.state is LoanState.PAID_OUT and not model.voided
        assert card.line.paid_fen == (LENT if paid else 0)
    assert len(seen) > 6
    assert taken["void"]
    assert taken["contra"]
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]
