"""The menus and their keys, made anew with every change of language."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from salesdesk.desks.shell.backstage import DeskEntry
from salesdesk.desks.widgets.icons import set_icon
from salesdesk.desks.widgets.language import LANGUAGES
from salesdesk.desks.widgets.theme import Theme
from salesdesk.desks.wording import language, say
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Doings:
    """What the menus do: each a method of the window."""

    show_desk: Callable[[str], object]
    refresh: Callable[[], object]
    print_view: Callable[[], object]
    export_view: Callable[[], object]
    back_up: Callable[[], object]
    find: Callable[[], object]
    lock: Callable[[], object]
    change_password: Callable[[], object]
    sign_out: Callable[[], object]
    leave: Callable[[], object]
    set_language: Callable[[str], object]
    set_theme: Callable[[Theme], object]
    toggle_rail: Callable[[], object]
    show_wall: Callable[[], object]
    keys: Callable[[], object]
    about: Callable[[], object]


@dataclass(slots=True)
class Menus:
    """The menus' actions by name; ``working`` ones are off while nobody is signed in."""

    actions: dict[str, QAction] = field(default_factory=dict)
    working: list[QAction] = field(default_factory=list)

    def enable_work(self, *, on: bool) -> None:
        """Switch everything that needs a signed-in person on or off."""
        for action in self.working:
            action.setEnabled(on)

    def keys(self) -> list[tuple[str, str]]:
        """Give the keys of all actions that have one, for the overview."""
        return [
            (action.shortcut().toString(), _plain(action.text()))
            for action in self.actions.values()
            if not action.shortcut().isEmpty()
        ]


_WORDS = {
    "office": QT_TRANSLATE_NOOP("menus", "&Office"),
    "desk": QT_TRANSLATE_NOOP("menus", "&Desks"),
    "view": QT_TRANSLATE_NOOP("menus", "&View"),
    "help": QT_TRANSLATE_NOOP("menus", "&Help"),
    "print": QT_TRANSLATE_NOOP("menus", "&Print…"),
    "export": QT_TRANSLATE_NOOP("menus", "&Export…"),
    "back_up": QT_TRANSLATE_NOOP("menus", "&Back up now"),
    "find": QT_TRANSLATE_NOOP("menus", "&Find…"),
    "refresh": QT_TRANSLATE_NOOP("menus", "&Refresh"),
    "lock": QT_TRANSLATE_NOOP("menus", "&Lock"),
    "password": QT_TRANSLATE_NOOP("menus", "&Change password…"),
    "sign_out": QT_TRANSLATE_NOOP("menus", "&Sign out"),
    "leave": QT_TRANSLATE_NOOP("menus", "&Quit"),
    "language": QT_TRANSLATE_NOOP("menus", "&Language"),
    "colours": QT_TRANSLATE_NOOP("menus", "&Colours"),
    "system": QT_TRANSLATE_NOOP("menus", "As the system"),
    "light": QT_TRANSLATE_NOOP("menus", "Light"),
    "dark": QT_TRANSLATE_NOOP("menus", "Dark"),
    "rail": QT_TRANSLATE_NOOP("menus", "&Narrow rail"),
    "wall": QT_TRANSLATE_NOOP("menus", "Show the &wall on the second screen"),
    "keys": QT_TRANSLATE_NOOP("menus", "&Keys"),
    "about": QT_TRANSLATE_NOOP("menus", "&About salesdesk"),
}


def fill(window: QMainWindow, doings: Doings, desks: Sequence[DeskEntry], theme: Theme) -> Menus:
    """Fill the window's menu bar; give the actions."""
    menus = Menus()
    bar = window.menuBar()
    _empty(bar)
    office = bar.addMenu(_word("office"))
    _add(menus, office, "print", "printer", "Ctrl+P", doings.print_view)
    _add(menus, office, "export", "file-down", "Ctrl+E", doings.export_view)
    _add(menus, office, "back_up", "database-backup", "", doings.back_up)
    office.addSeparator()
    _add(menus, office, "password", "key-round", "", doings.change_password)
    _add(menus, office, "lock", "lock", "Ctrl+L", doings.lock)
    _add(menus, office, "sign_out", "log-out", "", doings.sign_out)
    office.addSeparator()
    _add(menus, office, "leave", "x", "Ctrl+Q", doings.leave, works=False)
    _desks(menus, bar.addMenu(_word("desk")), desks, doings)
    view = bar.addMenu(_word("view"))
    _add(menus, view, "refresh", "refresh-cw", "F5", doings.refresh)
    _add(menus, view, "find", "search", "Ctrl+K", doings.find)
    _add(menus, view, "rail", "layers", "Ctrl+B", doings.toggle_rail)
    _add(menus, view, "wall", "monitor", "Ctrl+F11", doings.show_wall)
    view.addSeparator()
    tongues = view.addMenu(_word("language"))
    _choices(tongues, list(LANGUAGES.items()), language(), doings.set_language)
    shades = view.addMenu(_word("colours"))
    _choices(
        shades,
        [(one.value, _word(one.value)) for one in Theme],
        theme.value,
        lambda value: doings.set_theme(Theme(value)),
    )
    about = bar.addMenu(_word("help"))
    _add(menus, about, "keys", "keyboard", "F1", doings.keys, works=False)
    _add(menus, about, "about", "info", "", doings.about, works=False)
    return menus


def _empty(bar: QMenuBar) -> None:
    """Take the old menus away; one of their actions may be what is being carried out just now."""
    for entry in bar.actions():
        menu = entry.menu()
        bar.removeAction(entry)
        if isinstance(menu, QMenu):
            for action in menu.actions():
                action.setShortcuts([])
                action.setEnabled(False)
            menu.deleteLater()


def _plain(text: str) -> str:
    """Give a menu's text without the letter that is underlined in it."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "").rstrip("…")


def _word(name: str) -> str:
    return QCoreApplication.translate("menus", _WORDS[name])


def _add(
    menus: Menus,
    menu: QMenu,
    name: str,
    picture: str,
    key: str,
    do: Callable[[], object],
    *,
    works: bool = True,
) -> None:
    action = menu.addAction(_word(name))
    set_icon(action, picture, "dim", 16)
    if key:
        action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _checked=False: do())
    menus.actions[name] = action
    if works:
        menus.working.append(action)


def _desks(menus: Menus, menu: QMenu, desks: Sequence[DeskEntry], doings: Doings) -> None:
    for number, desk in enumerate(desks, 1):
        action = menu.addAction(say("desks", desk.title))
        set_icon(action, desk.icon, "dim", 16)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.triggered.connect(partial(_shown, doings.show_desk, desk.name))
        menus.actions[f"desk-{desk.name}"] = action
        menus.working.append(action)
    menu.menuAction().setVisible(bool(desks))


def _shown(show: Callable[[str], object], name: str, _checked: object = None) -> None:
    show(name)


def _choices(
    menu: QMenu,
    choices: Sequence[tuple[str, str]],
    chosen: str,
    take: Callable[[str], object],
) -> None:
    group = QActionGroup(_parent_of(menu))
    for value, text in choices:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.triggered.connect(partial(_taken, take, value))
        group.addAction(action)


def _taken(take: Callable[[str], object], value: str, _checked: object = None) -> None:
    take(value)


def _parent_of(menu: QMenu) -> QObject:
    return menu
