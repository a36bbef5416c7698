"""Contra (红冲): a receipt that cannot be made void any more is answered by one of its own.

Void is for the day itself, with every copy back. Afterwards, or where a copy stays away, somebody
other than the cashier approves a contra with the reason, and the cashier writes it (会计法 14: what
is written is never altered).
"""

import json
from dataclasses import dataclass

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.keys import ReceiptId
from salesdesk.kernel.plain import from_plain
from salesdesk.office.inventory.claims import standing
from salesdesk.office.ledger.contra_tables import ContraApproval
from salesdesk.office.ledger.contra_writing import against, write_contra
from salesdesk.office.ledger.daybook import hold_books
from salesdesk.office.ledger.rules import Account, ReceiptKind
from salesdesk.office.ledger.sheets import ReceiptSheet
from salesdesk.office.ledger.tables import Movement, Receipt
from salesdesk.office.ledger.writing import check_printable, move
from salesdesk.office.sales.scheduling import settle
from salesdesk.office.sales.voiding import check_nothing_rests, restart_clock
from salesdesk.office.staff.queries import names_of
from salesdesk.store.work import Work

_LONGEST = 100


class SlipStays(UserError):
    """A refund's slip tells of money that was paid out: it is answered by taking it again."""

    problem = QT_TRANSLATE_NOOP("errors", "{number} is a refund slip; no contra answers it.")
    remedy = QT_TRANSLATE_NOOP("errors", "Take the money in again with a receipt of its own.")


class ContraApproved(UserError):
    """A contra is approved once."""

    problem = QT_TRANSLATE_NOOP("errors", "A contra of receipt {number} is approved already.")
    remedy = QT_TRANSLATE_NOOP("errors", "The cashier can write it.")


class NotApprovedYet(UserError):
    """Nobody who pays money out decides alone that it is."""

    problem = QT_TRANSLATE_NOOP("errors", "Nobody has approved a contra of receipt {number} yet.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask the site manager to approve it, in the list of receipts, with the reason."
    )


class ApprovedByYourself(UserError):
    """Who approved a contra does not write it."""

    problem = QT_TRANSLATE_NOOP("errors", "You approved the contra of receipt {number} yourself.")
    remedy = QT_TRANSLATE_NOOP("errors", "Another cashier writes it and pays the money out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveContra:
    """Say that a receipt is answered by a contra, and why; a cashier other than you writes it."""

    receipt: ReceiptId
    reason: str

    def __call__(self, work: Work) -> str:
        reason = text.required(self.reason, "reason", _LONGEST)
        row = _answerable(work, self.receipt)
        check_printable(work, reason)
        if work.session.get(ContraApproval, row.id) is not None:
            raise ContraApproved(number=row.number)
        work.session.add(
            ContraApproval(receipt_id=row.id, at=work.now, actor_id=work.actor, reason=reason)
        )
        work.session.flush()
        work.note(Topic.RECEIPT, row.id, contra_approved=reason)
        return row.number


@dataclass(frozen=True, slots=True, kw_only=True)
class ContraReceipt:
    """Answer a receipt with a contra (红字收据) that was approved: a number of its own, to nothing.

    The receipt stays as it is; its money goes back the way it came, what it paid of lines is open
    again, and a hold without other money gets its time again.
    """

    receipt: ReceiptId

    def __call__(self, work: Work) -> dict[str, object]:
        row = _answerable(work, self.receipt)
        approval = work.session.get(ContraApproval, row.id)
        if approval is None:
            raise NotApprovedYet(number=row.number)
        if approval.actor_id == work.actor:
            raise ApprovedByYourself(number=row.number)
        hold_books(work)  # a close that is under way ends first
        paper: ReceiptSheet = from_plain(ReceiptSheet, json.loads(row.sheet))
        collector = names_of(work.session).get(work.actor, "")
        contra = write_contra(work, row, against(paper, collector, approval.reason))
        for entry in work.session.scalars(
            select(Movement).where(Movement.receipt_id == row.id).order_by(Movement.id)
        ).all():
            move(
                work, row.deal_id, Account(entry.credit), Account(entry.debit), entry.amount_fen,
                "contra", row.id,
            )  # fmt: skip
        restart_clock(work, row)
        settle(work, row.deal_id)
        work.touched(Topic.UNIT, row.unit_id)
        work.touched(Topic.DEAL, row.deal_id)
        return {
            "contra": contra.number,
            "receipt": row.number,
            "amount_fen": contra.amount_fen,
            "unit": paper.unit,
        }


def _answerable(work: Work, receipt: int) -> Receipt:
    row = work.session.get(Receipt, receipt)
    if row is None:
        raise NotFound(what="receipt", key=receipt)
    if row.kind == ReceiptKind.REFUND:
        raise SlipStays(number=row.number)
    standing(work, row.unit_id)  # held: no deposit and no agreement can come in between
    check_nothing_rests(work, row)
    return row
