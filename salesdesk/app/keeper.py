"""What happens by itself while somebody sits at an office: holds end, backups are taken.

One thread a seat. It looks at the clock once a second, so that a hold is released within a second
of its end; a verified backup is taken every hour of use and when the seat is left.
"""

import logging
from threading import Event, Thread

from salesdesk.kernel.errors import UserError
from salesdesk.office.frontdoor import Office
from salesdesk.office.staff.queries import setting
from salesdesk.store import backup

LOOK_SECONDS = 1.0
BACKUP_SECONDS = 3600.0

_log = logging.getLogger(__name__)


class Keeper:
    """Keeps one open office until it is told to stop."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._stop = Event()
        self._thread = Thread(target=self._run, name="office-keeper", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread, seal the journal and take a last backup where something was written."""
        self._stop.set()
        self._thread.join()
        try:
            self.back_up()
        except UserError as refusal:
            _log.info("no backup at closing: %s", refusal)

    def back_up(self) -> bool:
        """Take a verified backup unless nothing was written since the last; tell whether."""
        if not self._office.seal() and backup.newest(self._office.database.path) is not None:
            return False
        with self._office.database.reading() as session:
            chosen = str(setting(session, "backup_folder"))
        path = self._office.database.path
        backup.back_up(self._office.database, backup.folder_of(path, chosen))
        return True

    def _run(self) -> None:
        none_yet = backup.newest(self._office.database.path) is None
        waited = BACKUP_SECONDS if none_yet else 0.0
        while not self._stop.wait(LOOK_SECONDS):
            waited += LOOK_SECONDS
            try:
                self._office.sweep()
                if waited >= BACKUP_SECONDS:
                    waited = 0.0
                    self.back_up()
            except UserError as refusal:  # a busy file, a full disk: the next look tries again
                _log.info("the keeper waits: %s", refusal)
