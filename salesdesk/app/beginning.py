"""The verb ``new``: an office is made, or the furnished practice office."""

import argparse
from pathlib import Path

from salesdesk.app import practice
from salesdesk.app.carriage import practise_on_server as practise
from salesdesk.app.door import OK, let_in, password
from salesdesk.app.forms import UsageError
from salesdesk.app.speaking import say
from salesdesk.documents.coverage import missing_characters
from salesdesk.kernel.keys import Secret
from salesdesk.office.founding import Founder, found, found_on_server
from salesdesk.store.address import is_address, parse


def new(arguments: argparse.Namespace) -> int:
    """Make an office and print its recovery key."""
    if is_address(arguments.place):
        return practise(arguments.place) if arguments.practice else _on_server(arguments)
    place = Path(arguments.place)
    if arguments.practice:
        practice.furnish(place, missing=missing_characters)
        say({"ok": True, "result": {"office": str(place), "practice": True}})
        return OK
    office, key = found(place, _founder(arguments), missing=missing_characters)
    office.close()
    say({"ok": True, "result": {"office": str(place), "recovery_key": key}})
    return OK


def _on_server(arguments: argparse.Namespace) -> int:
    """Make an office in a server's database; the address names a login that may make others."""
    address, founder = parse(arguments.place), _founder(arguments)
    office = let_in(
        address, lambda signed: found_on_server(signed, founder, missing=missing_characters)
    )
    office.close()
    say({"ok": True, "result": {"office": address.place}})
    return OK


def _founder(arguments: argparse.Namespace) -> Founder:
    if not (arguments.person and arguments.name):
        message = "new needs --person LOGIN and --name NAME (and --project NAME), or --practice"
        raise UsageError(message)
    return Founder(
        login=arguments.person,
        name=arguments.name,
        password=Secret(password(arguments.person)),
        project=arguments.project,
        company=arguments.company,
    )
