"""The field for passwords; in a module of its own, for the sign-in is up before all else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.icons import set_icon


class SecretField(QLineEdit):
    """A password: hidden, with a button to show it and a word when Caps Lock seems to be on.

    Signals:
        caps: whether the last letter typed came out the wrong way round (Caps Lock).
    """

    caps = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._show = QAction(self)
        self.addAction(self._show, QLineEdit.ActionPosition.TrailingPosition)
        self._show.setCheckable(True)
        self._show.setToolTip(self.tr("Show the password"))
        self._show.toggled.connect(self._reveal)
        self._reveal(shown=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isalpha() and letter.isascii():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(letter.isupper() is not shift)
        super().keyPressEvent(event)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        set_icon(self._show, "eye-off" if shown else "eye", "dim", 16)
