"""An office file with a life behind it, made once, copied for each test."""

from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as sqlite

from salesdesk.office.entrance import open_office
from tests.furnished import Clock, copied, once, seated
from tests.store.lived import live


@pytest.fixture(scope="session")
def lived(tmp_path_factory):
    path = tmp_path_factory.mktemp("lived") / "lived.office"
    once("lived.office", live, path)
    return path


@pytest.fixture
def place(lived, tmp_path):
    return copied(lived, tmp_path)


@pytest.fixture
def clock():
    made = Clock()
    made.forward(days=1, hours=1)  # the office lived through a day and an hour
    return made


@pytest.fixture
def office(place, clock):
    opened = open_office(place, clock)
    yield opened
    opened.close()


@pytest.fixture
def desks(place, clock):
    made = seated(place, clock)
    yield made
    made.office.close()


@pytest.fixture
def raw(place):
    """A stranger's connection: none of our manners."""
    with closing(sqlite.connect(str(place), isolation_level=None)) as connection:
        yield connection
