"""The wizard's page that describes a new office: its project, its administrator, its people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from salesdesk.desks.shell.backstage import NewOffice, NewPerson
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.secret import SecretField
from salesdesk.desks.widgets.theme import set_tone
from salesdesk.desks.wording import say
from salesdesk.office.staff.rules import Role

SHORTEST_PASSWORD = 10
_MOST_PEOPLE = 30
_USUAL_LOGIN = "admin"
_ENDING = ".office"
_LINES = (
    "project", "company", "owner", "owner_password", "name", "login", "password", "again",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: its fields by name, the place where one was typed, its people."""

    fields: Mapping[str, str]
    place: str
    people: tuple[tuple[str, str, int], ...]
    address: str = ""


class NewOfficePage(QWidget):
    """Asks for everything a new office starts with.

    Signals:
        wanted: the `NewOffice` described.
        back: the person changed his mind.
    """

    wanted = Signal(object)
    back = Signal()

    def __init__(
        self, default_place: Callable[[str], Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._default_place = default_place
        self._place_typed = False
        self._address = ""
        self._people: list[tuple[QLineEdit, QLineEdit, QComboBox]] = []
        self.form = Form(2)
        self._fill_form()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        inside = QWidget()
        inside.setObjectName("scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(2, 0, 12, 0)
        lines.setSpacing(8)
        lines.addWidget(PlainLabel(self.tr("A new office"), "title"))
        self._where = PlainLabel("", "dim").wrapping()
        lines.addWidget(self._where)
        lines.addWidget(self.form)
        who = self.tr("They get a first password each; you can add more people any time.")
        self._people_head = PlainLabel(self.tr("People"), "heading")
        self._people_hint = PlainLabel(who, "hint").wrapping()
        lines.addWidget(self._people_head)
        lines.addWidget(self._people_hint)
        self._people_wrong = PlainLabel("", "wrong").wrapping()
        self._people_wrong.hide()
        lines.addLayout(self._rows)
        lines.addWidget(self._people_wrong)
        self._more = button(self.tr("Add a person"), self.add_person, "user-plus", "link")
        lines.addLayout(row(self._more, None))
        lines.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.make = button(self.tr("Create the office"), self.send, "check", "primary")
        go_back = button(self.tr("Back"), self.back.emit, "arrow-left", "quiet")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(row(go_back, None, self.make))

    def start(self, address: str = "") -> None:
        """Suggest a place and put the cursor into the first field.

        *address*: make it in this server's database, by its owner's login.
        """
        self._address = address
        for name in ("owner", "owner_password"):
            self.form.show_field(name, shown=bool(address))
        self.form.show_field("path", shown=not address)
        for part in (self._people_head, self._people_hint, self._more):
            part.setVisible(not address)
        words = self.tr("On the server {address}. People are added at the Administration desk.")
        self._where.setText(words.format(address=address.rpartition("@")[2]))
        self._where.setVisible(bool(address))
        self._named(self.project.text())
        self.project.setFocus()

    def dirty(self) -> bool:
        """Tell whether something is typed; what the form itself suggests does not count."""
        typed = self.typed()
        own = {**typed.fields, "login": typed.fields["login"].replace(_USUAL_LOGIN, "")}
        return any(own.values()) or bool(typed.place) or any(n + w for n, w, _ in typed.people)

    def typed(self) -> Typed:
        """Give what stands in the form, to be put into another one."""
        return Typed(
            fields={name: self._line(name).text() for name in _LINES},
            place=self.place.text() if self._place_typed else "",
            people=tuple(
                (name.text(), login.text(), role.currentIndex())
                for name, login, role in self._people
            ),
            address=self._address,
        )

    def put(self, typed: Typed) -> None:
        """Fill the form with what stood in another one."""
        for name, text in typed.fields.items():
            self._line(name).setText(text)
        if typed.place:
            self._place_typed = True
            self.place.setText(typed.place)
        for at, (called, login, role) in enumerate(typed.people):
            self.add_person()
            self._people[at][0].setText(called)
            self._people[at][1].setText(login)
            self._people[at][2].setCurrentIndex(role)
        self.project.setFocus()

    def _line(self, name: str) -> QLineEdit:
        field = self.form.field(name)
        if not isinstance(field, QLineEdit):
            message = f"{name} is no line"
            raise TypeError(message)
        return field

    def add_person(self) -> None:
        """Add a row for one more person."""
        if len(self._people) >= _MOST_PEOPLE:
            return
        name, login, role = QLineEdit(self), QLineEdit(self), QComboBox(self)
        name.setPlaceholderText(self.tr("Name"))
        name.setAccessibleName(self.tr("Name"))
        login.setPlaceholderText(self.tr("Login"))
        login.setAccessibleName(self.tr("Login"))
        role.setAccessibleName(self.tr("Role"))
        for one in Role:
            role.addItem(say("roles", one), one.value)
        role.setCurrentIndex(min(len(self._people), 3))
        line = row(name, login, role)
        line.setStretch(0, 3)
        line.setStretch(1, 3)
        line.setStretch(2, 3)
        self._rows.addLayout(line)
        for field in (name, login, role):
            field.show()  # the layout would do it later, and what is hidden takes no cursor
        before: QWidget = self._people[-1][2] if self._people else self.again
        self._people.append((name, login, role))
        for following in (name, login, role, self._more):  # Tab goes down the paper
            self.setTabOrder(before, following)
            before = following
        name.setFocus()

    def people(self) -> tuple[NewPerson, ...]:
        """Give the people whose rows are filled in."""
        return tuple(
            NewPerson(
                name=name.text().strip(), login=login.text().strip(), role=role.currentData()
            )
            for name, login, role in self._people
            if name.text().strip() or login.text().strip()
        )

    def send(self) -> None:
        """Check the form and ask for the office, or say what is missing."""
        self.form.right()
        wrong = self._complaints()
        people_right = bool(self._address) or self._people_right()
        for name, words in reversed(wrong):
            self.form.wrong(name, words)
        if wrong or not people_right:
            return
        self.wanted.emit(
            NewOffice(
                path=Path(self.place.text().strip()),
                project=self.form.text("project"),
                company=self.form.text("company"),
                name=self.form.text("name"),
                login=self.form.text("login"),
                password=self.password.text(),
                people=() if self._address else self.people(),
                address=self._address,
                owner=self.form.text("owner"),
                owner_password=self.owner_password.text(),
            )
        )

    def _fill_form(self) -> None:
        add = self.form.add
        self.project = add("project", self.tr("Project"), QLineEdit(), needed=True)
        self.project.setPlaceholderText(self.tr("for example Riverside Garden"))
        self.project.textChanged.connect(self._named)
        add("company", self.tr("Company on papers"), QLineEdit())
        place = QWidget()
        self.place = QLineEdit(place)
        self.place.setAccessibleName(self.tr("File"))
        self.place.textEdited.connect(self._typed_place)
        browse = button(self.tr("Browse…"), self._browse)
        line = row(self.place, browse)
        line.setStretch(0, 1)
        place.setLayout(line)
        place.setFocusProxy(self.place)
        add("path", self.tr("File of the office"), place, wide=True, needed=True)
        add("owner", self.tr("Server owner's login"), QLineEdit(), needed=True)
        self.owner_password = add(
            "owner_password", self.tr("Server owner's password"), SecretField()
        )
        add("name", self.tr("Administrator's name"), QLineEdit(), needed=True)
        add("login", self.tr("Login"), QLineEdit(_USUAL_LOGIN), needed=True)
        self.password = add("password", self.tr("Password"), SecretField(), needed=True)
        self.again = add("again", self.tr("Password again"), SecretField(), needed=True)
        self.again.returnPressed.connect(self.send)

    def _complaints(self) -> list[tuple[str, str]]:
        needed = self.tr("Please fill this in.")
        wrong = [
            (name, needed) for name in ("project", "name", "login") if not self.form.text(name)
        ]
        if self._address:
            if not self.form.text("owner"):
                wrong.insert(1, ("owner", needed))
        elif not self.place.text().strip():
            wrong.append(("path", needed))
        elif Path(self.place.text().strip()).exists():
            taken = self.tr("There is a file of this name already; choose another place.")
            wrong.append(("path", taken))
        if len(self.password.text()) < SHORTEST_PASSWORD:
            short = self.tr("At least {count} characters, please.")
            wrong.append(("password", short.format(count=SHORTEST_PASSWORD)))
        elif self.password.text() != self.again.text():
            wrong.append(("again", self.tr("The two passwords differ.")))
        return wrong

    def _people_right(self) -> bool:
        """Say what is wrong with the people and put the cursor there; tell whether nothing is."""
        words, where = self._people_complaint()
        for name, login, _role in self._people:
            for field in (name, login):
                set_tone(field, "wrong", value=field is where)
        self._people_wrong.setText(words)
        self._people_wrong.setVisible(bool(words))
        if where is not None:
            where.setFocus()
        return where is None

    def _people_complaint(self) -> tuple[str, QLineEdit | None]:
        taken = {self.form.text("login").casefold()}
        for name, login, _role in self._people:
            called, word = name.text().strip(), login.text().strip()
            if bool(called) != bool(word):
                needed = self.tr("A person needs a name and a login; empty both to leave it out.")
                return needed, login if called else name
            if word and word.casefold() in taken:
                twice = self.tr("Two people cannot share the login {login}.")
                return twice.format(login=word), login
            taken.add(word.casefold())
        return "", None

    def _named(self, project: str) -> None:
        if not self._place_typed:
            name = project.strip() or self.tr("Office")
            self.place.setText(str(self._default_place(name)))

    def _typed_place(self, text: str) -> None:
        self._place_typed = bool(text.strip())

    def _browse(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Where should the office be kept?"),
            self.place.text(),
            self.tr("Office (*.office)"),
        )
        if path:
            self._place_typed = True
            self.place.setText(path if Path(path).suffix else path + _ENDING)
