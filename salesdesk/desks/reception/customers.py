"""Customers: found by name, pinyin, initials or a piece of the phone; one shown beside the list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.reception.customer_panel import CustomerPanel
from salesdesk.desks.reception.page import ReceptionPage
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column, Kind
from salesdesk.desks.widgets.gathering import typed
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.table import CardTable
from salesdesk.kernel.change import Topic
from salesdesk.office.customers.queries import customer, customers, find_customers
from salesdesk.office.customers.sheets import CustomerCard
from salesdesk.office.staff.rules import Role


class CustomersPage(ReceptionPage):
    """The list of customers and everything about the chosen one."""

    topics = frozenset({Topic.CUSTOMER, Topic.VISIT, Topic.FOLLOW_UP, Topic.DEAL})

    def __init__(self, link: Link, rights: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(link, rights, parent)
        self._turn = 0
        self._sought: int | None = None
        self.banner = Banner()
        self.search = QLineEdit()
        self.search.setProperty("role", "search")
        self.search.setPlaceholderText(
            self.tr("Name, pinyin, initials, part of the phone (Ctrl+F)")
        )
        self.search.setAccessibleName(self.tr("Search customers"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(300)
        self.search.setMaxLength(60)
        consultant = link.seat.person.role == Role.CONSULTANT
        self.mine = QCheckBox(self.tr("Only mine"))
        self.mine.setVisible(consultant)
        self.mine.setChecked(consultant)
        self.summary = PlainLabel("", "dim")
        self._empty = EmptyState("", "", "users")
        self.table = CardTable("reception-customers", self._columns(), _key, self._empty)
        self.table.title = self.tr("Customers")
        self.panel = CustomerPanel(link, rights)
        self._pause = typed(self, self._ask_lines)
        self._lay()
        self._connect()

    @override
    def ask(self) -> None:
        self._ask_lines()
        self.panel.renew()

    @override
    def print_view(self) -> None:
        self.table.print_view()

    @override
    def export_view(self) -> None:
        self.table.export()

    def open_customer(self, key: int) -> None:
        """Show the customer *key*, even where the list does not hold him."""
        self._sought = key
        if not self.table.choose(key):
            self.link.ask(self, self._sought_came, customer, key)

    def shown(self) -> int | None:
        """Give the id of the customer shown."""
        card = self.panel.card
        return None if card is None else card.id

    def _sought_came(self, card: CustomerCard) -> None:
        if card.merged_into is not None:
            self.open_customer(card.merged_into)
            return
        self._sought = card.id
        if card.id not in {line.id for line in self.table.model.all_lines()}:
            self.table.set_lines([card, *self.table.model.all_lines()])
        self.table.choose(card.id)
        self.panel.show_card(card)

    def _ask_lines(self) -> None:
        self._pause.stop()
        self._turn += 1
        turn, text = self._turn, self.search.text().strip()

        def came(cards: tuple[CustomerCard, ...]) -> None:
            if turn == self._turn:
                self._lines_came(cards, text)

        if text:
            self.link.ask(self, came, find_customers, text, 200)
        else:
            self.link.ask(self, came, customers, mine=self.mine.isChecked())

    def _lines_came(self, cards: Sequence[CustomerCard], text: str) -> None:
        if text:
            detail = self.tr("Try the pinyin initials, or the last four digits of the phone.")
            self._empty.say(self.tr("Nobody found"), detail)
        else:
            detail = self.tr("A customer is made when his first visit or call is registered.")
            self._empty.say(self.tr("No customers yet"), detail)
        wanted = self._sought
        kept = self.panel.card
        if wanted is not None and kept is not None and kept.id == wanted and not text:
            cards = cards if wanted in {card.id for card in cards} else [kept, *cards]
        self.table.set_lines(cards)
        self.summary.setText(self.tr("%n customer(/s)", "", len(cards)))
        if wanted is not None and self.table.choose(wanted):
            return
        if self.table.current() is None and cards:
            self.table.view.selectRow(0)

    def _columns(self) -> list[Column[CustomerCard]]:
        return [
            Column(self.tr("Name"), lambda c: c.name, width=110),
            Column(self.tr("Grade"), lambda c: c.grade, width=60),
            Column(self.tr("Phone"), lambda c: ", ".join(c.phones), width=124),
            Column(self.tr("Consultant"), lambda c: c.consultant, width=100),
            Column(self.tr("Entries"), lambda c: c.visits, Kind.COUNT, 84),
            Column(self.tr("Last contact"), lambda c: c.last_contact_at, Kind.MOMENT, 130),
        ]

    def _lay(self) -> None:
        out = button("", self.export_view, "file-spreadsheet", tip=self.tr("Export (Ctrl+E)"))
        paper = button("", self.print_view, "printer", tip=self.tr("Print (Ctrl+P)"))
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(row(self.search, self.mine, self.summary, None, out, paper, spacing=8))
        left.addWidget(self.banner)
        left.addWidget(self.table, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 12, 0, 0)
        across.setSpacing(16)
        across.addLayout(left, 1)
        across.addWidget(self.panel)

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _text: self._typed())
        self.search.textChanged.connect(lambda text: None if text else self._typed())
        self.search.returnPressed.connect(self._to_list)
        self.mine.toggled.connect(lambda _on: self._ask_lines())
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _card: self.panel.edit())
        self.panel.told.connect(self.told)
        self.panel.jump.connect(self.jump)
        self.panel.visit_wanted.connect(self.visit_wanted)
        self.panel.other_wanted.connect(self.open_customer)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _typed(self) -> None:
        self._sought = None
        self._pause.start()

    def _to_list(self) -> None:
        self._ask_lines()
        self.table.setFocus()

    def _chosen(self, card: CustomerCard | None) -> None:
        if card is not None and card.id != self._sought:
            self._sought = None
        self.panel.show_card(card)


def _key(card: CustomerCard) -> int:
    return card.id
