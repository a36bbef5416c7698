"""What keeps an office safe, without a window: backup, restore, drill, verify, recover, doctor."""

import argparse
import os
import platform
import shutil
from functools import partial
from importlib import metadata
from pathlib import Path

from salesdesk.app import rooms
from salesdesk.app.door import OK, REFUSED, asked, at, let_in, seated
from salesdesk.app.forms import UsageError
from salesdesk.app.speaking import complain, say
from salesdesk.app.version import VERSION
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office import drilling
from salesdesk.office.drilling import Proof
from salesdesk.office.frontdoor import Office
from salesdesk.office.ledger import receipt_check as check
from salesdesk.office.staff.queries import last_drill, setting
from salesdesk.store import backup as copies
from salesdesk.store import schema
from salesdesk.store.address import Address, is_address, parse
from salesdesk.store.work import Reading


class BrokenLaw(UserError):
    """The books do not hold together."""

    problem = QT_TRANSLATE_NOOP("errors", "{law}: {broken}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Stop working in this office; restore the newest verified backup."
    )


def _at(arguments: argparse.Namespace) -> Office:
    """Open the office that is named; on a server as ``--as`` says, else as its address does."""
    served = is_address(arguments.office)
    office = seated(arguments).office if served and arguments.login else at(arguments.office)
    if served:
        rooms.load("salesdesk.store.server_schema").check_server(office.database)
    return office


def backup(arguments: argparse.Namespace) -> int:
    """Take a verified backup of an office, sealed first."""
    office = _at(arguments)
    office.seal()
    folder = arguments.to or copies.folder_of(office.database.home)
    copy = copies.back_up(office.database, folder)
    proof = drilling.look(copy)
    say({"ok": not proof.broken, "result": {"backup": str(copy), "rows": proof.rows}})
    return OK


def restore(arguments: argparse.Namespace) -> int:
    """Put a verified backup at a new place; nothing is ever overwritten."""
    if is_address(arguments.target):
        carriage = rooms.load("salesdesk.app.carriage")
        return int(carriage.restore_to_server(arguments.backup, arguments.target))
    place = copies.restore(arguments.backup, Path(arguments.target))
    proof = drilling.look(place)
    result: dict[str, object] = {"office": str(place), "rows": proof.rows}
    if drilling.without_passwords(place):
        given = rooms.load("salesdesk.office.moving").let_in_again(place)
        if given is not None:
            result |= {"passwords": given.passwords, "recovery_key": given.recovery_key}
    say({"ok": not proof.broken, "result": result})
    return OK


def drill(arguments: argparse.Namespace) -> int:
    """Restore the newest backup for trial, prove it, and write down that it was done."""
    seat = seated(arguments)
    database = seat.office.database
    with database.reading() as session:
        chosen = str(setting(session, "backup_folder"))
    copy, proof = drilling.drill(database.home, chosen)
    drilling.tell(seat, copy)
    say({"ok": True, "result": {"backup": str(copy), "laws": _laws(proof), "rows": proof.rows}})
    return OK


def verify(arguments: argparse.Namespace) -> int:
    """Prove that an office or a backup holds together; exit code 1 names what is broken."""
    place = arguments.place or arguments.office
    if place is None:
        message = "verify FILE, or verify --office OFFICE [--as LOGIN]"
        raise UsageError(message)
    arguments.office = place
    proof = _proof(arguments)
    say({"ok": not proof.broken, "laws": _laws(proof), "rows": proof.rows})
    for finding in proof.broken:
        complain(BrokenLaw(law=finding.law, broken=finding.broken).sentences()[0])
    return REFUSED if proof.broken else OK


def verify_receipt(arguments: argparse.Namespace) -> int:
    """Say whether a printed receipt is ours; exit code 1 where it is not, or was changed.

    A file, also a backup, is read as it lies, without the server and without a sign-in.
    """
    question = partial(check.verify_receipt, number=arguments.number, code=arguments.code)
    if is_address(arguments.office):
        found = seated(arguments).ask(question)
    else:
        found = drilling.ask(Path(arguments.office), question)
    say({"ok": found.genuine, "result": found})
    return OK if found.genuine else REFUSED


def _proof(arguments: argparse.Namespace) -> Proof:
    if not is_address(arguments.office):
        return drilling.look(Path(arguments.office))
    return drilling.prove(_at(arguments).database)


def _laws(proof: Proof) -> dict[str, str]:
    return {finding.law: finding.broken or "holds" for finding in proof.findings}


def recover(arguments: argparse.Namespace) -> int:
    """Give an administrator a one-time password for the recovery key that was printed.

    On a server there is no key: whoever owns the office there may let anybody in again.
    """
    if is_address(arguments.office):
        password = let_in(parse(arguments.office), partial(_let_in, arguments.person))
    else:
        password = at(arguments.office).recover(arguments.person, _recovery_key())
    say({"ok": True, "result": {"login": arguments.person, "one_time_password": password}})
    return OK


def _let_in(person: str, owned: Address) -> str:
    office = rooms.load("salesdesk.office.joining").open_server(owned)
    try:
        return str(rooms.load("salesdesk.office.rescuing").let_in(office.database, person))
    finally:
        office.close()


def _recovery_key() -> str:
    key = os.environ.get("SALESDESK_RECOVERY_KEY")
    return asked("recovery key: ", "SALESDESK_RECOVERY_KEY") if key is None else key


def upgrade(arguments: argparse.Namespace) -> int:
    """Bring an office of an older program forward; a file is copied first.

    A file is brought forward when it is opened; an office on a server by the login that made it,
    which the address names.
    """
    if is_address(arguments.office):
        renewing = rooms.load("salesdesk.office.renewing")
        let_in(parse(arguments.office), renewing.renew_on_server)
    else:
        _at(arguments)
    say({"ok": True, "result": {"office": arguments.office, "version": schema.VERSION}})
    return OK


def doctor(arguments: argparse.Namespace) -> int:
    """Say what this machine and, where named, an office are like."""
    packages = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "psycopg", "reportlab",
                "python-calamine")  # fmt: skip
    facts: dict[str, object] = {
        "salesdesk": VERSION,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {name: metadata_version(name) for name in packages},
        "oldest_postgresql": schema.OLDEST_SERVER,
    }
    if arguments.office is not None:
        on_server = is_address(arguments.office)
        facts["office"] = _server_facts(arguments) if on_server else _file_facts(arguments)
    say(facts)
    return OK


def _file_facts(arguments: argparse.Namespace) -> dict[str, object]:
    path = Path(arguments.office)
    schema.check_file(path)
    newest = copies.newest(path)
    return {
        "file": str(path),
        "bytes": path.stat().st_size,
        "free_bytes": shutil.disk_usage(path.resolve().parent).free,
        "newest_backup": None if newest is None else str(newest[0]),
        "laws": _laws(drilling.look(path)),
    }


def _server_facts(arguments: argparse.Namespace) -> dict[str, object]:
    office = _at(arguments)
    health = rooms.load("salesdesk.store.server_health").health(office.database)
    newest = copies.newest(office.database.home)
    with office.database.reading() as session:
        drilled = last_drill(Reading(session, 0, "", office.database.now(session)))
    return {
        "server": office.database.place,
        **health,
        "newest_backup": None if newest is None else str(newest[0]),
        "last_restore_drill": None if drilled is None else drilled.isoformat(),
        "laws": _laws(drilling.prove(office.database)),
    }


def metadata_version(name: str) -> str:
    """Give the installed version of a package, or an empty text."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
