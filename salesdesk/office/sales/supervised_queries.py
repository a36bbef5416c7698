"""Questions about the supervised account: what waits on either side, and what was matched."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import NotFound
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.tables import Project, Unit
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid, Refund, Tender
from salesdesk.office.sales.supervised_rules import suggested
from salesdesk.office.sales.supervised_sheets import (
    AccountLine,
    BankLine,
    MatchedLine,
    MoneyLine,
    StatementHeading,
)
from salesdesk.office.sales.supervised_tables import (
    StatementImport,
    StatementLine,
    StatementMatch,
    StatementUnmatch,
    SupervisedAccount,
)
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Reading


def supervised_accounts(reading: Reading) -> tuple[AccountLine, ...]:
    """List the supervised accounts with what waits on either side, in the order of registration."""
    return tuple(_account_lines(reading))


def _account_lines(reading: Reading) -> Iterator[AccountLine]:
    session = reading.session
    rows = session.execute(
        select(SupervisedAccount, Project.name)
        .join(Project, Project.id == SupervisedAccount.project_id)
        .order_by(SupervisedAccount.id)
    ).all()
    for row, project in rows:
        lines, total = session.execute(
            select(func.count(), func.coalesce(func.sum(StatementLine.amount_fen), 0)).where(
                StatementLine.account_id == row.id
            )
        ).one()
        waiting, waiting_fen = session.execute(
            select(func.count(), func.coalesce(func.sum(StatementLine.amount_fen), 0)).where(
                StatementLine.account_id == row.id, StatementLine.amount_fen > 0, ~_matched()
            )
        ).one()
        outside, outside_fen = session.execute(
            select(func.count(), func.coalesce(func.sum(Tender.amount_fen), 0))
            .join(Receipt, Receipt.id == Tender.receipt_id)
            .where(*_outside(row.project_id))
        ).one()
        yield AccountLine(
            id=row.id,
            project=project,
            bank=row.bank,
            number=row.number,
            headings=headings_of(session, row.id),
            lines=lines,
            in_fen=int(total),
            unmatched=waiting,
            unmatched_fen=int(waiting_fen),
            outside=outside,
            outside_fen=int(outside_fen),
        )


def statement_lines(reading: Reading, account: str) -> tuple[BankLine, ...]:
    """List the bank's lines without a match, each with the money that it most likely is."""
    row = account_of(reading.session, account)
    lines = [
        BankLine(
            id=line.id,
            reference=line.reference,
            day=line.day,
            amount_fen=line.amount_fen,
            payer=line.payer,
            note=line.note,
        )
        for line in reading.session.scalars(
            select(StatementLine)
            .where(StatementLine.account_id == row.id, ~_matched())
            .order_by(StatementLine.day, StatementLine.id)
        )
    ]
    found = suggested(lines, _moneys(reading, row.project_id))
    return tuple(_with(line, found.get(line.id)) for line in lines)


def not_in_account(reading: Reading, account: str) -> tuple[MoneyLine, ...]:
    """List what was collected and is not yet in the supervised account (R-15), the oldest first.

    Receipts that are void or answered, and money that went back to its buyer whole, are left out.
    What was taken for others (maintenance fund, taxes) is on its receipt's tender, and listed with it.
    """
    return tuple(_moneys(reading, account_of(reading.session, account).project_id))


def statement_matches(
    reading: Reading, account: str, first_on: date | None = None, last_on: date | None = None
) -> tuple[MatchedLine, ...]:
    """List what is matched, the newest day of the bank first."""
    row = account_of(reading.session, account)
    wanted = (
        select(StatementMatch, StatementLine, Tender, Receipt, Unit.code, Customer.name)
        .join(StatementLine, StatementLine.id == StatementMatch.line_id)
        .join(Tender, Tender.id == StatementMatch.tender_id)
        .join(Receipt, Receipt.id == Tender.receipt_id)
        .join(Unit, Unit.id == Receipt.unit_id)
        .join(Customer, Customer.id == Receipt.customer_id)
        .where(StatementLine.account_id == row.id, ~_undone())
        .order_by(StatementLine.day.desc(), StatementMatch.id.desc())
    )
    if first_on is not None:
        wanted = wanted.where(StatementLine.day >= first_on)
    if last_on is not None:
        wanted = wanted.where(StatementLine.day <= last_on)
    names = names_of(reading.session)
    return tuple(
        MatchedLine(
            id=match.id,
            line_id=line.id,
            reference=line.reference,
            day=line.day,
            payer=line.payer,
            receipt=receipt.number,
            unit=unit,
            customer=customer,
            collected_on=receipt.day,
            amount_fen=tender.amount_fen,
            at=match.at,
            actor=names.get(match.actor_id, ""),
        )
        for match, line, tender, receipt, unit, customer in reading.session.execute(wanted)
    )


def account_of(session: Session, number: str) -> SupervisedAccount:
    """Give the account with that number, or raise `NotFound`."""
    bare = "".join(number.split())
    row = session.scalar(select(SupervisedAccount).where(SupervisedAccount.number == bare))
    if row is None:
        raise NotFound(what="supervised account", key=number)
    return row


def headings_of(session: Session, account: int) -> tuple[StatementHeading, ...]:
    """Give under which headings the newest file of an account had its fields; none: no file yet."""
    written = session.scalar(
        select(StatementImport.headings)
        .where(StatementImport.account_id == account)
        .order_by(StatementImport.id.desc())
        .limit(1)
    )
    return tuple(
        StatementHeading(field=field, heading=heading)
        for field, heading in (json.loads(written) if written else {}).items()
    )


def in_bank(session: Session, receipt: int) -> str:
    """Give the reference of a bank's line that a receipt's money is matched with, or nothing."""
    found = session.scalar(
        select(StatementLine.reference)
        .join(StatementMatch, StatementMatch.line_id == StatementLine.id)
        .join(Tender, Tender.id == StatementMatch.tender_id)
        .where(Tender.receipt_id == receipt, ~_undone())
        .limit(1)
    )
    return found or ""


def tender_in_bank(session: Session, tender: int) -> bool:
    """Say whether a tender is matched with a line of the bank."""
    found = (
        select(StatementMatch.id).where(StatementMatch.tender_id == tender, ~_undone()).limit(1)
    )
    return session.scalar(found) is not None


def matched_tenders(line: int) -> Any:
    """Give the question for a line's matches that stand, with their tenders."""
    return (
        select(StatementMatch, Tender)
        .join(Tender, Tender.id == StatementMatch.tender_id)
        .where(StatementMatch.line_id == line, ~_undone())
        .order_by(StatementMatch.id)
    )


def _undone() -> ColumnElement[bool]:
    return exists().where(StatementUnmatch.match_id == StatementMatch.id).correlate(StatementMatch)


def _matched() -> ColumnElement[bool]:
    """Whether a line has a match that stands."""
    return (
        exists()
        .where(StatementMatch.line_id == StatementLine.id, ~_undone())
        .correlate(StatementLine)
    )


def _outside(project: int) -> list[ColumnElement[bool]]:
    """Give the conditions of money collected for a project and not in its account."""
    returned = (
        exists()
        .where(Refund.deal_id == Receipt.deal_id, Refund.kept_fen == 0, _paid_back())
        .correlate(Receipt)
    )
    return [
        Receipt.project_id == project,
        Receipt.kind.in_([ReceiptKind.DEPOSIT.value, ReceiptKind.PRICE.value]),
        ~exists().where(ReceiptVoid.receipt_id == Receipt.id).correlate(Receipt),
        ~exists().where(Contra.receipt_id == Receipt.id).correlate(Receipt),
        ~exists().where(StatementMatch.tender_id == Tender.id, ~_undone()).correlate(Tender),
        ~returned,
    ]


def _paid_back() -> ColumnElement[bool]:
    slip = Receipt.__table__.alias("slip")
    return exists().where(slip.c.refund_id == Refund.id).correlate(Refund)


def _moneys(reading: Reading, project: int) -> Iterator[MoneyLine]:
    names = names_of(reading.session)
    wanted = (
        select(Tender, Receipt, Unit.code, Customer.name)
        .join(Receipt, Receipt.id == Tender.receipt_id)
        .join(Unit, Unit.id == Receipt.unit_id)
        .join(Customer, Customer.id == Receipt.customer_id)
        .where(*_outside(project))
        .order_by(Receipt.day, Receipt.id, Tender.id)
    )
    for tender, receipt, unit, customer in reading.session.execute(wanted):
        yield MoneyLine(
            id=tender.id,
            receipt=receipt.number,
            receipt_id=receipt.id,
            day=receipt.day,
            days=(reading.today - receipt.day).days,
            unit=unit,
            payer=receipt.payer,
            customer=customer,
            tender=tender.kind,
            reference=tender.reference,
            amount_fen=tender.amount_fen,
            cashier=names.get(receipt.cashier_id, ""),
        )


def _with(line: BankLine, found: Any) -> BankLine:
    if found is None:
        return line
    money, grade = found
    return BankLine(
        id=line.id,
        reference=line.reference,
        day=line.day,
        amount_fen=line.amount_fen,
        payer=line.payer,
        note=line.note,
        tender_id=money.id,
        grade=grade,
        receipt=money.receipt,
        unit=money.unit,
        customer=money.customer,
        collected_on=money.day,
    )
