"""Two and more programs on one office: nothing is sold twice, no number is lost, all get a turn."""

import os
import signal
import sys
import time
from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as sqlite

from salesdesk.kernel.keys import CustomerId, UnitId
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.audit import audit
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.store.database import system_clock
from salesdesk.store.file import DEADLINE_SECONDS
from tests.furnished import seated

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are forked")
UNITS = list(range(1, 7))


@pytest.fixture
def desks(place):
    made = seated(place, system_clock)
    for n in range(6):
        made.customer(f"甲{n}", f"1390000000{n}")
    yield made
    made.office.close()


def lost_laws(desks):
    return [finding for finding in desks.manager.ask(audit) if finding.broken]


def winners(said):
    return sorted(words[1] for program in said for words in program if words[0] == "won")


def test_two_programs_after_the_same_units_have_one_winner_each(desks, programs):
    programs.start("take_units", customer=1, units=UNITS)
    programs.start("take_units", customer=2, units=UNITS[::-1])
    programs.start("take_units", customer=3, units=UNITS)
    said = programs.run()
    assert winners(said) == UNITS
    refusals = {words[2] for program in said for words in program if words[0] == "lost"}
    assert refusals == {"UnitTaken"}
    held = {card.id: card.customer_id for card in desks.units().values()}
    for n, program in enumerate(said, start=1):
        for words in program:
            assert words[0] == "lost" or held[words[1]] == n
    assert lost_laws(desks) == []


def test_the_database_refuses_a_second_claim_though_a_program_does_not_look(desks, programs):
    programs.start("take_units", customer=1, units=UNITS, blind=True)
    programs.start("take_units", customer=2, units=UNITS, blind=True)
    said = programs.run()
    assert winners(said) == UNITS
    assert {w[2] for program in said for w in program if w[0] == "lost"} == {"Overtaken"}
    assert lost_laws(desks) == []


def test_this_race_can_be_lost(desks, programs, place):
    """Without index and trigger a program that does not look sells twice, and the race shows it."""
    with closing(sqlite.connect(str(place), isolation_level=None)) as raw:
        known = raw.execute("SELECT sql FROM sqlite_master WHERE name='one_live_claim'").fetchone()
        assert known
    programs.start("take_units", customer=1, units=UNITS, blind=True)
    programs.start("take_units", customer=2, units=UNITS, blind=True)
    programs.wait_for(1)  # both have checked the file
    with closing(sqlite.connect(str(place), isolation_level=None)) as raw:
        raw.execute("DROP INDEX one_live_claim")
        raw.execute("DROP TRIGGER guard_claim_overlap")
    assert winners(programs.run()) == sorted(UNITS * 2)
    assert "one live claim a unit" in {finding.law for finding in lost_laws(desks)}


def test_four_cashiers_number_a_hundred_receipts_without_gap_or_double(desks, programs):
    for unit in range(1, 5):
        desks.consultant.do(HoldUnit(unit=UnitId(unit), customer=CustomerId(1)))
        programs.start("take_money", unit=unit, times=25)
    said = programs.run()
    assert [len(program) for program in said] == [25] * 4
    for program in said:  # each sees its own numbers rise
        assert program == sorted(program)
    numbers = sorted(number for program in said for (number,) in program)
    assert numbers == [f"SJ{n:07d}" for n in range(1, 101)]
    lines = desks.manager.ask(receipts)
    assert [line.no for line in lines] == list(range(100, 0, -1))
    assert lost_laws(desks) == []


def test_killed_programs_lose_nothing_that_was_known_and_invent_nothing(desks, programs, place):
    """kill -9 in the middle, time after time: acknowledged is in the journal, the laws hold."""
    programs.go.touch()
    kills, in_the_middle = 9, 0
    for kill in range(kills):
        programs.start("work", unit=kill % 6 + 1, name=str(300 + kill)[-1])
        if kill % 3 == 2:
            programs.wait_for(12, slice(-3, None))
            time.sleep(0.013 * kill)
            for process in programs.ids[-3:]:
                os.kill(process, signal.SIGKILL)
                assert programs.ended(process) == signal.SIGKILL
    with closing(sqlite.connect(str(place))) as raw:
        journal = {intent for (intent,) in raw.execute("SELECT intent FROM journal")}
        numbers = raw.execute("SELECT no FROM receipt ORDER BY no").fetchall()
        assert numbers == [(n,) for n in range(1, len(numbers) + 1)]
    for program in programs.said:
        assert all(words[0] != "failed" for words in program), program[-1]
        sent = [words[1] for words in program if words[0] == "sent"]
        known = {words[1] for words in program if words[0] == "known"}
        assert known <= journal
        assert len(sent) > 3, "killed before it had begun: the test saw nothing"
        in_the_middle += sent[-1] not in known
    assert in_the_middle >= 2, "no program was killed in the middle of a command"
    assert lost_laws(desks) == []
    desks.customer("还在", "13999999999")  # and the office goes on
    open_office(place).close()


def test_six_programs_holding_all_get_their_share(desks, programs):
    for unit in UNITS:
        programs.start("hold_and_let_go", unit=unit, customer=unit)
    said = [program[0] for program in programs.run()]
    done = [count for count, _longest in said]
    assert sum(done) >= 6 * 3
    assert min(done) >= sum(done) / len(done) / 4, done
    assert max(longest for _count, longest in said) < DEADLINE_SECONDS
    assert lost_laws(desks) == []
