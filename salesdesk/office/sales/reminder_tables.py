"""Rows of reminders: demand letters (催款函) with the sheet as printed, and what buyers promised.

Decided 2026-11-26: a letter's stage belongs to the amount that is overdue longest. When that is paid and
another one is late, letters begin anew with the first: nobody is threatened for what he has paid.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.office.sales.reminder_rules import STAGES
from salesdesk.office.staff.rules import SETTINGS
from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, day_number, refuse_all, stamped


class DemandLetter(Record):
    """A demand letter about a deal; ``overdue_fen`` in all, ``since`` the day of the oldest line."""

    __tablename__ = "demand_letter"
    __table_args__ = (
        UniqueConstraint("due_line_id", "stage"),
        CheckConstraint("overdue_fen > 0", name="overdue"),
        CheckConstraint("since < written_on AND written_on < pay_by", name="days"),
    )
    id: Mapped[Key]
    no: Mapped[int] = mapped_column(unique=True)
    number: Mapped[str] = mapped_column(unique=True)
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    due_line_id: Mapped[int] = mapped_column(ForeignKey("due_line.id"))
    stage: Mapped[str]
    overdue_fen: Mapped[int]
    since: Mapped[date]
    written_on: Mapped[date]
    pay_by: Mapped[date]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    sheet: Mapped[str] = mapped_column(Canonical)


class PaymentPromise(Record):
    """A buyer said that he would pay *amount_fen* on a day."""

    __tablename__ = "payment_promise"
    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("promised_on >= made_on", name="days"),
    )
    id: Mapped[Key]
    deal_id: Mapped[int] = mapped_column(ForeignKey("deal.id"), index=True)
    promised_on: Mapped[date]
    amount_fen: Mapped[int]
    note: Mapped[str]
    made_on: Mapped[date]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


append_only(DemandLetter)
append_only(PaymentPromise)
stamped(DemandLetter, "actor_id", "at", day="written_on")
stamped(PaymentPromise, "actor_id", "at", day="made_on")

_MAY = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = '{}')"
)
_LONGEST = (
    "coalesce((SELECT CAST(s.value AS BIGINT) FROM setting s"
    f" WHERE s.name = 'promise_longest_days'), {SETTINGS['promise_longest_days'].default})"
)
_OPEN = "FROM due_line l WHERE l.deal_id = NEW.deal_id AND l.ended_at IS NULL AND l.open_fen > 0"
_BEFORE = "FROM demand_letter d WHERE d.due_line_id = NEW.due_line_id"
_NEXT = " ".join(f"WHEN {at} THEN '{stage.value}'" for at, stage in enumerate(STAGES))

refuse_all(
    DemandLetter,
    "INSERT",
    (
        (
            "number",
            (
                "NEW.no <> coalesce((SELECT max(n.no) + 1 FROM demand_letter n),"
                " (SELECT c.first_no FROM counter c WHERE c.series = 'demand'))"
            ),
            "demand letters follow one another",
        ),
        (
            "line",
            (
                f"NOT EXISTS (SELECT 1 {_OPEN} AND l.id = NEW.due_line_id AND l.due_on = NEW.since)"
                f" OR NEW.since <> (SELECT min(l.due_on) {_OPEN})"
            ),
            "a demand is about what is overdue longest",
        ),
        (
            "sum",
            (
                "NEW.overdue_fen <> coalesce((SELECT sum(l.open_fen)"
                f" {_OPEN} AND l.due_on < NEW.written_on), 0)"
            ),
            "a demand asks for what is overdue",
        ),
        (
            "stage",
            f"NEW.stage <> (CASE (SELECT count(*) {_BEFORE}) {_NEXT} ELSE '' END)",
            "the stages of a demand follow one another",
        ),
        (
            "wait",
            f"EXISTS (SELECT 1 {_BEFORE} AND d.pay_by >= NEW.written_on)",
            "a demand waits for the day of the one before",
        ),
        ("right", f"NOT {_MAY.format('WriteDemands')}", "nobody demands without the right"),
    ),
)
refuse_all(
    PaymentPromise,
    "INSERT",
    (
        (
            "open",
            f"NEW.amount_fen > coalesce((SELECT sum(l.open_fen) {_OPEN}), 0)",
            "no more is promised than is open",
        ),
        (
            "far",
            f"{day_number('NEW.promised_on')} - {day_number('NEW.made_on')} > {_LONGEST}",
            "a promise is for a day soon",
        ),
        (
            "right",
            f"NOT {_MAY.format('RecordPromise')}",
            "nobody notes a promise without the right",
        ),
    ),
)
