"""A unit exchanged for another on any day: both at once or neither, the money along, the lots as asked."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.exchanging import RequestExchange
from salesdesk.office.sales.queries import deals
from tests.office.any_day_changes import ChangeSteps
from tests.office.any_day_lots import LotSteps
from tests.office.any_day_model import LAWLESS, LOT, LOTS, MODES, SIGN_DAYS, TOTAL
from tests.office.any_day_parts import Deal
from tests.office.any_day_prices import OFFERS, after
from tests.office.any_day_signing import NEW

FATES = st.sampled_from(("", "", "take", "loosen"))
"""What shall become of the lots of the old unit: they stay with it, go along, or are bound to nothing."""

WAYS = st.sampled_from(((1, 2), (1, 2), (1, 2), (2, 1), LOTS, (1, LAWLESS), (1, LOTS[0]), (1, 1)))
LESS = st.sampled_from((None, None, 0, 1_000_000, 5_000_000, TOTAL * 9 // 10, TOTAL, -1))


class Exchanges(ChangeSteps, LotSteps):
    """Requests for another unit, and what becomes of them."""

    def facts(self, unit, kind, to):
        if kind != "exchange":
            return super().facts(unit, kind, to)
        deal, (other, _total, fate, _names, mode) = self.model.deal.get(unit), to
        if deal is None or self.model.state[unit] != "subscribed" or not self._free(other, deal):
            return None
        if deal.fees_open:
            return None
        listed = self.model.listed[other]
        if unit == other or {unit, other} & {LAWLESS} or (unit in LOTS) != (other in LOTS):
            return None
        price = self._asked(to)
        if price is None:
            return None
        then = self._lots_then(deal, other, fate)
        whole = price + LOT * len(then)
        money = (deal.held, self._receipts(deal))
        was = deal.mode if mode not in {"", deal.mode} else ""
        asked = (listed, price, money, deal.lots, then, whole, deal.sign_by, was)
        return (deal.key, deal.price, "subscribed", *asked)

    def _asked(self, to):
        """The price that is asked for: the list price, less discounts, or a total; None: it cannot be."""
        other, total, _fate, names, _mode = to
        listed = self.model.listed[other]
        if not set(names) <= self.model.offers:
            return None
        left = after(names, listed, other) if names else listed if total is None else total
        if left is None or not 0 < left <= listed:
            return None
        return left if total in {None, left} else None

    def _free(self, other, deal):
        """Whether the customer could hold the other unit now."""
        model = self.model
        if other in model.bound or not model.lawful(other):
            return False
        if any(model.state[lot] != "available" for lot in model.lots_of(other)):
            return False
        if not self._may_own(other, deal.customer):
            return False
        turn = model.has_turn(other, deal.customer, self.clock.now)
        return (model.state[other] == "available" and turn) or self._kept(other, deal.customer)

    def _receipts(self, deal):
        """The receipts that stand, of the deal and of those it came from."""
        line = (*deal.before, deal)
        return tuple(
            s.number for s in self.model.slips if s.stands and any(s.deal is one for one in line)
        )

    def _lots_then(self, deal, other, fate):
        taken = deal.lots if fate == "take" else ()
        return tuple(sorted((*self.model.lots_of(other), *taken)))

    def _given_away(self, deal, kind, to):
        if kind != "exchange":
            return super()._given_away(deal, kind, to)
        return self.model.listed[to[0]] - self._asked(to)

    def _command(self, unit, kind, to):
        if kind != "exchange":
            return super()._command(unit, kind, to)
        other, total, fate, names, mode = to
        deal = self.model.deal.get(unit)
        lots = tuple(map(UnitId, deal.lots if deal else LOTS[:1]))
        return RequestExchange(
            unit=UnitId(unit), to=UnitId(other), reason="x", discounts=names, mode=mode,
            total=None if total is None else Fen(total),
            take=lots if fate == "take" else (), loosen=lots if fate == "loosen" else (),
            confirmed=True,
        )  # fmt: skip

    def _becomes(self, wanted, deal):
        if wanted.kind != "exchange":
            super()._becomes(wanted, deal)
            return
        model, now = self.model, self.clock.now
        other, _total, fate, _names, mode = wanted.to
        lots = self._lots_then(deal, other, fate)
        card = next(c for c in self.desks.manager.ask(deals) if c.unit_id == other)
        for lot in deal.lots if fate else ():
            del model.bound[lot]
            if fate == "take":
                model.bound[lot] = other
        if fate == "take":
            deal.lots = ()
        listed, today = model.listed[other], day_of(now)
        model.kept.pop(other, None)
        model.fees_kept += deal.fees_taken
        new = Deal(
            deal.owner, now, None, listed, key=card.id, customer=deal.customer, lots=lots,
            approved=self._asked(wanted.to), agreed=True, mode=mode or deal.mode,
            first=listed, agreed_on=today, first_by=today + SIGN_DAYS, sign_by=today + SIGN_DAYS,
            signers=[replace(one) for one in deal.buyers], versions=["agreement"],
            paid=deal.paid, ahead=deal.ahead + deal.others, before=(*deal.before, deal),
        )  # fmt: skip
        new.deposit = min(deal.deposit, new.price // 5)
        new.reckon(other)
        deal.ended = "MoneyWentAlong"
        model.agreements += 1
        model.free(wanted.unit, "in review", now)
        if fate == "loosen":  # bound to nothing any more, it comes back by itself
            model.coming[wanted.unit] = ()
        model.deal[other] = new
        model.go_on(other, "subscribed", now)
        model.serve(other, new.customer, now)

    @rule(ways=WAYS, less=LESS, fate=FATES, lot=st.sampled_from((0, *LOTS)), afresh=NEW,
          how=st.integers(0, 4), between=st.sampled_from(("", "", "", "hold", "cancel", "offer")),
          then=st.sampled_from(("", "sign", "cancel", "accept back", "back again")),
          names=st.sampled_from(((), (), *((name,) for name in OFFERS), ("九八折", "减一万"))),
          mode=st.sampled_from(("", "", *MODES)))  # fmt: skip
    def exchange(self, ways, less, fate, lot, afresh, how, between, then, names, mode):
        """Another unit is asked for; meanwhile it goes to somebody else, or the deal is over."""
        for name in names:
            if name not in self.model.offers:
                self.offer(name)
        unit, to = ways
        for one in (*ways, *LOTS) if afresh else ():
            self.afresh(one)
        if lot:
            self.bind(lot, unit if fate else to)
        total = None if less is None or names else self.model.listed[to] - less

        def meanwhile():
            if between == "hold":
                self.hold(to, 1)
            elif between == "cancel":
                self.cancel(unit, Fault.NONE)
            elif between == "offer" and names:
                self.end_offer(names[0])

        self._change(unit, "exchange", (to, total, fate, names, mode), how, meanwhile)
        self.look(to, *LOTS)
        match then:
            case "sign":
                self.identify(to, self._owner(to, 0, 0), 1)
                self.sign_contract(to, self._owner(to, 0, 0), 0, True)
            case "cancel":
                self.cancel(to, Fault.BUYER)
            case "accept back":
                self.step("accept back", unit)
            case "back again":
                self.step("accept back", unit)
                self.step("release", unit)
                self._change(to, "exchange", (unit, None, "take", (), ""), 1)
        self.look(unit, to, *LOTS)
