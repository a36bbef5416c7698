"""What needs a site manager now, each thing with the record it leads to; and the project's strip."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import and_, func, select

from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.approvals.queries import Which, requests
from salesdesk.office.customers.tables import Customer
from salesdesk.office.figures.entry_needs import (
    follow_ups,
    large_cash,
    late_entries,
    spot_checks,
)
from salesdesk.office.figures.floorless import floorless
from salesdesk.office.figures.need_rules import (
    FILING_SOON_DAYS,
    HOLD_SOON_MINUTES,
    NEAR_FLOOR_PERCENT,
    RESERVATION_SOON_DAYS,
    SEEN_WITH,
    NeedKind,
    NeedLine,
)
from salesdesk.office.figures.owing import delivered_owing
from salesdesk.office.figures.stuck import stuck
from salesdesk.office.inventory.claims import live
from salesdesk.office.inventory.law_queries import law_pack
from salesdesk.office.inventory.price_queries import price_versions
from salesdesk.office.inventory.price_sheets import VersionState
from salesdesk.office.inventory.price_tables import FloorPrice
from salesdesk.office.inventory.queries import first_project
from salesdesk.office.inventory.reviews import kept_back
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.tables import Claim, Unit
from salesdesk.office.ledger.tallies import paid_by_deal
from salesdesk.office.mortgage.queries import loan_cases
from salesdesk.office.sales.change_frame import particulars
from salesdesk.office.sales.default_queries import default_notices
from salesdesk.office.sales.reservations import reservations
from salesdesk.office.sales.signing_queries import filings_due
from salesdesk.office.sales.tables import Agreement, Deal, PriceApproval
from salesdesk.office.staff.queries import names_of, rights_of
from salesdesk.store.work import Reading


def needs(reading: Reading, project: ProjectId | None = None) -> tuple[NeedLine, ...]:
    """List what needs the asker in *project* (default the first), kind by kind, the most urgent first.

    What his rights do not reach is left out.
    """
    key = ProjectId(first_project(reading.session)) if project is None else project
    mine = rights_of(reading.session, reading.role)
    found: list[NeedLine] = []
    for kind, ask in _ASKED.items():
        if SEEN_WITH[kind] in mine:
            found += ask(reading, key)
    return tuple(found)


def _approvals(reading: Reading, _project: ProjectId) -> Iterator[NeedLine]:
    cards = requests(reading, Which.INBOX)
    for card in sorted(cards, key=lambda card: card.expires_at):
        yield NeedLine(
            kind=NeedKind.APPROVAL,
            topic=Topic.REQUEST,
            key=card.id,
            subject=card.subject,
            who=next((fact.value for fact in card.what if fact.name == "customer"), ""),
            person=card.asker,
            at=card.expires_at,
            amount_fen=card.amount_fen or None,
            detail=card.kind.value,
        )


def _stuck(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    names = names_of(reading.session)
    for at, line in stuck(reading, project):
        yield NeedLine(
            kind=NeedKind.STUCK,
            topic=Topic.REQUEST,
            key=at.row.id,
            subject=at.row.subject,
            who=line.roles,
            person=names.get(at.row.asker_id, ""),
            at=at.row.expires_at,
            detail=at.row.kind,
        )


def _laws(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    """Laws below what their pack ships: by whom, signed by whom, and what stands against each."""
    for card in law_pack(reading, project):
        if card.below:
            yield NeedLine(
                kind=NeedKind.LAW, topic=Topic.PROJECT, key=project, subject=card.law,
                person=card.by, signers=card.signed_by, at=card.since, level=card.level,
                detail=card.reason, count=card.count,
            )  # fmt: skip


@dataclass(slots=True)
class _Open:
    """A deal on hold or subscribed, as the lines below look at it."""

    deal: Deal
    unit: str
    customer: str
    until: datetime | None
    sign_by: date | None


def _deals(reading: Reading, project: int, stage: UnitState) -> list[_Open]:
    """Give the deals at *stage*, the next to end first; signing may have been put off since."""
    rows = reading.session.execute(
        select(Deal, Unit.code, Customer.name, Claim.until, Agreement)
        .join(Claim, and_(Claim.deal_id == Deal.id, live(reading.now)))
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .outerjoin(Agreement, Agreement.deal_id == Deal.id)
        .where(Deal.project_id == project, Claim.stage == stage.value)
        .order_by(Claim.until, Deal.id)
    ).all()
    signed: list[Agreement | None] = [row[4] for row in rows]
    stands = particulars(reading.session, [row for row in signed if row is not None])
    found = [
        _Open(*row[:4], stands[row[0].id].sign_by if row[0].id in stands else None) for row in rows
    ]
    return sorted(found, key=lambda one: one.sign_by or date.max)


def _about(reading: Reading, kind: NeedKind, found: _Open) -> NeedLine:
    return NeedLine(
        kind=kind,
        topic=Topic.UNIT,
        key=found.deal.unit_id,
        subject=found.unit,
        who=found.customer,
        person=names_of(reading.session).get(found.deal.consultant_id, ""),
        amount_fen=found.deal.list_total_fen,
        at=found.until,
        day=found.sign_by,
        days=max(0, (reading.today - found.sign_by).days) if found.sign_by else 0,
    )


def _holds(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    for found in _deals(reading, project, UnitState.ON_HOLD):
        soon = reading.now + timedelta(minutes=HOLD_SOON_MINUTES)
        if found.until is not None and found.until <= soon:
            yield _about(reading, NeedKind.HOLD, found)


def _price_checks(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    """Deposit in, price not approved: the consultant waits with the agreement (seed 3.3.3)."""
    found = _deals(reading, project, UnitState.ON_HOLD)
    keys = [one.deal.id for one in found]
    paid, approved = paid_by_deal(reading.session, keys), _approved(reading, keys)
    for one in found:
        if paid.get(one.deal.id, 0) > 0 and one.deal.id not in approved:
            yield replace(_about(reading, NeedKind.PRICE_CHECK, one), at=one.deal.opened_at)


def _near_floor(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    found = _deals(reading, project, UnitState.ON_HOLD)
    approved = _approved(reading, [one.deal.id for one in found])
    newest = select(func.max(FloorPrice.id)).group_by(FloorPrice.unit_id)
    units = [one.deal.unit_id for one in found]
    asked = select(FloorPrice.unit_id, FloorPrice.total_fen).where(FloorPrice.id.in_(newest))
    floors = dict(reading.session.execute(asked.where(FloorPrice.unit_id.in_(units))).all())
    for one in found:
        floor = floors.get(one.deal.unit_id)
        price = approved.get(one.deal.id, one.deal.list_total_fen)
        if floor is not None and price * 100 <= floor * (100 + NEAR_FLOOR_PERCENT):
            yield replace(_about(reading, NeedKind.FLOOR, one), at=one.deal.opened_at)


def _approved(reading: Reading, deals: list[int]) -> dict[int, int]:
    """Give the newest approved price (fen) of each of *deals* that has one."""
    rows = reading.session.execute(
        select(PriceApproval.deal_id, PriceApproval.total_fen)
        .where(PriceApproval.deal_id.in_(deals))
        .order_by(PriceApproval.id)
    )
    return dict(rows.all())


def _sign_by(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    for found in _deals(reading, project, UnitState.SUBSCRIBED):
        if found.sign_by is not None and found.sign_by < reading.today:
            yield _about(reading, NeedKind.SIGN_BY, found)


def _graces_over(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    """Notices of default whose days are past: the deposit may be forfeited, or time given."""
    for line in default_notices(reading, project):
        if line.over:
            yield NeedLine(
                kind=NeedKind.GRACE_OVER,
                topic=Topic.UNIT,
                key=line.unit_id,
                subject=line.unit,
                who=line.customer,
                person=line.by,
                day=line.last_day,
                days=-line.days_left,
                detail=line.number,
            )


def _filings(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    for card in filings_due(reading, project):
        if card.days_left is not None and card.days_left <= FILING_SOON_DAYS:
            yield NeedLine(
                kind=NeedKind.FILING,
                topic=Topic.UNIT,
                key=card.unit_id,
                subject=card.unit,
                who=card.customer,
                person=card.consultant,
                day=card.due_on,
                days=max(0, -card.days_left),
                amount_fen=card.contract.contract_fen or None,
                detail=card.contract.contract,
            )


def _loans(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    """Loans that do not move: refused, lacking papers, too long where they are."""
    for line in loan_cases(reading, project, stuck=True):
        yield NeedLine(
            kind=NeedKind.LOAN, topic=Topic.UNIT, key=line.unit_id, subject=line.unit,
            who=line.customer, person=line.consultant, day=line.since, days=line.days,
            amount_fen=line.asked_fen, detail=line.stuck_by,
        )  # fmt: skip


def _returned(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    rows = reading.session.execute(
        select(Claim, Unit.code, Unit.total_fen)
        .join(Unit, Unit.id == Claim.unit_id)
        .where(
            Unit.project_id == project,
            Claim.stage == UnitState.REVIEW.value,
            Claim.ended_at.is_(None),
        )
        .order_by(Claim.opened_at)
    )
    for claim, code, total_fen in rows:
        yield NeedLine(
            kind=NeedKind.RETURNED,
            topic=Topic.UNIT,
            key=claim.unit_id,
            subject=code,
            at=claim.opened_at,
            amount_fen=total_fen,
            detail=claim.reason,
        )


def _reservations(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    for line in reservations(reading, project):
        if line.days_left <= RESERVATION_SOON_DAYS:
            yield NeedLine(
                kind=NeedKind.RESERVATION,
                topic=Topic.UNIT,
                key=line.unit_id,
                subject=line.unit,
                who=line.customer,
                person=line.asked_by,
                day=line.until,
                amount_fen=line.total_fen,
                detail=line.reason,
            )


def _reviews(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    for line in kept_back(reading, project):
        if line.review_on <= reading.today:
            yield NeedLine(
                kind=NeedKind.REVIEW,
                topic=Topic.UNIT,
                key=line.unit_id,
                subject=line.unit,
                person=line.by if line.by != "clock" else "",
                day=line.review_on,
                days=line.days_over,
                amount_fen=line.total_fen,
                detail=line.note or line.reason,
            )


def _price_versions(reading: Reading, project: ProjectId) -> Iterator[NeedLine]:
    for line in price_versions(reading, project):
        if line.state is VersionState.DUE:
            yield NeedLine(
                kind=NeedKind.PRICE_VERSION,
                topic=Topic.PRICE,
                key=line.id,
                subject=line.name,
                person=line.author,
                at=line.effective_at,
                amount_fen=line.total_fen,
                detail=line.reason,
            )


_ASKED: dict[NeedKind, Callable[[Reading, ProjectId], Iterator[NeedLine]]] = {
    NeedKind.APPROVAL: _approvals,
    NeedKind.STUCK: _stuck,
    NeedKind.LAW: _laws,
    NeedKind.HOLD: _holds,
    NeedKind.PRICE_CHECK: _price_checks,
    NeedKind.FLOOR: _near_floor,
    NeedKind.NO_FLOOR: floorless,
    NeedKind.SIGN_BY: _sign_by,
    NeedKind.GRACE_OVER: _graces_over,
    NeedKind.FILING: _filings,
    NeedKind.DELIVERED_OWING: delivered_owing,
    NeedKind.LOAN: _loans,
    NeedKind.RETURNED: _returned,
    NeedKind.RESERVATION: _reservations,
    NeedKind.REVIEW: _reviews,
    NeedKind.PRICE_VERSION: _price_versions,
    NeedKind.LATE_ENTRY: late_entries,
    NeedKind.FOLLOW_UP: follow_ups,
    NeedKind.SPOT_CHECK: spot_checks,
    NeedKind.LARGE_CASH: large_cash,
}
