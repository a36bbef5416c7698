"""Keeps Python's cycle collector on the window thread.

The collector runs on whichever thread happens to allocate. On a worker thread it could destroy a
widget that is part of a cycle, which Qt forbids. So it is switched off and run by a timer of the
window thread instead.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1000


class GarbageTurn(QObject):
    """Collects on the window thread as long as it lives; `stop` gives things back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._limits = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations whose time has come, as the collector itself would."""
        young, middle, old = gc.get_count()
        if young > self._limits[0]:
            gc.collect(2 if old > self._limits[2] else 1 if middle > self._limits[1] else 0)

    def settle(self) -> None:
        """Leave aside what is there now, modules above all: it stays until the end anyway.

        Afterwards a full collection looks at what the work made and takes a few milliseconds.
        """
        gc.freeze()

    def stop(self) -> None:
        """Let the collector run by itself again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()
