"""What this desk remembers between two days: a small JSON file, believed only where it makes sense.

The file lies in the person's own configuration folder. Whatever in it has the wrong type, is too
long, out of range or not known falls back to the default, silently: settings are comfort.
"""

import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from salesdesk.desks.widgets.language import LANGUAGES
from salesdesk.desks.widgets.theme import Theme

_log = logging.getLogger(__name__)

FILE_NAME: Final = "desk.json"
_LARGEST_FILE: Final = 256 * 1024
_MOST_NAMES: Final = 200
_MOST_NUMBERS: Final = 60
_LONGEST_NAME: Final = 80
_LONGEST_PATH: Final = 4096
_LONGEST_SCREEN: Final = 160
_WIDEST: Final = 20_000
_MOST_RECENT: Final = 8
_LOCK_MINUTES: Final = range(121)


@dataclass(slots=True)
class DeskSettings:
    """One desk's settings. ``language`` empty: the system's; ``lock_minutes`` 0: by the role.

    ``wall_screen``: the screen on which the wall of the waiting hall hung last.
    """

    language: str = ""
    theme: str = Theme.SYSTEM.value
    office: str = ""
    recent: list[str] = field(default_factory=list)
    login: str = ""
    desk: str = ""
    lock_minutes: int = 0
    rail_narrow: bool = False
    window: list[int] = field(default_factory=list)
    widths: dict[str, list[int]] = field(default_factory=dict)
    wall_screen: str = ""

    def opened(self, office: str) -> None:
        """Note that *office* (a file or an address) was opened last."""
        self.office = office
        self.recent = [office, *(one for one in self.recent if one != office)][:_MOST_RECENT]


def settings_file() -> Path:
    """Give the place of the file on this machine.

    The same folder as ``platformdirs.user_config_path`` gives (a test compares), whose import
    alone would cost a tenth of the time until the window is painted.
    """
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return folder / "salesdesk" / FILE_NAME


def load(path: Path) -> DeskSettings:
    """Read the settings at *path*; whatever cannot be believed is left at its default."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return DeskSettings()
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return DeskSettings()
    return believed(found) if isinstance(found, dict) else DeskSettings()


def save(settings: DeskSettings, path: Path) -> bool:
    """Write *settings* to *path* at once and whole; tell whether the disk took it."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).replace(path)
        except OSError:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        _log.info("desk settings were not saved: %s", error)
        return False
    return True


def believed(found: Mapping[str, Any]) -> DeskSettings:
    """Give settings made of those entries of *found* that make sense."""
    settings = DeskSettings()
    for place in fields(DeskSettings):
        check = _CHECKS[place.name]
        value = found.get(place.name)
        if value is not None and check(value):
            setattr(settings, place.name, value)
    return settings


def _is_text(value: object, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and value.isprintable()


def _is_numbers(value: object, least: int = 0) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= _MOST_NUMBERS
        and all(type(one) is int and least <= one <= _WIDEST for one in value)
    )


def _is_widths(value: object) -> bool:
    return (
        isinstance(value, dict)
        and len(value) <= _MOST_NAMES
        and all(_is_text(name, _LONGEST_NAME) and _is_numbers(one) for name, one in value.items())
    )


def _is_recent(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= _MOST_RECENT
        and all(_is_text(one, _LONGEST_PATH) for one in value)
    )


_CHECKS: Final[Mapping[str, Callable[[Any], bool]]] = {
    "language": lambda value: isinstance(value, str) and value in LANGUAGES,
    "theme": lambda value: isinstance(value, str) and value in set(Theme),
    "office": lambda value: _is_text(value, _LONGEST_PATH),
    "recent": _is_recent,
    "login": lambda value: _is_text(value, _LONGEST_NAME),
    "desk": lambda value: _is_text(value, _LONGEST_NAME),
    "lock_minutes": lambda value: type(value) is int and value in _LOCK_MINUTES,
    "rail_narrow": lambda value: isinstance(value, bool),
    "window": lambda value: _is_numbers(value, -_WIDEST) and len(value) == 4,  # noqa: PLR2004
    "widths": _is_widths,
    "wall_screen": lambda value: _is_text(value, _LONGEST_SCREEN),
}
