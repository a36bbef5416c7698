"""Real programs on one real file."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.furnished import copied, make

PATIENCE_S = 30.0
TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """The office of the tests: six units released, five people."""
    path = tmp_path_factory.mktemp("journeys") / "template.office"
    make(path)
    return path


@pytest.fixture
def place(template, tmp_path):
    return copied(template, tmp_path)


@pytest.fixture(scope="module")
def mother():
    made = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.racing"],
        cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield made
    made.stdin.close()
    made.stdout.close()
    made.wait()


class Programs:
    """Several programs on one office, started together."""

    def __init__(self, mother, place):
        self._mother, self._place = mother, place
        self.go = place.with_name("go")
        self.ids, self._logs = [], []

    def _ask(self, **job):
        self._mother.stdin.write(json.dumps(job) + "\n")
        self._mother.stdin.flush()
        return int(self._mother.stdout.readline())

    def start(self, what, **given):
        log = self._place.with_name(f"log-{len(self._logs)}")
        log.touch()
        self._logs.append(log)
        self.ids.append(
            self._ask(
                what=what, place=str(self._place), log=str(log), go=str(self.go), **{"with": given}
            )
        )

    def run(self):
        """Let all begin, wait until all have ended well, give what each said."""
        self.go.touch()
        ends = [self._ask(wait=process) for process in self.ids]
        assert ends == [0] * len(ends), [said[-1:] for said in self.said]
        return self.said

    def ended(self, process):
        return self._ask(wait=process)

    def wait_for(self, lines, which=slice(None)):
        """Wait until each of the programs *which* has written so many lines ("ready" is one)."""
        until = time.monotonic() + PATIENCE_S
        while any(len(log.read_bytes().splitlines()) < lines for log in self._logs[which]):
            assert time.monotonic() < until, self.said
            time.sleep(0.005)

    @property
    def said(self):
        """What each program wrote once it was ready; a line cut off by a kill is left out."""
        lines = [log.read_text("utf-8").splitlines() for log in self._logs]
        return [[json.loads(line) for line in said[1:] if line.endswith("]")] for said in lines]


@pytest.fixture
def programs(mother, place):
    return Programs(mother, place)
