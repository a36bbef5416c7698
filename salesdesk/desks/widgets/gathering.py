"""Doing a thing once a little later, however often it was asked for meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

GATHER_MS = 120
"""So long a list waits for further changes before it asks again: one command changes several things."""
TYPED_MS = 160
"""So long nothing may be typed before it is looked for or reckoned with."""


def gathered(owner: QObject, then: Callable[[], object]) -> QTimer:
    """Give a timer that calls *then* once, `GATHER_MS` after it was started."""
    return _timer(owner, then, GATHER_MS)


def typed(owner: QObject, then: Callable[[], object]) -> QTimer:
    """Give a timer that calls *then* once, `TYPED_MS` after it was started last."""
    return _timer(owner, then, TYPED_MS)


def _timer(owner: QObject, then: Callable[[], object], wait_ms: int) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(then)
    return timer
