"""Lots and lines on any day: bound, loosened, taken along; who stands behind a unit, whose turn it is."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_bounds, day_of
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.lots import BindLot, UnbindLot, bound_to
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.line import LeaveLine, StandInLine
from salesdesk.office.sales.line_queries import unit_line
from salesdesk.office.staff.commands import ChangeSetting
from tests.office.any_day_model import CUSTOMERS, FREE, KEPT, LAWLESS, LINED, LOTS, PLACE_DAYS
from tests.office.any_day_parts import Place
from tests.office.any_day_signing import SigningSteps
from tests.office.any_day_steps import Steps

LOT_UNIT = st.sampled_from(LOTS)
HOME = st.sampled_from((1, 1, 1, 2, 2))
WHO = st.integers(0, CUSTOMERS - 1)


class LotSteps(Steps):
    """Lots are bound and loosened."""

    def bind(self, lot, home):
        model = self.model
        command = BindLot(lot=UnitId(lot), home=UnitId(home))

        def may():
            if lot not in LOTS or home in (*LOTS, LAWLESS, 8) or lot in model.bound:
                return False
            return not KEPT & {model.state[lot], model.state[home]}

        if self.attempt(self.desks.manager, command, may) is not None:
            model.bound[lot] = home

    def unbind(self, lot):
        model = self.model

        def may():
            return lot in model.bound and not (
                KEPT & {model.state[lot], model.state[model.bound[lot]]}
            )

        command = UnbindLot(lot=UnitId(lot), reason="x")
        if self.attempt(self.desks.manager, command, may) is not None:
            del model.bound[lot]

    def look_at_bindings(self, home):
        card = self.desks.manager.ask(bound_to, UnitId(home))
        assert tuple(line.unit for line in card.lots) == self.model.lots_of(home)


class Lots(SigningSteps, LotSteps):
    """Lots that go with their homes."""

    @rule(lot=LOT_UNIT, home=HOME, who=WHO, then=st.sampled_from(("", "let go", "cancel", "sign")),
          alone=st.sampled_from(("", "", "hold", "deposit", "hold back")))  # fmt: skip
    def sell_with_a_lot(self, lot, home, who, then, alone):
        """A lot goes where its home goes, at its own price, and nowhere alone."""
        self.bind(lot, home)
        if alone == "hold back":
            self.step("hold back", lot)
        elif alone == "hold":
            self.hold(lot, who)
        self.hold(home, who)
        self.look(home, *LOTS)
        self.unbind(lot)
        if then == "let go":
            self.let_go(home, who % 2)
        elif then:
            deal = self.model.deal.get(home)
            self.deposit(home, self.model.deal[home].price // 5 if deal and not deal.paid else 1)
            self.to_agreement(home, who, known=True)
        if alone == "deposit":
            self.deposit(lot, 1_000_000)
        if then == "sign":
            self.sign_contract(home, self._owner(home, who, 0), 0, True)
        elif then == "cancel":
            self.cancel(home, Fault.BUYER)
            self.step("accept back", home)
        self.look(home, *LOTS)
        self.look_at_bindings(home)

    @rule(lot=st.sampled_from((*LOTS, 1)), home=st.sampled_from((1, 2, 2, LAWLESS, *LOTS)),
          loosen=st.booleans(), who=WHO, owners=st.sampled_from((False, False, True)))  # fmt: skip
    def bind_anything(self, lot, home, loosen, who, owners):
        """Bound to whatever, loosened, and held alone: for owners only where the office says so."""
        command = ChangeSetting(name="lots_for_owners", value=str(owners).lower())
        self.attempt(self.desks.admin, command, lambda: True)
        self.model.owners_only = owners
        self.bind(lot, home)
        if loosen:
            self.unbind(lot)
        self.hold(LOTS[0], who)
        self.look(*FREE, *LOTS)
        self.look_at_bindings(home)

    @rule(lot=LOT_UNIT, what=st.sampled_from(("release", "withdraw", "hold back", "accept back")))
    def handle_a_lot(self, lot, what):
        self.step(what, lot)
        self.look(lot)

    @rule(lot=LOT_UNIT, who=WHO)
    def sell_a_lot_alone(self, lot, who):
        self.unbind(lot)
        self.to_agreement(lot, who, known=True)
        self.look(lot)


class Lines(SigningSteps):
    """Who stands behind a unit."""

    def stand(self, unit, who, days, seat=None):
        model = self.model
        last = day_of(self.clock.now) + timedelta(days=days)

        def place_counts(place):
            return place.counts(self.clock.now)

        def may():
            if model.state[unit] not in LINED or unit in model.bound:
                return False
            there = [p for p in model.lines.get(unit, ()) if place_counts(p)]
            if model.holder(unit) == who or any(p.who == who for p in there):
                return False
            own = seat in {None, who % 2}
            return own and len(there) < model.line_longest and 0 <= days <= PLACE_DAYS

        by = self.consultants[who % 2] if seat is None else self.consultants[seat]
        answer = self.attempt(
            by, StandInLine(unit=UnitId(unit), customer=self.customers[who], until=last), may
        )
        if answer is not None:
            places = model.lines.setdefault(unit, [])
            model.serve(unit, who, self.clock.now)  # an older place of his that was over
            assert answer["position"] == 1 + sum(map(place_counts, places))
            places.append(Place(who, self.clock.now, day_bounds(last)[1]))

    def leave(self, unit, who, seat=None):
        def may():
            places = self.model.lines.get(unit, ())
            return seat in {None, who % 2} and any(
                p.who == who and p.ended is None for p in places
            )

        by = self.consultants[who % 2] if seat is None else self.consultants[seat]
        command = LeaveLine(unit=UnitId(unit), customer=self.customers[who])
        if self.attempt(by, command, may) is not None:
            self.model.serve(unit, who, self.clock.now)

    def look_at_the_line(self, unit):
        now = self.clock.now
        self.model.lapse(now)
        called, expected = self.model.called(unit, now), []
        for place, ends in self.model.turns(unit):
            if place.counts(now):
                waits = ends is None or now < ends
                state = "called" if place.who == called else "waiting" if waits else "passed"
                expected.append((self.customers[place.who], len(expected) + 1, state))
        found = self.desks.manager.ask(unit_line, UnitId(unit))
        assert [(card.customer_id, card.position, card.state) for card in found] == expected

    @rule(unit=HOME, who=WHO, behind=st.lists(WHO, min_size=1, max_size=3),
          days=st.sampled_from((7, 7, 7, 0, 30, 31, -1)),
          free=st.sampled_from(("let go", "lapse", "cancel", "")), leaves=st.booleans(),
          wait=st.sampled_from((1, 1, 119, 121, 241, 1500)), comes=st.lists(WHO, min_size=1, max_size=3))  # fmt: skip
    def wait_for_a_unit(self, unit, who, behind, days, free, leaves, wait, comes):
        """They stand behind it; it comes free; some leave; time passes; and somebody comes."""
        self.hold(unit, who)
        for customer in behind:
            self.stand(unit, customer, days)
        self.look_at_the_line(unit)
        holder = self.model.holder(unit)
        match free:
            case "let go" if holder is not None:
                self.let_go(unit, holder % 2)
            case "lapse":
                self.clock.forward(minutes=181)
            case "cancel":
                self.cancel(unit, Fault.NONE)
                self.step("accept back", unit)
                self.step("release", unit)
        self.look_at_the_line(unit)
        if leaves:
            self.leave(unit, behind[0])
        self.clock.forward(minutes=wait)
        self.look_at_the_line(unit)
        for customer in comes:
            self.hold(unit, customer)
        self.look_at_the_line(unit)
        self.look(unit)

    @rule(unit=st.sampled_from((1, 2, LAWLESS, *LOTS)), who=WHO, seat=st.sampled_from((None, 0, 1)),
          days=st.sampled_from((3, 3, 31, -1)), longest=st.sampled_from((1, 2, 5, 5)),
          leaves=st.booleans())  # fmt: skip
    def stand_anywhere(self, unit, who, seat, days, longest, leaves):
        """Behind whatever, by whomever; in a line that may be only so long."""
        command = ChangeSetting(name="line_longest", value=str(longest))
        self.attempt(self.desks.admin, command, lambda: True)
        self.model.line_longest = longest
        self.stand(unit, who, days, seat)
        if leaves:
            self.leave(unit, who, seat)
        self.look_at_the_line(unit)
