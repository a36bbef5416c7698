"""Rows of the plan. Nothing is ever deleted: a job taken out keeps its row, with when and why."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, column, table
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Key
from salesdesk.store.database import Record

PROJECT = table("project", column("id"), column("name"), column("company"))
"""The inventory stands beside us, so its table is named here, not imported."""


class CampaignPhase(Record):
    """One phase of a project's campaign."""

    __tablename__ = "campaign_phase"
    __table_args__ = (
        UniqueConstraint("project_id", "key"),
        CheckConstraint("plan_to >= plan_from", name="order"),
    )
    id: Mapped[Key]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    key: Mapped[str]
    place: Mapped[int]
    title: Mapped[str]
    english: Mapped[str]
    aims: Mapped[str]
    aims_english: Mapped[str]
    plan_from: Mapped[date]
    plan_to: Mapped[date]
    version: Mapped[int]


class CampaignJob(Record):
    """One job, medium or milestone of a phase."""

    __tablename__ = "campaign_job"
    __table_args__ = (
        CheckConstraint("kind IN ('job', 'medium', 'milestone')", name="kind"),
        CheckConstraint("plan_to >= plan_from", name="order"),
        CheckConstraint("kind <> 'milestone' OR plan_to = plan_from", name="milestone"),
        CheckConstraint("done_on IS NULL OR started_on <= done_on", name="actual"),
    )
    id: Mapped[Key]
    phase_id: Mapped[int] = mapped_column(ForeignKey("campaign_phase.id"), index=True)
    kind: Mapped[str]
    place: Mapped[int]
    title: Mapped[str]
    english: Mapped[str]
    plan_from: Mapped[date]
    plan_to: Mapped[date]
    started_on: Mapped[date | None]
    done_on: Mapped[date | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    note: Mapped[str]
    removed_at: Mapped[datetime | None]
    removed_why: Mapped[str | None]
    version: Mapped[int]
