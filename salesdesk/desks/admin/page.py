"""What every page of the administration desk is: a head, a banner, a body, one list to print."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.columns import TableSheet
from salesdesk.desks.widgets.labels import PlainLabel, column, row
from salesdesk.desks.widgets.outlets import not_written
from salesdesk.desks.widgets.paper import open_list
from salesdesk.desks.widgets.table import CardTable
from salesdesk.kernel.change import Change, Topic


class Page(QWidget):
    """One page: made at the first visit, filled by `refresh`, told what changed.

    Signals:
        jump: a `Jump` to another desk.
        told: a short text for the status bar.
    """

    jump = Signal(object)
    told = Signal(object)
    topics: ClassVar[frozenset[Topic]] = frozenset()
    """Changes of these topics make the page ask again."""

    def __init__(self, link: Link, title: str, detail: str) -> None:
        super().__init__()
        self.link = link
        self.title = title
        self.banner = Banner(self)
        self.head_row = row(spacing=8)
        hint = PlainLabel(detail, "dim").wrapping()
        words = column(PlainLabel(title, "title"), hint, spacing=2)
        head = row(words, self.head_row, spacing=16)
        head.setStretch(0, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(18, 14, 18, 14)
        lines.setSpacing(10)
        lines.addLayout(head)
        lines.addWidget(self.banner)
        lines.addLayout(self.body, 1)

    def refresh(self) -> None:
        """Ask the office again for everything shown."""

    def heard(self, changes: frozenset[Change]) -> bool:
        """Tell whether *changes* concern what is shown."""
        topics = {change.topic for change in changes}
        return Topic.EVERYTHING in topics or not self.topics.isdisjoint(topics)

    def unsaved(self) -> bool:
        """Tell whether something typed would be lost if the page went away."""
        return False

    def table(self) -> CardTable[Any] | None:
        """Give the list that Ctrl+P prints and Ctrl+E exports."""
        return None

    def keys(self) -> Sequence[tuple[str, str]]:
        """Give the page's own keys for the overview."""
        return ()

    def not_written(self, error: OSError) -> None:
        """Say that a file could not be written."""
        self.banner.say(*not_written(error))

    def print_sheet(self, sheet: TableSheet) -> None:
        """Preview a list on paper."""
        open_list(self.link, self, sheet)
