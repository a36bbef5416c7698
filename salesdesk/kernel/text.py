"""What may be stored of a text somebody typed: cleaned of what cannot be seen, refused if broken."""

import unicodedata

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, MissingEntry, UserError

_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)
LONGEST = 2000
"""Code points in the longest remark."""


class BrokenText(UserError):
    """A text with half a character in it, which no paper could print."""

    problem = QT_TRANSLATE_NOOP("errors", "{field} contains a character that cannot be stored.")
    remedy = QT_TRANSLATE_NOOP("errors", "Delete the text and type it again.")


class TooLong(UserError):
    """A text longer than its place."""

    problem = QT_TRANSLATE_NOOP("errors", "{field} is too long ({length} characters).")
    remedy = QT_TRANSLATE_NOOP("errors", "Use at most {longest} characters.")


def clean(value: str, field: str, longest: int = LONGEST) -> str:
    """Give *value* in NFC without control or zero-width characters, outer spaces cut.

    Raises `BrokenText` for lone surrogates and NUL, `TooLong` above *longest* code points. Never
    NFKC: it would change characters of names.
    """
    if any("\ud800" <= character <= "\udfff" or character == "\0" for character in value):
        raise BrokenText(field=field)
    text = unicodedata.normalize("NFC", value).translate(_ZERO_WIDTH)
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()
    if len(text) > longest:
        raise TooLong(field=field, length=len(text), longest=longest)
    return text


def required(value: str, field: str, longest: int = 100) -> str:
    """Give *value* cleaned, or raise `MissingEntry` when nothing is left."""
    text = clean(value, field, longest)
    if not text:
        raise MissingEntry(field=field)
    return text


def search_key(name: str) -> str:
    """Give *name* as it is compared: lower case, no spaces, no middle dots."""
    kept = (c for c in unicodedata.normalize("NFC", name).casefold() if c not in " \u3000·•‧・.")
    return "".join(kept)
