"""The sign-in: up at once, before anything heavy is imported."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.shell.mark import Dusk
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, column, row
from salesdesk.desks.widgets.secret import SecretField
from salesdesk.desks.widgets.theme import is_dark
from salesdesk.desks.wording import ago, is_chinese, now, say
from salesdesk.kernel.errors import UserError

_CARD_WIDTH = 400
PRACTICE_PASSWORD = "practice"  # noqa: S105 - printed in the README: practice offices only


class SignIn(QWidget):
    """Login and password for one office.

    Signals:
        entered: (login, password).
        language_wanted, theme_wanted: the other language, the other colours.
        elsewhere: another office is wanted.
        forgotten: the password is forgotten.
    """

    entered = Signal(object)
    language_wanted = Signal()
    theme_wanted = Signal()
    elsewhere = Signal()
    forgotten = Signal()

    def __init__(self, face: OfficeFace, login: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.waiting_for: tuple[str, str] | None = None
        self._banner: Banner | None = None
        self.login = QLineEdit(login, self)
        self.login.setMaxLength(60)
        self.login.setAccessibleName(self.tr("Login"))
        self.password = SecretField(self)
        self.password.setAccessibleName(self.tr("Password"))
        self.go = button(self.tr("Sign in"), self._enter, role="primary")
        self.go.setMinimumHeight(38)
        self._caps = PlainLabel(self.tr("Caps Lock seems to be on."), "wrong")
        self._caps.hide()
        self.password.caps.connect(self._caps.setVisible)
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._enter)
        lines = QHBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        line = self.tr("The sales office at one desk: board, reception, cashier, contracts.")
        lines.addWidget(Dusk(line, self), 5)
        lines.addWidget(self._right(), 7)
        self.start()

    def start(self) -> None:
        """Put the cursor into the first field that is empty: no password is typed in clear."""
        (self.password if self.login.text() else self.login).setFocus()

    @property
    def banner(self) -> Banner:
        """What is said over the fields; made when there is something to say."""
        if self._banner is None:
            self._banner = Banner(self)
            self._card_lines.insertWidget(2, self._banner)
        return self._banner

    def refuse(self, error: UserError) -> None:
        """Show why nobody was let in; the login stays, the password goes."""
        self.set_waiting(waiting=False)
        self.banner.refuse(error)
        self.password.clear()
        self.password.setFocus()

    def set_waiting(self, *, waiting: bool) -> None:
        """Show that the office is looking."""
        if not waiting:
            self.waiting_for = None
        for field in (self.login, self.password, self.go):
            field.setEnabled(not waiting)
        self.go.setText(self.tr("Signing in…") if waiting else self.tr("Sign in"))

    def show_face(self, face: OfficeFace) -> None:
        """Show what is known of the office by now."""
        self.face = face
        self._name.setText(face.name)
        self._practice.setVisible(face.practice)
        self._backup.setText(self._backup_words())
        self._fill_people()

    def _right(self) -> QWidget:
        side = QWidget(self)
        language = button(
            "English" if is_chinese() else "中文",
            self.language_wanted.emit,
            "languages",
            "quiet",
            tip=self.tr("Change the language"),
        )
        theme = button(
            "",
            self.theme_wanted.emit,
            "sun" if is_dark() else "moon",
            "quiet",
            tip=self.tr("Light or dark"),
        )
        theme.setAccessibleName(self.tr("Light or dark"))
        corner = row(None, language, theme, spacing=2)
        lines = QVBoxLayout(side)
        lines.setContentsMargins(28, 18, 22, 22)
        lines.addLayout(corner)
        lines.addStretch(2)
        lines.addLayout(
            row(None, self._card(), None)
        )  # aligned, it would be too low for a refusal
        lines.addStretch(3)
        self._backup = PlainLabel(self._backup_words(), "hint")
        lines.addWidget(self._backup, 0, Qt.AlignmentFlag.AlignHCenter)
        return side

    def _card(self) -> Card:
        card = Card(self, margin=28)
        card.setFixedWidth(_CARD_WIDTH)
        self._name = PlainLabel(self.face.name, "title").wrapping()
        self._practice = Pill(self.tr("Practice"), "warn")
        self._practice.setVisible(self.face.practice)
        head = row(self._name, self._practice)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        card.body.addWidget(PlainLabel(self.tr("Sign in to your desk."), "dim"))
        self._card_lines = card.body
        card.body.addSpacing(4)
        card.body.addLayout(column(PlainLabel(self.tr("Login"), "dim"), self.login, spacing=4))
        password = column(
            PlainLabel(self.tr("Password"), "dim"), self.password, self._caps, spacing=4
        )
        card.body.addLayout(password)
        card.body.addSpacing(4)
        card.body.addWidget(self.go)
        other = button(self.tr("Another office…"), self.elsewhere.emit, role="link")
        forgotten = button(self.tr("Forgotten password…"), self.forgotten.emit, role="link")
        card.body.addLayout(row(other, None, forgotten))
        self._people = QGridLayout()
        self._people.setSpacing(6)
        card.body.addLayout(self._people)
        self._fill_people()
        return card

    def _fill_people(self) -> None:
        if not self.face.practice or not self.face.logins or self._people.count():
            return
        self._people.addWidget(PlainLabel(self.tr("Sit down as"), "hint"), 0, 0, 1, 2)
        for at, (login, role) in enumerate(self.face.logins):
            made = button(say("roles", role), partial(self._practise, login), "user")
            self._people.addWidget(made, 1 + at // 2, at % 2)

    def _practise(self, login: str) -> None:
        self.login.setText(login)
        self.password.setText(PRACTICE_PASSWORD)
        self._enter()

    def _enter(self) -> None:
        login, password = self.login.text().strip(), self.password.text()
        if not login:
            self.login.setFocus()
            return
        if not password and not self.face.shared:  # a server's may stand in libpq's passfile
            self.password.setFocus()
            return
        if self._banner is not None:
            self._banner.clear()
        self.waiting_for = (login, password)
        self.set_waiting(waiting=True)
        self.entered.emit(self.waiting_for)

    def _backup_words(self) -> str:
        if self.face.shared:
            return self.face.place
        if self.face.backup_at is None:
            return self.tr("No backup yet.") if not self.face.practice else ""
        age = self.tr("Latest backup: {age}")
        return age.format(age=ago(self.face.backup_at, now()))
