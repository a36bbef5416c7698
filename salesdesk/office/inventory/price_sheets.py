"""Frozen answers about prices: versions, their lines, what an effect did, why a price is what it is."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.inventory.pricing_rules import PriceScheme, PriceStep


class VersionState(StrEnum):
    """Where a version stands, derived from its rows and the clock."""

    DRAFT = "draft"
    PLANNED = "planned"
    """Its time is still to come."""
    DUE = "due"
    """Its time has come, and nobody has put it into effect."""
    EFFECTIVE = "effective"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPrice:
    """One unit's price as somebody sets it (fen): a total, a price per m², or both."""

    unit: UnitId
    total: Fen | None = None
    unit_price: Fen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceVersionLine:
    """One version in the list. ``total_fen``: the sum of its lines."""

    id: int
    project: int
    name: str
    reason: str
    source: str
    state: VersionState
    author: str
    drafted_at: datetime
    effective_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    based_on: str
    units: int
    total_fen: int
    changed: int
    frozen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceLineCard:
    """One unit in a version: area m², money fen. ``after_fen``: what it costs, or will cost.

    ``frozen``: a claim lives on the unit, so that it keeps its price. ``moved``: its price has
    changed since the version was drafted. ``filed_fen`` and ``floor_fen``: None where there is none,
    or where the reader may not see it.
    """

    unit: int
    code: str
    building: str
    core: str
    floor: int
    number: str
    layout: str
    area: Decimal
    before_unit_price_fen: int | None
    before_fen: int | None
    unit_price_fen: int
    total_fen: int
    now_fen: int | None
    frozen: bool
    moved: bool
    filed_fen: int | None = None

    @property
    def difference_fen(self) -> int | None:
        """What the unit costs more than when the version was drafted (fen)."""
        return None if self.before_fen is None else self.total_fen - self.before_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceVersionSheet:
    """A version with its lines, by building, core, floor and number; its scheme, where one made it."""

    version: PriceVersionLine
    scheme: PriceScheme | None
    lines: tuple[PriceLineCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceReport:
    """What a draft holds or an effect did: money fen.

    ``frozen``: codes of units that keep their price. ``missing``: codes that a file does not name.
    ``above_filed`` and ``beyond_band``: codes that only a warning lets pass (R-06). ``below_floor``:
    codes of a draft that would cost less than their floor price, so that it takes no effect yet.
    """

    version: int
    units: int
    changed: int
    before_fen: int
    after_fen: int
    frozen: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    above_filed: tuple[str, ...] = ()
    beyond_band: tuple[str, ...] = ()
    below_floor: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorLine:
    """One unit's floor price (底价) beside its list price; fen, None where there is none."""

    unit: int
    code: str
    list_fen: int | None
    floor_fen: int | None
    floor_unit_price_fen: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceWhy:
    """Why a unit costs what it costs: fen; ``steps`` in points per m² (hundredths of a fen).

    ``version`` is empty where the price came from an import and no version since. ``exact`` tells
    that the steps lead to the present price; a price set by hand has none.
    """

    unit: int
    code: str
    area: Decimal
    unit_price_fen: int | None
    total_fen: int | None
    filed_fen: int | None
    version: str
    source: str
    since: datetime | None
    steps: tuple[PriceStep, ...] = ()
    exact: bool = False
