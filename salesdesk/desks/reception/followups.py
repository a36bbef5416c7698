"""Follow-ups: what is owed today, what is overdue, what is coming, what was done."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.reception.chips import Chips
from salesdesk.desks.reception.followup_panel import FollowUpPanel
from salesdesk.desks.reception.page import ReceptionPage
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import local, now
from salesdesk.kernel.change import Topic
from salesdesk.office.customers.queries import follow_ups_due
from salesdesk.office.customers.sheets import FollowUpLine
from salesdesk.office.staff.rules import Role

OVERDUE, TODAY, COMING, DONE = "overdue", "today", "coming", "done"


class FollowUpsPage(ReceptionPage):
    """The asker's follow-ups, the manager everyone's; recorded and advised at the side."""

    topics = frozenset({Topic.FOLLOW_UP, Topic.CUSTOMER})

    def __init__(self, link: Link, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(link, rights, parent)
        self._lines: tuple[FollowUpLine, ...] = ()
        self._first = True
        self.banner = Banner()
        self.kinds = Chips(self._options(Counter()), must=True)
        self.kinds.choose(TODAY)
        self.kinds.setAccessibleName(self.tr("Which follow-ups"))
        self.filter = QLineEdit()
        self.filter.setProperty("role", "search")
        self.filter.setPlaceholderText(self.tr("Filter: customer, consultant, advice…"))
        self.filter.setClearButtonEnabled(True)
        self.summary = PlainLabel("", "dim")
        self._empty = EmptyState("", "", "bell")
        self.table = CardTable("reception-follow-ups", self._columns(), _key, self._empty)
        self.table.title = self.tr("Follow-ups")
        self.panel = FollowUpPanel(link, rights)
        self._lay()
        self._connect()

    @override
    def ask(self) -> None:
        if self.kinds.code() == DONE:
            self.link.ask(self, self._done_came, follow_ups_due, everyone=True, done=True)
        self.link.ask(self, self._open_came, follow_ups_due, everyone=True)

    @override
    def print_view(self) -> None:
        self.table.print_view()

    @override
    def export_view(self) -> None:
        self.table.export()

    @override
    def unsaved(self) -> bool:
        return self.panel.dirty()

    def show_line(self, key: int) -> None:
        """Choose the follow-up *key*, in whichever part of the list it is."""
        for line in self._lines:
            if line.id == key:
                self.kinds.choose(_part(line, local(now()).date()))
                self._show_part()
                self.table.choose(key)

    def _open_came(self, lines: tuple[FollowUpLine, ...]) -> None:
        self._lines = lines
        today = local(now()).date()
        tally = Counter(_part(line, today) for line in lines)
        if self._first:
            self._first = False
            self.kinds.choose(next((k for k in (OVERDUE, TODAY, COMING) if tally[k]), TODAY))
        self.kinds.set_options(self._options(tally))
        if self.kinds.code() != DONE:
            self._show_part()

    def _done_came(self, lines: tuple[FollowUpLine, ...]) -> None:
        if self.kinds.code() == DONE:
            self._show(lines)

    def _show_part(self) -> None:
        today, wanted = local(now()).date(), self.kinds.code()
        self._show([line for line in self._lines if _part(line, today) == wanted])

    def _show(self, lines: Sequence[FollowUpLine]) -> None:
        self._teach()
        self._hide_columns()
        self.table.set_lines(lines)
        advised = sum(bool(line.advice) for line in lines)
        parts = [self.tr("%n follow-up(/s)", "", len(lines))]
        if advised:
            parts.append(self.tr("advice on {count}").format(count=advised))
        self.summary.setText(" · ".join(parts))
        if self.table.current() is None and lines and not self.panel.dirty():
            self.table.view.selectRow(0)
        self.panel.show_line(self.table.current())

    def _hide_columns(self) -> None:
        """Leave out what would be empty: days over except among the overdue, results but done."""
        kind, last = self.kinds.code(), len(self.table.model.columns) - 1
        self.table.view.setColumnHidden(1, kind != OVERDUE)
        for at in (last - 1, last):
            self.table.view.setColumnHidden(at, kind != DONE)

    def _teach(self) -> None:
        made = self.tr("Each visit makes a follow-up due within two days.")
        if self.kinds.code() == OVERDUE:
            self._empty.say(self.tr("Nothing is overdue"), self.tr("Every promise was kept."))
        elif self.kinds.code() == TODAY:
            self._empty.say(self.tr("Nothing is due today"), made)
        elif self.kinds.code() == COMING:
            self._empty.say(self.tr("Nothing is coming"), made)
        else:
            detail = self.tr("Recorded follow-ups are listed here, the newest first.")
            self._empty.say(self.tr("Nothing has been recorded yet"), detail)

    def _options(self, tally: Counter[str]) -> list[tuple[str, str]]:
        words = (
            (OVERDUE, self.tr("Overdue")),
            (TODAY, self.tr("Due today")),
            (COMING, self.tr("Coming")),
        )
        counted = [(key, f"{word} {tally[key]}" if tally[key] else word) for key, word in words]
        return [*counted, (DONE, self.tr("Done"))]

    def _columns(self) -> list[Column[FollowUpLine]]:
        columns: list[Column[FollowUpLine]] = [
            Column(self.tr("Due"), lambda f: f.due_on, Kind.DAY, 100, _due_tone),
            Column(
                self.tr("Days over"),
                lambda f: f.overdue_days or None,
                Kind.COUNT,
                84,
                lambda _f: "danger",
            ),
            Column(self.tr("Customer"), lambda f: f.customer, width=110),
            Column(self.tr("Grade"), lambda f: f.grade, width=60),
            Column(self.tr("Phone"), lambda f: f.phone, width=116),
        ]
        if self.link.seat.person.role != Role.CONSULTANT:
            columns.append(Column(self.tr("Consultant"), lambda f: f.consultant, width=100))
        return [
            *columns,
            Column(self.tr("Advice"), _text(lambda f: f.advice), width=180, tone=_advised),
            Column(self.tr("Done"), lambda f: f.done_at, Kind.MOMENT, 130),
            Column(self.tr("Result"), _text(lambda f: f.result), width=240),
        ]

    def _lay(self) -> None:
        out = button("", self.export_view, "file-spreadsheet", tip=self.tr("Export (Ctrl+E)"))
        self.filter.setMinimumWidth(270)
        left = QVBoxLayout()
        left.setSpacing(10)
        paper = button("", self.print_view, "printer", tip=self.tr("Print (Ctrl+P)"))
        left.addLayout(row(self.kinds, None, out, paper))
        left.addLayout(row(self.filter, self.summary, None, spacing=14))
        left.addWidget(self.banner)
        left.addWidget(self.table, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 12, 0, 0)
        across.setSpacing(16)
        across.addLayout(left, 1)
        across.addWidget(self.panel)

    def _connect(self) -> None:
        self.kinds.changed.connect(self._kind_chosen)
        self.filter.textChanged.connect(self.table.set_filter)
        self.table.chosen.connect(self.panel.show_line)
        self.table.opened.connect(lambda _line: self.panel.begin())
        self.table.add_action(
            self.tr("Open the customer"),
            "user",
            lambda line: self.customer_wanted.emit(line.customer_id),
        )
        self.panel.opened.connect(self.customer_wanted)
        self.panel.told.connect(self._recorded)

    def _kind_chosen(self, _codes: object) -> None:
        if self.kinds.code() == DONE:
            self.ask()
        else:
            self._show_part()

    def _recorded(self, words: str) -> None:
        self.told.emit(words)
        self.ask()


def _part(line: FollowUpLine, today: date) -> str:
    if line.due_on < today:
        return OVERDUE
    return TODAY if line.due_on == today else COMING


def _key(line: FollowUpLine) -> int:
    return line.id


def _text(value: Callable[[FollowUpLine], str]) -> Callable[[FollowUpLine], str]:
    return lambda line: value(line).replace("\n", " ")


def _advised(_line: FollowUpLine) -> str:
    return "accent_text"


def _due_tone(line: FollowUpLine) -> str:
    if line.done_at is not None:
        return "good"
    return "danger" if line.overdue_days else ""
