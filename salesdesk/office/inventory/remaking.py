"""Units become others before they have a price: neighbours are merged (合并), one is split (拆分).

The old ones stay as rows and in the journal, and are retired: they vanish from the board, from counts,
prices, imports and releases. The reverse step brings them back as long as nothing happened to the new.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import EVERYTHING, Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory import taking
from salesdesk.office.inventory.claims import Standing, end, open_claim, standing, standings, step
from salesdesk.office.inventory.codes import unit_code
from salesdesk.office.inventory.importing import Comparison
from salesdesk.office.inventory.lot_rules import LOTS, kind_of
from salesdesk.office.inventory.lot_tables import Binding
from salesdesk.office.inventory.price_tables import (
    FiledPrice,
    FloorPrice,
    PriceLine,
    PriceVersion,
    PriceWithdrawal,
)
from salesdesk.office.inventory.remaking_rules import LEAST_PARTS, MOST_PARTS, RemakeKind, Side
from salesdesk.office.inventory.remaking_tables import (
    UnitRemake,
    UnitRemakeLine,
    present,
    retired_units,
)
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.inventory.sheets import PriceRow
from salesdesk.office.inventory.tables import Building, Claim, PriceChange, ReleaseLine, Unit
from salesdesk.store.work import Work


class NotNeighbours(UserError):
    """Only units side by side become one."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{units} do not lie side by side on one floor of one core."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Choose neighbours that have the same use, no lots.")


class LotStays(UserError):
    """Parking and storage are not remade."""

    problem = QT_TRANSLATE_NOOP("errors", "{unit} is a lot: lots are neither merged nor split.")
    remedy = QT_TRANSLATE_NOOP("errors", "Import the lots anew as they are.")


class PricedAlready(UserError):
    """What has a price is sold as it is."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{unit} has a price already, or stands in a price draft."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Merge and split before pricing. Withdraw the draft where there is one."
    )


class OfferedBefore(UserError):
    """What was offered, or was somebody's, keeps its number."""

    problem = QT_TRANSLATE_NOOP("errors", "{unit} is {state}, or was offered or claimed before.")
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Only what is not released or held back, and never was more, becomes another unit.",
    )


class NumberTaken(UserError):
    """Two units of a project cannot share a number, not even with one that is no more."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The number gives {code}, which another unit has or had."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Choose another number. What was merged or split comes back under its old number with "
        "exactly the areas it had.",
    )


class AreasDiffer(UserError):
    """A split neither adds nor loses a square metre."""

    problem = QT_TRANSLATE_NOOP("errors", "The parts have {parts} m², {unit} has {whole} m².")
    remedy = QT_TRANSLATE_NOOP("errors", "Correct the parts until the sums are equal ({field}).")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPart:
    """A unit as a split makes it: its number on the floor, its areas (m²), its layout."""

    number: str
    gross_area: Decimal
    inside_area: Decimal | None = None
    layout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeUnits:
    """Make one unit, called *number*, of neighbours of one core and floor; its areas are their sums.

    Gives the new unit's id. It is held back where one of them was. Raises `NotNeighbours`,
    `LotStays`, `PricedAlready`, `OfferedBefore`, `NumberTaken`.
    """

    units: tuple[UnitId, ...]
    number: str
    layout: str = ""
    reason: str = ""

    def __call__(self, work: Work) -> int:
        number, reason = _named(self.number), text.clean(self.reason, "reason", 200)
        if not LEAST_PARTS <= len(set(self.units)) <= MOST_PARTS:
            raise BadEntry(field="units", value=len(set(self.units)), expected=f"2-{MOST_PARTS}")
        found = standings(work, sorted(set(self.units)))
        _check_neighbours(work, found)
        for at in found:
            step(work, at, RemakeKind.MERGE.value)
            _check_untouched(work, at)
        rows = [at.unit for at in found]
        inside = [row.inside_area for row in rows if row.inside_area is not None]
        ways = {row.orientation for row in rows}
        part = UnitPart(
            number=number,
            gross_area=sum((row.gross_area for row in rows), Decimal(0)),
            inside_area=sum(inside, Decimal(0)) if len(inside) == len(rows) else None,
            layout=text.clean(self.layout, "layout", 60),
        )
        way = ways.pop() if len(ways) == 1 else ""
        return _remake(work, RemakeKind.MERGE, found, [part], way, reason)[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitUnit:
    """Make several units of one, whose areas together are its own (m²); give their ids.

    They are held back where it was. Raises `LotStays`, `PricedAlready`, `OfferedBefore`,
    `AreasDiffer`, `NumberTaken`.
    """

    unit: UnitId
    parts: tuple[UnitPart, ...]
    reason: str = ""

    def __call__(self, work: Work) -> list[int]:
        reason = text.clean(self.reason, "reason", 200)
        if not LEAST_PARTS <= len(self.parts) <= MOST_PARTS:
            raise BadEntry(field="parts", value=len(self.parts), expected=f"2-{MOST_PARTS}")
        at = standing(work, self.unit)
        _check_lot(at.unit)
        step(work, at, RemakeKind.SPLIT.value)
        _check_untouched(work, at)
        parts = [_tidy(part) for part in self.parts]
        self._check_areas(at.unit, parts)
        way = at.unit.orientation
        return _remake(work, RemakeKind.SPLIT, [at], parts, way, reason)

    def _check_areas(self, row: Unit, parts: Sequence[UnitPart]) -> None:
        gross = sum((part.gross_area for part in parts), Decimal(0))
        if gross != row.gross_area:
            raise AreasDiffer(field="gross_area", unit=row.code, parts=gross, whole=row.gross_area)
        given = [part.inside_area for part in parts if part.inside_area is not None]
        inside = sum(given, Decimal(0)) if given else None
        if inside != row.inside_area or len(given) not in (0, len(parts)):
            raise AreasDiffer(
                field="inside_area", unit=row.code, parts=inside or 0, whole=row.inside_area or 0
            )


def _named(number: str) -> str:
    return text.required(number, "number", 20)


def _tidy(part: UnitPart) -> UnitPart:
    for field, area in (("gross_area", part.gross_area), ("inside_area", part.inside_area)):
        if area is None:
            continue
        if not area.is_finite() or area <= 0 or area != round(area, 2):
            raise BadEntry(
                field=field, value=area, expected="m² above 0 with two decimals at most"
            )
    if part.inside_area is not None and part.inside_area > part.gross_area:
        raise BadEntry(
            field="inside_area", value=part.inside_area, expected=f"0-{part.gross_area}"
        )
    return UnitPart(
        number=_named(part.number),
        gross_area=part.gross_area,
        inside_area=part.inside_area,
        layout=text.clean(part.layout, "layout", 60),
    )


def _check_lot(row: Unit) -> None:
    if kind_of(row.use) in LOTS:
        raise LotStays(unit=row.code)


def _check_neighbours(work: Work, found: Sequence[Standing]) -> None:
    rows = [at.unit for at in found]
    for row in rows:
        _check_lot(row)
    first = rows[0]
    floor = work.session.scalars(
        select(Unit.id)
        .where(
            Unit.building_id == first.building_id,
            Unit.core == first.core,
            Unit.floor == first.floor,
            present(),
        )
        .order_by(Unit.place, Unit.id)
    ).all()
    there = sorted(floor.index(row.id) for row in rows if row.id in floor)
    alike = len({row.use for row in rows}) == 1
    if not alike or len(there) != len(rows) or there[-1] - there[0] != len(rows) - 1:
        raise NotNeighbours(units=", ".join(row.code for row in rows))


def _check_untouched(work: Work, at: Standing) -> None:
    """Refuse what has a price or a draft of one, and what was ever more than held back."""
    session, unit = work.session, at.unit
    drafted = (
        select(PriceLine.version_id)
        .join(PriceVersion, PriceVersion.id == PriceLine.version_id)
        .outerjoin(PriceWithdrawal, PriceWithdrawal.version_id == PriceVersion.id)
        .where(PriceLine.unit_id == unit.id, PriceWithdrawal.version_id.is_(None))
    )
    priced = [select(kind.id).where(kind.unit_id == unit.id) for kind in (PriceChange, FiledPrice)]
    priced += [select(FloorPrice.id).where(FloorPrice.unit_id == unit.id), drafted]
    if unit.total_fen is not None or any(
        session.scalar(one.limit(1)) is not None for one in priced
    ):
        raise PricedAlready(unit=unit.code)
    known = [
        select(ReleaseLine.id).where(ReleaseLine.unit_id == unit.id),
        select(Claim.id).where(Claim.unit_id == unit.id, Claim.stage != UnitState.HELD_BACK.value),
        select(Binding.id).where(
            Binding.ended_at.is_(None),
            (Binding.home_id == unit.id) | (Binding.lot_id == unit.id),
        ),
    ]
    if any(session.scalar(one.limit(1)) is not None for one in known):
        raise OfferedBefore(unit=unit.code, state=at.state.value)


def _remake(
    work: Work,
    kind: RemakeKind,
    old: Sequence[Standing],
    parts: Sequence[UnitPart],
    orientation: str,
    reason: str,
) -> list[int]:
    """Retire *old*, make or bring back *parts*; give the ids of the latter."""
    first = old[0].unit
    building = work.session.get_one(Building, first.building_id)
    kept = next((at.claim.reason for at in old if at.claim is not None), None)
    codes = [unit_code(building.name, first.core, first.floor, part.number) for part in parts]
    if len(set(codes)) != len(codes):
        raise NumberTaken(field="number", code=next(c for c in codes if codes.count(c) > 1))
    back = {
        code: unit
        for code, part in zip(codes, parts, strict=True)
        if (unit := _earlier(work, first.project_id, code, part, old)) is not None
    }
    for at in old:
        if at.claim is not None:
            end(work, at.claim, kind.value)
    row = UnitRemake(
        project_id=first.project_id,
        kind=kind.value,
        at=work.now,
        actor_id=work.actor,
        reason=reason,
    )
    work.session.add(row)
    work.session.flush()
    gone = [at.unit.id for at in old]
    if kind is RemakeKind.MERGE:  # what is gone takes no place beside what is made
        _lines(work, row, gone, Side.FROM)
    added = [
        (code, _as_row(building.name, first, part, orientation))
        for code, part in zip(codes, parts, strict=True)
        if code not in back
    ]
    made = taking.take_in(work, first.project_id, Comparison(added=added), kind.value)
    ids = back | {code: unit for (code, _row), unit in zip(added, made, strict=True)}
    _lines(work, row, [ids[code] for code in codes], Side.INTO)
    if kind is RemakeKind.SPLIT:  # the one unit last: its area is held against the others'
        _lines(work, row, gone, Side.FROM)
    taking.put_in_order(work, first.project_id, first.building_id, first.core)
    if kept is not None:
        for at in standings(work, ids.values()):
            open_claim(work, at, UnitState.HELD_BACK, reason=kept)
    told = {"from": [at.unit.code for at in old], "into": codes}
    for unit in (*(at.unit.id for at in old), *ids.values()):
        work.note(Topic.UNIT, unit, **{kind.value: told})
    work.changes.add(EVERYTHING)  # boards, prices and counts alike: rows came and went
    return [ids[code] for code in codes]


def _lines(work: Work, row: UnitRemake, units: Sequence[int], side: Side) -> None:
    for unit in units:
        line = UnitRemakeLine(remake_id=row.id, unit_id=unit, side=side.value, at=row.at)
        work.session.add(line)
        work.session.flush()


def _earlier(
    work: Work, project: int, code: str, part: UnitPart, old: Sequence[Standing]
) -> int | None:
    """Give the retired unit that *code* brings back: one that became just what is taken away now.

    None: the code is new. Raises `NumberTaken` where another unit has it, or has other areas.
    """
    known = work.session.scalar(
        select(Unit).where(Unit.project_id == project, Unit.code == code).with_for_update()
    )
    if known is None:
        return None
    retired = work.session.scalar(retired_units().where(UnitRemakeLine.unit_id == known.id))
    if retired is not None:
        last = (
            select(UnitRemakeLine.remake_id)
            .where(UnitRemakeLine.unit_id == known.id)
            .order_by(UnitRemakeLine.remake_id.desc())
            .limit(1)
        )
        became = work.session.scalars(
            select(UnitRemakeLine.unit_id).where(
                UnitRemakeLine.remake_id == last.scalar_subquery(),
                UnitRemakeLine.side == Side.INTO.value,
            )
        )
        areas = (known.gross_area, known.inside_area)
        whole = set(became) == {at.unit.id for at in old}
        if whole and areas == (part.gross_area, part.inside_area):
            return known.id
    raise NumberTaken(field="number", code=code)


def _as_row(building: str, first: Unit, part: UnitPart, orientation: str) -> PriceRow:
    return PriceRow(
        building=building,
        core=first.core,
        floor=first.floor,
        number=part.number,
        gross_area=part.gross_area,
        inside_area=part.inside_area,
        unit_price_fen=None,
        total_fen=None,
        layout=part.layout,
        orientation=orientation,
        use=first.use,
        note="",
    )
