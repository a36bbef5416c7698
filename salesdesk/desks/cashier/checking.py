"""A paper somebody brings: its number and code typed or scanned, what the books say of it beneath."""

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import local, money, say
from salesdesk.office.ledger.receipt_check import ReceiptCheck, verify_receipt


class CheckDialog(Asking):
    """Tells whether a paper is ours and what became of it; nothing changes."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self.head(self.tr("Check a paper"), self.tr("Check it"), "search")
        self.number = self.form.add(
            "number", self.tr("Number, or scan the QR code"), QLineEdit(), needed=True
        )
        self.code = self.form.add("code", self.tr("Check code under the QR code"), QLineEdit())
        self.number.setMaxLength(120)
        self.code.setMaxLength(8)
        self.found = PlainLabel("", "heading").wrapping()
        self.more = PlainLabel("").wrapping()
        self.body.addWidget(self.found)
        self.body.addWidget(self.more)
        self.no.setText(self.tr("Close"))
        self.number.setFocus()

    @override
    def send(self) -> None:
        self.form.right()
        number = self.number.text().strip()
        if not number:
            self.form.wrong("number", self.tr("Enter the number, or scan the code."))
            return
        self.link.ask(self, self._say, verify_receipt, number, self.code.text().strip())

    def _say(self, found: ReceiptCheck) -> None:
        head, more = self.words(found)
        self.found.setText(head)
        self.more.setText(more)

    def words(self, found: ReceiptCheck) -> tuple[str, str]:
        """Give what is to be said of a paper: the sentence, and what it is over."""
        if not found.unchanged:
            return (
                self.tr("The books of {number} were changed.").format(number=found.number),
                self.tr("Take nothing on it; tell the administrator to prove the books."),
            )
        if not found.genuine:
            return (
                self.tr("This is no paper of ours: number and code do not go together."),
                self.tr("Compare both with the paper; the code has eight letters and digits."),
            )
        heads = {
            "stands": self.tr("{number} is genuine and stands."),
            "void": self.tr("{number} is genuine, and void: {reason}"),
            "answered": self.tr("{number} is genuine, and answered by {by}: {reason}"),
            "contra": self.tr("{number} is a genuine contra; it answers {by}: {reason}"),
            "exchanged": self.tr("{number} is genuine, and was exchanged for invoice {by}."),
            "refunded": self.tr("{number} is genuine; its money went back by slip {by}."),
        }
        facts = {"number": found.number, "by": found.by, "reason": found.reason}
        parts = [
            say("receipts", found.kind),
            found.unit,
            found.payer,
            money(found.amount_fen or 0),
            found.at,
        ]
        if found.since is not None:
            parts.append(
                self.tr("since {moment}").format(moment=f"{local(found.since):%Y-%m-%d %H:%M}")
            )
        return heads[found.state].format(**facts), " · ".join(filter(None, parts))
