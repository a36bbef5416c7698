"""The figures beside the curve: units subscribed, how the jobs stand, the next milestone."""

from datetime import timedelta

from PySide6.QtWidgets import QGridLayout, QWidget

from salesdesk.desks.campaign.words import title_of, written
from salesdesk.desks.widgets.labels import Card, PlainLabel
from salesdesk.desks.wording import short_money
from salesdesk.office.campaign.rules import JobKind, Standing
from salesdesk.office.campaign.sheets import TimelineSheet


class Summary(Card):
    """Shows what the timeline adds up to today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self._units = PlainLabel("", "figure")
        self._week = PlainLabel("", "dim").wrapping()
        self._jobs = PlainLabel("", "figure")
        self._late = PlainLabel("", "dim").wrapping()
        self._next = PlainLabel("").wrapping()
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        for column, (caption, figure, detail) in enumerate(
            (
                (self.tr("Units subscribed"), self._units, self._week),
                (self.tr("Jobs done"), self._jobs, self._late),
            )
        ):
            grid.addWidget(PlainLabel(caption, "hint"), 0, column)
            grid.addWidget(figure, 1, column)
            grid.addWidget(detail, 2, column)
            grid.setColumnStretch(column, 3 - column)  # the first has the longer line
        self.body.setSpacing(6)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.body.addWidget(PlainLabel(self.tr("Next milestone"), "hint"))
        self.body.addWidget(self._next)

    def show_sheet(self, sheet: TimelineSheet) -> None:
        """Show the figures of *sheet*."""
        units = sum(point.units for point in sheet.curve)
        self._units.setText(f"{units} / {sheet.units}" if sheet.units else str(units))
        since = sheet.today - timedelta(days=6)
        recent = sum(point.units for point in sheet.curve if point.day >= since)
        money = short_money(sum(point.amount_fen for point in sheet.curve))
        text = self.tr("{money}, %n in 7 days", None, recent)
        nothing = self.tr("none yet")
        self._week.setText(text.format(money=money) if units else nothing)
        done = sum(job.standing is Standing.DONE for job in sheet.jobs)
        late = sum(job.standing is Standing.LATE for job in sheet.jobs)
        self._jobs.setText(f"{done} / {len(sheet.jobs)}")
        fine = self.tr("nothing is late")
        self._late.setText(self.tr("%n late", None, late) if late else fine)
        coming = [
            job
            for job in sheet.jobs
            if job.kind is JobKind.MILESTONE and job.standing is not Standing.DONE
        ]
        first = min(coming, key=lambda job: job.plan_from, default=None)
        if first is None:
            self._next.setText("–")
            return
        day = written(first.plan_from, self.tr("d MMM yyyy"))
        left = (first.plan_from - sheet.today).days
        if left >= 0:
            when = self.tr("in %n day(s)", None, left)
        else:
            when = self.tr("%n day(s) overdue", None, -left)
        self._next.setText(f"{title_of(first)} · {day} · {when}")
