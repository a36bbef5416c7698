"""The end that somebody outside asks for: SIGTERM and SIGINT are an orderly close of the window.

A machine that shuts down, a service that stops, Ctrl+C: the commands already sent are finished, the
last backup is taken, as when a person closes. Nobody is asked; what is typed and not sent is lost.
The handler does nothing: Python writes the signal's number into a socket, and Qt's loop reads that.
"""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from PySide6.QtCore import QSocketNotifier

_ENDS: Final = (signal.SIGTERM, signal.SIGINT)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: a handler must be there, so that the signal does not end the program at once."""


@contextmanager
def on_a_signal(leave: Callable[[], object]) -> Iterator[None]:
    """Call *leave* in the window's thread when the program is told to end; once, however often."""
    far, near = socket.socketpair()
    far.setblocking(False)
    near.setblocking(False)
    bell = QSocketNotifier(near.fileno(), QSocketNotifier.Type.Read)

    def rung() -> None:
        told = near.recv(64)
        if any(number in told for number in _ENDS):  # other signals have handlers of their own
            bell.setEnabled(False)
            leave()

    bell.activated.connect(rung)
    before = {number: signal.signal(number, _heard) for number in _ENDS}
    wakes = signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        bell.setEnabled(False)
        signal.set_wakeup_fd(wakes)
        for number, handler in before.items():
            signal.signal(number, handler)
        far.close()
        near.close()
