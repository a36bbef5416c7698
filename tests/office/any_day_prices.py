"""Prices on any day: versions drafted, put into effect or given up, filed prices, discounts and limits."""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.keys import Fen, PriceVersionId, ProjectId, UnitId
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.price_commands import (
    DraftPrices,
    EffectPrices,
    WithdrawPriceDraft,
)
from salesdesk.office.inventory.price_limits import RefilePrices, SetFiledPrices
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.sales.discount_commands import EndDiscount, LimitDiscount, OfferDiscount
from salesdesk.office.sales.discount_rules import DiscountKind
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.staff.rules import Role
from tests.office.any_day_model import CAP, FREE, LOTS, TOTAL
from tests.office.any_day_parts import Draft
from tests.office.any_day_steps import Steps

LISTED = st.sampled_from((TOTAL, TOTAL + 1_000_000, TOTAL - 1_000_000, TOTAL * 8 // 10))
CUT = "PriceCutBeyondLimit"
OFFERS = {
    "九八折": (DiscountKind.PERCENTAGE, 98, False),
    "减一万": (DiscountKind.WAIVER, 1_000_000, False),
    "每平米减五十": (DiscountKind.PER_SQUARE_METRE, 5_000, False),
    "一口价": (DiscountKind.FIXED_TOTAL, TOTAL - 3_000_000, True),
    "减三百万": (DiscountKind.WAIVER, 300_000_000, False),
}
AREA, LOT_AREA = 100, Decimal("12.5")
GIVEN = st.sampled_from(
    (
        *((name,) for name in OFFERS),
        ("九八折", "减一万"),
        ("减一万", "九八折"),
        ("九八折", "九八折"),
        ("九八折", "一口价"),
        ("一口价", "九八折"),
        ("一口价", "减一万"),
        ("减一万", "一口价"),
        ("减三百万", "九八折"),
        ("每平米减五十", "九八折", "减一万"),
    )
)


def after(names, total, unit=None):
    """Give what the discounts leave of the list price of *unit* (a home), or None where they may not."""
    area = LOT_AREA if unit in LOTS else AREA
    if len(names) > 1 and any(OFFERS[name][2] for name in names):
        return None
    for name in names:
        kind, value, _alone = OFFERS[name]
        left = {
            DiscountKind.PERCENTAGE: (total * value + 5_000) // 10_000 * 100,
            DiscountKind.WAIVER: total - value,
            DiscountKind.PER_SQUARE_METRE: int(total - value * area),
            DiscountKind.FIXED_TOTAL: value,
        }[kind]
        if not 0 < left <= total:
            return None
        total = left
    return total


class Offers(Steps):
    """Discounts on offer, given to whoever holds a unit."""

    def offer(self, name):
        kind, value, alone = OFFERS[name]
        percent = Decimal(value) if kind is DiscountKind.PERCENTAGE else None
        command = OfferDiscount(
            name=name, kind=kind, percent=percent, exclusive=alone,
            amount=None if percent else Fen(value), project=ProjectId(1),
        )  # fmt: skip
        running = self.model.offers
        if self.attempt(self.desks.manager, command, lambda: name not in running) is not None:
            running.add(name)

    def end_offer(self, name):
        command = EndDiscount(name=name, reason="x", project=ProjectId(1))
        running = self.model.offers
        if self.attempt(self.desks.manager, command, lambda: name in running) is not None:
            running.discard(name)

    def give(self, unit, names, typed):
        """Approve a price by its discounts; *typed*: with a total beside them that is another."""
        model = self.model

        def price():
            return after(names, model.deal[unit].listed, unit)

        def may():
            twice = len(set(names)) < len(names)
            if twice or not model.held(unit) or not set(names) <= model.offers:
                return False
            left = None if model.deal[unit].by_signatures else price()
            return left is not None and model.within_limit(unit, left) and typed in {None, left}

        answer = self.attempt(
            self.desks.manager,
            ApprovePrice(unit=UnitId(unit), total=typed, discounts=tuple(names), confirmed=True),
            may,
        )
        if answer is not None:
            assert answer["total_fen"] == price()
            model.deal[unit].approved = price()


class Prices(Offers):
    """What units cost, and what is taken off."""

    def draft(self, prices, begins=None):
        answer = self.attempt(
            self.desks.manager,
            DraftPrices(
                name=f"版本{len(self.model.drafts)}", reason="x", prices=_priced(prices),
                effective_at=begins,
            ),
            lambda: True,
        )  # fmt: skip
        before = {unit: self.model.listed[unit] for unit in prices}
        self.model.drafts.append(Draft(answer.version, prices, before, begins))

    def changing(self, draft):
        """What a version would change now: what is somebody's keeps its price."""
        model, new = self.model, draft.prices.items()
        return {u: fen for u, fen in new if fen != model.listed[u] and not model.frozen(u)}

    def effect(self, draft, confirmed):
        model = self.model

        def may():
            moved = any(draft.before[u] != model.listed[u] for u in self.changing(draft))
            if draft.over:
                return "VersionEnded"
            if draft.begins is not None and self.clock.now < draft.begins:
                return "NotYetEffective"
            if draft.is_asked(self.clock.now):
                return "PricesAsked"
            if model.prices_by_request and (missing := draft.unsigned(model)):
                return missing
            if moved and not confirmed:
                return "PricesMoved"
            return self.against_the_filed(draft) or alone() or True

        def alone():
            changes = self.changing(draft).items()
            signed = not draft.unsigned(model)
            return "" if signed or all(model.cut_right(*each) for each in changes) else CUT

        answer = self.attempt(
            self.desks.manager,
            EffectPrices(version=PriceVersionId(draft.key), confirmed=confirmed, meant=True),
            may,
        )
        if answer is not None:
            assert answer.changed == len(self.changing(draft))
            self.in_effect(draft)

    def against_the_filed(self, draft):
        """The name of what R-06 says against a version, or nothing."""
        new, filed = self.changing(draft).items(), self.model.filed
        wrong = {u: fen for u, fen in new if not self.model.filed_right(u, fen)}
        above = any(fen > filed[u] for u, fen in wrong.items())
        return "AboveFiled" if above else "BeyondBand" if wrong else ""

    def in_effect(self, draft):
        model = self.model
        for unit, fen in self.changing(draft).items():
            model.listed[unit] = fen
            model.costs[unit].append(fen)
        for unit, fen in draft.prices.items() if draft.signed() else ():
            if fen in model.costs[unit]:
                newest = len(model.costs[unit]) - 1 - model.costs[unit][::-1].index(fen)
                model.signed[unit] = max(model.signed[unit], newest)
        draft.over = True
        cards = self.desks.manager.ask(board, only=FREE)
        assert {card.id: card.total_fen for card in cards} == {
            unit: self.model.listed[unit] for unit in FREE
        }

    def give_up_draft(self, draft):
        answer = self.attempt(
            self.desks.manager,
            WithdrawPriceDraft(version=PriceVersionId(draft.key), reason="x"),
            lambda: (
                "VersionEnded"
                if draft.over
                else not draft.is_asked(self.clock.now) or "PricesAsked"
            ),
        )
        draft.over = draft.over or answer is not None

    def file_prices(self, prices):
        model = self.model

        def may():
            return not model.strict or all(
                model.frozen(u) or model.listed[u] <= fen for u, fen in prices.items()
            )

        stands = any(model.filed.get(u, fen) != fen for u, fen in prices.items())
        command = SetFiledPrices(reference="备案", prices=_priced(prices), confirmed=True)
        if stands:
            self.attempt(self.desks.manager, command, lambda: "FilingStands")
            command = RefilePrices(reference="改备案", prices=_priced(prices), confirmed=True)
        if (
            self.attempt(self.desks.general if stands else self.desks.manager, command, may)
            is not None
        ):
            model.filed |= prices

    # --- whole ways -----------------------------------------------------------------------------

    @rule(first=LISTED, second=LISTED, between=st.sampled_from(("", "", "hold", "reprice")),
          confirmed=st.booleans(), end=st.sampled_from(("effect", "effect", "give up")))  # fmt: skip
    def prices_change(self, first, second, between, confirmed, end):
        """A version is drafted; meanwhile somebody holds a unit, or another version comes first."""
        self.draft({FREE[0]: first, FREE[1]: second})
        draft = self.model.drafts[-1]
        if between == "hold":
            self.hold(FREE[0], 0)
        elif between == "reprice":
            self.draft({FREE[0]: second})
            self.effect(self.model.drafts[-1], True)
        if end == "give up":
            self.give_up_draft(draft)
        self.effect(draft, confirmed)
        self.effect(draft, True)
        self.give_up_draft(draft)
        self.look(*FREE)

    @rule(
        unit=st.sampled_from(FREE),
        filed=LISTED,
        level=st.sampled_from(list(LawLevel)),
        later=LISTED,
    )
    def prices_are_filed(self, unit, filed, level, later):
        """Filed under any law; then a version tries to pass what was filed."""
        self.put_law(Law.FILED_PRICE, level)
        self.model.strict = level is LawLevel.BLOCK
        self.file_prices({unit: filed})
        self.draft({unit: later})
        self.effect(self.model.drafts[-1], True)
        self.look(*FREE)

    @rule(unit=st.sampled_from(FREE), names=GIVEN, end=st.sampled_from((False, False, True)), again=st.booleans(),
          typed=st.sampled_from((None, None, TOTAL)))  # fmt: skip
    def discounts_are_given(self, unit, names, end, again, typed):
        """Offered, given on a hold, ended: an ended one is given no more."""
        for name in names:
            self.offer(name)
        if again:
            self.offer(names[0])
        if end:
            self.end_offer(names[-1])
        if self.model.state[unit] == "available":
            self.hold(unit, 1)
        self.give(unit, names, typed)
        self.look(unit)

    @rule(percent=st.sampled_from((0, 1, 3, 3, 100)), unit=st.sampled_from(FREE), names=GIVEN)
    def a_limit_is_set(self, percent, unit, names):
        """How much a site manager may take off; the next price is measured by it."""
        command = LimitDiscount(role=Role.MANAGER, percent=Decimal(percent))
        self.attempt(self.desks.admin, command, lambda: True)
        self.model.limit_bp = percent * 100
        self.give(unit, names, None)
        self.approve(unit, TOTAL * 98 // 100)
        self.look(unit)


class FarPrices(Steps):
    """Prices far from the list price, or below what is paid by then."""

    @rule(unit=st.sampled_from(FREE), fen=st.sampled_from((CAP, CAP, 1)),
          total=st.sampled_from((TOTAL // 10, TOTAL // 10, TOTAL * 45 // 100, TOTAL // 2)))  # fmt: skip
    def a_price_is_far_off(self, unit, fen, total):
        """Asked about, and carried out where it is meant so; never below what is paid by then."""
        if self.model.state[unit] == "available":
            self.hold(unit, 1)
        self.deposit(unit, fen)
        self.approve(unit, total, sure=False)
        self.approve(unit, total)
        self.look(unit)


def _priced(prices):
    return tuple(UnitPrice(unit=UnitId(u), total=Fen(fen)) for u, fen in prices.items())
