"""What can be done with a deal: one table of steps, rights and looks, and what comes next.

Whether a step is open is asked of the table that also refuses it (`inventory.rules.UNIT`), and of
the rights of the person who sits here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from salesdesk.office.inventory.rules import SOLD, UNIT, UnitState
from salesdesk.office.sales.sheets import DealCard


@dataclass(frozen=True, slots=True, kw_only=True)
class DealStep:
    """One step: its name in `UNIT` (or of its own), the right it needs, its icon."""

    name: str
    right: str
    icon: str


STEPS: Final = (
    DealStep(name="take deposit", right="TakeDeposit", icon="banknote"),
    DealStep(name="approve price", right="ApprovePrice", icon="shield-check"),
    DealStep(name="ask for a price", right="RequestDiscount", icon="signature"),
    DealStep(name="subscribe", right="Subscribe", icon="signature"),
    DealStep(name="identify", right="IdentifyBuyer", icon="user-check"),
    DealStep(name="sign contract", right="SignContract", icon="signature"),
    DealStep(name="file contract", right="FileContract", icon="file-up"),
    DealStep(name="deliver", right="DeliverUnit", icon="key-round"),
    DealStep(name="record online signing", right="RecordOnlineSigning", icon="file-text"),
    DealStep(name="print agreement", right="agreement_paper", icon="printer"),
    DealStep(name="buying plan", right="buying_plan", icon="file-text"),
    DealStep(name="extend", right="ExtendHold", icon="timer"),
    DealStep(name="let go", right="LetGo", icon="lock-open"),
    DealStep(name="accept back", right="AcceptBack", icon="rotate-ccw"),
    DealStep(name="change", right="deal_versions", icon="signature"),
    DealStep(name="ask to cancel", right="RequestCancellation", icon="signature"),
    DealStep(name="settle area", right="RequestAreaSettlement", icon="scale"),
    DealStep(name="measure", right="RecordMeasuredArea", icon="file-text"),
    DealStep(name="forfeit", right="RequestForfeit", icon="scale"),
    DealStep(name="lift default", right="LiftDefault", icon="rotate-ccw"),
    DealStep(name="notice default", right="NoticeDefault", icon="timer"),
    DealStep(name="print notice", right="default_paper", icon="printer"),
    DealStep(name="cancel", right="CancelSubscription", icon="undo-2"),
)
"""In the order of their buttons."""

CHANGE_RIGHTS: Final = frozenset(
    {
        *("RequestExtension", "RequestMode", "RequestNames", "RequestCancellation"),
        *("RequestPrice", "RequestExchange"),
    }
)
"""One of these is needed to ask for a change."""

STAGES: Final = ("hold", "deposit", "price", "subscription", "contract", "filing")
"""The places of the step bar."""


def state_of(card: DealCard) -> UnitState | None:
    """Give the state of the deal's unit while the deal has a claim on it."""
    known = card.state in set(UnitState)
    return UnitState(card.state) if known else None


def open_steps(card: DealCard, rights: frozenset[str]) -> tuple[DealStep, ...]:
    """Give the steps that are open to *card* and that *rights* include."""
    state = state_of(card)
    of_unit = UNIT.open_to(state) if state is not None else frozenset[str]()
    if "approve price" in of_unit:  # what may be approved may be asked for
        of_unit |= {"ask for a price"}
    if state in {UnitState.SIGNED, UnitState.FILED} and card.agreement:
        of_unit |= {"ask to cancel"}  # before the contract it is one of the changes
    return tuple(
        step
        for step in STEPS
        if step.right in rights
        and (step.name != "change" or not rights.isdisjoint(CHANGE_RIGHTS))
        and _is_open(step.name, card, of_unit)
    )


def next_step(card: DealCard) -> str:
    """Give the name of the step that brings the deal on; empty where none does."""
    state = state_of(card)
    if state is UnitState.REVIEW:
        return "accept back"
    if state is UnitState.SUBSCRIBED:
        return "identify" if card.id_missing else "sign contract"
    if state is UnitState.SIGNED:
        return "file contract"
    if state is UnitState.FILED:
        return "deliver"
    if state is not UnitState.ON_HOLD:
        return ""
    if not card.paid_fen:
        return "take deposit"
    return "subscribe" if card.price_approved else "approve price"


def reached(card: DealCard) -> frozenset[str]:
    """Give the stages of the step bar that are behind the deal."""
    done = {"hold"}
    if card.paid_fen or card.kept_fen or card.back_fen:
        done.add("deposit")
    if card.price_approved:
        done.add("price")
    if card.agreement:
        done |= {"deposit", "price", "subscription"}
    state = state_of(card)
    if card.contract.contract or state in SOLD:
        done |= {"deposit", "price", "subscription", "contract"}
    if card.contract.filing or state in {UnitState.FILED, UnitState.DELIVERED}:
        done.add("filing")
    return frozenset(done)


def _is_open(name: str, card: DealCard, of_unit: frozenset[str]) -> bool:
    further = _FURTHER.get(name)
    if further is None:
        return name in of_unit
    return further(card) and (name in _OF_ITS_OWN or name in of_unit)


AFTER_A_REFUSAL: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "change mode": (("change mode", "change"),),
    "end without fault": (
        ("end without fault", "cancel"),
        ("ask to end without fault", "ask to cancel"),
    ),
}
"""What the mortgage desk asks for once a bank said no: forms of `doings`, each with its step."""

_OF_ITS_OWN: Final = frozenset(
    {"print agreement", "buying plan", "identify", "print notice", "forfeit", "measure"}
)
"""Steps that `UNIT` does not know: the deal alone says whether they are open."""

_FURTHER: Final[Mapping[str, Callable[[DealCard], bool]]] = {
    "print agreement": lambda card: bool(card.agreement),
    "change": lambda card: bool(card.agreement),
    "notice default": lambda card: bool(card.agreement) and card.notice is None,
    "lift default": lambda card: card.notice is not None,
    "print notice": lambda card: card.notice is not None,
    "forfeit": lambda card: card.notice is not None and card.notice.over,
    "measure": lambda card: bool(card.agreement) and state_of(card) in SOLD,
    "settle area": lambda card: card.area is not None and not card.area.settled,
    "buying plan": lambda card: card.live,
    "identify": lambda card: card.live and card.id_missing,
    "record online signing": lambda card: not card.contract.online,
    "let go": lambda card: not card.paid_fen,
    "extend": lambda card: card.until is not None,
}
"""What a step asks of the deal beyond the unit's state."""
