"""Rows of how far each role goes alone below a list price (折扣权限)."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, stamped


class DiscountLimit(Record):
    """The most that a role may take off a list price (basis points); the newest of a role counts."""

    __tablename__ = "discount_limit"
    __table_args__ = (CheckConstraint("most_bp BETWEEN 0 AND 10000", name="share"),)
    id: Mapped[Key]
    role: Mapped[str] = mapped_column(index=True)
    most_bp: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int]


stamped(DiscountLimit, "actor_id", "at")
append_only(DiscountLimit)

LIMIT = (
    "(SELECT l.most_bp FROM person p JOIN discount_limit l ON l.role = p.role WHERE p.id = {}"
    " ORDER BY l.id DESC LIMIT 1)"
)
"""The most that the person {} takes off a list price alone (basis points), as SQL; NULL: no limit is set."""
