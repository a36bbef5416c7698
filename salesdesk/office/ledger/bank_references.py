"""A bank's reference stands on one receipt that stands: nobody takes one movement of a bank for two.

Kept by the program, which names the receipt that has it, and by both stores.
"""

from collections.abc import Iterable

from sqlalchemy import Boolean, literal_column, select

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.ledger.contra_tables import Contra
from salesdesk.office.ledger.rules import PAID_OUT, TenderKind
from salesdesk.office.ledger.sheets import TenderLine
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid, Tender
from salesdesk.store.guards import refuse_when
from salesdesk.store.work import Work

_REFERRED = literal_column("tender.reference <> '' AND tender.kind <> 'cash'", Boolean)
"""As the index of references says it, so that it serves."""


class ReferenceUsed(UserError):
    """One movement of a bank pays one receipt; a reference met again is a slip of the pen, or money twice."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Receipt {number} has the reference {reference} already."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Compare it with the bank's slip. Where one transfer pays both, add what tells its parts"
        " apart, as {reference}/2.",
    )


def check_references(work: Work, tenders: Iterable[TenderLine]) -> None:
    """Raise `ReferenceUsed` where a reference of *tenders* stands on a receipt that stands."""
    for line in tenders:
        if not line.reference or line.kind == TenderKind.CASH:
            continue
        number = work.session.scalar(
            select(Receipt.number)
            .join(Tender, Tender.receipt_id == Receipt.id)
            .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
            .outerjoin(Contra, Contra.receipt_id == Receipt.id)
            .where(
                _REFERRED,
                Tender.reference == line.reference,
                Tender.kind == line.kind,
                Receipt.kind.not_in([kind.value for kind in PAID_OUT]),
                ReceiptVoid.receipt_id.is_(None),
                Contra.id.is_(None),
            )
            .limit(1)
        )
        if number is not None:
            raise ReferenceUsed(number=number, reference=line.reference)


refuse_when(
    Tender,
    "reference",
    "INSERT",
    "NEW.reference <> '' AND NEW.kind <> 'cash'"
    " AND EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id AND r.kind <> 'refund')"
    " AND EXISTS (SELECT 1 FROM tender t JOIN receipt r ON r.id = t.receipt_id"
    " WHERE t.reference <> '' AND t.kind <> 'cash' AND t.reference = NEW.reference"
    " AND t.kind = NEW.kind AND r.id <> NEW.receipt_id AND r.kind <> 'refund'"
    " AND NOT EXISTS (SELECT 1 FROM receipt_void v WHERE v.receipt_id = r.id)"
    " AND NOT EXISTS (SELECT 1 FROM contra k WHERE k.receipt_id = r.id))",
    "a bank''s reference stands on one receipt",
)
