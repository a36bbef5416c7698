"""The accountant's months: what is open of them, the monthly close, its paper."""

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.listed import ListTools
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money
from salesdesk.kernel.change import Topic
from salesdesk.office.ledger.month_sheets import MonthLine
from salesdesk.office.ledger.months import CloseMonth, month_paper, months


class MonthsPage(Page):
    """Every month in which money came or went, the newest first."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT})

    def __init__(self, link: Link, printer: ReceiptPrinter) -> None:
        super().__init__(link)
        self._printer = printer
        self.asking: Question | None = None
        self.banner = Banner()
        empty = EmptyState(
            self.tr("No money has come yet"),
            self.tr("A month is listed once a receipt was given in it."),
            "lock",
        )
        self.table = CardTable("cashier months", self._columns(), lambda m: m.month, empty)
        self.table.title = self.tr("Months")
        self.close_button = button(self.tr("Close the month…"), self.ask_close, "lock")
        self.close_button.setVisible(link.may("CloseMonth"))
        self.paper = button(self.tr("Print the close…"), self.print_current, "printer")
        self.sending = Sending(link, self, self.banner)
        self.sending.lock(self.close_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(None, self.close_button, self.paper, ListTools(self.table)))
        lines.addWidget(self.banner)
        lines.addWidget(self.table, 1)
        self.table.chosen.connect(lambda _line: self._enable())
        self.table.opened.connect(lambda _line: self.print_current())
        self._enable()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._show, months)

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def shown_table(self) -> CardTable[MonthLine]:
        return self.table

    def ask_close(self) -> None:
        """Ask once more, then close the chosen month."""
        line = self.table.current()
        if line is None:
            return
        title = self.tr("Close {month}?").format(month=line.month)
        detail = self.tr(
            "%n closed day(s), taken {taken}, paid back {back}. From then on nothing is dated into this "
            "month, and nobody reopens it.",
            "",
            line.days,
        ).format(taken=money(line.taken_fen), back=money(line.back_fen))
        self.asking = Question(self, title, detail, self.tr("Close the month"), danger=True)
        command = CloseMonth(month=line.month)
        later(self.asking, lambda _reason: self.sending.send(command, self._closed))

    def print_current(self) -> None:
        """Bring the chosen month's close to paper."""
        line = self.table.current()
        if line is not None and line.id is not None:
            self.link.ask(self, self._printer.print_month, month_paper, line.month)

    def _columns(self) -> list[Column[MonthLine]]:
        return [
            Column(self.tr("Month"), lambda m: m.month, width=90),
            Column(self.tr("Taken"), lambda m: m.taken_fen, Kind.MONEY, 136),
            Column(self.tr("Paid back"), lambda m: m.back_fen, Kind.MONEY, 126),
            Column(self.tr("Days closed"), lambda m: m.days, Kind.COUNT, 112),
            Column(self.tr("Days open"), lambda m: m.open_days, Kind.COUNT, 100, tone=_open),
            Column(self.tr("State"), self._state, width=130),
            Column(self.tr("Closed"), lambda m: m.at, Kind.MOMENT, 132),
            Column(self.tr("Closed by"), lambda m: m.closed_by, width=100),
        ]

    def _show(self, lines: tuple[MonthLine, ...]) -> None:
        self.table.set_lines(lines)
        self._enable()

    def _enable(self) -> None:
        line = self.table.current()
        self.paper.setEnabled(line is not None and line.id is not None)
        ready = line is not None and line.id is None and line.over and not line.open_days
        tip = self.tr("A month is closed when it is over and each of its days is closed")
        self.sending.allow(self.close_button, allowed=ready, tip="" if ready else tip)

    def _state(self, line: MonthLine) -> str:
        if line.id is not None:
            return self.tr("Closed")
        if not line.over:
            return self.tr("Not over yet")
        return self.tr("Days are open") if line.open_days else self.tr("Can be closed")

    def _closed(self, answer: dict[str, object]) -> None:
        said = self.tr("{month} is closed.").format(month=answer["month"])
        self.banner.say(said, "", "good")
        self.told.emit(said)
        self.refresh()
        self.link.ask(self, self._printer.print_month, month_paper, str(answer["month"]))


def _open(line: MonthLine) -> str:
    return "warn" if line.open_days else ""
