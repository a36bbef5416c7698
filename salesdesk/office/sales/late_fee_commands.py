"""Late fees fixed by themselves, and how each was reckoned."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import aliased

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.claims import step
from salesdesk.office.sales.deals import live_deal
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.fixing import fix_running
from salesdesk.office.sales.late_fee_tables import LateFee
from salesdesk.office.sales.late_fees import running_fees
from salesdesk.office.sales.scheduling import is_fee, live_lines, paid_parts, waived_parts
from salesdesk.office.sales.tables import Deal
from salesdesk.store.work import Reading, Work


class NoFeeRuns(UserError):
    """A late fee is fixed where one runs."""

    problem = QT_TRANSLATE_NOOP("errors", "No late fee runs on unit {unit} today.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "It runs on overdue lines of the price once the office has a rate (settings)."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FixLateFee:
    """Fix the late fees that ran on a deal's overdue lines to today (滞纳金): each as a line due at once.

    A line that is paid whole late has its fee fixed by the payment; this fixes it before. What runs on
    afterwards is fixed as a further line. Raises `NoFeeRuns`.
    """

    unit: UnitId

    def __call__(self, work: Work) -> dict[str, object]:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "take payment")
        lines = live_lines(work.session, deal.row.id)
        paid = paid_parts(work.session, deal.row.id, lines)
        made = fix_running(work, deal.row.id, dict(zip(lines, paid, strict=True)))
        if not made:
            raise NoFeeRuns(unit=deal.at.unit.code)
        work.touched(Topic.UNIT, deal.at.unit.id)
        work.touched(Topic.DEAL, deal.row.id)
        return {
            "unit": deal.at.unit.code,
            "fixed": [{"line": line.id, "amount_fen": line.amount_fen} for line in made],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeCard:
    """A late fee (fen) that was fixed, and how: on what was open of a line in its *days*.

    ``line`` asks for it, ``of_line`` was late; ``weighed``: what was open on each day, added up (fen x
    days); ``per_myriad`` a day; ``cap_percent`` 0: no cap.
    """

    line: int
    of_line: int
    of_money: str
    of_due_on: date | None
    since_on: date
    until_on: date
    days: int
    weighed: int
    per_myriad: Decimal
    grace_days: int
    cap_percent: int
    amount_fen: int
    waived_fen: int
    open_fen: int


def late_fees(reading: Reading, deal: int) -> tuple[FeeCard, ...]:
    """List the late fees of a deal that were fixed, in order, with how they were reckoned."""
    if reading.session.get(Deal, deal) is None:
        raise NotFound(what="deal", key=deal)
    late = aliased(DueLine)
    rows = reading.session.execute(
        select(DueLine, LateFee, late)
        .join(LateFee, LateFee.id == DueLine.late_fee_id)
        .join(late, late.id == LateFee.of_line_id)
        .where(DueLine.deal_id == deal)
        .order_by(DueLine.id)
    ).all()
    waived = waived_parts(reading.session, [line for line, _fee, _of in rows])
    return tuple(
        FeeCard(
            line=line.id,
            of_line=of.id,
            of_money=of.money,
            of_due_on=of.due_on,
            since_on=fee.since_on,
            until_on=fee.until_on,
            days=(fee.until_on - fee.since_on).days,
            weighed=fee.weighed,
            per_myriad=Decimal(fee.tenths) / 10,
            grace_days=fee.grace_days,
            cap_percent=fee.cap_percent,
            amount_fen=fee.amount_fen,
            waived_fen=waived.get(line.id, 0),
            open_fen=0 if line.ended_at else line.open_fen,
        )
        for line, fee, of in rows
    )


def fees_open(reading: Reading, deal: int) -> int:
    """Give what of a live deal's late fees runs to the asker's today or is open (fen)."""
    lines = live_lines(reading.session, deal)
    paid = paid_parts(reading.session, deal, lines)
    by_line = {line.id: fen for line, fen in zip(lines, paid, strict=True)}
    runs = sum(one.fee_fen for one in running_fees(reading, lines, by_line))
    return runs + sum(line.open_fen for line in lines if is_fee(line))
