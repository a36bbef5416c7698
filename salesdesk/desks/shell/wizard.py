"""The first run: what kind of office is wanted, and how it comes to be."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from salesdesk.desks.link import Cancelled, Errands, Step
from salesdesk.desks.shell.backstage import Backstage, NewOffice, OfficeMade
from salesdesk.desks.shell.join import JoinPage
from salesdesk.desks.shell.mark import Dusk
from salesdesk.desks.shell.newoffice import NewOfficePage, Typed
from salesdesk.desks.shell.recovery import RecoveryPage
from salesdesk.desks.shell.restore import RestorePage
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.theme import is_dark
from salesdesk.desks.wording import is_chinese
from salesdesk.kernel.errors import UserError

R = TypeVar("R")
_PAGE_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a wizard stood: what was typed, and a key that is shown only once."""

    page: str
    typed: Typed
    made: OfficeMade | None
    login: str
    join: tuple[str, ...] = ()


class Wizard(QWidget):
    """Create an office, practise, open a file, restore a backup, or join a server.

    ``login`` is the administrator's of the office just created, empty before.

    Signals:
        ready: the place of the office to sign in to.
        language_wanted, theme_wanted: the other language, the other colours.
    """

    ready = Signal(object)
    language_wanted = Signal()
    theme_wanted = Signal()

    def __init__(
        self,
        backstage: Backstage,
        errands: Errands,
        recent: list[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._backstage = backstage
        self._errands = errands
        self.login = ""
        self._focus: QWidget | None = None
        self.banner = Banner(self)
        self._busy = QProgressBar(self)
        self._busy.setTextVisible(False)
        self._busy.hide()
        self._pages = QStackedLayout()
        self.welcome = self._welcome(recent)
        self.new_office = NewOfficePage(backstage.default_place, self)
        self.restore = RestorePage(backstage.backups, self)
        self.join = JoinPage(self)
        self.recovery = RecoveryPage(self)
        for page in (self.welcome, self.new_office, self.restore, self.join, self.recovery):
            self._pages.addWidget(page)
        self.new_office.back.connect(self.show_welcome)
        self.new_office.wanted.connect(self._create)
        self.restore.back.connect(self.show_welcome)
        self.restore.wanted.connect(self._restore)
        self.join.back.connect(self.show_welcome)
        self.join.wanted.connect(self._look)
        self.join.anew.connect(self._show_new)
        self.recovery.finished.connect(self.ready.emit)
        lines = QHBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        line = self.tr("The sales office at one desk: board, reception, cashier, contracts.")
        lines.addWidget(Dusk(line, self), 4)
        lines.addWidget(self._right(), 8)

    def show_welcome(self) -> None:
        """Go back to the first page."""
        self.banner.clear()
        self._pages.setCurrentWidget(self.welcome)

    def say(self, error: UserError) -> None:
        """Show a refusal on whichever page is open."""
        self.banner.refuse(error)

    def views(self) -> tuple[str, ...]:
        """Give the names of the pages that can be shown at any time."""
        return ("new", "restore", "join")

    def show_page(self, name: str) -> None:
        """Show the page *name* of `views`."""
        if name == "new":
            self._show_new()
        elif name == "restore":
            self._show_restore()
        elif name == "join":
            self._show_join()

    def stood(self) -> Stood:
        """Give what the next wizard, in another language, takes up."""
        shown = self._pages.currentWidget()
        names = {self.new_office: "new", self.restore: "restore", self.join: "join"}
        name = next((names[page] for page in names if page is shown), "")
        new, join = self.new_office.typed(), self.join.typed()
        return Stood(name, new, self.recovery.made, self.login, join)

    def take_up(self, stood: Stood) -> None:
        """Stand where another wizard stood: nothing typed and no key is lost."""
        self.new_office.put(stood.typed)
        self.join.put(stood.join)
        if stood.made is not None:
            self._created(stood.login, stood.made)
        else:
            self.show_page(stood.page)
            if stood.typed.address and stood.page == "new":
                self.new_office.start(stood.typed.address)

    def unsaved(self) -> bool:
        """Tell whether a key is shown that nobody has confirmed, or a form is half filled."""
        page = self._pages.currentWidget()
        return page is self.recovery or (page is self.new_office and self.new_office.dirty())

    def _right(self) -> QWidget:
        side = QWidget(self)
        language = button(
            "English" if is_chinese() else "中文",
            self.language_wanted.emit,
            "languages",
            "quiet",
            tip=self.tr("Change the language"),
        )
        theme = button("", self.theme_wanted.emit, "sun" if is_dark() else "moon", "quiet")
        theme.setToolTip(self.tr("Light or dark"))
        theme.setAccessibleName(self.tr("Light or dark"))
        middle = QWidget(side)
        middle.setMaximumWidth(_PAGE_WIDTH)
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.banner)
        inside.addWidget(self._busy)
        inside.addLayout(self._pages, 1)
        lines = QVBoxLayout(side)
        lines.setContentsMargins(28, 18, 22, 22)
        lines.addLayout(row(None, language, theme, spacing=2))
        self._switches = (language, theme)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(middle, 8)
        centred.addStretch(1)
        lines.addLayout(centred, 1)
        return side

    def _welcome(self, recent: list[str]) -> QWidget:
        page = QWidget(self)
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addStretch(1)
        lines.addWidget(PlainLabel(self.tr("Which office?"), "title"))
        lines.addSpacing(4)
        choices: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            (
                "building-2",
                self.tr("Create an office on this machine"),
                self.tr("A new file with your project, an administrator and your people."),
                self._show_new,
            ),
            (
                "book-open",
                self.tr("Open the practice office"),
                self.tr(
                    "Furnished with invented units, customers and receipts, to try everything."
                ),
                self.practise,
            ),
            (
                "folder-open",
                self.tr("Open an existing office"),
                self.tr("A file that is already on this machine."),
                self._open,
            ),
            (
                "database-backup",
                self.tr("Restore a backup"),
                self.tr("Check a backup and put it in the place of a lost or broken file."),
                self._show_restore,
            ),
            (
                "server",
                self.tr("Join an office server"),
                self.tr("Several desks share one office on a PostgreSQL server (14 or newer)."),
                self._show_join,
            ),
        )
        for picture, title, detail, clicked in choices:
            lines.addWidget(self._choice(picture, title, detail, clicked))
        for place in recent[:3]:
            again = button(place, partial(self._look, place), "history", "link")
            again.setToolTip(self.tr("Opened before"))
            lines.addWidget(again)
        lines.addStretch(2)
        return page

    def _choice(
        self, picture: str, title: str, detail: str, clicked: Callable[[], object]
    ) -> QPushButton:
        made = QPushButton(self)
        made.setProperty("role", "choice")
        made.setAccessibleName(f"{title}. {detail}")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setMinimumHeight(68)
        made.setAutoDefault(True)  # Return takes it, as Space does
        inside = QHBoxLayout(made)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(16)
        icon = PlainLabel()
        set_icon(icon, picture, "accent_text", 24)
        icon.setFixedSize(QSize(26, 26))
        words = QVBoxLayout()
        words.setSpacing(1)
        head = PlainLabel(title, "heading")
        words.addStretch(1)
        words.addWidget(head)
        words.addWidget(PlainLabel(detail, "dim"))
        words.addStretch(1)
        inside.addWidget(icon)
        inside.addLayout(words, 1)
        for label in (icon, head):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.clicked.connect(lambda _checked=False: clicked())
        return made

    def _show_new(self, address: str = "") -> None:
        self.banner.clear()
        self._pages.setCurrentWidget(self.new_office)
        self.new_office.start(address)

    def _show_restore(self) -> None:
        self.banner.clear()
        self._pages.setCurrentWidget(self.restore)
        self.restore.start()

    def _show_join(self) -> None:
        self.banner.clear()
        self._pages.setCurrentWidget(self.join)
        self.join.start()

    def _open(self) -> None:
        usual = self._backstage.default_place("").parent
        path, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Open an office"),
            str(usual if usual.is_dir() else Path.home()),
            self.tr("Office (*.office *.server.json)"),
        )
        if path:
            self._look(path)

    def _look(self, place: str) -> None:
        face = self._backstage.face
        self._errand(lambda: face(place), lambda found: self.ready.emit(found.place))

    def _create(self, wanted: NewOffice) -> None:
        create = self._backstage.create
        if create is not None:
            self._errand(partial(create, wanted), partial(self._created, wanted.login))

    def _created(self, login: str, made: OfficeMade) -> None:
        self.login = login or self.login
        if not made.recovery_key:  # on a server its owner lets people in; a file's keep their own
            self.ready.emit(made.place)
            return
        self._pages.setCurrentWidget(self.recovery)
        self.recovery.show_made(made)

    def practise(self) -> None:
        """Open the practice office; furnish it first where there is none."""
        practice = self._backstage.practice
        if practice is None:
            return
        place = self._backstage.default_place

        def furnish(step: Step, cancelled: Cancelled) -> str:
            path = place("practice")
            return str(path) if path.exists() else practice(path, step, cancelled)

        self._long(furnish, self.ready.emit)

    def _restore(self, paths: tuple[Path, Path]) -> None:
        restore = self._backstage.restore
        if restore is not None:
            backup, target = paths
            self._long(partial(restore, backup, target), partial(self._created, ""))

    def _errand(self, job: Callable[[], R], then: Callable[[R], object]) -> None:
        self._wait(waiting=True)

        def done(answer: R) -> None:
            self._wait(waiting=False)
            then(answer)

        self._errands.call(self, job, done, self._declined)

    def _long(self, job: Callable[[Step, Cancelled], R], then: Callable[[R], object]) -> None:
        self._wait(waiting=True)

        def done(answer: R) -> None:
            self._wait(waiting=False)
            then(answer)

        self._errands.run(
            self,
            job,
            done,
            self._step,
            refused=self._declined,
            stopped=lambda: self._wait(waiting=False),
        )

    def _declined(self, error: UserError) -> None:
        self._wait(waiting=False)
        self.banner.refuse(error)
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()  # where Return was pressed: it is mostly that field that is wrong

    def _step(self, done: int, of: int) -> None:
        self._busy.setRange(0, of)
        self._busy.setValue(done)

    def _wait(self, *, waiting: bool) -> None:
        if waiting:
            self._focus = self.window().focusWidget()  # a page that is disabled loses it
            self.banner.clear()
            self._busy.setRange(0, 0)
        self._busy.setVisible(waiting)
        page = self._pages.currentWidget()
        if page is not None:
            page.setEnabled(not waiting)
        for switch in self._switches:  # a page made anew would not hear the answer, and its key
            switch.setEnabled(not waiting)
