"""A backup brought back in the window: checked, put into a new file, and its people let in."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from salesdesk.app.places import offices_folder
from salesdesk.desks.link import Cancelled, Step
from salesdesk.desks.shell.backstage import OfficeMade
from salesdesk.office.moving import let_in_again
from salesdesk.office.staff.queries import people
from salesdesk.store import backup
from salesdesk.store.database import system_clock
from salesdesk.store.file import FileDatabase
from salesdesk.store.work import Reading


def restore(copy: Path, target: Path, step: Step, _cancelled: Cancelled) -> OfficeMade:
    """Check a backup and put it at *target*, where nothing is.

    A backup of a server's office holds nobody's password: everybody gets a one-time one, and the file
    a recovery key, shown once. A file's people keep what they have.
    """
    step(0, 1)
    place = backup.restore(copy, target)
    given = let_in_again(place)
    if given is None:
        return OfficeMade(place=str(place), recovery_key="")
    names = _names(place)
    words = tuple((names[login], login, word) for login, word in given.passwords.items())
    return OfficeMade(place=str(place), recovery_key=given.recovery_key, passwords=words)


def backups(recent: Sequence[str]) -> Sequence[Path]:
    """Give the backups beside *recent* offices and those of the documents folder, newest first."""
    folders = {*offices_folder().glob("*-backups"), *(backup.folder_of(Path(p)) for p in recent)}
    found_ones = [copy for one in folders for copy in one.glob(f"*{backup.ENDING}")]
    return sorted(found_ones, key=lambda path: path.stat().st_mtime, reverse=True)


def _names(place: Path) -> dict[str, str]:
    with closing(FileDatabase(place, read_only=True)) as database, database.reading() as session:
        cards = people(Reading(session, 0, "", system_clock()))
    return {card.login: card.name for card in cards}
