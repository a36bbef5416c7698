"""Tables of money: tenders, kinds of receipt, accounts, and the fate of a deposit."""

from dataclasses import dataclass
from enum import StrEnum


class TenderKind(StrEnum):
    """How money changes hands."""

    CASH = "cash"
    CARD = "card"
    TRANSFER = "transfer"
    WECHAT = "wechat"
    ALIPAY = "alipay"


class ReceiptKind(StrEnum):
    """What a numbered paper of the cashier is for."""

    DEPOSIT = "deposit"
    PRICE = "price"
    OPENING = "opening"
    REFUND = "refund"


PAID_OUT = frozenset({ReceiptKind.REFUND})
"""The papers with which money leaves the drawer."""


LATE_FEE = "late fee"
"""What of a receipt of the price is for a late fee: the kind of its movements, and of it in sums."""


class Account(StrEnum):
    """Where money stands: every entry's postings add up to 0."""

    CASH = "cash"
    CARD = "card"
    TRANSFER = "transfer"
    WECHAT = "wechat"
    ALIPAY = "alipay"
    OPENING = "opening"
    DEPOSITS_HELD = "deposits held"
    PRICE_RECEIVED = "price received"
    HELD_FOR_OTHERS = "held for others"
    PREPAID = "prepaid"
    REFUNDS_OWED = "refunds owed"
    FORFEITED = "forfeited"
    PENALTY_PAID = "penalty paid"
    CARRIED_OVER = "carried over"
    LATE_FEES = "late fees"


WHERE_MONEY_LIES = (
    Account.DEPOSITS_HELD,
    Account.PRICE_RECEIVED,
    Account.PREPAID,
    Account.HELD_FOR_OTHERS,
)
"""The accounts of a buyer's money in a deal, in the order in which it is taken out.

A late fee is none of it: it is earned, and goes back only with a deal that ends without his fault.
"""


class Fault(StrEnum):
    """Whose fault a cancellation is."""

    BUYER = "buyer"
    SELLER = "seller"
    NONE = "none"


DEPOSIT_CAP_PERCENT = 20
"""A deposit has deposit effect up to 20 % of the price (R-09, 民法典 586)."""


@dataclass(frozen=True, slots=True)
class DepositFate:
    """What becomes of the money paid on a cancelled deal, in fen."""

    kept_fen: int
    returned_fen: int
    doubled_fen: int

    @property
    def to_pay_fen(self) -> int:
        """What the buyer gets: his money back and, where the seller failed, the same deposit again."""
        return self.returned_fen + self.doubled_fen


def deposit_cap_fen(price_fen: int) -> int:
    """Give the largest deposit (fen) on a price of *price_fen* (R-09)."""
    return price_fen * DEPOSIT_CAP_PERCENT // 100


def deposit_fate(
    paid_fen: int, price_fen: int, fault: Fault, deposit_fen: int | None = None
) -> DepositFate:
    """Settle *paid_fen* on a cancelled deal by the deposit rule (domain 3.6, 民法典 586-587).

    Of it *deposit_fen* (None: all) was paid as deposit: what has deposit effect is no more than that,
    nor than the cap (R-09). Buyer's fault: that part stays. Seller's fault: it is returned twice. No
    fault: all goes back.
    """
    deposit = min(
        paid_fen, paid_fen if deposit_fen is None else deposit_fen, deposit_cap_fen(price_fen)
    )
    if fault is Fault.BUYER:
        return DepositFate(deposit, paid_fen - deposit, 0)
    if fault is Fault.SELLER:
        return DepositFate(0, paid_fen, deposit)
    return DepositFate(0, paid_fen, 0)
