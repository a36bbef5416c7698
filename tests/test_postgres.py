"""However a test run ends, its servers end with it, and nothing of them is left."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.postgres import Server

TOP = Path(__file__).resolve().parents[1]
PATIENCE_S = 60.0

_SUITE = """
import os, time
from pathlib import Path
from tests.postgres import Server

def test_that_is_never_done():
    server = Server.made()
    told = Path(__file__).with_name("told")
    told.with_name("new").write_text(f"{os.getpid()} {server.process.pid} {server.folder}")
    told.with_name("new").rename(told)
    while True:
        time.sleep(0.05)
"""


_HEARS = """
import signal, sys
import pytest
# A run in a shell's background is begun deaf to SIGINT, and so are its children.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(pytest.main(sys.argv[1:]))
"""


def until(ready):
    end = time.monotonic() + PATIENCE_S
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.02)


def runs(process):
    """Whether it is there and no zombie."""
    with suppress(OSError):
        stat = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
        return stat.rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.fixture
def suite(tmp_path):
    """A suite in another process, on a worker, in the middle of a test that has a server."""
    (tmp_path / "test_it.py").write_text(_SUITE, "utf-8")
    with (tmp_path / "log").open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-c", _HEARS, "-n", "1", "-p", "no:cacheprovider",
             "--rootdir", tmp_path, tmp_path / "test_it.py"],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(TOP)}, stdout=log, stderr=log,
            start_new_session=True,
        )  # fmt: skip
    until((tmp_path / "told").exists)
    worker, server, folder = (tmp_path / "told").read_text("utf-8").split()
    yield running, int(worker), int(server), Path(folder)
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


@pytest.mark.parametrize(
    ("who", "how"),
    [
        ("controller", signal.SIGINT),
        ("controller", signal.SIGTERM),
        ("worker", signal.SIGTERM),
        ("worker", signal.SIGKILL),
        ("all", signal.SIGKILL),
    ],
)
def test_a_suite_that_is_ended_leaves_no_server(suite, who, how):
    running, worker, server, folder = suite
    assert runs(server)
    assert folder.is_dir()
    if who == "all":
        os.killpg(running.pid, how)
    else:
        os.kill(worker if who == "worker" else running.pid, how)
    until(lambda: not folder.exists())
    assert not runs(server)


def test_a_server_that_does_not_listen_any_more_is_removed_too():
    made = Server.made()
    os.kill(made.process.pid, signal.SIGSTOP)
    made.caretaker.stdin.close()
    until(lambda: not made.folder.exists())
    assert made.process.wait(PATIENCE_S) == -signal.SIGKILL
    made.remove()


def test_a_start_that_fails_leaves_nothing(monkeypatch):
    folders = []

    def fails(self, *_given):
        folders.append(self.folder)
        raise OSError

    monkeypatch.setattr(Server, "call", fails)
    with pytest.raises(OSError):  # noqa: PT011 - which one is what was raised above
        Server.made()
    assert not folders[0].exists()
