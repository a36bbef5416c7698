"""Pre-printed receipt forms (套打): how large they are, and where on them each value is printed.

Lengths are tenths of a millimetre from the upper left corner of the form; a new office has the usual
three-part form of 241 x 93 mm, whose places move along where another size of paper is chosen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError


class FormField(StrEnum):
    """A value of a receipt that has a place of its own on the form."""

    NUMBER = "number"
    FORM = "form"
    COMPANY = "company"
    PROJECT = "project"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    PAYER = "payer"
    UNIT = "unit"
    PURPOSE = "purpose"
    AGREEMENT = "agreement"
    WORDS = "words"
    FIGURES = "figures"
    TENDERS = "tenders"
    NOTE = "note"
    COLLECTOR = "collector"
    CODE = "code"
    CHECK = "check"
    COPY = "copy"
    MARKS = "marks"


KEPT = frozenset({
    FormField.NUMBER, FormField.YEAR, FormField.MONTH, FormField.DAY, FormField.PAYER, FormField.WORDS,
    FormField.FIGURES, FormField.CHECK, FormField.COPY, FormField.MARKS,
})  # fmt: skip
"""What no form leaves out: without it a paper is no receipt, or hides what became of it (R-21, R-22)."""

MOST_OFF = 200
"""An offset is at most 20 mm either way: beyond it the paper lies wrong in the printer."""
SIDES = range(600, 4201)
"""A form is 60 to 420 mm long and wide."""
LEAST_SIDE = 30
"""A field is at least 3 mm long and high."""
LEAST_CODE = 120
"""A QR code below 12 mm is not read by a phone."""
SIZES = range(6, 25)
"""The sizes of a field's text, in points."""
COPIES = (1, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPlace:
    """Where a value stands: its frame in tenths of a millimetre, its size in points, at which side."""

    field: FormField
    x: int
    y: int
    wide: int
    high: int
    size: int = 10
    right: bool = False


def _place(field: FormField, *frame: int, size: int = 10, right: bool = False) -> FormPlace:
    x, y, wide, high = frame
    return FormPlace(field=field, x=x, y=y, wide=wide, high=high, size=size, right=right)


SHIPPED_SIZE = (2410, 930)
SHIPPED_PLACES = (
    _place(FormField.NUMBER, 1720, 60, 540, 70, size=12, right=True),
    _place(FormField.FORM, 1720, 150, 540, 60, size=8, right=True),
    _place(FormField.PROJECT, 140, 150, 640, 65),
    _place(FormField.YEAR, 880, 150, 160, 65, right=True),
    _place(FormField.MONTH, 1090, 150, 110, 65, right=True),
    _place(FormField.DAY, 1250, 150, 110, 65, right=True),
    _place(FormField.TIME, 1420, 150, 200, 65, size=9),
    _place(FormField.PAYER, 400, 240, 920, 75, size=11),
    _place(FormField.UNIT, 1600, 240, 660, 75, size=11),
    _place(FormField.PURPOSE, 400, 330, 920, 75),
    _place(FormField.AGREEMENT, 1600, 330, 660, 75),
    _place(FormField.WORDS, 400, 420, 1240, 85, size=11),
    _place(FormField.FIGURES, 1680, 420, 580, 85, size=13, right=True),
    _place(FormField.TENDERS, 400, 520, 1560, 120, size=9),
    _place(FormField.NOTE, 400, 655, 1080, 65, size=9),
    _place(FormField.COLLECTOR, 1000, 760, 420, 70),
    _place(FormField.CODE, 2060, 520, 200, 200),
    _place(FormField.CHECK, 1500, 655, 520, 65, size=9),
    _place(FormField.COPY, 1500, 760, 760, 70, size=9, right=True),
    _place(FormField.MARKS, 140, 845, 2120, 60, size=9),
)
"""Where the shipped form has its lines; the seller's name is printed on it beforehand."""

PAPERS = {"241 x 93": (2410, 930), "190 x 93": (1900, 930), "A5": (2100, 1480)}
"""The usual sizes of forms, in tenths of a millimetre."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """The office's form: whether receipts go on it, its size, its offset, one paper or three of a receipt.

    ``copies`` 1: a set that writes through (三联复写), printed once; 3: a page each. ``across`` and
    ``down`` move every place, right and down; below 0 left and up.
    """

    on: bool = False
    wide: int = SHIPPED_SIZE[0]
    high: int = SHIPPED_SIZE[1]
    across: int = 0
    down: int = 0
    copies: int = 1
    places: tuple[FormPlace, ...] = SHIPPED_PLACES


class OffTheForm(UserError):
    """A value would be printed beside the paper."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{field} would stand outside of the form ({wide} x {high} mm), offset included."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Move its frame, make it smaller, or take the offset back."
    )


class OnAnother(UserError):
    """Two values would be printed on one another."""

    problem = QT_TRANSLATE_NOOP("errors", "{field} and {other} would be printed on one another.")
    remedy = QT_TRANSLATE_NOOP("errors", "Move one of them; the test page shows every frame.")


class KeptOnForm(UserError):
    """A value was left out that has to stay on the paper."""

    problem = QT_TRANSLATE_NOOP("errors", "{field} has to stay on the paper.")
    remedy = QT_TRANSLATE_NOOP("errors", "Give it a place on the form.")


def millimetres(tenths: int) -> str:
    """Write a length as people measure it: 12.5."""
    return f"{tenths / 10:g}"


def checked(form: Stationery) -> Stationery:
    """Give *form*, or raise what is wrong with it: out of bounds, off the paper, on one another."""
    for name in ("wide", "high"):
        _within(name, getattr(form, name), SIDES[0], SIDES[-1])
    for name in ("across", "down"):
        _within(name, getattr(form, name), -MOST_OFF, MOST_OFF)
    if form.copies not in COPIES:
        raise BadEntry(field="copies", value=form.copies, expected="1 or 3")
    found = [place.field for place in form.places]
    twice = next((field for field in found if found.count(field) > 1), None)
    if twice is not None:
        raise BadEntry(field="places", value=twice.value, expected="each value once")
    for field in FormField:
        if field in KEPT and field not in found:
            raise KeptOnForm(field=f"form: {field.value}")
    for place in form.places:
        _check_place(form, place)
    for one, other in combinations(form.places, 2):
        if _meet(one, other):
            raise OnAnother(field=f"form: {one.field.value}", other=f"form: {other.field.value}")
    return form


def resized(form: Stationery, wide: int, high: int) -> Stationery:
    """Give *form* on paper of another size, its places moved and stretched along."""
    if not form.wide or not form.high:
        return form

    def along(place: FormPlace) -> FormPlace:
        x, y = place.x * wide // form.wide, place.y * high // form.high
        right, below = place.x + place.wide, place.y + place.high
        wider, higher = right * wide // form.wide - x, below * high // form.high - y
        return replace(place, x=x, y=y, wide=wider, high=higher)

    return replace(form, wide=wide, high=high, places=tuple(map(along, form.places)))


def placed(
    form: Stationery, moved: Iterable[FormPlace], without: Iterable[FormField]
) -> Stationery:
    """Give *form* with the *moved* places in it, and those of *without* left out."""
    known = {place.field: place for place in (*form.places, *moved)}
    for field in without:
        known.pop(field, None)
    kept = (known[field] for field in FormField if field in known)
    return replace(form, places=tuple(kept))


def _within(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        bounds = f"{millimetres(least)} - {millimetres(most)} mm"
        raise BadEntry(field=f"form: {name}", value=millimetres(value), expected=bounds)


def _check_place(form: Stationery, place: FormPlace) -> None:
    name = f"form: {place.field.value}"
    least = LEAST_CODE if place.field is FormField.CODE else LEAST_SIDE
    for side in (place.wide, place.high):
        if side < least:
            wanted = f"{millimetres(least)} mm"
            raise BadEntry(field=name, value=millimetres(side), expected=wanted)
    if place.size not in SIZES:
        raise BadEntry(field=name, value=place.size, expected=f"{SIZES[0]}-{SIZES[-1]}")
    for start, end, off, side in (
        (place.x, place.x + place.wide, form.across, form.wide),
        (place.y, place.y + place.high, form.down, form.high),
    ):
        if start < 0 or start + off < 0 or end > side or end + off > side:
            wide, high = millimetres(form.wide), millimetres(form.high)
            raise OffTheForm(field=name, wide=wide, high=high)


def _meet(one: FormPlace, other: FormPlace) -> bool:
    across = one.x < other.x + other.wide and other.x < one.x + one.wide
    return across and one.y < other.y + other.high and other.y < one.y + one.high
