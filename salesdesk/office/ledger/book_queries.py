"""Questions about receipt books: the list of them, one's own next form, a book's slip."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from salesdesk.kernel.calendar import local
from salesdesk.kernel.errors import NotFound
from salesdesk.office.ledger.book_forms import form_text, next_form
from salesdesk.office.ledger.book_sheets import BookLine, BookSlip, FormFate
from salesdesk.office.ledger.book_tables import BookForm, BookIssue, BookReturn, ReceiptBook
from salesdesk.office.ledger.tables import Receipt, ReceiptVoid
from salesdesk.office.staff.queries import names_of, setting
from salesdesk.store.work import Reading


def receipt_books(reading: Reading, *, past: bool = True) -> tuple[BookLine, ...]:
    """List the receipt books, the newest first; without *past* only those that somebody has."""
    lines = [
        _line(reading, book)
        for book in reading.session.scalars(select(ReceiptBook).order_by(ReceiptBook.id.desc()))
    ]
    return tuple(line for line in lines if past or line.holder_id is not None)


def my_next_form(reading: Reading) -> str:
    """Give the form that the asker's next receipt takes; "" where books are off or none is left."""
    form = next_form(reading.session, reading.actor)
    return form.text if form is not None and setting(reading.session, "receipt_books") else ""


def book_slip(reading: Reading, book: str) -> BookSlip:
    """Give the slip of the *book* as it stands: issued, or given back; `NotFound`."""
    row = reading.session.scalar(select(ReceiptBook).where(ReceiptBook.name == book.strip()))
    if row is None:
        raise NotFound(what="receipt book", key=book)
    issue, back = _newest(reading, row)
    names = names_of(reading.session)
    return BookSlip(
        company=str(setting(reading.session, "office_name")),
        book=_line(reading, row),
        issued_at=_moment(reading, issue.at if issue else None),
        issued_by=names.get(issue.actor_id, "") if issue else "",
        returned_at=_moment(reading, back.at if back else None),
        returned_by=names.get(back.actor_id, "") if back else "",
        note=back.note if back else "",
        lost=tuple(
            FormFate(
                form=form_text(row, one.BookForm.no),
                receipt=one.number or "",
                reason=one.reason or one.BookForm.spoiled,
            )
            for one in _forms(reading, row)
            if one.reason is not None or one.BookForm.spoiled
        ),
        practice=bool(setting(reading.session, "practice")),
    )


def _moment(reading: Reading, at: datetime | None) -> str:
    return "" if at is None else f"{local(at, reading.zone):%Y-%m-%d %H:%M}"


def _newest(reading: Reading, book: ReceiptBook) -> tuple[BookIssue | None, BookReturn | None]:
    newest = select(BookIssue).where(BookIssue.book_id == book.id)
    issue = reading.session.scalar(newest.order_by(BookIssue.id.desc()).limit(1))
    return issue, reading.session.get(BookReturn, issue.id) if issue else None


def _forms(reading: Reading, book: ReceiptBook) -> Sequence[Any]:
    return reading.session.execute(
        select(BookForm, Receipt.number, ReceiptVoid.reason)
        .outerjoin(Receipt, Receipt.id == BookForm.receipt_id)
        .outerjoin(ReceiptVoid, ReceiptVoid.receipt_id == BookForm.receipt_id)
        .where(BookForm.book_id == book.id)
        .order_by(BookForm.no)
    ).all()


def _line(reading: Reading, book: ReceiptBook) -> BookLine:
    forms = _forms(reading, book)
    issue, back = _newest(reading, book)
    out = issue if issue is not None and back is None else None
    taken = len(forms)
    first = book.first_no + taken
    return BookLine(
        id=book.id,
        name=book.name,
        first=form_text(book, book.first_no),
        last=form_text(book, book.last_no),
        forms=book.last_no - book.first_no + 1,
        holder=names_of(reading.session).get(issue.person_id, "") if issue else "",
        holder_id=out.person_id if out else None,
        issued_at=issue.at if issue else None,
        returned_at=back.at if back else None,
        used=sum(1 for row in forms if row.BookForm.receipt_id is not None),
        void=sum(1 for row in forms if row.reason is not None),
        spoiled=sum(1 for row in forms if row.BookForm.spoiled),
        unused=book.last_no + 1 - first,
        next=form_text(book, first) if first <= book.last_no else "",
    )
