"""Rows of late fees that are waived (减免): what a request is about, and the line against the fee once it is signed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.approvals.tables import OPEN_STEP, STOPPED, Signature
from salesdesk.office.sales.due_tables import VALID_ON_LINE
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class WaiverRequest(Record):
    """What a request to waive a late fee is about: which line of a schedule, how much of it (fen)."""

    __tablename__ = "waiver_request"
    __table_args__ = (CheckConstraint("amount_fen > 0", name="amount"),)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), primary_key=True)
    due_line_id: Mapped[int] = mapped_column(ForeignKey("due_line.id"), index=True)
    amount_fen: Mapped[int]
    asker_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    filed_at: Mapped[datetime]


class LateFeeWaiver(Record):
    """What of a late fee was waived (fen), by a request's last signature; the fee itself stays as it was fixed."""

    __tablename__ = "late_fee_waiver"
    __table_args__ = (CheckConstraint("amount_fen > 0", name="amount"),)
    request_id: Mapped[int] = mapped_column(
        ForeignKey("waiver_request.request_id"), primary_key=True
    )
    due_line_id: Mapped[int] = mapped_column(ForeignKey("due_line.id"), index=True)
    amount_fen: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


stamped(WaiverRequest, "asker_id", "filed_at")
stamped(LateFeeWaiver, "actor_id", "at")
for _table in (WaiverRequest, LateFeeWaiver):
    append_only(_table)

_OPEN = (
    "EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.due_line_id AND l.money = 'late fee'"
    f" AND l.ended_at IS NULL AND NEW.amount_fen + {VALID_ON_LINE} <= l.amount_fen)"
)
"""Whether so much of a late fee is neither paid nor waived."""
_WAIVED = (
    "(SELECT coalesce(sum(w.amount_fen), 0) FROM late_fee_waiver w JOIN due_line l"
    " ON l.id = w.due_line_id JOIN due_line n ON n.deal_id = l.deal_id WHERE n.id = NEW.due_line_id)"
)
"""What was waived on the deal before (fen): a request's thresholds count it too."""
refuse_all(
    WaiverRequest,
    "INSERT",
    (
        (
            "request",
            (
                "NOT EXISTS (SELECT 1 FROM request q WHERE q.id = NEW.request_id AND q.kind = 'waiver'"
                " AND q.asker_id = NEW.asker_id AND q.filed_at = NEW.filed_at"
                f" AND q.amount_fen = NEW.amount_fen + {_WAIVED})"
            ),
            "what is asked of a late fee is its request''s",
        ),
        ("open", f"NOT {_OPEN}", "no more of a late fee is waived than is open"),
    ),
)
refuse_all(
    LateFeeWaiver,
    "INSERT",
    (
        (
            "signed",
            (
                "NOT EXISTS (SELECT 1 FROM waiver_request w JOIN request q ON q.id = w.request_id"
                " WHERE w.request_id = NEW.request_id AND w.due_line_id = NEW.due_line_id"
                f" AND w.amount_fen = NEW.amount_fen AND q.amount_fen = NEW.amount_fen + {_WAIVED}"
                f" AND NOT {STOPPED.format('q')} AND {OPEN_STEP.format('q')} IS NULL"
                " AND EXISTS (SELECT 1 FROM signature s WHERE s.request_id = q.id"
                " AND s.at = NEW.at AND s.person_id = NEW.actor_id))"
            ),
            "a late fee is waived by its signatures",
        ),
        ("open", f"NOT {_OPEN}", "no more of a late fee is waived than is open"),
    ),
)
refuse_when(
    Signature,
    "cashier",
    "INSERT",
    "EXISTS (SELECT 1 FROM request q JOIN person p ON p.id IN (NEW.person_id, coalesce(NEW.absent_id, 0))"
    " WHERE q.id = NEW.request_id AND q.kind = 'waiver' AND p.role = 'cashier')",
    "who takes the money waives none of it",
)
