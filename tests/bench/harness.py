"""One way to measure: two contestants in turn, the median of the pairwise ratios, pass or miss.

Machines differ and drift, so a time says little; a ratio taken side by side says much. Where a
goal is an absolute time (a frame of 60 a second), the case has no baseline and its unit is "ms".
"""

import gc
import statistics
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import NamedTuple

Contestant = Callable[[], float]
"""Does the work once and gives what it took, in milliseconds (or another unit of its case)."""


class Pair(NamedTuple):
    """Ours, and the baseline; None where the goal is absolute."""

    ours: Contestant
    baseline: Contestant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One comparison.

    ``goal``: the largest ratio ours / baseline that passes, or without a baseline the largest
    value, in ``unit``. ``prepare`` opens what both need and closes it again. With ``at_least``
    the goal is the smallest ratio that passes instead (throughput). What is only *told* has no
    goal.
    """

    name: str
    ours: str
    baseline: str
    goal: float
    prepare: Callable[[], AbstractContextManager[Pair]]
    rounds: int = 7
    unit: str = "x"
    at_least: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case gave: the figure held against the goal, and both medians."""

    case: Case
    figure: float
    ours: float
    baseline: float | None

    @property
    def passed(self) -> bool:
        """Whether the goal is met, where there is one."""
        if self.case.told:
            return True
        if self.case.at_least:
            return self.figure >= self.case.goal
        return self.figure <= self.case.goal


def measure(case: Case, rounds: int | None = None) -> Outcome:
    """Run *case* in alternation; the first round of each only warms up."""
    with case.prepare() as pair:
        pair.ours()
        if pair.baseline is not None:
            pair.baseline()
        ours: list[float] = []
        theirs: list[float] = []
        for turn in range(rounds or case.rounds):
            gc.collect()
            first, second = (pair.ours, pair.baseline)
            if turn % 2 and second is not None:
                theirs.append(second())
                ours.append(first())
                continue
            ours.append(first())
            if second is not None:
                theirs.append(second())
    middle = statistics.median(ours)
    if not theirs:
        return Outcome(case, middle, middle, None)
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    return Outcome(case, statistics.median(ratios), middle, statistics.median(theirs))


def took(work: Callable[[], object]) -> float:
    """Give the milliseconds that *work* takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def p95(values: list[float]) -> float:
    """Give the value that 95 of 100 do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def written(value: float) -> str:
    """Write a figure with three significant digits, without an exponent."""
    if value == 0:
        return "0"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:,.{digits}f}"


def ratio(value: float) -> str:
    """Write a ratio as people say it: 1/24 rather than 0.0417."""
    return f"1/{written(1 / value)}" if 0 < value < 0.95 else f"{written(value)}x"


def line(outcome: Outcome) -> str:
    """Give the outcome as one line of the table."""
    case = outcome.case
    sign = ">=" if case.at_least else "<="
    absolute = outcome.baseline is None
    goal = f"{sign} {written(case.goal)} {case.unit}" if absolute else f"{sign} {ratio(case.goal)}"
    got = f"{written(outcome.figure)} {case.unit}" if absolute else ratio(outcome.figure)
    word = "pass" if outcome.passed else "MISS"
    if case.told:
        word, goal = "told", "-"
    detail = f"{case.ours} {written(outcome.ours)}"
    if outcome.baseline is not None:
        detail += f" : {case.baseline} {written(outcome.baseline)}"
    return f"{word}  {case.name:<44} goal {goal:<12} got {got:<12} {detail}"
