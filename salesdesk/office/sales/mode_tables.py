"""Rows of what a payment mode asks for; they only grow, the newest counts."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, stamped


class ModeVersion(Record):
    """What a mode asks for from now on: of one project, or (NULL) of every project without its own.

    ``lines`` and ``banks`` are JSON (`ModeLine`); agreements made before keep their schedule.
    """

    __tablename__ = "mode_version"
    __table_args__ = (CheckConstraint("ends_on IS NULL OR ends_on >= begins_on", name="days"),)
    id: Mapped[Key]
    mode_id: Mapped[int] = mapped_column(ForeignKey("payment_mode.id"), index=True)
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    begins_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    banks: Mapped[str] = mapped_column(Canonical)
    lines: Mapped[str] = mapped_column(Canonical)
    note: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


append_only(ModeVersion)
stamped(ModeVersion, "actor_id", "at")
