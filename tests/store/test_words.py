"""The herald's word: what it carries, what it may never do, and that the log has the last say."""

import time

import psycopg
import pytest

from salesdesk.kernel.change import EVERYTHING, Change, Topic
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.customers.register import RegisterVisit
from salesdesk.office.customers.rules import Manner
from salesdesk.store.herald import heard, in_words
from tests.furnished import ServerClock, make_on, seated_on

NEWS = frozenset({Change(Topic.UNIT, 7), Change(Topic.DEAL, 3), Change(Topic.FOLLOW_UP, 1)})


def test_a_word_comes_back_as_it_was_said():
    assert heard(in_words(NEWS)) == NEWS
    assert heard(f"{in_words(NEWS)} {in_words([Change(Topic.UNIT, 8)])}") == NEWS | {
        (Topic.UNIT, 8)
    }


@pytest.mark.parametrize(
    "word", ["", "unit", "unit x", "7 unit", "unit 7 deal", "hello world 1", "everything 0"]
)
def test_what_is_no_word_of_ours_names_nothing(word):
    assert heard(word) <= {(Topic.UNIT, 7)}
    assert EVERYTHING not in heard(word)


@pytest.fixture
def desks(server):
    make_on(server, "words")
    made = seated_on(server, "words", ServerClock(server, "words"))
    yield made
    made.office.close()
    server.drop("words")


def until(told, wanted, seconds):
    end = time.monotonic() + seconds
    while not wanted <= {change for changes in told for change in changes}:
        assert time.monotonic() < end, told
        time.sleep(0.01)


def test_with_a_word_without_one_and_with_a_false_one_every_change_is_told(
    server, desks, monkeypatch
):
    told = []
    feed = desks.manager.watch(told.append)
    customer = desks.customer()
    until(told, {Change(Topic.CUSTOMER, customer)}, 5)
    herald = desks.reception.office.database._herald
    monkeypatch.setattr(herald, "tell", lambda _word: None)  # a desk that dies before it speaks
    visit = RegisterVisit(
        manner=Manner.VISIT, name="乙", phone="13800000002", project=ProjectId(1)
    )
    second = desks.reception.do(visit)["customer"]
    with psycopg.connect(
        host="127.0.0.1", port=server.port, dbname="words", user="cashier", autocommit=True
    ) as line:
        line.execute("SELECT pg_notify('salesdesk', 'everything 0')")
        line.execute("SELECT pg_notify('salesdesk', %s)", (f"customer {second + 1}",))
    until(told, {Change(Topic.CUSTOMER, second)}, 5)
    assert all(EVERYTHING not in changes for changes in told)
    feed.stop()
