"""Word to the other desks that something changed: a hint after the commit, never inside it.

A NOTIFY inside the command's transaction would make all commits of the server run one by one. Many
commands in a short while are told together. The word names what changed, so that fifty desks need not
ask for it in the same moment; the truth is the log, which each reads a little later.
"""

import contextlib
from collections.abc import Iterable
from threading import Event, Lock, Thread

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from salesdesk.kernel.change import Change, Topic

CHANNEL = "salesdesk"
_TOGETHER_SECONDS = 0.004
"""What is committed within this time is told at once: a frame of the screen lasts 16 ms."""
_LONGEST_WORD = 7_000
"""Bytes; a server carries 8,000. Of more than that only the log tells."""


def in_words(changes: Iterable[Change]) -> str:
    """Give *changes* as one word carries them."""
    return " ".join(f"{change.topic.value} {change.key}" for change in changes)


def heard(word: str) -> frozenset[Change]:
    """Give the changes that *word* names; empty where the log has to tell.

    Anybody who may sign in may send a word, so no word makes a desk read everything anew.
    """
    parts = word.split()
    try:
        changes = frozenset(map(Change, map(Topic, parts[::2]), map(int, parts[1::2])))
    except ValueError:
        return frozenset()
    return frozenset(change for change in changes if change.topic is not Topic.EVERYTHING)


class Herald:
    """Tells the desks of one server; its thread starts with the first word."""

    def __init__(self, engine: Engine) -> None:
        self._speaking = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._wake, self._stop = Event(), Event()
        self._lock = Lock()
        self._due: set[str] | None = None
        self._thread: Thread | None = None

    def tell(self, word: str) -> None:
        """Let the desks know soon that what *word* names was committed; empty: the log tells."""
        with self._lock:
            self._due = (self._due or set()) | {word}
        self._wake.set()
        if self._thread is None:
            self._thread = Thread(target=self._run, name="server-herald", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Tell what is still to be told, and end the thread."""
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait()
            self._wake.clear()
            self._notify()
            self._stop.wait(_TOGETHER_SECONDS)
        self._notify()

    def _notify(self) -> None:
        with self._lock:
            words, self._due = self._due, None
        if words is None:
            return
        word = " ".join(words)
        if "" in words or len(word) > _LONGEST_WORD:
            word = ""
        # The word is a hint: desks look every few seconds all the same.
        with contextlib.suppress(SQLAlchemyError), self._speaking.connect() as connection:
            connection.exec_driver_sql("SELECT pg_notify(%s, %s)", (CHANNEL, word))
