"""Cancelling a deal: whose fault, why, and what becomes of the money, shown beforehand."""

from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QRadioButton, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.dialog import DealDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.fields import DateField
from salesdesk.desks.widgets.figures import Figure
from salesdesk.desks.widgets.labels import Card, PlainLabel, button, column, row
from salesdesk.desks.wording import money, say
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.rules import DepositFate, Fault, deposit_fate
from salesdesk.office.sales.ending import RequestCancellation
from salesdesk.office.sales.sheets import DealCard
from salesdesk.office.sales.undoing import CancelSubscription

_SHORTEST = 2
_LONGEST = 500


class CancelDialog(DealDialog):
    """Ends a deal before or after its agreement; the rule of the deposit decides on the money.

    Where the office wants signatures it can be asked for at once, with all that was typed; *asks*
    begins so.
    """

    def __init__(
        self, link: Link, card: DealCard, parent: QWidget | None = None, *, asks: bool = False
    ) -> None:
        super().__init__(link, card, parent, danger=True)
        self._asks = False
        title = self.tr("Cancel the deal on {unit}").format(unit=card.unit)
        self.head(title, self.tr("Cancel the deal"))
        self.setMinimumWidth(600)
        self.facts.show_facts(
            (self.tr("Customer"), card.customer),
            (self.tr("Agreement"), card.agreement),
            (self.tr("Deal price"), money(card.price_fen)),
        )
        self._group = QButtonGroup(self)
        rules = {
            Fault.BUYER: self.tr("The deposit is kept; only what lies above 20 % goes back."),
            Fault.SELLER: self.tr("The deposit goes back twice over, and the rest once."),
            Fault.NONE: self.tr("All the money goes back."),
        }
        self.faults: dict[Fault, QRadioButton] = {}
        choices = column(PlainLabel(self.tr("Whose fault is it?"), "heading"), spacing=2)
        for fault, words in rules.items():
            radio = QRadioButton(say("faults", fault))
            radio.setAccessibleDescription(words)
            rule = PlainLabel(words, "hint")
            rule.setContentsMargins(26, 0, 0, 4)
            self._group.addButton(radio)
            self.faults[fault] = radio
            choices.addWidget(radio)
            choices.addWidget(rule)
        self.body.addLayout(choices)
        self.body.addWidget(self._money())
        self.struck_off = DateField()
        self._filed = card.state == UnitState.FILED
        if self._filed:
            words = self.tr("Filing {number} struck off on").format(number=card.contract.filing)
            self.form.add("filing cancelled on", words, self.struck_off, needed=True)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(76)
        self.reason.setAccessibleName(self.tr("Reason"))
        label = PlainLabel(self.tr("Reason"), "dim")
        label.setBuddy(self.reason)
        self.body.addLayout(column(label, self.reason, spacing=3))
        then = self.tr("The unit goes to review; it returns to sale only when it is released.")
        self.body.addWidget(PlainLabel(then, "hint").wrapping())
        self._group.buttonToggled.connect(lambda _button, _on: self._preview())
        self.reason.textChanged.connect(self._enable)
        self.struck_off.changed.connect(lambda _day: self._enable())
        self.sending.busy.connect(lambda _busy: self._enable())
        self._offer_asking()
        if asks:
            self.ask_instead()
        self._preview()
        self.faults[Fault.BUYER].setFocus()

    def ask_instead(self) -> None:
        """Turn the form into the request for this cancellation: what was typed stays."""
        self._asks = True
        self.ask_for_it.hide()
        title = self.tr("Ask for the cancellation of the deal on {unit}")
        self.head(title.format(unit=self.card.unit), self.tr("Ask for approval"), "signature")

    def fault(self) -> Fault | None:
        """Give whose fault was chosen."""
        return next((fault for fault, radio in self.faults.items() if radio.isChecked()), None)

    def fate(self) -> DepositFate | None:
        """Give what would become of the money, by the rule the office itself applies."""
        fault = self.fault()
        if fault is None:
            return None
        return deposit_fate(self.card.paid_fen, self.card.price_fen, fault)

    @override
    def send(self) -> None:
        fault = self.fault()
        if fault is None or not self.yes.isEnabled():
            return
        unit, reason = UnitId(self.card.unit_id), self._reason()
        day = self.struck_off.day() if self._filed else None
        if self._asks:
            asked = RequestCancellation(
                unit=unit, fault=fault, reason=reason, filing_cancelled_on=day
            )
            self.sending.send(asked, self.well)
        else:
            command = CancelSubscription(
                unit=unit, fault=fault, reason=reason, filing_cancelled_on=day
            )
            self.sending.send(command, self.well, self._declined)

    def _money(self) -> Card:
        self.paid = Figure(self.tr("Paid in"))
        self.kept = Figure(self.tr("Kept"))
        self.returned = Figure(self.tr("Given back"))
        self.doubled = Figure(self.tr("Paid on top"))
        self.owed = Figure(self.tr("To pay to the buyer"))
        money_card = Card(margin=12)
        figures = row(self.paid, self.kept, self.returned, self.doubled, self.owed, spacing=12)
        money_card.body.addLayout(figures)
        return money_card

    def _offer_asking(self) -> None:
        self.ask_for_it = button(self.tr("Ask for approval"), self._turn, "signature", "primary")
        self.ask_for_it.setAutoDefault(False)
        self.ask_for_it.hide()
        self.sending.lock(self.ask_for_it)
        self.body.addLayout(row(None, self.ask_for_it))

    def _turn(self) -> None:
        self.sending.renew()  # the refused cancellation had no effect; this is another command
        self.ask_instead()
        self.send()

    def _declined(self, error: UserError) -> None:
        self.banner.refuse(error)
        may = self.link.may("RequestCancellation") and bool(self.card.agreement)
        signed = error.kind in {"CancelledByRequest", "DepositAlone"}
        self.ask_for_it.setVisible(may and signed)

    def _reason(self) -> str:
        return self.reason.toPlainText().strip()[:_LONGEST]

    def _preview(self) -> None:
        fate = self.fate()
        self.paid.show_value(money(self.card.paid_fen))
        if fate is None:
            for figure in (self.kept, self.returned, self.doubled, self.owed):
                figure.show_value("–")
        else:
            self.kept.show_value(money(fate.kept_fen))
            self.returned.show_value(money(fate.returned_fen))
            self.doubled.show_value(money(fate.doubled_fen), "danger" if fate.doubled_fen else "")
            self.owed.show_value(money(fate.to_pay_fen), "warn" if fate.to_pay_fen else "")
        self._enable()

    def _enable(self) -> None:
        ready = self.fault() is not None and len(self._reason()) >= _SHORTEST
        if self._filed:
            ready = ready and self.struck_off.day() is not None
        self.sending.allow(self.yes, allowed=ready)
