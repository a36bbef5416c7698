"""An office moves whole: from its file to a server, back, or out of a backup onto a server.

Ids, numbers, journal and seals are the same on the other side, and proved to be before the old
place is marked. Passwords cannot come along (a server keeps verifiers of its own, a file Argon2
hashes), so everybody gets a new one, to be used once.

Apart from `entrance`: Alembic costs as much time as the rest of an opening.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.plain import canonical
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.doors import DOORS, SWEEP
from salesdesk.office.figures.audit import audit
from salesdesk.office.frontdoor import Office
from salesdesk.office.staff import passwords
from salesdesk.office.staff.commands import write_setting
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.tables import Person
from salesdesk.store import backup, journal, marks, migrating, place, schema
from salesdesk.store.accounts import FoundingAccounts
from salesdesk.store.address import Address
from salesdesk.store.columns import to_microseconds
from salesdesk.store.database import Clock, Database, system_clock
from salesdesk.store.faults import (
    Moving,
    OlderOffice,
    PlaceTaken,
    ReadOnlyPlace,
    ReservedLogin,
)
from salesdesk.store.file import FileDatabase
from salesdesk.store.marks import Mark
from salesdesk.store.moving import NotTheSame, Step, new_file, transfer
from salesdesk.store.server import ServerDatabase
from salesdesk.store.server_faults import lost
from salesdesk.store.server_guards import regrant, reopen, shut
from salesdesk.store.server_schema import check_server
from salesdesk.store.work import Reading, Work
from salesdesk.store.writing import write_down

Place = Path | Address

PRACTICE_PASSWORD = "practice"  # noqa: S105 - everybody's in a practice office, as its sign-in says


class BooksBroken(UserError):
    """An office that does not hold together stays where its faults can be looked at."""

    problem = QT_TRANSLATE_NOOP("errors", "The office cannot be moved; {law}: {broken}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Nothing was changed. Restore the newest verified backup, and move that."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """Where the office is now, and what its people need to come in; shown once."""

    place: str
    rows: dict[str, int] = field(default_factory=dict)
    """Rows a table that were copied and proved equal."""

    money: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Fen debited and credited, an account: the same on both sides."""

    heads: dict[str, str] = field(default_factory=dict)
    """The last link of the journal's seals and of each series of receipts: the same on both sides."""

    passwords: dict[str, str] = field(default_factory=dict)
    """Login -> one-time password."""

    joined: tuple[str, ...] = ()
    """Logins of another office on the same server: they keep the password they have there."""

    recovery_key: str = ""
    """A file's new key; a server has its owner instead."""


@dataclass(frozen=True, slots=True)
class _Arrival:
    """The new place, in one transaction that is kept only when everything is proved."""

    connection: Connection
    place: str
    clock: Clock
    groups: str
    keep: Callable[[], None]

    @contextmanager
    def owning(self) -> Iterator[None]:
        """Act as whoever owns the tables; a file has no such person."""
        if self.groups:
            self.connection.exec_driver_sql(f"SET LOCAL ROLE {self.groups}_owner")
        yield
        if self.groups:
            self.connection.execute(text("RESET ROLE"))


def move(
    source: Place,
    target: Place,
    clock: Clock = system_clock,
    step: Step = lambda _done, _of: None,
) -> Moved:
    """Move the office at *source* to *target*, where none may be; the old place is marked last.

    A server's address names a login that owns the office there, or may make one. Cut off anywhere,
    one of the two places is the office: given again, a move that was cut off at its very end finds
    out whether it arrived. Raises `BooksBroken`, `CannotBeCopied`, `NotTheSame`, `PlaceTaken`,
    `MovedAway`, `Moving`, `ReservedLogin` and what keeps an office from being opened or founded.
    """
    there = str(target.resolve()) if isinstance(target, Path) else target.place
    with closing(_opened(source, clock)) as leaving:
        if (mark := _mark_of(leaving)) is not None:
            if mark.arrived or mark.place != there:
                raise mark.refusal
            if _arrived(target, clock, mark.move):
                _mark(leaving, replace(mark, arrived=True))
                return Moved(place=there)
            _unmark(leaving)
        Office(leaving).seal()
        mark = Mark(place=there, at=0, move=uuid4().hex)
        with _arriving(target, clock) as arrival:
            with leaving.still() as connection:
                moved = _carry(connection, leaving.place, arrival, mark.move, step)
                with Session(connection) as session:
                    now = leaving.now(session)
                mark = replace(mark, at=to_microseconds(now))
                _put(connection, mark, leaving)
            _keep(arrival, leaving)
        _mark(leaving, replace(mark, arrived=True))
    return moved


def bring_back(
    copy: Path,
    target: Address,
    clock: Clock = system_clock,
    step: Step = lambda _done, _of: None,
) -> Moved:
    """Make an office on a server out of a verified backup; the backup stays as it is."""
    schema.check_file(copy)
    with closing(FileDatabase(copy, clock, read_only=True)) as lying:
        _current(lying)
        with lying.reading() as session:
            marks.check_at_home(session.connection())
        with _arriving(target, clock) as arrival, lying.reading() as session:
            moved = _carry(session.connection(), copy.name, arrival, uuid4().hex, step)
            arrival.keep()
    return moved


def let_in_again(path: Path, clock: Clock = system_clock) -> Moved | None:
    """Give the people of a file that was made of a server's office passwords, and the file a key.

    None where they have theirs: the backup was of a file.
    """
    with closing(FileDatabase(path, clock)) as database, database.writing() as session:
        without = select(Person.id).where(Person.left_at.is_(None), Person.password_hash == "")
        if session.scalar(without.limit(1)) is None:
            return None
        work = Work(session, 0, "", clock())
        given, _joined, key = _let_in(work, None)
        _write_down(work, uuid4().hex, path.name, str(path))
    return Moved(place=str(path), passwords=given, recovery_key=key)


# --- the old place ----------------------------------------------------------------------------------


def _opened(source: Place, clock: Clock) -> Database:
    """Open an office for moving it; one that was cut off on its way is let through."""
    if isinstance(source, Path):
        schema.check_file(source)
        file = FileDatabase(source, clock)
        try:
            _current(file)
        except BaseException:
            file.close()
            raise
        return file
    server = ServerDatabase(source, clock)
    try:
        with suppress(Moving):
            check_server(server)
    except BaseException:
        server.close()
        raise
    return server


def _current(file: FileDatabase) -> None:
    found = schema.check(file)
    if found < schema.VERSION:
        raise OlderOffice(place=file.path, found=found, known=schema.VERSION)


def _mark_of(database: Database) -> Mark | None:
    with database.reading() as session:
        return marks.mark_of(session.connection())


def _mark(database: Database, mark: Mark) -> None:
    with database.still() as connection:
        _put(connection, mark, database)


def _put(connection: Connection, mark: Mark, database: Database) -> None:
    with Session(connection) as session:
        marks.put(connection, mark, database.now(session))
    if isinstance(database, ServerDatabase):
        shut(connection)


def _unmark(database: Database) -> None:
    with database.still() as connection:
        marks.take_off(connection)
        if isinstance(database, ServerDatabase):
            reopen(connection, SWEEP)


# --- the new place ----------------------------------------------------------------------------------


@contextmanager
def _arriving(target: Place, clock: Clock) -> Iterator[_Arrival]:
    if isinstance(target, Path):
        with _in_file(target, clock) as arrival:
            yield arrival
        return
    with (
        closing(ServerDatabase(target, clock)) as database,
        database.founding() as connection,
    ):
        doors = {name: DOORS.get(name, {}) for name in COMMANDS}
        groups = migrating.create_on_server(database, connection, Role, doors, SWEEP)

        def now() -> datetime:
            with Session(connection) as session:
                return database.now(session)

        yield _Arrival(connection, database.place, now, groups, connection.commit)


@contextmanager
def _in_file(target: Path, clock: Clock) -> Iterator[_Arrival]:
    place.check(target)
    place.check_free(target)
    if not target.parent.is_dir():
        raise ReadOnlyPlace(place=target)
    draft = target.with_name(target.name + ".draft")
    draft.unlink(missing_ok=True)  # of a move that was cut off: no office ever lay there

    def keep() -> None:
        connection.commit()
        connection.close()
        if problem := backup.damage(draft):
            raise NotTheSame(detail=problem)
        backup.flush(draft)
        place.check_free(target)
        draft.rename(target)
        backup.flush(target.parent)

    try:
        with new_file(draft) as connection:
            yield _Arrival(connection, str(target.resolve()), clock, "", keep)
    finally:
        draft.unlink(missing_ok=True)


def _arrived(target: Place, clock: Clock, move_id: str) -> bool:
    """Whether the office of the move *move_id* is at *target*."""
    query = text("SELECT 1 FROM journal WHERE intent = :intent")
    if isinstance(target, Path):
        if not target.exists():
            return False
        schema.check_file(target)
        there: Database = FileDatabase(target, clock, read_only=True)
    else:
        there = ServerDatabase(target, clock)
    with closing(there), there.reading() as session:
        if isinstance(there, ServerDatabase):
            known = text("SELECT to_regclass('salesdesk.journal') IS NOT NULL")
            if not session.execute(known).scalar_one():
                return False
        if session.execute(query, {"intent": move_id}).scalar() is None:
            raise PlaceTaken(place=there.place)
        return True


def _keep(arrival: _Arrival, leaving: Database) -> None:
    """Keep the new office, or take the mark off the old one again."""
    try:
        arrival.keep()
    except DBAPIError as error:
        if arrival.groups and lost(error):
            raise Moving(place=arrival.place) from error
        _unmark(leaving)
        raise
    except Exception:
        _unmark(leaving)
        raise


# --- what goes over ---------------------------------------------------------------------------------


def _carry(source: Connection, origin: str, arrival: _Arrival, move_id: str, step: Step) -> Moved:
    """Copy, prove both sides, let the people in, and journal it on the new side."""
    _prove(source)
    with arrival.owning():
        sent = transfer(source, arrival.connection, step)
    _prove(arrival.connection)
    with Session(arrival.connection) as session:
        marks.forget(arrival.connection)
        accounts = FoundingAccounts(session, arrival.groups) if arrival.groups else None
        now = max(arrival.clock(), journal.last_moment(session) or arrival.clock())
        work = Work(session, 0, "", now, logins=accounts)
        given, joined, key = _let_in(work, accounts)
        _write_down(work, move_id, origin, arrival.place)
    if arrival.groups:
        regrant(arrival.connection)
        same = text("SELECT fingerprint = office_fingerprint() FROM office")
        if not arrival.connection.execute(same).scalar_one():
            raise NotTheSame(detail="fingerprint")
    return Moved(
        place=arrival.place,
        rows=sent.rows,
        money=sent.money,
        heads=sent.heads,
        passwords=given,
        joined=joined,
        recovery_key=key,
    )


def _prove(connection: Connection) -> None:
    with Session(connection) as session:
        for finding in audit(Reading(session, 0, "", system_clock())):
            if not finding.holds:
                raise BooksBroken(law=finding.law, broken=finding.broken)


def _let_in(
    work: Work, accounts: FoundingAccounts | None
) -> tuple[dict[str, str], tuple[str, ...], str]:
    """Give everybody who works here a password: one-time, or the practice office's own."""
    session, given = work.session, {}
    practice = bool(setting(session, "practice"))
    for person in session.scalars(select(Person).order_by(Person.id)):
        person.password_hash, person.failures, person.wait_until = "", 0, None
        if person.left_at is not None:
            continue
        password = PRACTICE_PASSWORD if practice else passwords.one_time_password()
        person.must_change = not practice
        if accounts is None:
            person.password_hash = passwords.hashed(password)
        else:
            _admit(accounts, person, password)
        if accounts is not None and person.login in accounts.joined:
            person.must_change = False
        else:
            given[person.login] = password
        work.note(Topic.PERSON, person.id, password="reset")  # noqa: S106 - a word, no password
    key = "" if accounts else passwords.recovery_key()
    write_setting(work, "recovery_hash", passwords.hashed(key) if key else "")
    return given, tuple(accounts.joined) if accounts else (), key


def _admit(accounts: FoundingAccounts, person: Person, password: str) -> None:
    try:
        accounts.admit(person.login, password, person.role)
    except IntegrityError as error:  # what cannot be a login on a server
        raise ReservedLogin(login=person.login) from error


def _write_down(work: Work, intent: str, origin: str, arrival: str) -> None:
    form = {"from": origin, "to": arrival}
    fingerprint = journal.form_hash("MoveOffice", work.actor, canonical(form))
    journal.claim(work.session, intent, fingerprint)
    write_down(work, "MoveOffice", intent, form, None, fingerprint)
