"""What keeps an office safe, without a window: backup, restore, verify, recover, doctor."""

import argparse
import os
import platform
import shutil
from importlib import metadata
from pathlib import Path
from typing import Any

from salesdesk.app.door import OK, REFUSED, asked, opened
from salesdesk.app.forms import UsageError
from salesdesk.app.speaking import complain, say
from salesdesk.app.version import VERSION
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.figures.audit import audit, counts
from salesdesk.store import backup as copies
from salesdesk.store import schema
from salesdesk.store.database import system_clock
from salesdesk.store.file import FileDatabase
from salesdesk.store.work import Reading


class BrokenLaw(UserError):
    """The books do not hold together."""

    problem = QT_TRANSLATE_NOOP("errors", "{law}: {broken}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Stop working in this office; restore the newest verified backup."
    )


def backup(arguments: argparse.Namespace) -> int:
    """Take a verified backup of an office, sealed first."""
    office = opened(str(arguments.office))
    office.seal()
    copy = copies.back_up(office.database, arguments.to or copies.folder_of(arguments.office))
    findings, rows = _look(copy)
    office.close()
    say({"ok": all(not f.broken for f in findings), "result": {"backup": str(copy), "rows": rows}})
    return OK


def restore(arguments: argparse.Namespace) -> int:
    """Put a verified backup at a new place; nothing is ever overwritten."""
    place = copies.restore(arguments.backup, arguments.target)
    findings, rows = _look(place)
    say(
        {"ok": all(not f.broken for f in findings), "result": {"office": str(place), "rows": rows}}
    )
    return OK


def verify(arguments: argparse.Namespace) -> int:
    """Prove that an office or a backup holds together; exit code 1 names what is broken."""
    place = arguments.place or arguments.office
    if place is None:
        message = "verify FILE, or verify --office FILE"
        raise UsageError(message)
    findings, rows = _look(place)
    broken = [finding for finding in findings if finding.broken]
    say(
        {
            "ok": not broken,
            "laws": {finding.law: finding.broken or "holds" for finding in findings},
            "rows": rows,
        }
    )
    for finding in broken:
        complain(BrokenLaw(law=finding.law, broken=finding.broken).sentences()[0])
    return REFUSED if broken else OK


def _look(place: Path) -> tuple[Any, dict[str, int]]:
    schema.check_file(place)
    database = FileDatabase(place, read_only=True)
    try:
        schema.check(database)
        with database.reading() as session:
            reading = Reading(session, 0, "", system_clock())
            return audit(reading), counts(reading)
    finally:
        database.close()


def recover(arguments: argparse.Namespace) -> int:
    """Give an administrator a one-time password for the recovery key that was printed."""
    key = os.environ.get("SALESDESK_RECOVERY_KEY")
    if key is None:
        key = asked("recovery key: ", "SALESDESK_RECOVERY_KEY")
    office = opened(arguments.office)
    password = office.recover(arguments.person, key)
    office.close()
    say({"ok": True, "result": {"login": arguments.person, "one_time_password": password}})
    return OK


def doctor(arguments: argparse.Namespace) -> int:
    """Say what this machine and, where named, an office are like."""
    packages = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "python-calamine")
    facts: dict[str, object] = {
        "salesdesk": VERSION,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {name: metadata_version(name) for name in packages},
        "oldest_postgresql": schema.OLDEST_SERVER,
    }
    if arguments.office is not None:
        schema.check_file(arguments.office)
        newest = copies.newest(arguments.office)
        facts["office"] = {
            "file": str(arguments.office),
            "bytes": arguments.office.stat().st_size,
            "free_bytes": shutil.disk_usage(arguments.office.resolve().parent).free,
            "newest_backup": None if newest is None else str(newest[0]),
            "laws": {f.law: f.broken or "holds" for f in _look(arguments.office)[0]},
        }
    say(facts)
    return OK


def metadata_version(name: str) -> str:
    """Give the installed version of a package, or an empty text."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def move(_arguments: argparse.Namespace) -> int:
    """Move an office to a server or back."""
    message = "move comes with the next commit"
    raise UsageError(message)
