"""Commands and queries from words: ``key=value`` pairs become typed forms, by the type hints."""

import inspect
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from salesdesk.app.jsonrows import as_kept
from salesdesk.app.shorthand import SHORT, meaning, shape
from salesdesk.kernel.errors import BadEntry, MissingEntry
from salesdesk.kernel.keys import Secret
from salesdesk.kernel.money import parse_yuan
from salesdesk.kernel.plain import from_plain
from salesdesk.office.figures.naming import FINDERS
from salesdesk.office.inventory.queries import first_project
from salesdesk.store.work import Reading

_KEYS_BY_NAME = {
    "unit": "UnitId",
    "project": "ProjectId",
    "customer": "CustomerId",
    "receipt": "ReceiptId",
    "refund": "RefundId",
    "person": "PersonId",
    "cashier": "PersonId",
    "consultant": "PersonId",
    "request": "RequestId",
    "permit": "PermitId",
}
_TOO_LARGE = 10**15
_NOTHING: Mapping[str, Any] = {}
_YES = {"true", "yes", "1", "on", "是"}
_NO = {"false", "no", "0", "off", "否"}
_SECRETS = {"old": "SALESDESK_PASSWORD", "new": "SALESDESK_NEW_PASSWORD"}


class UsageError(Exception):
    """The words on the command line cannot be understood; exit code 2."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One entry of a form: its name, type, and whether it must be given."""

    name: str
    kind: Any
    required: bool


def slots_of(target: Callable[..., Any]) -> tuple[Slot, ...]:
    """Give the entries that a command class or a query function takes."""
    if is_dataclass(target) and isinstance(target, type):
        hints = get_type_hints(target)
        return tuple(
            Slot(f.name, hints[f.name], f.default is MISSING and f.default_factory is MISSING)
            for f in fields(target)
        )
    hints = get_type_hints(target)
    parameters = list(inspect.signature(target).parameters.values())[1:]
    return tuple(Slot(p.name, hints[p.name], p.default is p.empty) for p in parameters)


def meanings(target: Callable[..., Any]) -> dict[str, str]:
    """Say for each entry of *target* what may be written there."""
    return {
        slot.name: meaning(slot.kind, _KEYS_BY_NAME.get(slot.name, ""))
        for slot in slots_of(target)
    }


def pairs(words: Sequence[str]) -> dict[str, str]:
    """Split ``key=value`` words; a word without ``=`` is a `UsageError`."""
    found = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            message = f"'{word}' is not of the form key=value"
            raise UsageError(message)
        found[key] = value
    return found


def fill(
    reading: Reading,
    target: Callable[..., Any],
    given: Mapping[str, str],
    taken: Mapping[str, Any] = _NOTHING,
) -> dict[str, Any]:
    """Give the typed arguments of *target*; records are found by number or by their own code.

    What is *taken* from elsewhere (a file) is given back as it is.

    Raises `UsageError` for an unknown key, a `UserError` for a value that cannot be used.
    """
    slots = {slot.name: slot for slot in slots_of(target)}
    scope = given.get("project")
    project = None if scope is None else FINDERS["ProjectId"](reading, scope, None)
    words = {
        _known(key, slots, target): value
        for key, value in given.items()
        if key in slots or key != "project"  # a project may always say whose unit is meant
    }
    filled: dict[str, Any] = dict(taken)
    for name, slot in slots.items():
        if name in taken:
            continue
        if _plain_kind(slot.kind) is Secret:
            filled[name] = _secret(name)
        elif name == "project" and (project is not None or _wants_project(slot, slots)):
            filled[name] = first_project(reading.session) if project is None else project
        elif name in words:
            filled[name] = _value(reading, slot, slot.kind, words[name], project)
        elif slot.required:
            raise MissingEntry(field=name)
    return filled


def _secret(name: str) -> Secret:
    """Give a secret from the environment; one that is not there is never an empty one."""
    variable = _SECRETS.get(name, f"SALESDESK_{name.upper()}")
    if variable not in os.environ:
        message = f"a secret is not given on the command line: set {variable}"
        raise UsageError(message)
    return Secret(os.environ[variable])


def _wants_project(slot: Slot, slots: Mapping[str, Slot]) -> bool:
    """Whether a missing project means the first one: where it is needed, or names a register."""
    return slot.required or "manner" in slots


def _known(key: str, slots: Mapping[str, Slot], target: Callable[..., Any]) -> str:
    for name in (key, key + "s"):
        if name in slots:
            return name
    message = f"{target.__name__} has no '{key}'; it takes: {', '.join(slots) or 'nothing'}"
    raise UsageError(message)


def _plain_kind(kind: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return next(k for k in get_args(kind) if k is not NoneType)
    return kind


def _value(reading: Reading, slot: Slot, kind: Any, word: str, project: int | None) -> Any:
    plain = _plain_kind(kind)
    if get_origin(plain) is tuple:
        return _many(reading, slot, get_args(plain)[0], word, project)
    if get_origin(plain) is dict or is_dataclass(plain):
        return _json(reading, slot, plain, word, project)
    if isinstance(plain, NewType):
        finder = FINDERS.get(plain.__name__)
        if plain.__name__ == "Fen":
            return parse_yuan(word)
        return finder(reading, word, project) if finder else _number(slot, word)
    if plain is int and (name := _KEYS_BY_NAME.get(slot.name)):
        return FINDERS[name](reading, word, project)
    return _simple(slot, plain, word)


def _many(
    reading: Reading, slot: Slot, kind: Any, word: str, project: int | None
) -> tuple[Any, ...]:
    if word.lstrip().startswith("["):
        return tuple(_json(reading, slot, tuple[kind, ...], word, project))
    if kind in SHORT:
        return tuple(_short(slot, kind, part) for part in word.split(","))
    return tuple(
        _value(reading, slot, kind, part, project) for part in word.split(",") if part.strip()
    )


def _short(slot: Slot, kind: Any, word: str) -> Any:
    read, _words = SHORT[kind]
    try:
        return read(word)
    except ValueError:
        raise BadEntry(field=slot.name, value=word, expected=shape(kind)) from None


def _json(reading: Reading, slot: Slot, kind: Any, word: str, project: int | None) -> Any:
    try:
        return from_plain(kind, as_kept(reading, kind, json.loads(word), project, slot.name))
    except (ValueError, TypeError, KeyError, AttributeError):
        several = get_origin(kind) is tuple
        inner = get_args(kind)[0] if several else kind
        expected = shape(inner, several=several)
        raise BadEntry(field=slot.name, value=word, expected=expected) from None


def _simple(slot: Slot, kind: Any, word: str) -> Any:
    if kind is int:
        return _number(slot, word)
    if kind is bool:
        if word.casefold() in _YES | _NO:
            return word.casefold() in _YES
        raise BadEntry(field=slot.name, value=word, expected="yes or no")
    if kind is date:
        try:
            return date.fromisoformat(word)
        except ValueError:
            raise BadEntry(field=slot.name, value=word, expected="a day like 2026-11-24") from None
    if kind is datetime:
        return _moment(slot, word)
    if kind is Decimal:
        return _decimal(slot, word)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice(slot, kind, word)
    return word


def _decimal(slot: Slot, word: str) -> Decimal:
    try:
        number = Decimal(word)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number) >= _TOO_LARGE:
        raise BadEntry(field=slot.name, value=word, expected="a number")
    return number


def _moment(slot: Slot, word: str) -> datetime:
    """Read a day with its time; without a zone it is the office's own, as the command says."""
    try:
        return datetime.fromisoformat(word.strip())
    except ValueError:
        raise BadEntry(
            field=slot.name, value=word, expected="a moment like 2026-11-24T09:00"
        ) from None


def _choice(slot: Slot, kind: type[Enum], word: str) -> Enum:
    for member in kind:
        if word.strip().casefold() in (str(member.value).casefold(), member.name.casefold()):
            return member
    expected = ", ".join(str(member.value) for member in kind)
    raise BadEntry(field=slot.name, value=word, expected=expected)


def _number(slot: Slot, word: str) -> int:
    try:
        number = int(word)
    except ValueError:
        number = _TOO_LARGE
    if abs(number) >= _TOO_LARGE:  # more than any column holds
        raise BadEntry(field=slot.name, value=word, expected="a whole number")
    return number
