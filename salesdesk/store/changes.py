"""What changed, told to every desk: a log read by sequence, and a way to be woken."""

from collections.abc import Callable, Iterable
from threading import Event, Thread

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, Session

from salesdesk.kernel.change import EVERYTHING, Change, Topic
from salesdesk.store.columns import Key
from salesdesk.store.database import Database, Record

LOOK_SECONDS = 0.02
"""`PRAGMA data_version` costs 3 µs: a look every 20 ms is 0.02 % of a core."""

KEPT = 20_000
"""Rows of the log that are kept; a desk that fell further behind reads everything anew."""


class ChangeRow(Record):
    """The log. Written in the transaction that made the change, read by every desk."""

    __tablename__ = "change"
    seq: Mapped[Key]
    topic: Mapped[str]
    key: Mapped[int]


def record(session: Session, changes: Iterable[Change]) -> None:
    """Append *changes* in the transaction that made them."""
    rows = [{"topic": change.topic.value, "key": change.key} for change in sorted(set(changes))]
    if not rows:
        return
    session.execute(insert(ChangeRow), rows)
    newest = session.scalar(select(func.max(ChangeRow.seq))) or 0
    if newest % 1000 < len(rows):
        session.execute(delete(ChangeRow).where(ChangeRow.seq <= newest - KEPT))


class Watcher:
    """A thread that reads the log past the last seq and hands over what is new.

    When the log cannot be read it goes on trying; afterwards, and after a gap, it hands over
    `EVERYTHING`.
    """

    def __init__(self, database: Database, deliver: Callable[[frozenset[Change]], None]) -> None:
        self._database = database
        self._deliver = deliver
        self._stop = Event()
        with database.reading() as session:
            self._seq = session.scalar(select(func.coalesce(func.max(ChangeRow.seq), 0))) or 0
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
                        self._catch_up(connection)
                        self._deliver(frozenset({EVERYTHING}))
                        lost = False
                    self._watch(connection)
            except SQLAlchemyError:
                lost = True
                self._stop.wait(1.0)

    def _watch(self, connection: Connection) -> None:
        seen = -1  # differs from every version: the first look reads the log
        while not self._stop.is_set():
            version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            connection.rollback()
            if version != seen:
                seen = version
                if news := self._catch_up(connection):
                    self._deliver(news)
            self._stop.wait(LOOK_SECONDS)

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
