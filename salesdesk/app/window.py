"""The window: painted first, the office behind it afterwards."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from urllib.parse import unquote

from PySide6.QtWidgets import QApplication

from salesdesk.app import rooms
from salesdesk.app.farewell import on_a_signal
from salesdesk.app.version import VERSION
from salesdesk.desks.shell import settings as desk_settings
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.widgets import theme
from salesdesk.desks.widgets.language import LANGUAGES, speak, system_language


def run(words: Sequence[str]) -> int:
    """Open the window as *words* say; give the exit code."""
    arguments = _parser().parse_args(list(words))
    logging.basicConfig(level=logging.WARNING)
    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else QApplication(sys.argv[:1])
    settings = desk_settings.load(desk_settings.settings_file())
    language = arguments.language or settings.language or system_language()
    settings.language = speak(app, language)
    theme.apply(app, theme.Theme(arguments.theme or settings.theme))
    furnish = False
    if arguments.demo:
        practice = rooms.load("salesdesk.app.places").default_place("practice")
        furnish = not practice.is_file()
        settings.office = "" if furnish else str(practice)
    elif arguments.office:
        settings.office, login = _without_person(arguments.office)
        settings.login = login or settings.login
    if arguments.login:
        settings.login = arguments.login
    if arguments.wall and arguments.login and _password_at_hand():
        return int(rooms.load("salesdesk.app.kiosk").run(app, settings, arguments.project))
    frame = Frame(settings)

    def painted() -> None:
        wall = arguments.project if arguments.wall else None
        shell = rooms.load("salesdesk.app.behind").take_over(frame, settings, VERSION, wall)
        if furnish:
            shell.practise()

    frame.painted.connect(painted)
    frame.closed.connect(app.quit)
    frame.show()
    with on_a_signal(frame.leave):
        return int(app.exec())


def _without_person(place: str) -> tuple[str, str]:
    """Give an address without login and password, which no file of ours keeps, and the login."""
    scheme, mark, rest = place.partition("://")
    where, slash, what = rest.partition("/")
    person, at, host = where.rpartition("@")
    if not (mark and at):
        return place, ""
    return f"{scheme}{mark}{host}{slash}{what}", unquote(person.partition(":")[0])


def _password_at_hand() -> bool:
    """Whether the password comes from the environment or can be asked for at a terminal."""
    return "SALESDESK_PASSWORD" in os.environ or sys.stdin.isatty()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py", description="salesdesk: the sales office of a new-home project"
    )
    parser.add_argument("--office", metavar="OFFICE", help="open this office: file or address")
    parser.add_argument("--demo", action="store_true", help="open the practice office")
    parser.add_argument(
        "--wall",
        action="store_true",
        help="show the wall of the waiting hall: alone with --as, else beside the desk",
    )
    parser.add_argument("--as", dest="login", default="", metavar="LOGIN", help="who signs in")
    parser.add_argument("--project", default="", help="the project on the wall; default the first")
    parser.add_argument("--language", choices=tuple(LANGUAGES))
    parser.add_argument("--theme", choices=tuple(one.value for one in theme.Theme))
    parser.add_argument("--version", action="version", version=VERSION)
    parser.epilog = (
        "without a window: new, import, do, ask, paper, screens, backup, restore, verify, doctor, "
        "catalogue (each with --help)"
    )
    return parser
