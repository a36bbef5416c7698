"""Is this paper ours? A receipt, slip or contra looked up by its number and the code printed on it."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from sqlalchemy import select
from sqlalchemy.orm import Session

from salesdesk.kernel.plain import from_plain
from salesdesk.office.ledger.contra_tables import Contra, ContraApproval
from salesdesk.office.ledger.receipt_exchange_tables import ReceiptExchange, ReceiptExchangeLine
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.sheets import ReceiptSheet
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid
from salesdesk.office.ledger.writing import hashed_body, receipt_hash
from salesdesk.store.journal import GENESIS
from salesdesk.store.work import Reading

_QR = re.compile(r"SD1;NO=([^;]+);AMT=[^;]*;CHK=([^;]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptCheck:
    """What the books say of a paper.

    ``genuine``: the number is known, its code is the one given and nothing of it was changed; only
    then payer, unit and amount (fen) are told. ``state``: "stands", "void", "answered", "contra",
    "exchanged", "refunded", or "unknown" without the right code; ``by`` names the other paper: the contra
    of an answered receipt, the receipt that a contra answers, the invoice of an exchanged one, the slip of
    a refunded one.
    """

    number: str
    genuine: bool
    unchanged: bool = True
    state: str = "unknown"
    by: str = ""
    reason: str = ""
    since: datetime | None = None
    kind: str = ""
    at: str = ""
    payer: str = ""
    unit: str = ""
    amount_fen: int | None = None


def verify_receipt(reading: Reading, number: str, code: str = "") -> ReceiptCheck:
    """Check the paper *number* by the *code* printed under its QR code; the QR's own text will do."""
    scanned = _QR.search(number.strip())
    if scanned is not None:
        number, code = (unquote(part) for part in scanned.groups())
    wanted, given = number.strip().upper(), code.strip().upper()
    session = reading.session
    row: Receipt | Contra | None = session.scalar(select(Receipt).where(Receipt.number == wanted))
    if row is None:
        row = session.scalar(select(Contra).where(Contra.number == wanted))
    if row is None:
        return ReceiptCheck(number=wanted, genuine=False)
    sheet: ReceiptSheet = from_plain(ReceiptSheet, json.loads(row.sheet))
    whole = _unchanged(session, row, sheet)
    if not given or given != sheet.check_code:
        return ReceiptCheck(number=wanted, genuine=False, unchanged=whole)
    state, by, reason, since = _fate(session, row, sheet)
    return ReceiptCheck(
        number=wanted,
        genuine=whole,
        unchanged=whole,
        state=state,
        by=by,
        reason=reason,
        since=since,
        kind=sheet.kind,
        at=sheet.at,
        payer=sheet.payer,
        unit=sheet.unit,
        amount_fen=sheet.amount_fen,
    )


def _unchanged(session: Session, row: Receipt | Contra, sheet: ReceiptSheet) -> bool:
    """Whether row, sheet and chain still say the same as when it was written."""
    if isinstance(row, Receipt):
        before = select(Receipt.hash).where(Receipt.series == row.series, Receipt.no == row.no - 1)
    else:
        before = select(Contra.hash).where(Contra.no == row.no - 1)
    return (
        row.previous == (session.scalar(before) or GENESIS)
        and receipt_hash(row.previous, hashed_body(row.sheet, row.hash)) == row.hash
        and sheet.number == row.number
        and sheet.amount_fen == row.amount_fen
        and sheet.check_code == row.hash[: len(sheet.check_code)].upper()
    )


def _fate(
    session: Session, row: Receipt | Contra, sheet: ReceiptSheet
) -> tuple[str, str, str, datetime | None]:
    if isinstance(row, Contra):
        return "contra", sheet.answers, sheet.note, row.at
    void = session.get(ReceiptVoid, row.id)
    if void is not None:
        return "void", "", void.reason, void.at
    contra = session.execute(
        select(Contra.number, Contra.at, ContraApproval.reason)
        .join(ContraApproval, ContraApproval.receipt_id == Contra.receipt_id)
        .where(Contra.receipt_id == row.id)
    ).first()
    if contra is not None:
        return "answered", contra.number, contra.reason, contra.at
    invoice = session.execute(
        select(ReceiptExchange.invoice, ReceiptExchange.at)
        .join(ReceiptExchangeLine, ReceiptExchangeLine.exchange_id == ReceiptExchange.id)
        .where(ReceiptExchangeLine.receipt_id == row.id)
    ).first()
    if invoice is not None:
        return "exchanged", invoice.invoice, "", invoice.at
    slip = _slip_of(session, row)
    if slip is not None:
        return "refunded", slip.number, "", slip.at
    return "stands", "", "", None


def _slip_of(session: Session, row: Receipt) -> Receipt | None:
    """Give the slip that paid a deal's money back, and with it what *row* took."""
    if row.kind == ReceiptKind.REFUND:
        return None
    return session.scalar(
        select(Receipt).where(
            Receipt.deal_id == row.deal_id, Receipt.kind == ReceiptKind.REFUND.value
        )
    )
