"""Facts under one another: a dim label, its value beside it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from salesdesk.desks.widgets.labels import PlainLabel


class FactGrid(QWidget):
    """Labels and values in two columns; facts without a value are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show other facts."""
        shown = tuple((label, value) for label, value in facts if value)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for at, (label, value) in enumerate(shown):
            name = PlainLabel(label, "dim", self)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            words = PlainLabel(value, parent=self).wrapping().selectable()
            words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            words.setAccessibleName(label)
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(words, at, 1)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """Give what is shown."""
        return self._shown
