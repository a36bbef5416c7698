"""Rows about people, rights and settings."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import refuse_when, stamped


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


stamped(Person, "", "joined_at")
stamped(Setting, "changed_by", "changed_at", verb="INSERT OR UPDATE")
refuse_when(
    Grant,
    "last",
    "DELETE",
    "NOT EXISTS (SELECT 1 FROM role_right r WHERE r.name = OLD.name AND r.id <> OLD.id)",
    "somebody keeps every right",
)
refuse_when(Person, "delete", "DELETE", "OLD.id IS NOT NULL", "people are never deleted")
refuse_when(
    Person,
    "left",
    "UPDATE",
    "NEW.login <> OLD.login OR NEW.joined_at <> OLD.joined_at OR NEW.id <> OLD.id"
    " OR (OLD.left_at IS NOT NULL"
    " AND (NEW.left_at IS NULL OR NEW.left_at <> OLD.left_at OR NEW.role <> OLD.role))",
    "who somebody was stays, and a leaver has left",
)
refuse_when(
    Person,
    "administrator",
    "UPDATE",
    "OLD.role = 'admin' AND (NEW.role <> 'admin' OR NEW.left_at IS NOT NULL) AND NOT EXISTS"
    " (SELECT 1 FROM person p WHERE p.role = 'admin' AND p.left_at IS NULL AND p.id <> OLD.id)",
    "an office keeps an administrator",
)
