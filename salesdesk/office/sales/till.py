"""The cashier's steps of a deal, and its undoing: deposit, void, cancellation, refund, return."""

from dataclasses import dataclass

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, MissingEntry, NotFound, UserError
from salesdesk.kernel.identity import mask_id
from salesdesk.kernel.keys import Fen, ReceiptId, RefundId, UnitId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.customers.tables import Customer
from salesdesk.office.inventory.claims import (
    check_permit,
    end_release,
    open_claim,
    standing,
    step,
)
from salesdesk.office.inventory.tables import Project
from salesdesk.office.ledger.rules import Account, Fault, ReceiptKind, TenderKind, deposit_fate
from salesdesk.office.ledger.sheets import ReceiptSheet, TenderLine
from salesdesk.office.ledger.tables import Movement, Receipt, ReceiptVoid, Refund
from salesdesk.office.ledger.tallies import paid_fen
from salesdesk.office.ledger.writing import (
    Party,
    check_printable,
    checked_tenders,
    move,
    refund_of,
    write_receipt,
)
from salesdesk.office.sales.commands import continue_deal, hold_until
from salesdesk.office.sales.deals import LiveDeal, agreement_of, deposit_room_fen, live_deal
from salesdesk.office.sales.tables import Cancellation
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Work


class AboveDepositCap(UserError):
    """Deposit has deposit effect up to 20 % of the price only (R-09, 民法典 586)."""

    problem = QT_TRANSLATE_NOOP(
        "errors",
        "{amount} yuan would bring the deposit above 20 % of the price (R-09); "
        "{room} yuan more are possible.",
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Take at most {room} yuan as deposit; the rest is an instalment of the price."
    )


class VoidedAlready(UserError):
    """A receipt is made void once."""

    problem = QT_TRANSLATE_NOOP("errors", "Receipt {number} is void already.")
    remedy = QT_TRANSLATE_NOOP("errors", "Nothing more has to be done with it.")


class NotTodaysReceipt(UserError):
    """Only a receipt of the same day can be made void."""

    problem = QT_TRANSLATE_NOOP("errors", "Receipt {number} is of {day}; that day is over.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Cancel the deal and pay the money back with a refund slip."
    )


class NeededByAgreement(UserError):
    """An agreement in force rests on the receipt."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Agreement {agreement} rests on receipt {number}; it cannot be made void."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Cancel the subscription first.")


class DealIsOver(UserError):
    """The deal that the money belonged to was cancelled."""

    problem = QT_TRANSLATE_NOOP("errors", "The deal of receipt {number} is over.")
    remedy = QT_TRANSLATE_NOOP("errors", "Pay the refund; it settles the receipt's money.")


class RefundPaid(UserError):
    """A refund is paid once."""

    problem = QT_TRANSLATE_NOOP("errors", "This refund was paid already, with slip {number}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Look at the slip; nothing more is owed.")


class NothingOwed(UserError):
    """The cancellation left nothing to pay back."""

    problem = QT_TRANSLATE_NOOP("errors", "Nothing is owed to the buyer: the deposit was kept.")
    remedy = QT_TRANSLATE_NOOP("errors", "The rule of the deposit is shown with the cancellation.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDeposit:
    """Take a deposit (定金) on a held unit and number its receipt; several tenders on one.

    Give *amount* and *tender*, or *tenders*. The hold then stays until it is subscribed or
    cancelled. Above 20 % of the price it is refused as deposit (R-09).
    """

    unit: UnitId
    amount: Fen | None = None
    tender: TenderKind = TenderKind.CASH
    reference: str = ""
    tenders: tuple[TenderLine, ...] = ()
    payer: str = ""
    note: str = ""

    def __call__(self, work: Work) -> dict[str, object]:
        deal = live_deal(work, self.unit)
        step(work, deal.at, "take deposit")
        check_permit(work.session, [deal.at.unit.building_id])
        tenders = self._tenders()
        amount = sum(line.amount_fen for line in tenders)
        room = deposit_room_fen(work.session, deal)
        if amount > room:
            raise AboveDepositCap(amount=format_yuan(amount), room=format_yuan(max(room, 0)))
        sheet = paper(work, deal, ReceiptKind.DEPOSIT, tenders, self.payer, self.note)
        receipt = write_receipt(
            work,
            ReceiptKind.DEPOSIT,
            party(deal),
            sheet,
            "receipt",
            setting(work.session, "receipt_prefix"),
        )
        for line in tenders:
            move(
                work, deal.row.id, Account(line.kind), Account.DEPOSITS_HELD, line.amount_fen,
                "deposit", receipt.id,
            )  # fmt: skip
        if deal.at.claim is not None and deal.at.claim.until is not None:
            continue_deal(work, deal, None)  # money lies on it: the clock no longer frees it
        work.touched(Topic.UNIT, deal.at.unit.id)
        work.touched(Topic.DEAL, deal.row.id)
        return {
            "receipt": receipt.number,
            "receipt_id": receipt.id,
            "amount_fen": amount,
            "unit": deal.at.unit.code,
        }

    def _tenders(self) -> tuple[TenderLine, ...]:
        if self.tenders:
            return checked_tenders(self.tenders)
        if self.amount is None:
            raise MissingEntry(field="amount")
        return checked_tenders(
            (TenderLine(kind=self.tender.value, amount_fen=self.amount, reference=self.reference),)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidReceipt:
    """Make a receipt of the same day void (作废): its number stays, its money goes back."""

    receipt: ReceiptId
    reason: str

    def __call__(self, work: Work) -> str:
        reason = text.required(self.reason, "reason", 200)
        row = work.session.get(Receipt, self.receipt)
        if row is None or row.kind == ReceiptKind.REFUND:
            raise NotFound(what="receipt", key=self.receipt)
        if work.session.get(ReceiptVoid, row.id) is not None:
            raise VoidedAlready(number=row.number)
        if refund_of(work, row.deal_id) is not None:
            raise DealIsOver(number=row.number)
        if row.day != work.today:
            raise NotTodaysReceipt(number=row.number, day=row.day)
        agreement = agreement_of(work.session, row.deal_id)
        if agreement is not None:
            raise NeededByAgreement(agreement=agreement.number, number=row.number)
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
        self._restart_clock(work, row)
        work.note(Topic.RECEIPT, row.id, void=reason)
        work.touched(Topic.UNIT, row.unit_id)
        work.touched(Topic.DEAL, row.deal_id)
        return row.number

    @staticmethod
    def _restart_clock(work: Work, row: Receipt) -> None:
        """Give the hold a time again when no money lies on it any more."""
        if paid_fen(work.session, row.deal_id) == 0:
            continue_deal(work, live_deal(work, row.unit_id), hold_until(work, work.now, None))


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelSubscription:
    """End a deal before or after its agreement (退订): the unit goes to review.

    The deposit's fate follows *fault* (domain 3.6); what is owed becomes a refund to pay.
    """

    unit: UnitId
    fault: Fault
    reason: str

    def __call__(self, work: Work) -> dict[str, object]:
        reason = text.required(self.reason, "reason", 500)
        deal = live_deal(work, self.unit)
        state = step(work, deal.at, "cancel")
        paid = paid_fen(work.session, deal.row.id)
        fate = deposit_fate(paid, deal.price_fen(work.session), self.fault)
        work.session.add(
            Cancellation(
                deal_id=deal.row.id,
                at=work.now,
                actor_id=work.actor,
                fault=self.fault.value,
                reason=reason,
                paid_fen=paid,
                kept_fen=fate.kept_fen,
                returned_fen=fate.returned_fen,
                doubled_fen=fate.doubled_fen,
            )
        )
        held, owed = Account.DEPOSITS_HELD, Account.REFUNDS_OWED
        move(work, deal.row.id, held, Account.FORFEITED, fate.kept_fen, "kept")
        move(work, deal.row.id, held, owed, fate.returned_fen, "returned")
        move(work, deal.row.id, Account.PENALTY_PAID, owed, fate.doubled_fen, "doubled")
        refund = self._refund(work, deal, fate.kept_fen, fate.to_pay_fen, reason) if paid else None
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
        work.note(Topic.DEAL, deal.row.id, cancelled=self.fault.value)
        return {
            "unit": deal.at.unit.code,
            "paid_fen": paid,
            "kept_fen": fate.kept_fen,
            "returned_fen": fate.returned_fen,
            "doubled_fen": fate.doubled_fen,
            "owed_fen": fate.to_pay_fen,
            "refund": refund,
        }

    def _refund(  # noqa: PLR0913 - the columns of a row
        self, work: Work, deal: LiveDeal, kept: int, owed: int, reason: str
    ) -> int:
        row = Refund(
            deal_id=deal.row.id,
            unit_id=deal.at.unit.id,
            unit_code=deal.at.unit.code,
            customer_id=deal.row.customer_id,
            fault=self.fault.value,
            reason=reason,
            kept_fen=kept,
            owed_fen=owed,
            created_at=work.now,
            created_by=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.REFUND, row.id, owed_fen=owed)
        return row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRefund:
    """Pay what a cancellation left owing, whole, and number its slip."""

    refund: RefundId
    tender: TenderKind = TenderKind.TRANSFER
    reference: str = ""

    def __call__(self, work: Work) -> dict[str, object]:
        row = work.session.get(Refund, self.refund)
        if row is None:
            raise NotFound(what="refund", key=self.refund)
        slip = work.session.scalar(select(Receipt.number).where(Receipt.refund_id == row.id))
        if slip is not None:
            raise RefundPaid(number=slip)
        if row.owed_fen == 0:
            raise NothingOwed
        at = standing(work, row.unit_id)
        tenders = checked_tenders(
            (TenderLine(kind=self.tender.value, amount_fen=row.owed_fen, reference=self.reference),)
        )
        customer = work.session.get_one(Customer, row.customer_id)
        sheet = _sheet(
            work, at.unit.project_id, at.unit.code, customer, ReceiptKind.REFUND, tenders,
            customer.name, row.reason,
        )  # fmt: skip
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
            work, row.deal_id, Account.REFUNDS_OWED, Account(self.tender.value), row.owed_fen,
            "refund", receipt.id,
        )  # fmt: skip
        work.note(Topic.REFUND, row.id, paid=receipt.number)
        return {"receipt": receipt.number, "receipt_id": receipt.id, "amount_fen": row.owed_fen}


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


def party(deal: LiveDeal) -> Party:
    """Give for whom a live deal's money moves."""
    return Party(
        project=deal.row.project_id,
        deal=deal.row.id,
        unit=deal.row.unit_id,
        customer=deal.row.customer_id,
    )


def paper(  # noqa: PLR0913 - what the paper says
    work: Work,
    deal: LiveDeal,
    kind: ReceiptKind,
    tenders: tuple[TenderLine, ...],
    payer: str,
    note: str,
) -> ReceiptSheet:
    """Give the sheet of a receipt on a live deal, its names checked for printing."""
    customer = work.session.get_one(Customer, deal.row.customer_id)
    name = text.clean(payer, "payer", 60) or customer.name
    return _sheet(
        work, deal.row.project_id, deal.at.unit.code, customer, kind, tenders, name,
        text.clean(note, "note", 100),
    )  # fmt: skip


def _sheet(  # noqa: PLR0913 - what the paper says
    work: Work,
    project_id: int,
    unit: str,
    customer: Customer,
    kind: ReceiptKind,
    tenders: tuple[TenderLine, ...],
    payer: str,
    note: str,
) -> ReceiptSheet:
    project = work.session.get_one(Project, project_id)
    references = "".join(line.reference for line in tenders)
    check_printable(work, payer, note, references, project.name, project.company)
    return ReceiptSheet(
        number="",
        kind=kind.value,
        company=project.company,
        project=project.name,
        at="",
        payer=payer,
        payer_id_tail=mask_id(customer.id_number)[-4:],
        unit=unit,
        amount_fen=sum(line.amount_fen for line in tenders),
        tenders=tenders,
        collector=names_of(work.session).get(work.actor, ""),
        note=note,
        practice=bool(setting(work.session, "practice")),
    )
