"""How far somebody cuts list prices alone (降价权限): the limit of his role, from the highest price on.

What is beyond it comes into effect by signatures (`RequestPrices`). The guards of `price_cut_tables`
ask the same of every writer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.claims import Standing
from salesdesk.office.inventory.price_cut_tables import HIGHEST_OF, LOWERED_OF
from salesdesk.office.inventory.price_first import below_offered
from salesdesk.office.inventory.pricing import NONE, Mask, UnitColumns, Whole
from salesdesk.office.staff.limit_rules import off_bp
from salesdesk.office.staff.limits import limit_of
from salesdesk.store.work import Reading, Work

_HIGHEST = text(HIGHEST_OF).bindparams(bindparam("units", expanding=True))
_LOWERED = text(LOWERED_OF).bindparams(bindparam("units", expanding=True))
_AT_ONCE = 5_000

CUT = QT_TRANSLATE_NOOP(
    "errors",
    "The price of {code} would be {percent} % below {highest} yuan, the highest since it was signed or "
    "offered: beyond the {limit} % that your role may cut.",
)
CUT_REMEDY = QT_TRANSLATE_NOOP(
    "errors",
    "Draft a price version with it, and ask for it to come into effect: it goes to signatures. Or cut less.",
)


class PriceCutBeyondLimit(UserError):
    """A list price is lowered alone by no more than a discount is given alone."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} list prices would be cut by more than the {limit} % that your role may, first {unit}: "
        "{price} yuan is {percent} % below {highest} yuan, the highest since it was signed or offered.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Ask for the price version to come into effect: it goes to signatures. Or cut less.",
    )


class OwnCutOffered(UserError):
    """Who made a price much lower does not offer the unit alone, too."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} units would be offered for over {limit} % less than they were listed at, and you priced "
        "them so yourself, first {unit}: {price} yuan instead of {highest} yuan.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Let somebody else release them, or ask for a price version with these prices: it goes to signatures.",
    )


@dataclass(frozen=True, slots=True)
class Cut:
    """One list price beyond a limit: what it is measured by and what it would be (fen)."""

    unit: int
    highest_fen: int
    total_fen: int
    limit_bp: int

    def facts(self) -> dict[str, str]:
        """Give what a refusal says of it."""
        return {
            "percent": f"{off_bp(self.highest_fen, self.total_fen) / 100:g}",
            "limit": f"{self.limit_bp / 100:g}",
            "highest": format_yuan(self.highest_fen),
            "price": format_yuan(self.total_fen),
        }


def cuts_beyond(reading: Reading, wanted: Sequence[tuple[int, int]]) -> list[Cut]:
    """Give those of the lower list prices *wanted* (unit, fen) that the role of who asks does not cover."""
    limit = limit_of(reading.session, reading.role)
    if limit is None:
        return []
    return [
        Cut(unit, most, fen, limit)
        for unit, most, fen in _measured(reading, wanted)
        if off_bp(most, fen) > limit
    ]


def given_off(session: Session, unit: int, listed: int, total: int) -> int:
    """Give what a deal's price (fen) gives off the list price *listed* of *unit*, in basis points, rounded up.

    Measured as list prices are cut, so that a cut and a discount are no further than one of them; the
    list price itself gives nothing.
    """
    if total >= listed:
        return 0
    found = session.connection().execute(_HIGHEST, {"units": [unit]})
    return off_bp(max(listed, *(most or 0 for _unit, most in found)), total)


def deepest(reading: Reading, units: UnitColumns, totals: Whole, concerned: Mask) -> int:
    """Give the deepest cut that list prices (fen) of the units *concerned* make (basis points), rounded up.

    A first price below what its kind is offered at is one too.
    """
    measured = _measured(reading, lowered(units, totals, concerned))
    at = np.flatnonzero(concerned)
    wanted = list(zip(units.ids[at].tolist(), totals[at].tolist(), strict=True))
    first = below_offered(reading, wanted)
    cuts = (off_bp(most, fen) for _unit, most, fen in measured)
    return max(max(cuts, default=0), max((low.off for low in first), default=0))


def _measured(
    reading: Reading, wanted: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Give of the prices *wanted* (unit, fen) those that are measured, each with what by (fen)."""
    highest: dict[int, int | None] = {}
    for at in range(0, len(wanted), _AT_ONCE):
        keys = [unit for unit, _fen in wanted[at : at + _AT_ONCE]]
        found = reading.session.connection().execute(_HIGHEST, {"units": keys})
        highest |= dict(found.all())
    for unit, fen in wanted:
        most = highest.get(unit)
        if most is not None:
            yield unit, most, fen


def lowered(units: UnitColumns, totals: Whole, concerned: Mask) -> list[tuple[int, int]]:
    """Give which of the units *concerned* would cost less than now, and how much (fen)."""
    at = np.flatnonzero(concerned & (units.totals != NONE) & (totals < units.totals))
    return list(zip(units.ids[at].tolist(), totals[at].tolist(), strict=True))


def check_cuts(work: Work, units: UnitColumns, totals: Whole, concerned: Mask) -> None:
    """Refuse list prices (fen) that the actor does not cut so far alone (`PriceCutBeyondLimit`)."""
    found = cuts_beyond(work, lowered(units, totals, concerned))
    if found:
        first = units.codes[int(np.searchsorted(units.ids, found[0].unit))]
        raise PriceCutBeyondLimit(count=len(found), unit=first, **found[0].facts())


def own_cuts(reading: Reading, totals: dict[int, int]) -> list[Cut]:
    """Give which units, by id with their list prices (fen), the actor made cheaper than he may alone.

    Only those that were never offered, nor their prices signed.
    """
    limit = limit_of(reading.session, reading.role)
    if limit is None:
        return []
    found: list[Cut] = []
    keys = list(totals)
    for at in range(0, len(keys), _AT_ONCE):
        asked = {"units": keys[at : at + _AT_ONCE], "actor": reading.actor}
        rows = reading.session.connection().execute(_LOWERED, asked)
        found += [
            Cut(unit, most, totals[unit], limit)
            for unit, most in rows
            if off_bp(most, totals[unit]) > limit
        ]
    return found


def check_offer(work: Work, found: Sequence[Standing]) -> None:
    """Refuse to offer what the actor made much cheaper himself (`OwnCutOffered`)."""
    cuts = own_cuts(work, {at.unit.id: at.unit.total_fen or 0 for at in found})
    if cuts:
        code = next(at.unit.code for at in found if at.unit.id == cuts[0].unit)
        raise OwnCutOffered(count=len(cuts), unit=code, **cuts[0].facts())
