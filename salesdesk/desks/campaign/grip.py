"""Grasping a bar: which part is under the pointer, and the days a drag or a key asks for."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF

from salesdesk.desks.campaign import words
from salesdesk.desks.campaign.axis import Axis
from salesdesk.desks.campaign.bars import (
    BAR,
    DIAMOND,
    PHASE_BAR,
    ROW,
    Planned,
    bar_box,
    diamond_centre,
)
from salesdesk.desks.campaign.rows import LineKey, Row
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP
from salesdesk.office.campaign.rules import JobKind

REACH = 6.0
"""Pixels on either side of a bar's end that grasp the end."""
SHORT = 16.0
"""Bars below this many pixels are grasped by their ends only outside of them."""

_DAYS = QT_TRANSLATE_NOOP("Campaign", "{days} days")
_PLAN = QT_TRANSLATE_NOOP("Campaign", "Planned: {span}")
_ACTUAL = QT_TRANSLATE_NOOP("Campaign", "Actual: {span}")
_OWNER = QT_TRANSLATE_NOOP("Campaign", "Owner: {name}")
_OUTSIDE = QT_TRANSLATE_NOOP("Campaign", "Lies outside its phase")
_PATTERN = QT_TRANSLATE_NOOP("Campaign", "ddd, d MMM yyyy")


class Grip(Enum):
    """The part of a bar that is held."""

    BODY = "body"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Nudge:
    """Planned days on their way to somewhere else, not yet asked for."""

    key: LineKey
    was: Planned
    planned: Planned
    fixed: bool

    @classmethod
    def start(cls, row: Row) -> "Nudge":
        """Begin at the row's own days."""
        planned = Planned(row.line.plan_from, row.line.plan_to)
        fixed = row.job is not None and row.job.kind is JobKind.MILESTONE
        return cls(row.key, planned, planned, fixed)

    @property
    def changed(self) -> bool:
        """Whether it is anywhere else than at the start."""
        return self.planned != self.was

    @property
    def shift(self) -> int:
        """Days by which it has moved whole; 0 where it changed its length."""
        first, last = self.planned
        by = (first - self.was.plan_from).days
        return by if last - first == self.was.plan_to - self.was.plan_from else 0

    def carries(self, row: Row) -> bool:
        """Whether *row* goes along: a job not done, with its phase moved whole."""
        inside = row.job is not None and self.key.phase and row.phase.id == self.key.id
        return inside and row.job is not None and row.job.done_on is None and self.shift != 0

    def by(self, days: int, *, stretch: bool) -> "Nudge":
        """Move by *days*, or move only the end; a milestone has no end of its own."""
        step, (first, last) = timedelta(days=days), self.planned
        if stretch and not self.fixed:
            return replace(self, planned=Planned(first, max(first, last + step)))
        return replace(self, planned=Planned(first + step, last + step))

    def lines(self) -> tuple[str, ...]:
        """Say where it is now, for the bubble."""
        first, last = self.planned
        days = (last - first).days + 1
        if days == 1:
            return (_day(first),)
        return f"{_day(first)} – {_day(last)}", _said(_DAYS).format(days=days)

    def facts(self, row: Row) -> tuple[str, ...]:
        """Say everything about a row that the pointer rests on."""
        line = row.line
        found = [words.title_of(line)]
        first, last = self.planned
        days = (last - first).days + 1
        plan = _said(_PLAN).format(span=words.span(first, last))
        found.append(f"{plan} · {_said(_DAYS).format(days=days)}" if days > 1 else plan)
        if line.started_on is not None:
            actual = words.span(line.started_on, line.done_on)
            found.append(_said(_ACTUAL).format(span=actual))
        if row.job is not None:
            state = words.standing_word(row.job.standing)
            found.append(f"{words.kind_word(row.job.kind)} · {state}")
            if row.job.owner:
                found.append(_said(_OWNER).format(name=row.job.owner))
            if row.job.outside:
                found.append(_said(_OUTSIDE))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Drag(Nudge):
    """A nudge by the mouse: held at ``x`` by one part."""

    grip: Grip
    x: float

    @classmethod
    def grasp(cls, row: Row, grip: Grip, x: float) -> "Drag":
        """Take hold of a row's bar."""
        start = Nudge.start(row)
        return cls(start.key, start.was, start.planned, start.fixed, grip, x)

    def to(self, days: int) -> "Drag":
        """Give the drag after the pointer went *days* from where it took hold."""
        step, (first, last) = timedelta(days=days), self.was
        if self.grip is Grip.LEFT:
            return replace(self, planned=Planned(min(last, first + step), last))
        if self.grip is Grip.RIGHT:
            return replace(self, planned=Planned(first, max(first, last + step)))
        return replace(self, planned=Planned(first + step, last + step))


def grip_at(axis: Axis, row: Row, planned: Planned, top: float, at: QPointF) -> Grip | None:
    """Tell which part of the row's bar lies under *at*, if any."""
    if row.job is not None and row.job.kind is JobKind.MILESTONE:
        centre = diamond_centre(axis, planned.plan_from, top)
        near = abs(centre.x() - at.x()) + abs(centre.y() - at.y()) <= DIAMOND + 3
        return Grip.BODY if near else None
    box = bar_box(axis, planned, top, BAR if row.job is not None else PHASE_BAR)
    if not top <= at.y() < top + ROW:
        return None
    inner = REACH if box.width() > SHORT else 0.0
    if abs(at.x() - box.right()) <= REACH and at.x() > box.right() - inner:
        return Grip.RIGHT
    if abs(at.x() - box.left()) <= REACH and at.x() < box.left() + inner:
        return Grip.LEFT
    return Grip.BODY if box.left() <= at.x() <= box.right() else None


def _day(day: date) -> str:
    return words.written(day, _said(_PATTERN))


def _said(text: str) -> str:
    return QCoreApplication.translate("Campaign", text)
