"""Questions about what is due of deals: one schedule, and who owes what by when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from salesdesk.kernel.errors import NotFound
from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.late_fees import running_fees
from salesdesk.office.sales.scheduling import paid_parts, waived_parts
from salesdesk.office.sales.tables import Deal
from salesdesk.store.work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCard:
    """One line of a schedule (fen): what is due, of it paid, and when.

    ``due_on`` None: the event has not come. ``ended``: a later schedule took its place, cut to what
    was paid. ``overdue_days`` 0: not late.
    """

    id: int
    money: str
    amount_fen: int
    paid_fen: int
    open_fen: int
    event: str
    stage: str
    days: int
    due_on: date | None
    overdue_days: int
    ended: bool
    why: str
    late_fen: int = 0
    """The late fee that runs on it to today, by the house's rate, and is not fixed yet."""
    waived_fen: int = 0
    """Of a late fee: what was waived of it."""


def payment_schedule(reading: Reading, deal: int, *, ended: bool = False) -> tuple[DueCard, ...]:
    """Give the schedule of a deal, in order; with *ended* also what was due before changes."""
    if reading.session.get(Deal, deal) is None:
        raise NotFound(what="deal", key=deal)
    lines = reading.session.scalars(
        select(DueLine).where(DueLine.deal_id == deal).order_by(DueLine.id)
    ).all()
    live = [line for line in lines if line.ended_at is None]
    paid = dict(
        zip(
            (line.id for line in live),
            paid_parts(reading.session, deal, live),
            strict=True,
        )
    )
    shown = [line for line in lines if line.ended_at is None or line.kept_fen or ended]
    fees = {one.line.id: one.fee_fen for one in running_fees(reading, live, paid)}
    return tuple(_cards(reading, shown, paid, fees))


def _cards(
    reading: Reading, lines: Sequence[DueLine], paid: dict[int, int], fees: Mapping[int, int]
) -> Iterable[DueCard]:
    waived = waived_parts(reading.session, lines)
    for line in lines:
        over = line.ended_at is not None
        amount = (line.kept_fen or 0) if over else line.amount_fen
        got = amount if over else paid[line.id]
        left = 0 if over else amount - got - waived.get(line.id, 0)
        late = line.due_on is not None and left > 0 and line.due_on < reading.today
        yield DueCard(
            id=line.id,
            money=line.money,
            amount_fen=line.amount_fen if over and not line.kept_fen else amount,
            paid_fen=got,
            open_fen=left,
            event=line.event,
            stage=line.stage,
            days=line.days,
            due_on=line.due_on,
            overdue_days=(reading.today - line.due_on).days if late and line.due_on else 0,
            ended=over,
            why=line.end_reason,
            late_fen=fees.get(line.id, 0),
            waived_fen=waived.get(line.id, 0),
        )
