"""Frozen answers about refunds that are asked for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalLine:
    """A receipt that a refund rests on, whose original has to come back (fen)."""

    id: int
    number: str
    day: date
    payer: str
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundTerms:
    """What is asked of whoever pays a refund: signatures or not, whom, for which originals.

    ``invoices``: what came back for an invoice before has no original out there any more.
    """

    by_request: bool
    payees: tuple[str, ...]
    originals: tuple[OriginalLine, ...]
    invoices: tuple[str, ...]
