"""Undo and redo: each change knows the command that takes it back, if nobody changed it since."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from salesdesk.desks.campaign.rows import LineKey
from salesdesk.kernel.keys import JobId, PersonId, PhaseId, ProjectId
from salesdesk.office.campaign.commands import (
    EditJob,
    EditPhase,
    MovePhase,
    RemoveJob,
    RestoreJob,
    ShiftCampaign,
)
from salesdesk.office.campaign.sheets import JobLine, PhaseLine, TimelineSheet

DEEPEST = 100
"""Changes that can be taken back."""

Order: TypeAlias = Any
"""One of the campaign's commands."""
Way: TypeAlias = Callable[[TimelineSheet], Order | None]
"""Gives the command for the plan as it is now, or None where somebody else changed it since."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the plan, both ways."""

    back: Way
    forth: Way


class Steps:
    """What can be undone and redone, newest last."""

    def __init__(self) -> None:
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Note a change just made; what had been undone can no longer be redone."""
        self.done = [*self.done, step][-DEEPEST:]
        self.undone.clear()

    def went_back(self) -> None:
        """Note that the newest change was taken back."""
        self.undone.append(self.done.pop())

    def went_forth(self) -> None:
        """Note that the change taken back last was made again."""
        self.done.append(self.undone.pop())

    def clear(self) -> None:
        """Forget everything: another project is shown."""
        self.done.clear()
        self.undone.clear()


def job_edit(job: JobLine) -> EditJob:
    """Give the command that writes a job exactly as it is in *job*."""
    return EditJob(
        job=JobId(job.id), kind=job.kind, title=job.title, english=job.english, note=job.note,
        plan_from=job.plan_from, plan_to=job.plan_to, started_on=job.started_on,
        done_on=job.done_on, owner=None if job.owner_id is None else PersonId(job.owner_id),
    )  # fmt: skip


def phase_edit(phase: PhaseLine) -> EditPhase:
    """Give the command that writes a phase exactly as it is in *phase*."""
    return EditPhase(
        phase=PhaseId(phase.id), title=phase.title, english=phase.english, aims=phase.aims,
        aims_english=phase.aims_english, plan_from=phase.plan_from, plan_to=phase.plan_to,
    )  # fmt: skip


def step_between(
    before: TimelineSheet, after: TimelineSheet, key: LineKey, why: str
) -> Step | None:
    """Give the step from *before* to *after* at *key*; *why* is the reason a job is removed for."""
    if key.phase:
        return _phase_step(before.phase(key.id), after.phase(key.id))
    old, new = before.job(key.id), after.job(key.id)
    if old is not None and new is not None:
        return Step(_job_way(new, old), _job_way(old, new))
    if old is None and new is not None:
        return Step(_removing(new, why), _restoring(new))
    if old is not None:
        return Step(_restoring(old), _removing(old, why))
    return None


def shift_step(project: ProjectId, days: int) -> Step:
    """Give the step of a whole plan that moved by *days*."""
    return Step(
        lambda _sheet: ShiftCampaign(project=project, days=-days),
        lambda _sheet: ShiftCampaign(project=project, days=days),
    )


def _job_way(found: JobLine, wanted: JobLine) -> Way:
    def order(sheet: TimelineSheet) -> Order | None:
        now = sheet.job(wanted.id)
        if now is None or job_edit(now) != job_edit(found):
            return None
        return replace(job_edit(wanted), version=now.version)

    return order


def _removing(job: JobLine, why: str) -> Way:
    def order(sheet: TimelineSheet) -> Order | None:
        now = sheet.job(job.id)
        if now is None:
            return None
        return RemoveJob(job=JobId(job.id), reason=why, version=now.version)

    return order


def _restoring(job: JobLine) -> Way:
    def order(sheet: TimelineSheet) -> Order | None:
        return RestoreJob(job=JobId(job.id)) if sheet.job(job.id) is None else None

    return order


def _phase_step(old: PhaseLine | None, new: PhaseLine | None) -> Step | None:
    if old is None or new is None:
        return None
    return Step(_phase_way(new, old), _phase_way(old, new))


def _phase_way(found: PhaseLine, wanted: PhaseLine) -> Way:
    def order(sheet: TimelineSheet) -> Order | None:
        now = sheet.phase(wanted.id)
        if now is None or phase_edit(now) != phase_edit(found):
            return None
        if _days(now) == _days(wanted):
            return replace(phase_edit(wanted), version=now.version)
        if replace(phase_edit(now), plan_from=date.min, plan_to=date.max) != replace(
            phase_edit(wanted), plan_from=date.min, plan_to=date.max
        ):
            return replace(phase_edit(wanted), version=now.version)
        return MovePhase(  # takes the jobs back along with it, as it took them there
            phase=PhaseId(wanted.id), plan_from=wanted.plan_from, plan_to=wanted.plan_to,
            version=now.version,
        )  # fmt: skip

    return order


def _days(phase: PhaseLine) -> tuple[date, date]:
    return phase.plan_from, phase.plan_to
