"""The form that asks for a late fee to be waived: which one, how much of it, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.fields import MoneyField
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import day, money, say
from salesdesk.kernel.keys import DueLineId, Fen
from salesdesk.office.sales.due_queries import DueCard
from salesdesk.office.sales.late_fee_commands import FeeCard, late_fees
from salesdesk.office.sales.sheets import DealCard
from salesdesk.office.sales.waiving import RequestLateFeeWaiver


class WaiverDialog(Asking):
    """Files the request for one fee; who signs it are other people."""

    def __init__(
        self, link: Link, card: DealCard, fees: Sequence[DueCard], parent: QWidget | None = None
    ) -> None:
        super().__init__(link, parent)
        self._cards: dict[int, FeeCard] = {}
        self.head(
            self.tr("Ask for a late fee of {unit} to be waived").format(unit=card.unit),
            self.tr("Ask for it"),
        )
        self.told = PlainLabel("", "dim").wrapping()
        self.tell(self.told)
        self.fee = self.form.add("line", self.tr("Late fee"), QComboBox())
        for line in fees:
            words = self.tr("{amount} open, fixed on {day}")
            self.fee.addItem(
                words.format(amount=money(line.open_fen), day=day(line.due_on)), line.id
            )
        self.amount = self.form.add("amount", self.tr("To be waived"), MoneyField(), needed=True)
        self.reason = self.form.add("reason", self.tr("Reason"), QLineEdit(), needed=True)
        self.reason.setMaxLength(200)
        self._open = {line.id: line.open_fen for line in fees}
        self.fee.currentIndexChanged.connect(lambda _at: self._chosen())
        self._chosen()
        link.ask(self, self._found, late_fees, card.id)
        self.reason.setFocus()

    def _found(self, cards: tuple[FeeCard, ...]) -> None:
        self._cards = {card.line: card for card in cards}
        self._chosen()

    def _chosen(self) -> None:
        key = int(self.fee.currentData())
        self.amount.set_fen(self._open[key])
        card = self._cards.get(key)
        if card is None:
            return
        words = self.tr(
            "{what}, {first} to {last}: {base} overdue on average, {rate} of ten thousand a day, {fee}"
        )
        self.told.setText(
            words.format(
                what=say("due money", card.of_money),
                first=day(card.since_on),
                last=day(card.until_on),
                base=money(card.weighed // card.days),
                rate=f"{card.per_myriad:f}",
                fee=money(card.amount_fen),
            )
        )

    @override
    def send(self) -> None:
        self.form.right()
        fen = self.amount.fen()
        if fen is None:
            self.form.wrong("amount", self.tr("Enter how much of it is waived."))
            return
        if not self.reason.text().strip():
            self.form.wrong("reason", self.tr("Say why."))
            return
        command = RequestLateFeeWaiver(
            line=DueLineId(int(self.fee.currentData())),
            amount=Fen(fen),
            reason=self.reason.text().strip(),
        )
        self.sending.send(command, self.well, self.form.refuse)
