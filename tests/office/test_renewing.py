"""An office on a server that an older program made is brought forward by whoever made it."""

import re
from contextlib import closing

import pytest

from salesdesk.kernel.keys import ProjectId
from salesdesk.office.founding import found_on_server
from salesdesk.office.inventory.law_commands import SetLaw
from salesdesk.office.inventory.law_queries import law_pack
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.joining import open_server
from salesdesk.office.renewing import renew_on_server
from salesdesk.store import schema, server_schema
from salesdesk.store.address import parse
from salesdesk.store.faults import NoOfficeThere, NotItsOwner, OlderServer
from tests.furnished import FOUNDER

VERSIONS = schema.Path(schema.__file__).parent / "migrations" / "versions"


def made_older(server, database):
    """Take away what the newest version added, and what its commands may do."""
    step = (VERSIONS / f"v{schema.VERSION:04}_postgresql.sql").read_text("utf-8")
    tables = re.findall(r"CREATE TABLE (\w+)", step)
    added = re.findall(r"^CREATE FUNCTION (\w+)", step, re.MULTILINE)
    indexes = re.findall(r"^CREATE (?:UNIQUE )?INDEX (\w+)", step, re.MULTILINE)
    before = f"{schema.VERSION - 1:04}"
    server.sql(
        "SET search_path = salesdesk",
        "SET session_replication_role = replica",
        *(f"DROP FUNCTION {name}() CASCADE" for name in added),
        *(f"DROP TABLE {name} CASCADE" for name in reversed(tables)),
        *(f"DROP INDEX IF EXISTS {name}" for name in indexes),  # those on tables of before
        "DELETE FROM role_right WHERE name IN ('SetLaw', 'law_pack')",
        f"UPDATE alembic_version SET version_num = '{before}'",
        f"UPDATE office SET version = {schema.VERSION - 1}, fingerprint = office_fingerprint()",
        database=database,
    )


def check(server, address):
    office = open_server(parse(server.url(address.url.database, login="manager")))
    with closing(office):
        server_schema.check_server(office.database)


@pytest.fixture
def older(server, founder):
    found_on_server(founder, FOUNDER).close()
    made_older(server, founder.url.database)
    return founder


def test_an_older_office_is_brought_forward_by_whoever_made_it(server, older):
    with pytest.raises(OlderServer):
        check(server, older)
    assert renew_on_server(older) == schema.VERSION - 1
    check(server, older)
    office = open_server(older)
    manager = office.sign_in("manager", "")
    assert len(manager.ask(law_pack)) == len(Law)
    wish = SetLaw(project=ProjectId(1), law=Law.PUBLISH_ALL, level=LawLevel.BLOCK, reason="x")
    assert manager.do(wish) == "R-07"
    office.close()
    assert renew_on_server(older) == schema.VERSION, "a second time changes nothing"


def test_only_who_made_it_brings_it_forward(server, older):
    desk = parse(server.url(older.url.database, login="manager"))
    with pytest.raises(NotItsOwner):
        renew_on_server(desk)
    with pytest.raises(OlderServer):
        check(server, older)


def test_where_no_office_is_nothing_is_made(server, founder):
    with pytest.raises(NoOfficeThere):
        renew_on_server(founder)
