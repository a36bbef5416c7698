"""On a server, who has waited for a unit goes on from where the other left it, in the order of time."""

import pytest

from salesdesk.office.sales.commands import ExtendHold, HoldUnit
from salesdesk.store.work import Work
from tests.furnished import ServerClock, seated_on


@pytest.fixture
def shared(server, on_server):
    name = "office_waiting"
    server.database(name, on_server)
    made = seated_on(server, name, ServerClock(server, name))
    yield made
    made.office.close()
    server.drop(name)


def test_a_command_that_began_earlier_may_have_the_unit_later(shared):
    unit, customer = shared.unit("1-1-0101"), shared.customer()
    shared.consultant.do(HoldUnit(unit=unit, customer=customer, minutes=10))
    waits, person = shared.manager.office.database, shared.manager.person
    with waits.writing() as session:
        work = Work(session, person.id, person.role, waits.now(session))
        shared.clock.forward(seconds=2)
        other = shared.consultant.do(ExtendHold(unit=unit, minutes=20))
        answer = ExtendHold(unit=unit, minutes=30)(work)
        assert answer["until"] > other["until"]
        session.rollback()
