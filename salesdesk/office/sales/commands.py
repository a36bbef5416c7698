"""Holds and subscriptions: the consultant's and the manager's steps of a deal, in the seed's order."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import CustomerId, PersonId, UnitId
from salesdesk.office.customers.commands import find_customer, identified
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import end, open_claim, standing, step
from salesdesk.office.inventory.law import check_permit
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.tallies import paid_fen
from salesdesk.office.ledger.writing import check_printable, next_number
from salesdesk.office.sales import scheduling
from salesdesk.office.sales.agents import AgentEntry, agent_line, check_agents
from salesdesk.office.sales.buyers import (
    BuyerEntry,
    agent_of,
    buyer_from,
    buyer_line,
    check_customer_among,
    line_of,
    write_agent,
    write_buyers,
)
from salesdesk.office.sales.deals import (
    LiveDeal,
    NoDeal,
    agreement_of,
    approval_of,
    check_own,
    live_deal,
    valid_receipts,
)
from salesdesk.office.sales.line import check_turn, serve
from salesdesk.office.sales.lot_deals import check_lot
from salesdesk.office.sales.papers import agreement_sheet
from salesdesk.office.sales.price_check import check_mode
from salesdesk.office.sales.price_floor import check_agreed
from salesdesk.office.sales.reserving import leave_reservation
from salesdesk.office.sales.shares import check_buyers
from salesdesk.office.sales.sheets import BuyerLine, Extended, Held, Subscribed
from salesdesk.office.sales.tables import Agreement, Buyer, Deal, PaymentMode
from salesdesk.office.staff.commands import find_person
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Work


class HoldTooLong(UserError):
    """A hold ends; extensions stop at the longest time."""

    problem = QT_TRANSLATE_NOOP("errors", "A hold may last {longest} minutes at the most.")
    remedy = QT_TRANSLATE_NOOP("errors", "Take the deposit, or let the unit go.")


class MoneyIsHeld(UserError):
    """A unit with a deposit on it cannot simply be let go."""

    problem = QT_TRANSLATE_NOOP("errors", "A deposit of {paid} yuan lies on unit {unit}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Cancel the deal: that decides what becomes of the money."
    )


class NoDeposit(UserError):
    """No subscription without a deposit that was receipted (seed 3.3.2)."""

    problem = QT_TRANSLATE_NOOP("errors", "No deposit has been taken for unit {unit}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Lead the customer to the cashier first.")


class PriceNotApproved(UserError):
    """No subscription before the site manager approved the price (seed 3.3.3)."""

    problem = QT_TRANSLATE_NOOP("errors", "The price of unit {unit} is not approved yet.")
    remedy = QT_TRANSLATE_NOOP("errors", "Ask the site manager to approve the price.")


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldUnit:
    """Keep an available unit for one customer for a while (锁定); its price is frozen."""

    unit: UnitId
    customer: CustomerId
    minutes: int | None = None
    consultant: PersonId | None = None

    def __call__(self, work: Work) -> Held:
        at = standing(work, self.unit)
        step(work, at, "hold")
        check_permit(work.session, [at.unit.building_id])
        customer = find_customer(work, self.customer)
        check_lot(work, at, customer.id, customer.name)
        leave_reservation(work, at, customer.id)
        check_turn(work, at, customer.id)
        consultant = self._consultant(work, customer)
        deal = Deal(
            project_id=at.unit.project_id,
            unit_id=at.unit.id,
            customer_id=customer.id,
            consultant_id=consultant,
            opened_at=work.now,
            list_unit_price_fen=at.unit.unit_price_fen,
            list_total_fen=at.unit.total_fen,
        )
        work.session.add(deal)
        work.session.flush()
        claim = open_claim(
            work,
            at,
            UnitState.ON_HOLD,
            customer=customer.id,
            consultant=consultant,
            deal=deal.id,
            until=hold_until(work, work.now, self.minutes),
        )
        serve(work, at, customer.id)
        work.touched(Topic.DEAL, deal.id)
        work.touched(Topic.CUSTOMER, customer.id)
        return {"deal": deal.id, "unit": at.unit.code, "until": claim.until}

    def _consultant(self, work: Work, customer: Customer) -> int:
        if self.consultant is not None:
            return find_person(work, self.consultant).id
        if work.role == Role.CONSULTANT:
            return work.actor
        return customer.consultant_id or work.actor


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendHold:
    """Give a hold more time; ``writing``: while its papers are being written, past the longest."""

    unit: UnitId
    minutes: int | None = None
    writing: bool = False

    def __call__(self, work: Work) -> Extended:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "extend")
        check_own(work, deal)
        claim = deal.at.claim
        if claim is None or claim.until is None:
            return {"unit": deal.at.unit.code, "until": None}
        longest = setting(work.session, "hold_longest_minutes")
        if self.writing:
            longest += setting(work.session, "hold_writing_minutes")
        last = deal.row.opened_at + timedelta(minutes=longest)
        wanted = max(claim.until, hold_until(work, work.now, self.minutes))
        if last <= claim.until:
            raise HoldTooLong(longest=longest)
        until = min(wanted, last)
        continue_deal(work, deal, until)
        return {"unit": deal.at.unit.code, "until": until}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetGo:
    """End a hold without money on it; the unit is available again."""

    unit: UnitId
    reason: str = ""

    def __call__(self, work: Work) -> str:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "let go")
        check_own(work, deal)
        if paid := paid_fen(work.session, deal.row.id):
            raise MoneyIsHeld(unit=deal.at.unit.code, paid=f"{paid / 100:,.2f}")
        if deal.at.claim is not None:
            end(work, deal.at.claim, text.clean(self.reason, "reason", 200) or "let go")
        work.touched(Topic.DEAL, deal.row.id)
        return deal.at.unit.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe:
    """Make the subscription agreement (认购书): deposit receipted, price approved, buyers named.

    Without *buyers* the deal's customer buys alone, and he is among them always (`CustomerNotAmong`); a buyer without an ID number is flagged
    until it is given.
    """

    unit: UnitId
    mode: str
    buyers: tuple[BuyerEntry, ...] = ()
    sign_within_days: int | None = None
    note: str = ""

    def __call__(self, work: Work) -> Subscribed:
        deal = live_deal(work, self.unit)
        state = step(work, deal.at, "subscribe")
        check_own(work, deal)
        check_permit(work.session, [deal.at.unit.building_id], Law.PERMIT, Law.CONTRACT)
        unit = deal.at.unit.code
        deposit = paid_fen(work.session, deal.row.id)
        if deposit == 0 or not valid_receipts(work.session, deal.row.id):
            raise NoDeposit(unit=unit)
        approval = approval_of(work.session, deal.row.id)
        if approval is None:
            raise PriceNotApproved(unit=unit)
        check_agreed(work, deal, approval)
        mode = payment_mode(work, self.mode)
        check_mode(work.session, approval, mode)
        scheduling.check_offered(work, deal, mode)
        buyers = self._buyers(work, deal)
        check_printable(work, *(buyer.name + buyer.address for buyer in buyers))
        days = self._days(work)
        no, number = next_number(work, "agreement", setting(work.session, "agreement_prefix"))
        sheet = agreement_sheet(
            work, deal, approval, mode, buyers, number, days, text.clean(self.note, "note", 500)
        )
        agreement = Agreement(
            no=no,
            number=number,
            deal_id=deal.row.id,
            mode_id=mode.id,
            price_fen=approval.total_fen,
            deposit_fen=deposit,
            at=work.now,
            actor_id=work.actor,
            sign_by=work.today + timedelta(days=days),
            sheet=sheet,
        )
        work.session.add(agreement)
        work.session.flush()
        write_buyers(work, agreement.id, buyers)
        continue_deal(work, deal, None, state)
        scheduling.begin(work, deal, mode)
        work.note(Topic.DEAL, deal.row.id, agreement=number)
        return {
            "agreement": number,
            "unit": unit,
            "sign_by": agreement.sign_by,
            "id_missing": any(not buyer.id_number for buyer in buyers),
        }

    def _days(self, work: Work) -> int:
        days = self.sign_within_days
        if days is None:
            return int(setting(work.session, "sign_within_days"))
        if not 1 <= days <= 90:  # noqa: PLR2004 - a quarter
            raise BadEntry(field="sign within days", value=days, expected="1-90")
        return days

    def _buyers(self, work: Work, deal: LiveDeal) -> tuple[BuyerLine, ...]:
        customer = work.session.get_one(Customer, deal.row.customer_id)
        if not self.buyers:
            lines: tuple[BuyerLine, ...] = (buyer_from(work, customer),)
        else:
            lines = tuple(buyer_line(entry) for entry in self.buyers)
            check_buyers(lines)
            check_customer_among(customer, lines, deal.at.unit.code)
        check_agents(lines, work.today)
        return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifyBuyer:
    """Give the ID number of a buyer who subscribed without one; *position* counts from 1.

    Where it shows a minor or a company, *agent* is who acts for the buyer.
    """

    unit: UnitId
    id_number: str
    id_kind: IdKind = IdKind.RESIDENT
    position: int = 1
    agent: AgentEntry | None = None

    def __call__(self, work: Work) -> str:
        deal = live_deal(work, self.unit)
        if deal.at.state is UnitState.REVIEW:  # the deal is over, its papers stay as they are
            raise NoDeal(unit=deal.at.unit.code, state=deal.at.state.value)
        check_own(work, deal)
        agreement = agreement_of(work.session, deal.row.id)
        row = agreement and work.session.scalar(
            select(Buyer).where(
                Buyer.agreement_id == agreement.id, Buyer.position == self.position
            )
        )
        if not row or row.id_number:
            raise NotFound(what="buyer without ID", key=self.position)
        row.id_kind, row.id_number = identified(self.id_kind, self.id_number)
        known = agent_of(work.session, row)
        if self.agent is not None and known is None:
            known = agent_line(self.agent)
            write_agent(work, row, known)
        check_agents((line_of(row, known),), work.today)
        work.note(Topic.DEAL, deal.row.id, identified=self.position)
        return row.name


def hold_until(work: Work, start: datetime, minutes: int | None) -> datetime:
    """Give when a hold of *minutes* (default: the setting) ends; `HoldTooLong` above the longest."""
    longest = setting(work.session, "hold_longest_minutes")
    length = setting(work.session, "hold_minutes") if minutes is None else minutes
    if length <= 0:
        raise BadEntry(field="minutes", value=length, expected="1 or more")
    if length > longest:
        raise HoldTooLong(longest=longest)
    return start + timedelta(minutes=length)


def continue_deal(
    work: Work, deal: LiveDeal, until: datetime | None, stage: UnitState = UnitState.ON_HOLD
) -> None:
    """Go on with the same deal: end its claim, open the next."""
    open_claim(
        work,
        deal.at,
        stage,
        customer=deal.row.customer_id,
        consultant=deal.row.consultant_id,
        deal=deal.row.id,
        until=until,
    )
    work.touched(Topic.DEAL, deal.row.id)


def payment_mode(work: Work, name: str) -> PaymentMode:
    """Find a payment mode by its Chinese or English name, or raise `NotFound`."""
    row = work.session.scalar(
        select(PaymentMode).where((PaymentMode.name == name) | (PaymentMode.english == name))
    )
    if row is None:
        raise NotFound(what="payment mode", key=name)
    return row
