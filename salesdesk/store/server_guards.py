"""What only a server can hold, put in place when an office is made there.

Who acts is the session's login, what time it is the server's; each role may write only what its
commands write (`Doors`), and only in a transaction that the journal tells of. Whoever owns the
office on the server is above all this, and is never a desk's login.
"""

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import Connection, Table, text

from salesdesk.store.database import Record
from salesdesk.store.guards import Stamp

Doors = Mapping[str, Mapping[str, Iterable[str]]]
"""Command -> table -> what it may do there: INSERT, DELETE, UPDATE(columns)."""

OFFICE_TABLES = ("journal", "intent", "change", "seal")
"""Written by everybody's commands; `server.sql` guards each."""

HELD = ("unit", "customer", "project")
"""Rows that a command holds while it decides about them."""

_HERE = Path(__file__).resolve().parent / "migrations"
_TEMPLATES = ("server.sql", "server_hold.sql", "server_people.sql", "server_money.sql")
_SERIAL = ("id", "seq")


def new_prefix() -> str:
    """Give a prefix for the names of an office's roles, which all offices of a server share."""
    return f"salesdesk_{secrets.token_hex(4)}"


def make_roles(connection: Connection, groups: str, roles: Iterable[str]) -> None:
    """Make the office's owner and its groups; the owner may make logins and cannot sign in."""
    _run(connection, f"CREATE ROLE {groups}_owner NOLOGIN CREATEROLE")
    _run(connection, f"GRANT {groups}_owner TO CURRENT_USER")
    add_roles(connection, groups, roles)


def add_roles(connection: Connection, groups: str, roles: Iterable[str]) -> None:
    """Make the groups that are not there yet."""
    known = set(connection.execute(text("SELECT rolname FROM pg_roles")).scalars())
    for name in ("staff", *roles):
        if f"{groups}_{name}" in known:
            continue
        # By the owner, so that since PostgreSQL 16 he may hand them out.
        _run(connection, f"SET ROLE {groups}_owner")
        _run(connection, f"CREATE ROLE {groups}_{name} NOLOGIN")
        if name != "staff":
            _run(connection, f"GRANT {groups}_staff TO {groups}_{name}")
        _run(connection, "RESET ROLE")


def guard(
    connection: Connection,
    groups: str,
    roles: Iterable[str],
    doors: Doors,
    everybody: Mapping[str, Iterable[str]],
) -> None:
    """Put every guard and grant in place; the tables are there, their rows may be."""
    wanted = tuple(roles)
    script = "\n;;\n".join(
        (_HERE / name).read_text(encoding="utf-8").strip() for name in _TEMPLATES
    ).replace("{{}}", "{}")
    script = script.replace("{groups}", groups)
    script = script.replace("{roles}", ", ".join(f"'{role}'" for role in wanted))
    for statement in script.split("\n;;\n"):
        _run(connection, statement)
    for table in Record.metadata.sorted_tables:
        for stamp in table.info.get("stamps", ()):
            _stamp(connection, table, stamp)
        if table.name not in OFFICE_TABLES:
            _run(
                connection,
                "CREATE CONSTRAINT TRIGGER office_journalled AFTER INSERT OR UPDATE OR DELETE ON"
                f" {table.name} DEFERRABLE INITIALLY DEFERRED"
                " FOR EACH ROW EXECUTE FUNCTION office_journalled()",
            )
    rows = [
        {"command": command, "tab": table, "verb": verb}
        for command, tables in doors.items()
        for table, verbs in tables.items()
        for each in verbs
        for verb in _grants(table, each)
    ]
    connection.execute(
        text(
            "INSERT INTO door (command, tab, verb) VALUES (:command, :tab, :verb)"
            " ON CONFLICT DO NOTHING"
        ),
        rows,
    )
    _pin(connection)
    _grant(connection, groups, everybody)


def unguard(connection: Connection) -> None:
    """Take away what `guard` put in place, before it is put in place anew: the tables stay."""
    names = connection.execute(
        text(
            "SELECT p.oid::regprocedure::text FROM pg_proc p"
            " WHERE p.pronamespace = 'salesdesk'::regnamespace"
            " AND p.proname ~ '^(office|stamp)_'"
        )
    ).scalars()
    for name in list(names):
        _run(connection, f"DROP FUNCTION IF EXISTS {name} CASCADE")
    _run(connection, "DELETE FROM door")


def regrant(connection: Connection) -> None:
    """Give each role what its rights write: to be called when the rights are rows."""
    _run(connection, "SELECT office_regrant()")


def shut(connection: Connection) -> None:
    """Take from every desk what it may write: the office lives elsewhere now, and can be read."""
    for name in _desks_roles(connection):
        _run(
            connection,
            f"REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA salesdesk FROM {name}",
        )


def reopen(connection: Connection, everybody: Mapping[str, Iterable[str]]) -> None:
    """Undo `shut`."""
    groups = connection.execute(text("SELECT groups FROM salesdesk.office")).scalar_one()
    _run(connection, f"SET LOCAL ROLE {groups}_owner")
    _grant(connection, str(groups), everybody)
    _run(connection, "RESET ROLE")
    regrant(connection)


def _desks_roles(connection: Connection) -> list[str]:
    found = connection.execute(
        text(
            "SELECT r.rolname FROM pg_roles r, salesdesk.office o"
            " WHERE starts_with(r.rolname, o.groups || '_') AND r.rolname <> o.groups || '_owner'"
        )
    )
    return [str(name) for name in found.scalars()]


def _stamp(connection: Connection, table: Table, stamp: Stamp) -> None:
    """Make the guard of one pair of columns: who, when, or both; looked at where they change."""
    name = "_".join(filter(None, ("stamp", table.name, stamp.actor, stamp.at)))
    columns = [column for column in (stamp.actor, stamp.at) if column]
    same = " AND ".join(f"NEW.{c} IS NOT DISTINCT FROM OLD.{c}" for c in columns)
    none = " AND ".join(f"NEW.{c} IS NULL" for c in columns)
    passing = {"INSERT": "", "UPDATE": f"IF {same} THEN RETURN NEW; END IF; "}.get(
        stamp.verb,
        f"IF TG_OP = 'INSERT' AND {none} THEN RETURN NEW; END IF; "
        f"IF TG_OP = 'UPDATE' THEN IF {same} THEN RETURN NEW; END IF; END IF; ",
    )
    actor = (
        f"IF NEW.{stamp.actor} IS DISTINCT FROM office_actor() THEN RAISE EXCEPTION"
        " 'guard: the actor is whoever signed in' USING ERRCODE = '23000'; END IF; "
        if stamp.actor
        else ""
    )
    unless = f"IF {stamp.unless} THEN RETURN NEW; END IF; " if stamp.unless else ""
    late = f" AND NOT coalesce({stamp.late}, false)" if stamp.late else ""
    day = (
        f"IF NEW.{stamp.day} <> office_day(NEW.{stamp.at}){late} THEN RAISE EXCEPTION"
        " 'guard: the day is the server''s' USING ERRCODE = '23000'; END IF; "
        if stamp.day
        else ""
    )
    _run(
        connection,
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF office_trusted() THEN RETURN NEW; END IF; {unless}{passing}{actor}"
        f"IF NOT coalesce(office_in_time(NEW.{stamp.at}), false) THEN RAISE EXCEPTION"
        f" 'guard: the time is the server''s' USING ERRCODE = '23000'; END IF; "
        f"{day}RETURN NEW; END $$",
    )
    _run(
        connection,
        f"CREATE TRIGGER {name} BEFORE {stamp.verb} ON {table.name}"
        f" FOR EACH ROW EXECUTE FUNCTION {name}()",
    )


def _grants(table: str, verb: str) -> list[str]:
    """Give a door's verb as grants: a column each, so that taking one command's takes no other's.

    An inserted row never brings its own number (`id`).
    """
    name, _, columns = verb.partition(" ")
    if name == "UPDATE":
        return [f"UPDATE ({column.strip()})" for column in columns.strip("()").split(",")]
    return [_insert(table)] if name == "INSERT" else [verb]


def _insert(table: str) -> str:
    columns = [c.name for c in Record.metadata.tables[table].columns if not _serial(c.name, table)]
    return f"INSERT ({', '.join(columns)})"


def _serial(column: str, table: str) -> bool:
    return column in _SERIAL and table != "intent"


def _pin(connection: Connection) -> None:
    """Let every function look for tables where they are, whatever path a session sets."""
    names = connection.execute(
        text(
            "SELECT p.oid::regprocedure::text FROM pg_proc p"
            " WHERE p.pronamespace = 'salesdesk'::regnamespace"
        )
    ).scalars()
    for name in list(names):
        _run(connection, f"ALTER FUNCTION {name} SET search_path = pg_catalog, salesdesk, pg_temp")


def _grant(connection: Connection, groups: str, everybody: Mapping[str, Iterable[str]]) -> None:
    staff = f"{groups}_staff"
    for statement in (
        "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA salesdesk FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA salesdesk TO {staff}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA salesdesk TO {staff}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA salesdesk TO {staff}",
        f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA salesdesk TO {staff}",
        f"REVOKE EXECUTE ON FUNCTION office_regrant() FROM {staff}",
    ):
        _run(connection, statement)
    for table in OFFICE_TABLES:
        _run(connection, f"GRANT {_insert(table)} ON {table} TO {staff}")
    for table in HELD:
        _run(connection, f"GRANT UPDATE (grip) ON {table} TO {staff}")
    for table, verbs in everybody.items():
        for grant in (each for verb in verbs for each in _grants(table, verb)):
            _run(connection, f"GRANT {grant} ON {table} TO {staff}")


def _run(connection: Connection, statement: str) -> None:
    # By the driver itself: SQLAlchemy would take the percent signs of format() for parameters.
    connection.connection.cursor().execute(statement)
