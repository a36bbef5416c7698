"""Mine and theirs: what somebody else saved in the meantime, beside what is typed here."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.theme import set_tone


class Differences(QFrame):
    """Field by field: its name, what I typed, what the office holds now; hidden until needed.

    Signals:
        mine: save what is typed, over the new state.
        theirs: drop what is typed and show the new state.
    """

    mine = Signal()
    theirs = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        set_tone(self, "tone", "warn")
        title = PlainLabel(self.tr("Somebody else saved this meanwhile"), "heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.keep = button(self.tr("Save mine"), self.mine.emit, "save")
        self.take = button(self.tr("Take theirs"), self.theirs.emit, "rotate-ccw")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 10, 14, 12)
        lines.addWidget(title)
        lines.addLayout(self._grid)
        lines.addLayout(row(None, self.take, self.keep))
        self._pairs: tuple[tuple[str, str, str], ...] = ()
        self.hide()

    def show_pairs(self, pairs: Iterable[tuple[str, str, str]]) -> None:
        """Show the fields that differ: (name, mine, theirs)."""
        self._pairs = tuple((name, mine, theirs) for name, mine, theirs in pairs if mine != theirs)
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        heads = ("", self.tr("Typed here"), self.tr("In the office now"))
        for at, head in enumerate(heads):
            self._grid.addWidget(PlainLabel(head, "dim"), 0, at)
        for at, (name, mine, theirs) in enumerate(self._pairs, 1):
            self._grid.addWidget(PlainLabel(name, "dim"), at, 0)
            self._grid.addWidget(PlainLabel(mine or "—").wrapping(), at, 1)
            self._grid.addWidget(PlainLabel(theirs or "—").wrapping(), at, 2)
        self.show()

    def pairs(self) -> tuple[tuple[str, str, str], ...]:
        """Give what is shown."""
        return self._pairs
