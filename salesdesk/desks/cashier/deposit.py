"""The page where deposits are taken: the units that wait for money, and the form."""

from collections.abc import Sequence

from typing_extensions import override

from salesdesk.desks.cashier.form import DepositForm
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.cashier.sums import in_turn, takes_deposit
from salesdesk.desks.cashier.taking import TakingPage
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.seeker import Sought
from salesdesk.desks.wording import is_chinese, now, span
from salesdesk.office.sales.sheets import DealCard

_SOON_S = 300


class DepositPage(TakingPage):
    """Takes the deposit of a unit on hold."""

    name = "cashier holds"

    def __init__(self, link: Link, printer: ReceiptPrinter) -> None:
        super().__init__(link, printer, DepositForm(link))
        self.table.title = self.tr("Units on hold")

    @override
    def columns(self) -> list[Column[DealCard]]:
        # A parking place's name is long; Chinese names and words leave room for it.
        wide = (150, 64, 78, 76) if is_chinese() else (80, 84, 98, 92)
        return [
            Column(self.tr("Unit"), lambda card: card.unit, width=wide[0]),
            Column(self.tr("Customer"), lambda card: card.customer, width=wide[1]),
            Column(self.tr("Price"), lambda card: card.price_fen, Kind.MONEY, 106),
            Column(
                self.tr("Deposit"), lambda card: card.paid_fen or None, Kind.MONEY, 90,
                tone=_paid_tone,
            ),
            Column(self.tr("Time left"), self._time_left, width=wide[2], tone=_urgency),
            Column(self.tr("Consultant"), lambda card: card.consultant, width=wide[3]),
        ]  # fmt: skip

    @override
    def which(self) -> str:
        return self.tr("Which unit?")

    @override
    def takes(self, card: DealCard) -> bool:
        return takes_deposit(card)

    @override
    def in_turn(self, cards: Sequence[DealCard]) -> Sequence[DealCard]:
        return in_turn(cards)

    @override
    def counted(self, cards: Sequence[DealCard]) -> str:
        waiting = sum(1 for card in cards if not card.paid_fen)
        words = self.tr("{all} on hold, {waiting} of them without a deposit")
        return words.format(all=len(cards), waiting=waiting)

    @override
    def empty(self, sought: Sought) -> tuple[str, str]:
        hold = self.tr("A consultant holds the unit on the sales control board; it appears here.")
        if sought.unit:
            return self.tr("Unit {code} is not on hold").format(code=sought.unit), hold
        if sought.text:
            detail = self.tr("No unit on hold fits. Try the unit, the name or the phone.")
            return self.tr("Nothing found"), detail
        return self.tr("No unit is on hold now"), hold

    @override
    def unfinished(self, unit: str) -> str:
        return self.tr("The deposit on {unit} is not finished.").format(unit=unit)

    @override
    def not_here(self) -> tuple[str, str]:
        problem = self.tr("This unit is not on hold: no deposit can be taken.")
        return problem, self.tr("Hold it for the customer on the sales control board first.")

    @override
    def said(self) -> str:
        return self.tr("Receipt {number}: {amount} taken for unit {unit}.")

    def _time_left(self, card: DealCard) -> str:
        if card.until is None:
            return self.tr("stays")
        return span(card.until - now())


def _paid_tone(_card: DealCard) -> str:
    return "good"


def _urgency(card: DealCard) -> str:
    if card.until is None:
        return "dim"
    return "danger" if (card.until - now()).total_seconds() < _SOON_S else "warn"
