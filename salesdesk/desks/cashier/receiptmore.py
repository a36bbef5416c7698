"""What else is done with receipts: exchanged for an invoice, the invoices seen, a paper checked."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.desks.cashier.books import BooksDialog
from salesdesk.desks.cashier.checking import CheckDialog
from salesdesk.desks.cashier.contras import answerable
from salesdesk.desks.cashier.exchanging import ExchangeReceiptsDialog
from salesdesk.desks.cashier.invoices import InvoicesDialog
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.formdialog import FormDialog
from salesdesk.desks.widgets.labels import button
from salesdesk.desks.wording import money
from salesdesk.office.ledger.sheets import ReceiptLine


class MoreButton(QObject):
    """The menu beside the list of receipts; each person finds in it what he may.

    Signals:
        done: what was done, in words.
        nothing: why there was nothing to do, in words.
    """

    done = Signal(object)
    nothing = Signal(object)

    def __init__(self, link: Link, page: QWidget, printer: ReceiptPrinter) -> None:
        super().__init__(page)
        self._link, self._page = link, page
        self._line: ReceiptLine | None = None
        self.button = button(self.tr("More"), lambda: None)
        menu = QMenu(self.button)
        self.pile: QAction = menu.addAction(self.tr("Print what is on no paper yet…"))
        self.pile.triggered.connect(lambda _on=False: printer.print_unprinted(self._all_printed))
        self.pile.setVisible(link.may("PrintUnprinted", "unprinted_papers", "stationery"))
        self.form: QAction = menu.addAction(self.tr("Receipt form and its offset…"))
        self.form.triggered.connect(lambda _on=False: FormDialog(link, page).open())
        self.form.setVisible(link.may("stationery"))
        self.exchange: QAction = menu.addAction(self.tr("Exchange for an invoice…"))
        self.exchange.triggered.connect(lambda _on=False: self.ask_exchange())
        self.exchange.setVisible(link.may("ExchangeReceipts", "exchangeable_receipts"))
        invoices = menu.addAction(self.tr("Invoices for receipts…"))
        invoices.triggered.connect(lambda _on=False: InvoicesDialog(link, page).open())
        invoices.setVisible(link.may("receipt_exchanges"))
        books = menu.addAction(self.tr("Receipt books…"))
        books.triggered.connect(lambda _on=False: BooksDialog(link, page).open())
        books.setVisible(link.may("receipt_books"))
        check = menu.addAction(self.tr("Check a paper…"))
        check.triggered.connect(lambda _on=False: CheckDialog(link, page).open())
        check.setVisible(link.may("verify_receipt"))
        self.button.setMenu(menu)
        self.look_at(None)

    def look_at(self, line: ReceiptLine | None) -> None:
        """Take *line* as what the menu is about."""
        self._line = line
        self.exchange.setEnabled(line is not None and answerable(line))

    def ask_exchange(self) -> None:
        """Open the form for the chosen receipt's deal."""
        if self._line is None:
            return
        form = ExchangeReceiptsDialog(self._link, self._line, self._page)
        form.carried.connect(self._exchanged)
        form.open()

    def _all_printed(self) -> None:
        self.nothing.emit(self.tr("All of your receipts of today are on paper."))

    def _exchanged(self, told: dict[str, object]) -> None:
        amount = told["amount_fen"]
        words = self.tr("Invoice {invoice} over {amount} stands for the receipts now.")
        shown = money(amount) if isinstance(amount, int) else ""
        self.done.emit(words.format(invoice=told["invoice"], amount=shown))
