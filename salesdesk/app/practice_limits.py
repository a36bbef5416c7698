"""What a learner meets by refusal in the practice office: floor prices, limits, an area not settled yet.

By no dice: whatever the days lead to stays as it was, for nobody there sells below the list price.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from salesdesk.app.practice_scenes import Signers
from salesdesk.kernel.keys import ProjectId, RequestId, UnitId
from salesdesk.office.approvals.commands import SignRequest
from salesdesk.office.frontdoor import Seat
from salesdesk.office.inventory.price_limits import SetFloorPrices
from salesdesk.office.inventory.queries import board
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.sales.discount_commands import LimitDiscount
from salesdesk.office.sales.measuring import RecordMeasuredArea, RequestAreaSettlement
from salesdesk.office.staff.limit_rules import SHIPPED_LIMITS

_FLOOR_PERCENT = Decimal(-6)
_REPORT = "杭州某测绘院 房测（2026）第 112 号"
_ERRORS = (Decimal("1.012"), Decimal("0.991"), Decimal("1.036"))
"""What is measured by what was agreed, home by home; the last is beyond the 3 % that need a settlement's care."""
_CONTRACTS = frozenset({UnitState.SIGNED, UnitState.FILED, UnitState.DELIVERED})


def set_limits(admin: Seat, manager: Seat) -> None:
    """Set a floor price on every unit and the most that each role may give."""
    manager.do(
        SetFloorPrices(reason="董事会批准的底价", project=ProjectId(1), percent=_FLOOR_PERCENT)
    )
    for role, most in SHIPPED_LIMITS:
        admin.do(LimitDiscount(role=role, percent=Decimal(most) / 100))


def measure(who: Signers, today: date, forward: Callable[[float], object]) -> None:
    """Measure the homes under contract: one settlement waits for its last signature, the rest is open."""
    sold = [unit for unit in who.manager.ask(board) if unit.state in _CONTRACTS]
    for no, unit in enumerate(sold[: len(_ERRORS)]):
        area = (unit.gross_area * _ERRORS[no]).quantize(Decimal("0.01"))
        who.manager.do(
            RecordMeasuredArea(
                unit=UnitId(unit.id), area=area, source=_REPORT, on=today - timedelta(days=1)
            )
        )
    forward(1)
    asked = who.consultant.do(
        RequestAreaSettlement(unit=UnitId(sold[0].id), reason="实测报告已出，请按合同补差")
    )
    forward(1)
    who.manager.do(SignRequest(request=RequestId(asked), comment="面积与报告一致"))
