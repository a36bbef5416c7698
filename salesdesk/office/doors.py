"""What each command writes: from this table a server grants each role what its commands need.

Rights are rows and commands are classes; a database knows neither, only tables. `DOORS` says, for
each command, into which tables it may reach and how. A role's grants are those of all commands it
holds the right to, and change with its rights. Every command also writes the journal, its intent
and the change log.
"""

from collections.abc import Mapping

_CLAIM_ENDS = "UPDATE (ended_at, ended_by, end_reason)"
_CLAIM = {"claim": ("INSERT", _CLAIM_ENDS)}
_LAPSE = {"claim": (_CLAIM_ENDS,)}
_LEFT_LINE = {"line_place": ("UPDATE (ended_at, ended_by, end_reason)",)}
_FILING = {**_LAPSE, "request": ("INSERT",), "reservation": ("INSERT",)}
_ASKING = {**_LAPSE, "request": ("INSERT",), "change_request": ("INSERT",)}
_GRANTING = {**_LAPSE, "request": ("INSERT",), "price_grant": ("INSERT",)}
_REFUNDING = {
    **_LAPSE,
    "request": ("INSERT",),
    "refund_request": ("INSERT",),
    "refund_original": ("INSERT",),
}
_WAIVING = {**_LAPSE, "request": ("INSERT",), "waiver_request": ("INSERT",)}
_PRICING = {"request": ("INSERT",), "price_request": ("INSERT",)}
_RELAXING = {"request": ("INSERT",), "law_request": ("INSERT",)}
_PRICED = {
    "price_effect": ("INSERT",),
    "price_change": ("INSERT",),
    "unit": ("UPDATE (unit_price_fen, total_fen)",),
}
_OFFER = {"release_batch": ("INSERT",), "release_line": ("INSERT",)}
_OFFER_ENDS = {"release_line": ("UPDATE (ended_at, ended_by, end_reason)",)}
_NUMBERS = ("INSERT", "UPDATE (next_no)")
_DUE_ENDS = "UPDATE (ended_at, ended_by, kept_fen, end_reason)"
_DATED = {"due_line": ("UPDATE (due_on)",)}
_SETTLED = {"due_line": ("UPDATE (open_fen)",)}
_FIXED = {"late_fee": ("INSERT",), "due_line": ("INSERT", "UPDATE (open_fen)")}
_MONEY = {
    "counter": _NUMBERS,
    "receipt": ("INSERT",),
    "tender": ("INSERT",),
    "movement": ("INSERT",),
}
_SETTING = {"setting": ("INSERT", "UPDATE (value, changed_at, changed_by)")}
_LOAN = {**_LAPSE, "loan_turn": ("INSERT",)}
_FORM = {"book_form": ("INSERT",)}
_HELD_BOOKS = {"counter": ("UPDATE (next_no)",)}
"""Whoever holds a row while he adds up must be able to change it."""
_CLOSING = {
    **_HELD_BOOKS,
    "day_close": ("INSERT",),
    "day_close_tender": ("INSERT",),
    "day_close_piece": ("INSERT",),
}
_NEW_CUSTOMER = {
    "customer": ("INSERT", "UPDATE (consultant_id, grade, last_contact_at)"),
    "phone": ("INSERT",),
}
_CUSTOMER_EDIT = (
    "UPDATE (name, name_key, pinyin, sex, id_kind, id_number, address, grade, note, version)"
)
_CUSTOMER_MERGED = (
    "UPDATE (id_kind, id_number, address, sex, grade, note, last_contact_at, version, merged_into)"
)
_VISIT_EDIT = "UPDATE (manner, media, grade, next_on, remarks, details, version)"
_CONTACT = {
    "customer": ("UPDATE (grade, last_contact_at)",),
    "follow_up": ("INSERT", "UPDATE (due_on, done_at, done_by, manner, result)"),
}
_HEIR = {
    "customer": ("UPDATE (consultant_id)",),
    "follow_up": ("UPDATE (consultant_id)",),
}
_UNIT_EDIT = (
    "UPDATE (layout, orientation, use, note, gross_area, inside_area, unit_price_fen,"
    " total_fen, place)"
)
_UNITS = {
    "building": ("INSERT",),
    "unit": ("INSERT", _UNIT_EDIT),
    "price_change": ("INSERT",),
    "unit_before": ("INSERT",),
    "project": ("INSERT",),
}
_REMADE = {
    "unit": ("INSERT", "UPDATE (place)"),
    "unit_remake": ("INSERT",),
    "unit_remake_line": ("INSERT",),
}
_PHASE = {
    "campaign_phase": (
        "INSERT",
        "UPDATE (title, english, aims, aims_english, plan_from, plan_to, place, version)",
    )
}
_JOB_EDIT = (
    "UPDATE (phase_id, kind, place, title, english, plan_from, plan_to, started_on, done_on,"
    " owner_id, note, removed_at, removed_why, version)"
)
_JOB = {
    "campaign_job": ("INSERT", _JOB_EDIT),
    "campaign_phase": ("UPDATE (version)",),
}
_REVIEW = {"claim_review": ("INSERT",)}
_ATTACHED = {"attachment": ("INSERT",), "attachment_content": ("INSERT",)}
_LAW = {"law_line": ("INSERT",), "project": ("UPDATE (law_level)",)}

DOORS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    # people and the office
    "AddPerson": {"person": ("INSERT",)},
    "ChangeOwnPassword": {"person": ("UPDATE (must_change)",)},
    "ResetPassword": {"person": ("UPDATE (must_change, failures, wait_until)",)},
    "ChangeRole": {"person": ("UPDATE (role)",), **_HEIR},
    "PersonLeaves": {"person": ("UPDATE (left_at)",), **_HEIR},
    "PostPerson": {"posting": ("INSERT", "UPDATE (ended_at, ended_by)")},
    "GrantRight": {"role_right": ("INSERT",)},
    "RevokeRight": {"role_right": ("DELETE",)},
    "ChangeSetting": _SETTING,
    "SetStationery": _SETTING,
    "CreateProject": {"project": ("INSERT",)},
    "EditProject": {
        "project": ("UPDATE (name, company, address, phone, rounding)",),
    },
    "SetLaw": _LAW,
    "AdoptLawPack": _LAW,
    "RequestLaws": _RELAXING,
    "RecordPermit": {"permit": ("INSERT",), "permit_building": ("INSERT",)},
    "CorrectPermit": {
        **_LAPSE,
        "permit": ("UPDATE (number, authority, issued_on, account)",),
        "permit_building": ("INSERT", "DELETE"),
        "permit_change": ("INSERT",),
    },
    "WithdrawPermit": {
        **_LAPSE,
        **_OFFER_ENDS,
        "permit_building": ("DELETE",),
        "permit_change": ("INSERT",),
    },
    "ImportUnits": {**_UNITS, "import_file": ("INSERT",)},
    "ImportOpening": {
        **_CLAIM,
        **_NEW_CUSTOMER,
        "customer": ("INSERT", "UPDATE (id_kind, id_number, consultant_id)"),
        "deal": ("INSERT",),
        "movement": ("INSERT",),
        "counter": ("INSERT",),
    },
    "GenerateUnits": {**_UNITS, "import_file": ("INSERT",)},
    "CopyBuilding": {**_UNITS, "import_file": ("INSERT",)},
    "MergeUnits": {**_CLAIM, **_REMADE},
    "SplitUnit": {**_CLAIM, **_REMADE},
    # the board
    "ReleaseUnits": {**_LAPSE, **_OFFER},
    "WithdrawUnits": {**_LAPSE, **_OFFER_ENDS},
    "HoldBack": {**_CLAIM, **_OFFER_ENDS, **_REVIEW},
    "BlockUnits": {**_CLAIM, **_OFFER_ENDS, **_REVIEW},
    "ReviewHoldBack": {**_LAPSE, **_REVIEW},
    "UnblockUnits": _CLAIM,
    "AcceptBack": _CLAIM,
    "BindLot": {**_CLAIM, "binding": ("INSERT",)},
    "UnbindLot": {**_CLAIM, "binding": (_CLAIM_ENDS,)},
    "DraftPrices": {"price_version": ("INSERT",), "price_line": ("INSERT",)},
    "EffectPrices": _PRICED,
    "RequestPrices": _PRICING,
    "WithdrawPriceDraft": {"price_withdrawal": ("INSERT",)},
    "SetFiledPrices": {"filed_price": ("INSERT",)},
    "RefilePrices": {"filed_price": ("INSERT",)},
    "SetFloorPrices": {"floor_price": ("INSERT",)},
    "LowerFloorPrices": {"floor_price": ("INSERT",)},
    # approvals; whoever signs last carries out what was asked for
    "EditFlow": {"flow": ("INSERT",), "flow_step": ("INSERT",)},
    "SetStandIn": {"stand_in": ("INSERT",)},
    "SignRequest": {
        **_CLAIM,
        **_OFFER_ENDS,
        **_LEFT_LINE,
        **_PRICED,
        **_LAW,
        "signature": ("INSERT",),
        "counter": _NUMBERS,
        "deal_change": ("INSERT",),
        "price_approval": ("INSERT",),
        "price_step": ("INSERT",),
        "cancellation": ("INSERT",),
        "filing_cancelled": ("INSERT",),
        "refund": ("INSERT",),
        "movement": ("INSERT",),
        "follow_up": ("INSERT",),
        "deal": ("INSERT",),
        "unit_exchange": ("INSERT",),
        "binding": ("INSERT", _CLAIM_ENDS),
        "agreement": ("INSERT",),
        "buyer": ("INSERT",),
        "buyer_agent": ("INSERT",),
        "due_line": ("INSERT", _DUE_ENDS, *_SETTLED["due_line"]),
        "late_fee": ("INSERT",),
        "late_fee_waiver": ("INSERT",),
    },
    "WithdrawRequest": {"withdrawal": ("INSERT",)},
    "RestartRequest": _FILING | _ASKING | _GRANTING | _PRICING | _RELAXING | _REFUNDING | _WAIVING,
    "RequestReservation": _FILING,
    "GiveUpReservation": _CLAIM,
    "RequestExtension": _ASKING,
    "RequestMode": _ASKING,
    "RequestNames": _ASKING,
    "RequestCancellation": _ASKING,
    "RequestPrice": _ASKING,
    "RequestDiscount": _GRANTING,
    "RequestExchange": _ASKING,
    "RequestForfeit": _ASKING,
    "RequestAreaSettlement": _ASKING,
    "RequestRefund": _REFUNDING,
    "RequestLateFeeWaiver": _WAIVING,
    # reception
    "RegisterVisit": {
        **_NEW_CUSTOMER,
        "visit": ("INSERT",),
        "follow_up": ("INSERT", "UPDATE (due_on)"),
    },
    "CorrectVisit": {
        "visit": (_VISIT_EDIT,),
        "revision": ("INSERT",),
    },
    "EditCustomer": {
        "customer": (_CUSTOMER_EDIT,),
        "phone": ("INSERT", "DELETE"),
        "revision": ("INSERT",),
    },
    "MergeCustomers": {
        "customer": (_CUSTOMER_MERGED,),
        "phone": ("UPDATE (customer_id)",),
        "visit": ("UPDATE (customer_id)",),
        "follow_up": ("UPDATE (customer_id)",),
        "revision": ("INSERT",),
    },
    "RecordFollowUp": _CONTACT,
    "AdviseFollowUp": {"follow_up": ("UPDATE (advice, advised_by, advised_at)",)},
    "CheckEntry": {"spot_check": ("INSERT",)},
    "CommentEntry": {"spot_check": ("INSERT",)},
    "HandOver": _HEIR,
    # deals
    "HoldUnit": {**_CLAIM, **_LEFT_LINE, "deal": ("INSERT",)},
    "StandInLine": {**_LAPSE, "line_place": ("INSERT", *_LEFT_LINE["line_place"])},
    "LeaveLine": {**_LAPSE, **_LEFT_LINE},
    "ExtendHold": _CLAIM,
    "LetGo": _LAPSE,
    "ApprovePrice": {**_LAPSE, "price_approval": ("INSERT",), "price_step": ("INSERT",)},
    "OfferDiscount": {"discount_offer": ("INSERT",)},
    "EndDiscount": {"discount_offer": ("UPDATE (ended_at, ended_by, end_reason)",)},
    "LimitDiscount": {"discount_limit": ("INSERT",)},
    "AddPaymentMode": {"payment_mode": ("INSERT",)},
    "SetModeTerms": {"mode_version": ("INSERT",)},
    "Subscribe": {
        **_CLAIM,
        "counter": _NUMBERS,
        "agreement": ("INSERT",),
        "buyer": ("INSERT",),
        "buyer_agent": ("INSERT",),
        "due_line": ("INSERT",),
    },
    "IdentifyBuyer": {
        **_LAPSE,
        "buyer": ("UPDATE (id_kind, id_number)",),
        "buyer_agent": ("INSERT",),
    },
    "CancelSubscription": {
        **_CLAIM,
        **_OFFER_ENDS,
        "cancellation": ("INSERT",),
        "filing_cancelled": ("INSERT",),
        "refund": ("INSERT",),
        "movement": ("INSERT",),
        "follow_up": ("INSERT",),
        "due_line": (_DUE_ENDS,),
    },
    "NoticeDefault": {**_LAPSE, "counter": _NUMBERS, "default_notice": ("INSERT",)},
    "WriteDemands": {**_LAPSE, "counter": _NUMBERS, "demand_letter": ("INSERT",)},
    "RecordPromise": {**_LAPSE, "payment_promise": ("INSERT",)},
    "RecordMeasuredArea": {**_LAPSE, "measured_area": ("INSERT",)},
    "RecordProgress": {**_DATED, "building_stage": ("INSERT",)},
    "LiftDefault": {**_LAPSE, "default_lift": ("INSERT",)},
    "SignContract": {
        **_CLAIM,
        **_DATED,
        "movement": ("INSERT",),
        "contract": ("INSERT",),
        "online_signing": ("INSERT",),
    },
    "RecordOnlineSigning": {**_LAPSE, "online_signing": ("INSERT",)},
    "FileContract": {**_CLAIM, **_DATED, "contract_filing": ("INSERT",)},
    "DeliverUnit": {**_CLAIM, **_DATED, "delivery": ("INSERT",)},
    # what is attached
    "AttachScan": _ATTACHED,
    "AttachFloorPlan": _ATTACHED,
    "StrikeAttachment": {"attachment_struck": ("INSERT",)},
    # the till
    "TakeDeposit": {**_CLAIM, **_MONEY, **_FORM},
    "TakePayment": {**_LAPSE, **_MONEY, **_FORM, **_FIXED, "allocation": ("INSERT",)},
    "FixLateFee": {**_LAPSE, **_FIXED},
    "ApplyPrepaid": {
        **_LAPSE,
        **_FIXED,
        "movement": ("INSERT",),
        "prepaid_use": ("INSERT",),
    },
    "PayRefund": {**_LAPSE, **_MONEY},
    "VoidReceipt": {
        **_CLAIM,
        **_HELD_BOOKS,
        **_SETTLED,
        "receipt_void": ("INSERT",),
        "movement": ("INSERT",),
    },
    "ApproveContra": {**_LAPSE, "contra_approval": ("INSERT",)},
    "RegisterBook": {"receipt_book": ("INSERT",)},
    "IssueBook": {"book_issue": ("INSERT",)},
    "ReturnBook": {"book_return": ("INSERT",)},
    "SpoilForm": _FORM,
    "ExchangeReceipts": {
        **_LAPSE,
        "receipt_exchange": ("INSERT",),
        "receipt_exchange_line": ("INSERT",),
    },
    "ContraReceipt": {
        **_CLAIM,
        **_SETTLED,
        "counter": _NUMBERS,
        "contra": ("INSERT",),
        "movement": ("INSERT",),
    },
    "SetAccountCode": {"account_code": ("INSERT",)},
    "ExportVouchers": {"voucher_run": ("INSERT",), "voucher_movement": ("INSERT",)},
    "RegisterAccount": {"supervised_account": ("INSERT",)},
    "ImportStatement": {"statement_import": ("INSERT",), "statement_line": ("INSERT",)},
    "MatchStatement": {"statement_match": ("INSERT",)},
    "UnmatchStatement": {"statement_unmatch": ("INSERT",)},
    "PrintContra": {"contra_print": ("INSERT",)},
    "PrintReceipt": {"receipt_print": ("INSERT",)},
    "PrintUnprinted": {"receipt_print": ("INSERT",)},
    "CountCash": {"cash_count": ("INSERT",)},
    "CloseDay": _CLOSING,
    "CloseDayFor": _CLOSING,
    "CloseMonth": {**_HELD_BOOKS, "month_close": ("INSERT",)},
    # loans
    "OpenLoanCase": {**_LAPSE, "loan_case": ("INSERT",), "loan_document": ("INSERT",)},
    "RecordLoanDocument": {**_LAPSE, "loan_document": ("INSERT",)},
    "CompleteLoanDocuments": _LOAN,
    "CheckLoan": _LOAN,
    "FaceSignLoan": _LOAN,
    "SendLoan": _LOAN,
    "AskLoanSupplement": {**_LOAN, "loan_document": ("INSERT",)},
    "AnswerLoanSupplement": _LOAN,
    "ApproveLoan": _LOAN,
    "RefuseLoan": _LOAN,
    "PreRegisterLoan": _LOAN,
    "PayOutLoan": {**_LOAN, **_MONEY, **_FORM, **_FIXED, "allocation": ("INSERT",)},
    "TakeBackPayOut": _LOAN,
    "WithdrawLoan": _LOAN,
    "SetLoanDocuments": {"loan_check_list": ("INSERT",)},
    # the campaign
    "PlanCampaign": {**_JOB, **_PHASE},
    "ShiftCampaign": {**_JOB, **_PHASE},
    "MovePhase": {**_JOB, **_PHASE},
    "EditPhase": _PHASE,
    "AddJob": _JOB,
    "EditJob": _JOB,
    "MoveJob": _JOB,
    "StartJob": _JOB,
    "MarkJob": _JOB,
    "RemoveJob": _JOB,
    "RestoreJob": _JOB,
}

SWEEP: Mapping[str, tuple[str, ...]] = _CLAIM
"""What everybody's program may do in the clock's name: end a hold or a reservation whose time is
over, and hold back what was reserved. A claim in his own name asks for his right (`claim_guards`)."""
ALONE: frozenset[str] = frozenset({
    "AddPerson", "ResetPassword", "ChangeRole", "PersonLeaves", "GrantRight", "PostPerson", "RevokeRight",
    "ChangeSetting", "SetStationery", "CreateProject", "EditProject", "SetLaw", "AdoptLawPack", "RequestLaws", "RecordPermit", "CorrectPermit", "WithdrawPermit", "GenerateUnits",
    "CopyBuilding", "ImportOpening", "DraftPrices", "OfferDiscount", "EndDiscount", "LimitDiscount", "AddPaymentMode", "SetModeTerms", "RecordProgress", "MergeCustomers", "HandOver", "PlanCampaign", "ShiftCampaign",
    "MovePhase", "EditPhase", "AddJob", "EditJob", "MoveJob", "StartJob", "MarkJob", "RemoveJob",
    "RestoreJob", "EditFlow", "SetStandIn", "SignRequest", "WithdrawRequest", "RestartRequest", "CheckEntry", "CommentEntry",
    "ImportStatement", "MatchStatement", "UnmatchStatement", "SetAccountCode", "ExportVouchers",
})  # fmt: skip
"""Commands that read widely and decide: on a server they run as if nobody else did.

The others hold the rows they are about (a unit, a customer, a register) before they look.
"""
SEALED_FIRST: frozenset[str] = frozenset({"CloseDay", "CloseDayFor", "CloseMonth"})
"""Commands whose paper bears the head of the seals: the journal is sealed up to them."""
