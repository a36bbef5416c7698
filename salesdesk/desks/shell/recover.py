"""The last administrator forgot his password: the printed key gives him a new one, once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from salesdesk.desks.link import Errands
from salesdesk.desks.widgets.fields import copy_text
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, row
from salesdesk.kernel.errors import UserError


class RecoverDialog(QDialog):
    """Takes login and recovery key; shows the one-time password that *recover* gives for them."""

    def __init__(
        self,
        login: str,
        errands: Errands,
        recover: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._errands = errands
        self._recover = recover
        self.setWindowTitle(self.tr("Forgotten password"))
        self.setMinimumWidth(460)
        hint = self.tr(
            "Anybody else's password is reset by the administrator. An administrator who has "
            "forgotten his own types the recovery key that was printed when the office was created."
        )
        self.form = Form()
        self.login = self.form.add("login", self.tr("Login"), QLineEdit(login), needed=True)
        self.key = self.form.add("key", self.tr("Recovery key"), QLineEdit(), needed=True)
        self.key.setMaxLength(80)
        self.key.returnPressed.connect(self.send)
        self.go = button(self.tr("Get a one-time password"), self.send, "key-round", "primary")
        self.close_button = button(self.tr("Cancel"), self.reject)
        self.password = PlainLabel("", "figure").selectable()
        self.password.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card = Card(self)
        self._card.body.addWidget(PlainLabel(self.tr("One-time password"), "dim"))
        self._card.body.addWidget(self.password)
        copy = button(self.tr("Copy"), lambda: copy_text(self.password.text()), "copy")
        self._card.body.addLayout(row(None, copy, None))
        self._card.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 20, 22, 18)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(self.tr("Forgotten password"), "title"))
        lines.addWidget(PlainLabel(hint, "dim").wrapping())
        lines.addWidget(self.form)
        lines.addWidget(self._card)
        lines.addLayout(row(None, self.close_button, self.go))
        (self.key if login else self.login).setFocus()

    def send(self) -> None:
        """Ask for the one-time password."""
        self.form.right()
        login, key = self.form.text("login"), self.form.text("key")
        if not login:
            self.form.wrong("login", self.tr("Please fill this in."))
        elif not key:
            self.form.wrong("key", self.tr("Please fill this in."))
        else:
            self.go.setEnabled(False)
            job = partial(self._recover, login, key)
            self._errands.call(self, job, self.show_password, self.refuse)

    def show_password(self, password: str) -> None:
        """Show the one-time password; signing in with it asks for a new one at once."""
        self.form.setEnabled(False)
        self.go.hide()
        self.close_button.setText(self.tr("Go to the sign-in"))
        self.password.setText(password)
        self._card.show()

    def refuse(self, error: UserError) -> None:
        """Say why the key was not taken."""
        self.go.setEnabled(True)
        self.form.refuse(error)
