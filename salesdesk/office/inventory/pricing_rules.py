"""What a price scheme is made of: a base, differences (差价法) or factors (系数法), and rounding.

Plain values that a command, a stored version and the screen share; `pricing` works them out.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from salesdesk.kernel.money import Rounding

POINTS_PER_YUAN = 10_000
"""Inside a calculation a price per m² is a whole number of points: hundredths of a fen."""
PPM = 1_000_000
"""A factor is a whole number of millionths."""
LARGEST_PRICE = Decimal(10_000_000)
"""Yuan per m²: above it a price is a slip of the finger."""
LARGEST_FACTOR = Decimal(10)


class DifferenceKind(StrEnum):
    """What a difference is for: its word on the screen and in "why this price"."""

    FLOOR = "floor"
    ORIENTATION = "orientation"
    VIEW = "view"
    LAYOUT = "layout"
    NUMBER = "number"
    CORNER = "corner"
    BUILDING = "building"
    OTHER = "other"


class Method(StrEnum):
    """How a difference works on the price so far."""

    AMOUNT = "amount"
    """Yuan per m² are added (差价法)."""
    FACTOR = "factor"
    """The price is multiplied (系数法)."""


class Lead(StrEnum):
    """Which of the two figures is rounded first; the other follows from it."""

    TOTAL = "total"
    UNIT_PRICE = "unit price"


class Placement(StrEnum):
    """Where the residual of a reverse calculation goes."""

    LEAVE = "leave"
    DEAREST = "dearest"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRounding:
    """How a price is rounded: half-up, or ``down``, to whole steps of fen.

    With `Lead.TOTAL` the total is rounded and the price per m² follows to the fen; with
    `Lead.UNIT_PRICE` the price per m² is rounded first, then the total made from it.
    """

    lead: Lead = Lead.TOTAL
    total_step_fen: int = 100
    unit_step_fen: int = 1
    down: bool = False


STEPS_FEN: tuple[int, ...] = (1, 100, 1_000, 10_000, 100_000, 1_000_000)
"""Steps that may be chosen: a fen, a yuan, ten, a hundred, a thousand, ten thousand yuan."""


def rounding_of(rule: Rounding) -> PriceRounding:
    """Give a project's own rule for totals."""
    step = 1 if rule is Rounding.FEN else 100
    return PriceRounding(total_step_fen=step, down=rule is Rounding.YUAN_DOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One line of a scheme: which units, and what they get.

    ``amount`` is yuan per m² (four decimals at most) or a factor (six). An empty selector means
    all; floors are inclusive. ``per_floor``: the amount counts once for each floor above
    ``first_floor`` (层差), or above floor 1. ``numbers``: rooms without their floor (01).
    """

    kind: DifferenceKind
    amount: Decimal
    method: Method = Method.AMOUNT
    title: str = ""
    per_floor: bool = False
    first_floor: int | None = None
    last_floor: int | None = None
    buildings: tuple[str, ...] = ()
    cores: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()
    orientations: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceScheme:
    """A base price (yuan per m²), the differences in the order in which they work, the rounding."""

    base: Decimal
    differences: tuple[Difference, ...] = ()
    rounding: PriceRounding = PriceRounding()


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceStep:
    """One line of "why this price": what was added (points) or multiplied (ppm), and what came out.

    Prices in points per m²; ``kind`` is a `DifferenceKind`, or "base".
    """

    kind: str
    title: str
    method: Method
    value: int
    after: int
