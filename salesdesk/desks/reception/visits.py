"""The call and visit register as a list of days: filtered, exported, printed, corrected."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.reception.correct import CorrectDialog
from salesdesk.desks.reception.page import ReceptionPage
from salesdesk.desks.reception.papers import RegisterPapers
from salesdesk.desks.reception.spans import SpanBar
from salesdesk.desks.reception.visit_panel import VisitPanel
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import clock, medium, say, say_all
from salesdesk.kernel.change import Topic
from salesdesk.office.customers.queries import media, visit_register
from salesdesk.office.customers.sheets import VisitLine
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.sheets import ProjectCard


class VisitsPage(ReceptionPage):
    """The register's entries of a span of days, late ones marked."""

    topics = frozenset({Topic.VISIT, Topic.CUSTOMER, Topic.PROJECT})

    def __init__(self, link: Link, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(link, rights, parent)
        self._projects: tuple[ProjectCard, ...] = ()
        self._media: tuple[tuple[str, str], ...] = ()
        self._wanted = 0
        self.papers = RegisterPapers(link, self)
        self.banner = Banner()
        self.spans = SpanBar()
        self.filter = QLineEdit()
        self.filter.setProperty("role", "search")
        self.filter.setPlaceholderText(self.tr("Filter: name, media, consultant… (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.project = QComboBox()
        self.project.hide()
        self.summary = PlainLabel("", "dim")
        self.table = CardTable("reception-register", self._columns(), _key, self._empty())
        self.table.title = self.tr("Call and visit register")
        self.panel = VisitPanel(may_correct="CorrectVisit" in rights)
        self.dialog: CorrectDialog | None = None
        self._lay()
        self._connect()

    @override
    def ask(self) -> None:
        self.link.ask(self, self._projects_came, projects)
        self.link.ask(self, self._media_came, media)
        self._ask_lines()

    @override
    def print_view(self) -> None:
        card = self._project_card()
        if card is not None:
            self.papers.print_register(card, *self.spans.span())

    @override
    def export_view(self) -> None:
        self.table.export()

    def show_entry(self, line: VisitLine) -> None:
        """Show the day of *line* and choose it."""
        self.spans.set_span(line.day, line.day)
        self.table.choose(line.id)

    def correct(self, line: VisitLine) -> None:
        """Open the form that corrects *line*."""
        if "CorrectVisit" not in self.rights:
            return
        dialog = CorrectDialog(self.link, line, self._media, self.window())
        dialog.finished.connect(self._closed)
        dialog.saved.connect(self._corrected)
        self.dialog = dialog
        dialog.open()

    def _closed(self, _code: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _corrected(self, line: VisitLine) -> None:
        words = self.tr("Corrected: no. {number}, {name}")
        self.told.emit(words.format(number=line.number, name=line.customer))
        self._ask_lines()

    def _ask_lines(self) -> None:
        first, last = self.spans.span()
        self._wanted += 1
        turn = self._wanted

        def came(lines: tuple[VisitLine, ...]) -> None:
            if turn == self._wanted:
                self._lines_came(lines)

        self.link.ask(self, came, visit_register, self._project_id(), first_on=first, last_on=last)

    def _lines_came(self, lines: Sequence[VisitLine]) -> None:
        self.table.set_lines(lines)
        manners = Counter(line.manner for line in lines)
        parts = [self.tr("%n entr(y/ies)", "", len(lines))]
        for manner, count in manners.most_common():
            word = say("manners", manner)
            parts.append(f"{word} {count}")
        first = sum(line.first for line in lines)
        late = sum(line.late for line in lines)
        if first:
            parts.append(self.tr("new {count}").format(count=first))
        if late:
            parts.append(self.tr("late entries {count}").format(count=late))
        self.summary.setText(" · ".join(parts))
        if self.table.current() is None and self.table.model.rowCount():
            self.table.view.selectRow(0)
        self.panel.show_line(self.table.current())

    def _projects_came(self, cards: tuple[ProjectCard, ...]) -> None:
        self._projects = cards
        chosen = self.project.currentData()
        self.project.blockSignals(True)
        self.project.clear()
        for card in cards:
            self.project.addItem(card.name, card.id)
        self.project.setCurrentIndex(max(0, self.project.findData(chosen)))
        self.project.blockSignals(False)
        self.project.setVisible(len(cards) > 1)
        if chosen != self.project.currentData() and len(cards) > 1:
            self._ask_lines()

    def _media_came(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._media = pairs

    def _project_id(self) -> int | None:
        chosen: int | None = self.project.currentData()
        return chosen

    def _project_card(self) -> ProjectCard | None:
        wanted = self._project_id()
        return next((card for card in self._projects if card.id == wanted), None)

    def _columns(self) -> list[Column[VisitLine]]:
        first, again = self.tr("first"), self.tr("again")
        late = self.tr("late")

        def times(line: VisitLine) -> str:
            return first if line.first else again

        # At 1366 px the list is 790 or 802 px wide: it ends behind the consultant, no heading is cut.
        return [
            Column(self.tr("No."), lambda v: v.number, Kind.COUNT, 46),
            Column(self.tr("Day"), lambda v: v.day, Kind.DAY, 90),
            Column(
                self.tr("Time"),
                lambda v: late if v.late else clock(v.at),
                width=56,
                tone=lambda v: "warn" if v.late else "",
            ),
            Column(self.tr("Manner"), lambda v: say("manners", v.manner), width=88),
            Column(self.tr("Visit"), times, width=56, tone=lambda v: "good" if v.first else ""),
            Column(self.tr("Customer"), lambda v: v.customer, width=84),
            Column(self.tr("Phone"), lambda v: v.phone, width=102),
            Column(self.tr("Media"), _media_words, width=118),
            Column(self.tr("Grade"), lambda v: v.grade, width=60),
            Column(self.tr("Consultant"), lambda v: v.consultant, width=92),
            Column(self.tr("Received by"), lambda v: v.receptionist, width=100),
            Column(self.tr("Next contact"), lambda v: v.next_on, Kind.DAY, 104),
            Column(self.tr("Remarks"), lambda v: v.remarks.replace("\n", " "), width=220),
        ]

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("No entries on these days"),
            self.tr("Each visit and call is registered the same day: type the phone first."),
            "book-open",
        )

    def _lay(self) -> None:
        out = button("", self.export_view, "file-spreadsheet", tip=self.tr("Export (Ctrl+E)"))
        paper = button(self.tr("Print"), self.print_view, "printer", tip="Ctrl+P")
        self.filter.setMinimumWidth(270)
        bar = row(self.spans, None, self.project, out, paper)
        below = row(self.filter, self.summary, None, spacing=14)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(bar)
        left.addLayout(below)
        left.addWidget(self.banner)
        left.addWidget(self.table, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 12, 0, 0)
        across.setSpacing(16)
        across.addLayout(left, 1)
        across.addWidget(self.panel)

    def _connect(self) -> None:
        self.spans.changed.connect(self._span_changed)
        self.project.currentIndexChanged.connect(lambda _at: self._ask_lines())
        self.filter.textChanged.connect(self.table.set_filter)
        self.table.chosen.connect(self.panel.show_line)
        self.table.opened.connect(self.correct)
        self.table.add_action(self.tr("Correct this entry…"), "pencil", self.correct)
        self.table.add_action(
            self.tr("Open the customer"),
            "user",
            lambda line: self.customer_wanted.emit(line.customer_id),
        )
        self.panel.correcting.connect(self.correct)
        self.panel.opened.connect(self.customer_wanted)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.setFocus)

    def _span_changed(self, _span: tuple[date, date]) -> None:
        self._ask_lines()


def _key(line: VisitLine) -> int:
    return line.id


def _media_words(line: VisitLine) -> str:
    return say_all("media", [medium(name) for name in line.media])
