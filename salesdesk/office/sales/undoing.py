"""A deal undone: cancellation, the refund it leaves, the unit taken back after its review."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import RefundId, UnitId
from salesdesk.office.customers.queries import owner_of
from salesdesk.office.customers.register import stay_in_touch
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import end_release, open_claim, standing, step
from salesdesk.office.inventory.rules import UnitState
from salesdesk.office.ledger.refund_asked import Asked
from salesdesk.office.ledger.rules import (
    WHERE_MONEY_LIES,
    Account,
    DepositFate,
    Fault,
    ReceiptKind,
    TenderKind,
    deposit_fate,
)
from salesdesk.office.ledger.sheets import ReceiptItem, TenderLine
from salesdesk.office.ledger.tables import Receipt, Refund
from salesdesk.office.ledger.tallies import balance_fen, deposit_fen, settled_fen
from salesdesk.office.ledger.writing import (
    Party,
    checked_tenders,
    move,
    refund_of,
    write_receipt,
)
from salesdesk.office.sales import scheduling
from salesdesk.office.sales.deals import LiveDeal, agreement_of, live_deal
from salesdesk.office.sales.refund_facts import payout_note, signed_request
from salesdesk.office.sales.signing_tables import ContractFiling, FilingCancelled
from salesdesk.office.sales.tables import Cancellation
from salesdesk.office.sales.till import receipt_sheet
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work


class RefundPaid(UserError):
    """A refund is paid once."""

    problem = QT_TRANSLATE_NOOP("errors", "This refund was paid already, with slip {number}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Look at the slip; nothing more is owed.")


class NothingOwed(UserError):
    """The cancellation left nothing to pay back."""

    problem = QT_TRANSLATE_NOOP("errors", "Nothing is owed to the buyer: the deposit was kept.")
    remedy = QT_TRANSLATE_NOOP("errors", "The rule of the deposit is shown with the cancellation.")


class NotTheSignedWay(UserError):
    """A refund goes the way that was signed, and no other."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Request {request} was signed for another way of paying: {tender}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Pay it that way, or ask for the refund again with the other one."
    )


class CancelledByRequest(UserError):
    """The office wants signatures under the cancellation of what was agreed (setting cancel_by_request)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The agreement on unit {unit} is cancelled by a request and its signatures."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Ask for it; the deposit's fate is shown to who signs.")


class DepositAlone(UserError):
    """One person alone can only give the money back: a deposit kept, or doubled, is signed for.

    Before an agreement nothing is kept or doubled at all: no deposit was agreed yet (R-11, R-13).
    """

    problem = QT_TRANSLATE_NOOP(
        "errors", "Nobody alone keeps the deposit on unit {unit}, or gives it back twice over."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Cancel without fault: all the money goes back. After an agreement it is asked for, and signed.",
    )


class StillFiled(UserError):
    """A contract that is filed is struck off first (R-14)."""

    problem = QT_TRANSLATE_NOOP("errors", "The contract of unit {unit} is filed, as {filing}.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Have the filing struck off, then enter the day on which it was."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelSubscription:
    """End a deal before its agreement, after it (退订) or after its contract (退房): into review.

    What is owed becomes a refund to pay. A *fault* by which a deposit would be kept or doubled (domain
    3.6) is refused: that takes a request and its signatures (`DepositAlone`). A filed contract needs the day on which its filing was struck off (R-14, 条例 26).
    """

    unit: UnitId
    fault: Fault
    reason: str
    filing_cancelled_on: date | None = None

    def __call__(self, work: Work) -> dict[str, object]:
        reason = text.required(self.reason, "reason", 500)
        deal = live_deal(work, self.unit)
        state = step(work, deal.at, "cancel")
        agreed = agreement_of(work.session, deal.row.id) is not None
        if agreed and setting(work.session, "cancel_by_request"):
            raise CancelledByRequest(unit=deal.at.unit.code)
        fate = fate_of(work, deal, self.fault)
        if fate.kept_fen or fate.doubled_fen:
            raise DepositAlone(unit=deal.at.unit.code)
        strike_off(work, deal, self.filing_cancelled_on)
        return undo(work, deal, state, self.fault, reason)


def check_not_filed(work: Work, deal: LiveDeal, day: date | None) -> None:
    """Raise `StillFiled` for a filed contract without the *day* of its striking off, or a wrong one."""
    if deal.at.state is not UnitState.FILED:
        return
    filing = work.session.get(ContractFiling, deal.row.id)
    if day is None:
        raise StillFiled(unit=deal.at.unit.code, filing=filing.number if filing else "-")
    first = filing.filed_on if filing else day
    if not first <= day <= work.today:
        expected = f"{first} - {work.today}"
        raise BadEntry(field="filing cancelled on", value=day, expected=expected)


def strike_off(work: Work, deal: LiveDeal, day: date | None) -> None:
    """Note the *day* on which a filed contract was struck off; nothing for others."""
    check_not_filed(work, deal, day)
    if deal.at.state is not UnitState.FILED or day is None:
        return
    work.session.add(
        FilingCancelled(deal_id=deal.row.id, cancelled_on=day, at=work.now, actor_id=work.actor)
    )
    work.session.flush()


def fate_of(work: Work, deal: LiveDeal, fault: Fault) -> DepositFate:
    """Give what becomes of a deal's money where it ends by *fault*."""
    paid = settled_fen(work.session, deal.row.id, fault)
    deposit = deposit_fen(work.session, deal.row.id)
    return deposit_fate(paid, deal.price_fen(work.session), fault, deposit)


def undo(
    work: Work, deal: LiveDeal, state: UnitState, fault: Fault, reason: str
) -> dict[str, object]:
    """End *deal* by whose *fault* it is, let the unit go to *state*, and say what became of the money."""
    paid = settled_fen(work.session, deal.row.id, fault)
    fate = fate_of(work, deal, fault)
    work.session.add(
        Cancellation(
            deal_id=deal.row.id,
            at=work.now,
            actor_id=work.actor,
            fault=fault.value,
            reason=reason,
            paid_fen=paid,
            kept_fen=fate.kept_fen,
            returned_fen=fate.returned_fen,
            doubled_fen=fate.doubled_fen,
        )
    )
    work.session.flush()
    scheduling.end(work, deal.row.id, reason)
    owed = Account.REFUNDS_OWED
    _take_out(work, deal.row.id, Account.FORFEITED, fate.kept_fen, "kept")
    _take_out(work, deal.row.id, owed, fate.returned_fen, "returned")
    move(work, deal.row.id, Account.PENALTY_PAID, owed, fate.doubled_fen, "doubled")
    refund = _refund(work, deal, fate, fault, reason) if paid else None
    end_release(work, deal.at, reason)
    open_claim(
        work,
        deal.at,
        state,
        reason=reason,
        customer=deal.row.customer_id,
        consultant=deal.row.consultant_id,
        deal=deal.row.id,
    )
    stay_in_touch(work, owner_of(work.session, deal.row.customer_id))
    work.note(Topic.DEAL, deal.row.id, cancelled=fault.value)
    return {
        "unit": deal.at.unit.code,
        "paid_fen": paid,
        "kept_fen": fate.kept_fen,
        "returned_fen": fate.returned_fen,
        "doubled_fen": fate.doubled_fen,
        "owed_fen": fate.to_pay_fen,
        "refund": refund,
    }


def _refund(work: Work, deal: LiveDeal, fate: DepositFate, fault: Fault, reason: str) -> int:
    row = Refund(
        deal_id=deal.row.id,
        unit_id=deal.at.unit.id,
        unit_code=deal.at.unit.code,
        customer_id=deal.row.customer_id,
        fault=fault.value,
        reason=reason,
        kept_fen=fate.kept_fen,
        owed_fen=fate.to_pay_fen,
        created_at=work.now,
        created_by=work.actor,
    )
    work.session.add(row)
    work.session.flush()
    work.note(Topic.REFUND, row.id, owed_fen=fate.to_pay_fen)
    return row.id


def _take_out(work: Work, deal: int, to: Account, amount_fen: int, kind: str) -> None:
    """Move money out of a deal: of its deposit first, then of its price, then what lies aside, then its late fees."""
    left = amount_fen
    for account in (*WHERE_MONEY_LIES, Account.LATE_FEES):
        part = min(left, balance_fen(work.session, account, deal))
        move(work, deal, account, to, part, kind)
        left -= part


def check_owed(work: Work, refund: Refund) -> None:
    """Raise `RefundPaid` or `NothingOwed` where *refund* leaves nothing to pay."""
    slip = work.session.scalar(select(Receipt.number).where(Receipt.refund_id == refund.id))
    if slip is not None:
        raise RefundPaid(number=slip)
    if refund.owed_fen == 0:
        raise NothingOwed


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRefund:
    """Pay what a cancellation left owing, whole, and number its slip.

    Where a request was signed for it, to whom and in the way that it says; whoever signed it does not
    pay. Without *tender* that way, or by transfer where nobody asked.
    """

    refund: RefundId
    tender: TenderKind | None = None
    reference: str = ""

    def __call__(self, work: Work) -> dict[str, object]:
        row = work.session.get(Refund, self.refund)
        if row is None:
            raise NotFound(what="refund", key=self.refund)
        at = standing(work, row.unit_id)
        check_owed(work, row)
        asked = signed_request(work, row)
        tender = self._way(asked)
        line = TenderLine(
            kind=tender.value,
            amount_fen=row.owed_fen,
            reference=self.reference or (asked.about.account if asked else ""),
        )
        customer = work.session.get_one(Customer, row.customer_id)
        payee = asked.about.payee if asked else customer.name
        sheet = receipt_sheet(
            work, row.deal_id, at.unit.code, ReceiptKind.REFUND, checked_tenders((line,)), payee,
            row.reason,
        )  # fmt: skip
        sheet = replace(
            sheet,
            payer_id_tail=sheet.payer_id_tail if payee == customer.name else "",
            items=_returned_and_doubled(work, row),
            kept_fen=row.kept_fen,
            payout=payout_note(work, asked) if asked else None,
        )
        receipt = write_receipt(
            work,
            ReceiptKind.REFUND,
            Party(
                project=at.unit.project_id,
                deal=row.deal_id,
                unit=row.unit_id,
                customer=row.customer_id,
                refund=row.id,
            ),
            sheet,
            "refund",
            setting(work.session, "refund_prefix"),
        )
        move(
            work, row.deal_id, Account.REFUNDS_OWED, Account(tender.value), row.owed_fen,
            "refund", receipt.id,
        )  # fmt: skip
        work.note(Topic.REFUND, row.id, paid=receipt.number)
        return {"receipt": receipt.number, "receipt_id": receipt.id, "amount_fen": row.owed_fen}

    def _way(self, asked: Asked | None) -> TenderKind:
        if asked is None:
            return self.tender or TenderKind.TRANSFER
        signed = TenderKind(asked.about.tender)
        if self.tender not in (None, signed):
            raise NotTheSignedWay(request=asked.about.request_id, tender=signed.value)
        return signed


def _returned_and_doubled(work: Work, refund: Refund) -> tuple[ReceiptItem, ...]:
    """Give what is returned and what is paid on top (双倍返还), each a line of its own; else nothing."""
    doubled = work.session.scalar(
        select(Cancellation.doubled_fen).where(Cancellation.deal_id == refund.deal_id)
    )
    if not doubled:
        return ()
    return (
        ReceiptItem(money="returned", amount_fen=refund.owed_fen - doubled),
        ReceiptItem(money="doubled", amount_fen=doubled),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptBack:
    """Take a unit back after its review: held back until the manager releases it."""

    unit: UnitId
    note: str = ""

    def __call__(self, work: Work) -> dict[str, object]:
        at = standing(work, self.unit)
        state = step(work, at, "accept back")
        deal = at.claim.deal_id if at.claim else None
        refund = refund_of(work, deal) if deal is not None else None
        paid = refund is not None and work.session.scalar(
            select(Receipt.id).where(Receipt.refund_id == refund.id)
        )
        open_claim(work, at, state, reason=text.clean(self.note, "note", 200) or "accepted back")
        return {
            "unit": at.unit.code,
            "refund_open": bool(refund is not None and refund.owed_fen and not paid),
        }
