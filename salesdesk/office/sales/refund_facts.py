"""What a refund rests on: its receipts, who may be paid, and the request that was signed for it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import local
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, NotFound, UserError
from salesdesk.kernel.keys import RefundId
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.customers.tables import Customer
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.receipt_exchange_tables import invoices_of
from salesdesk.office.ledger.refund_asked import Asked, asked_of, newest, originals_of
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.sheets import PayoutNote, SignerNote
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid, Refund
from salesdesk.office.sales.change_frame import buyers_of
from salesdesk.office.sales.deals import agreement_of, origins
from salesdesk.office.sales.refund_sheets import OriginalLine, RefundTerms
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading, Work


class RefundByRequest(UserError):
    """The office wants signatures under what it pays back (setting refunds_by_request)."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The refund of unit {unit} is paid by a request and its signatures."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Ask for it; payee and original receipts are shown to who signs."
    )


class RefundAsked(UserError):
    """While a refund is being signed for it is neither asked for again nor paid."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Request {request} asks for the refund of unit {unit} already."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Wait for its signatures, or withdraw it first.")


class ApproverPays(UserError):
    """Who approved that money goes out does not hand it out (domain A3)."""

    problem = QT_TRANSLATE_NOOP("errors", "You signed request {request} for this refund yourself.")
    remedy = QT_TRANSLATE_NOOP("errors", "Another cashier pays it out.")


def terms(session: Session, refund: Refund) -> RefundTerms:
    """Give what is asked of whoever pays *refund*."""
    rows = _standing(session, refund)
    invoices = invoices_of(session, [row.id for row in rows])
    agreement = agreement_of(session, refund.deal_id)
    buyers = buyers_of(session, agreement) if agreement is not None else ()
    names = (
        session.get_one(Customer, refund.customer_id).name,
        *(line.name for line in buyers),
        *(row.payer for row in rows),
    )
    return RefundTerms(
        by_request=bool(setting(session, "refunds_by_request")),
        payees=tuple(dict.fromkeys(names)),
        originals=tuple(
            OriginalLine(
                id=row.id,
                number=row.number,
                day=row.day,
                payer=row.payer,
                amount_fen=row.amount_fen,
            )
            for row in rows
            if row.id not in invoices
        ),
        invoices=tuple(dict.fromkeys(invoices.values())),
    )


def refund_terms(reading: Reading, refund: RefundId) -> RefundTerms:
    """Give whom a refund may be paid to, and which originals it wants back; `NotFound` without one."""
    row = reading.session.get(Refund, refund)
    if row is None:
        raise NotFound(what="refund", key=refund)
    return terms(reading.session, row)


def signed_request(work: Work, refund: Refund) -> Asked | None:
    """Give the newest signed request by which *refund* is paid now, if there is one.

    Raises `RefundAsked` while one is being signed, `RefundByRequest` where the office wants one, and
    `ApproverPays` for whoever signed it or was stood in for.
    """
    asked = asked_of(work.session, [refund.id]).get(refund.id, [])
    check_not_pending(work, refund, asked)
    found = newest(asked, RequestState.APPROVED, work.now)
    if found is None:
        if setting(work.session, "refunds_by_request"):
            raise RefundByRequest(unit=refund.unit_code)
        return None
    signers = {one.person_id for one in found.at.signatures}
    if work.actor in signers | {one.absent_id for one in found.at.signatures}:
        raise ApproverPays(request=found.about.request_id)
    return found


def check_not_pending(
    work: Work, refund: Refund, asked: Sequence[Asked], apart: int | None = None
) -> None:
    """Raise `RefundAsked` while a request for *refund* other than *apart* is being signed."""
    others = [one for one in asked if one.about.request_id != apart]
    pending = newest(others, RequestState.PENDING, work.now)
    if pending is not None:
        raise RefundAsked(request=pending.about.request_id, unit=refund.unit_code)


def payout_note(work: Work, asked: Asked) -> PayoutNote:
    """Give what the slip says of the request that it follows."""
    names, named = names_of(work.session), originals_of(work.session, asked.about.request_id)
    return PayoutNote(
        request=asked.about.request_id,
        signers=tuple(
            SignerNote(
                role=one.role,
                person=names.get(one.person_id, ""),
                stands_in_for=names.get(one.absent_id or 0, ""),
                at=f"{local(one.at, work.zone):%Y-%m-%d %H:%M}",
            )
            for one in asked.at.signatures
        ),
        account=asked.about.account,
        proxy=asked.about.proxy,
        returned=tuple(number for number, lost in named if not lost),
        lost=tuple((number, lost) for number, lost in named if lost),
    )


def _standing(session: Session, refund: Refund) -> list[Receipt]:
    """Give the receipts that stand of a refund's deal, and of the deals that it came from."""
    rows = session.scalars(
        select(Receipt)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .outerjoin(Contra, Contra.receipt_id == Receipt.id)
        .where(
            Receipt.deal_id.in_(origins(session, refund.deal_id)),
            Receipt.kind.in_((ReceiptKind.DEPOSIT.value, ReceiptKind.PRICE.value)),
            ReceiptVoid.receipt_id.is_(None),
            Contra.id.is_(None),
        )
        .order_by(Receipt.id)
    )
    return list(rows)
