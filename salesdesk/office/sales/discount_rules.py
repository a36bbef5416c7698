"""What a discount takes off a list price, step by step: pure figures, whole fen.

A deal's discounts are taken in their order. Each step starts from what the one before left and is
rounded by the project's rule, so that the printed steps add up to the printed price.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import (
    Rounding,
    format_yuan,
    total_from_unit_price,
    unit_price_from_total,
)
from salesdesk.office.staff.limit_rules import WHOLE_BP, off_bp


class DiscountKind(StrEnum):
    """How a discount lowers the price (优惠方式)."""

    PERCENTAGE = "percentage"
    """打折: ``value`` basis points of the price remain (9800: 98 %)."""
    WAIVER = "waiver"
    """减免: ``value`` fen off the total."""
    PER_SQUARE_METRE = "per_square_metre"
    """单价优惠: ``value`` fen off the price of each m²."""
    FIXED_TOTAL = "fixed_total"
    """总价优惠 (一口价): the total becomes ``value`` fen."""


class DiscountNotSensible(UserError):
    """A discount that would raise the price, or take more than there is."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The discount {name} turns {before} yuan into {after} yuan."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "A discount lowers the price and leaves more than nothing; correct it."
    )


class DiscountStandsAlone(UserError):
    """An exclusive discount together with another."""

    problem = QT_TRANSLATE_NOOP("errors", "The discount {name} goes with no other discount.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose this one alone, or leave it out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """One discount as it is offered: what it takes off, and whether others may stand beside it."""

    name: str
    kind: DiscountKind
    value: int
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class PriceStep:
    """One line of a price sheet: a discount, the total before and after it (fen)."""

    name: str
    kind: DiscountKind
    value: int
    before_fen: int
    after_fen: int


@dataclass(frozen=True, slots=True)
class DiscountedPrice:
    """A price with its steps in order: what was listed, what remains (fen), and the share left."""

    list_total_fen: int
    total_fen: int
    unit_price_fen: int
    steps: tuple[PriceStep, ...]

    @property
    def off_fen(self) -> int:
        """What all discounts take off."""
        return self.list_total_fen - self.total_fen

    @property
    def off_bp(self) -> int:
        """What they take off, in basis points of the list price, rounded up: a limit is a limit."""
        return off_bp(self.list_total_fen, self.total_fen)


def discounted(
    list_total_fen: int, area: Decimal, discounts: Sequence[Discount], rounding: Rounding
) -> DiscountedPrice:
    """Take *discounts* off a list price in their order; *area* is in m².

    Raises `DiscountStandsAlone`, `DiscountNotSensible`.
    """
    alone = next((one for one in discounts if one.exclusive), None)
    if alone is not None and len(discounts) > 1:
        raise DiscountStandsAlone(name=alone.name)
    total, steps = list_total_fen, []
    for one in discounts:
        after = _after(total, area, one, rounding)
        if not 0 < after <= total:
            raise DiscountNotSensible(
                name=one.name, before=format_yuan(total), after=format_yuan(after)
            )
        steps.append(PriceStep(one.name, one.kind, one.value, total, after))
        total = after
    return DiscountedPrice(list_total_fen, total, unit_price_from_total(total, area), tuple(steps))


def _after(total_fen: int, area: Decimal, discount: Discount, rounding: Rounding) -> int:
    if discount.kind is DiscountKind.WAIVER:
        return total_fen - discount.value
    if discount.kind is DiscountKind.FIXED_TOTAL:
        return discount.value
    if discount.kind is DiscountKind.PER_SQUARE_METRE:
        off = total_from_unit_price(discount.value, area, rounding)
        return total_fen - off
    exact = Decimal(total_fen) * discount.value / WHOLE_BP
    # What a percentage leaves is rounded as the project rounds its totals.
    return total_from_unit_price(int(exact.to_integral_value(ROUND_HALF_UP)), Decimal(1), rounding)


def beyond(
    list_total_fen: int, total_fen: int, *, limit_bp: int | None, floor_fen: int | None
) -> tuple[str, ...]:
    """Say why a price needs signatures: codes ``limit`` and ``floor``; empty: it needs none.

    *limit_bp* is the most that the asker's role may take off, *floor_fen* the unit's floor price;
    None: none is set.
    """
    reasons = []
    if limit_bp is not None and off_bp(list_total_fen, total_fen) > limit_bp:
        reasons.append("limit")
    if floor_fen is not None and total_fen < floor_fen:
        reasons.append("floor")
    return tuple(reasons)
