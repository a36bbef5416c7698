"""The feed of a server: woken by NOTIFY, reading the change log in the order of commits.

PostgreSQL commits out of the log's order: a row with a lower number may appear later. So each row
carries its transaction's number, and a desk reads again everything from the oldest transaction
that was still under way when it last looked (`pg_snapshot_xmin`), telling each row once.
"""

import contextlib
from collections.abc import Callable, Mapping
from random import uniform
from threading import Event, Thread
from time import monotonic
from typing import Any

import psycopg
from psycopg import sql

from salesdesk.kernel.change import EVERYTHING, Change, Topic
from salesdesk.store.database import Deliver, Standing, unheeded
from salesdesk.store.deadline import Deadline
from salesdesk.store.herald import CHANNEL, heard

LOOK_SECONDS = 2.0
"""Also without a word a desk looks this often: whoever should have spoken may have died."""

SILENT_SECONDS = 4.0
"""A look that is not answered by then is given up: what a desk shows is not current any more."""

_RECONNECT_SECONDS = 0.5
_CHECK_SECONDS = (0.05, 0.3)
"""How soon after a word the log is read: what a word did not name, or who could not speak."""
_SLICE_SECONDS = 0.25
"""How soon the thread notices that it shall end."""

_SINCE = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, c.seq, c.topic, c.key, c.turn
    FROM (SELECT 1) AS one LEFT JOIN change c ON c.turn >= %s
"""


class ServerWatcher:
    """A thread that hands over what any desk committed; `EVERYTHING` after each reconnect.

    *standing* hears when the server falls silent and when it is back: one that stands still
    without closing the line (a swallowing network, a stopped server) is hung up on.
    """

    def __init__(
        self,
        arguments: Callable[[], Mapping[str, Any]],
        deliver: Deliver,
        standing: Standing = unheeded,
    ) -> None:
        """Look where the log stands now; *arguments* gives what `psycopg.connect` takes now.

        A server that does not answer yet is no error: the thread goes on asking, as after any
        line that broke.
        """
        self._arguments = arguments
        self._deliver = deliver
        self._standing = standing
        self._deadline = Deadline(SILENT_SECONDS)
        self._stop = Event()
        self._low = 0
        self._told: dict[int, int] = {}
        self._connection: psycopg.Connection[Any] | None = None
        with contextlib.suppress(psycopg.Error):
            self._connection = self._connected()
        self._thread = Thread(target=self._run, name="change-watcher", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait until the thread has gone."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()
        if self._connection is not None:
            self._connection.close()
        self._deadline.close()

    def _connected(self) -> psycopg.Connection[Any]:
        """Give a line on which word comes; where the log stands is known."""
        connection = psycopg.connect(autocommit=True, **self._arguments())
        try:
            with self._deadline.over(connection):
                connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(CHANNEL)))
            self._low, self._told = 0, {}
            self._catch_up(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _run(self) -> None:
        while not self._stop.is_set():
            if (line := self._connection) is not None:
                try:
                    self._listen(line)
                    continue
                except psycopg.Error:
                    line.close()
            if not self._stop.is_set():
                self._standing(False)
                self._come_back()

    def _come_back(self) -> None:
        """Find the server again, whichever of its hosts it is now; nobody knows what was missed."""
        while not self._stop.wait(_RECONNECT_SECONDS):
            try:
                self._connection = self._connected()
            except psycopg.Error:
                continue
            self._standing(True)
            self._deliver(frozenset({EVERYTHING}))
            return

    def _listen(self, connection: psycopg.Connection[Any]) -> None:
        look = monotonic() + LOOK_SECONDS
        while not self._stop.is_set():
            rest = min(_SLICE_SECONDS, max(look - monotonic(), 0.0))
            words = [word.payload for word in connection.notifies(timeout=rest, stop_after=1)]
            for word in words:
                said = heard(word)
                if said:
                    self._deliver(said)
                wait = uniform(*_CHECK_SECONDS) if said else 0.0  # noqa: S311 - desks take turns
                look = min(look, monotonic() + wait)
            if monotonic() >= look:
                look = monotonic() + LOOK_SECONDS
                if news := self._catch_up(connection):
                    self._deliver(news)

    def _catch_up(self, connection: psycopg.Connection[Any]) -> frozenset[Change]:
        """Read from the low mark on; the first look only learns where the log stands."""
        first = self._low == 0
        mark = _FAR if first else self._low
        with self._deadline.over(connection):  # a server that stands still is left for the other
            rows = connection.execute(_SINCE, (mark,)).fetchall()
        self._low = int(rows[0][0])
        news = set()
        for _low, seq, topic, key, turn in rows:
            if seq is not None and seq not in self._told:
                self._told[seq] = turn
                news.add(Change(Topic(topic), key))
        self._told = {seq: turn for seq, turn in self._told.items() if turn >= self._low}
        return frozenset(news)


_FAR = 1 << 62
"""Beyond every transaction's number."""
