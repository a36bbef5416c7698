"""Receipt books in a window of their own: registered, issued, returned, a form written off."""

from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import language
from salesdesk.documents.book_slip import book_slip_pdf
from salesdesk.kernel.keys import PersonId
from salesdesk.office.ledger.book_queries import book_slip, receipt_books
from salesdesk.office.ledger.book_sheets import BookLine, BookSlip
from salesdesk.office.ledger.booking import IssueBook, RegisterBook, ReturnBook, SpoilForm
from salesdesk.office.staff.queries import people
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.sheets import PersonCard


class BooksDialog(QDialog):
    """The list of receipt books, and what each person may do with them."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self.setWindowTitle(self.tr("Receipt books"))
        self.resize(1080, 480)
        self.banner = Banner()
        empty = EmptyState(
            self.tr("No receipt book is registered"),
            self.tr("Register a book by its first and last number, then issue it to a cashier."),
            "receipt-text",
        )
        self.table = CardTable("receipt books", self._columns(), lambda r: r.id, empty)
        self.table.title = self.tr("Receipt books")
        self.register = button(self.tr("Register a book…"), self.ask_register, "plus")
        self.issue = button(self.tr("Issue…"), self.ask_issue)
        self.back = button(self.tr("Take back…"), self.ask_return)
        self.spoil = button(self.tr("Write a form off…"), self.ask_spoil)
        self.slip = button(self.tr("Print its slip…"), self.print_slip, "printer")
        self.register.setVisible(link.may("RegisterBook"))
        self.issue.setVisible(link.may("IssueBook"))
        self.back.setVisible(link.may("ReturnBook"))
        self.spoil.setVisible(link.may("SpoilForm"))
        self.slip.setVisible(link.may("book_slip"))
        export = button(self.tr("Export…"), self.table.export, "file-spreadsheet")
        close = button(self.tr("Close"), self.accept)
        lines = QVBoxLayout(self)
        lines.addLayout(
            row(self.register, self.issue, self.back, self.spoil, self.slip, None, export)
        )
        lines.addWidget(self.banner)
        lines.addWidget(self.table, 1)
        lines.addLayout(row(None, close))
        self.table.chosen.connect(lambda _line: self._enable())
        self.finished.connect(lambda _code: self.deleteLater())
        self._enable()
        self.refresh()

    def refresh(self) -> None:
        """Ask for the list anew."""
        self._link.ask(self, self._show, receipt_books)

    def ask_register(self) -> None:
        """Open the form of a new book."""
        self._open(RegisterBookDialog(self._link, self))

    def ask_issue(self) -> None:
        """Open the form that hands the chosen book out."""
        if (line := self.table.current()) is not None:
            self._open(IssueBookDialog(self._link, line, self))

    def ask_return(self) -> None:
        """Open the form that takes the chosen book back."""
        if (line := self.table.current()) is not None:
            self._open(ReturnBookDialog(self._link, line, self))

    def ask_spoil(self) -> None:
        """Ask why the next form of one's own book is written off."""
        question = Question(
            self,
            self.tr("Write the next form of your book off?"),
            self.tr("It counts as spoiled; the next receipt takes the form after it."),
            self.tr("Write it off"),
            danger=True,
            reason=2,
        )
        intent = uuid4().hex
        later(
            question,
            lambda reason: self._link.do(
                self, SpoilForm(reason=reason), self._spoiled, self.banner.refuse, intent
            ),
        )

    def print_slip(self) -> None:
        """Preview the slip of the chosen book."""
        if (line := self.table.current()) is not None:
            self._link.ask(self, self._draw, book_slip, line.name)

    def _draw(self, slip: BookSlip) -> None:
        title = self.tr("Slip of the book {book}").format(book=slip.book.name)
        open_paper(self._link, self, partial(book_slip_pdf, slip, language()), title)

    def _open(self, form: Asking) -> None:
        form.carried.connect(lambda _answer: self.refresh())
        form.open()

    def _spoiled(self, form: str) -> None:
        said = self.tr("Form {form} is written off.").format(form=form)
        self.banner.say(said, self.tr("Keep it with the book."), "good")
        self.refresh()

    def _show(self, lines: tuple[BookLine, ...]) -> None:
        self.table.set_lines(lines)
        self._enable()

    def _enable(self) -> None:
        line = self.table.current()
        out = line is not None and line.holder_id is not None
        self.issue.setEnabled(line is not None and not out and line.unused > 0)
        self.back.setEnabled(out)
        self.slip.setEnabled(line is not None and bool(line.holder))

    def _columns(self) -> list[Column[BookLine]]:
        return [
            Column(self.tr("Book"), lambda r: r.name, width=110),
            Column(self.tr("From"), lambda r: r.first, width=100),
            Column(self.tr("To"), lambda r: r.last, width=100),
            Column(self.tr("Holder"), self._holder, width=150),
            Column(self.tr("Issued"), lambda r: r.issued_at, Kind.MOMENT, 128),
            Column(self.tr("Next form"), lambda r: r.next, width=100),
            Column(self.tr("Used"), lambda r: r.used, Kind.COUNT, 64),
            Column(self.tr("Void"), lambda r: r.void, Kind.COUNT, 64),
            Column(self.tr("Spoiled"), lambda r: r.spoiled, Kind.COUNT, 84),
            Column(self.tr("Unused"), lambda r: r.unused, Kind.COUNT, 72),
        ]

    def _holder(self, line: BookLine) -> str:
        if line.holder and line.holder_id is None:
            return self.tr("returned by {name}").format(name=line.holder)
        return line.holder


class RegisterBookDialog(Asking):
    """Registers a book by what stands on it."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self.head(self.tr("Register a receipt book"), self.tr("Register it"), "plus")
        self.book = self.form.add("book", self.tr("Name of the book"), QLineEdit(), needed=True)
        self.first = self.form.add("first", self.tr("First form"), QLineEdit(), needed=True)
        self.last = self.form.add("last", self.tr("Last form"), QLineEdit(), needed=True)
        self.first.setPlaceholderText("0012001")
        self.last.setPlaceholderText("0012050")
        for field, most in ((self.book, 40), (self.first, 24), (self.last, 24)):
            field.setMaxLength(most)
        self.book.setFocus()

    @override
    def send(self) -> None:
        self.form.right()
        for name in ("book", "first", "last"):
            if not self.form.text(name):
                self.form.wrong(name, self.tr("Enter what stands on the book."))
                return
        book, first, last = (self.form.text(name) for name in ("book", "first", "last"))
        command = RegisterBook(book=book, first=first, last=last)
        self.sending.send(command, self.well, self.form.refuse)


class IssueBookDialog(Asking):
    """Hands a book to a cashier."""

    def __init__(self, link: Link, line: BookLine, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._line = line
        self.head(self.tr("Issue the book {book}").format(book=line.name), self.tr("Issue it"))
        left = self.tr("Forms {first} to {last}: %n left", "", line.unused)
        self.tell(PlainLabel(left.format(first=line.next, last=line.last), "dim"))
        self.person = self.form.add("person", self.tr("To"), QComboBox(), needed=True)
        link.ask(self, self._found, people)

    def _found(self, cards: tuple[PersonCard, ...]) -> None:
        for card in cards:
            if card.role == Role.CASHIER and card.active:
                self.person.addItem(card.name, card.id)

    @override
    def send(self) -> None:
        self.form.right()
        chosen = self.person.currentData()
        if chosen is None:
            self.form.wrong("person", self.tr("Choose a cashier."))
            return
        command = IssueBook(book=self._line.name, person=PersonId(int(chosen)))
        self.sending.send(command, self.well, self.form.refuse)


class ReturnBookDialog(Asking):
    """Takes a book back; the unused forms are counted, not looked up."""

    def __init__(self, link: Link, line: BookLine, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self._line = line
        title = self.tr("Take the book {book} back").format(book=line.name)
        self.head(title, self.tr("Take it back"))
        holder = self.tr("{name} has it. Count the forms that nothing is on.")
        self.tell(PlainLabel(holder.format(name=line.holder), "dim").wrapping())
        self.unused = self.form.add("unused", self.tr("Unused forms"), QSpinBox(), needed=True)
        self.unused.setMaximum(100_000)
        self.note = self.form.add("note", self.tr("Note"), QLineEdit())
        self.note.setMaxLength(200)

    @override
    def send(self) -> None:
        self.form.right()
        note = self.note.text().strip()
        command = ReturnBook(book=self._line.name, unused=self.unused.value(), note=note)
        self.sending.send(command, self.well, self.form.refuse)
