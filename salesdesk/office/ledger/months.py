"""The monthly close (月结): every day of the month closed, its sums kept, the month locked."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import local
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.plain import from_plain
from salesdesk.office.ledger.close_sheets import DayCloseSheet, KindSum
from salesdesk.office.ledger.close_tables import DayClose
from salesdesk.office.ledger.close_tallies import moved_sums, total_fen
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.daybook import hold_books
from salesdesk.office.ledger.month_sheets import (
    MonthCashier,
    MonthCloseSheet,
    MonthLine,
    MonthTender,
)
from salesdesk.office.ledger.month_tables import MonthClose
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.journal import GENESIS, Seal
from salesdesk.store.work import Reading, Work

_MOST_NAMED = 6


class MonthClosedAlready(UserError):
    """A month is closed once, and nobody reopens it."""

    problem = QT_TRANSLATE_NOOP("errors", "{month} is closed, or a later month is.")
    remedy = QT_TRANSLATE_NOOP("errors", "A mistake is answered in an open month.")


class MonthNotOver(UserError):
    """A month is closed when its last day is past."""

    problem = QT_TRANSLATE_NOOP("errors", "{month} is not over yet.")
    remedy = QT_TRANSLATE_NOOP("errors", "Close it when its last day is past.")


class DaysOpen(UserError):
    """A month is the sum of its closed days."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{count} days up to the end of {month} are open: {days}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Each cashier closes his days first; a manager may do it for him."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseMonth:
    """Close a *month* (2026-11): the sums of its days are kept, and nothing is dated into it any more."""

    month: str

    def __call__(self, work: Work) -> dict[str, object]:
        month = _month(self.month)
        hold_books(work)
        last = work.session.scalar(select(func.max(MonthClose.month)))
        if last is not None and month <= last:
            raise MonthClosedAlready(month=month)
        if month >= f"{work.today:%Y-%m}":
            raise MonthNotOver(month=month)
        opened = [day for day in _open_days(work.session) if f"{day[0]:%Y-%m}" <= month]
        if opened:
            names = names_of(work.session)
            told = [f"{day} {names.get(who, '')}".strip() for day, who in opened[:_MOST_NAMED]]
            raise DaysOpen(month=month, count=len(opened), days="、".join(told))
        sheet = _sheet(work, month)
        row = MonthClose(
            month=month,
            at=work.now,
            actor_id=work.actor,
            taken_fen=sum(line.taken_fen for line in sheet.tenders),
            back_fen=sum(line.back_fen for line in sheet.tenders),
            sheet=sheet,
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.RECEIPT, 0, month_closed=month)
        return {
            "close": row.id,
            "month": month,
            "days": sheet.days,
            "taken_fen": row.taken_fen,
            "back_fen": row.back_fen,
        }


def months(reading: Reading) -> tuple[MonthLine, ...]:
    """List the months in which money came or went, the newest first: closed, or what is open of them."""
    session, names = reading.session, names_of(reading.session)
    closed = {row.month: row for row in session.scalars(select(MonthClose))}
    opened: dict[str, int] = defaultdict(int)
    for day, _who in _open_days(session):
        opened[f"{day:%Y-%m}"] += 1
    sheets: dict[str, list[DayCloseSheet]] = defaultdict(list)
    for day_close in session.scalars(select(DayClose)):
        sheets[f"{day_close.day:%Y-%m}"].append(_day_sheet(day_close))
    return tuple(
        MonthLine(
            month=month,
            id=closed[month].id if month in closed else None,
            at=closed[month].at if month in closed else None,
            closed_by=names.get(closed[month].actor_id, "") if month in closed else "",
            days=len(sheets[month]),
            open_days=opened.get(month, 0),
            over=month < f"{reading.today:%Y-%m}",
            taken_fen=sum(t.taken_fen for sheet in sheets[month] for t in sheet.tenders),
            back_fen=sum(t.back_fen for sheet in sheets[month] for t in sheet.tenders),
        )
        for month in sorted({*closed, *opened, *sheets}, reverse=True)
    )


def month_paper(reading: Reading, month: str) -> MonthCloseSheet:
    """Give a closed month's sheet as it was stored; `NotFound` where it is not closed."""
    row = reading.session.scalar(select(MonthClose).where(MonthClose.month == month.strip()))
    if row is None:
        raise NotFound(what="month close", key=month)
    sheet: MonthCloseSheet = from_plain(MonthCloseSheet, json.loads(row.sheet))
    return sheet


def _month(text: str) -> str:
    """Give a month as it is written in tables: 2026-11."""
    try:
        return f"{date.fromisoformat(f'{text.strip()}-01'):%Y-%m}"
    except ValueError:
        raise BadEntry(field="month", value=text, expected="2026-11") from None


def _open_days(session: Session) -> list[tuple[date, int]]:
    """Give the days on which a cashier gave a paper and that he has not closed: day, cashier."""
    found: set[tuple[date, int]] = set()
    for paper in (Receipt, Contra):
        closed = select(DayClose.id).where(
            DayClose.cashier_id == paper.cashier_id, DayClose.day >= paper.day
        )
        rows = session.execute(
            select(paper.day, paper.cashier_id).where(~closed.exists()).distinct()
        )
        found.update((row.day, row.cashier_id) for row in rows)
    return sorted(found)


def _sheet(work: Work, month: str) -> MonthCloseSheet:
    session = work.session
    first = date.fromisoformat(f"{month}-01")
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    rows = session.scalars(
        select(DayClose)
        .where(DayClose.day >= first, DayClose.day < following)
        .order_by(DayClose.day, DayClose.id)
    ).all()
    sheets = [_day_sheet(row) for row in rows]
    seal = session.execute(select(Seal.id, Seal.hash).order_by(Seal.id.desc()).limit(1)).first()
    return MonthCloseSheet(
        company=str(setting(session, "office_name")),
        month=month,
        at=f"{local(work.now, work.zone):%Y-%m-%d %H:%M}",
        closed_by=names_of(session).get(work.actor, ""),
        days=len(sheets),
        tenders=_tenders(sheets),
        cashiers=_cashiers(rows, sheets),
        kinds=_kinds(kind for sheet in sheets for kind in sheet.kinds),
        moved=moved_sums(session, first, following),
        voids=sum(len(sheet.voids) for sheet in sheets),
        total_fen=total_fen(session),
        seal=0 if seal is None else seal.id,
        seal_hash=GENESIS if seal is None else seal.hash,
        practice=bool(setting(session, "practice")),
    )


def _tenders(sheets: list[DayCloseSheet]) -> tuple[MonthTender, ...]:
    sums: dict[str, list[int]] = {}
    for line in (line for sheet in sheets for line in sheet.tenders):
        known = sums.setdefault(line.kind, [0, 0, 0])
        for at, fen in enumerate((line.taken_fen, line.back_fen, line.difference_fen)):
            known[at] += fen
    return tuple(
        MonthTender(kind=kind, taken_fen=taken, back_fen=back, difference_fen=off)
        for kind, (taken, back, off) in sums.items()
    )


def _cashiers(
    rows: Sequence[DayClose], sheets: Sequence[DayCloseSheet]
) -> tuple[MonthCashier, ...]:
    of_each: dict[int, list[DayCloseSheet]] = defaultdict(list)
    for row, sheet in zip(rows, sheets, strict=True):
        of_each[row.cashier_id].append(sheet)
    return tuple(
        MonthCashier(
            name=own[-1].cashier,
            days=len(own),
            taken_fen=sum(line.taken_fen for sheet in own for line in sheet.tenders),
            back_fen=sum(line.back_fen for sheet in own for line in sheet.tenders),
            difference_fen=sum(line.difference_fen for sheet in own for line in sheet.tenders),
        )
        for own in of_each.values()
    )


def _kinds(kinds: Iterable[KindSum]) -> tuple[KindSum, ...]:
    sums: dict[str, tuple[int, int]] = {}
    for kind in kinds:
        papers, fen = sums.get(kind.kind, (0, 0))
        sums[kind.kind] = papers + kind.papers, fen + kind.amount_fen
    return tuple(
        KindSum(kind=kind, papers=papers, amount_fen=fen) for kind, (papers, fen) in sums.items()
    )


def _day_sheet(row: DayClose) -> DayCloseSheet:
    sheet: DayCloseSheet = from_plain(DayCloseSheet, json.loads(row.sheet))
    return sheet
