"""Rows of receipt books (票据本): a range of printed forms, who has it, what became of each form.

The office's own receipt number stays the one run without a gap. A form's number is the second one
on the paper: with books on, each receipt takes the next form of the cashier's own book in the same
transaction, so that neither run has a gap and both can be counted (2026-11-26).
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from salesdesk.store.columns import Key
from salesdesk.store.database import Record
from salesdesk.store.guards import append_only, refuse_all, stamped


class ReceiptBook(Record):
    """A book of printed forms from ``first_no`` to ``last_no``, written ``prefix`` and ``width`` digits."""

    __tablename__ = "receipt_book"
    __table_args__ = (
        CheckConstraint("first_no > 0 AND last_no >= first_no", name="forms"),
        CheckConstraint("width BETWEEN 1 AND 12", name="width"),
    )
    id: Mapped[Key]
    name: Mapped[str] = mapped_column(unique=True)
    prefix: Mapped[str]
    width: Mapped[int]
    first_no: Mapped[int]
    last_no: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class BookIssue(Record):
    """A book handed to somebody (领用)."""

    __tablename__ = "book_issue"
    id: Mapped[Key]
    book_id: Mapped[int] = mapped_column(ForeignKey("receipt_book.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class BookReturn(Record):
    """A book given back (交回), its unused forms counted."""

    __tablename__ = "book_return"
    issue_id: Mapped[int] = mapped_column(ForeignKey("book_issue.id"), primary_key=True)
    unused: Mapped[int]
    note: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class BookForm(Record):
    """What became of one form: a receipt was printed on it, or it was spoiled and why."""

    __tablename__ = "book_form"
    __table_args__ = (CheckConstraint("(receipt_id IS NULL) = (spoiled <> '')", name="fate"),)
    book_id: Mapped[int] = mapped_column(ForeignKey("receipt_book.id"), primary_key=True)
    no: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("book_issue.id"), index=True)
    receipt_id: Mapped[int | None] = mapped_column(ForeignKey("receipt.id"), unique=True)
    spoiled: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


for _table in (ReceiptBook, BookIssue, BookReturn, BookForm):
    append_only(_table)
    stamped(_table, "actor_id", "at")

_MAY = (
    "EXISTS (SELECT 1 FROM person p JOIN role_right r ON r.role = p.role"
    " WHERE p.id = NEW.{} AND p.left_at IS NULL AND r.name = '{}')"
)
_OPEN = "NOT EXISTS (SELECT 1 FROM book_return b WHERE b.issue_id = i.id)"
_LEFT = (
    "(SELECT b.last_no - coalesce((SELECT max(f.no) FROM book_form f WHERE f.book_id = b.id),"
    " b.first_no - 1) FROM receipt_book b WHERE b.id = {})"
)
"""How many forms of a book are unused."""
refuse_all(
    ReceiptBook,
    "INSERT",
    (
        ("right", f"NOT {_MAY.format('actor_id', 'RegisterBook')}", "nobody registers a book without the right"),
        (
            "overlap",
            (
                "EXISTS (SELECT 1 FROM receipt_book b WHERE b.prefix = NEW.prefix AND b.width = NEW.width"
                " AND b.first_no <= NEW.last_no AND NEW.first_no <= b.last_no)"
            ),
            "a form is of one book",
        ),
    ),
)  # fmt: skip
refuse_all(
    BookIssue,
    "INSERT",
    (
        ("right", f"NOT {_MAY.format('actor_id', 'IssueBook')}", "nobody issues a book without the right"),
        ("cashier", f"NOT {_MAY.format('person_id', 'TakeDeposit')}", "a book is for who takes money"),
        (
            "open",
            f"EXISTS (SELECT 1 FROM book_issue i WHERE i.book_id = NEW.book_id AND {_OPEN})",
            "a book is in one hand",
        ),
        ("used", f"{_LEFT.format('NEW.book_id')} < 1", "a book that is used up stays in the drawer"),
    ),
)  # fmt: skip
refuse_all(
    BookReturn,
    "INSERT",
    (
        ("right", f"NOT {_MAY.format('actor_id', 'ReturnBook')}", "nobody takes a book back without the right"),
        (
            "counted",
            (
                "NEW.unused <> (SELECT "
                + _LEFT.format("i.book_id")
                + " FROM book_issue i WHERE i.id = NEW.issue_id)"
            ),
            "a book comes back with all its unused forms",
        ),
    ),
)  # fmt: skip
refuse_all(
    BookForm,
    "INSERT",
    (
        (
            "next",
            (
                "NEW.no <> (SELECT coalesce((SELECT max(f.no) + 1 FROM book_form f WHERE f.book_id = b.id),"
                " b.first_no) FROM receipt_book b WHERE b.id = NEW.book_id)"
                " OR NEW.no > (SELECT b.last_no FROM receipt_book b WHERE b.id = NEW.book_id)"
            ),
            "forms are used in their order, within their book",
        ),
        (
            "holder",
            (
                "NOT EXISTS (SELECT 1 FROM book_issue i WHERE i.id = NEW.issue_id"
                f" AND i.book_id = NEW.book_id AND i.person_id = NEW.actor_id AND {_OPEN})"
            ),
            "a form is of one''s own book",
        ),
        (
            "receipt",
            (
                "NEW.receipt_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.id = NEW.receipt_id"
                " AND r.cashier_id = NEW.actor_id AND r.series = 'receipt' AND r.at = NEW.at)"
            ),
            "a form is its receipt''s",
        ),
    ),
)
