"""Roles, who may do what when a new office opens (afterwards rights are rows), and settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A person's job in the office."""

    RECEPTION = "reception"
    CONSULTANT = "consultant"
    CASHIER = "cashier"
    MANAGER = "manager"
    HEAD = "head"
    DEPUTY = "deputy"
    GENERAL = "general"
    ADMIN = "admin"


_R, _C, _K, _M, _H, _D, _G, _A = Role
_ALL = frozenset(Role)
_DESK = frozenset({_C, _M, _H, _D, _G})
_SEE = _DESK | {_A}

DEFAULT_RIGHTS: Mapping[str, frozenset[Role]] = {
    # people and the office
    "AddPerson": frozenset({_A}),
    "ChangeOwnPassword": _ALL,
    "ResetPassword": frozenset({_A}),
    "ChangeRole": frozenset({_A}),
    "PersonLeaves": frozenset({_A, _M}),
    "GrantRight": frozenset({_A}),
    "PostPerson": frozenset({_A}),
    "RevokeRight": frozenset({_A}),
    "ChangeSetting": frozenset({_A}),
    "CreateProject": frozenset({_A, _M}),
    "EditProject": frozenset({_A, _M}),
    "RecordPermit": frozenset({_A, _M}),
    "CorrectPermit": frozenset({_A, _M}),
    "WithdrawPermit": frozenset({_A, _M}),
    "SetLaw": frozenset({_A, _M}),
    "AdoptLawPack": frozenset({_A, _M}),
    "RequestLaws": frozenset({_M, _H}),
    "law_pack": frozenset({_A, _M, _H, _D, _G}),
    "ImportUnits": frozenset({_A, _M}),
    "ImportOpening": frozenset({_A, _M}),
    "GenerateUnits": frozenset({_A, _M}),
    "CopyBuilding": frozenset({_A, _M}),
    "MergeUnits": frozenset({_M}),
    "SplitUnit": frozenset({_M}),
    "preview_import": frozenset({_A, _M}),
    "audit": frozenset({_A, _M}),
    "journal": frozenset({_A, _M}),
    "people": _ALL,
    "postings": frozenset({_A, _M}),
    "rights": frozenset({_A}),
    "settings": frozenset({_A, _M}),
    # the board
    "ReleaseUnits": frozenset({_M}),
    "WithdrawUnits": frozenset({_M}),
    "HoldBack": frozenset({_M}),
    "BlockUnits": frozenset({_M}),
    "UnblockUnits": frozenset({_M}),
    "ReviewHoldBack": frozenset({_M}),
    "kept_back": _ALL,
    "release_check": frozenset({_M}),
    "AcceptBack": frozenset({_M}),
    "BindLot": frozenset({_M}),
    "UnbindLot": frozenset({_M}),
    "DraftPrices": frozenset({_M}),
    "EffectPrices": frozenset({_M}),
    "RequestPrices": frozenset({_M}),
    "WithdrawPriceDraft": frozenset({_M}),
    "SetFiledPrices": frozenset({_A, _M}),
    "RefilePrices": frozenset({_D, _G}),
    "SetFloorPrices": frozenset({_M}),
    "LowerFloorPrices": frozenset({_G}),
    "price_versions": frozenset({_M, _G}),
    "price_version": frozenset({_M, _G}),
    "price_comparison": frozenset({_M, _G}),
    "price_units": frozenset({_M, _G}),
    "price_trial": frozenset({_M, _G}),
    "price_reverse": frozenset({_M, _G}),
    "scheme_of_prices": frozenset({_M, _G}),
    "floor_prices": frozenset({_M, _G}),
    "unit_floor": frozenset({_M, _H, _D, _G}),
    "unit_price_steps": _ALL,
    "board": _ALL,
    "unit_history": _ALL,
    "bound_to": _ALL,
    "free_lots": _ALL,
    "public_board": _ALL,
    # reception
    "RegisterVisit": frozenset({_R, _C, _M}),
    "CorrectVisit": frozenset({_R, _C, _M}),
    "EditCustomer": frozenset({_R, _C, _M}),
    "MergeCustomers": frozenset({_M}),
    "RevealCustomer": frozenset({_R, _C, _K, _M}),
    "RecordFollowUp": frozenset({_C, _M}),
    "AdviseFollowUp": frozenset({_M, _H, _D}),
    "CheckEntry": frozenset({_M, _H, _D}),
    "CommentEntry": frozenset({_M, _H, _D}),
    "spot_sample": frozenset({_M, _H, _D}),
    "spot_checks": frozenset({_C, _M, _H, _D}),
    "needs": frozenset({_M, _H, _D}),
    "project_strip": frozenset({_M, _H, _D}),
    "HandOver": frozenset({_M}),
    "find": _ALL,
    "visit_register": frozenset({_R, _C, _M, _H, _D}),
    "follow_ups_due": frozenset({_R, _C, _M, _H, _D}),
    # approvals and reservations
    "EditFlow": frozenset({_A}),
    "SetStandIn": frozenset({_M, _H, _D, _G, _A}),
    "SignRequest": frozenset({_M, _H, _D, _G}),
    "WithdrawRequest": _DESK | {_K},
    "RestartRequest": _DESK,
    "RequestReservation": frozenset({_C, _M, _H}),
    "GiveUpReservation": frozenset({_C, _M}),
    "RequestExtension": frozenset({_C, _M}),
    "RequestMode": frozenset({_C, _M}),
    "RequestNames": frozenset({_C, _M}),
    "RequestCancellation": frozenset({_C, _M}),
    "RequestPrice": frozenset({_C, _M}),
    "RequestDiscount": frozenset({_C, _M}),
    "RequestExchange": frozenset({_C, _M}),
    "exchange_offer": frozenset({_C, _M}),
    "exchange_choices": frozenset({_C, _M}),
    "RequestForfeit": frozenset({_C, _M}),
    "RequestAreaSettlement": frozenset({_C, _M}),
    "RequestRefund": frozenset({_K, _M}),
    "RequestLateFeeWaiver": frozenset({_C, _K, _M}),
    "requests": _SEE | {_K},
    "request_sheet": _SEE | {_K},
    "flows": _SEE,
    "stand_ins": _SEE,
    "signers": _SEE,
    "reservations": _SEE,
    # deals
    "HoldUnit": frozenset({_C, _M}),
    "ExtendHold": frozenset({_C, _M}),
    "LetGo": frozenset({_C, _M}),
    "StandInLine": frozenset({_C, _M}),
    "LeaveLine": frozenset({_C, _M}),
    "unit_line": _DESK,
    "ApprovePrice": frozenset({_M}),
    "OfferDiscount": frozenset({_M}),
    "EndDiscount": frozenset({_M}),
    "LimitDiscount": frozenset({_A}),
    "AddPaymentMode": frozenset({_M, _A}),
    "SetModeTerms": frozenset({_M}),
    "buying_plan": _DESK,
    "Subscribe": frozenset({_C, _M}),
    "IdentifyBuyer": frozenset({_C, _K, _M}),
    "buyers": frozenset({_C, _K, _M}),
    "deal_versions": frozenset({_C, _K, _M, _H, _D, _G}),
    "CancelSubscription": frozenset({_M}),
    "NoticeDefault": frozenset({_M}),
    "LiftDefault": frozenset({_M}),
    "RecordMeasuredArea": frozenset({_M}),
    "area_settlements": _SEE,
    "RecordProgress": frozenset({_M}),
    "building_progress": _SEE | {_K},
    "progress_trial": frozenset({_M}),
    "default_notices": _SEE,
    "default_draft": frozenset({_M}),
    "default_paper": frozenset({_C, _K, _M, _H, _D, _G, _A}),
    "WriteDemands": frozenset({_K, _M}),
    "RecordPromise": frozenset({_C, _K, _M}),
    "reminders": _SEE | {_K},
    "due_badges": _SEE | {_K},
    "demand_letters": _SEE | {_K},
    "payment_promises": _SEE | {_K},
    "demand_papers": frozenset({_C, _K, _M, _H, _D, _G, _A}),
    "SignContract": frozenset({_C, _M}),
    "RecordOnlineSigning": frozenset({_C, _M}),
    "FileContract": frozenset({_M}),
    "DeliverUnit": frozenset({_M}),
    "signings_overdue": _SEE,
    "filings_due": _SEE,
    "deliveries_pending": _SEE,
    "ending_holds": frozenset({_C, _M}),
    # what is attached: a scan may show papers of persons, a floor plan is for everybody
    "AttachScan": frozenset({_C, _M, _H}),
    "AttachFloorPlan": frozenset({_A, _M}),
    "StrikeAttachment": frozenset({_M}),
    "deal_scans": _SEE | {_K},
    "request_scans": _SEE | {_K},
    "scan_file": _DESK | {_K},
    "floor_plans": _ALL,
    "floor_plan": _ALL,
    "floor_plan_file": _ALL,
    # the till
    "TakeDeposit": frozenset({_K}),
    "TakePayment": frozenset({_K}),
    "ApplyPrepaid": frozenset({_K}),
    "FixLateFee": frozenset({_K, _M}),
    "PayRefund": frozenset({_K}),
    "VoidReceipt": frozenset({_K}),
    "ApproveContra": frozenset({_M, _H}),
    "ContraReceipt": frozenset({_K}),
    "PrintContra": frozenset({_K, _M}),
    "RegisterBook": frozenset({_M}),
    "IssueBook": frozenset({_M}),
    "ReturnBook": frozenset({_M}),
    "SpoilForm": frozenset({_K}),
    "SetStationery": frozenset({_A}),
    "stationery": frozenset({_C, _K, _M, _A}),
    "receipt_books": frozenset({_K, _M, _A}),
    "my_next_form": frozenset({_K, _M}),
    "book_slip": frozenset({_K, _M, _A}),
    "ExchangeReceipts": frozenset({_K}),
    "exchangeable_receipts": frozenset({_K, _M}),
    "receipt_exchanges": frozenset({_K, _M, _A}),
    "verify_receipt": _ALL,
    "contra_paper": frozenset({_C, _K, _M, _A}),
    "PrintReceipt": frozenset({_K, _M}),
    "PrintUnprinted": frozenset({_K, _M}),
    "unprinted_papers": frozenset({_K, _M}),
    "CountCash": frozenset({_K}),
    "CloseDay": frozenset({_K}),
    "CloseDayFor": frozenset({_M}),
    "CloseMonth": frozenset({_A}),
    "receipts": frozenset({_K, _M, _A}),
    "large_cash": frozenset({_K, _M, _A}),
    "refunds": frozenset({_K, _M, _A}),
    "refund_terms": frozenset({_K, _M}),
    "day_cash": frozenset({_K, _M, _A}),
    "day_closes": frozenset({_K, _M, _A}),
    "open_day": frozenset({_K, _M}),
    "day_close_paper": frozenset({_K, _M, _A}),
    "day_close_of": frozenset({_K, _M, _A}),
    "months": frozenset({_M, _A}),
    "month_paper": frozenset({_M, _A}),
    "transfers": frozenset({_K, _M, _A}),
    "ageing": frozenset({_K, _M, _H, _D, _G, _A}),
    "collections": frozenset({_K, _M, _H, _D, _G, _A}),
    "deposits_held": frozenset({_K, _M, _H, _D, _G, _A}),
    "SetAccountCode": frozenset({_A}),
    "ExportVouchers": frozenset({_A}),
    "account_codes": frozenset({_A, _M}),
    "voucher_runs": frozenset({_A, _M}),
    "voucher_run": frozenset({_A, _M}),
    "vouchers_waiting": frozenset({_A, _M}),
    "RegisterAccount": frozenset({_A, _M}),
    "ImportStatement": frozenset({_K, _A}),
    "MatchStatement": frozenset({_K, _A}),
    "UnmatchStatement": frozenset({_A, _M}),
    "supervised_accounts": frozenset({_K, _M, _H, _D, _G, _A}),
    "statement_lines": frozenset({_K, _M, _A}),
    "not_in_account": frozenset({_K, _M, _A}),
    "statement_matches": frozenset({_K, _M, _A}),
    "receipt_paper": frozenset({_C, _K, _M, _A}),
    "agreement_paper": frozenset({_C, _K, _M, _A}),
    "change_paper": frozenset({_C, _K, _M, _A}),
    # loans: the consultant brings and checks the papers, the cashier and the manager have to do with the bank
    "OpenLoanCase": frozenset({_C, _K, _M}),
    "RecordLoanDocument": frozenset({_C, _K, _M}),
    "CompleteLoanDocuments": frozenset({_C, _K, _M}),
    "CheckLoan": frozenset({_C, _M}),
    "FaceSignLoan": frozenset({_C, _K, _M}),
    "SendLoan": frozenset({_K, _M}),
    "AskLoanSupplement": frozenset({_K, _M}),
    "AnswerLoanSupplement": frozenset({_C, _K, _M}),
    "ApproveLoan": frozenset({_K, _M}),
    "RefuseLoan": frozenset({_K, _M}),
    "PreRegisterLoan": frozenset({_K, _M}),
    "PayOutLoan": frozenset({_K}),
    "TakeBackPayOut": frozenset({_K}),
    "WithdrawLoan": frozenset({_C, _K, _M}),
    "SetLoanDocuments": frozenset({_M}),
    "loan_cases": _SEE | {_K},
    "loan_case": _SEE | {_K},
    "loan_offers": frozenset({_C, _K, _M}),
    "loan_check_lists": _SEE | {_K},
    "loan_list": _SEE | {_K},
    "loan_instalments": _SEE | {_K},
    # the campaign
    "PlanCampaign": frozenset({_M}),
    "EditPhase": frozenset({_M}),
    "MovePhase": frozenset({_M}),
    "AddJob": frozenset({_M}),
    "EditJob": frozenset({_M}),
    "MoveJob": frozenset({_M}),
    "ShiftCampaign": frozenset({_M}),
    "StartJob": frozenset({_C, _M}),
    "RestoreJob": frozenset({_M}),
    "MarkJob": frozenset({_C, _M}),
    "RemoveJob": frozenset({_M}),
    "timeline": frozenset({_R, _C, _M, _H, _D, _G, _A}),
}
"""Which roles hold each command and query of a new office: a row each afterwards."""
SEES_PHONES: frozenset[Role] = frozenset({_M})
"""Roles that see every phone; a consultant sees those of his own customers."""
SEES_IDS: frozenset[Role] = frozenset()
"""Roles that see whole ID numbers without asking: none; `RevealCustomer` is journalled."""


@dataclass(frozen=True, slots=True)
class SettingRule:
    """One setting of the office: its kind, its value in a new office, its bounds."""

    kind: type
    default: object
    least: int = 0
    most: int = 0


RECOVERY_FAILURES = "recovery_failures"
"""The setting that counts wrong recovery keys since the last right one; its time is the last one's."""

DRILL = "restore_drill"
"""The setting that names the backup that was restored last, for trial; its time is the drill's."""

STATIONERY = "stationery"
"""The setting that holds the pre-printed receipt form (`SetStationery`), as JSON; "": as shipped."""

SETTINGS: Mapping[str, SettingRule] = {
    "office_name": SettingRule(str, ""),
    "practice": SettingRule(bool, default=False),
    "zone": SettingRule(str, "Asia/Shanghai"),
    "hold_minutes": SettingRule(int, 30, 1, 10_080),
    "hold_longest_minutes": SettingRule(int, 180, 1, 43_200),
    "hold_writing_minutes": SettingRule(int, 60, 0, 1_440),
    "hold_warning_minutes": SettingRule(int, 30, 0, 1_440),
    "sign_within_days": SettingRule(int, 7, 1, 90),
    "file_within_days": SettingRule(int, 30, 1, 90),
    "filed_band_percent": SettingRule(int, 15, 0, 100),
    "reservation_longest_days": SettingRule(int, 30, 1, 365),
    "extension_longest_days": SettingRule(int, 30, 1, 365),
    "deliver_settled_only": SettingRule(bool, default=False),
    "grace_days": SettingRule(int, 7, 1, 90),
    "grace_shortest_days": SettingRule(int, 3, 1, 90),
    "late_fee_tenths": SettingRule(int, 0, 0, 100),
    "late_fee_grace_days": SettingRule(int, 0, 0, 90),
    "late_fee_cap_percent": SettingRule(int, 0, 0, 100),
    "demand_days": SettingRule(int, 7, 1, 90),
    "promise_longest_days": SettingRule(int, 30, 1, 180),
    "review_days": SettingRule(int, 30, 1, 365),
    "spot_checks_daily": SettingRule(int, 5, 0, 50),
    "plan_valid_days": SettingRule(int, 3, 1, 90),
    "plan_first_percent": SettingRule(int, 15, 0, 100),
    "plan_fund_first_percent": SettingRule(int, 20, 0, 100),
    "plan_rate_bp": SettingRule(int, 310, 0, 2_400),
    "plan_fund_rate_bp": SettingRule(int, 260, 0, 2_400),
    "plan_longest_years": SettingRule(int, 30, 1, 40),
    "plan_loan_step_yuan": SettingRule(int, 10_000, 1, 1_000_000),
    "plan_fund_most_yuan": SettingRule(int, 0, 0, 10_000_000),
    "deed_tax_bp": SettingRule(int, 100, 0, 1_000),
    "deed_tax_large_bp": SettingRule(int, 150, 0, 1_000),
    "maintenance_fund_yuan": SettingRule(int, 0, 0, 1_000),
    "registration_fee_yuan": SettingRule(int, 80, 0, 10_000),
    "cancel_by_request": SettingRule(bool, default=False),
    "prices_by_request": SettingRule(bool, default=False),
    "refunds_by_request": SettingRule(bool, default=False),
    "attachment_most_mb": SettingRule(int, 10, 1, 40),
    "line_longest": SettingRule(int, 5, 1, 100),
    "line_longest_days": SettingRule(int, 30, 1, 365),
    "first_refusal_minutes": SettingRule(int, 120, 1, 10_080),
    "receipt_books": SettingRule(bool, default=False),
    "large_cash_yuan": SettingRule(int, 50_000, 0, 10_000_000),
    "identify_from_yuan": SettingRule(int, 0, 0, 10_000_000),
    "receipt_prefix": SettingRule(str, "SJ"),
    "refund_prefix": SettingRule(str, "TK"),
    "contra_prefix": SettingRule(str, "HC"),
    "agreement_prefix": SettingRule(str, "RG"),
    "change_prefix": SettingRule(str, "BG"),
    "notice_prefix": SettingRule(str, "CG"),
    "demand_prefix": SettingRule(str, "CK"),
    "idle_lock_minutes": SettingRule(int, 5, 1, 240),
    "cashier_lock_minutes": SettingRule(int, 2, 1, 240),
    "lots_for_owners": SettingRule(bool, default=False),
    "wall_prices": SettingRule(bool, default=True),
    "wall_page_seconds": SettingRule(int, 12, 5, 120),
    "backup_folder": SettingRule(str, ""),
    DRILL: SettingRule(str, ""),
    STATIONERY: SettingRule(str, ""),
    "recovery_hash": SettingRule(str, ""),
    RECOVERY_FAILURES: SettingRule(int, 0),
}
"""The office's settings: a closed list. Minutes, days, seconds, yuan and hundredths of a percent
(``_bp``) or tenths of a ten-thousandth a day (``late_fee_tenths``, 0: no fee) as their names say; the maintenance fund is per m²."""

NOBODYS_SETTINGS = frozenset({"recovery_hash", RECOVERY_FAILURES})
"""Settings that the office keeps for itself: neither shown nor changed by anybody."""
OWN_DOORS = frozenset({"practice", STATIONERY})
"""Settings that are shown, and changed by a command of their own or never."""

PASSWORD_LENGTH = 10
"""Fewest characters of a password, except on practice offices."""

FREE_FAILURES, LONGEST_WAIT_MINUTES = 5, 15
"""Wrong passwords before an account waits: 1 minute, doubling to 15, never for ever."""


def minutes_to_wait(failures: int) -> int:
    """Give the minutes to wait after so many wrong passwords, or wrong recovery keys, in a row."""
    return min(LONGEST_WAIT_MINUTES, int(2 ** min(failures - FREE_FAILURES, 10)))
