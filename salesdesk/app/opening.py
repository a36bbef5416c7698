"""An office file is opened; one of an older program is brought forward first."""

import logging
from pathlib import Path

from salesdesk.app import rooms
from salesdesk.office.entrance import Missing, open_office, prints_all
from salesdesk.office.frontdoor import Office
from salesdesk.store.faults import OlderOffice

_log = logging.getLogger(__name__)


def open_file(path: Path, missing: Missing = prints_all) -> Office:
    """Open the office file at *path*, after a verified backup where its tables must be renewed."""
    try:
        return open_office(path, missing=missing)
    except OlderOffice:
        copy = rooms.load("salesdesk.office.renewing").renew(path)
        _log.info("the office was brought forward; it was copied to %s first", copy)
    return open_office(path, missing=missing)
