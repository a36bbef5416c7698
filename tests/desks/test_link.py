"""The wire: order, threads, owners that go away, refusals, long work, closing."""

import gc
import threading
import time

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QLabel

from salesdesk.desks.link import Link, WorkStopped
from salesdesk.kernel.change import Change, Topic
from tests.desks.conftest import BareSeat, Refused, settle, slowly, tidy


def give(value):
    return lambda _reading: value


def raising(error):
    def do(_work):
        raise error

    return do


def test_commands_and_questions_run_in_the_order_they_were_sent(qtbot, link, seat):
    owner, got = QObject(), []
    for number in range(20):
        if number % 2:
            link.ask(owner, got.append, give(number))
        else:
            link.do(owner, give(number), got.append)
    settle(qtbot, link)
    assert got == list(range(20))
    assert len(seat.heard) == 20


def test_work_runs_off_the_window_thread_and_answers_arrive_in_it(qtbot, link):
    owner, where = QObject(), []
    here = threading.get_ident()
    link.ask(owner, lambda there: where.append((there, threading.get_ident())), ident)
    settle(qtbot, link)
    ((there, then),) = where
    assert there != here
    assert then == here


def ident(_reading):
    return threading.get_ident()


def test_nothing_is_delivered_to_an_owner_that_is_gone(qtbot, link):
    owner, got = QLabel(), []
    link.ask(owner, got.append, slowly(1))
    owner.deleteLater()
    tidy()
    settle(qtbot, link)
    assert got == []


def test_the_last_reference_to_a_widget_is_never_dropped_on_a_worker_thread(qtbot, link):
    died = []

    class Told(QLabel):
        def __del__(self):
            died.append(threading.get_ident())

    def send():
        owner = Told()
        link.ask(owner, lambda _answer, kept=owner: kept.setText("x"), slowly(1, 0.02))

    for _ in range(10):
        send()
    gc.collect()
    settle(qtbot, link)
    gc.collect()
    assert died == [threading.get_ident()] * 10


def test_a_refusal_goes_to_the_form_that_asked(qtbot, link):
    owner, told, loud = QObject(), [], []
    link.refused.connect(loud.append)
    link.do(owner, raising(Refused(unit="1-1-0301")), pytest.fail, refused=told.append)
    settle(qtbot, link)
    assert [error.facts["unit"] for error in told] == ["1-1-0301"]
    assert loud == []


def test_a_refusal_nobody_takes_is_told_by_the_signal(qtbot, link):
    owner, loud = QLabel(), []
    link.refused.connect(loud.append)
    link.do(owner, raising(Refused(unit="a")), pytest.fail)
    link.do(owner, raising(Refused(unit="b")), pytest.fail, refused=pytest.fail)
    owner.deleteLater()
    tidy()
    settle(qtbot, link)
    assert [error.facts["unit"] for error in loud] == ["a", "b"]


@pytest.mark.speaks
def test_anything_else_is_a_defect(qtbot, link):
    owner, defects = QObject(), []
    link.failed.connect(defects.append)
    link.do(owner, raising(ZeroDivisionError("ours")), pytest.fail, refused=pytest.fail)
    settle(qtbot, link)
    assert [type(error) for error in defects] == [ZeroDivisionError]


def test_the_same_intent_is_passed_through(qtbot, link, seat):
    owner = QObject()
    command = give(1)
    link.do(owner, command, lambda _: None, intent="abc")
    settle(qtbot, link)
    assert seat.heard == [(command, "abc")]


def test_changes_are_told_in_the_window_thread(qtbot, link, seat):
    heard = []
    link.changed.connect(lambda changes: heard.append((changes, threading.get_ident())))
    change = frozenset({Change(Topic.UNIT, 7)})
    feed = threading.Thread(target=seat.deliver, args=(change,))
    feed.start()
    feed.join()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(change, threading.get_ident())]


def test_long_work_tells_its_steps_and_does_not_hold_up_commands(qtbot, link):
    owner, steps, order = QObject(), [], []
    go_on = threading.Event()

    def job(step, _cancelled):
        assert go_on.wait(5)
        for number in range(1, 101):
            step(number, 100)
        return "done"

    link.run(owner, job, order.append, lambda done, of: steps.append((done, of)))
    link.ask(owner, order.append, give("asked"))
    qtbot.waitUntil(lambda: order == ["asked"])
    go_on.set()
    settle(qtbot, link)
    assert order == ["asked", "done"]
    assert steps[-1] == (100, 100)
    assert len(steps) < 100


def test_long_work_can_be_cancelled(qtbot, link):
    owner, ended = QObject(), []

    def job(_step, cancelled):
        while not cancelled():
            time.sleep(0.002)
        raise WorkStopped

    running = link.run(owner, job, pytest.fail, stopped=lambda: ended.append("stopped"))
    running.cancel()
    settle(qtbot, link)
    assert ended == ["stopped"]


def test_work_that_was_done_before_the_cancelling_was_seen_is_told_as_done(qtbot, link):
    owner, ended = QObject(), []
    running = link.run(owner, lambda _s, _c: "committed", ended.append, stopped=pytest.fail)
    running.cancel()
    settle(qtbot, link)
    assert ended == ["committed"]


def test_closing_finishes_commands_drops_questions_and_stops_long_work(qapp):
    seat = BareSeat()
    link = Link(seat)
    owner, begun, done = QObject(), threading.Event(), []

    def first(_work):
        begun.set()
        time.sleep(0.05)
        done.append("first")

    def wait(_step, cancelled):
        while not cancelled():
            time.sleep(0.002)
        raise WorkStopped

    link.do(owner, first, lambda _: None)
    link.run(owner, wait, pytest.fail)
    link.ask(owner, pytest.fail, lambda _reading: done.append("question"))
    link.do(owner, lambda _work: done.append("second"), lambda _: None)
    assert begun.wait(5)
    link.close()
    link.close()
    assert done == ["first", "second"]
    assert seat.watching.stopped
    link.do(owner, lambda _work: done.append("late"), lambda _: None)
    qapp.processEvents()
    assert done == ["first", "second"]


def test_busy_counts_what_is_under_way(qtbot, link):
    owner, counts = QObject(), []
    link.busy.connect(counts.append)
    link.ask(owner, lambda _: None, give(1))
    link.ask(owner, lambda _: None, give(2))
    settle(qtbot, link)
    assert counts == [1, 2, 1, 0]


def test_five_thousand_answers_leave_no_trace(qtbot, link):
    """The soak that Shiboken 6.12 fails on Python 3.11 (technology.md 0.1)."""
    owner, got = QObject(), []
    for number in range(5000):
        link.ask(owner, got.append, give(number))
    settle(qtbot, link)
    assert got == list(range(5000))
    assert QThread.currentThread().isMainThread()
