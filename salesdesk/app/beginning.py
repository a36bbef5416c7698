"""The verb ``new``: an office is made, or the furnished practice office."""

import argparse
from pathlib import Path

from salesdesk.app import practice
from salesdesk.app.door import OK, NotYetHere, password
from salesdesk.app.forms import UsageError
from salesdesk.app.speaking import say
from salesdesk.documents.coverage import missing_characters
from salesdesk.kernel.keys import Secret
from salesdesk.office.founding import Founder, found


def new(arguments: argparse.Namespace) -> int:
    """Make an office and print its recovery key."""
    if "://" in arguments.place:
        raise NotYetHere
    place = Path(arguments.place)
    if arguments.practice:
        practice.furnish(place, missing=missing_characters)
        say({"ok": True, "result": {"office": str(place), "practice": True}})
        return OK
    if not (arguments.person and arguments.name):
        message = "new needs --person LOGIN and --name NAME (and --project NAME), or --practice"
        raise UsageError(message)
    founder = Founder(
        login=arguments.person,
        name=arguments.name,
        password=Secret(password(arguments.person)),
        project=arguments.project,
        company=arguments.company,
    )
    office, key = found(place, founder, missing=missing_characters)
    office.close()
    say({"ok": True, "result": {"office": str(place), "recovery_key": key}})
    return OK
