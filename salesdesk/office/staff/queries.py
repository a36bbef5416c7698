"""Questions about people, rights and settings."""

import json
from collections import defaultdict
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, bindparam, cast, func, null, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import NotFound
from salesdesk.office.staff.posted import limits, of_his
from salesdesk.office.staff.rules import DRILL, NOBODYS_SETTINGS, SETTINGS
from salesdesk.office.staff.sheets import JournalLine, PersonCard, RightLine
from salesdesk.office.staff.tables import Grant, Person, Posting, Setting
from salesdesk.store.journal import JournalRow, Seal
from salesdesk.store.work import Reading

_SETTINGS = "settings"


class Entrance(NamedTuple):
    """What every command and question asks first: who comes, who may, what time it is."""

    role: str
    left_at: datetime | None
    must_change: bool
    holders: str | None
    """The roles that hold the right, in their order, with commas; None where nobody does."""
    zone: str | None
    last: datetime | None
    """The time of the newest journal row."""
    now: int | None
    """The server's time (µs); None where this machine's counts."""
    projects: str | None = None
    """The projects to which the person is limited, with commas; None where he works in all."""


def entrance(
    session: Session, person: int, name: str, moment: ColumnElement[Any] | None
) -> Entrance:
    """Ask in one question for *person* and the right *name*; *moment* is the store's own time."""
    found = Entrance(*session.execute(_entering(moment), {"person": person, "name": name}).one())
    zone = SETTINGS["zone"].default if found.zone is None else json.loads(found.zone)
    return found._replace(zone=str(zone))


@cache
def _entering(moment: ColumnElement[Any] | None) -> Select[Any]:
    """Give the question of `entrance`: building it would cost as much again as asking it."""
    holding = (
        select(Grant.role).where(Grant.name == bindparam("name")).order_by(Grant.id).subquery()
    )
    return select(
        Person.role,
        Person.left_at,
        Person.must_change,
        select(func.string_agg(holding.c.role, ", ")).scalar_subquery(),
        select(Setting.value).where(Setting.name == "zone").scalar_subquery(),
        select(JournalRow.at).order_by(JournalRow.id.desc()).limit(1).scalar_subquery(),
        null() if moment is None else moment,
        select(func.string_agg(cast(Posting.project_id, Text), ","))
        .where(Posting.person_id == bindparam("person"), Posting.ended_at.is_(None))
        .scalar_subquery(),
    ).where(Person.id == bindparam("person"))


_EVERY_SETTING = select(Setting.name, Setting.value)
_EVERY_NAME = select(Person.id, Person.name)


def setting(session: Session, name: str) -> Any:
    """Give the office's setting *name*, or its default; a transaction asks for them once."""
    known = session.info.get(_SETTINGS)
    if known is None:
        rows = session.execute(_EVERY_SETTING)
        known = session.info[_SETTINGS] = {row.name: row.value for row in rows}
    value = known.get(name)
    return SETTINGS[name].default if value is None else json.loads(value)


def forget_settings(session: Session) -> None:
    """Ask again for the settings: one of them changed."""
    session.info.pop(_SETTINGS, None)


def settings(reading: Reading) -> dict[str, object]:
    """Give every setting of the office that may be shown."""
    names = [name for name in SETTINGS if name not in NOBODYS_SETTINGS]
    return {name: setting(reading.session, name) for name in names}


def last_drill(reading: Reading) -> datetime | None:
    """Give when a backup of the office was last restored for trial and proved; None: never."""
    return reading.session.scalar(select(Setting.changed_at).where(Setting.name == DRILL))


def people(reading: Reading, *, gone: bool = False) -> tuple[PersonCard, ...]:
    """List the people who sign in; with *gone* also those who left."""
    rows = reading.session.scalars(select(Person).order_by(Person.id))
    return tuple(person_card(row) for row in rows if gone or row.left_at is None)


def person_card(row: Person) -> PersonCard:
    """Give the card of one row."""
    return PersonCard(
        id=row.id,
        login=row.login,
        name=row.name,
        role=row.role,
        active=row.left_at is None,
        must_change=row.must_change,
    )


def person_by_login(session: Session, login: str) -> Person:
    """Find somebody by login, or raise `NotFound`."""
    row = session.scalar(select(Person).where(Person.login == login.strip().casefold()))
    if row is None:
        raise NotFound(what="person", key=login)
    return row


def names_of(session: Session) -> dict[int, str]:
    """Give every person's name by id."""
    return {row.id: row.name for row in session.execute(_EVERY_NAME)}


def rights_of(session: Session, role: str) -> frozenset[str]:
    """Give the names of commands and queries that *role* holds."""
    return frozenset(session.scalars(select(Grant.name).where(Grant.role == role)))


def roles_with(session: Session, name: str) -> tuple[str, ...]:
    """Give the roles that hold the right *name*."""
    return tuple(session.scalars(select(Grant.role).where(Grant.name == name).order_by(Grant.id)))


def rights(reading: Reading) -> tuple[RightLine, ...]:
    """List every right with the roles that hold it."""
    held: dict[str, list[str]] = defaultdict(list)
    for row in reading.session.scalars(select(Grant).order_by(Grant.name, Grant.id)):
        held[row.name].append(row.role)
    return tuple(RightLine(name=name, roles=tuple(roles)) for name, roles in held.items())


def journal(
    reading: Reading, limit: int = 200, before: int | None = None
) -> tuple[JournalLine, ...]:
    """List the newest commands carried out, at most *limit*; older than row *before* to page on.

    Whoever is posted to some projects is not shown what was done in others.
    """
    session = reading.session
    found: list[JournalRow] = []
    while len(found) < limit:
        wanted = select(JournalRow).order_by(JournalRow.id.desc()).limit(limit)
        if before is not None:
            wanted = wanted.where(JournalRow.id < before)
        rows = session.scalars(wanted).all()
        found += of_his(session, rows)
        if len(rows) < limit or limits(session) is None:
            break
        before = rows[-1].id
    names = names_of(reading.session)
    sealed = reading.session.scalar(select(Seal.last_id).order_by(Seal.id.desc()).limit(1)) or 0
    return tuple(
        JournalLine(
            id=row.id,
            at=row.at,
            actor=names.get(row.actor_id, "clock"),
            command=row.command,
            form=row.form,
            changed=row.changed,
            intent=row.intent,
            sealed=row.id <= sealed,
        )
        for row in found[:limit]
    )
