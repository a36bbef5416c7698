"""Rows about customers, the register and follow-ups."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_when, stamped


class Customer(Record):
    """Somebody who may buy (客户); merged ones point to who they are now."""

    __tablename__ = "customer"
    id: Mapped[Key]
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(index=True)
    pinyin: Mapped[str]
    sex: Mapped[str] = mapped_column(default="")
    id_kind: Mapped[str] = mapped_column(default="")
    id_number: Mapped[str] = mapped_column(default="", index=True)
    address: Mapped[str] = mapped_column(default="")
    grade: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    consultant_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    created_at: Mapped[datetime]
    created_by: Mapped[int]
    last_contact_at: Mapped[datetime | None]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    version: Mapped[int] = mapped_column(default=1)


class Phone(Record):
    """One telephone number; it belongs to one customer."""

    __tablename__ = "phone"
    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    number: Mapped[str] = mapped_column(unique=True)


class Medium(Record):
    """How somebody may have heard of the project (认知途径)."""

    __tablename__ = "medium"
    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    english: Mapped[str]


class Visit(Record):
    """One entry of the call and visit register (来电来访登记表)."""

    __tablename__ = "visit"
    __table_args__ = (Index("uq_visit_number", "project_id", "number", unique=True),)
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    number: Mapped[int]
    at: Mapped[datetime]
    day: Mapped[date] = mapped_column(index=True)
    recorded_at: Mapped[datetime]
    late: Mapped[bool]
    manner: Mapped[str]
    first: Mapped[bool]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    consultant_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    receptionist_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    media: Mapped[str] = mapped_column(Canonical)
    grade: Mapped[str]
    next_on: Mapped[date | None]
    remarks: Mapped[str]
    details: Mapped[str] = mapped_column(Canonical)
    version: Mapped[int] = mapped_column(default=1)


class FollowUp(Record):
    """A contact that a consultant owes a customer (跟进), done or not."""

    __tablename__ = "follow_up"
    __table_args__ = (
        CheckConstraint("(done_at IS NULL) = (done_by IS NULL)", name="done"),
        Index("ix_follow_up_open", "consultant_id", "due_on"),
    )
    id: Mapped[Key]
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    consultant_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"))
    due_on: Mapped[date]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[int | None]
    manner: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    advice: Mapped[str] = mapped_column(default="")
    advised_by: Mapped[int | None]
    advised_at: Mapped[datetime | None]


class Revision(Record):
    """What a visit or customer was before an edit: nothing is lost by correcting."""

    __tablename__ = "revision"
    __table_args__ = (Index("uq_revision", "topic", "key", "version", unique=True),)
    id: Mapped[Key]
    topic: Mapped[str]
    key: Mapped[int]
    version: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int]
    before: Mapped[str] = mapped_column(Canonical)


append_only(Revision)
stamped(Revision, "actor_id", "at")
stamped(Customer, "created_by", "created_at")
stamped(Visit, "receptionist_id", "recorded_at")
stamped(FollowUp, "", "created_at")
stamped(FollowUp, "done_by", "done_at", verb="INSERT OR UPDATE")
stamped(FollowUp, "advised_by", "advised_at", verb="INSERT OR UPDATE")
refuse_when(
    Visit,
    "tomorrow",
    "INSERT",
    "NEW.at > NEW.recorded_at",
    "nobody visited in a time to come",
)
