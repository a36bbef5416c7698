"""Frozen answers about closed days: the close as printed, the line of a list, what is still open."""

from dataclasses import dataclass
from datetime import date, datetime

from salesdesk.office.ledger.sheets import TenderLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceLine:
    """How many of one note or coin were counted; the piece in fen."""

    piece_fen: int
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedTender:
    """One way of paying on a closed day (fen): taken, paid back, and what was there of the day.

    Of cash that is the drawer with what went to the bank, without what lay there before the day and
    what came in after it; of the others what their slips add up to.
    """

    kind: str
    taken_fen: int
    back_fen: int
    counted_fen: int

    @property
    def difference_fen(self) -> int:
        """What is too much, or below 0 too little."""
        return self.counted_fen - (self.taken_fen - self.back_fen)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSum:
    """The valid papers of one kind (`ReceiptKind` value) on a day: how many, fen."""

    kind: str
    papers: int
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidLine:
    """A number that was made void, or a contra's, over how much (fen), and why."""

    number: str
    amount_fen: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSpan:
    """The numbers a cashier used of one series on a day, void ones too."""

    first: str
    last: str
    papers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCloseSheet:
    """A cashier's day as it was closed (日结单), stored with the close. Fen throughout.

    The drawer: ``opening`` + cash of the day + ``after`` (taken after it) - ``banked`` is what should
    lie there, ``counted`` what does; ``handed`` goes to the next cashier, ``left`` stays for the day
    after. ``total`` is all the office ever took with receipts that are valid. The head of the seals
    (``seal``, ``seal_hash``) and of the receipts (``receipt_hash``) anchor both chains on paper.
    """

    company: str
    project: str
    day: date
    next_on: date
    cashier: str
    closed_by: str
    at: str
    tenders: tuple[ClosedTender, ...]
    pieces: tuple[PieceLine, ...]
    opening_fen: int
    after_fen: int
    banked_fen: int
    expected_fen: int
    counted_fen: int
    handed_fen: int
    handed_to: str
    left_fen: int
    note: str
    kinds: tuple[KindSum, ...]
    numbers: tuple[NumberSpan, ...]
    voids: tuple[VoidLine, ...]
    contras: tuple[VoidLine, ...]
    total_fen: int
    seal: int
    seal_hash: str
    receipt_hash: str
    practice: bool = False
    moved: tuple[KindSum, ...] = ()
    """What went from account to account on the day without cash, in the whole office, by kind."""

    @property
    def difference_fen(self) -> int:
        """What the drawer holds too much, or below 0 too little."""
        return self.counted_fen - self.expected_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCloseLine:
    """One closed day in a list (fen)."""

    id: int
    day: date
    cashier: str
    closed_by: str
    at: datetime
    taken_fen: int
    back_fen: int
    counted_fen: int
    difference_fen: int
    """Of all tenders together."""
    handed_fen: int
    handed_to: str
    papers: int
    voids: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDay:
    """What a cashier's oldest open day should come to (fen), before it is counted.

    Without ``closable`` it is not over yet (its entries came after today's close) or there is
    nothing to count.
    """

    day: date
    cashier: int
    name: str
    closable: bool
    opening_fen: int
    after_fen: int
    taken: tuple[TenderLine, ...]
    back: tuple[TenderLine, ...]
    papers: int
    next_on: date
    others: tuple[tuple[int, str], ...]
    """Who may be handed the cash: id and name."""
