"""What R-06 says of a price: not above the filed one, nor beyond the city's band below it."""

from collections.abc import Sequence

import numpy as np

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.pricing import Mask, Whole
from salesdesk.office.inventory.rules import LawLevel


class AboveFiled(UserError):
    """Nothing is sold above its filed price (R-06)."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} units would cost more than their filed price (R-06), first {unit}: {price} yuan, filed {filed} yuan.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "File the higher prices first, or lower these in a new version."
    )


class BeyondBand(UserError):
    """A price too far below the filed one has to be filed anew (R-06)."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{count} units would cost over {percent} % less than filed (R-06), first {unit}: {price} yuan, filed {filed} yuan.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "File the lower prices first; the city's band is among the office settings."
    )


def judge(
    totals: Whole, filed: Whole, concerned: Mask, percent: int
) -> tuple[Mask, Mask]:  # fmt: skip
    """Give which units *concerned* would be above their filed total (fen), and beyond the band.

    *percent*: how far below the filed price is still free of a new filing.
    """
    with_filing = concerned & (filed > 0)
    above = with_filing & (totals > filed)
    below = with_filing & (totals * 100 < filed * (100 - percent))
    return above, below


def check_filed(
    codes: Sequence[str],
    totals: Whole,
    filed: Whole,
    concerned: Mask,
    percent: int,
    level: LawLevel,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Refuse what R-06 forbids (`AboveFiled`, `BeyondBand`) where the project's law pack blocks.

    Where it warns, give the codes of both kinds; where it is off, nothing.
    """
    if level is LawLevel.OFF:
        return (), ()
    above, below = judge(totals, filed, concerned, percent)
    if level is LawLevel.BLOCK:
        for found, refusal in ((above, AboveFiled), (below, BeyondBand)):
            if found.any():
                at = int(np.flatnonzero(found)[0])
                raise refusal(
                    count=int(found.sum()),
                    unit=codes[at],
                    price=format_yuan(int(totals[at])),
                    filed=format_yuan(int(filed[at])),
                    percent=percent,
                )
    return codes_of(codes, above), codes_of(codes, below)


def codes_of(codes: Sequence[str], mask: Mask) -> tuple[str, ...]:
    """Give the codes of *mask*."""
    return tuple(codes[at] for at in np.flatnonzero(mask).tolist())
