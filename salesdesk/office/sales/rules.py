"""Payment modes a new office knows, and the three timers of a hold."""

PAYMENT_MODES: tuple[tuple[str, str, str, bool], ...] = (
    ("一次性付款", "Lump sum", "lump_sum", False),
    ("分期付款", "Instalments", "instalment", False),
    ("商业按揭", "Mortgage", "mortgage", True),
    ("公积金", "Provident fund", "provident_fund", True),
    ("组合贷", "Combined loan", "combined_loan", True),
)
"""Chinese name, English name, kind, needs a loan (domain 1.8): rows afterwards."""

WHOLE_SHARE_BP = 10_000
"""A buyer who is alone: 100.00 %, in hundredths of a percent."""
