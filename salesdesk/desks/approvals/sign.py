"""The form that signs: decision, comment, and the signer's own login and password, typed again."""

from functools import partial
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from salesdesk.desks.approvals.words import fact, title
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.secret import SecretField
from salesdesk.desks.wording import listed
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import RequestId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.approvals.rules import Decision
from salesdesk.office.approvals.sheets import RequestCard

_WIDTH = 500
_LONGEST = 200


class SignDialog(QDialog):
    """Signs or rejects one request; a refusal keeps all that was typed but the password.

    Whoever sits here is proposed; somebody else signs at this machine with his own login and
    password, and nothing of his seat stays open.

    Signals:
        signed: what `SignRequest` gave back; the form closes then.
    """

    signed = Signal(object)

    def __init__(self, link: Link, card: RequestCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._card = card
        self._intents = {decision: uuid4().hex for decision in Decision}
        self._under_way = False
        name = self.tr("Sign: {what}").format(what=title(card))
        self.setWindowTitle(name)
        self.setMinimumWidth(_WIDTH)
        facts = FactList()
        facts.show_facts(*map(fact, (*card.what, *card.changes)), (self.tr("Why"), card.reason))
        self.form = Form()
        self.banner = self.form.banner
        self.comment = self.form.add("comment", self.tr("Comment"), QPlainTextEdit())
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(58)
        self.comment.setPlaceholderText(self.tr("Needed where you reject"))
        self.login = self.form.add("login", self.tr("Who signs"), QLineEdit(), needed=True)
        self.password = self.form.add("password", self.tr("Password"), SecretField(), needed=True)
        waits = listed(card.next) or "–"
        hint = self.tr(
            "It is the turn of: {people}. Another person may sign at this machine with his own "
            "login and password; you stay signed in."
        )
        self.yes = button(self.tr("Sign"), self._agree, "signature", "primary")
        self.yes.setDefault(True)
        self.reject_it = button(self.tr("Reject"), self._refuse, "circle-x", "danger")
        self.reject_it.setAutoDefault(False)
        no = button(self.tr("Close"), self.reject)
        no.setAutoDefault(False)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(name, "heading").wrapping())
        lines.addWidget(facts)
        lines.addWidget(self.form)
        lines.addWidget(PlainLabel(hint.format(people=waits), "dim").wrapping())
        lines.addLayout(row(self.reject_it, None, no, self.yes))
        self.password.textChanged.connect(lambda _text: self._typed())
        self.login.textChanged.connect(lambda _text: self._typed())
        self.comment.textChanged.connect(self._typed)
        link.reachable.connect(lambda _there: self._typed())
        self.finished.connect(lambda _code: self.deleteLater())
        if card.may_sign:
            self.login.setText(link.seat.person.login)
            self.password.setFocus()
        else:
            self.login.setFocus()
        self._typed()

    def _agree(self) -> None:
        self._send(Decision.APPROVE)

    def _refuse(self) -> None:
        self._send(Decision.REJECT)

    def _send(self, decision: Decision) -> None:
        """Sign in once more, sign, and let that seat go, off the window thread."""
        if self._under_way:
            return
        self._under_way = True
        self.form.right()
        self._typed()
        command = SignRequest(
            request=RequestId(self._card.id),
            decision=decision,
            comment=self.comment.toPlainText().strip()[:_LONGEST],
        )
        login, password = self.login.text(), self.password.text()
        seat, intent = self._link.seat, self._intents[decision]
        job = partial(seat.do_as, login, password, command, intent)
        self._link.call(self, job, self._done, self._declined)

    def _done(self, answer: object) -> None:
        self.signed.emit(answer)
        self.accept()

    def _declined(self, error: UserError) -> None:
        self._under_way = False
        self.password.clear()
        self.form.refuse(error)
        self.password.setFocus()
        self._typed()

    def _typed(self) -> None:
        may = not self._under_way and self._link.silent_since is None
        whole = bool(self.login.text().strip() and self.password.text())
        self.yes.setEnabled(may and whole)
        said = bool(self.comment.toPlainText().strip())
        self.reject_it.setEnabled(may and whole and said)
