"""Real offices on real files: made once a session, copied for each test."""

import os

import pytest

from tests.furnished import Clock, copied, make, seated


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


@pytest.fixture
def desks(place, clock):
    made = seated(place, clock)
    yield made
    made.office.close()


@pytest.fixture(scope="session")
def nightly():
    """Whether this is the long run of the night: ``SALESDESK_NIGHTLY=1``."""
    return os.environ.get("SALESDESK_NIGHTLY") == "1"
