"""An office that an older program made is brought forward, whole or not at all; a file is copied first.

Apart from `entrance`: Alembic costs as much time as the rest of an opening.
"""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from salesdesk.office.approvals.flow_commands import write_flow
from salesdesk.office.approvals.rules import SHIPPED
from salesdesk.office.approvals.tables import FlowVersion
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.doors import DOORS, SWEEP
from salesdesk.office.staff.rules import DEFAULT_RIGHTS, Role
from salesdesk.office.staff.tables import Grant, Person
from salesdesk.store import backup, migrating, schema
from salesdesk.store.address import Address
from salesdesk.store.database import Clock, system_clock
from salesdesk.store.faults import NoOfficeThere
from salesdesk.store.file import FileDatabase
from salesdesk.store.server import ServerDatabase
from salesdesk.store.work import Work


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
            _furnish(session, database.now(session))
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
                _furnish(session, database.now(session))
                session.flush()
            migrating.seal_upgrade(connection)
        connection.commit()
    return before


def _furnish(session: Session, now: datetime) -> None:
    """Give an office what it lacks of what a new one begins with: rights, and approval flows."""
    _add_rights(session)
    session.flush()
    first = select(Person.id).where(Person.role == Role.ADMIN, Person.left_at.is_(None))
    actor = session.scalars(first.order_by(Person.id).limit(1)).one()
    known = set(session.scalars(select(FlowVersion.kind)))
    work = Work(session, actor, Role.ADMIN.value, now)
    for kind, flow in SHIPPED.items():
        if kind.value not in known:
            write_flow(work, kind, flow.steps, flow.valid_days)


def _add_rights(session: Session) -> None:
    """Give out the rights that the office did not know, and to roles that it did not know theirs.

    A right that it knew has a holder still (a guard keeps the last one): none has none.
    """
    known = set(session.scalars(select(Grant.name)))
    old_roles = set(session.scalars(select(Grant.role)))
    session.add_all(
        Grant(role=role.value, name=name)
        for name, roles in DEFAULT_RIGHTS.items()
        for role in sorted(roles)
        if name not in known or role.value not in old_roles
    )
