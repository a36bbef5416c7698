"""One customer: who he is, what happened with him, and what may be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.reception.edit import EditDialog
from salesdesk.desks.reception.facts import FactGrid
from salesdesk.desks.reception.handover import HandOverDialog
from salesdesk.desks.reception.history import CustomerHistory
from salesdesk.desks.reception.merge import MergeDialog
from salesdesk.desks.reception.reveal import RevealBox
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.dialogs import Question, later
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.plandialog import PlanDialog
from salesdesk.desks.wording import listed, moment, say
from salesdesk.kernel.change import Topic
from salesdesk.kernel.keys import CustomerId
from salesdesk.office.customers.checks import spot_checks
from salesdesk.office.customers.commands import RevealCustomer
from salesdesk.office.customers.queries import customer, follow_ups_due, visit_register
from salesdesk.office.customers.sheets import CustomerCard
from salesdesk.office.sales.line_queries import unit_line
from salesdesk.office.sales.queries import deals

_WIDTH = 400


class CustomerPanel(QWidget):
    """The card of the chosen customer, with buttons only for what this role may do.

    Signals:
        told: a short text after something was done.
        jump: a `Jump` to another desk.
        visit_wanted: the `CustomerCard` to register a visit for.
        other_wanted: the id of another customer to open, for example after a merge.
    """

    told = Signal(object)
    jump = Signal(object)
    visit_wanted = Signal(object)
    other_wanted = Signal(object)

    def __init__(self, link: Link, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._link = link
        self._rights = rights
        self.card: CustomerCard | None = None
        self.dialog: EditDialog | MergeDialog | HandOverDialog | PlanDialog | Question | None = (
            None
        )
        self.banner = Banner()
        self.revealed = RevealBox()
        self._name = PlainLabel("", "title").wrapping()
        self._grade, self._owner = Pill(), Pill("", "accent")
        self._facts = FactGrid()
        self._note = PlainLabel("", "dim").wrapping().selectable()
        self.history = CustomerHistory()
        self.history.unit_wanted.connect(
            lambda key: self.jump.emit(Jump("board", Topic.UNIT, key))
        )
        self.visit_button = button(
            self.tr("Register a visit"), self._visit, "user-plus", "primary"
        )
        self.edit_button = button(self.tr("Edit…"), self.edit, "pencil")
        self.reveal_button = button(self.tr("Show numbers…"), self.reveal, "eye")
        self.plan_button = button(self.tr("Buying plan…"), self.make_plan, "file-text")
        self.hand_button = button(self.tr("Hand over…"), self.hand_over, "users")
        self.merge_button = button(self.tr("Merge…"), self.merge, "merge")
        self._lay()
        self.show_card(None)

    def show_card(self, card: CustomerCard | None) -> None:
        """Show *card*; numbers revealed for another customer are masked."""
        same = card is not None and self.card is not None and card.id == self.card.id
        self.card = card
        self._stack.setCurrentIndex(0 if card is None else 1)
        if not same:
            self.revealed.hide_numbers()
            self.banner.clear()
            self.history.clear()
        if card is None:
            return
        self._show_facts(card)
        self._show_buttons(card)
        self._ask_history(card.id)

    def renew(self) -> None:
        """Ask for the shown customer again."""
        if self.card is not None:
            self._link.ask(self, self._renewed, customer, self.card.id)

    def edit(self) -> None:
        """Open the form that corrects the customer's particulars."""
        if self.card is not None and "EditCustomer" in self._rights:
            dialog = EditDialog(self._link, self.card, self._rights, self.window())
            self.dialog = dialog
            dialog.saved.connect(self._edited)
            dialog.finished.connect(self._closed)
            dialog.open()

    def reveal(self) -> None:
        """Ask for the reason, then show the whole numbers for half a minute."""
        if self.card is None:
            return
        card = self.card
        question = Question(
            self.window(),
            self.tr("Show the whole numbers of {name}?").format(name=card.name),
            self.tr("The journal keeps who looked, when and why."),
            self.tr("Show"),
            reason=2,
        )
        self.dialog = question
        question.finished.connect(self._closed)
        later(question, lambda reason: self._reveal(card, reason))

    def hand_over(self) -> None:
        """Give the customer to another consultant."""
        if self.card is not None:
            dialog = HandOverDialog(self._link, self.card, self.window())
            self.dialog = dialog
            dialog.saved.connect(self._handed)
            dialog.finished.connect(self._closed)
            dialog.open()

    def make_plan(self) -> None:
        """Open the form of a buying plan for this customer."""
        if self.card is not None:
            dialog = PlanDialog(self._link, self.window(), customer=(self.card.id, self.card.name))
            self.dialog = dialog
            dialog.open()

    def merge(self) -> None:
        """Join this customer with another record of the same person."""
        if self.card is not None:
            dialog = MergeDialog(self._link, self.card, self.window())
            self.dialog = dialog
            dialog.merged.connect(self._merged)
            dialog.finished.connect(self._closed)
            dialog.open()

    def _closed(self, _code: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _reveal(self, card: CustomerCard, reason: str) -> None:
        command = RevealCustomer(customer=CustomerId(card.id), reason=reason)

        def done(answer: dict[str, object]) -> None:
            if self.card is None or self.card.id != card.id:
                return
            phones, number = answer["phones"], str(answer["id_number"])
            shown = [str(phone) for phone in phones] if isinstance(phones, list) else []
            self.revealed.show_numbers([*shown, *([number] if number else [])])

        self._link.do(self, command, done, refused=self.banner.refuse)

    def _renewed(self, card: CustomerCard) -> None:
        if self.card is None or card.id != self.card.id:
            return
        if card.merged_into is not None:
            self.other_wanted.emit(card.merged_into)
        else:
            self.show_card(card)

    def _edited(self, name: str) -> None:
        self.told.emit(self.tr("Saved: {name}").format(name=name))
        self.renew()

    def _handed(self, words: str) -> None:
        self.told.emit(words)
        self.renew()

    def _merged(self, kept: int) -> None:
        self.told.emit(self.tr("The two records are one now."))
        self.other_wanted.emit(kept)

    def _ask_history(self, key: int) -> None:
        link, history = self._link, self.history

        def still() -> bool:
            return self.card is not None and self.card.id == key

        if "visit_register" in self._rights:
            link.ask(
                self, lambda v: history.show_visits(v) if still() else None, visit_register,
                customer=key,
            )  # fmt: skip
        if "follow_ups_due" in self._rights:
            link.ask(
                self, lambda f: history.show_follow_ups(f) if still() else None, follow_ups_due,
                everyone=True, customer=key,
            )  # fmt: skip
        if "spot_checks" in self._rights:
            link.ask(
                self, lambda c: history.show_checks(c) if still() else None, spot_checks,
                customer=CustomerId(key),
            )  # fmt: skip
        if "unit_line" in self._rights:
            link.ask(
                self, lambda p: history.show_places(p) if still() else None, unit_line,
                customer=CustomerId(key),
            )  # fmt: skip
        link.ask(
            self, lambda d: history.show_deals(d) if still() else None, deals,
            live_only=False, customer=key,
        )  # fmt: skip

    def _show_facts(self, card: CustomerCard) -> None:
        self._name.setText(card.name)
        grade = self.tr("Grade {grade}").format(grade=card.grade) if card.grade else ""
        self._grade.show_text(grade, "good" if card.grade in {"A", "B"} else "")
        mine = card.consultant_id == self._link.seat.person.id
        self._owner.show_text(self.tr("Mine") if mine else "", "accent")
        number = card.id_number
        if number and card.id_kind:
            kind = say("id kinds", card.id_kind)
            number = f"{number}\n{kind}"
        self._facts.show_facts(
            (
                (self.tr("Phone"), "\n".join(card.phones)),
                (self.tr("Consultant"), card.consultant),
                (self.tr("Last contact"), moment(card.last_contact_at)),
                (self.tr("Entries"), str(card.visits)),
                (self.tr("Units"), listed(card.units)),
                (self.tr("ID number"), number),
                (self.tr("Address"), card.address),
            )
        )
        self._note.setText(card.note)
        self._note.setVisible(bool(card.note))

    def _show_buttons(self, card: CustomerCard) -> None:
        masked = any("*" in text for text in (*card.phones, card.id_number))
        for what, shown in (
            (self.visit_button, "RegisterVisit" in self._rights),
            (self.edit_button, "EditCustomer" in self._rights),
            (self.reveal_button, masked and "RevealCustomer" in self._rights),
            (self.plan_button, "buying_plan" in self._rights),
            (self.hand_button, "HandOver" in self._rights),
            (self.merge_button, "MergeCustomers" in self._rights),
        ):
            what.setVisible(shown)

    def _lay(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 8, 0)
        within.setSpacing(10)
        top = Card()
        head = row(self._name, self._owner, self._grade)
        head.setStretch(0, 1)
        top.body.addLayout(head)
        for part in (self._facts, self.revealed, self._note, self.banner):
            top.body.addWidget(part)
        top.body.addLayout(row(self.visit_button, self.edit_button, self.plan_button, None))
        top.body.addLayout(row(self.reveal_button, self.hand_button, self.merge_button, None))
        events = Card()
        events.body.addWidget(PlainLabel(self.tr("History"), "heading"))
        events.body.addWidget(self.history)
        within.addWidget(top)
        within.addWidget(events)
        within.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        nothing = EmptyState(
            self.tr("No customer chosen"), self.tr("Search, then choose a line."), "user"
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(nothing)
        self._stack.addWidget(scroll)

    def _visit(self) -> None:
        if self.card is not None:
            self.visit_wanted.emit(self.card)
