"""From the agreement to the key on any day: identified, signed, signed online, filed, handed over, struck off."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import UnitId
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.commands import IdentifyBuyer
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.signing import (
    DeliverUnit,
    FileContract,
    RecordOnlineSigning,
    SignContract,
)
from tests.office.any_day_model import FILE_DAYS, IDS, LAWLESS, UNIT
from tests.office.any_day_steps import Steps

BACK = st.sampled_from((0, 0, 0, 1, -1, 9))
"""How many days ago, as the paper says it."""
NEW = st.sampled_from((True, True, True, False))


class SigningSteps(Steps):
    """What follows an agreement, step by step."""

    def identify(self, unit, who, position):
        deal = self.model.deal.get(unit)

        def may():
            if deal is None or not deal.agreed or deal.owner != who % 2:
                return False
            return position <= len(deal.signers) and not deal.signers[position - 1].known

        answer = self.attempt(
            self.consultants[who % 2],
            IdentifyBuyer(unit=UnitId(unit), id_number=IDS[position - 1], position=position),
            may,
        )
        if answer is not None:
            deal.signers[position - 1].known = True
            assert answer == deal.signers[position - 1].name

    def sign_contract(self, unit, who, ago, new):
        model, today = self.model, day_of(self.clock.now)
        number, day = self._number("HT", new), today - timedelta(days=ago)

        def may():
            deal = model.deal.get(unit)
            if model.state[unit] != "subscribed" or deal is None or deal.owner != who % 2:
                return False
            if number in model.numbers["HT"] or not all(one.known for one in deal.buyers):
                return False
            return model.lawful(unit) and deal.agreed_on <= day <= min(today, deal.sign_by)

        answer = self.attempt(
            self.consultants[who % 2],
            SignContract(unit=UnitId(unit), number=number, signed_on=day),
            may,
        )
        if answer is not None:
            deal = model.deal[unit]
            deal.contract, deal.signed_on = number, day
            model.numbers["HT"].append(number)
            model.go_on(unit, "signed", self.clock.now)
            assert (answer["price_fen"], answer["file_by"]) == (deal.home, day + FILE_DAYS)

    def sign_online(self, unit, who, new):
        model, number = self.model, self._number("WQ", new)

        def may():
            deal = model.deal.get(unit)
            if model.state[unit] not in {"signed", "filed"} or deal is None:
                return False
            own = deal.owner == who % 2 and not deal.online
            return own and number not in model.numbers["WQ"]

        command = RecordOnlineSigning(unit=UnitId(unit), number=number)
        if self.attempt(self.consultants[who % 2], command, may) is not None:
            model.deal[unit].online = number
            model.numbers["WQ"].append(number)

    def file_contract(self, unit, ago, new):
        model, today = self.model, day_of(self.clock.now)
        number, day = self._number("BA", new), today - timedelta(days=ago)

        def may():
            deal = model.deal.get(unit)
            if model.state[unit] != "signed" or deal is None or number in model.numbers["BA"]:
                return False
            return deal.signed_on <= day <= today

        answer = self.attempt(
            self.desks.manager,
            FileContract(unit=UnitId(unit), number=number, filed_on=day),
            may,
        )
        if answer is not None:
            deal = model.deal[unit]
            deal.filing, deal.filed_on = number, day
            model.numbers["BA"].append(number)
            model.go_on(unit, "filed", self.clock.now)
            assert answer["late"] == (day > deal.signed_on + FILE_DAYS)

    def deliver(self, unit, ago, why="x"):
        """Hand over; *why* all the same, where something is overdue."""
        model, today = self.model, day_of(self.clock.now)
        day = today - timedelta(days=ago)

        def may():
            deal = model.deal.get(unit)
            if model.state[unit] != "filed" or deal is None:
                return False
            if model.settled_only and not model.settled(unit):
                return "AreaNotSettled"
            if not deal.filed_on <= day <= today:
                return "BadEntry"
            return bool(why) or not self.overdue(deal) or "MoneyOverdue"

        command = DeliverUnit(
            unit=UnitId(unit),
            taken_by="王小明",
            delivered_on=day,
            overdue_reason=why,
        )
        if self.attempt(self.desks.manager, command, may) is not None:
            model.go_on(unit, "delivered", self.clock.now)

    def overdue(self, deal):
        """The open lines of a deal whose day is past, the earliest first."""
        today = str(day_of(self.clock.now))
        lines = self.desks.cashier.ask(payment_schedule, deal.key)
        late = [
            line for line in lines if line.open_fen and line.due_on and str(line.due_on) < today
        ]
        return sorted((line for line in late if not line.ended), key=lambda x: (x.due_on, x.id))

    def _number(self, kind, new):
        """Give a number that nobody has yet, or, not *new*, one that somebody may have."""
        known = self.model.numbers[kind]
        return f"{kind}-{len(known) + 1}" if new or not known else known[-1]

    def to_agreement(self, unit, who, *, known):
        """Bring a unit that is free or on hold to its agreement."""
        if self.model.state[unit] == "available":
            self.hold(unit, who)
        if self.model.held(unit):
            self.deposit(unit, 1_000_000)
            self.approve(unit, None)
            self.subscribe(unit, self.model.deal[unit].owner, (10_000,), known=known)

    def afresh(self, unit):
        """Bring a unit back on offer, whoever has it."""
        if unit in self.model.deal:
            self.cancel(unit, Fault.NONE)
        if self.model.state[unit] == "in review":
            self.step("accept back", unit)
        if self.model.state[unit] == "held back":
            self.step("release", unit)

    def _owner(self, unit, who, hasty):
        deal = self.model.deal.get(unit)
        return who if deal is None else deal.owner ^ hasty


class Signing(SigningSteps):
    """Whole ways from the agreement on."""

    @rule(unit=UNIT, who=st.integers(0, 1), known=NEW, steps=st.integers(1, 4), new=NEW, ago=BACK,
          late=st.sampled_from((0, 0, 3, 8, 32)), hasty=st.sampled_from((0, 0, 0, 1)))  # fmt: skip
    def sign_on(self, unit, who, known, steps, new, ago, late, hasty):
        """From the agreement on, too late at times, by another at times, with a number in use."""
        self.to_agreement(unit, who, known=known)
        for _step in range(steps):
            by = self._owner(unit, who, hasty)
            match self.model.state[unit]:
                case "subscribed" if not known:
                    self.sign_contract(unit, by, ago, new)
                    self.identify(unit, by, 1)
                    known = True
                case "subscribed":
                    self.clock.forward(days=late)
                    self.sign_contract(unit, by, ago, new)
                case "signed":
                    self.sign_online(unit, by, new)
                    self.file_contract(unit, ago, new)
                case _:
                    break
        self.look(unit)

    @rule(unit=UNIT, who=st.integers(0, 1), no=st.integers(1, 2), ago=BACK, new=NEW,
          what=st.integers(0, 4))  # fmt: skip
    def sign_anything(self, unit, who, no, ago, new, what):
        """One of the steps at whatever time."""
        (
            lambda: self.identify(unit, who, no),
            lambda: self.sign_contract(unit, who, ago, new),
            lambda: self.sign_online(unit, who, new),
            lambda: self.file_contract(unit, ago, new),
            lambda: self.deliver(unit, ago) if no == 1 and new else None,  # it never comes back
        )[what]()
        self.look(unit)

    @rule(unit=UNIT, afresh=NEW, late=st.sampled_from((0, 9, 40)), given=st.booleans())
    def hand_over(self, unit, afresh, late, given):
        """The keys: while something is overdue not without a reason; those of one home, the rest come back."""
        if afresh:
            self.afresh(unit)
        self.to_agreement(unit, 0, known=True)
        self.sign_contract(unit, self._owner(unit, 0, 0), 0, True)
        self.file_contract(unit, 0, True)
        self.clock.forward(days=late)
        deal = self.model.deal.get(unit)
        if deal is not None and deal.filing and self.overdue(deal):
            self.deliver(unit, 0, "")
            if given and unit == LAWLESS:  # it never comes back
                self.deliver(unit, 0)
        self.look(unit)

    @rule(unit=UNIT, fault=st.sampled_from(list(Fault)), struck=st.sampled_from((None, 0, 0, -1, 9)),
          days=st.sampled_from((0, 1)))  # fmt: skip
    def strike_off(self, unit, fault, struck, days):
        """What is filed comes back once its filing is struck off; what is signed, without."""
        self.to_agreement(unit, 0, known=True)
        by = self._owner(unit, 0, 0)
        self.sign_contract(unit, by, 0, True)
        if days:
            self.file_contract(unit, 0, True)
        self.cancel(unit, fault)
        if struck is not None:
            self.cancel(unit, fault, day_of(self.clock.now) - timedelta(days=struck))
        self.look(unit)
