"""A customer looked up by name, pinyin, initials or a piece of the phone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from salesdesk.desks.link import Link
from salesdesk.desks.widgets.gathering import typed
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.office.customers.queries import find_customers
from salesdesk.office.customers.sheets import CustomerCard

_MOST = 30


class CustomerPicker(QWidget):
    """A search field and who was found; *without* is left out.

    Signals:
        picked: the `CustomerCard` chosen, or None.
    """

    picked = Signal(object)

    def __init__(self, link: Link, without: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._without = without
        self._turn = 0
        self._cards: dict[int, CustomerCard] = {}
        self.search = QLineEdit()
        self.search.setProperty("role", "search")
        self.search.setPlaceholderText(self.tr("Name, pinyin, initials or part of the phone"))
        self.search.setAccessibleName(self.tr("Search customers"))
        self.search.setMaxLength(60)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Customers found"))
        self.none = PlainLabel(self.tr("Nobody found"), "dim")
        self.none.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.list, self.none):
            lines.addWidget(part)
        self._pause = typed(self, self.look_up)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self.look_up)
        self.list.itemSelectionChanged.connect(self._tell)
        self.setFocusProxy(self.search)

    def look_up(self) -> None:
        """Ask for whoever fits what is typed."""
        self._pause.stop()
        self._turn += 1
        turn, text = self._turn, self.search.text().strip()

        def came(cards: tuple[CustomerCard, ...]) -> None:
            if turn == self._turn:
                self._show(cards)

        if text:
            self._link.ask(self, came, find_customers, text, _MOST)
        else:
            self._show(())

    def card(self) -> CustomerCard | None:
        """Give the customer chosen."""
        chosen = self.list.selectedItems()
        return self._cards[chosen[0].data(Qt.ItemDataRole.UserRole)] if chosen else None

    def _show(self, cards: tuple[CustomerCard, ...]) -> None:
        self._cards = {card.id: card for card in cards if card.id != self._without}
        self.list.clear()
        for card in self._cards.values():
            words = " · ".join(
                filter(None, (card.name, *card.phones, card.grade, card.consultant))
            )
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, card.id)
            self.list.addItem(item)
        self.none.setVisible(bool(self.search.text().strip()) and not self._cards)
        if self._cards:
            self.list.setCurrentRow(0)
        self._tell()

    def _tell(self) -> None:
        self.picked.emit(self.card())
