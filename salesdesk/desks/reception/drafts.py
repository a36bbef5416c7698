"""A visit typed while the office is silent stays on this machine and is offered to be sent later."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.kernel.errors import UserError
from salesdesk.office.customers.register import RegisterVisit


def keep_visit(link: Link, command: RegisterVisit, banner: Banner) -> bool:
    """Keep *command* on the disk and say so, or why not, in *banner*; tell whether it is kept."""
    try:
        kept = link.keep_draft(command)
    except UserError as error:
        banner.refuse(error)
        return False
    if kept:
        problem = QCoreApplication.translate(
            "RegisterPage", "The office does not answer: this entry is kept on this machine."
        )
        remedy = QCoreApplication.translate(
            "RegisterPage",
            "It is offered to be sent when the office is back, also after a restart.",
        )
        banner.say(problem, remedy, "warn")
    return kept


def tell_confirming(link: Link, banner: Banner, intent: Callable[[], str]) -> None:
    """Say in *banner* when the line broke while the entry under *intent* was being saved."""

    def confirming(which: object) -> None:
        if which == intent():
            problem = QCoreApplication.translate(
                "RegisterPage", "The line broke; whether this entry was saved is being found out."
            )
            remedy = QCoreApplication.translate(
                "RegisterPage",
                "It is sent again by itself until the office answers, and counts once.",
            )
            banner.say(problem, remedy, "warn")

    link.confirming.connect(confirming)
