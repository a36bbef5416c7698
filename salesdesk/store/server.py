"""One office on a PostgreSQL server, shared by many desks; each person has a login of his own.

The actor is the session's user and the time is the server's (`server_guards.sql`): neither can be
forged by a desk. Commands run at READ COMMITTED and lock the records they are about; those marked
*alone* run as if nobody else did. Nothing office-wide is locked on the way.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import psycopg
from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, literal_column, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoLineFree
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool
from typing_extensions import override

from salesdesk.kernel.text import BrokenText
from salesdesk.store.accounts import Accounts
from salesdesk.store.address import Address
from salesdesk.store.alike import ON_SERVER, OPTIONS
from salesdesk.store.columns import from_microseconds
from salesdesk.store.database import (
    Answer,
    Clock,
    ConflictError,
    Database,
    Deliver,
    Feed,
    Standing,
    system_clock,
    unheeded,
)
from salesdesk.store.deadline import Deadline
from salesdesk.store.faults import (
    NotGranted,
    OfficeBusy,
    OutcomeUnknown,
    ServerUnreachable,
    SignInRefused,
)
from salesdesk.store.herald import Herald, in_words
from salesdesk.store.listening import ServerWatcher
from salesdesk.store.marks import check_at_home
from salesdesk.store.moving import to_file
from salesdesk.store.server_faults import conflict, lost, server_refusal
from salesdesk.store.work import NEWS, Logins

SCHEMA = "salesdesk"
"""The schema that holds the office's tables; nothing of ours lies in ``public``."""

DEADLINE_SECONDS = 10.0
"""The longest a desk waits for one answer of the server before it hangs up."""

_REAL_TIME = text("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
"""The server's own clock: a drill may have moved the office's (`office_now`)."""

_NOBODY = "salesdesk-knock"
_CONNECT_SECONDS = 3
_POOL, _MORE, _POOL_SECONDS = 3, 5, 5.0
_MANNERS = {
    "search_path": SCHEMA,
    "TimeZone": "UTC",
    "lock_timeout": "3000",
    "statement_timeout": "15000",
    "idle_in_transaction_session_timeout": "10000",
    "synchronous_commit": "on",
}

_LOOKING: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def connect_arguments(address: Address) -> dict[str, Any]:
    """Give what every connection of ours asks of libpq and the server."""
    return {
        **address.libpq,
        "connect_timeout": _CONNECT_SECONDS,
        "application_name": "salesdesk",
        "options": " ".join(f"-c {name}={value}" for name, value in _MANNERS.items()),
        "keepalives": 1,
        "keepalives_idle": 10,
        "keepalives_interval": 3,
        "keepalives_count": 3,
        "tcp_user_timeout": int(DEADLINE_SECONDS * 1000),
        # of several hosts the one that takes writes; a standby alone is refused, never written
        "target_session_attrs": "read-write",
    }


class ServerDatabase(Database):
    """An office server as one login may use it; safe to use from several threads."""

    moment = literal_column("office_now()")

    def __init__(
        self, address: Address, clock: Clock = system_clock, *, isolation: str = "READ COMMITTED"
    ) -> None:
        """Nothing is connected yet. *isolation* is that of ordinary commands."""
        self.address = address
        self.clock = clock
        self._isolation = isolation
        self.engine: Engine = create_engine(
            URL.create(ON_SERVER),
            execution_options=OPTIONS,
            use_native_hstore=False,  # nothing here is one, and each sign-in would ask for it
            connect_args=connect_arguments(address),
            hide_parameters=True,
            poolclass=QueuePool,
            pool_size=_POOL,
            max_overflow=_MORE,
            pool_timeout=_POOL_SECONDS,
            isolation_level="READ COMMITTED",
        )
        self._renewed = ""
        event.listen(self.engine, "do_connect", self._with_password)
        looking = self.engine.execution_options(**_LOOKING)
        self._readers = sessionmaker(looking, autoflush=False)
        self._writers = {
            level: sessionmaker(
                self.engine.execution_options(isolation_level=level), expire_on_commit=False
            )
            for level in {isolation, "SERIALIZABLE"}
        }
        self._autocommit = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._deadline = Deadline(DEADLINE_SECONDS)
        self._herald = Herald(self.engine)

    @property
    @override
    def place(self) -> str:
        return self.address.place

    @property
    @override
    def home(self) -> Path:
        first = self.address.endpoints[:1]
        where = [f"{host}:{port}" if port else host for host, port in first]
        named = "_".join((*where, str(self.address.url.database)))
        slug = "".join(c if c.isalnum() or c in "._-" else "_" for c in named)
        return user_data_path("salesdesk", appauthor=False) / "servers" / f"{slug}.office"

    @override
    @contextmanager
    def reading(self) -> Iterator[Session]:
        with (
            self.refusing(),
            self._readers() as session,
            self._deadline.over(_driver(session)),
        ):
            yield session

    @override
    @contextmanager
    def writing(self, *, alone: bool = False) -> Iterator[Session]:
        level = "SERIALIZABLE" if alone else self._isolation
        committing = False
        try:
            with (
                self._writers[level]() as session,
                self._deadline.over(_driver(session)),
            ):
                yield session
                session.flush()
                committing = True
                session.commit()
        except DBAPIError as error:
            raise self._meaning(error, committing=committing) from error
        except NoLineFree as error:
            raise OfficeBusy from error
        except UnicodeEncodeError as error:  # half a character, in a search box or a name
            raise BrokenText(field="text") from error
        self._herald.tell(in_words(session.info.get(NEWS, ())))

    def _check_moved(self) -> None:
        """Say where the office is, where it was moved away while this desk had it open."""
        with self.reading() as session:
            check_at_home(session.connection())

    def _meaning(self, error: DBAPIError, *, committing: bool) -> Exception:
        if conflict(error):
            return ConflictError()
        if lost(error) and committing:
            return OutcomeUnknown(place=self.place)
        if lost(error):
            return server_refusal(error, self.place) or ServerUnreachable(
                place=self.place, detail=""
            )
        refusal = server_refusal(error, self.place)
        if isinstance(refusal, NotGranted):
            self._check_moved()
        return refusal or error

    @override
    def at_once(self, function: str, *facts: object) -> Answer | None:
        if self._isolation != "READ COMMITTED":
            return None
        places, sent = ", ".join(["%s"] * len(facts)), False
        try:
            with (
                self._autocommit.connect() as connection,
                self._deadline.over(
                    cast("psycopg.Connection[Any]", connection.connection.driver_connection)
                ),
            ):
                sent = True  # the statement is the transaction: from here on its commit may count
                row = connection.exec_driver_sql(
                    f"SELECT way, told, stage, who, news FROM {function}({places})",  # noqa: S608
                    facts,
                ).one()
        except DBAPIError as error:
            raise self._meaning(error, committing=sent) from error
        except NoLineFree as error:
            raise OfficeBusy from error
        except UnicodeEncodeError as error:
            raise BrokenText(field="text") from error
        answer = Answer(*row)
        if answer.way == "done":
            self._herald.tell(answer.news)
        return answer

    @override
    def now(self, session: Session) -> datetime:
        return from_microseconds(session.execute(text("SELECT office_now()")).scalar_one())

    @override
    def watcher(self, deliver: Deliver, standing: Standing = unheeded) -> Feed:
        def stand(standing_now: bool) -> None:
            if standing_now:  # what waits in the pool was broken with the line that broke
                self.engine.dispose()
            standing(standing_now)

        return ServerWatcher(self._arguments, deliver, stand)

    @override
    def knock(self) -> None:
        # Whoever is refused for his login has reached the server, under seal where it must be.
        with contextlib.suppress(SignInRefused):
            self.signed_in(_NOBODY, _NOBODY).close()

    @override
    def renew_password(self, password: str) -> None:
        self._renewed = password

    @override
    def clock_error(self) -> timedelta:
        with self.reading() as session:
            before = self.clock()
            theirs = session.execute(_REAL_TIME).scalar_one()
            after = self.clock()
        return before + (after - before) / 2 - from_microseconds(theirs)

    def _arguments(self) -> dict[str, Any]:
        renewed = {"password": self._renewed} if self._renewed else {}
        return {**connect_arguments(self.address), **renewed}

    def _with_password(
        self, _dialect: object, _record: object, _args: object, named: dict[str, Any]
    ) -> None:
        if self._renewed:
            named["password"] = self._renewed

    @override
    def logins(self, session: Session) -> Logins | None:
        return Accounts(session, self.signed_in)

    @override
    def signed_in(self, login: str, password: str) -> "ServerDatabase":
        """Give the office as *login* may use it; `SignInRefused` when the server says no."""
        if not login or any("\0" in word or not _is_text(word) for word in (login, password)):
            raise SignInRefused(place=self.place)  # libpq would read on after the NUL
        mine = ServerDatabase(
            self.address.signed(login, password), self.clock, isolation=self._isolation
        )
        try:
            with mine.refusing(), mine.engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except BaseException:
            mine.close()
            raise
        return mine

    @override
    @contextmanager
    def still(self) -> Iterator[Connection]:
        """Give the owner's connection while every desk waits, and is told that the office is busy."""
        with self._unhurried(isolation_level="REPEATABLE READ") as connection:
            # Commands begin with their intent: behind its lock none is under way, and none begins.
            # A snapshot is taken with the first query, which must come behind the locks.
            connection.exec_driver_sql(f"LOCK TABLE {SCHEMA}.intent IN SHARE MODE")
            connection.exec_driver_sql(f"LOCK TABLE {SCHEMA}.journal, {SCHEMA}.seal IN SHARE MODE")
            yield connection
            connection.commit()

    @override
    @contextmanager
    def unhurried(self) -> Iterator[Session]:
        with self._unhurried(**_LOOKING) as connection, Session(connection) as session:
            yield session

    @override
    def copy_to(self, draft: Path, step: Callable[[int, int], None]) -> None:
        with self._unhurried(**_LOOKING) as connection:
            to_file(connection, draft, step)

    @contextmanager
    def founding(self) -> Iterator[Connection]:
        """Give a connection for making a whole office in one transaction, which the body keeps."""
        with self._unhurried() as connection:
            yield connection

    @contextmanager
    def _unhurried(self, **options: Any) -> Iterator[Connection]:
        """Give a connection that may take its time: a whole office goes through it."""
        with self.refusing(), self.engine.connect() as pooled:
            connection = pooled.execution_options(**options)
            for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
                connection.exec_driver_sql(f"SET LOCAL {limit} = 0")
            yield connection

    @override
    def settled(self) -> int:
        with self.writing() as session:
            return int(session.execute(text("SELECT office_settled()")).scalar_one())

    def trim(self) -> None:
        """Drop the oldest part of the change log, which no desk can still need."""
        with self.writing() as session:
            session.execute(text("SELECT office_trim()"))

    @override
    @contextmanager
    def refusing(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise server_refusal(error, self.place) or error from error
        except NoLineFree as error:
            raise OfficeBusy from error
        except UnicodeEncodeError as error:
            raise BrokenText(field="text") from error

    @override
    def close(self) -> None:
        self._herald.close()
        self._deadline.close()
        super().close()


def _is_text(word: str) -> bool:
    """Whether *word* has no half characters."""
    return not any("\ud800" <= letter <= "\udfff" for letter in word)


def _driver(session: Session) -> psycopg.Connection[Any]:
    found = session.connection().connection.driver_connection
    return cast("psycopg.Connection[Any]", found)
