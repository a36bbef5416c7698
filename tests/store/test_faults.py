"""What may be wrong with a disk, a file or a clock: refused with its remedy, and nothing changed."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import Secret
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.audit import audit
from salesdesk.office.founding import Founder, found
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.staff.rules import Role
from salesdesk.store import file as store
from salesdesk.store import place as places
from salesdesk.store.damages import damage_of, finding_of
from salesdesk.store.faults import (
    ClockWentBack,
    DamagedOffice,
    DiskFails,
    DiskFull,
    NotAnOffice,
    OfficeBusy,
    OnNetworkShare,
    PlaceTaken,
    ReadOnlyPlace,
    refusal_for,
)
from salesdesk.store.file import FileDatabase
from tests.furnished import PASSWORD, Clock, seated

TOP = Path(__file__).resolve().parents[2]
FOUNDER = Founder(login="admin", name="a", password=Secret(PASSWORD), project="p", practice=True)


def remedied(refusal):
    problem, remedy = refusal.value.sentences()
    return bool(problem and remedy)


# --- the folder is read-only: a child as nobody, since root writes anywhere -------------------------


@contextmanager
def nobody():
    """Be somebody without rights for a while: root writes anywhere."""
    if os.getuid():
        yield
        return
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def nobodys():
    """A folder outside pytest's own, which only its owner may enter."""
    folder = Path(tempfile.mkdtemp(prefix="salesdesk-nobody-", dir="/tmp"))
    folder.chmod(0o777)
    yield folder
    for path in (folder, *folder.iterdir()):
        path.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444), (0o777, 0)]
)
def test_an_office_that_cannot_be_written_says_so(lived, nobodys, folder_mode, file_mode):
    path = nobodys / "a.office"
    shutil.copyfile(lived, path)
    path.chmod(file_mode)
    before = path.read_bytes()
    nobodys.chmod(folder_mode)
    with nobody(), pytest.raises(ReadOnlyPlace) as refusal:
        seated(path, Clock()).customer("x", "13900000009")
    assert remedied(refusal)
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_new_office_in_a_folder_that_cannot_be_written_says_so(nobodys):
    nobodys.chmod(0o555)
    with nobody(), pytest.raises(ReadOnlyPlace):
        found(nobodys / "a.office", FOUNDER)
    assert list(nobodys.iterdir()) == []


# --- the disk is full ---------------------------------------------------------------------------------


def fill(desks):
    for n in range(2000):
        desks.customer(f"顾客{n}", f"138{n:08d}")


def test_a_full_disk_is_said_and_nothing_is_half_done(desks):
    """SQLite is told that not a page more may be had."""
    customer = desks.customer("满盘", "13900000009")
    office, unit = desks.office, desks.unit("1-1-0201")

    def full(connection, _entry):
        connection.execute("PRAGMA max_page_count=1")  # it stays at what the file has

    event.listen(office.database.engine, "connect", full)
    office.database.engine.dispose()
    with pytest.raises(DiskFull) as refusal:
        fill(desks)
    assert remedied(refusal)
    event.remove(office.database.engine, "connect", full)
    office.database.engine.dispose()
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))  # room again: work goes on
    assert desks.state("1-1-0201") == "on hold"


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="needs a disk of its own")
def test_a_really_full_disk(lived, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    size = lived.stat().st_size + 500_000
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)],
        check=False, capture_output=True,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("no right to mount")
    try:
        shutil.copyfile(lived, disk / "a.office")
        desks = seated(disk / "a.office", Clock())
        desks.clock.forward(days=2)
        with pytest.raises(DiskFull):
            fill(desks)
        assert not [finding for finding in desks.manager.ask(audit) if finding.broken]
        desks.office.close()
        with pytest.raises((DiskFull, ReadOnlyPlace)):
            found(disk / "b.office", FOUNDER)
        assert not list(disk.glob("b.office*"))
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


def test_a_disk_that_fails_is_not_called_full(tmp_path):
    """Where there is room, an I/O error is no full disk: nobody shall look for files to throw away."""
    error = OperationalError("INSERT", {}, sqlite.OperationalError("disk I/O error"))
    refusal = refusal_for(error, tmp_path / "a.office")
    assert isinstance(refusal, DiskFails)
    assert "full" not in " ".join(refusal.sentences())


# --- the file is damaged --------------------------------------------------------------------------------


def spoiled(path, how):
    whole = bytearray(path.read_bytes())
    match how:
        case "cut off":
            whole = whole[: len(whole) // 2]
        case "cut off in the header":
            whole = whole[:50]
        case "empty":
            whole = bytearray()
        case "a page of noise":
            whole[8192 : 8192 + 4096] = os.urandom(4096)
        case "noise at the start":
            whole[:64] = os.urandom(64)
        case "noise after the header":
            whole[100:4096] = os.urandom(3996)
        case "zeros in the middle":
            middle = len(whole) // 2 // 4096 * 4096
            whole[middle : middle + 8192] = bytes(8192)
    path.write_bytes(whole)


@pytest.mark.speaks
@pytest.mark.parametrize(
    "how",
    ["cut off", "cut off in the header", "empty", "a page of noise", "noise at the start",
     "noise after the header", "zeros in the middle"],
)  # fmt: skip
def test_a_damaged_office_is_refused_kept_and_never_replaced(place, how):
    spoiled(place, how)
    before = place.read_bytes()
    with pytest.raises((DamagedOffice, NotAnOffice)) as refusal:
        open_office(place)
    assert remedied(refusal)
    if isinstance(refusal.value, DamagedOffice) and how != "empty":
        words, code = refusal.value.facts["detail"].split(" (")
        assert words in {damage_of("malformed").split(" (")[0], damage_of("not a database").split(" (")[0],
                         finding_of("Tree 1").split(" (")[0], damage_of("malformed database schema").split(" (")[0]}  # fmt: skip
        assert code in {"SQLITE_CORRUPT)", "SQLITE_NOTADB)", "integrity_check)"}
    with pytest.raises(PlaceTaken):
        found(place, FOUNDER)
    assert place.read_bytes() == before


@pytest.mark.speaks
def test_an_office_damaged_while_it_is_open_is_refused_and_not_a_defect(desks, place):
    desks.office.database.engine.dispose()
    with place.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(place.stat().st_size - 4096))
    with pytest.raises(DamagedOffice):
        desks.customer("坏", "13900000001")


# --- where an office may lie ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["OneDrive - 云栖", "Dropbox", "坚果云同步", "百度网盘", "WPS云盘"]
)
def test_a_synchronised_folder_is_refused(lived, tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    shutil.copyfile(lived, folder / "a.office")
    with pytest.raises(OnNetworkShare) as refusal:
        open_office(folder / "a.office")
    assert refusal.value.facts["kind"] == name
    with pytest.raises(OnNetworkShare):
        found(folder / "b.office", FOUNDER)
    assert [path.name for path in folder.iterdir()] == ["a.office"]


@pytest.mark.parametrize("kind", ["cifs", "smb3", "nfs4", "fuse.sshfs", "9p", "vboxsf"])
def test_a_network_share_is_refused(place, monkeypatch, kind):
    """What the system says of a mount is the one thing here that no test machine has."""
    monkeypatch.setattr(places, "_file_system", lambda _path: kind)
    with pytest.raises(OnNetworkShare):
        open_office(place)


def test_the_mount_of_a_path_is_found():
    assert places._file_system(Path("/proc/self/mounts")) == "proc"
    assert places._file_system(Path("/")) not in {"", "proc"}


def test_a_link_does_not_hide_where_an_office_lies(lived, tmp_path):
    (tmp_path / "OneDrive").mkdir()
    shutil.copyfile(lived, tmp_path / "OneDrive" / "a.office")
    (tmp_path / "desk.office").symlink_to(tmp_path / "OneDrive" / "a.office")
    with pytest.raises(OnNetworkShare):
        open_office(tmp_path / "desk.office")


@pytest.mark.parametrize(
    "name", ["售楼处 #1", "100% 云栖", "a?b=c&d", "o'clock", 'say "x"', "[1]", "空 格", "𬭚"]
)
def test_an_office_may_have_any_name(lived, tmp_path, name):
    folder = tmp_path / name
    folder.mkdir()
    path = folder / f"{name}.office"
    shutil.copyfile(lived, path)
    clock = Clock()
    clock.forward(days=1, hours=1)
    desks = seated(path, clock)
    desks.customer("名", "13900000009")
    desks.office.close()
    looking = FileDatabase(path, read_only=True)
    with looking.reading() as session:
        sql = "SELECT count(*) FROM customer WHERE name = '名'"
        assert session.connection().exec_driver_sql(sql).scalar_one() == 1
    looking.close()
    ours = {path.name + ending for ending in ("", ".lock", "-wal", "-shm")}
    assert {p.name for p in folder.iterdir()} <= ours
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_founding_that_fails_takes_only_its_own_files_away(tmp_path):
    for name in ("a.office.old", "a.office-backups", "a.office 2"):
        (tmp_path / name).write_text("mine")
    twice = Founder(
        login="admin", name="a", password=Secret(PASSWORD), project="p", practice=True,
        people=(("admin", "the same login", Role.MANAGER),),
    )  # fmt: skip
    with pytest.raises(UserError):
        found(tmp_path / "a.office", twice)
    assert {p.name for p in tmp_path.iterdir()} == {
        "a.office.old",
        "a.office-backups",
        "a.office 2",
    }


def test_a_new_office_replaces_nothing(tmp_path):
    path = tmp_path / "a.office"
    path.write_text("a letter")
    with pytest.raises(PlaceTaken):
        found(path, FOUNDER)
    with pytest.raises(ReadOnlyPlace):
        found(tmp_path / "no such folder" / "a.office", FOUNDER)
    assert path.read_text() == "a letter"


# --- time and turns -------------------------------------------------------------------------------------


def test_a_clock_set_back_is_refused_and_a_small_step_is_not(desks):
    customer = desks.customer("时", "13900000009")
    last = desks.clock.now
    desks.clock.forward(minutes=-3)
    unit = desks.unit("1-1-0201")
    with pytest.raises(ClockWentBack) as refusal:
        desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    assert remedied(refusal)
    desks.clock.forward(minutes=2)  # a minute behind: time stands still until it catches up
    desks.consultant.do(HoldUnit(unit=unit, customer=customer))
    with desks.office.database.reading() as session:
        sql = "SELECT max(opened_at) >= ? FROM claim"
        at = int(last.timestamp() * 1_000_000)
        assert session.connection().exec_driver_sql(sql, (at,)).scalar_one()


HOLDS_THE_LOCK = """
import sys, time
from pathlib import Path
from salesdesk.store.file import FileDatabase
with FileDatabase(Path(sys.argv[1])).writing() as session:
    session.connection().exec_driver_sql("SELECT 1")
    print("holding", flush=True)
    time.sleep(60)
"""


@pytest.mark.threads  # the one that stands in the queue leaves when the other lets go
def test_a_stopped_program_costs_the_deadline_and_no_more(desks, place, monkeypatch):
    monkeypatch.setattr(store, "DEADLINE_SECONDS", 0.3)
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS_THE_LOCK, str(place)], cwd=TOP, stdout=subprocess.PIPE
    )
    try:
        assert other.stdout.readline() == b"holding\n"
        if hasattr(signal, "SIGSTOP"):
            other.send_signal(signal.SIGSTOP)
        with pytest.raises(OfficeBusy) as refusal:
            desks.customer("等", "13900000009")
        assert remedied(refusal)
        assert desks.units()  # reading goes on
    finally:
        other.kill()
        other.wait()
        other.stdout.close()
    desks.customer("等", "13900000009")


def test_another_program_on_the_file_without_our_lock_is_waited_for_and_then_named(desks, raw):
    raw.execute("BEGIN IMMEDIATE")
    event.listen(
        desks.office.database.engine, "connect",
        lambda connection, _entry: connection.execute("PRAGMA busy_timeout=100"),
    )  # fmt: skip
    desks.office.database.engine.dispose()
    with pytest.raises(OfficeBusy):
        desks.customer("等", "13900000009")
    raw.execute("ROLLBACK")
    desks.customer("等", "13900000009")


def test_two_offices_open_on_one_file_work_side_by_side(place):
    clock = Clock()
    clock.forward(days=1, hours=1)
    one, other = seated(place, clock), seated(place, clock)
    customer = one.customer("甲", "13900000001")
    other.consultant.do(HoldUnit(unit=other.unit("1-1-0201"), customer=customer))
    assert one.state("1-1-0201") == "on hold"
    one.office.close()
    other.customer("乙", "13900000002")
    other.office.close()


def test_what_a_crash_left_in_the_log_is_there_again(place, tmp_path):
    """Copy the files of an office in use, as a crash leaves them: nothing acknowledged is lost."""
    clock = Clock()
    clock.forward(days=1, hours=1)
    desks = seated(place, clock)
    desks.customer("崩", "13900000009")
    crashed = tmp_path / "crashed.office"
    for ending in ("", "-wal"):
        shutil.copyfile(f"{place}{ending}", f"{crashed}{ending}")
    desks.office.close()
    again = seated(crashed, clock)
    with closing(sqlite.connect(str(crashed))) as look:
        assert look.execute("SELECT count(*) FROM customer WHERE name='崩'").fetchone() == (1,)
    again.office.close()
