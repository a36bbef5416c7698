"""Late fees of a deal beside its payment: taken with it by choice, fixed by themselves, or asked to be waived."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from salesdesk.desks.cashier.waiverask import WaiverDialog
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.labels import button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import money, today
from salesdesk.kernel.keys import UnitId
from salesdesk.office.ledger.receivable_rules import DueEvent, MoneyKind
from salesdesk.office.sales.due_queries import DueCard
from salesdesk.office.sales.late_fee_commands import FixLateFee
from salesdesk.office.sales.sheets import DealCard


class FeeBar(QWidget):
    """A tick that takes the fees along, and what else may become of them; hidden where there is none.

    Signals:
        ticked: they are taken along, or not.
        done: fees were fixed, or a waiver was asked for.
    """

    ticked = Signal()
    done = Signal()

    def __init__(self, link: Link, sending: Sending, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._sending = link, sending
        self._card: DealCard | None = None
        self._fees: list[DueCard] = []
        self.take = QCheckBox()
        self.take.toggled.connect(lambda _on: self.ticked.emit())
        self.fix = button(self.tr("Fix to today"), self._fix)
        self.fix.setToolTip(self.tr("The fee becomes a line of the schedule, due at once"))
        self.waive = button(self.tr("Ask for a waiver…"), self._ask)
        for known in (self.fix, self.waive):
            known.setAutoDefault(False)
            sending.lock(known)
        lay = row(self.take, None, self.fix, self.waive, spacing=12)
        lay.setContentsMargins(0, 0, 0, 0)
        self.setLayout(lay)
        self.hide()

    def show_deal(self, card: DealCard | None) -> None:
        """Forget the fees of another deal."""
        self._card, self._fees = card, []
        self.take.setChecked(False)
        self.hide()

    def show_lines(self, lines: Sequence[DueCard]) -> None:
        """Show what of *lines* runs or is open as a late fee."""
        runs = sum(line.late_fen for line in lines)
        self._fees = [line for line in lines if line.money == MoneyKind.LATE_FEE and line.open_fen]
        owed = runs + sum(line.open_fen for line in self._fees)
        words = self.tr("Take the late fees of {amount} too, after what is due")
        self.take.setText(words.format(amount=money(owed)))
        self.fix.setVisible(runs > 0 and self._link.may("FixLateFee"))
        self.waive.setVisible(bool(self._fees) and self._link.may("RequestLateFeeWaiver"))
        self.setVisible(owed > 0)

    def _fix(self) -> None:
        if self._card is not None:
            command = FixLateFee(unit=UnitId(self._card.unit_id))
            self._sending.send(command, lambda _answer: self.done.emit())

    def _ask(self) -> None:
        if self._card is not None:
            dialog = WaiverDialog(self._link, self._card, self._fees, self)
            dialog.carried.connect(lambda _request: self.done.emit())
            dialog.open()


def with_running(lines: Sequence[DueCard]) -> list[DueCard]:
    """Give *lines* with a line for each fee that runs: the payment that ends the lateness fixes it so.

    Such a line has its late line's number below nothing.
    """
    found: list[DueCard] = []
    for line in lines:
        found.append(replace(line, late_fen=0))
        if line.late_fen:
            fee = replace(
                line, id=-line.id, money=MoneyKind.LATE_FEE.value, amount_fen=line.late_fen,
                paid_fen=0, open_fen=line.late_fen, event=DueEvent.DATE.value, due_on=today(),
                overdue_days=0, late_fen=0,
            )  # fmt: skip
            found.append(fee)
    return found
