"""The list of pages at the left of the administration desk."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.admin.page import Page
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel

_WIDTH = 182
_ICON = 17


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its name in the code, its words (already translated), how to make it."""

    name: str
    group: str
    title: str
    icon: str
    factory: Callable[[Link], Page]


class Sidebar(QWidget):
    """Pages under their groups; Up and Down go through them.

    Signals:
        chosen: the name of the page to show.
    """

    chosen = Signal(object)

    def __init__(self, entries: tuple[Entry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(10, 10, 10, 10)
        lines.setSpacing(2)
        before = ""
        for number, entry in enumerate(entries, 1):
            if entry.group != before:
                caption = PlainLabel(entry.group, "hint", self)
                caption.setContentsMargins(12, 12 if before else 4, 0, 3)
                lines.addWidget(caption)
                before = entry.group
            made = self._button(entry, number)
            group.addButton(made)
            self.buttons[entry.name] = made
            lines.addWidget(made)
        lines.addStretch(1)
        self._lines = lines

    def foot(self, widget: QWidget) -> None:
        """Keep *widget* in sight under the pages, whichever is shown."""
        widget.setContentsMargins(12, 0, 0, 4)
        self._lines.addWidget(widget)

    def show_current(self, name: str) -> None:
        """Mark the page *name* as the one shown."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self.buttons.values())
        at = next((n for n, made in enumerate(buttons) if made.hasFocus()), -1)
        if step is None or at < 0:
            super().keyPressEvent(event)
            return
        buttons[(at + step) % len(buttons)].setFocus()

    def _button(self, entry: Entry, number: int) -> QPushButton:
        made = QPushButton(entry.title, self)
        made.setProperty("role", "rail")
        made.setCheckable(True)
        made.setAccessibleName(entry.title)
        made.setToolTip(f"{entry.title} (Alt+{number})")
        made.setIconSize(QSize(_ICON + 5, _ICON))
        set_icon(made, entry.icon, "dim", _ICON, 5)
        made.clicked.connect(lambda _checked=False: self.chosen.emit(entry.name))
        made.toggled.connect(
            lambda on: set_icon(made, entry.icon, "accent_text" if on else "dim", _ICON, 5)
        )
        return made
