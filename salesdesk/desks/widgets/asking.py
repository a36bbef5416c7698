"""The frame of a form in a window of its own: what it changes, what it asks, one button that sends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, give_icon, row
from salesdesk.desks.widgets.sending import Sending

_WIDTH = 470


class Asking(QDialog):
    """Title, facts, fields, one button; a refusal keeps all that was typed, Escape leaves.

    Each form puts what it tells between the title and ``form`` of ``body``, and says in `send`
    which command it means.

    Signals:
        carried: what the command gave back; the form closes then.
    """

    carried = Signal(object)

    def __init__(
        self,
        link: Link,
        parent: QWidget | None,
        *,
        danger: bool = False,
        columns: int = 1,
        fills: bool = False,
    ) -> None:
        """*danger*: the button warns and Return does not press it; *fills*: the fields grow along."""
        super().__init__(parent)
        self.link = link
        self.setMinimumWidth(_WIDTH)
        self.form = Form(columns)
        self.banner = self.form.banner
        self.mark = Pill()
        self._title = PlainLabel("", "heading").wrapping()
        self.yes = button("", self.send, role="danger" if danger else "primary")
        self.yes.setDefault(not danger)
        self.no = button(self.tr("Cancel"), self.reject)
        self.sending = Sending(link, self, self.banner, self.mark)
        self.sending.lock(self.yes)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.body.addWidget(self._title)
        self.body.addWidget(self.form)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(14)
        lines.addLayout(self.body, 1 if fills else 0)
        if not fills:
            lines.addStretch(1)
        lines.addLayout(row(self.mark, None, self.no, self.yes))
        self.finished.connect(lambda _code: self.deleteLater())

    def head(self, title: str, action: str, sign: str = "") -> None:
        """Give the form its title, and its button words and the icon called *sign*."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self.yes.setText(action)
        if sign:
            give_icon(self.yes, sign)

    def tell(self, *parts: QWidget) -> None:
        """Put *parts* between the title and the fields."""
        for part in parts:
            self.body.insertWidget(self.body.indexOf(self.form), part)

    def send(self) -> None:
        """Send the form's command; each form says which."""

    def well(self, answer: object) -> None:
        """Tell what came, and close."""
        self.carried.emit(answer)
        self.accept()
