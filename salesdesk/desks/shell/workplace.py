"""The working page: rail, top bar with the one search box, and the desks, each made when visited."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from salesdesk.desks.link import Link
from salesdesk.desks.shell.backstage import DeskEntry
from salesdesk.desks.shell.face import OfficeFace
from salesdesk.desks.shell.rail import DESK_OF, Rail
from salesdesk.desks.shell.silence import SilentBanner
from salesdesk.desks.shell.soon import Look, SoonBell
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.labels import Pill, row
from salesdesk.desks.widgets.search import Hit, SearchBox
from salesdesk.desks.wording import say
from salesdesk.office.customers.sheets import FoundLine

Find = Callable[[str, Callable[[Sequence[FoundLine]], object]], object]

_HOMES = {"reception": "reception", "cashier": "cashier", "admin": "admin"}
"""The desk a role starts at where nobody worked before; the others start at the first one."""

_FOUND_ICONS = {"customer": "user", "unit": "house", "receipt": "receipt-text"}


class Workplace(QWidget):
    """What a signed-in person works at.

    Signals:
        shown: the name of the desk now shown.
        told: a short text for the status bar.
    """

    shown = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        link: Link,
        face: OfficeFace,
        desks: Sequence[DeskEntry],
        find: Find,
        soon: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._find = find
        self.entries = {
            desk.name: desk for desk in desks if not desk.rights.isdisjoint(link.rights)
        }
        self.desks: dict[str, QWidget] = {}
        self.rail = Rail(tuple(self.entries.values()), self)
        self.rail.chosen.connect(self.show_desk)
        self.search = SearchBox(
            self.tr("Find customer, unit or receipt (Ctrl+K)"), self._ask, self
        )
        self.search.setMaximumWidth(560)
        self.search.taken.connect(self._go_to)
        self.banner = Banner(self)
        self.silent = SilentBanner(link, self)
        self.open = Pill(parent=self)
        self.soon = SoonBell(link, soon, self)
        self.soon.wanted.connect(self._go_to)
        self.soon.news.connect(self.told.emit)
        self.you = self._person_button()
        self.practice = Pill(self.tr("Practice office: nothing here is real"), "warn")
        self.practice.setVisible(face.practice)
        bar = QWidget(self)
        bar.setObjectName("topbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QHBoxLayout(bar)
        inside.setContentsMargins(16, 9, 12, 9)
        inside.setSpacing(12)
        inside.addWidget(self.search, 4)
        inside.addStretch(1)
        inside.addWidget(self.open)
        inside.addWidget(self.soon)
        inside.addWidget(self.practice)
        inside.addWidget(self.you)
        self.stack = QStackedWidget(self)
        note = QVBoxLayout()
        note.setContentsMargins(16, 0, 16, 0)
        note.addWidget(self.silent)
        note.addWidget(self.banner)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(bar)
        right.addLayout(note)
        right.addWidget(self.stack, 1)
        lines = row(self.rail, right, spacing=0)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        link.refused.connect(self.banner.refuse)
        link.confirming.connect(self._count_open)
        link.known.connect(self._count_open)
        self._count_open()

    def set_person_menu(self, actions: Sequence[QAction | None]) -> None:
        """Fill the menu under the person's name; None is a line between groups."""
        menu = QMenu(self.you)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        self.you.setMenu(menu)

    def current(self) -> QWidget | None:
        """Give the desk shown."""
        return self.stack.currentWidget()

    def current_name(self) -> str:
        """Give the name of the desk shown, empty where there is none."""
        shown = self.stack.currentWidget()
        return next((name for name, desk in self.desks.items() if desk is shown), "")

    def show_desk(self, name: str) -> QWidget | None:
        """Show the desk *name*, made now if this is the first visit; None: not this person's."""
        entry = self.entries.get(name)
        if entry is None:
            return None
        desk = self.desks.get(name)
        first = desk is None
        if desk is None:
            desk = entry.factory(self._link)
            self.desks[name] = desk
            self.stack.addWidget(desk)
            if isinstance(desk, Desk):
                desk.jump.connect(self.jump)
                desk.told.connect(self.told.emit)
        self.stack.setCurrentWidget(desk)
        self.rail.show_current(name)
        if first and isinstance(desk, Desk):
            desk.refresh()
        self.shown.emit(name)
        return desk

    def jump(self, jump: Jump) -> None:
        """Show the desk a jump names and hand it over; say so where the person has none such."""
        desk = self.show_desk(jump.desk)
        if isinstance(desk, Desk):
            desk.receive(jump)
        elif desk is None:
            problem = self.tr("This is done at another desk, which your role does not have.")
            self.banner.say(problem, self.tr("Ask the person who has it."), "warn")

    def refresh(self) -> None:
        """Have the desk shown ask the office again."""
        desk = self.current()
        if isinstance(desk, Desk):
            desk.refresh()

    def unsaved(self) -> list[str]:
        """Give the titles of the desks where something typed would be lost."""
        return [
            say("desks", self.entries[name].title)
            for name, desk in self.desks.items()
            if isinstance(desk, Desk) and desk.unsaved()
        ]

    def place(self) -> tuple[str, object]:
        """Give the desk shown and the place on it."""
        desk = self.current()
        return self.current_name(), desk.place() if isinstance(desk, Desk) else None

    def go(self, place: tuple[str, object]) -> None:
        """Return to a place; where that desk is not to be had, to the first one."""
        name, inside = place
        desk = self.show_desk(name)
        if desk is None:
            role = self._link.seat.person.role
            home = _HOMES.get(role, "")
            desk = self.show_desk(home if home in self.entries else next(iter(self.entries), ""))
        elif isinstance(desk, Desk) and inside is not None:
            desk.go(inside)
        if desk is not None and desk.focusProxy() is not None:
            desk.setFocus()

    def _person_button(self) -> QPushButton:
        person = self._link.seat.person
        made = QPushButton(f"{person.name}  ·  {say('roles', person.role)}", self)
        made.setProperty("role", "quiet")
        made.setIconSize(QSize(22, 17))
        made.setMinimumWidth(made.sizeHint().width() + 24)
        set_icon(made, "user", "dim", 17, 5)
        made.setAccessibleName(self.tr("You: password, lock, sign out"))
        return made

    def _ask(self, text: str, answer: Callable[[Sequence[Hit]], None]) -> None:
        self._find(text, lambda found: answer(self._hits(found)))

    def _hits(self, found: Sequence[FoundLine]) -> list[Hit]:
        hits = []
        for line in found:
            goal = next(
                (desk for desk in DESK_OF.get(line.kind, ()) if desk[0] in self.entries), None
            )
            if goal is not None:
                desk, topic = goal
                icon_name = _FOUND_ICONS.get(line.kind, "search")
                hits.append(Hit(line.title, line.detail, icon_name, Jump(desk, topic, line.key)))
        return hits

    def _count_open(self, _intent: object = None) -> None:
        """Say how many orders have an outcome that nobody knows, at whichever desk they were given."""
        count = len(self._link.unknown)
        words = self.tr("Confirming %n order(s): do not take the money again", "", count)
        self.open.show_text(words if count else "", "warn")
        self.open.setVisible(count > 0)

    def _go_to(self, target: object) -> None:
        if isinstance(target, Jump):
            self.jump(target)


def finder(link: Link, owner: QObject, find: Callable[[str], Sequence[FoundLine]]) -> Find:
    """Give a search that asks through *link*, off the window thread."""

    def search(text: str, answer: Callable[[Sequence[FoundLine]], object]) -> None:
        link.call(owner, partial(find, text), answer)

    return search
