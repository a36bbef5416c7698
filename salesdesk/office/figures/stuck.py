"""Requests that nobody is left to sign: people left, or work elsewhere now."""

from collections.abc import Iterator

from sqlalchemy import select

from salesdesk.office.approvals.possible import unsignable, working_elsewhere
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.standing import Standing, people, standings
from salesdesk.office.approvals.tables import FlowLine, Request
from salesdesk.office.figures.fence import scope
from salesdesk.store.database import Record
from salesdesk.store.work import Reading


def stuck(reading: Reading, project: int) -> Iterator[tuple[Standing, FlowLine]]:
    """Give each request of *project* whose signing goes on, and the step that nobody can sign today."""
    inside = scope(Record.metadata.tables[Request.__tablename__], frozenset({project}))
    wanted = select(Request).where(Request.expires_at > reading.now)
    if inside is not None:
        wanted = wanted.where(inside)
    open_now = [
        at
        for at in standings(reading.session, reading.session.scalars(wanted))
        if at.state(reading.now) is RequestState.PENDING
    ]
    if not open_now:
        return
    here = people(reading.session, reading.now)
    elsewhere = working_elsewhere(reading.session, project)
    for at in open_now:
        line = unsignable(at, here, elsewhere)
        if line is not None:
            yield at, line
