"""What the desks of one list and one record beside it have in common."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.desk import Desk
from salesdesk.desks.widgets.gathering import gathered
from salesdesk.desks.widgets.table import CardTable
from salesdesk.kernel.change import Change, Topic

_GAP = 12
"""Between a list and its record, in pixels."""


class ListDesk(Desk):
    """Asks again when something changed, once for a burst and only while it is seen; prints its list."""

    topics: ClassVar[frozenset[Topic]]
    """Changes of these topics make what is shown stale."""
    table: CardTable[Any]

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._stale = True
        self._renew = gathered(self, self._renew_shown)
        link.changed.connect(self._heard)

    def listed(self) -> CardTable[Any]:
        """Give the list that is shown now."""
        return self.table

    @override
    def refresh(self) -> None:
        self._stale = False

    @override
    def print_view(self) -> None:
        self.listed().print_view()

    @override
    def export_view(self) -> None:
        self.listed().export()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew_shown()

    def add_keys(self, keys: Mapping[str, Callable[[], object]]) -> None:
        """Have each key of *keys* do what stands beside it while the desk has the focus."""
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _heard(self, changes: frozenset[Change]) -> None:
        if not self.topics.isdisjoint(change.topic for change in changes):
            self._stale = True
            if not self._renew.isActive():
                self._renew.start()

    def _renew_shown(self) -> None:
        if self._stale and self.isVisible():
            self.refresh()


def beside(
    left: QWidget, right: QWidget, sizes: tuple[int, int], shares: tuple[int, int]
) -> QSplitter:
    """Give a list and its record side by side: *sizes* in pixels at first, *shares* of what is added."""
    both = QSplitter(Qt.Orientation.Horizontal)
    for at, (part, share) in enumerate(zip((left, right), shares, strict=True)):
        both.addWidget(part)
        both.setStretchFactor(at, share)
    both.setSizes(list(sizes))
    both.setChildrenCollapsible(False)
    both.setHandleWidth(_GAP)
    return both
