"""How the command line comes to an office: its place, the password, what it gives back."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from salesdesk.app import rooms
from salesdesk.app.forms import UsageError
from salesdesk.app.opening import open_file
from salesdesk.documents.coverage import missing_characters
from salesdesk.office.frontdoor import Office, Seat, WrongSignIn
from salesdesk.store.address import Address, is_address, parse
from salesdesk.store.faults import SignInRefused

OK, REFUSED, USAGE = 0, 1, 2

R = TypeVar("R")


def password(login: str) -> str:
    """Give the password from the environment, or ask for it."""
    if (given := os.environ.get("SALESDESK_PASSWORD")) is not None:
        return given
    return asked(f"{login}: ", "SALESDESK_PASSWORD")


_OPEN: list[Office] = []


def opened(place: str) -> Office:
    """Open the office at *place*: a file, a server's address, or a desk's file that holds one."""
    if is_address(place):
        joining = rooms.load("salesdesk.office.joining")
        office: Office = joining.open_server(parse(place), missing=missing_characters)
        return office
    return open_file(Path(place), missing=missing_characters)


def at(place: str) -> Office:
    """Open the office at *place* for the length of one line (`close_all`)."""
    office = opened(place)
    _OPEN.append(office)
    return office


def close_all() -> None:
    """Let go of every office that a line opened, with the seats taken there."""
    while _OPEN:
        _OPEN.pop().close()


def seated(arguments: argparse.Namespace) -> Seat:
    """Give the seat of whoever ``--as`` names, in the office that ``--office`` names.

    On a server ``--as`` replaces the address's login, and without a password in the environment
    libpq's passfile is tried before anybody is asked.
    """
    office, login = at(arguments.office), arguments.login
    if not is_address(arguments.office):
        return office.sign_in(login, password(login))
    given = os.environ.get("SALESDESK_PASSWORD")
    if given is not None:
        return office.sign_in(login, given)
    try:
        return office.sign_in(login, "")
    except WrongSignIn:
        if not sys.stdin.isatty():
            raise
        return office.sign_in(login, password(login))


def let_in(address: Address, attempt: Callable[[Address], R]) -> R:
    """Give what *attempt* gives with the login that *address* names: an owner's, not a person's.

    Its password is that of ``SALESDESK_SERVER_PASSWORD`` or libpq's passfile; only where the
    server refuses that somebody is asked.
    """
    login = address.url.username or ""
    given = os.environ.get("SALESDESK_SERVER_PASSWORD")
    if given is not None:
        return attempt(address.signed(login, given))
    try:
        return attempt(address)
    except SignInRefused:
        if not sys.stdin.isatty() or address.url.password:
            raise
    return attempt(address.signed(login, asked(f"{login}: ", "SALESDESK_SERVER_PASSWORD")))


def asked(prompt: str, variable: str) -> str:
    """Ask for something secret at the terminal; without one, name the *variable* that takes it."""
    if not sys.stdin.isatty():
        message = f"there is no terminal to ask at: set {variable}"
        raise UsageError(message)
    return getpass.getpass(prompt)
