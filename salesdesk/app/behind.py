"""What stands behind the first paint: the shell takes the frame over, the office is fetched late."""

from collections.abc import Callable
from functools import partial
from typing import Any

from salesdesk.app import rooms
from salesdesk.app.places import default_place
from salesdesk.desks.shell import settings as desk_settings
from salesdesk.desks.shell.backstage import Backstage
from salesdesk.desks.shell.frame import Frame
from salesdesk.desks.shell.settings import DeskSettings
from salesdesk.desks.shell.window import Shell


def take_over(
    frame: Frame, settings: DeskSettings, version: str = "", wall: str | None = None
) -> Shell:
    """Give *frame* its shell; the office's rooms are imported while the password is typed.

    *wall*: hang the wall of the project of this name ("": the first) after the sign-in.
    """
    return Shell(frame, backstage(settings, version, wall), settings)


def backstage(settings: DeskSettings, version: str = "", wall: str | None = None) -> Backstage:
    """Give the shell what it needs of the office, imported when it is first called."""
    saved = partial(desk_settings.save, settings, desk_settings.settings_file())
    return Backstage(
        warm=_stage,
        face=_late("face"),
        sign_in=_late("sign_in"),
        sign_out=_late("sign_out"),
        within=_late("within"),
        left_orders=_late("left_orders"),
        send_left=_late("send_left"),
        drop_left=_late("drop_left"),
        check_clock=_late("check_clock"),
        desks=_late("desks"),
        find=_late("find"),
        soon=_late("soon"),
        check_password=_late("check_password"),
        change_password=_late("change_password"),
        lock_minutes=_late("lock_minutes"),
        backup_at=_late("backup_at"),
        drilled_at=_late("drilled_at"),
        back_up=_late("back_up"),
        recover=_late("recover"),
        create=_late("create"),
        practice=_late("furnish"),
        restore=lambda *asked: _restoring().restore(*asked),
        backups=lambda: _restoring().backups(tuple(settings.recent)),
        default_place=default_place,
        wall=partial(_late("wall"), settings, saved, wall or ""),
        wall_at_once=wall is not None,
        version=version,
        saved=saved,
    )


def _stage() -> Any:
    return rooms.load("salesdesk.app.stage")


def _restoring() -> Any:
    return rooms.load("salesdesk.app.restoring")


def _late(name: str) -> Callable[..., Any]:
    """Give the callable *name* of the stage, looked up when it is called."""

    def call(*args: Any) -> Any:
        return getattr(_stage(), name)(*args)

    return call
