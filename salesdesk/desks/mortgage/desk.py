"""The mortgage desk: the list of loan cases, one of them at its side, a form for each turn."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.mortgage.checklists import CheckListDialog
from salesdesk.desks.mortgage.columns import LoanColumns
from salesdesk.desks.mortgage.forms import LoanDocumentDialog, OpenLoanDialog
from salesdesk.desks.mortgage.panel import LoanPanel
from salesdesk.desks.mortgage.turns import TurnDialog
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.attachform import Place
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.listdesk import ListDesk, beside
from salesdesk.desks.widgets.paper import open_paper
from salesdesk.desks.widgets.scans import Scans
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import language, money, say
from salesdesk.documents.instalments import instalments_pdf
from salesdesk.documents.loan_list import loan_list_pdf
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import UnitId
from salesdesk.office.mortgage.printed import loan_instalments, loan_list
from salesdesk.office.mortgage.queries import loan_case, loan_cases, loan_offers
from salesdesk.office.mortgage.rules import LoanState
from salesdesk.office.mortgage.sheets import (
    InstalmentSheet,
    LoanCard,
    LoanDocumentLine,
    LoanLine,
    LoanListSheet,
    LoanOffer,
)

_WEEK = 7


class MortgageDesk(ListDesk):
    """A consultant sees the loans of his deals, cashier and manager all of them."""

    topics = frozenset({Topic.DEAL, Topic.UNIT, Topic.RECEIPT, Topic.REQUEST, Topic.EVERYTHING})

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._wish: int | None = None
        self._lines: tuple[LoanLine, ...] = ()
        self.asking: QDialog | None = None
        self.which = QComboBox()
        for code, words in (
            ("open", self.tr("Under way")),
            ("stuck", self.tr("Stuck")),
            ("live", self.tr("All, paid out too")),
            ("past", self.tr("All, of ended deals too")),
        ):
            self.which.addItem(words, code)
        self.which.setAccessibleName(self.tr("Which loans"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Unit, customer, bank…"))
        self.search.setAccessibleName(self.tr("Find a loan"))
        self.search.setClearButtonEnabled(True)
        self.open = button(self.tr("Open a case…"), self.ask_open, "plus", "primary")
        self.open.setVisible(link.may("OpenLoanCase"))
        self._empty = EmptyState("", "", "wallet")
        columns = LoanColumns().columns()
        self.table = CardTable("loan cases", columns, lambda line: line.case, self._empty)
        self.table.title = self.tr("Loans")
        self.export = button(self.tr("Export…"), self.table.export, "file-spreadsheet")
        self.paper = button(self.tr("Print the list…"), self.print_list, "printer")
        self.paper.setVisible(link.may("loan_list"))
        self.count = PlainLabel("", "dim")
        self.panel = LoanPanel(link.rights)
        self.scans = Scans(link, self, self.panel.scans)
        self._lay()
        self._connect()

    @override
    def refresh(self) -> None:
        super().refresh()
        code = self.which.currentData()
        self.link.ask(self, self._came, loan_cases, past=code == "past", stuck=code == "stuck")
        if self.link.may("loan_offers"):
            self.link.ask(self, self._offers_came, loan_offers)

    @override
    def receive(self, jump: Jump) -> None:
        self.search.clear()
        self._wish = jump.key
        self.which.setCurrentIndex(self.which.findData("live"))
        self.refresh()

    @override
    def place(self) -> object:
        line = self.table.current()
        return (self.which.currentIndex(), line.unit_id if line is not None else 0)

    @override
    def go(self, place: object) -> None:
        if isinstance(place, tuple):
            self.which.setCurrentIndex(int(place[0]))
            self._wish = int(place[1])

    @override
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Ctrl+F", self.tr("Find a loan")),
            ("Ctrl+N", self.tr("Open a loan case")),
            ("Return", self.tr("Take the next turn of the chosen loan")),
        )

    def ask_open(self) -> None:
        """Open the form of a new case, for the deals that a loan pays and that have none."""
        self.link.ask(self, self._open_form, loan_offers)

    def print_list(self) -> None:
        """Preview the list of loans as the office prints it."""
        self.link.ask(self, self._draw_list, loan_list)

    def print_instalments(self) -> None:
        """Preview what the loan shown costs month by month."""
        if self.panel.card is not None:
            unit = UnitId(self.panel.card.line.unit_id)
            self.link.ask(self, self._draw_instalments, loan_instalments, unit)

    def _draw_list(self, sheet: LoanListSheet) -> None:
        draw = partial(loan_list_pdf, sheet, language())
        open_paper(self.link, self, draw, self.tr("Mortgage list"))

    def _draw_instalments(self, sheet: InstalmentSheet) -> None:
        title = self.tr("Instalments of {unit}").format(unit=sheet.unit)
        open_paper(self.link, self, partial(instalments_pdf, sheet, language()), title)

    def take(self, step: str) -> None:
        """Open the form of a turn of the case shown."""
        if self.panel.card is not None:
            self._show(TurnDialog(self.link, self.panel.card.line, step, self))

    def _lay(self) -> None:
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        head = row(self.which, self.search, self.open, self.paper, self.export)
        head.setStretch(1, 1)
        lines.addLayout(head)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.count)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 12)
        whole.addWidget(beside(left, self.panel, (760, 370), (6, 4)))

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(lambda _at: self.refresh())
        self.search.textChanged.connect(self.table.set_filter)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._take_next)
        self.panel.step_wanted.connect(self.take)
        self.panel.document_wanted.connect(self._record)
        self.panel.bank_wanted.connect(self._other_bank)
        self.panel.mode_wanted.connect(lambda: self._go_to_deal("change mode"))
        self.panel.end_wanted.connect(lambda: self._go_to_deal("end without fault"))
        self.panel.lists_wanted.connect(self._set_lists)
        self.panel.costs_wanted.connect(self.print_instalments)
        self.panel.deal_wanted.connect(lambda: self._go_to_deal(""))
        self.scans.told.connect(self._told)
        self.scans.refused.connect(self._refused)
        self.add_keys({"Ctrl+F": self.search.setFocus, "Ctrl+N": self.ask_open})

    def _came(self, lines: tuple[LoanLine, ...]) -> None:
        if self.which.currentData() == "open":
            lines = tuple(line for line in lines if _under_way(line))
        self._lines = lines
        self._say_empty()
        self.table.set_lines(lines)
        stuck = sum(line.stuck for line in lines)
        asked = sum(line.asked_fen for line in lines)
        words = self.tr("%n loan(s) over {asked}, {stuck} of them stuck", "", len(lines))
        self.count.setText(words.format(asked=money(asked), stuck=stuck))
        wish = next((line for line in lines if line.unit_id == self._wish), None)
        if wish is not None:
            self._wish = None
            self.table.choose(wish.case)
        elif self.table.current() is None and self.table.model.rowCount():
            self.table.choose(self.table.model.key_at(0))
        self._chosen(self.table.current())

    def _say_empty(self) -> None:
        if self.which.currentData() == "stuck":
            self._empty.say(
                self.tr("No loan is stuck"),
                self.tr("Every loan moved within the days that its state may take."),
            )
            return
        self._empty.say(
            self.tr("No loan is under way"),
            self.tr(
                "Open a case for a deal whose payment mode has a loan in it; deals that wait for"
                " theirs are offered there."
            ),
        )

    def _offers_came(self, offers: tuple[LoanOffer, ...]) -> None:
        self.open.setEnabled(bool(offers))
        tip = self.tr("%n deal(s) wait for a loan case", "", len(offers))
        self.open.setToolTip(
            tip if offers else self.tr("Every deal that a loan pays has its case")
        )

    def _open_form(self, offers: tuple[LoanOffer, ...]) -> None:
        if offers:
            self._show(OpenLoanDialog(self.link, offers, self))
        else:
            problem = self.tr("No deal waits for a loan case.")
            detail = self.tr("A deal waits for one when its payment mode has a loan in it.")
            self.table.banner.say(problem, detail, "warn")

    def _other_bank(self) -> None:
        card = self.panel.card
        if card is not None:
            self.link.ask(self, self._open_form, loan_offers, unit=card.line.unit_id)

    def _chosen(self, line: LoanLine | None) -> None:
        if line is None:
            self.panel.show_nothing()
            return
        if not line.live:
            self.panel.show_card(LoanCard(line=line, turns=(), documents=(), before=()))
            self.scans.show_of(Topic.DEAL, line.deal, ())
            return
        self.link.ask(self, self._card_came, loan_case, line.unit_id)

    def _card_came(self, card: LoanCard | None) -> None:
        line = self.table.current()
        if card is None or line is None or card.line.unit_id != line.unit_id:
            return
        self.panel.show_card(card)
        words = self.tr("Agreement {number}").format(number=card.line.agreement)
        place = Place(words, {"agreement": card.line.agreement})
        self.scans.show_of(Topic.DEAL, card.line.deal, (place,))

    def _take_next(self, _line: LoanLine) -> None:
        first = next(iter(self.panel.buttons.values()), None)
        if first is not None and first.isEnabled():
            first.setFocus()
            getattr(first, "click", lambda: None)()

    def _record(self, document: LoanDocumentLine | None) -> None:
        if self.panel.card is not None:
            self._show(LoanDocumentDialog(self.link, self.panel.card.line, document, self))

    def _set_lists(self) -> None:
        if self.panel.card is not None:
            self._show(CheckListDialog(self.link, self.panel.card.line.bank, self))

    def _show(self, form: Asking) -> None:
        self.asking = form
        form.carried.connect(self._carried)
        form.open()

    def _carried(self, answer: Any) -> None:
        if isinstance(answer, dict):
            words = self.tr("Loan of {unit}: {state}").format(
                unit=answer["unit"], state=say("loan states", answer["state"])
            )
            if number := answer.get("receipt"):
                words += " · " + self.tr("receipt {number}").format(number=number)
        elif isinstance(answer, str):
            words = self.tr("The document is recorded.")
        else:
            words = self.tr("The check list is set for the cases to come.")
        self._told(words)

    def _go_to_deal(self, act: str) -> None:
        if self.panel.card is not None:
            self.jump.emit(Jump("contracts", Topic.UNIT, self.panel.card.line.unit_id, act))

    def _told(self, words: str) -> None:
        self.told.emit(words)
        self.panel.banner.say(words, "", "good")
        self.refresh()

    def _refused(self, error: UserError) -> None:
        self.panel.banner.refuse(error)
        self.refresh()


def _under_way(line: LoanLine) -> bool:
    """Whether something is still to be done, or was done within the week."""
    over = line.state in {LoanState.PAID_OUT, LoanState.WITHDRAWN} and not line.stuck
    return not over or line.days <= _WEEK
