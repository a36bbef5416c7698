"""The page where what is due is paid: the agreed deals, and the form."""

from collections.abc import Sequence

from typing_extensions import override

from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.cashier.payform import PaymentForm
from salesdesk.desks.cashier.sums import takes_payment
from salesdesk.desks.cashier.taking import TakingPage
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.seeker import Sought
from salesdesk.desks.wording import is_chinese, say
from salesdesk.office.sales.sheets import DealCard


class PaymentPage(TakingPage):
    """Takes money for what is due of an agreed deal."""

    name = "cashier payments"

    def __init__(self, link: Link, printer: ReceiptPrinter) -> None:
        super().__init__(link, printer, PaymentForm(link))
        self.table.title = self.tr("Agreed deals")

    @override
    def columns(self) -> list[Column[DealCard]]:
        wide = (118, 80, 76, 52) if is_chinese() else (76, 86, 88, 94)
        return [
            Column(self.tr("Unit"), lambda card: card.unit, width=wide[0]),
            Column(self.tr("Customer"), lambda card: card.customer, width=wide[1]),
            Column(self.tr("Agreement"), lambda card: card.agreement, width=96),
            Column(self.tr("Price"), lambda card: card.price_fen, Kind.MONEY, 102),
            Column(self.tr("State"), lambda card: say("states", card.state), width=wide[3]),
            Column(self.tr("Consultant"), lambda card: card.consultant, width=wide[2]),
        ]

    @override
    def which(self) -> str:
        return self.tr("Who pays?")

    @override
    def takes(self, card: DealCard) -> bool:
        return takes_payment(card)

    @override
    def counted(self, cards: Sequence[DealCard]) -> str:
        return self.tr("{all} agreed deals").format(all=len(cards))

    @override
    def empty(self, sought: Sought) -> tuple[str, str]:
        agreed = self.tr("After the agreement is signed on the contracts desk it appears here.")
        if sought.unit:
            return self.tr("Unit {code} is not agreed").format(code=sought.unit), agreed
        if sought.text:
            detail = self.tr("No agreed deal fits. Try the unit, name, phone or agreement.")
            return self.tr("Nothing found"), detail
        return self.tr("Nothing is due yet"), agreed

    @override
    def unfinished(self, unit: str) -> str:
        return self.tr("The payment on {unit} is not finished.").format(unit=unit)

    @override
    def not_here(self) -> tuple[str, str]:
        problem = self.tr("This unit has no agreement: nothing is due.")
        return problem, self.tr("A deposit is taken on the page beside this one.")

    @override
    def said(self) -> str:
        return self.tr("Receipt {number}: {amount} received for unit {unit}.")
