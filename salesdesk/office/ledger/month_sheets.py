"""Frozen answers about closed months: the close as printed, the line of a list."""

from dataclasses import dataclass
from datetime import datetime

from salesdesk.office.ledger.close_sheets import KindSum


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTender:
    """One way of paying in a month (fen): taken, paid back, what the counts differed by."""

    kind: str
    taken_fen: int
    back_fen: int
    difference_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCashier:
    """What a cashier closed in a month (fen)."""

    name: str
    days: int
    taken_fen: int
    back_fen: int
    difference_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCloseSheet:
    """A month as it was closed (月结单), stored with the close: the sums of its closed days. Fen.

    ``moved``: what went from account to account without cash, by kind of movement.
    """

    company: str
    month: str
    at: str
    closed_by: str
    days: int
    tenders: tuple[MonthTender, ...]
    cashiers: tuple[MonthCashier, ...]
    kinds: tuple[KindSum, ...]
    moved: tuple[KindSum, ...]
    voids: int
    total_fen: int
    seal: int
    seal_hash: str
    practice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """A month in a list: closed, or what stands in the way (fen).

    ``open_days`` are the days still to be closed; ``over`` is whether the month has ended.
    """

    month: str
    id: int | None
    at: datetime | None
    closed_by: str
    days: int
    open_days: int
    over: bool
    taken_fen: int
    back_fen: int
