"""What was paid ahead on any day: applied to what is due by then, and no receipt takes it back alone."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.ledger.receivable_rules import MoneyKind
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.applying import ApplyPrepaid
from salesdesk.office.sales.due_queries import payment_schedule
from tests.office.any_day_model import MODES, SOLD, UNIT
from tests.office.any_day_money import MoneySteps
from tests.office.any_day_signing import NEW

PART = st.sampled_from((None, None, "all", "half", "more", 0, 1))
"""What of it is applied: all that can be, all, half, 1 fen more, or so many fen."""


class Ahead(MoneySteps):
    """Whole ways of money paid ahead."""

    def apply(self, unit, part, along):
        model, cashier = self.model, self.desks.cashier
        deal = model.deal.get(unit)
        lies = deal.ahead if deal else 100
        fen = {"all": lies, "half": lies // 2, "more": lies + 1}.get(part, part)
        wanted = lies if fen is None else fen
        lines = cashier.ask(payment_schedule, deal.key) if deal else ()
        lines = [line for line in lines if not line.ended]
        went, fixed = {}, []

        def may():
            if model.deal.get(unit) is not deal or deal is None or model.state[unit] not in SOLD:
                return False
            if fen == 0:
                return "BadEntry"
            if not 0 < wanted <= lies:
                return "NothingAhead"
            if deal.open == 0:
                return "NothingDue"
            went.update(self._shared(deal, lines, None, wanted, along, fixed))
            return fen is None or sum(went.values()) == fen or "MoreThanOwed"

        amount = None if fen is None else Fen(fen)
        command = ApplyPrepaid(unit=UnitId(unit), amount=amount, fees=along)
        answer = self.attempt(cashier, command, may)
        if answer is None:
            return
        new = self.fees_fixed(deal, fixed, answer["fixed"])
        went = {new.get(k, k): fen for k, fen in went.items()}
        assert {line["line"]: line["amount_fen"] for line in answer["lines"]} == went
        given, money = sum(went.values()), {line.id: line.money for line in lines}
        others = sum(p for k, p in went.items() if money.get(k) == MoneyKind.MAINTENANCE_FUND)
        fees = sum(went.get(fee.key, 0) for fee in deal.fees)
        for fee in deal.fees:
            fee.taken += went.get(fee.key, 0)
        deal.ahead, deal.others = deal.ahead - given, deal.others + others
        deal.paid += given - others - fees
        deal.applied.append((day_of(self.clock.now), went))
        assert (answer["amount_fen"], answer["ahead_fen"]) == (given, deal.ahead)
        self.look_at_the_books()
        self.look_at_the_dues()

    @rule(unit=UNIT, afresh=NEW, more=st.sampled_from((100_000, 50_000_000)), parts=st.lists(PART, min_size=1, max_size=2),
          dearer=st.sampled_from((2_000_000, 2_000_000, 0)), along=st.booleans(),
          then=st.sampled_from(("", "void", "void", "cancel", "mode")), fault=st.sampled_from(list(Fault)))  # fmt: skip
    def pay_ahead_then_apply(self, unit, afresh, more, parts, dearer, along, then, fault):
        """More is paid than is owed; what others ask comes on top, and what lies ahead pays it."""
        if afresh:
            self.afresh(unit)
        self.to_agreement(unit, 0, known=False)
        deal = self.model.deal.get(unit)
        if deal is not None and deal.agreed:
            self._change(unit, "payment mode", MODES[1], 0)
            self._change(unit, "price", (deal.listed - dearer, (), ""), 0)
        self.take(unit, self.handed(unit, "all") + more, (), "", True)
        newest = max(len(self.model.slips), 1)
        self.apply(unit, None, along)
        if deal is not None and deal.agreed:
            self._change(unit, "payment mode", MODES[0], 0)
        for part in parts:
            self.apply(unit, part, along)
        match then:
            case "void":
                self.void(newest)
            case "cancel":
                self.cancel(unit, fault)
            case "mode":
                self._change(unit, "payment mode", MODES[2], 0)
        self.look(unit)

    @rule(unit=UNIT, part=PART, along=st.booleans())
    def apply_anything(self, unit, part, along):
        self.apply(unit, part, along)
        self.look(unit)
