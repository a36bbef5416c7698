"""Any day at the office: commands in any order, by anybody, beside a model of what should be true.

A defect cannot hide behind the same mistake on both sides. What a rule touched is compared at once; the whole board, the books and the
money every few steps and at the end of each day.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from salesdesk.kernel.calendar import day_bounds, day_of
from salesdesk.kernel.errors import NotPermitted, UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, ReceiptId, RefundId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest, WithdrawRequest
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.commands import (
    BlockUnits,
    EditProject,
    HoldBack,
    RecordPermit,
    ReleaseUnits,
    UnblockUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.law_commands import SetLaw
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.ledger.queries import day_cash, receipts, refunds
from salesdesk.office.ledger.rules import Fault, TenderKind, deposit_fate
from salesdesk.office.sales.commands import BuyerEntry, ExtendHold, HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.reserving import GiveUpReservation, RequestReservation
from salesdesk.office.sales.till import TakeDeposit, VoidReceipt
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund
from salesdesk.store.journal import IntentReused
from tests.office.any_day_model import (
    DEPOSIT,
    FREE,
    HOLD,
    LAWLESS,
    LONGEST,
    PRICE,
    SHARES,
    SIGNERS,
    TOTAL,
    UNIT,
    Deal,
    Model,
    Owed,
    Slip,
    Wish,
)

LOOK_EVERY = 8


class AnyDay(RuleBasedStateMachine):
    """Three units, two customers, two consultants, the cashier, the manager and a clock."""

    stage = None  # set by whoever runs the machine: `stages`

    def __init__(self):
        super().__init__()
        self.desks = self.stage.begin()
        self.clock = self.desks.clock
        self.clock.forward(hours=1)
        self.consultants = (self.desks.consultant, self.stage.seat(self.desks, "second"))
        self.customers = (CustomerId(1), CustomerId(2))
        self.model = Model()
        self.last = None
        self.steps = 0

    def teardown(self):
        try:
            self.look_at_everything()
        finally:
            self.stage.end(self.desks)

    # --- carrying out and comparing ----------------------------------------------------------

    def attempt(self, seat, command, may):
        """Carry out *command*; the office must decide as the model does: *may* is asked after
        time has passed. Give the answer, or None where it was declined.
        """
        self.clock.forward(seconds=1)
        self.model.lapse(self.clock.now)
        expected, intent = bool(may()), uuid4().hex
        try:
            answer = seat.do(command, intent)
        except UserError as refusal:
            problem, remedy = refusal.sentences()
            assert problem and remedy
            assert not expected, f"refused though it should be possible: {command}: {problem}"
            return None
        assert expected, f"carried out though it should be refused: {command}"
        self.last = (seat, command, intent, answer)
        return answer

    def look(self, *units):
        """Compare units with the board, and everything now and then."""
        cards = self.desks.manager.ask(board, only=units)
        assert {c.id: c.state.value for c in cards} == {u: self.model.state[u] for u in units}
        self.steps += 1
        if self.steps % LOOK_EVERY == 0:
            self.look_at_everything()

    def look_at_everything(self):
        ask = self.desks.manager.ask
        self.model.lapse(self.clock.now)
        cards = ask(board, only=tuple(self.model.state))
        assert {card.id: card.state.value for card in cards} == self.model.state
        for card in cards:
            somebodys = {"on hold", "reserved", "subscribed", "in review"}
            assert (card.customer_id is not None) == (card.state.value in somebodys)
        assert not [finding for finding in ask(audit) if finding.broken]
        self._look_at_the_money()

    def _look_at_the_money(self):
        ask, slips = self.desks.manager.ask, self.model.slips
        lines = ask(receipts)
        taken = [line for line in reversed(lines) if line.kind == "deposit"]
        assert [(r.number, r.amount_fen, r.voided) for r in taken] == [
            (s.number, s.fen, s.void) for s in slips
        ]
        assert [line.no for line in taken] == list(range(1, len(slips) + 1))
        assert {r.id: (r.owed_fen, r.paid_fen) for r in ask(refunds)} == {
            o.key: (o.fen, o.fen if o.paid else 0) for o in self.model.owed
        }
        today = day_of(self.clock.now)
        sheet = ask(day_cash, today, self.desks.cashier.person.id)
        cash = sum(s.fen for s in slips if s.day == today and not s.void)
        assert sum(line.amount_fen for line in sheet.expected) == cash

    # --- the single steps --------------------------------------------------------------------

    def hold(self, unit, who):
        model, seat = self.model, self.consultants[who]
        answer = self.attempt(
            seat,
            HoldUnit(unit=UnitId(unit), customer=self.customers[who]),
            lambda: (
                (model.state[unit] == "available" or self._kept(unit, who)) and model.lawful(unit)
            ),
        )
        if answer is not None:
            offered = model.kept.pop(unit, None) is None
            model.state[unit] = "on hold"
            model.deal[unit] = Deal(who, self.clock.now, answer["until"], offered=offered)
            assert answer["until"] == self.clock.now + HOLD

    def _kept(self, unit, who):
        return unit in self.model.kept and self.model.kept[unit].who == who

    def ask_for(self, unit, who, days):
        """Ask for a reservation of a unit until the end of a day."""
        model = self.model
        last = day_of(self.clock.now) + timedelta(days=days)
        until = day_bounds(last)[1]

        def may():
            again = any(
                w.unit == unit and w.who == who and w.pending(self.clock.now) for w in model.wishes
            )
            return days <= 30 and not again and model.may_reserve(unit, until, self.clock.now)

        answer = self.attempt(
            self.consultants[who],
            RequestReservation(
                unit=UnitId(unit), customer=self.customers[who], until=last, reason="x"
            ),
            may,
        )
        if answer is not None:
            model.wishes.append(Wish(answer["request"], unit, who, until, self.clock.now))

    def sign(self, wish, signer, decision=Decision.APPROVE):
        """Sign or reject a request; the third signature reserves the unit."""
        model = self.model

        def may():
            if not wish.pending(self.clock.now) or SIGNERS[wish.signed] != signer:
                return False
            free = model.may_reserve(wish.unit, wish.until, self.clock.now)
            return decision is Decision.REJECT or free

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
                model.free(wish.unit, "reserved")
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
            self.model.state[unit] = "held back"

    def ban(self, level):
        self.attempt(
            self.desks.manager,
            SetLaw(project=ProjectId(1), law=Law.RESERVATION, level=level, reason="x"),
            lambda: True,
        )
        self.model.banned = level is LawLevel.BLOCK

    def _own(self, unit, who):
        return self.model.state[unit] == "on hold" and self.model.deal[unit].owner == who

    def extend(self, unit, who):
        deal = self.model.deal.get

        def may():
            if not self._own(unit, who):
                return False
            return deal(unit).until is None or deal(unit).until < deal(unit).opened + LONGEST

        answer = self.attempt(self.consultants[who], ExtendHold(unit=UnitId(unit)), may)
        if answer is not None and deal(unit).until is not None:
            wanted = max(deal(unit).until, self.clock.now + HOLD)
            deal(unit).until = min(wanted, deal(unit).opened + LONGEST)
            assert answer["until"] == deal(unit).until

    def let_go(self, unit, who):
        answer = self.attempt(
            self.consultants[who],
            LetGo(unit=UnitId(unit)),
            lambda: self._own(unit, who) and self.model.deal[unit].paid == 0,
        )
        if answer is not None:
            self.model.let_go(unit)

    def deposit(self, unit, fen):
        model = self.model

        def may():
            if model.state[unit] != "on hold" or not model.lawful(unit):
                return False
            return 0 < fen <= model.deal[unit].price // 5 - model.deal[unit].paid

        answer = self.attempt(
            self.desks.cashier,
            TakeDeposit(unit=UnitId(unit), amount=fen, tender=TenderKind.CASH),
            may,
        )
        if answer is not None:
            deal = model.deal[unit]
            deal.paid, deal.until = deal.paid + fen, None
            model.slips.append(Slip(answer["receipt"], deal, fen, day_of(self.clock.now)))

    def approve(self, unit, total):
        price = TOTAL if total is None else total

        def may():
            on_hold = self.model.state[unit] == "on hold"
            return on_hold and 0 < price <= TOTAL

        answer = self.attempt(
            self.desks.manager,
            ApprovePrice(unit=UnitId(unit), total=total),
            may,
        )
        if answer is not None:
            self.model.deal[unit].approved = price

    def subscribe(self, unit, who, shares):
        model = self.model
        buyers = tuple(
            BuyerEntry(name=f"买受人{n}", share_bp=s) for n, s in enumerate(shares or ())
        )

        def may():
            deal = model.deal.get(unit)
            whole = shares is None or (sum(shares) == 10_000 and min(shares) > 0)
            return (
                self._own(unit, who) and model.lawful(unit) and whole
                and deal.paid > 0 and deal.approved is not None
            )  # fmt: skip

        answer = self.attempt(
            self.consultants[who],
            Subscribe(unit=UnitId(unit), mode="一次性付款", buyers=buyers),
            may,
        )
        if answer is not None:
            model.state[unit], model.deal[unit].agreed = "subscribed", True

    def cancel(self, unit, fault):
        model = self.model
        answer = self.attempt(
            self.desks.manager,
            CancelSubscription(unit=UnitId(unit), fault=fault, reason="x"),
            lambda: model.state[unit] in {"on hold", "subscribed"},
        )
        if answer is not None:
            deal = model.deal[unit]
            fate = deposit_fate(deal.paid, deal.price, fault)
            assert answer["owed_fen"] == fate.to_pay_fen
            assert answer["kept_fen"] + answer["returned_fen"] == deal.paid
            if deal.paid:
                model.owed.append(Owed(answer["refund"], fate.to_pay_fen))
            model.free(unit, "in review")

    def pay(self, key):
        owed = next((o for o in self.model.owed if o.key == key), None)
        answer = self.attempt(
            self.desks.cashier,
            PayRefund(refund=RefundId(key), tender=TenderKind.CASH),
            lambda: owed is not None and owed.fen > 0 and not owed.paid,
        )
        if answer is not None:
            assert answer["amount_fen"] == owed.fen
            owed.paid = True

    def void(self, no):
        slip = self.model.slips[no - 1] if no <= len(self.model.slips) else None

        def may():
            if slip is None or slip.void or slip.day != day_of(self.clock.now):
                return False
            return not slip.deal.agreed and slip.deal in self.model.deal.values()

        key = next(
            (r.id for r in self.desks.cashier.ask(receipts) if slip and r.number == slip.number),
            99,
        )
        answer = self.attempt(
            self.desks.cashier, VoidReceipt(receipt=ReceiptId(key), reason="x"), may
        )
        if answer is not None:
            slip.void, slip.deal.paid = True, slip.deal.paid - slip.fen
            if slip.deal.paid == 0:
                slip.deal.until = self.clock.now + HOLD

    def step(self, name, unit):
        """Take one of the manager's steps on a unit without a customer."""
        command, sources, target = _MANAGERS[name]
        model = self.model
        answer = self.attempt(
            self.desks.manager,
            command(UnitId(unit)),
            lambda: model.state[unit] in sources and (name != "release" or model.lawful(unit)),
        )
        if answer is not None:
            model.free(unit, target)

    # --- rules: whole ways, and anything at any time ------------------------------------------

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
            *(lambda name=name: self.step(name, unit) for name in _MANAGERS),
        )[what]()
        self.look(unit)

    def _any_wish(self, no, then):
        if self.model.wishes:
            then(self.model.wishes[-1 - no % len(self.model.wishes)])

    @rule(unit=UNIT, who=st.integers(0, 1), days=st.sampled_from((0, 0, 2, 8, 31)),
          late=st.sampled_from((0, 0, 0, 1500, 11_000)),
          then=st.sampled_from(("hold", "hold", "give up", "wait", "take away")))  # fmt: skip
    def reserve(self, unit, who, days, late, then):
        """Three signatures, some too late; then the customer comes, another one does, or nobody."""
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

    @rule(minutes=st.sampled_from((1, 40, 2000)), sweep=st.booleans())
    def wait(self, minutes, sweep):
        self.clock.forward(minutes=minutes)
        self.model.lapse(self.clock.now)
        if sweep:
            self.desks.office.sweep()
        self.look(*FREE, LAWLESS)

    def set_law(self, level):
        command = EditProject(project=ProjectId(2), law_level=level)
        self.attempt(self.desks.manager, command, lambda: True)
        self.model.level = level.value

    @rule(level=st.sampled_from(list(LawLevel)), permit=st.sampled_from((False, False, True)))
    def look_at_the_law(self, level, permit):
        """A unit without a permit, released while nobody looked; the permit comes at last."""
        self.set_law(LawLevel.OFF)
        self.step("release", LAWLESS)
        self.set_law(level)
        self.hold(LAWLESS, 0)
        self.deposit(LAWLESS, 5_000_000)
        self.approve(LAWLESS, None)
        self.set_law(LawLevel.BLOCK)
        self.subscribe(LAWLESS, 0, None)
        if permit and not self.model.permit:
            command = RecordPermit(number="T-2", project=ProjectId(2))
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


_MANAGERS = {
    "release": (lambda u: ReleaseUnits(units=(u,)), {"draft", "held back"}, "available"),
    "withdraw": (lambda u: WithdrawUnits(units=(u,)), {"available"}, "draft"),
    "hold back": (
        lambda u: HoldBack(units=(u,), reason="x"), {"draft", "available"}, "held back",
    ),
    "block": (
        lambda u: BlockUnits(units=(u,), reason="x"), {"draft", "available", "held back"},
        "blocked",
    ),
    "unblock": (lambda u: UnblockUnits(units=(u,), reason="x"), {"blocked"}, "held back"),
    "accept back": (lambda u: AcceptBack(unit=u), {"in review"}, "held back"),
}  # fmt: skip
