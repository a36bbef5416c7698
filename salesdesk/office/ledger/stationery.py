"""The office's pre-printed receipt form: set by the administrator, asked for by whoever prints."""

import json
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy.orm import Session

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import BadEntry
from salesdesk.kernel.plain import canonical, from_plain, to_plain
from salesdesk.office.ledger.stationery_rules import (
    FormField,
    FormPlace,
    Stationery,
    checked,
    placed,
    resized,
)
from salesdesk.office.staff.commands import write_setting
from salesdesk.office.staff.queries import setting
from salesdesk.office.staff.rules import STATIONERY
from salesdesk.store.work import Reading, Work

_TENTHS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStationery:
    """Say how receipts go on the office's pre-printed form; what is not said stays as it is.

    Lengths in millimetres with one decimal. Another size of paper moves the places along; ``places``
    replaces those of the values it names, ``without`` leaves values out, ``shipped`` begins anew.
    """

    in_use: bool | None = None
    wide: Decimal | None = None
    high: Decimal | None = None
    across: Decimal | None = None
    down: Decimal | None = None
    copies: int | None = None
    places: tuple[FormPlace, ...] = ()
    without: tuple[FormField, ...] = ()
    shipped: bool = False

    def __call__(self, work: Work) -> Stationery:
        before = office_form(work.session)
        form = Stationery(on=before.on) if self.shipped else before
        wide, high = _tenths("wide", self.wide), _tenths("high", self.high)
        if wide is not None or high is not None:
            size = (form.wide if wide is None else wide, form.high if high is None else high)
            form = resized(form, *size)
        across, down = _tenths("across", self.across), _tenths("down", self.down)
        form = replace(
            placed(form, self.places, self.without),
            on=form.on if self.in_use is None else self.in_use,
            across=form.across if across is None else across,
            down=form.down if down is None else down,
            copies=form.copies if self.copies is None else self.copies,
        )
        checked(form)
        if form != before:
            write_setting(work, STATIONERY, canonical(form))
            work.note(Topic.SETTING, 0, **_altered(before, form))
        return form


def stationery(
    reading: Reading,
    *,
    plain: bool = False,
    across: Decimal | None = None,
    down: Decimal | None = None,
) -> Stationery:
    """Give the form that the office's receipts go on, and whether they do.

    A machine may print on *plain* paper all the same, or with its printer's own offset *across* and
    *down* (mm) instead of the office's; raises what `checked` finds wrong with it.
    """
    form = office_form(reading.session)
    right, below = _tenths("across", across), _tenths("down", down)
    moved = replace(
        form,
        on=form.on and not plain,
        across=form.across if right is None else right,
        down=form.down if below is None else below,
    )
    return checked(moved)


def office_form(session: Session) -> Stationery:
    """Give the office's form as it is set, or as it is shipped."""
    kept = setting(session, STATIONERY)
    form: Stationery = from_plain(Stationery, json.loads(kept)) if kept else Stationery()
    return form


def _tenths(name: str, millimetres: Decimal | None) -> int | None:
    if millimetres is None:
        return None
    tenths = millimetres * _TENTHS
    if tenths != tenths.to_integral_value():
        raise BadEntry(field=f"form: {name}", value=millimetres, expected="12.5")
    return int(tenths)


def _altered(before: Stationery, after: Stationery) -> dict[str, object]:
    """Give what the journal says: [before, after] of each thing that changed, how many places moved."""
    old, new = to_plain(before), to_plain(after)
    told: dict[str, object] = {
        f"form_{name}": [old[name], new[name]]
        for name in ("on", "wide", "high", "across", "down", "copies")
        if old[name] != new[name]
    }
    was = {place.field: place for place in before.places}
    now = {place.field: place for place in after.places}
    moved = sum(was.get(field) != now.get(field) for field in FormField)
    return told | ({"form_moved": moved} if moved else {})
