"""Two records of one person become one: looked up, shown side by side, confirmed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.reception.facts import FactGrid
from salesdesk.desks.reception.picker import CustomerPicker
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.labels import Card, Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.desks.wording import moment, say
from salesdesk.kernel.keys import CustomerId
from salesdesk.office.customers.commands import MergeCustomers
from salesdesk.office.customers.sheets import CustomerCard

_SIZE = (860, 560)


class MergeDialog(QDialog):
    """Joins *card* with the record chosen; which of the two stays is asked.

    Signals:
        merged: the id of the customer that stays.
    """

    merged = Signal(object)

    def __init__(self, link: Link, card: CustomerCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._card = card
        self.setWindowTitle(self.tr("Merge two records"))
        self.resize(*_SIZE)
        self.banner = Banner()
        self.picker = CustomerPicker(link, without=card.id)
        self.keep_this = QRadioButton(self.tr("Keep this record"))
        self.keep_other = QRadioButton(self.tr("Keep this record"))
        self.keep_this.setChecked(True)
        self._this, self._other = FactGrid(), FactGrid()
        self._names = PlainLabel(card.name, "heading"), PlainLabel("", "heading")
        self._says = PlainLabel("", "dim").wrapping()
        self.yes = button(self.tr("Merge"), self.save, "merge", "danger")
        self._mark = Pill()
        self.sending = Sending(link, self, self.banner, self._mark)
        self.sending.lock(self.yes)
        self._lay()
        self._this.show_facts(self._facts_of(card))
        self.picker.picked.connect(self._picked)
        self._picked(None)
        self.picker.setFocus()

    def save(self) -> None:
        """Join the two; a refusal is shown here."""
        other = self.picker.card()
        if other is None or not self.yes.isEnabled():
            return
        kept, gone = self._card, other
        if self.keep_other.isChecked():
            kept, gone = other, self._card
        command = MergeCustomers(customer=CustomerId(kept.id), other=CustomerId(gone.id))
        self.sending.send(command, self._done)

    def _done(self, kept: int) -> None:
        self.merged.emit(kept)
        self.accept()

    def _picked(self, card: CustomerCard | None) -> None:
        self.sending.allow(self.yes, allowed=card is not None)
        self._side.setVisible(card is not None)
        if card is not None:
            self._names[1].setText(card.name)
            self._other.show_facts(self._facts_of(card))
            words = self.tr(
                "Phones, visits and follow-ups of both go to the record kept. The other one"
                " stays readable in the journal. This cannot be undone."
            )
            self._says.setText(words)
        else:
            self._says.setText(self.tr("Look up the other record of the same person."))

    def _facts_of(self, card: CustomerCard) -> list[tuple[str, str]]:
        paper = " ".join(filter(None, (say("id kinds", card.id_kind), card.id_number)))
        return [
            (self.tr("Phone"), "\n".join(card.phones)),
            (self.tr("Grade"), card.grade),
            (self.tr("Consultant"), card.consultant),
            (self.tr("Entries"), str(card.visits)),
            (self.tr("Last contact"), moment(card.last_contact_at)),
            (self.tr("ID number"), paper if card.id_number else ""),
            (self.tr("Address"), card.address),
            (self.tr("Note"), card.note),
        ]

    def _lay(self) -> None:
        this = Card(margin=14)
        for part in (self._names[0], self._this, self.keep_this):
            this.body.addWidget(part)
        this.body.addStretch(1)
        self._side = Card(margin=14)
        for part in (self._names[1], self._other, self.keep_other):
            self._side.body.addWidget(part)
        self._side.body.addStretch(1)
        # Radio buttons exclude each other only among brothers: these two live in two cards.
        self.keep_this.toggled.connect(lambda on: self.keep_other.setChecked(not on))
        self.keep_other.toggled.connect(lambda on: self.keep_this.setChecked(not on))
        for radio in (self.keep_this, self.keep_other):
            radio.setAutoExclusive(False)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        sides.addWidget(this, 1)
        sides.addWidget(self._side, 1)
        grid = QGridLayout()
        grid.setSpacing(16)
        grid.addWidget(self.picker, 0, 0)
        grid.addLayout(sides, 0, 1)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 6)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 16)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(self.tr("Two records of the same person"), "heading"))
        lines.addWidget(self.banner)
        lines.addLayout(grid, 1)
        lines.addWidget(self._says)
        cancel = button(self.tr("Cancel"), self.reject)
        lines.addLayout(row(self._mark, None, cancel, self.yes))
