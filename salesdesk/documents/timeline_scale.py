"""Where a day stands on the timeline's paper."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from *first_on* to *last_on* over *wide* points from *left*."""

    first_on: date
    last_on: date
    left: float
    wide: float

    @property
    def day(self) -> float:
        """Points of one day."""
        return self.wide / ((self.last_on - self.first_on).days + 1)

    def x(self, day: date) -> float:
        """Give the left edge of *day*, kept on the paper."""
        place = (day - self.first_on).days * self.day
        return self.left + min(max(0.0, place), self.wide)

    def right(self, day: date) -> float:
        """Give the right edge of *day*, kept on the paper."""
        place = ((day - self.first_on).days + 1) * self.day
        return self.left + min(max(0.0, place), self.wide)

    def middle(self, day: date) -> float:
        """Give the middle of *day*."""
        return (self.x(day) + self.right(day)) / 2
