"""Rows of closed months. A closed month stays closed: nothing is dated into it, not even a day's close."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from salesdesk.office.ledger.close_tables import DayClose
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.tables import CashCount, Movement, Receipt
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class MonthClose(Record):
    """A month of the office, closed by the accountant (月结), with the sheet as printed; fen."""

    __tablename__ = "month_close"
    __table_args__ = (CheckConstraint("length(month) = 7", name="month"),)
    id: Mapped[Key]
    month: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    taken_fen: Mapped[int]
    back_fen: Mapped[int]
    sheet: Mapped[str] = mapped_column(Canonical)


def month_is_closed(session: Session, day: date) -> bool:
    """Whether the month of *day* is closed, or a later one."""
    later = select(MonthClose.id).where(MonthClose.month >= f"{day:%Y-%m}")
    return session.scalar(later.limit(1)) is not None


append_only(MonthClose)
stamped(MonthClose, "actor_id", "at")

for _dated in (Receipt, Contra, CashCount, Movement, DayClose):
    refuse_when(
        _dated,
        "month",
        "INSERT",
        "EXISTS (SELECT 1 FROM month_close m WHERE m.month >= substr(NEW.day, 1, 7))",
        "a closed month stays closed",
    )

_OPEN = (
    "EXISTS (SELECT 1 FROM {} r WHERE substr(r.day, 1, 7) <= NEW.month AND NOT EXISTS"
    " (SELECT 1 FROM day_close c WHERE c.cashier_id = r.cashier_id AND c.day >= r.day))"
)
_SUM = (
    "(SELECT coalesce(sum(t.{}), 0) FROM day_close c JOIN day_close_tender t ON t.close_id = c.id"
    " WHERE substr(c.day, 1, 7) = NEW.month)"
)
refuse_all(
    MonthClose,
    "INSERT",
    (
        (
            "right",
            (
                "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
                " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = 'CloseMonth')"
            ),
            "nobody closes a month without the right",
        ),
        (
            "order",
            "EXISTS (SELECT 1 FROM month_close m WHERE m.month >= NEW.month)",
            "months are closed once, in their order",
        ),
        (
            "open",
            f"{_OPEN.format('receipt')} OR {_OPEN.format('contra')}",
            "a day of the month is open",
        ),
        (
            "books",
            (
                f"NEW.taken_fen <> {_SUM.format('taken_fen')}"
                f" OR NEW.back_fen <> {_SUM.format('back_fen')}"
            ),
            "a closed month is the sum of its days",
        ),
    ),
)
