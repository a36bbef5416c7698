"""The frame of every form about a deal."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.office.sales.sheets import DealCard

_WIDTH = 470


class DealDialog(QDialog):
    """A form about one deal: title, facts, fields, one button; a refusal keeps all that was typed.

    Signals:
        carried: what the command gave back; the form closes then.
    """

    carried = Signal(object)

    def __init__(
        self,
        link: Link,
        card: DealCard,
        parent: QWidget | None,
        *,
        danger: bool = False,
        columns: int = 1,
        fills: bool = False,
    ) -> None:
        super().__init__(parent)
        self.link = link
        self.card = card
        self.setMinimumWidth(_WIDTH)
        self.facts = FactList()
        self.form = Form(columns)
        self.banner = self.form.banner
        self.mark = Pill()
        self._title = PlainLabel("", "heading").wrapping()
        self.yes = button("", self.send, role="danger" if danger else "primary")
        self.yes.setDefault(not danger)
        self.no = button(self.tr("Close"), self.reject)
        self.sending = Sending(link, self, self.banner, self.mark)
        self.sending.lock(self.yes)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.body.addWidget(self._title)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.form)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(14)
        lines.addLayout(self.body, 1 if fills else 0)
        if not fills:
            lines.addStretch(1)
        lines.addLayout(row(self.mark, None, self.no, self.yes))
        self.finished.connect(lambda _code: self.deleteLater())

    def head(self, title: str, action: str) -> None:
        """Give the form its title and its button's words."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self.yes.setText(action)

    def send(self) -> None:
        """Send the form's command; each form says which."""

    def well(self, answer: object) -> None:
        """Tell what came, and close."""
        self.carried.emit(answer)
        self.accept()
