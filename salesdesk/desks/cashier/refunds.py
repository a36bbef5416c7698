"""The page of refunds: what cancelled deals left owing, and the form that pays it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.cashier.refundask import RefundAskDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.figures import FactList, Figure
from salesdesk.desks.widgets.form import Form
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import language, listed, moment, money, say
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import RefundId
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.ledger.queries import refunds
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import RefundLine
from salesdesk.office.sales.undoing import PayRefund

_LONGEST_REFERENCE = 60


class RefundsPage(Page):
    """Lists refunds and pays them out."""

    topics = frozenset({Topic.EVERYTHING, Topic.REFUND, Topic.RECEIPT, Topic.REQUEST})

    def __init__(self, link: Link, printer: ReceiptPrinter) -> None:
        super().__init__(link)
        self._printer = printer
        self._wanted: int | None = None
        self._line: RefundLine | None = None
        self.asking: Question | None = None
        self.everything = QCheckBox(self.tr("Show those that are settled, too"))
        empty = EmptyState(
            self.tr("Nothing is owed"),
            self.tr("When a deal is cancelled, what goes back to the buyer appears here."),
            "hand-coins",
        )
        self.table = CardTable("cashier refunds", self._columns(), lambda r: r.id, empty)
        self.table.title = self.tr("Refunds")
        self.sum = PlainLabel("", "dim")
        self.banner = Banner()
        self._title = PlainLabel("", "title").selectable()
        self._mark, self._pill = Pill(), Pill()
        self.owed = Figure(self.tr("To pay back"), "figure")
        self._words = PlainLabel("", "dim").wrapping()
        self._facts = FactList()
        self.form = Form()
        self.tender = QComboBox()
        for kind in (TenderKind.TRANSFER, *(k for k in TenderKind if k != TenderKind.TRANSFER)):
            self.tender.addItem(say("tenders", kind), kind.value)
        self.form.add("tender", self.tr("Way of paying"), self.tender)
        self.reference = self.form.add("reference", self.tr("Reference"), QLineEdit())
        self.reference.setMaxLength(_LONGEST_REFERENCE)
        self.reference.setPlaceholderText(self.tr("Account or order number"))
        self.reference.returnPressed.connect(self.pay)
        self.button = button(self.tr("Pay back"), self.pay, "hand-coins", "primary")
        self.button.setProperty("big", True)
        self.asks = button(self.tr("Ask for it to be paid…"), self.ask, "signature")
        self.shows = button(self.tr("Show the request"), self._show_request, "signature")
        self.sending = Sending(link, self, self.banner, self._mark)
        self.sending.lock(self.button)
        self._lay()
        self.everything.toggled.connect(lambda _on: self.refresh())
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _line: self.reference.setFocus())
        self._chosen(None)

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._show, refunds, unpaid=not self.everything.isChecked())

    @override
    def arrive(self) -> None:
        self.table.view.setFocus()

    @override
    def dirty(self) -> bool:
        return bool(self.reference.text().strip())

    @override
    def shown_table(self) -> CardTable[RefundLine]:
        return self.table

    def seek(self, refund: int) -> None:
        """Show the refund with this id, settled or not."""
        if not self.table.choose(refund):
            self._wanted = refund
            self.everything.setChecked(True)

    def seek_unit(self, unit: str) -> None:
        """Show the refund of the unit with this code."""
        for line in self.table.model.all_lines():
            if line.unit == unit:
                self.table.choose(line.id)
                return

    def pay(self) -> None:
        """Ask once more, naming payee, amount and way; then pay the current refund, whole."""
        line = self._line
        if line is None or not self._payable(line):
            return
        kind = TenderKind(str(self.tender.currentData()))
        reference = "" if kind is TenderKind.CASH else self.reference.text().strip()
        command = PayRefund(refund=RefundId(line.id), tender=kind, reference=reference)
        amount = money(line.owed_fen)
        title = self.tr("Pay {amount} back to {payee}?")
        detail = self.tr("Unit {unit}, by: {tender}. The slip is numbered and printed at once.")
        way = " · ".join(filter(None, (say("tenders", kind), reference)))
        self.asking = Question(
            self,
            title.format(amount=amount, payee=line.payee or line.customer),
            detail.format(unit=line.unit, tender=way),
            self.tr("Pay back {amount}").format(amount=amount),
            danger=True,
        )
        later(self.asking, lambda _reason: self.sending.send(command, self._paid))

    def ask(self) -> None:
        """Open the form that asks for the current refund to be paid."""
        if self._line is None:
            return
        form = RefundAskDialog(self.link, self._line, self)
        form.carried.connect(self._asked)
        form.open()

    def _asked(self, request: int) -> None:
        words = self.tr("Request {request} is with those who sign.").format(request=request)
        self.banner.say(words, "", "good")
        self.told.emit(words)
        self.refresh()

    def _show_request(self) -> None:
        if self._line is not None:
            self.jump.emit(Jump("approvals", Topic.REQUEST, self._line.request))

    def _payable(self, line: RefundLine) -> bool:
        owed = bool(line.owed_fen) and not line.slip
        return owed and line.ready and self.link.may("PayRefund")

    def _request(self, line: RefundLine) -> str:
        if not line.request:
            return self.tr("To be asked for first") if not line.ready and not line.slip else ""
        state = say("request states", line.request_state)
        said = self.tr("{request}: {state}").format(request=line.request, state=state)
        if not line.waits_for:
            return said
        waits = self.tr("waits for {people}").format(people=listed(line.waits_for))
        return f"{said}, {waits}"

    def _columns(self) -> list[Column[RefundLine]]:
        return [
            Column(self.tr("Unit"), lambda r: r.unit, width=150),
            Column(self.tr("Customer"), lambda r: r.customer, width=100),
            Column(self.tr("To pay back"), lambda r: r.owed_fen, Kind.MONEY, 118),
            Column(self.tr("Since"), lambda r: r.created_at, Kind.MOMENT, 132),
            Column(self.tr("State"), self._state, width=110, tone=_tone),
        ]

    def _lay(self) -> None:
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(self.everything, None))
        lines.addWidget(self.table, 1)
        lines.addWidget(self.sum)
        card = Card()
        card.body.addLayout(row(self._title, None, self._mark, self._pill))
        card.body.addWidget(self.owed)
        card.body.addWidget(self._words)
        card.body.addWidget(self._facts)
        card.body.addWidget(self.form)
        card.body.addLayout(row(self.shows, None, self.asks, self.button))
        card.body.addStretch(1)
        nothing = EmptyState(
            self.tr("Which refund?"),
            self.tr("Choose a line to see what became of the deposit."),
            "hand-coins",
        )
        self._right = QStackedWidget()
        self._right.addWidget(nothing)
        self._right.addWidget(card)
        side = QWidget()
        papers = QVBoxLayout(side)
        papers.setContentsMargins(0, 0, 0, 0)
        papers.setSpacing(8)
        papers.addWidget(self.banner)
        papers.addWidget(self._right, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(side)
        both.setSizes([620, 480])
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.addWidget(both)

    def _show(self, lines: tuple[RefundLine, ...]) -> None:
        self.table.set_lines(lines)
        if self._wanted is not None and self.table.choose(self._wanted):
            self._wanted = None
        if self.table.current() is None and lines:
            self.table.choose(lines[0].id)
        self._chosen(self.table.current())
        owed = [line for line in lines if line.owed_fen and not line.slip]
        words = self.tr("{count} to pay, together {sum}")
        total = money(sum(line.owed_fen for line in owed))
        self.sum.setText(words.format(count=len(owed), sum=total))

    def _chosen(self, line: RefundLine | None) -> None:
        if line is None:
            self._line = None
            self._right.setCurrentIndex(0)
            return
        if self._line is None or self._line.id != line.id:
            self.reference.clear()
            self.sending.renew()
        self._line = line
        self._right.setCurrentIndex(1)
        is_open = bool(line.owed_fen) and not line.slip
        self._title.setText(line.unit)
        self._pill.show_text(self._state(line), _tone(line))
        caption = self.tr("Paid back") if line.slip else self.tr("To pay back")
        self.owed.show_value(money(line.owed_fen))
        self.owed.set_caption(caption)
        self._words.setText(amount_in_words(line.owed_fen, language()) if line.owed_fen else "")
        self._facts.show_facts(
            (self.tr("Customer"), line.customer),
            (self.tr("Cancelled by"), say("faults", line.fault)),
            (self.tr("Reason"), line.reason),
            (self.tr("Deposit kept"), money(line.kept_fen) if line.kept_fen else ""),
            (self.tr("Of it paid on top"), self._doubled(line)),
            (self.tr("Owed since"), moment(line.created_at)),
            (self.tr("Request"), self._request(line)),
            (self.tr("Payee"), line.payee),
            (self.tr("Into the account"), line.account),
            (self.tr("Slip"), line.slip),
        )
        may = self._payable(line)
        is_signed = line.request_state == RequestState.APPROVED
        signed = self.tender.findData(line.tender) if is_signed else -1
        self.tender.setEnabled(signed < 0)
        if signed >= 0:
            self.tender.setCurrentIndex(signed)
        pending = line.request_state == RequestState.PENDING
        self.asks.setVisible(is_open and not pending and self.link.may("RequestRefund"))
        self.shows.setVisible(bool(line.request) and self.link.may("requests"))
        self.form.setVisible(may)
        self.button.setVisible(may)
        self.button.setText(self.tr("Pay back {amount}").format(amount=money(line.owed_fen)))

    def _doubled(self, line: RefundLine) -> str:
        """Say that the deposit goes back double, and how much of what is owed that is (R-09)."""
        if not line.doubled_fen:
            return ""
        words = self.tr("{amount}: the deposit is returned double")
        return words.format(amount=money(line.doubled_fen))

    def _paid(self, answer: dict[str, object]) -> None:
        words = self.tr("Slip {number}: {amount} paid back.")
        amount = money(int(str(answer["amount_fen"])))
        said = words.format(number=answer["receipt"], amount=amount)
        self.banner.say(said, "", "good")
        self.told.emit(said)
        self.reference.clear()
        self.refresh()
        self._printer.print_receipt(int(str(answer["receipt_id"])))

    def _state(self, line: RefundLine) -> str:
        if line.slip:
            return self.tr("Paid, {slip}").format(slip=line.slip)
        if line.request_state == RequestState.PENDING:
            return self.tr("Being signed")
        if line.request_state == RequestState.APPROVED:
            return self.tr("Signed")
        return self.tr("Owed") if line.owed_fen else self.tr("Nothing owed")


def _tone(line: RefundLine) -> str:
    if line.slip:
        return "good"
    return "warn" if line.owed_fen else ""
