"""An office begins: the file is made, or refused; never silently replaced."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.keys import Secret
from salesdesk.office.customers.rules import MEDIA
from salesdesk.office.customers.tables import Medium
from salesdesk.office.entrance import Missing, prints_all
from salesdesk.office.frontdoor import Office
from salesdesk.office.inventory.commands import new_project
from salesdesk.office.sales.rules import PAYMENT_MODES
from salesdesk.office.sales.tables import PaymentMode
from salesdesk.office.staff import passwords
from salesdesk.office.staff.commands import new_person, write_setting
from salesdesk.office.staff.rules import DEFAULT_RIGHTS, Role
from salesdesk.office.staff.tables import Grant
from salesdesk.store import migrating, place
from salesdesk.store.changes import record
from salesdesk.store.database import Clock, Database, system_clock
from salesdesk.store.faults import ReadOnlyPlace
from salesdesk.store.journal import JournalRow, form_hash
from salesdesk.store.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Founder:
    """The first administrator of a new office, and its first project."""

    login: str
    name: str
    password: Secret
    project: str
    company: str = ""
    practice: bool = False
    people: tuple[tuple[str, str, Role], ...] = ()
    """Login, name and role of people who start with the founder's password (practice only)."""


def found(
    path: Path, founder: Founder, clock: Clock = system_clock, missing: Missing = prints_all
) -> tuple[Office, str]:
    """Make a new office at *path*; give it and its recovery key, which is shown once.

    Raises `PlaceTaken` where there is a file already, `WeakPassword`, `ReadOnlyPlace`.
    """
    login = text.required(founder.login, "login", 40).casefold()
    name = text.required(founder.name, "name", 60)
    project = text.required(founder.project, "project", 100)
    if not founder.practice:
        passwords.check_strength(founder.password, login)
    place.check_free(path)
    if not path.parent.is_dir():
        raise ReadOnlyPlace(place=path)
    key = passwords.recovery_key()
    database = Database(path, clock)
    try:
        migrating.create(database)
        with database.writing() as session:
            _furnish(session, founder, login, name, project, key, clock)
    except BaseException:
        database.close()
        take_away(path)
        raise
    return Office(database, missing), key


def take_away(path: Path) -> None:
    """Remove the files of an office whose founding failed, closed before: ours, nothing else."""
    for ending in ("", "-wal", "-shm", "-journal", ".lock"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _furnish(
    session: Session, founder: Founder, login: str, name: str, project: str, key: str, clock: Clock
) -> None:
    work = Work(session, 0, Role.ADMIN.value, clock())
    for right, roles in DEFAULT_RIGHTS.items():
        session.add_all(Grant(role=role.value, name=right) for role in sorted(roles))
    session.add_all(Medium(name=chinese, english=english) for chinese, english in MEDIA)
    session.add_all(
        PaymentMode(name=chinese, english=english, kind=kind, needs_loan=loan)
        for chinese, english, kind, loan in PAYMENT_MODES
    )
    person = new_person(work, login, name, Role.ADMIN, founder.password, must_change=False)
    work.actor = person.id
    for other, called, role in founder.people if founder.practice else ():
        new_person(work, other, called, role, founder.password, must_change=False)
    write_setting(work, "office_name", founder.company or project)
    write_setting(work, "practice", founder.practice)
    write_setting(work, "recovery_hash", passwords.hashed(key))
    new_project(work, project, founder.company)
    form = f'{{"project":"{work.today.isoformat()}"}}'
    session.add(
        JournalRow(
            at=work.now,
            actor_id=person.id,
            command="FoundOffice",
            form=form,
            changed=work.notes,
            intent="founding",
            form_hash=form_hash("FoundOffice", person.id, form),
            answer="null",
        )
    )
    session.flush()
    record(session, work.changes)
