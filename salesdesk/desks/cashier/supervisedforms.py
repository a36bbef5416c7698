"""The forms of the supervised account: a new one, the moneys of a line, the columns of a file."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from salesdesk.desks.cashier.supervisedlists import MoneyTable
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import money
from salesdesk.kernel.keys import ProjectId
from salesdesk.office.inventory.queries import projects
from salesdesk.office.inventory.sheets import ProjectCard
from salesdesk.office.sales.supervised_queries import not_in_account
from salesdesk.office.sales.supervised_sheets import BankLine, MoneyLine, StatementHeading
from salesdesk.office.sales.supervising import MatchStatement, RegisterAccount


class RegisterAccountDialog(Asking):
    """Registers the supervised account of a project."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        self.head(self.tr("Register a supervised account"), self.tr("Register it"))
        self.project = self.form.add("project", self.tr("Project"), QComboBox(), needed=True)
        self.bank = self.form.add("bank", self.tr("Bank"), QLineEdit(), needed=True)
        self.number = self.form.add("number", self.tr("Account number"), QLineEdit(), needed=True)
        self.bank.setMaxLength(80)
        self.number.setMaxLength(40)
        link.ask(self, self._found, projects)
        self.bank.setFocus()

    def _found(self, cards: Sequence[ProjectCard]) -> None:
        for card in cards:
            self.project.addItem(card.name, card.id)

    @override
    def send(self) -> None:
        self.form.right()
        for name in ("bank", "number"):
            if not self.form.text(name):
                self.form.wrong(name, self.tr("Enter what stands on the permit."))
                return
        project = self.project.currentData()
        if project is None:
            self.form.wrong("project", self.tr("Choose the project."))
            return
        command = RegisterAccount(
            bank=self.form.text("bank"),
            number=self.form.text("number"),
            project=ProjectId(int(project)),
        )
        self.sending.send(command, self.well, self.form.refuse)


class ChooseMoneys(Asking):
    """Says which moneys a line of the bank is: one, or several that make its amount together."""

    def __init__(self, link: Link, account: str, line: BankLine, parent: QWidget | None) -> None:
        super().__init__(link, parent, fills=True)
        self._line = line
        self.resize(1000, 560)
        self.head(
            self.tr("What is the bank's line {reference}?").format(reference=line.reference),
            self.tr("Match"),
        )
        told = self.tr("{amount} yuan on {day}, {payer}. Choose one line, or several with Ctrl.")
        words = told.format(amount=money(line.amount_fen), day=line.day, payer=line.payer or "—")
        self.table = MoneyTable("moneys to choose")
        self.sum = PlainLabel("", "dim")
        self.tell(PlainLabel(words, "dim").wrapping())
        self.body.insertWidget(self.body.indexOf(self.form), self.table, 1)
        self.tell(self.sum)
        self.table.view.selectionModel().selectionChanged.connect(lambda *_at: self._count())
        link.ask(self, self._found, not_in_account, account)
        self._count()

    def _found(self, lines: tuple[MoneyLine, ...]) -> None:
        self.table.set_lines(lines)
        if self._line.tender_id is not None:
            self.table.choose(self._line.tender_id)
        self.table.view.setFocus()

    def _count(self) -> None:
        chosen = sum(line.amount_fen for line in self.table.selected())
        words = self.tr("Chosen: {sum} of {amount}")
        self.sum.setText(words.format(sum=money(chosen), amount=money(self._line.amount_fen)))
        self.yes.setEnabled(chosen == self._line.amount_fen)

    @override
    def send(self) -> None:
        keys = tuple(line.id for line in self.table.selected())
        command = MatchStatement(line=self._line.id, moneys=keys)
        self.sending.send(command, self.well, self.form.refuse)


class ColumnsDialog(Asking):
    """Asks under which heading each field stands in a file whose headings are not known."""

    def __init__(
        self,
        link: Link,
        columns: Sequence[str],
        known: Sequence[StatementHeading],
        parent: QWidget | None,
    ) -> None:
        super().__init__(link, parent, columns=2)
        self.head(self.tr("Which column holds what?"), self.tr("Read the file"))
        found = {one.field: one.heading for one in known}
        self.choices: dict[str, QComboBox] = {}
        for field, label in (
            ("reference", self.tr("Reference of the bank")),
            ("on", self.tr("Day")),
            ("credit", self.tr("Paid in")),
            ("debit", self.tr("Paid out")),
            ("amount", self.tr("Amount with its sign")),
            ("payer", self.tr("Payer")),
            ("note", self.tr("Purpose")),
        ):
            choice = self.form.add(field, label, QComboBox(), needed=field in {"reference", "on"})
            choice.addItem(self.tr("(not in the file)"), "")
            for heading in columns:
                choice.addItem(heading, heading)
            choice.setCurrentIndex(max(0, choice.findData(found.get(field, ""))))
            self.choices[field] = choice

    @override
    def send(self) -> None:
        self.form.right()
        chosen = {field: str(choice.currentData()) for field, choice in self.choices.items()}
        for field in ("reference", "on"):
            if not chosen[field]:
                self.form.wrong(field, self.tr("Choose a column."))
                return
        if not (chosen["credit"] or chosen["debit"] or chosen["amount"]):
            self.form.wrong("credit", self.tr("Choose a column of amounts."))
            return
        self.well(
            tuple(
                StatementHeading(field=field, heading=heading)
                for field, heading in chosen.items()
                if heading
            )
        )
