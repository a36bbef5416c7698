"""What the planner does to a campaign: plan it, move it, edit it, mark what is done."""

from dataclasses import dataclass
from datetime import date, timedelta

from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import JobId, PersonId, PhaseId, ProjectId
from salesdesk.kernel.text import clean, required
from salesdesk.office.campaign import books
from salesdesk.office.campaign.rules import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    JobKind,
    NotYet,
    check_actual,
    check_job,
    check_plan,
)
from salesdesk.office.campaign.sheets import LineSaved
from salesdesk.office.campaign.tables import CampaignJob, CampaignPhase
from salesdesk.office.campaign.template import PHASES, JobPattern
from salesdesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCampaign:
    """Plan a project's campaign from the template, its first phase beginning on *start_on*."""

    project: ProjectId
    start_on: date

    def __call__(self, work: Work) -> int:
        """Give the number of lines planned; `CampaignExists` where there is a plan."""
        name = books.refuse_second_plan(work, self.project)
        check_plan(name, self.start_on, self.start_on, work.today)
        lines, first = 0, self.start_on
        for place, pattern in enumerate(PHASES):
            phase = CampaignPhase(
                project_id=self.project, key=pattern.key, place=place, title=pattern.title,
                english=pattern.english, aims=pattern.aims, aims_english=pattern.aims_english,
                plan_from=first, plan_to=first + timedelta(days=pattern.days - 1), version=1,
            )  # fmt: skip
            work.session.add(phase)
            work.session.flush()
            work.session.add_all(
                _job(phase, number, line) for number, line in enumerate(pattern.jobs)
            )
            lines += 1 + len(pattern.jobs)
            first = phase.plan_to + timedelta(days=1)
        work.note(Topic.CAMPAIGN, self.project, planned=lines, start_on=str(self.start_on))
        return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCampaign:
    """Move a whole plan by days (the launch slips): everything that is not done goes along."""

    project: ProjectId
    days: int

    def __call__(self, work: Work) -> int:
        """Give the number of lines moved."""
        by, moved = timedelta(days=self.days), 0
        books.project_name(work, self.project)
        for phase in books.phases_of(work, self.project):
            _shift(phase, by, work.today)
            moved += 1 + _carry(work, phase.id, by)
        work.note(Topic.CAMPAIGN, self.project, shifted_days=self.days, lines=moved)
        return moved


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePhase:
    """Give a phase other planned days.

    A phase moved without a change of length takes along its jobs that are not done; one that is
    stretched leaves them where they are.
    """

    phase: PhaseId
    plan_from: date
    plan_to: date
    version: int | None = None

    def __call__(self, work: Work) -> LineSaved:
        """Give the phase's new version."""
        row = books.phase_row(work, self.phase, self.version)
        check_plan(row.title, self.plan_from, self.plan_to, work.today)
        before = books.span(row.plan_from, row.plan_to)
        by = self.plan_from - row.plan_from
        moved = 0
        if by and self.plan_to - row.plan_to == by:
            moved = _carry(work, row.id, by)
        row.plan_from, row.plan_to = self.plan_from, self.plan_to
        after = books.span(self.plan_from, self.plan_to)
        return books.saved(work, row, plan=[before, after], jobs_moved=moved)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPhase:
    """Rewrite a phase: title, aims and planned days; its jobs stay where they are."""

    phase: PhaseId
    title: str
    plan_from: date
    plan_to: date
    english: str = ""
    aims: str = ""
    aims_english: str = ""
    version: int | None = None

    def __call__(self, work: Work) -> LineSaved:
        """Give the phase's new version."""
        row = books.phase_row(work, self.phase, self.version)
        title = required(self.title, "title", LONGEST_TITLE)
        check_plan(title, self.plan_from, self.plan_to, work.today)
        before = [row.title, books.span(row.plan_from, row.plan_to)]
        row.title, row.english = title, clean(self.english, "english", LONGEST_TITLE)
        row.aims = clean(self.aims, "aims", LONGEST_TEXT)
        row.aims_english = clean(self.aims_english, "aims_english", LONGEST_TEXT)
        row.plan_from, row.plan_to = self.plan_from, self.plan_to
        after = [row.title, books.span(row.plan_from, row.plan_to)]
        return books.saved(work, row, before=before, after=after)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddJob:
    """Add a job, a medium or a milestone to a phase; it may lie outside the phase's days."""

    phase: PhaseId
    kind: JobKind
    title: str
    plan_from: date
    plan_to: date
    owner: PersonId | None = None
    english: str = ""
    note: str = ""

    def __call__(self, work: Work) -> LineSaved:
        """Give the new job's number and version."""
        phase = books.phase_row(work, self.phase)
        title = required(self.title, "title", LONGEST_TITLE)
        check_job(title, self.kind, self.plan_from, self.plan_to, work.today)
        row = CampaignJob(
            phase_id=phase.id, kind=str(self.kind), place=books.next_place(work, phase.id),
            title=title, english=clean(self.english, "english", LONGEST_TITLE),
            plan_from=self.plan_from, plan_to=self.plan_to, version=1,
            owner_id=books.known_owner(work, self.owner),
            note=clean(self.note, "note", LONGEST_TEXT),
        )  # fmt: skip
        work.session.add(row)
        return books.told(work, row, added=books.span(self.plan_from, self.plan_to))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditJob:
    """Rewrite a job whole: kind, title, owner, planned and actual days, remarks."""

    job: JobId
    kind: JobKind
    title: str
    plan_from: date
    plan_to: date
    started_on: date | None = None
    done_on: date | None = None
    owner: PersonId | None = None
    english: str = ""
    note: str = ""
    version: int | None = None

    def __call__(self, work: Work) -> LineSaved:
        """Give the job's new version."""
        row = books.job_row(work, self.job, self.version)
        title = required(self.title, "title", LONGEST_TITLE)
        check_job(title, self.kind, self.plan_from, self.plan_to, work.today)
        check_actual(title, self.started_on, self.done_on, work.today)
        before = _facts(row)
        row.kind, row.title = str(self.kind), title
        row.english = clean(self.english, "english", LONGEST_TITLE)
        row.plan_from, row.plan_to = self.plan_from, self.plan_to
        row.started_on, row.done_on = self.started_on, self.done_on
        if self.done_on is not None and self.started_on is None:
            row.started_on = min(self.plan_from, self.done_on)
        if self.owner != row.owner_id:  # somebody who left keeps the jobs he had
            row.owner_id = books.known_owner(work, self.owner)
        row.note = clean(self.note, "note", LONGEST_TEXT)
        return books.saved(work, row, before=before, after=_facts(row))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveJob:
    """Give a job other planned days."""

    job: JobId
    plan_from: date
    plan_to: date
    version: int | None = None

    def __call__(self, work: Work) -> LineSaved:
        """Give the job's new version."""
        row = books.job_row(work, self.job, self.version)
        check_job(row.title, JobKind(row.kind), self.plan_from, self.plan_to, work.today)
        before = books.span(row.plan_from, row.plan_to)
        row.plan_from, row.plan_to = self.plan_from, self.plan_to
        return books.saved(work, row, plan=[before, books.span(self.plan_from, self.plan_to)])


@dataclass(frozen=True, slots=True, kw_only=True)
class StartJob:
    """Note that work on a job began, today unless another day is given."""

    job: JobId
    on: date | None = None
    version: int | None = None

    def __call__(self, work: Work) -> LineSaved:
        """Give the job's new version."""
        row = books.job_row(work, self.job, self.version)
        day = self.on or work.today
        check_actual(row.title, day, row.done_on, work.today)
        row.started_on = day
        return books.saved(work, row, started_on=str(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkJob:
    """Mark a job as done (or as not done after all), today unless another day is given.

    A job nobody noted the start of is taken to have begun as planned.
    """

    job: JobId
    done: bool = True
    on: date | None = None
    version: int | None = None

    def __call__(self, work: Work) -> LineSaved:
        """Give the job's new version; `NotYet` for a day to come."""
        row = books.job_row(work, self.job, self.version)
        if not self.done:
            row.done_on = None
            return books.saved(work, row, done_on=None)
        day = self.on or work.today
        if day > work.today:
            raise NotYet(title=row.title, day=day)
        if row.started_on is None:
            row.started_on = min(row.plan_from, day)
        check_actual(row.title, row.started_on, day, work.today)
        row.done_on = day
        return books.saved(work, row, done_on=str(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveJob:
    """Take a job out of the plan; its row stays, with the reason."""

    job: JobId
    reason: str
    version: int | None = None

    def __call__(self, work: Work) -> LineSaved:
        """Give the job's new version."""
        row = books.job_row(work, self.job, self.version)
        why = required(self.reason, "reason", LONGEST_TEXT)
        row.removed_at, row.removed_why = work.now, why
        return books.saved(work, row, removed=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreJob:
    """Put a job back that was taken out of the plan."""

    job: JobId

    def __call__(self, work: Work) -> LineSaved:
        """Give the job's new version."""
        row = books.job_row(work, self.job, removed=True)
        row.removed_at = row.removed_why = None
        return books.saved(work, row, restored=True)


def _job(phase: CampaignPhase, place: int, pattern: JobPattern) -> CampaignJob:
    first = phase.plan_from + timedelta(days=pattern.first)
    return CampaignJob(
        phase_id=phase.id, kind=str(pattern.kind), place=place, title=pattern.title,
        english=pattern.english, plan_from=first,
        plan_to=first + timedelta(days=pattern.days - 1), note="", version=1,
    )  # fmt: skip


def _shift(row: CampaignPhase | CampaignJob, by: timedelta, today: date) -> None:
    check_plan(row.title, row.plan_from + by, row.plan_to + by, today)
    row.plan_from, row.plan_to = row.plan_from + by, row.plan_to + by
    row.version += 1


def _carry(work: Work, phase_id: int, by: timedelta) -> int:
    carried = [job for job in books.jobs_of(work, phase_id) if job.done_on is None]
    for job in carried:
        _shift(job, by, work.today)
    return len(carried)


def _facts(row: CampaignJob) -> list[str]:
    actual = f"{row.started_on or ''}..{row.done_on or ''}"
    plan = books.span(row.plan_from, row.plan_to)
    return [row.kind, row.title, plan, actual, str(row.owner_id or "")]
