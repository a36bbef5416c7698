"""Far prices among columns of thousands: see `price_far` for what is far."""

import numpy as np

from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.price_far import FEW, TIMES, PricesFarOff
from salesdesk.office.inventory.price_loading import PriceTable
from salesdesk.office.inventory.pricing import Mask, Whole


def check_columns(table: PriceTable, prices: Whole, changing: Mask) -> None:
    """Raise `PricesFarOff` where *prices* (fen per m²) that are *changing* are far off.

    Their neighbours are all units of the kind at their price of then; what they are far from else is
    the price that they have now.
    """
    usual = np.zeros(len(prices), np.int64)
    for kind in np.unique(table.kinds[changing]):
        alike = (table.kinds == kind) & (prices > 0)
        if np.count_nonzero(alike) >= FEW:
            usual[alike] = int(np.median(prices[alike]))
    off = changing & _far(prices, usual)
    moved = changing & ~off & _far(prices, table.units.unit_prices)
    found = np.flatnonzero(off | moved)
    if not len(found):
        return
    first = int(found[0])
    than = usual[first] if off[first] else table.units.unit_prices[first]
    raise PricesFarOff(
        count=len(found),
        unit=table.units.codes[first],
        price=format_yuan(int(prices[first])),
        median=format_yuan(int(than)),
    )


def _far(prices: Whole, than: Whole) -> Mask:
    known = (than > 0) & (prices > 0)
    return known & ((prices * TIMES < than) | (prices > than * TIMES))
