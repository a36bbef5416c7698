"""Rows of late fees (滞纳金、违约金) that were fixed, and of what was waived of them.

The database reckons each anew: from the line, what stands on it, the days and the house's terms.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.ledger.receivable_rules import BESIDE_PRICE, LOANS
from salesdesk.office.sales.due_tables import VALID_ON_LINE
from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, day_number, refuse_all, stamped

FIXERS = ("FixLateFee", "TakePayment", "ApplyPrepaid", "SignRequest")
"""The commands that fix a fee: by itself, with what pays the late line, before its schedule changes."""


class LateFee(Record):
    """How a late fee (fen) was reckoned, on the shortfall of a line, and fixed for good.

    It is for the days after ``since_on`` to ``until_on``. ``weighed``: what was open on each of them,
    added up (fen x days); by ``tenths`` of a ten-thousandth a day; ``cap_percent`` of the line (0: none)
    for all its fees together. The line of the schedule that asks for it names it.
    """

    __tablename__ = "late_fee"
    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("until_on > since_on", name="days"),
        UniqueConstraint("of_line_id", "until_on"),
    )
    id: Mapped[Key]
    of_line_id: Mapped[int] = mapped_column(ForeignKey("due_line.id"))
    since_on: Mapped[date]
    until_on: Mapped[date]
    weighed: Mapped[int]
    tenths: Mapped[int]
    grace_days: Mapped[int]
    cap_percent: Mapped[int]
    amount_fen: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


append_only(LateFee)
stamped(LateFee, "actor_id", "at", day="until_on")


def _set(name: str) -> str:
    return (
        "coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s"
        f" WHERE s.name = 'late_fee_{name}'), 0)"
    )


_VALID = VALID_ON_LINE.replace("NEW.due_line_id", "NEW.of_line_id")
_STANDING = (
    "(SELECT a.amount_fen AS fen, r.day AS day FROM allocation a JOIN receipt r ON r.id = a.receipt_id"
    " LEFT JOIN receipt_void v ON v.receipt_id = r.id LEFT JOIN contra k ON k.receipt_id = r.id"
    " WHERE a.due_line_id = NEW.of_line_id AND v.receipt_id IS NULL AND k.receipt_id IS NULL"
    " UNION ALL SELECT p.amount_fen, p.day FROM prepaid_use p WHERE p.due_line_id = NEW.of_line_id)"
)
"""What receipts that stand, and what was paid ahead, paid of the late line, and on which day."""
_SINCE, _UNTIL = day_number("NEW.since_on"), day_number("NEW.until_on")
_WEIGHED = (
    f"(l.open_fen + {_VALID}) * ({_UNTIL} - {_SINCE})"
    " - (SELECT coalesce(sum(CASE WHEN c.day >= NEW.until_on THEN 0"
    f" WHEN c.day > NEW.since_on THEN c.fen * ({_UNTIL} - {day_number('c.day')})"
    f" ELSE c.fen * ({_UNTIL} - {_SINCE}) END), 0) FROM {_STANDING} c)"
)
"""The shortfall's fen-days: what no paper names a line for (deposits) was there beforehand."""
_GRACED = f"{day_number('l.due_on')} + NEW.grace_days"
_BY_THEN = (
    f"l.amount_fen - l.open_fen - {_VALID} + (SELECT coalesce(sum(c.fen), 0) FROM {_STANDING} c"
    f" WHERE {day_number('c.day')} <= {_GRACED})"
)
_FIXED = (
    "(SELECT coalesce(sum(f.amount_fen), 0) FROM late_fee f WHERE f.of_line_id = NEW.of_line_id)"
)
_FEE = "(NEW.weighed * NEW.tenths * 2 + 100000) / 200000"
_LEFT = f"(l.amount_fen * NEW.cap_percent / 100 - {_FIXED})"
_AMOUNT = f"(CASE WHEN NEW.cap_percent > 0 AND {_LEFT} < {_FEE} THEN {_LEFT} ELSE {_FEE} END)"
_WITHOUT = ", ".join(f"'{kind.value}'" for kind in sorted(BESIDE_PRICE | LOANS))
_LATE = "SELECT 1 FROM due_line l WHERE l.id = NEW.of_line_id"
refuse_all(
    LateFee,
    "INSERT",
    (
        (
            "right",
            (
                "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
                " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name IN ({}))".format(
                    ", ".join(f"'{name}'" for name in FIXERS)
                )
            ),
            "nobody fixes a late fee without the right",
        ),
        (
            "late",
            (
                f"NOT EXISTS ({_LATE} AND l.ended_at IS NULL AND l.due_on < NEW.until_on"
                f" AND l.money NOT IN ({_WITHOUT}) AND {_UNTIL} > {_GRACED} AND {_BY_THEN} < l.amount_fen)"
            ),
            "a late fee is of a line of the price that is late",
        ),
        (
            "terms",
            (
                f"NEW.tenths <> {_set('tenths')} OR NEW.grace_days <> {_set('grace_days')}"
                f" OR NEW.cap_percent <> {_set('cap_percent')} OR NEW.tenths < 1"
            ),
            "a late fee is reckoned by the house''s terms",
        ),
        (
            "since",
            (
                "NEW.since_on IS DISTINCT FROM coalesce((SELECT max(f.until_on) FROM late_fee f"
                " WHERE f.of_line_id = NEW.of_line_id),"
                " (SELECT l.due_on FROM due_line l WHERE l.id = NEW.of_line_id))"
            ),
            "no day is in two late fees, and none is left out",
        ),
        (
            "reckoned",
            f"NOT EXISTS ({_LATE} AND NEW.weighed = {_WEIGHED} AND NEW.amount_fen = {_AMOUNT})",
            "a late fee is what it is reckoned",
        ),
    ),
)
