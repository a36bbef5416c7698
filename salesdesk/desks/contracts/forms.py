"""The small forms of a deal: more time, and a buyer's ID number."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.agents import AgentForm
from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.contracts.identity import id_remark
from salesdesk.desks.link import Link
from salesdesk.desks.wording import moment, say
from salesdesk.kernel.keys import UnitId
from salesdesk.office.customers.rules import IdKind
from salesdesk.office.sales.commands import ExtendHold, IdentifyBuyer
from salesdesk.office.sales.sheets import BuyerLine, DealCard

_MINUTES = (15, 30, 60, 120)
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
        self.agent = self.form.add("agent", self.tr("Signs for the buyer"), AgentForm(), wide=True)
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
        if not self.agent.right():
            return
        command = IdentifyBuyer(
            unit=UnitId(self.card.unit_id),
            id_number=number,
            id_kind=IdKind(str(self.kind.currentData())),
            position=int(self.buyer.currentData() or 1),
            agent=self.agent.entry(),
        )
        self.sending.send(command, self.well, self.form.refuse)

    def _check(self) -> None:
        words, bad = id_remark(str(self.kind.currentData()), self.number.text())
        self.form.remark("id_number", words, bad=bad)
        self.agent.suit(str(self.kind.currentData()), self.number.text())
