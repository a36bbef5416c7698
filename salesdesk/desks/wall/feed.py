"""Keeps the wall true: the same change feed as every desk, and a look every few seconds.

A wall that hears nothing must say so. Whatever keeps the answer away (the office's file gone, a
server silent, a right taken), the feed tells since when nothing is known, and again when it is.
"""

import logging
from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.desks.link import Link, Seat
from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.errors import NotFound, UserError
from salesdesk.office.inventory.public import public_board
from salesdesk.office.inventory.sheets import PublicBoard

GATHER_MS = 40
"""Changes that come within this time are asked for together."""
LOOK_MS = 3_000
"""So often the office is asked although nothing was heard: holds lapse, lines break."""
LATE_SECONDS = 10.0
"""Without an answer for so long, what is shown is not called current any more."""

_SHOWN = frozenset({Topic.UNIT, Topic.PROJECT, Topic.SETTING, Topic.EVERYTHING})
_log = logging.getLogger(__name__)


class WallFeed(QObject):
    """What the wall knows of the office.

    Signals:
        came: a `PublicBoard`; from now on what is shown is current.
        lost: since when (datetime of the office's clock, or None: nothing ever came) it is not.
        refused: a `UserError`, the reason why nothing comes.
    """

    came = Signal(object)
    lost = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        link: Link,
        project: str = "",
        parent: QObject | None = None,
        *,
        still_there: Callable[[], object] = bool,
        late_seconds: float = LATE_SECONDS,
    ) -> None:
        """Feed the project called *project*; the first where it is empty or not there.

        *still_there* is called before each question, on the link's thread; it raises a
        `UserError` where the office that would answer is not the one meant any more.
        """
        super().__init__(parent)
        self._link = link
        self._named = project
        self._project: int | None = None
        self._late_seconds = late_seconds
        self._still_there = still_there
        self._board: PublicBoard | None = None
        self._heard = monotonic()
        self._asking = self._again = False
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self.ask)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        link.changed.connect(self._hear)
        link.reachable.connect(self._stand)

    @property
    def board(self) -> PublicBoard | None:
        """The latest answer."""
        return self._board

    def start(self) -> None:
        """Ask now, and from now on."""
        self._look.start()
        self.ask()

    def stop(self) -> None:
        """Ask no more."""
        self._look.stop()
        self._gather.stop()

    def next_project(self) -> str:
        """Go on to the office's next project; give its name."""
        board = self._board
        if board is None or not board.projects:
            return ""
        keys = [key for key, _name in board.projects]
        at = keys.index(board.project_id) if board.project_id in keys else -1
        self._project, name = board.projects[(at + 1) % len(keys)]
        self.ask()
        return name

    def ask(self) -> None:
        """Ask for the board, one question at a time: a stalled office collects no queue."""
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        job = partial(_asked, self._link.seat, self._project, self._still_there)
        self._link.call(self, job, self._take)

    def look(self) -> None:
        """Ask again, and say so where the last answer is too long ago."""
        self.ask()
        if monotonic() - self._heard > self._late_seconds:
            self.lost.emit(self._board.as_of if self._board else None)

    def _stand(self, reachable: object) -> None:
        """Say at once that the office is silent, and ask as soon as it is back."""
        if reachable:
            self.ask()
        else:
            self.lost.emit(self._board.as_of if self._board else None)

    def _hear(self, changes: frozenset[Change]) -> None:
        if any(change.topic in _SHOWN for change in changes) and not self._gather.isActive():
            self._gather.start()

    def _take(self, answer: PublicBoard | Exception) -> None:
        self._asking = False
        if isinstance(answer, UserError):
            if isinstance(answer, NotFound):
                self._project = None  # the project is gone: the next look takes the first
            self.refused.emit(answer)
        elif isinstance(answer, PublicBoard) and not self._elsewhere(answer):
            self._heard = monotonic()
            self._board = answer
            self.came.emit(answer)
        if self._again:
            self.ask()

    def _elsewhere(self, board: PublicBoard) -> bool:
        """Tell whether another project was asked for by name; it is asked for next."""
        named, self._named = self._named, ""
        keys = {name: key for key, name in board.projects}
        if keys.get(named, board.project_id) == board.project_id:
            return False
        self._project, self._again = keys[named], True
        return True


def _asked(
    seat: Seat, project: int | None, still_there: Callable[[], object]
) -> PublicBoard | Exception:
    """Ask on the link's thread; an error is an answer too, for the wall must say so calmly."""
    try:
        still_there()
        board: PublicBoard = seat.ask(public_board, project)
    except Exception as error:  # noqa: BLE001 - a box about a defect helps nobody in the hall
        _log.info("the wall was not answered: %s", error)
        return error
    return board
