"""Late fees on any day: fixed by hand or with what pays the late line, taken along, last, or waived."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import DueLineId, Fen, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.late_fee_commands import FixLateFee
from salesdesk.office.sales.waiving import RequestLateFeeWaiver
from salesdesk.office.staff.commands import ChangeSetting
from tests.office.any_day_model import SOLD, UNIT
from tests.office.any_day_money import AMOUNT, MoneySteps
from tests.office.any_day_signing import NEW

RATE = 50
"""Tenths of a ten-thousandth a day."""
BY_HEAD, BY_DEPUTY = 100_000, 1_000_000
"""From when on (fen) a waiver goes further than the site manager."""


class Fees(MoneySteps):
    """Whole ways of late fees; outside of them the office has no rate, so that nothing runs."""

    def at_the_rate_of(self, tenths):
        command = ChangeSetting(name="late_fee_tenths", value=str(tenths))
        self.attempt(self.desks.admin, command, lambda: True)
        self.model.rate = tenths

    def fix(self, unit):
        deal = self.model.deal.get(unit)
        lines = self.desks.cashier.ask(payment_schedule, deal.key) if deal else ()
        found = []

        def may():
            if self.model.deal.get(unit) is not deal or self.model.state[unit] not in SOLD:
                return False
            found[:] = self.fixed_by(deal, [line for line in lines if not line.ended])
            return bool(found) or "NoFeeRuns"

        answer = self.attempt(self.desks.manager, FixLateFee(unit=UnitId(unit)), may)
        if answer is not None:
            self.fees_fixed(deal, found, answer["fixed"])
            self.look_at_the_dues()

    def waive(self, unit, share):
        """Ask for a part of the newest fee to be waived, or more than is open; have it signed."""
        deal = self.model.deal.get(unit)
        if deal is None or not deal.fees:
            return
        fee = deal.fees[-1]
        amount = {"whole": fee.open, "half": fee.open // 2, "more": fee.open + 1}[share]

        def may():
            if self.model.deal.get(unit) is not deal or self.model.state[unit] not in SOLD:
                return False
            return 0 < amount <= fee.open or ("BadEntry" if amount <= 0 else "FeeSettled")

        line, before = DueLineId(fee.key), sum(one.waived for one in deal.fees)
        ask = RequestLateFeeWaiver(line=line, reason="x", amount=Fen(amount))
        request = self.attempt(self.desks.cashier, ask, may)
        if request is None:
            return
        steps = (("manager", 0), ("head", BY_HEAD), ("deputy", BY_DEPUTY))
        for signer, least in steps:
            if amount + before >= least:
                seat = getattr(self.desks, signer)
                self.attempt(seat, SignRequest(request=RequestId(request)), lambda: True)
        fee.waived += amount
        self.look_at_the_dues()

    @rule(unit=UNIT, afresh=NEW, days=st.sampled_from((8, 12, 30)), fix=st.booleans(),
          amounts=st.lists(AMOUNT, min_size=1, max_size=2), along=st.booleans(), ahead=st.booleans(),
          then=st.sampled_from(("", "void", "whole", "half", "more", "cancel")),
          fault=st.sampled_from(list(Fault)))  # fmt: skip
    def pay_late(self, unit, afresh, days, fix, amounts, along, ahead, then, fault):
        """Late by so many days: fixed before or not, paid in parts, what was taken made void, waived."""
        if afresh:
            self.afresh(unit)
        self.to_agreement(unit, 0, known=True)
        self.at_the_rate_of(RATE)
        self.clock.forward(days=days)
        if fix:
            self.fix(unit)
        for amount in amounts:
            self.take(unit, self.handed(unit, amount), (), "", ahead, along=along)
            self.clock.forward(days=1)
        match then:
            case "void":
                self.take(unit, self.handed(unit, "all"), (), "", ahead, along=along)
                self.void(max(len(self.model.slips), 1))
            case "cancel":
                self.cancel(unit, fault, day_of(self.clock.now))
            case "whole" | "half" | "more":
                self.waive(unit, then)
        self.at_the_rate_of(0)
        self.look_at_the_books()
        self.look(unit)
