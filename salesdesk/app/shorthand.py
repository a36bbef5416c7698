"""What a script may write for each kind of entry: the short forms, and words for every kind."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from salesdesk.app.jsonrows import YUAN
from salesdesk.kernel.keys import Fen, Secret
from salesdesk.kernel.money import parse_yuan
from salesdesk.office.ledger.closing import PieceCount
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.ledger.stationery_rules import FormField, FormPlace
from salesdesk.office.sales.buyers import BuyerEntry


def tender(word: str) -> TenderLine:
    """Read ``cash:50000`` or ``card:30000.50:T1`` (yuan, reference); ValueError for other words."""
    kind, amount, *reference = word.split(":", 2)
    return TenderLine(
        kind=kind.strip(), amount_fen=parse_yuan(amount), reference="".join(reference)
    )


def buyer(word: str) -> BuyerEntry:
    """Read ``NAME:SHARE``, ``NAME:SHARE:ID`` or ``NAME:SHARE:ID:PHONE``, the share in percent."""
    name, share, *rest = word.split(":", 3)
    try:
        hundredths = Decimal(share.strip().removesuffix("%")) * 100
    except InvalidOperation:
        raise ValueError(share) from None
    if not hundredths.is_finite() or hundredths != hundredths.to_integral_value():
        raise ValueError(share)
    number, phone = (*rest, "", "")[:2]
    return BuyerEntry(name=name, share_bp=int(hundredths), id_number=number, phone=phone)


def piece(word: str) -> PieceCount:
    """Read ``100:3``, three notes of 100 yuan; ValueError for other words."""
    value, count = word.split(":", 1)
    return PieceCount(piece=Fen(parse_yuan(value)), pieces=int(count))


def form_place(word: str) -> FormPlace:
    """Read ``FIELD:X:Y:WIDE:HIGH`` with ``:SIZE`` and ``:right`` (mm, points); ValueError for others."""
    field, *numbers = word.split(":")
    right = numbers[-1:] == ["right"]
    if right:
        numbers.pop()
    x, y, wide, high, *size = numbers
    return FormPlace(
        field=FormField(field.strip()),
        x=_tenths(x),
        y=_tenths(y),
        wide=_tenths(wide),
        high=_tenths(high),
        right=right,
        **({"size": int(size[0])} if size else {}),
    )


def _tenths(word: str) -> int:
    try:
        tenths = Decimal(word.strip()) * 10
    except InvalidOperation:
        raise ValueError(word) from None
    if not tenths.is_finite() or tenths != tenths.to_integral_value():
        raise ValueError(word)
    return int(tenths)


SHORT: Mapping[Any, tuple[Callable[[str], Any], str]] = {
    TenderLine: (tender, "KIND:YUAN or KIND:YUAN:REFERENCE, several with commas between"),
    PieceCount: (piece, "VALUE:HOW MANY of each note and coin, several with commas between"),
    FormPlace: (
        form_place,
        "FIELD:X:Y:WIDE:HIGH, :SIZE and :right behind it (mm, points), several with commas between",
    ),
    BuyerEntry: (
        buyer,
        "NAME:PERCENT, NAME:PERCENT:ID or NAME:PERCENT:ID:PHONE, several with commas between",
    ),
}
"""Forms within forms that have a short spelling, with the words that explain it."""

_KEYS = {
    "UnitId": "a unit's code, PROJECT/CODE, or record number",
    "ProjectId": "a project's name or record number",
    "CustomerId": "a customer's phone, name or record number",
    "PersonId": "a login or record number",
    "ReceiptId": "a receipt's printed number, as SJ0000040",
    "RefundId": "the unit's code, the agreement's printed number, or the slip's once it is paid",
    "PriceVersionId": "a price version's name or record number",
    "RequestId": "a request's number",
    "Fen": "yuan with up to two decimals",
}
_PLAIN = {
    bool: "yes or no",
    int: "a whole number",
    date: "a day like 2026-11-24",
    datetime: "a moment like 2026-11-24T09:00",
    Decimal: "a number",
    str: "text",
    bytes: "not on the line: file=PATH of a PDF, PNG or JPEG",
    Secret: "from the environment, never on the line",
}


def meaning(kind: Any, key: str = "") -> str:
    """Say in a few words what may be written for an entry of type *kind*.

    *key* is the kind of record an entry that is a bare number names, ``PersonId`` for one.
    """
    if get_origin(kind) in (Union, UnionType):
        return meaning(next(k for k in get_args(kind) if k is not NoneType), key)
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        several = f"{meaning(inner)}; several with commas"
        return shape(inner, several=True) if is_dataclass(inner) else several
    if isinstance(kind, NewType):
        return _KEYS.get(kind.__name__, "a record number")
    if kind is int and key:
        return _KEYS[key]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "|".join(str(member.value) for member in kind)
    if get_origin(kind) is dict or is_dataclass(kind):
        return shape(kind)
    return _PLAIN.get(kind, "text")


def shape(kind: Any, *, several: bool = False) -> str:
    """Say how a form within a form is written: short where it has a spelling, else as JSON.

    *several*: it is one of a list.
    """
    if not is_dataclass(kind):
        return 'JSON like {"name": "value"}'
    hints = get_type_hints(kind)
    names = ", ".join(f'"{f.name}"{_unit(hints[f.name])}' for f in fields(kind))
    short = SHORT[kind][1] + "; or " if kind in SHORT else ""
    form = "[{...}]" if several else "{...}"
    return f"{short}JSON like {form} with {names}"


def _unit(kind: Any) -> str:
    """Say of a row's entry that it is an amount, and how that is written there."""
    return f" ({YUAN})" if Fen in (kind, *get_args(kind)) else ""
