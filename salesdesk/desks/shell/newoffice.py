"""The wizard's page that describes a new office: its project, its administrator, its people."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from salesdesk.desks.shell.backstage import NewOffice, NewPerson
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.secret import SecretField
from salesdesk.desks.wording import say
from salesdesk.office.staff.rules import Role

SHORTEST_PASSWORD = 10
_MOST_PEOPLE = 30
_ENDING = ".office"


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
        lines.addWidget(self.form)
        lines.addWidget(PlainLabel(self.tr("People"), "heading"))
        who = self.tr("They get a first password each; you can add more people any time.")
        lines.addWidget(PlainLabel(who, "hint").wrapping())
        lines.addLayout(self._rows)
        self._more = button(self.tr("Add a person"), self.add_person, "user-plus", "link")
        lines.addLayout(row(self._more, None))
        lines.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.make = button(self.tr("Create the office"), self.send, "check", "primary")
        go_back = button(self.tr("Back"), self.back.emit, "arrow-left", "quiet")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(row(go_back, None, self.make))

    def start(self) -> None:
        """Suggest a place and put the cursor into the first field."""
        self._named(self.project.text())
        self.project.setFocus()

    def dirty(self) -> bool:
        """Tell whether something is typed."""
        return self.form.dirty()

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
        for one in (Role.RECEPTION, Role.CONSULTANT, Role.CASHIER, Role.MANAGER, Role.ADMIN):
            role.addItem(say("roles", one), one.value)
        role.setCurrentIndex(min(len(self._people), 3))
        self._people.append((name, login, role))
        line = row(name, login, role)
        line.setStretch(0, 3)
        line.setStretch(1, 3)
        line.setStretch(2, 3)
        self._rows.addLayout(line)
        name.setFocus()

    def people(self) -> tuple[NewPerson, ...]:
        """Give the people whose rows are filled in."""
        return tuple(
            NewPerson(
                name=name.text().strip(), login=login.text().strip(), role=role.currentData()
            )
            for name, login, role in self._people
            if name.text().strip() and login.text().strip()
        )

    def send(self) -> None:
        """Check the form and ask for the office, or say what is missing."""
        self.form.right()
        wrong = self._complaints()
        for name, words in reversed(wrong):
            self.form.wrong(name, words)
        if not wrong:
            self.wanted.emit(
                NewOffice(
                    path=Path(self.place.text().strip()),
                    project=self.form.text("project"),
                    company=self.form.text("company"),
                    name=self.form.text("name"),
                    login=self.form.text("login"),
                    password=self.password.text(),
                    people=self.people(),
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
        add("name", self.tr("Administrator's name"), QLineEdit(), needed=True)
        add("login", self.tr("Login"), QLineEdit("admin"), needed=True)
        self.password = add("password", self.tr("Password"), SecretField(), needed=True)
        self.again = add("again", self.tr("Password again"), SecretField(), needed=True)
        self.again.returnPressed.connect(self.send)

    def _complaints(self) -> list[tuple[str, str]]:
        needed = self.tr("Please fill this in.")
        wrong = [
            (name, needed) for name in ("project", "name", "login") if not self.form.text(name)
        ]
        if not self.place.text().strip():
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
