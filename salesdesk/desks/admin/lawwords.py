"""What the proof of the books calls the laws it looks at."""

from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

LAWS: Final[dict[str, str]] = {
    "one live claim a unit": QT_TRANSLATE_NOOP("laws", "No unit is taken twice"),
    "claims follow one another": QT_TRANSLATE_NOOP("laws", "Steps of a unit follow one another"),
    "receipt numbers without a gap": QT_TRANSLATE_NOOP(
        "laws", "Receipt numbers have no gap and no double"
    ),
    "tenders add up": QT_TRANSLATE_NOOP("laws", "Every receipt equals the money taken for it"),
    "ledger equals receipts": QT_TRANSLATE_NOOP("laws", "The ledger equals the receipts"),
    "no deal below nothing": QT_TRANSLATE_NOOP("laws", "No deal paid back more than it received"),
    "a refund is paid as it was signed": QT_TRANSLATE_NOOP(
        "laws", "Every refund asked for is paid as it was signed"
    ),
    "a late fee is taken, waived or open": QT_TRANSLATE_NOOP(
        "laws", "Every late fee is taken, waived or open, and lies in its own account"
    ),
    "a late fee follows from its days": QT_TRANSLATE_NOOP(
        "laws", "Every late fee follows from its days, no day twice"
    ),
    "receipts unchanged": QT_TRANSLATE_NOOP("laws", "No receipt was changed afterwards"),
    "a contra answers one receipt, to nothing": QT_TRANSLATE_NOOP(
        "laws", "Each contra answers one receipt, to nothing"
    ),
    "an invoice is the sum of its receipts": QT_TRANSLATE_NOOP(
        "laws", "Every invoice is the sum of its receipts"
    ),
    "each form of a book is used once, in order": QT_TRANSLATE_NOOP(
        "laws", "Each form of a receipt book is used once, in order"
    ),
    "journal unchanged": QT_TRANSLATE_NOOP("laws", "No journal line was changed afterwards"),
    "every subscription has its agreement": QT_TRANSLATE_NOOP(
        "laws", "Every subscription has its agreement"
    ),
    "every sale has its contract and its filing": QT_TRANSLATE_NOOP(
        "laws", "Every sale has its contract and its filing"
    ),
    "every attachment is as it was attached": QT_TRANSLATE_NOOP(
        "laws", "Every attachment is as it was attached"
    ),
    "what leaves one deal arrives in the other": QT_TRANSLATE_NOOP(
        "laws", "What leaves one deal arrives in the other"
    ),
    "what is due makes the price": QT_TRANSLATE_NOOP(
        "laws", "What is due of a deal makes its price"
    ),
    "what was applied of paid ahead names its lines": QT_TRANSLATE_NOOP(
        "laws", "What was applied of money paid ahead names its lines"
    ),
    "what is open is what was not paid": QT_TRANSLATE_NOOP(
        "laws", "What is open of each due amount is what was not paid of it"
    ),
    "what was paid stands on lines or ahead, or went back": QT_TRANSLATE_NOOP(
        "laws", "Every fen paid stands on what is due or paid ahead, or was returned or kept"
    ),
    "a loan case turns by its table": QT_TRANSLATE_NOOP(
        "laws", "Every loan case turns by its table"
    ),
    "a loan's pay-out is its receipt, once": QT_TRANSLATE_NOOP(
        "laws", "Every loan pay-out is its receipt, once"
    ),
    "money is in the supervised account once": QT_TRANSLATE_NOOP(
        "laws", "No money is in the supervised account twice"
    ),
    "what is matched is the bank's amount": QT_TRANSLATE_NOOP(
        "laws", "What is matched with a line of the bank makes its amount"
    ),
    "vouchers are the ledger, balanced": QT_TRANSLATE_NOOP(
        "laws", "Exported vouchers are balanced and equal the ledger"
    ),
    "demand letters follow one another": QT_TRANSLATE_NOOP(
        "laws", "Demand letters have no gap, and their stages follow one another"
    ),
    "promises stand as they were noted": QT_TRANSLATE_NOOP(
        "laws", "Promises to pay stand as they were noted"
    ),
    "every reference leads somewhere": QT_TRANSLATE_NOOP("laws", "No record refers to nothing"),
}
"""Laws that `figures.audit` looks at."""
