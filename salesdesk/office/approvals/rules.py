"""Tables of the approvals: kinds, flows as shipped, what a request may become."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from salesdesk.kernel.lifecycle import Lifecycle
from salesdesk.office.staff.rules import Role


class RequestKind(StrEnum):
    """What may be asked for by a request; each kind has its flow."""

    RESERVATION = "reservation"
    EXTENSION = "extension"
    PAYMENT_MODE = "payment mode"
    NAMES = "names"
    CANCELLATION = "cancellation"
    PRICE = "price"
    DISCOUNT = "discount"
    PRICES = "prices"
    EXCHANGE = "exchange"
    FORFEIT = "forfeit"
    AREA = "area"
    REFUND = "refund"
    LAW = "law"
    WAIVER = "waiver"


class Act(StrEnum):
    """What a step of a flow is called on paper: a review (复核) or the approval (批准)."""

    REVIEW = "review"
    APPROVE = "approve"


class Decision(StrEnum):
    """What a signature says."""

    APPROVE = "approve"
    REJECT = "reject"


class Mode(StrEnum):
    """Who of a step's roles must sign: as many of them as are needed, or each role once."""

    ANY = "any"
    ALL = "all"


class Fact(StrEnum):
    """The fact of a request that a step's threshold looks at: none, fen, or days.

    *amount or floor*: the amount, and whatever it is where the price is below the floor price (底价).
    """

    ALWAYS = ""
    AMOUNT = "amount"
    AMOUNT_OR_FLOOR = "amount or floor"
    DAYS = "days"


class RequestState(StrEnum):
    """The state of a request, always derived, never stored."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


_S = RequestState
REQUEST: Lifecycle[RequestState] = Lifecycle(
    "request",
    _S.PENDING,
    [
        ("sign", {_S.PENDING}, _S.PENDING),
        ("last signature", {_S.PENDING}, _S.APPROVED),
        ("reject", {_S.PENDING}, _S.REJECTED),
        ("withdraw", {_S.PENDING}, _S.WITHDRAWN),
        ("time over", {_S.PENDING}, _S.EXPIRED),
        ("restart", {_S.REJECTED, _S.WITHDRAWN, _S.EXPIRED}, _S.PENDING),
    ],
)
"""What may become of a request. A restart is a new request that names the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowStep:
    """One step of a flow: how many of which roles sign, where *fact* reaches *at_least* (fen, days)."""

    act: Act
    roles: tuple[Role, ...]
    needed: int = 1
    mode: Mode = Mode.ANY
    fact: Fact = Fact.ALWAYS
    at_least: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The way of a kind of request: its steps in order, and for how many days it may be signed."""

    steps: tuple[FlowStep, ...]
    valid_days: int


_MANAGER_LOOKS = FlowStep(act=Act.REVIEW, roles=(Role.MANAGER, Role.HEAD))
_DEPARTMENT_APPROVES = FlowStep(act=Act.APPROVE, roles=(Role.HEAD, Role.DEPUTY))
_HOUSE_APPROVES = FlowStep(act=Act.APPROVE, roles=(Role.DEPUTY, Role.GENERAL))
_GENERAL_FOR_MUCH = FlowStep(
    act=Act.APPROVE, roles=(Role.GENERAL,), fact=Fact.AMOUNT_OR_FLOOR, at_least=5_000_000
)
_THREE_SIGNATURES = (
    FlowStep(act=Act.REVIEW, roles=(Role.HEAD,)),
    FlowStep(act=Act.REVIEW, roles=(Role.DEPUTY,)),
    FlowStep(act=Act.APPROVE, roles=(Role.GENERAL,)),
)
SHIPPED: Mapping[RequestKind, Flow] = {
    RequestKind.RESERVATION: Flow(
        valid_days=7,
        steps=_THREE_SIGNATURES,
    ),
    RequestKind.EXTENSION: Flow(
        valid_days=7,
        steps=(
            _MANAGER_LOOKS,
            FlowStep(act=Act.APPROVE, roles=(Role.HEAD, Role.DEPUTY), fact=Fact.DAYS, at_least=8),
        ),
    ),
    RequestKind.PAYMENT_MODE: Flow(
        valid_days=7,
        steps=(_MANAGER_LOOKS, _DEPARTMENT_APPROVES),
    ),
    RequestKind.NAMES: Flow(
        valid_days=7,
        steps=(_MANAGER_LOOKS, _HOUSE_APPROVES),
    ),
    RequestKind.CANCELLATION: Flow(
        valid_days=7,
        steps=(_MANAGER_LOOKS, _HOUSE_APPROVES),
    ),
    RequestKind.PRICE: Flow(
        valid_days=7,
        steps=(
            _MANAGER_LOOKS,
            _DEPARTMENT_APPROVES,
            _GENERAL_FOR_MUCH,
        ),
    ),
    RequestKind.DISCOUNT: Flow(
        valid_days=7,
        steps=(
            _MANAGER_LOOKS,
            FlowStep(
                act=Act.APPROVE,
                roles=(Role.HEAD, Role.DEPUTY),
                fact=Fact.AMOUNT,
                at_least=1_000_000,
            ),
            _GENERAL_FOR_MUCH,
        ),
    ),
    RequestKind.PRICES: Flow(
        valid_days=7,
        steps=_THREE_SIGNATURES,
    ),
    RequestKind.EXCHANGE: Flow(
        valid_days=7,
        steps=(
            _MANAGER_LOOKS,
            _DEPARTMENT_APPROVES,
            _GENERAL_FOR_MUCH,
        ),
    ),
    RequestKind.FORFEIT: Flow(
        valid_days=7,
        steps=(_MANAGER_LOOKS, _HOUSE_APPROVES),
    ),
    RequestKind.AREA: Flow(
        valid_days=7,
        steps=(_MANAGER_LOOKS, _HOUSE_APPROVES),
    ),
    RequestKind.REFUND: Flow(
        valid_days=7,
        steps=(_MANAGER_LOOKS, _HOUSE_APPROVES),
    ),
    RequestKind.LAW: Flow(
        valid_days=7,
        steps=(
            FlowStep(act=Act.REVIEW, roles=(Role.HEAD, Role.DEPUTY)),
            FlowStep(act=Act.APPROVE, roles=(Role.GENERAL,)),
        ),
    ),
    RequestKind.WAIVER: Flow(
        valid_days=7,
        steps=(
            _MANAGER_LOOKS,
            FlowStep(
                act=Act.APPROVE,
                roles=(Role.HEAD, Role.DEPUTY),
                fact=Fact.AMOUNT,
                at_least=100_000,
            ),
            FlowStep(
                act=Act.APPROVE,
                roles=(Role.DEPUTY, Role.GENERAL),
                fact=Fact.AMOUNT,
                at_least=1_000_000,
            ),
        ),
    ),
}
"""The flows of a new office (seed: 部门负责人、分管副总 review, 总经理 approves): rows afterwards.

A step that two roles may sign stays open to one of them when the other asks.
"""

PAYLOADS: Mapping[RequestKind, str] = {
    RequestKind.RESERVATION: "ReserveUnit",
    RequestKind.EXTENSION: "ExtendSignBy",
    RequestKind.PAYMENT_MODE: "ChangeMode",
    RequestKind.NAMES: "ChangeNames",
    RequestKind.CANCELLATION: "CancelDeal",
    RequestKind.PRICE: "ChangePrice",
    RequestKind.DISCOUNT: "GrantPrice",
    RequestKind.PRICES: "EffectSignedPrices",
    RequestKind.EXCHANGE: "ExchangeUnit",
    RequestKind.FORFEIT: "ForfeitDeal",
    RequestKind.AREA: "SettleArea",
    RequestKind.REFUND: "ReleaseRefund",
    RequestKind.LAW: "RelaxLaws",
    RequestKind.WAIVER: "WaiveLateFee",
}
"""The command that each kind of request carries out with its last signature."""

FILED_BY: Mapping[RequestKind, str] = {
    RequestKind.RESERVATION: "RequestReservation",
    RequestKind.EXTENSION: "RequestExtension",
    RequestKind.PAYMENT_MODE: "RequestMode",
    RequestKind.NAMES: "RequestNames",
    RequestKind.CANCELLATION: "RequestCancellation",
    RequestKind.PRICE: "RequestPrice",
    RequestKind.DISCOUNT: "RequestDiscount",
    RequestKind.PRICES: "RequestPrices",
    RequestKind.EXCHANGE: "RequestExchange",
    RequestKind.FORFEIT: "RequestForfeit",
    RequestKind.AREA: "RequestAreaSettlement",
    RequestKind.REFUND: "RequestRefund",
    RequestKind.LAW: "RequestLaws",
    RequestKind.WAIVER: "RequestLateFeeWaiver",
}
"""The right that whoever files a kind of request holds; the database asks for it (law 5)."""

NEVER_SIGN: Mapping[RequestKind, Role] = {RequestKind.WAIVER: Role.CASHIER}
"""Who never signs a kind, whatever its flow says: who takes the money waives none of it."""

MOST_STEPS, MOST_NEEDED, MOST_DAYS, LARGEST = 9, 9, 90, 10**13
"""The bounds of a flow: steps, signatures a step, days to sign, and a threshold (fen or days)."""

MOST_ABSENT = 366
"""How many days ahead a stand-in may be named."""
