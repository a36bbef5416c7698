"""A contra from the list of receipts: approved by one person with the reason, written by another."""

from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import button
from salesdesk.desks.wording import money
from salesdesk.kernel.keys import ReceiptId
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.sheets import ReceiptLine
from salesdesk.office.sales.contra import ApproveContra, ContraReceipt


def answerable(line: ReceiptLine) -> bool:
    """Tell whether a receipt stands on its own, so that it may be void, answered or exchanged."""
    gone = line.voided or line.contra or line.invoice
    return not (gone or line.answers or line.kind == ReceiptKind.REFUND)


class ContraButton(QObject):
    """The button of the list: it approves, or writes what was approved, as the person may.

    Signals:
        done: what was done, in words.
    """

    done = Signal(object)

    def __init__(self, link: Link, page: QWidget, banner: Banner) -> None:
        super().__init__(page)
        self._link, self._page, self._banner = link, page, banner
        self._line: ReceiptLine | None = None
        self._approves, self._writes = link.may("ApproveContra"), link.may("ContraReceipt")
        self.asking: Question | None = None
        self.button = button(self.tr("Contra…"), self.ask, "undo-2")
        self.button.setVisible(self._approves or self._writes)
        self.look_at(None)

    def look_at(self, line: ReceiptLine | None) -> None:
        """Take *line* as what the button is about."""
        self._line = line
        writes = self._writes and (not self._approves or bool(line and line.contra_reason))
        self.button.setText(self.tr("Contra…") if writes else self.tr("Approve a contra…"))
        open_ = line is not None and answerable(line)
        ready = open_ and bool(line and line.contra_reason) == writes
        self.button.setEnabled(ready)
        self.button.setToolTip(
            self.tr("Answers a receipt with one of its own, once the site manager approved it")
            if writes
            else self.tr("For a receipt that can no longer be made void; the cashier writes it")
        )

    def state(self, line: ReceiptLine) -> str:
        """Say what of a contra is to be said in the line of a receipt."""
        facts = {"number": line.contra, "receipt": line.answers, "reason": line.contra_reason}
        facts["invoice"] = line.invoice
        words = ""
        if line.answers:
            words = self.tr("Answers {receipt}: {reason}")
        elif line.contra:
            words = self.tr("Answered by {number}: {reason}")
        elif line.invoice:
            words = self.tr("Exchanged for invoice {invoice}")
        elif line.contra_reason:
            words = self.tr("Contra approved: {reason}")
        return words.format(**facts)

    def ask(self) -> None:
        """Ask for what the chosen receipt waits for."""
        line = self._line
        if line is None or not self.button.isEnabled():
            return
        facts = {"number": line.number, "amount": money(line.amount_fen), "payer": line.payer}
        facts |= {"unit": line.unit, "reason": line.contra_reason}
        if line.contra_reason:
            title = self.tr("Write the contra of receipt {number}?").format(**facts)
            detail = self.tr(
                "{amount} from {payer} for unit {unit} goes back the way it came. The receipt stays; a "
                "paper with a number of its own answers it. Approved because: {reason}"
            ).format(**facts)
            action = self.tr("Write the contra")
            question = Question(self._page, title, detail, action, danger=True)
        else:
            title = self.tr("Approve a contra of receipt {number}?").format(**facts)
            detail = self.tr(
                "{amount} from {payer} for unit {unit} may then go back: the cashier answers the receipt "
                "with a paper of its own. A receipt of today whose copies are back is made void instead."
            ).format(**facts)
            action = self.tr("Approve the contra")
            question = Question(self._page, title, detail, action, danger=True, reason=2)
        self.asking = question
        intent = uuid4().hex
        later(question, lambda reason: self._go(line, reason, intent))

    def _go(self, line: ReceiptLine, reason: str, intent: str) -> None:
        self._banner.clear()
        key = ReceiptId(line.id)
        if line.contra_reason:
            self._link.do(
                self, ContraReceipt(receipt=key), self._written, self._banner.refuse, intent
            )
        else:
            command = ApproveContra(receipt=key, reason=reason)
            self._link.do(self, command, self._approved, self._banner.refuse, intent)

    def _written(self, told: dict[str, object]) -> None:
        said = self.tr("Receipt {receipt} is answered by {contra}.").format(**told)
        amount = told["amount_fen"]
        back = money(-amount) if isinstance(amount, int) else ""
        advice = self.tr("Pay {amount} back, print the contra and keep the copies with it.")
        self._banner.say(said, advice.format(amount=back), "good")
        self.done.emit(said)

    def _approved(self, number: str) -> None:
        said = self.tr("A contra of receipt {number} is approved.").format(number=number)
        self._banner.say(said, self.tr("The cashier writes it in this list."), "good")
        self.done.emit(said)
