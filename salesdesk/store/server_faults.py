"""What a server's error means: a conflict to be tried again, a lost line, or a refusal in sentences.

Once somebody is in, the SQLSTATE says it. At the door there is none: libpq hands on only the server's
sentence, in the language of the server's ``lc_messages``, which no desk's login may set. What stands
in it whatever the language, the login's or the database's own name, tells it then.
"""

import re
from typing import Any

import psycopg
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.store.faults import (
    DiskFull,
    NoOfficeThere,
    NotGranted,
    NoTls,
    OfficeBusy,
    OnlyStandby,
    ServerUnreachable,
    SignInRefused,
)

_CONFLICTS = frozenset({"40001", "40P01"})
_SIGN_IN = frozenset({"28000", "28P01"})
_BUSY = frozenset({"55P03", "57014", "53300"})  # lock timeout, statement timeout, too many desks
_GOING = frozenset({"57P01", "57P02", "57P03", "25P03", "25P04", "08000", "08003", "08006"})
_READ_ONLY = "25006"
_FULL = "53100"
_DENIED = frozenset({"42501", "42P01", "42883"})  # whoever may not enter the schema sees no tables

_NO_TLS = ("does not support ssl", "no encryption", "ssl off", "certificate verify failed",
           "root certificate", "server certificate")  # fmt: skip
_NO_SIGN_IN = ("password authentication failed", "no password supplied", "no pg_hba.conf entry",
               "authentication failed", "is not permitted to log in", 'role "')  # fmt: skip
_NO_DATABASE = re.compile(r'database "[^"]*" does not exist')
_PLAIN = QT_TRANSLATE_NOOP("errors", "it lets nobody in without encryption (TLS)")
_REASONS = (
    ("connection refused", QT_TRANSLATE_NOOP("errors", "nothing listens at this port")),
    ("name or service not known", QT_TRANSLATE_NOOP("errors", "no machine has this name")),
    ("could not translate host name", QT_TRANSLATE_NOOP("errors", "no machine has this name")),
    ("failed to resolve host", QT_TRANSLATE_NOOP("errors", "no machine has this name")),
    ("no address associated", QT_TRANSLATE_NOOP("errors", "no machine has this name")),
    ("temporary failure in name", QT_TRANSLATE_NOOP("errors", "no machine has this name")),
    ("timeout expired", QT_TRANSLATE_NOOP("errors", "no answer came in time")),
    ("timed out", QT_TRANSLATE_NOOP("errors", "no answer came in time")),
    ("no route to host", QT_TRANSLATE_NOOP("errors", "no way leads to this machine")),
    ("is unreachable", QT_TRANSLATE_NOOP("errors", "no way leads to this machine")),
    ("invalid response to", QT_TRANSLATE_NOOP("errors", "what answers there is no PostgreSQL")),
    ("closed the connection", QT_TRANSLATE_NOOP("errors", "the line broke")),
    ("reset by peer", QT_TRANSLATE_NOOP("errors", "the line broke")),
    ("connection is closed", QT_TRANSLATE_NOOP("errors", "the line broke")),
    ("connection is lost", QT_TRANSLATE_NOOP("errors", "the line broke")),
    ("starting up", QT_TRANSLATE_NOOP("errors", "it is starting or stopping")),
    ("shutting down", QT_TRANSLATE_NOOP("errors", "it is starting or stopping")),
    ("administrator command", QT_TRANSLATE_NOOP("errors", "it is starting or stopping")),
    ("does not support ssl", QT_TRANSLATE_NOOP("errors", "it offers no encryption (TLS)")),
    ("no encryption", _PLAIN),
    ("verify failed", QT_TRANSLATE_NOOP(
        "errors", "its certificate is not the one named, or nobody known here vouches for it")),
    ("does not match host name", QT_TRANSLATE_NOOP(
        "errors", "its certificate is another machine's")),
    ("root certificate file", QT_TRANSLATE_NOOP(
        "errors", "the certificate file is not there, or cannot be read")),
)  # fmt: skip
"""Signs in what libpq says, and the reason in words that every window has in its language."""

_TOLD = re.compile(r"(?:failed: |^)(?P<severity>\w+):  (?P<said>.+)", re.DOTALL)
"""The server's own sentence in what libpq hands on; libpq always sets two blanks behind the colon."""

_STANDBY = ("session is read-only", "server is in hot standby mode")


def conflict(error: DBAPIError) -> bool:
    """Whether the command was undone whole because it met another: try it again."""
    return _state(error) in _CONFLICTS


def lost(error: DBAPIError) -> bool:
    """Whether the line broke, or the server went down or became a standby, in the middle."""
    state = _state(error)
    return bool(
        error.connection_invalidated or state in _GOING or state == _READ_ONLY or _cut(error)
    )


def server_refusal(error: DBAPIError, place: str) -> UserError | None:
    """Give the refusal that a driver's *error* means, or None when it is a defect of ours."""
    state, words = _state(error), str(error.orig).lower()
    if (refusal := _at_the_door(error, state, words, place)) is not None:
        return refusal
    if state in _BUSY:
        return OfficeBusy()
    if state == _FULL:
        return DiskFull()
    if state in _DENIED:
        return NotGranted(detail=_line(error))
    if state == _READ_ONLY or any(sign in words for sign in _STANDBY):
        return OnlyStandby(place=place)
    if lost(error) or (isinstance(error, OperationalError) and not state):
        return ServerUnreachable(place=place, detail=_reason(error))
    return None


def _at_the_door(error: DBAPIError, state: str, words: str, place: str) -> UserError | None:
    """Give why nobody was let in, where that is what the error says."""
    if any(sign in words for sign in _NO_TLS):
        return NoTls(place=place, detail=_reason(error))
    if _NO_DATABASE.search(words):
        return NoOfficeThere(place=place)
    if state in _SIGN_IN or any(sign in words for sign in _NO_SIGN_IN):
        return SignInRefused(place=place)
    return None if state else _foreign(error, place)


def _foreign(error: DBAPIError, place: str) -> UserError | None:
    """Give what a server means that speaks another language than English, by what it names."""
    told = _TOLD.search(str(error.orig))
    known = getattr(error.orig, "pgconn", None)
    if told is None or known is None:
        return None
    severity, said = told["severity"], told["said"]
    if severity == "FATAL" and said.isascii():  # English, and none of the sentences above
        return None
    if "pg_hba.conf" in said:
        sealed = "ssl" in said.lower() or "gss" in said.lower()
        return SignInRefused(place=place) if sealed else NoTls(place=place, detail=_PLAIN)
    if _names(said, known.user):
        return SignInRefused(place=place)
    return NoOfficeThere(place=place) if _names(said, known.db) else None


def _names(said: str, name: bytes) -> bool:
    """Whether *said* names *name* as a whole word, in whatever quotation marks."""
    word = re.escape(name.decode("utf-8", "replace"))
    return bool(word and re.search(rf"(?<!\w){word}(?!\w)", said))


def _state(error: DBAPIError) -> str:
    original: Any = error.orig
    return str(getattr(original, "sqlstate", "") or "")


def _cut(error: DBAPIError) -> bool:
    return (
        isinstance(error, OperationalError | InterfaceError)
        and isinstance(error.orig, psycopg.OperationalError | psycopg.InterfaceError)
        and not _state(error)
    )


def _reason(error: DBAPIError) -> str:
    """Give the reason as a text that is translated where it is shown; an unknown one as it was said."""
    said = str(error.orig).lower()
    return next((words for sign, words in _REASONS if sign in said), _line(error))


def _line(error: DBAPIError) -> str:
    """Give the first line of what libpq or the server said."""
    lines = str(error.orig).strip().splitlines()
    return lines[0] if lines else type(error.orig).__name__
