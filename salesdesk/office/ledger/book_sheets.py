"""Frozen answers about receipt books: a line in their list, the slip that goes along with one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFate:
    """A form that no receipt stands on: the receipt's number where it is void, and why."""

    form: str
    receipt: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookLine:
    """A receipt book as it is now: its forms, who has it, how many are used, void, spoiled, unused.

    ``used`` counts every form with a receipt, ``void`` those of them whose receipt is void; ``next``
    is the next form, "" where none is left.
    """

    id: int
    name: str
    first: str
    last: str
    forms: int
    holder: str
    holder_id: int | None
    issued_at: datetime | None
    returned_at: datetime | None
    used: int
    void: int
    spoiled: int
    unused: int
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSlip:
    """What the slip of a book prints: handed out to whom, or given back with what (local times)."""

    company: str
    book: BookLine
    issued_at: str
    issued_by: str
    returned_at: str
    returned_by: str
    note: str
    lost: tuple[FormFate, ...]
    practice: bool = False
