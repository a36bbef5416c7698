"""The cashier's arithmetic (fen): change, what is above the cap, notes and coins in the drawer."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from salesdesk.office.inventory.rules import UNIT, UnitState
from salesdesk.office.ledger.receivable_rules import MoneyKind
from salesdesk.office.ledger.rules import TenderKind
from salesdesk.office.ledger.sheets import DayCashSheet, TenderLine
from salesdesk.office.sales.due_queries import DueCard
from salesdesk.office.sales.sheets import DealCard

QUICK_FEN: Final = (1_000_000, 2_000_000, 5_000_000, 10_000_000)
"""Deposits that are usual: Alt+1 to Alt+4."""


def takes_deposit(card: DealCard) -> bool:
    """Tell whether the deal's unit is in a state in which a deposit may be taken."""
    return card.live and "take deposit" in UNIT.open_to(UnitState(card.state))


def takes_payment(card: DealCard) -> bool:
    """Tell whether money for what is due of the deal may be taken."""
    return card.live and "take payment" in UNIT.open_to(UnitState(card.state))


def oldest_first(lines: Sequence[DueCard], fees_after: date | None = None) -> list[DueCard]:
    """Give what is open in the order in which the office pays it, then what is paid.

    Late fees last; with *fees_after* before what is due after that day, by the cashier's choice.
    """

    def turn(line: DueCard) -> int:
        if line.money == MoneyKind.LATE_FEE:
            return 1
        later = line.due_on is None or (fees_after is not None and line.due_on > fees_after)
        return 2 if fees_after is not None and later else 0

    return sorted(
        lines,
        key=lambda line: (
            line.open_fen == 0,
            turn(line),
            line.due_on is None,
            line.due_on or date.max,
            line.id,
        ),
    )


def room_fen(card: DealCard) -> int:
    """Give how much more deposit the deal may take (R-09)."""
    return card.cap_fen - card.paid_fen


def in_turn(cards: Sequence[DealCard]) -> list[DealCard]:
    """Give the deals in the order in which a cashier wants them: unpaid first, soonest over first."""
    return sorted(
        cards,
        key=lambda card: (
            card.paid_fen > 0,
            card.until.timestamp() if card.until is not None else card.opened_at.timestamp(),
        ),
    )


def cash_fen(lines: Sequence[TenderLine]) -> int:
    """Give the part of the tenders that is cash."""
    return sum(line.amount_fen for line in lines if line.kind == TenderKind.CASH)


def counted_fen(pieces: Mapping[int, int]) -> int:
    """Give what a drawer holds: fen of a piece -> how many."""
    return sum(piece * count for piece, count in pieces.items())


def drawer_fen(sheet: DayCashSheet) -> int:
    """Give the cash that a day's drawer should hold: there before, and taken less paid back."""
    return sheet.opening_fen + cash_fen(sheet.expected) - cash_fen(sheet.refunds)


def by_tender(sheet: DayCashSheet) -> list[tuple[str, int, int]]:
    """Give tender, taken and paid back for every tender, in the order of the paper."""
    taken, back = _summed(sheet.expected), _summed(sheet.refunds)
    kinds = dict.fromkeys([*(kind.value for kind in TenderKind), *taken, *back])
    return [(kind, taken.get(kind, 0), back.get(kind, 0)) for kind in kinds]


def _summed(lines: Sequence[TenderLine]) -> dict[str, int]:
    """Give each way's sum: refunds and contras of one way are two lines."""
    sums: dict[str, int] = {}
    for line in lines:
        sums[line.kind] = sums.get(line.kind, 0) + line.amount_fen
    return sums
