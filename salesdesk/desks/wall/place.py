"""Which screen the wall hangs on: the one it hung on last, else one nobody works at."""

from collections.abc import Sequence

from PySide6.QtGui import QScreen

LONGEST_NAME = 160


def screen_name(screen: QScreen) -> str:
    """Give a screen's name, the same tomorrow: its socket, maker, model and serial number."""
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    box = screen.geometry()
    text = " ".join(part for part in parts if part) or f"{box.x()} {box.y()}"
    return "".join(letter for letter in text if letter.isprintable())[:LONGEST_NAME]


def choose(names: Sequence[str], kept: str, desk: str) -> int:
    """Give which of the screens *names* to hang on.

    The *kept* one if it is there, else the first that is not the *desk*'s, else the first.
    """
    if kept in names:
        return names.index(kept)
    return next((at for at, name in enumerate(names) if name != desk), 0)
