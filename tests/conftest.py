"""What holds for every test: no screen, no trace on this machine, nothing left running, nothing logged.

A test that makes the program warn on purpose is marked ``speaks``; one that leaves threads to the
process on purpose is marked ``threads``.
"""

import logging
import os
import tempfile
import threading
import time
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings

import run
from salesdesk.office.staff import passwords
from tests.postgres import Server, in_memory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A file office waits for the disk at every commit; that it does is what `tests/chaos` sees to.
if _memory := in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_memory))

# Settings, logs and backups of a tried-out window must not land in the developer's own folders.
_TRACES = tempfile.TemporaryDirectory(prefix="salesdesk-tests-")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(Path(_TRACES.name, _name.split("_")[1].lower()))

os.environ.setdefault(
    "SALESDESK_TESTS_SHARED", _TRACES.name
)  # the first process's, for all of a run

# The same examples in every run: a test that fails here fails everywhere.
settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")

# Hashed in a moment: by the real hash each sign-in takes 64 MiB and up to 0.2 s of a core.
_REAL_HASHER = passwords._HASHER
passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

OURS = ("salesdesk", "sqlalchemy", "alembic")
PATIENCE_S = 3.0
_LONG = (
    "test_chaos.py",
    "test_any_day.py",
    "test_races.py",
    "test_powerloss.py",
    "test_any_reception.py",
    "test_moving.py",
    "test_shared_office.py",
    "test_standby.py",
    "test_postgres.py",
    "test_real_office.py",
    "test_any_words.py",
    "test_commandline.py",
)
"""The files that take longest, the longest first."""


def pytest_configure(config):
    """Compile the translations once, before any worker starts."""
    if not hasattr(config, "workerinput") and Path(run.PYTHON).exists():
        with run.one_at_a_time():
            run.compile_translations()


def pytest_collection_modifyitems(items):
    """Begin with what takes longest: whatever begins last, one worker alone may have to end."""
    items.sort(key=lambda item: _LONG.index(item.path.name) if item.path.name in _LONG else 99)
    if os.environ.get("SALESDESK_NIGHTLY") == "1":  # a night's run takes the time it takes
        for item in items:
            item.add_marker(pytest.mark.timeout(0))


def pytest_unconfigure():
    _TRACES.cleanup()


@pytest.fixture(autouse=True)
def _nothing_left_running(request):
    """Fail a test whose threads outlive it: they would write into the next one's office."""
    before = set(threading.enumerate())
    yield
    if request.node.get_closest_marker("threads"):
        return
    until = time.monotonic() + PATIENCE_S
    while (left := _threads_since(before)) and time.monotonic() < until:
        time.sleep(0.01)
    if left:
        pytest.fail(f"threads left running: {sorted(thread.name for thread in left)}")


def _threads_since(before):
    # A Python frame inside a Qt or C thread shows up as a dummy thread that nobody can join.
    dummy = threading._DummyThread
    return {t for t in threading.enumerate() if t not in before and not isinstance(t, dummy)}


class _Listener(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.heard = []

    def emit(self, record):
        if record.name.split(".")[0] in OURS:
            self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _nothing_logged(request):
    """Fail a test in which the program warned or reported a defect unasked."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if listener.heard and not request.node.get_closest_marker("speaks"):
        pytest.fail("unexpected in the log:\n" + "\n".join(listener.heard))


@pytest.fixture
def real_passwords(monkeypatch):
    """Hash passwords as the program does."""
    monkeypatch.setattr(passwords, "_HASHER", _REAL_HASHER)


@pytest.fixture(scope="session")
def server():
    """A real PostgreSQL on loopback, started once for all tests of a process that want one."""
    made = Server.made()
    yield made
    made.remove()
