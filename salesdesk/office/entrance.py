"""An office is opened: its file checked first, or refused."""

from collections.abc import Callable
from pathlib import Path

from salesdesk.office.frontdoor import Office
from salesdesk.store import schema
from salesdesk.store.database import Clock, system_clock
from salesdesk.store.faults import OlderOffice
from salesdesk.store.file import FileDatabase
from salesdesk.store.marks import check_at_home

Missing = Callable[[str], str]


def prints_all(_text: str) -> str:
    """Say of every text that no character of it is missing."""
    return ""


def open_office(path: Path, clock: Clock = system_clock, missing: Missing = prints_all) -> Office:
    """Open the office at *path* after checking it; the refusals of `store.schema` tell why not."""
    schema.check_file(path)
    database = FileDatabase(path, clock)
    try:
        version = schema.check(database)
        with database.reading() as session:
            check_at_home(session.connection())
    except BaseException:
        database.close()
        raise
    if version < schema.VERSION:
        database.close()
        raise OlderOffice(place=path, found=version, known=schema.VERSION)
    return Office(database, missing)
