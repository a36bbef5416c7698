"""Where a version's prices come from: a scheme, a percentage, a file, single prices."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, NotFound, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.codes import unit_code
from salesdesk.office.inventory.price_law import codes_of
from salesdesk.office.inventory.price_loading import places_of
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.price_tables import PriceLine
from salesdesk.office.inventory.pricing import (
    NONE,
    Mask,
    UnitColumns,
    UnitsUnpriced,
    Whole,
    check_priced,
    each_of,
    half_up,
    prices,
    rounded,
)
from salesdesk.office.inventory.pricing_rules import PPM, PriceRounding, PriceScheme
from salesdesk.office.inventory.sheets import GridPrice, PriceRow

_PERCENT = Decimal(100)
_LEAST_PERCENT, _MOST_PERCENT = Decimal(-90), Decimal(400)
_LARGEST = 2**62
_CM2 = 10_000


class PriceNotAboveZero(UserError):
    """A price of nought or below."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The price of unit {unit} is not above zero (row {line})."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Mend the price, then take the file in again.")


class PricesDisagree(UserError):
    """A total that does not follow from the price per m² that was typed beside it."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Unit {unit}: {each} per m² by {area} m² is {expected}, not {total}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Correct one of the two, or give one alone: the other follows from it."
    )


class UnitsUnknown(UserError):
    """A file or a list names units that the project lacks."""

    problem = QT_TRANSLATE_NOOP("errors", "{count} units are not in this project, first {unit}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Choose the project that the list is about, or import the units first."
    )


class UnitNamedTwice(UserError):
    """One unit stands twice in what is to be a version."""

    problem = QT_TRANSLATE_NOOP("errors", "The unit {unit} stands there twice.")
    remedy = QT_TRANSLATE_NOOP("errors", "Keep one of the two rows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a version is made from; one of scheme, percentage and file, and single prices over it."""

    scheme: PriceScheme | None = None
    percent: Decimal | None = None
    rows: tuple[PriceRow, ...] = ()
    grid: tuple[GridPrice, ...] = ()
    prices: tuple[UnitPrice, ...] = ()
    buildings: tuple[str, ...] = ()
    based_on: int | None = None

    @property
    def name(self) -> str:
        """Give the word that is kept of it."""
        if self.scheme is not None:
            return "scheme"
        if self.percent is not None:
            return "percent"
        if self.rows or self.grid:
            return "file"
        return "by hand"


@dataclass(frozen=True)
class Drafted:
    """The units that a version prices, by their places, with prices (fen); and who was left out."""

    at: Whole
    unit_prices: Whole
    totals: Whole
    missing: tuple[str, ...]


def drafted(
    session: Session, units: UnitColumns, rule: PriceRounding, source: Source
) -> Drafted:  # fmt: skip
    """Work out a version's prices; raises what a price, a file or a scheme may have wrong."""
    given = (
        source.scheme is not None,
        source.percent is not None,
        bool(source.rows or source.grid),
    )
    if sum(given) > 1 or not (any(given) or source.prices or source.based_on):
        raise MissingEntry(field="prices")
    scope = _scope(units, source.buildings)
    each, totals = units.unit_prices.copy(), units.totals.copy()
    priced = scope & (totals > 0)
    if source.based_on is not None:
        priced = scope & _overlay(session, units, source.based_on, each, totals)
    if source.scheme is not None:
        some = units.only(scope)
        found = prices(some, source.scheme)
        check_priced(some, found)
        each[scope], totals[scope] = found.unit_prices, found.totals
        priced = scope
    elif source.percent is not None:
        _raise(units, rule, source.percent, priced, each, totals)
    elif source.rows or source.grid:
        priced = _from_file(units, rule, [*source.rows, *source.grid], each, totals) & scope
    elif source.based_on is None:
        priced = np.zeros(len(units), dtype=np.bool_)
    priced |= _single_ones(units, rule, source.prices, each, totals)
    bare = np.flatnonzero(priced & ((each <= 0) | (totals <= 0)))
    if len(bare):
        raise UnitsUnpriced(count=len(bare), unit=units.codes[int(bare[0])])
    if not priced.any():
        raise MissingEntry(field="prices")
    left = codes_of(units.codes, scope & ~priced) if not source.prices or any(given) else ()
    return Drafted(np.flatnonzero(priced), each[priced], totals[priced], left)


def _scope(units: UnitColumns, buildings: Sequence[str]) -> Mask:
    if not buildings:
        return np.ones(len(units), dtype=np.bool_)
    known, index = units.texts["buildings"]
    for name in buildings:
        if name not in known:
            raise NotFound(what="building", key=name)
    return np.isin(index, [known[name] for name in buildings])


def _overlay(
    session: Session, units: UnitColumns, version: int, each: Whole, totals: Whole
) -> Mask:  # fmt: skip
    """Put the prices of another version of the same project over the present ones; give whose."""
    rows = session.execute(
        select(PriceLine.unit_id, PriceLine.unit_price_fen, PriceLine.total_fen).where(
            PriceLine.version_id == version
        )
    ).all()
    at = places_of(units.ids, (row.unit_id for row in rows))
    each[at] = [row.unit_price_fen for row in rows]
    totals[at] = [row.total_fen for row in rows]
    mask = np.zeros(len(units), dtype=np.bool_)
    mask[at] = True
    return mask


def _single_ones(
    units: UnitColumns, rule: PriceRounding, given: Sequence[UnitPrice], each: Whole, totals: Whole
) -> Mask:
    """Take prices of single units; give the units that they name."""
    named = np.zeros(len(units), dtype=np.bool_)
    for one in given:
        at = _place(units, one.unit)
        if named[at]:
            raise UnitNamedTwice(unit=units.codes[at])
        named[at] = True
        each[at], totals[at] = _single(units, rule, at, one.unit_price, one.total, 0)
    return named


def _raise(
    units: UnitColumns, rule: PriceRounding, percent: Decimal, mask: Mask, each: Whole,
    totals: Whole,
) -> None:  # fmt: skip
    exact = (_PERCENT + percent) * (PPM // 100) if percent.is_finite() else percent
    if (
        not exact.is_finite()
        or exact != exact.to_integral_value()
        or not _LEAST_PERCENT <= percent <= _MOST_PERCENT
    ):
        raise BadEntry(field="percent", value=percent, expected="a percentage from -90 to 400")
    factor = int(exact)
    if mask.any() and 4 * int(totals[mask].max()) * factor > _LARGEST:
        raise BadEntry(field="price", value="", expected="a price that a home may have")
    step = rule.total_step_fen
    totals[mask] = half_up(totals[mask] * factor, PPM * step, down=rule.down) * step
    each[mask] = each_of(totals[mask], units.areas[mask])


def _from_file(
    units: UnitColumns, rule: PriceRounding, rows: Sequence[PriceRow | GridPrice], each: Whole,
    totals: Whole,
) -> Mask:  # fmt: skip
    """Take the prices of a file; give the units that it names."""
    known = {code: at for at, code in enumerate(units.codes)}
    named = np.zeros(len(units), dtype=np.bool_)
    codes = [unit_code(row.building, row.core, row.floor, row.number) for row in rows]
    if strangers := [code for code in codes if code not in known]:
        raise UnitsUnknown(count=len(strangers), unit=strangers[0])
    for code, row in zip(codes, rows, strict=True):
        at = known[code]
        if named[at]:
            raise UnitNamedTwice(unit=code)
        named[at] = True
        each[at], totals[at] = _single(
            units, rule, at, row.unit_price_fen, row.total_fen, row.line
        )
    return named


def _single(
    units: UnitColumns, rule: PriceRounding, at: int, each: int | None, total: int | None,
    line: int,
) -> tuple[int, int]:  # fmt: skip
    """Give one unit's price per m² and total (fen); what is missing follows from the other."""
    if (each is None and total is None) or min(each or 1, total or 1) <= 0 or 0 in {each, total}:
        raise PriceNotAboveZero(unit=units.codes[at], line=line or "-")
    area = units.areas[at : at + 1]
    if total is None:
        found = rounded(np.array([(each or 0) * 100], dtype=np.int64), area, rule)
        return each or 0, int(found.totals[0])
    if each is None:
        if 4 * total * 10_000 > _LARGEST:
            raise BadEntry(field="price", value="", expected="a price that a home may have")
        return int(each_of(np.array([total], dtype=np.int64), area)[0]), total
    if not line:  # a file's own figures were judged, and told, where it was read
        _check_agreed(units.codes[at], each, total, Decimal(int(area[0])) / _CM2, rule)
    return each, total


def _check_agreed(
    code: str, each: int, total: int, area: Decimal, rule: PriceRounding
) -> None:  # fmt: skip
    """Refuse what neither rounding explains: the total's step, or the price per m² to the fen."""
    exact = each * area
    if abs(total - exact) > rule.total_step_fen and abs(total / area - each) > 1:
        raise PricesDisagree(
            unit=code, each=format_yuan(each), area=area, total=format_yuan(total),
            expected=format_yuan(int(exact.to_integral_value())),
        )  # fmt: skip


def _place(units: UnitColumns, unit: int) -> int:
    at = int(np.searchsorted(units.ids, unit))
    if at >= len(units) or int(units.ids[at]) != unit:
        raise NotFound(what="unit", key=unit)
    return at


def shown(value: int) -> int | None:
    """Give money as a row keeps it: None where a column says that there is none."""
    return None if value == NONE else value
