"""Changes to a deal whose agreement is signed: the kinds, and how kinship is proved."""

from enum import StrEnum

from salesdesk.office.approvals.rules import RequestKind

CHANGES: frozenset[RequestKind] = frozenset(
    {
        RequestKind.EXTENSION,
        RequestKind.PAYMENT_MODE,
        RequestKind.NAMES,
        RequestKind.CANCELLATION,
        RequestKind.PRICE,
        RequestKind.EXCHANGE,
        RequestKind.FORFEIT,
        RequestKind.AREA,
    }
)
"""What is changed by a request, its signatures and a numbered paper."""


class KinshipProof(StrEnum):
    """What shows that new buyers are the old ones' family (更名证明); *none* is told to the signers."""

    NONE = "none"
    MARRIAGE = "marriage certificate"
    REGISTER = "household register"
    BIRTH = "birth certificate"
    NOTARY = "notarised statement"
