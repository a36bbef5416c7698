"""What the cashier's lists share: the choice of days, and the buttons by which a list leaves."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.labels import button, row
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import today

_WEEK = timedelta(days=6)


class DaySpan(QComboBox):
    """Chooses the days of a list by one of *codes*; what "span" means is its page's to say."""

    def __init__(self, *codes: str) -> None:
        super().__init__()
        words = {
            "today": self.tr("Today"),
            "week": self.tr("Last 7 days"),
            "month": self.tr("This month"),
            "last": self.tr("Last month"),
            "all": self.tr("All days"),
            "span": self.tr("From – to"),
        }
        for code in codes:
            self.addItem(words[code], code)
        self.setAccessibleName(self.tr("Days"))

    def days(self) -> tuple[date | None, date | None]:
        """Give the first and last day; None: open. Money that came after a close is of the next day."""
        day = today()
        month = day.replace(day=1)
        match self.currentData():
            case "today":
                return day, None
            case "week":
                return day - _WEEK, None
            case "month":
                return month, None
            case "last":
                last = month - timedelta(days=1)
                return last.replace(day=1), last
            case _:
                return None, None


class DayChoice(QWidget):
    """The days of a list: a usual span, or any from one day to another.

    Signals:
        changed: other days are meant; a day that is none changes nothing.
    """

    changed = Signal()

    def __init__(self, *codes: str) -> None:
        super().__init__()
        self.span = DaySpan(*codes, "span")
        self.first, self.last = DateField(), DateField()
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        for field in (self.first, self.last):
            field.setMaximumWidth(150)
            field.hide()
            field.changed.connect(lambda _day: self._typed())
        lines = row(self.span, self.first, self.last)
        lines.setContentsMargins(0, 0, 0, 0)
        self.setLayout(lines)
        self.span.currentIndexChanged.connect(lambda _at: self._chosen())

    def days(self) -> tuple[date | None, date | None]:
        """Give the first and last day meant; None: open."""
        if self.span.currentData() == "span":
            return self.first.day(), self.last.day()
        return self.span.days()

    def _chosen(self) -> None:
        free = self.span.currentData() == "span"
        for field in (self.first, self.last):
            field.setVisible(free)
        if free and not (self.first.text() or self.last.text()):
            day = today()
            self.first.blockSignals(True)
            self.first.set_day(day.replace(day=1))
            self.first.blockSignals(False)
            self.last.set_day(day)  # asks for both
            self.first.setFocus()
            return
        self.changed.emit()

    def _typed(self) -> None:
        if not (self.first.wrong() or self.last.wrong()):
            self.changed.emit()


class ListTools(QWidget):
    """Two buttons that export and print *table*."""

    def __init__(self, table: CardTable[Any]) -> None:
        super().__init__()
        self.export = button(self.tr("Export…"), table.export, "file-spreadsheet")
        words = self.tr("Print the list")
        self.print = button("", table.print_view, "printer", "quiet", tip=words)
        self.print.setAccessibleName(words)
        self.print.setVisible(OUTLETS.paper is not None)
        self.setLayout(row(self.export, self.print))
