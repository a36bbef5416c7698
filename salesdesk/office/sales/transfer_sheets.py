"""Frozen answers about money that went from account to account without cash."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferLine:
    """One paired entry (fen): out of one account, into another; ``kind`` as the ledger calls it."""

    id: int
    day: date
    at: datetime
    kind: str
    unit: str
    customer: str
    debit: str
    credit: str
    amount_fen: int
    actor: str
