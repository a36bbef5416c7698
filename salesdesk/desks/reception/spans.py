"""Which days a list shows: today, yesterday, this week, or a span of one's own."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesdesk.desks.reception.chips import Chips
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import local, now


class SpanBar(QWidget):
    """Chips for the usual spans, two fields for any other.

    Signals:
        changed: the first and the last day (a pair of `date`).
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = Chips(
            [
                ("today", self.tr("Today")),
                ("yesterday", self.tr("Yesterday")),
                ("week", self.tr("This week")),
                ("month", self.tr("This month")),
                ("own", self.tr("Other days")),
            ],
            must=True,
        )
        self.chips.choose("today")
        self.chips.setAccessibleName(self.tr("Days shown"))
        self.first, self.last = DateField(), DateField()
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self._to = PlainLabel("–", "dim")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.chips)
        for field in (self.first, self._to, self.last):
            across.addWidget(field)
        for field in (self.first, self.last):
            field.setFixedWidth(136)
            field.editingFinished.connect(self._tell)
            field.changed.connect(self._picked)
        self.chips.changed.connect(self._chosen)
        self._show_fields()
        self._told = self.span()

    def span(self) -> tuple[date, date]:
        """Give the first and the last day shown."""
        today = local(now()).date()
        match self.chips.code():
            case "yesterday":
                return today - timedelta(days=1), today - timedelta(days=1)
            case "week":
                return today - timedelta(days=today.weekday()), today
            case "month":
                return today.replace(day=1), today
            case "own":
                first, last = self.first.day() or today, self.last.day() or today
                return min(first, last), max(first, last)
            case _:
                return today, today

    def set_span(self, first: date, last: date) -> None:
        """Show other days."""
        self.first.set_day(first)
        self.last.set_day(last)
        self.chips.choose("own")
        self._show_fields()
        self._tell()

    def _chosen(self, _codes: object) -> None:
        if self.chips.code() == "own" and self.first.day() is None:
            for field, day in zip((self.first, self.last), self._told, strict=True):
                field.set_day(day)
        self._show_fields()
        self._tell()

    def _picked(self, _day: object) -> None:
        """Take a day picked in the calendar, whose field has no focus then."""
        if self.chips.code() == "own" and not self.first.hasFocus() and not self.last.hasFocus():
            self._tell()

    def _show_fields(self) -> None:
        own = self.chips.code() == "own"
        for part in (self.first, self._to, self.last):
            part.setVisible(own)

    def _tell(self) -> None:
        span = self.span()
        if span != self._told:
            self._told = span
            self.changed.emit(span)
