"""Receipts exchanged for an invoice: those of one deal ticked, the invoice beside them."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.fields import DateField, MoneyField
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import day, money, say, today
from salesdesk.kernel.keys import Fen, ReceiptId
from salesdesk.office.ledger.sheets import ReceiptLine
from salesdesk.office.sales.receipt_exchange_queries import Exchangeable, exchangeable_receipts
from salesdesk.office.sales.receipt_exchanging import ExchangeReceipts


class ExchangeReceiptsDialog(Asking):
    """Takes the originals back and writes down for which invoice."""

    def __init__(self, link: Link, line: ReceiptLine, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        title = self.tr("Exchange receipts of {unit} for an invoice").format(unit=line.unit)
        self.head(title, self.tr("Exchange them"))
        self.ticks: dict[QCheckBox, Exchangeable] = {}
        self._list = QVBoxLayout()
        box = QWidget()
        box.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.sum = PlainLabel("", "heading")
        self.tell(PlainLabel(self.tr("Customer: {name}").format(name=line.payer)), box, self.sum)
        self.invoice = self.form.add(
            "invoice", self.tr("Invoice number"), QLineEdit(), needed=True
        )
        self.invoice.setMaxLength(40)
        self.on = self.form.add("invoice on", self.tr("Invoice of"), DateField(), needed=True)
        self.on.set_day(today())
        self.amount = self.form.add(
            "amount", self.tr("Amount of the invoice"), MoneyField(), needed=True
        )
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.note.setMaxLength(100)
        self.back = QCheckBox(self.tr("The customer's copy of each is back in my hand"))
        self.body.addWidget(self.back)
        self.yes.setEnabled(False)
        self.back.toggled.connect(lambda _on: self._add_up())
        link.ask(self, self._found, exchangeable_receipts, ReceiptId(line.id))

    def _found(self, lines: tuple[Exchangeable, ...]) -> None:
        for line in lines:
            words = self.tr("{number} of {day}, {kind}: {amount}").format(
                number=line.number,
                day=day(line.day),
                kind=say("receipts", line.kind),
                amount=money(line.amount_fen),
            )
            tick = QCheckBox(words)
            tick.setChecked(True)
            tick.toggled.connect(lambda _on: self._add_up())
            self.ticks[tick] = line
            self._list.addWidget(tick)
        if not lines:
            none = self.tr("No receipt of this deal stands without an invoice.")
            self._list.addWidget(PlainLabel(none, "dim").wrapping())
        self._add_up()
        self.invoice.setFocus()

    def chosen(self) -> list[Exchangeable]:
        """Give the receipts that are ticked."""
        return [line for tick, line in self.ticks.items() if tick.isChecked()]

    def _add_up(self) -> None:
        total = sum(line.amount_fen for line in self.chosen())
        words = self.tr("%n receipt(s), together {amount}", "", len(self.chosen()))
        self.sum.setText(words.format(amount=money(total)))
        self.yes.setEnabled(bool(total) and self.back.isChecked())

    @override
    def send(self) -> None:
        self.form.right()
        amount = self.amount.fen()
        if not self.invoice.text().strip():
            self.form.wrong("invoice", self.tr("Enter the number on the invoice."))
            return
        if self.on.day() is None:
            self.form.wrong("invoice on", self.tr("This is no day."))
            return
        if amount is None:
            self.form.wrong("amount", self.tr("Enter the amount on the invoice."))
            return
        command = ExchangeReceipts(
            receipts=tuple(ReceiptId(line.id) for line in self.chosen()),
            invoice=self.invoice.text().strip(),
            amount=Fen(amount),
            invoice_on=self.on.day(),
            originals_back=self.back.isChecked(),
            note=self.note.text().strip(),
        )
        self.sending.send(command, self.well, self.form.refuse)
