"""Copies that can be trusted: whole while others write, looked at before they count, never lost."""

import os
import shutil
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from salesdesk.app import keeper as keepers
from salesdesk.app.keeper import BackupsFail, Keeper
from salesdesk.kernel.keys import CustomerId
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.audit import audit, counts
from salesdesk.office.inventory.queries import unit_history
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.queries import journal, last_drill
from salesdesk.store import backup, schema
from salesdesk.store.faults import (
    DamagedOffice,
    DiskFull,
    NoOffice,
    NotAnOffice,
    PlaceTaken,
    ReadOnlyPlace,
)
from salesdesk.store.file import FileDatabase
from salesdesk.store.work import Reading
from tests.furnished import seated


def look(path):
    database = FileDatabase(path, read_only=True)
    try:
        schema.check(database)
        with database.reading() as session:
            reading = Reading(session, 0, "", database.clock())
            return [f.law for f in audit(reading) if f.broken], counts(reading)
    finally:
        database.close()


def test_a_backup_holds_all_that_was_there_and_leaves_the_office_alone(office, place, tmp_path):
    whole = look(place)
    copy = backup.back_up(office.database, tmp_path / "copies")
    assert look(copy) == whole
    assert whole[0] == []
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]  # no log, no draft


def test_a_backup_taken_while_others_write_is_of_one_moment(desks, tmp_path):
    """Every receipt in the copy has its tender and movement, whatever was going on."""
    stop, written = threading.Event(), []

    def write():
        while not stop.is_set():
            desks.clock.forward(seconds=1)
            n = len(written)
            written.append(desks.customer(f"顾客{n}", f"139{n:08d}"))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = []
        for _turn in range(4):
            before = len(written)
            copies.append((before, backup.back_up(desks.office.database, tmp_path / "copies")))
            desks.clock.forward(seconds=1)
    finally:
        stop.set()
        writer.join()
    assert written
    for before, copy in copies:
        broken, rows = look(copy)
        assert broken == []
        assert before <= rows["customer"] - 1 <= len(written)
        assert rows["customer"] - 1 == rows["visit"] - 1  # a visit with each, in one transaction


def test_a_restored_office_works_and_nothing_is_replaced(office, place, clock, tmp_path):
    copy = backup.back_up(office.database, tmp_path)
    target = tmp_path / "again.office"
    backup.restore(copy, target)
    desks = seated(target, clock)
    desks.customer("恢", "13900000009")
    desks.office.close()
    assert open_office(copy_of(copy, tmp_path)).sweep() >= 0
    with pytest.raises(PlaceTaken):
        backup.restore(copy, place)
    with pytest.raises(NoOffice):
        backup.restore(tmp_path / "none.backup", tmp_path / "b.office")
    with pytest.raises(ReadOnlyPlace):
        backup.restore(copy, tmp_path / "no folder" / "b.office")


def copy_of(path, folder):
    return Path(shutil.copyfile(path, folder / "opened.office"))


def test_what_is_restored_from_an_office_in_use_holds_its_log_too(desks, place, tmp_path):
    """Somebody may point at the office's own file: the newest commits stand beside it."""
    desks.customer("末", "13900000009")
    backup.restore(place, tmp_path / "again.office")
    with closing(sqlite.connect(str(tmp_path / "again.office"))) as again:
        assert again.execute("SELECT count(*) FROM customer WHERE name='末'").fetchone() == (1,)


@pytest.mark.speaks
@pytest.mark.parametrize("how", ["cut off", "noise", "nothing", "a letter"])
def test_a_damaged_backup_is_not_restored(office, tmp_path, how):
    copy = backup.back_up(office.database, tmp_path / "copies")
    whole = bytearray(copy.read_bytes())
    whole = {
        "cut off": whole[: len(whole) // 2],
        "noise": whole[:8192] + os.urandom(8192) + whole[16384:],
        "nothing": b"",
        "a letter": b"Sehr geehrte Damen und Herren" * 300,
    }[how]
    copy.write_bytes(whole)
    target = tmp_path / "again.office"
    with pytest.raises((DamagedOffice, NotAnOffice)):
        backup.restore(copy, target)
    assert not target.exists()
    assert copy.read_bytes() == bytes(whole)


def test_a_loose_reference_is_damage(office, place, raw, tmp_path):
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("INSERT INTO phone (customer_id, number) VALUES (99, '1')")
    with pytest.raises(backup.BackupFailed):
        backup.back_up(office.database, tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []


def test_the_newest_are_kept_and_one_of_each_day(office, tmp_path, clock):
    clock.now = clock.now.replace(hour=1)
    for _day in range(3):
        for _hour in range(12):
            clock.forward(hours=1)
            backup.back_up(office.database, tmp_path)
        clock.forward(hours=12)
    kept = sorted(tmp_path.glob("*.backup"))
    assert len(kept) == backup.KEPT_NEWEST + 1
    assert kept[0].name.split("-")[1] == "20261125"  # the last one of the first day
    assert kept[0].name.split("-")[2].startswith("13")


def test_offices_that_share_a_folder_keep_their_own_copies(lived, clock, tmp_path):
    """`east` is not `east-2`: neither counts nor thins out the other's."""
    folder, taken = tmp_path / "shared", {}
    for name in ("east", "east-2"):
        path = Path(shutil.copyfile(lived, tmp_path / f"{name}.office"))
        opened = open_office(path, clock)
        taken[path] = backup.back_up(opened.database, folder)
        opened.close()
        clock.forward(hours=1)
    for path, copy in taken.items():
        assert backup.backups(path, str(folder)) == [copy]
        assert backup.newest(path, str(folder))[0] == copy


@pytest.mark.parametrize("name", ["售楼处 #1", "100%", "a?b", "[1]", "a*"])
def test_copies_are_found_whatever_the_office_is_called(lived, clock, tmp_path, name):
    path = Path(shutil.copyfile(lived, tmp_path / f"{name}.office"))
    opened = open_office(path, clock)
    copy = backup.back_up(opened.database, backup.folder_of(path))
    opened.close()
    assert backup.backups(path) == [copy]
    backup.restore(copy, tmp_path / f"{name} 2.office")


def test_the_office_of_a_folder_that_cannot_be_made(office, tmp_path):
    (tmp_path / "a file").write_text("x")
    with pytest.raises(ReadOnlyPlace):
        backup.back_up(office.database, tmp_path / "a file" / "copies")


def test_a_keeper_backs_up_where_something_was_written_and_where_it_was_told(
    desks, place, tmp_path
):
    keeper = Keeper(desks.office)
    keeper.stop()
    first = backup.backups(place)
    assert len(first) == 1
    assert backup.newest(place)[0] == first[0]
    desks.clock.forward(minutes=1)
    Keeper(desks.office).stop()  # nothing was written since
    assert backup.backups(place) == first
    desks.customer("新", "13900000009")
    Keeper(desks.office).stop()
    assert len(backup.backups(place)) == 2


def test_a_keeper_lets_holds_lapse(desks):
    unit = desks.unit("1-1-0201")
    desks.consultant.do(HoldUnit(unit=unit, customer=CustomerId(1), minutes=5))
    desks.clock.forward(minutes=6)
    keeper = Keeper(desks.office)
    for _look in range(50):
        if desks.manager.ask(unit_history, unit)[0].ended_at:
            break
        threading.Event().wait(0.1)
    keeper.stop()
    line = desks.manager.ask(unit_history, unit)[0]
    assert (line.reason, line.ended_at - line.at) == ("time over", timedelta(minutes=5))


def test_a_full_disk_leaves_no_half_copy(office, tmp_path, monkeypatch):
    class Full(sqlite.Connection):
        """A disk without room: SQLite itself says so."""

        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.execute("PRAGMA max_page_count=2")

    real = sqlite.connect

    def connect(place, **kwargs):
        return real(place, **(kwargs | ({"factory": Full} if ".draft" in place else {})))

    monkeypatch.setattr(backup.sqlite, "connect", connect)
    with pytest.raises(DiskFull):
        backup.back_up(office.database, tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []


def test_a_log_left_behind_is_not_played_into_a_restored_office(office, tmp_path):
    """The lost office's last pages may stand in it: they are kept, and mixed into nothing."""
    copy = backup.back_up(office.database, tmp_path)
    log = tmp_path / "again.office-wal"
    log.write_bytes(b"the last commits of an office that is gone")
    with pytest.raises(PlaceTaken) as refused:
        backup.restore(copy, tmp_path / "again.office")
    assert refused.value.facts["place"] == log
    assert not (tmp_path / "again.office").exists()
    assert log.read_bytes().startswith(b"the last commits")


@pytest.mark.speaks
def test_a_backup_that_failed_is_owed_and_told(desks, place, tmp_path):
    """The journal is sealed before the copy: that must not pass for a copy made."""
    folder = tmp_path / "other disk"
    folder.write_text("no folder yet")
    desks.admin.do(ChangeSetting(name="backup_folder", value=str(folder)))
    keeper = Keeper(desks.office)
    keeper.stop()
    with pytest.raises(BackupsFail):
        keeper.newest()
    folder.unlink()
    desks.clock.forward(minutes=1)
    keeper.stop()
    assert len(backup.backups(place, str(folder))) == 1
    assert keeper.newest() is not None
    desks.clock.forward(minutes=1)
    keeper.stop()  # nothing was written since
    assert len(backup.backups(place, str(folder))) == 1


def test_a_keeper_drills_once_a_week_and_everybody_sees_when(desks, place):
    keeper = Keeper(desks.office)
    keeper.stop()
    copy = backup.backups(place)[0]
    assert keeper.drill() == copy
    assert desks.manager.ask(last_drill) == desks.clock.now
    line = desks.admin.ask(journal)[0]
    assert (line.command, line.actor) == ("RestoreDrill", "clock")
    assert copy.name in line.form
    desks.clock.forward(days=6)
    assert keeper.drill() is None  # not due yet
    desks.clock.forward(days=1)
    assert keeper.drill() == copy
    assert desks.manager.ask(last_drill) == desks.clock.now
    assert not [finding for finding in desks.manager.ask(audit) if finding.broken]


def test_a_keeper_without_a_backup_has_nothing_to_drill(desks):
    keeper = Keeper(desks.office, copies=False)
    assert keeper.drill() is None
    keeper.stop()
    assert desks.manager.ask(last_drill) is None


@pytest.mark.speaks
def test_a_backup_that_does_not_stand_the_drill_is_told_where_its_age_is_shown(desks, place):
    keeper = Keeper(desks.office)
    keeper.stop()
    copy = backup.backups(place)[0]
    whole = copy.read_bytes()
    copy.write_bytes(whole[: len(whole) // 2])
    assert keeper.drill() is None
    with pytest.raises(DamagedOffice):
        keeper.newest()
    assert desks.manager.ask(last_drill) is None  # what failed is not written down as done
    copy.write_bytes(whole)
    assert keeper.drill() == copy
    assert keeper.newest() is not None


def test_a_keeper_looks_for_a_drill_by_itself(desks, place, monkeypatch):
    backup.back_up(desks.office.database, backup.folder_of(place))
    monkeypatch.setattr(keepers, "DRILL_SECONDS", 0.0)
    keeper = Keeper(desks.office)
    for _look in range(100):
        if desks.manager.ask(last_drill) is not None:
            break
        threading.Event().wait(0.1)
    keeper.stop()
    assert desks.manager.ask(last_drill) is not None
