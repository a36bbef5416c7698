"""Sums over the ledger: what a deal has paid, what a cashier's drawer should hold (fen)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import PAID_OUT, Account, Fault, TenderKind
from salesdesk.office.ledger.tables import Movement, Receipt, ReceiptVoid, Tender

_PAID_IN = (Account.DEPOSITS_HELD.value, Account.PRICE_RECEIVED.value)
_HELD = (*_PAID_IN, Account.HELD_FOR_OTHERS.value, Account.PREPAID.value)

_ACCOUNTS: BindParameter[Any] = bindparam("accounts", expanding=True)
_INTO = case((Movement.credit.in_(_ACCOUNTS), Movement.amount_fen), else_=0)
_OUT = case((Movement.debit.in_(_ACCOUNTS), Movement.amount_fen), else_=0)
_BALANCE = select(func.coalesce(func.sum(_INTO - _OUT), 0)).where(
    Movement.credit.in_(_ACCOUNTS) | Movement.debit.in_(_ACCOUNTS)
)
_BALANCE_OF_DEAL = _BALANCE.where(Movement.deal_id == bindparam("deal"))
"""Every payment asks these; to build them would cost five times as much as to ask."""


def balance_fen(session: Session, account: Account, deal: int | None = None) -> int:
    """Give what stands on *account* (credit less debit), of one deal or of all."""
    return _balance_fen(session, (account.value,), deal)


def _balance_fen(session: Session, accounts: Sequence[str], deal: int | None) -> int:
    asked, named = (_BALANCE, {}) if deal is None else (_BALANCE_OF_DEAL, {"deal": deal})
    return int(session.scalar(asked, {"accounts": accounts, **named}) or 0)


def paid_fen(session: Session, deal: int) -> int:
    """Give what a deal's buyer has paid and still has in the deal."""
    return _balance_fen(session, _PAID_IN, deal)


def paid_fen_of(deal: InstrumentedAttribute[int]) -> ColumnElement[int]:
    """Give `paid_fen` of *deal* (fen), as a term of a query."""
    into = case((Movement.credit.in_(_PAID_IN), Movement.amount_fen), else_=0)
    out = case((Movement.debit.in_(_PAID_IN), Movement.amount_fen), else_=0)
    total = select(func.sum(into - out)).where(Movement.deal_id == deal)
    return func.coalesce(total.scalar_subquery(), 0)


def held_fen(session: Session, deal: int) -> int:
    """Give all of a buyer's money that lies in a deal: his own, for others, and paid ahead."""
    return _balance_fen(session, _HELD, deal)


def settled_fen(session: Session, deal: int, fault: Fault) -> int:
    """Give what of a buyer's money is settled where a deal ends by *fault* (fen).

    All that lies in it (`held_fen`); late fees that he paid too, unless the fault is his: who was late
    owed them whatever becomes of the deal, and a deal that ends without his fault leaves him nothing lost.
    """
    fees = 0 if fault is Fault.BUYER else balance_fen(session, Account.LATE_FEES, deal)
    return held_fen(session, deal) + fees


def deposit_fen(session: Session, deal: int) -> int:
    """Give what was paid into a deal as deposit, wherever it lies now: voided money left out."""
    held = Account.DEPOSITS_HELD.value
    into = case((Movement.credit == held, Movement.amount_fen), else_=-Movement.amount_fen)
    total = session.scalar(
        select(func.coalesce(func.sum(into), 0)).where(
            Movement.deal_id == deal,
            (Movement.credit == held) | (Movement.debit == held),
            Movement.kind.in_(
                ("deposit", "void", "contra", "opening", "carried in", "carried out")
            ),
        )
    )
    return int(total or 0)


def paid_by_deal(session: Session, deals: Collection[int]) -> dict[int, int]:
    """Give `paid_fen` of each of *deals* that ever paid, in one question."""
    into = case((Movement.credit.in_(_PAID_IN), Movement.amount_fen), else_=0)
    out = case((Movement.debit.in_(_PAID_IN), Movement.amount_fen), else_=0)
    rows = session.execute(
        select(Movement.deal_id, func.sum(into - out))
        .where(Movement.deal_id.in_(deals))
        .group_by(Movement.deal_id)
    )
    return {deal: int(total) for deal, total in rows}


def tender_sums(
    session: Session, day: date, cashier: int, *, refunds: bool
) -> dict[TenderKind, int]:
    """Give a cashier's day by tender, voided receipts left out: money taken, or paid back."""
    is_refund = Receipt.kind.in_([kind.value for kind in PAID_OUT])
    rows = session.execute(
        select(Tender.kind, func.sum(Tender.amount_fen))
        .join(Receipt, Receipt.id == Tender.receipt_id)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .where(
            Receipt.day == day,
            Receipt.cashier_id == cashier,
            ReceiptVoid.receipt_id.is_(None),
            is_refund if refunds else ~is_refund,
        )
        .group_by(Tender.kind)
    )
    return {TenderKind(kind): int(total) for kind, total in rows}


def contra_sums(session: Session, day: date, cashier: int) -> dict[TenderKind, int]:
    """Give what a cashier's contra receipts of *day* paid back, by tender, above nothing."""
    rows = session.execute(
        select(Tender.kind, func.sum(Tender.amount_fen))
        .join(Contra, Contra.receipt_id == Tender.receipt_id)
        .where(Contra.day == day, Contra.cashier_id == cashier)
        .group_by(Tender.kind)
    )
    return {TenderKind(kind): int(total) for kind, total in rows}


def drawer_fen(session: Session, day: date, cashier: int) -> int:
    """Give the cash a cashier's drawer should hold at the end of *day*: taken less paid back."""
    taken = tender_sums(session, day, cashier, refunds=False).get(TenderKind.CASH, 0)
    back = tender_sums(session, day, cashier, refunds=True).get(TenderKind.CASH, 0)
    return taken - back - contra_sums(session, day, cashier).get(TenderKind.CASH, 0)
