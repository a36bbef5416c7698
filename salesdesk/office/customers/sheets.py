"""Frozen answers about customers: cards, register lines, follow-ups, and the printed register.

Phones and ID numbers arrive already masked for the reader's role.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCard:
    """One customer as the asking role may see him."""

    id: int
    name: str
    phones: tuple[str, ...]
    grade: str
    consultant: str
    consultant_id: int | None
    last_contact_at: datetime | None
    visits: int
    sex: str = ""
    id_kind: str = ""
    id_number: str = ""
    address: str = ""
    note: str = ""
    units: tuple[str, ...] = ()
    version: int = 1
    merged_into: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCaller:
    """The answer to a phone number typed at reception: new, or whose customer he is."""

    phone: str
    customer: CustomerCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One entry of the call and visit register (来电来访登记表)."""

    id: int
    number: int
    at: datetime
    day: date
    late: bool
    manner: str
    first: bool
    customer_id: int
    customer: str
    phone: str
    media: tuple[str, ...]
    grade: str
    consultant: str
    receptionist: str
    project: str
    next_on: date | None
    remarks: str
    details: tuple[tuple[str, str], ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpLine:
    """One follow-up due or done."""

    id: int
    customer_id: int
    customer: str
    phone: str
    grade: str
    consultant_id: int
    consultant: str
    due_on: date
    overdue_days: int
    done_at: datetime | None
    manner: str
    result: str
    advice: str
    advised_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSheet:
    """The visit register on paper for a span of days."""

    project: str
    company: str
    first_on: date
    last_on: date
    printed_at: str
    printed_by: str
    lines: tuple[VisitLine, ...]
    practice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """One hit of the search box: kind is "customer", "unit" or "receipt"; key is its id."""

    kind: str
    key: int
    title: str
    detail: str
    code: str = ""
