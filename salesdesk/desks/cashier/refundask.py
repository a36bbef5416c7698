"""The form that asks for a refund to be paid: payee, way, and what became of each original receipt."""

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import day, language, money, say
from salesdesk.kernel.keys import ReceiptId, RefundId
from salesdesk.kernel.numerals import amount_in_words
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import RefundLine
from salesdesk.office.sales.refund_facts import refund_terms
from salesdesk.office.sales.refund_sheets import OriginalLine, RefundTerms
from salesdesk.office.sales.refunding import RequestRefund

_OPEN, _BACK, _LOST = range(3)


class RefundAskDialog(Asking):
    """Files the request; who signs it, and who pays, are other people."""

    def __init__(self, link: Link, line: RefundLine, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._line = line
        self.head(
            self.tr("Ask for the refund of {unit} to be paid").format(unit=line.unit),
            self.tr("Ask for it"),
        )
        words = f"{money(line.owed_fen)}  {amount_in_words(line.owed_fen, language())}"
        self.originals: dict[int, QComboBox] = {}
        box = QWidget()
        self._list = QGridLayout(box)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setColumnStretch(0, 1)
        self.tell(PlainLabel(words, "heading").wrapping(), box)
        self.payee = self.form.add("payee", self.tr("Payee"), QComboBox(), needed=True)
        self.payee.setEditable(True)
        self.proxy = self.form.add(
            "proxy", self.tr("In whose place, by which paper, and why"), QLineEdit()
        )
        self.proxy.setMaxLength(100)
        self.tender = self.form.add("tender", self.tr("Way of paying"), QComboBox())
        for kind in (TenderKind.TRANSFER, *(k for k in TenderKind if k != TenderKind.TRANSFER)):
            self.tender.addItem(say("tenders", kind), kind.value)
        self.account = self.form.add("bank_account", self.tr("Into the account"), QLineEdit())
        self.account.setMaxLength(60)
        self.declaration = self.form.add(
            "declaration", self.tr("Declaration of the loss"), QLineEdit()
        )
        self.declaration.setMaxLength(100)
        self.reason = self.form.add("reason", self.tr("Reason"), QLineEdit(), needed=True)
        self.reason.setMaxLength(200)
        self.reason.setText(line.reason)
        self.form.show_field("proxy", shown=False)
        self.form.show_field("declaration", shown=False)
        self.payee.currentTextChanged.connect(lambda _text: self._look())
        self.tender.currentIndexChanged.connect(lambda _at: self._look())
        self._payees: tuple[str, ...] = ()
        self.yes.setEnabled(False)
        link.ask(self, self._found, refund_terms, RefundId(line.id))

    def named(self, what: int) -> tuple[ReceiptId, ...]:
        """Give the receipts of which *what* was said."""
        return tuple(
            ReceiptId(key) for key, box in self.originals.items() if box.currentIndex() == what
        )

    def _found(self, terms: RefundTerms) -> None:
        self._payees = terms.payees
        self.payee.addItems(terms.payees)
        for at, line in enumerate(terms.originals):
            self._add(at, line)
        if terms.invoices:
            words = self.tr("Exchanged for invoices before, their originals are back: {numbers}")
            told = PlainLabel(words.format(numbers=", ".join(terms.invoices)), "dim").wrapping()
            self._list.addWidget(told, len(terms.originals), 0, 1, 2)
        elif not terms.originals:
            none = self.tr("This refund rests on no receipt of ours.")
            self._list.addWidget(PlainLabel(none, "dim").wrapping(), 0, 0, 1, 2)
        self._look()
        first = next(iter(self.originals.values()), self.payee)
        first.setFocus()

    def _add(self, at: int, line: OriginalLine) -> None:
        words = self.tr("{number} of {day}, {payer}: {amount}").format(
            number=line.number,
            day=day(line.day),
            payer=line.payer,
            amount=money(line.amount_fen),
        )
        box = QComboBox()
        box.addItems(
            [
                self.tr("Original not here yet"),
                self.tr("Original is back"),
                self.tr("Original is lost"),
            ]
        )
        box.setAccessibleName(words)
        box.currentIndexChanged.connect(lambda _at: self._look())
        self.originals[line.id] = box
        self._list.addWidget(PlainLabel(words), at, 0)
        self._list.addWidget(box, at, 1)

    def _look(self) -> None:
        """Show what the entries ask for; it is sent once something is said of every original."""
        payee = self.payee.currentText().strip()
        self.form.show_field("proxy", shown=bool(payee) and payee not in self._payees)
        cash = self.tender.currentData() == TenderKind.CASH.value
        self.form.show_field("bank_account", shown=not cash)
        self.form.show_field("declaration", shown=bool(self.named(_LOST)))
        self.yes.setEnabled(bool(self._payees) and not self.named(_OPEN))

    @override
    def send(self) -> None:
        self.form.right()
        payee = self.payee.currentText().strip()
        tender = TenderKind(str(self.tender.currentData()))
        if payee not in self._payees and not self.proxy.text().strip():
            self._look()
            self.form.wrong("proxy", self.tr("Say in whose place this person takes the money."))
            return
        if tender is not TenderKind.CASH and not self.account.text().strip():
            self.form.wrong("bank_account", self.tr("Enter the account it goes to."))
            return
        if self.named(_LOST) and not self.declaration.text().strip():
            self.form.wrong("declaration", self.tr("Enter where the loss is declared."))
            return
        if not self.reason.text().strip():
            self.form.wrong("reason", self.tr("Say why."))
            return
        command = RequestRefund(
            refund=RefundId(self._line.id),
            reason=self.reason.text().strip(),
            payee=payee,
            tender=tender,
            bank_account=self.account.text().strip(),
            proxy=self.proxy.text().strip() if payee not in self._payees else "",
            returned=self.named(_BACK),
            lost=self.named(_LOST),
            declaration=self.declaration.text().strip(),
        )
        self.sending.send(command, self.well, self.form.refuse)
