"""What runs out under the person's hands: a bell in the top bar, said once when it is news.

A hold of his that is about to end, and a unit that came free for a customer of his in line.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import local, now
from salesdesk.kernel.change import Change, Topic

_LOOK_MS: Final = 30_000
_AFTER_MS: Final = 1_500
"""How often it looks by itself, and how long after word of a change: many come at once."""
_TELLING: Final = frozenset({Topic.UNIT, Topic.DEAL, Topic.SETTING, Topic.EVERYTHING})
_MINUTE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SoonLine:
    """One thing that runs out: the *customer*'s hold of a unit, or his turn in the line for it."""

    unit_id: int
    unit: str
    customer: str
    until: datetime
    turn: bool = False


Look = Callable[[], Sequence[SoonLine]]


class SoonBell(QPushButton):
    """Hidden while nothing runs out; else how many things do, and a menu that goes to each.

    Signals:
        wanted: a `Jump` to the unit chosen.
        news: a sentence about what began to run out since the last look.
    """

    wanted = Signal(object)
    news = Signal(object)

    def __init__(self, link: Link, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._look = link, look
        self._known: frozenset[tuple[int, str, bool]] = frozenset()
        self.lines: tuple[SoonLine, ...] = ()
        self.setProperty("role", "pill")
        set_tone(self, "tone", "warn")
        set_icon(self, "bell", "warn", 15)
        self.setMenu(QMenu(self))
        self.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._after = QTimer(self)
        self._after.setSingleShot(True)
        self._after.setInterval(_AFTER_MS)
        self._after.timeout.connect(self.look)
        link.changed.connect(self._heard)
        self.look()

    def look(self) -> None:
        """Ask what runs out now; the office's silence is told elsewhere."""
        self._link.call(self, self._look, self.show_lines, lambda _error: None)

    def show_lines(self, lines: Sequence[SoonLine]) -> None:
        """Show *lines*, and tell of those that were not there before."""
        self.lines = tuple(sorted(lines, key=lambda line: line.until))
        seen = frozenset((line.unit_id, line.customer, line.turn) for line in self.lines)
        fresh = [
            line
            for line in self.lines
            if (line.unit_id, line.customer, line.turn) not in self._known
        ]
        self._known = seen
        self.setVisible(bool(self.lines))
        self.setText(self.tr("%n unit(s) about to run out", "", len(self.lines)))
        self.setAccessibleName(self.text())
        menu = self.menu()
        menu.clear()
        for line in self.lines:
            action = menu.addAction(self._words(line).replace("&", "&&"))
            action.triggered.connect(partial(self._go, line.unit_id))
        if fresh:
            self.news.emit(self._told(fresh))
            QApplication.alert(self.window())  # in the task bar, where another window is in front

    def _told(self, fresh: Sequence[SoonLine]) -> str:
        """Tell of the first and count the others: the status bar has room for one sentence."""
        first, more = self._words(fresh[0]), len(fresh) - 1
        if not more:
            return first
        return self.tr("{first} · %n more under the bell", "", more).format(first=first)

    def _words(self, line: SoonLine) -> str:
        until = local(line.until)
        if line.turn:
            words = self.tr("{unit} is free for {customer} until {time}")
        else:
            words = self.tr("The hold of {unit} for {customer} ends at {time} ({minutes} min)")
        minutes = max(0, int((line.until - now()).total_seconds() // _MINUTE))
        return words.format(
            unit=line.unit, customer=line.customer, time=f"{until:%H:%M}", minutes=minutes
        )

    def _go(self, unit: int, _checked: object = None) -> None:
        self.wanted.emit(Jump("board", Topic.UNIT, unit))

    def _heard(self, changes: frozenset[Change]) -> None:
        if any(change.topic in _TELLING for change in changes):
            self._after.start()
