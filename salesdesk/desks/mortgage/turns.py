"""One form a turn: what each turn of a loan case asks, and the command it sends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.asking import Asking
from salesdesk.desks.widgets.fields import DateField, MoneyField
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.wording import money, say, today
from salesdesk.kernel.keys import Fen, UnitId
from salesdesk.office.mortgage import commands as loan
from salesdesk.office.mortgage.paying import PayOutLoan, TakeBackPayOut
from salesdesk.office.mortgage.rules import REASONED, LoanPart, LoanProduct
from salesdesk.office.mortgage.sheets import LoanLine

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a turn's form; amounts are fen, None where left empty."""

    unit: UnitId
    on: Any
    words: str
    reference: str
    items: tuple[str, ...]
    amount: Fen | None
    fund_amount: Fen | None
    part: LoanPart | None


@dataclass(frozen=True, slots=True)
class TurnForm:
    """What a turn asks besides its day and its words, its icon, the command it sends."""

    icon: str
    send: Callable[[Typed], Any]
    asks: frozenset[str] = frozenset()
    danger: bool = False


FORMS: Final[Mapping[str, TurnForm]] = {
    "complete documents": TurnForm(
        "clipboard-list", lambda t: loan.CompleteLoanDocuments(unit=t.unit, on=t.on, note=t.words)
    ),
    "pass check": TurnForm(
        "user-check", lambda t: loan.CheckLoan(unit=t.unit, on=t.on, reason=t.words)
    ),
    "hand back": TurnForm(
        "undo-2", lambda t: loan.CheckLoan(unit=t.unit, passed=False, on=t.on, reason=t.words)
    ),
    "face-sign": TurnForm(
        "signature", lambda t: loan.FaceSignLoan(unit=t.unit, on=t.on, note=t.words)
    ),
    "send": TurnForm(
        "file-up",
        lambda t: loan.SendLoan(unit=t.unit, on=t.on, note=t.words, reference=t.reference),
        frozenset({"reference"}),
    ),
    "ask supplement": TurnForm(
        "message-square-text",
        lambda t: loan.AskLoanSupplement(unit=t.unit, on=t.on, reason=t.words, items=t.items),
        frozenset({"items"}),
    ),
    "answer supplement": TurnForm(
        "file-up", lambda t: loan.AnswerLoanSupplement(unit=t.unit, on=t.on, note=t.words)
    ),
    "approve": TurnForm(
        "check",
        lambda t: loan.ApproveLoan(
            unit=t.unit, on=t.on, note=t.words, reference=t.reference, amount=t.amount,
            fund_amount=t.fund_amount,
        ),
        frozenset({"amount", "fund amount", "reference"}),
    ),
    "refuse": TurnForm(
        "ban", lambda t: loan.RefuseLoan(unit=t.unit, on=t.on, reason=t.words), danger=True
    ),
    "pre-register": TurnForm(
        "shield-check",
        lambda t: loan.PreRegisterLoan(unit=t.unit, on=t.on, note=t.words, number=t.reference),
        frozenset({"reference"}),
    ),
    "pay out": TurnForm(
        "banknote",
        lambda t: PayOutLoan(
            unit=t.unit, on=t.on, note=t.words, reference=t.reference, amount=t.amount, part=t.part
        ),
        frozenset({"part", "amount", "reference"}),
    ),
    "take back": TurnForm(
        "rotate-ccw", lambda t: TakeBackPayOut(unit=t.unit, on=t.on, reason=t.words), danger=True
    ),
    "withdraw loan": TurnForm(
        "x", lambda t: loan.WithdrawLoan(unit=t.unit, on=t.on, reason=t.words), danger=True
    ),
}  # fmt: skip
"""Step -> its form. *pay out part* has none of its own: the office tells which of the two it is."""


class TurnDialog(Asking):
    """Asks what one turn needs; its day is today until another is typed."""

    def __init__(
        self, link: Link, line: LoanLine, step: str, parent: QWidget | None = None
    ) -> None:
        self._form = FORMS[step]
        super().__init__(link, parent, danger=self._form.danger)
        self.line, self.step = line, step
        self.no.setText(self.tr("Close"))
        title = self.tr("{step}: loan of {unit}").format(
            step=say("loan steps", step), unit=line.unit
        )
        self.head(title, self.tr("Record it"), self._form.icon)
        facts = FactList()
        self.tell(facts)
        approved = "" if line.approved_fen is None else money(line.approved_fen)
        facts.show_facts(
            (self.tr("Customer"), line.customer),
            (self.tr("Bank"), " ".join(part for part in (line.bank, line.branch) if part)),
            (self.tr("Asked for"), money(line.asked_fen)),
            (self.tr("Approved"), approved),
            (self.tr("Open of the loan's lines"), money(line.due_fen)),
        )
        self.on = self.form.add("on", self.tr("Day"), DateField(), needed=True)
        self.on.set_day(today())
        self.part, self.amount, self.fund = QComboBox(), MoneyField(), MoneyField()
        self.reference, self.items = QLineEdit(), QPlainTextEdit()
        self._ask(line)
        needed = step in REASONED
        self.words = self.form.add(
            "reason" if needed else "note",
            self.tr("Reason") if needed else self.tr("Note"),
            QPlainTextEdit(),
            needed=needed,
        )
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(64)
        self.words.textChanged.connect(self._typed)
        self._typed()

    @override
    def send(self) -> None:
        if not self.yes.isEnabled():
            return
        self.form.right()
        if self.on.day() is None:
            self.form.wrong("on", self.tr("Enter a day."))
            return
        self.sending.send(self._form.send(self._read()), self.well, self.form.refuse)

    def _ask(self, line: LoanLine) -> None:
        asks = self._form.asks
        both = line.product == LoanProduct.COMBINED
        if "part" in asks and both:
            self.part.setPlaceholderText(self.tr("Choose"))
            for part in LoanPart:
                self.part.addItem(say("loan parts", part), part.value)
            self.part.setCurrentIndex(-1)
            self.form.add("part", self.tr("Part of the loan"), self.part, needed=True)
        if "fund amount" in asks:
            if line.bank_fen:
                self.form.add("amount", self.tr("The bank lends"), self.amount)
                self.amount.set_fen(line.bank_fen)
            if line.fund_fen:
                self.form.add("fund amount", self.tr("The fund lends"), self.fund)
                self.fund.set_fen(line.fund_fen)
        elif "amount" in asks:
            self.form.add("amount", self.tr("What came in"), self.amount)
            if not both and line.approved_fen:
                self.amount.set_fen(line.approved_fen)
        if "reference" in asks:
            words = self.tr("Number of the registration")
            needed = self.step == "pre-register"
            label = words if needed else self.tr("Reference")
            field = "number" if needed else "reference"
            self.form.add(field, label, self.reference, needed=needed)
            self.reference.setMaxLength(60)
        if "items" in asks:
            label = self.tr("Documents asked for, one a line")
            self.form.add("items", label, self.items)
            self.items.setTabChangesFocus(True)
            self.items.setFixedHeight(64)

    def _read(self) -> Typed:
        fen, fund = self.amount.fen(), self.fund.fen()
        chosen = self.part.currentData()
        lines = self.items.toPlainText().splitlines()
        return Typed(
            unit=UnitId(self.line.unit_id),
            on=self.on.day(),
            words=self.words.toPlainText().strip()[:_LONGEST],
            reference=self.reference.text().strip(),
            items=tuple(line.strip() for line in lines if line.strip()),
            amount=None if fen is None else Fen(fen),
            fund_amount=None if fund is None else Fen(fund),
            part=None if chosen is None else LoanPart(str(chosen)),
        )

    def _typed(self) -> None:
        whole = self.step not in REASONED or bool(self.words.toPlainText().strip())
        self.sending.allow(self.yes, allowed=whole)
