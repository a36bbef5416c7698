"""To which day money belongs: a closed day takes nothing more, what comes late is of the next one."""

from datetime import date, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from salesdesk.office.ledger.close_tables import DayClose
from salesdesk.office.ledger.tables import Counter
from salesdesk.store.work import Reading, Work

SERIES = ("contra", "receipt", "refund")
"""The series of the cashier's papers, in the order in which their counters are held."""


_LAST_CLOSED = select(func.max(DayClose.day)).where(DayClose.cashier_id == bindparam("cashier"))


def book_day(reading: Reading) -> date:
    """Give the day that the actor's money counts for now: today, or the day after his last close."""
    last = last_closed(reading.session, reading.actor)
    return reading.today if last is None else max(reading.today, last + timedelta(days=1))


def last_closed(session: Session, cashier: int) -> date | None:
    """Give the last day that *cashier* closed, if any."""
    return session.scalar(_LAST_CLOSED, {"cashier": cashier})


def hold_books(work: Work) -> None:
    """Wait until no paper of a cashier is being written, and let none be until this is done.

    Whoever numbers a paper holds its counter; a close and a void hold them too, so that what a
    close adds up is whole.
    """
    work.session.execute(
        select(Counter.series)
        .where(Counter.series.in_(SERIES))
        .order_by(Counter.series)
        .with_for_update()
    ).all()
