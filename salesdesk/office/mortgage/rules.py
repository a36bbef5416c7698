"""A loan's life from the papers to the pay-out (domain 3.10), as tables: no rows, no input or output."""

from collections.abc import Mapping
from enum import StrEnum

from salesdesk.kernel.lifecycle import Lifecycle


class LoanProduct(StrEnum):
    """What kind of loan pays: a bank's (按揭), the provident fund's (公积金), or both (组合贷)."""

    MORTGAGE = "mortgage"
    PROVIDENT_FUND = "provident_fund"
    COMBINED = "combined_loan"


class LoanPart(StrEnum):
    """Whose money a part of a loan is; each is paid out once."""

    BANK = "bank"
    FUND = "fund"


PARTS: Mapping[LoanProduct, frozenset[LoanPart]] = {
    LoanProduct.MORTGAGE: frozenset({LoanPart.BANK}),
    LoanProduct.PROVIDENT_FUND: frozenset({LoanPart.FUND}),
    LoanProduct.COMBINED: frozenset(LoanPart),
}
"""Which parts each kind of loan has."""


class LoanState(StrEnum):
    """What a case stands at: its newest turn says so (待收资料, 资料初审, ... 已放款)."""

    COLLECTING = "collecting"
    CHECKING = "first check"
    CHECKED = "checked"
    SENT = "at the bank"
    SUPPLEMENT = "supplement"
    APPROVED = "approved"
    AWAITING = "awaiting pay-out"
    PART_PAID = "partly paid out"
    PAID_OUT = "paid out"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_S = LoanState
LOAN: Lifecycle[LoanState] = Lifecycle(
    "loan",
    LoanState.COLLECTING,
    [
        ("complete documents", {_S.COLLECTING}, _S.CHECKING),
        ("pass check", {_S.CHECKING}, _S.CHECKED),
        ("hand back", {_S.CHECKING, _S.CHECKED}, _S.COLLECTING),
        ("face-sign", {_S.CHECKED}, _S.CHECKED),
        ("face-sign", {_S.SENT}, _S.SENT),
        ("face-sign", {_S.APPROVED}, _S.APPROVED),
        ("send", {_S.CHECKED}, _S.SENT),
        ("ask supplement", {_S.SENT}, _S.SUPPLEMENT),
        ("answer supplement", {_S.SUPPLEMENT}, _S.SENT),
        ("approve", {_S.SENT}, _S.APPROVED),
        ("refuse", {_S.SENT, _S.SUPPLEMENT, _S.APPROVED, _S.AWAITING}, _S.REFUSED),
        ("pre-register", {_S.APPROVED}, _S.AWAITING),
        ("pay out part", {_S.AWAITING}, _S.PART_PAID),
        ("pay out", {_S.AWAITING, _S.PART_PAID}, _S.PAID_OUT),
        ("take back", {_S.PART_PAID, _S.PAID_OUT}, _S.AWAITING),
        (
            "withdraw loan",
            {
                *(_S.COLLECTING, _S.CHECKING, _S.CHECKED, _S.SENT, _S.SUPPLEMENT, _S.APPROVED),
                _S.AWAITING,
            },
            _S.WITHDRAWN,
        ),
    ],
)
"""Legal turns. The buyer signs at the bank (面签) before or after it is sent, in any case before the
pre-registration. A bank may take its word back until it has paid. What was paid out is taken back only
once its receipt is void or answered."""

OVER: frozenset[LoanState] = frozenset({LoanState.REFUSED, LoanState.WITHDRAWN})
"""States after which another case may be opened: with another bank."""

PAY_OUTS: frozenset[str] = frozenset({"pay out part", "pay out"})
"""The turns that are receipts."""

REASONED: frozenset[str] = frozenset({"hand back", "ask supplement", "refuse", "take back", "withdraw loan"})  # fmt: skip
"""Turns that say why."""

TAKEN_BY: Mapping[str, str] = {
    "complete documents": "CompleteLoanDocuments",
    "pass check": "CheckLoan",
    "hand back": "CheckLoan",
    "face-sign": "FaceSignLoan",
    "send": "SendLoan",
    "ask supplement": "AskLoanSupplement",
    "answer supplement": "AnswerLoanSupplement",
    "approve": "ApproveLoan",
    "refuse": "RefuseLoan",
    "pre-register": "PreRegisterLoan",
    "pay out part": "PayOutLoan",
    "pay out": "PayOutLoan",
    "take back": "TakeBackPayOut",
    "withdraw loan": "WithdrawLoan",
}
"""The command, and the right, of each turn."""

DAYS_MOST: Mapping[LoanState, int] = {
    LoanState.COLLECTING: 7,
    LoanState.CHECKING: 2,
    LoanState.CHECKED: 3,
    LoanState.SENT: 15,
    LoanState.SUPPLEMENT: 5,
    LoanState.APPROVED: 10,
    LoanState.AWAITING: 15,
    LoanState.PART_PAID: 15,
    LoanState.REFUSED: 3,
}
"""Days after which a case that has not moved is stuck."""


class BuyerKind(StrEnum):
    """How a borrower earns: it decides what the bank wants to see (domain 3.10)."""

    EMPLOYED = "employed"
    OWNER = "business owner"


class DocumentState(StrEnum):
    """Whether a document is there; *expired* is never written: it follows from its last day."""

    LACKING = "lacking"
    GOT = "got"
    NOT_NEEDED = "not needed"


_SHOWN = (
    ("借款人身份证", "Borrower's ID card"),
    ("配偶身份证", "Spouse's ID card"),
    ("户口本", "Household register"),
    ("婚姻证明", "Proof of marital status"),
    ("收入证明", "Proof of income"),
    ("银行流水（6个月）", "Bank statements of 6 months"),
    ("征信查询授权书", "Consent to a credit report"),
    ("商品房买卖合同", "Purchase contract"),
    ("首付款收据", "Receipt of the first payment"),
    ("首套房证明", "Proof of a first home"),
)
_OWNERS = (("营业执照", "Business licence"), ("企业财务报表", "Accounts of the firm"))
_FUNDS = (("公积金缴存证明", "Proof of provident fund deposits"),)

LOAN_DOCUMENTS: Mapping[str, str] = dict((*_SHOWN, *_OWNERS, *_FUNDS))
"""What banks usually ask for (domain 3.10, S122): Chinese name, English name."""


def shipped_documents(product: LoanProduct, buyer: BuyerKind) -> tuple[str, ...]:
    """Give the check list of a new office for any bank, by its Chinese names."""
    wanted = [chinese for chinese, _english in _SHOWN]
    if buyer is BuyerKind.OWNER:
        wanted += [chinese for chinese, _english in _OWNERS]
    if product is not LoanProduct.MORTGAGE:
        wanted += [chinese for chinese, _english in _FUNDS]
    return tuple(wanted)
