"""Opens what a power cut left, and says what is missing there or more than was promised.

Every different disk is recovered by SQLite in the program's journal mode. Every different office that
comes out is opened with the program (every page, the tables' fingerprint), audited whole and compared
row for row; and so is every tenth disk straight from the cut, whether or not its office is known by then.
"""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

from salesdesk.kernel.errors import UserError
from salesdesk.kernel.plain import to_plain
from salesdesk.office.entrance import open_office
from salesdesk.office.figures.audit import audit
from salesdesk.office.frontdoor import Office
from tests.chaos.officeday import Begun, Holdings, holdings
from tests.furnished import Clock, seat

OFFICE = "trial.office"
STRAIGHT = 10
"""Of so many different disks, one is opened with the program straight from the cut."""

_Digest = frozenset[tuple[str, int, int]]


class Verdict(Enum):
    """How an office came out of a power cut, the worst last."""

    WHOLE = "whole"
    LOST = "lost"
    """Something acknowledged is not there."""
    DOUBLED = "doubled"
    """Something is there twice, or half, or that nobody was promised."""
    CORRUPT = "corrupt"
    """It does not open, or a law of its books is broken."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Where the office stood at one moment: what it had promised, and what was on its way."""

    held: Holdings
    under_way: Begun | None = None
    then_held: Holdings | None = None
    """What the office held once that was done; None where it was refused."""
    then_answer: Any = None

    @property
    def possible(self) -> tuple[Holdings, ...]:
        """What may be found after a cut: the books as promised, or with the command under way."""
        return (self.held,) if self.then_held is None else (self.held, self.then_held)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one cut, what is wrong in words, and how many acknowledged receipts are gone."""

    verdict: Verdict
    wrong: str = ""
    receipts_lost: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """What opening the files gave."""

    broken: str = ""
    held: Holdings | None = None


class Witness:
    """Looks at remains one by one; equal remains are opened once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[_Digest, _Found] = {}
        self._known: dict[bytes, _Found] = {}
        self._resent: dict[tuple[str, str], str] = {}
        self.straight = 0
        """How many disks the program opened straight from the cut."""

    @property
    def disks(self) -> int:
        """How many different disks there were."""
        return len(self._seen)

    @property
    def offices(self) -> int:
        """How many different offices they were once recovered, each audited."""
        return len(self._known)

    @property
    def resent(self) -> int:
        """How often a command that was cut off was sent again, and its outcome compared."""
        return len(self._resent)

    def look(self, files: Mapping[str, bytes], promise: Promise) -> Judgement:
        """Judge the office in *files* by *promise*."""
        key = _digest(files)
        if key not in self._seen:
            self._seen[key] = self._open(files)
        found = self._seen[key]
        if found.held is None or found.broken:
            return Judgement(Verdict.CORRUPT, found.broken)
        if not found.held.holds(promise.held):
            return _lost(found.held, promise.held)
        if found.held not in promise.possible:
            return Judgement(Verdict.DOUBLED, "books that no command in this order gives")
        wrong = self._send_again(files, found.held, promise)
        return Judgement(Verdict.DOUBLED if wrong else Verdict.WHOLE, wrong)

    def _open(self, files: Mapping[str, bytes]) -> _Found:
        try:
            key = hashlib.blake2b(_recovered(self._lay_out(files))).digest()
        except sqlcipher3.dbapi2.Error:
            key = b""  # the program says in its own words what is wrong
        if key in self._known and len(self._seen) % STRAIGHT:
            return self._known[key]
        self.straight += 1
        place = self._lay_out(files)
        try:
            open_office(place).close()
            if key != hashlib.blake2b(place.read_bytes()).digest():
                return _Found("the program recovers another office than SQLite alone")
            if key not in self._known:
                self._known[key] = _audited(place)
            return self._known[key]
        except Exception as error:  # noqa: BLE001 - whatever it says, the office is not there
            return _Found(f"does not open: {error!r}"[:300])

    def _send_again(self, files: Mapping[str, bytes], held: Holdings, promise: Promise) -> str:
        """Send the command that the cut fell into once more: it must have one effect, and the same."""
        begun = promise.under_way
        if begun is None or not begun.intent:
            return ""
        key = (held.books, begun.intent)
        if key not in self._resent:
            clock = Clock(datetime.fromisoformat(begun.at))
            office = open_office(self._lay_out(files), clock)
            try:
                self._resent[key] = _wrong_when_resent(office, begun, promise)
            finally:
                office.close()
        return self._resent[key]

    def _lay_out(self, files: Mapping[str, bytes]) -> Path:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for name, content in files.items():
            (self._folder / name).write_bytes(content)
        return self._folder / OFFICE


def _recovered(place: Path) -> bytes:
    """Let SQLite bring back what the cut left, and fold its log in; give the whole file."""
    connection = sqlcipher3.dbapi2.connect(place, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    finally:
        connection.close()
    return place.read_bytes()


def _audited(place: Path) -> _Found:
    """Look at all of the office at *place*."""
    office = open_office(place)
    try:
        return _Found(_broken_laws(office), holdings(office))
    finally:
        office.close()


def _wrong_when_resent(office: Office, begun: Begun, promise: Promise) -> str:
    try:
        answer = to_plain(seat(office, begun.login).do(begun.step, begun.intent))
    except UserError as refusal:
        answer = None
        if promise.then_held is not None:
            return f"sent again, {begun.command} is refused: {refusal.kind}"
    if answer != promise.then_answer:
        return f"sent again, {begun.command} answers {answer}, not {promise.then_answer}"
    if holdings(office) != (promise.then_held or promise.held):
        return f"sent again, {begun.command} has another effect"
    return _broken_laws(office)


def _broken_laws(office: Office) -> str:
    findings = seat(office, "manager").ask(audit)
    return "; ".join(f"{f.law}: {f.broken}" for f in findings if f.broken)


def _lost(found: Holdings, promised: Holdings) -> Judgement:
    receipts = len(set(promised.receipts) - set(found.receipts))
    intents = len(set(promised.journal) - set(found.journal))
    seals = len(set(promised.seals) - set(found.seals))
    wrong = f"{receipts} receipts, {intents} commands, {seals} seals"
    return Judgement(Verdict.LOST, wrong, receipts)


def _digest(files: Mapping[str, bytes]) -> _Digest:
    # Python keeps the 64-bit hash of a text of bytes with it, and the database proper is mostly the
    # same one from cut to cut.
    return frozenset((name, len(content), hash(content)) for name, content in files.items())
