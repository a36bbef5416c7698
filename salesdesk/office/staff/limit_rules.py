"""How far each role goes alone below a list price (折扣权限), as an office begins; pure figures."""

from salesdesk.office.staff.rules import Role

WHOLE_BP = 10_000

SHIPPED_LIMITS = (
    (Role.CONSULTANT, 300),  # what his buying plans show: no more than the manager can approve
    (Role.MANAGER, 300),
    (Role.HEAD, 500),
    (Role.DEPUTY, 800),
    (Role.ADMIN, 300),  # who takes price lists in
)
"""The most off the list price that a role gives alone, as a new office begins (basis points)."""


def off_bp(before_fen: int, after_fen: int) -> int:
    """Give what is off a price, in basis points of it, rounded up: a limit is a limit."""
    return -(-(before_fen - after_fen) * WHOLE_BP // before_fen)
