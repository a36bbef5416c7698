"""The forms of receipt books: which is next in somebody's book, and taking it for a receipt."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, UserError
from salesdesk.office.ledger.book_tables import BookForm, BookIssue, BookReturn, ReceiptBook
from salesdesk.office.staff.queries import setting
from salesdesk.store.work import Work


class NoBook(UserError):
    """With receipt books on, a receipt is written on the next form of one's own book."""

    problem = QT_TRANSLATE_NOOP("errors", "You have no receipt book with a form left.")
    remedy = QT_TRANSLATE_NOOP(
        "errors", "Have a book issued to you (Receipts, More, Receipt books), then take the money."
    )


@dataclass(frozen=True, slots=True)
class NextForm:
    """The next form of a book, as it is printed on it."""

    book: int
    issue: int
    no: int
    text: str


def form_text(book: ReceiptBook, no: int) -> str:
    """Give a form's number as it stands on the paper."""
    return f"{book.prefix}{no:0{book.width}}"


def next_no(session: Session, book: ReceiptBook) -> int:
    """Give the number of the next form of *book*: beyond its last one where none is left."""
    newest = session.scalar(select(func.max(BookForm.no)).where(BookForm.book_id == book.id))
    return book.first_no if newest is None else newest + 1


def open_issue(session: Session, book: int) -> BookIssue | None:
    """Give the issue under which somebody has the book now."""
    return session.scalar(
        select(BookIssue)
        .outerjoin(BookReturn, BookReturn.issue_id == BookIssue.id)
        .where(BookIssue.book_id == book, BookReturn.issue_id.is_(None))
    )


def next_form(session: Session, person: int) -> NextForm | None:
    """Give the next form of the books that *person* has, the one issued first first."""
    for book, issue in session.execute(
        select(ReceiptBook, BookIssue.id)
        .join(BookIssue, BookIssue.book_id == ReceiptBook.id)
        .outerjoin(BookReturn, BookReturn.issue_id == BookIssue.id)
        .where(BookIssue.person_id == person, BookReturn.issue_id.is_(None))
        .order_by(BookIssue.id)
    ):
        no = next_no(session, book)
        if no <= book.last_no:
            return NextForm(book.id, issue, no, form_text(book, no))
    return None


def form_for_receipt(work: Work) -> NextForm | None:
    """Give the form that the receipt being written takes; None where the office has no books.

    The counter's row is held already, so nobody takes the same form. Raises `NoBook`.
    """
    if not setting(work.session, "receipt_books"):
        return None
    form = next_form(work.session, work.actor)
    if form is None:
        raise NoBook
    return form


def use_form(work: Work, form: NextForm, receipt: int | None, spoiled: str = "") -> None:
    """Write down that *form* bears a receipt, or was *spoiled* and why."""
    work.session.add(
        BookForm(
            book_id=form.book,
            no=form.no,
            issue_id=form.issue,
            receipt_id=receipt,
            spoiled=spoiled,
            at=work.now,
            actor_id=work.actor,
        )
    )
    work.session.flush()
