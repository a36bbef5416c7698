"""What no column holds is refused before a store is asked: each would say it in its own way.

SQLite's driver raises OverflowError, a server takes the number for a ``numeric`` and finds no such
function, or names the range of its columns.
"""

from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any

from salesdesk.kernel.errors import BadEntry

LARGEST_WHOLE = 2**63 - 1
"""Both stores keep whole numbers in 64 bits."""

_READABLE_BITS = 200


def check_form(form: Mapping[str, Any]) -> None:
    """Raise `BadEntry` for a whole number in *form* that no column holds, however deep."""
    for name, value in form.items():
        kind = type(value)
        if kind is int:
            check_whole(name, value)
        elif kind is dict:
            check_form(value)
        elif kind is list:
            for item in value:
                check_form({name: item})


def check_whole(name: str, value: int) -> None:
    """Raise `BadEntry` where *value* is more than 64 bits."""
    if not -LARGEST_WHOLE <= value <= LARGEST_WHOLE:
        readable = (
            value.bit_length() <= _READABLE_BITS
        )  # Python writes out no number of 5,000 digits
        raise BadEntry(field=name, value=value if readable else "…", expected="a whole number")


def check_question(
    query: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> None:
    """Raise `BadEntry` where a question names a number that no column holds."""
    check_form(kwargs)
    for at, value in enumerate(args, 1):
        if type(value) is int and not -LARGEST_WHOLE <= value <= LARGEST_WHOLE:
            check_whole(list(signature(query).parameters)[at], value)
