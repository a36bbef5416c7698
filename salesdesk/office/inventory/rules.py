"""What a unit may become, and who sees it as what: tables, no rows."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from salesdesk.kernel.lifecycle import Lifecycle


class UnitState(StrEnum):
    """The state of one unit (房源状态), always derived, never stored.

    The order is the order of legends and strips.
    """

    DRAFT = "draft"
    AVAILABLE = "available"
    HELD_BACK = "held back"
    BLOCKED = "blocked"
    ON_HOLD = "on hold"
    RESERVED = "reserved"
    SELECTED = "selected"
    SUBSCRIBED = "subscribed"
    SIGNED = "signed"
    FILED = "filed"
    DELIVERED = "delivered"
    REVIEW = "in review"


STATES: tuple[UnitState, ...] = tuple(UnitState)
"""The closed list; a board column stores an index into it."""

CLAIM_STAGES: frozenset[UnitState] = frozenset(UnitState) - {UnitState.DRAFT, UnitState.AVAILABLE}
"""The states that are rows of the claim table; the other two mean that no claim lives."""

FREEZING: frozenset[UnitState] = CLAIM_STAGES - {
    UnitState.HELD_BACK,
    UnitState.BLOCKED,
    UnitState.REVIEW,
}
"""Stages in which a unit is somebody's: its price stays while such a claim lives."""

SOLD: frozenset[UnitState] = frozenset({UnitState.SIGNED, UnitState.FILED, UnitState.DELIVERED})
"""What a price list or a customer may be told is sold (已售)."""

_S = UnitState
UNIT: Lifecycle[UnitState] = Lifecycle(
    "unit",
    UnitState.DRAFT,
    [
        ("release", {_S.DRAFT, _S.HELD_BACK}, _S.AVAILABLE),
        ("withdraw", {_S.AVAILABLE}, _S.DRAFT),
        ("hold back", {_S.DRAFT, _S.AVAILABLE}, _S.HELD_BACK),
        ("block", {_S.DRAFT, _S.AVAILABLE, _S.HELD_BACK}, _S.BLOCKED),
        ("unblock", {_S.BLOCKED}, _S.HELD_BACK),
        ("review", {_S.HELD_BACK}, _S.HELD_BACK),
        ("review", {_S.BLOCKED}, _S.BLOCKED),
        ("merge", {_S.DRAFT}, _S.DRAFT),
        ("merge", {_S.HELD_BACK}, _S.HELD_BACK),
        ("split", {_S.DRAFT}, _S.DRAFT),
        ("split", {_S.HELD_BACK}, _S.HELD_BACK),
        ("reserve", {_S.AVAILABLE, _S.HELD_BACK}, _S.RESERVED),
        ("give up reservation", {_S.RESERVED}, _S.HELD_BACK),
        ("hold", {_S.AVAILABLE, _S.RESERVED}, _S.ON_HOLD),
        ("extend", {_S.ON_HOLD}, _S.ON_HOLD),
        ("let go", {_S.ON_HOLD}, _S.AVAILABLE),
        ("take deposit", {_S.ON_HOLD}, _S.ON_HOLD),
        ("approve price", {_S.ON_HOLD}, _S.ON_HOLD),
        ("subscribe", {_S.ON_HOLD}, _S.SUBSCRIBED),
        ("change", {_S.SUBSCRIBED}, _S.SUBSCRIBED),
        ("notice default", {_S.SUBSCRIBED}, _S.SUBSCRIBED),
        ("lift default", {_S.SUBSCRIBED}, _S.SUBSCRIBED),
        ("sign contract", {_S.SUBSCRIBED}, _S.SIGNED),
        ("record online signing", {_S.SIGNED}, _S.SIGNED),
        ("record online signing", {_S.FILED}, _S.FILED),
        ("file contract", {_S.SIGNED}, _S.FILED),
        ("deliver", {_S.FILED}, _S.DELIVERED),
        ("settle area", {_S.SIGNED}, _S.SIGNED),
        ("settle area", {_S.FILED}, _S.FILED),
        ("settle area", {_S.DELIVERED}, _S.DELIVERED),
        ("take payment", {_S.SUBSCRIBED}, _S.SUBSCRIBED),
        ("take payment", {_S.SIGNED}, _S.SIGNED),
        ("take payment", {_S.FILED}, _S.FILED),
        ("take payment", {_S.DELIVERED}, _S.DELIVERED),
        ("cancel", {_S.ON_HOLD, _S.SUBSCRIBED, _S.SIGNED, _S.FILED}, _S.REVIEW),
        ("accept back", {_S.REVIEW}, _S.HELD_BACK),
    ],
)
"""Legal steps (domain 3.1). Selection joins with its trade. What is filed comes back only once
its filing is struck off.

A reservation past its day is held back. A hold that came from a reservation, for the same customer
only, was never on offer: when it ends by itself the unit is a draft until the manager releases it.
"""


_SOLD_BEFORE = frozenset({"ImportOpening"})
_REMADE = frozenset({"MergeUnits", "SplitUnit"})
OPENED_BY: Mapping[UnitState, frozenset[str]] = {
    _S.HELD_BACK: frozenset({"HoldBack", "UnblockUnits", "AcceptBack", "GiveUpReservation"})
    | _REMADE,
    _S.RESERVED: frozenset({"SignRequest"}),
    _S.BLOCKED: frozenset({"BlockUnits"}),
    _S.ON_HOLD: frozenset(
        {
            *("HoldUnit", "ExtendHold", "TakeDeposit", "VoidReceipt", "ContraReceipt"),
            "SignRequest",
        }
    ),
    _S.SUBSCRIBED: frozenset({"Subscribe", "SignRequest"}) | _SOLD_BEFORE,
    _S.SIGNED: frozenset({"SignContract"}) | _SOLD_BEFORE,
    _S.FILED: frozenset({"FileContract"}) | _SOLD_BEFORE,
    _S.DELIVERED: frozenset({"DeliverUnit"}) | _SOLD_BEFORE,
    _S.REVIEW: frozenset({"CancelSubscription", "SignRequest"}),
}
"""The commands that open a claim of each stage; the database asks for the right (law 5)."""

ENDED_BY: Mapping[UnitState, frozenset[str]] = {
    _S.HELD_BACK: frozenset({"ReleaseUnits", "BlockUnits", "ImportOpening", "SignRequest"})
    | _REMADE,
    _S.RESERVED: frozenset({"HoldUnit", "GiveUpReservation", "SignRequest"}),
    _S.BLOCKED: frozenset({"UnblockUnits"}),
    _S.ON_HOLD: frozenset(
        {
            *("ExtendHold", "LetGo", "TakeDeposit", "VoidReceipt", "ContraReceipt"),
            *("Subscribe", "CancelSubscription", "SignRequest"),
        }
    ),
    _S.SUBSCRIBED: frozenset({"CancelSubscription", "SignContract", "SignRequest"}),
    _S.SIGNED: frozenset({"CancelSubscription", "FileContract", "SignRequest"}),
    _S.FILED: frozenset({"CancelSubscription", "DeliverUnit", "SignRequest"}),
    _S.REVIEW: frozenset({"AcceptBack"}),
}
"""The commands that end a claim of each stage. What is past its time is ended by the clock."""

LAPSING: frozenset[UnitState] = frozenset({_S.ON_HOLD, _S.RESERVED})
"""The stages that end by themselves: a hold into the offer, a reservation into held back."""


class PublicFace(StrEnum):
    """What a buyer in the hall may be shown (R-04: it may coarsen, never falsify)."""

    NOT_RELEASED = "not released"
    AVAILABLE = "available"
    NOT_FOR_SALE = "not for sale"
    IN_TALKS = "in talks"
    RESERVED = "reserved"
    SUBSCRIBED = "subscribed"
    SOLD = "sold"


PUBLIC_FACE: Mapping[UnitState, PublicFace] = MappingProxyType(
    {
        UnitState.DRAFT: PublicFace.NOT_RELEASED,
        UnitState.AVAILABLE: PublicFace.AVAILABLE,
        UnitState.HELD_BACK: PublicFace.NOT_RELEASED,
        UnitState.BLOCKED: PublicFace.NOT_FOR_SALE,
        UnitState.ON_HOLD: PublicFace.IN_TALKS,
        UnitState.RESERVED: PublicFace.RESERVED,
        UnitState.SELECTED: PublicFace.RESERVED,
        UnitState.SUBSCRIBED: PublicFace.SUBSCRIBED,
        UnitState.SIGNED: PublicFace.SOLD,
        UnitState.FILED: PublicFace.SOLD,
        UnitState.DELIVERED: PublicFace.SOLD,
        UnitState.REVIEW: PublicFace.NOT_RELEASED,
    }
)
"""The one table of what the public is shown: every state has its face, and only `SOLD` is sold."""

PRICED_FACES: frozenset[PublicFace] = frozenset(
    {
        PublicFace.AVAILABLE,
        PublicFace.IN_TALKS,
        PublicFace.RESERVED,
    }
)
"""The faces beside which a list price may stand (明码标价).

Not where a home is sold: who shows one sold home's price must show every real one (S80). Not
before the release either: nothing is offered at that price yet.
"""


class LawLevel(StrEnum):
    """How hard a law pack stands on a rule (domain 3.0)."""

    BLOCK = "block"
    WARN = "warn"
    OFF = "off"
