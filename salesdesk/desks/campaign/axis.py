"""Where a day lies on the screen: one object that the picture and the curve share."""

from datetime import date, timedelta
from math import floor

from PySide6.QtCore import QObject, Signal

NARROWEST, WIDEST = 0.9, 64.0
"""Pixels a day may take."""

DAY, WEEK, MONTH = 30.0, 10.0, 3.4
"""Pixels per day of the three fixed zooms."""

MARGIN_DAYS = 10
"""Days drawn before the first and after the last thing there is."""


class Axis(QObject):
    """Days against pixels: an origin, a width per day, and how far the view has moved.

    Signals:
        changed: zoom, span or place of the view is different now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first_on = date(2000, 1, 1)
        self.last_on = date(2000, 12, 31)
        self.day_width = WEEK
        self.offset = 0.0
        self.view_width = 600

    @property
    def span(self) -> int:
        """Days on the axis, margins included."""
        return (self.last_on - self.first_on).days + 1

    @property
    def total_width(self) -> float:
        """Pixels of the whole span."""
        return self.span * self.day_width

    @property
    def farthest(self) -> float:
        """The largest offset that still fills the view."""
        return max(0.0, self.total_width - self.view_width)

    def x(self, day: date) -> float:
        """Give the left edge of *day* in the view."""
        return (day - self.first_on).days * self.day_width - self.offset

    def right(self, day: date) -> float:
        """Give the right edge of *day* in the view."""
        return self.x(day) + self.day_width

    def day_at(self, x: float) -> date:
        """Give the day under *x*."""
        return self.first_on + timedelta(days=floor((x + self.offset) / self.day_width))

    def days_in(self, pixels: float) -> int:
        """Give the whole days that *pixels* stand for, nearest."""
        return round(pixels / self.day_width)

    def visible(self) -> tuple[date, date]:
        """Give the first and last day that can be seen."""
        return self.day_at(0), self.day_at(max(0, self.view_width - 1))

    def set_span(self, first_on: date, last_on: date) -> None:
        """Lay the axis under *first_on* to *last_on* with its margins; what is seen stays put."""
        first = first_on - timedelta(days=MARGIN_DAYS)
        last = last_on + timedelta(days=MARGIN_DAYS)
        if (first, last) == (self.first_on, self.last_on):
            return
        self.offset += (self.first_on - first).days * self.day_width
        self.first_on, self.last_on = first, last
        self._settle()

    def set_view_width(self, pixels: int) -> None:
        """Tell how wide the view is."""
        if pixels != self.view_width:
            self.view_width = max(1, pixels)
            self._settle()

    def scroll_to(self, offset: float) -> None:
        """Move the view to *offset* pixels from the first day."""
        self.offset = offset
        self._settle()

    def centre(self, day: date) -> None:
        """Bring *day* to one third of the view, where what comes next can be seen."""
        self.offset = (day - self.first_on).days * self.day_width - self.view_width / 3
        self._settle()

    def zoom_to(self, day_width: float, around: float | None = None) -> None:
        """Take *day_width* pixels a day, keeping the day under *around* (view x) where it is."""
        place = self.view_width / 2 if around is None else around
        days = (place + self.offset) / self.day_width
        self.day_width = min(WIDEST, max(NARROWEST, day_width))
        self.offset = days * self.day_width - place
        self._settle()

    def fit(self) -> None:
        """Show the whole span at once."""
        self.day_width = min(WIDEST, max(NARROWEST, self.view_width / self.span))
        self.offset = 0.0
        self._settle()

    def _settle(self) -> None:
        self.offset = min(max(0.0, self.offset), self.farthest)
        self.changed.emit()
