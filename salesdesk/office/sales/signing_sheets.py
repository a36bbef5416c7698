"""Frozen answers about contracts."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractFacts:
    """What a deal has beyond its agreement, as far as it has come; empty where not yet."""

    contract: str = ""
    contract_fen: int = 0
    signed_on: date | None = None
    file_by: date | None = None
    deliver_by: date | None = None
    online: str = ""
    filing: str = ""
    filed_on: date | None = None
    delivered_on: date | None = None
    taken_by: str = ""


NO_CONTRACT = ContractFacts()
"""The facts of a deal that has not come so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingHold:
    """A hold whose time is nearly over: whose, of which unit, until when; ``minutes`` left."""

    unit_id: int
    unit: str
    customer: str
    until: datetime
    minutes: int


class SignedContract(TypedDict):
    """The answer to a signing: the contract's number, price (fen), by when it is filed."""

    contract: str
    unit: str
    price_fen: int
    signed_on: date
    file_by: date


class FiledContract(TypedDict):
    """The answer to a filing: its number and day, whether it came late (R-14)."""

    filing: str
    unit: str
    filed_on: date
    late: bool


class Delivered(TypedDict):
    """The answer to a handing over: when, to whom."""

    unit: str
    delivered_on: date
    taken_by: str
