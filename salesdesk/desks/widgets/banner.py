"""What a form says when the office declines, and what an empty list says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import refusal
from salesdesk.kernel.errors import UserError

_ICONS = {
    "danger": "circle-alert",
    "warn": "triangle-alert",
    "good": "circle-check",
    "accent": "info",
}


class Banner(QFrame):
    """A strip inside a form: what is wrong and what to do, beside everything that was typed.

    Hidden until it has something to say. Pass ``banner.refuse`` as a link's *refused*.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._problem = PlainLabel(parent=self).wrapping().selectable()
        bold = self._problem.font()
        bold.setBold(True)
        self._problem.setFont(bold)
        self._remedy = PlainLabel(parent=self).wrapping().selectable()
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        set_icon(self._close, "x", "dim", 14)
        self._close.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._problem)
        words.addWidget(self._remedy)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 9, 8, 9)
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addLayout(words, 1)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def refuse(self, error: UserError) -> None:
        """Show a refusal: its problem and its remedy, in the language of the window."""
        problem, remedy = refusal(error)
        self.say(problem, remedy, "danger")

    def say(self, problem: str, remedy: str = "", tone: str = "danger") -> None:
        """Show two sentences; *tone* is "danger", "warn", "good" or "accent"."""
        self._problem.setText(problem)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        set_icon(self._icon, _ICONS[tone], tone if tone != "accent" else "accent_text", 18)
        set_tone(self, "tone", tone)
        self.setAccessibleName(f"{problem} {remedy}".strip())
        self.show()

    def clear(self) -> None:
        """Say nothing more."""
        self.hide()

    def words(self) -> str:
        """Give what is shown now, empty while hidden."""
        return "" if self.isHidden() else f"{self._problem.text()} {self._remedy.text()}".strip()


class EmptyState(QWidget):
    """What stands where a list would: why it is empty and the next step, with its button."""

    def __init__(
        self,
        title: str,
        detail: str = "",
        icon_name: str = "inbox",
        *,
        action: str = "",
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        lines = QVBoxLayout(self)
        lines.setSpacing(8)
        lines.addStretch(2)
        picture = QLabel(self)
        set_icon(picture, icon_name, "disabled", 44)
        self._title = PlainLabel(title, "heading")
        self._detail = PlainLabel(detail, "dim").wrapping()
        for label in (picture, self._title, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(label)
        if action and clicked is not None:
            go = button(action, clicked, role="primary")
            lines.addSpacing(6)
            lines.addWidget(go, 0, Qt.AlignmentFlag.AlignCenter)
        self._detail.setVisible(bool(detail))
        lines.addStretch(3)

    def say(self, title: str, detail: str = "") -> None:
        """Change the words."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
