"""The prices beside the list price: what was filed with the authority, and the floor."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

import numpy as np
from sqlalchemy import insert

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import PriceVersionId, ProjectId
from salesdesk.kernel.money import Rounding
from salesdesk.office.inventory import importing
from salesdesk.office.inventory.commands import hold_units
from salesdesk.office.inventory.price_commands import find_version
from salesdesk.office.inventory.price_drafting import Drafted, Source, drafted
from salesdesk.office.inventory.price_filed import filed_level
from salesdesk.office.inventory.price_filing import check_filing_meant, check_stands
from salesdesk.office.inventory.price_floors import check_floors
from salesdesk.office.inventory.price_law import check_filed
from salesdesk.office.inventory.price_loading import PriceTable, load_units
from salesdesk.office.inventory.price_sheets import UnitPrice
from salesdesk.office.inventory.price_tables import FiledPrice, FloorPrice
from salesdesk.office.inventory.pricing_rules import rounding_of
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.sheets import GridPrice, PriceRow
from salesdesk.office.inventory.tables import Project
from salesdesk.store.work import Work

_BY_ROW = frozenset({"rows", "grid", "prices"})
_NOTHING_MORE = Decimal(0)
_HUNDRED = 100


def _found(work: Work, project: Project, table: PriceTable, source: Source) -> Drafted:
    return drafted(
        work.session, table.units, rounding_of(Rounding(project.rounding)), source
    )  # fmt: skip


def _rows(
    work: Work, table: PriceTable, found: Drafted, **more: object
) -> list[dict[str, object]]:
    return [
        {
            "unit_id": unit, "at": work.now, "actor_id": work.actor, "unit_price_fen": each,
            "total_fen": total, **more,
        }
        for unit, each, total in zip(
            table.units.ids[found.at].tolist(), found.unit_prices.tolist(), found.totals.tolist(),
            strict=True,
        )
    ]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filing:
    """What is filed, by whichever right."""

    reference: str
    project: ProjectId | None = None
    version: PriceVersionId | None = None
    rows: tuple[PriceRow, ...] = ()
    grid: tuple[GridPrice, ...] = ()
    prices: tuple[UnitPrice, ...] = ()
    confirmed: bool = False

    def form(self) -> dict[str, object]:
        """Give the journal's form: what was filed by its figures, not each price."""
        return _form(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFiledPrices(_Filing):
    """Record the prices filed with the authority (备案价): a version's, a file's, or single ones.

    With nothing of these, the present list prices are what was filed. Where the law pack blocks,
    no unit that may still be sold is left above its filed price (R-06, `AboveFiled`). What stands is not
    changed (`FilingStands`), and what is far from the list price only where it is *confirmed* (`FilingFarOff`).
    """

    def __call__(self, work: Work) -> int:
        return _file(work, self, may_change=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefilePrices(_Filing):
    """Record filed prices that may change those that stand: a right of its own, as `SetFiledPrices` else."""

    def __call__(self, work: Work) -> int:
        return _file(work, self, may_change=True)


def _file(work: Work, wanted: _Filing, *, may_change: bool) -> int:
    reference = text.required(wanted.reference, "reference", 100)
    named = None if wanted.version is None else find_version(work, wanted.version)
    key = wanted.project or (named.project_id if named else first_project(work.session))
    project = find_project(work.session, key)
    hold_units(work, project.id)
    table = load_units(work, project.id)
    given = wanted.rows or wanted.grid or wanted.prices or wanted.version
    source = Source(
        percent=None if given else _NOTHING_MORE,
        rows=wanted.rows,
        grid=wanted.grid,
        prices=wanted.prices,
        based_on=wanted.version,
    )
    found = _found(work, project, table, source)
    filed = table.filed.copy()
    filed[found.at] = found.totals
    new = np.zeros(len(filed), dtype=np.bool_)
    new[found.at] = True
    if not may_change:
        check_stands(table, filed, new)
    if not wanted.confirmed:
        check_filing_meant(table, filed, new)
    check_filed(
        table.units.codes, table.units.totals, filed, new & ~table.units.frozen, _HUNDRED,
        filed_level(work.session, project.id),
    )  # fmt: skip
    rows = _rows(work, table, found, version_id=wanted.version, reference=reference)
    work.session.connection().execute(insert(FiledPrice), rows)
    work.note(Topic.PROJECT, project.id, filed=reference, units=len(rows))
    work.touched(Topic.PRICE, wanted.version or 0)
    return len(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Floors:
    """Which floors are set, by whichever right."""

    reason: str
    project: ProjectId | None = None
    percent: Decimal | None = None
    prices: tuple[UnitPrice, ...] = ()
    buildings: tuple[str, ...] = ()

    def form(self) -> dict[str, object]:
        """Give the journal's form: by its figures, not each price."""
        return _form(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFloorPrices(_Floors):
    """Set the prices below which nobody sells without approval (底价), or raise them.

    ``percent``: the difference from the list price (-7: seven percent below it), rounded as the
    project rounds; or single prices. Raises `FloorAboveList`, and `FloorLowered` where one is now
    higher: that is `LowerFloorPrices`.
    """

    def __call__(self, work: Work) -> int:
        return _set_floors(work, self, may_lower=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LowerFloorPrices(_Floors):
    """Set floor prices that may be lower than those now: the general manager's, as `SetFloorPrices` else."""

    def __call__(self, work: Work) -> int:
        return _set_floors(work, self, may_lower=True)


def _set_floors(work: Work, wanted: _Floors, *, may_lower: bool) -> int:
    reason = text.required(wanted.reason, "reason", 200)
    project = find_project(work.session, wanted.project or first_project(work.session))
    hold_units(work, project.id)
    table = load_units(work, project.id)
    source = Source(percent=wanted.percent, prices=wanted.prices, buildings=wanted.buildings)
    found = _found(work, project, table, source)
    units, at = table.units, found.at
    codes = [units.codes[place] for place in at.tolist()]
    check_floors(
        work.session, codes, units.ids[at], units.totals[at], found.totals, may_lower=may_lower
    )
    rows = _rows(work, table, found, reason=reason)
    work.session.connection().execute(insert(FloorPrice), rows)
    work.note(Topic.PROJECT, project.id, floor=reason, units=len(rows))
    work.touched(Topic.PRICE, 0)
    return len(rows)


def _form(command: _Filing | _Floors) -> dict[str, object]:
    rows: Sequence[PriceRow] = getattr(command, "rows", ())
    grid: Sequence[GridPrice] = getattr(command, "grid", ())
    kept = {
        field.name: getattr(command, field.name)
        for field in fields(command)
        if field.name not in _BY_ROW
    }
    return {
        **kept,
        "rows": len(rows) + len(grid) + len(command.prices),
        "digest": importing.hash_of(tuple(rows), tuple(grid), command.prices),
    }
