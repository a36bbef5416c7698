"""A price is not agreed below what is paid of it: what is due makes the price, and pays nothing back."""

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.ledger.tallies import paid_fen
from salesdesk.office.sales.deals import LiveDeal
from salesdesk.store.work import Work


class PaidMore(UserError):
    """What is due makes the price: a lower one than was paid has no schedule."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{paid} yuan of the price of unit {unit} are paid, more than {price} yuan."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Agree on {paid} yuan or more; make today's receipt void first, or cancel the deal: its "
        "refund pays the money back.",
    )


def check_paid(work: Work, deal: LiveDeal, total: int) -> None:
    """Raise `PaidMore` where a home's price of *total* fen, with the deal's lots, is below what is paid."""
    lots = deal.price_fen(work.session) - deal.home_fen(work.session)
    paid = paid_fen(work.session, deal.row.id)
    if total + lots < paid:
        whole = format_yuan(total + lots)
        raise PaidMore(unit=deal.at.unit.code, paid=format_yuan(paid), price=whole)
