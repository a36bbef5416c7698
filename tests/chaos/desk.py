"""A desk in a chaos run: a process of its own that does real commands and writes down what it was told.

Its log is its memory. What it wants is on the disk before it is sent, and what it was answered before
the next thing happens; killed in between, it comes back and sends the same intent again.
"""

import gc
import json
import math
import os
import random
import time
from dataclasses import dataclass
from pathlib import Path

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.plain import from_plain, to_plain
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.staff.rules import Role
from salesdesk.store.faults import OfficeBusy, OutcomeUnknown, ServerUnreachable
from tests.chaos import bugs
from tests.chaos.stage import let_go, seated
from tests.chaos.wishes import Rush, Wishes, board_glance, glance

IN_PASSING = (OutcomeUnknown, ServerUnreachable, OfficeBusy)
"""Refusals that say nothing of an earlier try whose outcome is not known."""

PATIENCE = 40.0
"""Seconds after the run's end in which what is unknown must have become known."""
LOOKED = '{"t": "read"'
"""How the lines of looks begin: most of a log, and no part of what a desk must remember."""
_WISHES_A_LOOK = 6
_SEAL_EVERY = 6.0
_BOARD_SHARE = 0.06


@dataclass(frozen=True, slots=True)
class Post:
    """Where a desk stands: who sits there, and until when (monotonic seconds)."""

    number: int
    login: str
    role: Role
    where: str | Path
    folder: Path
    seed: int
    until: float
    rush: Rush
    bug: str = ""

    @property
    def over(self):
        """Whether the day is over: the time, or the word of whoever made the run."""
        return time.monotonic() >= self.until or over(self.folder).exists()

    @property
    def log(self):
        return self.folder / f"desk-{self.number}.jsonl"


def over(folder):
    """Give the file that says: that was all."""
    return folder / "over"


class Log:
    """A desk's memory on the disk."""

    def __init__(self, path):
        self.wishes, self.open, self.wished = 0, None, 0.0
        for line in read(path, without=LOOKED):
            match line["t"]:
                case "wish":
                    self.wishes, self.open = self.wishes + 1, line
                case "ok" | "no" | "defect":
                    self.open = None
        self._file = os.open(path, os.O_CREAT | os.O_RDWR | os.O_APPEND, 0o644)
        if (size := os.fstat(self._file).st_size) and os.pread(self._file, 1, size - 1) != b"\n":
            os.write(self._file, b"\n")

    def note(self, what, *, safe=True, **more):
        """Write a line; *safe*: nothing goes on before it is on the disk."""
        line = {"t": what, "at": time.monotonic(), **more}
        os.write(self._file, (json.dumps(line, ensure_ascii=False) + "\n").encode())
        if safe:
            os.fdatasync(self._file)


def read(path, without=None):
    """Give the lines of a log; the last may be half a line of a desk that was killed.

    *without*: lines that begin so are passed over unread.
    """
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if without is not None and line.startswith(without):
                continue
            try:
                yield json.loads(line)
            except json.JSONDecodeError:
                continue


class Desk:
    """One desk at work."""

    def __init__(self, post):
        self._post = post
        self._log = Log(post.log)
        self._chance = random.Random(f"{post.seed}/{post.number}/{self._log.wishes}")
        self._seat = None
        self._seal_every = 1.5 if post.bug else _SEAL_EVERY
        self._sealed = time.monotonic() - self._chance.uniform(0, self._seal_every)
        self._end = math.inf

    def work(self):
        """Resolve what is open, then want things until the time is over."""
        self._sit()
        wishes = Wishes(self._chance, self._post.role, self._seat.person.id, self._post.rush)
        if self._log.open is not None:
            line = self._log.open
            command = from_plain(COMMANDS[line["k"]], line["f"])
            self._log.note("again", id=line["id"])
            self._settle(line["id"], command, doubt=True)
        while not self._post.over:
            if (seen := self._look(wishes)) is None:
                continue
            for _wish in range(_WISHES_A_LOOK):
                self._log.wishes += 1
                mark = f"d{self._post.number}-{self._log.wishes}"
                command = wishes.next(seen, mark)
                self._log.note("wish", id=mark, k=type(command).__name__, f=to_plain(command))
                self._settle(mark, command)
                if self._post.over:
                    break
            self._seal()
        let_go(self._seat)

    def _sit(self):
        while True:
            try:
                self._seat = seated(self._post.where, self._post.login)
            except UserError as refusal:
                self._log.note("outside", safe=False, why=refusal.kind)
                if self._given_up():
                    raise
                time.sleep(0.2)
            else:
                bugs.at_desk(self._post.bug, self._seat, self._post.number)
                return

    def _given_up(self):
        if self._end == math.inf and self._post.over:
            self._end = time.monotonic() + PATIENCE
        return time.monotonic() > self._end

    def _settle(self, intent, command, *, doubt=False):
        """Send *command* until it is known what became of it."""
        while not self._given_up():
            try:
                answer = self._seat.do(command, intent)
            except UserError as refusal:
                if isinstance(refusal, OutcomeUnknown):
                    doubt = True
                    self._log.note("unknown", id=intent)
                if not (doubt and isinstance(refusal, IN_PASSING)):
                    self._log.note("no", id=intent, why=refusal.kind, say=str(refusal)[:200])
                    return
                self._log.note("passing", safe=False, id=intent, why=refusal.kind)
                time.sleep(0.2)
            except Exception as defect:  # noqa: BLE001 - the judge shall hear of it
                self._log.note("defect", id=intent, why=f"{type(defect).__name__}: {defect}"[:400])
                return
            else:
                self._log.note("ok", id=intent, a=to_plain(answer))
                return

    def _look(self, wishes):
        """Look at some units; None where nothing could be seen just now."""
        units, begun = wishes.units(), time.monotonic()
        try:
            if self._chance.random() < _BOARD_SHARE:
                rows, wrong = self._seat.ask(board_glance, units)
                if wrong:
                    self._log.note("defect", id="", why=f"the board shows another state: {wrong}")
                self._saw(begun, rows)
                return None
            seen = self._seat.ask(glance, units, wishes.customers())
        except UserError as refusal:
            self._log.note("blind", safe=False, why=refusal.kind)
            time.sleep(0.05)
            return None
        except Exception as defect:  # noqa: BLE001 - the judge shall hear of it
            self._log.note("defect", id="", why=f"{type(defect).__name__}: {defect}"[:400])
            return None
        self._saw(begun, seen.units)
        return seen

    def _saw(self, begun, rows):
        saw = {row.unit: [row.claim, int(row.ended)] for row in rows}
        self._log.note("read", safe=False, begun=begun, saw=saw)

    def _seal(self):
        if (
            self._post.role is not Role.MANAGER
            or time.monotonic() < self._sealed + self._seal_every
        ):
            return
        self._sealed = time.monotonic()
        try:
            rows = self._seat.office.seal()
        except UserError as refusal:
            self._log.note("unsealed", safe=False, why=refusal.kind)
        except Exception as defect:  # noqa: BLE001 - the judge shall hear of it
            self._log.note("defect", id="", why=f"seal: {type(defect).__name__}: {defect}"[:400])
        else:
            if rows:
                self._log.note("sealed", rows=rows)


def sit(post):
    """Be the desk's process."""
    gc.set_threshold(50_000, 20, 20)  # two cores carry the office, its server and the bad weather
    bugs.in_program(post.bug)
    Desk(post).work()
