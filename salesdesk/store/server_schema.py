"""The tables of an office on a server: known by version and by the fingerprint it was made with."""

from sqlalchemy import text

from salesdesk.store.database import Database
from salesdesk.store.faults import ChangedSchema, NewerOffice, NoOfficeThere, OlderServer
from salesdesk.store.marks import check_at_home
from salesdesk.store.schema import VERSION


def check_server(database: Database) -> None:
    """Refuse a server that holds no office, another version's, or one changed from outside.

    Raises `NoOfficeThere`, `NewerOffice`, `OlderServer`, `ChangedSchema`, `MovedAway`, `Moving`.
    """
    with database.reading() as session:
        there = session.execute(text("SELECT to_regclass('salesdesk.office') IS NOT NULL"))
        if not there.scalar_one():
            raise NoOfficeThere(place=database.place)
        row = session.execute(
            text("SELECT version, fingerprint, office_fingerprint() AS now FROM office")
        ).one()
    if row.version > VERSION:
        raise NewerOffice(found=row.version, known=VERSION)
    if row.version < VERSION:
        raise OlderServer(found=row.version, known=VERSION)
    if row.fingerprint != row.now:
        raise ChangedSchema(place=database.place)
    with database.reading() as session:
        check_at_home(session.connection())
