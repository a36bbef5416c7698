"""The printed recovery key: whether one fits, and how long to wait after wrong ones.

The wait is the office's, not a person's: a key is not anybody's, and whoever forgot his password may
have to wait for that already. It is kept in the file, so another process waits too.
"""

from datetime import timedelta
from math import ceil

from sqlalchemy import select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.staff import passwords
from salesdesk.office.staff.commands import write_setting
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.rules import RECOVERY_FAILURES, minutes_to_wait
from salesdesk.office.staff.tables import Setting
from salesdesk.store.faults import NoRecoveryThere
from salesdesk.store.work import Work


class RecoveryWaits(UserError):
    """Too many wrong recovery keys."""

    problem = QT_TRANSLATE_NOOP("errors", "Too many wrong recovery keys.")
    remedy = QT_TRANSLATE_NOOP("errors", "Wait {seconds} seconds, then try again.")


def check(work: Work) -> None:
    """Raise `NoRecoveryThere` where no key was printed, `RecoveryWaits` while one must wait."""
    if not setting(work.session, "recovery_hash"):
        raise NoRecoveryThere
    last = work.session.scalar(select(Setting.changed_at).where(Setting.name == RECOVERY_FAILURES))
    minutes = minutes_to_wait(int(setting(work.session, RECOVERY_FAILURES)))
    if last is not None and minutes:
        left = (last + timedelta(minutes=minutes) - work.now).total_seconds()
        if left > 0:
            raise RecoveryWaits(seconds=ceil(left))


def fits(work: Work, key: str) -> bool:
    """Whether *key* is the one that was printed; small letters and blanks around it are."""
    return passwords.fits(key.strip().upper(), str(setting(work.session, "recovery_hash")))


def count(work: Work, *, right: bool) -> None:
    """Write down that a key was right or wrong; a right one begins the count anew."""
    failures = int(setting(work.session, RECOVERY_FAILURES))
    if failures or not right:
        write_setting(work, RECOVERY_FAILURES, 0 if right else failures + 1)
