"""One office file or one office server, behind the same door."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, MetaData, Table, Text, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry
from typing_extensions import override

from salesdesk.kernel.text import BrokenText
from salesdesk.store import place
from salesdesk.store.columns import Area, Day, Flag, Moment, Whole
from salesdesk.store.fairlock import FairLock
from salesdesk.store.faults import refusal_for

DEADLINE_SECONDS = 5.0
"""The longest a command waits for the office's file."""

_MANNERS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # WAL + NORMAL loses the last acknowledged receipt at a power cut
    "foreign_keys=ON",
    "recursive_triggers=ON",  # else INSERT OR REPLACE walks around the append-only guards
    "cell_size_check=ON",
    "trusted_schema=OFF",
    f"busy_timeout={int(DEADLINE_SECONDS * 1000)}",
)

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Give this machine's time; the one place in the program that asks it."""
    return datetime.now(UTC)  # noqa: TID251 - the one real clock


class Record(DeclarativeBase):
    """Parent of every table in the office."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: Whole,
        str: Text,
        bool: Flag,
        datetime: Moment,
        date: Day,
        Decimal: Area,
    }

    @override
    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Make every table STRICT on SQLite: a text never slips into a column of money."""
        super().__init_subclass__(**kwargs)
        table = cls.__table__
        if isinstance(table, Table):
            table.dialect_options["sqlite"]["strict"] = True


class Database:
    """An open office database; safe to use from several threads."""

    def __init__(
        self, path: Path, clock: Clock = system_clock, *, read_only: bool = False
    ) -> None:
        """Open *path*; *read_only* for looking at a backup wherever it lies, without a trace."""
        if not read_only:
            place.check(path)
        self.path = path
        self.clock = clock
        # Made of its parts: a path may hold ? and #, which a URL in one text would end at.
        url = URL.create("sqlite", database=str(path))
        if read_only:
            looked_at = {"mode": "ro", "uri": "true"}
            url = URL.create("sqlite", database=path.resolve().as_uri(), query=looked_at)
        self.engine: Engine = create_engine(url, module=sqlcipher3.dbapi2, hide_parameters=True)
        event.listen(self.engine, "connect", _looking if read_only else _sqlite_manners)
        event.listen(self.engine, "begin", _sqlite_begin)
        self._readers = sessionmaker(self.engine, autoflush=False)
        self._writers = sessionmaker(
            self.engine.execution_options(writes=True), expire_on_commit=False
        )
        self._lock = FairLock(path)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session for one consistent reading."""
        with self.refusing(), self._readers() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose transaction is kept whole when the body ends, or not at all.

        Other writers wait in order of asking; `OfficeBusy` after `DEADLINE_SECONDS`.
        """
        with (
            self.refusing(),
            self._lock.held(DEADLINE_SECONDS),
            self._writers() as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Turn a driver's error into the refusal that it means, where it is no defect of ours."""
        try:
            yield
        except DBAPIError as error:
            raise refusal_for(error, self.path) or error from error
        except UnicodeEncodeError as error:  # half a character, in a search box or a name
            raise BrokenText(field="text") from error

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


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
