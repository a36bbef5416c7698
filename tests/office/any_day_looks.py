"""Any day is compared with its model: what a rule touched at once; the board, the deals, the books and
the money every few steps and at the end of each day.
"""

from collections import Counter, defaultdict
from uuid import uuid4

from hypothesis.stateful import RuleBasedStateMachine
from sqlalchemy import text

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.law_commands import SetLaw
from salesdesk.office.inventory.law_requesting import RequestLaws
from salesdesk.office.inventory.law_rules import HARDNESS, NATIONAL
from salesdesk.office.inventory.queries import board
from salesdesk.office.ledger.close_queries import day_close_paper, open_day
from salesdesk.office.ledger.queries import day_cash, receipts, refunds
from salesdesk.office.ledger.receivable_rules import MoneyKind
from salesdesk.office.ledger.rules import WHERE_MONEY_LIES, Account, TenderKind
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.queries import deals
from tests.office.any_day_model import CUSTOMERS, Model

LOOK_EVERY = 8


class Looks(RuleBasedStateMachine):
    """A day's office beside its model: commands are carried out and decided by both, and all is compared."""

    stage = None  # set by whoever runs the machine: `stages`

    def __init__(self):
        super().__init__()
        self.desks = self.stage.begin()
        self.clock = self.desks.clock
        self.clock.forward(hours=1)
        self.consultants = (self.desks.consultant, self.stage.seat(self.desks, "second"))
        self.customers = tuple(CustomerId(n) for n in range(1, CUSTOMERS + 1))
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
        time has passed, and may name the refusal. Give the answer, or None where it was declined.
        """
        self.clock.forward(seconds=1)
        self.model.lapse(self.clock.now)
        verdict, intent = may(), uuid4().hex
        named = verdict if isinstance(verdict, str) else ""
        expected = bool(verdict) and not named
        try:
            answer = seat.do(command, intent)
        except UserError as refusal:
            (problem, remedy), name = refusal.sentences(), type(refusal).__name__
            assert problem and remedy
            assert not expected, f"refused though it should be possible: {command}: {problem}"
            assert named in {"", name}, f"{named} for {command}: {problem}"
            return None
        assert expected, f"carried out though it should be refused: {command}"
        self.last = (seat, command, intent, answer)
        return answer

    def put_law(self, law, level, project=1):
        """A law stands at *level*: harder at once; softer by two others' signatures, and not alone."""
        model, wish = self.model, {"law": law, "level": level, "reason": "x"}
        wish["project"] = ProjectId(project)
        was = model.laws.get((project, law), NATIONAL[law].level)
        softer = HARDNESS[level] < HARDNESS[was]
        self.attempt(self.desks.manager, SetLaw(**wish), lambda: not softer or "LawByRequest")
        asked = self.attempt(
            self.desks.manager, RequestLaws(**wish), lambda: softer or "NothingRelaxed"
        )
        if asked is not None:
            sign = SignRequest(request=RequestId(asked))
            self.attempt(self.desks.manager, sign, lambda: "OwnRequest")
            self.attempt(self.desks.general, sign, lambda: "NotYourStep")
            for signer in (self.desks.deputy, self.desks.general):
                self.attempt(signer, sign, lambda: True)
        model.laws[(project, law)] = level

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
            if card.state.value == "in review":
                assert card.customer_id is not None
                continue
            who = self.model.holder(card.id)
            assert card.customer_id == (None if who is None else self.customers[who])
        self._look_at_the_deals()
        broken = [finding for finding in ask(audit) if finding.broken]
        assert not broken, broken
        self._look_at_the_money()
        self.look_at_the_books()
        self.look_at_the_dues()

    def _look_at_the_deals(self):
        cards = {card.id: card for card in self.desks.manager.ask(deals)}
        for unit, deal in self.model.deal.items():
            card, facts = cards[deal.key], cards[deal.key].contract
            assert (card.unit_id, card.price_fen, card.paid_fen) == (unit, deal.home, deal.paid)
            assert tuple(lot.unit for lot in card.lots) == deal.lots
            if deal.agreed:
                assert (card.mode, card.sign_by) == (deal.mode, deal.sign_by)
            papers = (facts.contract, facts.online, facts.filing)
            assert papers == (deal.contract, deal.online, deal.filing), papers

    def _look_at_the_money(self):
        ask, slips = self.desks.manager.ask, self.model.slips
        lines = ask(receipts)
        taken = [line for line in reversed(lines) if line.kind not in {"refund", "contra"}]
        assert [
            (r.number, r.kind, r.amount_fen, r.voided, [(t.kind, t.amount_fen) for t in r.tenders])
            for r in taken
        ] == [(s.number, s.kind, s.fen, s.void, list(s.tenders)) for s in slips]
        assert [line.no for line in taken] == list(range(1, len(slips) + 1))
        answers = sorted((c for c in lines if c.kind == "contra"), key=lambda line: line.no)
        assert [(c.no, c.number, c.amount_fen, c.answers) for c in answers] == [
            (no, c.number, -c.slip.fen, c.slip.number)
            for no, c in enumerate(self.model.contras, 1)
        ]
        assert {r.id: (r.owed_fen, r.paid_fen) for r in ask(refunds)} == {
            o.key: (o.fen, o.fen if o.paid else 0) for o in self.model.owed
        }
        self._look_at_the_drawer()

    def _look_at_the_drawer(self):
        """What today brought, what lies in the drawer, and the newest closed day as it was closed."""
        ask, who, days = self.desks.manager.ask, self.desks.cashier.person.id, self.by_day()
        today = day_of(self.clock.now)
        for day in {today, *(day for day, _close, _sheet in self.model.closes[-1:])}:
            sheet = ask(day_cash, day, who)
            assert {line.kind: line.amount_fen for line in sheet.expected} == days[day, "taken"]
            back = Counter()
            for line in sheet.refunds:
                back[line.kind] += line.amount_fen
            assert back == days[day, "back"]
        for _day, close, sheet in self.model.closes:
            assert ask(day_close_paper, close) == sheet
        now = ask(open_day, who)
        cash = sum(line.amount_fen for line in now.taken if line.kind == "cash")
        cash -= sum(line.amount_fen for line in now.back if line.kind == "cash")
        assert now.opening_fen + cash + now.after_fen == self.drawer()

    def by_day(self):
        """What the cashier's papers brought and took by tender: by day, "taken" or "back"."""
        found = defaultdict(Counter)
        for slip in self.model.slips:
            if not slip.void:
                found[slip.day, "taken"].update(_by_tender((slip,)))
        for answer in self.model.contras:
            found[answer.day, "back"].update(_by_tender((answer.slip,)))
        for owed in self.model.owed:
            if owed.paid:
                found[owed.paid_on, "back"]["cash"] += owed.fen
        return found

    def drawer(self):
        """The cash that lies there: what the last close left, and what came and went since."""
        model, signs = self.model, {"taken": 1, "back": -1}
        return model.left + sum(
            signs[way] * tenders["cash"]
            for (day, way), tenders in self.by_day().items()
            if model.closed is None or day > model.closed
        )

    def look_at_the_books(self):
        """Each movement leaves one account for another; what lies in each is the model's to the fen."""
        deals_now = {deal.key: deal for deal in self.model.deal.values()}
        lies = Counter()
        with self.desks.office.database.reading() as session:
            for deal, account, fen in session.execute(_BALANCES):
                lies[account] += fen
                if account in _IN_A_DEAL:
                    lies[deal, account] = fen
        for deal, account in [key for key in lies if isinstance(key, tuple)]:
            assert deal in deals_now or lies[deal, account] == 0, (deal, account)
        for key, deal in deals_now.items():
            held = 0 if deal.contract else deal.paid if deal.deposit is None else deal.deposit
            assert [lies[key, account] for account in _IN_A_DEAL] == [
                held, deal.paid - held, deal.ahead, deal.others,
            ]  # fmt: skip
        owed = [one for one in self.model.owed if one.fen]
        taken = _by_tender(slip for slip in self.model.slips if slip.stands)
        taken["cash"] -= sum(one.fen for one in owed if one.paid)
        assert {kind.value: -lies[kind.value] for kind in TenderKind} == {
            kind.value: taken[kind.value] for kind in TenderKind
        }
        assert lies[Account.REFUNDS_OWED.value] == sum(one.fen for one in owed if not one.paid)
        assert lies[Account.CARRIED_OVER.value] == 0
        fees = sum(deal.fees_taken for deal in self.model.deal.values())
        assert lies[Account.LATE_FEES.value] == self.model.fees_kept + fees
        assert sum(lies[account.value] for account in Account) == 0

    def look_at_the_dues(self):
        """What is due of each deal, with what was paid of it, is its price and what others ask."""
        for deal in self.model.deal.values():
            cards = self.desks.cashier.ask(payment_schedule, deal.key)
            fees = {c.id: c for c in cards if c.money == MoneyKind.LATE_FEE}
            assert {
                k: (c.amount_fen, c.paid_fen, c.waived_fen, c.open_fen) for k, c in fees.items()
            } == {fee.key: (fee.fen, fee.taken, fee.waived, fee.open) for fee in deal.fees}
            cards = [card for card in cards if card.id not in fees]
            ours = [card for card in cards if card.money != MoneyKind.MAINTENANCE_FUND]
            if not deal.agreed:
                assert not cards
                continue
            assert sum(card.amount_fen for card in ours) == deal.price
            assert sum(card.paid_fen for card in ours) == min(deal.paid, deal.price)
            aside = [(c.amount_fen, c.paid_fen) for c in cards if c not in ours]
            assert tuple(map(sum, zip((0, 0), *aside, strict=True))) == (deal.fund, deal.others)


_IN_A_DEAL = tuple(account.value for account in WHERE_MONEY_LIES)
_BALANCES = text(
    "SELECT deal_id, account, sum(fen) FROM (SELECT deal_id, credit AS account, amount_fen AS fen"
    " FROM movement UNION ALL SELECT deal_id, debit, -amount_fen FROM movement) AS sides"
    " GROUP BY deal_id, account"
)


def _by_tender(slips):
    """What receipts brought by tender."""
    found = Counter()
    for slip in slips:
        for kind, fen in slip.tenders:
            found[kind] += fen
    return found
