"""The list of receipts: a span of days, print again, void, export."""

from datetime import date
from uuid import uuid4

from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.contras import ContraButton, answerable
from salesdesk.desks.cashier.listed import DaySpan, ListTools
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.cashier.receiptmore import MoreButton
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money, say, today
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import ReceiptId
from salesdesk.office.ledger.queries import receipt_paper, receipts
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.sheets import ReceiptLine, ReceiptMarks, ReceiptSheet
from salesdesk.office.sales.voiding import VoidReceipt

_MOST = 5000


class ReceiptsPage(Page):
    """Every numbered paper of some days, the newest first."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT})

    def __init__(self, link: Link, printer: ReceiptPrinter) -> None:
        super().__init__(link)
        self._printer = printer
        self._wanted: int | None = None
        self.asking: Question | None = None
        self.banner = Banner()
        self.span = DaySpan("today", "week", "month", "span")
        self.first, self.last = DateField(), DateField()
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        for field in (self.first, self.last):
            field.setMaximumWidth(150)
            field.hide()
        self.filter = QLineEdit()
        self.filter.setProperty("role", "search")
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(self.tr("Number, unit, payer…"))
        self.filter.setAccessibleName(self.tr("Filter the list"))
        empty = EmptyState(
            self.tr("No receipts in these days"),
            self.tr("Each deposit taken gives one; choose other days to see older ones."),
            "receipt-text",
        )
        self.table = CardTable("cashier receipts", self._columns(), lambda r: r.id, empty)
        self.table.title = self.tr("Receipts")
        self.sum = PlainLabel("", "dim")
        self.again = button(
            self.tr("Print receipt…"), self.print_current, "printer", shortcut="Ctrl+R"
        )
        self.void = button(self.tr("Void…"), self.ask_void, "ban")
        self.again.setVisible(printer.may())
        self.void.setVisible(link.may("VoidReceipt"))
        self.contra = ContraButton(link, self, self.banner)
        self.contra.done.connect(self._answered)
        self.more = MoreButton(link, self, printer)
        self.more.done.connect(self._exchanged)
        self.more.nothing.connect(lambda why: self.banner.say(why, "", "good"))
        self._lay()
        self.span.currentIndexChanged.connect(self._span_changed)
        self.first.changed.connect(lambda _day: self.refresh())
        self.last.changed.connect(lambda _day: self.refresh())
        self.filter.textChanged.connect(self._filtered)
        self.table.chosen.connect(lambda _line: self._enable())
        self.table.opened.connect(lambda _line: self.print_current())
        self._enable()

    @override
    def refresh(self) -> None:
        first, last = self.days()
        self.link.ask(self, self._show, receipts, None, first, last, None, _MOST)

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def shown_table(self) -> CardTable[ReceiptLine]:
        return self.table

    def days(self) -> tuple[date | None, date | None]:
        """Give the first and last day shown; None: open."""
        if self.span.currentData() == "span":
            return self.first.day(), self.last.day()
        return self.span.days()

    def seek(self, receipt: int) -> None:
        """Show the receipt with this id, whatever its day."""
        if self.table.choose(receipt):
            self.table.view.setFocus()
            return
        self._wanted = receipt
        self.link.ask(self, self._found, receipt_paper, receipt)

    def print_current(self) -> None:
        """Bring the current receipt to paper; asks first where it becomes a reprint."""
        line = self.table.current()
        if line is None or not self._printer.may():
            return
        if not line.prints:
            self._print(line)
            return
        title = self.tr("Print receipt {number} again?").format(number=line.number)
        detail = self.tr(
            "It was printed before. The new paper bears the mark “reprint {count}”, so that "
            "nobody takes it for a second receipt."
        ).format(count=line.prints)
        self.asking = Question(self, title, detail, self.tr("Print again"))
        later(self.asking, lambda _reason: self._print(line))

    def _print(self, line: ReceiptLine) -> None:
        if line.answers:
            self._printer.print_contra(line.number)
        else:
            self._printer.print_receipt(line.id)

    def ask_void(self) -> None:
        """Ask why the current receipt shall be void, then void it."""
        line = self.table.current()
        if line is None or not self._can_void(line):
            return
        title = self.tr("Make receipt {number} void?").format(number=line.number)
        detail = self.tr(
            "{amount} from {payer} for unit {unit} goes back to the payer. The number stays; the "
            "paper is stamped void. Where a copy stays away, have a contra approved instead."
        )
        detail = detail.format(amount=money(line.amount_fen), payer=line.payer, unit=line.unit)
        action = self.tr("Void the receipt")
        sure = self.tr("Every copy of it is back in my hand") if line.prints else ""
        self.asking = Question(self, title, detail, action, danger=True, reason=2, sure=sure)
        intent = uuid4().hex
        later(self.asking, lambda reason: self._void(line, reason, intent))

    def _columns(self) -> list[Column[ReceiptLine]]:
        return [
            Column(self.tr("Number"), lambda r: r.number, width=106, tone=_tone),
            Column(self.tr("Time"), lambda r: r.at, Kind.MOMENT, 128, tone=_tone),
            Column(self.tr("For"), lambda r: say("receipts", r.kind), width=84, tone=_tone),
            Column(self.tr("Unit"), lambda r: r.unit, width=142, tone=_tone),
            Column(self.tr("Payer"), lambda r: r.payer, width=84, tone=_tone),
            Column(self.tr("Amount"), _signed, Kind.MONEY, 110, tone=_tone),
            Column(self.tr("Paid by"), self._paid_by, width=112, tone=_tone),
            Column(
                self.tr("Large cash"), lambda r: r.large_cash_fen or None, Kind.MONEY, 100,
                tone=lambda _line: "warn",
            ),
            Column(self.tr("Collector"), lambda r: r.collector, width=84, tone=_tone),
            Column(self.tr("Printed"), lambda r: r.prints, Kind.COUNT, 72, tone=_tone),
            Column(self.tr("State"), self._state, width=110, tone=_tone),
        ]  # fmt: skip

    def _lay(self) -> None:
        bar = row(
            self.span, self.first, self.last, self.filter, None, self.again, self.void,
            self.contra.button, self.more.button, ListTools(self.table),
        )  # fmt: skip
        bar.setStretch(3, 4)
        bar.setStretch(4, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(bar)
        lines.addWidget(self.banner)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.sum)

    def _show(self, lines: tuple[ReceiptLine, ...]) -> None:
        self.table.set_lines(lines)
        if self._wanted is not None and self.table.choose(self._wanted):
            self._wanted = None
            self.table.view.setFocus()
        self._sums()
        self._enable()

    def _found(self, paper: tuple[ReceiptSheet, ReceiptMarks]) -> None:
        day = date.fromisoformat(paper[0].at[:10])
        self.filter.clear()
        self.first.set_day(day)
        self.last.set_day(day)
        self.span.setCurrentIndex(self.span.findData("span"))
        self.refresh()

    def _filtered(self, text: str) -> None:
        self.table.set_filter(text)
        self._sums()

    def _sums(self) -> None:
        lines = self.table.model.lines()
        valid = [line for line in lines if not line.voided]
        sums = [_signed(line) for line in valid]
        taken, back = sum(fen for fen in sums if fen > 0), -sum(fen for fen in sums if fen < 0)
        words = self.tr(
            "%n paper(s), {void} void. Taken {taken}, paid back {back}.", "", len(lines)
        )
        self.sum.setText(
            words.format(
                void=len(lines) - len(valid),
                taken=money(taken),
                back=money(back),
            )
        )

    def _span_changed(self) -> None:
        chosen = self.span.currentData() == "span"
        for field in (self.first, self.last):
            field.setVisible(chosen)
        if chosen and self.first.day() is None:
            self.first.set_day(today().replace(day=1))
            self.last.set_day(today())
        self.refresh()

    def _enable(self) -> None:
        line = self.table.current()
        self.again.setEnabled(line is not None)
        self.void.setEnabled(line is not None and self._can_void(line))
        tip = self.tr("Only a receipt of today that is not void yet can be made void")
        self.void.setToolTip(tip)
        self.contra.look_at(line)
        self.more.look_at(line)

    @staticmethod
    def _can_void(line: ReceiptLine) -> bool:
        return answerable(line) and line.day == today()

    def _void(self, line: ReceiptLine, reason: str, intent: str) -> None:
        self.banner.clear()
        back = bool(line.prints)  # the question was answered so
        command = VoidReceipt(receipt=ReceiptId(line.id), reason=reason, copies_back=back)
        self.link.do(self, command, self._voided, self.banner.refuse, intent)

    def _voided(self, number: str) -> None:
        said = self.tr("Receipt {number} is void.").format(number=number)
        self.told.emit(said)
        self.banner.say(said, self.tr("Stamp the copies and keep them with the stub."), "good")
        self.refresh()

    def _exchanged(self, said: str) -> None:
        self.banner.say(said, self.tr("Keep the originals with the stub."), "good")
        self._answered(said)

    def _answered(self, said: str) -> None:
        self.told.emit(said)
        self.refresh()

    def _paid_by(self, line: ReceiptLine) -> str:
        return " + ".join(
            " ".join(filter(None, (say("tenders", part.kind), part.reference)))
            for part in line.tenders
        )

    def _state(self, line: ReceiptLine) -> str:
        if line.voided:
            return self.tr("Void: {reason}").format(reason=line.void_reason)
        if line.original == "lost":
            return self.tr("For a refund: original lost")
        if line.original:
            return self.tr("For a refund: original back")
        return self.contra.state(line)


def _signed(line: ReceiptLine) -> int:
    return -line.amount_fen if line.kind == ReceiptKind.REFUND else line.amount_fen


def _tone(line: ReceiptLine) -> str:
    if line.voided:
        return "disabled"
    return "warn" if line.kind == ReceiptKind.REFUND or line.answers else ""
