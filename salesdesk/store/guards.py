"""Guards in the database itself: what no program, ours included, can do to a table.

Each guard is written for both stores. The text of a refusal begins with ``guard:`` and names the
rule, so that it can be told from a defect.
"""

from typing import Any

from sqlalchemy import DDL, Table, event


def append_only(table: Table) -> None:
    """Let rows of *table* be added, and never changed, removed or replaced."""
    name = table.name
    key = next(iter(table.primary_key.columns)).name
    for verb in ("UPDATE", "DELETE"):
        _sqlite(
            table,
            f"CREATE TRIGGER guard_{name}_{verb.lower()} BEFORE {verb} ON {name} "
            f"BEGIN SELECT RAISE(ABORT, 'guard: {name} is append-only'); END",
        )
    # INSERT OR REPLACE deletes without firing delete triggers on connections of others.
    _sqlite(
        table,
        f"CREATE TRIGGER guard_{name}_replace BEFORE INSERT ON {name} "
        f"WHEN EXISTS (SELECT 1 FROM {name} WHERE {key} = NEW.{key}) "
        f"BEGIN SELECT RAISE(ABORT, 'guard: {name} is append-only'); END",
    )
    _postgresql(
        table,
        f"CREATE FUNCTION guard_{name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION 'guard: {name} is append-only'; END $$",
    )
    _postgresql(
        table,
        f"CREATE TRIGGER guard_{name} BEFORE UPDATE OR DELETE ON {name} "
        f"FOR EACH ROW EXECUTE FUNCTION guard_{name}()",
    )
    _postgresql(
        table,
        f"CREATE TRIGGER guard_{name}_truncate BEFORE TRUNCATE ON {name} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION guard_{name}()",
    )


def refuse_when(table: Table, rule: str, verb: str, condition: str, words: str) -> None:
    """Refuse *verb* (INSERT, UPDATE, DELETE) on *table* where *condition* over OLD and NEW holds."""
    name = f"guard_{table.name}_{rule}"
    _sqlite(
        table,
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table.name} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, 'guard: {words}'); END",
    )
    _postgresql(
        table,
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {condition} THEN RAISE EXCEPTION 'guard: {words}'; END IF; "
        f"RETURN {'OLD' if verb == 'DELETE' else 'NEW'}; END $$",
    )
    _postgresql(
        table,
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table.name} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()",
    )


def _sqlite(table: Table, statement: str) -> None:
    _after_create(table, statement, "sqlite")


def _postgresql(table: Table, statement: str) -> None:
    _after_create(table, statement, "postgresql")


def _after_create(table: Table, statement: str, dialect: str) -> None:
    ddl: Any = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
    ddl = ddl.execute_if(dialect=dialect)
    event.listen(table, "after_create", ddl)
