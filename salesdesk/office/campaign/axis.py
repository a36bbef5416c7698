"""The arithmetic of a picture over days, shared by the screen and the paper: no drawing here."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from salesdesk.office.campaign.sheets import CurvePoint

ONE_DAY = timedelta(days=1)


class MonthSpan(NamedTuple):
    """The part of one month that lies on the axis; both days are in it."""

    year: int
    month: int
    first_on: date
    last_on: date


def each_day(first_on: date, last_on: date) -> Iterator[date]:
    """Give every day from *first_on* to *last_on*, both included."""
    day = first_on
    while day <= last_on:
        yield day
        day += ONE_DAY


def months(first_on: date, last_on: date) -> Iterator[MonthSpan]:
    """Give the months from *first_on* to *last_on*, cut to that span."""
    start = first_on
    while start <= last_on:
        following = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield MonthSpan(start.year, start.month, start, min(last_on, following - ONE_DAY))
        start = following


def mondays(first_on: date, last_on: date) -> Iterator[date]:
    """Give the Mondays of the span."""
    day = first_on + timedelta(days=(-first_on.weekday()) % 7)
    while day <= last_on:
        yield day
        day += timedelta(days=7)


def cumulative(points: Iterable[CurvePoint]) -> tuple[tuple[date, int], ...]:
    """Give (day, units subscribed up to and on it) in the order of days."""
    running = 0
    grown: list[tuple[date, int]] = []
    for point in sorted(points):
        running += point.units
        grown.append((point.day, running))
    return tuple(grown)


def round_steps(top: int, most: int = 4) -> tuple[int, ...]:
    """Give at most *most* + 1 round values from 0 that cover *top*: 0, 5, 10 for a top of 7."""
    step = 1
    while step * most < top:
        step = next(s for s in _round_numbers() if s > step)
    last = max(1, -(-top // step))
    return tuple(range(0, step * last + 1, step))


def _round_numbers() -> Iterator[int]:
    size = 1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10
