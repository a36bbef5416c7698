"""Words of the administration desk for codes that only it shows."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from salesdesk.desks.admin.demandwords import DEMAND_SETTINGS
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

COUNTED: Final[dict[str, str]] = {
    "unit": QT_TRANSLATE_NOOP("counted", "Units"),
    "claim": QT_TRANSLATE_NOOP("counted", "Steps of units"),
    "customer": QT_TRANSLATE_NOOP("counted", "Customers"),
    "visit": QT_TRANSLATE_NOOP("counted", "Visits and calls"),
    "deal": QT_TRANSLATE_NOOP("counted", "Deals"),
    "receipt": QT_TRANSLATE_NOOP("counted", "Receipts"),
    "movement": QT_TRANSLATE_NOOP("counted", "Ledger lines"),
    "journal": QT_TRANSLATE_NOOP("counted", "Journal lines"),
}
"""Tables whose rows are counted."""

DIALECTS: Final[dict[str, str]] = {
    "template": QT_TRANSLATE_NOOP("dialects", "salesdesk template"),
    "official list": QT_TRANSLATE_NOOP("dialects", "Official one-home-one-price list"),
    "list": QT_TRANSLATE_NOOP("dialects", "List, one unit a row"),
    "floor grid": QT_TRANSLATE_NOOP("dialects", "Floor grid: prices only"),
    "polish daily file": QT_TRANSLATE_NOOP("dialects", "Polish daily file"),
    "unknown": QT_TRANSLATE_NOOP("dialects", "Not recognised"),
}
"""What a sheet was taken for."""

CHANGED: Final[dict[str, str]] = {
    "total": QT_TRANSLATE_NOOP("changed", "Total price"),
    "unit price": QT_TRANSLATE_NOOP("changed", "Unit price"),
    "gross_area": QT_TRANSLATE_NOOP("changed", "Gross area"),
    "inside_area": QT_TRANSLATE_NOOP("changed", "Inside area"),
    "layout": QT_TRANSLATE_NOOP("changed", "Layout"),
    "orientation": QT_TRANSLATE_NOOP("changed", "Orientation"),
    "use": QT_TRANSLATE_NOOP("changed", "Use"),
    "note": QT_TRANSLATE_NOOP("changed", "Note"),
}
"""What an import would change of a unit."""

LAW_LEVELS: Final[dict[str, str]] = {
    "block": QT_TRANSLATE_NOOP(
        "law level meanings",
        "No unit of a building without a recorded pre-sale permit can be released, held or sold.",
    ),
    "warn": QT_TRANSLATE_NOOP(
        "law level meanings",
        "Steps without a recorded permit are possible; each one warns and is noted as such.",
    ),
    "off": QT_TRANSLATE_NOOP(
        "law level meanings",
        "Permits are not looked at. Only for completed homes, or where the law asks for none.",
    ),
}
"""What the levels of the law pack mean (R-01, R-02)."""

ROLE_MEANINGS: Final[dict[str, str]] = {
    "reception": QT_TRANSLATE_NOOP("role meanings", "Registers visits and calls."),
    "consultant": QT_TRANSLATE_NOOP(
        "role meanings", "Looks after customers, holds units, signs subscriptions."
    ),
    "cashier": QT_TRANSLATE_NOOP(
        "role meanings", "Takes deposits, pays refunds, counts the cash."
    ),
    "manager": QT_TRANSLATE_NOOP(
        "role meanings", "Runs the board: releases, approves prices, cancels, plans the campaign."
    ),
    "head": QT_TRANSLATE_NOOP(
        "role meanings", "Reviews what is asked for first; looks into register and follow-ups."
    ),
    "deputy": QT_TRANSLATE_NOOP(
        "role meanings", "Reviews after the head of department; looks into the register."
    ),
    "general": QT_TRANSLATE_NOOP("role meanings", "Approves what others reviewed."),
    "admin": QT_TRANSLATE_NOOP(
        "role meanings", "People, rights, settings and price lists; sells nothing."
    ),
}
"""What the roles are for."""

SETTING_WORDS: Final[dict[str, tuple[str, str]]] = {
    "office_name": (
        QT_TRANSLATE_NOOP("settings", "Name of the office"),
        QT_TRANSLATE_NOOP("settings", "Shown in the window's title and at the sign-in."),
    ),
    "zone": (
        QT_TRANSLATE_NOOP("settings", "Time zone"),
        QT_TRANSLATE_NOOP("settings", "Decides which day a receipt and a visit belong to."),
    ),
    "hold_minutes": (
        QT_TRANSLATE_NOOP("settings", "A hold lasts"),
        QT_TRANSLATE_NOOP("settings", "Then the unit becomes available again by itself."),
    ),
    "hold_longest_minutes": (
        QT_TRANSLATE_NOOP("settings", "A hold with its extensions lasts at most"),
        QT_TRANSLATE_NOOP("settings", "Counted from its start."),
    ),
    "hold_writing_minutes": (
        QT_TRANSLATE_NOOP("settings", "Added for writing the agreement"),
        QT_TRANSLATE_NOOP("settings", "After the deposit, so that no unit is lost meanwhile."),
    ),
    "hold_warning_minutes": (
        QT_TRANSLATE_NOOP("settings", "A hold's end is announced before by"),
        QT_TRANSLATE_NOOP("settings", "To its consultant; 0: not at all."),
    ),
    "file_within_days": (
        QT_TRANSLATE_NOOP("settings", "The contract is filed within"),
        QT_TRANSLATE_NOOP("settings", "Counted from its signing; 30 by law (R-14)."),
    ),
    "sign_within_days": (
        QT_TRANSLATE_NOOP("settings", "The contract is signed within"),
        QT_TRANSLATE_NOOP("settings", "Counted from the subscription; printed on the agreement."),
    ),
    "lots_for_owners": (
        QT_TRANSLATE_NOOP("settings", "Parking and storage for owners only"),
        QT_TRANSLATE_NOOP("settings", "Who has bought no home here gets no lot without one."),
    ),
    "filed_band_percent": (
        QT_TRANSLATE_NOOP("settings", "A price may be below the filed one by"),
        QT_TRANSLATE_NOOP("settings", "Beyond it the price has to be filed anew (R-06)."),
    ),
    "reservation_longest_days": (
        QT_TRANSLATE_NOOP("settings", "A reservation lasts at most"),
        QT_TRANSLATE_NOOP("settings", "Days from the request on; then the unit is held back."),
    ),
    "review_days": (
        QT_TRANSLATE_NOOP("settings", "What is kept back is looked at again after"),
        QT_TRANSLATE_NOOP("settings", "Days, where nobody set a day; then the manager is told."),
    ),
    "spot_checks_daily": (
        QT_TRANSLATE_NOOP("settings", "Spot checks a day"),
        QT_TRANSLATE_NOOP(
            "settings", "Entries and follow-ups that chance picks each day; 0: none."
        ),
    ),
    "attachment_most_mb": (
        QT_TRANSLATE_NOOP("settings", "Largest file that may be attached"),
        QT_TRANSLATE_NOOP("settings", "Megabytes of a scan or a floor plan."),
    ),
    "line_longest": (
        QT_TRANSLATE_NOOP("settings", "Customers in line for a unit"),
        QT_TRANSLATE_NOOP("settings", "At most, behind the one who has it. No money is taken."),
    ),
    "line_longest_days": (
        QT_TRANSLATE_NOOP("settings", "A place in line counts at most"),
        QT_TRANSLATE_NOOP("settings", "Days from the day it was taken on."),
    ),
    "first_refusal_minutes": (
        QT_TRANSLATE_NOOP("settings", "The first in line has the unit to himself for"),
        QT_TRANSLATE_NOOP("settings", "When it is free again; then the next in line."),
    ),
    "receipt_books": (
        QT_TRANSLATE_NOOP("settings", "Receipts are written on books of printed forms"),
        QT_TRANSLATE_NOOP("settings", "Each takes the next form of the cashier's own book."),
    ),
    "receipt_prefix": (
        QT_TRANSLATE_NOOP("settings", "Receipt numbers begin with"),
        QT_TRANSLATE_NOOP("settings", "For receipts printed from now on."),
    ),
    "refund_prefix": (
        QT_TRANSLATE_NOOP("settings", "Refund numbers begin with"),
        QT_TRANSLATE_NOOP("settings", "For refunds paid from now on."),
    ),
    "contra_prefix": (
        QT_TRANSLATE_NOOP("settings", "Contra numbers begin with"),
        QT_TRANSLATE_NOOP("settings", "For contra receipts written from now on."),
    ),
    "agreement_prefix": (
        QT_TRANSLATE_NOOP("settings", "Agreement numbers begin with"),
        QT_TRANSLATE_NOOP("settings", "For agreements printed from now on."),
    ),
    "extension_longest_days": (
        QT_TRANSLATE_NOOP("settings", "Signing may be put off by"),
        QT_TRANSLATE_NOOP("settings", "In all, counted from the day agreed at first."),
    ),
    "cancel_by_request": (
        QT_TRANSLATE_NOOP("settings", "Agreements are cancelled by request"),
        QT_TRANSLATE_NOOP("settings", "With signatures; else the site manager cancels alone."),
    ),
    "prices_by_request": (
        QT_TRANSLATE_NOOP("settings", "Price versions come into effect by request"),
        QT_TRANSLATE_NOOP("settings", "With signatures; else the site manager does it alone."),
    ),
    "refunds_by_request": (
        QT_TRANSLATE_NOOP("settings", "Refunds are paid by request"),
        QT_TRANSLATE_NOOP("settings", "With signatures; else the cashier pays alone."),
    ),
    "deliver_settled_only": (
        QT_TRANSLATE_NOOP("settings", "Hand over only after the area is settled"),
        QT_TRANSLATE_NOOP("settings", "Else the form of the handing over warns."),
    ),
    "late_fee_tenths": (
        QT_TRANSLATE_NOOP("settings", "Late fee a day, in tenths of a ten-thousandth"),
        QT_TRANSLATE_NOOP("settings", "5 is 0.5 in ten thousand of what is overdue; 0: none."),
    ),
    "late_fee_grace_days": (
        QT_TRANSLATE_NOOP("settings", "No late fee when paid within"),
        QT_TRANSLATE_NOOP("settings", "Days after the day it was due; later it counts from then."),
    ),
    "late_fee_cap_percent": (
        QT_TRANSLATE_NOOP("settings", "Late fee at most, of the amount due"),
        QT_TRANSLATE_NOOP("settings", "In percent; 0: without a bound."),
    ),
    "grace_days": (
        QT_TRANSLATE_NOOP("settings", "A notice of default gives"),
        QT_TRANSLATE_NOOP("settings", "Where no other grace is written into it."),
    ),
    "grace_shortest_days": (
        QT_TRANSLATE_NOOP("settings", "Shortest grace of a notice"),
        QT_TRANSLATE_NOOP("settings", "No deposit is forfeited before it is over."),
    ),
    "notice_prefix": (
        QT_TRANSLATE_NOOP("settings", "Notice numbers begin with"),
        QT_TRANSLATE_NOOP("settings", "For notices of default served from now on."),
    ),
    **DEMAND_SETTINGS,
    "change_prefix": (
        QT_TRANSLATE_NOOP("settings", "Change numbers begin with"),
        QT_TRANSLATE_NOOP("settings", "For changes to deals that are signed from now on."),
    ),
    "idle_lock_minutes": (
        QT_TRANSLATE_NOOP("settings", "The window locks after"),
        QT_TRANSLATE_NOOP("settings", "Without a key or the mouse; the password opens it again."),
    ),
    "cashier_lock_minutes": (
        QT_TRANSLATE_NOOP("settings", "The cashier's window locks after"),
        QT_TRANSLATE_NOOP("settings", "Shorter, because money is at hand."),
    ),
    "plan_valid_days": (
        QT_TRANSLATE_NOOP("settings", "A buying plan is valid for"),
        QT_TRANSLATE_NOOP("settings", "Printed on it; it is no offer."),
    ),
    "plan_first_percent": (
        QT_TRANSLATE_NOOP("settings", "Least first payment"),
        QT_TRANSLATE_NOOP(
            "settings", "Of buying plans with a mortgage, a combined loan, instalments."
        ),
    ),
    "plan_fund_first_percent": (
        QT_TRANSLATE_NOOP("settings", "Least first payment, provident fund"),
        QT_TRANSLATE_NOOP("settings", "Of buying plans whose loan is all the fund's."),
    ),
    "plan_rate_bp": (
        QT_TRANSLATE_NOOP("settings", "Yearly rate of a bank's loan"),
        QT_TRANSLATE_NOOP("settings", "310 is 3.10 %. A plan may be made with another rate."),
    ),
    "plan_fund_rate_bp": (
        QT_TRANSLATE_NOOP("settings", "Yearly rate of the provident fund"),
        QT_TRANSLATE_NOOP("settings", "260 is 2.60 %. A plan may be made with another rate."),
    ),
    "plan_longest_years": (
        QT_TRANSLATE_NOOP("settings", "Longest loan"),
        QT_TRANSLATE_NOOP("settings", "A plan begins with so many years."),
    ),
    "plan_loan_step_yuan": (
        QT_TRANSLATE_NOOP("settings", "Loans are lent in steps of"),
        QT_TRANSLATE_NOOP("settings", "What is left over is paid at first."),
    ),
    "plan_fund_most_yuan": (
        QT_TRANSLATE_NOOP("settings", "The provident fund lends at most"),
        QT_TRANSLATE_NOOP(
            "settings", "0: no limit is known, and a combined loan asks for the fund's part."
        ),
    ),
    "deed_tax_bp": (
        QT_TRANSLATE_NOOP("settings", "Deed tax up to 140 m²"),
        QT_TRANSLATE_NOOP("settings", "100 is 1 % of the price; 0 leaves it out of buying plans."),
    ),
    "deed_tax_large_bp": (
        QT_TRANSLATE_NOOP("settings", "Deed tax above 140 m²"),
        QT_TRANSLATE_NOOP(
            "settings", "150 is 1.5 % of the price; 0 leaves it out of buying plans."
        ),
    ),
    "maintenance_fund_yuan": (
        QT_TRANSLATE_NOOP("settings", "Maintenance fund per m²"),
        QT_TRANSLATE_NOOP("settings", "As the city has set it; 0 leaves it out of buying plans."),
    ),
    "registration_fee_yuan": (
        QT_TRANSLATE_NOOP("settings", "Registration fee"),
        QT_TRANSLATE_NOOP("settings", "For one home; 0 leaves it out of buying plans."),
    ),
    "wall_prices": (
        QT_TRANSLATE_NOOP("settings", "The wall shows list prices"),
        QT_TRANSLATE_NOOP("settings", "Of homes on offer; never of those not released or sold."),
    ),
    "large_cash_yuan": (
        QT_TRANSLATE_NOOP("settings", "Cash of one person is large from"),
        QT_TRANSLATE_NOOP(
            "settings", "On one day: marked on receipts, the day and the to-do list; 0: never."
        ),
    ),
    "identify_from_yuan": (
        QT_TRANSLATE_NOOP("settings", "Who pays is identified from"),
        QT_TRANSLATE_NOOP("settings", "Of all that is paid for a deal; 0: only at the contract."),
    ),
    "wall_page_seconds": (
        QT_TRANSLATE_NOOP("settings", "A page of the wall stands for"),
        QT_TRANSLATE_NOOP("settings", "Where the project does not fit on one."),
    ),
    "backup_folder": (
        QT_TRANSLATE_NOOP("settings", "Backups lie in"),
        QT_TRANSLATE_NOOP("settings", "Empty: beside the office's file. Another disk is safer."),
    ),
}
"""Name and explanation of each setting."""

SETTING_GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (QT_TRANSLATE_NOOP("setting groups", "Office"), ("office_name", "zone", "backup_folder")),
    (
        QT_TRANSLATE_NOOP("setting groups", "Holds and signing"),
        (
            "hold_minutes",
            "hold_longest_minutes",
            "hold_writing_minutes",
            "hold_warning_minutes",
            "sign_within_days",
            "file_within_days",
            "reservation_longest_days",
            "extension_longest_days",
            "deliver_settled_only",
            "late_fee_tenths",
            "late_fee_grace_days",
            "late_fee_cap_percent",
            "grace_days",
            "grace_shortest_days",
            "demand_days",
            "promise_longest_days",
            "review_days",
            "cancel_by_request",
            "prices_by_request",
            "refunds_by_request",
            "lots_for_owners",
            "line_longest",
            "line_longest_days",
            "first_refusal_minutes",
            "attachment_most_mb",
        ),
    ),
    (QT_TRANSLATE_NOOP("setting groups", "Register"), ("spot_checks_daily",)),
    (QT_TRANSLATE_NOOP("setting groups", "Prices"), ("filed_band_percent",)),
    (
        QT_TRANSLATE_NOOP("setting groups", "Buying plan"),
        (
            "plan_valid_days",
            "plan_first_percent",
            "plan_fund_first_percent",
            "plan_rate_bp",
            "plan_fund_rate_bp",
            "plan_longest_years",
            "plan_loan_step_yuan",
            "plan_fund_most_yuan",
            "deed_tax_bp",
            "deed_tax_large_bp",
            "maintenance_fund_yuan",
            "registration_fee_yuan",
        ),
    ),
    (QT_TRANSLATE_NOOP("setting groups", "Money"), ("large_cash_yuan", "identify_from_yuan")),
    (
        QT_TRANSLATE_NOOP("setting groups", "Numbers on papers"),
        (
            "receipt_books",
            "receipt_prefix",
            "refund_prefix",
            "contra_prefix",
            "agreement_prefix",
            "change_prefix",
            "notice_prefix",
            "demand_prefix",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("setting groups", "Wall in the waiting hall"),
        ("wall_prices", "wall_page_seconds"),
    ),
    (
        QT_TRANSLATE_NOOP("setting groups", "Lock"),
        ("idle_lock_minutes", "cashier_lock_minutes"),
    ),
)
"""The settings in the order in which they are shown."""


def word(context: str, table: dict[str, str], code: str) -> str:
    """Give the word for *code* of *table*; a code without a word is given back."""
    text = table.get(code)
    return code if text is None else QCoreApplication.translate(context, text)
