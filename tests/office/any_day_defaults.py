"""A buyer's default on any day: the notice with its grace, its lifting, the deposit forfeited after it."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from salesdesk.kernel.calendar import day_bounds, day_of
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import Fault, deposit_fate
from salesdesk.office.sales.default_queries import default_notices
from salesdesk.office.sales.defaulting import LiftDefault, NoticeDefault
from salesdesk.office.sales.forfeiting import RequestForfeit
from tests.office.any_day_changes import ChangeSteps
from tests.office.any_day_model import TOTAL, UNIT
from tests.office.any_day_parts import Notice
from tests.office.any_day_signing import NEW

GRACE, SHORTEST, LONGEST = 7, 3, 90


class Defaults(ChangeSteps):
    """Notices of default, and what becomes of them."""

    def facts(self, unit, kind, to):
        if kind != "forfeit":
            return super().facts(unit, kind, to)
        deal = self.model.deal.get(unit)
        if deal is None or self.model.state[unit] != "subscribed" or deal.notice is None:
            return None
        if self.clock.now < deal.notice.ends_at:
            return None
        fate = deposit_fate(deal.held, deal.price, Fault.BUYER, deal.deposit)
        notice = deal.notice.number
        return (deal.key, deal.price, "subscribed", notice, deal.held, fate.kept_fen)

    def _command(self, unit, kind, to):
        if kind != "forfeit":
            return super()._command(unit, kind, to)
        return RequestForfeit(unit=UnitId(unit), reason="x")

    def _becomes(self, wanted, deal):
        if wanted.kind == "forfeit":
            newest = max(self.desks.manager.ask(refunds), key=lambda line: line.id)
            fate = self.undone(wanted.unit, Fault.BUYER, newest.id)
            assert newest.owed_fen == deal.held - fate.kept_fen
            assert fate.kept_fen <= deal.price // 5
            return
        super()._becomes(wanted, deal)
        if wanted.kind == "extension":
            deal.notice = None

    def notice(self, unit, grace, payment):
        """Serve a notice: the day to sign is past, or a *payment* (fen, days ago) did not come."""
        model, today = self.model, day_of(self.clock.now)
        amount, ago = payment or (None, 0)
        due_on = today - timedelta(days=ago)

        def may():
            deal = model.deal.get(unit)
            if deal is None or model.state[unit] != "subscribed":
                return False
            if deal.notice is not None:
                return "NoticeStands"
            if payment and not 0 < amount <= deal.price:
                return "BadEntry"
            if (due_on if payment else deal.sign_by) >= today:
                return "NotInDefault"
            if payment and due_on < deal.agreed_on:
                return "BadEntry"
            if grace is not None and not SHORTEST <= grace <= LONGEST:
                return "GraceTooShort" if grace < SHORTEST else "BadEntry"
            return True

        of = {"payment": "首付款", "amount": Fen(amount), "due_on": due_on} if payment else {}
        command = NoticeDefault(unit=UnitId(unit), why="x", grace_days=grace, **of)
        answer = self.attempt(self.desks.manager, command, may)
        if answer is not None:
            model.notices += 1
            assert answer["notice"] == f"CG{model.notices:07}"
            last = today + timedelta(days=GRACE if grace is None else grace)
            assert answer["last_day"] == last
            model.deal[unit].notice = Notice(answer["notice"], day_bounds(last)[1])

    def lift(self, unit):
        def may():
            deal = self.model.deal.get(unit)
            if deal is None or self.model.state[unit] != "subscribed":
                return False
            return True if deal.notice is not None else "NoNotice"

        command = LiftDefault(unit=UnitId(unit), reason="x")
        answer = self.attempt(self.desks.manager, command, may)
        if answer is not None:
            deal = self.model.deal[unit]
            assert answer == deal.notice.number
            deal.notice = None

    def look_at_the_notices(self):
        model, now = self.model, self.clock.now
        found = {line.number: (line.unit_id, line.over) for line in self._notices()}
        assert found == {
            deal.notice.number: (unit, now >= deal.notice.ends_at)
            for unit, deal in model.deal.items()
            if deal.notice is not None and model.state[unit] == "subscribed"
        }

    def _notices(self):
        return self.desks.manager.ask(default_notices)

    @rule(unit=UNIT, afresh=NEW, late=st.sampled_from((8, 8, 8, 7, 1)), how=st.integers(0, 4),
          grace=st.sampled_from((None, None, SHORTEST, 2, LONGEST, 91)),
          payment=st.sampled_from((None, None, (5_000_000, 1), (TOTAL * 2, 1), (0, 1), (100, 0), (100, 99))),
          wait=st.sampled_from((8, 8, 4, 3, 2, 7)),
          between=st.sampled_from(("", "", "", "lift", "again", "extend", "sign")))  # fmt: skip
    def default(self, unit, afresh, late, how, grace, payment, wait, between):
        """The buyer does not come, is told so, and has his grace; then the deposit is asked for."""
        if afresh:
            self.afresh(unit)
        self.to_agreement(unit, 0, known=True)
        self.clock.forward(days=late)
        self.notice(unit, grace, payment)
        self.notice(unit, None, None)
        self.look_at_the_notices()
        self.clock.forward(days=wait)

        def meanwhile():
            match between:
                case "lift":
                    self.lift(unit)
                case "again":
                    self.lift(unit)
                    self.notice(unit, SHORTEST, None)
                    self.clock.forward(days=4)
                case "extend":
                    to = day_of(self.clock.now) + timedelta(days=3)
                    self.ask_change(unit, "extension", to, "manager")
                    for signer in ("head", "deputy"):
                        self.sign_change(self.model.wanted[-1], signer)
                case "sign":
                    self.sign_contract(unit, self._owner(unit, 0, 0), late + wait, True)
            self.look_at_the_notices()

        self._change(unit, "forfeit", None, how, meanwhile)
        self.look_at_the_notices()

    @rule(unit=UNIT, days=st.sampled_from((0, 1, 9)), lift=st.booleans())
    def notice_anything(self, unit, days, lift):
        """One of the steps at whatever time."""
        self.clock.forward(days=days)
        self.lift(unit) if lift else self.notice(unit, SHORTEST, None)
        self.look_at_the_notices()
        self.look(unit)
