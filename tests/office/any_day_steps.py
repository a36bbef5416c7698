"""The single steps of any day: a command is carried out, and the office must decide as the model does."""

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.keys import ReceiptId, RefundId, UnitId
from salesdesk.office.inventory.commands import (
    BlockUnits,
    HoldBack,
    ReleaseUnits,
    UnblockUnits,
    WithdrawUnits,
)
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.ledger.rules import TenderKind, deposit_fate
from salesdesk.office.sales.buyers import BuyerEntry
from salesdesk.office.sales.commands import ExtendHold, HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.due_queries import payment_schedule
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription, PayRefund
from salesdesk.office.sales.voiding import VoidReceipt
from tests.office.any_day_looks import Looks
from tests.office.any_day_model import HOLD, IDS, LONGEST, LOTS, MODE, SIGN_DAYS, SOLD
from tests.office.any_day_parts import Deal, Named, Owed, Slip


class Steps(Looks):
    """The steps of the counter, one by one."""

    # --- the single steps --------------------------------------------------------------------

    def hold(self, unit, who):
        """Hold a unit for a customer, by the consultant whose customer he is."""
        model = self.model

        def may():
            if unit in model.bound or not model.lawful(unit) or not self._may_own(unit, who):
                return False
            if any(model.state[lot] != "available" for lot in model.lots_of(unit)):
                return False
            free = model.state[unit] == "available" and model.has_turn(unit, who, self.clock.now)
            return free or self._kept(unit, who)

        answer = self.attempt(
            self.consultants[who % 2],
            HoldUnit(unit=UnitId(unit), customer=self.customers[who]),
            may,
        )
        if answer is not None:
            offered = model.kept.pop(unit, None) is None
            model.deal[unit] = Deal(
                who % 2, self.clock.now, answer["until"], model.listed[unit], offered=offered,
                key=answer["deal"], customer=who, lots=model.lots_of(unit),
            )  # fmt: skip
            model.go_on(unit, "on hold", self.clock.now)
            model.serve(unit, who, self.clock.now)
            assert answer["until"] == self.clock.now + HOLD

    def _may_own(self, unit, who):
        """Whether the customer may have the unit where lots are for those who bought a home."""
        if unit not in LOTS or not self.model.owners_only:
            return True
        homes = (u for u, deal in self.model.deal.items() if deal.customer == who)
        return any(self.model.state[u] in SOLD for u in homes if u in range(1, 7))

    def _kept(self, unit, who):
        return unit in self.model.kept and self.model.kept[unit].who == who

    def _own(self, unit, who):
        return self.model.held(unit) and self.model.deal[unit].owner == who

    def extend(self, unit, who):
        deal = self.model.deal.get

        def may():
            if not self._own(unit, who):
                return False
            return deal(unit).until is None or deal(unit).until < deal(unit).opened + LONGEST

        answer = self.attempt(self.consultants[who], ExtendHold(unit=UnitId(unit)), may)
        if answer is not None and deal(unit).until is not None:
            wanted = max(deal(unit).until, self.clock.now + HOLD)
            deal(unit).until = min(wanted, deal(unit).opened + LONGEST)
            assert answer["until"] == deal(unit).until

    def let_go(self, unit, who):
        answer = self.attempt(
            self.consultants[who],
            LetGo(unit=UnitId(unit)),
            lambda: self._own(unit, who) and self.model.deal[unit].paid == 0,
        )
        if answer is not None:
            self.model.let_go(unit, self.clock.now)

    def deposit(self, unit, fen):
        model = self.model

        def may():
            if not model.held(unit) or not model.lawful(unit):
                return False
            return 0 < fen <= model.deal[unit].price // 5 - model.deal[unit].paid

        answer = self.attempt(
            self.desks.cashier,
            TakeDeposit(unit=UnitId(unit), amount=fen, tender=TenderKind.CASH),
            may,
        )
        if answer is not None:
            deal = model.deal[unit]
            deal.paid, deal.until = deal.paid + fen, None
            day = model.book_day(self.clock.now)
            slip = Slip(answer["receipt"], deal, (("cash", fen),), day)
            model.slips.append(slip)
            self.look_at_the_books()

    def approve(self, unit, total, sure=True):
        """Approve a price; not *sure*: one far from the list price is asked about."""
        model = self.model

        def may():
            if not model.held(unit):
                return False
            if model.deal[unit].by_signatures:
                return "PriceSigned"
            listed = model.deal[unit].listed
            price = listed if total is None else total
            if not 0 < price <= listed:
                return False
            if model.below_floor(unit, price):
                return "BelowFloor"
            if not model.within_limit(unit, price):
                return "BeyondLimit"
            deal = model.deal[unit]
            if price + deal.price - deal.home < deal.paid:
                return "PaidMore"
            return sure or model.far_off(unit, price) or True

        answer = self.attempt(
            self.desks.manager,
            ApprovePrice(unit=UnitId(unit), total=total, confirmed=sure),
            may,
        )
        if answer is not None:
            deal = model.deal[unit]
            deal.approved = deal.listed if total is None else total

    def subscribe(self, unit, who, shares, *, known=False):
        """Subscribe, the customer alone or buyers with *shares*; *known*: with their papers."""
        model = self.model
        buyers = tuple(
            BuyerEntry(name=self._named(unit, n), share_bp=s, id_number=IDS[n] if known else "")
            for n, s in enumerate(shares or ())
        )

        def may():
            deal = model.deal.get(unit)
            whole = shares is None or (sum(shares) == 10_000 and min(shares) > 0)
            return (
                self._own(unit, who) and model.lawful(unit) and whole
                and deal.paid > 0 and deal.approved is not None
                and (not model.below_floor(unit, deal.approved) or deal.approved in deal.granted)
            )  # fmt: skip

        answer = self.attempt(
            self.consultants[who],
            Subscribe(unit=UnitId(unit), mode=MODE, buyers=buyers),
            may,
        )
        if answer is not None:
            deal, today = model.deal[unit], day_of(self.clock.now)
            deal.agreed, deal.mode, deal.versions = True, MODE, ["agreement"]
            deal.deposit = deal.paid
            deal.reckon(unit)
            deal.agreed_on, deal.first_by = today, today + SIGN_DAYS
            deal.sign_by, deal.first = deal.first_by, deal.home
            deal.signers = [Named(b.name, b.share_bp, known) for b in buyers] or [
                Named(f"客户{deal.customer + 1}")
            ]
            model.agreements += 1
            assert answer["agreement"] == f"RG{model.agreements:07}"
            assert answer["sign_by"] == deal.sign_by
            model.go_on(unit, "subscribed", self.clock.now)

    def _named(self, unit, no):
        """The customer himself is the first of the buyers."""
        deal = self.model.deal.get(unit)
        return f"买受人{no}" if no or deal is None else f"客户{deal.customer + 1}"

    def cancel(self, unit, fault, struck_off=None):
        """Cancel; what is filed needs the day on which its filing was struck off."""
        model = self.model

        def may():
            deal = model.deal.get(unit)
            if deal is None or (deal.agreed and model.by_request):
                return False
            fate = deposit_fate(deal.settled_by(fault), deal.price, fault, deal.deposit)
            if fate.kept_fen or fate.doubled_fen:
                return False
            return self.may_come_back(unit, struck_off)

        answer = self.attempt(
            self.desks.manager,
            CancelSubscription(
                unit=UnitId(unit), fault=fault, reason="x", filing_cancelled_on=struck_off
            ),
            may,
        )
        if answer is not None:
            fate = self.undone(unit, fault, answer["refund"])
            assert answer["owed_fen"] == fate.to_pay_fen
            assert answer["kept_fen"] + answer["returned_fen"] == answer["paid_fen"]

    def may_come_back(self, unit, struck_off):
        """Whether a deal may be cancelled: what is filed, from the day its filing was struck off."""
        if self.model.state[unit] != "filed":
            return self.model.state[unit] in {"on hold", "subscribed", "signed"}
        filed_on = self.model.deal[unit].filed_on
        return struck_off is not None and filed_on <= struck_off <= day_of(self.clock.now)

    def undone(self, unit, fault, refund):
        """What becomes of a deal that was cancelled: its money by whose fault it was."""
        deal = self.model.deal[unit]
        settled = deal.settled_by(fault)
        fate = deposit_fate(settled, deal.price, fault, deal.deposit)
        self.model.fees_kept += deal.held + deal.fees_taken - settled
        if settled:
            self.model.owed.append(Owed(refund, fate.to_pay_fen, deal))
        deal.ended = "DealIsOver"
        self.model.free(unit, "in review", self.clock.now)
        self.look_at_the_books()
        return fate

    def pay(self, key):
        owed = next((o for o in self.model.owed if o.key == key), None)
        answer = self.attempt(
            self.desks.cashier,
            PayRefund(refund=RefundId(key), tender=TenderKind.CASH),
            lambda: owed is not None and owed.fen > 0 and not owed.paid and self._signed(owed),
        )
        if answer is not None:
            assert answer["amount_fen"] == owed.fen
            owed.paid, owed.paid_on = True, self.model.book_day(self.clock.now)
            self.model.paid_out += 1
            assert answer["receipt"] == f"TK{self.model.paid_out:07}"

    def _signed(self, owed):
        """Whether a refund may be paid in cash: as the newest request says that was signed."""
        if any(ask.pending(self.clock.now) for ask in owed.asks):
            return "RefundAsked"
        signed = [ask for ask in owed.asks if len(ask.signed) == 2 and not ask.over]
        if not signed:
            return not self.model.refunds_by_request or "RefundByRequest"
        return signed[-1].way is TenderKind.CASH or "NotTheSignedWay"

    def void(self, no):
        slip = self.model.slips[no - 1] if no <= len(self.model.slips) else None

        def may():
            if slip is None:
                return "NotFound"
            if answered := self._answered(slip):
                return answered
            if self.model.closed is not None and slip.day <= self.model.closed:
                return "DayIsClosed"
            if slip.day < day_of(self.clock.now):
                return "NotTodaysReceipt"
            return self._needed(slip) or True

        command = VoidReceipt(receipt=self.receipt_of(slip), reason="x")
        if self.attempt(self.desks.cashier, command, may) is not None:
            slip.void = True
            self.goes_back(slip)

    def receipt_of(self, slip):
        """The key of a receipt; of none, one that nobody has."""
        lines = self.desks.cashier.ask(receipts) if slip else ()
        return ReceiptId(next((r.id for r in lines if r.number == slip.number), 9999))

    def _answered(self, slip):
        """The name of what is said where nothing more is done with a receipt, or nothing."""
        if slip.void:
            return "VoidedAlready"
        return "AnsweredAlready" if slip.contra else slip.deal.ended

    def _needed(self, slip):
        """The name of what rests on a receipt, or nothing."""
        if slip.kind == "deposit" and slip.deal.agreed:
            return "NeededByAgreement"
        if self._counted(slip):
            return "CountedAlready"
        return "AppliedAlready" if slip.ahead > slip.deal.ahead else ""

    def goes_back(self, slip):
        """A receipt's money goes back: what it paid is open again."""
        deal = slip.deal
        deal.paid -= slip.fen - slip.others - slip.ahead - slip.fees
        for fee in deal.fees:
            fee.taken -= slip.parts.get(fee.key, 0)
        deal.others, deal.ahead = deal.others - slip.others, deal.ahead - slip.ahead
        if deal.held == 0:
            deal.until = self.clock.now + HOLD
        self.look_at_the_books()

    def _counted(self, slip):
        """Whether a later schedule counts on a receipt: one of the lines that it paid was ended."""
        cards = self.desks.cashier.ask(payment_schedule, slip.deal.key, ended=True)
        return any(card.ended and card.id in slip.parts for card in cards)

    def step(self, name, unit):
        """Take one of the manager's steps on a unit without a customer."""
        command, sources, target = MANAGERS[name]
        model = self.model

        def may_release():
            listed = model.listed.get(unit)
            return model.lawful(unit) and listed is not None and model.filed_right(unit, listed)

        answer = self.attempt(
            self.desks.manager,
            command(UnitId(unit)),
            lambda: model.state[unit] in sources and (name != "release" or may_release()),
        )
        if answer is not None:
            model.free(unit, target, self.clock.now)


MANAGERS = {
    "release": (lambda u: ReleaseUnits(units=(u,)), {"draft", "held back"}, "available"),
    "withdraw": (lambda u: WithdrawUnits(units=(u,)), {"available"}, "draft"),
    "hold back": (
        lambda u: HoldBack(units=(u,), reason="x"), {"draft", "available"}, "held back",
    ),
    "block": (
        lambda u: BlockUnits(units=(u,), reason="x"), {"draft", "available", "held back"},
        "blocked",
    ),
    "unblock": (lambda u: UnblockUnits(units=(u,), reason="x"), {"blocked"}, "held back"),
    "accept back": (lambda u: AcceptBack(unit=u), {"in review"}, "held back"),
}  # fmt: skip
