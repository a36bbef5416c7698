"""Rows of the voucher export (凭证导出): the accounts' codes, the runs, and which run holds a movement.

All grow only (2026-11-26): a movement is in one run, so that no day is given to the accountant twice
unsaid; a run keeps its lines as they were given out.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Canonical, Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, refuse_when, stamped


class AccountCodeRow(Record):
    """From now on an account of the ledger stands under this code; the newest row counts."""

    __tablename__ = "account_code"
    __table_args__ = (CheckConstraint("code <> '' AND name <> ''", name="named"),)
    id: Mapped[Key]
    account: Mapped[str]
    code: Mapped[str]
    name: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class VoucherRun(Record):
    """An export of vouchers with its lines (``amount_fen``: each side's sum)."""

    __tablename__ = "voucher_run"
    __table_args__ = (
        CheckConstraint("first_on <= last_on", name="days"),
        CheckConstraint("movements > 0 AND amount_fen > 0", name="amount"),
    )
    id: Mapped[Key]
    no: Mapped[int] = mapped_column(unique=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    vouchers: Mapped[int]
    movements: Mapped[int]
    amount_fen: Mapped[int]
    sheet: Mapped[str] = mapped_column(Canonical)
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class VoucherMovement(Record):
    """A movement is in this run, and in no other."""

    __tablename__ = "voucher_movement"
    movement_id: Mapped[int] = mapped_column(ForeignKey("movement.id"), primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("voucher_run.id"), index=True)


for _table in (AccountCodeRow, VoucherRun, VoucherMovement):
    append_only(_table)
for _table, _right in ((AccountCodeRow, "SetAccountCode"), (VoucherRun, "ExportVouchers")):
    stamped(_table, "actor_id", "at")
    refuse_when(
        _table,
        "right",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
        f" WHERE p.id = NEW.actor_id AND p.left_at IS NULL AND r.name = '{_right}')",
        "nobody writes vouchers without the right",
    )
refuse_when(
    VoucherRun,
    "number",
    "INSERT",
    "NEW.no <> coalesce((SELECT max(r.no) FROM voucher_run r), 0) + 1",
    "runs of vouchers follow one another",
)
refuse_all(
    VoucherMovement,
    "INSERT",
    (
        (
            "run",
            (
                "NOT EXISTS (SELECT 1 FROM voucher_run r JOIN movement m ON m.id = NEW.movement_id"
                " WHERE r.id = NEW.run_id AND m.day BETWEEN r.first_on AND r.last_on"
                " AND m.kind <> 'opening')"
            ),
            "a voucher holds money of its days",
        ),
        (
            "more",
            (
                "(SELECT count(*) FROM voucher_movement v WHERE v.run_id = NEW.run_id)"
                " >= (SELECT r.movements FROM voucher_run r WHERE r.id = NEW.run_id)"
            ),
            "a run holds what it was written for",
        ),
    ),
)
