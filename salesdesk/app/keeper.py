"""What happens by itself while somebody sits at an office: holds end, backups are taken.

One thread a seat. It looks at the clock once a second, so that a hold is released within a second
of its end; a verified backup is taken every hour of use and when the seat is left. One that fails
is tried again soon, and whoever asks how old the backup is hears of it. Once a week the newest one is
restored for trial and proved, without anybody's asking.
"""

import logging
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office import drilling
from salesdesk.office.frontdoor import Office
from salesdesk.office.staff.queries import setting
from salesdesk.store import backup, journal
from salesdesk.store.faults import DamagedOffice
from salesdesk.store.file import DEADLINE_SECONDS, FileDatabase

LOOK_SECONDS = 1.0
BACKUP_SECONDS = 3600.0
DRILL_SECONDS = 600.0
"""How long after the sign-in a restore drill that is due is done; then it is looked for every hour."""

AGAIN_SECONDS = 300.0
"""How long after a backup that failed the next one is tried."""

_NO_RESCUE = (drilling.DrillFailed, DamagedOffice)
"""What says that the newest backup would not have saved the office."""

_log = logging.getLogger(__name__)


class BackupsFail(UserError):
    """The copy that was due could not be made; the office itself is whole."""

    problem = QT_TRANSLATE_NOOP("errors", "The backup that was due could not be made: {why}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Your work is saved, but not copied. Free some space, or have the administrator choose "
        "another backup folder; it is tried again every few minutes.",
    )


class Keeper:
    """Keeps one open office until it is told to stop.

    *copies*: take backups; of an office on a server only some desks do.
    """

    def __init__(self, office: Office, *, copies: bool = True) -> None:
        self._office = office
        self._copies = copies
        self._stop = Event()
        self._failed: tuple[datetime, UserError] | None = None
        self._undrilled: UserError | None = None
        self._thread = Thread(target=self._run, name="office-keeper", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread, seal the journal and take a last backup where something was written."""
        self._stop.set()
        self._thread.join()
        self._try()

    def back_up(self) -> bool:
        """Take a verified backup unless nothing was written since the last; tell whether."""
        office = self._office
        office.seal()
        if not self._copies:
            return False
        chosen, written = self._chosen_and_written()
        taken = backup.newest_stamp(office.database.home, chosen)
        # A command carries the time of its beginning: one that began just before may be missing.
        if taken and written and written < taken - timedelta(seconds=DEADLINE_SECONDS):
            return False
        backup.back_up(office.database, backup.folder_of(office.database.home, chosen))
        return True

    def newest(self) -> datetime | None:
        """Give when the newest verified backup was taken.

        Raises `BackupsFail` where a later one failed, or why it did not stand the drill.
        """
        if not self._copies:
            return None
        taken = backup.newest_stamp(self._office.database.home, self._chosen_and_written()[0])
        failed = self._failed
        if failed is not None and (taken is None or taken < failed[0]):
            raise BackupsFail(why=failed[1])
        if self._undrilled is not None:
            raise self._undrilled
        return taken

    def drill(self) -> Path | None:
        """Restore the newest backup for trial where the last drill is a week old; give which.

        Only of a file: of a server's office somebody does it, whose name stands in the journal.
        """
        if not self._copies or not isinstance(self._office.database, FileDatabase):
            return None
        try:
            copy = drilling.by_itself(self._office)
        except UserError as refusal:
            _log.warning("no restore drill: %s", refusal)
            self._undrilled = refusal if isinstance(refusal, _NO_RESCUE) else None
            return None
        if copy is not None:
            self._undrilled = None
        return copy

    def _chosen_and_written(self) -> tuple[str, datetime | None]:
        with self._office.database.reading() as session:
            return str(setting(session, "backup_folder")), journal.last_moment(session)

    def _try(self) -> bool:
        try:
            self.back_up()
        except UserError as refusal:
            if self._copies:
                self._failed = (self._office.database.clock(), refusal)
                _log.warning("no backup: %s", refusal)
            else:
                _log.info("not sealed: %s", refusal)
            return False
        self._failed = None
        return True

    def _run(self) -> None:
        waited = BACKUP_SECONDS if self._none_yet() else 0.0
        undrilled = BACKUP_SECONDS - DRILL_SECONDS
        while not self._stop.wait(LOOK_SECONDS):
            waited += LOOK_SECONDS
            try:
                self._office.sweep()
            except UserError as refusal:  # a busy file, a full disk: the next look tries again
                _log.info("the keeper waits: %s", refusal)
            if waited >= BACKUP_SECONDS:
                waited = 0.0 if self._try() else BACKUP_SECONDS - AGAIN_SECONDS
            undrilled += LOOK_SECONDS
            if undrilled >= BACKUP_SECONDS:
                undrilled = 0.0
                self.drill()

    def _none_yet(self) -> bool:
        try:
            chosen = self._chosen_and_written()[0]
        except UserError:
            return True
        return backup.newest_stamp(self._office.database.home, chosen) is None
