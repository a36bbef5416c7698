"""The buying plan (置业计划) as it is shown and printed: frozen, money fen, areas m²."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from salesdesk.office.sales.discount_rules import PriceStep
from salesdesk.office.sales.plan_rules import Fee, Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyingPlan:
    """What a home would cost a customer and how he would pay it; it is no offer."""

    project: str
    project_address: str
    company: str
    company_phone: str
    unit_id: int
    unit: str
    building: str
    core: str
    floor: int
    layout: str
    orientation: str
    use: str
    gross_area: Decimal
    inside_area: Decimal | None
    customer: str
    consultant: str
    list_total_fen: int
    list_unit_price_fen: int
    steps: tuple[PriceStep, ...]
    total_fen: int
    unit_price_fen: int
    mode: str
    mode_english: str
    mode_kind: str
    payment: Payment
    fees: tuple[Fee, ...]
    compared: bool
    """Whether the list price is struck through, as the "original price" of a comparison (R-08)."""
    warned: bool
    """Whether that comparison is one that the law pack only warns of."""
    made_on: date
    valid_until: date
    printed_at: str
    practice: bool

    @property
    def fees_fen(self) -> int:
        """All fees together."""
        return sum(fee.amount_fen for fee in self.fees)

    @property
    def due_first_fen(self) -> int:
        """The first payment and the fees."""
        return self.payment.first_fen + self.fees_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalPrice:
    """What a compared "old price" may be in a project now (R-08): fen per m².

    ``lowest_fen`` is None where nothing was sold there yet; ``since`` is the day of the deal that
    counts.
    """

    lowest_fen: int | None
    since: date | None
    level: str
