"""The small forms of a deal: more time, the price check, and a buyer's ID number."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.contracts.discountlist import DiscountList
from salesdesk.desks.contracts.identity import id_remark
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.wording import moment, money, say
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.ledger.rules import deposit_cap_fen
from salesdesk.office.sales.commands import ExtendHold, IdentifyBuyer
from salesdesk.office.sales.discount_rules import DiscountedPrice
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.sheets import BuyerLine, DealCard

_MINUTES = (15, 30, 60, 120)
_LONGEST_NOTE = 200
_LONGEST_ID = 40


class ExtendDialog(DealDialog):
    """Gives a hold more time."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        self.head(self.tr("Extend the hold on {unit}").format(unit=card.unit), self.tr("Extend"))
        self.minutes = QComboBox()
        self.minutes.addItem(self.tr("As the office has set it"), None)
        for minutes in _MINUTES:
            words = self.tr("{minutes} minutes from now")
            self.minutes.addItem(words.format(minutes=minutes), minutes)
        self.form.add("minutes", self.tr("How long"), self.minutes)
        self.writing = QCheckBox(self.tr("The papers are being written: past the longest time"))
        self.form.add("writing", "", self.writing)
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Held since"), moment(card.opened_at)),
            (self.tr("Held until"), moment(card.until)),
        )

    @override
    def send(self) -> None:
        command = ExtendHold(
            unit=UnitId(self.card.unit_id),
            minutes=self.minutes.currentData(),
            writing=self.writing.isChecked(),
        )
        self.sending.send(command, self.well)


class ApproveDialog(DealDialog):
    """The site manager's price check (R-08: the list price or less)."""

    def __init__(self, link: Link, card: DealCard, parent: QWidget | None = None) -> None:
        super().__init__(link, card, parent)
        title = self.tr("Approve the price of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Approve"))
        cap = self.tr("{paid} of at most {cap} (20 %)")
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Consultant"), card.consultant),
            (self.tr("List price"), money(card.list_total_fen)),
            (self.tr("Deposit"), cap.format(paid=money(card.paid_fen), cap=money(card.cap_fen))),
            (self.tr("Approved before"), money(card.price_fen) if card.price_approved else ""),
        )
        self.discounts = self.form.add(
            "discounts", self.tr("Discounts, in the order of ticking"), DiscountList(link, card)
        )
        self.discounts.reckoned.connect(self._reckoned)
        self.discounts.refused.connect(self.form.refuse)
        self.price = self.form.add("total", self.tr("Deal price"), MoneyField(), needed=True)
        self.price.setProperty("role", "big")
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Why below the list price, for example"))
        self.price.changed.connect(lambda _fen: self._compare())
        self.price.set_fen(card.price_fen)
        self.price.setFocus()
        self.price.selectAll()

    @override
    def send(self) -> None:
        total = self.price.fen()
        self.form.right()
        if total is None:
            self.form.wrong("total", self.tr("Enter the price in yuan."))
            return
        command = ApprovePrice(
            unit=UnitId(self.card.unit_id),
            total=Fen(total),
            discounts=self.discounts.names(),
            note=self.note.text().strip(),
        )
        self.sending.send(command, self.well, self.form.refuse)

    def _reckoned(self, price: DiscountedPrice | None) -> None:
        """Show the price that the discounts lead to; it can be typed again when none is ticked."""
        self.form.right()
        self.price.setReadOnly(price is not None)
        self.price.set_fen(self.card.price_fen if price is None else price.total_fen)

    def _compare(self) -> None:
        """Say how far from the list price, and what the deposit then is."""
        total, listed = self.price.fen(), self.card.list_total_fen
        if total is None or total <= 0:
            self.form.remark("total", "")
            return
        off = listed - total
        if off < 0:
            words = self.tr("{amount} above the list price: not allowed (R-08).")
            self.form.remark("total", words.format(amount=money(-off)), bad=True)
            return
        words = self.tr("The list price.")
        if off:
            words = self.tr("{amount} or {percent} % below the list price.")
            words = words.format(amount=money(off), percent=f"{off * 100 / listed:.2f}")
        if self.card.paid_fen > deposit_cap_fen(total):
            above = self.tr("The deposit paid is more than 20 % of this price (R-09).")
            words = f"{words} {above}"
        self.form.remark("total", words)


class IdentifyDialog(DealDialog):
    """Gives the ID number of a buyer who subscribed without one."""

    def __init__(
        self,
        link: Link,
        card: DealCard,
        buyers: Sequence[BuyerLine],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(link, card, parent)
        title = self.tr("ID number of a buyer of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Save the ID number"))
        self.facts.show_facts((self.tr("Agreement"), card.agreement))
        self.buyer = QComboBox()
        for position, line in enumerate(buyers, start=1):
            if not line.id_number:
                self.buyer.addItem(line.name, position)
        self.kind = QComboBox()
        for kind in IdKind:
            self.kind.addItem(say("id kinds", kind), kind.value)
        self.form.add("buyer", self.tr("Buyer"), self.buyer)
        self.form.add("id_kind", self.tr("Paper"), self.kind)
        self.number = self.form.add("id_number", self.tr("ID number"), QLineEdit(), needed=True)
        self.number.setMaxLength(_LONGEST_ID)
        self.number.textChanged.connect(lambda _text: self._check())
        self.kind.currentIndexChanged.connect(lambda _at: self._check())
        self.number.setFocus()

    @override
    def send(self) -> None:
        self.form.right()
        number = self.number.text().strip()
        words, wrong = id_remark(str(self.kind.currentData()), number, finished=True)
        if wrong or not number:
            self.form.wrong("id_number", words or self.tr("Enter the number on the paper."))
            return
        command = IdentifyBuyer(
            unit=UnitId(self.card.unit_id),
            id_number=number,
            id_kind=IdKind(str(self.kind.currentData())),
            position=int(self.buyer.currentData() or 1),
        )
        self.sending.send(command, self.well, self.form.refuse)

    def _check(self) -> None:
        words, bad = id_remark(str(self.kind.currentData()), self.number.text())
        self.form.remark("id_number", words, bad=bad)
