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
from salesdesk.office.ledger.rules import LATE_FEE, PAID_OUT, Account, ReceiptKind
from salesdesk.office.ledger.tables import Movement, Receipt, ReceiptVoid, Tender
from salesdesk.office.sales.tables import Deal
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading

_CONTRA = "contra"


class CollectionsBy(StrEnum):
    """One line for each of these."""

    DAY = "day"
    TENDER = "tender"
    KIND = "kind"
    CONSULTANT = "consultant"


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionLine:
    """What was taken and what went back (fen, both above nothing) on so many papers.

    ``key``: the day, the tender, the receipt's kind ("contra" for its answer; "late fee" for what of
    receipts of the price is one) or the consultant.
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
        wanted = _papers(by, contra=contra, project=project)
        day = Contra.day if contra else Receipt.day
        if first_on is not None:
            wanted = wanted.where(day >= first_on)
        if last_on is not None:
            wanted = wanted.where(day <= last_on)
        for key, back, total, papers in reading.session.execute(wanted):
            name = names.get(key, "") if by is CollectionsBy.CONSULTANT else str(key)
            line = sums.setdefault(name, [0, 0, 0])
            line[1 if back else 0] += int(total)
            line[2] += papers
    if by is CollectionsBy.KIND:
        fees, papers = _late_fees(reading, first_on, last_on, project)
        if papers:
            sums[ReceiptKind.PRICE.value][0] -= fees
            sums[LATE_FEE] = [fees, 0, papers]
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


def _papers(by: CollectionsBy, *, contra: bool, project: ProjectId | None) -> Select[Any]:
    """Ask for (key, money back, fen, papers): of receipts and slips that are not void, or of contras."""
    key: Any = {
        CollectionsBy.DAY: Contra.day if contra else Receipt.day,
        CollectionsBy.TENDER: Tender.kind,
        CollectionsBy.KIND: Receipt.kind,
        CollectionsBy.CONSULTANT: Deal.consultant_id,
    }[by]
    back = Receipt.kind.in_([kind.value for kind in PAID_OUT])
    columns: list[Any] = [key, back]
    if contra:
        columns = [_contra_word() if by is CollectionsBy.KIND else key, _always()]
    wanted: Select[Any] = (
        select(
            columns[0].label("key"),
            columns[1].label("back"),
            func.sum(Tender.amount_fen),
            func.count(Receipt.id.distinct()),
        )
        .select_from(Tender)
        .join(Receipt, Receipt.id == Tender.receipt_id)
        .join(Deal, Deal.id == Receipt.deal_id)
        .group_by("key", "back")
    )
    if contra:
        wanted = wanted.join(Contra, Contra.receipt_id == Receipt.id)
    else:
        wanted = wanted.outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id).where(
            ReceiptVoid.receipt_id.is_(None)
        )
    if project is not None:
        wanted = wanted.where(Receipt.project_id == project)
    return wanted


def _late_fees(
    reading: Reading, first_on: date | None, last_on: date | None, project: ProjectId | None
) -> tuple[int, int]:
    """Give what of the receipts of the price was for late fees (fen), and on how many of them."""
    wanted = (
        select(func.coalesce(func.sum(Movement.amount_fen), 0), func.count(Receipt.id.distinct()))
        .select_from(Movement)
        .join(Receipt, Receipt.id == Movement.receipt_id)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .where(Movement.kind == LATE_FEE, ReceiptVoid.receipt_id.is_(None))
    )
    if first_on is not None:
        wanted = wanted.where(Receipt.day >= first_on)
    if last_on is not None:
        wanted = wanted.where(Receipt.day <= last_on)
    if project is not None:
        wanted = wanted.where(Receipt.project_id == project)
    fen, papers = reading.session.execute(wanted).one()
    return int(fen), int(papers)


def _contra_word() -> Any:
    return case((Receipt.id.is_not(None), _CONTRA))


def _always() -> Any:
    return Receipt.id.is_not(None)
