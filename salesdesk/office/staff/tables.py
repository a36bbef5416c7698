"""Rows about people, rights and settings."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record


class Person(Record):
    """Somebody who signs in, or did; people are never deleted."""

    __tablename__ = "person"
    id: Mapped[Key]
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[str]
    password_hash: Mapped[str]
    must_change: Mapped[bool]
    failures: Mapped[int] = mapped_column(default=0)
    wait_until: Mapped[datetime | None]
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class Grant(Record):
    """A role may give a command or ask a query."""

    __tablename__ = "role_right"
    __table_args__ = (UniqueConstraint("role", "name"),)
    id: Mapped[Key]
    role: Mapped[str]
    name: Mapped[str]


class Setting(Record):
    """One setting of the office, where it differs from the default."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Canonical)
    changed_at: Mapped[datetime]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
