"""A version is put into effect: who keeps his price, what the law says, then two statements."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sqlalchemy import Row, insert, literal, or_, select, update

from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.approvals.covering import check_covered
from salesdesk.office.approvals.standing import standings
from salesdesk.office.approvals.tables import Request
from salesdesk.office.inventory.claims import freezing
from salesdesk.office.inventory.commands import hold_units, tell
from salesdesk.office.inventory.price_cuts import check_cuts, deepest
from salesdesk.office.inventory.price_far_columns import check_columns
from salesdesk.office.inventory.price_filed import filed_level
from salesdesk.office.inventory.price_floors import check_lists
from salesdesk.office.inventory.price_law import check_filed, codes_of
from salesdesk.office.inventory.price_loading import load_units, places_of
from salesdesk.office.inventory.price_sheets import PriceReport
from salesdesk.office.inventory.price_tables import PriceEffect, PriceLine, PriceVersion
from salesdesk.office.inventory.pricing import NONE, Whole
from salesdesk.office.inventory.tables import Claim, PriceChange, Unit
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work


class PricesMoved(UserError):
    """What a version was made from is no longer what the units cost."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} units cost something else than when '{name}' was drafted, first {unit}.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Look at the comparison; confirm it as it is, or draft a new version."
    )


def check_meant(work: Work, version: PriceVersion) -> None:
    """Raise `PricesFarOff` where prices that *version* would change are far off."""
    table, lines = load_units(work, version.project_id), lines_of(work, version.id)
    at = places_of(table.units.ids, (line.unit_id for line in lines))
    prices = table.units.unit_prices.copy()
    prices[at] = _column(lines, 1)
    differs = (prices != table.units.unit_prices) & ~table.units.frozen
    check_columns(table, prices, differs)


def effect(
    work: Work, version: PriceVersion, *, confirmed: bool, signed: Request | None, meant: bool
) -> PriceReport:
    """Give the project's units the prices of *version*; units that somebody has keep theirs.

    Raises `PricesMoved` unless *confirmed*, `PricesFarOff` unless *meant*, what R-06 forbids, `ListBelowFloor`,
    and `PriceCutBeyondLimit` or, by a *signed* request, `BeyondSigner`.
    """
    session = work.session
    hold_units(work, version.project_id)
    table = load_units(work, version.project_id)
    units = table.units
    lines = lines_of(work, version.id)
    at = places_of(units.ids, (line.unit_id for line in lines))
    each = _column(lines, 1)
    totals, before = units.totals.copy(), units.totals
    totals[at] = _column(lines, 2)
    differs = np.zeros(len(units), dtype=np.bool_)
    differs[at] = (totals[at] != before[at]) | (each != units.unit_prices[at])
    changing = differs & ~units.frozen
    moved = np.zeros(len(units), dtype=np.bool_)
    moved[at] = _column(lines, 4) != before[at]
    if (moved & changing).any() and not confirmed:
        found = np.flatnonzero(moved & changing)
        raise PricesMoved(count=len(found), name=version.name, unit=units.codes[int(found[0])])
    if not meant:
        prices = units.unit_prices.copy()
        prices[at] = each
        check_columns(table, prices, changing)
    level = filed_level(session, version.project_id)
    band = int(setting(session, "filed_band_percent"))
    above, beyond = check_filed(units.codes, totals, table.filed, changing, band, level)
    check_lists(session, units.codes, units.ids, totals, changing)
    if signed is None:
        check_cuts(work, units, totals, changing)
    else:
        off = deepest(work, units, totals, changing)
        check_covered(work, standings(session, [signed])[0], off)
    frozen = codes_of(units.codes, differs & units.frozen)
    changed = int(changing.sum())
    session.add(
        PriceEffect(
            version_id=version.id, at=work.now, actor_id=work.actor, changed=changed,
            frozen=len(frozen),
        )
    )  # fmt: skip
    session.flush()
    _write(work, version)
    work.note(Topic.PRICE, version.id, effect=version.name, changed=changed, frozen=list(frozen))
    tell(work, [int(key) for key in units.ids[changing]])
    after = np.where(changing, totals, before)
    return PriceReport(
        version=version.id,
        units=len(lines),
        changed=changed,
        before_fen=_sum(before[at]),
        after_fen=_sum(after[at]),
        frozen=frozen,
        above_filed=above,
        beyond_band=beyond,
    )


def lines_of(work: Work, version: int) -> Sequence[Row[Any]]:
    """Give a version's lines by unit: id, prices (fen), prices before."""
    found: Any = work.session.connection().execute(
        select(
            PriceLine.unit_id,
            PriceLine.unit_price_fen,
            PriceLine.total_fen,
            PriceLine.before_unit_price_fen,
            PriceLine.before_total_fen,
        )
        .where(PriceLine.version_id == version)
        .order_by(PriceLine.unit_id)
    )
    lines: Sequence[Row[Any]] = found.all()
    return lines


def _write(work: Work, version: PriceVersion) -> None:
    """Write the prices that differ into units and their history, after the effect that they are of."""
    connection = work.session.connection()
    held = select(Claim.id).where(
        Claim.unit_id == PriceLine.unit_id,
        freezing(work.now),
    )
    wanted = (
        PriceLine.version_id == version.id,
        PriceLine.unit_id == Unit.id,
        or_(
            Unit.total_fen.is_distinct_from(PriceLine.total_fen),
            Unit.unit_price_fen.is_distinct_from(PriceLine.unit_price_fen),
        ),
        ~held.exists(),
    )
    connection.execute(
        insert(PriceChange).from_select(
            ["unit_id", "at", "actor_id", "unit_price_fen", "total_fen", "reason"],
            select(
                PriceLine.unit_id,
                literal(work.now, PriceChange.at.type),
                literal(work.actor, PriceChange.actor_id.type),
                PriceLine.unit_price_fen,
                PriceLine.total_fen,
                literal(version.name, PriceChange.reason.type),
            )
            .where(*wanted)
            .order_by(PriceLine.unit_id),
        )
    )
    connection.execute(
        update(Unit)
        .values(unit_price_fen=PriceLine.unit_price_fen, total_fen=PriceLine.total_fen)
        .where(*wanted)
    )


def _column(lines: Sequence[Row[Any]], place: int) -> Whole:
    return np.fromiter(
        (NONE if line[place] is None else line[place] for line in lines), np.int64, len(lines)
    )


def _sum(totals: Whole) -> int:
    return int(totals[totals > 0].sum())
