"""Which units draw the eye because their face has just changed, and how strongly."""

from collections.abc import Iterable
from math import pi, sin
from time import monotonic

from salesdesk.office.inventory.sheets import PublicUnit

FLASH_SECONDS = 6.0
"""How long a unit draws the eye: soft waves of one and a half seconds, far below what harms."""
_WAVES = 4
_SEEN_WITHIN_SECONDS = 600.0
"""A change on a page that is not shown is kept for its turn, but not for ever."""


class Flashes:
    """Remembers changes until their page is shown, then lets them glow for a while."""

    def __init__(self) -> None:
        self._waiting: dict[str, float] = {}
        self._glowing: dict[str, float] = {}

    def __bool__(self) -> bool:
        return bool(self._glowing)

    @property
    def codes(self) -> frozenset[str]:
        """Codes of the units that glow now."""
        return frozenset(self._glowing)

    def clear(self) -> None:
        """Forget all changes: another project is shown."""
        self._waiting.clear()
        self._glowing.clear()

    def compare(self, before: Iterable[PublicUnit], after: Iterable[PublicUnit]) -> None:
        """Note the units whose face is another one than *before*; a new unit is no change."""
        faces = {unit.code: unit.face for unit in before}
        at = monotonic()
        for unit in after:
            if faces.get(unit.code, unit.face) is not unit.face:
                self._waiting[unit.code] = at

    def show(self, codes: Iterable[str]) -> None:
        """Let those of *codes* glow that changed lately and have not been seen since."""
        at = monotonic()
        for code in self._waiting.keys() & set(codes):
            if self._waiting.pop(code) > at - _SEEN_WITHIN_SECONDS:
                self._glowing[code] = at

    def go_on(self) -> None:
        """Let go of those whose time is over."""
        over = monotonic() - FLASH_SECONDS
        self._glowing = {code: at for code, at in self._glowing.items() if at > over}

    def strength(self, code: str) -> float:
        """Give how strongly a unit glows now, 0..1."""
        began = self._glowing.get(code)
        if began is None:
            return 0.0
        return sin(pi * _WAVES * min(1.0, (monotonic() - began) / FLASH_SECONDS)) ** 2
