"""An office that an older program made is brought forward, whole or not at all; a file is copied first.

Apart from `entrance`: Alembic costs as much time as the rest of an opening.
"""

from contextlib import closing
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.doors import DOORS, SWEEP
from salesdesk.office.staff.rules import DEFAULT_RIGHTS, Role
from salesdesk.office.staff.tables import Grant
from salesdesk.store import backup, migrating, schema
from salesdesk.store.address import Address
from salesdesk.store.database import Clock, system_clock
from salesdesk.store.faults import NoOfficeThere
from salesdesk.store.file import FileDatabase
from salesdesk.store.server import ServerDatabase


def renew(path: Path, clock: Clock = system_clock) -> Path:
    """Bring the office at *path* to this program's version; give the verified backup from before.

    Raises what `schema` finds wrong and what keeps a backup from being taken; then nothing changed.
    """
    schema.check_file(path)
    database = FileDatabase(path, clock)
    try:
        schema.check(database)
        copy = backup.back_up(database, backup.folder_of(path))
        migrating.upgrade(database)
        schema.check(database)
        with database.writing() as session:
            _add_rights(session)
    finally:
        database.close()
    return copy


def renew_on_server(address: Address, clock: Clock = system_clock) -> int:
    """Bring the office at *address* to this program's version; give the version it had.

    *address* names the login that made the office. One transaction: desks that are open wait, and
    find the office newer than they know. Raises `NewerOffice`, `NotItsOwner`, `NoOfficeThere`.
    """
    with (
        closing(ServerDatabase(address, clock)) as database,
        database.founding() as connection,
    ):
        there = text("SELECT to_regclass('salesdesk.office') IS NOT NULL")
        if not connection.execute(there).scalar_one():
            raise NoOfficeThere(place=database.place)
        doors = {name: DOORS.get(name, {}) for name in COMMANDS}
        before = migrating.upgrade_on_server(connection, Role, doors, SWEEP)
        if before < schema.VERSION:
            with Session(connection) as session:
                _add_rights(session)
                session.flush()
            migrating.seal_upgrade(connection)
        connection.commit()
    return before


def _add_rights(session: Session) -> None:
    """Give out the rights of commands and questions that the office did not know.

    A right that it knew has a holder still (a guard keeps the last one): none has none.
    """
    known = set(session.scalars(select(Grant.name)))
    session.add_all(
        Grant(role=role.value, name=name)
        for name, roles in DEFAULT_RIGHTS.items()
        if name not in known
        for role in sorted(roles)
    )
