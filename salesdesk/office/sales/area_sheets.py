"""Frozen answers about measured areas and their settlement."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypedDict


class Measured(TypedDict):
    """What was measured, beside what was agreed (m²)."""

    unit: str
    area: Decimal
    contract_area: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFacts:
    """How a deal stands after its home was measured; areas m², money fen.

    ``owed_fen`` is still to be settled: above 0 the buyer pays, below 0 the seller returns.
    ``settled`` is the number of the change that settled this measuring; empty: not settled yet.
    ``settled_fen`` is what changes have settled so far, signed alike.
    """

    contract_area: Decimal
    measured_area: Decimal
    measured_on: date
    source: str
    ratio: Decimal
    owed_fen: int
    settled_fen: int
    settled: str
    may_rescind: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLine:
    """One deal whose home was measured, as lists show it."""

    deal: int
    unit_id: int
    unit: str
    customer: str
    state: str
    area: AreaFacts
