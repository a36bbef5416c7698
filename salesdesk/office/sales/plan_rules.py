"""How a home is paid for in a buying plan (置业计划): pure figures, whole fen.

Shares and yearly rates are in hundredths of a percent (``_bp``: 3.10 % is 310).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, MissingEntry, UserError
from salesdesk.kernel.loans import LoanCost, Method, cost, instalments
from salesdesk.kernel.money import format_yuan

WHOLE_BP = 10_000
HIGHEST_RATE_BP = 2_400
"""24 % a year: what is typed above it is a slip of the finger."""
LARGE_HOME = Decimal(140)
"""Above so many m² the larger deed tax is due (财政部 税务总局 住房城乡建设部公告2024年第16号)."""
_PPM_PER_BP = 100
_MONTHS = 12


class LoanKind(StrEnum):
    """Who lends: a bank (商业贷款) or the provident fund (公积金贷款)."""

    COMMERCIAL = "commercial"
    PROVIDENT_FUND = "provident_fund"


class FeeKind(StrEnum):
    """What is paid besides the price, to others than the seller."""

    DEED_TAX = "deed_tax"
    MAINTENANCE_FUND = "maintenance_fund"
    REGISTRATION = "registration"


class FirstTooSmall(UserError):
    """Less is paid at first than the payment mode asks for."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{first} yuan is less than the {percent} % to be paid at first: {least} yuan."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Enter at least {least} yuan, or choose another mode.")


class FirstTooLarge(UserError):
    """More is paid at first than the home costs."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "A first payment of {first} yuan is more than the price of {price} yuan."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Enter the price at most.")


class LoanBeyondFund(UserError):
    """The provident fund does not lend as much."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The provident fund lends {most} yuan at most, not {loan} yuan."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Pay more at first, or choose the combined loan.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTerms:
    """What the office has set for buying plans: least first payments, rates, limits, fees (fen)."""

    first_bp: int
    fund_first_bp: int
    rate_bp: int
    fund_rate_bp: int
    longest_years: int
    loan_step_fen: int
    fund_most_fen: int
    """0: no limit is set."""
    deed_tax_bp: int
    deed_tax_large_bp: int
    maintenance_fen: int
    registration_fen: int
    valid_days: int

    def least_first_bp(self, mode_kind: str) -> int:
        """Give the share that a payment mode of *mode_kind* asks for at first."""
        if mode_kind == "lump_sum":
            return WHOLE_BP
        return self.fund_first_bp if mode_kind == LoanKind.PROVIDENT_FUND else self.first_bp


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWish:
    """What a customer wants to pay: a share or an amount at first, the fund's part, years, rates.

    None: as the office has set it.
    """

    first_bp: int | None = None
    first_fen: int | None = None
    fund_fen: int | None = None
    years: int | None = None
    rate_bp: int | None = None
    fund_rate_bp: int | None = None


class LoanFigures(NamedTuple):
    """The first month, what each month falls by, all interest, all that is paid back (fen)."""

    month_fen: int
    falls_fen: int
    interest_fen: int
    paid_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLoan:
    """One loan by both ways of paying it back; *step_fen*: what a month of equal principal falls by."""

    kind: LoanKind
    loan_fen: int
    rate_bp: int
    months: int
    level: LoanCost
    falling: LoanCost
    step_fen: int

    def figures(self, method: Method) -> "LoanFigures":
        """Give what the loan costs when it is paid back by *method*."""
        if method is Method.EQUAL_INSTALMENT:
            return LoanFigures(
                self.level.first_fen, 0, self.level.interest_fen, self.level.paid_fen
            )
        falling = self.falling
        return LoanFigures(
            falling.first_fen, self.step_fen, falling.interest_fen, falling.paid_fen
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """How a price is paid: at first, by loans, and what else is paid as agreed (fen)."""

    first_fen: int
    rest_fen: int
    loans: tuple[PlanLoan, ...]

    @property
    def loan_fen(self) -> int:
        """What is borrowed in all."""
        return sum(loan.loan_fen for loan in self.loans)

    def figures(self, method: Method) -> LoanFigures:
        """Give what all loans together cost when they are paid back by *method*."""
        parts = [loan.figures(method) for loan in self.loans]
        return LoanFigures(*(sum(one) for one in zip(*parts, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee in fen and what it is reckoned from: hundredths of a percent, or fen per m²."""

    kind: FeeKind
    amount_fen: int
    rate: int = 0


def pay(price_fen: int, mode_kind: str, wish: PlanWish, terms: PlanTerms) -> Payment:
    """Say how *price_fen* is paid in a payment mode (its ``kind``).

    A first payment given as a share, or left to the office, leaves a loan in whole
    ``loan_step_fen`` below it, as banks lend; one given as an amount is taken to the fen.
    Raises `FirstTooSmall`, `FirstTooLarge`, `LoanBeyondFund`, `BadEntry`, `MissingEntry`.
    """
    lends = mode_kind in {"mortgage", "provident_fund", "combined_loan"}
    first = _first(price_fen, mode_kind, wish, terms)
    rest = price_fen - first
    if not lends:
        return Payment(first_fen=first, rest_fen=rest, loans=())
    if wish.first_fen is None:
        rest -= rest % terms.loan_step_fen
        first = price_fen - rest
    years = terms.longest_years if wish.years is None else wish.years
    if not 1 <= years <= terms.longest_years:
        raise BadEntry(field="years", value=years, expected=f"1-{terms.longest_years}")
    fund = _fund_part(rest, mode_kind, wish, terms)
    parts = (
        (LoanKind.PROVIDENT_FUND, fund, _rate("fund_rate", wish.fund_rate_bp, terms.fund_rate_bp)),
        (LoanKind.COMMERCIAL, rest - fund, _rate("rate", wish.rate_bp, terms.rate_bp)),
    )
    loans = tuple(_loan(kind, loan, rate, years * _MONTHS) for kind, loan, rate in parts if loan)
    return Payment(first_fen=first, rest_fen=0, loans=loans)


def fees(price_fen: int, area: Decimal, terms: PlanTerms) -> tuple[Fee, ...]:
    """Give the fees that the office has set, for a home of *area* m²; what is set to 0 is left out."""
    deed = terms.deed_tax_large_bp if area > LARGE_HOME else terms.deed_tax_bp
    found = (
        Fee(
            kind=FeeKind.DEED_TAX, amount_fen=_half_up(Decimal(price_fen) * deed / WHOLE_BP),
            rate=deed,
        ),
        Fee(
            kind=FeeKind.MAINTENANCE_FUND, amount_fen=_half_up(area * terms.maintenance_fen),
            rate=terms.maintenance_fen,
        ),
        Fee(kind=FeeKind.REGISTRATION, amount_fen=terms.registration_fen),
    )  # fmt: skip
    return tuple(fee for fee in found if fee.amount_fen)


def _first(price_fen: int, mode_kind: str, wish: PlanWish, terms: PlanTerms) -> int:
    least_bp = terms.least_first_bp(mode_kind)
    least = -(-price_fen * least_bp // WHOLE_BP)
    if wish.first_fen is not None:
        first = wish.first_fen
    elif wish.first_bp is not None:
        if not 0 <= wish.first_bp <= WHOLE_BP:
            value = f"{Decimal(wish.first_bp) / 100:f}"
            raise BadEntry(field="first_percent", value=value, expected="0-100")
        first = -(-price_fen * wish.first_bp // WHOLE_BP)
    else:
        first = least
    if first > price_fen:
        raise FirstTooLarge(
            first=format_yuan(first), price=format_yuan(price_fen), field="first_amount"
        )
    if first < least:
        raise FirstTooSmall(
            first=format_yuan(first), percent=f"{least_bp / 100:g}", least=format_yuan(least),
            field="first_amount" if wish.first_fen is not None else "first_percent",
        )  # fmt: skip
    return first


def _fund_part(loan_fen: int, mode_kind: str, wish: PlanWish, terms: PlanTerms) -> int:
    """Give how much of a loan the provident fund lends."""
    if mode_kind == "mortgage":
        return 0
    most = terms.fund_most_fen
    if mode_kind == "provident_fund":
        fund = loan_fen
    elif wish.fund_fen is not None:
        fund = wish.fund_fen
        if not 0 <= fund <= loan_fen:
            expected = f"0-{format_yuan(loan_fen)}"
            raise BadEntry(field="fund_amount", value=format_yuan(fund), expected=expected)
    elif most:
        fund = min(most, loan_fen)
    else:
        raise MissingEntry(field="fund_amount")
    if most and fund > most:
        raise LoanBeyondFund(most=format_yuan(most), loan=format_yuan(fund), field="fund_amount")
    return fund


def _rate(field: str, wished: int | None, usual: int) -> int:
    rate = usual if wished is None else wished
    if not 0 <= rate <= HIGHEST_RATE_BP:
        value = f"{Decimal(rate) / 100:f}"
        raise BadEntry(field=field, value=value, expected=f"0-{HIGHEST_RATE_BP // 100}")
    return rate


def _loan(kind: LoanKind, loan_fen: int, rate_bp: int, months: int) -> PlanLoan:
    rate_ppm = rate_bp * _PPM_PER_BP
    falling = iter(instalments(loan_fen, rate_ppm, months, Method.EQUAL_PRINCIPAL))
    one, two = next(falling), next(falling)
    return PlanLoan(
        kind=kind,
        loan_fen=loan_fen,
        rate_bp=rate_bp,
        months=months,
        level=cost(loan_fen, rate_ppm, months, Method.EQUAL_INSTALMENT),
        falling=cost(loan_fen, rate_ppm, months, Method.EQUAL_PRINCIPAL),
        step_fen=one.paid_fen - two.paid_fen,
    )


def _half_up(exact: Decimal) -> int:
    return int(exact.to_integral_value(ROUND_HALF_UP))
