"""Short questions: are you sure, and why."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button, column, row

_WIDTH = 440


class Question(QDialog):
    """A question with two answers, both said as what they do; Escape is always the harmless one.

    *reason*: ask why, with at least this many characters. *sure*: a statement to be ticked first.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        detail: str,
        action: str,
        *,
        danger: bool = False,
        reason: int = 0,
        label: str = "",
        sure: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._least = reason
        picture = QLabel(self)
        tone = "danger" if danger else "accent_text"
        set_icon(picture, "triangle-alert" if danger else "circle-help", tone, 28)
        words = column(
            PlainLabel(title, "heading").wrapping(), PlainLabel(detail, "dim").wrapping()
        )
        head = row(picture, words, spacing=14)
        head.setStretch(1, 1)
        self.why = QPlainTextEdit(self)
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(84)
        self.why.setAccessibleName(label or self.tr("Reason"))
        self.why.setVisible(reason > 0)
        asks = PlainLabel(label or self.tr("Reason"))
        asks.setVisible(reason > 0)
        self.sure = QCheckBox(sure, self)
        self.sure.setVisible(bool(sure))
        self.sure.setChecked(not sure)
        self.no = button(self.tr("Cancel"), self.reject)
        self.yes = button(action, self.accept, role="danger" if danger else "primary")
        for answer in (self.no, self.yes):
            answer.setAutoDefault(True)  # Return answers with the button that has the focus
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 20, 22, 18)
        lines.setSpacing(14)
        lines.addLayout(head)
        lines.addWidget(asks)
        lines.addWidget(self.why)
        lines.addWidget(self.sure)
        lines.addLayout(row(None, self.no, self.yes))
        self.why.textChanged.connect(self._typed)
        self.sure.toggled.connect(self._typed)
        self._typed()
        if reason:
            self.why.setFocus()
        else:
            (self.no if danger else self.yes).setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Grow to what the wrapped words need at the width it got."""
        super().showEvent(event)
        layout = self.layout()
        high = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if high > self.height():
            self.resize(self.width(), high)

    def reason(self) -> str:
        """Give the reason typed."""
        return self.why.toPlainText().strip()

    def _typed(self) -> None:
        self.yes.setEnabled(len(self.reason()) >= self._least and self.sure.isChecked())


def confirm(
    parent: QWidget, title: str, detail: str, action: str, *, danger: bool = False
) -> bool:
    """Ask whether to go on; *action* is the button's word, never "OK"."""
    question = Question(parent, title, detail, action, danger=danger)
    sure = question.exec() == QDialog.DialogCode.Accepted
    question.deleteLater()
    return sure


def ask_reason(
    parent: QWidget,
    title: str,
    detail: str,
    action: str,
    *,
    danger: bool = True,
    label: str = "",
    shortest: int = 2,
) -> str | None:
    """Ask why; give the reason (at least *shortest* characters), or None where given up."""
    question = Question(parent, title, detail, action, danger=danger, reason=shortest, label=label)
    sure = question.exec() == QDialog.DialogCode.Accepted
    reason = question.reason()
    question.deleteLater()
    return reason if sure else None


def later(question: Question, then: Callable[[str], object]) -> None:
    """Open *question* without waiting; call *then* with its reason once it is accepted."""
    question.accepted.connect(lambda: then(question.reason()))
    question.finished.connect(lambda _code: question.deleteLater())
    question.open()
