"""Laws of the accountant's books, looked at by `figures.audit`: each gives what breaks it, or nothing."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.office.sales.due_tables import DueLine
from salesdesk.office.sales.scheduling import live_lines, paid_parts


def _open_is_reckoned(session: Session) -> str:
    """What each live line keeps as open is what it is, less what was paid of it."""
    deals = session.scalars(select(DueLine.deal_id).where(DueLine.ended_at.is_(None)).distinct())
    for deal in deals.all():
        lines = live_lines(session, deal)
        for line, paid in zip(lines, paid_parts(session, deal, lines), strict=True):
            if line.open_fen != line.amount_fen - paid:
                return f"due line {line.id}, {line.open_fen}, {line.amount_fen - paid}"
    return ""


BOOK_LAWS: tuple[tuple[str, Callable[[Session], str]], ...] = (
    ("what is open is what was not paid", _open_is_reckoned),
)
