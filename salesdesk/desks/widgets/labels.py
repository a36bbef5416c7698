"""Labels that never read markup, buttons, cards and small marks."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.theme import set_tone

_L = TypeVar("_L", bound=QBoxLayout)
CARD_MARGIN = 16
_ICON = 16
_ICON_GAP = 5


class PlainLabel(QLabel):
    """Text as it is: names and remarks people typed are never read as markup.

    *role* is the look: "title", "heading", "dim", "hint", "wrong", "figure", "pill" or "".
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        if role:
            self.setProperty("role", role)

    def wrapping(self) -> "PlainLabel":
        """Break long text over lines; gives itself."""
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return self

    def selectable(self) -> "PlainLabel":
        """Let people mark and copy the text; gives itself."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self


class Pill(PlainLabel):
    """A small mark: *tone* is "", "accent", "good", "warn" or "danger"."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "pill", parent)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, tone: str = "") -> None:
        """Change text and tone; empty text hides the mark."""
        self.setText(text)
        self.setVisible(bool(text))
        set_tone(self, "tone", tone)


class Card(QFrame):
    """A surface with a thin edge; ``.body`` is its layout."""

    def __init__(self, parent: QWidget | None = None, margin: int = CARD_MARGIN) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(10)


class Rule(QFrame):
    """A thin line between two groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")


def button(
    text: str,
    clicked: Callable[[], object],
    icon_name: str = "",
    role: str = "",
    *,
    tip: str = "",
    shortcut: str = "",
) -> QPushButton:
    """Give a button; *role* is "primary" (one a form), "danger", "quiet", "link" or "".

    A shortcut is shown in the tip, so that keys are found by looking.
    """
    made = QPushButton(text)
    if role:
        made.setProperty("role", role)
    if icon_name:
        give_icon(made, icon_name)
    if shortcut:
        made.setShortcut(shortcut)
        tip = f"{tip or text} ({made.shortcut().toString()})"
    if tip:
        made.setToolTip(tip)
    made.setAutoDefault(role == "primary")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def give_icon(made: QPushButton, icon_name: str) -> None:
    """Give a button that has its words and role an icon before them."""
    tone = {"primary": "on_accent", "danger": "on_accent", "link": "accent_text"}
    gap = _ICON_GAP if made.text() else 0
    set_icon(made, icon_name, tone.get(str(made.property("role") or ""), "text"), _ICON, gap)
    made.setIconSize(QSize(_ICON + gap, _ICON))


def row(*parts: QWidget | QBoxLayout | None, spacing: int = 8, margin: int = 0) -> QHBoxLayout:
    """Give *parts* side by side; ``None`` is stretching room."""
    return _fill(QHBoxLayout(), parts, spacing, margin)


def column(*parts: QWidget | QBoxLayout | None, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """Give *parts* one under the other; ``None`` is stretching room."""
    return _fill(QVBoxLayout(), parts, spacing, margin)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of *layout* and let go of its widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        inner = item.layout()
        if isinstance(inner, QBoxLayout):
            clear(inner)


def _fill(
    layout: _L, parts: tuple[QWidget | QBoxLayout | None, ...], spacing: int, margin: int
) -> _L:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QBoxLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout
