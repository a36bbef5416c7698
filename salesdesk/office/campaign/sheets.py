"""Frozen answers about the campaign: its lines, and the timeline that screen and paper draw."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from salesdesk.office.campaign.rules import JobKind, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLine:
    """One job, medium or milestone of a phase; ``outside`` flags planned days beyond the phase."""

    id: int
    phase_id: int
    kind: JobKind
    title: str
    english: str
    plan_from: date
    plan_to: date
    started_on: date | None
    done_on: date | None
    owner_id: int | None
    owner: str
    note: str
    standing: Standing
    outside: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseLine:
    """One phase (准备期 … 续销期) with its jobs; actual dates are those of its jobs."""

    id: int
    key: str
    title: str
    english: str
    aims: str
    aims_english: str
    plan_from: date
    plan_to: date
    started_on: date | None
    done_on: date | None
    jobs: tuple[JobLine, ...]
    version: int

    @property
    def done(self) -> int:
        """How many of its jobs are done."""
        return sum(job.standing is Standing.DONE for job in self.jobs)

    @property
    def late(self) -> int:
        """How many of its jobs should be done by now and are not."""
        return sum(job.standing is Standing.LATE for job in self.jobs)


class DayOff(NamedTuple):
    """A day nobody works: a holiday by name, or a weekend day without one."""

    day: date
    name: str
    english: str


class CurvePoint(NamedTuple):
    """Units subscribed on one day and their prices together (fen)."""

    day: date
    units: int
    amount_fen: int


class Owner(NamedTuple):
    """Somebody who can be given a job."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSheet:
    """The campaign of one project: phases in order, the calendar under it, the curve below it.

    ``first_on`` and ``last_on`` bound everything there is to draw; ``make_up_days`` are weekend
    days on which people work (调休). ``curve`` has one point per day on which units were
    subscribed and is empty where nobody asked for it.
    """

    project_id: int
    project: str
    company: str
    today: date
    first_on: date
    last_on: date
    phases: tuple[PhaseLine, ...]
    days_off: tuple[DayOff, ...]
    make_up_days: tuple[date, ...]
    owners: tuple[Owner, ...]
    curve: tuple[CurvePoint, ...] = ()
    units: int = 0
    printed_at: str = ""
    printed_by: str = ""
    practice: bool = False

    @property
    def jobs(self) -> tuple[JobLine, ...]:
        """All jobs, phase by phase."""
        return tuple(job for phase in self.phases for job in phase.jobs)

    def job(self, job_id: int) -> JobLine | None:
        """Give the job of that number, if it is in the plan."""
        return next((job for job in self.jobs if job.id == job_id), None)

    def phase(self, phase_id: int) -> PhaseLine | None:
        """Give the phase of that number, if it is in the plan."""
        return next((phase for phase in self.phases if phase.id == phase_id), None)


def shown(title: str, english: str, language: str) -> str:
    """Give the title in *language* ("en..." or Chinese); the Chinese one where no other exists."""
    return english if language.startswith("en") and english else title


@dataclass(frozen=True, slots=True)
class LineSaved:
    """What a change of one line leaves: its number and its new version."""

    id: int
    version: int
