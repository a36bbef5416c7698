"""The list of transfers: paired entries with which no cash moved."""

from datetime import date, timedelta

from PySide6.QtWidgets import QComboBox, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.page import Page
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.outlets import OUTLETS
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money, say, today
from salesdesk.kernel.change import Topic
from salesdesk.office.sales.transfer_queries import transfers
from salesdesk.office.sales.transfer_sheets import TransferLine

_MOST = 5000


class TransfersPage(Page):
    """Deposit to price, old unit to new unit, what cancellations moved: the newest first."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT, Topic.REFUND, Topic.DEAL})

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.span = QComboBox()
        for words, code in (
            (self.tr("Today"), "today"),
            (self.tr("This month"), "month"),
            (self.tr("Last month"), "last"),
            (self.tr("All days"), "all"),
        ):
            self.span.addItem(words, code)
        self.span.setCurrentIndex(1)
        self.span.setAccessibleName(self.tr("Days"))
        empty = EmptyState(
            self.tr("No transfers in these days"),
            self.tr(
                "When a contract is signed, a unit exchanged or a deal cancelled, money goes from one "
                "account to another without cash; it is listed here."
            ),
            "receipt-text",
        )
        self.table = CardTable("cashier transfers", self._columns(), lambda t: t.id, empty)
        self.table.title = self.tr("Transfers")
        self.sum = PlainLabel("", "dim")
        export = button(self.tr("Export…"), self.table.export, "file-spreadsheet")
        listed = button(
            "", self.table.print_view, "printer", "quiet", tip=self.tr("Print the list")
        )
        listed.setVisible(OUTLETS.paper is not None)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(self.span, None, export, listed))
        lines.addWidget(self.table, 1)
        lines.addWidget(self.sum)
        self.span.currentIndexChanged.connect(lambda _at: self.refresh())

    @override
    def refresh(self) -> None:
        first, last = self.days()
        self.link.ask(self, self._show, transfers, first, last, _MOST)

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def shown_table(self) -> CardTable[TransferLine]:
        return self.table

    def days(self) -> tuple[date | None, date | None]:
        """Give the first and last day shown; None: open."""
        code, day = self.span.currentData(), today()
        first = day.replace(day=1)
        if code == "today":
            return day, day
        if code == "month":
            return first, None
        if code == "last":
            last = first - timedelta(days=1)
            return last.replace(day=1), last
        return None, None

    def _columns(self) -> list[Column[TransferLine]]:
        return [
            Column(self.tr("Day"), lambda t: t.day, Kind.DAY, 100),
            Column(self.tr("What"), lambda t: say("transfers", t.kind), width=170),
            Column(self.tr("Unit"), lambda t: t.unit, width=150),
            Column(self.tr("Customer"), lambda t: t.customer, width=100),
            Column(self.tr("Out of"), lambda t: say("accounts", t.debit), width=120),
            Column(self.tr("Into"), lambda t: say("accounts", t.credit), width=120),
            Column(self.tr("Amount"), lambda t: t.amount_fen, Kind.MONEY, 126),
            Column(self.tr("By"), lambda t: t.actor, width=90),
        ]

    def _show(self, lines: tuple[TransferLine, ...]) -> None:
        self.table.set_lines(lines)
        words = self.tr("%n transfer(s), together {sum}; no cash moved.", "", len(lines))
        self.sum.setText(words.format(sum=money(sum(line.amount_fen for line in lines))))
