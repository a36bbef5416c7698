"""How a permit's number is compared: two people write one number in two ways."""

import unicodedata
from collections.abc import Mapping

BRACKETS: Mapping[str, str] = {
    "〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")", "（": "(", "）": ")",
}  # fmt: skip
"""Brackets around a permit's year that mean the same."""


def number_key(number: str) -> str:
    """Give *number* with half-width characters, one kind of bracket, small letters and no space."""
    narrow = unicodedata.normalize("NFKC", number).casefold()
    return "".join(BRACKETS.get(c, c) for c in narrow if not c.isspace())


def number_sql(column: str) -> str:
    """Give nearly the same as SQL of both stores, for guards: spaces, brackets, full-width digits."""
    found = f"lower({column})"
    digits = {chr(ord("０") + n): f"{n}" for n in range(10)}
    for old, new in {" ": "", "\u3000": "", **BRACKETS, **digits}.items():
        found = f"replace({found}, '{old}', '{new}')"
    return found
