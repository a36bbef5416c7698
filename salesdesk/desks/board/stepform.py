"""The form of a step that wants a word: the name of a batch, or why."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import today

_AGAIN_DAYS = 30
"""When one looks again, unless another day is typed; emptied, it is the office's setting."""

_REASON = 2
"""Characters a reason has at least."""


class StepDialog(Asking):
    """Says what the step is about to change and asks for its word.

    *word*: "name" (may stay empty), "reason", or "day" (a reason, and when to look again).
    """

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
        super().__init__(link, parent)
        self._make = make
        words, sign = action
        self.head(title, words, sign)
        self.tell(*(PlainLabel(fact, "dim").wrapping() for fact in facts))
        self.name = QLineEdit()
        self.why = QPlainTextEdit()
        self.again = DateField()
        self._asks_why = word in {"reason", "day"}
        self._asks_day = word == "day"
        if self._asks_why:
            self.why.setTabChangesFocus(True)
            self.why.setFixedHeight(84)
            self.form.add("reason", self.tr("Reason"), self.why, needed=True)
            self.why.textChanged.connect(self._typed)
            if self._asks_day:
                self.form.add("review on", self.tr("Look again on"), self.again)
                self.again.set_day(today() + timedelta(days=_AGAIN_DAYS))
                self.again.changed.connect(lambda _day: self._typed())
            self.why.setFocus()
        else:
            self.form.add("name", self.tr("Name of the batch"), self.name)
            self.name.setPlaceholderText(self.tr("for example: opening day, first batch"))
            self.name.setMaxLength(100)
            self.name.setFocus()
        self._typed()

    def text(self) -> str:
        """Give the name or the reason typed."""
        return (self.why.toPlainText() if self._asks_why else self.name.text()).strip()

    @override
    def send(self) -> None:
        self.form.right()
        command = self._make(self.text())
        if self._asks_day and self.again.day() is not None:
            command = replace(command, review_on=self.again.day())
        self.sending.send(command, self.well, self.form.refuse)

    def _typed(self) -> None:
        allowed = not self._asks_why or len(self.text()) >= _REASON
        allowed = allowed and not (self._asks_day and self.again.wrong())
        self.sending.allow(self.yes, allowed=allowed)
