"""The receipts that are on no paper yet, of one cashier and day."""

from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.tables import Receipt, ReceiptPrint, ReceiptVoid


def unprinted(session: Session, cashier: int, day: date) -> list[int]:
    """Give them, the oldest first; void and answered ones stay where they are."""
    wanted = (
        select(Receipt.id)
        .where(
            Receipt.cashier_id == cashier,
            Receipt.day == day,
            ~exists().where(ReceiptPrint.receipt_id == Receipt.id),
            ~exists().where(ReceiptVoid.receipt_id == Receipt.id),
            ~exists().where(Contra.receipt_id == Receipt.id),
        )
        .order_by(Receipt.id)
    )
    return list(session.scalars(wanted))
