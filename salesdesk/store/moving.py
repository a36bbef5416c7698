"""A whole office copied from one database to another, and the proof that both hold the same.

Every row of every table goes over as it is: ids, numbers, journal, seals, rows of people who left.
The change log stays behind: it only tells open desks what to read again.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import (
    URL,
    Connection,
    LargeBinary,
    NullPool,
    Table,
    create_engine,
    event,
    inspect,
    text,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.store import schema
from salesdesk.store.database import Record
from salesdesk.store.faults import refusal_for

Step = Callable[[int, int], None]
"""Told how many rows are done, of how many."""

Row = tuple[Any, ...]

_LEFT_BEHIND = "change"
_OTHERS = frozenset({_LEFT_BEHIND, "alembic_version", "office", "door", "settled"})
"""Tables that are not the office's own facts: each database makes them for itself."""

_CHUNK = 2_000
_FEW = 4
"""Rows at once of a table that holds whole files."""
_KINDS = {"TEXT": "text", "BYTEA": "bytea"}


class CannotBeCopied(UserError):
    """A row of the office does not fit where it is to go."""

    problem = QT_TRANSLATE_NOOP("errors", "The office cannot be copied at {table}: {detail}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Nothing was changed. Verify the office; mend it or restore a verified backup."
    )


class NotTheSame(UserError):
    """What arrived is not what was sent."""

    problem = QT_TRANSLATE_NOOP("errors", "The copy is not equal to the office: {detail}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Nothing was changed; the office works where it was.")


@dataclass(frozen=True, slots=True)
class Tally:
    """What an office holds, in figures that two equal offices have in common."""

    rows: dict[str, int]
    """Rows a table."""

    sums: dict[str, str]
    """A SHA-256 a table over its rows in the order of their keys."""

    money: dict[str, tuple[int, int]]
    """Fen debited and credited, an account."""

    heads: dict[str, str]
    """The last link of each chain: the journal's seals, and each series of receipts."""

    def differs(self, other: "Tally") -> str:
        """Name the first thing in which *other* is not equal, or give an empty text."""
        for what in ("rows", "money", "heads", "sums"):
            mine, theirs = getattr(self, what), getattr(other, what)
            for key in sorted(mine.keys() | theirs.keys()):
                if mine.get(key) != theirs.get(key):
                    return f"{what} {key}: {mine.get(key)} / {theirs.get(key)}"
        return ""


def transfer(source: Connection, target: Connection, step: Step) -> Tally:
    """Copy every row of *source* into the empty tables of *target*, and prove both equal.

    Both stay in the transactions they are in. On a server *target* acts as whoever owns the tables.
    Raises `CannotBeCopied`, `NotTheSame`.
    """
    tables = _tables(source)
    of = sum(_count(source, table) for table in tables)
    done, rows, sums = 0, {}, {}
    with _unguarded(target, tables):
        for table in tables:
            seen = _Summed(source, table)

            def told(count: int, before: int = done) -> None:
                step(before + count, of)

            with _naming(table, source, target):
                _write(target, table, seen, told)
            rows[table.name], sums[table.name] = seen.count, seen.digest.hexdigest()
            done += seen.count
    _behind_the_last(target, tables)
    sent = Tally(rows, sums, _money(source), _heads(source))
    if difference := sent.differs(tally(target)):
        raise NotTheSame(detail=difference)
    return sent


def tally(connection: Connection) -> Tally:
    """Read every row of an office and give its figures."""
    rows, sums = {}, {}
    for table in _tables(connection):
        seen = _Summed(connection, table)
        with _naming(table, connection):
            for _row in seen:
                pass
        rows[table.name], sums[table.name] = seen.count, seen.digest.hexdigest()
    return Tally(rows, sums, _money(connection), _heads(connection))


def to_file(source: Connection, draft: Path, step: Step) -> Tally:
    """Copy the office that *source* reads into a new file at *draft*.

    The caller flushes it: a file that is not whole is thrown away, so nothing waits for the disk.
    """
    with new_file(draft) as target:
        sent = transfer(source, target, step)
        target.commit()
    return sent


@contextmanager
def new_file(draft: Path) -> Iterator[Connection]:
    """Give an empty office at *draft* in a transaction of its own, to be committed."""
    engine = create_engine(
        URL.create("sqlite", database=str(draft)),
        module=sqlcipher3.dbapi2,
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _plainly)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            schema.lay(connection)
            yield connection
    except DBAPIError as error:
        if isinstance(error.orig, sqlcipher3.dbapi2.Error):
            raise refusal_for(error, draft) or error from error
        raise


def _plainly(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for manner in ("journal_mode=MEMORY", "synchronous=OFF", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {manner}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _tables(connection: Connection) -> list[Table]:
    """Give the office's tables, each behind those that it refers to; all of them, or LookupError."""
    known = [t for t in Record.metadata.sorted_tables if t.name != _LEFT_BEHIND]
    if strange := {t.name for t in known} ^ (set(inspect(connection).get_table_names()) - _OTHERS):
        raise LookupError(sorted(strange))
    return known


class _Summed:
    """The rows of a table in the order of their keys, counted and summed while they pass."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection, self._table = connection, table
        self.count, self.digest = 0, hashlib.sha256()

    def __iter__(self) -> Iterator[Row]:
        for row in _read(self._connection, self._table):
            self.count += 1
            self.digest.update(repr(row).encode())
            yield row


def _read(connection: Connection, table: Table) -> Iterator[Row]:
    server = _on_server(connection)
    kinds = {c.name: c.type.compile(connection.dialect) for c in table.columns}
    order = ", ".join(
        f'"{c.name}"' + (' COLLATE "C"' if server and kinds[c.name] == "TEXT" else "")
        for c in table.primary_key
    )
    query = f'SELECT {_columns(table)} FROM "{table.name}" ORDER BY {order}'  # noqa: S608 - own names
    cursor = connection.connection.cursor()
    if not server:
        cursor.execute(query)
        while chunk := cursor.fetchmany(_at_once(table)):
            yield from chunk
        return
    copying: Any = cursor
    with copying.copy(f"COPY ({query}) TO STDOUT") as copy:
        copy.set_types([_KINDS.get(kind, "int8") for kind in kinds.values()])
        yield from copy.rows()


def _write(
    connection: Connection, table: Table, rows: _Summed, told: Callable[[int], None]
) -> None:
    cursor: Any = connection.connection.cursor()
    if _on_server(connection):
        with cursor.copy(f'COPY "{table.name}" ({_columns(table)}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
                if rows.count % _CHUNK == 0:
                    told(rows.count)
    else:
        marks = ", ".join("?" for _column in table.columns)
        insert = f'INSERT INTO "{table.name}" ({_columns(table)}) VALUES ({marks})'  # noqa: S608 - own names
        chunk = []
        for row in rows:
            chunk.append(row)
            if len(chunk) == _at_once(table):
                cursor.executemany(insert, chunk)
                chunk = []
                told(rows.count)
        cursor.executemany(insert, chunk)
    told(rows.count)


def _at_once(table: Table) -> int:
    """Give how many rows are held in memory together."""
    return _FEW if any(isinstance(c.type, LargeBinary) for c in table.columns) else _CHUNK


def _columns(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _count(connection: Connection, table: Table) -> int:
    found = connection.exec_driver_sql(f'SELECT count(*) FROM "{table.name}"')  # noqa: S608 - own names
    return int(found.scalar_one())


def _on_server(connection: Connection) -> bool:
    return connection.dialect.name != "sqlite"


@contextmanager
def _unguarded(connection: Connection, tables: list[Table]) -> Iterator[None]:
    """Let rows in that no desk could write today: of leavers, of claims long ended.

    References between rows are looked at all the same.
    """
    if _on_server(connection):
        for table in tables:
            connection.exec_driver_sql(f'ALTER TABLE "{table.name}" DISABLE TRIGGER USER')
        yield
        for table in tables:
            connection.exec_driver_sql(f'ALTER TABLE "{table.name}" ENABLE TRIGGER USER')
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    triggers = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).all()
    for name, _statement in triggers:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _name, statement in triggers:
        connection.exec_driver_sql(statement)


def _behind_the_last(connection: Connection, tables: list[Table]) -> None:
    """Let a server's sequences go on behind the last row; a file counts from its last by itself."""
    if not _on_server(connection):
        return
    for table in tables:
        serial = table.autoincrement_column
        if serial is None:
            continue
        connection.exec_driver_sql(
            f"SELECT setval(pg_get_serial_sequence('{table.name}', '{serial.name}'), max(\"{serial.name}\"))"  # noqa: S608 - own names
            f' FROM "{table.name}" HAVING max("{serial.name}") IS NOT NULL'
        )


def _money(connection: Connection) -> dict[str, tuple[int, int]]:
    found = connection.execute(
        text(
            "SELECT account, sum(debit), sum(credit) FROM ("
            " SELECT debit AS account, amount_fen AS debit, 0 AS credit FROM movement"
            " UNION ALL SELECT credit, 0, amount_fen FROM movement) AS moved GROUP BY account"
        )
    )
    return {str(account): (int(debit), int(credit)) for account, debit, credit in found}


def _heads(connection: Connection) -> dict[str, str]:
    seal = connection.execute(text("SELECT hash FROM seal ORDER BY id DESC LIMIT 1")).scalar()
    series = connection.execute(
        text(
            "SELECT r.series, r.number, r.hash FROM receipt r"
            " WHERE r.no = (SELECT max(o.no) FROM receipt o WHERE o.series = r.series)"
        )
    )
    return {"journal": str(seal), **{str(name): f"{no} {link}" for name, no, link in series}}


@contextmanager
def _naming(table: Table, *connections: Connection) -> Iterator[None]:
    """Say at which table a driver could not read or write."""
    kinds = tuple(connection.dialect.loaded_dbapi.Error for connection in connections)
    try:
        yield
    except (*kinds, UnicodeError) as error:
        lines = str(error).strip().splitlines() or [type(error).__name__]
        raise CannotBeCopied(table=table.name, detail="; ".join(lines[:3])) from error
