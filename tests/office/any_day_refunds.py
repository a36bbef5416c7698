"""Refunds by request on any day: asked for, signed, paid by who signed nothing; or it came to nothing."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.keys import ReceiptId, RefundId, RequestId
from salesdesk.office.approvals.commands import SignRequest, WithdrawRequest
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.ledger.rules import Fault, TenderKind
from salesdesk.office.sales.refunding import RequestRefund
from salesdesk.office.staff.commands import ChangeSetting
from tests.office.any_day_changes import ChangeSteps
from tests.office.any_day_model import DEPOSIT, UNIT
from tests.office.any_day_parts import FIRST, LAST, RefundAsk, over_by

NOT_OWED = {"missing": "OriginalsOpen", "stranger": "PayeeUnknown", "strange": "NotItsOriginal"}


class Refunds(ChangeSteps):
    """Requests for refunds."""

    def refunds_want_signatures(self, wanted):
        command = ChangeSetting(name="refunds_by_request", value=str(wanted).lower())
        self.attempt(self.desks.admin, command, lambda: True)
        self.model.refunds_by_request = wanted

    def ask_refund(self, owed, asker, wrong="", lost=False, way=TenderKind.CASH):
        """Ask for a refund, every receipt of its deal named; or with one thing wrong."""
        line = (*owed.deal.before, owed.deal)
        mine = [s for s in self.model.slips if s.stands and any(s.deal is d for d in line)]
        keys = {r.number: r.id for r in self.desks.manager.ask(receipts, limit=10_000)}
        named = [ReceiptId(keys[s.number]) for s in mine]
        others = [keys[s.number] for s in self.model.slips if s not in mine]
        if wrong == "missing":
            named = named[1:]
        if wrong == "strange" and others:
            named = [*named, ReceiptId(others[0])]
        command = RequestRefund(
            refund=RefundId(owed.key), reason="x", payee="路人" if wrong == "stranger" else "",
            tender=way, bank_account="" if way is TenderKind.CASH else "x",
            returned=() if lost else tuple(named), lost=tuple(named) if lost else (),
            declaration="x" if lost else "",
        )  # fmt: skip

        def may():
            if lost and not named:
                return True if self._may_ask(owed) is True and not mine else self._may_ask(owed)
            found = self._may_ask(owed)
            if found is not True and found != "RefundAsked":
                return found
            if wrong == "stranger":
                return NOT_OWED[wrong]
            if (wrong == "missing" and mine) or (wrong == "strange" and others):
                return NOT_OWED[wrong]
            return found

        answer = self.attempt(getattr(self.desks, asker), command, may)
        if answer is not None:
            owed.asks.append(RefundAsk(answer, self.clock.now, asker, way))

    def _may_ask(self, owed):
        if owed.paid:
            return "RefundPaid"
        if not owed.fen:
            return "NothingOwed"
        pending = any(ask.pending(self.clock.now) for ask in owed.asks)
        return "RefundAsked" if pending else True

    def sign_refund(self, ask, signer, decision=Decision.APPROVE):
        def may():
            if not ask.pending(self.clock.now):
                return over_by(ask.over, len(ask.signed), 2)
            if signer == ask.asker:
                return "OwnRequest"
            if signer in ask.signed:
                return "SignedAlready"
            return signer in (FIRST, LAST)[len(ask.signed)] or "NotYourStep"

        command = SignRequest(request=RequestId(ask.key), decision=decision, comment="x")
        if self.attempt(getattr(self.desks, signer), command, may) is None:
            return
        if decision is Decision.REJECT:
            ask.over = True
        else:
            ask.signed.append(signer)

    def withdraw_refund(self, ask):
        answer = self.attempt(
            getattr(self.desks, ask.asker),
            WithdrawRequest(request=RequestId(ask.key)),
            lambda: ask.pending(self.clock.now),
        )
        ask.over = ask.over or answer is not None

    @rule(unit=UNIT, fault=st.sampled_from(list(Fault)), fen=DEPOSIT,
          asker=st.sampled_from(("cashier", "manager")), lost=st.booleans(), keep=st.booleans(),
          way=st.sampled_from((TenderKind.CASH, TenderKind.CASH, TenderKind.TRANSFER)),
          wrong=st.sampled_from(("", "missing", "stranger", "strange")),
          between=st.sampled_from(("", "", "withdraw", "reject", "late", "again")))  # fmt: skip
    def pay_back_by_request(self, unit, fault, fen, asker, lost, keep, way, wrong, between):
        """Not without signatures; whatever came between, nothing is paid but what was signed."""
        self.afresh(unit)
        self.hold(unit, 0)
        self.deposit(unit, fen)
        self.cancel(unit, fault)
        self.refunds_want_signatures(True)
        if self.model.owed:
            owed = self.model.owed[-1]
            self.pay(owed.key)
            self.ask_refund(owed, asker, wrong)
            self.ask_refund(owed, asker, "", lost, way)
            if owed.asks:
                self._sign_and_pay(owed, asker, between)
        self.refunds_want_signatures(keep)
        self.look(unit)

    def _sign_and_pay(self, owed, asker, between):
        ask = owed.asks[-1]
        for signer in ("deputy", "manager", "manager"):
            self.sign_refund(ask, signer)
        self.pay(owed.key)
        match between:
            case "withdraw":
                self.withdraw_refund(ask)
            case "reject":
                self.sign_refund(ask, "head", Decision.REJECT)
                self.sign_refund(ask, "general", Decision.REJECT)
            case "late":
                self.clock.forward(days=8)
            case "again":
                self.ask_refund(owed, asker)
        for signer in ("head", "deputy", "general"):
            self.sign_refund(ask, signer)
        self.pay(owed.key)
        self.pay(owed.key)
