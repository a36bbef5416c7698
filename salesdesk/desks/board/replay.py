"""Going about in the past of one project's board: to any moment, from change to change, in time.

The office tells all that changed on a day once; from then on moving within that day asks nothing:
what lies between two moments is painted as patches, forwards and backwards. Only where units came
in between, or the day is another, the units themselves are asked for again.
"""

from bisect import bisect_right
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.desks import wording
from salesdesk.desks.link import Link
from salesdesk.office.inventory.past import board_columns_at, board_day
from salesdesk.office.inventory.sheets import BoardChange, BoardColumns, BoardDay, UnitPatch

SPEEDS: tuple[int, ...] = (0, 60, 300, 900, 3600)
"""Seconds of the day that one second of playing takes; 0: from change to change."""
_FRAME_MS = 40
_BETWEEN_S = 1.0
"""How long each change stands when playing from change to change (s)."""


class Replay(QObject):
    """Where in the past somebody looks, and the way from there to elsewhere.

    Signals:
        columns: a whole board (`BoardColumns`) as it stood.
        patches: what lies between the moment before and this one (tuple of `UnitPatch`).
        day_known: the `BoardDay` that is looked at.
        moved: the moment (aware `datetime`, in a tuple: Qt would make it its own kind) now shown.
        playing: whether it plays.
    """

    columns = Signal(object)
    patches = Signal(object)
    day_known = Signal(object)
    moved = Signal(object)
    playing = Signal(object)

    def __init__(
        self,
        link: Link,
        parent: QObject | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._clock = clock
        self.day: BoardDay | None = None
        self.moment: datetime | None = None
        """The moment shown; None while nothing of the past is."""
        self.speed = SPEEDS[0]
        self._project = 0
        self._wanted: datetime | None = None
        self._times: list[datetime] = []
        self._arrivals: list[datetime] = []
        self._asked = 0
        self._ticked = 0.0
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self.tick)

    def look(self, project: int, moment: datetime) -> None:
        """Show *project* as it stood at *moment*; later than the office knows of: as late as that."""
        self._wanted = moment
        day = wording.local(moment).date()
        known = self.day
        if known is not None and known.project == project and known.day == day:
            self._go(moment)
            return
        self.pause()
        self._project, self.day, self.moment = project, None, None
        self._asked += 1
        asked = self._asked
        self._link.ask(self, lambda found: self._take_day(asked, found), board_day, project, day)

    def again(self) -> None:
        """Ask the office anew for the day shown: it may have gone on."""
        moment, self.day = self._wanted, None
        if moment is not None:
            self.look(self._project, moment)

    def leave(self) -> None:
        """Forget the past; answers still under way count no more."""
        self.pause()
        self._asked += 1
        self.day = self.moment = self._wanted = None

    def move(self, moment: datetime) -> None:
        """Go to *moment* of the day shown."""
        if self.day is not None:
            self._wanted = moment
            self._go(moment)

    # From change to change -----------------------------------------------------------------

    def beside(self, *, forwards: bool) -> datetime | None:
        """Give the moment of the next change after, or the one before, the moment shown."""
        if self.moment is None:
            return None
        at = bisect_right(self._times, self.moment)
        if forwards:
            return self._times[at] if at < len(self._times) else None
        while at and self._times[at - 1] >= self.moment:
            at -= 1
        return self._times[at - 1] if at else None

    def step(self, *, forwards: bool) -> bool:
        """Go to the next change, or back before the latest; False where the day has no more."""
        there = self.beside(forwards=forwards)
        if there is None and not forwards and self.day is not None:
            there = self.day.first
        if there is None or there == self.moment:
            return False
        self.move(there)
        return True

    # Playing -------------------------------------------------------------------------------

    @property
    def is_playing(self) -> bool:
        """Tell whether it plays."""
        return self._timer.isActive()

    def play(self) -> None:
        """Play from the moment shown; at the end of the day from its beginning."""
        day = self.day
        if day is None or self.moment is None or not self._times:
            return
        if self.beside(forwards=True) is None:
            self.move(max(day.first, self._times[0] - timedelta(seconds=1)))
        self._ticked = self._clock()
        self._timer.start()
        self.playing.emit(True)

    def pause(self) -> None:
        """Stand still."""
        if self._timer.isActive():
            self._timer.stop()
            self.playing.emit(False)

    def tick(self) -> None:
        """Go on by as much of the day as has been played since the last tick."""
        now, moment, day = self._clock(), self.moment, self.day
        if day is None or moment is None:
            return
        if not self.speed:
            if now - self._ticked < _BETWEEN_S:
                return
            self._ticked = now
            if not self.step(forwards=True):
                self.pause()
            return
        span = timedelta(seconds=(now - self._ticked) * self.speed)
        self._ticked = now
        self.move(min(moment + span, day.last))
        if self.moment is not None and self.beside(forwards=True) is None:
            self.pause()

    # What is shown -------------------------------------------------------------------------

    def _take_day(self, asked: int, day: BoardDay) -> None:
        if asked != self._asked or self._wanted is None:
            return
        self.day = day
        self._times = [change.at for change in day.changes]
        self._arrivals = list(day.arrivals)
        self.day_known.emit(day)
        self._go(self._wanted)

    def _go(self, moment: datetime) -> None:
        day = self.day
        if day is None:
            return
        there = min(max(moment, day.first), day.last)
        if self.moment is None or self._another(self.moment, there):
            self._asked += 1
            asked = self._asked
            self._link.ask(
                self,
                lambda columns: self._take_columns(asked, there, columns),
                board_columns_at, day.project, there,
            )  # fmt: skip
            return
        between = self._between(self.moment, there)
        self.moment = there
        self.moved.emit((there,))
        if between:
            self.patches.emit(between)

    def _take_columns(self, asked: int, moment: datetime, columns: BoardColumns) -> None:
        if asked != self._asked:
            return
        self.moment = moment
        self.moved.emit((moment,))
        self.columns.emit(columns)

    def _another(self, here: datetime, there: datetime) -> bool:
        """Tell whether the units are others there: some came in between."""
        low, high = min(here, there), max(here, there)
        return bisect_right(self._arrivals, low) != bisect_right(self._arrivals, high)

    def _between(self, here: datetime, there: datetime) -> tuple[UnitPatch, ...]:
        """Give what is another there: of each unit the last change on the way."""
        day = self.day
        if day is None:
            return ()
        low, high = (
            bisect_right(self._times, min(here, there)),
            bisect_right(self._times, max(here, there)),
        )
        passed = day.changes[low:high]
        if there >= here:
            return tuple({change.unit: change.after for change in passed}.values())
        return tuple({change.unit: change.before for change in reversed(passed)}.values())


def what_changed(change: BoardChange) -> tuple[bool, bool, bool]:
    """Tell whether the state, the price, or only the time of a hold is another."""
    before, after = change.before, change.after
    state = before.state != after.state
    prices = (before.unit_price_fen, before.total_fen) != (after.unit_price_fen, after.total_fen)
    return state, prices, not state and before.until != after.until
