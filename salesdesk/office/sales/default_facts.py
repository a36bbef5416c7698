"""What a notice of default says and whether it stands: asked by its command, its draft and the lists."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import day_of, local
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.approvals.rules import RequestKind
from salesdesk.office.inventory.tables import Project, Unit
from salesdesk.office.ledger.rules import Fault, deposit_fate
from salesdesk.office.ledger.tallies import deposit_fen, held_fen
from salesdesk.office.sales.change_frame import buyers_of, particulars
from salesdesk.office.sales.change_tables import DealChange
from salesdesk.office.sales.deals import price_fen
from salesdesk.office.sales.default_rules import LONGEST_GRACE_DAYS, Overdue, ServedBy
from salesdesk.office.sales.default_sheets import NoticeFacts, NoticeSheet
from salesdesk.office.sales.default_tables import DefaultLift, DefaultNotice
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading


class NotInDefault(UserError):
    """Nobody is in default before his day is past."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The buyer of {unit} has until {day}: nothing is overdue."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Wait until the day is past, or name an overdue payment.")


class GraceTooShort(UserError):
    """A notice gives the buyer a fair time."""

    problem = QT_TRANSLATE_NOOP("errors", "{days} days of grace are too few.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Give {shortest} days or more; the shortest grace is among the office settings."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A notice as it is asked for; an empty *payment*: the day to sign is past."""

    why: str
    grace_days: int | None
    served_by: ServedBy
    payment: str = ""
    amount_fen: int | None = None
    due_on: date | None = None


def notice_sheet(
    reading: Reading, deal: Deal, agreement: Agreement, wanted: Wanted
) -> NoticeSheet:
    """Give the sheet of a notice, unnumbered; refuses what is not overdue, or too short a grace."""
    session = reading.session
    unit = session.get_one(Unit, deal.unit_id)
    project = session.get_one(Project, deal.project_id)
    price, paid = price_fen(session, deal), held_fen(session, deal.id)
    since = _since(reading, agreement, wanted, price, unit.code)
    grace = _grace(session, wanted.grace_days)
    fate = deposit_fate(paid, price, Fault.BUYER, deposit_fen(session, deal.id))
    buyers = buyers_of(session, agreement)
    return NoticeSheet(
        number="",
        at=f"{local(reading.now, reading.zone):%Y-%m-%d %H:%M}",
        company=project.company,
        company_address=project.address,
        company_phone=project.phone,
        project=project.name,
        unit_code=unit.code,
        agreement=agreement.number,
        agreed_on=day_of(agreement.at, reading.zone).isoformat(),
        buyers=tuple(line.name for line in buyers),
        addresses=tuple(line.address for line in buyers),
        price_fen=price,
        paid_fen=paid,
        overdue=(Overdue.PAYMENT if wanted.payment else Overdue.SIGNING).value,
        payment=wanted.payment,
        amount_fen=wanted.amount_fen or 0,
        since=since.isoformat(),
        days_over=(reading.today - since).days,
        grace_days=grace,
        last_day=(reading.today + timedelta(days=grace)).isoformat(),
        kept_fen=fate.kept_fen,
        returned_fen=fate.to_pay_fen,
        why=wanted.why,
        served_by=wanted.served_by.value,
        made_by=names_of(session).get(reading.actor, ""),
        practice=bool(setting(session, "practice")),
    )


def standing(session: Session, deals: Collection[int]) -> dict[int, DefaultNotice]:
    """Give the notice that stands for each of *deals*, which are subscribed; others are left out.

    A granted extension ends a notice as lifting does.
    """
    extended = exists().where(
        DealChange.deal_id == DefaultNotice.deal_id,
        DealChange.kind == RequestKind.EXTENSION.value,
        DealChange.at >= DefaultNotice.at,
    )
    rows = session.scalars(
        select(DefaultNotice)
        .outerjoin(DefaultLift, DefaultLift.notice_id == DefaultNotice.id)
        .where(DefaultNotice.deal_id.in_(deals), DefaultLift.notice_id.is_(None), ~extended)
        .order_by(DefaultNotice.id)
    )
    return {row.deal_id: row for row in rows}


def standing_notice(session: Session, deal: int) -> DefaultNotice | None:
    """Give the notice that stands for *deal*, which is subscribed, or None."""
    return standing(session, (deal,)).get(deal)


def facts_of(row: DefaultNotice, now: datetime, today: date) -> NoticeFacts:
    """Give a notice's facts as they are *now*."""
    return NoticeFacts(
        id=row.id,
        number=row.number,
        overdue=row.overdue,
        since=row.since,
        last_day=row.last_day,
        days_left=(row.last_day - today).days,
        over=now >= row.ends_at,
        at=row.at,
        served_by=row.served_by,
    )


def _since(reading: Reading, agreement: Agreement, wanted: Wanted, price: int, unit: str) -> date:
    """Give since when something is overdue."""
    if not wanted.payment:
        if wanted.amount_fen is not None or wanted.due_on is not None:
            raise MissingEntry(field="payment")
        last = particulars(reading.session, [agreement])[agreement.deal_id].sign_by
        if last >= reading.today:
            raise NotInDefault(unit=unit, day=last)
        return last
    if wanted.due_on is None:
        raise MissingEntry(field="due on")
    if not 0 < (wanted.amount_fen or 0) <= price:
        typed = format_yuan(wanted.amount_fen or 0)
        raise BadEntry(field="amount", value=typed, expected="an amount up to the price")
    if wanted.due_on >= reading.today:
        raise NotInDefault(unit=unit, day=wanted.due_on)
    if wanted.due_on < day_of(agreement.at, reading.zone):
        expected = f"{day_of(agreement.at, reading.zone)} or later"
        raise BadEntry(field="due on", value=wanted.due_on, expected=expected)
    return wanted.due_on


def _grace(session: Session, asked: int | None) -> int:
    days = int(setting(session, "grace_days")) if asked is None else asked
    shortest = int(setting(session, "grace_shortest_days"))
    if asked is None:
        days = max(days, shortest)
    if days < shortest:
        raise GraceTooShort(days=days, shortest=shortest)
    if days > LONGEST_GRACE_DAYS:
        raise BadEntry(field="grace days", value=days, expected=f"{shortest}-{LONGEST_GRACE_DAYS}")
    return days
