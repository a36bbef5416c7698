"""The frame of every form about a deal."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Command, Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.figures import FactList
from salesdesk.office.sales.sheets import DealCard

_SHORTEST, _LONGEST = 2, 200
"""How long the reason of a request is."""


class DealDialog(Asking):
    """A form about one deal, with its facts under the title."""

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
        super().__init__(link, parent, danger=danger, columns=columns, fills=fills)
        self.card = card
        self.facts = FactList()
        self.tell(self.facts)
        self.no.setText(self.tr("Close"))  # "Cancel" is what becomes of a deal


class ReasonedDialog(DealDialog):
    """A form that files a request about a deal as soon as a reason is given."""

    why: QPlainTextEdit

    def ask_why(self, label: str) -> None:
        """Add the field of the reason."""
        self.why = self.form.add("reason", label, QPlainTextEdit(), needed=True)
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(64)
        self.why.textChanged.connect(self._typed)
        self._typed()
        self.why.setFocus()

    def request(self, reason: str) -> Command[int]:
        """Give the command that files the request."""
        raise NotImplementedError

    @override
    def send(self) -> None:
        if not self.yes.isEnabled():
            return
        self.form.right()
        reason = self.why.toPlainText().strip()[:_LONGEST]
        self.sending.send(self.request(reason), self.well, self.form.refuse)

    def _typed(self) -> None:
        whole = len(self.why.toPlainText().strip()) >= _SHORTEST
        self.sending.allow(self.yes, allowed=whole)
