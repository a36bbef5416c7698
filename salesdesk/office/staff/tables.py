"""Rows about people, rights and settings."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
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


class Posting(Record):
    """Somebody works in this project (所属项目), until ended; who has no such row works in all."""

    __tablename__ = "posting"
    __table_args__ = (
        Index(
            "one_live_posting", "person_id", "project_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
        CheckConstraint("ended_at IS NULL OR ended_at >= at", name="order"),
    )  # fmt: skip
    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None]


class Setting(Record):
    """One setting of the office, where it differs from the default."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Canonical)
    changed_at: Mapped[datetime]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


stamped(Person, "", "joined_at")
stamped(Posting, "actor_id", "at")
stamped(Posting, "ended_by", "ended_at", verb="INSERT OR UPDATE")
refuse_when(
    Posting,
    "kept",
    "UPDATE",
    "OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.id <> OLD.id"
    " OR NEW.person_id <> OLD.person_id OR NEW.project_id <> OLD.project_id"
    " OR NEW.at <> OLD.at OR NEW.actor_id <> OLD.actor_id",
    "a posting is ended once and stays as it was",
)
refuse_when(Posting, "delete", "DELETE", "OLD.id IS NOT NULL", "postings are never deleted")
refuse_when(
    Posting,
    "right",
    "INSERT",
    "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'PostPerson')",
    "nobody posts people without the right",
)
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
