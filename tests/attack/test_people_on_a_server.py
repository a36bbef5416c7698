"""People come, change and go by commands, and the server's logins follow at once; with real passwords."""

import pytest

from salesdesk.kernel.errors import NotPermitted
from salesdesk.kernel.keys import PersonId, Secret
from salesdesk.office.customers.commands import ChangeRole, PersonLeaves
from salesdesk.office.founding import found_on_server
from salesdesk.office.frontdoor import MustChangePassword, WrongSignIn
from salesdesk.office.inventory.queries import board
from salesdesk.office.joining import open_server
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.staff.commands import (
    AddPerson,
    ChangeOwnPassword,
    ChangeSetting,
    GrantRight,
    ResetPassword,
    RevokeRight,
    WrongPassword,
)
from salesdesk.office.staff.queries import people
from salesdesk.office.staff.rules import Role
from salesdesk.store.address import parse
from tests.furnished import FOUNDER, PASSWORD
from tests.postgres import Server

GOOD = Secret("Quiet-Harbour-7")


@pytest.fixture(scope="module")
def address():
    """An office on a server that asks everybody for his password."""
    server = Server.made(access="scram-sha-256")
    url = f"postgresql+psycopg://postgres:owner-password@127.0.0.1:{server.port}/postgres"
    address = parse(url)
    found_on_server(address, FOUNDER).close()
    yield address
    server.remove()


@pytest.fixture
def office(address):
    made = open_server(address)
    yield made
    made.close()


@pytest.fixture
def admin(office):
    return office.sign_in("admin", PASSWORD)


def come(office, admin, login, role=Role.CONSULTANT):
    """Let somebody in and give his seat, his own password chosen."""
    added = admin.do(AddPerson(login=login, name=login, role=role))
    seat = office.sign_in(login, added.one_time_password)
    with pytest.raises(MustChangePassword):
        seat.do(ChangeSetting(name="hold_minutes", value="40"))
    seat.do(ChangeOwnPassword(old=added.one_time_password, new=GOOD))
    return PersonId(added.person), office.sign_in(login, GOOD)


def test_a_password_opens_and_another_does_not(office, admin):
    added = admin.do(AddPerson(login="neu", name="新人", role=Role.CONSULTANT))
    for wrong in ("", "wrong", added.one_time_password + "x", PASSWORD):
        with pytest.raises(WrongSignIn):
            office.sign_in("neu", wrong)
    seat = office.sign_in("neu", added.one_time_password)
    with pytest.raises(WrongPassword):
        seat.do(ChangeOwnPassword(old=Secret("wrong"), new=GOOD))
    seat.do(ChangeOwnPassword(old=added.one_time_password, new=GOOD))
    with pytest.raises(WrongSignIn):
        office.sign_in("neu", added.one_time_password)
    assert office.sign_in("neu", GOOD).ask(board) == ()


def test_a_new_password_by_the_administrator_ends_the_old_one(office, admin):
    person, seat = come(office, admin, "vergesslich")
    reset = admin.do(ResetPassword(person=person))
    with pytest.raises(WrongSignIn):
        office.sign_in("vergesslich", GOOD)
    with pytest.raises(MustChangePassword):  # in the open seat too
        seat.do(ChangeSetting(name="hold_minutes", value="40"))
    assert office.sign_in("vergesslich", reset.one_time_password).person.must_change


def test_whoever_left_is_out_in_the_seat_that_is_open(office, admin):
    person, seat = come(office, admin, "leaver")
    assert seat.ask(board) == ()
    admin.do(PersonLeaves(person=person))
    with pytest.raises(WrongSignIn):
        seat.ask(board)
    with pytest.raises(WrongSignIn):
        seat.do(ChangeOwnPassword(old=GOOD, new=Secret("Other-Harbour-8")))
    with pytest.raises(WrongSignIn):
        office.sign_in("leaver", GOOD)


def test_another_role_is_another_role_at_once(office, admin):
    person, seat = come(office, admin, "mover")
    with pytest.raises(NotPermitted):
        seat.ask(receipts)
    admin.do(ChangeRole(person=person, role=Role.CASHIER))
    assert seat.ask(receipts) == ()
    with office.database.reading() as session:
        roles = session.connection().exec_driver_sql(
            "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid"
            " JOIN pg_roles p ON p.oid = m.member WHERE p.rolname = 'mover'"
        ).scalars().all()  # fmt: skip
    assert [name.rsplit("_", 1)[1] for name in roles] == ["cashier"]


def test_a_right_given_and_taken_is_a_grant_given_and_taken(office, admin):
    _person, seat = come(office, admin, "keeper", Role.RECEPTION)

    def may():
        with seat.office.database.reading() as session:
            return session.connection().exec_driver_sql(
                "SELECT has_column_privilege('setting', 'value', 'INSERT')"
            ).scalar_one()  # fmt: skip

    change = ChangeSetting(name="hold_minutes", value="35")
    assert not may()
    with pytest.raises(NotPermitted):
        seat.do(change)
    admin.do(GrantRight(role=Role.RECEPTION, name="ChangeSetting"))
    assert may()
    seat.do(change)
    admin.do(RevokeRight(role=Role.RECEPTION, name="ChangeSetting"))
    assert not may()
    with pytest.raises(NotPermitted):
        seat.do(change)
    assert "keeper" in {card.login for card in seat.ask(people)}
