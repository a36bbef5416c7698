"""Rows of what was paid ahead and was taken for a line later (预收款抵付); no cash moves, no paper."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.sales.due_tables import ACCOUNT_OF, VALID_ON_LINE
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, stamped


class PrepaidUse(Record):
    """What of a deal's money paid ahead (fen) pays which line since *at*."""

    __tablename__ = "prepaid_use"
    __table_args__ = (CheckConstraint("amount_fen > 0", name="amount"),)
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    due_line_id: Mapped[int] = mapped_column(ForeignKey("due_line.id"), index=True)
    amount_fen: Mapped[int]
    at: Mapped[datetime]
    day: Mapped[date]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


append_only(PrepaidUse)
_LIES = f"(SELECT {ACCOUNT_OF.format('n')} FROM due_line n WHERE n.id = NEW.due_line_id)"
stamped(PrepaidUse, "actor_id", "at", day="day")
refuse_all(
    PrepaidUse,
    "INSERT",
    (
        (
            "line",
            (
                "NOT EXISTS (SELECT 1 FROM due_line l WHERE l.id = NEW.due_line_id"
                " AND l.deal_id = NEW.deal_id AND l.ended_at IS NULL)"
            ),
            "what was paid ahead is for what is due of its deal",
        ),
        (
            "owed",
            (
                f"NEW.amount_fen + {VALID_ON_LINE}"
                " > (SELECT l.amount_fen FROM due_line l WHERE l.id = NEW.due_line_id)"
            ),
            "no more is taken for a line than it is",
        ),
        (
            "moved",
            (
                "NEW.amount_fen + (SELECT coalesce(sum(p.amount_fen), 0) FROM prepaid_use p"
                " JOIN due_line l ON l.id = p.due_line_id WHERE p.deal_id = NEW.deal_id"
                f" AND {ACCOUNT_OF.format('l')} = {_LIES}) > (SELECT coalesce(sum(m.amount_fen), 0)"
                " FROM movement m WHERE m.deal_id = NEW.deal_id AND m.kind = 'applied'"
                f" AND m.credit = {_LIES})"
            ),
            "what was paid ahead moves before it pays",
        ),
    ),
)
