"""Frozen answers about money: lines for lists, sheets for the cashier's papers."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderLine:
    """One way of paying on a receipt: kind (`TenderKind` value), fen, bank reference."""

    kind: str
    amount_fen: int
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptItem:
    """What part of a receipt's money is for: a kind (`MoneyKind` value, or "prepaid"), fen."""

    money: str
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerNote:
    """Who signed for a refund: role, name, in whose place, local time."""

    role: str
    person: str
    stands_in_for: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutNote:
    """What a refund slip says of its request: who signed, into which account, which originals.

    ``lost`` holds number and declaration; ``proxy`` in whose place the payee takes the money, and why.
    """

    request: int
    signers: tuple[SignerNote, ...]
    account: str
    proxy: str
    returned: tuple[str, ...]
    lost: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSheet:
    """Everything a receipt (收据) prints, decided and stored with its number.

    Texts are facts, not words: ``kind`` and tender kinds are codes that the document puts into
    the paper's language. ``at`` is local time "2026-11-24 10:31". ``check_code`` is the first 8
    hex digits of the receipt's hash. A refund slip (退款单) has kind "refund".
    """

    number: str
    kind: str
    company: str
    project: str
    at: str
    payer: str
    payer_id_tail: str
    unit: str
    amount_fen: int
    tenders: tuple[TenderLine, ...]
    collector: str
    agreement: str = ""
    note: str = ""
    check_code: str = ""
    practice: bool = False
    items: tuple[ReceiptItem, ...] = ()
    answers: str = ""
    """Of a contra (kind "contra", amounts below 0): the number of the receipt that it answers."""
    answers_at: str = ""
    form: str = ""
    """The printed form of a receipt book that it stands on, where the office has books."""
    payout: PayoutNote | None = None
    """Of a refund slip: the signed request behind it, where there is one."""
    kept_fen: int = 0
    """Of a refund slip: what was forfeited of the deposit and is not paid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptMarks:
    """What has happened to a receipt since: changes the paper's stamps, never its text.

    ``reprint`` 0 is the first printing; n prints 补打 n.
    """

    reprint: int = 0
    voided_at: str = ""
    void_reason: str = ""
    contra: str = ""
    """The number of the contra that answers it, written at ``contra_at``."""
    contra_at: str = ""
    invoice: str = ""
    """The number of the invoice that it was exchanged for."""
    refunded: str = ""
    """The number of the slip that paid its money back; its original is ``original``."""
    original: str = ""
    """"returned" or "lost", where a refund rests on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One receipt in a list; a contra (kind "contra") has its own id below 0, and ``answers``."""

    id: int
    no: int
    number: str
    kind: str
    at: datetime
    day: date
    unit: str
    payer: str
    amount_fen: int
    tenders: tuple[TenderLine, ...]
    collector: str
    prints: int
    voided: bool
    void_reason: str = ""
    contra: str = ""
    contra_reason: str = ""
    """Why a contra was approved; it is written where ``contra`` has its number."""
    answers: str = ""
    invoice: str = ""
    large_cash_fen: int = 0
    """All that the customer paid in cash on the day, where it is to be looked at."""
    original: str = ""
    """"returned" or "lost", where a refund was asked for that rests on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundLine:
    """Money owed back to a buyer: what was kept, what is owed, whether it has been paid. Fen.

    ``doubled_fen``: what is owed on top of the buyer's own money, where the seller failed (R-09).
    """

    id: int
    unit: str
    customer: str
    fault: str
    reason: str
    kept_fen: int
    owed_fen: int
    doubled_fen: int
    paid_fen: int
    created_at: datetime
    slip: str = ""
    ready: bool = True
    """Whether a cashier may pay it now: signed where the office wants signatures, none under way."""
    request: int = 0
    """The request that counts for it (0: none), how it stands, whom it waits for, what it says."""
    request_state: str = ""
    waits_for: tuple[str, ...] = ()
    payee: str = ""
    tender: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCashSheet:
    """A cashier's day: expected by tender, receipts n to m, voids, refunds, cash counted. Fen.

    ``opening``: the cash that lay in the drawer before the day.
    """

    project: str
    company: str
    day: date
    cashier: str
    expected: tuple[TenderLine, ...]
    refunds: tuple[TenderLine, ...]
    first_number: str
    last_number: str
    receipts: int
    voids: tuple[str, ...]
    counted_cash_fen: int | None
    practice: bool = False
    contras: tuple[str, ...] = ()
    """Numbers of the day's contra receipts; their money is in ``refunds``."""
    large_cash: tuple[tuple[str, int], ...] = ()
    """Whose cash of the day is to be looked at, on all receipts of the office: name, fen."""
    opening_fen: int = 0
