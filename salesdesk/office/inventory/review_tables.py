"""Rows about when what is kept back from sale is looked at again: never changed, the newest counts."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, day_number, refuse_all, stamped

FARTHEST_DAYS = 366
"""How far ahead a day of review may lie."""

_DAY = 86_400_000_000


class ClaimReview(Record):
    """A hold-back (销控) or a block is looked at again on *review_on*; *note* says why not before."""

    __tablename__ = "claim_review"
    id: Mapped[Key]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True)
    review_on: Mapped[date]
    note: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


stamped(ClaimReview, "actor_id", "at")
append_only(ClaimReview)
refuse_all(
    ClaimReview,
    "INSERT",
    [
        (
            "right",
            (
                "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
                " WHERE p.id = NEW.actor_id AND p.left_at IS NULL"
                " AND r.name IN ('HoldBack', 'BlockUnits', 'ReviewHoldBack'))"
            ),
            "nobody dates a hold-back without the right",
        ),
        (
            "stage",
            (
                "NOT EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.claim_id"
                " AND c.ended_at IS NULL AND c.stage IN ('held back', 'blocked'))"
            ),
            "only what is kept back is looked at again",
        ),
        (
            "ahead",
            (
                f"length(NEW.review_on) <> 10 OR {day_number('NEW.review_on')}"
                f" NOT BETWEEN NEW.at / {_DAY} AND NEW.at / {_DAY} + {FARTHEST_DAYS + 1}"
            ),
            "what is kept back is looked at again within a year",
        ),
        (
            "note",
            (
                "NEW.note = '' AND EXISTS (SELECT 1 FROM claim c WHERE c.id = NEW.claim_id"
                " AND c.opened_at < NEW.at)"
            ),
            "what is put off has its reason",
        ),
    ],
)
