"""The band over a board of the past: which moment it shows, and the ways to others."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, QTime, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks import wording
from salesdesk.desks.board.daytrack import DayTrack, second_of, time_words
from salesdesk.desks.board.replay import SPEEDS
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.office.inventory.sheets import BoardDay

_TYPED_MS = 400
_DAY = timedelta(days=1)


class PastBar(QFrame):
    """Says that this is the past, and which.

    Signals:
        wanted: a wall-clock moment (naive `datetime`, in a tuple) of the office to be shown.
        second: a second of the day shown (int).
        earlier, later: the change before, the change after.
        toggled: play, or pause.
        paced: the speed chosen, of `replay.SPEEDS`.
        left: back to now.
    """

    wanted = Signal(object)
    second = Signal(object)
    earlier = Signal()
    later = Signal()
    toggled = Signal()
    paced = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "warn")
        self._first: datetime | None = None
        self._quiet = False
        sign = QLabel(self)
        set_icon(sign, "history", "warn", 20)
        self.words = PlainLabel("", "heading")
        self.words.setProperty("tone", "warn")
        self._hint = PlainLabel(self.tr("Nothing can be done here; it is only looked at."), "hint")
        self.days = DateField()
        self.days.setMaximumWidth(130)
        self.days.setAccessibleName(self.tr("Day"))
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm:ss")
        self.time.setAccessibleName(self.tr("Time of the day"))
        self.track = DayTrack()
        self.speeds = QComboBox()
        self.speeds.setAccessibleName(self.tr("Speed"))
        self.speeds.setToolTip(self.tr("Speed"))
        for speed in SPEEDS:
            self.speeds.addItem(self._pace(speed), speed)
        self._count = PlainLabel("", "hint")
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._typed.timeout.connect(self._tell)
        self._make_buttons()
        self._lay_out(sign)
        self.days.changed.connect(lambda _day: self._type())
        self.time.timeChanged.connect(lambda _time: self._type())
        self.track.wanted.connect(self.second)
        self.speeds.activated.connect(lambda _at: self.paced.emit(self.speeds.currentData()))
        self.hide()

    def _make_buttons(self) -> None:
        self.day_before = self._small("chevron-left", self.tr("The day before"), -1)
        self.day_after = self._small("chevron-right", self.tr("The day after"), 1)
        self.back = button(self.tr("Back to now"), self.left.emit, "undo-2", "primary")
        self.back.setToolTip(self.tr("Back to now (Esc)"))
        self.back.setAutoDefault(False)
        self.previous = self._told(
            "skip-back", self.tr("The change before"), "Ctrl+Shift+Left", self.earlier.emit
        )
        self.next = self._told(
            "skip-forward", self.tr("The next change"), "Ctrl+Shift+Right", self.later.emit
        )
        self.start = self._told("play", self.tr("Play or pause"), "Ctrl+Space", self.toggled.emit)

    def _lay_out(self, sign: QLabel) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 7, 10, 4)
        lines.setSpacing(3)
        lines.addLayout(
            row(sign, self.words, self._hint, None, self.day_before, self.days, self.day_after,
                self.time, self.back)
        )  # fmt: skip
        lower = row(self.previous, self.start, self.next, self.speeds, spacing=6)
        lower.addWidget(self.track, 1)
        lower.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        lines.addLayout(lower)

    # What is shown -------------------------------------------------------------------------

    def show_day(self, day: BoardDay) -> None:
        """Show a day's line and its marks."""
        self._first = day.first
        moments = [change.at for change in day.changes]
        self.track.show_day(day.first, day.last, moments)
        words = self.tr("%n change(s)", "", len(moments))
        self._count.setText(words)
        some = bool(moments)
        for part in (self.previous, self.next, self.start, self.speeds):
            part.setEnabled(some)
        self.day_after.setEnabled(day.day < wording.today())

    def show_moment(self, moment: datetime) -> None:
        """Show which moment is looked at."""
        there = wording.local(moment)
        self._quiet = True
        if not self.days.hasFocus():
            self.days.set_day(there.date())
        if not self.time.hasFocus():
            self.time.setTime(QTime(there.hour, there.minute, there.second))
        self._quiet = False
        words = self.tr("The past: {day}, {time}")
        day = wording.long_day(there.date())
        self.words.setText(words.format(day=day, time=time_words(moment)))
        if self._first is not None:
            self.track.show_second(second_of(moment, self._first))

    def show_playing(self, playing: object) -> None:
        """Show whether it plays."""
        set_icon(self.start, "pause" if playing else "play", "text", 16)

    # What is wanted ------------------------------------------------------------------------

    def _type(self) -> None:
        if not self._quiet:
            self._typed.start()

    def _tell(self) -> None:
        day = self.days.day()
        if day is not None and day <= wording.today():
            self._want(day)

    def _want(self, day: date) -> None:
        shown = self.time.time()
        there = time(shown.hour(), shown.minute(), shown.second())
        self.wanted.emit((datetime.combine(day, there),))

    def _turn(self, days: int) -> None:
        day = self.days.day()
        if day is not None and day + days * _DAY <= wording.today():
            self._want(day + days * _DAY)
            self.days.set_day(day + days * _DAY)

    def _told(
        self, icon_name: str, tip: str, keys: str, told: Callable[[], object]
    ) -> QPushButton:
        made = button("", told, icon_name, tip=f"{tip} ({keys})")
        made.setAccessibleName(tip)
        # Not the button's own key: that would press it visibly, and swallow quick repeats.
        QShortcut(QKeySequence(keys), self, told)
        return made

    def _small(self, icon_name: str, tip: str, days: int) -> QPushButton:
        made = button("", lambda: self._turn(days), icon_name, "quiet", tip=tip)
        made.setAccessibleName(tip)
        return made

    def _pace(self, speed: int) -> str:
        if not speed:
            return self.tr("Change by change")
        return self.tr("%n minute(s) a second", "", speed // 60)
