"""What every page of the cashier's desk has in common for the desk that shows it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.table import CardTable
from salesdesk.kernel.change import Topic


class Page(QWidget):
    """One page; ``topics`` are the changes after which it must ask again.

    Signals:
        told: what was done, for the status bar.
        jump: a `Jump` to another desk.
    """

    told = Signal(object)
    jump = Signal(object)
    topics: frozenset[Topic] = frozenset({Topic.EVERYTHING})

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = link

    def refresh(self) -> None:
        """Ask the office again."""

    def arrive(self) -> None:
        """Put the cursor where work starts."""

    def dirty(self) -> bool:
        """Tell whether something typed would be lost."""
        return False

    def shown_table(self) -> CardTable[Any] | None:
        """Give the list that is exported and printed, if there is one."""
        return None
