"""Power-loss replay for the office's file: nothing acknowledged may be lost, wherever the power goes.

The real program does a seeded day's commands while everything that SQLite asks of the disk is recorded.
Then the disk is built again, operation by operation, and the power cut after each: `disk` says what may be
left, `witness` opens it with the real program. ``python -m tests.chaos.powerloss --seed 1 --points 20000``
prints the report as JSON; exit code 1 where anything was lost, doubled or corrupt.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.chaos.disk import Disk, Fate, Remains
from tests.chaos.officeday import Begun, Holdings, StoreManner
from tests.chaos.recording import What, played
from tests.chaos.witness import OFFICE, Judgement, Promise, Verdict, Witness
from tests.furnished import make

TOP = Path(__file__).resolve().parents[2]
_IN_MEMORY = Path("/dev/shm")
_EXAMPLES = 5


class RecordingHasHoles(Exception):
    """Played back, the tape does not give the files that the program left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one trial did and found."""

    seed: int
    manner: str
    sqlite: str
    """Journal mode and synchronous level (2: FULL, 1: NORMAL), as SQLite itself told."""
    commands: Mapping[str, int]
    """Commands by outcome: done (acknowledged), refused."""
    receipts: int
    operations: Mapping[str, int]
    """What the program asked of the disk, by kind."""
    points: int
    """Power cuts tried; each was held against everything acknowledged until then."""
    moments: int
    """Different operations after which the power was cut."""
    fates: Mapping[str, int]
    """Cuts that met unflushed data, by what became of it."""
    names_lost: int
    """Cuts that undid a file's making or removal."""
    disks: int
    """Different disks among them, each recovered by SQLite."""
    straight: int
    """Disks opened with the program straight from the cut (the others as the office they recover to)."""
    offices: int
    """Different offices they recovered to, each opened with the program, audited whole, compared row for row."""
    resent: int
    """Commands cut off and sent again afterwards: one effect, the same answer."""
    whole: int
    lost: int
    """Cuts after which something acknowledged was missing."""
    receipts_lost: int
    """Of these, cuts that lost an acknowledged receipt."""
    doubled: int
    corrupt: int
    examples: Sequence[str]
    """The first few that were not whole."""
    seconds: float

    @property
    def clean(self) -> bool:
        """Whether everything came out whole."""
        return self.points > 0 and self.whole == self.points


def run(
    seed: int, points: int, manner: StoreManner = StoreManner.OURS, *, commands: int = 0
) -> Report:
    """Cut the power *points* times while the office does *commands* commands (0: as many as suit *points*).

    Raises `RecordingHasHoles` where the trial itself is not to be trusted.
    """
    started = time.monotonic()
    with _folder() as folder:
        tape = _record(folder, seed, commands or max(40, points // 50), manner)
        trial = _Trial(folder / "cut", tape, random.Random(seed))
        trial.cut(points)
        trial.check_tape(folder / "office")
    return trial.report(seed, manner, time.monotonic() - started)


class _Trial:
    """One tape, played to its end with the power cut on the way."""

    def __init__(self, folder: Path, tape: Path, chance: random.Random) -> None:
        self._events = list(played(tape))
        self._chance = chance
        self._disk = Disk({OFFICE: _furnished()})
        self._witness = Witness(folder)
        self._verdicts: Counter[Verdict] = Counter()
        self._fates: Counter[Fate] = Counter()
        self._names_lost = self._receipts_lost = 0
        self._moments: set[int] = set()
        self._examples: list[str] = []

    def cut(self, points: int) -> None:
        """Play the tape; cut the power *points* times, spread evenly over what follows the opening."""
        words = [event.word for event in self._events if event.what is What.SAID]
        promises = iter(_promises(words))
        first = next(n for n, event in enumerate(self._events) if event.what is What.SAID)
        after = len(self._events) - first
        turns = Counter(first + turn * after // points for turn in range(points))
        promise = None
        for number, event in enumerate(self._events):
            if event.what is What.SAID:
                promise = next(promises)
            else:
                self._disk.do(event)
            if promise is not None:
                for _turn in range(turns[number]):
                    self._cut_once(number, promise)

    def check_tape(self, office: Path) -> None:
        """Hold the disk at the tape's end against the real files."""
        real = {
            path.name: path.read_bytes()
            for path in office.iterdir()
            if not path.name.endswith((".lock", "-shm"))
        }
        if self._disk.files != real:
            raise RecordingHasHoles

    def report(self, seed: int, manner: StoreManner, seconds: float) -> Report:
        """Give the figures."""
        words = [event.word for event in self._events if event.what is What.SAID]
        opened, *rest = words
        outcomes = Counter(word["word"] for word in rest if word["word"] != "begun")
        last = [word for word in words if "holds" in word][-1]["holds"]
        done = [event for event in self._events if event.what is not What.SAID]
        verdicts = self._verdicts
        return Report(
            seed=seed,
            manner=str(manner),
            sqlite=f"{opened['journal_mode']}, synchronous={opened['synchronous']}",
            commands=dict(outcomes),
            receipts=len(last["receipts"]),
            operations=dict(Counter(event.what.name.lower() for event in done)),
            points=verdicts.total(),
            moments=len(self._moments),
            fates={fate.value: count for fate, count in self._fates.items()},
            names_lost=self._names_lost,
            disks=self._witness.disks,
            straight=self._witness.straight,
            offices=self._witness.offices,
            resent=self._witness.resent,
            whole=verdicts[Verdict.WHOLE],
            lost=verdicts[Verdict.LOST],
            receipts_lost=self._receipts_lost,
            doubled=verdicts[Verdict.DOUBLED],
            corrupt=verdicts[Verdict.CORRUPT],
            examples=self._examples,
            seconds=round(seconds, 1),
        )

    def _cut_once(self, number: int, promise: Promise) -> None:
        remains = self._disk.cut_power(self._chance)
        self._moments.add(number)
        self._fates[remains.fate] += bool(remains.unsure_writes)
        self._names_lost += bool(remains.lost_names)
        judged = self._witness.look(remains.files, promise)
        self._verdicts[judged.verdict] += 1
        self._receipts_lost += bool(judged.receipts_lost)
        if judged.verdict is not Verdict.WHOLE and len(self._examples) < _EXAMPLES:
            self._examples.append(_told(number, remains, judged))


def _told(number: int, remains: Remains, judged: Judgement) -> str:
    circumstances = [f"undone: {name}" for name in remains.lost_names]
    if remains.unsure_writes:
        circumstances.append(f"{remains.unsure_writes} unflushed writes: {remains.fate.value}")
    return (
        f"after operation {number}: {judged.verdict.value}: {judged.wrong}"
        f" ({'; '.join(circumstances)})"
    )


def _promises(words: Sequence[Mapping[str, Any]]) -> Iterator[Promise]:
    """Give, for each word on the tape, where the office stood from then on."""
    held = None
    for here, word in enumerate(words):
        match word["word"]:
            case "begun":
                begun = Begun(**{key: word[key] for key in Begun.__slots__})
                end = words[here + 1]
                yield Promise(held, begun, _held(end), end.get("answer"))
            case _:
                held = _held(word) or held
                yield Promise(held)


def _held(word: Mapping[str, Any]) -> Holdings | None:
    holds = word.get("holds")
    if holds is None:
        return None
    lists = {key: tuple(holds[key]) for key in ("journal", "receipts", "seals")}
    return Holdings(**lists, books=holds["books"])


def _record(folder: Path, seed: int, commands: int, manner: StoreManner) -> Path:
    office, tape = folder / "office", folder / "tape"
    office.mkdir()
    (office / OFFICE).write_bytes(_furnished())
    subprocess.run(
        [
            sys.executable, "-m", "tests.chaos.officeday",
            str(office / OFFICE), str(tape), str(seed), str(commands), manner.value,
        ],
        cwd=TOP, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return tape


@cache
def _furnished() -> bytes:
    """Give the office that every trial begins with: made once, closed, safe on the disk."""
    with _folder() as folder:
        make(folder / OFFICE)
        return (folder / OFFICE).read_bytes()


@contextmanager
def _folder() -> Iterator[Path]:
    """Give a folder in memory where there is one: what a real disk does is the model's business."""
    where = _IN_MEMORY if _IN_MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="salesdesk-power-", dir=where) as name:
        yield Path(name)


def main() -> int:
    """Run one trial and print its report as JSON."""
    asked = argparse.ArgumentParser(prog="tests.chaos.powerloss", description=run.__doc__)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--points", type=int, default=1000)
    asked.add_argument("--commands", type=int, default=0)
    asked.add_argument(
        "--manner", type=StoreManner, choices=list(StoreManner), default=StoreManner.OURS
    )
    given = asked.parse_args()
    report = run(given.seed, given.points, given.manner, commands=given.commands)
    print(json.dumps(asdict(report), ensure_ascii=False, indent=1))
    return 0 if report.clean else 1


if __name__ == "__main__":
    sys.exit(main())
