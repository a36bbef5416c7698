"""How far a role goes alone below a list price (折扣权限) now."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.office.staff.limit_tables import DiscountLimit


def limit_of(session: Session, role: str) -> int | None:
    """Give the most a role may take off (basis points); None: no limit is set."""
    newest = select(func.max(DiscountLimit.id)).where(DiscountLimit.role == role)
    return session.scalar(
        select(DiscountLimit.most_bp).where(DiscountLimit.id == newest.scalar_subquery())
    )
