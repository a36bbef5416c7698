"""Frozen answers about a buyer's default: a notice's facts, its line in lists, its paper."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypedDict


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """The notice under which a deal stands: what is overdue since when, until when there is grace.

    ``days_left`` of grace, the last day being 0; below 0, and ``over``: the grace is past.
    """

    id: int
    number: str
    overdue: str
    since: date
    last_day: date
    days_left: int
    over: bool
    at: datetime
    served_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One notice of default as lists show it; ``standing`` until it was lifted, or ended by itself."""

    id: int
    number: str
    deal: int
    unit_id: int
    unit: str
    customer: str
    overdue: str
    since: date
    last_day: date
    days_left: int
    over: bool
    at: datetime
    by: str
    served_by: str
    why: str
    standing: bool
    lifted_at: datetime | None = None
    lifted_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeSheet:
    """Everything a notice of default prints (催告函), stored with its number; money fen, days ISO.

    ``kept_fen`` and ``returned_fen``: what would become of the money paid (R-09, R-10). ``number``
    is empty on a draft.
    """

    number: str
    at: str
    company: str
    company_address: str
    company_phone: str
    project: str
    unit_code: str
    agreement: str
    agreed_on: str
    buyers: tuple[str, ...]
    addresses: tuple[str, ...]
    price_fen: int
    paid_fen: int
    overdue: str
    payment: str
    amount_fen: int
    since: str
    days_over: int
    grace_days: int
    last_day: str
    kept_fen: int
    returned_fen: int
    why: str
    served_by: str
    made_by: str
    practice: bool = False

    def numbered(self, number: str) -> "NoticeSheet":
        """Give the same sheet under its number."""
        return replace(self, number=number)


class Noticed(TypedDict):
    """The answer to a notice: its number, the last day of grace."""

    notice: str
    unit: str
    last_day: date
