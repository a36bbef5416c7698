"""Real offices on real files: made once a session, copied for each test."""

import os
from contextlib import contextmanager
from itertools import count
from uuid import uuid4

import pytest

from salesdesk.store.address import parse
from tests.furnished import (
    Clock,
    ServerClock,
    as_they_were,
    copied,
    make,
    make_on,
    seated,
    seated_on,
)


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "template.office"
    make(path)
    return path


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def place(template, tmp_path):
    return copied(template, tmp_path)


@pytest.fixture(params=["file", "server"])
def desks(request):
    """Everybody seated in an office, once on a file and once on a server."""
    if request.param == "file":
        with _on_file(*map(request.getfixturevalue, ("place", "clock"))) as made:
            yield made
        return
    with _on_server(*map(request.getfixturevalue, ("server", "on_server"))) as made:
        yield made


@pytest.fixture(scope="module", params=["file", "server"])
def desks_to_read(request, tmp_path_factory):
    """The same, one for all tests of a file that change nothing."""
    if request.param == "file":
        place = copied(request.getfixturevalue("template"), tmp_path_factory.mktemp("read"))
        with _on_file(place, Clock()) as made:
            yield made.everybody()  # their threads are the module's, no test's
        return
    with _on_server(*map(request.getfixturevalue, ("server", "on_server"))) as made:
        yield made.everybody()  # their threads are the module's, no test's


@contextmanager
def _on_file(place, clock):
    made = seated(place, clock)
    yield made
    made.office.close()


@contextmanager
def _on_server(server, template):
    name, known = f"office_{next(_NUMBERS)}", server.logins()
    server.database(name, template)
    made = seated_on(server, name, ServerClock(server, name))
    yield made
    made.office.close()
    as_they_were(server, name)
    server.drop(name)
    for login in server.logins() - known:  # logins are the whole server's
        server.sql(f'DROP ROLE "{login}"')


@pytest.fixture(scope="session")
def on_server(server):
    make_on(server, "template_office")
    return "template_office"


_NUMBERS = count(1)


@pytest.fixture(scope="session")
def nightly():
    """Whether this is the long run of the night: ``SALESDESK_NIGHTLY=1``."""
    return os.environ.get("SALESDESK_NIGHTLY") == "1"


@pytest.fixture
def founder(server):
    """Give the address of an empty database that belongs to a login that may make others."""
    name, known = f"made_{uuid4().hex[:8]}", server.logins()
    server.sql(f"CREATE ROLE {name} LOGIN CREATEROLE", f"CREATE DATABASE {name} OWNER {name}")
    yield parse(server.url(name, login=name))
    server.drop(name)
    for login in server.logins() - known - {name}:
        server.sql(f'DROP ROLE "{login}"')
