"""Absorption by batch (去化率): fixed day, fixed denominator (domain 3.11).

The denominator is the batch as it was released: its units, their areas, and the list prices of that
moment. What joins the office later never joins it, and what is withdrawn later never leaves it. A
unit counts as sold at a moment where its release line of this very batch is in force and a claim
from the subscription on lives then; so a cancelled one counts no more, and a unit that was taken
back and released again counts for its new batch only.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import case, func, select

from salesdesk.kernel.calendar import day_bounds, day_of
from salesdesk.kernel.errors import BadEntry
from salesdesk.office.inventory.lot_rules import LOTS, kind_of
from salesdesk.office.inventory.queries import find_project, first_project
from salesdesk.office.inventory.rules import SOLD, UnitState
from salesdesk.office.inventory.tables import Claim, PriceChange, ReleaseBatch, ReleaseLine, Unit
from salesdesk.office.sales.deals import agreed_fen
from salesdesk.office.sales.tables import Agreement, Deal
from salesdesk.store.work import Reading

DAYS = (1, 7, 30, 90)
"""After how many days a batch is looked at, the day of its release being the first."""
_LONGEST = 3650
_STAGES = sorted(stage.value for stage in SOLD | {UnitState.SUBSCRIBED})


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsorptionMark:
    """What of a batch was sold by the end of its day *days* (None: by now); m², fen.

    ``list_fen`` is at the list prices of the release and makes the rate; ``deal_fen`` is what was
    agreed. Nothing is known where ``until`` is still to come: then ``units`` is None.
    """

    days: int | None
    until: datetime
    units: int | None
    area: Decimal = Decimal(0)
    list_fen: int = 0
    deal_fen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsorptionLine:
    """One batch: what it was at its release (units, m², fen at list price), and its marks."""

    batch: int
    name: str
    at: datetime
    units: int
    area: Decimal
    list_fen: int
    marks: tuple[AbsorptionMark, ...]


def rate(part: Decimal | int | None, whole: Decimal | int) -> Decimal | None:
    """Give *part* of *whole* in per cent with one decimal; None where there is nothing to divide."""
    if part is None or not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"))


def absorption(
    reading: Reading,
    project: int | None = None,
    days: tuple[int, ...] = DAYS,
    *,
    lots: bool = False,
) -> tuple[AbsorptionLine, ...]:
    """Give each release batch of a project (default the first) with its marks, oldest first.

    Homes and shops only, or *lots* only (parking, storage): the two are never one rate.
    Raises `BadEntry` for a number of days below 1.
    """
    if any(not 1 <= count <= _LONGEST for count in days):
        raise BadEntry(field="days", value=min(days), expected="a whole number")
    key = first_project(reading.session) if project is None else project
    find_project(reading.session, key)
    batches = reading.session.scalars(
        select(ReleaseBatch).where(ReleaseBatch.project_id == key).order_by(ReleaseBatch.id)
    ).all()
    lines, claims = _lines(reading, key, lots=lots), _claims(reading, key)
    return tuple(
        _line(reading, batch, lines[batch.id], claims, days)
        for batch in batches
        if batch.id in lines
    )


def _line(
    reading: Reading,
    batch: ReleaseBatch,
    lines: Sequence[Any],
    claims: dict[int, list[Any]],
    days: tuple[int, ...],
) -> AbsorptionLine:
    values = _values(reading, batch, [line.unit_id for line in lines])
    first = day_of(batch.at, reading.zone)
    moments: list[tuple[int | None, datetime]] = [
        (count, day_bounds(first + timedelta(days=count - 1), reading.zone)[1]) for count in days
    ]
    moments.append((None, reading.now))
    return AbsorptionLine(
        batch=batch.id,
        name=batch.name,
        at=batch.at,
        units=len(lines),
        area=sum((line.gross_area for line in lines), Decimal(0)),
        list_fen=sum(values[line.unit_id] for line in lines),
        marks=tuple(
            _mark(lines, claims, values, count, until)
            if count is None or until <= reading.now
            else AbsorptionMark(days=count, until=until, units=None)
            for count, until in moments
        ),
    )


def _mark(
    lines: Sequence[Any],
    claims: dict[int, list[Any]],
    values: dict[int, int],
    days: int | None,
    until: datetime,
) -> AbsorptionMark:
    sold = [
        (line, claim)
        for line in lines
        if line.ended_at is None or line.ended_at > until
        for claim in claims.get(line.unit_id, ())
        if claim.opened_at <= until and (claim.ended_at is None or claim.ended_at > until)
    ]
    return AbsorptionMark(
        days=days,
        until=until,
        units=len(sold),
        area=sum((line.gross_area for line, _claim in sold), Decimal(0)),
        list_fen=sum(values[line.unit_id] for line, _claim in sold),
        deal_fen=sum(claim.price or 0 for _line, claim in sold),
    )


def _lines(reading: Reading, project: int, *, lots: bool) -> dict[int, list[Any]]:
    """Give the release lines of each batch with their units' areas."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in reading.session.execute(
        select(
            ReleaseLine.batch_id, ReleaseLine.unit_id, ReleaseLine.ended_at,
            Unit.gross_area, Unit.use,
        )
        .join(Unit, Unit.id == ReleaseLine.unit_id)
        .where(Unit.project_id == project)
        .order_by(ReleaseLine.id)
    ):  # fmt: skip
        if (kind_of(row.use) in LOTS) is lots:
            found[row.batch_id].append(row)
    return found


def _claims(reading: Reading, project: int) -> dict[int, list[Any]]:
    """Give each unit's claims from the subscription on, with the price of their deals (fen)."""
    found: dict[int, list[Any]] = defaultdict(list)
    own = func.coalesce(agreed_fen(), Deal.list_total_fen)
    price = case((Deal.unit_id != Claim.unit_id, Unit.total_fen), else_=own).label("price")
    for row in reading.session.execute(
        select(Claim.unit_id, Claim.opened_at, Claim.ended_at, price)
        .join(Unit, Unit.id == Claim.unit_id)
        .outerjoin(Deal, Deal.id == Claim.deal_id)
        .outerjoin(Agreement, Agreement.deal_id == Deal.id)
        .where(Unit.project_id == project, Claim.stage.in_(_STAGES))
    ):
        found[row.unit_id].append(row)
    return found


def _values(reading: Reading, batch: ReleaseBatch, units: Sequence[int]) -> dict[int, int]:
    """Give the list prices (fen) at which a batch's units were released; undated: today's."""
    of_batch = select(ReleaseLine.unit_id).where(ReleaseLine.batch_id == batch.id)
    today = reading.session.execute(
        select(Unit.id, Unit.total_fen).where(Unit.id.in_(of_batch))
    ).all()
    values = {row.id: row.total_fen or 0 for row in today}
    for row in reading.session.execute(
        select(PriceChange.unit_id, PriceChange.total_fen)
        .where(PriceChange.unit_id.in_(of_batch), PriceChange.at <= batch.at)
        .order_by(PriceChange.id)
    ):
        values[row.unit_id] = row.total_fen
    return {unit: values[unit] for unit in units}
