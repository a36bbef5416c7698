"""What SQLite says of a damaged file, in words that the office's language has; its own in the log.

A damage is written ``words (CODE)``: the words are translated where they are shown, the code is for
whoever is asked for help.
"""

import logging
from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

_log = logging.getLogger(__name__)

EMPTY: Final = QT_TRANSLATE_NOOP("errors", "the file is empty")
LOOSE: Final = QT_TRANSLATE_NOOP("errors", "rows refer to others that are not there")
OTHER_ROWS: Final = QT_TRANSLATE_NOOP("errors", "it has other numbers of rows")
_PAGES: Final = QT_TRANSLATE_NOOP("errors", "its pages do not hold together")
_UNKNOWN: Final = QT_TRANSLATE_NOOP("errors", "it cannot be read")

_KNOWN: Final = (
    ("not a database", QT_TRANSLATE_NOOP("errors", "the file is no database"), "SQLITE_NOTADB"),
    (
        "malformed database schema",
        QT_TRANSLATE_NOOP("errors", "the list of its tables cannot be read"),
        "SQLITE_CORRUPT",
    ),
    ("malformed", _PAGES, "SQLITE_CORRUPT"),
    (
        "disk i/o error",
        QT_TRANSLATE_NOOP("errors", "the disk does not read or write as it should"),
        "SQLITE_IOERR",
    ),
    ("disk is full", QT_TRANSLATE_NOOP("errors", "the disk is full"), "SQLITE_FULL"),
    (
        "unable to open",
        QT_TRANSLATE_NOOP("errors", "the file cannot be opened"),
        "SQLITE_CANTOPEN",
    ),
    ("is locked", QT_TRANSLATE_NOOP("errors", "another program holds the file"), "SQLITE_BUSY"),
    (
        "readonly database",
        QT_TRANSLATE_NOOP("errors", "the file cannot be written"),
        "SQLITE_READONLY",
    ),
    ("out of memory", QT_TRANSLATE_NOOP("errors", "no memory is left"), "SQLITE_NOMEM"),
    ("file is encrypted", QT_TRANSLATE_NOOP("errors", "the file is encrypted"), "SQLITE_NOTADB"),
)
"""Parts of SQLite's sentences, what they mean, and SQLite's name for it; the first that fits."""

_INDEX: Final = QT_TRANSLATE_NOOP("errors", "an index does not fit its table")
_VALUES: Final = QT_TRANSLATE_NOOP("errors", "a row holds what its table forbids")


def damage_of(said: object) -> str:
    """Give the damage that an error's text means; what was said goes to the log."""
    _log.warning("SQLite: %s", said)
    text = str(said).lower()
    for sign, words, code in _KNOWN:
        if sign in text:
            return f"{words} ({code})"
    return f"{_UNKNOWN} (SQLITE_ERROR)"


def finding_of(said: object) -> str:
    """Give the damage that ``integrity_check`` or ``quick_check`` found; its line goes to the log."""
    _log.warning("SQLite's check: %s", said)
    text = str(said).lower()
    if "index" in text:
        return f"{_INDEX} (integrity_check)"
    if "null value" in text or "constraint" in text:
        return f"{_VALUES} (integrity_check)"
    return f"{_PAGES} (integrity_check)"
