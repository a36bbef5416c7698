"""Rows given as JSON on the command line: amounts are yuan in quotation marks, records have names.

A bare number could be yuan or fen, and a home priced a hundredfold too low looks like any other
row; so it is refused where an amount stands. Keys that end in ``_fen`` say their unit themselves.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from salesdesk.kernel.errors import BadEntry
from salesdesk.kernel.money import parse_yuan
from salesdesk.office.figures.naming import FINDERS
from salesdesk.store.work import Reading

YUAN = 'yuan in quotation marks, like "2150000.00"'
"""How an amount is written in a row."""


def as_kept(
    reading: Reading, kind: Any, plain: Any, project: int | None = None, field: str = ""
) -> Any:
    """Give *plain*, what JSON says of a *kind*, with fen for yuan and record numbers for names.

    Raises ValueError for a key that a form does not have (a slip must not go by unread), `BadEntry`
    for an amount without quotation marks, and what `parse_yuan` and the finders raise.
    """
    if get_origin(kind) in (Union, UnionType):
        inner = next(k for k in get_args(kind) if k is not NoneType)
        return None if plain is None else as_kept(reading, inner, plain, project, field)
    if isinstance(kind, NewType):
        return _named(reading, kind, plain, project, field)
    if get_origin(kind) is tuple and isinstance(plain, list):
        inner = get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
            return [as_kept(reading, inner[0], item, project, field) for item in plain]
        return [
            as_kept(reading, one, item, project, field)
            for one, item in zip(inner, plain, strict=True)
        ]
    if is_dataclass(kind) and isinstance(kind, type):
        return _form(reading, kind, plain, project)
    return plain


def _form(reading: Reading, kind: type, plain: Any, project: int | None) -> Mapping[str, Any]:
    if not isinstance(plain, dict) or not plain.keys() <= {field.name for field in fields(kind)}:
        raise ValueError(plain)
    hints = get_type_hints(kind)
    return {
        name: as_kept(reading, hints[name], item, project, name) for name, item in plain.items()
    }


def _named(reading: Reading, kind: NewType, plain: Any, project: int | None, field: str) -> Any:
    if kind.__name__ == "Fen":
        if not isinstance(plain, str):
            raise BadEntry(field=field, value=plain, expected=YUAN)
        return parse_yuan(plain)
    finder = FINDERS.get(kind.__name__)
    return finder(reading, plain, project) if finder and isinstance(plain, str) else plain
