"""Keeps an open board true: asks for everything once, then only for what changed."""

from collections import deque
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from salesdesk.desks.link import Link
from salesdesk.kernel.change import Change, Topic
from salesdesk.office.inventory.queries import board_columns, board_patch, projects
from salesdesk.office.inventory.sheets import BoardColumns, ProjectCard, UnitPatch

GATHER_MS = 30
AT_ONCE = 2
"""So many times within GATHER_MS a change is asked for at once; what comes after, together. Not
once: the log names a little later what a word has named, and would make the next word wait."""
MOST_PATCHED = 400
"""From so many changed units on, the whole board is asked for again."""
_PATIENCE_S = 5.0


class BoardFeed(QObject):
    """What the board knows of the office.

    Signals:
        listed: the projects (tuple of `ProjectCard`).
        columns: a whole board (`BoardColumns`).
        patches: what changed (tuple of `UnitPatch`).
        touched: ids (frozenset) of units of which something changed, their history for example.
    """

    listed = Signal(object)
    columns = Signal(object)
    patches = Signal(object)
    touched = Signal(object)

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.project: int | None = None
        self.awake = False
        self._known = False
        self._stale = True
        self._waiting: set[int] = set()
        self._asked: dict[int, float] = {}
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._ask_patches)
        self._lately = deque[float](maxlen=AT_ONCE)
        link.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask for the projects and the whole board again."""
        self._stale = False
        self._waiting.clear()
        self._link.ask(self, self._list, projects)

    def choose(self, project: int) -> None:
        """Show another project."""
        self.project = project
        self._stale = False
        self._waiting.clear()
        self._link.ask(self, self._take, board_columns, project)

    def wake(self) -> None:
        """The board is seen again: catch up with what was missed."""
        self.awake = True
        if self._stale and self._known:
            self.refresh()
        elif self._waiting:
            self._ask_patches()

    def sleep(self) -> None:
        """Nobody looks: only remember that something changed."""
        self.awake = False

    def look_at(self, units: tuple[int, ...]) -> None:
        """Ask again for units whose hold seems to have run out, each at most every 5 seconds."""
        now = monotonic()
        due = {unit for unit in units if now - self._asked.get(unit, 0.0) >= _PATIENCE_S}
        self._asked = {unit: at for unit, at in self._asked.items() if now - at < _PATIENCE_S}
        self._asked.update(dict.fromkeys(due, now))
        self._want(due)

    def _hear(self, changes: frozenset[Change]) -> None:
        topics = {change.topic for change in changes}
        if topics & {Topic.EVERYTHING, Topic.PROJECT}:
            self._stale = True
            if self.awake and self._known:
                self.refresh()
            return
        units = {change.key for change in changes if change.topic is Topic.UNIT}
        if units:
            self.touched.emit(frozenset(units))
            self._want(units)

    def _want(self, units: set[int]) -> None:
        self._waiting |= units
        if len(self._waiting) > MOST_PATCHED:
            self._stale = True
            self._waiting.clear()
            if self.awake and self._known:
                self.refresh()
        elif self._waiting and self.awake and not self._gather.isActive():
            self._ask_patches()

    def _ask_patches(self) -> None:
        units, self._waiting = tuple(sorted(self._waiting)), set()
        if units:
            self._lately.append(now := monotonic())
            if len(self._lately) == AT_ONCE and now - self._lately[0] < GATHER_MS / 1000:
                self._gather.start()
            self._link.ask(self, self._patched, board_patch, units)

    def _list(self, cards: tuple[ProjectCard, ...]) -> None:
        self._known = True
        known = {card.id for card in cards}
        if self.project not in known:
            self.project = cards[0].id if cards else None
        self.listed.emit(cards)
        if self.project is not None:
            self._link.ask(self, self._take, board_columns, self.project)

    def _take(self, columns: BoardColumns) -> None:
        if columns.project == self.project:
            self.columns.emit(columns)

    def _patched(self, patches: tuple[UnitPatch, ...]) -> None:
        self.patches.emit(patches)
