"""Whole phones and ID numbers: shown for half a minute with a reason, then masked again."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesdesk.desks.widgets.fields import copy_text
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row

SHOWN_SECONDS = 30
"""How long numbers are shown, and how long a copied one stays on the clipboard."""


class RevealBox(QWidget):
    """The numbers just revealed, with the seconds left; copying one masks them at once.

    Signals:
        masked: the numbers are hidden again.
    """

    masked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._copied = ""
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(SHOWN_SECONDS * 1000)
        self._forget.timeout.connect(self.clear_clipboard)
        self._count = PlainLabel("", "hint")
        self._card = Card(margin=12)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._card)
        self._rows: list[QWidget] = []
        self.hide()

    def show_numbers(self, numbers: list[str]) -> None:
        """Show *numbers* for half a minute."""
        self.hide_numbers()
        for number in numbers:
            line = QWidget()
            text = PlainLabel(number, "heading").selectable()
            copy = button(self.tr("Copy"), partial(self._copy, number), "copy", "quiet")
            line.setLayout(row(text, None, copy))
            self._rows.append(line)
            self._card.body.addWidget(line)
        self._card.body.addWidget(self._count)
        self._left = SHOWN_SECONDS
        self._tell()
        self._timer.start()
        self.show()

    def numbers(self) -> list[str]:
        """Give what is shown now."""
        return [label.text() for line in self._rows for label in line.findChildren(PlainLabel)]

    def hide_numbers(self) -> None:
        """Take the numbers away."""
        self._timer.stop()
        shown = bool(self._rows)
        for line in self._rows:
            self._card.body.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self._rows = []
        self.hide()
        if shown:
            self.masked.emit()

    def clear_clipboard(self) -> None:
        """Empty the clipboard where it still holds the number copied here."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""

    def _copy(self, number: str) -> None:
        copy_text(number)
        self._copied = number
        self._forget.start()
        self.hide_numbers()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.hide_numbers()
        else:
            self._tell()

    def _tell(self) -> None:
        self._count.setText(
            self.tr("Masked again in %n second(/s); copying masks at once.", "", self._left)
        )
