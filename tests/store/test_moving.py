"""An office moves whole: equal on both sides, its people let in, one place alive and never two."""

import base64
import hashlib
import hmac
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from salesdesk.app import restoring
from salesdesk.app.keeper import Keeper
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import ProjectId, ReceiptId
from salesdesk.office import moving as office_moving
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.audit import audit
from salesdesk.office.frontdoor import MustChangePassword, Office, WrongSignIn
from salesdesk.office.inventory.queries import board as office_board
from salesdesk.office.joining import open_server
from salesdesk.office.ledger.commands import PrintReceipt
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.moving import BooksBroken, bring_back, let_in_again, move
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.store import backup, migrating, schema
from salesdesk.store.address import parse
from salesdesk.store.faults import MovedAway, Moving, NoOfficeThere, PlaceTaken, ReservedLogin
from salesdesk.store.file import FileDatabase
from salesdesk.store.moving import CannotBeCopied, new_file, tally
from tests.furnished import PASSWORD, seated
from tests.postgres import Server

LOGINS = (
    "admin", "reception", "consultant", "cashier", "manager", "head", "deputy", "general",
)  # fmt: skip

CHANGED = {"person", "setting", "journal", "intent"}
"""What a move itself writes: new passwords, and that it was done."""

_NUMBER = iter(range(1000))


@pytest.fixture(scope="module")
def alone():
    """A server without other offices: people of several would share their logins."""
    made = Server.made()
    yield made
    made.remove()


@pytest.fixture
def address(alone):
    name = f"moved_{next(_NUMBER)}"
    made = parse(alone.database(name))
    yield made
    alone.drop(name)
    for login in LOGINS:
        alone.sql(f"DROP ROLE IF EXISTS {login}")


def figures(office):
    with office.database.reading() as session:
        return tally(session.connection())


def broken(office):
    with office.database.reading() as session:
        reading = office_moving.Reading(session, 0, "", office.database.now(session))
        return [finding for finding in audit(reading) if not finding.holds]


def deal(office, code):
    """Hold a unit and take a deposit under everybody's own sign-in; give the receipt's number."""
    consultant, cashier = (office.sign_in(who, PASSWORD) for who in ("consultant", "cashier"))
    unit = next(card.id for card in consultant.ask(office_board) if card.code == code)
    customer = 1
    consultant.do(HoldUnit(unit=unit, customer=customer))
    return cashier.do(TakeDeposit(unit=unit, amount=1_000_000))["receipt"]


def test_from_a_file_to_a_server_and_back_with_a_deal_on_each_side(
    place, clock, address, tmp_path
):
    desk = seated(place, clock)  # somebody has the office open all the while
    before = figures(desk.office)
    moved = move(place, address, clock)
    assert moved.passwords == dict.fromkeys(LOGINS, PASSWORD)
    with pytest.raises(MovedAway):
        open_office(place, clock)
    with pytest.raises(MovedAway, match="moved to postgresql"):
        desk.cashier.do(PrintReceipt(receipt=ReceiptId(3)))
    assert "@" not in moved.place
    desk.office.close()
    with pytest.raises(MovedAway):
        move(place, address, clock)

    with closing(open_server(address)) as there:
        same(before, figures(there))
        assert broken(there) == []
        numbers = [line.number for line in there.sign_in("manager", PASSWORD).ask(receipts)]
        taken = deal(there, "1-1-0201")
        assert taken == f"SJ{max(int(number[2:]) for number in numbers) + 1:07}"
        there.seal()
        held = there.sign_in("consultant", PASSWORD)
        lived = figures(there)
        back = tmp_path / "back.office"
        again = move(address, back)
        with pytest.raises(MovedAway):
            held.do(HoldUnit(unit=held.ask(office_board)[4].id, customer=1))
    with closing(open_server(address)) as there, pytest.raises(MovedAway):
        there.sign_in("admin", PASSWORD)
    assert list(tmp_path.glob("*.draft")) == []

    with closing(open_office(back)) as home:
        same(lived, figures(home))
        assert deal(home, "1-1-0202") == f"SJ{int(taken[2:]) + 1:07}"
        home.seal()
        assert broken(home) == []
        home.recover("admin", again.recovery_key)


def same(before, after):
    """Everything is equal but what the move writes down: and that is one row each."""
    assert before.money == after.money
    assert before.heads == after.heads
    for table, summed in before.sums.items():
        if table not in CHANGED:
            assert (table, after.sums[table]) == (table, summed)
    for table in ("journal", "intent"):
        assert after.rows[table] == before.rows[table] + 1
    assert after.rows["person"] == before.rows["person"]


# --- who comes in -----------------------------------------------------------------------------------


def in_earnest(raw):
    """Make the practice office a real one."""
    raw.execute("UPDATE setting SET value = 'false' WHERE name = 'practice'")


def verifies(alone, login, password):
    """Whether the server's verifier (SCRAM-SHA-256) of *login* is that of *password*."""
    ((kept,),) = alone.sql(f"SELECT rolpassword FROM pg_authid WHERE rolname = '{login}'")
    _kind, rest, keys = kept.split("$")
    turns, salt = rest.split(":")
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), base64.b64decode(salt), int(turns))
    client = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    return base64.b64encode(client).decode() == keys.split(":")[0]


def test_everybody_gets_a_password_for_once_and_leavers_none(place, clock, raw, address, alone):
    in_earnest(raw)
    raw.execute("UPDATE person SET left_at = joined_at WHERE login = 'reception'")
    moved = move(place, address, clock)
    assert set(moved.passwords) == set(LOGINS) - {"reception"}
    assert len(set(moved.passwords.values())) == len(LOGINS) - 1
    assert all(verifies(alone, login, word) for login, word in moved.passwords.items())
    assert not verifies(alone, "admin", moved.passwords["cashier"])
    with closing(open_server(address)) as there:
        with pytest.raises(MustChangePassword):
            there.sign_in("cashier", moved.passwords["cashier"]).do(
                PrintReceipt(receipt=ReceiptId(3))
            )
        with pytest.raises(UserError):
            there.sign_in("reception", PASSWORD)


def test_a_login_of_another_office_joins_and_the_servers_own_is_nobodys(
    place, clock, raw, address, alone
):
    in_earnest(raw)
    alone.sql(
        "CREATE ROLE salesdesk_elsewhere_staff",
        "CREATE ROLE cashier LOGIN PASSWORD 'as before' IN ROLE salesdesk_elsewhere_staff",
        "CREATE ROLE manager LOGIN",
    )
    with pytest.raises(ReservedLogin):
        move(place, address, clock)
    alone.sql("DROP ROLE manager")
    moved = move(place, address, clock)
    assert moved.joined == ("cashier",)
    assert "cashier" not in moved.passwords
    assert verifies(alone, "cashier", "as before")
    with closing(open_server(address)) as there:
        assert not there.sign_in("cashier", "as before").person.must_change
    alone.sql("DROP ROLE cashier", "DROP ROLE salesdesk_elsewhere_staff")


# --- what is refused --------------------------------------------------------------------------------


def test_an_office_that_does_not_hold_together_stays(place, clock, raw, address, tmp_path):
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type='trigger'").fetchall()
    for name, _sql in guards:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("UPDATE movement SET amount_fen = amount_fen + 1 WHERE id = 1")
    for _name, sql in guards:
        raw.execute(sql)
    with pytest.raises(BooksBroken, match="ledger equals receipts"):
        move(place, address, clock)
    untouched(place, clock, address)


def test_a_row_that_a_server_cannot_hold_is_named(place, clock, raw, address):
    raw.execute("UPDATE customer SET note = 'a' || char(0) || 'b'")
    with pytest.raises(CannotBeCopied, match=r"at customer: .*NUL"):
        move(place, address, clock)
    untouched(place, clock, address)


def untouched(place, clock, address):
    """Whatever went wrong: the office opens where it was, and nothing of it is at the other place."""
    open_office(place, clock).close()
    if isinstance(address, Path):
        assert not address.exists()
        return
    with closing(open_server(address)) as there, pytest.raises(NoOfficeThere):
        there.sign_in("postgres", "")


def test_nothing_is_put_where_an_office_lives(place, clock, address, tmp_path, office):
    move(place, address, clock)
    copy = backup.back_up(office.database, tmp_path)
    with pytest.raises(MovedAway):  # a copy of a moved office is no second office
        backup.restore(copy, tmp_path / "other.office")
    with pytest.raises(MovedAway):
        bring_back(copy, address, clock)
    taken = tmp_path / "taken.office"
    taken.write_text("mine")
    with pytest.raises(PlaceTaken):
        move(address, taken)
    assert taken.read_text() == "mine"
    with closing(open_server(address)) as there:
        there.sign_in("manager", PASSWORD)


# --- cut off ----------------------------------------------------------------------------------------

_KILLED = """
import os, signal, sys
from pathlib import Path
from salesdesk.office.moving import move
from salesdesk.store.address import parse
def step(done, of):
    if done * 2 > of:
        os.kill(os.getpid(), signal.SIGKILL)
place = lambda words: parse(words) if "://" in words else Path(words)
move(place(sys.argv[1]), place(sys.argv[2]), step=step)
"""


def killed(source, target):
    words = [
        each if isinstance(each, Path) else each.url.render_as_string()
        for each in (source, target)
    ]
    done = subprocess.run([sys.executable, "-c", _KILLED, *words], check=False)
    assert done.returncode == -signal.SIGKILL


def test_a_move_that_is_killed_leaves_nothing_and_can_be_given_again(
    place, clock, address, tmp_path
):
    killed(place, address)
    untouched(place, clock, address)
    move(place, address, clock)
    back = tmp_path / "back.office"
    killed(address, back)
    assert not back.exists()
    with closing(open_server(address)) as there:
        deal(there, "1-1-0201")
    move(address, back)
    open_office(back).close()


@pytest.mark.parametrize("arrived", [False, True])
def test_cut_off_at_the_very_end_one_place_is_the_office(
    place, clock, address, monkeypatch, arrived
):
    """The power goes between the two databases' commits: the same move finds out which it was."""

    class PowerCutError(BaseException):
        pass

    def cut(arrival, _leaving):
        if arrived:
            arrival.keep()
        raise PowerCutError

    monkeypatch.setattr(office_moving, "_keep", cut)
    with pytest.raises(PowerCutError):
        move(place, address, clock)
    monkeypatch.undo()
    with pytest.raises(Moving):
        open_office(place, clock)
    other = parse(address.url.set(database="postgres").render_as_string())
    with pytest.raises(Moving):
        move(place, other, clock)
    moved = move(place, address, clock)
    assert bool(moved.passwords) is not arrived
    with pytest.raises(MovedAway):
        open_office(place, clock)
    with closing(open_server(address)) as there:
        deal(there, "1-1-0201")


# --- backups of a server ----------------------------------------------------------------------------


def test_a_desk_makes_a_whole_backup_of_a_server_while_others_write(
    place, clock, address, tmp_path
):
    move(place, address, clock)
    with closing(open_server(address)) as there:
        writer = Writer(there)
        copies = []
        with writer:
            desk = there.sign_in("reception", PASSWORD).office
            for _turn in range(3):
                before = writer.done
                copies.append((before, backup.back_up(desk.database, tmp_path / "copies")))
        there.seal()
        whole = figures(there)
        copies.append((writer.done, backup.back_up(desk.database, tmp_path / "copies")))
    assert writer.done > 0
    for least, copy in copies:
        with closing(FileDatabase(copy, read_only=True)) as lying:
            assert schema.check(lying) == schema.VERSION
            with lying.reading() as session:
                found = tally(session.connection())
                reading = office_moving.Reading(session, 0, "", clock())
                assert [f for f in audit(reading) if not f.holds] == []
        assert least <= found.rows["visit"] - 2 <= writer.done  # two came before
        assert found.rows["visit"] == found.rows["customer"]
    assert whole.differs(found) == ""

    again = backup.restore(copy, tmp_path / "again.office")
    given = let_in_again(again)
    assert set(given.passwords) == set(LOGINS)
    assert let_in_again(again) is None
    with closing(open_office(again)) as restored:
        deal(restored, "1-1-0201")
        restored.recover("admin", given.recovery_key)


def test_a_backup_of_a_server_can_be_stopped_and_the_desk_goes_on(place, clock, address, tmp_path):
    move(place, address, clock)

    class StoppedError(Exception):
        pass

    def stop(done, of):
        if done * 2 > of:
            raise StoppedError

    with closing(open_server(address)) as there:
        desk = there.sign_in("manager", PASSWORD).office
        with pytest.raises(StoppedError):
            backup.back_up(desk.database, tmp_path / "copies", stop)
        assert list((tmp_path / "copies").iterdir()) == []
        deal(there, "1-1-0201")
        assert backup.back_up(desk.database, tmp_path / "copies").is_file()


def test_a_keeper_copies_a_servers_office_where_something_was_written(
    place, clock, alone, address
):
    move(place, address, clock)
    minute = "UPDATE salesdesk.office SET shift = shift + 60000000"
    alone.sql(minute, database=address.url.database)
    with closing(open_server(address)) as there:
        desk = there.sign_in("manager", PASSWORD).office
        home = desk.database.home
        Keeper(desk).stop()
        (first,) = backup.backups(home)
        Keeper(desk).stop()  # nothing was written since
        assert backup.backups(home) == [first]
        ahead = backup.newest_stamp(home) - desk.database.clock()
        assert ahead > timedelta(seconds=30)  # the server's time counts, not this machine's
        again = place.with_name("again.office")
        made = restoring.restore(first, again, lambda *_: None, lambda: False)
        assert made.recovery_key
        assert {login for _name, login, _word in made.passwords} == set(LOGINS)
        word = next(word for _name, login, word in made.passwords if login == "manager")
        with closing(Office(FileDatabase(again))) as office, pytest.raises(WrongSignIn):
            office.sign_in("manager", PASSWORD + "x")
        with closing(Office(FileDatabase(again))) as office:
            assert office.sign_in("manager", word).person.login == "manager"
    shutil.rmtree(backup.folder_of(home))


def test_a_laid_file_is_what_the_migrations_make(tmp_path):
    """`schema.lay` and Alembic: neither finds anything left to do behind the other."""
    laid = tmp_path / "laid.office"
    with new_file(laid) as connection:
        connection.commit()
    with closing(FileDatabase(laid)) as database:
        migrating.upgrade(database)
        assert schema.check(database) == schema.VERSION


def test_a_login_that_may_make_others_moves_an_office_too(place, clock, alone, tmp_path):
    """The server's own administrator is not needed: who may make logins and a schema is enough."""
    alone.sql("CREATE ROLE mover LOGIN CREATEROLE")
    made = parse(alone.database("plain").replace("postgres@", "mover@"))
    alone.sql("GRANT CREATE ON DATABASE plain TO mover")
    back = tmp_path / "back.office"
    move(place, made, clock)
    with closing(open_server(made)) as there:
        deal(there, "1-1-0201")
    assert move(made, back).recovery_key
    with pytest.raises(MovedAway):
        move(made, tmp_path / "twice.office")
    alone.drop("plain")
    for login in (*LOGINS, "mover"):
        alone.sql(f"DROP OWNED BY {login}", f"DROP ROLE {login}")


def test_a_backup_becomes_an_office_on_another_server(
    place, clock, office, alone, address, tmp_path
):
    copy = backup.back_up(office.database, tmp_path)
    whole = copy.read_bytes()
    brought = bring_back(copy, address, clock)
    assert copy.read_bytes() == whole
    assert brought.passwords == dict.fromkeys(LOGINS, PASSWORD)
    with closing(open_server(address)) as there:
        same(figures(office), figures(there))
        deal(there, "1-1-0201")
    deal(office, "1-1-0201")  # the office itself goes on


class Writer:
    """Somebody who registers visits in a thread of his own until the body ends."""

    def __init__(self, office):
        self._seat, self._stop, self.done = (
            office.sign_in("reception", PASSWORD),
            threading.Event(),
            0,
        )
        self._thread = threading.Thread(target=self._run)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_why):
        self._stop.set()
        self._thread.join()

    def _run(self):
        while not self._stop.is_set():
            self._seat.do(
                RegisterVisit(
                    manner=Manner.VISIT, name=f"顾客{self.done}", phone=f"139{self.done:08d}",
                    project=ProjectId(1),
                )
            )  # fmt: skip
            self.done += 1
