"""What a server does in passing is waited for: a conflict, a line that broke, a server that restarts."""

from collections.abc import Callable
from random import uniform
from time import monotonic, sleep
from typing import TypeVar

from salesdesk.store.database import ConflictError
from salesdesk.store.faults import OfficeBusy, OutcomeUnknown, ServerUnreachable, SignInRefused

R = TypeVar("R")

PATIENCE_SECONDS = 12.0
"""How long a server that does not answer is asked again before the person is told."""
_LINE_PAUSE = 0.4
_MOST_CONFLICTS = 12


def patiently(attempt: Callable[[], R]) -> R:
    """Make *attempt* until it is done, refused, or `PATIENCE_SECONDS` are over.

    Only what a server does in passing is tried again: a conflict with another command, a line
    that broke. An attempt has one effect however often it is made (its intent), so once a commit
    was under way only an answer ends the asking, and without one it is `OutcomeUnknown`.
    """
    end, conflicts, unknown = monotonic() + PATIENCE_SECONDS, 0, None
    while True:
        try:
            return attempt()
        except ConflictError as conflict:
            conflicts += 1
            if conflicts > _MOST_CONFLICTS:
                raise (unknown or OfficeBusy()) from conflict
            pause = 0.002 * 2 ** min(conflicts, 6)
        except OutcomeUnknown as refusal:
            unknown, pause = refusal, _LINE_PAUSE
        except (ServerUnreachable, OfficeBusy, SignInRefused) as refusal:
            if unknown is None and not isinstance(refusal, ServerUnreachable):
                raise  # nothing was under way; else the first try may still hold the intent
            if monotonic() + _LINE_PAUSE > end:
                raise (unknown or refusal) from None
            pause = _LINE_PAUSE
        if unknown is not None and monotonic() > end:
            raise unknown
        sleep(pause * uniform(0.5, 1.5))  # noqa: S311 - so that two do not meet again at once
