"""A building made from floors and a pattern of units per floor, without any file."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.inventory.codes import unit_code
from salesdesk.office.inventory.sheets import PriceRow

MOST_UNITS = 20_000
"""Units one pattern may make: far above the largest building."""
LARGEST_AREA = 100_000
"""m² above which an area is a slip of the decimal point."""


class PatternError(UserError):
    """A pattern that makes no building."""

    problem = QT_TRANSLATE_NOOP("errors", "This pattern makes no building.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check floors, cores and the units of a floor.")


class BuildingUnnamed(PatternError):
    """No name for the building."""

    problem = QT_TRANSLATE_NOOP("errors", "The building has no name.")
    remedy = QT_TRANSLATE_NOOP("errors", "Enter one, for example 3栋.")


class NoFloors(PatternError):
    """No floor is left, or one comes twice."""

    problem = QT_TRANSLATE_NOOP("errors", "No floor is left to build, or one is named twice.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check first floor, last floor and the floors left out.")


class NoUnitsOnFloor(PatternError):
    """A pattern without units, or without cores."""

    problem = QT_TRANSLATE_NOOP("errors", "The pattern has no unit on a floor.")
    remedy = QT_TRANSLATE_NOOP("errors", "Add at least one unit and one core (it may be unnamed).")


class TooManyUnits(PatternError):
    """More units than any building has."""

    problem = QT_TRANSLATE_NOOP("errors", "The pattern makes {count} units, at most {most}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Check the floors; make large projects building by building."
    )


class UnitTwiceInPattern(PatternError):
    """Two units of a floor would be the same one."""

    problem = QT_TRANSLATE_NOOP("errors", "The pattern makes the unit {code} twice.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Give every unit of a floor and every core its own number."
    )


class BadPatternArea(PatternError):
    """An area of nought, below, or far too large, or inside above gross."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The areas of unit {number} cannot be right: {areas} m²."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "The gross area is above zero and not below the inside area."
    )


class BadPatternPrice(PatternError):
    """A unit price that is nought or below on some floor."""

    problem = QT_TRANSLATE_NOOP("errors", "On floor {floor} unit {number} would have no price.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the price of the lowest floor and the floor step.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternUnit:
    """One unit of every floor: areas m², price of the lowest floor and step per floor in fen/m².

    ``number`` is the room without its floor (01). Without ``unit_price_fen`` the units have no price:
    they are priced later, by a list or a version.
    """

    number: str
    gross_area: Decimal
    unit_price_fen: int | None = None
    inside_area: Decimal | None = None
    floor_step_fen: int = 0
    layout: str = ""
    orientation: str = ""
    use: str = ""


def floors(first: int, last: int, skipped: Collection[int] = ()) -> tuple[int, ...]:
    """Give the floors from *first* to *last* without nought and the *skipped* ones (4, 13, 14)."""
    return tuple(f for f in range(first, last + 1) if f != 0 and f not in skipped)


def generate(
    building: str,
    *,
    floors: Sequence[int],
    pattern: Sequence[PatternUnit],
    cores: Sequence[str] = ("1单元",),
    flat: Collection[int] = (),
) -> tuple[PriceRow, ...]:
    """Give the units of *building*: every core has every floor, every floor the whole *pattern*.

    The unit price rises by the unit's step with each floor built, except onto the *flat* floors (in
    real lists the step to an unlucky number and to the top is nought, domain 5.4). The total is left
    to the project's rounding. Raises the `PatternError` family.
    """
    name = building.strip()
    if not name:
        raise BuildingUnnamed
    if not floors or len(set(floors)) != len(floors):
        raise NoFloors
    if not pattern or not cores:
        raise NoUnitsOnFloor
    count = len(floors) * len(pattern) * len(cores)
    if count > MOST_UNITS:
        raise TooManyUnits(count=count, most=MOST_UNITS)
    for unit in pattern:
        _check_areas(unit)
    rows = []
    codes: set[str] = set()
    for core in (core.strip() for core in cores):
        steps = -1
        for floor in sorted(floors):
            steps += floor not in flat or steps < 0
            for unit in pattern:
                code = unit_code(name, core, floor, unit.number)
                if code in codes:
                    raise UnitTwiceInPattern(code=code)
                codes.add(code)
                rows.append(_row(name, core, floor, unit, steps))
    return tuple(rows)


def copy_building(rows: Iterable[PriceRow], building: str) -> tuple[PriceRow, ...]:
    """Give the same units under the name of another *building*; `BuildingUnnamed` without one."""
    name = building.strip()
    if not name:
        raise BuildingUnnamed
    return tuple(replace(row, building=name, sheet="", line=0) for row in rows)


def _check_areas(unit: PatternUnit) -> None:
    inside = unit.inside_area
    gross = unit.gross_area
    if not 0 < gross <= LARGEST_AREA or (inside is not None and not 0 < inside <= gross):
        areas = f"{gross}" if inside is None else f"{gross} / {inside}"
        raise BadPatternArea(number=unit.number, areas=areas)


def _row(building: str, core: str, floor: int, unit: PatternUnit, steps: int) -> PriceRow:
    price = unit.unit_price_fen
    if price is not None:
        price += steps * unit.floor_step_fen
        if price <= 0:
            raise BadPatternPrice(floor=floor, number=unit.number)
    return PriceRow(
        building=building,
        core=core,
        floor=floor,
        number=unit.number.strip(),
        gross_area=unit.gross_area,
        inside_area=unit.inside_area,
        unit_price_fen=price,
        layout=unit.layout,
        orientation=unit.orientation,
        use=unit.use,
    )
