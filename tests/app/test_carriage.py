"""An office on a server by the command line: moved there and back, looked after, drilled, restored."""

import shutil
from pathlib import Path

import pytest

from salesdesk.app import practice
from tests.postgres import OWNER, Server

LOGINS = {
    "admin", "reception", "consultant", "cashier", "manager", "head", "deputy", "general",
}  # fmt: skip


@pytest.fixture(scope="module")
def alone():
    """A server without other offices: people of several would share their logins."""
    made = Server.made()
    yield made
    made.remove()


@pytest.fixture
def url(alone):
    made = alone.database("desk")
    yield made
    alone.drop("desk")
    for login in sorted(LOGINS):
        alone.sql(f"DROP ROLE IF EXISTS {login}")


def sold(line, code):
    """Sell a unit's deposit in the office at hand; give the receipt's number."""
    line.do("consultant", "HoldUnit", unit=code, customer="13357919000")
    return line.do("cashier", "TakeDeposit", unit=code, amount="20000")["receipt"]


def known_phone(line):
    line.do(
        "reception",
        "RegisterVisit",
        manner="visit",
        name="王𬭚",
        phone="13357919000",
        media="路过",
    )


def test_an_office_lives_on_a_file_then_on_a_server_then_on_a_file(line, free, url, tmp_path):
    file = line.place
    known_phone(line)
    code, moved = line("move", "--office", file, "--to", url)
    assert code == 0, moved
    assert set(moved["result"]["passwords"]) == LOGINS
    assert "of" in line.errors and "rows" in line.errors
    equal = moved["result"]["equal_on_both_sides"]
    assert equal["rows"]["receipt"] > 0
    assert any(head.startswith("SJ") for head in equal["chain_heads"].values())
    assert len(equal["chain_heads"]["journal"]) == 64
    debited, credited = (
        sum(account[side] for account in equal["money_fen"].values())
        for side in ("debited", "credited")
    )
    assert debited == credited > 0
    code, said = line("ask", "board", "--office", file, "--as", "manager")
    assert (code, said["refused"]["kind"]) == (1, "MovedAway")

    line.place = url.replace(f"{OWNER}@", "")
    first = sold(line, free)
    code, proved = line("verify", "--office", line.place, "--as", "cashier")
    assert code == 0
    assert set(proved["laws"].values()) == {"holds"}
    code, facts = line("doctor", "--office", line.place, "--as", "admin")
    assert code == 0
    facts = facts["office"]
    assert (facts["tls"], facts["tables_and_guards"], facts["login"]) == (
        False,
        "as made",
        "admin",
    )
    assert abs(facts["clock_ahead_ms"]) < 5000
    assert facts["newest_backup"] is None

    code, drilled = line.signed("admin", "drill")
    assert (code, drilled["refused"]["kind"]) == (1, "NoBackupYet")
    code, copied = line("backup", "--office", line.place, "--as", "reception")
    assert code == 0, copied
    copy = copied["result"]["backup"]
    assert copied["result"]["rows"] == proved["rows"]
    assert line("verify", copy)[1]["rows"] == proved["rows"]
    code, drilled = line.signed("admin", "drill")
    assert code == 0, drilled
    assert (drilled["result"]["backup"], drilled["result"]["rows"]) == (copy, proved["rows"])
    _code, facts = line("doctor", "--office", line.place, "--as", "manager")
    assert facts["office"]["newest_backup"] == copy
    assert facts["office"]["last_restore_drill"]
    shutil.rmtree(Path(copy).parent)

    back = tmp_path / "back.office"
    code, home = line("move", "--office", url, "--to", back)
    assert code == 0, home
    assert len(home["result"]["recovery_key"].split("-")) == 6
    code, said = line.signed("manager", "ask", "board")
    assert (code, said["refused"]["kind"]) == (1, "MovedAway")
    line.place = back
    other = next(u["code"] for u in line.ask("manager", "board") if u["state"] == "available")
    assert int(sold(line, other)[2:]) == int(first[2:]) + 1
    assert line("verify", back)[0] == 0


def test_an_owner_lets_somebody_in_again_and_nobody_else_does(line, url):
    code, _moved = line("move", "--office", line.place, "--to", url)
    assert code == 0
    desk = url.replace(f"{OWNER}@", "admin@")
    code, said = line("recover", "--office", desk, "--person", "cashier")
    assert (code, said["refused"]["kind"]) == (1, "OwnersAlone")
    code, said = line("recover", "--office", url, "--person", "nobody")
    assert (code, said["refused"]["kind"]) == (1, "NotFound")
    code, said = line("recover", "--office", url, "--person", "cashier")
    assert code == 0
    assert len(said["result"]["one_time_password"]) == 14
    code, refused = line("do", "CountCash", "counted=0", "--office", url, "--as", "cashier")
    assert (code, refused["refused"]["kind"]) == (1, "MustChangePassword")
    code, said = line("upgrade", "--office", url)
    assert (code, said["result"]["version"]) == (0, 3)


def test_a_practice_office_and_a_backup_are_put_on_a_server(
    line, practised, alone, url, tmp_path, monkeypatch
):
    # How one is furnished is tried elsewhere, and takes its time: here is one that was.
    monkeypatch.setattr(practice, "furnish", lambda path, **_how: shutil.copyfile(practised, path))
    code, made = line("new", url, "--practice")
    assert (code, made["result"]["practice"]) == (0, True), made
    code, again = line("new", url, "--practice")
    assert (code, again["refused"]["kind"]) == (1, "PlaceTaken")
    line.place = url
    units = line.ask("consultant", "board")
    code, copied = line("backup", "--office", url, "--as", "manager", "--to", tmp_path / "copies")
    assert code == 0, copied
    copy = copied["result"]["backup"]

    file = tmp_path / "restored.office"
    code, restored = line("restore", copy, file)
    assert code == 0, restored
    assert set(restored["result"]["passwords"]) == LOGINS
    line.place = file
    assert [u["code"] for u in line.ask("consultant", "board")] == [u["code"] for u in units]

    other = alone.database("other")
    code, restored = line("restore", copy, other)
    assert code == 0, restored
    assert set(restored["result"]["keep_their_password"]) == LOGINS
    line.place = other
    assert line.ask("consultant", "board") == units
    alone.drop("other")


def test_what_cannot_be_moved_is_said_in_words(line, url, tmp_path):
    assert line("move", "--office", line.place)[0] == 2
    assert line("move", "--office", line.place, "--to", tmp_path / "b.office")[0] == 2
    nowhere = "postgresql+psycopg://postgres@127.0.0.1:1/desk"
    code, said = line("move", "--office", line.place, "--to", nowhere)
    assert (code, said["refused"]["kind"]) == (1, "ServerUnreachable")
    code, said = line("move", "--office", tmp_path / "none.office", "--to", url)
    assert (code, said["refused"]["kind"]) == (1, "NoOffice")
    code, said = line("move", "--office", url, "--to", tmp_path / "b.office")
    assert (code, said["refused"]["kind"]) == (1, "NoOfficeThere")
    assert line.ask("manager", "board")
