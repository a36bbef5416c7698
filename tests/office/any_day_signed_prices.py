"""Price versions that come into effect by signatures on any day: by the last one, or at their time."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.keys import PriceVersionId, RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.inventory.price_requesting import RequestPrices
from salesdesk.office.staff.commands import ChangeSetting
from tests.office.any_day_model import FREE, SIGNERS
from tests.office.any_day_parts import Ask, over_by
from tests.office.any_day_prices import LISTED, Prices


class SignedPrices(Prices):
    """Requests for price versions."""

    def prices_want_signatures(self, wanted):
        command = ChangeSetting(name="prices_by_request", value=str(wanted).lower())
        self.attempt(self.desks.admin, command, lambda: True)
        self.model.prices_by_request = wanted

    def ask_for_prices(self, draft):
        def may():
            if draft.over:
                return "VersionEnded"
            return not draft.is_asked(self.clock.now) or "PricesAsked"

        command = RequestPrices(version=PriceVersionId(draft.key), reason="x", meant=True)
        answer = self.attempt(self.desks.manager, command, may)
        if answer is not None:
            draft.asks.append(Ask(answer, self.clock.now, draft.told(self.model)))

    def sign_prices(self, draft, ask, signer, decision=Decision.APPROVE):
        """Sign or reject; only the last signature changes a price, and not before the version's time."""

        def waits():
            return draft.begins is not None and self.clock.now < draft.begins

        def may():
            if not ask.pending(self.clock.now):
                return over_by(ask.over, len(ask.signed), len(SIGNERS))
            if signer == "manager" or signer in ask.signed:
                return "OwnRequest" if signer == "manager" else "SignedAlready"
            if signer != SIGNERS[len(ask.signed)]:
                return "NotYourStep"
            if decision is Decision.REJECT:
                return True
            if draft.over:
                return "VersionEnded"
            if ask.told != draft.told(self.model):
                return "FactsChanged"
            last = len(ask.signed) + 1 == len(SIGNERS) and not waits()
            return (last and self.against_the_filed(draft)) or True

        answer = self.attempt(
            getattr(self.desks, signer),
            SignRequest(request=RequestId(ask.key), decision=decision, comment="x"),
            may,
        )
        if answer is None:
            return
        if decision is Decision.REJECT:
            ask.over = True
            return
        ask.signed.append(signer)
        if ask.signed == list(SIGNERS) and not waits():
            self.in_effect(draft)

    @rule(first=LISTED, second=LISTED, timed=st.sampled_from((False, False, True)), keep=st.booleans(),
          between=st.sampled_from(("", "", "hold", "reprice", "give up", "late", "reject", "filed")))  # fmt: skip
    def prices_are_signed(self, first, second, timed, keep, between):
        """Not by one alone; signed by three while a unit is held, another version comes, time passes."""
        self.prices_want_signatures(True)
        begins = self.clock.now + timedelta(hours=2) if timed else None
        self.draft({FREE[0]: first, FREE[1]: second}, begins)
        draft = self.model.drafts[-1]
        self.effect(draft, True)
        self.ask_for_prices(draft)
        self.ask_for_prices(draft)
        ask = draft.asks[-1]
        for signer in ("manager", "general", "head", "head"):
            self.sign_prices(draft, ask, signer)
        match between:
            case "hold":
                self.hold(FREE[0], 0)
            case "reprice":
                self.prices_want_signatures(False)
                self.draft({FREE[0]: second})
                self.effect(self.model.drafts[-1], True)
                self.prices_want_signatures(True)
            case "give up":
                self.give_up_draft(draft)
            case "late":
                self.clock.forward(days=8)
            case "reject":
                self.sign_prices(draft, ask, "deputy", Decision.REJECT)
            case "filed":
                self.file_prices({FREE[1]: second - 100})
        for signer in ("deputy", "general"):
            self.sign_prices(draft, ask, signer)
        if between in {"reprice", "late", "reject"}:
            self.ask_for_prices(draft)
            for signer in SIGNERS:
                self.sign_prices(draft, draft.asks[-1], signer)
        if timed:
            self.effect(draft, True)
            self.clock.forward(hours=3)
        self.effect(draft, True)
        self.prices_want_signatures(keep)
        self.look(*FREE)

    @rule(no=st.integers(0, 5), signer=st.sampled_from(("manager", *SIGNERS)), ask=st.booleans())
    def sign_any_prices(self, no, signer, ask):
        """Some version is asked for or signed, whatever became of it."""
        if not self.model.drafts:
            return
        draft = self.model.drafts[-1 - no % len(self.model.drafts)]
        if ask:
            self.ask_for_prices(draft)
        if draft.asks:
            self.sign_prices(draft, draft.asks[-1], signer)
        self.look(*FREE)
