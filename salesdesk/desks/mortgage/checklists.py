"""What a bank wants to see of which buyers: a check list, set for the cases to come."""

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import document_words, say
from salesdesk.office.mortgage.documents import SetLoanDocuments, loan_check_lists
from salesdesk.office.mortgage.rules import LOAN_DOCUMENTS, BuyerKind, LoanProduct
from salesdesk.office.mortgage.sheets import LoanCheckListLine


class CheckListDialog(Asking):
    """Shows the list that counts for a bank, a kind of loan and a kind of buyer, to be changed line by line."""

    def __init__(self, link: Link, bank: str, parent: QWidget | None = None) -> None:
        super().__init__(link, parent, columns=2)
        self.setMinimumWidth(560)
        self.no.setText(self.tr("Close"))
        self.head(self.tr("What a bank wants to see"), self.tr("Set it"), "clipboard-list")
        told = self.tr(
            "Cases that are open keep theirs; without a bank it is for every other one."
        )
        self.tell(PlainLabel(told, "dim").wrapping())
        self._lists: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self.bank = self.form.add("bank", self.tr("Bank"), QComboBox(), wide=True)
        self.bank.setEditable(True)
        self.bank.setEditText(bank)
        self.product = self.form.add("product", self.tr("Kind of loan"), QComboBox())
        for product in LoanProduct:
            self.product.addItem(say("modes", product), product.value)
        self.buyer = self.form.add("buyer", self.tr("Kind of buyer"), QComboBox())
        for kind in BuyerKind:
            self.buyer.addItem(say("loan buyers", kind), kind.value)
        label = self.tr("Documents, one a line")
        self.items = self.form.add("items", label, QPlainTextEdit(), wide=True, needed=True)
        self.items.setTabChangesFocus(True)
        self.items.setMinimumHeight(240)
        for box in (self.product, self.buyer):
            box.currentIndexChanged.connect(lambda _at: self._show())
        self.bank.editTextChanged.connect(lambda _text: self._show())
        link.ask(self, self._came, loan_check_lists)

    @override
    def send(self) -> None:
        self.form.right()
        known = {document_words(name): name for name in LOAN_DOCUMENTS}
        typed = (line.strip() for line in self.items.toPlainText().splitlines())
        command = SetLoanDocuments(
            bank=self.bank.currentText().strip(),
            product=LoanProduct(str(self.product.currentData())),
            buyer=BuyerKind(str(self.buyer.currentData())),
            items=tuple(known.get(line, line) for line in typed if line),
        )
        self.sending.send(command, self.well, self.form.refuse)

    def _came(self, lines: tuple[LoanCheckListLine, ...]) -> None:
        self._lists = {(line.bank, line.product, line.buyer): line.items for line in lines}
        typed = self.bank.currentText()
        self.bank.addItems(sorted({bank for bank, _product, _buyer in self._lists if bank}))
        self.bank.setEditText(typed)
        self._show()

    def _show(self) -> None:
        """Show the list that counts for what is chosen: the bank's own, else that of any."""
        kinds = (str(self.product.currentData()), str(self.buyer.currentData()))
        bank = self.bank.currentText().strip()
        found = self._lists.get((bank, *kinds), self._lists.get(("", *kinds), ()))
        self.items.setPlainText("\n".join(document_words(item) for item in found))
