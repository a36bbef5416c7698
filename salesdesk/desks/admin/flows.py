"""The page of flows: who signs which kind of request, step by step, and the form that edits one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from typing_extensions import override

from salesdesk.desks.admin.flowform import FlowForm
from salesdesk.desks.admin.flowwords import FlowWords
from salesdesk.desks.admin.page import Page
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import Card, PlainLabel, button
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import is_chinese, say
from salesdesk.kernel.change import Topic
from salesdesk.office.approvals.queries import flows, signers
from salesdesk.office.approvals.rules import FlowStep
from salesdesk.office.approvals.sheets import FlowCard, SignerLine


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One step of a kind's flow as the list shows it."""

    card: FlowCard
    position: int
    step: FlowStep


class FlowTable(CardTable[FlowRow]):
    """Every step of every flow."""

    def __init__(self, words: FlowWords) -> None:
        kind, act, who, asked, days = (
            (124, 76, 292, 134, 76) if is_chinese() else (178, 88, 356, 142, 104)
        )
        super().__init__(
            "admin-flows",
            [
                Column(self.tr("Request"), lambda r: say("requests", r.card.kind), width=kind),
                Column(self.tr("Step"), lambda r: r.position, Kind.COUNT, 50),
                Column(self.tr("Act"), lambda r: say("acts", r.step.act), width=act),
                Column(self.tr("Signed by"), lambda r: words.who(r.step), width=who),
                Column(self.tr("Asked"), lambda r: words.when(r.step), width=asked),
                Column(
                    self.tr("Days to sign"),
                    lambda r: r.card.valid_days,
                    Kind.COUNT,
                    days,
                ),
                Column(
                    self.tr("Lacks"),
                    lambda r: words.short(r.card) if r.position == r.card.lacks else "",
                    width=130,
                    tone=lambda r: "warn" if r.card.alone else "danger",
                ),
                Column(self.tr("Since"), lambda r: r.card.at, Kind.MOMENT, 126),
                Column(self.tr("Set by"), lambda r: r.card.by, width=80),
            ],
            key=lambda r: (r.card.kind, r.position),
            empty=EmptyState(
                self.tr("The flows are being looked up"), self.tr("One moment."), "signature"
            ),
        )


class FlowsPage(Page):
    """Lists the flows; says the chosen one in plain words; edits it."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.REQUEST, Topic.PERSON, Topic.SETTING})

    def __init__(self, link: Link) -> None:
        super().__init__(
            link,
            self.tr("Flows"),
            self.tr(
                "Who signs which request, in which order. Requests already filed keep the flow "
                "they were filed under."
            ),
        )
        self._cards: Sequence[FlowCard] = ()
        self._signers: Sequence[SignerLine] = ()
        self.words = FlowWords(self)
        self.list = FlowTable(self.words)
        self.list.title = self.tr("Flows")
        self.kind = PlainLabel("", "heading")
        self.preview = PlainLabel("").wrapping().selectable()
        self.lacking = PlainLabel("", "wrong").wrapping().selectable()
        told = Card(margin=12)
        told.body.setSpacing(4)
        for label in (self.kind, self.preview, self.lacking):
            told.body.addWidget(label)
        self.edit = button(
            self.tr("Edit the flow…"), self.edit_flow, "pencil", "primary", shortcut="Ctrl+N"
        )
        self.head_row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(told)
        self.list.chosen.connect(lambda _row: self._chosen())
        self.list.opened.connect(lambda _row: self.edit_flow())
        self._chosen()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._signers_came, signers)
        self.link.ask(self, self._came, flows)

    @override
    def table(self) -> CardTable[Any]:
        return self.list

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+N", self.tr("Edit the chosen flow")),)

    def edit_flow(self) -> FlowForm | None:
        """Open the form for the flow of the chosen line."""
        card = self.card()
        if card is None or not self.link.may("EditFlow"):
            return None
        form = FlowForm(self.link, card, self._roles(), self)
        form.carried.connect(lambda _answer: self.refresh())
        form.open()
        return form

    def card(self) -> FlowCard | None:
        """Give the flow of the chosen line as it is now."""
        row = self.list.current()
        return None if row is None else row.card

    def _roles(self) -> list[str]:
        """Give the roles that may be asked to sign: whoever has them here, and whom a flow names."""
        found = dict.fromkeys(r for c in self._cards for s in c.steps for r in s.roles)
        return list(dict.fromkeys([*map(str, found), *(line.role for line in self._signers)]))

    def _signers_came(self, lines: Sequence[SignerLine]) -> None:
        self._signers = lines

    def _came(self, cards: Sequence[FlowCard]) -> None:
        self._cards = cards
        self.list.set_lines(
            [
                FlowRow(card, position, step)
                for card in cards
                for position, step in enumerate(card.steps, 1)
            ]
        )
        if self.list.current() is None and cards:
            self.list.choose((cards[0].kind, 1))
        self._chosen()

    def _chosen(self) -> None:
        card = self.card()
        self.edit.setEnabled(card is not None and self.link.may("EditFlow"))
        self.kind.setText("" if card is None else say("requests", card.kind))
        self.preview.setText("" if card is None else self.words.flow(card.steps, card.valid_days))
        why = "" if card is None else self.words.lacking(card)
        self.lacking.setText(why)
        self.lacking.setVisible(bool(why))
