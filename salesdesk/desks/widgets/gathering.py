"""Doing a thing once a little later, however often it was asked for meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

GATHER_MS = 120
"""So long a list waits for further changes before it asks again: one command changes several things."""


def gathered(owner: QObject, then: Callable[[], object]) -> QTimer:
    """Give a timer that calls *then* once, `GATHER_MS` after it was started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(GATHER_MS)
    timer.timeout.connect(then)
    return timer
