"""Opening a loan case, and recording one of its documents."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.fields import DateField, MoneyField
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import document_words, mode_words, money, say
from salesdesk.kernel.keys import AttachmentId, Fen, UnitId
from salesdesk.kernel.loans import Method
from salesdesk.office.mortgage.commands import LONGEST_YEARS, OpenLoanCase
from salesdesk.office.mortgage.documents import RecordLoanDocument
from salesdesk.office.mortgage.rules import (
    LOAN_DOCUMENTS,
    PARTS,
    BuyerKind,
    DocumentState,
    LoanPart,
    LoanProduct,
)
from salesdesk.office.mortgage.sheets import LoanDocumentLine, LoanLine, LoanOffer
from salesdesk.office.sales.attachment_queries import deal_scans
from salesdesk.office.sales.attachment_sheets import AttachmentLine

_USUAL_BANKS = ("工商银行", "农业银行", "中国银行", "建设银行", "交通银行", "招商银行")


class OpenLoanDialog(Asking):
    """Opens the case of a deal that a loan pays: what the schedule leaves for loans stands in it."""

    def __init__(
        self, link: Link, offers: tuple[LoanOffer, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(link, parent, columns=2)
        self.setMinimumWidth(640)
        self.no.setText(self.tr("Close"))
        self.head(self.tr("Open a loan case"), self.tr("Open it"), "plus")
        self._offers = {offer.unit_id: offer for offer in offers}
        self.unit = self.form.add("unit", self.tr("Deal"), QComboBox(), wide=True, needed=True)
        for offer in offers:
            words = f"{offer.unit} · {offer.customer} · {mode_words(offer.mode)}"
            self.unit.addItem(words, offer.unit_id)
        self.told = PlainLabel("", "dim").wrapping()
        self.tell(self.told)
        self.product = self.form.add("product", self.tr("Kind of loan"), QComboBox())
        for product in LoanProduct:
            self.product.addItem(say("modes", product), product.value)
        self.buyer = self.form.add("buyer", self.tr("Kind of buyer"), QComboBox())
        for kind in BuyerKind:
            self.buyer.addItem(say("loan buyers", kind), kind.value)
        self.bank = self.form.add("bank", self.tr("Bank"), QComboBox())
        self.bank.setEditable(True)
        self.branch = self.form.add("branch", self.tr("Branch"), QLineEdit())
        self.amount = self.form.add("amount", self.tr("The bank's part"), MoneyField())
        self.fund = self.form.add("fund amount", self.tr("The fund's part"), MoneyField())
        self.years = self.form.add("years", self.tr("Years"), QSpinBox())
        self.years.setRange(1, LONGEST_YEARS)
        self.method = self.form.add("method", self.tr("Paid back by"), QComboBox())
        for method in Method:
            self.method.addItem(say("loan methods", method), method.value)
        self.officer = self.form.add("officer", self.tr("Loan officer"), QLineEdit())
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        for field in (self.branch, self.officer):
            field.setMaxLength(60)
        self.note.setMaxLength(200)
        self.unit.currentIndexChanged.connect(lambda _at: self._turned())
        self.product.currentIndexChanged.connect(lambda _at: self._show_parts())
        self._turned()
        self.unit.setFocus()

    @override
    def send(self) -> None:
        self.form.right()
        chosen = self.unit.currentData()
        if chosen is None:
            self.form.wrong("unit", self.tr("Choose a deal."))
            return
        product = LoanProduct(str(self.product.currentData()))
        parts = PARTS[product]
        bank, fund = self.amount.fen(), self.fund.fen()
        offer = self._offers[int(chosen)]
        command = OpenLoanCase(
            unit=UnitId(offer.unit_id),
            product=product,
            bank=self.bank.currentText().strip() if LoanPart.BANK in parts else "",
            amount=Fen(bank) if bank and LoanPart.BANK in parts else None,
            fund_amount=Fen(fund) if fund and LoanPart.FUND in parts else None,
            years=self.years.value(),
            buyer=BuyerKind(str(self.buyer.currentData())),
            branch=self.branch.text().strip(),
            officer=self.officer.text().strip(),
            method=Method(str(self.method.currentData())),
            rate_bp=offer.rate_bp if LoanPart.BANK in parts else None,
            fund_rate_bp=offer.fund_rate_bp if LoanPart.FUND in parts else None,
            note=self.note.text().strip(),
        )
        self.sending.send(command, self.well, self.form.refuse)

    def _turned(self) -> None:
        chosen = self.unit.currentData()
        if chosen is None:
            return
        offer = self._offers[int(chosen)]
        due = money(offer.bank_fen + offer.fund_fen)
        words = self.tr("{amount} of the schedule are for a loan to pay.").format(amount=due)
        if offer.refused:
            words += " " + self.tr("A bank said no before.")
        self.told.setText(words)
        self.product.setCurrentIndex(self.product.findData(offer.product))
        self.bank.clear()
        self.bank.addItems(list(offer.banks or _USUAL_BANKS))
        self.bank.setCurrentIndex(0 if offer.banks else -1)
        self.amount.set_fen(offer.bank_fen or None)
        self.fund.set_fen(offer.fund_fen or None)
        self.years.setValue(offer.years)
        self._show_parts()

    def _show_parts(self) -> None:
        parts = PARTS[LoanProduct(str(self.product.currentData()))]
        for name, part in (
            ("bank", LoanPart.BANK), ("amount", LoanPart.BANK), ("fund amount", LoanPart.FUND),
        ):  # fmt: skip
            self.form.show_field(name, shown=part in parts)


class LoanDocumentDialog(Asking):
    """Records that a document is there, until when it is good, and where its scan is."""

    def __init__(
        self,
        link: Link,
        line: LoanLine,
        document: LoanDocumentLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(link, parent)
        self._line = line
        self.no.setText(self.tr("Close"))
        title = self.tr("Document for the loan of {unit}").format(unit=line.unit)
        self.head(title, self.tr("Record it"), "check")
        self.item = self.form.add("item", self.tr("Document"), QComboBox(), needed=True)
        self.item.setEditable(True)
        for name in LOAN_DOCUMENTS:
            self.item.addItem(document_words(name), name)
        self.item.setCurrentIndex(-1)
        if document is not None:
            words = document_words(document.item)
            at = self.item.findText(words)
            self.item.setCurrentIndex(at)
            self.item.setEditText(words)
        self.state = self.form.add("state", self.tr("State"), QComboBox())
        for state in (DocumentState.GOT, DocumentState.LACKING, DocumentState.NOT_NEEDED):
            self.state.addItem(say("loan documents", state), state.value)
        self.until = self.form.add("valid until", self.tr("Good until"), DateField())
        self.scan = self.form.add("attachment", self.tr("Scan"), QComboBox())
        self.scan.addItem(self.tr("None"), None)
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.note.setMaxLength(200)
        self.state.currentIndexChanged.connect(lambda _at: self._turned())
        if link.may("deal_scans"):
            link.ask(self, self._scans_came, deal_scans, line.deal)
        (self.item if document is None else self.state).setFocus()

    def _scans_came(self, lines: tuple[AttachmentLine, ...]) -> None:
        for line in lines:
            if not line.struck:
                self.scan.addItem(line.name, line.id)

    @override
    def send(self) -> None:
        self.form.right()
        typed = self.item.currentText().strip()
        if not typed:
            self.form.wrong("item", self.tr("Name the document."))
            return
        known = {document_words(name): name for name in LOAN_DOCUMENTS}
        state = DocumentState(str(self.state.currentData()))
        got = state is DocumentState.GOT
        scan = self.scan.currentData() if got else None
        command = RecordLoanDocument(
            unit=UnitId(self._line.unit_id),
            item=known.get(typed, typed),
            state=state,
            valid_until=self.until.day() if got else None,
            attachment=None if scan is None else AttachmentId(int(scan)),
            note=self.note.text().strip(),
        )
        self.sending.send(command, self.well, self.form.refuse)

    def _turned(self) -> None:
        got = self.state.currentData() == DocumentState.GOT.value
        self.form.show_field("valid until", shown=got)
        self.form.show_field("attachment", shown=got)
