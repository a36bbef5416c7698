"""The words of what becomes of receipts: the contra that answers one."""

RECEIPTS_ZH: dict[str, str] = {
    "receipt.title.contra": "红字收据",
    "receipt.at.contra": "冲销时间：{at}",
    "receipt.payer.contra": "领款人",
    "receipt.for.contra": "冲销",
    "receipt.answers": "冲销收据 {number}（{at}开具）：{what}",
    "receipt.tenders.contra": "退还方式",
    "receipt.seal.contra": "收款单位（盖章）",
    "receipt.collector.contra": "经办人",
    "receipt.signature.contra": "领款人（签字）",
    "receipt.small_print.contra": "与原收据一并保管，原收据不再有效；领款人签字后有效，涂改无效。",
    "receipt.exchanged": "已换开发票 {invoice}，本收据收回存档。",
    "contra": "已红冲",
    "contra.at": "红字收据 {number}，{at}",
    "cash.contras": "红冲号码",
}
RECEIPTS_EN: dict[str, str] = {
    "receipt.title.contra": "CONTRA RECEIPT",
    "receipt.at.contra": "Written: {at}",
    "receipt.payer.contra": "Paid back to",
    "receipt.for.contra": "Answers",
    "receipt.answers": "Receipt {number} of {at}: {what}",
    "receipt.tenders.contra": "Paid back by",
    "receipt.seal.contra": "Seller (seal)",
    "receipt.collector.contra": "Cashier",
    "receipt.signature.contra": "Payee (signature)",
    "receipt.small_print.contra": (
        "Kept with the receipt it answers, which is no longer valid. Valid when signed by the payee."
    ),
    "receipt.exchanged": "Exchanged for invoice {invoice}; this receipt was taken back.",
    "contra": "CONTRA",
    "contra.at": "Contra receipt {number}, {at}",
    "cash.contras": "Contra receipts",
}
"""The English of it: the same keys, the same facts."""
