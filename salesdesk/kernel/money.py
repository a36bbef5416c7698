"""Whole fen in, whole fen out: reading, writing, rounding and splitting amounts of money.

An amount is an ``int`` of fen everywhere; ``Decimal`` appears only at the edges and ``float`` never.
"""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import StrEnum

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError

LARGEST_FEN = 10**15
"""Ten trillion yuan: above it an entry is a slip of the finger (fen)."""

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋￥", "0123456789.,-+¥")


class NotAnAmount(UserError):
    """An entry that is no amount of yuan."""

    problem = QT_TRANSLATE_NOOP("errors", "'{value}' is not an amount of money.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Enter yuan with at most two decimals, for example 50000 or 1,234.56."
    )


class Rounding(StrEnum):
    """How a total is rounded when a file gives only a price per m²."""

    YUAN = "yuan"
    FEN = "fen"
    YUAN_DOWN = "yuan_down"


def parse_yuan(value: object) -> int:
    """Give the fen in *value* (yuan as text, int or Decimal); `NotAnAmount` where it is none."""
    if isinstance(value, bool | float):
        raise NotAnAmount(value=value)
    text = str(value).strip().translate(_FULL_WIDTH)
    text = text.removeprefix("¥").removesuffix("元").strip()
    plain = text.replace(",", "").replace("\u00a0", "").replace(" ", "")
    try:
        fen = Decimal(plain) * 100
    except ArithmeticError:  # no number, or 1e999999
        raise NotAnAmount(value=value) from None
    if not fen.is_finite() or abs(fen) > LARGEST_FEN or fen != fen.to_integral_value():
        raise NotAnAmount(value=value)
    return int(fen)


def to_yuan(fen: int) -> Decimal:
    """Give *fen* as yuan with two decimals."""
    return Decimal(fen) / 100


def format_yuan(fen: int) -> str:
    """Write *fen* as yuan for people: ``1,234,567.00``."""
    return f"{to_yuan(fen):,.2f}"


def total_from_unit_price(unit_price_fen: int, area: Decimal, rounding: Rounding) -> int:
    """Give the total (fen) of *area* m² at *unit_price_fen* per m², by the project's rule.

    Half-up to whole yuan is what published prices prove (domain 5.4): of 708 homes all fit.
    """
    exact = Decimal(unit_price_fen) * area
    if rounding is Rounding.FEN:
        return int(exact.to_integral_value(ROUND_HALF_UP))
    how = ROUND_HALF_UP if rounding is Rounding.YUAN else ROUND_DOWN
    return int((exact / 100).to_integral_value(how)) * 100


def unit_price_from_total(total_fen: int, area: Decimal) -> int:
    """Give the price per m² (fen, half-up) of *total_fen* over *area* m²."""
    return int((Decimal(total_fen) / area).to_integral_value(ROUND_HALF_UP))


def split(amount_fen: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Split *amount_fen* by *weights* without losing a fen; the last part takes the remainder."""
    whole = sum(weights)
    parts = [amount_fen * weight // whole for weight in weights]
    parts[-1] += amount_fen - sum(parts)
    return tuple(parts)
