"""The price check of a deal, and asking for a price that nobody approves alone (特批折扣)."""

from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.contracts.discountlist import DiscountList
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.labels import button, row
from salesdesk.desks.widgets.meant import send_meant
from salesdesk.desks.wording import money
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.inventory.price_queries import unit_floor
from salesdesk.office.ledger.rules import deposit_cap_fen
from salesdesk.office.sales.discount_rules import DiscountedPrice
from salesdesk.office.sales.granting import RequestDiscount
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.sheets import DealCard

_LONGEST_NOTE = 200
_REASON = 2
_ASKED_FOR: Final = frozenset({"BeyondLimit", "BelowFloor"})
"""Refusals of a price that can be asked for instead."""


class ApproveDialog(DealDialog):
    """The site manager's price check (R-08: the list price or less), or the wish for a lower one.

    What nobody approves alone can be asked for at once, with all that was typed: *asks* begins so.
    """

    def __init__(
        self, link: Link, card: DealCard, parent: QWidget | None = None, *, asks: bool = False
    ) -> None:
        super().__init__(link, card, parent)
        self._asks = False
        self._floor: int | None = None
        title = self.tr("Approve the price of {unit}").format(unit=card.unit)
        self.head(title, self.tr("Approve"))
        self._show_facts()
        self.discounts = self.form.add(
            "discounts", self.tr("Discounts, in the order of ticking"), DiscountList(link, card)
        )
        self.discounts.reckoned.connect(self._reckoned)
        self.discounts.refused.connect(self.form.refuse)
        self.price = self.form.add("total", self.tr("Deal price"), MoneyField(), needed=True)
        self.price.setProperty("role", "big")
        note = self.tr("Reason") if asks else self.tr("Note")
        self.note = self.form.add("note", note, QLineEdit(), needed=asks)
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setPlaceholderText(self.tr("Why below the list price, for example"))
        self.ask_for_it = button(self.tr("Ask for approval"), self._turn, "signature", "primary")
        self.ask_for_it.setAutoDefault(False)
        self.ask_for_it.hide()
        self.sending.lock(self.ask_for_it)
        self.body.addLayout(row(None, self.ask_for_it))
        self.price.changed.connect(lambda _fen: self._compare())
        self.price.set_fen(card.price_fen)
        self.price.setFocus()
        self.price.selectAll()
        if link.may("unit_floor"):
            link.ask(self, self._floor_came, unit_floor, UnitId(card.unit_id))
        if asks:
            self.ask_instead()

    def ask_instead(self) -> None:
        """Turn the form into the request for this price: what was typed stays, the note is the reason."""
        self._asks = True
        self.ask_for_it.hide()
        title = self.tr("Ask for a special price of {unit}").format(unit=self.card.unit)
        self.head(title, self.tr("Ask for approval"), "signature")
        self.note.setPlaceholderText(self.tr("Why this price: whoever signs reads it"))
        self._compare()

    @override
    def send(self) -> None:
        total, note = self.price.fen(), self.note.text().strip()
        self.form.right()
        self._compare()
        if total is None:
            self.form.wrong("total", self.tr("Enter the price in yuan."))
            return
        unit, discounts = UnitId(self.card.unit_id), self.discounts.names()
        if not self._asks:
            command = ApprovePrice(unit=unit, total=Fen(total), discounts=discounts, note=note)
            send_meant(self, self.sending, command, self.well, self._declined)
        elif len(note) < _REASON:
            self.form.wrong("note", self.tr("Say why: whoever signs reads it."))
        else:
            asked = RequestDiscount(unit=unit, total=Fen(total), discounts=discounts, reason=note)
            send_meant(self, self.sending, asked, self.well, self.form.refuse)

    def _turn(self) -> None:
        self.sending.renew()  # the refused approval had no effect; this is another command
        self.ask_instead()
        self.send()

    def _declined(self, error: UserError) -> None:
        self.form.refuse(error)
        self.ask_for_it.setVisible(error.kind in _ASKED_FOR and self.link.may("RequestDiscount"))

    def _show_facts(self) -> None:
        card = self.card
        cap = self.tr("{paid} of at most {cap} (20 %)")
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Consultant"), card.consultant),
            (self.tr("List price"), money(card.list_total_fen)),
            (self.tr("Floor price"), money(self._floor) if self._floor else ""),
            (self.tr("Deposit"), cap.format(paid=money(card.paid_fen), cap=money(card.cap_fen))),
            (self.tr("Approved before"), money(card.price_fen) if card.price_approved else ""),
        )

    def _floor_came(self, floor: int | None) -> None:
        self._floor = floor
        self._show_facts()
        self._compare()

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
        if self._floor is not None and total < self._floor:
            below = self.tr("{amount} below the floor price: the general manager signs it.")
            words = f"{words} {below.format(amount=money(self._floor - total))}"
        if self.card.paid_fen > deposit_cap_fen(total):
            above = self.tr("The deposit paid is more than 20 % of this price (R-09).")
            words = f"{words} {above}"
        self.form.remark("total", words)
