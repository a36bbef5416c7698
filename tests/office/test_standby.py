"""The primary is lost under load, its synchronous standby promoted: the desks go on by themselves.

Two real servers; the first is killed with every process it has, as a power cut would. What a desk
was told as done is written down by the desk alone, and compared with the second server afterwards.
"""

import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread
from uuid import uuid4

import pytest

from salesdesk.kernel.change import EVERYTHING, Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import CustomerId, ProjectId, UnitId
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.office.figures.audit import audit
from salesdesk.office.frontdoor import Seat
from salesdesk.office.joining import open_server
from salesdesk.office.ledger.queries import receipts
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.office.sales.till import TakeDeposit
from salesdesk.store.address import parse
from salesdesk.store.faults import OnlyStandby
from tests.furnished import make_on
from tests.postgres import Server

CASHIERS, RECEPTIONS = 3, 2
BEFORE, AFTER = 40, 40
PATIENCE_S = 30.0


@contextmanager
def two_servers(*, synchronous):
    primary = Server.made()
    try:
        make_on(primary, "office")
        primary.sql("UPDATE salesdesk.office SET stands = NULL", database="office")
        yield primary, primary.standby(synchronous=synchronous)
    finally:
        primary.remove()


@pytest.fixture(scope="module")
def pair():
    """Give a primary with an office, and the standby that its commits wait for."""
    with two_servers(synchronous=True) as made:
        yield made


def address(*servers):
    hosts = "&".join(f"host=127.0.0.1:{each.port}" for each in servers)
    return parse(f"postgresql+psycopg://@/office?{hosts}")


@dataclass
class Desk:
    """Somebody who works on and on, and keeps what he was told as done."""

    seat: Seat
    command: object
    stop: Event
    told: list = field(default_factory=list)
    refused: list = field(default_factory=list)

    def work(self):
        while not self.stop.is_set():
            intent = uuid4().hex
            try:
                answer = self.seat.do(self.command, intent)
            except UserError as refusal:
                self.refused.append(refusal)
                return
            self.told.append((time.monotonic(), intent, answer))


def until(condition):
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "nothing more was done"
        time.sleep(0.01)


def answers(server):
    rows = server.sql("SELECT intent, answer FROM salesdesk.journal", database="office")
    return dict(rows)


def test_a_standby_alone_is_refused_and_says_so(pair):
    _primary, standby = pair
    alone = open_server(address(standby))
    with pytest.raises(OnlyStandby) as refusal:
        alone.sign_in("consultant", "")
    assert all(refusal.value.sentences())
    heard = []
    feed = alone.database.watcher(heard.append)  # as soon as it is promoted it will tell
    feed.start()
    feed.stop()
    assert not heard
    alone.close()


def test_the_desks_go_on_against_the_promoted_standby(pair):
    primary, standby = pair
    where, stop, heard = address(primary, standby), Event(), []
    offices = [open_server(where) for _each in range(CASHIERS + RECEPTIONS + 1)]
    consultant = offices[0].sign_in("consultant", "")
    entry = RegisterVisit(
        manner=Manner.VISIT, name="王", phone="13812345678", project=ProjectId(1)
    )
    customer = offices[1].sign_in("reception", "").do(entry)["customer"]
    consultant.do(HoldUnit(unit=UnitId(1), customer=CustomerId(customer), minutes=180))
    feed = consultant.watch(lambda news: heard.append((time.monotonic(), news)))
    desks = [
        Desk(office.sign_in("cashier", ""), TakeDeposit(unit=UnitId(1), amount=100), stop)
        for office in offices[1 : 1 + CASHIERS]
    ] + [
        Desk(office.sign_in("reception", ""), entry, stop)
        for office in offices[1 + CASHIERS :]
    ]  # fmt: skip
    threads = [Thread(target=desk.work) for desk in desks]
    for thread in threads:
        thread.start()

    until(lambda: all(len(desk.told) >= BEFORE / len(desks) for desk in desks))
    primary.kill()
    killed = time.monotonic()
    time.sleep(0.3)  # the desks meet a dead primary and a standby that takes no writes
    left = answers(standby)
    with pytest.raises(OnlyStandby):
        open_server(where).sign_in("consultant", "")
    assert answers(standby) == left
    assert not [desk for desk in desks if desk.told[-1][0] > killed + 0.2]
    standby.promote()
    done = [len(desk.told) for desk in desks]
    until(
        lambda: all(
            len(d.told) >= n + AFTER / len(desks) for d, n in zip(desks, done, strict=True)
        )
    )
    stop.set()
    for thread in threads:
        thread.join(PATIENCE_S)
    until(lambda: any(EVERYTHING in news for _at, news in heard))
    back = next(at for at, news in heard if EVERYTHING in news)
    assert back > killed
    count = len(heard)
    desks[0].seat.do(TakeDeposit(unit=UnitId(1), amount=100))
    until(lambda: any(c.topic is Topic.RECEIPT for _at, news in heard[count:] for c in news))
    feed.stop()

    assert not [refusal for desk in desks for refusal in desk.refused]
    told = [each for desk in desks for each in desk.told]
    first = min(at for at, _intent, _answer in told if at > killed)
    print(
        f"{len(told)} told, first after {first - killed:.2f} s, feed after {back - killed:.2f} s"
    )
    assert len(told) >= BEFORE + AFTER
    kept = answers(standby)
    assert [intent for _at, intent, _answer in told if intent not in kept] == []
    for what in ("receipt", "visit"):
        given = Counter(answer[what] for _at, _intent, answer in told if what in answer)
        assert given
        assert set(given.values()) == {1}
    manager = offices[0].sign_in("manager", "")
    lines = manager.ask(receipts)
    assert sorted(line.no for line in lines) == list(range(1, len(lines) + 1))
    printed = {answer["receipt"] for _at, _intent, answer in told if "receipt" in answer}
    assert printed <= {line.number for line in lines}
    assert not [finding for finding in manager.ask(audit) if finding.broken]
    for office in offices:
        office.close()


def test_the_comparison_finds_what_an_asynchronous_standby_loses():
    """Nothing waits for this standby, and it has fallen behind: what was told as done is gone."""
    with two_servers(synchronous=False) as (primary, standby):
        office = open_server(address(primary, standby))
        reception = office.sign_in("reception", "")
        standby.sql("ALTER SYSTEM SET primary_conninfo = ''", "SELECT pg_reload_conf()")
        primary.until("SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_stat_replication)")
        entry = RegisterVisit(
            manner=Manner.VISIT, name="王", phone="13812345678", project=ProjectId(1)
        )
        intent = uuid4().hex
        reception.do(entry, intent)
        primary.kill()
        standby.promote()
        assert intent not in answers(standby)
        assert reception.do(entry, uuid4().hex)["number"] == 1  # the number is given once more
        office.close()
