"""Questions about deals and agreements."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, func, or_, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.plain import from_plain
from salesdesk.office.customers.queries import same_customer, shown_id, shown_phone
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import lapsed, live
from salesdesk.office.inventory.lot_sheets import LotLine
from salesdesk.office.inventory.rules import LAPSING, SOLD, UnitState
from salesdesk.office.inventory.tables import Claim, Project, Unit
from salesdesk.office.ledger.rules import deposit_cap_fen
from salesdesk.office.ledger.tallies import paid_by_deal
from salesdesk.office.sales.area_facts import area_facts, newest_measured, settled_changes
from salesdesk.office.sales.area_sheets import AreaFacts
from salesdesk.office.sales.change_frame import buyers_of, particulars, renamed
from salesdesk.office.sales.change_sheets import Particulars, WaitingChange
from salesdesk.office.sales.deals import agreement_of
from salesdesk.office.sales.default_facts import facts_of, standing
from salesdesk.office.sales.default_sheets import NoticeFacts
from salesdesk.office.sales.default_tables import DefaultNotice
from salesdesk.office.sales.exchange_queries import exchanged_for, exchanged_from
from salesdesk.office.sales.exchange_sheets import ExchangeRef
from salesdesk.office.sales.lot_deals import lots_fen, lots_of
from salesdesk.office.sales.reminder_facts import due_marks
from salesdesk.office.sales.reminder_sheets import NOT_DUE, DueMark
from salesdesk.office.sales.sheets import (
    AgentLine,
    AgreementSheet,
    BuyerLine,
    DealCard,
    PaymentModeLine,
)
from salesdesk.office.sales.signing_facts import contract_facts
from salesdesk.office.sales.signing_sheets import NO_CONTRACT, ContractFacts
from salesdesk.office.sales.tables import (
    Agreement,
    Buyer,
    Cancellation,
    Deal,
    PaymentMode,
    PriceApproval,
)
from salesdesk.office.sales.waiting import waiting_changes
from salesdesk.office.staff.queries import names_of
from salesdesk.office.staff.rules import Role
from salesdesk.store.work import Reading


def payment_modes(reading: Reading) -> tuple[PaymentModeLine, ...]:
    """List the payment modes."""
    return tuple(
        PaymentModeLine(
            id=row.id,
            name=row.name,
            english=row.english,
            kind=row.kind,
            needs_loan=row.needs_loan,
        )
        for row in reading.session.scalars(select(PaymentMode).order_by(PaymentMode.id))
    )


def deals(
    reading: Reading,
    project: int | None = None,
    *,
    live_only: bool = True,
    mine: bool = False,
    customer: int | None = None,
    limit: int = 2000,
) -> tuple[DealCard, ...]:
    """List deals, the newest first, at most *limit*; by default those whose claim lives."""
    wanted = _deals(reading).order_by(Deal.id.desc()).limit(limit)
    if live_only:
        wanted = wanted.where(Claim.id.is_not(None), Claim.stage != UnitState.REVIEW.value)
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    if mine or (reading.role == Role.CONSULTANT and customer is None):
        wanted = wanted.where(  # his from the start, or with the customer who was handed to him
            or_(Deal.consultant_id == reading.actor, Customer.consultant_id == reading.actor)
        )
    if customer is not None:
        wanted = wanted.where(Deal.customer_id.in_(same_customer(reading.session, customer)))
    return _cards(reading, reading.session.execute(wanted).all())


def deal_on(reading: Reading, unit: int) -> DealCard | None:
    """Give the live deal on a unit, or None."""
    rows = reading.session.execute(
        _deals(reading).where(Deal.unit_id == unit, Claim.id.is_not(None))
    ).all()
    cards = _cards(reading, rows)
    return cards[0] if cards else None


def deals_at(reading: Reading, stage: UnitState, project: int | None) -> tuple[DealCard, ...]:
    """Give the deals whose unit stands at *stage*, a consultant's own only; what is due first."""
    wanted = _deals(reading).where(Claim.stage == stage.value)
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    if reading.role == Role.CONSULTANT:
        wanted = wanted.where(
            or_(Deal.consultant_id == reading.actor, Customer.consultant_id == reading.actor)
        )
    cards = _cards(reading, reading.session.execute(wanted.order_by(Deal.id)).all())
    return tuple(sorted(cards, key=lambda card: (card.due_on is None, card.due_on or date.max)))


def _deals(reading: Reading) -> Any:
    return (
        select(Deal, Unit.code, Project.name.label("project"), Customer.name, Claim, Agreement)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Project, Project.id == Deal.project_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .outerjoin(
            Claim,  # its lots have claims of their own
            and_(Claim.deal_id == Deal.id, Claim.unit_id == Deal.unit_id, live(reading.now)),
        )
        .outerjoin(Agreement, Agreement.deal_id == Deal.id)
    )


def buyers(reading: Reading, deal: int) -> tuple[BuyerLine, ...]:
    """List who buys now, in the paper's order, as the asker may see them."""
    agreement = agreement_of(reading.session, deal)
    if agreement is None:
        return ()
    consultant = reading.session.get_one(Deal, deal).consultant_id
    return tuple(
        replace(
            line,
            id_number=shown_id(reading, line.id_number),
            phone=shown_phone(reading, line.phone, consultant) if line.phone else "",
            agent=None if line.agent is None else _shown_agent(reading, line.agent, consultant),
        )
        for line in buyers_of(reading.session, agreement)
    )


def _shown_agent(reading: Reading, agent: AgentLine, consultant: int) -> AgentLine:
    return replace(
        agent,
        id_number=shown_id(reading, agent.id_number),
        phone=shown_phone(reading, agent.phone, consultant) if agent.phone else "",
    )


@dataclass(slots=True)
class _Beside:
    """What stands in other tables about the deals of one answer, by deal."""

    names: dict[int, str]
    modes: dict[int, str]
    approvals: dict[int, PriceApproval]
    paid: dict[int, int]
    cancelled: dict[int, Cancellation]
    unidentified: frozenset[int]
    changed: dict[int, Particulars]
    lots: dict[int, tuple[LotLine, ...]]
    contracts: dict[int, ContractFacts]
    went: dict[int, ExchangeRef]
    came: dict[int, ExchangeRef]
    notices: dict[int, DefaultNotice]
    areas: dict[int, AreaFacts]
    waits: dict[int, tuple[WaitingChange, ...]]
    owed: dict[int, DueMark]
    now: datetime
    today: date


def _cards(reading: Reading, rows: Sequence[Row[Any]]) -> tuple[DealCard, ...]:
    """Give the rows as cards, with one question a table however many deals there are."""
    session, keys = reading.session, [row.Deal.id for row in rows]
    beside = _Beside(
        names=names_of(session),
        modes={row.id: row.name for row in payment_modes(reading)},
        approvals={
            row.deal_id: row
            for row in session.scalars(
                select(PriceApproval)
                .where(PriceApproval.deal_id.in_(keys))
                .order_by(PriceApproval.id)
            )
        },
        paid=paid_by_deal(session, keys),
        cancelled={
            row.deal_id: row
            for row in session.scalars(select(Cancellation).where(Cancellation.deal_id.in_(keys)))
        },
        unidentified=frozenset(
            session.scalars(
                select(Agreement.deal_id)
                .join(Buyer, Buyer.agreement_id == Agreement.id)
                .where(
                    Agreement.deal_id.in_(keys),
                    Buyer.id_number == "",
                    Agreement.deal_id.not_in(renamed()),
                )
            )
        ),
        changed=particulars(session, [row.Agreement for row in rows if row.Agreement]),
        lots=lots_of(session, keys),
        contracts=contract_facts(session, keys),
        went=exchanged_for(session, keys),
        came=exchanged_from(session, keys),
        notices=standing(session, keys),
        areas=_areas(session, rows),
        waits=waiting_changes(session, reading.now, keys),
        owed=due_marks(session, reading.today, keys),
        now=reading.now,
        today=reading.today,
    )
    return tuple(_card(row, beside) for row in rows)


def _card(row: Row[Any], beside: _Beside) -> DealCard:
    deal: Deal = row.Deal
    claim: Claim | None = row.Claim
    agreement: Agreement | None = row.Agreement
    approval = beside.approvals.get(deal.id)
    over = beside.cancelled.get(deal.id)
    price = approval.total_fen if approval else deal.list_total_fen
    now = beside.changed.get(deal.id)
    lots = beside.lots.get(deal.id, ())
    facts = beside.contracts.get(deal.id, NO_CONTRACT)
    due_on = _due(claim, now, facts)
    went, came = beside.went.get(deal.id), beside.came.get(deal.id)
    return DealCard(
        id=deal.id,
        unit_id=deal.unit_id,
        unit=row.code,
        project=row.project,
        state=claim.stage if claim else "cancelled" if over else "exchanged" if went else "ended",
        customer_id=deal.customer_id,
        customer=row.name,
        consultant=beside.names.get(deal.consultant_id, ""),
        opened_at=deal.opened_at,
        until=claim.until if claim else None,
        project_id=deal.project_id,
        list_total_fen=deal.list_total_fen,
        price_fen=price,
        paid_fen=beside.paid.get(deal.id, 0),
        cap_fen=deposit_cap_fen(price + lots_fen(lots)),
        lots=lots,
        price_approved=approval is not None,
        approved_by=beside.names.get(approval.actor_id, "") if approval else "",
        agreement=agreement.number if agreement else "",
        mode=beside.modes.get(now.mode_id, "") if now else "",
        sign_by=now.sign_by if now else None,
        live=claim is not None and claim.stage != UnitState.REVIEW,
        id_missing=deal.id in beside.unidentified,
        fault=over.fault if over else "",
        reason=over.reason if over else "",
        kept_fen=over.kept_fen if over else 0,
        back_fen=over.returned_fen + over.doubled_fen if over else 0,
        contract=facts,
        due_on=due_on,
        days_left=(due_on - beside.today).days if due_on else None,
        exchanged_for=went.unit if went else "",
        exchanged_from=came.unit if came else "",
        notice=_notice(claim, beside.notices.get(deal.id), beside),
        area=beside.areas.get(deal.id),
        waits=beside.waits.get(deal.id, ()),
        owed=beside.owed.get(deal.id, NOT_DUE),
    )


def _areas(session: Session, rows: Sequence[Row[Any]]) -> dict[int, AreaFacts]:
    """Give how sold deals stand whose homes were measured."""
    sold = [row for row in rows if row.Agreement and row.Claim and row.Claim.stage in SOLD]
    measured = newest_measured(session, [row.Deal.unit_id for row in sold]) if sold else {}
    known = [row for row in sold if row.Deal.unit_id in measured]
    settled = settled_changes(session, [row.Deal.id for row in known]) if known else {}
    return {
        row.Deal.id: area_facts(
            session,
            row.Deal,
            row.Agreement,
            measured[row.Deal.unit_id],
            settled.get(row.Deal.id, []),
        )
        for row in known
    }


def _notice(
    claim: Claim | None, notice: DefaultNotice | None, beside: _Beside
) -> NoticeFacts | None:
    """Give the notice of default under which a subscribed deal stands."""
    if notice is None or claim is None or claim.stage != UnitState.SUBSCRIBED:
        return None
    return facts_of(notice, beside.now, beside.today)


def _due(claim: Claim | None, now: Particulars | None, facts: ContractFacts) -> date | None:
    """Give by when the next paper is due at the stage of *claim*."""
    stage = claim.stage if claim else ""
    if stage == UnitState.SUBSCRIBED:
        return now.sign_by if now else None
    if stage == UnitState.SIGNED:
        return facts.file_by
    return facts.deliver_by if stage == UnitState.FILED else None


def agreement_paper(reading: Reading, number: str) -> AgreementSheet:
    """Give an agreement's stored sheet by its number, or raise `NotFound`."""
    sheet = reading.session.scalar(
        select(Agreement.sheet).where(Agreement.number == number.strip().upper())
    )
    if sheet is None:
        raise NotFound(what="agreement", key=number)
    found: AgreementSheet = from_plain(AgreementSheet, json.loads(sheet))
    return found


def lapsed_holds(reading: Reading) -> tuple[int, ...]:
    """Give the units whose hold or reservation is past its time, for the sweep."""
    rows = reading.session.scalars(
        select(Claim).where(
            Claim.ended_at.is_(None),
            Claim.stage.in_(sorted(LAPSING)),
            Claim.until.is_not(None),
            Claim.until <= reading.now,
        )
    )
    return tuple(row.unit_id for row in rows if lapsed(row, reading.now))


def next_lapse(reading: Reading) -> datetime | None:
    """Give when the next hold's time is over, so that a desk knows when to look."""
    return reading.session.scalar(
        select(func.min(Claim.until)).where(Claim.ended_at.is_(None), Claim.until > reading.now)
    )
