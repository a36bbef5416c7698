"""What may need a site manager: the kinds in the order of their weight, and who sees which."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from salesdesk.kernel.change import Topic


class NeedKind(StrEnum):
    """A kind of thing that waits for somebody; the order is that of the desk."""

    APPROVAL = "approval"
    STUCK = "stuck"
    LAW = "law"
    HOLD = "hold"
    PRICE_CHECK = "price check"
    FLOOR = "floor"
    NO_FLOOR = "no floor"
    SIGN_BY = "sign by"
    GRACE_OVER = "grace over"
    FILING = "filing"
    DELIVERED_OWING = "delivered owing"
    LOAN = "loan"
    RETURNED = "returned"
    RESERVATION = "reservation"
    REVIEW = "review"
    PRICE_VERSION = "price version"
    LATE_ENTRY = "late entry"
    FOLLOW_UP = "follow up"
    SPOT_CHECK = "spot check"
    LARGE_CASH = "large cash"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """One thing that waits: what it is about, whose it is, since or until when, and where it leads.

    ``at`` is the moment it ends, or came; ``day`` the day it was due. ``days``: how many it is over;
    ``amount_fen``: what it is worth, None where it is not about money. ``detail`` is somebody's
    words, or a kind's. ``count``: how many records it is about, where it is about several;
    ``level`` how hard a relaxed law stands, and ``signers`` who signed that.
    """

    kind: NeedKind
    topic: Topic
    key: int
    subject: str
    who: str = ""
    person: str = ""
    at: datetime | None = None
    day: date | None = None
    days: int = 0
    amount_fen: int | None = None
    detail: str = ""
    count: int = 0
    level: str = ""
    signers: tuple[str, ...] = ()


SEEN_WITH: Mapping[NeedKind, str] = {
    NeedKind.APPROVAL: "SignRequest",
    NeedKind.STUCK: "SignRequest",
    NeedKind.LAW: "law_pack",
    NeedKind.HOLD: "ExtendHold",
    NeedKind.PRICE_CHECK: "ApprovePrice",
    NeedKind.FLOOR: "floor_prices",
    NeedKind.NO_FLOOR: "SetFloorPrices",
    NeedKind.SIGN_BY: "CancelSubscription",
    NeedKind.GRACE_OVER: "RequestForfeit",
    NeedKind.FILING: "FileContract",
    NeedKind.DELIVERED_OWING: "DeliverUnit",
    NeedKind.LOAN: "RefuseLoan",
    NeedKind.RETURNED: "AcceptBack",
    NeedKind.RESERVATION: "reservations",
    NeedKind.REVIEW: "ReviewHoldBack",
    NeedKind.PRICE_VERSION: "EffectPrices",
    NeedKind.LATE_ENTRY: "CommentEntry",
    NeedKind.FOLLOW_UP: "AdviseFollowUp",
    NeedKind.SPOT_CHECK: "CheckEntry",
    NeedKind.LARGE_CASH: "large_cash",
}
"""The right without which a kind is nobody's business (law 9)."""

HOLD_SOON_MINUTES = 15
"""A hold that ends within so many minutes is about to end."""

RESERVATION_SOON_DAYS = 1
"""A reservation with so many days left is about to end."""

FILING_SOON_DAYS = 7
"""A signed contract with so many days left until it must be filed (R-14) is to be filed now."""

NEAR_FLOOR_PERCENT = 1
"""A deal's price within so many percent above the floor price (底价), or below it, is near it."""

LARGE_CASH_DAYS = 1
"""Large cash of so many days before today still stands on the desk."""
