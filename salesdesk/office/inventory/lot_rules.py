"""What kind of thing a unit is, by its use as the price list says it: a home, a shop, or a lot.

Decided 2026-11-26: the kind is read from the use and not stored beside it, so the two cannot
disagree; a list that says 车位 has parking lots, whoever brought it in.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType


class UnitKind(StrEnum):
    """A home (住宅), a shop (商铺), a parking lot (车位) or a storage room (储藏室)."""

    HOME = "home"
    SHOP = "shop"
    PARKING = "parking"
    STORAGE = "storage"


KINDS: tuple[UnitKind, ...] = tuple(UnitKind)
"""The closed list, in the order of filters; a board column stores an index into it."""

LOTS: frozenset[UnitKind] = frozenset({UnitKind.PARKING, UnitKind.STORAGE})
"""The kinds that are lots: sold with a home or beside it, never counted among homes."""

LOT_KINDS: tuple[int, ...] = tuple(KINDS.index(kind) for kind in sorted(LOTS))
"""The same as indexes."""

_MARKS: Mapping[UnitKind, re.Pattern[str]] = MappingProxyType(
    {
        UnitKind.PARKING: re.compile(
            r"车位|車位|车库|車庫|停车|停車|\bparking|\bgarage|\bcar ?(?:park|space)|parkingow|garaż",
            re.IGNORECASE,
        ),
        UnitKind.STORAGE: re.compile(
            r"储藏|儲藏|贮藏|储物|杂物间|\bstorage|\bstore ?room|\bcellar|komórka", re.IGNORECASE
        ),
        UnitKind.SHOP: re.compile(r"商铺|商鋪|店铺|店面|商业|商業|\bshop|\bretail", re.IGNORECASE),
    }
)


@lru_cache(maxsize=4096)
def kind_of(use: str) -> UnitKind:
    """Give the kind that *use* names; what names none is a home.

    商住 and other mixed words that begin with a home's (住宅, 公寓, 别墅) stay a home: a villa with
    a garage is no garage.
    """
    if re.search(
        r"住宅|公寓|别墅|別墅|\bhome|\bresidential|\bapartment|\bvilla", use, re.IGNORECASE
    ):
        return UnitKind.HOME
    return next((kind for kind, mark in _MARKS.items() if mark.search(use)), UnitKind.HOME)
