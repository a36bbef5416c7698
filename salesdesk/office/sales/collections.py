"""What was collected, by day, way of paying, kind or consultant; and the deposits that lie in deals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, case, func, select

from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.tables import Project, Unit
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import PAID_OUT, Account
from salesdesk.office.ledger.tables import Movement, Receipt, ReceiptVoid, Tender
from salesdesk.office.sales.due_tables import Allocation, DueLine
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading

_PREPAID = "prepaid"


class CollectionsBy(StrEnum):
    """One line for each of these."""

    DAY = "day"
    TENDER = "tender"
    KIND = "kind"
    CONSULTANT = "consultant"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionLine:
    """What was taken and what went back (fen, both above nothing) on so many papers.

    ``key``: the day, the tender, the consultant, or the kind of money: a `MoneyKind`, "prepaid",
    "deposit" or "refund"; what a contra gives back is of the kind that it was taken for.
    """

    key: str
    taken_fen: int
    back_fen: int
    papers: int

    @property
    def net_fen(self) -> int:
        """Give what was taken less what went back (fen)."""
        return self.taken_fen - self.back_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLine:
    """A deposit (fen) that lies in a deal: neither price yet, nor returned, nor forfeited."""

    id: int
    project: str
    unit: str
    unit_id: int
    customer: str
    consultant: str
    since: date
    amount_fen: int


def collections(
    reading: Reading,
    by: CollectionsBy = CollectionsBy.DAY,
    first_on: date | None = None,
    last_on: date | None = None,
    project: ProjectId | None = None,
) -> tuple[CollectionLine, ...]:
    """Give what was collected on some days, in the order of the days, else the largest first.

    Void receipts count nowhere; a contra counts as money back on its own day. Each way of looking
    has the same sums: those of the tenders' accounts in the ledger.
    """
    names = names_of(reading.session) if by is CollectionsBy.CONSULTANT else {}
    sums: dict[str, list[int]] = {}
    for contra in (False, True):
        day = Contra.day if contra else Receipt.day
        for wanted in _asked(by, contra=contra):
            within = _within(wanted, day, first_on, last_on, project)
            for key, back, total, papers in reading.session.execute(within):
                name = names.get(key, "") if by is CollectionsBy.CONSULTANT else str(key)
                line = sums.setdefault(name, [0, 0, 0])
                line[1 if back else 0] += int(total)
                line[2] += papers
    lines = [
        CollectionLine(key=key, taken_fen=taken, back_fen=back, papers=papers)
        for key, (taken, back, papers) in sums.items()
    ]
    if by is CollectionsBy.DAY:
        return tuple(sorted(lines, key=lambda line: line.key))
    return tuple(sorted(lines, key=lambda line: (-line.net_fen, line.key)))


def deposits_held(
    reading: Reading, project: ProjectId | None = None, limit: int = 5000
) -> tuple[HeldLine, ...]:
    """List the deposits that lie in deals, the oldest first, at most *limit*."""
    held = Account.DEPOSITS_HELD.value
    amount = func.sum(
        case((Movement.credit == held, Movement.amount_fen), else_=-Movement.amount_fen)
    )
    lies = (
        select(Movement.deal_id, amount.label("fen"), func.min(Movement.day).label("since"))
        .where((Movement.credit == held) | (Movement.debit == held))
        .group_by(Movement.deal_id)
        .having(amount > 0)
        .subquery()
    )
    wanted = (
        select(Deal, lies.c.fen, lies.c.since, Unit.code, Customer.name, Project.name)
        .join(lies, lies.c.deal_id == Deal.id)
        .join(Unit, Unit.id == Deal.unit_id)
        .join(Customer, Customer.id == Deal.customer_id)
        .join(Project, Project.id == Deal.project_id)
        .order_by(lies.c.since, Deal.id)
        .limit(limit)
    )
    if project is not None:
        wanted = wanted.where(Deal.project_id == project)
    names = names_of(reading.session)
    return tuple(
        HeldLine(
            id=deal.id,
            project=named,
            unit=unit,
            unit_id=deal.unit_id,
            customer=customer,
            consultant=names.get(deal.consultant_id, ""),
            since=since,
            amount_fen=int(fen),
        )
        for deal, fen, since, unit, customer, named in reading.session.execute(wanted)
    )


def _within(
    wanted: Select[Any],
    day: Any,
    first_on: date | None,
    last_on: date | None,
    project: ProjectId | None,
) -> Select[Any]:
    if first_on is not None:
        wanted = wanted.where(day >= first_on)
    if last_on is not None:
        wanted = wanted.where(day <= last_on)
    return wanted if project is None else wanted.where(Receipt.project_id == project)


def _asked(by: CollectionsBy, *, contra: bool) -> tuple[Select[Any], ...]:
    """Ask for (key, money back, fen, papers) by tenders, of which the ledger has the sums.

    By kind a receipt for schedule lines is asked for by what it was shared out to (paid ahead too), and
    every other paper by its own kind: a deposit, a refund.
    """
    if by is not CollectionsBy.KIND:
        key: Any = {
            CollectionsBy.DAY: Contra.day if contra else Receipt.day,
            CollectionsBy.TENDER: Tender.kind,
            CollectionsBy.CONSULTANT: Deal.consultant_id,
        }[by]
        return (_papers(key, contra=contra),)
    shared = select(Allocation.id).where(Allocation.receipt_id == Receipt.id).exists()
    parts = select(
        func.coalesce(DueLine.money, _PREPAID).label("key"),
        _goes_back(contra=contra).label("back"),
        func.sum(Allocation.amount_fen),
        func.count(Receipt.id.distinct()),
    ).select_from(Allocation)
    parts = parts.join(Receipt, Receipt.id == Allocation.receipt_id)
    parts = parts.outerjoin(DueLine, DueLine.id == Allocation.due_line_id)
    return (
        _standing(parts.group_by("key", "back"), contra=contra),
        _papers(Receipt.kind, contra=contra).where(~shared),
    )


def _papers(key: Any, *, contra: bool) -> Select[Any]:
    wanted = (
        select(
            key.label("key"),
            _goes_back(contra=contra).label("back"),
            func.sum(Tender.amount_fen),
            func.count(Receipt.id.distinct()),
        )
        .select_from(Tender)
        .join(Receipt, Receipt.id == Tender.receipt_id)
        .join(Deal, Deal.id == Receipt.deal_id)
        .group_by("key", "back")
    )
    return _standing(wanted, contra=contra)


def _standing(wanted: Select[Any], *, contra: bool) -> Select[Any]:
    """Leave only receipts and slips that are not void, or of those the ones that a contra answers."""
    if contra:
        return wanted.join(Contra, Contra.receipt_id == Receipt.id)
    return wanted.outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id).where(
        ReceiptVoid.receipt_id.is_(None)
    )


def _goes_back(*, contra: bool) -> Any:
    """Tell whether the money of a paper went back: of slips, and of every contra."""
    if contra:
        return Receipt.id.is_not(None)
    return Receipt.kind.in_([kind.value for kind in PAID_OUT])
