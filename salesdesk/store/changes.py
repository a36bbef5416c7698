"""What changed, told to every desk: a log read by sequence, and a way to be woken."""

from collections.abc import Iterable
from pathlib import Path
from threading import Event, Thread

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, Session

from salesdesk.kernel.change import EVERYTHING, Change, Topic
from salesdesk.store.columns import Key
from salesdesk.store.database import Database, Deliver, Record, Standing, unheeded

LOOK_SECONDS = 0.02
"""`PRAGMA data_version` costs 3 µs: a look every 20 ms is 0.02 % of a core."""

KEPT = 20_000
"""Rows of the log that are kept; a desk that fell further behind reads everything anew."""


_LOOKS_AT_THE_FILE = 25
"""Once in so many looks: whether the file is still the one that was opened."""


class ChangeRow(Record):
    """The log. Written in the transaction that made the change, read by every desk."""

    __tablename__ = "change"
    seq: Mapped[Key]
    topic: Mapped[str]
    key: Mapped[int]


_LOG = Record.metadata.tables["change"]
_APPENDED = insert(_LOG)
_NEWEST = select(func.coalesce(func.max(_LOG.c.seq), 0))


def record(session: Session, changes: Iterable[Change]) -> None:
    """Append *changes* in the transaction that made them."""
    rows = [{"topic": change.topic.value, "key": change.key} for change in sorted(set(changes))]
    if not rows:
        return
    session.execute(_APPENDED, rows)
    if session.get_bind().dialect.name != "sqlite":
        return  # a server's log is trimmed by its keeper (`ServerDatabase.trim`)
    newest = _newest(session.connection())
    if newest % 1000 < len(rows):
        session.execute(delete(ChangeRow).where(ChangeRow.seq <= newest - KEPT))


def _newest(connection: Connection) -> int:
    return connection.scalar(_NEWEST) or 0


def _file_at(path: Path) -> tuple[int, int] | None:
    """Say which file lies at *path*, or None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class FileWatcher:
    """A thread that reads the log past the last seq and hands over what is new.

    When the log cannot be read it goes on trying; afterwards, after a gap, and when another file
    was put in the office's place, it hands over `EVERYTHING`.
    """

    def __init__(
        self,
        database: Database,
        path: Path,
        deliver: Deliver,
        standing: Standing = unheeded,
    ) -> None:
        self._database = database
        self._path = path
        self._deliver = deliver
        self._standing = standing
        self._stop = Event()
        self._file = _file_at(path)
        with database.reading() as session:
            self._seq = _newest(session.connection())
        self._thread = Thread(target=self._run, name="change-watcher", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait until the thread has gone."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        lost = False
        while not self._stop.is_set():
            try:
                with self._database.engine.connect() as connection:
                    if lost:
                        self._seq = _newest(connection)
                        self._standing(True)
                        self._deliver(frozenset({EVERYTHING}))
                        lost = False
                    lost = self._watch(connection)
                if lost:  # every connection still writes to the file that was taken away
                    self._file = _file_at(self._path)
                    self._database.close()
            except SQLAlchemyError:
                if not lost:
                    self._standing(False)
                lost = True
                self._stop.wait(1.0)

    def _watch(self, connection: Connection) -> bool:
        """Watch until told to stop; True when another file lies in the office's place."""
        seen = -1  # differs from every version: the first look reads the log
        looks = 0
        while not self._stop.is_set():
            looks += 1
            if looks % _LOOKS_AT_THE_FILE == 0 and self._was_replaced():
                return True
            version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            connection.rollback()
            if version != seen:
                seen = version
                if news := self._catch_up(connection):
                    self._deliver(news)
            self._stop.wait(LOOK_SECONDS)
        return False

    def _was_replaced(self) -> bool:
        """Whether another file lies in the office's place; one that is gone may come back."""
        return _file_at(self._path) not in (self._file, None)

    def _catch_up(self, connection: Connection) -> frozenset[Change]:
        rows = connection.execute(
            select(ChangeRow.seq, ChangeRow.topic, ChangeRow.key)
            .where(ChangeRow.seq > self._seq)
            .order_by(ChangeRow.seq)
        ).all()
        connection.rollback()
        if not rows:
            return frozenset()
        gap = rows[0].seq > self._seq + 1
        self._seq = rows[-1].seq
        if gap:
            return frozenset({EVERYTHING})
        return frozenset(Change(Topic(row.topic), row.key) for row in rows)
