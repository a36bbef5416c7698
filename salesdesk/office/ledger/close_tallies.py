"""What a cashier's day comes to, before and when it is closed (fen)."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from salesdesk.office.ledger.close_sheets import KindSum, NumberSpan, VoidLine
from salesdesk.office.ledger.close_tables import DayClose
from salesdesk.office.ledger.contra_tables import Contra, ContraApproval
from salesdesk.office.ledger.daybook import SERIES, last_closed
from salesdesk.office.ledger.rules import LATE_FEE, PAID_OUT, ReceiptKind, TenderKind
from salesdesk.office.ledger.tables import Movement, Receipt, ReceiptVoid, Tender
from salesdesk.office.ledger.tallies import contra_sums, tender_sums

_OUT = [kind.value for kind in PAID_OUT]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """A cashier's day as the books know it (fen): cash before and after it, taken and paid back."""

    opening_fen: int
    after_fen: int
    taken: dict[TenderKind, int]
    back: dict[TenderKind, int]

    def net_fen(self, kind: TenderKind) -> int:
        """What the day came to in one way of paying."""
        return self.taken.get(kind, 0) - self.back.get(kind, 0)

    def drawer_fen(self, banked_fen: int) -> int:
        """What should lie in the drawer now, when *banked_fen* went to the bank."""
        return self.opening_fen + self.net_fen(TenderKind.CASH) + self.after_fen - banked_fen


def oldest_open(session: Session, cashier: int) -> date | None:
    """Give the oldest day on which *cashier* gave a paper and that is not closed, if any."""
    wanted = select(func.min(Receipt.day)).where(Receipt.cashier_id == cashier)
    answers = select(func.min(Contra.day)).where(Contra.cashier_id == cashier)
    last = last_closed(session, cashier)
    if last is not None:
        wanted, answers = wanted.where(Receipt.day > last), answers.where(Contra.day > last)
    days = (session.scalar(wanted), session.scalar(answers))
    return min((day for day in days if day is not None), default=None)


def day_facts(session: Session, day: date, cashier: int) -> DayFacts:
    """Give what the books say of a cashier's *day* now."""
    signed = case((Receipt.kind.in_(_OUT), -Tender.amount_fen), else_=Tender.amount_fen)
    after = session.scalar(
        select(func.coalesce(func.sum(signed), 0))
        .select_from(Receipt)
        .join(Tender, Tender.receipt_id == Receipt.id)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .where(
            Receipt.cashier_id == cashier,
            Receipt.day > day,
            Tender.kind == TenderKind.CASH.value,
            ReceiptVoid.receipt_id.is_(None),
        )
    )
    answered = session.scalar(
        select(func.coalesce(func.sum(Tender.amount_fen), 0))
        .join(Contra, Contra.receipt_id == Tender.receipt_id)
        .where(
            Contra.cashier_id == cashier,
            Contra.day > day,
            Tender.kind == TenderKind.CASH.value,
        )
    )
    back = tender_sums(session, day, cashier, refunds=True)
    for kind, fen in contra_sums(session, day, cashier).items():
        back[kind] = back.get(kind, 0) + fen
    return DayFacts(
        opening_fen=opening_fen(session, cashier),
        after_fen=int(after or 0) - int(answered or 0),
        taken=tender_sums(session, day, cashier, refunds=False),
        back=back,
    )


def opening_of(session: Session, day: date, cashier: int) -> int:
    """Give what lay in the drawer before *day*: as it was closed, or as it stands now."""
    known = session.scalar(
        select(DayClose.opening_fen).where(DayClose.cashier_id == cashier, DayClose.day == day)
    )
    return opening_fen(session, cashier) if known is None else known


def opening_fen(session: Session, cashier: int) -> int:
    """Give what lay in the drawer before the open day: left by the last close, and handed over since."""
    last = session.scalars(
        select(DayClose)
        .where(DayClose.cashier_id == cashier)
        .order_by(DayClose.id.desc())
        .limit(1)
    ).first()
    left = 0 if last is None else last.counted_fen - last.handed_fen - last.after_fen
    handed = session.scalar(
        select(func.coalesce(func.sum(DayClose.handed_fen), 0)).where(
            DayClose.handed_to == cashier, DayClose.id > (0 if last is None else last.id)
        )
    )
    return left + int(handed or 0)


def kind_sums(session: Session, day: date, cashier: int) -> tuple[KindSum, ...]:
    """Give the valid papers of a day by kind; late fees on receipts of the price apart (滞纳金)."""
    rows = session.execute(
        select(Receipt.kind, func.count(), func.sum(Receipt.amount_fen))
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .where(Receipt.day == day, Receipt.cashier_id == cashier, ReceiptVoid.receipt_id.is_(None))
        .group_by(Receipt.kind)
        .order_by(Receipt.kind)
    )
    fees = _late_fees(session, day, cashier)
    found = [
        KindSum(
            kind=kind,
            papers=count,
            amount_fen=int(fen) - (fees.amount_fen if kind == ReceiptKind.PRICE else 0),
        )
        for kind, count, fen in rows
    ]
    if fees.papers:
        found.append(fees)
    answers = contra_lines(session, day, cashier)
    if answers:
        fen = sum(line.amount_fen for line in answers)
        found.append(KindSum(kind="contra", papers=len(answers), amount_fen=fen))
    return tuple(found)


def _late_fees(session: Session, day: date, cashier: int) -> KindSum:
    """Give what of a day's valid receipts was for late fees, and on how many of them."""
    count, fen = session.execute(
        select(func.count(Receipt.id.distinct()), func.coalesce(func.sum(Movement.amount_fen), 0))
        .select_from(Movement)
        .join(Receipt, Receipt.id == Movement.receipt_id)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .where(
            Movement.kind == LATE_FEE,
            Receipt.day == day,
            Receipt.cashier_id == cashier,
            ReceiptVoid.receipt_id.is_(None),
        )
    ).one()
    return KindSum(kind=LATE_FEE, papers=count, amount_fen=int(fen))


def number_spans(session: Session, day: date, cashier: int) -> tuple[NumberSpan, ...]:
    """Give the numbers used of each series, void ones too: contras, receipts, refunds."""
    found: dict[str, list[str]] = defaultdict(list)
    for series, number in session.execute(
        select(Receipt.series, Receipt.number)
        .where(Receipt.day == day, Receipt.cashier_id == cashier)
        .order_by(Receipt.no)
    ):
        found[series].append(number)
    for answer in contra_lines(session, day, cashier):
        found["contra"].append(answer.number)
    return tuple(
        NumberSpan(first=found[series][0], last=found[series][-1], papers=len(found[series]))
        for series in SERIES
        if series in found
    )


def void_lines(session: Session, day: date, cashier: int) -> tuple[VoidLine, ...]:
    """Give the numbers of a day that were made void."""
    rows = session.execute(
        select(Receipt.number, Receipt.amount_fen, ReceiptVoid.reason)
        .join(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .where(Receipt.day == day, Receipt.cashier_id == cashier)
        .order_by(Receipt.id)
    )
    return tuple(VoidLine(number=no, amount_fen=fen, reason=why) for no, fen, why in rows)


def contra_lines(session: Session, day: date, cashier: int) -> tuple[VoidLine, ...]:
    """Give the contras that a cashier wrote on a day, below nothing, and why."""
    rows = session.execute(
        select(Contra.number, Contra.amount_fen, ContraApproval.reason)
        .join(ContraApproval, ContraApproval.receipt_id == Contra.receipt_id)
        .where(Contra.day == day, Contra.cashier_id == cashier)
        .order_by(Contra.no)
    )
    return tuple(VoidLine(number=no, amount_fen=fen, reason=why) for no, fen, why in rows)


def total_fen(session: Session) -> int:
    """Give all that the office ever took with receipts that are valid: neither void nor answered."""
    total = session.scalar(
        select(func.coalesce(func.sum(Receipt.amount_fen), 0))
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .outerjoin(Contra, Contra.receipt_id == Receipt.id)
        .where(Receipt.kind.not_in(_OUT), ReceiptVoid.receipt_id.is_(None), Contra.id.is_(None))
    )
    return int(total or 0)


def moved_sums(session: Session, first: date, following: date) -> tuple[KindSum, ...]:
    """Give what went from account to account without cash, from *first* until before *following*."""
    rows = session.execute(
        select(Movement.kind, func.count(), func.sum(Movement.amount_fen))
        .where(
            Movement.receipt_id.is_(None),
            Movement.kind != "opening",
            Movement.day >= first,
            Movement.day < following,
        )
        .group_by(Movement.kind)
        .order_by(Movement.kind)
    )
    return tuple(
        KindSum(kind=kind, papers=count, amount_fen=int(fen)) for kind, count, fen in rows
    )


def paper_head(session: Session, day: date, cashier: int) -> tuple[str, str]:
    """Give company and project as the day's last paper bears them; empty where it had none."""
    sheet = session.scalar(
        select(Receipt.sheet)
        .where(Receipt.day == day, Receipt.cashier_id == cashier)
        .order_by(Receipt.id.desc())
        .limit(1)
    )
    head = json.loads(sheet) if sheet else {}
    return str(head.get("company", "")), str(head.get("project", ""))
