"""Word to the other desks that something changed: a hint after the commit, never inside it.

A NOTIFY inside the command's transaction would make all commits of the server run one by one. Many
commands in a short while are told together.
"""

import contextlib
from threading import Event, Thread

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

CHANNEL = "salesdesk"
_TOGETHER_SECONDS = 0.004
"""What is committed within this time is told at once: a frame of the screen lasts 16 ms."""


class Herald:
    """Tells the desks of one server; its thread starts with the first word."""

    def __init__(self, engine: Engine) -> None:
        self._speaking = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._wake, self._stop = Event(), Event()
        self._due = False
        self._thread: Thread | None = None

    def tell(self) -> None:
        """Let the desks know soon that something was committed."""
        self._due = True
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
            if self._due:
                self._due = False
                self._notify()
            self._stop.wait(_TOGETHER_SECONDS)
        if self._due:
            self._notify()

    def _notify(self) -> None:
        # The word is a hint: desks look every few seconds all the same.
        with contextlib.suppress(SQLAlchemyError), self._speaking.connect() as connection:
            connection.exec_driver_sql(f"NOTIFY {CHANNEL}")
