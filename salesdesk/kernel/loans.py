"""What a loan costs a month: equal instalments (等额本息) and equal principal (等额本金).

Amounts are whole fen, rates are yearly in millionths (``rate_ppm``: 3.1 % is 31_000), months are
counted from 1. Every instalment is rounded half-up to the fen; the
last one settles what is left, so that principal parts always sum to the loan.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

LONGEST_MONTHS = 480
_CONTEXT = Context(prec=40)
_YEAR_PARTS = 12
_WHOLE_RATE = 1_000_000


class Method(StrEnum):
    """How a loan is paid back."""

    EQUAL_INSTALMENT = "equal_instalment"
    EQUAL_PRINCIPAL = "equal_principal"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One month: what is paid, of it principal and interest, and what is owed afterwards (fen)."""

    month: int
    paid_fen: int
    principal_fen: int
    interest_fen: int
    left_fen: int


@dataclass(frozen=True, slots=True)
class LoanCost:
    """A whole loan: first and last month's instalment, all interest, all that is paid (fen)."""

    method: Method
    months: int
    first_fen: int
    last_fen: int
    interest_fen: int
    paid_fen: int


def instalments(loan_fen: int, rate_ppm: int, months: int, method: Method) -> Iterator[Instalment]:
    """Give every month's instalment of a loan, in order.

    Raises ValueError for a loan below 0, a rate below 0 or months outside 1-480.
    """
    if loan_fen < 0 or rate_ppm < 0 or not 1 <= months <= LONGEST_MONTHS:
        raise ValueError((loan_fen, rate_ppm, months))
    rate = _CONTEXT.divide(Decimal(rate_ppm), Decimal(_WHOLE_RATE * _YEAR_PARTS))
    level = _level(loan_fen, rate, months) if method is Method.EQUAL_INSTALMENT else 0
    part, left = _fen(Decimal(loan_fen) / months), loan_fen
    for month in range(1, months + 1):
        interest = _fen(_CONTEXT.multiply(Decimal(left), rate))
        principal = level - interest if method is Method.EQUAL_INSTALMENT else part
        principal = left if month == months else max(0, min(principal, left))
        left -= principal
        yield Instalment(month, principal + interest, principal, interest, left)


def cost(loan_fen: int, rate_ppm: int, months: int, method: Method) -> LoanCost:
    """Give what a loan costs in all; raises ValueError as `instalments`."""
    lines = list(instalments(loan_fen, rate_ppm, months, method))
    interest = sum(line.interest_fen for line in lines)
    return LoanCost(
        method, months, lines[0].paid_fen, lines[-1].paid_fen, interest, loan_fen + interest
    )


def _level(loan_fen: int, rate: Decimal, months: int) -> int:
    """Give the equal instalment: loan x r x (1+r)^n / ((1+r)^n - 1)."""
    if rate == 0:
        return _fen(Decimal(loan_fen) / months)
    grown = _CONTEXT.power(1 + rate, months)
    return _fen(_CONTEXT.divide(Decimal(loan_fen) * rate * grown, grown - 1))


def _fen(exact: Decimal) -> int:
    return int(exact.to_integral_value(ROUND_HALF_UP))
