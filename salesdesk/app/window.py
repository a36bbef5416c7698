"""The window: painted first, the office behind it afterwards."""

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from salesdesk.app import rooms
from salesdesk.desks.shell import settings as desk_settings
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.widgets import theme
from salesdesk.desks.widgets.language import LANGUAGES, speak, system_language

VERSION = "0.1.0"


def run(words: Sequence[str]) -> int:
    """Open the window as *words* say; give the exit code."""
    arguments = _parser().parse_args(list(words))
    logging.basicConfig(level=logging.WARNING)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    settings = desk_settings.load(desk_settings.settings_file())
    language = arguments.language or settings.language or system_language()
    settings.language = speak(_application(app), language)
    theme.apply(_application(app), theme.Theme(arguments.theme or settings.theme))
    settings.office = arguments.office or settings.office
    if arguments.demo or not Path(settings.office).is_file():
        settings.office = ""
    frame = Frame(settings)
    frame.painted.connect(partial(take_over, frame, settings, arguments.office, arguments.demo))
    frame.show()
    return int(app.exec())


def take_over(frame: Frame, settings: DeskSettings, office: str | None, demo: bool) -> Any:
    """Put the office behind the painted *frame*; give the shell that runs it."""
    shell = rooms.load("salesdesk.desks.shell.window").Shell(frame, backstage(settings), settings)
    if demo:
        shell.practise()
    elif office and not settings.office:
        shell.show_office(office)
    return shell


def backstage(settings: DeskSettings) -> Any:
    """Give the window's `Backstage`: what it needs of the office, imported when first called."""
    return rooms.load("salesdesk.desks.shell.backstage").Backstage(
        warm=_stage,
        face=_late("face"),
        sign_in=_late("sign_in"),
        sign_out=_late("sign_out"),
        desks=_late("desks"),
        find=_late("find"),
        check_password=_late("check_password"),
        change_password=_late("change_password"),
        lock_minutes=_late("lock_minutes"),
        backup_at=_late("backup_at"),
        back_up=_late("back_up"),
        create=_late("create"),
        practice=_late("furnish"),
        restore=_late("restore"),
        backups=_late("backups"),
        default_place=_late("default_place"),
        version=VERSION,
        saved=partial(desk_settings.save, settings, desk_settings.settings_file()),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py", description="salesdesk: the sales office of a new-home project"
    )
    parser.add_argument("--office", metavar="FILE", help="open this office")
    parser.add_argument("--demo", action="store_true", help="open the practice office")
    parser.add_argument("--language", choices=tuple(LANGUAGES))
    parser.add_argument("--theme", choices=tuple(one.value for one in theme.Theme))
    parser.add_argument("--version", action="version", version=VERSION)
    parser.epilog = (
        "without a window: new, import, do, ask, paper, screens, backup, restore, verify, doctor, "
        "catalogue (each with --help)"
    )
    return parser


def _stage() -> Any:
    return rooms.load("salesdesk.app.stage")


def _late(name: str) -> Callable[..., Any]:
    """Give the callable *name* of the stage, looked up when it is called."""

    def call(*args: Any) -> Any:
        return getattr(_stage(), name)(*args)

    return call


def _application(app: Any) -> QApplication:
    if not isinstance(app, QApplication):
        message = "a QApplication is needed"
        raise TypeError(message)
    return app
