"""What a payment mode asks for, as shipped and as an office writes it (domain 1.8, 3.9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from salesdesk.office.ledger.receivable_rules import Basis, DueEvent, ModeLine, MoneyKind

LOAN_STEP_FEN = 1_000_000
"""Banks lend whole ten thousand yuan."""
MOST_LINES, MOST_INSTALMENTS, MOST_DAYS, MOST_MONTHS = 24, 120, 3_650, 12
"""The bounds of a payment mode: lines, instalments of one, days after an event, months between."""

_DOWN = MoneyKind.DOWN_PAYMENT
_REST_LENT = ModeLine(
    money=MoneyKind.LOAN, basis=Basis.REST, event=DueEvent.FILING, days=30, step_fen=LOAN_STEP_FEN
)
SHIPPED_TERMS: Mapping[str, tuple[ModeLine, ...]] = {
    "lump_sum": (ModeLine(money=MoneyKind.INSTALMENT, basis=Basis.REST, days=7),),
    "instalment": (
        ModeLine(money=_DOWN, basis=Basis.SHARE, value=3_000),
        ModeLine(money=MoneyKind.INSTALMENT, basis=Basis.SHARE, value=4_000, days=90),
        ModeLine(money=MoneyKind.BALANCE, basis=Basis.REST, event=DueEvent.DELIVERY),
    ),
    "mortgage": (ModeLine(money=_DOWN, basis=Basis.SHARE, value=1_500), _REST_LENT),
    "provident_fund": (
        ModeLine(money=_DOWN, basis=Basis.SHARE, value=2_000),
        ModeLine(
            money=MoneyKind.FUND_LOAN, basis=Basis.REST, event=DueEvent.FILING, days=60,
            step_fen=LOAN_STEP_FEN,
        ),
    ),
    "combined_loan": (ModeLine(money=_DOWN, basis=Basis.SHARE, value=1_500), _REST_LENT),
}  # fmt: skip
"""By the kind of a mode, until an office writes its own: shares as in the buying plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeTerms:
    """What a mode asks for in a project: its lines, from when to when it may be agreed on, its banks.

    ``at`` None: as shipped, nobody has written it.
    """

    mode_id: int
    mode: str
    english: str
    kind: str
    lines: tuple[ModeLine, ...]
    begins_on: date | None = None
    ends_on: date | None = None
    banks: tuple[str, ...] = ()
    note: str = ""
    whole_office: bool = True
    at: datetime | None = None
    by: str = ""

    def runs(self, day: date) -> bool:
        """Whether it may be agreed on, on *day*."""
        begun = self.begins_on is None or self.begins_on <= day
        return begun and (self.ends_on is None or day <= self.ends_on)
