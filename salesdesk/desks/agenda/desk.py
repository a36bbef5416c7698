"""The manager's desk: what needs him now as cards and as a list, spot checks, the checks made."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QTabBar, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.agenda.cards import NeedCards
from salesdesk.desks.agenda.checks import ChecksPage
from salesdesk.desks.agenda.columns import AgendaColumns
from salesdesk.desks.agenda.strip import StripCard
from salesdesk.desks.agenda.words import goal
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.labels import PlainLabel, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import say
from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.checks import CheckLine, SampleLine, spot_checks, spot_sample
from salesdesk.office.figures.need_rules import NeedKind, NeedLine
from salesdesk.office.figures.needs import needs
from salesdesk.office.figures.strip import ProjectStrip, project_strip

RENEW_MS = 1000
"""Changes that come within this time are asked for together."""

MINUTE_MS = 30_000
"""Time passes without a change: what is about to end is asked for again so often."""

NOW, LIST, CHECKS, MADE = range(4)
"""The tabs: cards, the whole list, entries to check, checks made."""

_VIEWS = ("now", "list", "checks", "made")


class AgendaDesk(Desk):
    """The first view of a site manager; what his rights do not reach is not on it."""

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._lines: tuple[NeedLine, ...] = ()
        self._stale = True
        self._kind: NeedKind | None = None
        self.project: ProjectId | None = None
        self.strip = StripCard()
        self.projects = QComboBox()
        self.projects.setAccessibleName(self.tr("Project"))
        self.projects.hide()
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("What is listed"))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for words in self._tab_words():
            self.tabs.addTab(words)
        self.cards = NeedCards()
        self._calm = EmptyState(
            self.tr("Nothing needs you now"),
            self.tr(
                "What waits for you comes here by itself, with one click to where it is done."
            ),
            "circle-check",
        )
        columns = AgendaColumns(self)
        self.table = CardTable(
            "needs", columns.needs(), lambda n: (n.kind.value, n.key),
            EmptyState(self.tr("Nothing needs you now"), "", "circle-check"),
        )  # fmt: skip
        self.table.title = self.tr("To do")
        self.checks = ChecksPage(link)
        self.made = CardTable(
            "spot checks", columns.checks(), lambda check: check.id,
            EmptyState(
                self.tr("Nobody has checked an entry yet"),
                self.tr("What you find and advise is kept here, and read by the consultant."),
                "clipboard-list",
            ),
        )  # fmt: skip
        self.made.title = self.tr("Checks made")
        self.count = PlainLabel("", "dim")
        self._pages = QStackedWidget()
        self._lay()
        self._renew = self._timer(RENEW_MS, single=True)
        self._minute = self._timer(MINUTE_MS, single=False)
        self._connect()

    @override
    def refresh(self) -> None:
        self._stale = False
        wanted = {} if self.project is None else {"project": self.project}
        self.link.ask(self, self._strip_came, project_strip, **wanted)
        self.link.ask(self, self._came, needs, **wanted)
        if self.link.may("spot_sample"):
            self.link.ask(self, self._sample_came, spot_sample, late=True)
        if self.link.may("spot_checks"):
            self.link.ask(self, self._made_came, spot_checks)

    @override
    def print_view(self) -> None:
        self._table().print_view()

    @override
    def export_view(self) -> None:
        self._table().export()

    @override
    def unsaved(self) -> bool:
        return self.checks.dirty()

    @override
    def place(self) -> object:
        return self.tabs.currentIndex()

    @override
    def go(self, place: object) -> None:
        if isinstance(place, int):
            self.tabs.setCurrentIndex(place)

    @override
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Return", self.tr("Go where the chosen line is done")),
            ("Up, Down", self.tr("Move along the lines")),
        )

    @override
    def views(self) -> Sequence[str]:
        return _VIEWS

    @override
    def show_page(self, name: str) -> None:
        if name in _VIEWS:
            self.tabs.setCurrentIndex(_VIEWS.index(name))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew_shown()
        self._focus()

    def open(self, line: NeedLine) -> None:
        """Go where *line* is done."""
        there = goal(line)
        if there is not None:
            self.jump.emit(there)
            return
        self.tabs.setCurrentIndex(CHECKS)
        self.checks.choose(line.topic, line.key)

    def show_kind(self, kind: NeedKind | None) -> None:
        """List all of one kind; None: of every kind."""
        self._kind = kind
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind.value)) if kind else 0)
        self.table.set_keep(None if kind is None else lambda line: line.kind is kind)
        self.tabs.setCurrentIndex(LIST)
        self._say()

    def _tab_words(self) -> tuple[str, ...]:
        return self.tr("Now"), self.tr("As a list"), self.tr("Spot checks"), self.tr("Checks made")

    def _table(self) -> "CardTable[NeedLine] | CardTable[SampleLine] | CardTable[CheckLine]":
        at = self.tabs.currentIndex()
        if at == CHECKS:
            return self.checks.table
        return self.made if at == MADE else self.table

    def _timer(self, span: int, *, single: bool) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(single)
        made.setInterval(span)
        return made

    def _lay(self) -> None:
        now = QStackedWidget()
        now.addWidget(self._calm)
        now.addWidget(self.cards)
        self._now = now
        for page in (now, self.table, self.checks, self.made):
            self._pages.addWidget(page)
        for at, words in enumerate(self._tab_words()):
            self.tabs.setTabToolTip(at, words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 12)
        whole.setSpacing(10)
        whole.addWidget(self.strip)
        whole.addLayout(row(self.tabs, self.kinds, None, self.projects, spacing=12))
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.count)

    def _connect(self) -> None:
        self._renew.timeout.connect(self._renew_shown)
        self._minute.timeout.connect(self._minute_passed)
        self._minute.start()
        self.link.changed.connect(self._heard)
        self.tabs.currentChanged.connect(lambda _at: self._turned())
        self.cards.opened.connect(self.open)
        self.cards.all_wanted.connect(self.show_kind)
        self.kinds.activated.connect(lambda _at: self._other_kind())
        self.projects.activated.connect(lambda _at: self._other_project())
        self.table.opened.connect(self.open)
        self.made.opened.connect(
            lambda check: self.jump.emit(Jump("reception", Topic.CUSTOMER, check.customer_id))
        )
        self.checks.told.connect(self._told)
        self.checks.jump.connect(self.jump.emit)
        self._turned()

    def _strip_came(self, strip: ProjectStrip) -> None:
        self.strip.show_strip(strip)
        self.projects.setVisible(len(strip.projects) > 1)
        names = [
            (self.projects.itemData(at), self.projects.itemText(at))
            for at in range(self.projects.count())
        ]
        if names != list(strip.projects):
            self.projects.clear()
            for key, name in strip.projects:
                self.projects.addItem(name, key)
        self.projects.setCurrentIndex(self.projects.findData(strip.project))

    def _came(self, lines: tuple[NeedLine, ...]) -> None:
        self._lines = lines
        self.cards.show_lines(lines)
        self._now.setCurrentIndex(1 if lines else 0)
        self.table.set_lines(lines)
        self._fill_kinds()
        for at, words in enumerate(self._tab_words()):
            count = len(lines) if at == NOW else self._to_check() if at == CHECKS else 0
            self.tabs.setTabText(at, f"{words}  {count}" if count else words)
        self._say()
        if self.isVisible() and self.focusWidget() is None:
            self._focus()

    def _to_check(self) -> int:
        wanted = {NeedKind.SPOT_CHECK, NeedKind.LATE_ENTRY}
        return sum(line.kind in wanted for line in self._lines)

    def _fill_kinds(self) -> None:
        self.kinds.clear()
        self.kinds.addItem(self.tr("Everything"), None)
        for kind in dict.fromkeys(line.kind for line in self._lines):
            self.kinds.addItem(say("needs", kind), kind.value)
        at = self.kinds.findData(self._kind.value) if self._kind else 0
        if at < 0:
            self._kind = None
            self.table.set_keep(None)
        self.kinds.setCurrentIndex(max(0, at))

    def _sample_came(self, lines: tuple[SampleLine, ...]) -> None:
        self.checks.show_lines(lines)

    def _made_came(self, lines: tuple[CheckLine, ...]) -> None:
        self.made.set_lines(lines)

    def _other_kind(self) -> None:
        kind = self.kinds.currentData()
        self.show_kind(NeedKind(kind) if kind else None)

    def _other_project(self) -> None:
        self.project = ProjectId(self.projects.currentData())
        self.refresh()

    def _told(self, words: str) -> None:
        self.told.emit(words)
        self.checks.table.view.setFocus()
        self.refresh()

    def _turned(self) -> None:
        at = self.tabs.currentIndex()
        self._pages.setCurrentIndex(at)
        self.kinds.setVisible(at == LIST)
        self._say()
        if self.isVisible():
            self._focus()

    def _focus(self) -> None:
        if self.tabs.currentIndex() == NOW:
            self.cards.focus_first()
        else:
            self._table().view.setFocus()

    def _say(self) -> None:
        """Say how many there are."""
        shown = (
            self._table().model.rowCount() if self.tabs.currentIndex() != NOW else len(self._lines)
        )
        self.count.setText(self.tr("%n line(s)", "", shown) if shown else "")

    def _minute_passed(self) -> None:
        self._stale = True
        self._renew_shown()

    def _heard(self, _changes: frozenset[Change]) -> None:
        self._stale = True
        if not self._renew.isActive():
            self._renew.start()

    def _renew_shown(self) -> None:
        if self._stale and self.isVisible():
            self.refresh()
