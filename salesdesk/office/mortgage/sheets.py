"""Frozen answers about loan cases: a line of the list, a case whole, what a form starts with."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict


class Turned(TypedDict):
    """The answer to a turn: whose unit, what the case stands at now."""

    unit: str
    case: int
    state: str
    on: date


class PaidOut(Turned):
    """The answer to a pay-out: the receipt that was written for it (fen)."""

    receipt: str
    receipt_id: int
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanDocumentLine:
    """One document of a case: *state* may be ``expired``, its last day being past."""

    item: str
    state: str
    valid_until: date | None
    attachment: int | None
    scan: str
    sha256: str
    note: str
    at: datetime
    by: str

    @property
    def lacks(self) -> bool:
        """Whether the case waits for it."""
        return self.state in {"lacking", "expired"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanTurnLine:
    """One turn of a case, the day it happened, how many days the case stood where it was (fen)."""

    turn_no: int
    step: str
    source: str
    state: str
    on: date
    days: int
    reason: str
    reference: str
    amount_fen: int
    part: str
    receipt: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanLine:
    """One case as lists show it (fen): what it stands at since when, what is lacking, why it is stuck.

    ``short_fen``: approved less than asked for. ``due_on``: when the schedule wants the loan's money
    first; ``overdue_days`` since. ``why`` is the newest turn's reason.
    """

    case: int
    deal: int
    unit_id: int
    unit: str
    customer: str
    consultant: str
    mode: str
    agreement: str
    product: str
    buyer: str
    bank: str
    branch: str
    officer: str
    bank_fen: int
    fund_fen: int
    asked_fen: int
    approved_fen: int | None
    approved_parts: tuple[int, int] | None
    paid_fen: int
    short_fen: int
    due_fen: int
    due_on: date | None
    overdue_days: int
    years: int
    method: str
    rate_bp: int | None
    fund_rate_bp: int | None
    price_fen: int
    state: str
    since: date
    days: int
    stuck: bool
    stuck_by: str
    why: str
    lacking: tuple[str, ...]
    signed_on: date | None
    filed_on: date | None
    opened_on: date
    face_signed_on: date | None
    sent_on: date | None
    approved_on: date | None
    registered_on: date | None
    paid_on: date | None
    live: bool
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanCard:
    """A case whole: its line, all turns, all documents, and the cases before it."""

    line: LoanLine
    turns: tuple[LoanTurnLine, ...]
    documents: tuple[LoanDocumentLine, ...]
    before: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanOffer:
    """What a case would be opened with: what the schedule leaves for loans (fen), the mode's banks."""

    unit_id: int
    unit: str
    customer: str
    consultant: str
    mode: str
    agreed_on: date
    product: str
    bank_fen: int
    fund_fen: int
    banks: tuple[str, ...]
    rate_bp: int
    fund_rate_bp: int
    years: int
    refused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanCheckListLine:
    """What a bank (empty: any) asks of a kind of buyer for a kind of loan; ``at`` None: as shipped."""

    bank: str
    product: str
    buyer: str
    items: tuple[str, ...]
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanListSheet:
    """Everything the list of loans prints (按揭办理情况汇总): the cases, then who waits for his."""

    company: str
    project: str
    printed_at: str
    printed_by: str
    lines: tuple[LoanLine, ...]
    waiting: tuple[LoanOffer, ...]
    practice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LentPart:
    """One part of a loan (fen), its yearly rate in hundredths of a percent, its years."""

    part: str
    lender: str
    loan_fen: int
    rate_bp: int
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentSheet:
    """What a loan costs month by month, by both ways of paying it back; rates may change afterwards."""

    company: str
    project: str
    unit: str
    customer: str
    method: str
    printed_at: str
    parts: tuple[LentPart, ...]
    practice: bool = False
