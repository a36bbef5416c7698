"""What is looked over on any day: units that are kept back, and entries of the register that chance picks."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import ProjectId, UnitId, VisitId
from salesdesk.office.customers.check_rules import EntryKind, Verdict
from salesdesk.office.customers.checking import CheckEntry
from salesdesk.office.customers.checks import spot_checks, spot_sample
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.inventory.reviews import ReviewHoldBack, kept_back
from tests.office.any_day_model import CUSTOMERS, REVIEW_DAYS, UNIT
from tests.office.any_day_steps import Steps

SAMPLE = 5


class Checks(Steps):
    """Reviews of what is kept back, and spot checks."""

    def review(self, unit, days):
        model, day = self.model, day_of(self.clock.now) + timedelta(days=days)

        def may():
            return model.state[unit] in {"held back", "blocked"} and 0 < days <= 366

        command = ReviewHoldBack(units=(UnitId(unit),), review_on=day, reason="x")
        if self.attempt(self.desks.manager, command, may) is not None:
            model.reviews[unit] = day

    def look_at_kept_back(self):
        model = self.model
        model.lapse(self.clock.now)
        found = {
            line.unit_id: (line.state.value, line.review_on)
            for line in self.desks.manager.ask(kept_back)
        }
        assert found == {
            unit: (state, model.reviews.get(unit, day_of(model.since[unit]) + REVIEW_DAYS))
            for unit, state in model.state.items()
            if state in {"held back", "blocked"}
        }

    def register(self, writer, who):
        command = RegisterVisit(
            manner=Manner.VISIT, customer=self.customers[who], project=ProjectId(1)
        )
        answer = self.attempt(getattr(self.desks, writer), command, lambda: True)
        self.model.visits.append((self.clock.now, writer))
        assert answer["visit"] == answer["number"] == len(self.model.visits)

    def look_at_the_sample(self):
        """Chance picks; but only what may be picked, as many as it should, the same all day."""
        model, today = self.model, day_of(self.clock.now)
        lines = self.desks.manager.ask(spot_sample)
        assert all(line.kind is EntryKind.VISIT for line in lines)
        picked, eligible = {line.key for line in lines}, model.eligible(today)
        assert picked <= eligible and len(picked) == min(SAMPLE, len(eligible))
        assert model.sample.setdefault(today, picked) == picked
        assert {line.key for line in lines if line.verdict} == {
            key for key in picked if key in model.checked
        }

    def check(self, no, by, verdict, comment):
        self.look_at_the_sample()
        model = self.model

        def may():
            today = day_of(self.clock.now)
            drawn = no in model.sample.get(today, ()) and no not in model.checked
            said = bool(comment) or verdict is Verdict.GOOD
            return drawn and said and model.visits[no - 1][1] != by

        command = CheckEntry(visit=VisitId(no), verdict=verdict, comment=comment)
        if self.attempt(getattr(self.desks, by), command, may) is not None:
            model.checked[no] = day_of(self.clock.now)

    @rule(unit=UNIT, how=st.sampled_from(("hold back", "block", "")),
          days=st.sampled_from((1, 30, 366, 367, 0, -1)), wait=st.sampled_from((0, 0, 40)))  # fmt: skip
    def keep_back(self, unit, how, days, wait):
        """Kept back, looked at again, put off until another day; released, all that is over."""
        if how:
            self.step(how, unit)
        self.look_at_kept_back()
        self.review(unit, days)
        self.clock.forward(days=wait)
        self.look_at_kept_back()
        self.look(unit)

    @rule(writer=st.sampled_from(("reception", "reception", "manager")),
          who=st.integers(0, CUSTOMERS - 1), count=st.integers(1, 4))  # fmt: skip
    def visitors_come(self, writer, who, count):
        for _visit in range(count):
            self.register(writer, who)

    @rule(days=st.sampled_from((0, 1, 1, 1, 3)), by=st.sampled_from(("manager", "head", "deputy")),
          verdict=st.sampled_from(list(Verdict)), comment=st.sampled_from(("", "未问首付")),
          other=st.integers(0, 9))  # fmt: skip
    def check_the_register(self, days, by, verdict, comment, other):
        """The next day's sample: one of it is checked, and again; and one that was not drawn."""
        self.clock.forward(seconds=1)
        self.desks.office.seal()
        self.clock.forward(days=days)
        self.look_at_the_sample()
        picked = sorted(self.model.sample[day_of(self.clock.now)])
        if picked:
            self.check(picked[other % len(picked)], by, verdict, comment)
            self.check(picked[0], "head", Verdict.GOOD, "")
        self.check(1 + other % len(self.model.visits), by, Verdict.GOOD, "")
        made = {line.key for line in self.desks.manager.ask(spot_checks)}
        assert made == set(self.model.checked)
