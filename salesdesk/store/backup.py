"""Copies that can be trusted: taken under load, opened and checked before they count."""

import os
import re
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.store import place, schema
from salesdesk.store.damages import LOOSE, damage_of, finding_of
from salesdesk.store.database import Database
from salesdesk.store.faults import DamagedOffice, DiskFull, NoOffice, ReadOnlyPlace
from salesdesk.store.file import FileDatabase
from salesdesk.store.marks import check_at_home

ENDING = ".backup"
_STAMP = "%Y%m%d-%H%M%S-%f"
KEPT_NEWEST = 24
KEPT_DAYS = 30
"""The newest copies, and the last one of each of so many days."""


class BackupFailed(UserError):
    """A copy that did not stand the check does not count."""

    problem = QT_TRANSLATE_NOOP("errors", "The backup could not be verified: {detail}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another disk and back up again.")


def folder_of(office: Path, chosen: str = "") -> Path:
    """Give the folder of an office's backups."""
    return Path(chosen) if chosen else office.with_name(office.stem + "-backups")


def back_up(
    database: Database,
    folder: Path,
    step: Callable[[int, int], None] = lambda _done, _of: None,
) -> Path:
    """Copy the office while others work, check the copy, and give its path.

    Of an office on a server an office file is made, by whoever may read there.
    Raises `BackupFailed`, `CannotBeCopied`, `DiskFull`, `ReadOnlyPlace`.
    """
    with database.reading() as session:
        stamp = database.now(session).astimezone(UTC).strftime(_STAMP)
    target = folder / f"{database.home.stem}-{stamp}{ENDING}"
    draft = target.with_suffix(".draft")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        database.copy_to(draft, step)
        if problem := damage(draft):
            raise BackupFailed(detail=problem)
        flush(draft)
        draft.replace(target)
        flush(folder)
    except sqlite.OperationalError as error:
        if "full" in str(error):
            raise DiskFull from error
        raise ReadOnlyPlace(place=folder) from error
    except OSError as error:
        raise ReadOnlyPlace(place=folder) from error
    finally:
        with suppress(OSError):  # where the folder is none, there is no draft either
            draft.unlink(missing_ok=True)
    _thin_out(folder, database.home.stem)
    return target


def damage(path: Path) -> str:
    """Name what is wrong with a file's pages or references, or give an empty text."""
    try:
        with closing(sqlite.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                return finding_of(found)
            lost = connection.execute("PRAGMA foreign_key_check").fetchone()
            return "" if lost is None else f"{LOOSE} ({lost[0]})"
    except sqlite.DatabaseError as error:
        return damage_of(error)


def newest(office: Path, chosen: str = "") -> tuple[Path, datetime] | None:
    """Give the newest backup of an office and when it was taken (local time of the file)."""
    found = backups(office, chosen)
    if not found:
        return None
    return found[0], datetime.fromtimestamp(found[0].stat().st_mtime).astimezone()


def newest_stamp(office: Path, chosen: str = "") -> datetime | None:
    """Give the office's time at which its newest backup was begun, or None where there is none.

    It is read from the name: a copy of the folder to another disk changes the files' own times.
    """
    found = backups(office, chosen)
    if not found:
        return None
    stamp = found[0].name.removeprefix(office.stem + "-").removesuffix(ENDING)
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def backups(office: Path, chosen: str = "") -> list[Path]:
    """List an office's backups, the newest first."""
    return _copies(folder_of(office, chosen), office.stem)


def restore(backup: Path, target: Path) -> Path:
    """Put a verified copy of *backup* at *target*, where nothing may be yet.

    Raises `NoOffice`, `PlaceTaken`, `DamagedOffice`, `ReadOnlyPlace`, `MovedAway`, and what `schema`
    finds wrong.
    """
    if not backup.is_file():
        raise NoOffice(place=backup)
    place.check_free(target)
    schema.check_file(backup)  # an empty file is a whole database to SQLite
    if problem := damage(backup):
        raise DamagedOffice(place=backup, detail=problem)
    looked_at = FileDatabase(backup, read_only=True)
    try:
        schema.check(looked_at)
        with looked_at.reading() as session:
            check_at_home(session.connection())
    finally:
        looked_at.close()
    draft = target.with_name(target.name + ".draft")
    try:
        _copy(backup, draft)
        flush(draft)
        draft.replace(target)
    except sqlite.OperationalError as error:
        raise (DiskFull() if "full" in str(error) else ReadOnlyPlace(place=target)) from error
    except OSError as error:
        raise ReadOnlyPlace(place=target) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return target


def _copy(source: Path, target: Path) -> None:
    """Copy a database with what stands in its log: the file alone may lack the newest commits."""
    with (
        closing(sqlite.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite.connect(str(target))) as new,
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")


def _copies(folder: Path, stem: str) -> list[Path]:
    """List the copies of one office, the newest first; offices may share a folder."""
    named = re.compile(re.escape(stem) + r"-\d{8}-\d{6}-\d{6}" + re.escape(ENDING))
    if not folder.is_dir():
        return []
    return sorted((p for p in folder.iterdir() if named.fullmatch(p.name)), reverse=True)


def _thin_out(folder: Path, stem: str) -> None:
    days: set[str] = set()
    for copy in _copies(folder, stem)[KEPT_NEWEST:]:
        day = copy.name.removeprefix(stem + "-")[:8]
        if day in days or len(days) >= KEPT_DAYS:
            copy.unlink(missing_ok=True)
        days.add(day)


def flush(path: Path) -> None:
    """Wait until the disk has it."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
