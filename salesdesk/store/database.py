"""An open office database: the door that one office file and one office server share."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Session
from typing_extensions import override

from salesdesk.kernel.change import Change
from salesdesk.store.columns import Area, Day, Flag, Moment, Whole
from salesdesk.store.work import Logins

Clock = Callable[[], datetime]

Deliver = Callable[[frozenset[Change]], None]
"""Takes what changed, on the feed's own thread."""

Standing = Callable[[bool], None]
"""Hears, on the feed's own thread, when the office falls silent (False) and is back (True)."""


def unheeded(_standing: bool) -> None:
    """Heed nothing: for whoever does not ask whether the office is there."""


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


class Feed(Protocol):
    """A thread that tells what any desk changed."""

    def start(self) -> None:
        """Begin to watch."""
        ...

    def stop(self) -> None:
        """Stop, and wait until the thread has gone."""
        ...


class Answer(NamedTuple):
    """What a server's function made of a wish in one question.

    ``way``: "done" now, done "before", "taken" by somebody, "busy" being decided, "otherwise":
    the command itself has to see to it. ``told``: the stored answer (JSON), or a unit's code.
    """

    way: str
    told: str
    stage: str
    who: str
    news: str
    """What changed, as the herald says it."""


class ConflictError(Exception):
    """Two commands met, and this one was undone whole: it may be tried again at once."""


class Database(ABC):
    """An open office database; safe to use from several threads."""

    engine: Engine
    clock: Clock
    """This machine's time; what counts is `now`."""
    moment: ColumnElement[Any] | None = None
    """`now` as a term (µs) for a question that asks for more; None where this machine's counts."""

    @property
    @abstractmethod
    def place(self) -> str:
        """Where the office is, as a person would say it; never with a password."""

    @property
    @abstractmethod
    def home(self) -> Path:
        """The file by whose name the office's backups are kept on this machine."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Session]:
        """Give a session for one consistent reading."""

    def unhurried(self) -> AbstractContextManager[Session]:
        """Give a session for one long reading of everything: it may take its time."""
        return self.reading()

    @abstractmethod
    def writing(self, *, alone: bool = False) -> AbstractContextManager[Session]:
        """Give a session whose transaction is kept whole when the body ends, or not at all.

        *alone*: as if no other command ran beside it. Raises `ConflictError` besides the
        refusals of `faults`, of which `OutcomeUnknown` says that the commit may count.
        """

    @abstractmethod
    def now(self, session: Session) -> datetime:
        """Give the moment that counts for the transaction of *session*."""

    def at_once(self, function: str, *facts: object) -> Answer | None:  # noqa: ARG002 - a server's
        """Ask a function of the server in one question that is its own transaction; None elsewhere.

        Raises `ConflictError` and the refusals of `faults`; `OutcomeUnknown` where the line broke.
        """
        return None

    @abstractmethod
    def watcher(self, deliver: Deliver, standing: Standing = unheeded) -> Feed:
        """Give a feed of changes, not yet started."""

    def knock(self) -> None:  # noqa: B027 - a file was looked at when it was opened
        """Refuse where no office can be spoken to, before anybody has signed in."""

    def renew_password(self, password: str) -> None:  # noqa: B027 - a file has none
        """Open the office with *password* from now on: its owner has just changed it."""

    def clock_error(self) -> timedelta:
        """Give by how much this machine's clock is ahead of the one that counts."""
        return timedelta()

    @abstractmethod
    def logins(self, session: Session) -> Logins | None:
        """Give the server's own accounts; None where the office keeps passwords itself."""

    @abstractmethod
    def signed_in(self, login: str, password: str) -> "Database | None":
        """Give the office as *login* may use it; None where the office keeps passwords itself.

        Raises `SignInRefused`.
        """

    @abstractmethod
    def still(self) -> AbstractContextManager[Connection]:
        """Give a connection in whose transaction the office stands still: readers only beside it.

        Kept when the body ends; for long work, so nothing of it runs out of time.
        """

    @abstractmethod
    def copy_to(self, draft: Path, step: Callable[[int, int], None]) -> None:
        """Write the office as it is at one moment into a new file at *draft*; nobody waits.

        *step* is told how much is done, of how much. Raises `CannotBeCopied`.
        """

    @abstractmethod
    def settled(self) -> int:
        """Give the newest journal id behind which no earlier row can still appear."""

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Turn a driver's error into the refusal that it means, where it is no defect of ours."""
        yield

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()
