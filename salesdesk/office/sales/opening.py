"""What a real office starts with: units already sold and the money paid so far, as a file gives them.

Pure rows; the office turns them into opening claims and opening balances, dated and marked.
"""

from dataclasses import dataclass
from datetime import date

from salesdesk.office.inventory.rules import UnitState

OPENING_STATES: frozenset[UnitState] = frozenset(
    {UnitState.SUBSCRIBED, UnitState.SIGNED, UnitState.FILED, UnitState.DELIVERED}
)
"""The states in which a unit may come in already sold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningRow:
    """One unit already sold. Money fen; ``line`` is the row of the file (1-based).

    ``code`` is the unit's code, given or made from the four names (``building`` to ``number`` are
    empty, ``floor`` None, where only the code was given). ``phone`` and ``id_number`` are checked
    and in their stored form, or empty. ``receipts`` is the text of the old receipt numbers,
    ``consultant`` a login or a name.
    """

    code: str
    customer: str
    state: UnitState
    on: date
    price_fen: int
    paid_fen: int = 0
    building: str = ""
    core: str = ""
    floor: int | None = None
    number: str = ""
    phone: str = ""
    id_number: str = ""
    receipts: str = ""
    consultant: str = ""
    sheet: str = ""
    line: int = 0
