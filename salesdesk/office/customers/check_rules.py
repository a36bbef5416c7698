"""How the register is looked over: what a check may find, and which entries chance picks."""

import hashlib
from collections.abc import Iterable
from enum import StrEnum


class EntryKind(StrEnum):
    """What is looked over: an entry of the register, or a follow-up that was recorded."""

    VISIT = "visit"
    FOLLOW_UP = "follow_up"


class Verdict(StrEnum):
    """What a spot check found; a comment alone has no verdict."""

    GOOD = "good"
    WANTING = "wanting"


CHECKED_DAYS = 7
"""The sample of a day is drawn from what was written down in so many days before it."""

LATE_DAYS = 7
"""A late entry of so many days waits for somebody to look at it."""


def drawn(
    seed: str, entries: Iterable[tuple[EntryKind, int]], size: int
) -> list[tuple[EntryKind, int]]:
    """Give *size* of *entries*, picked by *seed* alone: the same for everybody who asks."""

    def lot(entry: tuple[EntryKind, int]) -> str:
        return hashlib.sha256(f"{seed}\0{entry[0].value}\0{entry[1]}".encode()).hexdigest()

    return sorted(entries, key=lot)[:size]
