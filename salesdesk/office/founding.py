"""An office begins: the file is made, or refused; never silently replaced."""

from dataclasses import dataclass
from pathlib import Path

from salesdesk.kernel import text
from salesdesk.kernel.keys import Secret
from salesdesk.office.approvals.flow_commands import write_flow
from salesdesk.office.approvals.rules import SHIPPED
from salesdesk.office.catalogue import COMMANDS
from salesdesk.office.customers.rules import MEDIA
from salesdesk.office.customers.tables import Medium
from salesdesk.office.doors import DOORS, SWEEP
from salesdesk.office.entrance import Missing, prints_all
from salesdesk.office.frontdoor import Office
from salesdesk.office.inventory.commands import new_project
from salesdesk.office.sales.rules import PAYMENT_MODES
from salesdesk.office.sales.tables import PaymentMode
from salesdesk.office.staff import passwords
from salesdesk.office.staff.commands import new_person, write_setting
from salesdesk.office.staff.limit_rules import SHIPPED_LIMITS
from salesdesk.office.staff.limit_tables import DiscountLimit
from salesdesk.office.staff.rules import DEFAULT_RIGHTS, Role
from salesdesk.office.staff.tables import Grant
from salesdesk.store import migrating, place
from salesdesk.store.accounts import FoundingAccounts
from salesdesk.store.address import Address
from salesdesk.store.changes import record
from salesdesk.store.database import Clock, system_clock
from salesdesk.store.faults import ReadOnlyPlace
from salesdesk.store.file import FileDatabase
from salesdesk.store.journal import JournalRow, claim, form_hash
from salesdesk.store.server import ServerDatabase
from salesdesk.store.server_guards import regrant
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
    login, name, project = _checked(founder)
    place.check_free(path)
    if not path.parent.is_dir():
        raise ReadOnlyPlace(place=path)
    key = passwords.recovery_key()
    database = FileDatabase(path, clock)
    try:
        migrating.create(database)
        with database.writing() as session:
            work = Work(session, 0, Role.ADMIN.value, clock())
            _furnish(work, founder, login, name, project)
            write_setting(work, "recovery_hash", passwords.hashed(key))
    except BaseException:
        database.close()
        take_away(path)
        raise
    return Office(database, missing), key


def take_away(path: Path) -> None:
    """Remove the files of an office whose founding failed, closed before: ours, nothing else."""
    for ending in ("", "-wal", "-shm", "-journal", ".lock"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def found_on_server(
    address: Address,
    founder: Founder,
    clock: Clock = system_clock,
    missing: Missing = prints_all,
) -> Office:
    """Make a new office in the server's database and give it, as nobody in particular.

    *address* names a login that may make others; no desk uses it afterwards. There is no recovery
    key: whoever owns the server can let the administrator in again. Raises `PlaceTaken`,
    `CannotFound`, `ServerTooOld`, `WeakPassword`, `LoginTaken`.
    """
    login, name, project = _checked(founder)
    database = ServerDatabase(address, clock)
    try:
        with database.writing() as session:
            connection = session.connection()
            doors = {name: DOORS.get(name, {}) for name in COMMANDS}
            groups = migrating.create_on_server(database, connection, Role, doors, SWEEP)
            accounts = FoundingAccounts(session, groups)
            now = database.now(session)
            work = Work(session, 0, Role.ADMIN.value, now, logins=accounts)
            _furnish(work, founder, login, name, project)
            session.flush()
            regrant(connection)
    except BaseException:
        database.close()
        raise
    return Office(database, missing)


def _checked(founder: Founder) -> tuple[str, str, str]:
    """Give login, name and project cleaned; refuses a password that is easy to guess."""
    login = text.required(founder.login, "login", 40).casefold()
    name = text.required(founder.name, "name", 60)
    project = text.required(founder.project, "project", 100)
    if not founder.practice:
        passwords.check_strength(founder.password, login)
    return login, name, project


def _furnish(work: Work, founder: Founder, login: str, name: str, project: str) -> None:
    session = work.session
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
    for kind, flow in SHIPPED.items():
        write_flow(work, kind, flow.steps, flow.valid_days)
    write_setting(work, "office_name", founder.company or project)
    write_setting(work, "practice", founder.practice)
    if not founder.practice:  # there one person can work a unit through
        write_setting(work, "cancel_by_request", value=True)
        write_setting(work, "refunds_by_request", value=True)
        session.add_all(
            DiscountLimit(role=role.value, most_bp=most, at=work.now, actor_id=person.id)
            for role, most in SHIPPED_LIMITS
        )
    new_project(work, project, founder.company)
    form = f'{{"project":"{work.today.isoformat()}"}}'
    fingerprint = form_hash("FoundOffice", person.id, form)
    claim(session, "founding", fingerprint)
    session.add(
        JournalRow(
            at=work.now,
            actor_id=person.id,
            command="FoundOffice",
            form=form,
            changed=work.notes,
            intent="founding",
            form_hash=fingerprint,
            answer="null",
        )
    )
    session.flush()
    record(session, work.changes)
