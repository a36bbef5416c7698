"""The lines of list and picture in their one order: a phase, then its jobs where it is open."""

from collections.abc import Collection
from typing import NamedTuple

from salesdesk.office.campaign.sheets import JobLine, PhaseLine, TimelineSheet


class LineKey(NamedTuple):
    """Names one line of the plan: a phase or a job."""

    phase: bool
    id: int


class Row(NamedTuple):
    """One line as it is drawn; ``hue`` is its phase's place, which decides the colour."""

    key: LineKey
    phase: PhaseLine
    job: JobLine | None
    hue: int

    @property
    def line(self) -> PhaseLine | JobLine:
        """The phase or job of this row."""
        return self.phase if self.job is None else self.job


class Move(NamedTuple):
    """Planned days asked for by dragging or by keys, as ordinal days."""

    key: LineKey
    plan_from: int
    plan_to: int


class Place(NamedTuple):
    """Where somebody was on this desk."""

    project: int
    day_width: float
    offset: float
    line: LineKey | None


def rows_of(sheet: TimelineSheet, closed: Collection[int]) -> tuple[Row, ...]:
    """Give the rows of *sheet*; phases whose id is in *closed* show no jobs."""
    rows: list[Row] = []
    for hue, phase in enumerate(sheet.phases):
        rows.append(Row(LineKey(phase=True, id=phase.id), phase, None, hue))
        if phase.id not in closed:
            rows += [Row(LineKey(phase=False, id=job.id), phase, job, hue) for job in phase.jobs]
    return tuple(rows)
