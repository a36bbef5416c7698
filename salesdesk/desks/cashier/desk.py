"""The cashier's desk: its pages, what it hears, and how one jumps into it."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout
from typing_extensions import override

from salesdesk.desks.cashier.ageing import AgeingPage
from salesdesk.desks.cashier.closes import ClosesPage
from salesdesk.desks.cashier.collections import CollectionsPage
from salesdesk.desks.cashier.day import DayPage
from salesdesk.desks.cashier.deposit import DepositPage
from salesdesk.desks.cashier.months import MonthsPage
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.cashier.payment import PaymentPage
from salesdesk.desks.cashier.receipts import ReceiptsPage
from salesdesk.desks.cashier.refunds import RefundsPage
from salesdesk.desks.cashier.reminders import RemindersPage
from salesdesk.desks.cashier.supervised import SupervisedPage
from salesdesk.desks.cashier.taking import TakingPage
from salesdesk.desks.cashier.transfers import TransfersPage
from salesdesk.desks.cashier.vouchers import VouchersPage
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.desk import Desk, Jump
from salesdesk.desks.widgets.gathering import gathered
from salesdesk.kernel.change import Change, Topic
from salesdesk.office.inventory.queries import unit_card
from salesdesk.office.inventory.sheets import UnitCard

_KEYS = (
    "F2",
    "F7",
    "F3",
    "F4",
    "F6",
    "F8",
    "F9",
    "F12",
    "F11",
    "Shift+F7",
    "Shift+F9",
    "Shift+F8",
    "Shift+F6",
)
_NAMES = (
    "deposit", "payment", "receipts", "refunds", "day", "closes", "transfers", "months", "ageing",
    "supervised", "vouchers", "reminders", "collections",
)  # fmt: skip


class CashierDesk(Desk):
    """Takes money and gives paper for it; managers and administrators may look."""

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self.printer = ReceiptPrinter(link, self)
        self.deposit = DepositPage(link, self.printer) if link.may("TakeDeposit") else None
        self.payment = PaymentPage(link, self.printer) if link.may("TakePayment") else None
        self.receipts = ReceiptsPage(link, self.printer)
        self.refunds = RefundsPage(link, self.printer)
        self.day = DayPage(link, self.printer)
        self.closes = ClosesPage(link, self.printer) if link.may("day_closes") else None
        self.transfers = TransfersPage(link) if link.may("transfers") else None
        self.months = MonthsPage(link, self.printer) if link.may("months", "month_paper") else None
        self.ageing = AgeingPage(link) if link.may("ageing") else None
        self.supervised = SupervisedPage(link) if link.may("not_in_account") else None
        self.vouchers = VouchersPage(link) if link.may("voucher_run") else None
        self.reminders = RemindersPage(link, self.printer) if link.may("reminders") else None
        self.collections = (
            CollectionsPage(link) if link.may("collections", "deposits_held") else None
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        mine = link.may("CountCash")
        day_title = self.tr("My day") if mine else self.tr("Cashier's day")
        pages: list[tuple[Page | None, str]] = [
            (self.deposit, self.tr("Take a deposit")),
            (self.payment, self.tr("Take a payment")),
            (self.receipts, self.tr("Receipts")),
            (self.refunds, self.tr("Refunds")),
            (self.day, day_title),
            (self.closes, self.tr("Day closes")),
            (self.transfers, self.tr("Transfers")),
            (self.months, self.tr("Months")),
            (self.ageing, self.tr("Receivables")),
            (self.supervised, self.tr("Supervised account")),
            (self.vouchers, self.tr("Vouchers")),
            (self.reminders, self.tr("Reminders")),
            (self.collections, self.tr("Collections")),
        ]
        self._stale: set[Page] = set()
        self._views: dict[str, Page] = {}
        self._titles: dict[str, str] = {}
        for (page, title), key, name in zip(pages, _KEYS, _NAMES, strict=True):
            if page is not None:
                self._add(page, title, key)
                self._views[name] = page
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 6, 14, 12)
        lines.addWidget(self.tabs)
        self._renew = gathered(self, self._renew_shown)
        self.tabs.currentChanged.connect(self._turned)
        self.printer.closed.connect(self._paper_closed)
        link.changed.connect(self._heard)

    def pages(self) -> list[Page]:
        """Give the pages this person has, in order."""
        found = (self.tabs.widget(at) for at in range(self.tabs.count()))
        return [page for page in found if isinstance(page, Page)]

    def current(self) -> Page:
        """Give the page shown."""
        return self.pages()[self.tabs.currentIndex()]

    @override
    def refresh(self) -> None:
        self._stale = set(self.pages())
        self._renew_shown()

    @override
    def receive(self, jump: Jump) -> None:
        if jump.topic is Topic.RECEIPT:
            self.tabs.setCurrentWidget(self.receipts)
            self.receipts.seek(jump.key)
        elif jump.topic is Topic.REFUND:
            self.tabs.setCurrentWidget(self.refunds)
            self.refunds.seek(jump.key)
        elif jump.topic is Topic.UNIT:
            self._receive_unit(jump)

    @override
    def print_view(self) -> None:
        page = self.current()
        if page is self.day:
            self.day.print_day()
            return
        table = page.shown_table()
        if table is not None:
            table.print_view()

    @override
    def export_view(self) -> None:
        table = self.current().shown_table()
        if table is not None:
            table.export()

    @override
    def unsaved(self) -> bool:
        return any(page.dirty() for page in self.pages())

    @override
    def place(self) -> object:
        return self.tabs.currentIndex()

    @override
    def go(self, place: object) -> None:
        if isinstance(place, int) and 0 <= place < self.tabs.count():
            self.tabs.setCurrentIndex(place)

    @override
    def keys(self) -> Sequence[tuple[str, str]]:
        pages = list(self._titles.items())
        if self.deposit is None:
            return pages
        return [
            *pages,
            ("Alt+1 … Alt+5", self.tr("Usual amounts; Alt+5 all the room up to 20 %")),
            ("Up / Down", self.tr("Another way of paying, in the amount")),
            ("+", self.tr("A second way of paying on the same receipt")),
            ("Alt+1 … Alt+3", self.tr("Payment: what is next, all that is due, all that is open")),
            (
                "Ctrl+H",
                self.tr("Payment: share the money out by hand; Alt+4 takes what is shared out"),
            ),
            ("Return", self.tr("Take the money")),
            ("Esc", self.tr("Back to the list")),
            ("Ctrl+R", self.tr("Print the chosen receipt")),
        ]

    @override
    def views(self) -> Sequence[str]:
        return tuple(self._views)

    @override
    def show_page(self, name: str) -> None:
        page = self._views.get(name)
        if page is None:
            return
        self.tabs.setCurrentWidget(page)
        if isinstance(page, TakingPage):
            page.open_first()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew_shown()
        self.current().arrive()

    def _add(self, page: Page, title: str, key: str) -> None:
        self.tabs.addTab(page, title)
        self.tabs.setTabToolTip(self.tabs.count() - 1, f"{title} ({key})")
        self._titles[key] = title
        page.told.connect(self.told.emit)
        page.jump.connect(self.jump.emit)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(lambda: self.tabs.setCurrentWidget(page))

    def _receive_unit(self, jump: Jump) -> None:
        page = self.payment if jump.act == "payment" else self.deposit
        if jump.act == "refund" or page is None:
            self.tabs.setCurrentWidget(self.refunds)
            self.link.ask(self, self._refund_of, unit_card, jump.key)
        else:
            self.tabs.setCurrentWidget(page)
            page.open_unit(jump.key)
            page.refresh()

    def _refund_of(self, card: UnitCard) -> None:
        self.refunds.seek_unit(card.code)

    def _heard(self, changes: frozenset[Change]) -> None:
        topics = {change.topic for change in changes}
        self._stale |= {page for page in self.pages() if not topics.isdisjoint(page.topics)}
        if self._stale and not self._renew.isActive():
            self._renew.start()

    def _renew_shown(self) -> None:
        page = self.current()
        if page in self._stale and self.isVisible():
            self._stale.discard(page)
            page.refresh()

    def _turned(self) -> None:
        self._renew_shown()
        self.current().arrive()

    def _paper_closed(self) -> None:
        self.current().arrive()
