"""Words for the ends of deals and for payment modes."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.contracts.steps import state_of
from salesdesk.desks.wording import is_chinese, say
from salesdesk.office.sales.rules import PAYMENT_MODES
from salesdesk.office.sales.sheets import DealCard

_ENGLISH: Final = {chinese: english for chinese, english, _kind, _loan in PAYMENT_MODES}


def state_words(card: DealCard) -> str:
    """Give the deal's state in words: that of its unit, or how it ended."""
    if state_of(card) is not None:
        return say("states", card.state)
    if card.fault:
        return QCoreApplication.translate("deal ends", "Cancelled")
    return QCoreApplication.translate("deal ends", "Let go")


def mode_words(name: str) -> str:
    """Give a payment mode in the window's language; those people added stay as they are."""
    return name if is_chinese() else _ENGLISH.get(name, name)
