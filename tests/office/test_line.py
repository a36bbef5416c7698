"""The line behind a unit, on a file and on a server: who stands there, whose turn it is, who may not."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from salesdesk.kernel.calendar import day_of, local
from salesdesk.kernel.errors import BadEntry, NotFound, NotPermitted
from salesdesk.kernel.keys import CustomerId, PersonId
from salesdesk.office.customers.commands import HandOver, MergeCustomers
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.commands import HoldBack, ReleaseUnits, WithdrawUnits
from salesdesk.office.ledger.rules import Fault
from salesdesk.office.sales.commands import ExtendHold, HoldUnit, LetGo, Subscribe
from salesdesk.office.sales.line import (
    FirstRefusal,
    HasItAlready,
    InLineAlready,
    LeaveLine,
    LineFull,
    NothingToWaitFor,
    NotYourCustomer,
    StandInLine,
)
from salesdesk.office.sales.line_queries import unit_line
from salesdesk.office.sales.price_check import ApprovePrice
from salesdesk.office.sales.reserving import RequestReservation
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.sales.undoing import AcceptBack, CancelSubscription
from salesdesk.office.staff.commands import AddPerson, ChangeSetting
from salesdesk.office.staff.rules import Role

CODE = "1-1-0101"


@pytest.fixture
def office(desks):
    """An office where 王小明 has the unit on hold, and three more would like it."""
    desks.holder = desks.customer()
    desks.first = desks.customer("李芳", "13900000001")
    desks.second = desks.customer("赵敏", "13900000002")
    desks.third = desks.customer("孙权", "13900000003")
    desks.home = desks.unit(CODE)
    desks.consultant.do(HoldUnit(unit=desks.home, customer=desks.holder))
    return desks


def today(desks):
    return day_of(desks.clock.now)


def stand(desks, customer, days=7, by=None):
    until = today(desks) + timedelta(days=days)
    by = by or desks.consultant
    return by.do(StandInLine(unit=desks.home, customer=customer, until=until))


def line(desks):
    return [
        (card.customer, card.position, card.state)
        for card in desks.manager.ask(unit_line, desks.home)
    ]


def hold(desks, customer):
    return desks.consultant.do(HoldUnit(unit=desks.home, customer=customer))


def stood(desks):
    for customer in (desks.first, desks.second):
        desks.clock.forward(minutes=1)
        stand(desks, customer)


def whole(desks):
    assert not [found for found in desks.manager.ask(audit) if found.broken]


def test_customers_stand_in_line_in_their_order_and_no_money_moves(office):
    assert stand(office, office.first) == {
        "unit": CODE, "position": 1, "until": today(office) + timedelta(days=7),
    }  # fmt: skip
    assert stand(office, office.second)["position"] == 2
    assert line(office) == [("李芳", 1, "waiting"), ("赵敏", 2, "waiting")]
    (card,) = office.consultant.ask(unit_line, customer=office.second)
    assert (card.unit, card.position, card.consultant) == (CODE, 2, "consultant one")
    assert office.consultant.ask(unit_line, called=True) == ()
    with office.office.database.reading() as session:
        assert session.execute(text("SELECT count(*) FROM movement")).scalar_one() == 0


def test_when_a_hold_lapses_the_first_has_the_refusal_then_the_next_then_everybody(office):
    stood(office)
    office.clock.forward(hours=1)  # nobody swept
    assert line(office) == [("李芳", 1, "called"), ("赵敏", 2, "waiting")]
    (called,) = office.consultant.ask(unit_line, called=True)
    with pytest.raises(FirstRefusal) as refusal:
        hold(office, office.third)
    assert refusal.value.facts == {
        "unit": CODE, "until": f"{local(called.turn_ends):%Y-%m-%d %H:%M}", "who": "consultant one",
    }  # fmt: skip
    with pytest.raises(FirstRefusal):
        hold(office, office.second)
    office.clock.forward(hours=2)
    assert line(office) == [("李芳", 1, "passed"), ("赵敏", 2, "called")]
    with pytest.raises(FirstRefusal):  # his turn is over
        hold(office, office.first)
    office.clock.forward(hours=2)
    assert line(office) == [("李芳", 1, "passed"), ("赵敏", 2, "passed")]
    hold(office, office.third)
    assert line(office) == [("李芳", 1, "waiting"), ("赵敏", 2, "waiting")]
    whole(office)


def test_whoever_is_called_has_the_unit_held_and_leaves_the_line(office):
    stood(office)
    office.consultant.do(LetGo(unit=office.home))
    hold(office, office.first)
    assert office.state(CODE) == "on hold"
    assert line(office) == [("赵敏", 1, "waiting")]
    office.consultant.do(ExtendHold(unit=office.home, minutes=60))
    office.clock.forward(hours=2)
    assert line(office) == [("赵敏", 1, "called")]
    with pytest.raises(FirstRefusal):
        hold(office, office.first)
    whole(office)


def test_nobody_loses_his_turn_because_somebody_else_leaves(office):
    stood(office)
    stand(office, office.third)
    office.consultant.do(LetGo(unit=office.home))
    office.clock.forward(minutes=1)
    office.consultant.do(LeaveLine(unit=office.home, customer=office.first))
    assert line(office) == [("赵敏", 1, "called"), ("孙权", 2, "waiting")]
    (called,) = office.consultant.ask(unit_line, called=True)
    left = called.turn_ends - office.clock.now
    assert left == timedelta(hours=4, minutes=-1)  # his own time, and what was left
    office.clock.forward(hours=3)
    assert line(office) == [("赵敏", 1, "called"), ("孙权", 2, "waiting")]
    hold(office, office.second)


def test_a_deal_that_falls_through_calls_the_line_once_the_unit_is_on_offer_again(office):
    office.cashier.do(TakeDeposit(unit=office.home, amount=5_000_000))
    office.manager.do(ApprovePrice(unit=office.home))
    office.consultant.do(Subscribe(unit=office.home, mode="公积金"))
    stood(office)
    office.manager.do(CancelSubscription(unit=office.home, fault=Fault.NONE, reason="贷款未批"))
    assert line(office)[0] == ("李芳", 1, "waiting")
    office.clock.forward(hours=9)
    office.manager.do(AcceptBack(unit=office.home))
    assert line(office)[0] == ("李芳", 1, "waiting")
    office.clock.forward(hours=9)
    office.manager.do(ReleaseUnits(units=(office.home,)))
    assert line(office) == [("李芳", 1, "called"), ("赵敏", 2, "waiting")]
    with pytest.raises(FirstRefusal):
        hold(office, office.third)
    hold(office, office.first)
    whole(office)


def test_the_first_refusal_binds_a_reservation_too(office):
    stood(office)
    office.consultant.do(LetGo(unit=office.home))
    wish = {"until": today(office), "reason": "关系户"}
    with pytest.raises(FirstRefusal):
        office.consultant.do(RequestReservation(unit=office.home, customer=office.third, **wish))
    office.consultant.do(RequestReservation(unit=office.home, customer=office.first, **wish))


def test_a_place_ends_with_its_day_and_may_be_taken_anew(office):
    stand(office, office.first, days=0)
    stand(office, office.second)
    office.manager.do(WithdrawUnits(units=(office.unit("1-1-0202"),), reason="x"))
    office.clock.forward(days=1)
    hold(office, office.second)
    assert line(office) == []
    assert stand(office, office.first)["position"] == 1


def test_no_bad_wish_gets_into_the_line(office):
    free = office.unit("1-1-0102")
    day = today(office)
    with pytest.raises(NothingToWaitFor):
        office.consultant.do(StandInLine(unit=free, customer=office.first, until=day))
    office.manager.do(HoldBack(units=(free,), reason="样板"))
    with pytest.raises(NothingToWaitFor):
        office.consultant.do(StandInLine(unit=free, customer=office.first, until=day))
    with pytest.raises(HasItAlready):
        stand(office, office.holder)
    for days in (-1, 31):
        with pytest.raises(BadEntry):
            stand(office, office.first, days=days)
    with pytest.raises(NotFound):
        stand(office, CustomerId(99))
    with pytest.raises(NotPermitted):
        stand(office, office.first, by=office.reception)
    with pytest.raises(NotFound):
        office.consultant.do(LeaveLine(unit=office.home, customer=office.first))
    stand(office, office.first)
    with pytest.raises(InLineAlready):
        stand(office, office.first)
    office.admin.do(ChangeSetting(name="line_longest", value="1"))
    with pytest.raises(LineFull):
        stand(office, office.second)
    assert line(office) == [("李芳", 1, "waiting")]


def test_a_consultant_speaks_for_his_own_customers_only(office):
    other = office.admin.do(AddPerson(login="other", name="other one", role=Role.CONSULTANT))
    office.manager.do(HandOver(customer=office.first, consultant=PersonId(other.person)))
    with pytest.raises(NotYourCustomer) as refusal:
        stand(office, office.first)
    assert refusal.value.facts["who"] == "other one"
    stand(office, office.first, by=office.manager)
    with pytest.raises(NotYourCustomer):
        office.consultant.do(LeaveLine(unit=office.home, customer=office.first))
    assert office.consultant.ask(unit_line) == ()
    assert len(office.manager.ask(unit_line)) == 1


def test_a_customer_who_was_merged_keeps_his_place(office):
    stand(office, office.first)
    office.manager.do(MergeCustomers(customer=office.third, other=office.first))
    office.consultant.do(LetGo(unit=office.home))
    assert line(office) == [("孙权", 1, "called")]
    with pytest.raises(FirstRefusal):
        hold(office, office.second)
    hold(office, office.third)
    assert line(office) == []


def test_the_database_itself_keeps_the_unit_for_the_first_in_line(office):
    """Also from a program that does not ask: a claim for anybody else is refused while the turn lasts."""
    stood(office)
    office.consultant.do(LetGo(unit=office.home))
    database, now = office.office.database, office.clock.now

    def claim(customer):
        with database.reading() as session:
            deal = session.execute(text("SELECT max(id) FROM deal")).scalar_one()
        return {
            "unit": office.home, "customer": customer, "deal": deal + 1, "at": _us(now),
            "until": _us(now + timedelta(minutes=30)),
        }  # fmt: skip

    written = text(
        "INSERT INTO claim (unit_id, stage, deal_id, customer_id, consultant_id, opened_at, opened_by,"
        " until, reason, opening, end_reason) VALUES (:unit, 'on hold', :deal, :customer, 3, :at, 3,"
        " :until, '', 0, '')"
    )
    for customer in (office.second, office.third):
        with pytest.raises(IntegrityError, match="first in line"), database.engine.begin() as raw:
            raw.execute(written, claim(customer))
    with pytest.raises(IntegrityError, match="its deal's"), database.engine.begin() as raw:
        raw.execute(written, claim(office.first))  # the line lets him through; his deal is missing


def _us(moment):
    return int(moment.timestamp() * 1_000_000)
