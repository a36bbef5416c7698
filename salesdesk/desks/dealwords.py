"""Words for codes about deals after their agreement; `vocabulary` holds them with all the others."""

from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

DEAL_WORDS: Final[dict[str, dict[str, str]]] = {
    "steps": {
        "notice default": QT_TRANSLATE_NOOP("steps", "Notice of default"),
        "lift default": QT_TRANSLATE_NOOP("steps", "Lift the notice"),
        "forfeit": QT_TRANSLATE_NOOP("steps", "Forfeit the deposit"),
        "measure": QT_TRANSLATE_NOOP("steps", "Measured area"),
        "settle area": QT_TRANSLATE_NOOP("steps", "Settle the area"),
        "print notice": QT_TRANSLATE_NOOP("steps", "Print the notice"),
    },
    "needs": {
        "grace over": QT_TRANSLATE_NOOP("needs", "Buyers' grace is over"),
        "filing": QT_TRANSLATE_NOOP("needs", "Contracts to file"),
        "loan": QT_TRANSLATE_NOOP("needs", "Loans that are stuck"),
    },
    "requests": {
        "forfeit": QT_TRANSLATE_NOOP("requests", "Deposit forfeited"),
        "area": QT_TRANSLATE_NOOP("requests", "Area settlement"),
        "refund": QT_TRANSLATE_NOOP("requests", "Refund"),
        "waiver": QT_TRANSLATE_NOOP("requests", "Late fee waived"),
    },
    "request facts": {
        "notice": QT_TRANSLATE_NOOP("request facts", "Notice of default"),
        "overdue since": QT_TRANSLATE_NOOP("request facts", "Was due on"),
        "grace until": QT_TRANSLATE_NOOP("request facts", "Grace until"),
        "area source": QT_TRANSLATE_NOOP("request facts", "Report"),
        "may rescind": QT_TRANSLATE_NOOP("request facts", "Beyond 3 %, may be rescinded"),
        "gross area": QT_TRANSLATE_NOOP("request facts", "Gross area"),
        "now: gross area": QT_TRANSLATE_NOOP("request facts", "Gross area (now)"),
        "then: gross area": QT_TRANSLATE_NOOP("request facts", "Gross area (then)"),
        "area error": QT_TRANSLATE_NOOP("request facts", "Error of the area"),
        "now: area error": QT_TRANSLATE_NOOP("request facts", "Error of the area (now)"),
        "then: area error": QT_TRANSLATE_NOOP("request facts", "Error of the area (then)"),
        "within 3 %": QT_TRANSLATE_NOOP("request facts", "Up to 3 %"),
        "now: within 3 %": QT_TRANSLATE_NOOP("request facts", "Up to 3 % (now)"),
        "then: within 3 %": QT_TRANSLATE_NOOP("request facts", "Up to 3 % (then)"),
        "beyond 3 %, twice": QT_TRANSLATE_NOOP("request facts", "Beyond 3 %, twice"),
        "now: beyond 3 %, twice": QT_TRANSLATE_NOOP("request facts", "Beyond 3 %, twice (now)"),
        "then: beyond 3 %, twice": QT_TRANSLATE_NOOP("request facts", "Beyond 3 %, twice (then)"),
        "settled before": QT_TRANSLATE_NOOP("request facts", "Settled before"),
        "now: settled before": QT_TRANSLATE_NOOP("request facts", "Settled before (now)"),
        "then: settled before": QT_TRANSLATE_NOOP("request facts", "Settled before (then)"),
        "seller returns": QT_TRANSLATE_NOOP("request facts", "Seller returns"),
        "now: seller returns": QT_TRANSLATE_NOOP("request facts", "Seller returns (now)"),
        "then: seller returns": QT_TRANSLATE_NOOP("request facts", "Seller returns (then)"),
        "buyer pays": QT_TRANSLATE_NOOP("request facts", "Buyer pays"),
        "now: buyer pays": QT_TRANSLATE_NOOP("request facts", "Buyer pays (now)"),
        "then: buyer pays": QT_TRANSLATE_NOOP("request facts", "Buyer pays (then)"),
    },
    "due money": {
        "down payment": QT_TRANSLATE_NOOP("due money", "First payment"),
        "instalment": QT_TRANSLATE_NOOP("due money", "Instalment"),
        "loan": QT_TRANSLATE_NOOP("due money", "Mortgage loan"),
        "fund loan": QT_TRANSLATE_NOOP("due money", "Provident fund loan"),
        "balance": QT_TRANSLATE_NOOP("due money", "Balance"),
        "maintenance fund": QT_TRANSLATE_NOOP("due money", "Maintenance fund"),
        "deed tax": QT_TRANSLATE_NOOP("due money", "Deed tax"),
        "late fee": QT_TRANSLATE_NOOP("due money", "Late fee"),
        "registration": QT_TRANSLATE_NOOP("due money", "Registration fee"),
        "prepaid": QT_TRANSLATE_NOOP("due money", "Paid ahead"),
    },
    "due events": {
        "subscription": QT_TRANSLATE_NOOP("due events", "Agreement"),
        "signing": QT_TRANSLATE_NOOP("due events", "Signing"),
        "filing": QT_TRANSLATE_NOOP("due events", "Filing"),
        "delivery": QT_TRANSLATE_NOOP("due events", "Handing over"),
        "progress": QT_TRANSLATE_NOOP("due events", "Building stage"),
        "date": QT_TRANSLATE_NOOP("due events", "Day"),
    },
    "overdue": {
        "signing": QT_TRANSLATE_NOOP("overdue", "The contract is not signed"),
        "payment": QT_TRANSLATE_NOOP("overdue", "A payment has not come"),
    },
    "served": {
        "by hand": QT_TRANSLATE_NOOP("served", "By hand"),
        "registered post": QT_TRANSLATE_NOOP("served", "Registered post"),
        "courier": QT_TRANSLATE_NOOP("served", "Courier"),
        "message": QT_TRANSLATE_NOOP("served", "Text message"),
        "e-mail": QT_TRANSLATE_NOOP("served", "E-mail"),
    },
}
"""Context -> code -> English text."""

DUE_COMMANDS: Final[dict[str, str]] = {
    "RecordProgress": QT_TRANSLATE_NOOP("commands", "Record a building stage"),
    "building_progress": QT_TRANSLATE_NOOP("commands", "See the buildings' progress"),
    "progress_trial": QT_TRANSLATE_NOOP("commands", "See what a building stage makes due"),
    "ApplyPrepaid": QT_TRANSLATE_NOOP("commands", "Apply what was paid ahead"),
    "paid_ahead": QT_TRANSLATE_NOOP("commands", "See what lies paid ahead"),
    "FixLateFee": QT_TRANSLATE_NOOP("commands", "Fix a late fee"),
    "late_fees": QT_TRANSLATE_NOOP("commands", "See how late fees were reckoned"),
    "RequestLateFeeWaiver": QT_TRANSLATE_NOOP("commands", "Ask for a late fee to be waived"),
    "WaiveLateFee": QT_TRANSLATE_NOOP("commands", "Waive a late fee"),
    "large_cash": QT_TRANSLATE_NOOP("commands", "See large cash payments"),
    "price_trial": QT_TRANSLATE_NOOP("commands", "Try a price scheme"),
    "price_reverse": QT_TRANSLATE_NOOP("commands", "Reckon prices back from a target"),
    "scheme_of_prices": QT_TRANSLATE_NOOP("commands", "Read the scheme behind the prices"),
}
"""Commands and queries about what is due and paid ahead, and prices that are tried."""
