"""To which project a file belongs: one of the office's, or a new one by its name."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from salesdesk.desks.widgets.labels import PlainLabel, row
from salesdesk.office.inventory.sheets import ProjectCard


class ProjectChoice(QWidget):
    """A project by name; *new*: a name that is not there yet makes one.

    Signals:
        changed: another project was chosen or typed.
    """

    changed = Signal()

    def __init__(self, *, new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = new
        self._cards: dict[str, ProjectCard] = {}
        self.box = QComboBox(self)
        self.box.setEditable(new)
        self.box.setMinimumWidth(190)
        self.box.setMaxVisibleItems(14)
        self.box.setAccessibleName(self.tr("Project"))
        editor = self.box.lineEdit()
        if editor is not None:
            editor.setMaxLength(100)
            editor.setPlaceholderText(self.tr("Name of a new project"))
        self.hint = PlainLabel("", "hint", self)
        label = PlainLabel(self.tr("Project"), "dim", self)
        label.setBuddy(self.box)
        line = row(label, self.box, self.hint)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.box.currentTextChanged.connect(self._changed)

    def offer(self, cards: Sequence[ProjectCard]) -> None:
        """Offer the office's projects; what is chosen or typed stays."""
        typed = self.name()
        self._cards = {card.name: card for card in cards}
        blocked = QSignalBlocker(self.box)
        self.box.clear()
        self.box.addItems(list(self._cards))
        if typed:
            self.set_name(typed)
        blocked.unblock()
        self._changed()

    def name(self) -> str:
        """Give the name chosen or typed."""
        return self.box.currentText().strip()

    def set_name(self, name: str) -> None:
        """Choose or type *name*."""
        editor = self.box.lineEdit()
        if editor is not None:
            self.box.setCurrentText(name)
            editor.setCursorPosition(0)  # a long name is read from its beginning
        else:
            self.box.setCurrentIndex(self.box.findText(name))

    def card(self) -> ProjectCard | None:
        """Give the project's card; None for a new one."""
        return self._cards.get(self.name())

    def _changed(self) -> None:
        card = self.card()
        if card is not None:
            self.hint.setText(self.tr("%n unit(s)", "", card.units))
        else:
            self.hint.setText(self.tr("new") if self.name() else "")
        self.changed.emit()
