"""The day close (日结): a cashier's drawer counted, his day locked, the cash handed on."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.calendar import local
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import Fen, PersonId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.close_rules import MOST_PIECES, PIECES_FEN
from salesdesk.office.ledger.close_sheets import ClosedTender, DayCloseSheet, PieceLine
from salesdesk.office.ledger.close_tables import DayClose, DayClosePiece, DayCloseTender
from salesdesk.office.ledger.close_tallies import (
    DayFacts,
    contra_lines,
    day_facts,
    kind_sums,
    moved_sums,
    number_spans,
    oldest_open,
    paper_head,
    total_fen,
    void_lines,
)
from salesdesk.office.ledger.daybook import hold_books, last_closed
from salesdesk.office.ledger.month_tables import month_is_closed
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.ledger.writing import check_printable
from salesdesk.office.staff.queries import names_of, roles_with, setting
from salesdesk.office.staff.tables import Person
from salesdesk.store.journal import GENESIS, Seal
from salesdesk.store.work import Reading, Work

_LONGEST_NOTE = 200
_NONE = Fen(0)


class DayClosedAlready(UserError):
    """A day is closed once, and nobody reopens it."""

    problem = QT_TRANSLATE_NOOP("errors", "{day} is closed already.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "What came since is of the next day; a mistake is answered there."
    )


class EarlierDayOpen(UserError):
    """Days are closed in their order."""

    problem = QT_TRANSLATE_NOOP("errors", "{open} is not closed yet, and comes before {day}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Close {open} first.")


class DayNotOver(UserError):
    """What came after today's close is of tomorrow, which has not come."""

    problem = QT_TRANSLATE_NOOP("errors", "{day} has not come yet.")
    remedy = QT_TRANSLATE_NOOP("errors", "It can be closed from {day} on.")


class NothingToClose(UserError):
    """A day without a paper and with an empty drawer."""

    problem = QT_TRANSLATE_NOOP("errors", "There is nothing to close on {day}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "No paper was given and no cash lies there: the day needs no close."
    )


class DifferenceUnexplained(UserError):
    """What was counted is not what the books say."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Counted and books differ: {tender} by {difference} yuan."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Count again; if it stays so, write down why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceCount:
    """How many of one note or coin (its value in fen) lie in the drawer."""

    piece: Fen
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay:
    """Close one's own oldest open *day*: count by note, by tender, explain what differs (*note*).

    *slips*: what the slips of every other way of paying add up to. *banked* went to the bank before the count; *hand_over* of what was counted goes to the cashier
    *hand_to*, the rest stays. From then on nothing is dated into the day; nobody reopens it.
    """

    pieces: tuple[PieceCount, ...] = ()
    slips: tuple[TenderLine, ...] = ()
    banked: Fen = _NONE
    hand_to: PersonId | None = None
    hand_over: Fen = _NONE
    note: str = ""
    day: date | None = None

    def __call__(self, work: Work) -> dict[str, object]:
        return _closed(work, work.actor, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDayFor:
    """Close the oldest open day of a *cashier* who cannot do it himself; the *note* says why."""

    cashier: PersonId
    note: str
    pieces: tuple[PieceCount, ...] = ()
    slips: tuple[TenderLine, ...] = ()
    banked: Fen = _NONE
    hand_to: PersonId | None = None
    hand_over: Fen = _NONE
    day: date | None = None

    def __call__(self, work: Work) -> dict[str, object]:
        text.required(self.note, "note", _LONGEST_NOTE)
        if work.session.get(Person, self.cashier) is None:
            raise NotFound(what="person", key=self.cashier)
        if self.cashier == work.actor:
            raise BadEntry(field="cashier", value=self.cashier, expected="somebody else")
        return _closed(work, self.cashier, self)


@dataclass(slots=True, kw_only=True)
class _Count:
    """What was counted, cleaned."""

    pieces: tuple[PieceCount, ...]
    slips: dict[TenderKind, int] = field(default_factory=dict)
    banked: int
    handed: int
    to: int | None
    note: str

    @property
    def cash(self) -> int:
        return sum(piece.piece * piece.pieces for piece in self.pieces)

    def of_day(self, kind: TenderKind, facts: DayFacts) -> int:
        """What was there of the day's own money."""
        if kind is TenderKind.CASH:
            return self.cash + self.banked - facts.opening_fen - facts.after_fen
        return self.slips.get(kind, 0)


def _closed(work: Work, cashier: int, form: CloseDay | CloseDayFor) -> dict[str, object]:
    count = _counted(work, cashier, form)
    hold_books(work)
    day = _day(work, cashier, form.day)
    facts = day_facts(work.session, day, cashier)
    tenders = tuple(
        ClosedTender(
            kind=kind.value,
            taken_fen=facts.taken.get(kind, 0),
            back_fen=facts.back.get(kind, 0),
            counted_fen=count.of_day(kind, facts),
        )
        for kind in TenderKind
    )
    wrong = next((line for line in tenders if line.difference_fen), None)
    if wrong is not None and not count.note:
        raise DifferenceUnexplained(
            tender=wrong.kind, difference=format_yuan(wrong.difference_fen), field="note"
        )
    sheet = _sheet(work, cashier, day, facts, count, tenders)
    if not (sheet.numbers or facts.opening_fen or count.cash or count.banked):
        raise NothingToClose(day=day)
    row = DayClose(
        day=day,
        cashier_id=cashier,
        at=work.now,
        actor_id=work.actor,
        opening_fen=facts.opening_fen,
        after_fen=facts.after_fen,
        banked_fen=count.banked,
        counted_fen=count.cash,
        handed_fen=count.handed,
        handed_to=count.to,
        note=count.note,
        sheet=sheet,
    )
    work.session.add(row)
    work.session.flush()
    work.session.add_all(
        DayCloseTender(
            close_id=row.id,
            kind=line.kind,
            taken_fen=line.taken_fen,
            back_fen=line.back_fen,
            counted_fen=line.counted_fen,
        )
        for line in tenders
    )
    work.session.add_all(
        DayClosePiece(close_id=row.id, piece_fen=piece.piece, pieces=piece.pieces)
        for piece in count.pieces
    )
    work.session.flush()
    difference = sum(line.difference_fen for line in tenders)
    work.note(Topic.RECEIPT, 0, closed=day.isoformat(), cashier=cashier, difference_fen=difference)
    return {
        "close": row.id,
        "day": day.isoformat(),
        "next_on": sheet.next_on.isoformat(),
        "expected_fen": sheet.expected_fen,
        "counted_fen": sheet.counted_fen,
        "difference_fen": difference,
        "left_fen": sheet.left_fen,
    }


def _counted(work: Work, cashier: int, form: CloseDay | CloseDayFor) -> _Count:
    """Give what was counted; refuses what no drawer holds."""
    known: set[int] = set()
    for piece in form.pieces:
        if piece.piece not in PIECES_FEN or piece.piece in known:
            values = ", ".join(format_yuan(fen) for fen in PIECES_FEN)
            raise BadEntry(field="pieces", value=format_yuan(piece.piece), expected=values)
        if not 0 <= piece.pieces <= MOST_PIECES:
            raise BadEntry(field="pieces", value=piece.pieces, expected=f"0 - {MOST_PIECES}")
        known.add(piece.piece)
    slips: dict[TenderKind, int] = {}
    for slip in form.slips:
        if slip.kind not in set(TenderKind) - {TenderKind.CASH} - slips.keys():
            raise BadEntry(field="slips", value=slip.kind, expected="each once, cash by its notes")
        slips[TenderKind(slip.kind)] = slip.amount_fen
    count = _Count(
        pieces=tuple(piece for piece in form.pieces if piece.pieces),
        slips=slips,
        banked=form.banked,
        handed=form.hand_over,
        to=form.hand_to,
        note=text.clean(form.note, "note", _LONGEST_NOTE),
    )
    if count.banked < 0:
        raise BadEntry(field="banked", value=format_yuan(count.banked), expected="0 or more")
    if not 0 <= count.handed <= count.cash:
        expected = f"0 - {format_yuan(count.cash)}"
        raise BadEntry(field="hand_over", value=format_yuan(count.handed), expected=expected)
    if (count.to is None) != (count.handed == 0):
        raise BadEntry(
            field="hand_to", value=count.to or "-", expected="an amount, and who receives it"
        )
    if count.to is not None and count.to not in dict(receivers(work, cashier)):
        raise BadEntry(field="hand_to", value=count.to, expected="another cashier")
    check_printable(work, count.note)
    return count


def receivers(reading: Reading, cashier: int) -> tuple[tuple[int, str], ...]:
    """Give who else counts a drawer here: those to whom *cashier* may hand his cash."""
    roles = roles_with(reading.session, CloseDay.__name__)
    rows = reading.session.execute(
        select(Person.id, Person.name)
        .where(Person.role.in_(roles), Person.left_at.is_(None), Person.id != cashier)
        .order_by(Person.id)
    )
    return tuple((row.id, row.name) for row in rows)


def _day(work: Work, cashier: int, wanted: date | None) -> date:
    """Give the day that is to be closed; refuses one that cannot be."""
    opened, last = oldest_open(work.session, cashier), last_closed(work.session, cashier)
    day = wanted or opened or work.today
    if last is not None and day <= last:
        raise DayClosedAlready(day=day)
    if opened is not None and opened < day:
        raise EarlierDayOpen(open=opened, day=day)
    if day > work.today:
        raise DayNotOver(day=day)
    if month_is_closed(work.session, day):
        raise DayClosedAlready(day=day)
    return day


def _sheet(
    work: Work,
    cashier: int,
    day: date,
    facts: DayFacts,
    count: _Count,
    tenders: tuple[ClosedTender, ...],
) -> DayCloseSheet:
    session, names = work.session, names_of(work.session)
    company, project = paper_head(session, day, cashier)
    seal = session.execute(select(Seal.id, Seal.hash).order_by(Seal.id.desc()).limit(1)).first()
    receipt = session.scalar(
        select(Receipt.hash)
        .where(Receipt.series == "receipt")
        .order_by(Receipt.no.desc())
        .limit(1)
    )
    return DayCloseSheet(
        company=company or str(setting(session, "office_name")),
        project=project,
        day=day,
        next_on=max(work.today, day + timedelta(days=1)),
        cashier=names.get(cashier, ""),
        closed_by=names.get(work.actor, ""),
        at=f"{local(work.now, work.zone):%Y-%m-%d %H:%M}",
        tenders=tenders,
        pieces=tuple(
            PieceLine(piece_fen=piece.piece, pieces=piece.pieces) for piece in count.pieces
        ),
        opening_fen=facts.opening_fen,
        after_fen=facts.after_fen,
        banked_fen=count.banked,
        expected_fen=facts.drawer_fen(count.banked),
        counted_fen=count.cash,
        handed_fen=count.handed,
        handed_to=names.get(count.to or 0, ""),
        left_fen=count.cash - count.handed - facts.after_fen,
        note=count.note,
        kinds=kind_sums(session, day, cashier),
        numbers=number_spans(session, day, cashier),
        voids=void_lines(session, day, cashier),
        contras=contra_lines(session, day, cashier),
        total_fen=total_fen(session),
        seal=0 if seal is None else seal.id,
        seal_hash=GENESIS if seal is None else seal.hash,
        receipt_hash=receipt or GENESIS,
        practice=bool(setting(session, "practice")),
        moved=moved_sums(session, day, day + timedelta(days=1)),
    )
