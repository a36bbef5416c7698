"""A server that does not answer is hung up on.

The server's own timeouts help no desk whose network swallows packets or whose server process
stands still: only shutting the socket down frees the thread that waits for it.
"""

import contextlib
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, Thread
from time import monotonic
from typing import Any

import psycopg


class Deadline:
    """Watches conversations with a server; its thread starts with the first of them."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends: dict[int, tuple[float, int]] = {}
        self._next = 0
        self._changed = Condition()
        self._thread: Thread | None = None
        self._closed = False
        self._resting = False

    @contextmanager
    def over(self, connection: psycopg.Connection[Any]) -> Iterator[None]:
        """Hang up on *connection* unless the body ends in time."""
        key = self._begin(connection.fileno())
        try:
            yield
        finally:
            with self._changed:
                self._ends.pop(key, None)

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _begin(self, handle: int) -> int:
        with self._changed:
            if self._thread is None:
                self._thread = Thread(target=self._run, name="server-deadline", daemon=True)
                self._thread.start()
            self._next += 1
            self._ends[self._next] = (monotonic() + self._seconds, handle)
            # All have the same time, so a later one never ends before what is waited for already.
            if self._resting:
                self._resting = False
                self._changed.notify()
            return self._next

    def _run(self) -> None:
        with self._changed:
            while not self._closed:
                now = monotonic()
                for key, (end, handle) in list(self._ends.items()):
                    if end <= now:
                        del self._ends[key]
                        _hang_up(handle)
                first = min((end for end, _handle in self._ends.values()), default=None)
                self._resting = first is None
                self._changed.wait(None if first is None else max(first - now, 0.01))


def _hang_up(handle: int) -> None:
    """Shut the socket behind a descriptor down; it stays the driver's to close."""
    with contextlib.suppress(OSError), socket.socket(fileno=os.dup(handle)) as line:
        line.shutdown(socket.SHUT_RDWR)
