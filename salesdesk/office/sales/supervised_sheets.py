"""Frozen facts about the supervised account: the bank's lines, moneys, and how they go together."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from salesdesk.kernel.keys import Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """One line of a bank's file: ``amount`` below nothing went out, ``line`` is its row in the file."""

    reference: str
    on: date
    amount: Fen
    payer: str = ""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementHeading:
    """Under which heading a field stands in a bank's file."""

    field: str
    heading: str


class Grade(StrEnum):
    """How surely a line of the bank is a certain money; a person says so in any case."""

    EXACT = "exact"
    PROBABLE = "probable"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """A supervised account: its lines of the bank and sums (fen), what waits on either side."""

    id: int
    project: str
    bank: str
    number: str
    headings: tuple[StatementHeading, ...]
    lines: int
    in_fen: int
    unmatched: int
    unmatched_fen: int
    outside: int
    outside_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLine:
    """One tender of a receipt (fen): collected, and not yet found in the supervised account.

    ``days``: since it was collected.
    """

    id: int
    receipt: str
    receipt_id: int
    day: date
    days: int
    unit: str
    payer: str
    customer: str
    tender: str
    reference: str
    amount_fen: int
    cashier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLine:
    """One line of the bank (fen) without a match, and the money that it may be.

    ``tender_id`` None: no money suggests itself. Lines paid out are never matched.
    """

    id: int
    reference: str
    day: date
    amount_fen: int
    payer: str
    note: str
    tender_id: int | None = None
    grade: Grade | None = None
    receipt: str = ""
    unit: str = ""
    customer: str = ""
    collected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedLine:
    """One tender (fen) that is in the account, with the bank's line and who said so."""

    id: int
    line_id: int
    reference: str
    day: date
    payer: str
    receipt: str
    unit: str
    customer: str
    collected_on: date
    amount_fen: int
    at: datetime
    actor: str
