"""Frozen answers about changes to deals: the line of versions, and the paper of one change."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFact:
    """One thing a change alters: before and after; ``form`` as `FactLine`'s."""

    name: str
    before: str
    after: str
    form: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """A signature under a change: the step's act, the role, who (and for whom), when (local time)."""

    act: str
    role: str
    person: str
    stands_in_for: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSheet:
    """Everything the paper of a change prints (变更单), stored with its number.

    ``at`` is local time; ``facts`` what was and what is; ``buyers`` who buys from now on.
    """

    number: str
    kind: str
    at: str
    company: str
    project: str
    unit_code: str
    agreement: str
    buyers: tuple[str, ...]
    facts: tuple[ChangedFact, ...]
    reason: str
    request: int
    asker: str
    signatures: tuple[SignedBy, ...]
    modes: tuple[tuple[str, str], ...] = ()
    """Payment modes named here, with their English names."""

    practice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DealVersion:
    """One version of a deal: the agreement as signed, or a change; ``by`` who signed it last.

    ``other`` is the deal on the other side of an exchange (0: none), ``other_unit`` its unit's code.
    """

    number: str
    kind: str
    at: datetime
    by: str
    reason: str
    facts: tuple[ChangedFact, ...]
    other: int = 0
    other_unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What holds of a deal after its changes: sign-by day, payment mode (its id)."""

    sign_by: date
    mode_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingChange:
    """A request about a deal that waits for signatures: its number, and what kind of change it asks for."""

    request: int
    kind: str
