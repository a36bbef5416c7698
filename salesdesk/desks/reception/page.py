"""A page of the reception desk: it asks the office when it is shown, and again when that changed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.gathering import gathered
from salesdesk.kernel.change import Change, Topic


class ReceptionPage(QWidget):
    """One page; ``topics`` are the kinds of record it shows.

    Signals:
        told: a short text for the status bar.
        jump: a `Jump` to another desk.
        customer_wanted: the id of a customer to open.
        visit_wanted: a `CustomerCard` to register a visit for.
    """

    told = Signal(object)
    jump = Signal(object)
    customer_wanted = Signal(object)
    visit_wanted = Signal(object)

    topics: frozenset[Topic] = frozenset()

    def __init__(self, link: Link, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link
        self.rights = rights
        self._stale = True
        self._timer = gathered(self, self.refresh)

    def refresh(self) -> None:
        """Ask the office again for everything shown."""
        self._stale = False
        self.ask()

    def ask(self) -> None:
        """Send this page's questions."""

    def outdate(self) -> None:
        """Have the page ask again: now where it is shown, else when it is shown next."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def hear(self, changes: frozenset[Change]) -> None:
        """Take what changed anywhere in the office."""
        if not any(c.topic in self.topics or c.topic is Topic.EVERYTHING for c in changes):
            return
        self._stale = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def print_view(self) -> None:
        """Print what is shown."""

    def export_view(self) -> None:
        """Export what is shown."""

    def unsaved(self) -> bool:
        """Tell whether something typed would be lost."""
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
