"""Every role, every table, every verb: a person may write what his commands write, and nothing else.

What is expected is worked out here from the doors and the default rights alone; what is found is what
the server answers to raw SQL under the person's own login. No row is touched: rights are looked at
before rows, and guards have tests of their own.
"""

import re
from collections import Counter, defaultdict

import psycopg
import pytest

from salesdesk.office import catalogue
from salesdesk.office.doors import DOORS, SWEEP
from salesdesk.office.staff.rules import DEFAULT_RIGHTS, Role
from salesdesk.store.database import Record

assert catalogue.COMMANDS  # all tables are loaded

EVERYBODYS = {"journal", "intent", "change", "seal"}
"""Written by every command; triggers of their own look at each row."""
HELD = {"unit", "customer", "project"}
"""Tables with a column that means nothing, so that a row can be held."""
OWNERS = {"office", "door", "settled", "alembic_version"}
"""The server's own tables: no desk writes them."""


def expected(role):
    """What *role* may do: table -> verbs, an UPDATE with its column."""
    may = defaultdict(set)
    wanted = [doors for name, doors in DOORS.items() if role in DEFAULT_RIGHTS[name]]
    for doors in (*wanted, SWEEP):
        for table, verbs in doors.items():
            for verb in verbs:
                kind, _, columns = verb.partition(" ")
                if kind == "UPDATE":
                    may[table] |= {f"UPDATE {column}" for column in re.findall(r"\w+", columns)}
                else:
                    may[table].add(kind)
    for table in EVERYBODYS:
        may[table].add("INSERT")
    for table in HELD:
        may[table].add("UPDATE grip")
    return may


def attempts(table, columns, may):
    """Every statement to try on *table*, and whether it must be carried out."""
    serial = {"id", "seq"} if table != "intent" else set()
    yield f"SELECT * FROM {table} WHERE false", True
    for column in columns:
        known = column in Record.metadata.tables[table].columns if table not in OWNERS else False
        insert = "INSERT" in may and known and column not in serial
        yield f"INSERT INTO {table} ({column}) SELECT NULL WHERE false", insert
        yield f"UPDATE {table} SET {column} = {column} WHERE false", f"UPDATE {column}" in may
    delete = "DELETE" in may
    yield f"DELETE FROM {table} WHERE false", delete
    # Whoever may delete may lock: nobody waits for him longer than the server's lock_timeout.
    yield f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE", delete
    first = columns[0]
    for statement in (
        "TRUNCATE {t} CASCADE",
        "ALTER TABLE {t} ADD COLUMN evil BIGINT",
        "ALTER TABLE {t} DROP COLUMN {c}",
        "ALTER TABLE {t} OWNER TO CURRENT_USER",
        "ALTER TABLE {t} DISABLE TRIGGER ALL",
        "ALTER TABLE {t} DISABLE TRIGGER USER",
        "ALTER TABLE {t} ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE {t} ALTER COLUMN {c} DROP DEFAULT",
        "ALTER TABLE {t} SET UNLOGGED",
        "DROP TABLE {t} CASCADE",
        "CREATE TRIGGER evil BEFORE INSERT ON {t} FOR EACH ROW EXECUTE FUNCTION office_turn()",
        "CREATE RULE evil AS ON INSERT TO {t} DO INSTEAD NOTHING",
        "CREATE POLICY evil ON {t} USING (true)",
        "CREATE INDEX evil ON {t} ({c})",
        "CREATE TABLE public.evil (a BIGINT REFERENCES {t})",
        "CREATE TEMP TABLE {t} (a BIGINT)",
        "CREATE VIEW evil AS SELECT * FROM {t}",
        "COMMENT ON TABLE {t} IS 'evil'",
        "COPY {t} FROM '/etc/passwd'",
        "COPY {t} TO '/evil'",
    ):
        yield statement.format(t=table, c=first), False


@pytest.mark.parametrize("role", list(Role), ids=[role.value for role in Role])
def test_a_person_writes_what_his_commands_write(attacked, role, capsys):
    columns = defaultdict(list)
    for table, column in attacked.owner(
        "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relnamespace = 'salesdesk'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p', 'f')"
        " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum"
    ):
        columns[table].append(column)
    assert set(columns) - OWNERS == set(Record.metadata.tables)
    may, wrong, seen = expected(role), [], Counter()
    line = attacked.line(role.value)
    for table, names in columns.items():
        for statement, allowed in attempts(table, names, may[table]):
            try:
                line.execute(statement)
                found = True
            except psycopg.errors.InsufficientPrivilege:
                found = False
            line.rollback()
            seen[found] += 1
            if found != allowed:
                wrong.append((statement, "got through" if found else "was refused"))
    assert not wrong
    assert seen[False] > 500, "hardly anything was tried"
    with capsys.disabled():
        print(f" [{role.value}: {seen[False]} of {seen.total()} refused]", end="")


@pytest.mark.parametrize("role", list(Role), ids=[role.value for role in Role])
def test_sequences_are_only_counted_on(attacked, role):
    found = attacked.owner(
        "SELECT relname FROM pg_class WHERE relnamespace = 'salesdesk'::regnamespace AND relkind = 'S'"
    )
    assert found
    for (name,) in found:
        for statement in (
            f"SELECT setval('{name}', 1)",
            f"ALTER SEQUENCE {name} RESTART WITH 1",
            f"DROP SEQUENCE {name} CASCADE",
        ):
            refusal = attacked.attempt(role.value, [statement])
            assert isinstance(refusal, psycopg.errors.InsufficientPrivilege), statement
