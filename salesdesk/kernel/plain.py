"""Frozen dataclasses as plain JSON values: for the journal, the command line and stored sheets."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, Union, cast, get_args, get_origin, get_type_hints, is_typeddict

from salesdesk.kernel.keys import Secret


def to_plain(value: object, *, reveal: bool = False) -> Any:
    """Give *value* as dicts, lists, texts and whole numbers; secrets become ``***``, bytes base64.

    *reveal* leaves secrets as they are: for the eyes of the person who asked, never for a store.
    """
    kind: Any = type(value)
    if kind in _PLAIN_ALREADY:
        return value
    if (names := _field_names(kind)) is not None:
        return {name: to_plain(getattr(value, name), reveal=reveal) for name in names}
    if isinstance(value, dict):
        return {str(key): to_plain(item, reveal=reveal) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [to_plain(item, reveal=reveal) for item in value]
    if isinstance(value, Secret) and reveal:
        return str(value)
    for kinds, write in _WRITERS:
        if isinstance(value, kinds):
            return write(value)
    message = f"no plain form for {type(value).__name__}"
    raise TypeError(message)


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """Give the fields of a dataclass, None for other kinds: an import's report asks 20,000 times."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def from_plain(kind: Any, plain: Any) -> Any:
    """Give back the value of type *kind* that `to_plain` wrote as *plain*.

    `TypeError` where a text or whole number should stand and something else does: half a fen is
    never cut off, a missing name never becomes "None".
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        if plain is None and NoneType in inner:
            return None
        return from_plain(next(k for k in inner if k is not NoneType), plain)
    if isinstance(kind, NewType):
        return from_plain(kind.__supertype__, plain)
    if origin is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
            return tuple(from_plain(inner[0], item) for item in plain)
        return tuple(from_plain(k, item) for k, item in zip(inner, plain, strict=True))
    if is_typeddict(kind):
        hints = get_type_hints(kind)
        return {key: from_plain(hints[key], item) for key, item in plain.items()}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        names = {f.name for f in fields(kind)}
        return cast("type", kind)(
            **{key: from_plain(hints[key], item) for key, item in plain.items() if key in names}
        )
    return _READERS.get(kind, kind)(plain) if isinstance(kind, type) else plain


def canonical(value: object) -> str:
    """Write *value* as the one JSON text it has: sorted keys, no spaces, UTF-8 characters."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read_anything(plain: object) -> object:
    return plain


def _read_bool(plain: object) -> bool:
    return bool(plain)


def _read_int(plain: object) -> int:
    if type(plain) is not int:
        raise TypeError(plain)
    return plain


def _read_str(plain: object) -> str:
    if not isinstance(plain, str):
        raise TypeError(plain)
    return plain


_PLAIN_ALREADY = frozenset({str, int, bool, NoneType})
_WRITERS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (Secret, lambda _value: "***"),
    (Enum, lambda value: value.value),
    ((str, bool, int, NoneType), lambda value: value),
    (Decimal, str),
    (bytes, lambda value: b64encode(value).decode()),
    ((datetime, date), lambda value: value.isoformat()),
)
_READERS: dict[Any, Callable[[Any], Any]] = {
    bytes: lambda plain: b64decode(plain, validate=True),
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    bool: _read_bool,
    int: _read_int,
    str: _read_str,
    object: _read_anything,
}
