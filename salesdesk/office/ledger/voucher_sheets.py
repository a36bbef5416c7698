"""Frozen accounting vouchers (记账凭证), and what is told of their runs; amounts in fen."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class VoucherPer(StrEnum):
    """What one voucher is written for."""

    DAY = "day"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCode:
    """Under which code and name an account of the ledger stands in the accountant's books."""

    account: str
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherLine:
    """One line of a voucher: on one of its sides; ``voucher`` counts the vouchers of a run from 1."""

    voucher: int
    day: date
    summary: str
    code: str
    name: str
    debit_fen: int
    credit_fen: int
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherSheet:
    """A run as it was exported: written once, given out the same however often."""

    per: str
    codes: tuple[AccountCode, ...]
    lines: tuple[VoucherLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherRunLine:
    """One run; ``amount_fen`` is each side's sum."""

    no: int
    first_on: date
    last_on: date
    per: str
    vouchers: int
    movements: int
    amount_fen: int
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchersWaiting:
    """What no run holds yet, of days that are over; None: nothing."""

    first_on: date | None
    last_on: date | None
    movements: int
    amount_fen: int
