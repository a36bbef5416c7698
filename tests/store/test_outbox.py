"""The box of orders that survives its program."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from salesdesk.store.faults import ReadOnlyPlace
from salesdesk.store.outbox import Order, Outbox, read

AT = datetime(2026, 11, 24, 2, 31, 5, 120, tzinfo=UTC)


def order(intent, minutes=0, **form):
    at = AT + timedelta(minutes=minutes)
    return Order(intent=intent, command="HoldUnit", form=form, login="wang", made_at=at)


def test_what_is_kept_is_on_the_disk_and_found_by_the_next_program(tmp_path):
    first = Outbox(tmp_path / "wang")
    first.keep(order("b", 1, unit=2))
    first.keep(order("a", 0, unit=1, payer="王小明"))
    (file,) = (tmp_path / "wang").glob("*.orders")
    assert {one.intent for one in read(file)} == {"a", "b"}
    assert file.stat().st_mode & 0o077 == 0
    first.close()
    second = Outbox(tmp_path / "wang")
    assert second.left == (order("a", 0, unit=1, payer="王小明"), order("b", 1, unit=2))
    assert not file.exists()
    second.close()


def test_the_box_of_a_program_that_runs_is_its_own(tmp_path):
    first = Outbox(tmp_path)
    first.keep(order("a"))
    second = Outbox(tmp_path)
    assert second.left == ()
    first.close()
    second.close()
    third = Outbox(tmp_path)
    assert third.left == (order("a"),)
    third.close()


def test_what_is_known_is_gone_and_the_rest_stays(tmp_path):
    box = Outbox(tmp_path)
    for name in "abc":
        box.keep(order(name, ord(name)))
    box.known("b")
    box.known("no such")
    box.keep(order("d", 200))
    (file,) = tmp_path.glob("*.orders")
    assert [one.intent for one in read(file)] == ["a", "c", "d"]
    for name in "acd":
        box.known(name)
    assert read(file) == ()
    box.keep(order("e"))
    assert [one.intent for one in read(file)] == ["e"]
    box.known("e")
    box.close()
    assert list(tmp_path.iterdir()) == []


def test_a_line_cut_off_by_a_dying_program_is_left_out(tmp_path):
    box = Outbox(tmp_path)
    box.keep(order("a"))
    box.keep(order("b"))
    box.close()
    (file,) = tmp_path.glob("*.orders")
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        found = [one.intent for one in read(file)]
        assert found == ["a", "b"][: whole[: length + 1].count(b"\n")]


def test_a_folder_that_cannot_be_made_is_a_refusal(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(ReadOnlyPlace):
        Outbox(tmp_path / "file" / "wang")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_keeps_nothing_and_says_so(tmp_path):
    box = Outbox(tmp_path)
    box._path.symlink_to("/dev/full")
    with pytest.raises(Exception) as caught:  # noqa: PT011 - which one is what is asked
        box.keep(order("a"))
    assert type(caught.value).__name__ == "DiskFull"
    assert box.waiting() == ()
    box.close()
