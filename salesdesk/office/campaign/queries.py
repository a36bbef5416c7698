"""The campaign, read: one frozen timeline of a project."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import holiday_name, is_day_off, local
from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.campaign import rules
from salesdesk.office.campaign.axis import each_day
from salesdesk.office.campaign.rules import JobKind
from salesdesk.office.campaign.sheets import DayOff, JobLine, Owner, PhaseLine, TimelineSheet
from salesdesk.office.campaign.tables import PROJECT, CampaignJob, CampaignPhase
from salesdesk.office.staff.queries import names_of, people, setting
from salesdesk.store.work import Reading

SATURDAY = 5
MARGIN, AFTER = timedelta(days=14), timedelta(days=366)
"""Days of calendar given before and after the plan: a wide screen shows what lies beside it."""

_ENGLISH_HOLIDAYS = {
    "元旦": "New Year's Day",
    "农历除夕": "New Year's Eve",
    "春节": "Spring Festival",
    "清明节": "Tomb-Sweeping Day",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-Autumn Festival",
    "国庆节": "National Day",
}
_BRIDGE = ("调休", "Day in lieu")
"""What a working day that was swapped for a weekend day is called."""


def plan(reading: Reading, project: ProjectId) -> TimelineSheet:
    """Give the campaign of *project* without its curve; `NotFound` for an unknown project.

    A project without a plan has no phases; its span is then today's month. Desks and scripts ask
    `office.figures.queries.timeline`, which adds the curve.
    """
    name, company = _project(reading, project)
    phases = _phases(reading, project)
    first, last = _span(phases, reading.today)
    off, make_up = days_off(first - MARGIN, last + AFTER)
    return TimelineSheet(
        project_id=project,
        project=name,
        company=company,
        today=reading.today,
        first_on=first,
        last_on=last,
        phases=phases,
        days_off=off,
        make_up_days=make_up,
        owners=tuple(Owner(person.id, person.name) for person in people(reading)),
        printed_at=local(reading.now, reading.zone).strftime("%Y-%m-%d %H:%M"),
        printed_by=names_of(reading.session).get(reading.actor, ""),
        practice=bool(setting(reading.session, "practice")),
    )


def days_off(first_on: date, last_on: date) -> tuple[tuple[DayOff, ...], tuple[date, ...]]:
    """Give the days off from *first_on* to *last_on*, and the weekend days people work (调休)."""
    off: list[DayOff] = []
    make_up: list[date] = []
    for day in each_day(first_on, last_on):
        if is_day_off(day):
            off.append(DayOff(day, *_names(day)))
        elif day.weekday() >= SATURDAY:
            make_up.append(day)
    return tuple(_lent(off)), tuple(make_up)


def _lent(off: list[DayOff]) -> Iterator[DayOff]:
    """Give *off* with the weekend days beside a holiday named after it: they are its days too."""
    run: list[DayOff] = []
    for day in [*off, None]:
        if run and (day is None or (day.day - run[-1].day).days > 1):
            named = next((each for each in run if each.name not in ("", _BRIDGE[0])), None)
            for each in run:
                yield each if each.name or named is None else named._replace(day=each.day)
            run = []
        if day is not None:
            run.append(day)


def _names(day: date) -> tuple[str, str]:
    """Give a holiday's short names; a law's wording (补假, 调休) is too long for a picture."""
    full = holiday_name(day)
    if not full:
        return "", ""
    for chinese, english in _ENGLISH_HOLIDAYS.items():
        if full.startswith(chinese):
            return chinese, english
    return _BRIDGE


def _project(reading: Reading, project: int) -> tuple[str, str]:
    row = reading.session.execute(
        select(PROJECT.c.name, PROJECT.c.company).where(PROJECT.c.id == project)
    ).one_or_none()
    if row is None:
        raise NotFound(what="project", key=project)
    return row.name, row.company


def _span(phases: Iterable[PhaseLine], today: date) -> tuple[date, date]:
    days = [today]
    for phase in phases:
        days += [phase.plan_from, phase.plan_to]
        for job in phase.jobs:
            actual = (day for day in (job.started_on, job.done_on) if day is not None)
            days += [job.plan_from, job.plan_to, *actual]
    if len(days) == 1:
        return today.replace(day=1), today.replace(day=1) + timedelta(days=30)
    return min(days), max(days)


def _phases(reading: Reading, project: int) -> tuple[PhaseLine, ...]:
    session = reading.session
    rows = session.scalars(
        select(CampaignPhase)
        .where(CampaignPhase.project_id == project)
        .order_by(CampaignPhase.place, CampaignPhase.id)
    ).all()
    jobs = _jobs(session, reading.today, {row.id: row for row in rows})
    return tuple(_phase(row, jobs.get(row.id, ())) for row in rows)


def _phase(row: CampaignPhase, jobs: tuple[JobLine, ...]) -> PhaseLine:
    started = [job.started_on for job in jobs if job.started_on is not None]
    done = [job.done_on for job in jobs if job.done_on is not None]
    return PhaseLine(
        id=row.id,
        key=row.key,
        title=row.title,
        english=row.english,
        aims=row.aims,
        aims_english=row.aims_english,
        plan_from=row.plan_from,
        plan_to=row.plan_to,
        started_on=min(started, default=None),
        done_on=max(done) if done and len(done) == len(jobs) else None,
        jobs=jobs,
        version=row.version,
    )


def _jobs(
    session: Session, today: date, phases: dict[int, CampaignPhase]
) -> dict[int, tuple[JobLine, ...]]:
    names = names_of(session)
    found: dict[int, list[JobLine]] = defaultdict(list)
    rows = session.scalars(
        select(CampaignJob)
        .where(CampaignJob.phase_id.in_(phases), CampaignJob.removed_at.is_(None))
        .order_by(CampaignJob.place, CampaignJob.id)
    )
    for row in rows:
        found[row.phase_id].append(_job(row, phases[row.phase_id], today, names))
    return {phase: tuple(lines) for phase, lines in found.items()}


def _job(row: CampaignJob, phase: CampaignPhase, today: date, names: dict[int, str]) -> JobLine:
    return JobLine(
        id=row.id,
        phase_id=row.phase_id,
        kind=JobKind(row.kind),
        title=row.title,
        english=row.english,
        plan_from=row.plan_from,
        plan_to=row.plan_to,
        started_on=row.started_on,
        done_on=row.done_on,
        owner_id=row.owner_id,
        owner=names.get(row.owner_id, "") if row.owner_id is not None else "",
        note=row.note,
        standing=rules.standing(today, row.plan_from, row.plan_to, row.started_on, row.done_on),
        outside=rules.outside(phase.plan_from, phase.plan_to, row.plan_from, row.plan_to),
        version=row.version,
    )
