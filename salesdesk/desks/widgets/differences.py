"""Mine, theirs and what it was: what somebody else saved meanwhile, beside what is typed here."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.theme import set_tone


class Difference(NamedTuple):
    """One field in words: what it was when the form opened, what is typed, what is saved now."""

    name: str
    was: str
    mine: str
    theirs: str


class Differences(QFrame):
    """Field by field what it was, what the office holds now, what I typed; hidden until needed.

    *stacked*: under one another, in a form that is too narrow for columns.

    Signals:
        mine: save what is typed, over the new state.
        theirs: drop what is typed and show the new state.
    """

    mine = Signal()
    theirs = Signal()

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        super().__init__(parent)
        self._stacked = stacked
        self.setProperty("role", "banner")
        set_tone(self, "tone", "warn")
        title = PlainLabel(self.tr("Somebody else saved this meanwhile"), "heading").wrapping()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for column in range(1, 2 if stacked else 4):
            self._grid.setColumnStretch(column, 1)
        self.keep = button(self.tr("Save mine"), self.mine.emit, "save")
        self.take = button(self.tr("Take theirs"), self.theirs.emit, "rotate-ccw")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 10, 14, 12)
        lines.addWidget(title)
        lines.addLayout(self._grid)
        lines.addLayout(row(None, self.take, self.keep))
        self._pairs: tuple[Difference, ...] = ()
        self.hide()

    def show_pairs(self, found: Iterable[Difference]) -> None:
        """Show the fields that differ."""
        self._pairs = tuple(one for one in found if one.mine != one.theirs)
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        heads = self.tr("What it was"), self.tr("In the office now"), self.tr("Typed here")
        if self._stacked:
            self._stack(heads)
        else:
            self._tabulate(heads)
        self.show()

    def pairs(self) -> tuple[Difference, ...]:
        """Give what is shown."""
        return self._pairs

    def _tabulate(self, heads: tuple[str, ...]) -> None:
        for at, head in enumerate(heads, 1):
            self._grid.addWidget(PlainLabel(head, "dim"), 0, at)
        for at, one in enumerate(self._pairs, 1):
            self._grid.addWidget(PlainLabel(one.name, "dim"), at, 0)
            for column, words in enumerate((one.was, one.theirs, one.mine), 1):
                self._grid.addWidget(PlainLabel(words or "—").wrapping(), at, column)

    def _stack(self, heads: tuple[str, ...]) -> None:
        at = 0
        for one in self._pairs:
            self._grid.addWidget(PlainLabel(one.name, "heading").wrapping(), at, 0, 1, 2)
            for down, (head, words) in enumerate(
                zip(heads, (one.was, one.theirs, one.mine), strict=True), 1
            ):
                self._grid.addWidget(PlainLabel(head, "dim"), at + down, 0)
                self._grid.addWidget(PlainLabel(words or "—").wrapping(), at + down, 1)
            at += len(heads) + 1
