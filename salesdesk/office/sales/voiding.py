"""A receipt made void on its day, and what keeps a receipt's money from going back alone."""

import json
from dataclasses import dataclass

from sqlalchemy import func, select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.keys import ReceiptId
from salesdesk.office.inventory.claims import standing
from salesdesk.office.ledger.contra_writing import contra_of
from salesdesk.office.ledger.daybook import hold_books, last_closed
from salesdesk.office.ledger.receipt_exchange_tables import invoice_of
from salesdesk.office.ledger.rules import Account, ReceiptKind
from salesdesk.office.ledger.tables import Movement, Receipt, ReceiptPrint, ReceiptVoid
from salesdesk.office.ledger.tallies import balance_fen, paid_fen
from salesdesk.office.ledger.writing import (
    move,
    refund_of,
)
from salesdesk.office.sales.commands import continue_deal, hold_until
from salesdesk.office.sales.deals import agreement_of, live_deal
from salesdesk.office.sales.due_tables import on_ended_lines
from salesdesk.office.sales.exchange_queries import exchanged_for
from salesdesk.office.sales.scheduling import settle
from salesdesk.office.sales.supervised_queries import in_bank
from salesdesk.store.work import Work


class VoidedAlready(UserError):
    """A receipt is made void once."""

    problem = QT_TRANSLATE_NOOP("errors", "Receipt {number} is void already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Nothing more has to be done with it.")


class NotTodaysReceipt(UserError):
    """Only a receipt of the same day can be made void."""

    problem = QT_TRANSLATE_NOOP("errors", "Receipt {number} is of {day}; that day is over.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Have a contra approved: it answers the receipt with a number of its own."
    )


class CopiesAway(UserError):
    """A receipt on paper is void only once nobody has a copy of it any more."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Receipt {number} is on paper; nobody said that every copy is back."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Take every copy back and say so; where one stays away, have a contra approved."
    )


class AnsweredAlready(UserError):
    """A receipt is answered once, and nothing more is done with it."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Receipt {number} was answered by the contra {contra} already."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Nothing more has to be done with it.")


class DayIsClosed(UserError):
    """The receipt is of a day that its cashier closed; nothing in it changes any more."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Receipt {number} is of {day}; that day is closed, and stays as it was counted."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Answer it on an open day: contra the receipt, or pay the money back by a refund.",
    )


class NeededByAgreement(UserError):
    """An agreement in force rests on the receipt."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Agreement {agreement} rests on receipt {number}; it cannot be made void."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Cancel the subscription first.")


class MoneyWentAlong(UserError):
    """The receipt's money went to another unit with an exchange."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The money of receipt {number} went along when unit {unit} was exchanged."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Cancel the deal on the new unit; the refund pays the money back."
    )


class AppliedAlready(UserError):
    """What a receipt took as paid ahead pays what is due by now."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "What receipt {number} kept as paid ahead pays what is due by now."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "It can no longer be taken back alone; have the money paid back by a refund."
    )


class CountedAlready(UserError):
    """A later schedule was reckoned with the receipt's money."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "What receipt {number} paid is counted in a schedule that was changed since."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "It can no longer be made void; have the money paid back by a refund."
    )


class HasItsInvoice(UserError):
    """An invoice stands for the receipt's money."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Receipt {number} was exchanged for the invoice {invoice}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "The invoice stands for its money; a refund of the deal pays it back."
    )


class DealIsOver(UserError):
    """The deal that the money belonged to was cancelled."""

    problem = QT_TRANSLATE_NOOP("errors", "The deal of receipt {number} is over.")
    remedy = QT_TRANSLATE_NOOP("errors", "Pay the refund; it settles the receipt's money.")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidReceipt:
    """Make a receipt of the same day void (作废): its number stays, its money goes back.

    Where it was printed, *copies_back* says that every copy is in the cashier's hand again.
    """

    receipt: ReceiptId
    reason: str
    copies_back: bool = False

    def __call__(self, work: Work) -> str:
        reason = text.required(self.reason, "reason", 200)
        row = work.session.get(Receipt, self.receipt)
        if row is None or row.kind == ReceiptKind.REFUND:
            raise NotFound(what="receipt", key=self.receipt)
        standing(work, row.unit_id)  # held: no deposit and no agreement can come in between
        check_stands(work, row)
        hold_books(work)  # a close that is under way ends first
        closed = last_closed(work.session, row.cashier_id)
        if closed is not None and row.day <= closed:
            raise DayIsClosed(number=row.number, day=row.day)
        if row.day < work.today:
            raise NotTodaysReceipt(number=row.number, day=row.day)
        check_nothing_rests(work, row)
        if not self.copies_back and _printed(work, row.id):
            raise CopiesAway(number=row.number)
        work.session.add(
            ReceiptVoid(receipt_id=row.id, at=work.now, actor_id=work.actor, reason=reason)
        )
        for entry in work.session.scalars(
            select(Movement).where(Movement.receipt_id == row.id).order_by(Movement.id)
        ).all():
            move(
                work, row.deal_id, Account(entry.credit), Account(entry.debit), entry.amount_fen,
                "void", row.id,
            )  # fmt: skip
        restart_clock(work, row)
        settle(work, row.deal_id)
        work.note(Topic.RECEIPT, row.id, void=reason)
        work.touched(Topic.UNIT, row.unit_id)
        work.touched(Topic.DEAL, row.deal_id)
        return row.number


class InTheBank(UserError):
    """Money that was found in the supervised account does not go back unsaid."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The money of receipt {number} is matched with the bank's line {reference}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Have that match undone first, with the reason, on the page of the account."
    )


def check_stands(work: Work, row: Receipt, *, moved_too: bool = False) -> None:
    """Raise a refusal where a receipt is void, answered, invoiced, or its deal's money is settled.

    With *moved_too* it may be of a unit that was exchanged for another.
    """
    if work.session.get(ReceiptVoid, row.id) is not None:
        raise VoidedAlready(number=row.number)
    answer = contra_of(work.session, row.id)
    if answer is not None:
        raise AnsweredAlready(number=row.number, contra=answer.number)
    if refund_of(work, row.deal_id) is not None:
        raise DealIsOver(number=row.number)
    invoice = invoice_of(work.session, row.id)
    if invoice:
        raise HasItsInvoice(number=row.number, invoice=invoice)
    if not moved_too and exchanged_for(work.session, (row.deal_id,)):
        raise MoneyWentAlong(number=row.number, unit=json.loads(row.sheet)["unit"])


def check_nothing_rests(work: Work, row: Receipt) -> None:
    """Raise a refusal where something rests on a receipt, so that its money cannot go back alone."""
    check_stands(work, row)
    if reference := in_bank(work.session, row.id):
        raise InTheBank(number=row.number, reference=reference)
    agreement = agreement_of(work.session, row.deal_id)
    if agreement is not None and row.kind == ReceiptKind.DEPOSIT:
        raise NeededByAgreement(agreement=agreement.number, number=row.number)
    if on_ended_lines(work.session, row.id):
        raise CountedAlready(number=row.number)
    ahead = _paid_ahead(work, row.id)
    if ahead > balance_fen(work.session, Account.PREPAID, row.deal_id):
        raise AppliedAlready(number=row.number)


def _paid_ahead(work: Work, receipt: int) -> int:
    """Give what a receipt took as paid ahead (fen)."""
    wanted = select(func.coalesce(func.sum(Movement.amount_fen), 0)).where(
        Movement.receipt_id == receipt, Movement.credit == Account.PREPAID.value
    )
    return int(work.session.scalar(wanted) or 0)


def restart_clock(work: Work, row: Receipt) -> None:
    """Give a hold its time again when a receipt's money went back and no other lies on it."""
    if row.kind == ReceiptKind.DEPOSIT and paid_fen(work.session, row.deal_id) == 0:
        continue_deal(work, live_deal(work, row.unit_id), hold_until(work, work.now, None))


def _printed(work: Work, receipt: int) -> bool:
    found = select(ReceiptPrint.id).where(ReceiptPrint.receipt_id == receipt).limit(1)
    return work.session.scalar(found) is not None
