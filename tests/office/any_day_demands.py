"""Reminders on any day: demand letters in their stages about what is overdue, and what buyers promise."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.reminder_queries import reminders
from salesdesk.office.sales.reminder_rules import DemandStage
from salesdesk.office.sales.reminding import RecordPromise, WriteDemands
from tests.office.any_day_model import UNIT
from tests.office.any_day_money import MoneySteps
from tests.office.any_day_signing import NEW

STAGES = tuple(DemandStage)
PAY_DAYS, SOON_DAYS, PROMISE_DAYS = timedelta(days=7), timedelta(days=14), 30


class Demands(MoneySteps):
    """Whole ways of reminders."""

    def demand(self, unit, stage=None):
        """Write the next letter about what is overdue longest; with *stage* only that one."""
        model, today = self.model, day_of(self.clock.now)
        deal = model.deal.get(unit)

        def may():
            if deal is None or model.deal.get(unit) is not deal:
                return False
            late = self.overdue(deal)
            if not late:
                return "NothingOverdue"
            days = deal.letters.get(late[0].id, ())
            waits = bool(days) and days[-1] >= today
            if len(days) == len(STAGES) and not waits:
                return "DemandsExhausted"
            if waits or (stage and STAGES.index(stage) < len(days)):
                return "DemandedAlready"
            return stage in {None, STAGES[len(days)]} or "StageNotNext"

        command = WriteDemands(units=(UnitId(unit),), stage=stage)
        answer = self.attempt(self.desks.manager, command, may)
        if answer is not None:
            key = self.overdue(deal)[0].id
            days = deal.letters.get(key, ())
            deal.letters[key] = (*days, today + PAY_DAYS)
            model.letters += 1
            (letter,) = answer
            assert letter["letter"] == f"CK{model.letters:07}"
            assert (letter["stage"], letter["pay_by"]) == (STAGES[len(days)], today + PAY_DAYS)
            self.look_at_the_reminders()

    def promise(self, unit, days, part):
        """The buyer will pay in so many days: what is due soon, all, or too much of it."""
        model, today = self.model, day_of(self.clock.now)
        deal = model.deal.get(unit)
        lines = self.desks.cashier.ask(payment_schedule, deal.key) if deal else ()
        opened = [line for line in lines if not line.ended and line.open_fen]
        soon = sum(
            line.open_fen for line in opened if line.due_on and line.due_on <= today + SOON_DAYS
        )
        most = sum(line.open_fen for line in opened)
        fen = {"soon": None, "all": most, "more": most + 1, "none": 0}[part]

        def may():
            if deal is None or model.deal.get(unit) is not deal:
                return False
            if not soon:
                return "NothingOverdue"
            if not 0 <= days <= PROMISE_DAYS:
                return "PromiseTooFar"
            return fen is None or 0 < fen <= most or "BadEntry"

        on = today + timedelta(days=days)
        amount = None if fen is None else Fen(fen)
        seat = self.consultants[deal.owner if deal else 0]
        command = RecordPromise(unit=UnitId(unit), on=on, amount=amount)
        if self.attempt(seat, command, may) is not None:
            deal.promised = (on, soon if fen is None else fen)
            self.look_at_the_reminders()

    def look_at_the_reminders(self):
        """Who is reminded of how much, by what letter, and whether a promise was broken."""
        model, today = self.model, day_of(self.clock.now)
        told = {line.deal: line.mark for line in self.desks.manager.ask(reminders)}
        for deal in model.deal.values():
            late, mark = self.overdue(deal), told.get(deal.key)
            if mark is None:
                assert not late
                continue
            days = deal.letters.get(mark.line, ())
            assert mark.overdue_fen == sum(line.open_fen for line in late)
            assert mark.line == (late[0].id if late else mark.line)
            assert (mark.stage, mark.pay_by) == (
                (STAGES[len(days) - 1], days[-1]) if days else ("", None)
            )
            on, fen = deal.promised or (None, 0)
            assert (mark.promised_on, mark.promised_fen) == (on, fen)
            assert mark.broken == bool(late and on and on < today)

    @rule(unit=UNIT, afresh=NEW, waits=st.lists(st.sampled_from((0, 3, 8, 9)), min_size=2, max_size=5),
          stage=st.sampled_from((None, None, *STAGES)), part=st.sampled_from(("soon", "all", "more", "none")),
          days=st.sampled_from((0, 5, 30, 31, -1)), pay=st.sampled_from(("", "", "half", "all")))  # fmt: skip
    def remind(self, unit, afresh, waits, stage, part, days, pay):
        """One letter after another while the days pass; promised, paid meanwhile, or neither."""
        if afresh:
            self.afresh(unit)
        self.to_agreement(unit, 0, known=False)
        for no, wait in enumerate(waits):
            self.clock.forward(days=wait)
            self.demand(unit, stage if no < 2 else None)
            if no == 1:
                self.promise(unit, days, part)
                if pay:
                    self.take(unit, self.handed(unit, pay), (), "", False)
        self.look_at_the_reminders()
        self.look(unit)
