"""Frozen answers about people."""

from dataclasses import dataclass
from datetime import datetime

from salesdesk.kernel.keys import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """Somebody who signs in, or did."""

    id: int
    login: str
    name: str
    role: str
    active: bool = True
    must_change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded:
    """A new person, or a reset password: shown once, never stored in clear."""

    person: int
    login: str
    one_time_password: Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class RightLine:
    """Whether a role may use a command or query."""

    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One command carried out: who, when, what, its form and what it changed (as JSON texts)."""

    id: int
    at: datetime
    actor: str
    command: str
    form: str
    changed: str
    intent: str
    sealed: bool
