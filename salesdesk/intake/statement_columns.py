"""What the columns of a bank's file are headed, in the words of several banks."""

from collections.abc import Mapping
from typing import Final

STATEMENT_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "reference": (
        "交易流水号", "流水号", "银行流水号", "流水", "核心流水号", "交易序号", "交易参考号", "参考号",
        "凭证号", "凭证号码", "业务编号", "回单编号", "reference", "bankreference",
        "transactionreference", "transactionid", "referenceno", "serialno",
    ),
    "on": (
        "交易日期", "入账日期", "记账日期", "日期", "交易时间", "入账时间", "起息日", "date",
        "transactiondate", "bookingdate", "posted", "valuedate",
    ),
    "amount": ("交易金额", "金额", "发生额", "amount", "transactionamount"),
    "credit": (
        "贷方发生额", "贷方金额", "贷方", "收入金额", "收入", "贷方发生额收入", "贷方发生额收入金额",
        "存入金额", "credit", "creditamount", "paidin", "deposit",
    ),
    "debit": (
        "借方发生额", "借方金额", "借方", "支出金额", "支出", "借方发生额支出", "借方发生额支取",
        "debit", "debitamount", "paidout", "withdrawal",
    ),
    "payer": (
        "对方户名", "对方账户名称", "对方账户名", "对方名称", "付款人", "付款人名称", "付款户名", "交易对手",
        "对方单位", "payer", "counterparty", "from", "name",
    ),
    "note": (
        "摘要", "附言", "用途", "交易附言", "备注", "摘要说明", "note", "remark", "description",
        "details", "purpose",
    ),
}  # fmt: skip
"""Words for the fields of a statement, as `headings.plain_heading` writes them."""

NEEDED: Final = ("reference", "on")
"""Fields without which a file is no statement; of the amounts, one of the three."""
AMOUNTS: Final = ("amount", "credit", "debit")
