"""Word of what changed reaches every desk: from another process, after a gap, after a lost file."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from salesdesk.kernel.change import EVERYTHING, Change, Topic
from salesdesk.store import changes

TOP = Path(__file__).resolve().parents[2]
PATIENCE_S = 10.0


class Heard:
    """What a desk was told, in order."""

    def __init__(self):
        self.parts = []

    def __call__(self, news):
        self.parts.append(news)

    @property
    def all(self):
        return frozenset().union(*self.parts)

    def within(self, condition):
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            if condition(self.all):
                return True
            time.sleep(0.01)
        return False


@pytest.fixture
def heard(desks):
    told = Heard()
    watcher = desks.manager.watch(told)
    yield told
    watcher.stop()


ELSEWHERE = """
import sys
from pathlib import Path
from tests.furnished import Clock, seated
clock = Clock()
clock.forward(days=1, hours=2)
seated(Path(sys.argv[1]), clock).customer("远", "13900000009")
"""


def test_a_desk_hears_what_another_process_did(heard, place):
    subprocess.run([sys.executable, "-c", ELSEWHERE, str(place)], cwd=TOP, check=True)
    assert heard.within(lambda news: any(c.topic is Topic.VISIT for c in news))
    assert {c.topic for c in heard.all} == {Topic.CUSTOMER, Topic.VISIT, Topic.FOLLOW_UP}


def test_a_refused_command_is_no_news(heard, desks):
    with pytest.raises(Exception):  # noqa: B017, PT011 - whatever the refusal
        desks.customer("", "13900000009")
    known = desks.customer("真", "13900000008")
    assert heard.within(lambda news: Change(Topic.CUSTOMER, known) in news)
    assert {c.key for c in heard.all if c.topic is Topic.CUSTOMER} == {known}


def test_a_gap_in_the_log_means_everything(heard, desks):
    with desks.office.database.writing() as session:
        last = session.execute(text("SELECT max(seq) FROM change")).scalar_one()
        session.execute(
            text(f"INSERT INTO change (seq, topic, key) VALUES ({last + 50}, 'unit', 1)")
        )
    assert heard.within(lambda news: EVERYTHING in news)


def test_old_news_is_thrown_away_and_a_slow_desk_reads_everything(desks, monkeypatch):
    monkeypatch.setattr(changes, "KEPT", 5)
    told = Heard()
    watcher = desks.office.database.watcher(told)  # looks before, hears after
    for start in range(0, 2000, 100):
        with desks.office.database.writing() as session:
            changes.record(session, [Change(Topic.UNIT, n) for n in range(start, start + 100)])
    with desks.office.database.reading() as session:
        kept = session.execute(text("SELECT count(*) FROM change")).scalar_one()
    assert kept < 1100
    watcher.start()
    assert told.within(lambda news: EVERYTHING in news)
    watcher.stop()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_a_file_that_was_gone_and_is_back_means_everything(heard, desks, place):
    away = place.with_name("away")
    place.replace(away)
    time.sleep(0.1)
    away.replace(place)
    known = desks.customer("还", "13900000009")
    assert heard.within(lambda news: news & {EVERYTHING, Change(Topic.CUSTOMER, known)})


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
def test_another_file_at_the_same_place_means_everything(heard, desks, place, lived):
    """A backup was restored where the office was: a desk must not go on watching the old one."""
    new = place.with_name("new")
    shutil.copyfile(lived, new)
    for ending in ("-wal", "-shm"):
        place.with_name(place.name + ending).unlink(missing_ok=True)
    new.replace(place)
    assert heard.within(lambda news: EVERYTHING in news)
    known = desks.customer("新", "13900000009")  # and what is done now is done in the new one
    assert heard.within(lambda news: Change(Topic.CUSTOMER, known) in news)


def test_a_watcher_that_was_stopped_is_gone_and_silent(desks):
    told = Heard()
    watcher = desks.manager.watch(told)
    watcher.stop()
    assert not watcher._thread.is_alive()
    desks.customer("静", "13900000009")
    time.sleep(0.1)
    assert told.parts == []
