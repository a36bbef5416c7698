"""Any day at the office: commands in any order, by anybody; after each the laws are looked at.

The machine keeps its own small model of what should be true and compares it with the board, so
that a defect cannot hide behind the same mistake on both sides.
"""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import ReceiptId, RefundId, UnitId
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.commands import (
    BlockUnits,
    HoldBack,
    ReleaseUnits,
    UnblockUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.queries import board
from salesdesk.office.ledger.queries import receipts, refunds
from salesdesk.office.ledger.rules import Fault, TenderKind, deposit_fate
from salesdesk.office.sales.commands import (
    ApprovePrice,
    ExtendHold,
    HoldUnit,
    LetGo,
    Subscribe,
)
from salesdesk.office.sales.till import TakeDeposit, VoidReceipt
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund
from tests.furnished import Clock, seated

UNITS = st.integers(1, 2).map(UnitId)  # few, so that the ways of customers cross
TOTAL = 200_000_000
HOLD_MINUTES = 30


class AnyDay(RuleBasedStateMachine):
    """Two units of six, two customers, five people and a clock."""


    template: Path

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="any-day-"))
        shutil.copyfile(self.template, self.folder / "day.office")
        self.clock = Clock()
        self.desks = seated(self.folder / "day.office", self.clock)
        self.state = dict.fromkeys(range(1, 7), "available")
        self.until = {}
        self.paid = {}
        self.approved = set()
        self.cash = 0
        self.printed = []

    def teardown(self):
        self.desks.office.close()
        shutil.rmtree(self.folder)

    def attempt(self, seat, command):
        """Carry out a command; give its answer, or None when the office declined."""
        self.clock.forward(seconds=1)
        self._lapse()
        try:
            return seat.do(command)
        except UserError as refusal:
            problem, remedy = refusal.sentences()
            assert problem and remedy
            return None

    def _lapse(self):
        for unit, until in list(self.until.items()):
            if until <= self.clock.now:
                self._free(unit, "available")

    def _free(self, unit, state):
        self.state[unit] = state
        self.until.pop(unit, None)
        self.paid.pop(unit, None)
        self.approved.discard(unit)

    @initialize()
    def two_customers_came(self):
        self.customers = [self.desks.customer(f"客户{n}", f"1390000000{n}") for n in (1, 2)]

    @rule(unit=UNITS, steps=st.integers(1, 4))
    def forward(self, unit, steps):
        """Go on in the seed's order, so that the deep states are reached often."""
        for _step in range(steps):
            if self.state[unit] == "available":
                self.hold(unit, 0)
            elif self.state[unit] != "on hold":
                return
            elif not self.paid[unit]:
                self.deposit(unit, 5_000_000)
            elif unit not in self.approved:
                self.approve(unit)
            else:
                self.subscribe(unit)

    @rule(minutes=st.sampled_from([1, 40, 2000]))
    def wait(self, minutes):
        self.clock.forward(minutes=minutes)
        self._lapse()

    @rule()
    def sweep(self):
        self.desks.office.sweep()

    @rule(unit=UNITS, who=st.integers(0, 1))
    def hold(self, unit, who):
        answer = self.attempt(
            self.desks.consultant, HoldUnit(unit=unit, customer=self.customers[who])
        )
        assert (answer is not None) == (self.state[unit] == "available")
        if answer is not None:
            self.state[unit], self.paid[unit] = "on hold", 0
            self.until[unit] = answer["until"]

    @rule(unit=UNITS)
    def extend(self, unit):
        answer = self.attempt(self.desks.consultant, ExtendHold(unit=unit))
        if answer is not None and answer["until"] is not None:
            assert self.state[unit] == "on hold"
            self.until[unit] = answer["until"]

    @rule(unit=UNITS)
    def let_go(self, unit):
        answer = self.attempt(self.desks.consultant, LetGo(unit=unit))
        may = self.state[unit] == "on hold" and self.paid[unit] == 0
        assert (answer is not None) == may
        if may:
            self._free(unit, "available")

    @rule(unit=UNITS, fen=st.sampled_from([0, 1, 5_000_000, 40_000_000, 40_000_001]))
    def deposit(self, unit, fen):
        before = self.state[unit] == "on hold"
        answer = self.attempt(
            self.desks.cashier, TakeDeposit(unit=unit, amount=fen, tender=TenderKind.CASH)
        )
        may = (
            before
            and self.state[unit] == "on hold"
            and 0 < fen <= TOTAL // 5 - self.paid.get(unit, 0)
        )
        assert (answer is not None) == may
        if may:
            self.paid[unit] += fen
            self.cash += fen
            self.until.pop(unit, None)
            self.printed.append((answer["receipt"], unit, fen))

    @rule(unit=UNITS)
    def approve(self, unit):
        answer = self.attempt(self.desks.manager, ApprovePrice(unit=unit))
        assert (answer is not None) == (self.state[unit] == "on hold")
        if answer is not None:
            self.approved.add(unit)

    @rule(unit=UNITS)
    def subscribe(self, unit):
        answer = self.attempt(self.desks.consultant, Subscribe(unit=unit, mode="一次性付款"))
        may = (
            self.state[unit] == "on hold" and self.paid[unit] > 0 and unit in self.approved
        )
        assert (answer is not None) == may
        if may:
            self.state[unit] = "subscribed"

    @rule(unit=UNITS, fault=st.sampled_from(list(Fault)))
    def cancel(self, unit, fault):
        answer = self.attempt(
            self.desks.manager, CancelSubscription(unit=unit, fault=fault, reason="x")
        )
        assert (answer is not None) == (self.state[unit] in {"on hold", "subscribed"})
        if answer is not None:
            fate = deposit_fate(self.paid[unit], TOTAL, fault)
            assert answer["owed_fen"] == fate.to_pay_fen
            assert answer["kept_fen"] + answer["returned_fen"] == self.paid[unit]
            self._free(unit, "in review")

    @rule(unit=UNITS)
    def accept_back(self, unit):
        answer = self.attempt(self.desks.manager, AcceptBack(unit=unit))
        assert (answer is not None) == (self.state[unit] == "in review")
        if answer is not None:
            self._free(unit, "held back")

    @rule(refund=st.integers(1, 4).map(RefundId))
    def refund(self, refund):
        answer = self.attempt(
            self.desks.cashier, PayRefund(refund=refund, tender=TenderKind.CASH)
        )
        if answer is not None:
            self.cash -= answer["amount_fen"]

    @rule(receipt=st.integers(1, 8).map(ReceiptId))
    def void(self, receipt):
        answer = self.attempt(self.desks.cashier, VoidReceipt(receipt=receipt, reason="x"))
        if answer is not None:
            unit, fen = next((u, f) for number, u, f in self.printed if number == answer)
            self.cash -= fen
            self.paid[unit] -= fen
            if self.paid[unit] == 0:
                self.until[unit] = next(
                    card.until for card in self.desks.manager.ask(board) if card.id == unit
                )

    @rule(unit=UNITS)
    def release(self, unit):
        answer = self.attempt(self.desks.manager, ReleaseUnits(units=(unit,)))
        assert (answer is not None) == (self.state[unit] in {"draft", "held back"})
        if answer is not None:
            self._free(unit, "available")

    @rule(unit=UNITS)
    def withdraw(self, unit):
        answer = self.attempt(self.desks.manager, WithdrawUnits(units=(unit,)))
        assert (answer is not None) == (self.state[unit] == "available")
        if answer is not None:
            self._free(unit, "draft")

    @rule(unit=UNITS)
    def hold_back(self, unit):
        answer = self.attempt(self.desks.manager, HoldBack(units=(unit,), reason="x"))
        assert (answer is not None) == (self.state[unit] in {"available", "draft"})
        if answer is not None:
            self._free(unit, "held back")

    @rule(unit=UNITS)
    def block(self, unit):
        answer = self.attempt(self.desks.manager, BlockUnits(units=(unit,), reason="x"))
        assert (answer is not None) == (self.state[unit] in {"available", "draft", "held back"})
        if answer is not None:
            self._free(unit, "blocked")

    @rule(unit=UNITS)
    def unblock(self, unit):
        answer = self.attempt(self.desks.manager, UnblockUnits(units=(unit,), reason="x"))
        assert (answer is not None) == (self.state[unit] == "blocked")
        if answer is not None:
            self._free(unit, "held back")

    @rule(unit=UNITS)
    def the_wrong_people_are_refused(self, unit):
        desks = self.desks
        for seat, command in (
            (desks.cashier, HoldUnit(unit=unit, customer=self.customers[0])),
            (desks.consultant, TakeDeposit(unit=unit, amount=100)),
            (desks.consultant, ApprovePrice(unit=unit)),
            (desks.reception, ReleaseUnits(units=(unit,))),
        ):
            assert self.attempt(seat, command) is None

    @invariant()
    def the_board_tells_the_truth(self):
        cards = {card.id: card.state.value for card in self.desks.manager.ask(board)}
        assert cards == self.state

    @invariant()
    def the_books_hold_together(self):
        broken = [finding for finding in self.desks.manager.ask(audit) if finding.broken]
        assert not broken

    @invariant()
    def the_money_adds_up(self):
        lines = self.desks.cashier.ask(receipts)
        taken = [line for line in lines if line.kind == "deposit"]
        assert sorted(line.no for line in taken) == list(range(1, len(taken) + 1))
        assert [line.number for line in reversed(taken)] == [p[0] for p in self.printed]
        balance = sum(line.amount_fen for line in taken if not line.voided)
        balance -= sum(line.amount_fen for line in lines if line.kind == "refund")
        assert balance == self.cash
        owed = sum(line.owed_fen - line.paid_fen for line in self.desks.manager.ask(refunds))
        assert owed >= 0


def test_any_day_at_the_office(template):
    AnyDay.template = template
    run_state_machine_as_test(
        AnyDay, settings=settings(max_examples=40, stateful_step_count=50, deadline=None)
    )


BUGS = {
    "a hold never lapses": ("salesdesk.office.inventory.claims.lapsed", lambda _c, _n: False),
    "deposits have no cap": ("salesdesk.office.sales.till.deposit_room_fen", lambda *_: 10**12),
    "a cancelled deal keeps everything": (
        "salesdesk.office.sales.undoing.deposit_fate",
        lambda paid, _price, _fault: deposit_fate(paid, paid * 100, Fault.BUYER),
    ),
    "a release forgets its line": (
        "salesdesk.office.inventory.commands.end_release",
        lambda *_: None,
    ),
    "a void forgets the money": ("salesdesk.office.sales.till.move", lambda *_a, **_k: None),
}


@pytest.mark.parametrize("bug", BUGS)
def test_the_machine_catches_seeded_bugs(template, monkeypatch, bug):
    AnyDay.template = template
    target, wrong = BUGS[bug]
    monkeypatch.setattr(target, wrong)
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - any failure is a catch
        run_state_machine_as_test(
            AnyDay,
            settings=settings(
                max_examples=150,
                stateful_step_count=40,
                deadline=None,
                phases=[Phase.generate],  # the first failure is enough
            ),
        )
    assert not isinstance(caught.value, KeyboardInterrupt)
