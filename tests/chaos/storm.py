"""What goes wrong on purpose: desks killed and stopped, server processes too, the server itself, forging hands."""

import contextlib
import os
import signal
import time
from collections import Counter
from typing import ClassVar

import psycopg
import sqlcipher3.dbapi2

_STAY = "UPDATE salesdesk.receipt SET amount_fen = amount_fen + 100"
FORGERIES = (
    # money that no journal tells of; everything else about it is as it should be
    ("cashier1", ("INSERT INTO salesdesk.movement (at, day, actor_id, deal_id, receipt_id, debit, credit,"
     " amount_fen, kind) SELECT salesdesk.office_now(), salesdesk.office_day(salesdesk.office_now()),"
     " salesdesk.office_actor(), r.deal_id, r.id, 'cash', 'deposits held', 100, 'deposit'"
     " FROM salesdesk.receipt r ORDER BY r.id DESC LIMIT 1")),
    ("cashier2", _STAY),
    ("consultant1", "UPDATE salesdesk.claim SET consultant_id = 1"),
    ("consultant2", ("INSERT INTO salesdesk.receipt_void (receipt_id, at, actor_id, reason)"
     " SELECT max(id), salesdesk.office_now(), salesdesk.office_actor(), 'x' FROM salesdesk.receipt")),
    ("manager1", "DELETE FROM salesdesk.journal"),
    ("manager2", "UPDATE salesdesk.counter SET next_no = next_no + 1"),
    ("reception1", "UPDATE salesdesk.person SET role = 'manager'"),
)  # fmt: skip
FILE_FORGERIES = (
    "UPDATE receipt SET amount_fen = amount_fen + 100",
    "DELETE FROM movement",
    "UPDATE claim SET consultant_id = 1 WHERE ended_at IS NOT NULL",
    "UPDATE journal SET actor_id = 1",
    "INSERT OR REPLACE INTO claim SELECT * FROM claim",
)


class Storm:
    """Faults, one after another, each kind once before chance decides."""

    faults: ClassVar[dict]
    """Kinds, and how often each comes beside the others."""

    def __init__(self, crew, chance, pace):
        self._crew, self._chance, self._pace = crew, chance, pace
        self.kinds = self.faults
        self.happened = Counter()
        self.forged = 0
        self.accepted = []
        """What a forging hand was allowed to do."""

    def blow(self, over):
        """Go on until *over* (called now and then) says so."""
        first = self._chance.sample(list(self.kinds), len(self.kinds))
        while True:
            then = time.monotonic() + self._pace * self._chance.uniform(0.4, 1.6)
            while not (done := over()) and time.monotonic() < then:
                time.sleep(min(0.1, self._pace))
            if done:
                return
            kind = first.pop() if first else self._chosen()
            if getattr(self, "_" + kind.replace(" ", "_"))():
                self.happened[kind] += 1

    def _chosen(self):
        return self._chance.choices(list(self.kinds), list(self.kinds.values()))[0]

    def _seconds(self, low, high):
        return self._chance.uniform(low, high)

    def _desk_killed(self):
        """Kill a desk in the middle of whatever it does, and open it again."""
        return self._crew.kill(self._chance)

    def _desk_stopped(self):
        """Let a whole desk stand still for a while."""
        return _stand_still(self._crew.process(self._chance), self._seconds(0.1, 0.8))


class ServerStorm(Storm):
    """The faults of an office on a server."""

    faults: ClassVar = {
        "desk killed": 8, "desk stopped": 3, "server process stopped": 5,
        "server process ended": 5, "server process killed": 0.3, "server crashed": 1.2,
        "forgery refused": 2,
    }  # fmt: skip

    def __init__(self, crew, chance, pace, server, database):
        super().__init__(crew, chance, pace)
        self._server, self._database = server, database

    def _one_of(self, what, kind):
        """Do *what* to one of the desks' server processes, rather a busy one."""
        which = (
            f"SELECT {what} FROM (SELECT pid FROM pg_stat_activity WHERE datname = '{self._database}'"
            " AND usename <> 'postgres' ORDER BY (state <> 'idle') DESC, random() LIMIT 1) AS one"
        )
        with contextlib.suppress(psycopg.Error):
            for (found,) in self._server.sql(which):
                return found
        return None

    def _server_process_ended(self):
        return bool(self._one_of("pg_terminate_backend(pid)", "ended"))

    def _server_process_stopped(self):
        pid = self._one_of("pid", "stopped")
        return pid is not None and _stand_still(pid, self._seconds(0.1, 2.5))

    def _server_process_killed(self):
        pid = self._one_of("pid", "killed")
        return pid is not None and _signal(pid, signal.SIGKILL)

    def _server_crashed(self):
        self._server.stop(signal.SIGQUIT)
        time.sleep(self._seconds(0, 0.5))
        self._server.start()
        return True

    def _forgery_refused(self):
        turn, first = divmod(self.forged, 2)  # money comes every other time: it needs a receipt
        login, words = FORGERIES[0 if first == 0 else 1 + turn % (len(FORGERIES) - 1)]
        self.forged += 1
        try:
            with contextlib.closing(
                psycopg.connect(
                    self._server.url(self._database, login).replace("+psycopg", ""),
                    connect_timeout=3,
                )
            ) as hand:
                touched = hand.execute(words).rowcount
                hand.commit()
        except psycopg.OperationalError:
            return False
        except psycopg.Error:
            return True
        if touched:
            self.accepted.append(f"{login}: {words}")
        return False


class FileStorm(Storm):
    """The faults of an office on one file."""

    faults: ClassVar = {
        "desk killed": 8, "desk stopped": 5, "file held by another program": 1,
        "forgery refused": 3,
    }  # fmt: skip

    def __init__(self, crew, chance, pace, place):
        super().__init__(crew, chance, pace)
        self._place = place

    def _file_held_by_another_program(self):
        with contextlib.closing(self._hand()) as hand:
            hand.execute("BEGIN IMMEDIATE")
            time.sleep(self._seconds(0.1, 1.0))
            hand.execute("ROLLBACK")
        return True

    def _forgery_refused(self):
        words = FILE_FORGERIES[self.forged % len(FILE_FORGERIES)]
        self.forged += 1
        with contextlib.closing(self._hand()) as hand:
            try:
                touched = hand.execute(words).rowcount
            except sqlcipher3.dbapi2.OperationalError:
                return False
            except sqlcipher3.dbapi2.Error:
                return True
        if touched > 0:
            self.accepted.append(words)
        return False

    def _hand(self):
        hand = sqlcipher3.dbapi2.connect(self._place, isolation_level=None, timeout=5)
        hand.execute("PRAGMA recursive_triggers=ON")
        return hand


def _stand_still(pid, seconds):
    if not _signal(pid, signal.SIGSTOP):
        return False
    try:
        time.sleep(seconds)
    finally:
        _signal(pid, signal.SIGCONT)
    return True


def _signal(pid, which):
    try:
        os.kill(pid, which)
    except ProcessLookupError:
        return False
    return True
