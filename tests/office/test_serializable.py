"""The whole office as if nobody else worked beside it: every command SERIALIZABLE, conflicts forced.

A cluster made of many servers knows no other isolation. There a command is undone whole by the
server when it met another, and must be carried out again whole; the conflicts are counted where
the server reports them.
"""

from collections import Counter
from dataclasses import dataclass, field
from threading import Barrier, Thread

import pytest
from sqlalchemy import event

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, UnitId
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.claims import UnitTaken
from salesdesk.office.joining import open_server
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.store.address import parse
from salesdesk.store.faults import OfficeBusy

DESKS, EACH = 4, 5
CONFLICT = "40001"


@dataclass
class Served:
    """What came of the commands of all desks, and what the server said meanwhile."""

    answers: list = field(default_factory=list)
    refusals: list = field(default_factory=list)
    states: Counter = field(default_factory=Counter)

    def count(self, context):
        self.states[getattr(context.original_exception, "sqlstate", None)] += 1


@pytest.fixture
def office(server, on_server):
    """Give an address of a database of its own."""
    server.database("serial", on_server)
    server.sql("UPDATE salesdesk.office SET stands = NULL", database="serial")
    yield parse(server.url("serial"))
    server.drop("serial")


def at_once(address, login, commands):
    """Let a desk for each list of *commands* begin in the same moment; give what came of it."""
    served, start = Served(), Barrier(len(commands))
    offices = [open_server(address, isolation="SERIALIZABLE") for _each in commands]
    seats = [each.sign_in(login, "") for each in offices]

    def work(seat, todo):
        event.listen(seat.office.database.engine, "handle_error", served.count)
        start.wait()
        for command in todo:
            try:
                served.answers.append(seat.do(command))
            except UserError as refusal:
                served.refusals.append(refusal)

    threads = [Thread(target=work, args=each) for each in zip(seats, commands, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in offices:
        each.close()
    return served


def visit(phone):
    return RegisterVisit(manner=Manner.VISIT, name="王", phone=phone, project=ProjectId(1))


def test_commands_that_meet_are_carried_out_again_whole(office):
    made = open_server(office, isolation="SERIALIZABLE")
    customer = made.sign_in("reception", "").do(visit("13812345678"))["customer"]
    made.sign_in("consultant", "").do(
        HoldUnit(unit=UnitId(1), customer=CustomerId(customer), minutes=180)
    )
    level = made.sign_in("cashier", "").office.database
    with level.writing() as session:
        assert session.connection().get_isolation_level() == "SERIALIZABLE"

    todo = [[TakeDeposit(unit=UnitId(1), amount=100)] * EACH] * DESKS
    money = at_once(office, "cashier", todo)
    books = at_once(office, "reception", [[visit(f"1390000{n:04}")] * EACH for n in range(DESKS)])
    lines = made.sign_in("manager", "").ask(receipts)
    print("conflicts of deposits, of visits:", money.states, books.states)

    for served in (money, books):
        assert served.states[CONFLICT] >= DESKS, "the desks did not meet"
        assert {*served.states} <= {CONFLICT, "40P01"}
        assert len(served.answers) + len(served.refusals) == DESKS * EACH
        assert {type(refusal) for refusal in served.refusals} <= {OfficeBusy}
        assert len(served.answers) > len(served.refusals)
    assert sorted(line.no for line in lines) == list(range(1, len(money.answers) + 1))
    assert sorted(a["receipt"] for a in money.answers) == sorted(line.number for line in lines)
    numbers = sorted(answer["number"] for answer in books.answers)
    assert numbers == list(range(2, len(books.answers) + 2))
    assert not [found for found in made.sign_in("manager", "").ask(audit) if found.broken]
    made.close()


def test_of_many_who_want_one_unit_one_holds_it_and_the_others_hear_why(office):
    made = open_server(office, isolation="SERIALIZABLE")
    reception = made.sign_in("reception", "")
    customer = CustomerId(reception.do(visit("13812345678"))["customer"])
    met = 0
    for unit in (1, 2):
        todo = [[HoldUnit(unit=UnitId(unit), customer=customer)]] * DESKS
        rush = at_once(office, "consultant", todo)
        assert len(rush.answers) == 1
        assert [type(refusal) for refusal in rush.refusals] == [UnitTaken] * (DESKS - 1)
        met += rush.states[CONFLICT]
    assert met >= 1
    made.close()
