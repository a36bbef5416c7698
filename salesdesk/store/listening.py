"""The feed of a server: woken by NOTIFY, reading the change log in the order of commits.

PostgreSQL commits out of the log's order: a row with a lower number may appear later. So each row
carries its transaction's number, and a desk reads again everything from the oldest transaction
that was still under way when it last looked (`pg_snapshot_xmin`), telling each row once.
"""

from collections.abc import Mapping
from threading import Event, Thread
from typing import Any

import psycopg
from psycopg import sql

from salesdesk.kernel.change import EVERYTHING, Change, Topic
from salesdesk.store.address import Address
from salesdesk.store.database import Deliver
from salesdesk.store.herald import CHANNEL

LOOK_SECONDS = 2.0
"""Also without a word a desk looks this often: whoever should have spoken may have died."""

_RECONNECT_SECONDS = 0.5
_SLICE_SECONDS = 0.25
"""How soon the thread notices that it shall end."""

_SINCE = """
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint, c.seq, c.topic, c.key, c.turn
    FROM (SELECT 1) AS one LEFT JOIN change c ON c.turn >= %s
"""


class ServerWatcher:
    """A thread that hands over what any desk committed; `EVERYTHING` after each reconnect."""

    def __init__(self, address: Address, arguments: Mapping[str, Any], deliver: Deliver) -> None:
        url = address.url
        named: dict[str, Any] = dict(
            url.translate_connect_args(username="user", database="dbname")
        )
        hosts, ports = _hosts(address)
        if hosts:
            named |= {"host": hosts, "port": ports}
        for key, value in url.query.items():
            if key != "host":
                named[key] = value if isinstance(value, str) else value[-1]
        self._arguments = {**named, **arguments}
        self._deliver = deliver
        self._stop = Event()
        self._low = 0
        self._told: dict[int, int] = {}
        self._connection = self._connected()
        self._catch_up(self._connection)
        self._thread = Thread(target=self._run, name="change-watcher", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and wait until the thread has gone."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._connection.close()

    def _connected(self) -> psycopg.Connection[Any]:
        connection = psycopg.connect(autocommit=True, **self._arguments)
        connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(CHANNEL)))
        return connection

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen(self._connection)
            except psycopg.Error:
                self._connection.close()
                self._come_back()

    def _come_back(self) -> None:
        while not self._stop.wait(_RECONNECT_SECONDS):
            try:
                self._connection = self._connected()
                self._low, self._told = 0, {}
                self._catch_up(self._connection)
            except psycopg.Error:
                continue
            self._deliver(frozenset({EVERYTHING}))
            return

    def _listen(self, connection: psycopg.Connection[Any]) -> None:
        waited = 0.0
        while not self._stop.is_set():
            heard = any(True for _ in connection.notifies(timeout=_SLICE_SECONDS, stop_after=1))
            waited += _SLICE_SECONDS
            if not heard and waited < LOOK_SECONDS:
                continue
            waited = 0.0
            if news := self._catch_up(connection):
                self._deliver(news)

    def _catch_up(self, connection: psycopg.Connection[Any]) -> frozenset[Change]:
        """Read from the low mark on; the first look only learns where the log stands."""
        first = self._low == 0
        mark = _FAR if first else self._low
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


def _hosts(address: Address) -> tuple[str, str]:
    """Give several hosts and their ports as libpq takes them; empty for one host in the URL."""
    named = address.url.query.get("host", ())
    several = (named,) if isinstance(named, str) else named
    parts = [part for one in several for part in one.split(",")]
    pairs = [part.rsplit(":", 1) if ":" in part else [part, "5432"] for part in parts]
    return ",".join(host for host, _ in pairs), ",".join(port for _, port in pairs)
