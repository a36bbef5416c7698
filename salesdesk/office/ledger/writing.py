"""How money is written down: a number, a receipt, its tenders and movements, in one transaction."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select
from sqlalchemy import text as sql

from salesdesk.kernel import text
from salesdesk.kernel.calendar import local
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, UserError
from salesdesk.kernel.plain import canonical
from salesdesk.office.ledger.bank_references import check_references
from salesdesk.office.ledger.book_forms import form_for_receipt, use_form
from salesdesk.office.ledger.daybook import book_day
from salesdesk.office.ledger.rules import PAID_OUT, Account, ReceiptKind, TenderKind
from salesdesk.office.ledger.sheets import ReceiptSheet, TenderLine
from salesdesk.office.ledger.tables import Movement, Receipt, Refund, Tender
from salesdesk.store.journal import GENESIS
from salesdesk.store.work import Work

_DIGITS = 7
CHECK_LENGTH = 8


class NothingPaid(UserError):
    """A receipt over nothing."""

    problem = QT_TRANSLATE_NOOP("errors", "The amount must be more than 0.")
    remedy = QT_TRANSLATE_NOOP("errors", "Enter the amount that the customer hands over.")


class NotPrintable(UserError):
    """A name that the paper could not show."""

    problem = QT_TRANSLATE_NOOP("errors", "No font here can print {characters}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Check the spelling of the name against the ID card.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """For which deal money moves."""

    project: int
    deal: int
    unit: int
    customer: int
    refund: int | None = None


_NEXT_NUMBER = sql(
    "UPDATE counter SET next_no = next_no + 1 WHERE series = :series RETURNING next_no"
)
_FIRST_NUMBER = sql(
    "INSERT INTO counter (series, first_no, next_no) VALUES (:series, 1, 2)"
    " ON CONFLICT (series) DO UPDATE SET next_no = counter.next_no + 1 RETURNING next_no"
)
_LAST_HASH = (
    select(Receipt.hash)
    .where(Receipt.series == bindparam("series"))
    .order_by(Receipt.no.desc())
    .limit(1)
)
"""Of two desks that both find no number yet, the later one waits and takes the second."""


def next_number(work: Work, series: str, prefix: str) -> tuple[int, str]:
    """Take the next number of *series* in this transaction: no gap, no double."""
    taken = work.session.execute(_NEXT_NUMBER, {"series": series}).scalar()
    if taken is None:
        taken = work.session.execute(_FIRST_NUMBER, {"series": series}).scalar_one()
    number = int(taken) - 1
    return number, f"{prefix}{number:0{_DIGITS}}"


def checked_tenders(tenders: Iterable[TenderLine]) -> tuple[TenderLine, ...]:
    """Give the tenders cleaned; `NothingPaid` for none or an amount of 0 or less."""
    lines = []
    for line in tenders:
        if line.amount_fen <= 0:
            raise NothingPaid
        if line.kind not in set(TenderKind):
            raise BadEntry(field="tender", value=line.kind, expected=", ".join(TenderKind))
        lines.append(replace(line, reference=text.clean(line.reference, "reference", 60)))
    if not lines:
        raise NothingPaid
    return tuple(lines)


def check_printable(work: Work, *texts: str) -> None:
    """Raise `NotPrintable` before anything is written when a paper could not show a text."""
    if missing := work.missing_characters("".join(texts)):
        raise NotPrintable(characters=" ".join(missing))


def write_receipt(
    work: Work, kind: ReceiptKind, party: Party, sheet: ReceiptSheet, series: str, prefix: str
) -> Receipt:
    """Number *sheet*, chain it to the receipt before it, and store it with its tenders.

    With receipt books on it takes the next form of the cashier's own book (`NoBook`). Money that
    comes in by a bank's reference that stands on another receipt is refused (`ReferenceUsed`).
    """
    no, number = next_number(work, series, prefix)
    if kind not in PAID_OUT:
        check_references(work, sheet.tenders)
    previous = work.session.scalar(_LAST_HASH, {"series": series}) or GENESIS
    form = form_for_receipt(work) if series == "receipt" else None
    at = f"{local(work.now, work.zone):%Y-%m-%d %H:%M}"
    drawn = replace(sheet, number=number, at=at, form=form.text if form else "")
    value = receipt_hash(previous, canonical(drawn))
    drawn = replace(drawn, check_code=value[:CHECK_LENGTH].upper())
    row = Receipt(
        series=series,
        no=no,
        number=number,
        kind=kind.value,
        at=work.now,
        day=book_day(work),  # the counter is held: no close of the day can come in between
        project_id=party.project,
        deal_id=party.deal,
        unit_id=party.unit,
        customer_id=party.customer,
        refund_id=party.refund,
        payer=sheet.payer,
        amount_fen=sheet.amount_fen,
        cashier_id=work.actor,
        sheet=canonical(drawn),
        previous=previous,
        hash=value,
    )
    work.session.add(row)
    work.session.flush()
    if form is not None:
        use_form(work, form, row.id)
    work.session.add_all(
        Tender(
            receipt_id=row.id, kind=line.kind, amount_fen=line.amount_fen, reference=line.reference
        )
        for line in sheet.tenders
    )
    work.note(Topic.RECEIPT, row.id, number=number, amount_fen=sheet.amount_fen)
    return row


def receipt_hash(previous: str, body: str) -> str:
    """Give a receipt's link in its series: over the link before and its sheet without check code."""
    return hashlib.sha256(f"v1{previous}{len(body)}:{body}".encode()).hexdigest()


def hashed_body(sheet: str, value: str) -> str:
    """Give what of a stored *sheet* its hash *value* was made of: the check code was not there yet.

    The text and not what is read from it: a sheet of later has fields that an older one had not.
    """
    code = value[:CHECK_LENGTH].upper()
    return sheet.replace(f'"check_code":"{code}"', '"check_code":""', 1)


def move(
    work: Work,
    deal: int,
    debit: Account,
    credit: Account,
    amount_fen: int,
    kind: str,
    receipt: int | None = None,
) -> None:
    """Move *amount_fen* from one account to another; an amount of 0 writes nothing.

    With a *receipt* it is of that receipt's day, unless it answers it (contra), else of the actor's
    (`book_day`).
    """
    if amount_fen == 0:
        return
    own = receipt is not None and kind != "contra"
    paper = work.session.get_one(Receipt, receipt) if own else None
    work.session.add(
        Movement(
            at=work.now,
            day=book_day(work) if paper is None else paper.day,
            actor_id=work.actor,
            deal_id=deal,
            receipt_id=receipt,
            debit=debit.value,
            credit=credit.value,
            amount_fen=amount_fen,
            kind=kind,
        )
    )
    work.session.flush()


def refund_of(work: Work, deal: int) -> Refund | None:
    """Give the refund that a deal's cancellation left, if any."""
    return work.session.scalar(select(Refund).where(Refund.deal_id == deal))
