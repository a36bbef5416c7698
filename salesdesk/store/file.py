"""One office file on a disk of this machine: SQLite in its safest manners."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry
from typing_extensions import override

from salesdesk.kernel.text import BrokenText
from salesdesk.store import place
from salesdesk.store.alike import ON_FILE, OPTIONS
from salesdesk.store.changes import FileWatcher
from salesdesk.store.database import (
    Clock,
    Database,
    Deliver,
    Feed,
    Standing,
    system_clock,
    unheeded,
)
from salesdesk.store.fairlock import FairLock
from salesdesk.store.faults import refusal_for
from salesdesk.store.marks import MOVED_ID, check_at_home
from salesdesk.store.work import Logins

DEADLINE_SECONDS = 5.0
"""The longest a command waits for the office's file."""

_PAGES = 2_000
"""How many pages of a copy are written between two words of progress."""

_MANNERS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # WAL + NORMAL loses the last acknowledged receipt at a power cut
    "foreign_keys=ON",
    "recursive_triggers=ON",  # else INSERT OR REPLACE walks around the append-only guards
    "cell_size_check=ON",
    "trusted_schema=OFF",
    f"busy_timeout={int(DEADLINE_SECONDS * 1000)}",
)


class FileDatabase(Database):
    """An open office file; safe to use from several threads."""

    def __init__(
        self, path: Path, clock: Clock = system_clock, *, read_only: bool = False
    ) -> None:
        """Open *path*; *read_only* for looking at a backup wherever it lies, without a trace."""
        if not read_only:
            place.check(path)
        self.path = path
        self.clock = clock
        # Made of its parts: a path may hold ? and #, which a URL in one text would end at.
        url = URL.create(ON_FILE, database=str(path))
        if read_only:
            looked_at = {"mode": "ro", "uri": "true"}
            url = URL.create(ON_FILE, database=path.resolve().as_uri(), query=looked_at)
        self.engine: Engine = create_engine(
            url, module=sqlcipher3.dbapi2, hide_parameters=True, execution_options=OPTIONS
        )
        event.listen(self.engine, "connect", _looking if read_only else _sqlite_manners)
        event.listen(self.engine, "begin", _sqlite_begin)
        self._readers = sessionmaker(self.engine, autoflush=False)
        self._writers = sessionmaker(
            self.engine.execution_options(writes=True), expire_on_commit=False
        )
        self._lock = FairLock(path)

    @property
    @override
    def place(self) -> str:
        return str(self.path)

    @property
    @override
    def home(self) -> Path:
        return self.path

    @override
    @contextmanager
    def reading(self) -> Iterator[Session]:
        with self.refusing(), self._readers() as session:
            yield session

    @override
    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[Session]:
        """Give a session whose transaction is kept whole when the body ends, or not at all.

        Other writers wait in order of asking, so every one is alone; `OfficeBusy` after
        `DEADLINE_SECONDS`.
        """
        with (
            self.refusing(),
            self._lock.held(DEADLINE_SECONDS),
            self._writers() as session,
            session.begin(),
        ):
            connection = session.connection()
            # This desk may have had the file open while it was moved away.
            if connection.exec_driver_sql("PRAGMA application_id").scalar_one() == MOVED_ID:
                check_at_home(connection)
            yield session

    @override
    def now(self, session: Session) -> datetime:
        return self.clock()

    @override
    def watcher(self, deliver: Deliver, standing: Standing = unheeded) -> Feed:
        return FileWatcher(self, self.path, deliver, standing)

    @override
    def logins(self, session: Session) -> Logins | None:
        return None

    @override
    def signed_in(self, login: str, password: str) -> Database | None:
        return None

    @override
    @contextmanager
    def still(self) -> Iterator[Connection]:
        with (
            self.refusing(),
            self._lock.held(DEADLINE_SECONDS),
            self._writers() as session,
            session.begin(),
        ):
            yield session.connection()

    @override
    def copy_to(self, draft: Path, step: Callable[[int, int], None]) -> None:
        with (
            closing(sqlcipher3.dbapi2.connect(str(self.path))) as source,
            closing(sqlcipher3.dbapi2.connect(str(draft))) as copy,
        ):
            source.backup(copy, pages=_PAGES, progress=lambda _s, left, of: step(of - left, of))
            copy.execute("PRAGMA journal_mode=DELETE")

    @override
    def settled(self) -> int:
        with self.reading() as session:
            return int(
                session.execute(text("SELECT coalesce(max(id), 0) FROM journal")).scalar_one()
            )

    @override
    @contextmanager
    def refusing(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise refusal_for(error, self.path) or error from error
        except UnicodeEncodeError as error:  # half a character, in a search box or a name
            raise BrokenText(field="text") from error


def _sqlite_manners(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we send BEGIN ourselves
    cursor = connection.cursor()
    for manner in _MANNERS:
        cursor.execute(f"PRAGMA {manner}")
    cursor.close()


def _looking(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we send BEGIN ourselves


def _sqlite_begin(connection: Connection) -> None:
    # A plain BEGIN lets two desks read before either writes, and one of them is then refused;
    # SQLAlchemy's default sends no BEGIN before a read at all, and one desk's write is lost.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
