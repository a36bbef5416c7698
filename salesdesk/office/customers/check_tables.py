"""Rows about spot checks (抽查) of the register and of follow-ups: they only grow."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.customers.check_rules import CHECKED_DAYS
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, stamped


class SpotCheck(Record):
    """Somebody looked at an entry: with a verdict where chance had picked it, else a comment alone."""

    __tablename__ = "spot_check"
    __table_args__ = (
        CheckConstraint("(visit_id IS NULL) <> (follow_up_id IS NULL)", name="entry"),
        CheckConstraint("verdict IN ('', 'good', 'wanting')", name="verdict"),
        CheckConstraint("verdict = 'good' OR comment <> ''", name="comment"),
    )
    id: Mapped[Key]
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"), index=True)
    follow_up_id: Mapped[int | None] = mapped_column(ForeignKey("follow_up.id"), index=True)
    verdict: Mapped[str]
    comment: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


stamped(SpotCheck, "actor_id", "at")
append_only(SpotCheck)

_WEEK = (CHECKED_DAYS + 1) * 86_400_000_000
_HOLDS = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = '{}')"
)
_HOLDS_CHECK, _HOLDS_COMMENT = _HOLDS.format("CheckEntry"), _HOLDS.format("CommentEntry")
refuse_all(
    SpotCheck,
    "INSERT",
    [
        (
            "right",
            (
                f"(NEW.verdict <> '' AND NOT {_HOLDS_CHECK})"
                f" OR (NEW.verdict = '' AND NOT {_HOLDS_COMMENT})"
            ),
            "nobody checks entries without the right",
        ),
        (
            "own",
            (
                "NEW.verdict <> '' AND (EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id"
                " AND v.receptionist_id = NEW.actor_id) OR EXISTS (SELECT 1 FROM follow_up f"
                " WHERE f.id = NEW.follow_up_id AND f.done_by = NEW.actor_id))"
            ),
            "nobody checks what he wrote himself",
        ),
        (
            "once",
            (
                "NEW.verdict <> '' AND EXISTS (SELECT 1 FROM spot_check s WHERE s.verdict <> ''"
                " AND (s.visit_id = NEW.visit_id OR s.follow_up_id = NEW.follow_up_id))"
            ),
            "an entry is checked once",
        ),
        (
            "done",
            (
                "NEW.follow_up_id IS NOT NULL AND EXISTS (SELECT 1 FROM follow_up f"
                " WHERE f.id = NEW.follow_up_id AND f.done_at IS NULL)"
            ),
            "only what was recorded is checked",
        ),
        (
            "week",
            (
                "NEW.verdict <> '' AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = NEW.visit_id"
                f" AND v.recorded_at < NEW.at AND v.recorded_at >= NEW.at - {_WEEK})"
                " AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.id = NEW.follow_up_id"
                f" AND f.done_at < NEW.at AND f.done_at >= NEW.at - {_WEEK})"
            ),
            "what was written down in the week before is checked",
        ),
    ],
)
