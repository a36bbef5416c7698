"""What can be done to units from the board: one table of steps, rights, looks and commands.

Whether a step is open is asked of the table that also refuses it (`inventory.rules.UNIT`), and of
the rights of the person who sits here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from salesdesk.desks import wording
from salesdesk.kernel.keys import UnitId
from salesdesk.office.inventory.commands import (
    BlockUnits,
    HoldBack,
    ReleaseUnits,
    UnblockUnits,
    WithdrawUnits,
)
from salesdesk.office.inventory.reviews import ReviewHoldBack
from salesdesk.office.inventory.rules import UNIT, UnitState
from salesdesk.office.sales.commands import ExtendHold, LetGo
from salesdesk.office.sales.reserving import GiveUpReservation
from salesdesk.office.sales.undoing import AcceptBack

_REVIEW_DAYS = 7
"""What is put off without another day comes back after so many."""

Units = tuple[UnitId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardStep:
    """One step of `UNIT` on the board.

    ``asks``: "" (a click is enough), "reason", "day" (a reason, and when to look again), "name"
    (of a batch), "customer", "reservation",
    "merge", "split", or "jump" (another desk does it). ``many``: several units in one command.
    """

    step: str
    right: str
    icon: str
    asks: str
    make: Callable[[Units, str], Any] | None = None
    jump: tuple[str, str] | None = None
    many: bool = False
    primary: bool = False


STEPS: tuple[BoardStep, ...] = (
    BoardStep(step="hold", right="HoldUnit", icon="lock", asks="customer", primary=True),
    BoardStep(step="reserve", right="RequestReservation", icon="bookmark", asks="reservation"),
    BoardStep(
        step="give up reservation",
        right="GiveUpReservation",
        icon="undo-2",
        asks="reason",
        make=lambda units, text: GiveUpReservation(unit=units[0], reason=text),
    ),
    BoardStep(
        step="take deposit",
        right="TakeDeposit",
        icon="banknote",
        asks="jump",
        jump=("cashier", "deposit"),
        primary=True,
    ),
    BoardStep(
        step="approve price",
        right="ApprovePrice",
        icon="shield-check",
        asks="jump",
        jump=("contracts", "approve price"),
    ),
    BoardStep(
        step="subscribe",
        right="Subscribe",
        icon="signature",
        asks="jump",
        jump=("contracts", "subscribe"),
        primary=True,
    ),
    BoardStep(
        step="extend",
        right="ExtendHold",
        icon="timer",
        asks="",
        make=lambda units, _text: ExtendHold(unit=units[0]),
    ),
    BoardStep(
        step="let go",
        right="LetGo",
        icon="lock-open",
        asks="reason",
        make=lambda units, text: LetGo(unit=units[0], reason=text),
    ),
    *(
        BoardStep(
            step=step,
            right=right,
            icon=icon,
            asks="jump",
            jump=("contracts", step),
            primary=True,
        )
        for step, right, icon in (
            ("sign contract", "SignContract", "signature"),
            ("file contract", "FileContract", "file-up"),
            ("deliver", "DeliverUnit", "key-round"),
        )
    ),
    BoardStep(
        step="cancel",
        right="CancelSubscription",
        icon="undo-2",
        asks="jump",
        jump=("contracts", "cancel"),
    ),
    BoardStep(
        step="accept back",
        right="AcceptBack",
        icon="rotate-ccw",
        asks="reason",
        make=lambda units, text: AcceptBack(unit=units[0], note=text),
        primary=True,
    ),
    BoardStep(
        step="release",
        right="ReleaseUnits",
        icon="megaphone",
        asks="name",
        make=lambda units, text: ReleaseUnits(units=units, name=text),
        many=True,
        primary=True,
    ),
    BoardStep(
        step="withdraw",
        right="WithdrawUnits",
        icon="undo-2",
        asks="reason",
        make=lambda units, text: WithdrawUnits(units=units, reason=text),
        many=True,
    ),
    BoardStep(
        step="hold back",
        right="HoldBack",
        icon="bookmark",
        asks="day",
        make=lambda units, text: HoldBack(units=units, reason=text),
        many=True,
    ),
    BoardStep(
        step="block",
        right="BlockUnits",
        icon="ban",
        asks="day",
        make=lambda units, text: BlockUnits(units=units, reason=text),
        many=True,
    ),
    BoardStep(
        step="unblock",
        right="UnblockUnits",
        icon="lock-open",
        asks="reason",
        make=lambda units, text: UnblockUnits(units=units, reason=text),
        many=True,
    ),
    BoardStep(step="merge", right="MergeUnits", icon="merge", asks="merge", many=True),
    BoardStep(step="split", right="SplitUnit", icon="copy", asks="split"),
    BoardStep(
        step="review",
        right="ReviewHoldBack",
        icon="calendar",
        asks="day",
        make=lambda units, text: ReviewHoldBack(
            units=units, reason=text, review_on=wording.today() + timedelta(days=_REVIEW_DAYS)
        ),
        many=True,
    ),
)


REMAKES = frozenset({"merge", "split"})
"""The steps by which units become others: only homes without a price."""


def open_steps(
    states: Iterable[UnitState], rights: frozenset[str], *, several: bool
) -> tuple[BoardStep, ...]:
    """Give the steps that some of these states allow and that these rights include."""
    allowed = frozenset[str]().union(*(UNIT.open_to(state) for state in states))
    return tuple(
        step
        for step in STEPS
        if step.step in allowed and step.right in rights and (step.many or not several)
    )


def takes(step: BoardStep, state: UnitState) -> bool:
    """Tell whether a unit in this state can take the step."""
    return step.step in UNIT.open_to(state)
