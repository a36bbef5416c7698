"""A manager's advice on a follow-up: shown to the consultant, left by the manager."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, Pill, button, column, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.kernel.keys import FollowUpId
from salesdesk.office.customers.register import AdviseFollowUp
from salesdesk.office.customers.sheets import FollowUpLine


class AdviceBox(QWidget):
    """The advice as a strip everybody sees, and the field in which the manager writes it.

    Signals:
        told: a short text after advice was left.
    """

    told = Signal(object)

    def __init__(self, link: Link, *, may_advise: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._may = may_advise
        self._line: FollowUpLine | None = None
        self.strip = Banner()
        self.form = Form()
        self.text = self.form.add("advice", self.tr("Advice to the consultant"), QPlainTextEdit())
        self.text.setFixedHeight(64)
        self.text.setTabChangesFocus(True)
        self.yes = button(self.tr("Leave advice"), self.save, "message-square-text")
        mark = Pill()
        self.sending = Sending(link, self, self.form.banner, mark)
        self.sending.lock(self.yes)
        self._card = Card(margin=14)
        self._card.body.addWidget(self.form)
        self._card.body.addLayout(row(mark, None, self.yes))
        self.setLayout(column(self.strip, self._card))

    def dirty(self) -> bool:
        """Tell whether advice is typed that is not saved."""
        shown = self._line.advice if self._line else ""
        return self._card.isVisible() and self.text.toPlainText().strip() != shown

    def show_line(self, line: FollowUpLine) -> None:
        """Show the advice on *line*."""
        same = self._line is not None and self._line.id == line.id
        typed = same and self.dirty()
        self._line = line
        writes = self._may and line.done_at is None
        if line.advice and not writes:
            head = self.tr("Advice from {name}").format(name=line.advised_by)
            self.strip.say(head, line.advice, "accent")
        else:
            self.strip.clear()
        self._card.setVisible(writes)
        if not typed:
            self.sending.renew()
            self.text.setPlainText(line.advice)
            self.form.right()

    def save(self) -> None:
        """Leave the advice typed."""
        words = self.text.toPlainText().strip()
        if self._line is None or not self.yes.isEnabled():
            return
        self.form.right()
        if not words:
            self.form.wrong("advice", self.tr("Write the advice first."))
            return
        command = AdviseFollowUp(follow_up=FollowUpId(self._line.id), advice=words)
        self.sending.send(command, self._done, self.form.refuse)

    def _done(self, _answer: object) -> None:
        self.told.emit(self.tr("The consultant sees your advice on the follow-up."))
