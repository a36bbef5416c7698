"""Receipt books (票据本): registered, issued to a cashier, returned, a form spoiled."""

import re
from dataclasses import dataclass

from sqlalchemy import select

from salesdesk.kernel import text
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import QT_TRANSLATE_NOOP, BadEntry, NotFound, UserError
from salesdesk.kernel.keys import PersonId
from salesdesk.office.ledger.book_forms import (
    NoBook,
    form_text,
    next_form,
    next_no,
    open_issue,
    use_form,
)
from salesdesk.office.ledger.book_tables import BookIssue, BookReturn, ReceiptBook
from salesdesk.office.staff.commands import find_person
from salesdesk.office.staff.queries import names_of, roles_with
from salesdesk.store.work import Work

_FORM = re.compile(r"(\D{0,12})(\d{1,12})")
_MOST_FORMS = 10_000


class BookKnown(UserError):
    """Each book, and each form, is registered once."""

    problem = QT_TRANSLATE_NOOP("errors", "{what} is registered already, in the book {book}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Compare the numbers on the book with the list.")


class BookIsOut(UserError):
    """A book is in one hand."""

    problem = QT_TRANSLATE_NOOP("errors", "{who} has the book {book}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Have it returned first.")


class BookIsIn(UserError):
    """What nobody has is not returned."""

    problem = QT_TRANSLATE_NOOP("errors", "Nobody has the book {book}.")
    remedy = QT_TRANSLATE_NOOP("errors", "Choose a book that is issued.")


class BookUsedUp(UserError):
    """A book without a form left is kept, not issued."""

    problem = QT_TRANSLATE_NOOP("errors", "Every form of the book {book} is used.")
    remedy = QT_TRANSLATE_NOOP("errors", "Issue another book.")


class TakesNoMoney(UserError):
    """A book is for somebody who writes receipts."""

    problem = QT_TRANSLATE_NOOP("errors", "{who} takes no money.")
    remedy = QT_TRANSLATE_NOOP("errors", "Issue the book to a cashier.")


class FormsDiffer(UserError):
    """A book comes back with every form that no receipt is on."""

    problem = QT_TRANSLATE_NOOP(
        "errors", "{counted} unused forms were counted; the book {book} has {unused}."
    )
    remedy = QT_TRANSLATE_NOOP(
        "errors",
        "Count again; its holder writes a spoiled or lost form off first, with the reason.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterBook:
    """Register a book of printed forms, numbered from *first* to *last* as they stand on them."""

    book: str
    first: str
    last: str

    def __call__(self, work: Work) -> dict[str, object]:
        name = text.required(self.book, "book", 40)
        prefix, width, first, last = self._range()
        for row in work.session.scalars(select(ReceiptBook).order_by(ReceiptBook.id)):
            if row.name == name:
                raise BookKnown(what=name, book=row.name)
            same = (row.prefix, row.width) == (prefix, width)
            if same and row.first_no <= last and first <= row.last_no:
                shared = form_text(row, max(first, row.first_no))
                raise BookKnown(what=shared, book=row.name)
        row = ReceiptBook(
            name=name,
            prefix=prefix,
            width=width,
            first_no=first,
            last_no=last,
            at=work.now,
            actor_id=work.actor,
        )
        work.session.add(row)
        work.session.flush()
        work.note(Topic.RECEIPT, 0, book=name)
        return {"book": name, "forms": last - first + 1}

    def _range(self) -> tuple[str, int, int, int]:
        ends = [
            _FORM.fullmatch(text.required(end, "first", 24)) for end in (self.first, self.last)
        ]
        if ends[0] is None or ends[1] is None:
            raise BadEntry(field="first", value=self.first, expected="a number like 0012001")
        (prefix, first), (other, last) = (end.groups() for end in ends if end)
        if prefix != other or len(first) != len(last) or not 0 < int(first) <= int(last):
            raise BadEntry(
                field="last", value=self.last, expected="the last number of the same book"
            )
        if int(last) - int(first) >= _MOST_FORMS:
            raise BadEntry(field="last", value=self.last, expected="at most 10,000 forms")
        return prefix, len(first), int(first), int(last)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueBook:
    """Hand a book to a cashier (领用); one that was returned may be issued again with what is left."""

    book: str
    person: PersonId

    def __call__(self, work: Work) -> dict[str, object]:
        row, person = find_book(work, self.book), find_person(work, self.person)
        if person.left_at is not None or person.role not in roles_with(
            work.session, "TakeDeposit"
        ):
            raise TakesNoMoney(who=person.name)
        issue = open_issue(work.session, row.id)
        if issue is not None:
            who = names_of(work.session).get(issue.person_id, "")
            raise BookIsOut(who=who, book=row.name)
        first = next_no(work.session, row)
        if first > row.last_no:
            raise BookUsedUp(book=row.name)
        work.session.add(
            BookIssue(book_id=row.id, person_id=person.id, at=work.now, actor_id=work.actor)
        )
        work.session.flush()
        work.note(Topic.RECEIPT, 0, book=row.name, holder=person.name)
        return {
            "book": row.name,
            "first": form_text(row, first),
            "last": form_text(row, row.last_no),
            "forms": row.last_no - first + 1,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnBook:
    """Take a book back (交回) with its *unused* forms counted; they are those that the book has."""

    book: str
    unused: int
    note: str = ""

    def __call__(self, work: Work) -> dict[str, object]:
        row = find_book(work, self.book)
        issue = open_issue(work.session, row.id)
        if issue is None:
            raise BookIsIn(book=row.name)
        left = row.last_no + 1 - next_no(work.session, row)
        if self.unused != left:
            raise FormsDiffer(counted=self.unused, book=row.name, unused=left)
        work.session.add(
            BookReturn(
                issue_id=issue.id,
                unused=left,
                note=text.clean(self.note, "note", 200),
                at=work.now,
                actor_id=work.actor,
            )
        )
        work.session.flush()
        work.note(Topic.RECEIPT, 0, book=row.name, unused=left)
        return {"book": row.name, "unused": left}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoilForm:
    """Write the next form of one's own book off as spoiled or lost, with the *reason*."""

    reason: str

    def __call__(self, work: Work) -> str:
        reason = text.required(self.reason, "reason", 200)
        form = next_form(work.session, work.actor)
        if form is None:
            raise NoBook
        use_form(work, form, None, reason)
        work.note(Topic.RECEIPT, 0, spoiled=form.text)
        return form.text


def find_book(work: Work, name: str) -> ReceiptBook:
    """Give the book of that name, or raise `NotFound`."""
    row = work.session.scalar(select(ReceiptBook).where(ReceiptBook.name == name.strip()))
    if row is None:
        raise NotFound(what="receipt book", key=name)
    return row
