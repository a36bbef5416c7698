"""The kinds of record number, so that a checker and the command line can tell them apart."""

from typing import NewType

from typing_extensions import override

ProjectId = NewType("ProjectId", int)
BuildingId = NewType("BuildingId", int)
UnitId = NewType("UnitId", int)
CustomerId = NewType("CustomerId", int)
VisitId = NewType("VisitId", int)
FollowUpId = NewType("FollowUpId", int)
PersonId = NewType("PersonId", int)
ReceiptId = NewType("ReceiptId", int)
DueLineId = NewType("DueLineId", int)
RefundId = NewType("RefundId", int)
PhaseId = NewType("PhaseId", int)
JobId = NewType("JobId", int)
PriceVersionId = NewType("PriceVersionId", int)
RequestId = NewType("RequestId", int)
PermitId = NewType("PermitId", int)
AttachmentId = NewType("AttachmentId", int)
Fen = NewType("Fen", int)
"""An amount of money in a command's form: the command line reads it as yuan."""


class Secret(str):
    """A password in a command's form: never journalled, never shown."""

    __slots__ = ()

    @override
    def __repr__(self) -> str:
        """Hide the value in tracebacks and logs."""
        return "Secret('***')"
