"""The supervised account: the bank's file in, its lines matched, and what is not there yet."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtWidgets import QComboBox, QFileDialog, QStackedWidget, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.problemlist import ProblemsDialog
from salesdesk.desks.cashier.supervisedforms import (
    ChooseMoneys,
    ColumnsDialog,
    RegisterAccountDialog,
)
from salesdesk.desks.cashier.supervisedlists import BankTable, ListPane, MatchedTable, MoneyTable
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money, sentence
from salesdesk.intake.statement import NO_COLUMN, StatementReading, read_statement
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.office.sales.supervised_queries import (
    not_in_account,
    statement_lines,
    statement_matches,
    supervised_accounts,
)
from salesdesk.office.sales.supervised_sheets import (
    AccountLine,
    BankLine,
    Grade,
    StatementHeading,
)
from salesdesk.office.sales.supervising import (
    ColumnsChanged,
    ImportStatement,
    MatchStatement,
    UnmatchStatement,
)

"""Problems of a file that the banner spells out."""


class SupervisedPage(Page):
    """One account at a time; three lists, and the buttons of whoever may act."""

    topics = frozenset({Topic.EVERYTHING, Topic.RECEIPT, Topic.REFUND})

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._accounts: dict[str, AccountLine] = {}
        self.account = QComboBox()
        self.account.setAccessibleName(self.tr("Supervised account"))
        self.account.setMinimumContentsLength(44)
        self.view = QComboBox()
        self.view.setAccessibleName(self.tr("List"))
        for words in (
            self.tr("Lines of the bank to match"),
            self.tr("Collected, not in the account"),
            self.tr("Matched"),
        ):
            self.view.addItem(words)
        self.bank, self.outside, self.matched = BankTable(), MoneyTable(), MatchedTable()
        self.match = button(self.tr("Match as suggested"), self.match_suggested, "circle-check")
        self.choose = button(self.tr("Choose the moneys…"), self.choose_moneys)
        self.exact = button(self.tr("Match all that are exact…"), self.match_exact)
        self.undo = button(self.tr("Undo the match…"), self.unmatch)
        self.take = button(self.tr("Take in the bank's file…"), self.choose_file, "folder-open")
        self.register = button(self.tr("Register an account…"), self.ask_register, "plus")
        matcher = link.may("MatchStatement")
        for each in (self.match, self.choose, self.exact):
            each.setVisible(matcher)
        self.undo.setVisible(link.may("UnmatchStatement"))
        self.take.setVisible(link.may("ImportStatement"))
        self.register.setVisible(link.may("RegisterAccount"))
        self.stack = QStackedWidget()
        self.stack.addWidget(ListPane(self.bank, self.match, self.choose, self.exact))
        self.stack.addWidget(ListPane(self.outside))
        self.stack.addWidget(ListPane(self.matched, self.undo))
        self.banner = Banner()
        self.sum = PlainLabel("", "dim")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 10, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(row(self.account, self.view, None, self.take, self.register))
        lines.addWidget(self.banner)
        lines.addWidget(self.stack, 1)
        lines.addWidget(self.sum)
        self.view.currentIndexChanged.connect(self.stack.setCurrentIndex)
        self.account.activated.connect(lambda _at: self._read_lists())
        self.bank.chosen.connect(lambda _line: self._enable())
        self.matched.chosen.connect(lambda _line: self._enable())
        self.bank.opened.connect(lambda _line: self.choose_moneys())
        self._enable()

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._offer, supervised_accounts)

    @override
    def arrive(self) -> None:
        self._table().view.setFocus()

    @override
    def shown_table(self) -> CardTable[Any]:
        return self._table()

    def match_suggested(self) -> None:
        """Say that the chosen line of the bank is the money that suggests itself."""
        line = self.bank.current()
        if line is not None and line.tender_id is not None:
            self._send(MatchStatement(line=line.id, moneys=(line.tender_id,)))

    def choose_moneys(self) -> None:
        """Choose the moneys of the chosen line by hand."""
        line = self.bank.current()
        if line is not None and line.amount_fen > 0 and self.choose.isVisibleTo(self):
            form = ChooseMoneys(self.link, self._number(), line, self)
            form.carried.connect(lambda _answer: self.refresh())
            form.open()

    def match_exact(self) -> None:
        """Match, after a question, every line whose suggestion is exact."""
        exact = [
            (line.id, line.tender_id)
            for line in self.bank.model.all_lines()
            if line.grade is Grade.EXACT and line.tender_id is not None
        ]
        question = Question(
            self,
            self.tr("Match %n line(s)?", "", len(exact)),
            self.tr("Amount, day within three, and the payer's name or the reference agree. Look at the list first: you say that they are the same."),
            self.tr("Match them"),
        )  # fmt: skip

        def confirmed(_reason: str) -> None:
            for line, tender in exact:
                self._send(MatchStatement(line=line, moneys=(tender,)))

        later(question, confirmed)

    def unmatch(self) -> None:
        """Ask why the chosen match was wrong, and undo it."""
        line = self.matched.current()
        if line is None:
            return
        question = Question(
            self,
            self.tr("Undo the match of {reference}?").format(reference=line.reference),
            self.tr("All moneys of this line of the bank wait again; both stay in the books."),
            self.tr("Undo it"),
            danger=True,
            reason=2,
        )
        later(
            question,
            lambda reason: self._send(UnmatchStatement(line=line.line_id, reason=reason)),
        )

    def ask_register(self) -> None:
        """Open the form of a new account."""
        form = RegisterAccountDialog(self.link, self)
        form.carried.connect(lambda _answer: self.refresh())
        form.open()

    def choose_file(self) -> None:
        """Ask for the bank's file and take it in."""
        kinds = self.tr("Statements (*.xlsx *.xls *.ods *.csv *.txt)")
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("The bank's file"), str(Path.home()), kinds
        )
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path, known: tuple[StatementHeading, ...] = ()) -> None:
        """Read the bank's file at *path* by the headings *known*, else those of the last file."""
        account = self._accounts.get(self._number())
        if account is None:
            return
        heads = known or account.headings
        self.link.run(
            self,
            lambda _step, _cancelled: read_statement(path, heads),
            lambda reading: self._read(path, reading, by_hand=bool(known)),
            refused=self.banner.refuse,
        )

    def _read(self, path: Path, reading: StatementReading, *, by_hand: bool) -> None:
        if any(problem.problem == NO_COLUMN.problem for problem in reading.problems):
            form = ColumnsDialog(self.link, reading.columns, reading.headings, self)
            form.carried.connect(lambda heads: self.open_file(path, heads))
            form.open()
            return
        if reading.problems:
            words = self.tr("Nothing was taken in: %n problem(s).", "", len(reading.problems))
            ProblemsDialog(words, reading.problems, self).open()
            return
        self._take_in(path, reading, remap=by_hand)

    def _take_in(self, path: Path, reading: StatementReading, *, remap: bool) -> None:
        command = ImportStatement(
            account=self._number(),
            lines=reading.lines,
            headings=reading.headings,
            file=path.name,
            remap=remap,
        )

        def refused(error: UserError) -> None:
            if not isinstance(error, ColumnsChanged):
                self.banner.refuse(error)
                return
            question = Question(
                self,
                self.tr("The columns of this file have changed"),
                sentence(error.problem, tuple(error.facts.items())),
                self.tr("They have changed: take it in"),
                danger=True,
            )
            later(question, lambda _reason: self._take_in(path, reading, remap=True))

        self.link.do(self, command, self._taken, refused, uuid4().hex)

    def _taken(self, answer: dict[str, object]) -> None:
        words = self.tr("{added} line(s) of the bank taken in, {known} known already.")
        self.banner.say(words.format(added=answer["added"], known=answer["known"]), "", "good")
        self.view.setCurrentIndex(0)
        self.refresh()

    def _send(self, command: MatchStatement | UnmatchStatement) -> None:
        self.link.do(
            self, command, lambda _answer: self.refresh(), self.banner.refuse, uuid4().hex
        )

    def _offer(self, lines: tuple[AccountLine, ...]) -> None:
        before = self._number()
        self._accounts = {line.number: line for line in lines}
        self.account.clear()
        for line in lines:
            self.account.addItem(f"{line.project} · {line.bank} {line.number}", line.number)
        self.account.setCurrentIndex(max(0, self.account.findData(before)) if lines else -1)
        self._read_lists()

    def _read_lists(self) -> None:
        number = self._number()
        self._enable()
        if not number:
            self.sum.setText(
                self.tr("No supervised account is registered yet; the site manager registers it.")
            )
            return
        self.link.ask(self, self._show_bank, statement_lines, number)
        self.link.ask(self, self.outside.set_lines, not_in_account, number)
        self.link.ask(self, self.matched.set_lines, statement_matches, number)
        account = self._accounts[number]
        words = self.tr(
            "Not yet in the account: {outside} ({moneys}). Lines to match: {waiting} ({lines})."
        )
        self.sum.setText(
            words.format(
                outside=money(account.outside_fen),
                moneys=account.outside,
                waiting=money(account.unmatched_fen),
                lines=account.unmatched,
            )
        )

    def _show_bank(self, lines: tuple[BankLine, ...]) -> None:
        self.bank.set_lines(lines)
        self._enable()

    def _number(self) -> str:
        return str(self.account.currentData() or "")

    def _table(self) -> CardTable[Any]:
        pane = self.stack.currentWidget()
        assert isinstance(pane, ListPane)  # noqa: S101 - the stack holds nothing else
        return pane.table

    def _enable(self) -> None:
        line = self.bank.current()
        self.take.setEnabled(bool(self._number()))
        self.match.setEnabled(line is not None and line.tender_id is not None)
        self.choose.setEnabled(line is not None and line.amount_fen > 0)
        self.exact.setEnabled(any(one.grade is Grade.EXACT for one in self.bank.model.all_lines()))
        self.undo.setEnabled(self.matched.current() is not None)
