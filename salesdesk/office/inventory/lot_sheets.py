"""Frozen answers about lots and what they are bound to."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class LotLine:
    """A lot or home as the other one's panel, its deal and its paper name it. Area m², price fen."""

    unit: int
    code: str
    kind: str
    use: str
    gross_area: Decimal
    total_fen: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingCard:
    """What a unit is bound to: the home of a lot, or the lots of a home."""

    unit: int
    home: LotLine | None
    lots: tuple[LotLine, ...]
