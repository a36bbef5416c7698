"""The page of the journal: every command carried out, read only."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QScrollArea, QSplitter, QWidget
from typing_extensions import override

from salesdesk.desks.admin.journalwords import (
    Names,
    changed_facts,
    customer_ids,
    form_facts,
    unit_ids,
)
from salesdesk.desks.admin.page import Page
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, column, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import moment, say
from salesdesk.kernel.change import Change, Topic
from salesdesk.office.customers.queries import customers
from salesdesk.office.customers.sheets import CustomerCard
from salesdesk.office.inventory.queries import board, projects
from salesdesk.office.inventory.sheets import ProjectCard, UnitCard
from salesdesk.office.staff.queries import journal, people
from salesdesk.office.staff.sheets import JournalLine, PersonCard

_LONGEST = 300
"""Characters of a form in the list; the rest stands beside it."""
PAGE = 200
"""Lines asked for at once."""


class JournalTable(CardTable[JournalLine]):
    """Who, when, what, and whether the line is sealed."""

    def __init__(self, names: Names) -> None:
        clock = self.tr("by itself")
        sealed = self.tr("sealed")
        opened = self.tr("open")

        def told(line: JournalLine) -> str:
            facts = form_facts(line.form, names)
            return "  ·  ".join(f"{name}: {value}" for name, value in facts)[:_LONGEST]

        super().__init__(
            "admin-journal",
            [
                Column(self.tr("No."), lambda j: j.id, Kind.COUNT, 64),
                Column(self.tr("When"), lambda j: j.at, Kind.MOMENT, 132),
                Column(
                    self.tr("Who"), lambda j: clock if j.actor == "clock" else j.actor, width=92
                ),
                Column(self.tr("What"), lambda j: say("commands", j.command), width=150),
                Column(
                    self.tr("Seal"),
                    lambda j: sealed if j.sealed else opened,
                    width=66,
                    tone=lambda j: "good" if j.sealed else "dim",
                ),
                Column(self.tr("Form"), told, width=360),
            ],
            key=lambda j: j.id,
            empty=EmptyState(self.tr("No such line"), "", "history"),
        )


class JournalPage(Page):
    """Filters, pages on, exports; beside it the chosen line in full."""

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Journal"),
            self.tr(
                "Every command that was carried out. It can be read, never changed; sealed lines are "
                "chained, so that a change would be found."
            ),
        )
        self.names = Names()
        self.list = JournalTable(self.names)
        self.list.title = self.tr("Journal")
        self.list.chosen.connect(self._chosen)
        self.filter = QLineEdit()
        self.filter.setProperty("role", "search")
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(220)
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Who"))
        self.what = QComboBox()
        self.what.setAccessibleName(self.tr("What"))
        for box, words in (
            (self.who, self.tr("Everybody")),
            (self.what, self.tr("Every command")),
        ):
            box.setMinimumWidth(150)
            box.addItem(words, "")
        self.count = PlainLabel("", "hint")
        self.older = button(self.tr("Older lines"), self.page_on, "history")
        self.save = button(self.tr("Export…"), self.list.export, "file-down")
        self._whole = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(200)
        self._wait.timeout.connect(lambda: self.list.set_filter(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._wait.start())
        self.who.currentIndexChanged.connect(lambda _at: self._narrow())
        self.what.currentIndexChanged.connect(lambda _at: self._narrow())
        self._lay()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._people_came, people, gone=True)
        self.link.ask(self, self._projects_came, projects)
        shown = max(PAGE, len(self.list.model.all_lines()))
        self.link.ask(self, lambda lines: self._came(lines, shown), journal, shown)

    @override
    def heard(self, changes: frozenset[Change]) -> bool:
        return bool(changes)

    @override
    def table(self) -> CardTable[Any]:
        return self.list

    def page_on(self) -> None:
        """Ask for the lines before the oldest one shown."""
        lines = self.list.model.all_lines()
        if lines and not self._whole:
            oldest = min(line.id for line in lines)
            self.link.ask(self, self._older_came, journal, PAGE, oldest)

    def _lay(self) -> None:
        side = Card(margin=14)
        self.what_was = PlainLabel("", "heading").wrapping()
        self.who_when = PlainLabel("", "dim").wrapping()
        self.seal = Pill()
        self.form = FactList()
        self.changed = FactList()
        self._form_head = PlainLabel(self.tr("What was asked"), "hint")
        self._changed_head = PlainLabel(self.tr("What it changed"), "hint")
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(
            column(
                self.what_was, self.who_when, self.seal, self._form_head, self.form,
                self._changed_head, self.changed, None, spacing=8,
            )
        )  # fmt: skip
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        side.body.addWidget(area)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.list)
        middle.addWidget(side)
        middle.setStretchFactor(0, 1)
        middle.setSizes([690, 262])
        self.body.addLayout(row(self.filter, self.who, self.what, None, self.count))
        self.body.addWidget(middle, 1)
        self.body.addLayout(row(self.older, None, self.save))

    def _people_came(self, cards: Sequence[PersonCard]) -> None:
        self.names.people.update({card.id: card.name for card in cards})
        if self.who.count() != 1 + len(cards):
            while self.who.count() > 1:
                self.who.removeItem(1)
            for card in cards:
                self.who.addItem(card.name, card.name)

    def _projects_came(self, cards: Sequence[ProjectCard]) -> None:
        self.names.projects.update({card.id: card.name for card in cards})

    def _came(self, lines: Sequence[JournalLine], asked: int) -> None:
        """Show the newest lines; what was whole stays so while its oldest line is among them."""
        oldest = min((line.id for line in self.list.model.all_lines()), default=0)
        reaches = bool(lines) and min(line.id for line in lines) == oldest
        self._whole = len(lines) < asked or (self._whole and reaches)
        self._set(lines)

    def _older_came(self, lines: Sequence[JournalLine]) -> None:
        self._whole = len(lines) < PAGE
        self._set([*self.list.model.all_lines(), *lines])

    def _set(self, lines: Sequence[JournalLine]) -> None:
        known = {self.what.itemData(at) for at in range(self.what.count())}
        for name in sorted({line.command for line in lines} - known):
            self.what.addItem(say("commands", name), name)
        wanted = unit_ids(*(text for line in lines for text in (line.form, line.changed)))
        self._look_up_units(wanted - self.names.units.keys())
        met = customer_ids(*(text for line in lines for text in (line.form, line.changed)))
        self._look_up_customers(met - self.names.customers.keys())
        self.list.set_lines(lines)
        if self.list.current() is None and lines:
            self.list.choose(lines[0].id)
        self._tell()

    def _look_up_units(self, wanted: set[int]) -> None:
        if not wanted:
            return

        def named(cards: Sequence[UnitCard]) -> None:
            self.names.units.update({card.id: card.code for card in cards})
            self.list.set_lines(self.list.model.all_lines())

        self.link.ask(self, named, board, only=tuple(sorted(wanted)[:500]))

    def _look_up_customers(self, wanted: set[int]) -> None:
        """Ask for the names of the customers that the lines are about."""
        if not wanted:
            return

        def named(cards: Sequence[CustomerCard]) -> None:
            self.names.customers.update({card.id: card.name for card in cards})
            self.list.set_lines(self.list.model.all_lines())
            line = self.list.current()
            if line is not None:
                self._show_line(line)

        self.link.ask(self, named, customers, only=tuple(sorted(wanted)[:500]))

    def _narrow(self) -> None:
        who, what = self.who.currentData(), self.what.currentData()
        keep: Callable[[JournalLine], bool] | None = None
        if who or what:

            def keep(line: JournalLine) -> bool:
                return who in {"", line.actor} and what in {"", line.command}

        self.list.set_keep(keep)
        self._tell()

    def _tell(self) -> None:
        shown, held = self.list.model.rowCount(), len(self.list.model.all_lines())
        text = self.tr("{shown} of {held} lines loaded")
        self.count.setText(text.format(shown=f"{shown:,}", held=f"{held:,}"))
        self.older.setEnabled(not self._whole)

    def _chosen(self, line: JournalLine | None) -> None:
        if line is not None:
            self._show_line(line)

    def _show_line(self, line: JournalLine) -> None:
        self.what_was.setText(say("commands", line.command))
        who = self.tr("by itself") if line.actor == "clock" else line.actor
        text = self.tr("{who}, {when}, line {number}")
        self.who_when.setText(text.format(who=who, when=moment(line.at), number=line.id))
        if line.sealed:
            self.seal.show_text(self.tr("sealed"), "good")
        else:
            self.seal.show_text(self.tr("not sealed yet"), "")
        form = form_facts(line.form, self.names)
        changed = changed_facts(line.changed, self.names)
        self.form.show_facts(*form)
        self.changed.show_facts(*changed)
        self._form_head.setVisible(bool(form))
        self._changed_head.setVisible(bool(changed))
