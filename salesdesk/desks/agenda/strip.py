"""The strip of the project: units by state, sold, received, seen, the phase, the last restore."""

from PySide6.QtWidgets import QWidget

from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Card, clear, row
from salesdesk.desks.wording import is_chinese, say, short_money
from salesdesk.office.figures.strip import ProjectStrip

_GOOD_DAYS, _DAYS_AT_MOST = 7, 30


class StripCard(Card):
    """A project at a glance, in two rows of figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self.body.setSpacing(8)
        self.today = Figure(self.tr("Sold today"))
        self.week = Figure(self.tr("Sold this week"))
        self.received = Figure(self.tr("Received today"))
        self.seen = Figure(self.tr("Visits and calls today"))
        self.phase = Figure(self.tr("Campaign"))
        self.drill = Figure(self.tr("Last verified restore"))
        self.figures = (
            self.today, self.week, self.received, self.seen, self.phase, self.drill,
        )  # fmt: skip
        self.states: dict[str, Figure] = {}
        self._states = row(spacing=26)
        self.body.addLayout(row(*self.figures, None, spacing=26))
        self.body.addLayout(self._states)

    def show_strip(self, strip: ProjectStrip) -> None:
        """Show these figures."""
        self.today.show_value(self._sold(strip.sold_today, strip.sold_today_fen))
        self.week.show_value(self._sold(strip.sold_week, strip.sold_week_fen))
        receipts = self.tr("%n receipt(s)", "", strip.receipts)
        money = short_money(strip.received_fen)
        self.received.show_value(f"{money} · {receipts}" if strip.receipts else "0")
        self.seen.show_value(f"{strip.visits} + {strip.calls}")
        self.phase.show_value(self._phase(strip))
        self.drill.show_value(*self._drill(strip.drill_days))
        self._show_states(strip)

    def _show_states(self, strip: ProjectStrip) -> None:
        names = [one.state.value for one in strip.states]
        if names != list(self.states):
            clear(self._states)
            self.states = {name: Figure(say("states", name)) for name in names}
            for figure in self.states.values():
                self._states.addWidget(figure)
            self._states.addStretch(1)
        for one in strip.states:
            figure = self.states[one.state.value]
            figure.show_value(f"{one.units:,}")
            figure.setToolTip(short_money(one.total_fen))

    def _sold(self, units: int, total_fen: int) -> str:
        words = self.tr("%n unit(s)", "", units)
        return f"{words} · {short_money(total_fen)}" if units else "0"

    def _phase(self, strip: ProjectStrip) -> str:
        name = strip.phase if is_chinese() else strip.phase_english or strip.phase
        if not name:
            return self.tr("no phase today")
        words = self.tr("{phase}, day {day} of {days}")
        return words.format(phase=name, day=strip.phase_day, days=strip.phase_days)

    def _drill(self, days: int | None) -> tuple[str, str]:
        if days is None:
            return self.tr("never"), "danger"
        tone = "good" if days <= _GOOD_DAYS else "warn" if days <= _DAYS_AT_MOST else "danger"
        return (self.tr("%n day(s) ago", "", days) if days else self.tr("today")), tone
