"""The page of payment modes: what each asks for, in plain words and tried out on a price."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from typing_extensions import override

from salesdesk.desks.admin.modeform import AddModeForm, ModeForm
from salesdesk.desks.admin.modelines import LineWords, draft_of
from salesdesk.desks.admin.modetrial import ModeTrial
from salesdesk.desks.admin.page import Page
from salesdesk.desks.admin.projectchoice import ProjectChoice
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, column, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import is_chinese, listed, say
from salesdesk.kernel.change import Topic
from salesdesk.office.inventory.queries import projects
from salesdesk.office.sales.discount_queries import discounts
from salesdesk.office.sales.mode_queries import mode_terms
from salesdesk.office.sales.mode_rules import ModeTerms
from salesdesk.office.sales.sheets import DiscountLine


class ModeTable(CardTable[ModeTerms]):
    """The payment modes of a project."""

    def __init__(self, words: LineWords) -> None:
        self._given: Sequence[DiscountLine] = ()
        every, own, shipped = (
            self.tr("every project"),
            self.tr("this project"),
            self.tr("as shipped"),
        )
        between, kind = ("；", 96) if is_chinese() else ("; ", 148)
        super().__init__(
            "admin-modes",
            [
                Column(self.tr("Payment mode"), named, width=130),
                Column(self.tr("Kind"), lambda m: say("modes", m.kind), width=kind),
                Column(
                    self.tr("Asks for"),
                    lambda m: between.join(words.line(draft_of(line)) for line in m.lines),
                    width=320,
                ),
                Column(self.tr("Discounts"), lambda m: listed(self.given(m)), width=110),
                Column(self.tr("From"), lambda m: m.begins_on, Kind.DAY, 92),
                Column(self.tr("To"), lambda m: m.ends_on, Kind.DAY, 92),
                Column(self.tr("Banks"), lambda m: listed(m.banks), width=110),
                Column(self.tr("For"), lambda m: every if m.whole_office else own, width=96),
                Column(self.tr("Since"), lambda m: m.at, Kind.MOMENT, 126),
                Column(self.tr("Set by"), lambda m: m.by or shipped, width=90),
                Column(self.tr("Note"), lambda m: m.note, width=120),
            ],
            key=lambda m: m.mode_id,
            empty=EmptyState(
                self.tr("The payment modes are being looked up"), self.tr("One moment."), "wallet"
            ),
        )

    def give(self, lines: Sequence[DiscountLine]) -> None:
        """Say which discounts are on offer."""
        self._given = lines
        self.set_lines(self.model.all_lines())

    def given(self, mode: ModeTerms) -> list[str]:
        """Name the discounts that are for *mode* alone."""
        return [line.name for line in self._given if line.mode == mode.mode]


class ModesPage(Page):
    """Lists the payment modes, says and tries out the chosen one, writes what it asks for."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PROJECT, Topic.SETTING})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Payment modes"),
            self.tr("What is to be paid when, by the way of paying that a buyer agrees to."),
        )
        self._wanted: int | None = None
        self.project = ProjectChoice(new=False)
        self.words = LineWords(self)
        self.list = ModeTable(self.words)
        self.list.title = self.tr("Payment modes")
        self.name = PlainLabel("", "heading")
        self.lines = PlainLabel("").wrapping().selectable()
        self.trial = ModeTrial()
        told = Card(margin=12)
        told.body.setSpacing(4)
        told.body.addWidget(self.name)
        told.body.addWidget(self.lines)
        self.add = button(self.tr("Add a mode…"), self.add_mode, "plus")
        self.add.setVisible(link.may("AddPaymentMode"))
        self.edit = button(
            self.tr("Write what it asks for…"), self.edit_mode, "pencil", "primary",
            shortcut="Ctrl+N",
        )  # fmt: skip
        self.edit.setVisible(link.may("SetModeTerms"))
        for widget in (self.project, self.add, self.edit):
            self.head_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        left = column(self.list, told, spacing=10)
        left.setStretch(0, 1)
        both = row(left, self.trial, spacing=12)
        both.setStretch(0, 1)
        self.body.addLayout(both, 1)
        self.project.changed.connect(self._ask)
        self.list.chosen.connect(lambda _mode: self._chosen())
        self.list.opened.connect(lambda _mode: self.edit_mode())
        self._chosen()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self.project.offer, projects)

    @override
    def table(self) -> CardTable[Any]:
        return self.list

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+N", self.tr("Write what the chosen mode asks for")),)

    def edit_mode(self) -> ModeForm | None:
        """Open the form for what the chosen mode asks for."""
        terms = self.list.current()
        if terms is None or not self.link.may("SetModeTerms"):
            return None
        form = ModeForm(self.link, terms, self.project.card(), self)
        form.carried.connect(lambda _answer: self._ask())
        form.open()
        return form

    def add_mode(self) -> AddModeForm:
        """Open the form for a new mode."""
        form = AddModeForm(self.link, self)
        form.carried.connect(self._added)
        form.open()
        return form

    def _added(self, mode: Any) -> None:
        self._wanted = int(mode)
        self._ask()

    def _ask(self) -> None:
        card = self.project.card()
        key = None if card is None else card.id
        self.link.ask(self, self._came, mode_terms, key)
        if card is not None and self.link.may("discounts"):
            self.link.ask(self, self.list.give, discounts, card.id)

    def _came(self, modes: Sequence[ModeTerms]) -> None:
        self.list.set_lines(modes)
        if self._wanted is not None:
            self.list.choose(self._wanted)
            self._wanted = None
        elif self.list.current() is None and modes:
            self.list.choose(modes[0].mode_id)
        self._chosen()

    def _chosen(self) -> None:
        mode = self.list.current()
        self.edit.setEnabled(mode is not None)
        if mode is None:
            self.name.setText("")
            self.lines.setText("")
            self.trial.nothing(self.tr("Choose a payment mode."))
            return
        self.name.setText(named(mode))
        said = [
            f"{at}  {self.words.line(draft_of(line))}" for at, line in enumerate(mode.lines, 1)
        ]
        self.lines.setText("\n".join(said))
        self.trial.show_lines(mode.mode, mode.lines)


def named(mode: ModeTerms) -> str:
    """Give a mode's name in the window's language."""
    return mode.mode if is_chinese() else mode.english
