"""The one place where somebody posted to some projects is kept within them, whatever he asks or does.

Which rows are a project's is found by the references of the tables themselves: a row belongs where
its project, its unit or its deal does, or what it refers to. So a new table is covered by itself.
Every question of such a person is asked of the rows of his projects alone; whatever he writes is
looked at before it is sent. Customers are the office's: they belong to no project. So is the
journal, but for the entries that tell of another project's rows: those he is not shown.
"""

from collections.abc import Collection, Iterator
from functools import cache, partial
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, event, inspect, or_, select
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from salesdesk.office.staff.posted import NotYourProject, limit
from salesdesk.store.database import Record

_OF_THE_OFFICE = frozenset({
    "person", "customer", "phone", "posting", "setting", "role_right", "journal", "intent", "seal",
    "change", "flow", "flow_step", "stand_in", "counter", "payment_mode",
})  # fmt: skip
"""Tables that belong to no project, whatever they refer to."""

Term = ColumnElement[bool]


@cache
def scope(
    table: Table, projects: frozenset[int], seen: frozenset[str] = frozenset()
) -> Term | None:
    """Give the condition under which a row of *table* is of one of *projects*; None: of the office."""
    if table.name in _OF_THE_OFFICE | seen:
        return None
    if table.name == "project":
        return table.c.id.in_(projects)
    if "project_id" in table.c:
        return or_(table.c.project_id.is_(None), table.c.project_id.in_(projects))
    further = seen | {table.name}
    terms = [*_above(table, projects, further), *_beside(table, projects, further)]
    return and_(*terms) if terms else None


def _above(table: Table, projects: frozenset[int], seen: frozenset[str]) -> Iterator[Term]:
    """Give a condition for each reference to a row that is a project's."""
    for key in sorted(table.foreign_keys, key=lambda found: found.parent.name):
        inner = scope(key.column.table, projects, seen)
        if inner is not None:
            column = key.parent
            yield or_(column.is_(None), column.in_(select(key.column).where(inner)))


def _beside(table: Table, projects: frozenset[int], seen: frozenset[str]) -> Iterator[Term]:
    """Give a condition for each table that says, row for row, what a request is about."""
    if table.name != "request":
        return
    for other in Record.metadata.sorted_tables:
        if [column.name for column in other.primary_key] != ["request_id"]:
            continue
        inner = scope(other, projects, seen)
        if inner is not None:
            yield table.c.id.not_in(select(other.c.request_id).where(~inner))


@cache
def _criteria(projects: frozenset[int]) -> tuple[Any, ...]:
    found = []
    for mapper in Record.registry.mappers:
        table = mapper.local_table
        term = scope(table, projects) if isinstance(table, Table) else None
        if term is not None:
            found.append(with_loader_criteria(mapper.class_, term, include_aliases=True))
    return tuple(found)


def keep_reading(session: Session, written: str | None) -> None:
    """Let every question of this transaction see the rows of the projects *written* alone; None: all."""
    if written is None:
        return
    projects = _numbers(written)
    limit(session, projects, partial(_strange, session, projects))

    def narrowed(state: ORMExecuteState) -> None:
        if state.is_select:
            state.statement = state.statement.options(*_criteria(projects))

    event.listen(session, "do_orm_execute", narrowed)


def keep_writing(session: Session, written: str | None) -> None:
    """Refuse (`NotYourProject`) what this transaction would write of projects that are not *written*."""
    if written is None:
        return
    projects, good = _numbers(written), set[tuple[str, Any]]()
    limit(session, projects)

    def looked_at(_session: Session, _context: object, _instances: object) -> None:
        for row in (*session.new, *session.dirty, *session.deleted):
            _check(session, row, projects, good)

    event.listen(session, "before_flush", looked_at)


def _strange(
    session: Session, projects: frozenset[int], name: str, keys: Collection[Any]
) -> frozenset[Any]:
    """Give which of *keys* are rows of table *name* that are none of *projects*."""
    table = Record.metadata.tables[name]
    term = scope(table, projects)
    numbers = [key for key in keys if isinstance(key, int)]
    if term is None:
        return frozenset()
    known = session.connection().execute(select(table.c.id).where(table.c.id.in_(numbers), ~term))
    found = frozenset[Any](known.scalars())
    if (words := [key for key in keys if isinstance(key, str)]) and name == "project":
        named = select(table.c.name).where(table.c.name.in_(words), ~term)
        found |= frozenset(session.connection().execute(named).scalars())
    return found


def _numbers(written: str) -> frozenset[int]:
    return frozenset(map(int, written.split(",")))


def _check(
    session: Session, row: Any, projects: frozenset[int], good: set[tuple[str, Any]]
) -> None:
    table = inspect(row).mapper.local_table
    if table.name in _OF_THE_OFFICE:
        return
    if "project_id" in table.c and row.project_id is not None:
        if row.project_id not in projects:
            raise NotYourProject
        return
    for key in table.foreign_keys:
        other, value = key.column.table, getattr(row, key.parent.name)
        term = None if value is None or other is table else scope(other, projects)
        if term is None or (other.name, value) in good:
            continue
        known = select(key.column).where(key.column == value)
        connection = session.connection()
        if connection.execute(known.where(term)).first() is not None:
            good.add((other.name, value))
        elif connection.execute(known).first() is not None:
            raise NotYourProject
