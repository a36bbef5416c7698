"""Real offices on real files: made once a session, copied for each test."""

import os
from itertools import count

import pytest

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
        place, clock = request.getfixturevalue("place"), request.getfixturevalue("clock")
        made = seated(place, clock)
        yield made
        made.office.close()
        return
    server, template = request.getfixturevalue("server"), request.getfixturevalue("on_server")
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
