"""Words of the mortgage trade: its commands, its fields, its codes; see `vocabulary` and `orders`."""

from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

LOAN_COMMANDS: Final[dict[str, str]] = {
    "OpenLoanCase": QT_TRANSLATE_NOOP("commands", "Open a loan case"),
    "RecordLoanDocument": QT_TRANSLATE_NOOP("commands", "Record a loan document"),
    "CompleteLoanDocuments": QT_TRANSLATE_NOOP("commands", "Loan documents are complete"),
    "CheckLoan": QT_TRANSLATE_NOOP("commands", "Check the loan first"),
    "FaceSignLoan": QT_TRANSLATE_NOOP("commands", "Signed at the bank"),
    "SendLoan": QT_TRANSLATE_NOOP("commands", "Send to the bank"),
    "AskLoanSupplement": QT_TRANSLATE_NOOP("commands", "The bank asks for more"),
    "AnswerLoanSupplement": QT_TRANSLATE_NOOP("commands", "Send what the bank asked for"),
    "ApproveLoan": QT_TRANSLATE_NOOP("commands", "The loan is approved"),
    "RefuseLoan": QT_TRANSLATE_NOOP("commands", "The loan is refused"),
    "PreRegisterLoan": QT_TRANSLATE_NOOP("commands", "Pre-register the mortgage"),
    "PayOutLoan": QT_TRANSLATE_NOOP("commands", "Take in the pay-out"),
    "TakeBackPayOut": QT_TRANSLATE_NOOP("commands", "Take the pay-out back"),
    "WithdrawLoan": QT_TRANSLATE_NOOP("commands", "Withdraw the loan"),
    "SetLoanDocuments": QT_TRANSLATE_NOOP("commands", "Set a loan check list"),
    "loan_cases": QT_TRANSLATE_NOOP("commands", "See the loan cases"),
    "loan_case": QT_TRANSLATE_NOOP("commands", "See a loan case"),
    "loan_offers": QT_TRANSLATE_NOOP("commands", "See which deals await a loan case"),
    "loan_list": QT_TRANSLATE_NOOP("commands", "Print the list of loans"),
    "loan_instalments": QT_TRANSLATE_NOOP("commands", "Print a loan's instalments"),
    "loan_check_lists": QT_TRANSLATE_NOOP("commands", "See the loan check lists"),
}
"""Commands and questions about loans."""

LOAN_FIELDS: Final[dict[str, str]] = {
    "bank": QT_TRANSLATE_NOOP("fields", "Bank"),
    "fund": QT_TRANSLATE_NOOP("fields", "Provident fund"),
    "branch": QT_TRANSLATE_NOOP("fields", "Branch"),
    "officer": QT_TRANSLATE_NOOP("fields", "Loan officer"),
    "years": QT_TRANSLATE_NOOP("fields", "Years of the loan"),
    "fund_amount": QT_TRANSLATE_NOOP("fields", "The provident fund's part"),
    "fund_rate": QT_TRANSLATE_NOOP("fields", "The provident fund's rate"),
    "fund amount": QT_TRANSLATE_NOOP("fields", "The provident fund's part"),
    "rate bp": QT_TRANSLATE_NOOP("fields", "Yearly rate, 1/100 %"),
    "fund rate bp": QT_TRANSLATE_NOOP("fields", "The provident fund's rate, 1/100 %"),
    "item": QT_TRANSLATE_NOOP("fields", "Document"),
    "items": QT_TRANSLATE_NOOP("fields", "Documents"),
    "valid until": QT_TRANSLATE_NOOP("fields", "Good until"),
    "part": QT_TRANSLATE_NOOP("fields", "Part of the loan"),
    "each once, at most 40": QT_TRANSLATE_NOOP("fields", "each once, at most 40"),
    "a document that is there": QT_TRANSLATE_NOOP("fields", "a document that is there"),
    "above 0": QT_TRANSLATE_NOOP("fields", "above 0"),
    "nothing": QT_TRANSLATE_NOOP("fields", "nothing"),
}
"""Fields of the forms about loans, and what they expect."""

LOAN_JOURNAL: Final[dict[str, str]] = {
    "loan": QT_TRANSLATE_NOOP("journal", "Loan"),
    "loan_state": QT_TRANSLATE_NOOP("journal", "Loan now"),
    "document": QT_TRANSLATE_NOOP("journal", "Document"),
    "document_state": QT_TRANSLATE_NOOP("journal", "Document now"),
    "product": QT_TRANSLATE_NOOP("journal", "Kind of loan"),
    "buyer": QT_TRANSLATE_NOOP("journal", "Kind of buyer"),
    "bank": QT_TRANSLATE_NOOP("journal", "Bank"),
    "branch": QT_TRANSLATE_NOOP("journal", "Branch"),
    "officer": QT_TRANSLATE_NOOP("journal", "Loan officer"),
    "fund_amount": QT_TRANSLATE_NOOP("journal", "The provident fund's part"),
    "years": QT_TRANSLATE_NOOP("journal", "Years of the loan"),
    "method": QT_TRANSLATE_NOOP("journal", "Paid back by"),
    "rate_bp": QT_TRANSLATE_NOOP("journal", "Yearly rate, 1/100 %"),
    "fund_rate_bp": QT_TRANSLATE_NOOP("journal", "The provident fund's rate, 1/100 %"),
    "opened_on": QT_TRANSLATE_NOOP("journal", "Opened on"),
    "passed": QT_TRANSLATE_NOOP("journal", "Passed"),
    "item": QT_TRANSLATE_NOOP("journal", "Document"),
    "items": QT_TRANSLATE_NOOP("journal", "Documents"),
    "state": QT_TRANSLATE_NOOP("journal", "State"),
    "valid_until": QT_TRANSLATE_NOOP("journal", "Good until"),
    "part": QT_TRANSLATE_NOOP("journal", "Part of the loan"),
}
"""Names in the journal."""

LOAN_WORDS: Final[dict[str, dict[str, str]]] = {
    "loan states": {
        "collecting": QT_TRANSLATE_NOOP("loan states", "Collecting papers"),
        "first check": QT_TRANSLATE_NOOP("loan states", "First check"),
        "checked": QT_TRANSLATE_NOOP("loan states", "Checked"),
        "at the bank": QT_TRANSLATE_NOOP("loan states", "At the bank"),
        "supplement": QT_TRANSLATE_NOOP("loan states", "More papers asked for"),
        "approved": QT_TRANSLATE_NOOP("loan states", "Approved"),
        "awaiting pay-out": QT_TRANSLATE_NOOP("loan states", "Awaiting pay-out"),
        "partly paid out": QT_TRANSLATE_NOOP("loan states", "Partly paid out"),
        "paid out": QT_TRANSLATE_NOOP("loan states", "Paid out"),
        "refused": QT_TRANSLATE_NOOP("loan states", "Refused"),
        "withdrawn": QT_TRANSLATE_NOOP("loan states", "Withdrawn"),
    },
    "loan steps": {
        "open": QT_TRANSLATE_NOOP("loan steps", "Opened"),
        "complete documents": QT_TRANSLATE_NOOP("loan steps", "Papers complete"),
        "pass check": QT_TRANSLATE_NOOP("loan steps", "First check passed"),
        "hand back": QT_TRANSLATE_NOOP("loan steps", "Handed back"),
        "face-sign": QT_TRANSLATE_NOOP("loan steps", "Signed at the bank"),
        "send": QT_TRANSLATE_NOOP("loan steps", "Sent to the bank"),
        "ask supplement": QT_TRANSLATE_NOOP("loan steps", "Bank asks for more"),
        "answer supplement": QT_TRANSLATE_NOOP("loan steps", "Bank was answered"),
        "approve": QT_TRANSLATE_NOOP("loan steps", "Approved"),
        "refuse": QT_TRANSLATE_NOOP("loan steps", "Refused"),
        "pre-register": QT_TRANSLATE_NOOP("loan steps", "Pre-registered"),
        "pay out part": QT_TRANSLATE_NOOP("loan steps", "Paid out in part"),
        "pay out": QT_TRANSLATE_NOOP("loan steps", "Paid out"),
        "take back": QT_TRANSLATE_NOOP("loan steps", "Pay-out taken back"),
        "withdraw loan": QT_TRANSLATE_NOOP("loan steps", "Withdrawn"),
    },
    "loan documents": {
        "got": QT_TRANSLATE_NOOP("loan documents", "Got"),
        "lacking": QT_TRANSLATE_NOOP("loan documents", "Lacking"),
        "expired": QT_TRANSLATE_NOOP("loan documents", "Expired"),
        "not needed": QT_TRANSLATE_NOOP("loan documents", "Not needed"),
    },
    "loan stuck": {
        "lacking": QT_TRANSLATE_NOOP("loan stuck", "Documents are lacking"),
        "waiting": QT_TRANSLATE_NOOP("loan stuck", "Has not moved for long"),
        "decide": QT_TRANSLATE_NOOP("loan stuck", "Refused: decide how it goes on"),
        "nothing due": QT_TRANSLATE_NOOP("loan stuck", "Nothing is due from a loan any more"),
        "receipt gone": QT_TRANSLATE_NOOP("loan stuck", "The pay-out's receipt is void"),
    },
    "loan buyers": {
        "employed": QT_TRANSLATE_NOOP("loan buyers", "Employed"),
        "business owner": QT_TRANSLATE_NOOP("loan buyers", "Business owner"),
    },
    "loan parts": {
        "bank": QT_TRANSLATE_NOOP("loan parts", "The bank's"),
        "fund": QT_TRANSLATE_NOOP("loan parts", "The provident fund's"),
    },
    "loan methods": {
        "equal_instalment": QT_TRANSLATE_NOOP("loan methods", "Equal instalments"),
        "equal_principal": QT_TRANSLATE_NOOP("loan methods", "Equal principal"),
    },
}
"""Context -> code -> English text."""
