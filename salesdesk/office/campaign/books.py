"""The rows behind the campaign's commands, fetched with the refusal each lack of them deserves."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import ChangedMeanwhile, NotFound
from salesdesk.office.campaign.rules import CampaignExists, JobRemoved, NobodyThere
from salesdesk.office.campaign.sheets import LineSaved
from salesdesk.office.campaign.tables import PROJECT, CampaignJob, CampaignPhase
from salesdesk.office.staff.tables import Person
from salesdesk.store.work import Work


def phase_row(work: Work, phase_id: int, version: int | None = None) -> CampaignPhase:
    """Give the phase, or raise `NotFound`, or `ChangedMeanwhile` where *version* is an old one."""
    row = work.session.get(CampaignPhase, phase_id)
    if row is None:
        raise NotFound(what="campaign", key=phase_id)
    _same(row.title, row.version, version)
    return row


def job_row(
    work: Work, job_id: int, version: int | None = None, *, removed: bool = False
) -> CampaignJob:
    """Give the job; raise `NotFound`, `ChangedMeanwhile`, or `JobRemoved` unless *removed*."""
    row = work.session.get(CampaignJob, job_id)
    if row is None:
        raise NotFound(what="job", key=job_id)
    if row.removed_at is not None and not removed:
        raise JobRemoved(title=row.title)
    _same(row.title, row.version, version)
    return row


def jobs_of(work: Work, phase_id: int) -> Sequence[CampaignJob]:
    """Give the jobs of a phase that are still in the plan, in their order."""
    return work.session.scalars(
        select(CampaignJob)
        .where(CampaignJob.phase_id == phase_id, CampaignJob.removed_at.is_(None))
        .order_by(CampaignJob.place, CampaignJob.id)
    ).all()


def phases_of(work: Work, project_id: int) -> Sequence[CampaignPhase]:
    """Give the phases of a project's campaign in their order."""
    return work.session.scalars(
        select(CampaignPhase)
        .where(CampaignPhase.project_id == project_id)
        .order_by(CampaignPhase.place, CampaignPhase.id)
    ).all()


def next_place(work: Work, phase_id: int) -> int:
    """Give the place after the last job of a phase."""
    last = work.session.scalar(
        select(func.max(CampaignJob.place)).where(CampaignJob.phase_id == phase_id)
    )
    return 0 if last is None else last + 1


def project_name(work: Work, project_id: int) -> str:
    """Give the project's name, or raise `NotFound`."""
    name: str | None = work.session.execute(
        select(PROJECT.c.name).where(PROJECT.c.id == project_id)
    ).scalar_one_or_none()
    if name is None:
        raise NotFound(what="project", key=project_id)
    return name


def refuse_second_plan(work: Work, project_id: int) -> str:
    """Give the project's name, or raise `CampaignExists` where it has a plan already."""
    name = project_name(work, project_id)
    if phases_of(work, project_id):
        raise CampaignExists(project=name)
    return name


def known_owner(work: Work, owner_id: int | None) -> int | None:
    """Give *owner_id* if that person works here (or it is None), else raise `NobodyThere`."""
    if owner_id is None:
        return None
    person = work.session.get(Person, owner_id)
    if person is None or person.left_at is not None:
        raise NobodyThere(person=owner_id)
    return owner_id


def saved(work: Work, row: CampaignPhase | CampaignJob, **what: object) -> LineSaved:
    """Raise the row's version, write the journal, tell the desks; give what is left behind."""
    row.version += 1
    return told(work, row, **what)


def told(work: Work, row: CampaignPhase | CampaignJob, **what: object) -> LineSaved:
    """Write the journal and tell the desks that the row's project has another plan."""
    work.session.flush()
    phase = row if isinstance(row, CampaignPhase) else phase_row(work, row.phase_id)
    kind = "phase" if row is phase else "job"
    work.note(Topic.CAMPAIGN, phase.project_id, **{kind: row.id, "title": row.title, **what})
    return LineSaved(row.id, row.version)


def span(plan_from: date, plan_to: date) -> str:
    """Write planned days as the journal shows them."""
    return f"{plan_from}..{plan_to}"


def _same(title: str, found: int, expected: int | None) -> None:
    if expected is not None and found != expected:
        raise ChangedMeanwhile(what=title)
