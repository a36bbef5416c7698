"""Words for the ends of deals."""

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.contracts.steps import state_of
from salesdesk.desks.wording import say
from salesdesk.office.sales.sheets import DealCard


def state_words(card: DealCard) -> str:
    """Give the deal's state in words: that of its unit, or how it ended."""
    if state_of(card) is not None:
        return say("states", card.state)
    if card.fault:
        return QCoreApplication.translate("deal ends", "Cancelled")
    if card.exchanged_for:
        return QCoreApplication.translate("deal ends", "Exchanged")
    return QCoreApplication.translate("deal ends", "Let go")
