"""Changes to a deal on any day: asked for, signed by others, rejected, withdrawn, out of time, overtaken."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import Fen, PersonId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest, WithdrawRequest
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import Fault, deposit_fate
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.change_queries import deal_versions
from salesdesk.office.sales.changing import RequestExtension, RequestMode, RequestNames
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.repricing import RequestPrice
from salesdesk.office.staff.commands import ChangeSetting
from tests.office.any_day_model import (
    IDS,
    LATER_DAYS,
    LAWLESS,
    LOT,
    LOTS,
    MODES,
    TOTAL,
    UNIT,
)
from tests.office.any_day_parts import Named, Wanted, over_by, told
from tests.office.any_day_prices import OFFERS, Offers, after
from tests.office.any_day_signing import SigningSteps

BUYERS = (
    (Named("李芳", 5000, True), Named("王小明", 5000, True)),
    (Named("李芳", 10_000, True),),
    (Named("李芳", 5000, True), Named("王小明", 4999, True)),
    (Named("李芳", 5000, True), Named("王小明", 5000)),
)


class ChangeSteps(SigningSteps, Offers):
    """Requests for changes, step by step: a kind of its own says what it asks, wants and does."""

    def facts(self, unit, kind, to):
        """Give what a request would be told of now, or None where it could not be carried out."""
        deal = self.model.deal.get(unit)
        stands = {"subscribed", "signed", "filed"} if kind == "cancellation" else {"subscribed"}
        if deal is None or self.model.state[unit] not in stands:
            return None
        if kind == "cancellation" and not self.may_come_back(unit, to[1]):
            return None
        if kind == "price" and to[1] and unit == LAWLESS:
            return None  # the discounts are the other project's
        told_now = self._facts(deal, kind, to)
        return told_now and (deal.key, deal.price, self.model.state[unit], *told_now)

    def _facts(self, deal, kind, to):
        today = day_of(self.clock.now)
        match kind:
            case "extension":
                first = max(deal.sign_by + timedelta(days=1), today)
                return (deal.sign_by,) if first <= to <= deal.first_by + LATER_DAYS else None
            case "payment mode":
                return (deal.mode,) if to != deal.mode else None
            case "names":
                whole = sum(one.share for one in to) == 10_000 and all(one.known for one in to)
                return (told(deal.buyers),) if whole and told(deal.buyers) != told(to) else None
            case "cancellation":
                fate = deposit_fate(deal.settled_by(to[0]), deal.price, to[0], deal.deposit)
                settled, now = deal.settled_by(to[0]), self.clock.now
                if not deal.contract and fate.kept_fen and not deal.noticed(now):
                    return None
                return (settled, fate.kept_fen, fate.to_pay_fen, deal.contract)
        price, mode = self._price(deal, to), to[2] or deal.mode
        if price is None or (price == deal.home and mode == deal.mode):
            return None
        if deal.price - deal.home + price < min(deal.price, deal.paid):
            return None
        return (deal.mode,) if mode != deal.mode else ("",)

    def _price(self, deal, to):
        total, names, _mode = to
        if not set(names) <= self.model.offers:
            return None
        if not names:
            return total if 0 < total <= deal.listed else None
        left = after(names, deal.listed)
        return left if total in {None, left} else None

    def ask_change(self, unit, kind, to, asker):
        """Ask for a change, as the consultant whose deal it is or another, or as the manager."""
        model = self.model

        def may():
            deal = model.deal.get(unit)
            if self.facts(unit, kind, to) is None or self._moot(unit, kind, to):
                return False
            if asker != "manager" and self.consultants[deal.owner] is not self._seat(asker):
                return False
            return not any(
                w.facts[0] == deal.key and w.kind == kind and w.pending(self.clock.now)
                for w in model.wanted
            )

        answer = self.attempt(self._seat(asker), self._command(unit, kind, to), may)
        if answer is not None:
            deal = model.deal[unit]
            wanted = Wanted(
                answer, unit, kind, to, asker, self.clock.now, self.facts(unit, kind, to)
            )
            if kind == "extension":
                wanted.days = (to - deal.first_by).days
            wanted.below = model.below_floor(unit, to) if kind == "discount" else 0
            wanted.less = self._given_away(deal, kind, to)
            wanted.beyond = kind == "discount" and not model.within_limit(unit, to)
            model.wanted.append(wanted)

    def _moot(self, _unit, _kind, _to):
        return False  # what would change nothing is told by its facts

    def _given_away(self, deal, kind, to):
        if kind != "price":
            return 0
        return max(max(deal.home, deal.first) - self._price(deal, to), 0)

    def _seat(self, name):
        return self.consultants[int(name[-1])] if name[-1].isdigit() else getattr(self.desks, name)

    def _command(self, unit, kind, to):
        at = {"unit": UnitId(unit), "reason": "x"}
        match kind:
            case "extension":
                return RequestExtension(to=to, **at)
            case "payment mode":
                return RequestMode(mode=to, **at)
            case "cancellation":
                return RequestCancellation(fault=to[0], filing_cancelled_on=to[1], **at)
            case "names":
                ids = [IDS[no] if one.known else "" for no, one in enumerate(to)]
                buyers = tuple(
                    BuyerEntry(name=one.name, share_bp=one.share, id_number=number)
                    for one, number in zip(to, ids, strict=True)
                )
                return RequestNames(buyers=buyers, **at)
        total, names, mode = to
        return RequestPrice(
            total=None if total is None else Fen(total),
            discounts=names,
            mode=mode,
            confirmed=True,
            **at,
        )

    def sign_change(self, wanted, signer, decision=Decision.APPROVE, absent=""):
        """Sign or reject a change, *absent*: in somebody's place; the last signature carries it out."""
        here = self.model.stand_ins_at

        def may():
            if not wanted.pending(self.clock.now):
                return over_by(wanted.over, len(wanted.signed), len(wanted.steps()))
            if absent and here(self.clock.now).get(absent) != signer:
                return "NotStandingIn"
            for person in filter(None, (signer, absent)):
                if person in {wanted.asker, *wanted.spent()}:
                    return "OwnRequest" if person == wanted.asker else "SignedAlready"
            if not wanted.places(signer, absent, here(self.clock.now)):
                return "NotYourStep"
            if decision is Decision.REJECT:
                return True
            facts = self.facts(wanted.unit, wanted.kind, wanted.to)
            if facts is None:
                return self._gone(wanted.unit, wanted.kind)
            if facts != wanted.facts:
                return "FactsChanged"
            left = wanted.leaves_somebody(signer, absent, here(self.clock.now))
            return self._gives(wanted, absent or signer) if left else "NobodyLeft"

        person = getattr(self.desks, absent).person.id if absent else None
        answer = self.attempt(
            getattr(self.desks, signer),
            SignRequest(
                request=RequestId(wanted.key), decision=decision, comment="x",
                standing_in_for=person and PersonId(person),
            ),
            may,
        )  # fmt: skip
        if answer is None:
            return
        if decision is Decision.REJECT:
            wanted.over = True
            return
        wanted.signed.append(wanted.places(signer, absent, here(self.clock.now))[0])
        done = len(wanted.signed) == len(wanted.steps())
        assert answer["state"] == ("approved" if done else "pending")
        if done:
            self._carried_out(wanted)

    def _gives(self, wanted, role):
        """Whether a *role* may sign now: where it is the last, it may give as much alone."""
        last = len(wanted.signed) + 1 == len(wanted.steps())
        free = not last or wanted.kind != "discount" or role != "manager"
        return free or self.model.within_limit(wanted.unit, wanted.to) or "BeyondSigner"

    def _gone(self, unit, _kind):
        """The name of what is said where nobody has the unit any more; other refusals are many."""
        if unit in LOTS or unit in self.model.deal:
            return False
        return "NotAllowedNow" if self.model.state[unit] == "in review" else "NoDeal"

    def _carried_out(self, wanted):
        deal = self.model.deal[wanted.unit]
        self.model.changes += 1
        deal.versions.append(wanted.kind)
        self._becomes(wanted, deal)
        versions = self.desks.manager.ask(deal_versions, deal.key)
        assert [one.kind for one in versions] == deal.versions
        assert versions[-1].number == f"BG{self.model.changes:07}"

    def _becomes(self, wanted, deal):
        match wanted.kind:
            case "extension":
                deal.sign_by = wanted.to
            case "payment mode":
                deal.mode = wanted.to
                deal.reckon(wanted.unit)
            case "names":
                deal.renamed = list(wanted.to)
            case "price":
                deal.approved = self._price(deal, wanted.to)
                deal.mode = wanted.to[2] or deal.mode
                deal.reckon(wanted.unit)
            case "cancellation":
                newest = max(line.id for line in self.desks.manager.ask(refunds))
                self.undone(wanted.unit, wanted.to[0], newest)

    def withdraw_change(self, wanted, asker):
        answer = self.attempt(
            self._seat(asker),
            WithdrawRequest(request=RequestId(wanted.key)),
            lambda: asker == wanted.asker and wanted.pending(self.clock.now),
        )
        wanted.over = wanted.over or answer is not None

    def _asker(self, unit, other):
        deal = self.model.deal.get(unit)
        owner = 0 if deal is None else deal.owner
        return (
            "manager",
            f"consultant {owner}",
            f"consultant {owner}",
            f"consultant {owner ^ 1}",
        )[other]

    # --- whole ways -----------------------------------------------------------------------------

    def _change(self, unit, kind, to, how, between=lambda: None):
        """Ask; then signed by all whose turn it is, in disorder at first; or it comes to nothing."""
        self.to_agreement(unit, 0, known=False)
        asker = self._asker(unit, how % 4)
        before = len(self.model.wanted)
        self.ask_change(unit, kind, to, asker)
        if len(self.model.wanted) == before:
            self.look(unit)
            return
        wanted = self.model.wanted[-1]
        self.ask_change(unit, kind, to, asker)
        self.sign_change(wanted, "general")
        if how == 4:
            self.withdraw_change(wanted, "consultant 1")
            self.sign_change(wanted, "head", Decision.REJECT)
        between()
        for signer in ("manager", "head", "deputy", "general"):
            self.sign_change(wanted, signer)
        self.withdraw_change(wanted, asker)
        self.look(unit)


class Changes(ChangeSteps):
    """Whole ways of changes to a deal that stays on its unit."""

    @rule(unit=UNIT, days=st.sampled_from((1, 3, 7, 8, 15, 30, 31, 0)), how=st.integers(0, 4),
          late=st.sampled_from((0, 0, 2, 8)))  # fmt: skip
    def put_off(self, unit, days, how, late):
        """A later day to sign, counted from the one that holds now."""
        self.to_agreement(unit, 0, known=False)
        deal = self.model.deal.get(unit)
        since = day_of(self.clock.now) if deal is None or not deal.agreed else deal.sign_by
        to = since + timedelta(days=days)
        self._change(unit, "extension", to, how, lambda: self.clock.forward(days=late))

    @rule(unit=UNIT, mode=st.sampled_from(MODES), how=st.integers(0, 4))
    def pay_otherwise(self, unit, mode, how):
        self._change(unit, "payment mode", mode, how)

    @rule(unit=UNIT, buyers=st.sampled_from(BUYERS), how=st.integers(0, 4))
    def let_others_buy(self, unit, buyers, how):
        self._change(unit, "names", buyers, how)

    @rule(unit=UNIT, fault=st.sampled_from(list(Fault)), how=st.integers(0, 4),
          alone=st.booleans(), signed=st.integers(0, 2), struck=st.sampled_from((None, 0, 0, 9)))  # fmt: skip
    def cancel_by_request(self, unit, fault, how, alone, signed, struck):
        """Where the office wants signatures nobody cancels alone what was agreed, signed or filed."""
        command = ChangeSetting(name="cancel_by_request", value=str(not alone).lower())
        self.attempt(self.desks.admin, command, lambda: True)
        self.model.by_request = not alone
        self.to_agreement(unit, 0, known=bool(signed))
        owner = self._owner(unit, 0, 0)
        if signed:
            self.sign_contract(unit, owner, 0, True)
        if signed == 2:
            self.file_contract(unit, 0, True)
        day = None if struck is None else day_of(self.clock.now) - timedelta(days=struck)

        def between():
            if not alone:
                self.cancel(unit, fault, day)

        self._change(unit, "cancellation", (fault, day), how, between)

    @rule(unit=UNIT, how=st.integers(0, 3), less=st.sampled_from((0, 1_000_000, 5_000_000, TOTAL, -1)),
          names=st.sampled_from(((), (), *((name,) for name in OFFERS), ("九八折", "减一万"))),
          mode=st.sampled_from(("", "", *MODES)), moved=st.sampled_from(("", "", "price", "offer")))  # fmt: skip
    def agree_on_another_price(self, unit, how, less, names, mode, moved):
        """Another price: typed, or by discounts; by then another change came first, or it is no offer."""
        for name in names:
            if name not in self.model.offers:
                self.offer(name)
        self.to_agreement(unit, 0, known=False)
        deal = self.model.deal.get(unit)
        listed = LOT if deal is None else deal.listed

        def between():
            if moved == "offer" and names:
                self.end_offer(names[0])
            elif moved == "price":
                self.ask_change(unit, "payment mode", MODES[1], "manager")
                for signer in ("head", "deputy"):
                    self.sign_change(self.model.wanted[-1], signer)

        self._change(unit, "price", (None if names else listed - less, names, mode), how, between)

    @rule(no=st.integers(0, 5), signer=st.sampled_from(("manager", "head", "deputy", "general")),
          decision=st.sampled_from((Decision.APPROVE, Decision.APPROVE, Decision.REJECT)))  # fmt: skip
    def sign_any_change(self, no, signer, decision):
        """Sign what was asked for at some time, whatever became of its deal."""
        if self.model.wanted:
            wanted = self.model.wanted[-1 - no % len(self.model.wanted)]
            self.sign_change(wanted, signer, decision)
            self.look(wanted.unit)
