"""The office's file comes through power cuts, and the rig that says so can fail."""

import random
import sys
from dataclasses import replace
from functools import partial

import pytest

if sys.platform != "linux":
    pytest.skip("the recorder knows Linux libraries", allow_module_level=True)

from salesdesk.office.entrance import open_office
from tests.chaos import powerloss
from tests.chaos.disk import SECTOR, Disk, Fate
from tests.chaos.officeday import StoreManner, holdings
from tests.chaos.powerloss import RecordingHasHoles
from tests.chaos.recording import Event, Recorder, What
from tests.chaos.witness import OFFICE, Promise, Verdict, Witness
from tests.furnished import Clock, Desks, seat

SEED = 4
CUTS = 300
OLD, NEW = b"o" * SECTOR, b"n" * SECTOR


# --- the trial ------------------------------------------------------------------------------------


def test_nothing_acknowledged_is_lost():
    report = powerloss.run(seed=SEED, points=1000, commands=18)
    assert report.clean, report
    assert report.points == 1000
    assert report.sqlite == "wal, synchronous=2"
    # A run that met no fault would prove nothing.
    assert len(report.fates) == len(Fate) and min(report.fates.values()) >= 40, report.fates
    assert report.disks >= 400 and report.offices >= 15 and report.resent >= 25, report
    assert report.receipts >= 8, report


@pytest.mark.parametrize("manner", [StoreManner.WAL_NORMAL, StoreManner.DELETE_FULL])
def test_a_file_kept_worse_loses_a_receipt(manner):
    report = powerloss.run(seed=SEED, points=80, manner=manner, commands=12)
    assert report.receipts_lost > 0 and not report.clean, report
    assert report.corrupt == report.doubled == 0, (
        report
    )  # what is seen is the seeded bug's own harm


def test_what_the_recorder_did_not_hear_is_noticed(monkeypatch):
    def deaf(folder, *_given):
        (folder / "office").mkdir()
        (folder / "office" / OFFICE).write_bytes(powerloss._furnished() + NEW)
        recorder = Recorder(folder / "office", folder / "tape")
        nothing = {"journal": (), "receipts": (), "seals": (), "books": ""}
        recorder.say(word="opened", journal_mode="wal", synchronous=2, holds=nothing)
        recorder.close()
        return folder / "tape"

    monkeypatch.setattr(powerloss, "_record", deaf)
    with pytest.raises(RecordingHasHoles):
        powerloss.run(seed=SEED, points=1)


# --- the judge --------------------------------------------------------------------------------------


@pytest.fixture
def evening(tmp_path):
    """An office that has done three commands: what it held after each, and its file."""
    place = tmp_path / OFFICE
    place.write_bytes(powerloss._furnished())
    office, clock = open_office(place, Clock()), Clock()
    desks = Desks(office, clock, partial(seat, office))
    held = [holdings(office)]
    for phone in ("13800000001", "13800000002", "13800000003"):
        desks.customer("王小明", phone)
        held.append(holdings(office))
    office.close()
    return held, place.read_bytes()


@pytest.mark.speaks
def test_the_judge_knows_lost_whole_doubled_and_corrupt(evening, tmp_path):
    held, file = evening
    witness = Witness(tmp_path / "cut")
    more = replace(held[3], journal=(*held[3].journal, "next"))
    broken = bytearray(file)
    broken[len(file) // 2 :] = bytes(len(file) - len(file) // 2)

    def verdict(promise, content=file):
        return witness.look({OFFICE: bytes(content)}, promise).verdict

    assert verdict(Promise(held[3])) is Verdict.WHOLE
    assert verdict(Promise(held[2], then_held=held[3])) is Verdict.WHOLE
    assert verdict(Promise(more)) is Verdict.LOST
    assert verdict(Promise(held[2])) is Verdict.DOUBLED
    assert verdict(Promise(held[1], then_held=held[2])) is Verdict.DOUBLED
    assert verdict(Promise(held[3]), broken) is Verdict.CORRUPT
    assert verdict(Promise(held[3]), b"") is Verdict.CORRUPT


# --- the disk ---------------------------------------------------------------------------------------


def left_after(*events):
    """Give every file that any of many cuts leaves after *events*."""
    disk = Disk({"book": OLD * 2})
    for event in (Event(What.KNOWN, 1, body=b"book"), *events):
        disk.do(event)
    return [disk.cut_power(random.Random(seed)).files for seed in range(CUTS)]


def test_what_was_not_flushed_is_lost_kept_or_torn_by_the_sector():
    left = left_after(Event(What.WRITTEN, 1, 0, NEW * 3))
    assert {files["book"] for files in left} >= {OLD * 2, NEW * 3, NEW + OLD, NEW * 2, OLD + NEW}
    for files in left:
        sectors = [files["book"][n * SECTOR : (n + 1) * SECTOR] for n in range(3)]
        assert set(sectors) <= {OLD, NEW, b"", bytes(SECTOR)}, "a sector is never torn"


def test_a_flush_is_a_promise():
    left = left_after(Event(What.WRITTEN, 1, 0, NEW * 3), Event(What.FLUSHED, 1))
    assert left == [{"book": NEW * 3}] * CUTS


def test_a_removal_comes_back_until_something_is_flushed():
    gone = Event(What.GONE, body=b"log")
    made = (
        Event(What.MADE, 2, body=b"log"), Event(What.WRITTEN, 2, 0, NEW), Event(What.FLUSHED, 2),
    )  # fmt: skip
    assert {"log" in files for files in left_after(*made, gone)} == {True, False}
    for flush in (Event(What.FOLDER_FLUSHED), Event(What.FLUSHED, 1)):
        assert not any("log" in files for files in left_after(*made, gone, flush))
    # Flushing the data of another file says nothing of names.
    assert any("log" in files for files in left_after(*made, gone, Event(What.DATA_FLUSHED, 1)))


def test_names_are_lost_in_order():
    left = left_after(
        Event(What.MADE, 2, body=b"first"), Event(What.MADE, 3, body=b"second"),
        Event(What.MOVED, body=b'["second", "third"]'),
    )  # fmt: skip
    seen = {tuple(sorted(set(files) - {"book"})) for files in left}
    assert seen == {(), ("first",), ("first", "second"), ("first", "third")}


def test_a_cut_may_come_undone():
    left = left_after(Event(What.CUT, 1, SECTOR), Event(What.WRITTEN, 1, SECTOR, NEW))
    assert {files["book"] for files in left} == {OLD * 2, OLD, OLD + NEW}
