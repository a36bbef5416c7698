"""The rights under their headings, as the page of rights shows them."""

from typing import Final

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP

RIGHT_GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        QT_TRANSLATE_NOOP("right groups", "People and the office"),
        (
            "AddPerson", "ChangeOwnPassword", "ResetPassword", "ChangeRole", "PersonLeaves",
            "GrantRight", "RevokeRight", "PostPerson", "postings", "ChangeSetting", "people",
            "rights", "settings",
            "journal", "audit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Projects and price lists"),
        (
            "CreateProject", "EditProject", "RecordPermit", "CorrectPermit", "WithdrawPermit",
            "SetLaw", "AdoptLawPack", "RequestLaws", "law_pack",
            "ImportUnits", "ImportOpening",
            "GenerateUnits", "CopyBuilding", "MergeUnits", "SplitUnit", "preview_import",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Sales-control board"),
        (
            "ReleaseUnits", "WithdrawUnits", "HoldBack", "BlockUnits", "UnblockUnits",
            "ReviewHoldBack", "kept_back", "release_check", "AcceptBack", "BindLot", "UnbindLot", "board",
            "bound_to", "free_lots", "unit_history", "public_board",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Prices"),
        (
            "DraftPrices", "EffectPrices", "RequestPrices", "WithdrawPriceDraft", "SetFiledPrices",
            "RefilePrices", "SetFloorPrices", "LowerFloorPrices", "price_versions", "price_version", "price_comparison",
            "price_units", "price_trial", "price_reverse", "scheme_of_prices", "floor_prices", "unit_floor", "unit_price_steps",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Approvals and reservations"),
        (
            "SignRequest", "WithdrawRequest", "RestartRequest", "SetStandIn", "EditFlow",
            "RequestReservation", "GiveUpReservation", "RequestExtension", "RequestMode",
            "RequestNames", "RequestCancellation", "RequestPrice", "RequestDiscount",
            "RequestExchange", "exchange_choices", "exchange_offer", "RequestForfeit",
            "RequestAreaSettlement", "RequestRefund", "RequestLateFeeWaiver", "requests", "request_sheet",
            "flows", "stand_ins", "signers", "reservations",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Reception and customers"),
        (
            "RegisterVisit", "CorrectVisit", "EditCustomer", "MergeCustomers", "RevealCustomer",
            "RecordFollowUp", "AdviseFollowUp", "HandOver", "find", "visit_register",
            "follow_ups_due", "CheckEntry", "CommentEntry", "spot_sample", "spot_checks",
            "needs", "project_strip",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Deals"),
        (
            "HoldUnit", "ExtendHold", "LetGo", "StandInLine", "LeaveLine", "unit_line",
            "buying_plan", "ApprovePrice", "OfferDiscount", "EndDiscount",
            "LimitDiscount", "AddPaymentMode", "SetModeTerms", "Subscribe", "IdentifyBuyer",
            "SignContract", "RecordOnlineSigning", "FileContract", "DeliverUnit",
            "signings_overdue", "filings_due", "deliveries_pending", "ending_holds",
            "CancelSubscription", "buyers", "deal_versions",
            "agreement_paper", "change_paper",
            "AttachScan", "AttachFloorPlan", "StrikeAttachment", "deal_scans", "request_scans", "scan_file",
            "floor_plans", "floor_plan", "floor_plan_file",
            "NoticeDefault", "LiftDefault",
            "default_notices", "default_draft", "default_paper",
            "RecordMeasuredArea", "area_settlements",
            "RecordProgress", "building_progress", "progress_trial",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Till"),
        (
            "TakeDeposit", "TakePayment", "ApplyPrepaid", "FixLateFee", "PayRefund", "VoidReceipt", "PrintReceipt", "PrintUnprinted", "CountCash", "receipts", "large_cash",
            "CloseDay", "CloseDayFor", "day_closes", "open_day", "day_close_paper", "day_close_of",
            "CloseMonth", "months", "month_paper", "transfers", "ageing", "collections", "deposits_held",
            "SetAccountCode", "ExportVouchers", "account_codes", "voucher_runs", "voucher_run", "vouchers_waiting",
            "RegisterAccount", "ImportStatement", "MatchStatement", "UnmatchStatement",
            "supervised_accounts", "statement_lines", "not_in_account", "statement_matches",
            "WriteDemands", "RecordPromise", "reminders", "due_badges", "demand_letters", "payment_promises", "demand_papers",
            "refunds", "refund_terms", "day_cash", "receipt_paper", "ApproveContra", "ContraReceipt", "PrintContra", "contra_paper",
            "unprinted_papers", "SetStationery", "stationery",
            "RegisterBook", "IssueBook", "ReturnBook", "SpoilForm", "receipt_books", "my_next_form", "book_slip",
            "ExchangeReceipts", "exchangeable_receipts", "receipt_exchanges", "verify_receipt",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Loans"),
        (
            "OpenLoanCase", "RecordLoanDocument", "CompleteLoanDocuments", "CheckLoan", "FaceSignLoan",
            "SendLoan", "AskLoanSupplement", "AnswerLoanSupplement", "ApproveLoan", "RefuseLoan",
            "PreRegisterLoan", "PayOutLoan", "TakeBackPayOut", "WithdrawLoan", "SetLoanDocuments",
            "loan_cases", "loan_case", "loan_offers", "loan_check_lists", "loan_list", "loan_instalments",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("right groups", "Campaign"),
        (
            "PlanCampaign", "ShiftCampaign", "EditPhase", "MovePhase", "AddJob", "EditJob",
            "MoveJob", "StartJob", "MarkJob", "RemoveJob", "RestoreJob", "timeline",
        ),
    ),
)  # fmt: skip
"""Every right under its heading; what is missing here stands under "Other"."""

OTHER_RIGHTS: Final = QT_TRANSLATE_NOOP("right groups", "Other")
