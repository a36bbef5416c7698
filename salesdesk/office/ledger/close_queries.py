"""Questions about closed days, and about the one that is still open."""

import json
from datetime import date, timedelta

from sqlalchemy import select

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.plain import from_plain
from salesdesk.office.ledger.close_sheets import DayCloseLine, DayCloseSheet, OpenDay
from salesdesk.office.ledger.close_tables import DayClose
from salesdesk.office.ledger.close_tallies import day_facts, kind_sums, oldest_open
from salesdesk.office.ledger.closing import receivers
from salesdesk.office.ledger.daybook import last_closed
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


def day_closes(
    reading: Reading,
    first_on: date | None = None,
    last_on: date | None = None,
    cashier: int | None = None,
    limit: int = 500,
) -> tuple[DayCloseLine, ...]:
    """List closed days, the newest first."""
    wanted = select(DayClose).order_by(DayClose.day.desc(), DayClose.id.desc()).limit(limit)
    if first_on is not None:
        wanted = wanted.where(DayClose.day >= first_on)
    if last_on is not None:
        wanted = wanted.where(DayClose.day <= last_on)
    if cashier is not None:
        wanted = wanted.where(DayClose.cashier_id == cashier)
    names = names_of(reading.session)
    return tuple(_line(row, names) for row in reading.session.scalars(wanted))


def day_close_paper(reading: Reading, close: int) -> DayCloseSheet:
    """Give a close's sheet as it was stored; `NotFound` for one that is not there."""
    row = reading.session.get(DayClose, close)
    if row is None:
        raise NotFound(what="day close", key=close)
    return _sheet(row)


def day_close_of(reading: Reading, day: date) -> int:
    """Find the asker's close of *day*; the newest of all cashiers where he has none, or `NotFound`."""
    found = reading.session.scalar(
        select(DayClose.id)
        .where(DayClose.day == day)
        .order_by(DayClose.cashier_id != reading.actor, DayClose.id.desc())
        .limit(1)
    )
    if found is None:
        raise NotFound(what="day close", key=day.isoformat())
    return found


def open_day(reading: Reading, cashier: int | None = None) -> OpenDay:
    """Give the oldest open day of a cashier (default: the asker) as the books know it now."""
    who, session = cashier or reading.actor, reading.session
    last = last_closed(session, who)
    day = oldest_open(session, who) or reading.today
    if last is not None:
        day = max(day, last + timedelta(days=1))
    facts = day_facts(session, day, who)
    papers = sum(kind.papers for kind in kind_sums(session, day, who))
    return OpenDay(
        day=day,
        cashier=who,
        name=names_of(session).get(who, ""),
        closable=day <= reading.today,
        opening_fen=facts.opening_fen,
        after_fen=facts.after_fen,
        taken=_lines(facts.taken),
        back=_lines(facts.back),
        papers=papers,
        next_on=max(reading.today, day + timedelta(days=1)),
        others=receivers(reading, who),
    )


def _line(row: DayClose, names: dict[int, str]) -> DayCloseLine:
    sheet = _sheet(row)
    return DayCloseLine(
        id=row.id,
        day=row.day,
        cashier=names.get(row.cashier_id, ""),
        closed_by=names.get(row.actor_id, ""),
        at=row.at,
        taken_fen=sum(line.taken_fen for line in sheet.tenders),
        back_fen=sum(line.back_fen for line in sheet.tenders),
        counted_fen=row.counted_fen,
        difference_fen=sum(line.difference_fen for line in sheet.tenders),
        handed_fen=row.handed_fen,
        handed_to=sheet.handed_to,
        papers=sum(span.papers for span in sheet.numbers),
        voids=len(sheet.voids),
        note=row.note,
    )


def _sheet(row: DayClose) -> DayCloseSheet:
    sheet: DayCloseSheet = from_plain(DayCloseSheet, json.loads(row.sheet))
    return sheet


def _lines(sums: dict[TenderKind, int]) -> tuple[TenderLine, ...]:
    return tuple(TenderLine(kind=kind.value, amount_fen=fen) for kind, fen in sums.items())
