"""Guards in the database itself: what no program, ours included, can do to a table.

Each guard is written for both stores. The text of a refusal begins with ``guard:`` and names the
rule, so that it can be told from a defect.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import DDL, Table, UniqueConstraint, event
from sqlalchemy.orm import DeclarativeBase

_JSON = re.compile(r"json_extract\(([\w.]+), '\$\.(\w+)'\)")
_AS_SERVERS_DO = r"(CAST(\1 AS json) ->> '\2')"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Columns that say who and when; ``day`` is the business day of the moment, where kept.

    Where ``late`` (a server's SQL over NEW) holds, another day than the moment's is right. Where ``unless`` (SQL over NEW) holds, another guard looks at them.
    """

    verb: str
    actor: str
    at: str
    day: str
    unless: str = ""
    late: str = ""


def append_only(record: type[DeclarativeBase]) -> None:
    """Let rows of *record* be added, and never changed, removed or replaced."""
    table = _table_of(record)
    name = table.name
    for verb in ("UPDATE", "DELETE"):
        _sqlite(
            table,
            f"CREATE TRIGGER guard_{name}_{verb.lower()} BEFORE {verb} ON {name} "
            f"BEGIN SELECT RAISE(ABORT, 'guard: {name} is append-only'); END",
        )
    # INSERT OR REPLACE deletes whatever has one of the row's unique keys, and fires no trigger of
    # deletion on connections of others.
    same = " OR ".join(
        f"EXISTS (SELECT 1 FROM {name} WHERE {' AND '.join(f'{c} = NEW.{c}' for c in key)})"
        for key in _keys(table)
    )
    _sqlite(
        table,
        f"CREATE TRIGGER guard_{name}_replace BEFORE INSERT ON {name} WHEN {same} "
        f"BEGIN SELECT RAISE(ABORT, 'guard: {name} is append-only'); END",
    )
    _postgresql(
        table,
        f"CREATE FUNCTION guard_{name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION 'guard: {name} is append-only' USING ERRCODE = '23000'; END $$",
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


def refuse_when(
    record: type[DeclarativeBase], rule: str, verb: str, condition: str, words: str
) -> None:
    """Refuse *verb* (INSERT, UPDATE, DELETE) on *record*'s rows where *condition* over OLD and NEW holds.

    A CASE in *condition* stands in brackets: PL/pgSQL reads a bare one's THEN as its own. A field of
    stored JSON is read by ``json_extract(column, '$.name')``, on a server too.
    """
    table = _table_of(record)
    name = f"guard_{table.name}_{rule}"
    _sqlite(
        table,
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table.name} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, 'guard: {words}'); END",
    )
    _postgresql(
        table,
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF {_JSON.sub(_AS_SERVERS_DO, condition)} THEN"
        f" RAISE EXCEPTION 'guard: {words}' USING ERRCODE = '23000'; END IF; "
        f"RETURN {'OLD' if verb == 'DELETE' else 'NEW'}; END $$",
    )
    _postgresql(
        table,
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table.name} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()",
    )


def refuse_all(
    record: type[DeclarativeBase], verb: str, rules: Iterable[tuple[str, str, str]]
) -> None:
    """Refuse *verb* on *record*'s rows where one of *rules* (name, condition, words) holds, as `refuse_when`.

    On a server they are one function: to call one costs as much as to ask most of the conditions.
    """
    table, wanted = _table_of(record), tuple(rules)
    for rule, condition, words in wanted:
        _sqlite(
            table,
            f"CREATE TRIGGER guard_{table.name}_{rule} BEFORE {verb} ON {table.name} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, 'guard: {words}'); END",
        )
    name = f"guard_{table.name}_rules_{verb.lower()}"  # asked after those of a name before it
    asked = " ".join(
        f"IF {condition} THEN RAISE EXCEPTION 'guard: {words}' USING ERRCODE = '23000'; END IF;"
        for _rule, condition, words in wanted
    )
    _postgresql(
        table,
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {asked} RETURN NEW; END $$",
    )
    _postgresql(
        table,
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table.name} FOR EACH ROW EXECUTE FUNCTION {name}()",
    )


def stamped(
    record: type[DeclarativeBase],
    actor: str,
    at: str,
    *,
    day: str = "",
    verb: str = "INSERT",
    unless: str = "",
    late: str = "",
) -> None:
    """Say which columns of *record* hold who acted and when, for the guards of a server.

    There the actor must be the session's own login and the moment the server's (`server_guards`).
    On UPDATE the columns are looked at where they change. *actor* may be empty: a moment alone.
    Where *late* (a server's SQL over NEW) holds, *day* may be another than the moment's.
    """
    stamp = Stamp(verb, actor, at, day, unless, late)
    _table_of(record).info.setdefault("stamps", []).append(stamp)


def day_number(column: str) -> str:
    """Give, as SQL of both stores, how many days after 1970-01-01 the ISO day in *column* is."""
    year, month, day = (
        f"CAST(substr({column}, {at}, {size}) AS BIGINT)" for at, size in ((1, 4), (6, 2), (9, 2))
    )
    years = f"({year} + 4800 - (14 - {month}) / 12)"
    return (
        f"({day} + (153 * ({month} + 12 * ((14 - {month}) / 12) - 3) + 2) / 5"
        f" + 365 * {years} + {years} / 4 - {years} / 100 + {years} / 400 - 32045 - 2440588)"
    )


def _table_of(record: type[DeclarativeBase]) -> Table:
    """Give a record's table; SQLAlchemy calls it a FromClause, since a record may be mapped to others."""
    table = record.__table__
    if not isinstance(table, Table):
        raise TypeError(record)
    return table


def _keys(table: Table) -> list[list[str]]:
    """Give every set of columns of which *table* may hold the same values once only."""
    unique = [table.primary_key.columns]
    unique += [c.columns for c in table.constraints if isinstance(c, UniqueConstraint)]
    named = [[column.name for column in columns] for columns in unique]
    named += [[column.name for column in i.columns] for i in table.indexes if i.unique]
    return [named[0], *sorted(named[1:])]


def _sqlite(table: Table, statement: str) -> None:
    _after_create(table, statement, "sqlite")


def _postgresql(table: Table, statement: str) -> None:
    _after_create(table, statement, "postgresql")


def _after_create(table: Table, statement: str, dialect: str) -> None:
    ddl: Any = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
    ddl = ddl.execute_if(dialect=dialect)
    event.listen(table, "after_create", ddl)
