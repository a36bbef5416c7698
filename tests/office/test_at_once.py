"""A hold in one question writes what the command writes: the same story on two copies of one office."""

import threading
from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, PersonId, ProjectId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.customers.commands import HandOver, MergeCustomers, PersonLeaves
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.figures.audit import audit
from salesdesk.office.inventory.claims import UnitTaken
from salesdesk.office.inventory.commands import (
    BlockUnits,
    HoldBack,
    ImportUnits,
    ReleaseUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.law_commands import SetLaw
from salesdesk.office.inventory.law_requesting import RequestLaws
from salesdesk.office.inventory.law_rules import Law
from salesdesk.office.inventory.rules import LawLevel
from salesdesk.office.sales.commands import HoldUnit, LetGo
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.office.staff.commands import ChangeSetting, GrantRight, RevokeRight
from salesdesk.office.staff.rules import SETTINGS, Role
from salesdesk.store.address import parse
from salesdesk.store.database import Database
from salesdesk.store.server import ServerDatabase
from tests.furnished import PASSWORD, START, ServerClock, as_they_were, rows, seated_on

FAR = 1 << 70
_OURS = frozenset({"turn", "grip", "password_hash"})
"""Columns that differ by nature: a transaction's number, the passwords' salt."""


@pytest.fixture
def pair(server, on_server):
    """Give two copies of one office with everybody seated."""
    made = []
    for name in ("at_once", "step_by_step"):
        server.database(name, on_server)
        made.append(seated_on(server, name, ServerClock(server, name)))
    yield made
    as_they_were(server, "at_once")
    for desks, name in zip(made, ("at_once", "step_by_step"), strict=True):
        desks.office.close()
        server.drop(name)


@pytest.fixture
def ways(monkeypatch):
    """Tell which ways the server's function went."""
    told = []
    ask = ServerDatabase.at_once

    def listening(database, function, *facts):
        answer = ask(database, function, *facts)
        told.append("-" if answer is None else answer.way)
        return answer

    monkeypatch.setattr(ServerDatabase, "at_once", listening)
    return told


@contextmanager
def step_by_step():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ServerDatabase, "at_once", Database.at_once)
        yield


def everything(server, database):
    """Give every row of every table, but for what differs by nature."""
    names = server.sql(
        "SELECT table_name, string_agg(column_name, ',' ORDER BY ordinal_position)"
        " FROM information_schema.columns WHERE table_schema = 'salesdesk' GROUP BY 1 ORDER BY 1",
        database=database,
    )
    found = {}
    for table, columns in names:
        wanted = ", ".join(f'"{c}"' for c in columns.split(",") if c not in _OURS)
        if table != "office":
            asked = f"SELECT {wanted} FROM salesdesk.{table}"
            found[table] = sorted(server.sql(asked, database=database), key=repr)
    return found


def put_permit_law(desks, level, intent):
    """The permit's law, softer by two signatures; every intent has its name."""
    wish = {"project": ProjectId(1), "law": Law.PERMIT, "level": level, "reason": "x"}
    if level is LawLevel.BLOCK:
        desks.manager.do(SetLaw(**wish), intent)
        return
    asked = RequestId(desks.manager.do(RequestLaws(**wish), intent))
    for who in (desks.head, desks.general):
        who.do(SignRequest(request=asked), f"{intent}-{who.person.login}")


def visit(name, phone):
    return RegisterVisit(manner=Manner.VISIT, name=name, phone=phone, project=ProjectId(1))


def told(desks):
    """Live through every situation of a hold; give each answer or refusal, with its name."""
    story = []

    def hold(name, who, code, customer, intent="", **more):
        unit = units.get(code, UnitId(code if isinstance(code, int) else 0))
        wish = HoldUnit(unit=unit, customer=CustomerId(customer), **more)
        try:
            answer = who.do(wish, intent or f"wish-{len(story)}")
        except UserError as refusal:
            story.append((name, refusal.kind, refusal.facts, refusal.sentences()))
        else:
            story.append((name, answer))

    desks.admin.do(ImportUnits(rows=rows("2栋", 1), project=ProjectId(1)), "i1")
    units = {code: UnitId(card.id) for code, card in desks.units().items()}
    first, second, gone = (
        CustomerId(desks.reception.do(visit(name, phone), f"v-{phone}")["customer"])
        for name, phone in (("甲", "13800000001"), ("乙", "13800000002"), ("丙", "13800000003"))
    )
    people = {
        who.person.login: who.person.id
        for who in (desks.reception, desks.consultant, desks.manager)
    }
    desks.manager.do(MergeCustomers(customer=first, other=gone), "m1")

    hold("free", desks.consultant, "1-1-0101", first)
    hold("held", desks.consultant, "1-1-0101", second)
    hold("held, by another", desks.manager, "1-1-0101", second)
    hold("the same again", desks.consultant, "1-1-0101", first, "wish-0")
    hold("the same id, other contents", desks.consultant, "1-1-0101", second, "wish-0")
    hold("the same id, another person", desks.manager, "1-1-0101", first, "wish-0")
    desks.clock.forward(minutes=29, seconds=59, microseconds=999_999)
    hold("a moment before the time is over", desks.consultant, "1-1-0101", second)
    desks.clock.forward(microseconds=1)
    hold("lapsed", desks.manager, "1-1-0101", second)
    hold("the same again, lapsed", desks.consultant, "1-1-0101", first, "wish-0")
    desks.clock.forward(microseconds=123_000)
    hold("no such unit", desks.consultant, 999, first)
    hold("no such customer", desks.consultant, "1-1-0102", 999)
    hold("merged away", desks.consultant, "1-1-0102", gone)
    hold("no such seller", desks.manager, "1-1-0102", first, consultant=PersonId(999))
    for minutes in (0, -5, 181, FAR):
        hold(f"{minutes} minutes", desks.consultant, "1-1-0102", first, minutes=minutes)
    hold("180 minutes for a seller", desks.manager, "1-1-0102", first, minutes=180,
         consultant=PersonId(people["reception"]))  # fmt: skip
    hold("without the right", desks.cashier, "1-1-0201", first)
    desks.admin.do(GrantRight(role=Role.CASHIER, name="HoldUnit"), "g1")
    hold("with the right", desks.cashier, "1-1-0201", first)
    desks.manager.do(LetGo(unit=units["1-1-0201"]), "l1")
    desks.admin.do(RevokeRight(role=Role.CASHIER, name="HoldUnit"), "r1")
    hold("the right is gone", desks.cashier, "1-1-0201", first)
    desks.manager.do(HandOver(customer=second, consultant=PersonId(people["consultant"])), "h1")
    hold("let go, the manager for the customer's consultant", desks.manager, "1-1-0201", second)
    desks.cashier.do(TakeDeposit(unit=units["1-1-0201"], amount=100), "t1")
    desks.clock.forward(days=2)
    hold("a deposit lies on it", desks.manager, "1-1-0201", first)
    desks.manager.do(BlockUnits(units=(units["1-1-0202"],), reason="x"), "b1")
    hold("blocked", desks.consultant, "1-1-0202", first)
    desks.manager.do(HoldBack(units=(units["1-1-0301"],), reason="x"), "b2")
    hold("held back", desks.consultant, "1-1-0301", first)
    desks.manager.do(WithdrawUnits(units=(units["1-1-0302"],)), "w1")
    hold("withdrawn", desks.consultant, "1-1-0302", first)
    hold("never offered", desks.consultant, "2-1-0101", first)
    put_permit_law(desks, LawLevel.OFF, "e1")
    desks.manager.do(ReleaseUnits(units=(units["2-1-0101"], units["2-1-0102"])), "e2")
    put_permit_law(desks, LawLevel.BLOCK, "e3")
    hold("no permit, block", desks.consultant, "2-1-0101", first)
    for code, level in (("2-1-0101", LawLevel.WARN), ("2-1-0102", LawLevel.OFF)):
        put_permit_law(desks, level, f"e-{level}")
        hold(f"no permit, {level}", desks.consultant, code, first)
    desks.admin.do(ChangeSetting(name="hold_minutes", value="45"), "s1")
    desks.admin.do(ChangeSetting(name="hold_longest_minutes", value="50"), "s2")
    desks.clock.forward(days=1)
    hold("51 of 50 minutes", desks.consultant, "1-1-0101", first, minutes=51)
    hold("the office's own minutes", desks.consultant, "1-1-0101", first)
    desks.admin.do(PersonLeaves(person=PersonId(people["reception"])), "p1")
    hold(
        "a seller who left",
        desks.manager,
        "1-1-0102",
        first,
        consultant=PersonId(people["reception"]),
    )
    desks.clock.forward(minutes=-1)
    hold("the clock stepped back a little", desks.consultant, "1-1-0102", first)
    desks.clock.forward(days=-1)
    hold("the clock went back", desks.consultant, "2-1-0102", second)
    desks.clock.forward(days=1, minutes=2)
    return story


def test_in_one_question_or_step_by_step_it_is_the_same_story(server, pair, ways):
    fast, slow = pair
    here = told(fast)
    went = list(ways)
    as_they_were(server, "at_once")  # whoever left: logins are the whole server's
    with step_by_step():
        there = told(slow)
    for ours, theirs in zip(here, there, strict=True):
        assert ours == theirs
    mine, others = everything(server, "at_once"), everything(server, "step_by_step")
    assert mine.keys() == others.keys()
    for table in mine:
        assert mine[table] == others[table], table
    assert went.count("done") == 8, went  # what is usual did go the short way
    assert went.count("taken") == 4
    assert went.count("before") == 2
    assert not [f for f in fast.manager.ask(audit) if f.broken]


def test_what_the_function_takes_for_granted_is_the_program_s_rule():
    assert (SETTINGS["hold_minutes"].default, SETTINGS["hold_longest_minutes"].default) == (
        30,
        180,
    )


def test_one_unit_has_one_winner_and_every_loser_hears_who(server, pair, ways):
    desks = pair[0]
    customer, unit = desks.customer(), desks.unit("1-1-0101")
    gate, heard = threading.Barrier(6), []

    def rush(number):
        seat = (desks.consultant, desks.manager)[number % 2]
        gate.wait()
        try:
            heard.append(seat.do(HoldUnit(unit=unit, customer=customer))["unit"])
        except UnitTaken as refusal:
            heard.append(refusal.facts["who"])

    crowd = [threading.Thread(target=rush, args=(number,)) for number in range(6)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert heard.count("1-1-0101") == 1
    assert len({who for who in heard if who != "1-1-0101"}) == 1
    assert ways.count("done") == 1
    held = server.sql("SELECT count(*) FROM salesdesk.claim", database="at_once")
    assert held == [(1,)]


def test_who_meets_another_decision_on_the_unit_waits_for_its_end(server, pair, ways):
    desks = pair[0]
    customer, unit = desks.customer(), desks.unit("1-1-0101")
    with psycopg.connect(
        host="127.0.0.1", port=server.port, dbname="at_once", user="postgres"
    ) as other:
        other.execute("SELECT 1 FROM salesdesk.unit WHERE id = %s FOR NO KEY UPDATE", (unit,))
        let_go = threading.Timer(1.8, other.rollback)
        let_go.start()
        answer = desks.consultant.do(HoldUnit(unit=unit, customer=customer))
        let_go.join()
    assert answer == {"deal": 1, "unit": "1-1-0101", "until": START + timedelta(minutes=30)}
    assert ways == ["done"], "one question, asked once"


def test_the_same_wish_from_two_tries_at_once_has_one_effect(server, pair):
    desks = pair[0]
    wish = HoldUnit(unit=desks.unit("1-1-0101"), customer=desks.customer())
    gate, heard = threading.Barrier(4), []

    def try_again():
        gate.wait()
        heard.append(desks.consultant.do(wish, "one-wish"))

    crowd = [threading.Thread(target=try_again) for _number in range(4)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    assert len(heard) == 4
    assert all(answer == heard[0] for answer in heard)
    assert server.sql("SELECT count(*) FROM salesdesk.deal", database="at_once") == [(1,)]


def test_an_office_that_runs_everything_alone_goes_step_by_step(server, pair):
    desks = pair[0]
    customer, unit = desks.customer(), desks.unit("1-1-0101")
    alone = ServerDatabase(
        parse(server.url("at_once")).signed("consultant", PASSWORD), isolation="SERIALIZABLE"
    )
    assert alone.at_once("office_hold", "a", "b", "c", unit, customer, None, None) is None
    alone.close()
