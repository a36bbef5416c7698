"""A price far from what is usual is asked about before it is taken."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import refusal
from salesdesk.kernel.errors import UserError
from salesdesk.office.inventory.price_far import PriceFarOff, PricesFarOff


def send_meant(
    form: QWidget,
    sending: Sending,
    command: Any,
    done: Callable[[Any], object],
    refused: Callable[[UserError], object],
    flag: str = "confirmed",
) -> None:
    """Send *command*; where its price is far off, ask, and send it with its *flag* once it is meant."""

    def declined(error: UserError) -> None:
        refused(error)
        if not isinstance(error, PriceFarOff | PricesFarOff):
            return
        problem, _remedy = refusal(error)
        question = Question(
            form,
            QCoreApplication.translate("MeantQuestion", "Is this price meant so?"),
            problem,
            QCoreApplication.translate("MeantQuestion", "It is meant so"),
            danger=True,
        )
        later(question, lambda _why: again())

    def again() -> None:
        sending.renew()  # the refused one had no effect; this is another command
        sending.send(replace(command, **{flag: True}), done, refused)

    sending.send(command, done, declined)
