"""The rail of desks on the left: icon and word, one chosen, Ctrl+1 to Ctrl+9."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.shell.backstage import DeskEntry
from salesdesk.desks.shell.mark import Mark
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, row
from salesdesk.desks.wording import say
from salesdesk.kernel.change import Topic

WIDTH: Final = 196
_NARROW: Final = 62
_ICON: Final = 19

DESK_OF: Final[dict[str, tuple[tuple[str, Topic], ...]]] = {
    "customer": (("reception", Topic.CUSTOMER), ("contracts", Topic.CUSTOMER)),
    "unit": (("board", Topic.UNIT), ("contracts", Topic.UNIT), ("cashier", Topic.UNIT)),
    "receipt": (("cashier", Topic.RECEIPT),),
}
"""Where a found record is shown: the first of these desks that the person has."""


class Rail(QWidget):
    """The desks this person may use.

    Signals:
        chosen: the name of the desk to show.
    """

    chosen = Signal(object)

    def __init__(self, desks: Sequence[DeskEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._brand = PlainLabel("salesdesk", "heading")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(10, 14, 10, 12)
        self._lines.setSpacing(3)
        mark: QLabel = Mark(26, self)
        head = row(mark, self._brand, None, spacing=10)
        head.setContentsMargins(8, 0, 0, 12)
        self._lines.addLayout(head)
        for number, desk in enumerate(desks, 1):
            self._add(number, desk)
        self._lines.addStretch(1)
        self.set_narrow(narrow=False)

    def show_current(self, name: str) -> None:
        """Mark the desk *name* as the one shown."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        self.setFixedWidth(_NARROW if narrow else WIDTH)
        self._brand.setVisible(not narrow)
        for name, button in self._buttons.items():
            button.setText("" if narrow else self._words[name])

    def names(self) -> tuple[str, ...]:
        """Give the desks in order."""
        return tuple(self._buttons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        at = next((n for n, button in enumerate(buttons) if button.hasFocus()), -1)
        if step is None or at < 0:
            super().keyPressEvent(event)
            return
        buttons[(at + step) % len(buttons)].setFocus()

    def _add(self, number: int, desk: DeskEntry) -> None:
        title = say("desks", desk.title)
        button = QPushButton(title, self)
        button.setProperty("role", "rail")
        button.setCheckable(True)
        button.setIconSize(QSize(_ICON + 5, _ICON))
        set_icon(button, desk.icon, "dim", _ICON, 5)
        button.setToolTip(f"{title} (Ctrl+{number})")
        button.setAccessibleName(title)
        button.setObjectName(f"rail-{desk.name}")
        button.clicked.connect(lambda _checked=False, name=desk.name: self.chosen.emit(name))
        button.toggled.connect(
            lambda on, made=button, picture=desk.icon: set_icon(
                made, picture, "accent_text" if on else "dim", _ICON, 5
            )
        )
        self._group.addButton(button)
        self._buttons[desk.name] = button
        self._words[desk.name] = title
        self._lines.addWidget(button)
