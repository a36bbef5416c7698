"""One loan case at the side of the list: where it stands, what can be done, papers, every turn."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from salesdesk.desks.mortgage.turns import FORMS
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.figures import FactList
from salesdesk.desks.widgets.labels import (
    Card,
    Pill,
    PlainLabel,
    button,
    clear,
    column,
    row,
)
from salesdesk.desks.widgets.scanlist import ScanList
from salesdesk.desks.widgets.sidepanel import SidePanel
from salesdesk.desks.wording import day, document_words, money, say
from salesdesk.office.mortgage.rules import TAKEN_BY, LoanState
from salesdesk.office.mortgage.sheets import LoanCard, LoanDocumentLine, LoanLine, LoanTurnLine

TONES = {
    LoanState.APPROVED: "good",
    LoanState.PAID_OUT: "good",
    LoanState.REFUSED: "danger",
    LoanState.SUPPLEMENT: "warn",
}
_DOCUMENT_TONES = {"got": "good", "lacking": "warn", "expired": "danger"}


class LoanPanel(SidePanel):
    """Shows one case.

    Signals:
        step_wanted: the name of the turn whose button was pressed.
        document_wanted: the `LoanDocumentLine` to be recorded, or None for another one.
        mode_wanted: after a refusal another payment mode shall be asked for.
        end_wanted: after a refusal the deal shall end without fault.
        bank_wanted: after a refusal another bank shall be asked.
        deal_wanted: the deal shall be shown.
        costs_wanted: the loan's instalments shall be shown.
        lists_wanted: what banks want to see shall be set.
    """

    step_wanted = Signal(object)
    document_wanted = Signal(object)
    mode_wanted = Signal()
    end_wanted = Signal()
    bank_wanted = Signal()
    deal_wanted = Signal()
    costs_wanted = Signal()
    lists_wanted = Signal()

    def __init__(self, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(rights, parent)
        self.card: LoanCard | None = None
        self._state, self._flag = Pill(), Pill()
        self._guide = PlainLabel("", "").wrapping()
        self.facts = FactList()
        self._documents = QVBoxLayout()
        self._documents.setSpacing(4)
        self._turns = QVBoxLayout()
        self._turns.setSpacing(6)
        self.scans = ScanList(rights)
        nothing = EmptyState(
            self.tr("No loan chosen"),
            self.tr("Choose a line to see what the loan waits for and everything that was done."),
            "wallet",
        )
        self.fill(nothing, self._whole())

    def show_nothing(self) -> None:
        """Show how a case is chosen."""
        self.card = None
        self.show_page(shown=False)

    def show_card(self, card: LoanCard) -> None:
        """Show this case as it stands now."""
        if self.card is None or self.card.line.case != card.line.case:
            self.banner.clear()
        self.card = card
        self.show_page(shown=True)
        line = card.line
        self.heading.setText(line.unit)
        state = LoanState(line.state)
        self._state.show_text(say("loan states", line.state), TONES.get(state, ""))
        self._flag.show_text(say("loan stuck", line.stuck_by) if line.stuck else "", "danger")
        self.who.setText(" · ".join(part for part in (line.customer, line.consultant) if part))
        self._guide.setText(self._guidance(line))
        self._guide.setVisible(bool(self._guide.text()))
        self._show_buttons(line)
        self._show_facts(line)
        self._show_documents(card.documents, line)
        self._show_turns(card.turns)

    def texts(self) -> list[str]:
        """Give what is written, for tests and screen readers."""
        return [label.text() for label in self.findChildren(PlainLabel) if label.isVisible()]

    def _whole(self) -> Card:
        card = Card()
        deal = button(
            "", self.deal_wanted.emit, "file-text", "quiet", tip=self.tr("Show the deal")
        )
        words = self.tr("Show the instalments")
        costs = button("", self.costs_wanted.emit, "printer", "quiet", tip=words)
        head = row(self.heading, self._state, costs, deal)
        head.setStretch(0, 1)
        card.body.addLayout(head)
        card.body.addLayout(row(self._flag, None))
        for part in (self.who, self.banner, self._guide):
            card.body.addWidget(part)
        card.body.addLayout(self.offers)
        card.body.addWidget(self.facts)
        self.more = button(self.tr("Another document…"), lambda: self.document_wanted.emit(None))
        self.more.setVisible("RecordLoanDocument" in self.rights)
        self.lists = button(
            "", self.lists_wanted.emit, "settings", "quiet", tip=self.tr("Check lists")
        )
        self.lists.setVisible("SetLoanDocuments" in self.rights)
        documents = row(PlainLabel(self.tr("Documents"), "heading"), None, self.lists, self.more)
        card.body.addLayout(documents)
        card.body.addLayout(self._documents)
        card.body.addWidget(self.scans)
        card.body.addWidget(PlainLabel(self.tr("Turns"), "heading"))
        card.body.addLayout(self._turns)
        card.body.addStretch(1)
        return card

    def _guidance(self, line: LoanLine) -> str:
        if not line.live:
            return self.tr("The deal is over; its loan case rests.")
        if line.state == LoanState.REFUSED:
            return self.tr(
                "The bank does not lend, and nobody is at fault (R-05). Agree on another payment"
                " mode, ask another bank, or end the deal: all the money goes back."
            )
        if line.short_fen:
            return self.tr(
                "{amount} less than asked for was approved: it stays due from the buyer."
            ).format(amount=money(line.short_fen))
        return ""

    def _show_buttons(self, line: LoanLine) -> None:
        made: dict[str, QPushButton] = {}
        for step in line.steps:
            form = FORMS.get(step)
            if form is not None and TAKEN_BY[step] in self.rights and step not in made:
                made[step] = button(
                    f"{_words(step)}…",
                    partial(self.step_wanted.emit, step),
                    form.icon,
                    "" if made or form.danger else "primary",
                )
        if line.live and line.state == LoanState.REFUSED:
            for name, words, icon, right, wish in (
                ("mode", self.tr("Another payment mode…"), "sliders-horizontal", "RequestMode", self.mode_wanted),
                ("bank", self.tr("Another bank…"), "plus", "OpenLoanCase", self.bank_wanted),
                ("end", self.tr("End the deal without fault…"), "ban", "RequestCancellation", self.end_wanted),
            ):  # fmt: skip
                if right in self.rights:
                    made[name] = button(words, wish.emit, icon)
        self.offer(made)

    def _show_facts(self, line: LoanLine) -> None:
        bank = " ".join(part for part in (line.bank, line.branch, line.officer) if part)
        approved = "" if line.approved_fen is None else money(line.approved_fen)
        rate = "" if line.rate_bp is None else f"{line.rate_bp / 100:.2f} %"
        fund_rate = "" if line.fund_rate_bp is None else f"{line.fund_rate_bp / 100:.2f} %"
        due = day(line.due_on)
        if line.overdue_days:
            due += " · " + self.tr("%n day(s) overdue", "", line.overdue_days)
        self.facts.show_facts(
            (self.tr("Kind of loan"), say("modes", line.product)),
            (self.tr("Bank"), bank),
            (self.tr("Asked for"), money(line.asked_fen)),
            (self.tr("Approved"), approved),
            (self.tr("Paid out"), money(line.paid_fen) if line.paid_fen else ""),
            (self.tr("Years"), str(line.years)),
            (self.tr("Paid back by"), say("loan methods", line.method)),
            (self.tr("Yearly rate"), rate),
            (self.tr("The fund's rate"), fund_rate),
            (self.tr("Contract signed"), day(line.signed_on)),
            (self.tr("Contract filed"), day(line.filed_on)),
            (self.tr("Due from the loan"), due if line.due_fen else ""),
            (self.tr("So since"), f"{day(line.since)} · " + self.tr("%n day(s)", "", line.days)),
            (self.tr("Last word"), line.why),
        )

    def _show_documents(self, lines: Sequence[LoanDocumentLine], of: LoanLine) -> None:
        clear(self._documents)
        may = "RecordLoanDocument" in self.rights and of.live and of.state not in _DONE
        self.more.setEnabled(may)
        for line in lines:
            told = " · ".join(
                part
                for part in (
                    self.tr("until {day}").format(day=day(line.valid_until))
                    if line.valid_until
                    else "",
                    line.scan,
                    line.note,
                )
                if part
            )
            words = column(PlainLabel(document_words(line.item)).wrapping(), spacing=0)
            if told:
                words.addWidget(PlainLabel(told, "dim").wrapping())
            tip = self.tr("Record {document}").format(document=document_words(line.item))
            record = button(
                "", partial(self.document_wanted.emit, line), "pencil", "quiet", tip=tip
            )
            record.setAccessibleName(tip)
            record.setVisible(may)
            pill = Pill(say("loan documents", line.state), _DOCUMENT_TONES.get(line.state, ""))
            place = QWidget()
            both = row(words, pill, record)
            both.setStretch(0, 1)
            place.setLayout(both)
            self._documents.addWidget(place)

    def _show_turns(self, turns: Sequence[LoanTurnLine]) -> None:
        clear(self._turns)
        for turn in reversed(turns):
            head = f"{day(turn.on)} · {say('loan steps', turn.step)}"
            figures = (
                money(turn.amount_fen) if turn.amount_fen else "",
                say("loan parts", turn.part) if turn.part else "",
                turn.receipt,
                turn.reference,
            )
            told = " · ".join(part for part in (*figures, turn.reason, turn.by) if part)
            place = QWidget()
            place.setLayout(
                column(PlainLabel(head).wrapping(), PlainLabel(told, "dim").wrapping(), spacing=0)
            )
            self._turns.addWidget(place)


def _words(step: str) -> str:
    """Give what the button of a turn says; checking has two."""
    return say("loan steps", step) if step == "hand back" else say("commands", TAKEN_BY[step])


_DONE = {LoanState.PAID_OUT, LoanState.REFUSED, LoanState.WITHDRAWN}
