"""From a desk's commit to the painted cell on another desk's board, with fifty desks listening.

One desk is whole: its link, its board's feed and its canvas. The other 49 stand on machines of
their own in an office, so here each is only what the server sees of it: a line that hears each word
and reads the change log a little later, or ten times a second. A cell counts as painted when its paint event is over.
"""

import math
import random
import select
import threading
import time
from contextlib import contextmanager
from multiprocessing import get_context

from PySide6.QtCore import QEvent, QObject

from salesdesk.desks.board.feed import BoardFeed
from salesdesk.desks.link import Link
from salesdesk.kernel.change import Change, Topic
from salesdesk.kernel.keys import CustomerId, UnitId
from salesdesk.office.inventory.queries import board_columns
from salesdesk.office.sales.commands import HoldUnit
from salesdesk.store.herald import CHANNEL
from salesdesk.store.listening import _CHECK_SECONDS, _SINCE
from tests.bench import crowd, rivals
from tests.bench.board import app, canvas_of
from tests.bench.harness import Case, Pair

OTHERS = 49
POLL_SECONDS = 0.1
HOLDS, PACE_SECONDS = 120, 0.06
"""Holds of one turn, and the time between two of them."""
PATIENCE_SECONDS = 10.0
SEED = 20_251_124


class Other:
    """One of the other desks, seen from the server: nothing but libpq's own calls."""

    def __init__(self, port, number):
        self._line = rivals.line(port, crowd.DATABASE, f"c{number % crowd.LOGINS:02}", autocommit=True)  # fmt: skip
        self._pg, self._mark, self._asked = self._line.pgconn, b"4611686018427387904", False
        self._due = math.inf
        self._pg.prepare(b"since", _SINCE.replace("%s", "$1").encode())
        self._mark = self._pg.exec_prepared(b"since", [self._mark]).get_value(0, 0)

    def listen(self):
        self._line.execute(f"LISTEN {CHANNEL}")
        return self._pg.socket

    def look(self):
        """Ask for what is new, and wait for the answer."""
        self._mark = self._pg.exec_prepared(b"since", [self._mark]).get_value(0, 0)

    def heard(self):
        """Take what came over the line: after a word the log is read, as our desks do it."""
        self._pg.consume_input()
        while self._pg.notifies():
            self._due = min(self._due, time.monotonic() + random.uniform(*_CHECK_SECONDS))
        if self._asked and not self._pg.is_busy():
            while (answer := self._pg.get_result()) is not None:
                self._mark = answer.get_value(0, 0)
            self._asked = False

    def check(self):
        """Read the log when it is time."""
        if not self._asked and time.monotonic() >= self._due:
            self._due = math.inf
            self._pg.send_query_prepared(b"since", [self._mark])
            self._pg.flush()
            self._asked = True


def others(port, polling, ready, ended):
    """Be the other desks, until told to go home."""
    desks = [Other(port, number) for number in range(OTHERS)]
    by_handle = {} if polling else {desk.listen(): desk for desk in desks}
    ready.set()
    turn = 0
    while not ended.is_set():
        if polling:  # one after the other, evenly over the tenth of a second
            desks[turn % OTHERS].look()
            turn += 1
            time.sleep(POLL_SECONDS / OTHERS)
            continue
        for handle in select.select(list(by_handle), [], [], 0.01)[0]:
            by_handle[handle].heard()
        for desk in desks:
            desk.check()


def holding(port, units, told, begin):
    """Be the desk that holds units; tell each unit and when its commit was known."""
    mine = crowd.seated(port, "c00")
    begin.wait()
    for unit in units:
        time.sleep(PACE_SECONDS)
        mine.do(HoldUnit(unit=UnitId(unit), customer=CustomerId(1)))
        told.put((unit, time.monotonic()))
    told.put(None)
    mine.office.close()


class Poll:
    """What one writes first: look ten times a second; the same log, the same question."""

    def __init__(self, database, deliver):
        self._line = rivals.line(database.address.endpoints[0][1], crowd.DATABASE, "c01", autocommit=True)  # fmt: skip
        self._deliver, self._ended = deliver, threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self):
        self._thread.start()

    def stop(self):
        self._ended.set()
        self._thread.join()
        self._line.close()

    def _run(self):
        mark, known = 1 << 62, {}
        while not self._ended.wait(POLL_SECONDS):
            rows = self._line.execute(_SINCE, (mark,)).fetchall()
            mark = int(rows[0][0])
            new = {row[1]: row for row in rows if row[1] is not None and row[1] not in known}
            known = {row[1]: None for row in rows if row[1] is not None and row[4] >= mark}
            if new:
                self._deliver(frozenset(Change(Topic(row[2]), row[3]) for row in new.values()))


class Painted(QObject):
    """Notes the moment at which the paint event after a patch is over."""

    def __init__(self, canvas):
        super().__init__()
        self.at, self._due = {}, set()
        self._canvas = canvas
        canvas.patched.connect(self._patched)
        canvas.viewport().installEventFilter(self)

    def _patched(self, places):
        self._due |= {int(self._canvas.stock.columns.ids[place]) for place in places}

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and self._due:
            due, self._due = self._due, set()
            watched.event(event)
            moment = time.monotonic()
            self.at.update((unit, self.at.get(unit, moment)) for unit in due)
            return True
        return False


class Board:
    """A desk with its board open, and the desks around it."""

    def __init__(self, gathered, *, polling):
        self.port = gathered.port
        spawn = get_context("spawn")
        self._ended, ready = spawn.Event(), spawn.Event()
        self._spawn, self._turns = spawn, 0
        self._around = spawn.Process(
            target=others, args=(self.port, polling, ready, self._ended), daemon=True
        )
        self._around.start()
        assert ready.wait(60)
        self._seat = crowd.seated(self.port, "c01")
        if polling:
            database = self._seat.office.database
            database.watcher = lambda deliver, *_told: Poll(database, deliver)
        self._canvas = canvas_of(self._seat.ask(board_columns, 1))
        self._link = Link(self._seat)
        self._feed = BoardFeed(self._link)
        self._feed.patches.connect(self._canvas.patch)
        self._feed.wake()
        self._painted = Painted(self._canvas)
        end = time.monotonic() + PATIENCE_SECONDS
        while self._link._watching is None and time.monotonic() < end:
            app().processEvents()
            time.sleep(0.01)
        assert self._link._watching is not None

    def delays(self):
        """Give each hold's way from its commit to the painted cell, in ms."""
        geometry = self._canvas.picture.geometry
        seen = self._canvas.stock.columns.ids[geometry.units_in(self._canvas.viewport().rect())]
        chance = random.Random(SEED)
        units = chance.sample(seen.tolist(), HOLDS)
        self._painted.at.clear()
        told, begin = self._spawn.Queue(), self._spawn.Event()
        desk = self._spawn.Process(
            target=holding, args=(self.port, units, told, begin), daemon=True
        )
        desk.start()
        begin.set()
        committed = {}
        heard = threading.Thread(target=lambda: committed.update(iter(told.get, None)))
        heard.start()
        end = time.monotonic() + PATIENCE_SECONDS + 60
        while (heard.is_alive() or not committed.keys() <= self._painted.at.keys()) and (
            time.monotonic() < end
        ):
            app().processEvents()
            time.sleep(0.0005)
        desk.join()
        missed = committed.keys() - self._painted.at.keys()
        assert len(committed) == HOLDS and not missed, f"never painted: {missed}"
        return [(self._painted.at[unit] - moment) * 1e3 for unit, moment in committed.items()]

    def close(self):
        self._ended.set()
        self._link.close()
        self._seat.office.close()
        self._canvas.close()
        self._around.join()


def looking(share):
    """Give a case's preparation: the delay that *share* of the holds do not exceed (ms)."""

    @contextmanager
    def prepared():
        gathered = crowd.gathered()

        def contestant(*, polling):
            gathered.clear()
            board = Board(gathered, polling=polling)
            try:
                delays = sorted(board.delays())
            finally:
                board.close()
            return delays[min(len(delays) - 1, int(len(delays) * share))]

        yield Pair(lambda: contestant(polling=False), lambda: contestant(polling=True))

    return prepared


CASES = tuple(
    Case(
        name=f"server: commit to painted pixel, 50 desks, {name} ms", goal=1 / 5, rounds=3,
        ours="ours", baseline="100 ms poll", prepare=looking(share),
    )
    for name, share in (("p50", 0.5), ("p99", 0.99))
)  # fmt: skip
