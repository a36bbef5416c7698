"""Reservations on any day: asked for, signed by three, withdrawn, banned, given up."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_bounds, day_of
from salesdesk.kernel.keys import RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest, WithdrawRequest
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.sales.reserving import GiveUpReservation, RequestReservation
from tests.office.any_day_model import SIGNERS, UNIT
from tests.office.any_day_parts import Wish, over_by
from tests.office.any_day_steps import Steps


class Reservations(Steps):
    """Requests and what becomes of them."""

    def ask_for(self, unit, who, days):
        """Ask for a reservation of a unit until the end of a day."""
        model = self.model
        last = day_of(self.clock.now) + timedelta(days=days)
        until = day_bounds(last)[1]

        def may():
            again = any(
                w.unit == unit and w.who == who and w.pending(self.clock.now) for w in model.wishes
            )
            return days <= 30 and not again and model.may_reserve(unit, until, self.clock.now, who)

        answer = self.attempt(
            self.consultants[who],
            RequestReservation(
                unit=UnitId(unit), customer=self.customers[who], until=last, reason="x"
            ),
            may,
        )
        if answer is not None:
            model.wishes.append(
                Wish(answer["request"], unit, who, until, self.clock.now, model.listed[unit])
            )

    def sign(self, wish, signer, decision=Decision.APPROVE):
        """Sign or reject a request; the third signature reserves the unit."""
        model = self.model

        def may():
            if not wish.pending(self.clock.now):
                return over_by(wish.over, wish.signed, len(SIGNERS))
            if SIGNERS[wish.signed] != signer:
                return "SignedAlready" if signer in SIGNERS[: wish.signed] else "NotYourStep"
            free = model.may_reserve(wish.unit, wish.until, self.clock.now, wish.who)
            as_filed = model.listed[wish.unit] == wish.listed
            if decision is Decision.REJECT or not free:
                return decision is Decision.REJECT
            return as_filed or "FactsChanged"

        answer = self.attempt(
            getattr(self.desks, signer),
            SignRequest(request=RequestId(wish.key), decision=decision, comment="x"),
            may,
        )
        if answer is not None and decision is Decision.REJECT:
            wish.over = True
        elif answer is not None:
            wish.signed += 1
            if wish.signed == len(SIGNERS):
                model.free(wish.unit, "reserved", self.clock.now)
                model.serve(wish.unit, wish.who, self.clock.now)
                model.kept[wish.unit] = wish

    def take_back(self, wish, who):
        answer = self.attempt(
            self.consultants[who],
            WithdrawRequest(request=RequestId(wish.key)),
            lambda: wish.who == who and wish.pending(self.clock.now),
        )
        if answer is not None:
            wish.over = True

    def give_up(self, unit, who):
        answer = self.attempt(
            self.consultants[who],
            GiveUpReservation(unit=UnitId(unit), reason="x"),
            lambda: self._kept(unit, who),
        )
        if answer is not None:
            del self.model.kept[unit]
            self.model.put(unit, "held back", self.clock.now)

    def ban(self, level):
        self.put_law(Law.RESERVATION, level)
        self.model.banned = level is LawLevel.BLOCK

    def _any_wish(self, no, then):
        if self.model.wishes:
            then(self.model.wishes[-1 - no % len(self.model.wishes)])

    @rule(unit=UNIT, who=st.integers(0, 1), days=st.sampled_from((0, 0, 2, 8, 31)),
          late=st.sampled_from((0, 0, 0, 1500, 11_000)),
          then=st.sampled_from(("hold", "hold", "give up", "wait", "take away")))  # fmt: skip
    def reserve(self, unit, who, days, late, then):
        """Three signatures, some too late; then the customer comes, another one does, or nobody."""
        if self.model.held(unit) and not self.model.deal[unit].paid:
            self.let_go(unit, self.model.deal[unit].owner)
        if self.model.state[unit] in {"draft", "held back"}:
            self.step("release", unit)
        self.ask_for(unit, who, days)
        if not self.model.wishes:
            return
        wish = self.model.wishes[-1]
        self.sign(wish, "general")
        for signer in SIGNERS:
            self.sign(wish, signer)
            self.sign(wish, signer)
            if late and signer == "deputy":
                self.clock.forward(minutes=late)
        if then == "take away":
            self.hold(unit, who ^ 1)
        elif then == "give up":
            self.give_up(unit, who)
        elif then == "wait":
            self.clock.forward(days=days + 1)
            self.model.lapse(self.clock.now)
        if then in {"hold", "take away"}:
            self.hold(unit, who)
        self.look(unit)

    @rule(unit=UNIT, who=st.integers(0, 1))
    def a_reservation_comes_to_nothing(self, unit, who):
        """Banned by the city, rejected, taken back, and asked for again."""
        self.ban(LawLevel.BLOCK)
        self.ask_for(unit, who, 3)
        self.ban(LawLevel.WARN)
        self.ask_for(unit, who, 3)
        if self.model.wishes:
            wish = self.model.wishes[-1]
            self.sign(wish, "head")
            self.take_back(wish, wish.who ^ 1)
            self.sign(wish, "deputy", Decision.REJECT)
            self.take_back(wish, wish.who)
        self.look(unit)
