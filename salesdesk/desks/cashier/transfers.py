"""The list of transfers: paired entries with which no cash moved."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.listed import DaySpan, ListTools
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import PlainLabel, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money, say
from salesdesk.kernel.change import Topic
from salesdesk.office.sales.transfer_queries import transfers
from salesdesk.office.sales.transfer_sheets import TransferLine

_MOST = 5000


class TransfersPage(Page):
    """Deposit to price, old unit to new unit, what cancellations moved: the newest first."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT, Topic.REFUND, Topic.DEAL})

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.span = DaySpan("today", "month", "last", "all")
        self.span.setCurrentIndex(1)
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
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(self.span, None, ListTools(self.table)))
        lines.addWidget(self.table, 1)
        lines.addWidget(self.sum)
        self.span.currentIndexChanged.connect(lambda _at: self.refresh())

    @override
    def refresh(self) -> None:
        first, last = self.span.days()
        self.link.ask(self, self._show, transfers, first, last, _MOST)

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def shown_table(self) -> CardTable[TransferLine]:
        return self.table

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
