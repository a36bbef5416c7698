"""Giving a customer to another consultant, with the follow-ups that are still open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner
from salesdesk.desks.widgets.labels import Pill, PlainLabel, button, row
from salesdesk.desks.widgets.sending import Sending
from salesdesk.kernel.keys import CustomerId, PersonId
from salesdesk.office.customers.commands import HandOver
from salesdesk.office.customers.sheets import CustomerCard
from salesdesk.office.staff.queries import people
from salesdesk.office.staff.rules import Role
from salesdesk.office.staff.sheets import PersonCard


class HandOverDialog(QDialog):
    """Asks to whom the customer goes.

    Signals:
        saved: a short text on what was done.
    """

    saved = Signal(object)

    def __init__(self, link: Link, card: CustomerCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._card = card
        self.setWindowTitle(self.tr("Hand over a customer"))
        self.setMinimumWidth(420)
        self.banner = Banner()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Consultants"))
        self.yes = button(self.tr("Hand over"), self.save, "users", "primary")
        mark = Pill()
        self.sending = Sending(link, self, self.banner, mark)
        self.sending.lock(self.yes, self.list)
        self.sending.allow(self.yes, allowed=False)
        title = self.tr("Hand {name} over to").format(name=card.name)
        now = self.tr("Looked after by {name}; open follow-ups go along.")
        nobody = self.tr("Nobody looks after this customer yet.")
        words = now.format(name=card.consultant) if card.consultant else nobody
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 16)
        lines.setSpacing(12)
        lines.addWidget(PlainLabel(title, "heading").wrapping())
        lines.addWidget(PlainLabel(words, "dim").wrapping())
        lines.addWidget(self.banner)
        lines.addWidget(self.list)
        lines.addLayout(row(mark, None, button(self.tr("Cancel"), self.reject), self.yes))
        self.list.itemSelectionChanged.connect(self._chosen)
        self.list.itemActivated.connect(lambda _item: self.save())
        link.ask(self, self._people_came, people)

    def save(self) -> None:
        """Hand the customer over; a refusal is shown here."""
        chosen = self.list.selectedItems()
        if not chosen or not self.yes.isEnabled():
            return
        heir: int = chosen[0].data(Qt.ItemDataRole.UserRole)
        command = HandOver(customer=CustomerId(self._card.id), consultant=PersonId(heir))
        self.sending.send(command, self._done)

    def _chosen(self) -> None:
        self.sending.allow(self.yes, allowed=bool(self.list.selectedItems()))

    def _people_came(self, cards: tuple[PersonCard, ...]) -> None:
        for card in cards:
            if card.role == Role.CONSULTANT and card.id != self._card.consultant_id:
                item = QListWidgetItem(card.name)
                item.setData(Qt.ItemDataRole.UserRole, card.id)
                self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.banner.say(
                self.tr("There is no other consultant."),
                self.tr("The administrator adds people."),
                "warn",
            )

    def _done(self, _customer: int) -> None:
        chosen = self.list.selectedItems()
        words = self.tr("{customer} is looked after by {consultant} now.")
        to = chosen[0].text() if chosen else ""
        self.saved.emit(words.format(customer=self._card.name, consultant=to))
        self.accept()
