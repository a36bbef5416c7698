"""Frozen answers about approvals: cards for the inbox, lines for lists, the sheet for paper."""

from dataclasses import dataclass
from datetime import date, datetime

from salesdesk.office.approvals.rules import (
    Act,
    Decision,
    FlowStep,
    Mode,
    RequestKind,
    RequestState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One thing that a signer is told: its name in our words, its value, what the value is.

    ``form`` says how to show it: text, fen, day, days, percent, area (m²) or state (of a unit).
    ``right``: only who holds it is told; empty: everybody who sees the request.
    """

    name: str
    value: str
    form: str = "text"
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureLine:
    """One signature: who, in which role, for whom, what he said."""

    position: int
    person_id: int
    person: str
    stands_in_for: str
    role: str
    decision: Decision
    comment: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step of a request's flow, and who of the office may sign it."""

    position: int
    act: Act
    roles: tuple[str, ...]
    needed: int
    mode: Mode
    done: int
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCard:
    """One request (申请) with all that a signer needs. Money fen, days whole."""

    id: int
    kind: RequestKind
    command: str
    subject: str
    what: tuple[FactLine, ...]
    changes: tuple[FactLine, ...]
    amount_fen: int
    days: int
    reason: str
    asker_id: int
    asker: str
    state: RequestState
    filed_at: datetime
    expires_at: datetime
    days_left: int
    steps: tuple[StepLine, ...]
    signatures: tuple[SignatureLine, ...]
    at_step: int
    """The position of the step that is to be signed; 0 when none is."""
    next: tuple[str, ...]
    """The names of those who may sign now."""
    may_sign: bool
    may_withdraw: bool
    may_restart: bool
    withdrawn_because: str = ""
    restarts: int | None = None
    restarted_by: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSheet:
    """A request as it is printed, with the signatures so far."""

    card: RequestCard
    company: str
    zone: str
    printed_at: str
    practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowCard:
    """The flow of one kind: its newest version."""

    kind: RequestKind
    version: int
    valid_days: int
    steps: tuple[FlowStep, ...]
    at: datetime
    by: str
    lacks: int = 0
    """The first step that too few people can sign as the office is now; 0: none."""
    alone: str = ""
    """Who must not ask himself, for then step ``lacks`` has nobody left; empty: anybody does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandInLine:
    """Who signs for whom, from day to day; an empty name: nobody."""

    id: int
    absent_id: int
    absent: str
    stand_in: str
    from_on: date
    to_on: date
    reason: str
    named_by: str
    in_force: bool
    over: bool
    """Whether what was said later holds for all the days that are left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerLine:
    """Somebody whose role may sign."""

    id: int
    name: str
    role: str
