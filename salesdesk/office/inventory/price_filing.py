"""What is asked of a filing (备案): whether it changes what stands, and whether it is meant.

Decided 2026-11-27: no list price is above the filed one (R-06), so whoever changes what is filed moves
that law. A first filing is the manager's; to change one is a right of its own (`RefilePrices`).
"""

import numpy as np

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.price_far import TIMES, PricesFarOff
from salesdesk.office.inventory.price_loading import PriceTable
from salesdesk.office.inventory.pricing import NONE, Mask, Whole


class FilingStands(UserError):
    """What was filed with the authority is not filed otherwise by whoever files first."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} filed prices stand and would change, first {unit}: from {before} to {price} yuan.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "The general manager or his deputy records a new filing (RefilePrices). Or leave these units out.",
    )


class FilingFarOff(PricesFarOff):
    """A filed price far from the unit's list price is a slip of the keys more often than a filing."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} filed prices would be far from the list price, first {unit}: {price} yuan, listed at "
        "{median} yuan.",
    )


def check_stands(table: PriceTable, filed: Whole, new: Mask) -> None:
    """Refuse *filed* totals (fen) of *new* units that differ from what was filed (`FilingStands`)."""
    found = np.flatnonzero(new & (table.filed != NONE) & (table.filed != filed))
    if len(found):
        first = int(found[0])
        raise FilingStands(
            count=len(found), unit=table.units.codes[first],
            before=format_yuan(int(table.filed[first])), price=format_yuan(int(filed[first])),
        )  # fmt: skip


def check_filing_meant(table: PriceTable, filed: Whole, new: Mask) -> None:
    """Raise `FilingFarOff` for *filed* totals (fen) of *new* units less than half, or more than double, of the list."""
    listed = table.units.totals
    off = (filed * TIMES < listed) | (filed > listed * TIMES)
    found = np.flatnonzero(new & (listed != NONE) & off)
    if len(found):
        first = int(found[0])
        raise FilingFarOff(
            count=len(found), unit=table.units.codes[first],
            price=format_yuan(int(filed[first])), median=format_yuan(int(listed[first])),
        )  # fmt: skip
