"""What can be wrong with an office's file or its disk, in sentences; and telling them apart."""

import shutil
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.store.damages import damage_of

_ROOM: Final = 256 * 1024
"""Bytes below which SQLite's complaint of the disk means that it is full."""


class NoOffice(UserError):
    """There is no file at the place named."""

    problem = QT_TRANSLATE_NOOP("errors", "There is no office at {place}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the path, or create a new office there.")


class PlaceTaken(UserError):
    """A new office must not replace anything."""

    problem = QT_TRANSLATE_NOOP("errors", "There is already a file at {place}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another name; nothing was overwritten.")


class NotAnOffice(UserError):
    """A file that is something else."""

    problem = QT_TRANSLATE_NOOP("errors", "{place} is not a salesdesk office.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose the office's own file; it ends in .office.")


class DamagedOffice(UserError):
    """The file is broken; it is kept, never replaced by an empty one."""

    problem = QT_TRANSLATE_NOOP("errors", "The office at {place} is damaged: {detail}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Keep this file, and restore the newest verified backup beside it."
    )


class NewerOffice(UserError):
    """The office was last used with a newer program."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "This office has version {found}; this program knows up to version {known}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Install the newer program, then open the office again.")


class OlderOffice(UserError):
    """The file was made by an older program; `office.renewing` brings it forward."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The office at {place} has version {found}; this program works with {known}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Open it in the program: it is copied first and then brought forward."
    )


class ChangedSchema(UserError):
    """Tables, rules or triggers of the office were changed outside the program."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The office's tables or guards at {place} are not as this program made them."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Somebody changed the file from outside. Restore the newest verified backup."
    )


class OnNetworkShare(UserError):
    """A file office works on a disk of its own machine only."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{place} lies on a network share or a synchronised folder ({kind})."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Several machines writing there destroy the file. Move it to this machine's own disk.",
    )


class ReadOnlyPlace(UserError):
    """The file or its folder cannot be written."""

    problem = QT_TRANSLATE_NOOP("errors", "The office at {place} cannot be written.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Give yourself the right to write in this folder, or move the office."
    )


class DiskFull(UserError):
    """No room is left; nothing was changed."""

    problem = QT_TRANSLATE_NOOP("errors", "The disk is full; nothing was saved.")
    remedy = QT_TRANSLATE_NOOP("errors", "Free some space, then do it again.")


class DiskFails(UserError):
    """The disk has room and still does not do as it is told."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The disk under {place} does not read or write as it should (SQLITE_IOERR)."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Nothing was saved. Look whether the disk is there and sound; the newest backup can be"
        " restored on another.",
    )


class OfficeBusy(UserError):
    """Another program holds the office longer than a command may wait."""

    problem = QT_TRANSLATE_NOOP("errors", "Another program is using the office right now.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Wait a moment and do it again; close other programs that opened the file."
    )


class ClockWentBack(UserError):
    """The machine's clock is behind what the office has already written."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "This machine's clock shows {now}, but the office has worked until {last}."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Set the clock right; receipts must be in order of time.")


class NoAddress(UserError):
    """What was typed is no address of an office server."""

    problem = QT_TRANSLATE_NOOP("errors", "{place} is not the address of an office server.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Write it like this: postgresql+psycopg://HOST:5432/DATABASE"
    )


class ForeignPart(UserError):
    """An address asks of the driver what no address of an office may ask."""

    problem = QT_TRANSLATE_NOOP("errors", "The address {place} must not say '{part}' like this.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Take that part out; behind the question mark only hosts and TLS are named."
    )


class PasswordInAddress(UserError):
    """No file of ours holds a password."""

    problem = QT_TRANSLATE_NOOP("errors", "The file {place} holds a password.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Take it out; passwords belong into the keyring or libpq's passfile."
    )


class NoTls(UserError):
    """Another machine is spoken to under seal, or not at all."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The server {place} cannot be spoken to safely: {detail}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Turn TLS on at the server and name its certificate: ?sslrootcert=FILE. Only on this"
        " machine itself it may be missing.",
    )


class ServerUnreachable(UserError):
    """The server did not answer; nothing was done."""

    problem = QT_TRANSLATE_NOOP("errors", "The office server {place} does not answer: {detail}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Check the network and whether the server runs. Nothing was done."
    )


class OnlyStandby(ServerUnreachable):
    """Nothing but a standby answers: it reads along, and takes no writes until it is promoted."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The office server {place} is a standby: it takes no writes."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Start the primary again, or promote the standby (pg_ctl promote). Nothing was done.",
    )


class ClockOff(UserError):
    """The clocks of this machine and of the server differ by more than a minute."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "This machine's clock shows {here}, the office server's {there}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Papers and the journal carry the server's time; what this window counts down is wrong by"
        " the difference. Set this machine's clock right.",
    )


class OutcomeUnknown(UserError):
    """The line broke while the server was writing it down; the same intent finds it out."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The line to {place} broke; whether this was done is being found out."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Do not take the money again. Send the same form again; it counts once."
    )


class NoOfficeThere(UserError):
    """The server answers, but its database holds no office."""

    problem = QT_TRANSLATE_NOOP("errors", "There is no office in the database at {place}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the database's name, or make a new office there.")


class NotItsOwner(UserError):
    """The login did not make the office, and cannot bring it forward."""

    problem = QT_TRANSLATE_NOOP("errors", "The login {login} does not own the office.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Put the login that made the office into the address, for example founder@."
    )


class OlderServer(UserError):
    """The office on the server was made by an older program."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The office on the server has version {found}; this program needs {known}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Whoever owns it brings it forward, with the owner's login in the address:"
        " run.py upgrade --office ADDRESS",
    )


class SignInRefused(UserError):
    """The server does not know this login, or the password is wrong."""

    problem = QT_TRANSLATE_NOOP("errors", "The server {place} refused login or password.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Type both again. The administrator can give a new password."
    )


class NoRecoveryThere(UserError):
    """An office on a server has no recovery key."""

    problem = QT_TRANSLATE_NOOP("errors", "An office on a server has no recovery key.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "The administrator gives a new password. If he has lost his own, whoever owns the server"
        " sets one there.",
    )


class ReservedLogin(UserError):
    """A login that the server itself needs is nobody's of the office."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The server has a login '{login}' that is not an office's."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another login for this person.")


class LoginOnServer(UserError):
    """A server has each login once, whatever office it belongs to."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The login '{login}' is in use on this server, by another office or the server."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Choose another login for this person.")


class NotGranted(UserError):
    """The server itself refuses what the program did not."""

    problem = QT_TRANSLATE_NOOP("errors", "The server does not let you do this: {detail}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask the administrator whether your role holds the right for it."
    )


class ServerTooOld(UserError):
    """The server's program is older than the oldest that is supported."""

    problem = QT_TRANSLATE_NOOP("errors", "The server runs PostgreSQL {found}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Bring it to PostgreSQL {oldest} or newer.")


class CannotFound(UserError):
    """Whoever makes an office on a server must be able to make its accounts."""

    problem = QT_TRANSLATE_NOOP("errors", "The login {login} may not make accounts on {place}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Use the server's own administrator for this once; no desk needs it later."
    )


class MovedAway(UserError):
    """The office lives elsewhere now."""

    problem = QT_TRANSLATE_NOOP("errors", "This office was moved to {place} on {day}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Open it there; this file is kept as it was.")


class Moving(UserError):
    """A move was cut off between the two places: one of them is the office, never both."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "This office was on its way to {place} when it was cut off."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Give the same move again: it finds out whether the office arrived."
    )


def refusal_for(error: DBAPIError, place: Path | str) -> UserError | None:
    """Give the refusal that a driver's *error* means, or None when it is a defect of ours."""
    text = str(error.orig).lower()
    if "readonly database" in text or "unable to open" in text:
        return ReadOnlyPlace(place=place)
    if "disk is full" in text:
        return DiskFull()
    if "disk i/o error" in text:
        return DiskFails(place=place) if _has_room(Path(place)) else DiskFull()
    if "database is locked" in text or "database is busy" in text:
        return OfficeBusy()
    if "malformed" in text or "not a database" in text:
        return DamagedOffice(place=place, detail=damage_of(error.orig))
    return None


def _has_room(place: Path) -> bool:
    """Whether the disk under *place* is there and has room for a page and its log."""
    try:
        return shutil.disk_usage(place.parent).free >= _ROOM
    except OSError:
        return True
