"""A unit exchanged for another (换房): asked for, signed, and carried out in one transaction.

The new unit is the customer's before the old one is free: return and purchase in one, so that neither
can happen without the other. All the money goes along on paper; no receipt is altered.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.approvals.filing import Filing, file
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.approvals.sheets import FactLine
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import NotOnOffer, Standing, standings, step
from salesdesk.office.inventory.law import check_permit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.lot_rules import LOTS, kind_of
from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.inventory.price_cuts import given_off
from salesdesk.office.inventory.price_far import check_far
from salesdesk.office.inventory.price_filed import floor_total
from salesdesk.office.inventory.rules import SOLD
from salesdesk.office.ledger.rules import deposit_cap_fen
from salesdesk.office.ledger.tallies import deposit_fen, held_fen, paid_fen
from salesdesk.office.ledger.writing import check_printable
from salesdesk.office.sales import change_frame as frame
from salesdesk.office.sales import scheduling
from salesdesk.office.sales.change_sheets import ChangedFact
from salesdesk.office.sales.commands import payment_mode
from salesdesk.office.sales.deals import LiveDeal, valid_receipts
from salesdesk.office.sales.exchange_steps import Plan, carry_out
from salesdesk.office.sales.late_fee_commands import fees_open
from salesdesk.office.sales.line import check_turn
from salesdesk.office.sales.lot_deals import check_lot
from salesdesk.office.sales.price_check import check_offers, priced, running_offers
from salesdesk.office.sales.price_floor import below_fact
from salesdesk.office.sales.reserving import check_reserved
from salesdesk.office.sales.tables import Agreement, Deal, PaymentMode
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work


class SameUnit(UserError):
    """A unit is exchanged for another one."""

    problem = QT_TRANSLATE_NOOP("errors", "{unit} is the unit that the customer has already.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose another unit; a new price alone is its own change."
    )


class ExchangeAcross(UserError):
    """Money and agreement stay with one seller and one permit."""

    problem = QT_TRANSLATE_NOOP("errors", "{unit} and {to} are of different projects.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose a unit of the same project, or cancel here and subscribe there."
    )


class ExchangeOtherKind(UserError):
    """A home is exchanged for a home, a lot for a lot."""

    problem = QT_TRANSLATE_NOOP("errors", "{unit} and {to} are not of one kind: one is a lot.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose a home for a home, and a lot for a lot.")


class LateFeeOpen(UserError):
    """A late fee is the old deal's: it is settled there before the deal ends with an exchange."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Of unit {unit} {amount} yuan of late fees run or are open."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Fix and take them first, or have them waived by a request."
    )


class ExchangeTooLate(UserError):
    """After the contract a unit is given back and bought anew, with its own papers."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Unit {unit} is {state}: only an agreement is exchanged."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Cancel the contract and subscribe the other unit; the money is paid back first."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeUnit:
    """Let the customer of *unit* have *to* instead. Carried out by a request's last signature.

    The price is today's list price of *to* less *discounts*, or *total*, within what the last signer
    may give (`BeyondSigner`; below the floor price the general manager signs); *mode* empty: as agreed. Of the lots that go with *unit* those in *take*
    are bound to *to*; those in *loosen* are bound to nothing and come back with the old home; the rest
    stays with it. What was paid goes along: as deposit up to 20 % of the new whole (R-09), the rest as
    a part of the price, and what is more than the new whole as paid ahead (预收). A later day to sign than the new agreement's own stays.
    """

    unit: UnitId
    to: UnitId
    total: Fen | None = None
    discounts: tuple[str, ...] = ()
    mode: str = ""
    take: tuple[UnitId, ...] = ()
    loosen: tuple[UnitId, ...] = ()

    def __call__(self, work: Work) -> str:
        plan = self._plan(work)
        listed = plan.new.unit.total_fen or 0
        off = given_off(work.session, self.to, listed, plan.price.total_fen)
        frame.check_signer(work, plan.at[0], RequestKind.EXCHANGE, off)
        return carry_out(work, plan, _facts(work, plan))

    def filing(self, work: Work) -> Filing:
        """Say what it would do now; the flow's thresholds look at what is given away (fen)."""
        plan = self._plan(work)
        told = _told(work, plan)
        if self.discounts:
            told.append(FactLine(name="discounts", value=", ".join(self.discounts)))
        facts = _facts(work, plan)
        filing = frame.filing(work, self, plan.at, facts, told=told)
        total = plan.price.total_fen
        below = max(0, (floor_total(work.session, self.to) or 0) - total)
        return replace(
            filing,
            what=(*filing.what, *below_fact(below)),
            amount_fen=(plan.new.unit.total_fen or 0) - total,
            below_fen=below,
            off_bp=given_off(work.session, self.to, plan.new.unit.total_fen or 0, total),
        )

    def filed(self, work: Work, request: int) -> None:
        """Write what the request is about, as the database reads it."""
        plan = self._plan(work)
        fates = dict.fromkeys(self.take, "take") | dict.fromkeys(self.loosen, "loosen")
        details = {
            "lots": {str(lot): fate for lot, fate in fates.items()},
            "mode": plan.mode.id,
            "to": plan.new.unit.id,
            "total_fen": plan.price.total_fen,
        }
        frame.filed(work, request, self.unit, RequestKind.EXCHANGE, details=details)

    def check_asked(self, work: Work, *, confirmed: bool) -> None:
        """Raise `PriceFarOff` where the price is far off and nobody *confirmed* that it is meant so."""
        plan = self._plan(work)
        unit, total = plan.new.unit, plan.price.total_fen
        check_far(work.session, unit, total, unit.total_fen or 0, confirmed=confirmed)

    def _plan(self, work: Work) -> Plan:
        """Look at everything, both units held; refuses what could not be done now."""
        if self.to == self.unit:
            raise SameUnit(unit=standings(work, (self.unit,))[0].unit.code)
        at, new, bound = self._hold(work)
        deal, agreement = at
        old = deal.at
        if new.unit.project_id != old.unit.project_id:
            raise ExchangeAcross(unit=old.unit.code, to=new.unit.code)
        if (kind_of(new.unit.use) in LOTS) != (kind_of(old.unit.use) in LOTS):
            raise ExchangeOtherKind(unit=old.unit.code, to=new.unit.code)
        _check_free(work, new, deal.row.customer_id)
        for lot in bound:
            step(work, lot, "hold")
        row = Deal(
            project_id=new.unit.project_id,
            unit_id=new.unit.id,
            customer_id=deal.row.customer_id,
            consultant_id=deal.row.consultant_id,
            list_unit_price_fen=new.unit.unit_price_fen,
            list_total_fen=new.unit.total_fen,
        )
        before = frame.particulars(work.session, [agreement])[deal.row.id]
        mode = payment_mode(work, self.mode) if self.mode else None
        mode = mode or work.session.get_one(PaymentMode, before.mode_id)
        offers = running_offers(work, row.project_id, self.discounts)
        check_offers(work.session, offers, mode)
        scheduling.check_offered(work, deal, mode)
        price = priced(work.session, row, offers, self.total)
        owed = fees_open(work, deal.row.id)
        if owed:
            raise LateFeeOpen(unit=old.unit.code, amount=format_yuan(owed))
        taken, loose = self._lots(work, deal)
        whole = price.total_fen + sum(at.unit.total_fen or 0 for at in (*bound, *taken))
        carried = held_fen(work.session, deal.row.id)
        deposit = deposit_fen(work.session, deal.row.id)
        own = paid_fen(work.session, deal.row.id)
        buyers = frame.buyers_of(work.session, agreement)
        check_printable(work, *(line.name + line.address for line in buyers))
        return Plan(
            at=at,
            new=new,
            row=row,
            price=price,
            mode=mode,
            buyers=buyers,
            bound=bound,
            taken=taken,
            loose=loose,
            whole_fen=whole,
            carried_fen=carried,
            deposit_fen=min(deposit, deposit_cap_fen(whole)),
            aside_fen=carried - min(own, whole),
            sign_within=max(
                int(setting(work.session, "sign_within_days")),
                (before.sign_by - work.today).days,  # a later day that was granted goes along
            ),
        )

    def _hold(self, work: Work) -> tuple[tuple[LiveDeal, Agreement], Standing, list[Standing]]:
        """Hold both units and the lots that are bound to them, in one order; look at the deal."""
        pairs = work.session.execute(
            select(Binding.home_id, Binding.lot_id)
            .where(Binding.home_id.in_((self.unit, self.to)), Binding.ended_at.is_(None))
            .order_by(Binding.lot_id)
        ).all()
        every = sorted({self.unit, self.to, *(pair.lot_id for pair in pairs)})
        found = {at.unit.id: at for at in standings(work, every)}
        # What rests on the exchange bears its moment; a claim begun later than it is over before.
        begun = [at.claim.opened_at for at in found.values() if at.claim is not None]
        work.now = max(work.now, *begun) if begun else work.now
        if found[self.unit].state in SOLD:
            old = found[self.unit]
            raise ExchangeTooLate(unit=old.unit.code, state=old.state.value)
        at = frame.changeable(work, self.unit)
        bound = [found[pair.lot_id] for pair in pairs if pair.home_id == self.to]
        return at, found[self.to], bound

    def _lots(self, work: Work, deal: LiveDeal) -> tuple[list[Standing], list[Standing]]:
        """Give where the lots stand that are taken along, and those that are loosened."""
        own = {lot.unit: lot.code for lot in deal.lots(work.session)}
        asked = (*self.take, *self.loosen)
        for lot in asked:
            if lot not in own:
                raise NotFound(what="lot", key=lot)
            if asked.count(lot) > 1:
                raise BadEntry(field="lots", value=own[lot], expected="each lot once")
        taken = standings(work, self.take)
        for at in taken:
            if at.released is None:  # it was reserved with its home, and never on offer
                raise NotOnOffer(unit=at.unit.code, state="draft")
        return taken, standings(work, self.loosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestExchange:
    """Ask for another unit instead (换房申请): see `ExchangeUnit`.

    A price far from the list's or the neighbours' only *confirmed* (`PriceFarOff`).
    """

    unit: UnitId
    to: UnitId
    reason: str
    total: Fen | None = None
    discounts: tuple[str, ...] = ()
    mode: str = ""
    take: tuple[UnitId, ...] = ()
    loosen: tuple[UnitId, ...] = ()
    confirmed: bool = False

    def __call__(self, work: Work) -> int:
        payload = ExchangeUnit(
            unit=self.unit, to=self.to, total=self.total, discounts=self.discounts,
            mode=self.mode, take=self.take, loosen=self.loosen,
        )  # fmt: skip
        payload.check_asked(work, confirmed=self.confirmed)
        return file(work, RequestKind.EXCHANGE, payload, self.reason).id


def _check_free(work: Work, new: Standing, customer: int) -> None:
    """Refuse a unit that is neither on offer nor reserved for the *customer*, or without its permit."""
    step(work, new, "hold")
    check_reserved(work, new, customer)
    check_permit(work.session, [new.unit.building_id], Law.PERMIT, Law.MONEY, Law.CONTRACT)
    name = work.session.get_one(Customer, customer).name
    check_lot(work, new, customer, name)
    check_turn(work, new, customer)


def _facts(work: Work, plan: Plan) -> tuple[ChangedFact, ...]:
    """Give what the exchange alters, as versions and paper show it."""
    deal, agreement = plan.at
    before = frame.particulars(work.session, [agreement])[deal.row.id]
    mode = work.session.get_one(PaymentMode, before.mode_id).name
    sign_by = work.today + timedelta(days=plan.sign_within)
    was = str(deal.price_fen(work.session))
    facts = [
        ChangedFact(name="unit", before=deal.at.unit.code, after=plan.new.unit.code),
        ChangedFact(name="deal price", before=was, after=str(plan.whole_fen), form="fen"),
        ChangedFact(
            name="sign by",
            before=before.sign_by.isoformat(),
            after=sign_by.isoformat(),
            form="day",
        ),
    ]
    if plan.mode.id != before.mode_id:
        facts.append(
            ChangedFact(name="payment mode", before=mode, after=plan.mode.name, form="mode")
        )
    own = [lot.code for lot in deal.lots(work.session)]
    then = sorted(at.unit.code for at in (*plan.bound, *plan.taken))
    if own or then:
        facts.append(ChangedFact(name="lots", before=", ".join(own), after=", ".join(then)))
    return tuple(facts)


def _told(work: Work, plan: Plan) -> list[FactLine]:
    """Give what the signers are told besides: the price and the money, what becomes of each lot."""
    deal, _agreement = plan.at
    unit, rest = plan.new.unit, plan.carried_fen - plan.deposit_fen - plan.aside_fen
    told = [
        FactLine(name="new list price", value=str(unit.total_fen), form="fen"),
        FactLine(name="new price", value=str(plan.whole_fen), form="fen"),
        FactLine(
            name="difference",
            value=str(plan.whole_fen - deal.price_fen(work.session)),
            form="fen",
        ),
        FactLine(name="carried over", value=str(plan.carried_fen), form="fen"),
        FactLine(name="as deposit", value=str(plan.deposit_fen), form="fen"),
        *([FactLine(name="as price", value=str(rest), form="fen")] if rest else []),
        *(
            [FactLine(name="as paid ahead", value=str(plan.aside_fen), form="fen")]
            if plan.aside_fen
            else []
        ),
        FactLine(name="receipts", value=", ".join(valid_receipts(work.session, deal.row.id))),
    ]
    gone = {at.unit.id for at in (*plan.taken, *plan.loose)}
    left = [lot.code for lot in deal.lots(work.session) if lot.unit not in gone]
    for name, codes in (
        ("lots taken", [at.unit.code for at in plan.taken]),
        ("lots left", left),
        ("lots loosened", [at.unit.code for at in plan.loose]),
    ):
        if codes:
            told.append(FactLine(name=name, value=", ".join(codes)))
    return told
