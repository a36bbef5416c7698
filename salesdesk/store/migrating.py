"""An office's tables are made, and brought from version to version, by migrations.

Apart from `schema`, which every start needs: Alembic costs as much time as the rest of an opening.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from salesdesk.store.faults import CannotFound, NewerOffice, NotItsOwner, PlaceTaken, ServerTooOld
from salesdesk.store.file import FileDatabase
from salesdesk.store.marks import APPLICATION_ID
from salesdesk.store.schema import OLDEST_SERVER, VERSION
from salesdesk.store.server import SCHEMA, ServerDatabase
from salesdesk.store.server_guards import (
    Doors,
    add_roles,
    guard,
    make_roles,
    new_prefix,
    regrant,
    unguard,
)

_HERE = Path(__file__).resolve().parent / "migrations"


def create(database: FileDatabase) -> None:
    """Make the tables of an empty file."""
    upgrade(database)


def upgrade(database: FileDatabase) -> None:
    """Bring the tables to `VERSION`, in one transaction a step."""
    with (
        database.refusing(),
        database.engine.connect().execution_options(writes=True) as connection,
    ):
        _step(connection)
        connection.commit()
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        connection.commit()


def create_on_server(
    database: ServerDatabase,
    connection: Connection,
    roles: Iterable[str],
    doors: Doors,
    everybody: Mapping[str, Iterable[str]],
) -> str:
    """Make an office's roles, tables and guards in the transaction of *connection*.

    Gives the prefix of its role names. Whoever is connected must be able to make roles and to
    create in the database; no desk ever uses that login. Raises `ServerTooOld`, `CannotFound`,
    `PlaceTaken`.
    """
    _may_found(database, connection)
    wanted, groups = tuple(roles), new_prefix()
    make_roles(connection, groups, wanted)
    connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA} AUTHORIZATION {groups}_owner")
    connection.exec_driver_sql(f"SET LOCAL ROLE {groups}_owner")
    _step(connection)
    guard(connection, groups, wanted, doors, everybody)
    connection.execute(
        text("INSERT INTO office (version, fingerprint, groups) VALUES (:v, '', :g)"),
        {"v": VERSION, "g": groups},
    )
    connection.execute(text("UPDATE office SET fingerprint = office_fingerprint()"))
    connection.execute(text("RESET ROLE"))
    return groups


def upgrade_on_server(
    connection: Connection,
    roles: Iterable[str],
    doors: Doors,
    everybody: Mapping[str, Iterable[str]],
) -> int:
    """Bring the office of *connection* to `VERSION` in its transaction; give its version before.

    Whoever is connected made the office, or is a member of its owner: the guards are taken away
    and put in place anew. Raises `NewerOffice`, `NotItsOwner`.
    """
    owner = connection.execute(
        text(
            "SELECT r.rolname AS name, pg_has_role(current_user, r.oid, 'MEMBER') AS may,"
            " current_user AS login FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner"
            " WHERE n.nspname = :schema"
        ),
        {"schema": SCHEMA},
    ).one()
    if not owner.may:
        raise NotItsOwner(login=owner.login)
    connection.exec_driver_sql(f"SET LOCAL ROLE {owner.name}")
    found = connection.execute(text("SELECT version, groups FROM office FOR UPDATE")).one()
    if found.version > VERSION:
        raise NewerOffice(found=found.version, known=VERSION)
    if found.version == VERSION:
        return VERSION
    wanted = tuple(roles)
    connection.execute(text("RESET ROLE"))
    add_roles(connection, found.groups, wanted)
    connection.exec_driver_sql(f"SET LOCAL ROLE {found.groups}_owner")
    unguard(connection)
    _step(connection)
    guard(connection, found.groups, wanted, doors, everybody)
    connection.execute(text("UPDATE office SET version = :v"), {"v": VERSION})
    return int(found.version)


def seal_upgrade(connection: Connection) -> None:
    """End what `upgrade_on_server` began, when the rights are rows: grants, and the fingerprint."""
    regrant(connection)
    connection.execute(text("UPDATE office SET fingerprint = office_fingerprint()"))
    connection.execute(text("RESET ROLE"))


def _may_found(database: ServerDatabase, connection: Connection) -> None:
    found = connection.execute(
        text(
            "SELECT current_setting('server_version_num')::int AS version,"
            " current_setting('server_version') AS words, r.rolname AS login,"
            " r.rolsuper OR (r.rolcreaterole AND"
            "  has_database_privilege(current_database(), 'CREATE')) AS may,"
            " EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = :schema) AS taken,"
            " r.rolsuper OR d.datdba = r.oid AS owns, d.datname AS database"
            " FROM pg_roles r, pg_database d"
            " WHERE r.rolname = current_user AND d.datname = current_database()"
        ),
        {"schema": SCHEMA},
    ).one()
    if found.version < OLDEST_SERVER * 10_000:
        raise ServerTooOld(found=found.words, oldest=OLDEST_SERVER)
    if found.taken:
        raise PlaceTaken(place=database.place)
    if not found.may:
        raise CannotFound(login=found.login, place=database.place)
    if found.owns:
        # Whoever may make temporary tables could put his own in front of ours.
        quoted = connection.dialect.identifier_preparer.quote(found.database)
        connection.exec_driver_sql(f"REVOKE TEMPORARY ON DATABASE {quoted} FROM PUBLIC")
        connection.execute(text("REVOKE CREATE ON SCHEMA public FROM PUBLIC"))


def _step(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
