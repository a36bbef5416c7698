"""Questions about receipts, refunds and a cashier's day."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TypedDict

from sqlalchemy import func, select

from salesdesk.kernel.calendar import local
from salesdesk.kernel.errors import NotFound
from salesdesk.kernel.plain import from_plain
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.standing import People, people
from salesdesk.office.customers.tables import Customer
from salesdesk.office.ledger.close_tallies import opening_of
from salesdesk.office.ledger.contra_tables import Contra, ContraApproval
from salesdesk.office.ledger.contra_writing import contra_lines, contras_of
from salesdesk.office.ledger.large_cash import Person, large_cash, large_sums
from salesdesk.office.ledger.receipt_exchange_tables import invoices_of
from salesdesk.office.ledger.refund_asked import Asked, asked_of, newest, originals_back
from salesdesk.office.ledger.rules import PAID_OUT, ReceiptKind, TenderKind
from salesdesk.office.ledger.sheets import (
    DayCashSheet,
    ReceiptLine,
    ReceiptMarks,
    ReceiptSheet,
    RefundLine,
    TenderLine,
)
from salesdesk.office.ledger.tables import (
    CashCount,
    Movement,
    Receipt,
    ReceiptPrint,
    ReceiptVoid,
    Refund,
    Tender,
)
from salesdesk.office.ledger.tallies import contra_sums, tender_sums
from salesdesk.office.ledger.unprinted import unprinted
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading


def receipts(
    reading: Reading,
    project: int | None = None,
    first_on: date | None = None,
    last_on: date | None = None,
    unit: int | None = None,
    limit: int = 500,
) -> tuple[ReceiptLine, ...]:
    """List receipts, the contras that answer some, and refund slips, the newest first."""
    wanted = (
        select(Receipt, ReceiptVoid.reason.label("void_reason"))
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .order_by(Receipt.id.desc())
        .limit(limit)
    )
    if project is not None:
        wanted = wanted.where(Receipt.project_id == project)
    if first_on is not None:
        wanted = wanted.where(Receipt.day >= first_on)
    if last_on is not None:
        wanted = wanted.where(Receipt.day <= last_on)
    if unit is not None:
        wanted = wanted.where(Receipt.unit_id == unit)
    rows = reading.session.execute(wanted).all()
    names = names_of(reading.session)
    keys = [row.Receipt.id for row in rows]
    tenders, prints = _tenders(reading, keys), _prints(reading, keys)
    contras, approved = contras_of(reading.session, keys), _approved(reading, keys)
    invoices = invoices_of(reading.session, keys)
    large = large_sums(reading.session, first_on, last_on)
    originals = originals_back(reading.session, keys, reading.now)
    found = [
        ReceiptLine(
            id=row.Receipt.id,
            no=row.Receipt.no,
            number=row.Receipt.number,
            kind=row.Receipt.kind,
            at=row.Receipt.at,
            day=row.Receipt.day,
            unit=json.loads(row.Receipt.sheet)["unit"],
            payer=row.Receipt.payer,
            amount_fen=row.Receipt.amount_fen,
            tenders=tuple(tenders[row.Receipt.id]),
            collector=names.get(row.Receipt.cashier_id, ""),
            prints=prints.get(row.Receipt.id, 0),
            voided=row.void_reason is not None,
            void_reason=row.void_reason or "",
            contra=contras[row.Receipt.id].number if row.Receipt.id in contras else "",
            contra_reason=approved.get(row.Receipt.id, ""),
            invoice=invoices.get(row.Receipt.id, ""),
            large_cash_fen=_large(row.Receipt, row.void_reason, tenders, contras, large),
            original=originals.get(row.Receipt.id, ("", ""))[0],
        )
        for row in rows
    ]
    found += contra_lines(reading, project, first_on, last_on, unit)
    return tuple(sorted(found, key=lambda line: line.at, reverse=True)[:limit])


def receipt_id(reading: Reading, number: str) -> int:
    """Find a receipt by its printed number, or raise `NotFound`."""
    found = reading.session.scalar(
        select(Receipt.id).where(Receipt.number == number.strip().upper())
    )
    if found is None:
        raise NotFound(what="receipt", key=number)
    return found


def receipt_paper(reading: Reading, receipt: int) -> tuple[ReceiptSheet, ReceiptMarks]:
    """Give a receipt's stored sheet and what has happened to it since.

    ``reprint`` is the number of its latest printing (0: printed once or never).
    """
    found = _papers(reading, [receipt])
    if not found:
        raise NotFound(what="receipt", key=receipt)
    return found[receipt]


def _papers(
    reading: Reading, receipts: Sequence[int]
) -> dict[int, tuple[ReceiptSheet, ReceiptMarks]]:
    """Give what `receipt_paper` gives of each of *receipts*, in six questions for all of them."""
    session = reading.session
    rows = session.execute(
        select(Receipt.id, Receipt.sheet).where(Receipt.id.in_(receipts)).order_by(Receipt.id)
    ).all()
    voided = select(ReceiptVoid).where(ReceiptVoid.receipt_id.in_(receipts))
    voids = {row.receipt_id: row for row in session.scalars(voided)}
    printed, contras = _prints(reading, receipts), contras_of(session, receipts)
    originals = originals_back(session, receipts, reading.now)
    invoices = invoices_of(session, receipts)
    found = {}
    for key, stored in rows:
        sheet: ReceiptSheet = from_plain(ReceiptSheet, json.loads(stored))
        void, contra = voids.get(key), contras.get(key)
        original, slip = originals.get(key, ("", ""))
        marks = ReceiptMarks(
            reprint=max(0, printed.get(key, 0) - 1),
            voided_at=f"{local(void.at, reading.zone):%Y-%m-%d %H:%M}" if void else "",
            void_reason=void.reason if void else "",
            contra=contra.number if contra else "",
            contra_at=f"{local(contra.at, reading.zone):%Y-%m-%d %H:%M}" if contra else "",
            invoice=invoices.get(key, ""),
            refunded=slip,
            original=original if slip else "",
        )
        found[key] = sheet, marks
    return found


def unprinted_papers(
    reading: Reading, day: date | None = None
) -> dict[int, tuple[ReceiptSheet, ReceiptMarks]]:
    """Give the papers of one's own receipts of *day* (today) that `PrintUnprinted` would print now."""
    waiting = unprinted(reading.session, reading.actor, day or reading.today)
    return _papers(reading, waiting)


def refunds(reading: Reading, *, unpaid: bool = False) -> tuple[RefundLine, ...]:
    """List what is or was owed back to buyers, the newest first; with *unpaid* only what is open."""
    doubled = (
        select(func.coalesce(func.sum(Movement.amount_fen), 0))
        .where(Movement.deal_id == Refund.deal_id, Movement.kind == "doubled")
        .scalar_subquery()
    )
    wanted = (
        select(Refund, Customer.name, Receipt.number, doubled.label("doubled"))
        .join(Customer, Customer.id == Refund.customer_id)
        .outerjoin(Receipt, Receipt.refund_id == Refund.id)
        .order_by(Refund.id.desc())
    )
    if unpaid:
        wanted = wanted.where(Receipt.id.is_(None), Refund.owed_fen > 0)
    rows = reading.session.execute(wanted).all()
    asked = asked_of(reading.session, [row.Refund.id for row in rows])
    by_request = bool(setting(reading.session, "refunds_by_request"))
    here, names = people(reading.session, reading.now), names_of(reading.session)
    return tuple(
        RefundLine(
            id=row.Refund.id,
            unit=row.Refund.unit_code,
            customer=row.name,
            fault=row.Refund.fault,
            reason=row.Refund.reason,
            kept_fen=row.Refund.kept_fen,
            owed_fen=row.Refund.owed_fen,
            doubled_fen=int(row.doubled),
            paid_fen=row.Refund.owed_fen if row.number else 0,
            created_at=row.Refund.created_at,
            slip=row.number or "",
            ready=_ready(asked.get(row.Refund.id, []), reading.now, by_request=by_request),
            **_request(asked.get(row.Refund.id, []), reading.now, here, names),
        )
        for row in rows
    )


def _ready(asked: list[Asked], now: datetime, *, by_request: bool) -> bool:
    states = {one.at.state(now) for one in asked}
    signed = RequestState.APPROVED in states
    return RequestState.PENDING not in states and (signed or not by_request)


class _Request(TypedDict, total=False):
    """What a refund's line says of its newest request."""

    request: int
    request_state: str
    waits_for: tuple[str, ...]
    payee: str
    tender: str
    account: str


def _request(
    asked: list[Asked], now: datetime, here: People, names: Mapping[int, str]
) -> _Request:
    if not asked:
        return {}
    shown = newest(asked, RequestState.PENDING, now) or newest(asked, RequestState.APPROVED, now)
    about, at = (shown or asked[0]).about, (shown or asked[0]).at
    state, step = at.state(now), at.open_step
    waits = step is not None and state is RequestState.PENDING
    signers = here.of_step(at, step) if step is not None and waits else []
    return {
        "request": about.request_id,
        "request_state": state.value,
        "waits_for": tuple(dict.fromkeys(names.get(one.person, "") for one in signers)),
        "payee": about.payee,
        "tender": about.tender,
        "account": about.account,
    }


def day_cash(
    reading: Reading, day: date | None = None, cashier: int | None = None
) -> DayCashSheet:
    """Give a cashier's day (default: the asker's today): taken and paid back by tender, counted."""
    on, who = day or reading.today, cashier or reading.actor
    rows = reading.session.execute(
        select(Receipt.number, Receipt.sheet, Receipt.kind, ReceiptVoid.receipt_id)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == Receipt.id)
        .where(Receipt.day == on, Receipt.cashier_id == who)
        .order_by(Receipt.id)
    ).all()
    taken = [row for row in rows if row.kind not in PAID_OUT]
    head = json.loads(rows[-1].sheet) if rows else {}
    counted = reading.session.scalar(
        select(CashCount.counted_fen)
        .where(CashCount.day == on, CashCount.cashier_id == who)
        .order_by(CashCount.id.desc())
        .limit(1)
    )
    return DayCashSheet(
        project=head.get("project", ""),
        company=head.get("company", setting(reading.session, "office_name")),
        day=on,
        cashier=names_of(reading.session).get(who, ""),
        expected=_lines(tender_sums(reading.session, on, who, refunds=False).items()),
        refunds=_lines(
            (
                *tender_sums(reading.session, on, who, refunds=True).items(),
                *contra_sums(reading.session, on, who).items(),
            )
        ),
        first_number=taken[0].number if taken else "",
        last_number=taken[-1].number if taken else "",
        receipts=len(taken),
        voids=tuple(row.number for row in rows if row.receipt_id is not None),
        counted_cash_fen=counted,
        practice=bool(setting(reading.session, "practice")),
        large_cash=tuple(
            (line.customer, line.amount_fen)
            for line in large_cash(reading, None, on, on)
            if any(row.number in line.receipts for row in rows)
        ),
        contras=tuple(
            reading.session.scalars(
                select(Contra.number)
                .where(Contra.day == on, Contra.cashier_id == who)
                .order_by(Contra.no)
            )
        ),
        opening_fen=opening_of(reading.session, on, who),
    )


def _large(
    row: Receipt,
    void: str | None,
    tenders: Mapping[int, list[TenderLine]],
    contras: Mapping[int, object],
    large: Mapping[Person, int],
) -> int:
    """Give what of a customer's cash of the day a receipt is part of (fen), 0 where that is not large."""
    cash = any(line.kind == TenderKind.CASH for line in tenders.get(row.id, ()))
    stands = void is None and row.id not in contras and row.kind != ReceiptKind.REFUND
    return large.get((row.day, row.customer_id), 0) if cash and stands else 0


def _lines(sums: Iterable[tuple[object, int]]) -> tuple[TenderLine, ...]:
    return tuple(TenderLine(kind=str(kind), amount_fen=fen) for kind, fen in sums)


def _tenders(reading: Reading, keys: list[int]) -> dict[int, list[TenderLine]]:
    found: dict[int, list[TenderLine]] = defaultdict(list)
    for row in reading.session.scalars(
        select(Tender).where(Tender.receipt_id.in_(keys)).order_by(Tender.id)
    ):
        line = TenderLine(kind=row.kind, amount_fen=row.amount_fen, reference=row.reference)
        found[row.receipt_id].append(line)
    return found


def _approved(reading: Reading, keys: list[int]) -> dict[int, str]:
    rows = select(ContraApproval.receipt_id, ContraApproval.reason)
    return dict(reading.session.execute(rows.where(ContraApproval.receipt_id.in_(keys))).all())


def _prints(reading: Reading, keys: Sequence[int]) -> dict[int, int]:
    rows = reading.session.execute(
        select(ReceiptPrint.receipt_id, func.count())
        .where(ReceiptPrint.receipt_id.in_(keys))
        .group_by(ReceiptPrint.receipt_id)
    )
    return dict(rows.all())
