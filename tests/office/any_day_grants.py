"""Special prices on any day: below the floor or beyond a limit nobody approves alone, signatures do."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.keys import Fen, ProjectId, UnitId
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.inventory.price_limits import LowerFloorPrices, SetFloorPrices
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.sales.granting import RequestDiscount
from tests.office.any_day_changes import ChangeSteps
from tests.office.any_day_model import FREE, TOTAL
from tests.office.any_day_signing import NEW

NO_FLOOR = 1_000_000
"""A floor price below every price: a floor is set anew, never taken away."""
LESS = st.sampled_from(
    (999_999, 1_000_000, 3_000_000, 4_999_999, 5_000_000, 9_000_000, 0, TOTAL, -1)
)


class Grants(ChangeSteps):
    """Requests for a special price, and what becomes of them."""

    def facts(self, unit, kind, to):
        if kind != "discount":
            return super().facts(unit, kind, to)
        model = self.model
        if not model.held(unit) or not 0 < to <= model.deal[unit].listed:
            return None
        deal = model.deal[unit]
        return (deal.key, deal.listed, to, model.below_floor(unit, to))

    def _gone(self, unit, kind):
        said = super()._gone(unit, kind)
        if kind != "discount":
            return said
        return "HoldOver" if said == "NoDeal" else False

    def _moot(self, unit, kind, to):
        deal = self.model.deal[unit]
        return kind == "discount" and to in {deal.listed, deal.approved}

    def _given_away(self, deal, kind, to):
        return deal.listed - to if kind == "discount" else super()._given_away(deal, kind, to)

    def _command(self, unit, kind, to):
        if kind != "discount":
            return super()._command(unit, kind, to)
        return RequestDiscount(unit=UnitId(unit), total=Fen(to), reason="x", confirmed=True)

    def _carried_out(self, wanted):
        if wanted.kind != "discount":
            super()._carried_out(wanted)
            return
        deal = self.model.deal[wanted.unit]
        deal.approved, deal.by_signatures = wanted.to, True
        if ("general", "") in wanted.signed:
            deal.granted.add(wanted.to)

    def set_floor(self, unit, fen):
        prices = (UnitPrice(unit=UnitId(unit), total=Fen(fen)),)
        lower = fen < self.model.floors.get(unit, 0)
        fits = fen <= self.model.listed[unit]
        for seat, kind in (("manager", SetFloorPrices), ("general", LowerFloorPrices)):
            if seat == "general" and not lower:
                continue
            command = kind(reason="x", project=ProjectId(1), prices=prices)

            def may(seat=seat):
                if not fits:
                    return "FloorAboveList"
                return not lower or seat == "general" or "FloorLowered"

            if self.attempt(getattr(self.desks, seat), command, may) is not None:
                self.model.floors[unit] = fen

    @rule(unit=st.sampled_from(FREE), afresh=NEW, paid=NEW, less=LESS, how=st.integers(0, 3),
          floor=st.sampled_from((TOTAL, TOTAL - 2_000_000, TOTAL - 3_000_000, NO_FLOOR)),
          between=st.sampled_from(("", "", "", "approve", "wait", "floor", "reject")))  # fmt: skip
    def ask_for_a_special_price(self, unit, afresh, paid, less, how, floor, between):
        """Not alone; then asked for and signed; and an agreement rests on it, or on nothing."""
        if afresh:
            self.afresh(unit)
        if self.model.state[unit] == "available":
            self.hold(unit, 0)
        if paid:
            self.deposit(unit, 1_000_000)
        deal = self.model.deal.get(unit)
        total = (TOTAL if deal is None else deal.listed) - less
        self.approve(unit, TOTAL - 1_000_000)
        self.set_floor(unit, floor)
        self.approve(unit, total)
        asker, before = self._asker(unit, how), len(self.model.wanted)
        self.ask_change(unit, "discount", total, asker)
        if len(self.model.wanted) > before:
            wanted = self.model.wanted[-1]
            self.ask_change(unit, "discount", total, asker)
            self.sign_change(wanted, "general")
            match between:
                case "approve":
                    self.approve(unit, None)
                case "wait":
                    self.clock.forward(minutes=31)
                case "floor":
                    self.set_floor(unit, TOTAL - 1_500_000)
                case "reject":
                    self.sign_change(wanted, "head", Decision.REJECT)
            for signer in ("manager", "head", "deputy", "general"):
                self.sign_change(wanted, signer)
        self.subscribe(unit, self._owner(unit, 0, 0), None)
        self.set_floor(unit, NO_FLOOR)
        self.look(unit)
