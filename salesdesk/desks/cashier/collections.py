"""What was collected, by day, way of paying, kind or consultant; and the deposits that lie in deals."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.listed import DayChoice, ListTools
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.labels import PlainLabel, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money, say
from salesdesk.kernel.change import Topic
from salesdesk.office.ledger.receivable_rules import MoneyKind
from salesdesk.office.sales.collections import (
    CollectionLine,
    CollectionsBy,
    HeldLine,
    collections,
    deposits_held,
)

_HELD = "held"
_MOST = 20_000


class CollectionsPage(Page):
    """One report at a time; the days count for collections, deposits are those that lie there now."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT, Topic.REFUND, Topic.DEAL})

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.by = QComboBox()
        for by, words in (
            (CollectionsBy.DAY, self.tr("Collected by day")),
            (CollectionsBy.TENDER, self.tr("By way of paying")),
            (CollectionsBy.KIND, self.tr("By kind of money")),
            (CollectionsBy.CONSULTANT, self.tr("By consultant")),
        ):
            self.by.addItem(words, by)
        self.by.addItem(self.tr("Deposits held"), _HELD)
        self.by.setAccessibleName(self.tr("Report"))
        self.span = DayChoice("month", "last", "week", "today", "all")
        none = EmptyState(
            self.tr("Nothing was collected in these days"),
            self.tr("Receipts, refunds and contras are added up here by their days."),
            "receipt-text",
        )
        lies = EmptyState(
            self.tr("No deposit lies in a deal"),
            self.tr("A deposit lies here until its contract is signed, or the deal ends."),
            "receipt-text",
        )
        self.table = CardTable("collections", self._columns(), lambda c: c.key, none)
        self.held = CardTable("deposits held", self._held_columns(), lambda h: h.id, lies)
        self.held.title = self.tr("Deposits held")
        self.tools = (ListTools(self.table), ListTools(self.held))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.held)
        self.sum = PlainLabel("", "dim")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(self.by, self.span, None, *self.tools))
        lines.addWidget(self.stack, 1)
        lines.addWidget(self.sum)
        self.by.currentIndexChanged.connect(lambda _at: self.refresh())
        self.span.changed.connect(self.refresh)
        self.held.opened.connect(lambda h: self.jump.emit(Jump("board", Topic.UNIT, h.unit_id)))

    @override
    def refresh(self) -> None:
        held = self.by.currentData() == _HELD
        self.stack.setCurrentWidget(self.held if held else self.table)
        self.span.setVisible(not held)
        for tools, shown in zip(self.tools, (not held, held), strict=True):
            tools.setVisible(shown)
        if held:
            self.link.ask(self, self._show_held, deposits_held, None, _MOST)
            return
        by = CollectionsBy(self.by.currentData())
        self.table.title = self.by.currentText()
        self.link.ask(self, self._show, collections, by, *self.span.days())

    @override
    def arrive(self) -> None:
        self.shown_table().view.setFocus()

    @override
    def shown_table(self) -> CardTable[Any]:
        return self.held if self.by.currentData() == _HELD else self.table

    def _columns(self) -> list[Column[CollectionLine]]:
        return [
            Column(self.tr("What"), self._named, width=300),
            Column(self.tr("Papers"), lambda c: c.papers, Kind.COUNT, 110),
            Column(self.tr("Taken"), lambda c: c.taken_fen, Kind.MONEY, 200),
            Column(self.tr("Paid back"), lambda c: c.back_fen or None, Kind.MONEY, 200),
            Column(self.tr("Net"), lambda c: c.net_fen, Kind.MONEY, 200),
        ]

    def _named(self, line: CollectionLine) -> str:
        match self.by.currentData():
            case CollectionsBy.TENDER:
                return say("tenders", line.key)
            case CollectionsBy.KIND:
                if line.key == "prepaid":
                    return self.tr("Paid ahead")
                return say("due money" if line.key in set(MoneyKind) else "receipts", line.key)
            case _:
                return line.key

    def _held_columns(self) -> list[Column[HeldLine]]:
        return [
            Column(self.tr("Since"), lambda h: h.since, Kind.DAY, 104),
            Column(self.tr("Project"), lambda h: h.project, width=140),
            Column(self.tr("Unit"), lambda h: h.unit, width=140),
            Column(self.tr("Customer"), lambda h: h.customer, width=110),
            Column(self.tr("Consultant"), lambda h: h.consultant, width=110),
            Column(self.tr("Amount"), lambda h: h.amount_fen, Kind.MONEY, 140),
        ]

    def _show(self, lines: tuple[CollectionLine, ...]) -> None:
        self.table.set_lines(lines)
        words = self.tr("Taken {taken}, paid back {back}, net {net}.")
        self.sum.setText(
            words.format(
                taken=money(sum(line.taken_fen for line in lines)),
                back=money(sum(line.back_fen for line in lines)),
                net=money(sum(line.net_fen for line in lines)),
            )
        )

    def _show_held(self, lines: tuple[HeldLine, ...]) -> None:
        self.held.set_lines(lines)
        words = self.tr("%n deposit(s), together {sum}.", "", len(lines))
        self.sum.setText(words.format(sum=money(sum(line.amount_fen for line in lines))))
