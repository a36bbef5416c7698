"""How the ledger's movements become vouchers: the usual codes, the words, the lines; nothing is asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from salesdesk.office.ledger.rules import Account
from salesdesk.office.ledger.voucher_sheets import AccountCode, VoucherLine, VoucherPer

SHIPPED: Final[Mapping[Account, tuple[str, str]]] = {
    Account.CASH: ("1001", "库存现金"),
    Account.TRANSFER: ("1002", "银行存款"),
    Account.CARD: ("1012.01", "其他货币资金-银行卡在途"),
    Account.WECHAT: ("1012.02", "其他货币资金-微信支付"),
    Account.ALIPAY: ("1012.03", "其他货币资金-支付宝"),
    Account.DEPOSITS_HELD: ("2203.01", "预收账款-定金"),
    Account.PRICE_RECEIVED: ("2203.02", "预收账款-房款"),
    Account.PREPAID: ("2203.03", "预收账款-未分配"),
    Account.CARRIED_OVER: ("2203.04", "预收账款-换房结转"),
    Account.HELD_FOR_OTHERS: ("2241.01", "其他应付款-代收款"),
    Account.REFUNDS_OWED: ("2241.02", "其他应付款-应退房款"),
    Account.FORFEITED: ("6301.01", "营业外收入-没收定金"),
    Account.LATE_FEES: ("6301.02", "营业外收入-逾期违约金"),
    Account.PENALTY_PAID: ("6711.01", "营业外支出-双倍返还定金"),
}
"""Codes of 企业会计准则 as a new office has them; 2203 becomes 2205 (合同负债) where that is kept."""

SUMMARIES: Final[Mapping[str, str]] = {
    "deposit": "收定金",
    "payment": "收房款",
    "late fee": "收逾期违约金",
    "refund": "退款",
    "void": "收据作废冲回",
    "contra": "收据红冲",
    "applied": "预收款抵付应收",
    "credited": "签约定金转房款",
    "kept": "没收定金",
    "returned": "退订转应退款",
    "doubled": "双倍返还定金",
    "carried out": "换房转出",
    "carried in": "换房转入",
}
"""What a voucher says each kind of movement is; the accountant's books are Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One movement (fen) as a voucher needs it; ``paper`` is empty where no receipt tells of it."""

    day: date
    kind: str
    debit: Account
    credit: Account
    amount_fen: int
    paper: str
    about: str


def vouchers(
    moved: Sequence[Moved], codes: Mapping[Account, AccountCode], per: VoucherPer
) -> tuple[VoucherLine, ...]:
    """Give the vouchers of *moved*: one a day, or one a receipt and one a day for all without paper.

    Each is balanced: every movement stands on both its sides. Days, and papers within a day, go in
    their order, so that the same movements always give the same lines.
    """
    bundles: dict[tuple[date, str], list[Moved]] = {}
    for one in moved:
        key = (one.day, one.paper if per is VoucherPer.RECEIPT else "")
        bundles.setdefault(key, []).append(one)
    lines: list[VoucherLine] = []
    for voucher, key in enumerate(sorted(bundles), 1):
        lines += _lines(voucher, key[0], key[1], bundles[key], codes)
    return tuple(lines)


def _lines(
    voucher: int,
    day: date,
    paper: str,
    moved: Sequence[Moved],
    codes: Mapping[Account, AccountCode],
) -> Iterable[VoucherLine]:
    """Give one voucher's lines: a line for each kind, side and code, debits before credits."""
    sums: dict[tuple[int, bool, str, str], int] = {}
    order = list(SUMMARIES)
    for one in moved:
        for credit, account in ((False, one.debit), (True, one.credit)):
            key = (order.index(one.kind), credit, codes[account].code, codes[account].name)
            sums[key] = sums.get(key, 0) + one.amount_fen
    papers = len({one.paper for one in moved if one.paper})
    about = f" {moved[0].about} {paper}".rstrip() if paper else ""
    for kind, credit, code, name in sorted(sums):
        fen = sums[kind, credit, code, name]
        yield VoucherLine(
            voucher=voucher,
            day=day,
            summary=f"{SUMMARIES[order[kind]]}{about}",
            code=code,
            name=name,
            debit_fen=0 if credit else fen,
            credit_fen=fen if credit else 0,
            papers=papers,
        )
