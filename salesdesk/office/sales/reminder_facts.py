"""What of deals is overdue or due soon, what was written and promised: asked by commands and lists."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.reminder_rules import SOON_DAYS, STAGES
from salesdesk.office.sales.reminder_sheets import DueMark
from salesdesk.office.sales.reminder_tables import DemandLetter, PaymentPromise


def lines_due(
    session: Session, until: date, deals: Collection[int] | None = None
) -> dict[int, list[DueLine]]:
    """Give the open lines due by *until*, the earliest first, by deal; *deals* None: of all."""
    wanted = select(DueLine).where(
        DueLine.ended_at.is_(None), DueLine.open_fen > 0, DueLine.due_on <= until
    )
    if deals is not None:
        wanted = wanted.where(DueLine.deal_id.in_(deals))
    found: dict[int, list[DueLine]] = defaultdict(list)
    for line in session.scalars(wanted.order_by(DueLine.due_on, DueLine.id)):
        found[line.deal_id].append(line)
    return found


def due_marks(
    session: Session, today: date, deals: Collection[int] | None = None
) -> dict[int, DueMark]:
    """Give what is overdue or due within two weeks by deal; deals without either are left out."""
    due = lines_due(session, today + timedelta(days=SOON_DAYS), deals)
    letters: dict[int, list[DemandLetter]] = defaultdict(list)
    for row in session.scalars(
        select(DemandLetter).where(DemandLetter.deal_id.in_(due)).order_by(DemandLetter.id)
    ):
        letters[row.due_line_id].append(row)
    promises = {
        row.deal_id: row
        for row in session.scalars(
            select(PaymentPromise)
            .where(PaymentPromise.deal_id.in_(due))
            .order_by(PaymentPromise.id)
        )
    }
    return {
        deal: _mark(today, lines, letters[lines[0].id], promises.get(deal))
        for deal, lines in due.items()
    }


def next_stage(letters: Collection[DemandLetter], today: date) -> str:
    """Give the stage of the letter that may be written now after *letters*; empty: none."""
    waits = any(row.pay_by >= today for row in letters)
    return "" if waits or len(letters) == len(STAGES) else STAGES[len(letters)].value


def _mark(
    today: date, lines: list[DueLine], letters: list[DemandLetter], promise: PaymentPromise | None
) -> DueMark:
    late = [line for line in lines if line.due_on is not None and line.due_on < today]
    soon = lines[len(late) :]
    since, soon_on = (late[0].due_on if late else None), (soon[0].due_on if soon else None)
    newest = letters[-1] if letters else None
    return DueMark(
        overdue_fen=sum(line.open_fen for line in late),
        since=since,
        overdue_days=(today - since).days if since else 0,
        soon_fen=sum(line.open_fen for line in soon),
        soon_on=soon_on,
        soon_days=(soon_on - today).days if soon_on else 0,
        line=lines[0].id,
        letter=newest.number if newest else "",
        stage=newest.stage if newest else "",
        pay_by=newest.pay_by if newest else None,
        next_stage=next_stage(letters, today) if late else "",
        promised_on=promise.promised_on if promise else None,
        promised_fen=promise.amount_fen if promise else 0,
        broken=bool(late and promise and promise.promised_on < today),
    )
