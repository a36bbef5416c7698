"""What waits for signatures on a deal, with the way to each request."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.widgets.labels import PlainLabel, button, clear, row
from salesdesk.desks.wording import say
from salesdesk.office.sales.change_sheets import WaitingChange


class WaitingList(QWidget):
    """One line a request; hidden where nothing waits.

    Signals:
        wanted: the number of the request that shall be shown.
    """

    wanted = Signal(object)

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may = "requests" in rights
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self.hide()

    def show_waits(self, waits: Sequence[WaitingChange]) -> None:
        """Show these requests instead."""
        clear(self._lines)
        self.setVisible(bool(waits))
        for one in waits:
            words = self.tr("Waits for signatures: {change}")
            told = PlainLabel(words.format(change=say("requests", one.kind)), "").wrapping()
            line = row(told)
            line.setStretch(0, 1)
            if self._may:
                name = self.tr("Request {number}").format(number=one.request)
                go = partial(self.wanted.emit, one.request)
                line.addWidget(button(name, go, "arrow-right", "quiet"))
            self._lines.addLayout(line)
