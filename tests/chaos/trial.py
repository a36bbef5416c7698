"""One chaos run: an office, its desks, everything that goes wrong, and the judgement."""

import json
import math
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import text

from tests.chaos import powerloss
from tests.chaos.bugs import BUGS, LOST, in_schema
from tests.chaos.desk import Post, over, sit
from tests.chaos.laws import FORGED, History, Judge
from tests.chaos.stage import (
    CREW,
    copy_of_file,
    let_go,
    make_on_file,
    make_on_server,
    owners_engine,
    seated,
)
from tests.chaos.storm import FileStorm, ServerStorm
from tests.chaos.wire import KINDS
from tests.chaos.wishes import Rush
from tests.postgres import Server, free_port

TOP = Path(__file__).resolve().parents[2]
STOPPED = threading.Event()
"""Set it, and a run under way ends now and is judged as far as it went."""

_LONGEST = 3
WARM_UP = 1.5
"""Seconds before the first fault: the desks sit down."""

LEAST = {
    "postgresql": {
        **dict.fromkeys(KINDS, 1.0), "stalled past the deadline": 0.1, "desk killed": 3,
        "desk stopped": 1, "server process stopped": 1.5, "server process ended": 1.5,
        "server process killed": 0.1, "server crashed": 0.3, "forgery refused": 0.5,
    },
    "sqlite": {
        "desk killed": 5, "desk stopped": 3, "file held by another program": 0.5,
        "forgery refused": 2,
    },
}  # fmt: skip
"""The fewest faults of each kind in a minute of a run that counts as one."""


@dataclass(kw_only=True)
class Report:
    """What one run did and found."""

    seed: int
    store: str
    minutes: float
    bug: str = ""
    desks: int = 0
    commands: dict = field(default_factory=dict)
    """Attempted, acknowledged, refused, unknown (for a while), by their number; and by command."""
    looks: int = 0
    receipts: int = 0
    seals: int = 0
    faults: dict = field(default_factory=dict)
    too_few: dict = field(default_factory=dict)
    """Kinds of which too few happened: how many, and how many are wanted."""
    violations: dict = field(default_factory=dict)
    power_loss: dict = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def clean(self):
        return not self.violations and not self.too_few

    def told(self):
        return asdict(self)


class Crew:
    """The desks' processes, all forked from one that has read the program already."""

    _context = get_context("forkserver")

    @classmethod
    def warm(cls):
        cls._context.set_forkserver_preload(["tests.chaos.desk"])
        first = cls._context.Process(target=time.monotonic)
        first.start()
        first.join()

    def __init__(self, posts):
        self._posts = posts
        self._at = {post.number: self._man(post) for post in posts}

    def _man(self, post):
        process = self._context.Process(target=sit, args=(post,), daemon=True)
        process.start()
        return process

    def process(self, chance):
        return chance.choice(list(self._at.values())).pid

    def kill(self, chance):
        number = chance.choice(list(self._at))
        process = self._at[number]
        alive = process.is_alive()
        process.kill()
        process.join()
        self._at[number] = self._man(self._posts[number])
        return alive

    def go_home(self, patience):
        """Wait until every desk knows what became of its last wish; what is left is killed."""
        end = time.monotonic() + patience
        for process in self._at.values():
            process.join(max(0.1, end - time.monotonic()))
            if process.is_alive():
                process.kill()
                process.join()


def run(seed, seconds, store, *, bug="", pace=1.0, server=None, power_loss=0, commands=0):
    """Let the office live through *seconds* of faults, and judge it.

    *commands*: go on until so many were wanted, at most three times as long. `STOPPED` ends it early.
    *pace*: seconds between faults, roughly. *server*: one that stands already, with its template.
    """
    begun = time.monotonic()
    report = Report(seed=seed, store=store, minutes=round(seconds / 60, 2), bug=bug)
    manner = BUGS[bug].manner if bug else powerloss.StoreManner.OURS
    if power_loss:
        found = powerloss.run(seed, power_loss, manner)
        report.power_loss = asdict(found)
        if not found.clean:
            report.violations[LOST] = {"times": found.lost, "examples": list(found.examples)}
    if seconds:
        chance = random.Random(seed)
        with tempfile.TemporaryDirectory(prefix="salesdesk-chaos-") as name:
            scene = _on_file if store == "sqlite" else _on_server
            with scene(Path(name), chance, bug, pace, server) as setting:
                _live_through(report, Path(name), seconds, setting, commands)
                _judge(report, Path(name), setting)
    report.seconds = round(time.monotonic() - begun, 1)
    return report


@dataclass
class Setting:
    """Where the desks find the office, where the judge does, and who makes the weather."""

    desks_at: str | Path
    judge_at: str | Path
    storm: object
    """Crew -> its `Storm`."""
    wire: Path | None = None
    before: int = 0
    """The journal's newest row when the run began."""


@contextmanager
def _on_file(folder, chance, _bug, pace, _server):
    template = folder / "template.office"
    make_on_file(template)
    place = copy_of_file(template, folder)
    yield Setting(place, place, lambda crew: FileStorm(crew, chance, pace, place))


@contextmanager
def _on_server(folder, chance, bug, pace, server):
    with _standing(server) as (stands, template):
        database = f"chaos_{chance.getrandbits(32):08x}"
        stands.database(database, template)
        in_schema(bug, stands, database)
        port, told = free_port(), folder / "wire.json"
        kinds = BUGS[bug].network if bug else ()
        words = [port, stands.port, chance.getrandbits(30), pace * 0.5, told, *kinds]
        wire = subprocess.Popen(
            [sys.executable, "-m", "tests.chaos.wire", *map(str, words)], cwd=TOP
        )
        try:
            yield Setting(
                f"postgresql+psycopg://127.0.0.1:{port}/{database}",
                stands.url(database),
                lambda crew: ServerStorm(crew, chance, pace, stands, database),
                told,
            )
        finally:
            wire.send_signal(signal.SIGTERM)
            wire.wait()
            stands.drop(database)


@contextmanager
def _standing(server):
    if server is not None:
        yield server
        return
    with prepared_server() as made:
        yield made


@contextmanager
def prepared_server():
    """Give a server that keeps what it promises (fsync on), and its template of the office."""
    server = Server.made(durable=True)
    try:
        make_on_server(server, "template_chaos")
        yield server, "template_chaos"
    finally:
        server.remove()


class _Wished:
    """Counts what the desks have wanted so far, from their logs."""

    def __init__(self, folder):
        self._folder, self._read, self._count = folder, Counter(), 0

    def __call__(self):
        for log in self._folder.glob("desk-*.jsonl"):
            with log.open("rb") as file:
                file.seek(self._read[log])
                new = file.read()
            self._read[log] += len(new)
            self._count += new.count(b'{"t": "wish"')
        return self._count


def _live_through(report, folder, seconds, setting, commands):
    Crew.warm()
    setting.before = _newest(setting.judge_at)
    last = time.monotonic() + (_LONGEST if commands else 1) * seconds + WARM_UP
    rush = Rush(4, 1.5) if report.bug else Rush()
    posts = [
        Post(number, login, role, setting.desks_at, folder, report.seed, last, rush, report.bug)
        for number, (login, role) in enumerate(CREW)
    ]
    crew = Crew(posts)
    storm = setting.storm(crew)
    if report.bug:
        storm.kinds = dict.fromkeys(BUGS[report.bug].faults, 1)
    time.sleep(WARM_UP)
    begun, wished = time.monotonic(), _Wished(folder)

    def done():
        now = time.monotonic()
        return STOPPED.is_set() or now >= last or (now >= begun + seconds and wished() >= commands)

    try:
        storm.blow(done)
    finally:
        over(folder).touch()
        crew.go_home(120)
    seconds = time.monotonic() - begun if STOPPED.is_set() or commands else seconds
    report.minutes = round(seconds / 60, 2)
    faults = Counter(storm.happened)
    if setting.wire is not None and setting.wire.exists():
        faults.update(json.loads(setting.wire.read_text(encoding="utf-8")))
    report.faults = dict(sorted(faults.items()))
    report.desks = len(posts)
    report.too_few = too_few(report.store, faults, seconds)
    for words in storm.accepted:
        report.violations.setdefault(FORGED, {"times": 0, "examples": []})["times"] += 1
        report.violations[FORGED]["examples"] = [words]


def too_few(store, faults, seconds):
    """Give the kinds of which a run of *seconds* met fewer than count, each with both numbers."""
    minutes, faults = seconds / 60, Counter(faults)
    wanted = {kind: math.floor(rate * minutes) for kind, rate in LEAST[store].items()}
    few = {
        kind: f"{faults[kind]} of {least}"
        for kind, least in wanted.items()
        if faults[kind] < least
    }
    if faults.total() < (least := math.floor(sum(LEAST[store].values()) * minutes)):
        few["all"] = f"{faults.total()} of {least}"
    return few


def _newest(where):
    """Give the journal's newest row."""
    engine = owners_engine(where)
    with engine.connect() as line:
        newest = line.execute(text("SELECT max(id) FROM journal")).scalar_one()
    engine.dispose()
    return newest


def _judge(report, folder, setting):
    history = History()
    for number in range(report.desks):
        history.add(number, folder / f"desk-{number}.jsonl")
    seat = seated(setting.judge_at, "manager1") if setting.wire is None else None
    if seat is not None:
        seat.office.seal()
        let_go(seat)
    engine = owners_engine(setting.judge_at)
    with engine.connect() as line:
        ids = dict(line.execute(text("SELECT login, id FROM person")).all())
        report.seals = line.execute(text("SELECT count(*) FROM seal")).scalar_one()
        report.receipts = line.execute(text("SELECT count(*) FROM receipt")).scalar_one()
    people = {number: ids[login] for number, (login, _role) in enumerate(CREW)}
    try:
        report.violations.update(Judge(engine, history, people, setting.before).violations)
    finally:
        engine.dispose()
    wishes = history.wishes.values()
    outcomes = Counter(wish.outcome for wish in wishes)
    report.looks = len(history.reads)
    report.commands = {
        "attempted": len(wishes),
        "acknowledged": outcomes["ok"],
        "refused": outcomes["no"],
        "unknown": sum(wish.doubtful for wish in wishes),
        "never known": outcomes["open"],
        "by kind": dict(Counter(wish.command for wish in wishes)),
        "refusals": dict(Counter(wish.why for wish in wishes if wish.outcome == "no")),
    }
    if outcomes["ok"] < report.minutes * 60:
        report.too_few["commands"] = f"{outcomes['ok']} acknowledged"
    if report.seals < 1:
        report.too_few["seals"] = "nothing was sealed during the run"
