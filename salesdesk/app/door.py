"""How the command line comes to an office: its place, the password, what it gives back."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from salesdesk.app.forms import UsageError
from salesdesk.documents.coverage import missing_characters
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.entrance import open_office
from salesdesk.office.frontdoor import Office, Seat

OK, REFUSED, USAGE = 0, 1, 2


class NotYetHere(UserError):
    """An office server joins with the next version."""

    problem = QT_TRANSLATE_NOOP("errors", "An office on a server comes with the next version.")
    remedy = QT_TRANSLATE_NOOP("errors", "Use an office file on this machine for now.")


def password(login: str) -> str:
    """Give the password from the environment, or ask for it."""
    if (given := os.environ.get("SALESDESK_PASSWORD")) is not None:
        return given
    return asked(f"{login}: ", "SALESDESK_PASSWORD")


def opened(place: str) -> Office:
    """Open the office at *place*; `NotYetHere` for a server's address."""
    if "://" in place:
        raise NotYetHere
    return open_office(Path(place), missing=missing_characters)


def seated(arguments: argparse.Namespace) -> Seat:
    """Give the seat of whoever ``--as`` names, in the office that ``--office`` names."""
    return opened(arguments.office).sign_in(arguments.login, password(arguments.login))


def asked(prompt: str, variable: str) -> str:
    """Ask for something secret at the terminal; without one, name the *variable* that takes it."""
    if not sys.stdin.isatty():
        message = f"there is no terminal to ask at: set {variable}"
        raise UsageError(message)
    return getpass.getpass(prompt)
