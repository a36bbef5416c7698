"""An office's tables: known by version and fingerprint, never guessed. `migrating` makes them."""

import hashlib
import json
from pathlib import Path

from sqlalchemy import Connection, text

from salesdesk.store import damages
from salesdesk.store.faults import (
    ChangedSchema,
    DamagedOffice,
    NewerOffice,
    NoOffice,
    NotAnOffice,
    ReadOnlyPlace,
)
from salesdesk.store.file import FileDatabase
from salesdesk.store.marks import APPLICATION_ID, MOVED_ID

VERSION = 3
"""The version of the tables that this program knows."""

OLDEST_SERVER = 14
"""The oldest PostgreSQL that an office may be on."""

_HERE = Path(__file__).resolve().parent / "migrations"
_HEADER = b"SQLite format 3\0"
_HEADER_LENGTH, _ID_AT = 100, 68


def check_file(path: Path) -> None:
    """Raise the refusal that fits when *path* is no file of ours: missing, foreign, cut off."""
    if not path.is_file():
        raise NoOffice(place=path)
    try:
        with path.open("rb") as file:
            start = file.read(_HEADER_LENGTH)
    except PermissionError:
        raise ReadOnlyPlace(place=path) from None
    if not start:
        raise DamagedOffice(place=path, detail=damages.EMPTY)
    if not start.startswith(_HEADER):
        raise NotAnOffice(place=path)
    # To connect would already turn another program's database into our journal mode. What a crash
    # left in the log is not in the header yet, so a file with a log is looked at by `check`.
    theirs = int.from_bytes(start[_ID_AT : _ID_AT + 4], "big") not in (APPLICATION_ID, MOVED_ID)
    if theirs and len(start) == _HEADER_LENGTH and not _log_of(path).exists():
        raise NotAnOffice(place=path)


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def check(database: FileDatabase) -> int:
    """Refuse an office that is damaged, foreign, newer than we know, or changed from outside.

    Gives its version, which may be an older one (`migrating.upgrade`).
    """
    with database.reading() as session:
        connection = session.connection()
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        if found != "ok":
            raise DamagedOffice(place=database.path, detail=damages.finding_of(found))
        known = (APPLICATION_ID, MOVED_ID)
        if connection.exec_driver_sql("PRAGMA application_id").scalar_one() not in known:
            raise NotAnOffice(place=database.path)
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if version > VERSION:
            raise NewerOffice(found=version, known=VERSION)
        if fingerprint(connection) != known_fingerprint(version):
            raise ChangedSchema(place=database.path)
    return int(version)


def fingerprint(connection: Connection) -> str:
    """Give a hash over every table, index and trigger as the file holds them."""
    rows = connection.execute(
        text(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
            " AND name <> 'alembic_version' ORDER BY type, name"
        )
    )
    words = "\n".join(f"{kind} {name} {' '.join((sql or '').split())}" for kind, name, sql in rows)
    return hashlib.sha256(words.encode()).hexdigest()


def known_fingerprint(version: int) -> str:
    """Give the fingerprint that an untouched office of *version* has."""
    known = json.loads((_HERE / "fingerprints.json").read_text(encoding="utf-8"))
    return str(known.get(str(version), ""))


def lay(connection: Connection) -> None:
    """Make the tables of this program's version in an empty file, without Alembic's half second.

    A copy of a server's office is begun so every hour; that the tables are the same as those that
    `migrating.create` makes is seen by their fingerprint. Raises `ChangedSchema` where they are not.
    """
    scripts = sorted((_HERE / "versions").glob("v*_sqlite.sql"))
    for script in scripts:
        for statement in script.read_text(encoding="utf-8").split("\n;;\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(
        text("INSERT INTO alembic_version (version_num) VALUES (:last)"),
        {"last": scripts[-1].name[1:5]},
    )
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
    if fingerprint(connection) != known_fingerprint(VERSION):
        raise ChangedSchema(place="v*_sqlite.sql")
