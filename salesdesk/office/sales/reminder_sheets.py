"""Frozen answers about reminders: what is due of a deal, its letters and promises, a letter's paper."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict


@dataclass(frozen=True, slots=True, kw_only=True)
class DueBadge:
    """A unit whose deal owes money: ``overdue``, else due within two weeks."""

    unit: int
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DueMark:
    """What of a deal is overdue (fen, since when), what is due within two weeks, and what was done.

    ``stage`` and ``letter``: the newest letter about what is overdue longest, to be paid by
    ``pay_by``. ``next_stage`` is empty until the next letter may be written, and after the final
    one. ``promised_on`` and ``promised_fen``: the newest promise; ``broken``: its day is past.
    """

    overdue_fen: int = 0
    since: date | None = None
    overdue_days: int = 0
    soon_fen: int = 0
    soon_on: date | None = None
    soon_days: int = 0
    line: int = 0
    letter: str = ""
    stage: str = ""
    pay_by: date | None = None
    next_stage: str = ""
    promised_on: date | None = None
    promised_fen: int = 0
    broken: bool = False


NOT_DUE = DueMark()
"""Of a deal of which nothing is overdue or due soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLine:
    """One deal of which something is overdue or due within two weeks (fen)."""

    deal: int
    unit_id: int
    unit: str
    project: str
    customer: str
    consultant: str
    mark: DueMark


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandLetterLine:
    """One demand letter as lists show it (fen)."""

    id: int
    number: str
    deal: int
    unit_id: int
    unit: str
    customer: str
    stage: str
    overdue_fen: int
    since: date
    pay_by: date
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """A day on which a buyer said that he would pay (fen)."""

    id: int
    deal: int
    unit: str
    customer: str
    promised_on: date
    amount_fen: int
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandLine:
    """One overdue amount as a letter lists it: fen, ISO day, days late."""

    money: str
    due_on: str
    amount_fen: int
    open_fen: int
    days_over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandSheet:
    """Everything a demand letter prints (催款函), stored with its number; money fen, days ISO.

    ``earlier``: the numbers of the letters before it about the same amount; ``promised_on`` is empty
    where no promise was broken.
    """

    number: str
    at: str
    stage: str
    company: str
    company_address: str
    company_phone: str
    project: str
    unit_code: str
    agreement: str
    buyers: tuple[str, ...]
    addresses: tuple[str, ...]
    price_fen: int
    paid_fen: int
    lines: tuple[DemandLine, ...]
    overdue_fen: int
    since: str
    pay_by: str
    pay_days: int
    earlier: tuple[str, ...]
    promised_on: str
    made_by: str
    practice: bool = False


class Demanded(TypedDict):
    """The answer to one letter: its number, unit, stage and the day by which is to be paid."""

    letter: str
    unit: str
    stage: str
    pay_by: date


class Promised(TypedDict):
    """The answer to a promise: unit, day and amount (fen)."""

    unit: str
    on: date
    amount_fen: int
