"""Accounting vouchers out of the ledger: codes of accounts, numbered runs, what waits.

A run takes every movement of days that are over and that no run holds yet, late ones too; what was
owed before the office's start stands in the accountant's books already and is left out.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.plain import from_plain, to_plain
from salesdesk.office.ledger.rules import Account
from salesdesk.office.ledger.tables import Movement, Receipt
from salesdesk.office.ledger.voucher_rules import SHIPPED, Moved, vouchers
from salesdesk.office.ledger.voucher_sheets import (
    AccountCode,
    VoucherPer,
    VoucherRunLine,
    VoucherSheet,
    VouchersWaiting,
)
from salesdesk.office.ledger.voucher_tables import AccountCodeRow, VoucherMovement, VoucherRun
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading, Work

_CODE = re.compile(r"\d{4}(?:[.\-]?\d{1,4}){0,4}")
_OPENING = "opening"


class NoSuchCode(UserError):
    """An account's code is digits as the accountant's books have them."""

    problem = QT_TRANSLATE_NOOP("errors", "'{code}' is no account code.")
    remedy = QT_TRANSLATE_NOOP("errors", "Write four digits, with more for sub-accounts: 2203.01.")


class CodeNamedOtherwise(UserError):
    """One code has one name."""

    problem = QT_TRANSLATE_NOOP("errors", "The code {code} is {name} already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Give the same name, or another code.")


class NotMapped(UserError):
    """Opening balances never go into a voucher."""

    problem = QT_TRANSLATE_NOOP("errors", "The account {account} never stands in a voucher.")
    remedy = QT_TRANSLATE_NOOP("errors", "What was before the start is in the books already.")


class VouchersTooEarly(UserError):
    """Money may still come on a day that is not over."""

    problem = QT_TRANSLATE_NOOP("errors", "{day} is not over: money may still move on it.")
    remedy = QT_TRANSLATE_NOOP("errors", "Export up to the day before.")


class NothingToExport(UserError):
    """Each movement is exported once."""

    problem = QT_TRANSLATE_NOOP("errors", "No money up to {day} waits for a voucher.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "What was exported stays in its run: take the file from the list again."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAccountCode:
    """Say under which *code* and *name* an account stands in the accountant's books from now on.

    Runs that were exported stay as they are. Raises `NoSuchCode`, `CodeNamedOtherwise`.
    """

    account: Account
    code: str
    name: str

    def __call__(self, work: Work) -> str:
        code = "".join(text.required(self.code, "code", 24).split())
        name = text.required(self.name, "name", 60)
        if not _CODE.fullmatch(code):
            raise NoSuchCode(code=code)
        if self.account not in SHIPPED:
            raise NotMapped(account=self.account.value)
        for account, other in codes_of(work.session).items():
            if other.code == code and other.name != name and account is not self.account:
                raise CodeNamedOtherwise(code=code, name=other.name)
        work.session.add(
            AccountCodeRow(
                account=self.account.value, code=code, name=name, at=work.now, actor_id=work.actor
            )
        )
        work.session.flush()
        work.note(Topic.SETTING, 0, account=self.account.value, code=code)
        return code


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportVouchers:
    """Write the vouchers of all that waits up to *last_on* (None: yesterday) as one numbered run.

    One voucher a day, or *per* receipt. Raises `VouchersTooEarly`, `NothingToExport`.
    """

    last_on: date | None = None
    per: VoucherPer = VoucherPer.DAY

    def __call__(self, work: Work) -> dict[str, object]:
        last = self.last_on or date.fromordinal(work.today.toordinal() - 1)
        if last >= work.today:
            raise VouchersTooEarly(day=last)
        rows = work.session.execute(_waiting(last).order_by(Movement.day, Movement.id)).all()
        if not rows:
            raise NothingToExport(day=last)
        codes = codes_of(work.session)
        lines = vouchers([_moved(row, receipt) for row, receipt in rows], codes, self.per)
        sheet = VoucherSheet(per=self.per.value, codes=tuple(codes.values()), lines=lines)
        amount = sum(row.amount_fen for row, _receipt in rows)
        newest = work.session.scalar(select(func.max(VoucherRun.no))) or 0
        run = VoucherRun(
            no=newest + 1,
            first_on=rows[0][0].day,
            last_on=last,
            vouchers=lines[-1].voucher,
            movements=len(rows),
            amount_fen=amount,
            sheet=json.dumps(to_plain(sheet), ensure_ascii=False),
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(run)
        work.session.flush()
        for row, _receipt in rows:
            work.session.add(VoucherMovement(movement_id=row.id, run_id=run.id))
        work.session.flush()
        work.note(Topic.RECEIPT, 0, run=run.no, amount_fen=amount)
        return {
            "run": run.no,
            "vouchers": run.vouchers,
            "movements": len(rows),
            "amount_fen": amount,
            "first_on": run.first_on.isoformat(),
            "last_on": last.isoformat(),
        }


def account_codes(reading: Reading) -> tuple[AccountCode, ...]:
    """List under which code each account of the ledger stands now."""
    return tuple(codes_of(reading.session).values())


def voucher_runs(reading: Reading) -> tuple[VoucherRunLine, ...]:
    """List the exports of vouchers, the newest first."""
    names = names_of(reading.session)
    return tuple(
        VoucherRunLine(
            no=row.no,
            first_on=row.first_on,
            last_on=row.last_on,
            per=json.loads(row.sheet)["per"],
            vouchers=row.vouchers,
            movements=row.movements,
            amount_fen=row.amount_fen,
            at=row.at,
            actor=names.get(row.actor_id, ""),
        )
        for row in reading.session.scalars(select(VoucherRun).order_by(VoucherRun.no.desc()))
    )


def voucher_run(reading: Reading, run: int) -> VoucherSheet:
    """Give the vouchers of a run by its number, as they were exported."""
    row = reading.session.scalar(select(VoucherRun).where(VoucherRun.no == run))
    if row is None:
        raise NotFound(what="voucher run", key=run)
    sheet: VoucherSheet = from_plain(VoucherSheet, json.loads(row.sheet))
    return sheet


def vouchers_waiting(reading: Reading) -> VouchersWaiting:
    """Give what no run holds yet, of days that are over."""
    yesterday = date.fromordinal(reading.today.toordinal() - 1)
    waits = _waiting(yesterday).subquery()
    first, last, count, total = reading.session.execute(
        select(
            func.min(waits.c.day), func.max(waits.c.day), func.count(),
            func.coalesce(func.sum(waits.c.amount_fen), 0),
        )
    ).one()  # fmt: skip
    return VouchersWaiting(first_on=first, last_on=last, movements=count, amount_fen=int(total))


def codes_of(session: Session) -> Mapping[Account, AccountCode]:
    """Give under which code each account stands: as shipped, or as it was said last."""
    codes = {
        account: AccountCode(account=account.value, code=code, name=name)
        for account, (code, name) in SHIPPED.items()
    }
    for row in session.scalars(select(AccountCodeRow).order_by(AccountCodeRow.id)):
        codes[Account(row.account)] = AccountCode(
            account=row.account, code=row.code, name=row.name
        )
    return codes


def _waiting(last: date) -> Any:
    held = select(VoucherMovement.movement_id).where(VoucherMovement.movement_id == Movement.id)
    return (
        select(Movement, Receipt)
        .outerjoin(Receipt, Receipt.id == Movement.receipt_id)
        .where(Movement.day <= last, Movement.kind != _OPENING, ~held.exists())
    )


def _moved(row: Movement, receipt: Receipt | None) -> Moved:
    sheet = json.loads(receipt.sheet) if receipt is not None else {}
    return Moved(
        day=row.day,
        kind=row.kind,
        debit=Account(row.debit),
        credit=Account(row.credit),
        amount_fen=row.amount_fen,
        paper=receipt.number if receipt is not None else "",
        about=f"{sheet.get('payer', '')} {sheet.get('unit', '')}".strip(),
    )
