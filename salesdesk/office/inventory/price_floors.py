"""How floor prices (底价) and list prices stand to one another, and who may lower a floor.

Decided 2026-11-26: a floor is never above the list price, and no list price is put below its floor:
such a unit could not be sold at its own price. Lowering one lets everybody sell below what only the
general manager's signature allowed before, so it is his right (`LowerFloorPrices`), not that of
whoever approves prices.
"""

from collections.abc import Sequence

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.inventory.price_law import codes_of
from salesdesk.office.inventory.price_tables import FloorPrice
from salesdesk.office.inventory.pricing import NONE, Mask, Whole

_NAMED = 5


class FloorAboveList(UserError):
    """A unit whose floor is above its list price could not be sold at its own price."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{count} floor prices would be above the list price: {units}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "A percentage is the difference from the list price: -7 for 7 % below it, 0 for the list "
        "price itself.",
    )


class FloorLowered(UserError):
    """Below the present floor the general manager signs each price; to lower it is his, too."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{count} floor prices would be lower than they are: {units}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "The general manager lowers floor prices. For one buyer, ask for the price instead.",
    )


class ListBelowFloor(UserError):
    """No list price is put below the unit's floor price."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{count} units would cost less than their floor price: {units}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Have the general manager lower the floor prices first, or leave these units as they are.",
    )


def floors_of(session: Session, ids: Whole) -> Whole:
    """Give the floor price (fen) of each unit of *ids*, the newest; -1 where none is set."""
    newest = select(func.max(FloorPrice.id)).group_by(FloorPrice.unit_id)
    rows = session.execute(
        select(FloorPrice.unit_id, FloorPrice.total_fen).where(FloorPrice.id.in_(newest))
    )
    known: dict[int, int] = dict(rows.all())
    return np.fromiter((known.get(key, NONE) for key in ids.tolist()), np.int64, len(ids))


def below_floors(
    session: Session, codes: Sequence[str], ids: Whole, totals: Whole, concerned: Mask
) -> tuple[str, ...]:
    """Give the codes of the units *concerned* whose *totals* (fen) would be below their floor price."""
    return codes_of(codes, concerned & (totals > 0) & (totals < floors_of(session, ids)))


def check_lists(
    session: Session, codes: Sequence[str], ids: Whole, totals: Whole, concerned: Mask
) -> None:
    """Refuse list prices (fen) of the units *concerned* that are below their floors (`ListBelowFloor`)."""
    _refuse(ListBelowFloor, below_floors(session, codes, ids, totals, concerned))


def check_listed(
    session: Session, codes: Sequence[str], ids: Sequence[int], totals: Sequence[int]
) -> None:
    """As `check_lists`, of units one by one, as a price list brings them."""
    keys, wanted = np.array(ids, dtype=np.int64), np.array(totals, dtype=np.int64)
    check_lists(session, codes, keys, wanted, np.ones(len(keys), dtype=np.bool_))


def check_floors(
    session: Session,
    codes: Sequence[str],
    ids: Whole,
    listed: Whole,
    floors: Whole,
    *,
    may_lower: bool,
) -> None:
    """Refuse new *floors* (fen) above the list price (`FloorAboveList`), or lower ones (`FloorLowered`)."""
    _refuse(FloorAboveList, codes_of(codes, (listed > 0) & (floors > listed)))
    if not may_lower:
        _refuse(FloorLowered, codes_of(codes, floors < floors_of(session, ids)))


def _refuse(refusal: type[UserError], found: Sequence[str]) -> None:
    if found:
        more = ", …" if len(found) > _NAMED else ""
        raise refusal(count=len(found), units=", ".join(found[:_NAMED]) + more)
