"""Frozen answers about exchanges (换房): what may be had instead, and what it would cost."""

from dataclasses import dataclass
from decimal import Decimal

from salesdesk.office.inventory.lot_sheets import LotLine
from salesdesk.office.sales.discount_rules import PriceStep


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeChoice:
    """A unit that a deal may be exchanged for now: on offer, or reserved for the customer (fen, m²)."""

    unit: int
    code: str
    layout: str
    gross_area: Decimal
    total_fen: int
    reserved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeOffer:
    """What an exchange would cost now, nothing changed (fen).

    ``whole_fen`` is the new price with the ``lots`` that go with it, ``difference_fen`` how much more
    (below 0: less) than the old whole. Of ``carried_fen`` ``deposit_fen`` counts as deposit (R-09),
    and ``ahead_fen`` is paid ahead: what lay aside, and what is more than the new whole.
    """

    code: str
    list_fen: int
    price_fen: int
    steps: tuple[PriceStep, ...]
    lots: tuple[LotLine, ...]
    whole_fen: int
    difference_fen: int
    carried_fen: int
    deposit_fen: int
    ahead_fen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRef:
    """The deal on the other side of an exchange: its id, the unit's code, the agreement's number."""

    deal: int
    unit: str
    agreement: str
