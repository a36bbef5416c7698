"""The invoices that receipts were exchanged for, in a window of their own."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.labels import button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.office.sales.receipt_exchange_queries import InvoiceLine, receipt_exchanges


class InvoicesDialog(QDialog):
    """Every invoice with the receipts that came back for it, the newest first."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Invoices for receipts"))
        self.resize(980, 460)
        empty = EmptyState(
            self.tr("No receipt was exchanged for an invoice yet"),
            self.tr("Choose a receipt in the list, then More > Exchange for an invoice."),
            "receipt-text",
        )
        columns: list[Column[InvoiceLine]] = [
            Column(self.tr("Invoice"), lambda r: r.invoice, width=150),
            Column(self.tr("Of"), lambda r: r.invoice_on, Kind.DAY, 96),
            Column(self.tr("Amount"), lambda r: r.amount_fen, Kind.MONEY, 116),
            Column(self.tr("Unit"), lambda r: r.unit, width=110),
            Column(self.tr("Customer"), lambda r: r.customer, width=100),
            Column(self.tr("Receipts"), lambda r: ", ".join(r.receipts), width=200),
            Column(self.tr("By"), lambda r: r.by, width=84),
            Column(self.tr("Note"), lambda r: r.note, width=120),
        ]
        self.table = CardTable("receipt invoices", columns, lambda r: r.id, empty)
        self.table.title = self.tr("Invoices for receipts")
        lines = QVBoxLayout(self)
        lines.addWidget(self.table, 1)
        lines.addLayout(
            row(
                button(self.tr("Export…"), self.table.export, "file-spreadsheet"),
                None,
                button(self.tr("Close"), self.accept),
            )
        )
        self.finished.connect(lambda _code: self.deleteLater())
        link.ask(self, self.table.set_lines, receipt_exchanges)
