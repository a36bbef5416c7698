"""The list of closed days: the paper again, Excel, print."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.listed import DaySpan, ListTools
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money
from salesdesk.kernel.change import Topic
from salesdesk.office.ledger.close_queries import day_close_paper, day_closes
from salesdesk.office.ledger.close_sheets import DayCloseLine

_MOST = 5000


class ClosesPage(Page):
    """Every closed day of a month or of all, the newest first."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT})

    def __init__(self, link: Link, printer: ReceiptPrinter) -> None:
        super().__init__(link)
        self._printer = printer
        self.span = DaySpan("month", "last", "all")
        empty = EmptyState(
            self.tr("No day was closed yet"),
            self.tr("A cashier closes the day on the page of the day; its paper stays here."),
            "lock",
        )
        self.table = CardTable("cashier closes", self._columns(), lambda c: c.id, empty)
        self.table.title = self.tr("Day closes")
        self.sum = PlainLabel("", "dim")
        self.paper = button(self.tr("Print the close…"), self.print_current, "printer")
        self._lay()
        self.span.currentIndexChanged.connect(lambda _at: self.refresh())
        self.table.chosen.connect(lambda line: self.paper.setEnabled(line is not None))
        self.table.opened.connect(lambda _line: self.print_current())
        self.paper.setEnabled(False)

    @override
    def refresh(self) -> None:
        first, last = self.span.days()
        self.link.ask(self, self._show, day_closes, first, last, None, _MOST)

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def shown_table(self) -> CardTable[DayCloseLine]:
        return self.table

    def print_current(self) -> None:
        """Bring the chosen close to paper."""
        line = self.table.current()
        if line is not None:
            self.link.ask(self, self._printer.print_close, day_close_paper, line.id)

    def _columns(self) -> list[Column[DayCloseLine]]:
        return [
            Column(self.tr("Day"), lambda c: c.day, Kind.DAY, 100),
            Column(self.tr("Cashier"), lambda c: c.cashier, width=90),
            Column(self.tr("Taken"), lambda c: c.taken_fen, Kind.MONEY, 126),
            Column(self.tr("Paid back"), lambda c: c.back_fen, Kind.MONEY, 116),
            Column(self.tr("Cash counted"), lambda c: c.counted_fen, Kind.MONEY, 116),
            Column(self.tr("Difference"), lambda c: c.difference_fen, Kind.MONEY, 96, tone=_off),
            Column(self.tr("Why"), lambda c: c.note, width=170),
            Column(self.tr("Papers"), lambda c: c.papers, Kind.COUNT, 66),
            Column(self.tr("Void"), lambda c: c.voids, Kind.COUNT, 56),
            Column(self.tr("Handed to"), lambda c: c.handed_to, width=90),
            Column(self.tr("Handed over"), lambda c: c.handed_fen or None, Kind.MONEY, 106),
            Column(self.tr("Closed"), lambda c: c.at, Kind.MOMENT, 128),
            Column(self.tr("Closed by"), lambda c: c.closed_by, width=90),
        ]

    def _lay(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(self.span, None, self.paper, ListTools(self.table)))
        lines.addWidget(self.table, 1)
        lines.addWidget(self.sum)

    def _show(self, lines: tuple[DayCloseLine, ...]) -> None:
        self.table.set_lines(lines)
        words = self.tr(
            "%n close(s). Taken {taken}, paid back {back}, difference {off}.", "", len(lines)
        )
        self.sum.setText(
            words.format(
                taken=money(sum(line.taken_fen for line in lines)),
                back=money(sum(line.back_fen for line in lines)),
                off=money(sum(line.difference_fen for line in lines)),
            )
        )


def _off(line: DayCloseLine) -> str:
    return "danger" if line.difference_fen else ""
