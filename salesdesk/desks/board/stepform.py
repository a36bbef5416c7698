"""The form of a step that wants a word: the name of a batch, or why."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending

_WIDTH = 460
_REASON = 2
"""Characters a reason has at least."""


class StepDialog(QDialog):
    """Says what the step is about to change and asks for its word; a refusal keeps what was typed.

    *word*: "name" (may stay empty) or "reason".

    Signals:
        carried: what the command gave back; the form closes then.
    """

    carried = Signal(object)

    def __init__(
        self,
        link: Link,
        title: str,
        facts: Sequence[str],
        action: tuple[str, str],
        word: str,
        make: Callable[[str], Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.form = Form()
        self.name = QLineEdit()
        self.why = QPlainTextEdit()
        mark = Pill()
        words, icon = action
        self.yes = button(words, self.send, icon, "primary")
        self.yes.setDefault(True)
        no = button(self.tr("Cancel"), self.reject)
        self.sending = Sending(link, self, self.form.banner, mark)
        self.sending.lock(self.yes)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(10)
        lines.addWidget(PlainLabel(title, "heading").wrapping())
        for fact in facts:
            lines.addWidget(PlainLabel(fact, "dim").wrapping())
        lines.addWidget(self.form)
        lines.addLayout(row(mark, None, no, self.yes))
        self._asks_why = word == "reason"
        if self._asks_why:
            self.why.setTabChangesFocus(True)
            self.why.setFixedHeight(84)
            self.form.add("reason", self.tr("Reason"), self.why, needed=True)
            self.why.textChanged.connect(self._typed)
            self.why.setFocus()
        else:
            self.form.add("name", self.tr("Name of the batch"), self.name)
            self.name.setPlaceholderText(self.tr("for example: opening day, first batch"))
            self.name.setMaxLength(100)
            self.name.setFocus()
        self.finished.connect(lambda _code: self.deleteLater())
        self._typed()

    def text(self) -> str:
        """Give the name or the reason typed."""
        return (self.why.toPlainText() if self._asks_why else self.name.text()).strip()

    def send(self) -> None:
        """Carry the step out; the form stays until the office has answered."""
        self.form.right()
        self.sending.send(self._make(self.text()), self._done, self.form.refuse)

    def _done(self, answer: object) -> None:
        self.carried.emit(answer)
        self.accept()

    def _typed(self) -> None:
        self.yes.setEnabled(not self._asks_why or len(self.text()) >= _REASON)
