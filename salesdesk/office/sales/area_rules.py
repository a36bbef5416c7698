"""Settlement of areas after measuring (面积补差): the 3 % rule, 商品房销售管理办法 20."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from salesdesk.kernel.money import Rounding

TOLERANCE = Fraction(3, 100)
"""Up to 3 % either way the real area is paid for (办法 20)."""

_YUAN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSettlement:
    """What follows from a measured area: m², fen.

    ``owed_fen`` above 0 is the buyer's to pay, below 0 the seller's to return. ``within_fen`` is what the difference up to 3 % is worth, ``beyond_fen`` what the rest of it is: twice
    its price where the home is smaller; where it is larger the seller bears it, and it is 0.
    ``ratio`` is the error in percent of the contract's area, to two decimals.
    """

    contract_area: Decimal
    measured_area: Decimal
    ratio: Decimal
    within_fen: int
    beyond_fen: int
    owed_fen: int
    may_rescind: bool

    @property
    def difference(self) -> Decimal:
        """Measured less agreed, m²."""
        return self.measured_area - self.contract_area


def area_settlement(
    contract_area: Decimal, measured_area: Decimal, total_fen: int, rounding: Rounding
) -> AreaSettlement:
    """Settle *measured_area* against *contract_area* (m², both above 0) at *total_fen* for the latter.

    Within 3 % the real area is paid at the contract's price per m². Larger beyond it: the excess is the
    seller's account. Smaller beyond it: that part is returned double. Beyond 3 % either way the buyer may
    rescind instead. The sum is rounded once, by the project's *rounding*, and towards 0 as upwards.
    """
    agreed, real = Fraction(contract_area), Fraction(measured_area)
    error = (real - agreed) / agreed
    size = abs(error)
    near, far = min(size, TOLERANCE), max(size - TOLERANCE, Fraction(0))
    worth = total_fen * near
    further = total_fen * far * 2 if error < 0 else Fraction(0)
    whole = _rounded(worth + further, rounding)
    within = min(_rounded(worth, rounding), whole)
    return AreaSettlement(
        contract_area=contract_area,
        measured_area=measured_area,
        ratio=_percent(error),
        within_fen=within,
        beyond_fen=whole - within,
        owed_fen=whole if error > 0 else -whole,
        may_rescind=size > TOLERANCE,
    )


def _rounded(fen: Fraction, rounding: Rounding) -> int:
    """Round an amount that is not below 0."""
    if rounding is Rounding.FEN:
        return int(fen + Fraction(1, 2))
    yuan = fen / _YUAN
    return int(yuan if rounding is Rounding.YUAN_DOWN else yuan + Fraction(1, 2)) * _YUAN


def _percent(error: Fraction) -> Decimal:
    exact = Decimal(error.numerator * _YUAN) / Decimal(error.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
