"""What a plan may look like: kinds of work, how a job stands today, and what is refused."""

from datetime import date, timedelta
from enum import StrEnum

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError


class JobKind(StrEnum):
    """What a line of the plan is."""

    JOB = "job"
    MEDIUM = "medium"
    MILESTONE = "milestone"


class Standing(StrEnum):
    """How a job stands on a given day, derived from its dates and never stored."""

    PLANNED = "planned"
    RUNNING = "running"
    LATE = "late"
    DONE = "done"


LONGEST_DAYS = 1100
"""Days in the longest single phase or job: above three years an entry is a slip of the finger."""

FARTHEST_DAYS = 3660
"""Days from today within which a plan lies; ten years cover every project's life on sale."""

LONGEST_TITLE = 60
"""Code points of a title: what a bar's line can hold on paper."""

LONGEST_TEXT = 500
"""Code points of aims and remarks."""


class PlanBackwards(UserError):
    """A plan that would end before it begins."""

    problem = QT_TRANSLATE_NOOP("errors", "{title}: {plan_to} is before {plan_from}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose an end on or after the first day.")


class PlanTooLong(UserError):
    """A phase or job longer than any campaign."""

    problem = QT_TRANSLATE_NOOP("errors", "{title} would take {days} days.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the year; the longest is {longest} days.")


class PlanOutOfReach(UserError):
    """A plan decades away from today."""

    problem = QT_TRANSLATE_NOOP("errors", "{day} is too far away to plan for.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose a day between {first} and {last}.")


class MilestoneIsOneDay(UserError):
    """A milestone with a length."""

    problem = QT_TRANSLATE_NOOP("errors", "The milestone {title} has more than one day.")
    remedy = QT_TRANSLATE_NOOP("errors", "Give it one day, or make it a job.")


class NotYet(UserError):
    """An actual date in the future."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{day} has not come yet, so {title} cannot be done then."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Mark it with today's date or an earlier one.")


class DoneBeforeStart(UserError):
    """Actual dates in the wrong order."""

    problem = QT_TRANSLATE_NOOP("errors", "{title} was started on {started}, after {done}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Correct the day it was started or the day it was done.")


class CampaignExists(UserError):
    """A second plan for a project that has one."""

    problem = QT_TRANSLATE_NOOP("errors", "{project} has a campaign plan already.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Move its phases, or shift the whole plan to a new start."
    )


class JobRemoved(UserError):
    """A job that was taken out of the plan."""

    problem = QT_TRANSLATE_NOOP("errors", "{title} was taken out of the plan.")
    remedy = QT_TRANSLATE_NOOP("errors", "Put it back first, or add it anew.")


class NobodyThere(UserError):
    """An owner who does not work here, or no longer."""

    problem = QT_TRANSLATE_NOOP("errors", "Nobody in the office has the number {person}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose somebody from the list of people.")


def standing(
    today: date, plan_from: date, plan_to: date, started_on: date | None, done_on: date | None
) -> Standing:
    """Tell how a job stands on *today*: late once a planned day has passed without its mark."""
    if done_on is not None:
        return Standing.DONE
    if plan_to < today:
        return Standing.LATE
    if started_on is not None or plan_from <= today:
        return Standing.RUNNING
    return Standing.PLANNED


def check_plan(title: str, plan_from: date, plan_to: date, today: date) -> None:
    """Raise the refusal that planned dates deserve, if any."""
    if plan_to < plan_from:
        raise PlanBackwards(title=title, plan_from=plan_from, plan_to=plan_to)
    days = (plan_to - plan_from).days + 1
    if days > LONGEST_DAYS:
        raise PlanTooLong(title=title, days=days, longest=LONGEST_DAYS)
    first, last = reach(today)
    for day in (plan_from, plan_to):
        if not first <= day <= last:
            raise PlanOutOfReach(day=day, first=first, last=last)


def check_job(title: str, kind: JobKind, plan_from: date, plan_to: date, today: date) -> None:
    """Raise the refusal that a job's planned dates deserve, if any."""
    check_plan(title, plan_from, plan_to, today)
    if kind is JobKind.MILESTONE and plan_from != plan_to:
        raise MilestoneIsOneDay(title=title)


def check_actual(title: str, started_on: date | None, done_on: date | None, today: date) -> None:
    """Raise the refusal that actual dates deserve, if any."""
    for day in (started_on, done_on):
        if day is not None and day > today:
            raise NotYet(title=title, day=day)
    if started_on is not None and done_on is not None and done_on < started_on:
        raise DoneBeforeStart(title=title, started=started_on, done=done_on)


def reach(today: date) -> tuple[date, date]:
    """Give the first and the last day on which something may be planned."""
    return today - timedelta(days=FARTHEST_DAYS), today + timedelta(days=FARTHEST_DAYS)


def outside(phase_from: date, phase_to: date, plan_from: date, plan_to: date) -> bool:
    """Whether a job leaves its phase: allowed, and shown."""
    return plan_from < phase_from or plan_to > phase_to
