"""Any day at the office: commands in any order, by anybody, beside a model of what should be true.

A defect cannot hide behind the same mistake on both sides.
"""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import ProjectId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.inventory.commands import ReleaseUnits
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.commands import HoldUnit, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.reserving import GiveUpReservation
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack
from salesdesk.store.journal import IntentReused
from tests.furnished import permit
from tests.office.any_day_ahead import Ahead
from tests.office.any_day_areas import Areas
from tests.office.any_day_books import Books
from tests.office.any_day_changes import Changes
from tests.office.any_day_checks import Checks
from tests.office.any_day_defaults import Defaults
from tests.office.any_day_demands import Demands
from tests.office.any_day_exchanges import Exchanges
from tests.office.any_day_fees import Fees
from tests.office.any_day_grants import Grants
from tests.office.any_day_lots import Lines, Lots
from tests.office.any_day_model import DEPOSIT, FREE, LAWLESS, PRICE, SHARES, SIGNERS, UNIT
from tests.office.any_day_money import Money
from tests.office.any_day_prices import FarPrices
from tests.office.any_day_refunds import Refunds
from tests.office.any_day_remakes import Remakes
from tests.office.any_day_reservations import Reservations
from tests.office.any_day_signatures import Signatures
from tests.office.any_day_signed_prices import SignedPrices
from tests.office.any_day_signing import Signing
from tests.office.any_day_steps import MANAGERS


class Ways(Reservations):
    """The ways of customers and units, whole, and any step at any time."""

    @rule(unit=UNIT, steps=st.integers(3, 5), who=st.integers(0, 1), fen=DEPOSIT, total=PRICE,
          shares=SHARES, hasty=st.sampled_from((True, True, False)))  # fmt: skip
    def go_on(self, unit, steps, who, fen, total, shares, hasty):
        """Go on in the seed's order, so that the deep states are reached often; the hasty try to
        subscribe before it is time.
        """
        for _step in range(steps):
            deal = self.model.deal.get(unit)
            if deal is not None:
                who = deal.owner
                if hasty:
                    self.subscribe(unit, who, shares)
            match self.model.state[unit]:
                case "draft" | "held back":
                    self.step("release", unit)
                case "blocked":
                    self.step("unblock", unit)
                case "available":
                    self.hold(unit, who)
                case "on hold" if not deal.paid:
                    self.deposit(unit, fen)
                case "on hold" if deal.approved is None:
                    self.approve(unit, total)
                case "on hold":
                    self.subscribe(unit, who, shares)
                case _:
                    break
        self.look(unit)

    @rule(unit=UNIT, fault=st.sampled_from(list(Fault)), fen=DEPOSIT, back=st.booleans())
    def go_back(self, unit, fault, fen, back):
        """Cancel, pay what is owed, try to pay it again, take the unit back, release it."""
        if self.model.state[unit] == "available":
            self.hold(unit, 0)
            self.deposit(unit, fen)
        self.cancel(unit, fault)
        last = self.model.owed[-1].key if self.model.owed else 1
        self.pay(last)
        self.pay(last)
        if back:
            self.step("accept back", unit)
            self.step("release", unit)
        self.look(unit)

    @rule(unit=UNIT, who=st.integers(0, 1), other=st.sampled_from((False, False, True)))
    def change_ones_mind(self, unit, who, other):
        """Hold, for longer, and let go: only whose deal it is may."""
        self.hold(unit, who)
        self.extend(unit, who ^ other)
        self.let_go(unit, who ^ other)
        self.look(unit)

    @rule(unit=UNIT, off=st.sampled_from(("withdraw", "hold back", "block")))
    def take_off_the_offer(self, unit, off):
        self.step(off, unit)
        self.look(unit)
        if off == "block":
            self.step("unblock", unit)
        self.step("release", unit)

    @rule(unit=UNIT, minutes=st.sampled_from((31, 31, 29)), pay=st.sampled_from((False, True)))
    def let_the_hold_lapse(self, unit, minutes, pay):
        """A hold past its time counts as none, for whoever comes next; one with money stays."""
        self.hold(unit, 0)
        if pay:
            self.deposit(unit, 100)
        self.clock.forward(minutes=minutes)
        self.hold(unit, 1)
        self.look(unit)

    @rule(unit=UNIT, fen=DEPOSIT, agree=st.booleans())
    def write_a_wrong_receipt(self, unit, fen, agree):
        """Void the newest receipt, before or after the agreement that rests on it, and once more."""
        self.hold(unit, 0)
        self.deposit(unit, fen)
        if agree:
            self.approve(unit, None)
            self.subscribe(unit, 0, None)
        for no in (len(self.model.slips), len(self.model.slips), 1):
            self.void(max(no, 1))
        self.look(unit)

    @rule(unit=UNIT, who=st.integers(0, 1), fen=DEPOSIT, total=PRICE, shares=SHARES,
          no=st.integers(1, 6), what=st.integers(0, 17))  # fmt: skip
    def do_anything(self, unit, who, fen, total, shares, no, what):
        """One step at whatever time: most are refused, and then nothing may have changed."""
        (
            lambda: self.hold(unit, who),
            lambda: self.extend(unit, who),
            lambda: self.let_go(unit, who),
            lambda: self.deposit(unit, fen),
            lambda: self.approve(unit, total),
            lambda: self.subscribe(unit, who, shares),
            lambda: self.pay(no),
            lambda: self.void(no),
            lambda: self.ask_for(unit, who, no),
            lambda: self._any_wish(no, lambda w: self.sign(w, SIGNERS[no % 3])),
            lambda: self._any_wish(no, lambda w: self.sign(w, SIGNERS[no % 3], Decision.REJECT)),
            lambda: self._any_wish(no, lambda w: self.take_back(w, who)),
            lambda: self.give_up(unit, who),
            *(lambda name=name: self.step(name, unit) for name in MANAGERS),
        )[what]()
        self.look(unit)

    @rule(minutes=st.sampled_from((1, 40, 2000)), sweep=st.booleans())
    def wait(self, minutes, sweep):
        self.clock.forward(minutes=minutes)
        self.model.lapse(self.clock.now)
        if sweep:
            self.desks.office.sweep()
        self.look(*FREE, LAWLESS)

    def set_law(self, level):
        self.put_law(Law.PERMIT, level, project=2)
        self.model.level = level.value

    @rule(level=st.sampled_from(list(LawLevel)), comes=st.sampled_from((False, False, True)))
    def look_at_the_law(self, level, comes):
        """A unit without a permit, released while nobody looked; the permit comes at last."""
        self.set_law(LawLevel.OFF)
        self.step("release", LAWLESS)
        self.set_law(level)
        self.hold(LAWLESS, 0)
        self.deposit(LAWLESS, 5_000_000)
        self.approve(LAWLESS, None)
        self.set_law(LawLevel.BLOCK)
        self.subscribe(LAWLESS, 0, None)
        if comes and not self.model.permit:
            command = permit(number="T-2", project=ProjectId(2))
            self.attempt(self.desks.manager, command, lambda: True)
            self.model.permit = True
        self.look(LAWLESS)

    @rule()
    def send_it_again(self):
        """The same intent has no second effect and the same answer; with other contents, none."""
        if self.last is None:
            return
        seat, command, intent, answer = self.last
        assert seat.do(command, intent) == answer
        with pytest.raises(IntentReused):
            seat.do(AcceptBack(unit=UnitId(5)), intent)
        self.look(*FREE, LAWLESS)

    @rule(unit=UNIT)
    def the_wrong_people_are_refused(self, unit):
        desks, unit_id = self.desks, UnitId(unit)
        for place, command in (
            (desks.cashier, HoldUnit(unit=unit_id, customer=self.customers[0])),
            (desks.consultant, TakeDeposit(unit=unit_id, amount=100)),
            (desks.consultant, ApprovePrice(unit=unit_id)),
            (desks.admin, Subscribe(unit=unit_id, mode="公积金")),
            (desks.reception, ReleaseUnits(units=(unit_id,))),
            (desks.cashier, GiveUpReservation(unit=unit_id, reason="x")),
            (desks.consultant, SignRequest(request=RequestId(1))),
        ):
            with pytest.raises(NotPermitted):
                place.do(command)
        self.look(unit)


class AnyDay(
    Ways,
    SignedPrices,
    FarPrices,
    Signing,
    Changes,
    Exchanges,
    Defaults,
    Grants,
    Lots,
    Lines,
    Checks,
    Areas,
    Money,
    Fees,
    Ahead,
    Books,
    Demands,
    Remakes,
    Signatures,
    Refunds,
):
    """Units and lots, four customers, two consultants, the cashier, who signs, and a clock."""
