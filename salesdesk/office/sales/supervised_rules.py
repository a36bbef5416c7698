"""Which money a line of the bank may be: a pure rule of amount, day and name."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from salesdesk.office.sales.supervised_sheets import BankLine, Grade, MoneyLine

EARLIER: Final = timedelta(days=1)
"""A bank may book money on the day before the receipt: the buyer paid first and came then."""
SOON: Final = timedelta(days=3)
LATEST: Final = timedelta(days=15)
_SHORTEST = 4
"""Fewest characters of a tender's reference that say anything."""


def grade_of(line: BankLine, money: MoneyLine) -> Grade | None:
    """Say how surely *line* is *money*; None: it is not.

    The amount is the same in any case. Exact: within three days, and named by payer, customer or the
    tender's own reference; probable: within fifteen days, or so named.
    """
    if line.amount_fen != money.amount_fen or line.day < money.day - EARLIER:
        return None
    wait = line.day - money.day
    named = _named(line, money)
    if named and wait <= SOON:
        return Grade.EXACT
    return Grade.PROBABLE if named or wait <= LATEST else None


def suggested(
    lines: Sequence[BankLine], moneys: Iterable[MoneyLine]
) -> dict[int, tuple[MoneyLine, Grade]]:
    """Give for each line (by id) the money that it most likely is; each money for one line only.

    Exact before probable, then the nearest day, then the older receipt.
    """
    by_amount: dict[int, list[MoneyLine]] = {}
    for money in moneys:
        by_amount.setdefault(money.amount_fen, []).append(money)
    pairs = sorted(
        (grade is not Grade.EXACT, abs(line.day - money.day), money.id, line.id, money, grade)
        for line in lines
        for money in by_amount.get(line.amount_fen, ())
        if (grade := grade_of(line, money)) is not None
    )
    found: dict[int, tuple[MoneyLine, Grade]] = {}
    taken: set[int] = set()
    for *_rank, line, money, grade in pairs:
        if line not in found and money.id not in taken:
            found[line] = (money, grade)
            taken.add(money.id)
    return found


def _named(line: BankLine, money: MoneyLine) -> bool:
    names = {_bare(money.payer), _bare(money.customer)} - {""}
    if _bare(line.payer) in names:
        return True
    reference = money.reference.strip()
    return len(reference) >= _SHORTEST and (reference in line.reference or reference in line.note)


def _bare(name: str) -> str:
    return "".join(name.split()).casefold()
