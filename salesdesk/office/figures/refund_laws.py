"""Laws of refunds that were asked for, looked at by `figures.audit`: each gives what breaks it, or nothing."""

import json
from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel.plain import from_plain
from salesdesk.office.approvals.tables import Request, Signature
from salesdesk.office.ledger.refund_asked import originals_of
from salesdesk.office.ledger.refund_tables import RefundOriginal, RefundRequest
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.sheets import ReceiptSheet
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid, Refund


def _as_signed(session: Session) -> str:
    """A slip whose paper names a request follows it: payee, way, originals; and no signer paid it."""
    request = session.scalar(
        select(RefundRequest.request_id)
        .join(Request, Request.id == RefundRequest.request_id)
        .join(Refund, Refund.id == RefundRequest.refund_id)
        .where((Request.kind != "refund") | (Request.amount_fen != Refund.owed_fen))
        .limit(1)
    )
    if request is not None:
        return f"request {request}"
    void = session.scalar(
        select(RefundOriginal.receipt_id)
        .join(ReceiptVoid, ReceiptVoid.receipt_id == RefundOriginal.receipt_id)
        .limit(1)
    )
    if void is not None:
        return f"receipt {void}"
    slips = session.execute(
        select(Receipt.number, Receipt.refund_id, Receipt.cashier_id, Receipt.sheet).where(
            Receipt.kind == ReceiptKind.REFUND.value
        )
    ).all()
    for number, refund, cashier, written in slips:
        sheet: ReceiptSheet = from_plain(ReceiptSheet, json.loads(written))
        if not _follows(session, refund, cashier, sheet):
            return f"receipt {number}"
    return ""


def _follows(session: Session, refund: int | None, cashier: int, sheet: ReceiptSheet) -> bool:
    said = sheet.payout
    if said is None:
        return True
    about = session.get(RefundRequest, said.request)
    signers = session.execute(
        select(Signature.person_id, Signature.absent_id).where(
            Signature.request_id == said.request
        )
    ).all()
    named = sorted([(number, "") for number in said.returned] + list(said.lost))
    return (
        about is not None
        and (about.refund_id, about.payee) == (refund, sheet.payer)
        and [line.kind for line in sheet.tenders] == [about.tender]
        and sorted(originals_of(session, said.request)) == named
        and bool(signers)
        and cashier not in {who for row in signers for who in row}
    )


REFUND_LAWS: tuple[tuple[str, Callable[[Session], str]], ...] = (
    ("a refund is paid as it was signed", _as_signed),
)
