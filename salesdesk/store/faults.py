"""What can be wrong with an office's file or its disk, in sentences; and telling them apart."""

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError


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


def refusal_for(error: DBAPIError, place: Path | str) -> UserError | None:
    """Give the refusal that a driver's *error* means, or None when it is a defect of ours."""
    text = str(error.orig).lower()
    if "readonly database" in text or "unable to open" in text:
        return ReadOnlyPlace(place=place)
    if "disk is full" in text or "disk i/o error" in text:
        return DiskFull()
    if "database is locked" in text or "database is busy" in text:
        return OfficeBusy()
    if "malformed" in text or "not a database" in text:
        return DamagedOffice(place=place, detail=str(error.orig))
    return None
