"""The reception desk: the form, the register, follow-ups, customers."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.link import Link
from salesdesk.desks.reception.customers import CustomersPage
from salesdesk.desks.reception.followups import FollowUpsPage
from salesdesk.desks.reception.page import ReceptionPage
from salesdesk.desks.reception.register import RegisterPage
from salesdesk.desks.reception.visits import VisitsPage
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.icons import icon
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.wording import local, long_day, now
from salesdesk.kernel.change import Change, Topic
from salesdesk.office.customers.queries import customer
from salesdesk.office.customers.sheets import CustomerCard


class Place(NamedTuple):
    """Where somebody was on this desk: the page's name and the customer shown."""

    page: str
    customer: int | None


class ReceptionDesk(Desk):
    """Four pages, of which each role sees those it may use."""

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(link, parent)
        rights = link.seat.rights
        self.pages: dict[str, ReceptionPage] = {}
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        if "RegisterVisit" in rights:
            self._add("form", RegisterPage(link, rights), self.tr("New entry"), "user-plus")
        if "visit_register" in rights:
            self._add("register", VisitsPage(link, rights), self.tr("Register"), "book-open")
        if "follow_ups_due" in rights:
            words = self.tr("Follow-ups")
            self._add("follow-ups", FollowUpsPage(link, rights), words, "bell")
        self.customers = CustomersPage(link, rights)
        self._add("customers", self.customers, self.tr("Customers"), "users")
        self._today = PlainLabel("", "dim")
        self._today.setContentsMargins(0, 0, 6, 0)
        self.tabs.setCornerWidget(self._today)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 8, 16, 12)
        lines.addWidget(self.tabs)
        link.changed.connect(self._heard)
        for at in range(self.tabs.count()):
            keys = QShortcut(QKeySequence(f"Ctrl+Shift+{at + 1}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda place=at: self.tabs.setCurrentIndex(place))

    def page(self) -> ReceptionPage:
        """Give the page shown."""
        name = list(self.pages)[self.tabs.currentIndex()]
        return self.pages[name]

    @override
    def views(self) -> Sequence[str]:
        return tuple(self.pages)

    @override
    def show_page(self, name: str) -> None:
        if name in self.pages:
            self.tabs.setCurrentWidget(self.pages[name])

    def show_found(self, kind: str, key: int) -> None:
        """Show what the search box found: *kind* "customer" and his id."""
        if kind == "customer":
            self.open_customer(key)

    def open_customer(self, key: int) -> None:
        """Show the customer *key* on the customers' page."""
        self.show_page("customers")
        self.customers.open_customer(key)

    def register_for(self, card: CustomerCard) -> None:
        """Open the form for a customer known already."""
        form = self.pages.get("form")
        if isinstance(form, RegisterPage):
            self.show_page("form")
            form.register_for(card)

    @override
    def refresh(self) -> None:
        self._today.setText(long_day(local(now()).date()))
        for page in self.pages.values():
            page.outdate()

    @override
    def receive(self, jump: Jump) -> None:
        follow_ups = self.pages.get("follow-ups")
        if jump.topic is Topic.CUSTOMER and jump.act == "visit" and jump.key:
            self.link.ask(self, self.register_for, customer, jump.key)
        elif jump.act == "visit" or jump.topic is Topic.VISIT:
            self.show_page("form" if jump.act == "visit" else "register")
        elif jump.topic is Topic.FOLLOW_UP and isinstance(follow_ups, FollowUpsPage):
            self.show_page("follow-ups")
            follow_ups.show_line(jump.key)
        elif jump.topic is Topic.CUSTOMER and jump.key:
            self.open_customer(jump.key)

    @override
    def print_view(self) -> None:
        self.page().print_view()

    @override
    def export_view(self) -> None:
        self.page().export_view()

    @override
    def unsaved(self) -> bool:
        return any(page.unsaved() for page in self.pages.values())

    @override
    def place(self) -> object:
        name = list(self.pages)[self.tabs.currentIndex()]
        return Place(name, self.customers.shown())

    @override
    def go(self, place: object) -> None:
        if not isinstance(place, Place):
            return
        if place.customer is not None:
            self.customers.open_customer(place.customer)
        self.show_page(place.page)

    @override
    def keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Shift+1 … 4", self.tr("The pages of this desk")),
            ("Ctrl+Return", self.tr("Register the entry, record the follow-up")),
            ("Return", self.tr("The next field of the form")),
            ("Esc", self.tr("Throw the entry away")),
            ("Ctrl+D", self.tr("All fields of the form")),
            ("← → Space", self.tr("Choose among chips; a digit or first letter does it too")),
            ("Alt+1 … 5", self.tr("Usual results of a follow-up")),
            ("Ctrl+F", self.tr("Search or filter the list")),
        )

    def _add(self, name: str, page: ReceptionPage, title: str, icon_name: str) -> None:
        self.pages[name] = page
        self.tabs.addTab(page, icon(icon_name, "dim", 16), title)
        page.told.connect(self.told)
        page.jump.connect(self.jump)
        page.customer_wanted.connect(self.open_customer)
        page.visit_wanted.connect(self.register_for)

    def _heard(self, changes: frozenset[Change]) -> None:
        for page in self.pages.values():
            page.hear(changes)
