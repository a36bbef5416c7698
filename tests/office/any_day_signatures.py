"""Signatures in another's place on any day: on his days or outside them, twice, by whoever asked, with nobody left."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_bounds, day_of
from salesdesk.kernel.keys import PersonId
from salesdesk.office.approvals.flow_commands import SetStandIn
from salesdesk.office.ledger.rules import Fault
from tests.office.any_day_changes import ChangeSteps
from tests.office.any_day_model import MODES, UNIT
from tests.office.any_day_signing import NEW

EVERYBODY = ("manager", "head", "deputy", "general")
LONGEST = 366


class Signatures(ChangeSteps):
    """Who signs for whom."""

    def stand_in(self, absent, other, first, last):
        """Somebody says who signs for him from day to day, counted from today; nobody any more."""
        today = day_of(self.clock.now)
        seat = getattr(self.desks, absent)
        begins, ends = today + timedelta(days=first), today + timedelta(days=last)

        def may():
            right = other != absent and 0 <= first <= last <= LONGEST
            return right or "BadEntry"

        person = PersonId(getattr(self.desks, other).person.id) if other else None
        command = SetStandIn(stand_in=person, from_on=begins, to_on=ends)
        if self.attempt(seat, command, may) is not None:
            span = (day_bounds(begins)[0], day_bounds(ends)[1])
            self.model.stand_ins.append((absent, other, *span))

    @rule(unit=UNIT, afresh=NEW, who=st.integers(0, 3), absent=st.sampled_from(EVERYBODY),
          other=st.sampled_from(EVERYBODY), first=st.sampled_from((0, 0, 0, 1, 2, -1)),
          days=st.sampled_from((0, 1, 3, -1, LONGEST)), wait=st.sampled_from((0, 0, 1, 2, 8)),
          gone=st.sampled_from(("", "", "", "cancel", "price")), to=st.sampled_from(MODES))  # fmt: skip
    def sign_for_another(self, unit, afresh, who, absent, other, first, days, wait, gone, to):
        """Signed in another's place, named or not; before his days, on them, after them; the unit gone."""
        if afresh:
            self.afresh(unit)
        self.to_agreement(unit, 0, known=False)
        self.stand_in(absent, other, first, first + days)
        before = len(self.model.wanted)
        self.ask_change(unit, "payment mode", to, self._asker(unit, who))
        if len(self.model.wanted) > before:
            wanted = self.model.wanted[-1]
            self.sign_change(wanted, other, absent=absent)
            self.clock.forward(days=wait)
            if gone == "cancel":
                self.cancel(unit, Fault.NONE)
            elif gone == "price":
                self.ask_change(
                    unit, "price", (self.model.deal[unit].home - 100, (), ""), "manager"
                )
                for signer in ("head", "deputy"):
                    self.sign_change(self.model.wanted[-1], signer)
            self.sign_change(wanted, other, absent=absent)
            self.sign_change(wanted, other)
            for signer in EVERYBODY:
                self.sign_change(wanted, signer)
        self.stand_in(absent, "", 0, LONGEST)
        self.look(unit)
