"""Proof that a copy of an office is an office: looked at as it lies, or restored and worked in."""

import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotPermitted, UserError
from salesdesk.office.figures.audit import Finding, audit, counts
from salesdesk.office.frontdoor import Office, Seat
from salesdesk.office.staff.commands import ChangeSetting
from salesdesk.office.staff.queries import last_drill, roles_with, setting
from salesdesk.office.staff.rules import DRILL
from salesdesk.store import backup, schema
from salesdesk.store.damages import OTHER_ROWS
from salesdesk.store.database import Database, system_clock
from salesdesk.store.file import FileDatabase
from salesdesk.store.work import Reading

R = TypeVar("R")

DRILL_AGE = timedelta(days=7)
"""A drill a week is the house's rule."""


class NoBackupYet(UserError):
    """There is nothing to try out."""

    problem = QT_TRANSLATE_NOOP("errors", "There is no backup of this office yet.")
    remedy = QT_TRANSLATE_NOOP("errors", "Back up now, then do the drill.")


class DrillFailed(UserError):
    """The newest backup would not have saved the office."""

    problem = QT_TRANSLATE_NOOP("errors", "The backup {place} did not stand the drill: {detail}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Back up anew, on another disk, and do the drill again.")


@dataclass(frozen=True, slots=True)
class Proof:
    """What an audit found: the laws, and the rows of the main tables."""

    findings: tuple[Finding, ...]
    rows: Mapping[str, int]

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The laws that do not hold."""
        return tuple(finding for finding in self.findings if not finding.holds)


def look(copy: Path) -> Proof:
    """Prove the books of a backup or an office's file as it lies; without a trace.

    Raises what `store.schema` finds wrong.
    """
    return ask(copy, lambda reading: Proof(audit(reading), counts(reading)))


def ask(copy: Path, question: Callable[[Reading], R]) -> R:
    """Ask an office's file or a backup a question as it lies; without a trace, as nobody."""
    schema.check_file(copy)
    with closing(FileDatabase(copy, read_only=True)) as database:
        schema.check(database)
        with database.reading() as session:
            return question(Reading(session, 0, "", system_clock()))


def prove(database: Database) -> Proof:
    """Prove the books of the office that works now, from one moment; however large it is."""
    with database.unhurried() as session:
        reading = Reading(session, 0, "", database.now(session))
        return Proof(audit(reading), counts(reading))


def prove_for(seat: Seat) -> Proof:
    """The same for somebody who sits in it; `NotPermitted` without the right to audit."""
    holders = seat.ask(roles_that_audit)
    if seat.person.role not in holders:
        raise NotPermitted(command="audit", roles=", ".join(holders) or "-")
    return prove(seat.office.database)


def roles_that_audit(reading: Reading) -> tuple[str, ...]:
    """Give the roles that may prove the books."""
    return roles_with(reading.session, "audit")


def without_passwords(copy: Path) -> bool:
    """Whether *copy* is of an office on a server: the server kept its people's passwords."""
    return ask(copy, lambda reading: not setting(reading.session, "recovery_hash"))


def drill(folder_of: Path, chosen: str = "") -> tuple[Path, Proof]:
    """Restore the newest backup of an office into a temporary folder, work in it, and prove it.

    *folder_of* is the office's `home`, *chosen* its backup folder where one was set. Gives the
    backup and the proof. Raises `NoBackupYet`, `DrillFailed` and what keeps a backup from being
    restored.
    """
    copies = backup.backups(folder_of, chosen)
    if not copies:
        raise NoBackupYet
    newest = copies[0]
    with tempfile.TemporaryDirectory(prefix="salesdesk-drill-") as folder:
        restored = backup.restore(newest, Path(folder) / "drill.office")
        proof = look(restored)
        if proof.rows != look(newest).rows:
            raise DrillFailed(place=newest.name, detail=OTHER_ROWS)
        if proof.broken:
            law = proof.broken[0]
            raise DrillFailed(place=newest.name, detail=f"{law.law}: {law.broken}")
        with (
            closing(Office(FileDatabase(restored))) as office,
            office.database.writing() as session,
        ):
            session.connection().exec_driver_sql("UPDATE person SET failures = 0")
    return newest, proof


def by_itself(office: Office) -> Path | None:
    """Drill the newest backup of a file office where the last drill is a week old; give which.

    None where it is not due, or where there is no backup yet. Raises what `drill` raises.
    """
    database = office.database
    with database.reading() as session:
        chosen, now = str(setting(session, "backup_folder")), database.now(session)
        last = last_drill(Reading(session, 0, "", now))
    young = last is not None and now - last < DRILL_AGE
    if young or not backup.backups(database.home, chosen):
        return None
    copy, _proof = drill(database.home, chosen)
    office.drilled(copy.name)
    return copy


def tell(seat: Seat, copy: Path) -> None:
    """Write into the office's books that *copy* stood the drill; the office says when."""
    seat.do(ChangeSetting(name=DRILL, value=copy.name))
