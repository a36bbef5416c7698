"""Receipts exchanged for an invoice (换票): the originals come back, the invoice's number is crossed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import Fen, ReceiptId
from salesdesk.kernel.money import format_yuan
from salesdesk.office.inventory.claims import standing
from salesdesk.office.ledger.receipt_exchange_tables import ReceiptExchange, ReceiptExchangeLine
from salesdesk.office.ledger.rules import ReceiptKind
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.sales.deals import origins
from salesdesk.office.sales.voiding import check_stands
from salesdesk.store.work import Work

_EXCHANGED = frozenset({ReceiptKind.DEPOSIT.value, ReceiptKind.PRICE.value})


class OriginalsAway(UserError):
    """Two papers for one sum of money must not be out at once."""

    problem = QT_TRANSLATE_NOOP("errors", "Nobody said that the original receipts are back.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Take back the customer copy of each receipt, then say so and give the invoice."
    )


class InvoiceDiffers(UserError):
    """An invoice is over the sum of the receipts that it takes the place of."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "The invoice is over {amount} yuan, the receipts make {sum} yuan."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Choose the receipts that the invoice was written for.")


class InvoiceKnown(UserError):
    """An invoice's number is used once."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "Invoice {invoice} was given for other receipts already."
    )
    remedy = QT_TRANSLATE_NOOP("errors", "Check the number on the invoice.")


class OtherDeals(UserError):
    """One invoice is for one deal's money."""

    problem = QT_TRANSLATE_NOOP("errors", "Receipt {number} is of another deal than {first}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Exchange the receipts of one deal at a time.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeReceipts:
    """Exchange *receipts* of one deal for the invoice of that number, day and *amount* (换票).

    *originals_back* says that the customer's copies are in hand. From then on none of them is made
    void or answered by a contra: the invoice stands for the money.
    """

    receipts: tuple[ReceiptId, ...]
    invoice: str
    amount: Fen
    invoice_on: date | None = None
    originals_back: bool = False
    note: str = ""

    def __call__(self, work: Work) -> dict[str, object]:
        invoice = text.required(self.invoice, "invoice", 40).upper()
        on = self.invoice_on or work.today
        if on > work.today:
            raise BadEntry(field="invoice on", value=on, expected="a day until today")
        rows = self._rows(work)
        if not self.originals_back:
            raise OriginalsAway
        total = sum(row.amount_fen for row in rows)
        if total != self.amount:
            raise InvoiceDiffers(amount=format_yuan(self.amount), sum=format_yuan(total))
        known = select(ReceiptExchange.id).where(ReceiptExchange.invoice == invoice)
        if work.session.scalar(known) is not None:
            raise InvoiceKnown(invoice=invoice)
        newest = max(row.deal_id for row in rows)
        exchange = ReceiptExchange(
            deal_id=newest,
            invoice=invoice,
            invoice_on=on,
            amount_fen=total,
            note=text.clean(self.note, "note", 100),
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(exchange)
        work.session.flush()
        for row in rows:
            work.session.add(ReceiptExchangeLine(receipt_id=row.id, exchange_id=exchange.id))
            work.session.flush()
            work.note(Topic.RECEIPT, row.id, invoice=invoice)
        work.touched(Topic.DEAL, newest)
        return {
            "invoice": invoice,
            "amount_fen": total,
            "receipts": [row.number for row in rows],
        }

    def _rows(self, work: Work) -> list[Receipt]:
        if not self.receipts or len(set(self.receipts)) < len(self.receipts):
            raise BadEntry(
                field="receipts", value=len(self.receipts), expected="each receipt once"
            )
        rows: list[Receipt] = []
        for key in sorted(self.receipts):
            row = work.session.get(Receipt, key)
            if row is None or row.kind not in _EXCHANGED:
                raise NotFound(what="receipt", key=key if row is None else row.number)
            standing(work, row.unit_id)  # held: it is not made void in between
            check_stands(work, row, moved_too=True)
            rows.append(row)
        line = origins(work.session, max(row.deal_id for row in rows))
        for row in rows:
            if row.deal_id not in line:
                raise OtherDeals(number=row.number, first=rows[0].number)
        return rows
