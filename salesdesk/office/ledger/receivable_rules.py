"""How a price is paid over time: lines of a payment mode, what they make due, how money is spread.

Pure figures: whole fen, shares in hundredths of a percent (``_bp``), office days. Domain 1.8, 3.9.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.kernel.money import format_yuan

WHOLE_BP = 10_000
_MONTHS = 12


class DueEvent(StrEnum):
    """From when the days of a line are counted; *date*: on a day of its own."""

    SUBSCRIPTION = "subscription"
    SIGNING = "signing"
    FILING = "filing"
    DELIVERY = "delivery"
    PROGRESS = "progress"
    DATE = "date"


class MoneyKind(StrEnum):
    """What a line is paid for: parts of the price, what is collected for others (代收费用), a late fee (滞纳金)."""

    DOWN_PAYMENT = "down payment"
    INSTALMENT = "instalment"
    LOAN = "loan"
    FUND_LOAN = "fund loan"
    BALANCE = "balance"
    MAINTENANCE_FUND = "maintenance fund"
    DEED_TAX = "deed tax"
    REGISTRATION = "registration"
    LATE_FEE = "late fee"


FOR_OTHERS = frozenset({MoneyKind.MAINTENANCE_FUND, MoneyKind.DEED_TAX, MoneyKind.REGISTRATION})
"""Collected for others (代收)."""
BESIDE_PRICE = FOR_OTHERS | {MoneyKind.LATE_FEE}
"""Never part of the price."""
IN_MODES = tuple(kind for kind in MoneyKind if kind is not MoneyKind.LATE_FEE)
"""What a payment mode may ask for; a late fee follows from lateness alone."""
LOANS = frozenset({MoneyKind.LOAN, MoneyKind.FUND_LOAN})
"""Paid out by a bank or the fund."""


class Basis(StrEnum):
    """How a line's amount is reckoned.

    Of the price: a *share* (bp), an *amount* (fen), or the *rest*. For others: an *amount*, a *share*
    of the price, or an amount *per m2* (fen).
    """

    SHARE = "share"
    AMOUNT = "amount"
    REST = "rest"
    PER_M2 = "per m2"


class ModeDoesNotAddUp(UserError):
    """The lines of a payment mode make more, or less, than the price."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The lines of {mode} make {made} yuan of a price of {price} yuan."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Let the shares make 100 %, or let one line take the rest."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeLine:
    """One line of a payment mode.

    Due *days* after *event* (or *on* a day), in *instalments* equal parts *every_months* apart; a
    loan's amount is floored to *step_fen*. With *bands* the share of a line for others goes by area:
    (up to m², bp), the last one without a bound.
    """

    money: MoneyKind
    basis: Basis
    value: int = 0
    event: DueEvent = DueEvent.SIGNING
    days: int = 0
    on: date | None = None
    stage: str = ""
    """Of a *progress* event: the building's stage, as the office names it."""
    instalments: int = 1
    every_months: int = 1
    step_fen: int = 1
    bands: tuple[tuple[Decimal | None, int], ...] = ()

    @property
    def of_price(self) -> bool:
        """Whether the line is part of the price."""
        return self.money not in FOR_OTHERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One amount (fen) due on a day; without a day while its event has not come.

    *days* after the event, and *after_months* more.
    """

    money: MoneyKind
    amount_fen: int
    due_on: date | None
    event: DueEvent
    stage: str = ""
    days: int = 0
    after_months: int = 0


Happened = Mapping[tuple[DueEvent, str], date]
"""The days on which events came: (event, stage), the stage empty but for progress."""


def dues(
    mode: str, lines: Sequence[ModeLine], price_fen: int, area: Decimal, happened: Happened
) -> tuple[Due, ...]:
    """Give what the *lines* of *mode* make due of a price, lines in order, for a home of *area* m².

    What lies between a loan and its floor is paid with the first line of the price; what halves of a
    fen leave over goes to the last one that is no loan. Raises `ModeDoesNotAddUp`, `BadEntry`.
    """
    if price_fen <= 0:
        raise BadEntry(field="price", value=format_yuan(price_fen), expected="a price above 0")
    amounts = _amounts(mode, lines, price_fen, area)
    found: list[Due] = []
    for line, amount in zip(lines, amounts, strict=True):
        found += _parts(line, amount, happened)
    return tuple(due for due in found if due.amount_fen)


def _amounts(mode: str, lines: Sequence[ModeLine], price_fen: int, area: Decimal) -> list[int]:
    amounts = [0 if line.basis is Basis.REST else _own(line, price_fen, area) for line in lines]
    ours = [at for at, line in enumerate(lines) if line.of_price]
    rests = [at for at in ours if lines[at].basis is Basis.REST]
    left = price_fen - sum(amounts[at] for at in ours)
    shares_only = all(lines[at].basis is Basis.SHARE for at in ours)
    even = shares_only and sum(lines[at].value for at in ours) == WHOLE_BP
    if len(rests) > 1 or left < 0 or not ours or not (rests or even or left == 0):
        made = format_yuan(price_fen - left)
        raise ModeDoesNotAddUp(mode=mode, made=made, price=format_yuan(price_fen))
    amounts[rests[0] if rests else _last(lines, ours)] += left
    for at in ours:
        if lines[at].money in LOANS:
            over = amounts[at] % lines[at].step_fen
            amounts[at] -= over
            amounts[_first(lines, ours)] += over
    return amounts


def _own(line: ModeLine, price_fen: int, area: Decimal) -> int:
    match line.basis:
        case Basis.AMOUNT:
            return line.value
        case Basis.PER_M2:
            return _half_up(area * line.value)
        case _:
            share = line.value
            if line.bands:
                share = next(bp for most, bp in line.bands if most is None or area <= most)
            exact = Decimal(price_fen) * share / WHOLE_BP
            # Parts of the price are cut, and the last one gets what is over: never more than the price.
            return int(exact) if line.of_price else _half_up(exact)


def _first(lines: Sequence[ModeLine], ours: Sequence[int]) -> int:
    return next((at for at in ours if lines[at].money not in LOANS), ours[0])


def _last(lines: Sequence[ModeLine], ours: Sequence[int]) -> int:
    return next((at for at in reversed(ours) if lines[at].money not in LOANS), ours[-1])


def _parts(line: ModeLine, amount: int, happened: Happened) -> list[Due]:
    """Give a line's instalments, all alike but the last, which takes what is over."""
    came = line.on if line.event is DueEvent.DATE else happened.get((line.event, line.stage))
    each = amount // line.instalments
    return [
        Due(
            money=line.money,
            amount_fen=each if part < line.instalments - 1 else amount - each * part,
            due_on=None if came is None else due_day(came, line.days, part * line.every_months),
            event=line.event,
            stage=line.stage,
            days=line.days,
            after_months=part * line.every_months,
        )
        for part in range(line.instalments)
    ]


def due_day(came: date, days: int, months: int) -> date:
    """Give the day *days* after an event, and *months* after that: the last one of a shorter month."""
    return _months_after(came + timedelta(days=days), months)


def _months_after(day: date, months: int) -> date:
    """Give the same day of a later month, its last one where it is shorter."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def spread(amounts: Sequence[int], paid_fen: int) -> tuple[tuple[int, ...], int]:
    """Spread money over open *amounts* (fen), the first ones first; give the parts and what is over."""
    left, parts = paid_fen, []
    for amount in amounts:
        part = min(amount, left)
        parts.append(part)
        left -= part
    return tuple(parts), left


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """A line that was due, and how much of it was paid (fen)."""

    due: Due
    paid_fen: int


def rescheduled(old: Sequence[Paid], new: Sequence[Due]) -> tuple[Due, ...]:
    """Give what is due once *new* takes the place of *old*: what was paid stays, the rest is new.

    Paid lines stay as they are, partly paid ones are cut to what was paid; the same money is taken
    off the first lines of *new*: of the price off the price, of each kind for others off that kind.
    """
    kept = [replace(line.due, amount_fen=line.paid_fen) for line in old if line.paid_fen]
    left: dict[MoneyKind | None, int] = {}
    for due in kept:
        left[_pot(due)] = left.get(_pot(due), 0) + due.amount_fen
    rest = []
    for due in new:
        taken = min(due.amount_fen, left.get(_pot(due), 0))
        left[_pot(due)] = left.get(_pot(due), 0) - taken
        if due.amount_fen > taken:
            rest.append(replace(due, amount_fen=due.amount_fen - taken))
    return (*kept, *rest)


def _pot(due: Due) -> MoneyKind | None:
    """Give what a line's money may be taken for: the price as a whole, or one kind for others."""
    return due.money if due.money in FOR_OTHERS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateTerms:
    """What a contract says of late payment (违约金): per ten-thousand a day, days of grace, a cap.

    ``cap_percent`` of the amount due (0: none); after R-23 a court cuts what goes far beyond the loss.
    """

    per_myriad: Decimal
    grace_days: int = 0
    cap_percent: int = 0


def shortfall(
    amount_fen: int, payments: Sequence[tuple[date, int]], since: date, until: date
) -> int:
    """Give what was open of *amount_fen* on each day after *since* to *until*, added up (fen x days).

    *payments* are (day, fen) towards it, together no more than it; the day of a payment still counts.
    """
    days = (until - since).days
    if days <= 0:
        return 0
    spared = sum(fen * max(0, (until - max(day, since)).days) for day, fen in payments)
    return amount_fen * days - spared


def late_fee(
    amount_fen: int,
    due_on: date,
    payments: Sequence[tuple[date, int]],
    until: date,
    terms: LateTerms,
    *,
    since: date | None = None,
    fixed_fen: int = 0,
) -> int:
    """Give the fee (fen) on one period's shortfall, to *until* (3.9).

    Counted from the second day, the one after *due_on*, to the day of payment, both included; where
    *fixed_fen* of it stands fixed to the day *since*, what ran after that, within what the cap leaves.
    *payments* are (day, fen) towards this period. Paid whole within the days of grace nothing is due;
    later, everything from the second day on.
    """
    graced = due_on + timedelta(days=terms.grace_days)
    by_then = sum(fen for day, fen in payments if day <= graced)
    if until <= graced or by_then >= amount_fen:
        return 0
    weighed = shortfall(amount_fen, payments, since or due_on, until)
    fee = _half_up(Decimal(weighed) * terms.per_myriad / WHOLE_BP)
    if not terms.cap_percent:
        return fee
    return min(fee, max(0, amount_fen * terms.cap_percent // 100 - fixed_fen))


def _half_up(exact: Decimal) -> int:
    return int(exact.to_integral_value(ROUND_HALF_UP))
