"""Money for what is due on any day: several tenders, lines by hand, ahead; made void, counted on, carried along."""

from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import DueLineId, Fen, UnitId
from salesdesk.office.ledger.receivable_rules import MoneyKind
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.receiving import TakePayment
from salesdesk.office.sales.sharing import LinePart
from tests.office.any_day_changes import ChangeSteps
from tests.office.any_day_model import MODES, SOLD, UNIT
from tests.office.any_day_parts import Slip
from tests.office.any_day_signing import NEW

KINDS = ("cash", "card", "wechat")
AMOUNT = st.sampled_from(("all", "all", "half", "fund", "too much", 5_000_000, 1, 0))
"""What is handed over: all that is open, half of it, what others ask for, 1 yuan more, or fen."""
BY_HAND = st.sampled_from(
    ("", "", "", "last", "two", "most", "less", "twice", "unknown", "zero", "none")
)


class MoneySteps(ChangeSteps):
    """Payments, one by one."""

    def take(self, unit, fen, cuts, how, ahead):
        """Take *fen* in as many tenders as there are *cuts* and one more; *how*: for which lines."""
        model, cashier = self.model, self.desks.cashier
        deal = model.deal.get(unit)
        lines = cashier.ask(payment_schedule, deal.key) if deal else ()
        lines = [line for line in lines if not line.ended]
        parts = _by_hand(lines, fen, how)
        tenders = _cut(fen, cuts)

        def may():
            if model.deal.get(unit) is not deal or deal is None or model.state[unit] not in SOLD:
                return False
            if not model.lawful(unit):
                return False
            if min(tender for _kind, tender in tenders) <= 0:
                return "NothingPaid"
            if deal.open == 0 and not ahead:
                return "NothingDue"
            return self._may_share(deal, lines, parts, fen, ahead)

        answer = self.attempt(
            cashier,
            TakePayment(
                unit=UnitId(unit), ahead=ahead,
                tenders=tuple(TenderLine(kind=kind, amount_fen=part) for kind, part in tenders),
                lines=None if parts is None else tuple(
                    LinePart(line=DueLineId(k), amount=Fen(part)) for k, part in parts
                ),
            ),
            may,
        )  # fmt: skip
        if answer is None:
            return
        went = _first_due(lines, fen) if parts is None else dict(parts)
        assert {line["line"]: line["amount_fen"] for line in answer["lines"]} == went
        money = {line.id: line.money for line in lines}
        others = sum(p for k, p in went.items() if money[k] == MoneyKind.MAINTENANCE_FUND)
        slip = Slip(
            answer["receipt"], deal, tenders, day_of(self.clock.now), "price", went,
            others=others, ahead=fen - sum(went.values()),
        )  # fmt: skip
        assert (answer["ahead_fen"], answer["amount_fen"]) == (slip.ahead, fen)
        deal.paid += fen - slip.others - slip.ahead
        deal.others, deal.ahead = deal.others + slip.others, deal.ahead + slip.ahead
        model.slips.append(slip)
        after = {line.id: line.paid_fen for line in cashier.ask(payment_schedule, deal.key)}
        assert {line.id: after[line.id] - line.paid_fen for line in lines} == {
            line.id: went.get(line.id, 0) for line in lines
        }
        self.look_at_the_books()
        self.look_at_the_dues()

    def _may_share(self, deal, lines, parts, fen, ahead):
        opened = {line.id: line.open_fen for line in lines}
        assert sum(opened.values()) == deal.open
        for k, part in parts or ():
            if k not in opened:
                return "NotFound"
            if part <= 0 or [key for key, _part in parts].count(k) > 1:
                return "BadEntry"
            if part > opened[k]:
                return "LinePaid"
        given = min(fen, deal.open) if parts is None else sum(part for _k, part in parts)
        if given > fen:
            return "BadEntry"
        rest = "MoreThanOwed" if fen > deal.open else "NotAllShared"
        return given == fen or ahead or rest

    def handed(self, unit, amount):
        deal = self.model.deal.get(unit)
        opened, fund = (deal.open, deal.fund - deal.others) if deal else (100, 100)
        if not isinstance(amount, str):
            return amount
        return {"all": opened, "half": opened // 2, "fund": fund, "too much": opened + 100}[amount]


class Money(MoneySteps):
    """Whole ways of money."""

    @rule(unit=UNIT, afresh=NEW, amounts=st.lists(AMOUNT, min_size=1, max_size=3), how=BY_HAND,
          cuts=st.sampled_from(((), (), (1,), (1, 2), (0,))), ahead=st.booleans(),
          signed=st.integers(0, 2), then=st.sampled_from(("", "", "void", "late", "cancel")),
          fault=st.sampled_from(list(Fault)))  # fmt: skip
    def pay_what_is_due(self, unit, afresh, amounts, how, cuts, ahead, signed, then, fault):
        """Paid in parts before the contract or after; made void in time or too late; the deal is over."""
        if afresh:
            self.afresh(unit)
        self.to_agreement(unit, 0, known=True)
        if signed:
            self.sign_contract(unit, self._owner(unit, 0, 0), 0, True)
        if signed == 2:
            self.file_contract(unit, 0, True)
        first = len(self.model.slips)
        for no, amount in enumerate(amounts):
            self.take(unit, self.handed(unit, amount), cuts, how if no == 0 else "", ahead)
        match then:
            case "void":
                for no in range(len(self.model.slips), first, -1):
                    self.void(no)
            case "late":
                self.clock.forward(days=1)
                self.void(max(len(self.model.slips), 1))
            case "cancel":
                self.cancel(unit, fault, day_of(self.clock.now))
                self.void(max(len(self.model.slips), 1))
                if self.model.owed:
                    self.pay(self.model.owed[-1].key)
        self.look(unit)

    @rule(unit=UNIT, afresh=NEW, amount=AMOUNT, kind=st.sampled_from(("payment mode", "price")),
          mode=st.sampled_from(MODES), less=st.sampled_from((1_000_000, 2_000_000)),
          later=st.booleans(), void=st.sampled_from((1, 1, 2)))  # fmt: skip
    def change_what_was_paid_for(self, unit, afresh, amount, kind, mode, less, later, void):
        """Mode or price change after a payment: what was paid stays paid, and is counted on."""
        if afresh:
            self.afresh(unit)
        self.to_agreement(unit, 0, known=True)
        self.take(unit, self.handed(unit, amount), (), "", False)
        deal = self.model.deal.get(unit)
        to = mode if kind == "payment mode" else ((deal.listed if deal else 100) - less, (), mode)
        self._change(unit, kind, to, 0)
        self.look_at_the_dues()
        if later:
            self.take(unit, self.handed(unit, "half"), (), "last", False)
        for no in range(len(self.model.slips), max(len(self.model.slips) - void, 0), -1):
            self.void(no)
        self.look_at_the_dues()
        self.look(unit)

    @rule(unit=UNIT, amount=AMOUNT, how=BY_HAND, ahead=st.booleans(), void=st.booleans())
    def take_any_payment(self, unit, amount, how, ahead, void):
        """One payment at whatever time, one receipt made void."""
        self.take(unit, self.handed(unit, amount), (), how, ahead)
        if void:
            self.void(max(len(self.model.slips), 1))
        self.look(unit)


def _cut(fen, cuts):
    """*fen* in tenders: of *cuts* each 1,000 yuan times its figure, what is left last."""
    shares = [cut * 100_000 for cut in cuts]
    return tuple(zip(KINDS, (*shares, fen - sum(shares)), strict=False))


def _by_hand(lines, fen, how):
    """Give (line, fen) pairs as a cashier might type them; None: nothing typed."""
    opened = [(line.id, line.open_fen) for line in lines if line.open_fen]
    (first, most), (last, left) = (opened[0], opened[-1]) if opened else ((0, 0), (0, 0))
    second, more = opened[1] if len(opened) > 1 else (first, most)
    part = min(more, fen // 2)
    return {
        "none": (),
        "unknown": ((9999, fen),),
        "zero": ((first, 0),),
        "twice": ((first, 1), (first, 1)),
        "most": ((first, most + 1),),
        "less": ((last, min(left, fen // 2)),),
        "last": ((last, min(left, fen)),),
        "two": ((second, part), (first, fen - part)),
    }.get(how)


def _first_due(lines, fen):
    """Give what goes to which line: the earliest day first, what has no day yet last."""
    order = sorted(lines, key=lambda line: (str(line.due_on or "9999"), line.id))
    ends = [0]
    for line in order:
        ends.append(min(ends[-1] + line.open_fen, fen))
    went = {line.id: b - a for line, (a, b) in zip(order, pairwise(ends), strict=True)}
    return {k: part for k, part in went.items() if part}
