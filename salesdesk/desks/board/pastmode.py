"""The board turned to the past and back: what is shown then comes from there, and nothing is done.

While it is turned, word of what changes now is only remembered. Back to now the whole board is
asked for again, and what the past had painted goes only when that answer is there.
"""

from datetime import UTC, datetime
from time import time

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks import wording
from salesdesk.desks.board.daylist import DayList
from salesdesk.desks.board.feed import BoardFeed
from salesdesk.desks.board.pastbar import PastBar
from salesdesk.desks.board.replay import Replay
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.theme import colours
from salesdesk.kernel.calendar import zoned
from salesdesk.office.inventory.sheets import BoardChange, BoardColumns, BoardDay

_EDGE = 3


class PastFrame(QWidget):
    """Holds the board; has a coloured edge while it shows the past."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._past = False

    def show_past(self, past: bool) -> None:
        """Put the edge on, or take it off."""
        self._past = past
        edge = _EDGE if past else 0
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._past:
            painter = QPainter(self)
            painter.setPen(QPen(QColor(colours().warn), 2 * _EDGE))
            painter.drawRect(self.rect())
            painter.end()


class PastMode(QObject):
    """Whether the past is shown, and which.

    Signals:
        columns, patches: what the canvas is to show, as `BoardFeed` gives it.
        turned: whether the past is shown now.
        moved: another moment is shown.
        pointed: the id of a unit of which a change was chosen.
    """

    columns = Signal(object)
    patches = Signal(object)
    turned = Signal(object)
    moved = Signal()
    pointed = Signal(object)

    def __init__(self, link: Link, feed: BoardFeed, bar: PastBar, days: DayList) -> None:
        super().__init__(bar)
        self._feed = feed
        self._bar = bar
        self._days = days
        self._project = ""
        self.active = False
        self.replay = replay = Replay(link, self)
        replay.day_known.connect(self._show_day)
        replay.moved.connect(lambda _moment: self._show_moment())
        replay.columns.connect(self._show)
        replay.patches.connect(self.patches)
        replay.playing.connect(bar.show_playing)
        bar.wanted.connect(self._want)
        bar.second.connect(self._slide)
        bar.earlier.connect(lambda: self._step(forwards=False))
        bar.later.connect(lambda: self._step(forwards=True))
        bar.toggled.connect(self._toggle)
        bar.paced.connect(self._pace)
        days.chosen.connect(self._point)
        feed.columns.connect(self._come_back)
        feed.patches.connect(self._patch)
        self._returning = False

    @property
    def moment(self) -> datetime | None:
        """The past moment shown; None while the board is that of now."""
        return self.replay.moment if self.active else None

    def now(self) -> float:
        """Give the time by which the board counts: of the moment shown, or this machine's."""
        moment = self.moment
        return time() if moment is None else moment.timestamp()

    def enter(self, project: int, name: str, moment: datetime | None = None) -> None:
        """Turn to the past of *project*, to *moment* or first to now."""
        self._project = name
        self._returning = False
        if not self.active:
            self.active = True
            self._feed.sleep()
            self.turned.emit(True)
        self.replay.look(project, wording.now() if moment is None else moment)

    def leave(self) -> None:
        """Ask for the board as it is now; the past is over when it comes."""
        if not self.active or self._returning:
            return
        self._returning = True
        self.replay.leave()
        self._feed.wake()
        if self._feed.project is not None:
            self._feed.choose(self._feed.project)

    def choose(self, project: int, name: str) -> None:
        """Show another project, of the same moment where the past is shown."""
        moment = self.moment
        if not self.active or self._returning:
            self._feed.choose(project)
        else:
            self._feed.project = project
            self.enter(project, name, moment)

    def look_at(self, units: tuple[int, ...]) -> None:
        """Ask again for units whose hold seems to have run out; in the past that is known."""
        if not self.active:
            self._feed.look_at(units)

    # ---------------------------------------------------------------------------------------

    def _patch(self, patches: object) -> None:
        if not self.active:
            self.patches.emit(patches)

    def _come_back(self, columns: BoardColumns) -> None:
        """Show the board of now, unless the past is looked at."""
        if self.active and not self._returning:
            return
        if self.active:
            self.active = self._returning = False
            self.turned.emit(False)
        self.columns.emit(columns)

    def _show(self, columns: BoardColumns) -> None:
        if self.active and not self._returning:
            self.columns.emit(columns)

    def _show_day(self, day: BoardDay) -> None:
        self._bar.show_day(day)
        self._days.show_day(self._project, day.day, day.changes)

    def _show_moment(self) -> None:
        moment = self.moment
        if moment is not None:
            self._bar.show_moment(moment)
            self._days.show_moment(moment)
            self.moved.emit()

    def _want(self, wanted: tuple[datetime]) -> None:
        project = self._feed.project
        if self.active and project is not None:
            self.replay.pause()
            moment = zoned(wanted[0], wording.zone())
            self.replay.look(project, min(moment, wording.now()))

    def _slide(self, second: int) -> None:
        day = self.replay.day
        if day is not None:
            self.replay.pause()
            self.replay.move(datetime.fromtimestamp(day.first.timestamp() + second, UTC))

    def _step(self, *, forwards: bool) -> None:
        self.replay.pause()
        self.replay.step(forwards=forwards)

    def _toggle(self) -> None:
        if self.replay.is_playing:
            self.replay.pause()
        else:
            self.replay.play()

    def _pace(self, speed: int) -> None:
        self.replay.speed = speed

    def _point(self, change: BoardChange) -> None:
        self.replay.pause()
        self.replay.move(change.at)
        self.pointed.emit(change.unit)
