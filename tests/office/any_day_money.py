"""Money for what is due on any day: several tenders, lines by hand, ahead; made void, counted on, carried along."""

from datetime import timedelta

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
from tests.office.any_day_parts import Fee, Slip
from tests.office.any_day_signing import NEW

KINDS = ("cash", "card", "wechat")
AMOUNT = st.sampled_from(("all", "all", "half", "fund", "too much", 5_000_000, 1, 0))
"""What is handed over: all that is open, half of it, what others ask for, 1 yuan more, or fen."""
FREE_OF_FEES = {
    MoneyKind.MAINTENANCE_FUND, MoneyKind.LATE_FEE, MoneyKind.LOAN, MoneyKind.FUND_LOAN,
}  # fmt: skip
BY_HAND = st.sampled_from(
    ("", "", "", "last", "two", "most", "less", "twice", "unknown", "zero", "none")
)


class MoneySteps(ChangeSteps):
    """Payments, one by one."""

    def take(self, unit, fen, cuts, how, ahead, along=False):
        """Take *fen* in as many tenders as there are *cuts* and one more; *how*: for which lines.

        *along*: late fees are taken after what is due.
        """
        model, cashier = self.model, self.desks.cashier
        deal = model.deal.get(unit)
        lines = cashier.ask(payment_schedule, deal.key) if deal else ()
        lines = [line for line in lines if not line.ended]
        parts = _by_hand(lines, fen, how)
        tenders = _cut(fen, cuts)
        went, fixed = {}, []

        def may():
            if model.deal.get(unit) is not deal or deal is None or model.state[unit] not in SOLD:
                return False
            if not model.lawful(unit):
                return False
            if min(tender for _kind, tender in tenders) <= 0:
                return "NothingPaid"
            if deal.open == 0 and not ahead:
                return "NothingDue"
            wrong = self._wrong(deal, lines, parts, fen)
            if wrong:
                return wrong
            went.clear()
            went.update(self._shared(deal, lines, parts, fen, along, fixed))
            given = sum(went.values())
            most = deal.open + sum(fee for _line, fee in fixed)
            rest = "MoreThanOwed" if fen > most else "NotAllShared"
            return given == fen or ahead or rest

        answer = self.attempt(
            cashier,
            TakePayment(
                unit=UnitId(unit), ahead=ahead, fees=along,
                tenders=tuple(TenderLine(kind=kind, amount_fen=part) for kind, part in tenders),
                lines=None if parts is None else tuple(
                    LinePart(line=DueLineId(k), amount=Fen(part)) for k, part in parts
                ),
            ),
            may,
        )  # fmt: skip
        if answer is None:
            return
        new = self.fees_fixed(deal, fixed, answer["fixed"])
        went = {new.get(k, k): part for k, part in went.items()}
        assert {line["line"]: line["amount_fen"] for line in answer["lines"]} == went
        money = {line.id: line.money for line in lines}
        others = sum(p for k, p in went.items() if money.get(k) == MoneyKind.MAINTENANCE_FUND)
        fees = sum(went.get(fee.key, 0) for fee in deal.fees)
        slip = Slip(
            answer["receipt"], deal, tenders, model.book_day(self.clock.now), "price", went,
            others=others, ahead=fen - sum(went.values()), fees=fees,
        )  # fmt: skip
        assert (answer["ahead_fen"], answer["amount_fen"]) == (slip.ahead, fen)
        deal.paid += fen - slip.others - slip.ahead - slip.fees
        deal.others, deal.ahead = deal.others + slip.others, deal.ahead + slip.ahead
        for fee in deal.fees:
            fee.taken += went.get(fee.key, 0)
        model.slips.append(slip)
        after = {line.id: line.paid_fen for line in cashier.ask(payment_schedule, deal.key)}
        assert {line.id: after[line.id] - line.paid_fen for line in lines} == {
            line.id: went.get(line.id, 0) for line in lines
        }
        self.look_at_the_books()
        self.look_at_the_dues()

    def _wrong(self, deal, lines, parts, fen):
        """The name of what is wrong with *parts* as they were typed, or nothing."""
        opened = {line.id: line.open_fen for line in lines}
        assert sum(opened.values()) == deal.open
        for k, part in parts or ():
            if k not in opened:
                return "NotFound"
            if part <= 0 or [key for key, _part in parts].count(k) > 1:
                return "BadEntry"
            if part > opened[k]:
                return "LinePaid"
        return "BadEntry" if sum(part for _k, part in parts or ()) > fen else ""

    def _shared(self, deal, lines, parts, fen, along, fixed):
        """What goes to which line: by the day, fees last, or with *along* after what is due by today.

        *fixed* becomes the (late line, fee) pairs of lines that are paid whole; a fee that has no line
        yet has the number of its late line below nothing.
        """
        today = str(day_of(self.clock.now))
        day = {line.id: str(line.due_on or "9999") for line in lines}
        order = sorted(lines, key=lambda line: (day[line.id], line.id))
        plain = [line for line in order if line.money != MoneyKind.LATE_FEE]
        due = [line for line in plain if day[line.id] <= today]
        later = [line for line in plain if day[line.id] > today]
        went = dict(parts or ())

        def share(asked):
            for k, fen_open in asked:
                part = min(fen_open, fen - sum(went.values()))
                if part:
                    went[k] = part

        if parts is None:
            share((line.id, line.open_fen) for line in (due if along else due + later))
        whole = [line for line in plain if went.get(line.id) == line.open_fen]
        if parts is not None:
            whole.sort(key=lambda line: list(went).index(line.id))
        fixed[:] = self.fixed_by(deal, whole)
        if parts is None or along:
            old = [
                (line.id, line.open_fen)
                for line in order
                if line.money == MoneyKind.LATE_FEE and line.id not in went
            ]
            share([*old, *((-line.id, fee) for line, fee in fixed)])
        if parts is None and along:
            share((line.id, line.open_fen) for line in later)
        return went

    def fixed_by(self, deal, lines):
        """What runs on each of *lines*, day by day: (line, fen), those on which something does."""
        today, rate, found = day_of(self.clock.now), self.model.rate, []
        for line in lines:
            if line.money in FREE_OF_FEES or line.due_on is None or not rate:
                continue
            came = [
                (slip.day, slip.parts[line.id])
                for slip in self.model.slips
                if slip.deal is deal and slip.stands and line.id in slip.parts
            ]
            came += [(day, went[line.id]) for day, went in deal.applied if line.id in went]
            before = line.paid_fen - sum(fen for _day, fen in came)
            on, weighed = deal.fixed_to.get(line.id, line.due_on), 0
            late = line.due_on < today
            while on < today:
                on += timedelta(days=1)
                weighed += line.amount_fen - before - sum(fen for day, fen in came if day < on)
            if late and weighed:
                found.append((line, (weighed * rate * 2 + 100_000) // 200_000))
        return [(line, fee) for line, fee in found if fee]

    def fees_fixed(self, deal, fixed, answer):
        """Note the fees that were fixed; give their numbers by those of their late lines below nothing."""
        assert [fee["amount_fen"] for fee in answer] == [fee for _line, fee in fixed]
        for (line, _fen), fee in zip(fixed, answer, strict=True):
            deal.fixed_to[line.id] = day_of(self.clock.now)
            deal.fees.append(Fee(fee["line"], fee["amount_fen"]))
        return {-line.id: fee["line"] for (line, _fen), fee in zip(fixed, answer, strict=True)}

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
