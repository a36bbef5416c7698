"""How a contra receipt is written down, printed and asked for: a number, a chain, a paper of its own."""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.calendar import local
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.plain import canonical, from_plain
from salesdesk.office.ledger.contra_tables import Contra, ContraApproval, ContraPrint
from salesdesk.office.ledger.daybook import book_day
from salesdesk.office.ledger.sheets import ReceiptItem, ReceiptLine, ReceiptMarks, ReceiptSheet
from salesdesk.office.ledger.tables import Receipt
from salesdesk.office.ledger.writing import CHECK_LENGTH, next_number, receipt_hash
from salesdesk.office.staff.queries import setting
from salesdesk.store.journal import GENESIS
from salesdesk.store.work import Reading, Work


def contra_of(session: Session, receipt: int) -> Contra | None:
    """Give the contra that answers a receipt, if any."""
    return session.scalar(select(Contra).where(Contra.receipt_id == receipt))


def contras_of(session: Session, receipts: Collection[int]) -> dict[int, Contra]:
    """Give the contras that answer some of *receipts*, by receipt."""
    rows = session.scalars(select(Contra).where(Contra.receipt_id.in_(receipts)))
    return {row.receipt_id: row for row in rows}


def against(sheet: ReceiptSheet, collector: str, reason: str) -> ReceiptSheet:
    """Give the sheet that answers *sheet*: every amount below nothing, its number named."""
    items = sheet.items or (ReceiptItem(money=sheet.kind, amount_fen=sheet.amount_fen),)
    return replace(
        sheet,
        number="",
        kind="contra",
        at="",
        amount_fen=-sheet.amount_fen,
        tenders=tuple(replace(line, amount_fen=-line.amount_fen) for line in sheet.tenders),
        items=tuple(replace(item, amount_fen=-item.amount_fen) for item in items),
        collector=collector,
        note=reason,
        check_code="",
        form="",
        answers=sheet.number,
        answers_at=sheet.at,
    )


def write_contra(work: Work, receipt: Receipt, sheet: ReceiptSheet) -> Contra:
    """Number *sheet*, chain it to the contra before it, and store it."""
    no, number = next_number(work, "contra", setting(work.session, "contra_prefix"))
    newest = select(Contra.hash).order_by(Contra.no.desc()).limit(1)
    previous = work.session.scalar(newest) or GENESIS
    drawn = replace(sheet, number=number, at=f"{local(work.now, work.zone):%Y-%m-%d %H:%M}")
    value = receipt_hash(previous, canonical(drawn))
    row = Contra(
        no=no,
        number=number,
        receipt_id=receipt.id,
        at=work.now,
        day=book_day(work),
        cashier_id=work.actor,
        amount_fen=sheet.amount_fen,
        sheet=canonical(replace(drawn, check_code=value[:CHECK_LENGTH].upper())),
        previous=previous,
        hash=value,
    )
    work.session.add(row)
    work.session.flush()
    work.note(Topic.RECEIPT, receipt.id, contra=number, amount_fen=sheet.amount_fen)
    return row


def contra_paper(reading: Reading, number: str) -> tuple[ReceiptSheet, ReceiptMarks]:
    """Give a contra's stored sheet by its number, and how often it was printed; or `NotFound`."""
    row = _named(reading.session, number)
    printed = _printings(reading.session, row.id)
    sheet: ReceiptSheet = from_plain(ReceiptSheet, json.loads(row.sheet))
    return sheet, ReceiptMarks(reprint=max(0, printed - 1))


def contra_lines(
    reading: Reading,
    project: int | None,
    first_on: date | None,
    last_on: date | None,
    unit: int | None,
) -> list[ReceiptLine]:
    """List the contras of some days as a list of receipts shows them."""
    prints = select(func.count()).where(ContraPrint.contra_id == Contra.id).scalar_subquery()
    wanted = select(Contra, prints.label("prints"), ContraApproval.reason).join(
        ContraApproval, ContraApproval.receipt_id == Contra.receipt_id
    )
    if project is not None or unit is not None:
        wanted = wanted.join(Receipt, Receipt.id == Contra.receipt_id)
    if project is not None:
        wanted = wanted.where(Receipt.project_id == project)
    if unit is not None:
        wanted = wanted.where(Receipt.unit_id == unit)
    if first_on is not None:
        wanted = wanted.where(Contra.day >= first_on)
    if last_on is not None:
        wanted = wanted.where(Contra.day <= last_on)
    return [_line(row.Contra, row.prints, row.reason) for row in reading.session.execute(wanted)]


def _line(row: Contra, prints: int, reason: str) -> ReceiptLine:
    sheet: ReceiptSheet = from_plain(ReceiptSheet, json.loads(row.sheet))
    return ReceiptLine(
        id=-row.id,
        no=row.no,
        number=row.number,
        kind=sheet.kind,
        at=row.at,
        day=row.day,
        unit=sheet.unit,
        payer=sheet.payer,
        amount_fen=row.amount_fen,
        tenders=sheet.tenders,
        collector=sheet.collector,
        prints=prints,
        voided=False,
        contra_reason=reason,
        answers=sheet.answers,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintContra:
    """Put a contra receipt on paper: the first time is the original, every later one 补打 n."""

    contra: str

    def __call__(self, work: Work) -> int:
        row = _named(work.session, self.contra)
        reprint = _printings(work.session, row.id)
        work.session.add(
            ContraPrint(contra_id=row.id, reprint=reprint, at=work.now, actor_id=work.actor)
        )
        work.session.flush()
        work.note(Topic.RECEIPT, row.receipt_id, contra_printed=reprint)
        return reprint


def _named(session: Session, number: str) -> Contra:
    row = session.scalar(select(Contra).where(Contra.number == number.strip().upper()))
    if row is None:
        raise NotFound(what="contra receipt", key=number)
    return row


def _printings(session: Session, contra: int) -> int:
    return session.scalar(select(func.count()).where(ContraPrint.contra_id == contra)) or 0
