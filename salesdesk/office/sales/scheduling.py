"""A deal's schedule: begun with its agreement, dated by events, renewed by changes, ended with it."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import day_of
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.receivable_rules import (
    BESIDE_PRICE,
    Due,
    DueEvent,
    Happened,
    MoneyKind,
    Paid,
    due_day,
    dues,
    rescheduled,
    spread,
)
from salesdesk.office.ledger.tables import ReceiptVoid
from salesdesk.office.ledger.tallies import paid_fen
from salesdesk.office.sales.deals import LiveDeal, agreement_of
from salesdesk.office.sales.due_tables import Allocation, DueLine
from salesdesk.office.sales.fixing import fix_running
from salesdesk.office.sales.mode_queries import terms_of
from salesdesk.office.sales.prepaid_tables import PrepaidUse
from salesdesk.office.sales.progress import days_reached
from salesdesk.office.sales.signing_tables import Contract, ContractFiling, Delivery
from salesdesk.office.sales.tables import PaymentMode
from salesdesk.office.sales.waiver_tables import LateFeeWaiver
from salesdesk.store.work import Work


class ModeNotOffered(UserError):
    """A payment mode may have its time."""

    problem = QT_TRANSLATE_NOOP("errors", "The payment mode {mode} is not offered today.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose another one, or have what it asks for written anew."
    )


def check_offered(work: Work, deal: LiveDeal, mode: PaymentMode) -> None:
    """Raise `ModeNotOffered` where *mode* may not be agreed on today."""
    if not terms_of(work.session, mode, deal.row.project_id).runs(work.today):
        raise ModeNotOffered(mode=mode.name)


def begin(work: Work, deal: LiveDeal, mode: PaymentMode) -> None:
    """Write what *mode* makes due of a deal that was agreed just now."""
    _write(work, deal.row.id, _reckoned(work, deal, mode))


def renew(
    work: Work, deal: LiveDeal, mode: PaymentMode, why: str, *, not_before: date | None = None
) -> None:
    """Write what is due from now on, by *mode* and the price of now; what was paid stays.

    What earlier events made due is counted from *not_before*, where given: nobody is late at once.
    The late fees that ran are fixed first, and stay due as they are. Nothing for a deal without a
    schedule: of before the office's start.
    """
    old = [line for line in live_lines(work.session, deal.row.id) if not is_fee(line)]
    if not old:
        return
    parts = paid_parts(work.session, deal.row.id, old)
    fix_running(work, deal.row.id, dict(zip(old, parts, strict=True)))
    paid = [  # what earlier changes cut to what was paid of it counts like the rest
        Paid(due=_due(line), paid_fen=line.kept_fen or 0)
        for line in _ended_lines(work.session, deal.row.id)
        if not is_fee(line)
    ]
    paid += [Paid(due=_due(line), paid_fen=part) for line, part in zip(old, parts, strict=True)]
    kept = sum(1 for line in paid if line.paid_fen)
    fresh = rescheduled(paid, _reckoned(work, deal, mode, not_before))[kept:]
    for line, part in zip(old, parts, strict=True):
        if part < line.amount_fen:
            _end(work, line, part, why)
    work.session.flush()
    _write(work, deal.row.id, fresh)


def end(work: Work, deal: int, why: str) -> None:
    """End what is due of a deal that is over; what was paid of each line stays written."""
    lines = live_lines(work.session, deal)
    for line, part in zip(lines, paid_parts(work.session, deal, lines), strict=True):
        _end(work, line, part, why)
    work.session.flush()


def come_due(work: Work, deal: int, event: DueEvent, came: date) -> None:
    """Date what waited for *event*, which came on a day."""
    for line in live_lines(work.session, deal):
        if line.event == event.value and line.due_on is None:
            line.due_on = due_day(came, line.days, line.after_months)
    work.session.flush()


def live_lines(session: Session, deal: int) -> list[DueLine]:
    """Give what is due of a deal now, in order."""
    return list(
        session.scalars(
            select(DueLine)
            .where(DueLine.deal_id == deal, DueLine.ended_at.is_(None))
            .order_by(DueLine.id)
        )
    )


def paid_parts(session: Session, deal: int, lines: Sequence[DueLine]) -> list[int]:
    """Give what was paid of each line: what receipts were written for it, then the rest in order.

    The rest is money of the price that no receipt names a line for: deposits, what an exchange brought.
    """
    ended = _ended_lines(session, deal)
    before = sum(line.kept_fen or 0 for line in ended if _of_price(line))
    written = _written_for(session, [line.id for line in lines])
    parts = [written.get(line.id, 0) for line in lines]
    ours = [at for at, line in enumerate(lines) if _of_price(line)]
    rest = paid_fen(session, deal) - before - sum(parts[at] for at in ours)
    shares, _over = spread([lines[at].amount_fen - parts[at] for at in ours], max(0, rest))
    for at, share in zip(ours, shares, strict=True):
        parts[at] += share
    return parts


def open_parts(session: Session, deal: int, lines: Sequence[DueLine]) -> list[int]:
    """Give what is open of each line (fen): neither paid (`paid_parts`) nor, of a late fee, waived."""
    waived = waived_parts(session, lines)
    return [
        line.amount_fen - paid - waived.get(line.id, 0)
        for line, paid in zip(lines, paid_parts(session, deal, lines), strict=True)
    ]


def settle(work: Work, deal: int) -> None:
    """Keep what is open of each line of a deal, after its money came or went."""
    work.session.flush()
    lines = live_lines(work.session, deal)
    for line, part in zip(lines, open_parts(work.session, deal, lines), strict=True):
        if line.open_fen != part:
            line.open_fen = part
    work.session.flush()


def _ended_lines(session: Session, deal: int) -> list[DueLine]:
    """Give what was due of a deal before its changes, in order."""
    return list(
        session.scalars(
            select(DueLine)
            .where(DueLine.deal_id == deal, DueLine.ended_at.is_not(None))
            .order_by(DueLine.id)
        )
    )


def _written_for(session: Session, lines: Sequence[int]) -> dict[int, int]:
    """Give what receipts that stand, and what was paid ahead, were written for each line."""
    rows = session.execute(
        select(Allocation.due_line_id, func.sum(Allocation.amount_fen))
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Allocation.receipt_id)
        .outerjoin(Contra, Contra.receipt_id == Allocation.receipt_id)
        .where(
            Allocation.due_line_id.in_(lines),
            ReceiptVoid.receipt_id.is_(None),
            Contra.id.is_(None),
        )
        .group_by(Allocation.due_line_id)
    ).all()
    ahead = session.execute(
        select(PrepaidUse.due_line_id, func.sum(PrepaidUse.amount_fen))
        .where(PrepaidUse.due_line_id.in_(lines))
        .group_by(PrepaidUse.due_line_id)
    ).all()
    found: dict[int, int] = {}
    for line, total in (*rows, *ahead):
        found[int(line or 0)] = found.get(int(line or 0), 0) + int(total)
    return found


def waived_parts(session: Session, lines: Iterable[DueLine]) -> dict[int, int]:
    """Give what was waived of late fees by line (fen); lines of which nothing was are left out."""
    fees = [line.id for line in lines if is_fee(line)]
    if not fees:
        return {}
    rows = session.execute(
        select(LateFeeWaiver.due_line_id, func.sum(LateFeeWaiver.amount_fen))
        .where(LateFeeWaiver.due_line_id.in_(fees))
        .group_by(LateFeeWaiver.due_line_id)
    )
    return {line: int(total) for line, total in rows}


def is_fee(line: DueLine) -> bool:
    """Whether a line is a late fee that was fixed."""
    return line.money == MoneyKind.LATE_FEE.value


def _of_price(line: DueLine) -> bool:
    return MoneyKind(line.money) not in BESIDE_PRICE


def _reckoned(
    work: Work, deal: LiveDeal, mode: PaymentMode, not_before: date | None = None
) -> tuple[Due, ...]:
    terms = terms_of(work.session, mode, deal.row.project_id)
    price, happened = deal.price_fen(work.session), _happened(work, deal)
    if not_before is not None:
        happened = {event: max(day, not_before) for event, day in happened.items()}
    return dues(mode.name, terms.lines, price, deal.at.unit.gross_area, happened)


def _happened(work: Work, deal: LiveDeal) -> Happened:
    session, key = work.session, deal.row.id
    agreement = agreement_of(session, key)
    contract, filing = session.get(Contract, key), session.get(ContractFiling, key)
    delivery = session.get(Delivery, key)
    days = {
        DueEvent.SUBSCRIPTION: day_of(agreement.at, work.zone) if agreement else None,
        DueEvent.SIGNING: contract.signed_on if contract else None,
        DueEvent.FILING: filing.filed_on if filing else None,
        DueEvent.DELIVERY: delivery.delivered_on if delivery else None,
    }
    happened = {(event, ""): day for event, day in days.items() if day is not None}
    agreed_on = days[DueEvent.SUBSCRIPTION] or work.today
    stages = days_reached(session, deal.at.unit.building_id, agreed_on)
    return happened | {(DueEvent.PROGRESS, stage): day for stage, day in stages.items()}


def _due(line: DueLine) -> Due:
    return Due(
        money=MoneyKind(line.money),
        amount_fen=line.amount_fen,
        due_on=line.due_on,
        event=DueEvent(line.event),
        stage=line.stage,
        days=line.days,
        after_months=line.after_months,
    )


def _write(work: Work, deal: int, lines: Sequence[Due]) -> None:
    fresh = [
        DueLine(
            deal_id=deal,
            money=due.money.value,
            amount_fen=due.amount_fen,
            event=due.event.value,
            stage=due.stage,
            days=due.days,
            after_months=due.after_months,
            due_on=due.due_on,
            made_at=work.now,
            made_by=work.actor,
        )
        for due in lines
    ]
    stay = [line for line in live_lines(work.session, deal) if not is_fee(line)]
    paid = paid_parts(work.session, deal, [*stay, *fresh])[len(stay) :]
    for line, part in zip(fresh, paid, strict=True):
        line.open_fen = line.amount_fen - part
        work.session.add(line)
        work.session.flush()
    work.touched(Topic.DEAL, deal)


def _end(work: Work, line: DueLine, kept: int, why: str) -> None:
    line.ended_at, line.ended_by, line.kept_fen, line.end_reason = work.now, work.actor, kept, why
