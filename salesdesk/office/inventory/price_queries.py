"""Questions about prices: versions, their lines, comparisons, limits, and why a unit costs what it does."""

import json
from collections.abc import Iterable
from typing import Any

import numpy as np
from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import aliased

from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.keys import PriceVersionId, ProjectId, UnitId
from salesdesk.kernel.plain import from_plain
from salesdesk.office.inventory.codes import natural
from salesdesk.office.inventory.price_filed import floor_total
from salesdesk.office.inventory.price_loading import PriceTable, load_units, places_of
from salesdesk.office.inventory.price_sheets import (
    FloorLine,
    PriceLineCard,
    PriceVersionLine,
    PriceVersionSheet,
    PriceWhy,
    VersionState,
)
from salesdesk.office.inventory.price_tables import (
    FloorPrice,
    PriceEffect,
    PriceLine,
    PriceVersion,
    PriceWithdrawal,
)
from salesdesk.office.inventory.pricing import NONE, Whole, explain, prices
from salesdesk.office.inventory.pricing_compare import By, ComparisonLine, compare
from salesdesk.office.inventory.pricing_rules import PriceScheme
from salesdesk.office.inventory.queries import first_project
from salesdesk.office.inventory.remaking_tables import present
from salesdesk.office.inventory.tables import PriceChange, Unit
from salesdesk.office.staff.queries import names_of
from salesdesk.store.columns import area
from salesdesk.store.work import Reading

_PARENT = aliased(PriceVersion)


def _versions() -> Select[Any]:
    sums = (
        select(
            PriceLine.version_id,
            func.count().label("units"),
            func.sum(PriceLine.total_fen).label("total"),
        )
        .group_by(PriceLine.version_id)
        .subquery()
    )
    return (
        select(
            PriceVersion, PriceEffect, PriceWithdrawal, _PARENT.name.label("parent"),
            sums.c.units, sums.c.total,
        )
        .outerjoin(PriceEffect, PriceEffect.version_id == PriceVersion.id)
        .outerjoin(PriceWithdrawal, PriceWithdrawal.version_id == PriceVersion.id)
        .outerjoin(_PARENT, _PARENT.id == PriceVersion.based_on)
        .outerjoin(sums, sums.c.version_id == PriceVersion.id)
        .order_by(PriceVersion.id.desc())
    )  # fmt: skip


def price_versions(
    reading: Reading, project: ProjectId | None = None
) -> tuple[PriceVersionLine, ...]:
    """List the price versions (调价方案) of *project* (default the first), the newest first."""
    key = first_project(reading.session) if project is None else project
    rows = reading.session.execute(_versions().where(PriceVersion.project_id == key)).all()
    return tuple(_lines(reading, rows))


def price_version(reading: Reading, version: PriceVersionId) -> PriceVersionSheet:
    """Give a version with each unit's price before, in it, and now; `NotFound` where there is none."""
    line = _version(reading, version)
    table = load_units(reading, line.project)
    units = table.units
    rows = reading.session.execute(
        select(PriceLine).where(PriceLine.version_id == version).order_by(PriceLine.unit_id)
    )
    found = [row.PriceLine for row in rows]
    at = places_of(units.ids, (row.unit_id for row in found)).tolist()
    open_now = line.ended_at is None
    cards = [
        PriceLineCard(
            unit=row.unit_id,
            code=units.codes[n],
            building=units.buildings[n],
            core=units.cores[n],
            floor=int(units.floors[n]),
            number=units.numbers[n],
            layout=units.layouts[n],
            area=area(int(units.areas[n])),
            before_unit_price_fen=row.before_unit_price_fen,
            before_fen=row.before_total_fen,
            unit_price_fen=row.unit_price_fen,
            total_fen=row.total_fen,
            now_fen=_or_none(int(units.totals[n])),
            frozen=bool(units.frozen[n]) and row.total_fen != int(units.totals[n]),
            moved=open_now and (row.before_total_fen or NONE) != int(units.totals[n]),
            filed_fen=_or_none(int(table.filed[n])),
        )
        for row, n in zip(found, at, strict=True)
    ]
    cards.sort(
        key=lambda card: (natural(card.building), natural(card.core), card.floor, card.code)
    )
    kept = reading.session.scalars(
        select(PriceVersion.scheme).where(PriceVersion.id == version)
    ).one()
    return PriceVersionSheet(version=line, scheme=_scheme(kept), lines=tuple(cards))


def price_comparison(
    reading: Reading,
    version: PriceVersionId,
    by: By = By.ALL,
    against: PriceVersionId | None = None,
) -> tuple[ComparisonLine, ...]:
    """Compare a version with the prices before it, or with another version, group by group.

    Only the version's own units are compared. What is frozen now counts at the price it keeps while
    the version is still a draft. `NotFound` for a version of another project.
    """
    line = _version(reading, version)
    if against is not None and _version(reading, against).project != line.project:
        raise NotFound(what="price version", key=against)
    table = load_units(reading, line.project)
    after = _totals(reading, table, version, PriceLine.total_fen)
    other = _totals(
        reading,
        table,
        version if against is None else against,
        PriceLine.before_total_fen if against is None else PriceLine.total_fen,
    )
    if line.ended_at is None:
        kept = table.units.frozen & (after > 0)
        after[kept] = table.units.totals[kept]
    mask = after > 0
    return compare(table.units.only(mask), other[mask], after[mask], by)


def price_units(reading: Reading, project: ProjectId | None = None) -> PriceTable:
    """Give a project's units as columns for a trial calculation, with their filed totals."""
    key = first_project(reading.session) if project is None else project
    return load_units(reading, key)


def floor_prices(reading: Reading, project: ProjectId | None = None) -> tuple[FloorLine, ...]:
    """List every unit's floor price (底价) beside its list price."""
    key = first_project(reading.session) if project is None else project
    newest = select(func.max(FloorPrice.id)).group_by(FloorPrice.unit_id)
    rows = reading.session.execute(
        select(
            Unit.id, Unit.code, Unit.total_fen, FloorPrice.total_fen.label("floor"),
            FloorPrice.unit_price_fen.label("each"),
        )
        .outerjoin(FloorPrice, (FloorPrice.unit_id == Unit.id) & FloorPrice.id.in_(newest))
        .where(Unit.project_id == key, present())
    ).all()  # fmt: skip
    return tuple(
        FloorLine(
            unit=row.id,
            code=row.code,
            list_fen=row.total_fen,
            floor_fen=row.floor,
            floor_unit_price_fen=row.each,
        )
        for row in sorted(rows, key=lambda row: natural(row.code))
    )


def unit_floor(reading: Reading, unit: UnitId) -> int | None:
    """Give a unit's floor price (底价, fen); None: none is set."""
    return floor_total(reading.session, unit)


def unit_price_steps(reading: Reading, unit: UnitId) -> PriceWhy:
    """Say why a unit costs what it costs: the version that set it, and the steps of its scheme."""
    row = reading.session.get(Unit, unit)
    if row is None:
        raise NotFound(what="unit", key=unit)
    table = load_units(reading, row.project_id)
    place = int(places_of(table.units.ids, (unit,))[0])
    changed = reading.session.scalar(
        select(PriceChange)
        .where(PriceChange.unit_id == unit)
        .order_by(PriceChange.id.desc())
        .limit(1)
    )
    version = None
    if changed is not None:
        version = reading.session.scalar(
            select(PriceVersion)
            .join(PriceEffect, PriceEffect.version_id == PriceVersion.id)
            .join(PriceLine, PriceLine.version_id == PriceVersion.id)
            .where(
                PriceLine.unit_id == unit,
                PriceEffect.at == changed.at,
                PriceLine.total_fen == changed.total_fen,
            )
        )
    answer = PriceWhy(
        unit=unit,
        code=row.code,
        area=row.gross_area,
        unit_price_fen=row.unit_price_fen,
        total_fen=row.total_fen,
        filed_fen=_or_none(int(table.filed[place])),
        version="" if version is None else version.name,
        source="" if version is None else version.source,
        since=None if changed is None else changed.at,
    )
    scheme = None if version is None else _scheme(version.scheme)
    if scheme is None:
        return answer
    one = table.units.only(np.arange(len(table.units)) == place)
    return PriceWhy(
        **{
            name: getattr(answer, name)
            for name in answer.__slots__
            if name not in {"steps", "exact"}
        },
        steps=explain(one, scheme, 0),
        exact=int(prices(one, scheme).totals[0]) == row.total_fen,
    )


def _scheme(kept: str) -> PriceScheme | None:
    return from_plain(PriceScheme, json.loads(kept)) if kept else None


def _version(reading: Reading, version: int) -> PriceVersionLine:
    rows = reading.session.execute(_versions().where(PriceVersion.id == version)).all()
    for line in _lines(reading, rows):
        return line
    raise NotFound(what="price version", key=version)


def _lines(reading: Reading, rows: Iterable[Row[Any]]) -> Iterable[PriceVersionLine]:
    names = names_of(reading.session)
    for row in rows:
        version: PriceVersion = row.PriceVersion
        ended: PriceEffect | PriceWithdrawal | None = row.PriceEffect or row.PriceWithdrawal
        yield PriceVersionLine(
            id=version.id,
            project=version.project_id,
            name=version.name,
            reason=version.reason,
            source=version.source,
            state=_state(reading, row),
            author=names.get(version.drafted_by, ""),
            drafted_at=version.drafted_at,
            effective_at=version.effective_at,
            ended_at=None if ended is None else ended.at,
            ended_by="" if ended is None else names.get(ended.actor_id, ""),
            based_on=row.parent or "",
            units=row.units or 0,
            total_fen=int(row.total or 0),
            changed=row.PriceEffect.changed if row.PriceEffect else 0,
            frozen=row.PriceEffect.frozen if row.PriceEffect else 0,
        )


def _state(reading: Reading, row: Row[Any]) -> VersionState:
    version: PriceVersion = row.PriceVersion
    if row.PriceEffect is not None:
        return VersionState.EFFECTIVE
    if row.PriceWithdrawal is not None:
        return VersionState.WITHDRAWN
    if version.effective_at is None:
        return VersionState.DRAFT
    return VersionState.DUE if version.effective_at <= reading.now else VersionState.PLANNED


def _totals(reading: Reading, table: PriceTable, version: int, column: Any) -> Whole:
    """Give a version's totals (fen) at the places of *table*; -1 where it has none."""
    totals = np.full(len(table.units), NONE, dtype=np.int64)
    rows = reading.session.execute(
        select(PriceLine.unit_id, column).where(PriceLine.version_id == version)
    ).all()
    if rows:
        at = places_of(table.units.ids, (row[0] for row in rows))
        totals[at] = [NONE if row[1] is None else row[1] for row in rows]
    return totals


def _or_none(value: int) -> int | None:
    return None if value <= 0 else value
