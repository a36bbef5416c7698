"""The wall alone on its machine: no desk, no sign-in page, nothing a visitor could open.

The password comes as on the command line: from ``SALESDESK_PASSWORD`` or from the terminal.
"""

from functools import partial
from typing import cast
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from salesdesk.app import stage
from salesdesk.app.door import USAGE, password
from salesdesk.app.farewell import on_a_signal
from salesdesk.app.forms import UsageError
from salesdesk.app.speaking import complain, refuse
from salesdesk.desks.link import Link, Seat
from salesdesk.desks.shell import settings as desk_settings
from salesdesk.desks.shell.garbage import GarbageTurn
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.widgets import theme
from salesdesk.desks.wording import set_zone
from salesdesk.kernel.errors import UserError


def run(app: QApplication, settings: DeskSettings, project: str) -> int:
    """Sign in to the settings' office and show its wall; 0, 1 refused, 2 without an office."""
    if not settings.office:
        complain("--wall needs --office OFFICE")
        return USAGE
    try:
        face = stage.face(settings.office)
        seat = stage.sign_in(settings.office, settings.login, password(settings.login))
        face = stage.within(seat, face)
    except UsageError as error:
        complain(str(error))
        return USAGE
    except UserError as error:
        return refuse(error)
    set_zone(ZoneInfo(face.zone))
    theme.register_rare_fonts()
    link = Link(cast("Seat", seat))
    garbage = GarbageTurn(app)
    saved = partial(desk_settings.save, settings, desk_settings.settings_file())
    wall = stage.wall(settings, saved, project, link)
    wall.left.connect(app.quit)
    try:
        with on_a_signal(app.quit):
            return int(app.exec())
    finally:
        garbage.stop()
        link.close()
        stage.sign_out(seat)
