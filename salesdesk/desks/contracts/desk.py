"""The contracts desk: the list of deals, the panel of one, and the forms that carry it on."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.contracts.columns import DealColumns
from salesdesk.desks.contracts.doings import DealDoings
from salesdesk.desks.contracts.panel import DealPanel
from salesdesk.desks.contracts.steps import AFTER_A_REFUSAL, next_step, open_steps, state_of
from salesdesk.desks.contracts.tabs import LIVE, PAST, VIEWS, TabWords, divided, tab_of
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import EmptyState
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.listdesk import ListDesk, beside
from salesdesk.desks.widgets.scans import Scans
from salesdesk.desks.widgets.seeker import DealSeeker, Sought
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.office.sales.change_queries import deal_versions
from salesdesk.office.sales.change_sheets import DealVersion
from salesdesk.office.sales.due_queries import DueCard, payment_schedule
from salesdesk.office.sales.queries import buyers, deals
from salesdesk.office.sales.sheets import BuyerLine, DealCard

_TICK_MS = 1000
_SOON_S = 300


class ContractsDesk(ListDesk):
    """A consultant sees his own deals, everybody else who may come here all of them."""

    topics = frozenset(
        {
            Topic.DEAL,
            Topic.UNIT,
            Topic.RECEIPT,
            Topic.REFUND,
            Topic.CUSTOMER,
            Topic.REQUEST,
            Topic.EVERYTHING,
        }
    )

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._cards: dict[int, DealCard] = {}
        self._over: dict[int, DealCard] = {}
        self._sought = Sought()
        self._wish: Jump | None = None
        self._fresh: set[str] = set()
        self._customer: int | None = None
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._words = TabWords()
        for title in self._words.names():
            self.tabs.addTab(title)
        self.search = DealSeeker(link)
        self._empty = EmptyState(icon_name="file-text", title="")
        listed = DealColumns(link.seat.person.role).columns()
        self.table = CardTable("contracts", listed, lambda c: c.id, self._empty)
        self.table.title = self.tr("Deals")
        self.count = PlainLabel("", "dim")
        self.panel = DealPanel(link.rights)
        self.doings = DealDoings(link, self)
        self.scans = Scans(link, self, self.panel.scans)
        self._lay()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._connect()

    @override
    def refresh(self) -> None:
        super().refresh()
        self.link.ask(self, self._live_came, deals)
        if self.tabs.currentIndex() != LIVE or "over" not in self._fresh:
            self._ask_over()

    @override
    def receive(self, jump: Jump) -> None:
        self.search.clear()
        self._customer = jump.key if jump.topic is Topic.CUSTOMER else None
        self.tabs.setCurrentIndex(LIVE)
        self._wish = jump
        self._fresh.clear()
        self.refresh()
        self._ask_over()

    @override
    def place(self) -> object:
        card = self.table.current()
        return (self.tabs.currentIndex(), card.id if card is not None else 0)

    @override
    def go(self, place: object) -> None:
        if isinstance(place, tuple):
            self.tabs.setCurrentIndex(int(place[0]))
            self._wish = Jump("contracts", Topic.DEAL, int(place[1]))

    @override
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Ctrl+F", self.tr("Find a deal")),
            ("Return", self.tr("Take the next step of the chosen deal")),
            ("Ctrl+Return", self.tr("Write the subscription agreement")),
        )

    @override
    def views(self) -> Sequence[str]:
        return VIEWS

    @override
    def show_page(self, name: str) -> None:
        if name in VIEWS:
            self.tabs.setCurrentIndex(VIEWS.index(name))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.search.setFocus()

    def shown_tab(self) -> int:
        """Give the tab shown, one of `contracts.tabs`."""
        return self.tabs.currentIndex()

    def _lay(self) -> None:
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.tabs)
        lines.addWidget(self.search)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.count)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 12)
        whole.addWidget(beside(left, self.panel, (776, 354), (6, 5)))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _at: self._turned())
        self.search.sought.connect(self._seek)
        self.search.left_down.connect(self.table.view.setFocus)
        self.search.entered.connect(self.table.view.setFocus)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._take_next)
        self.panel.wanted.connect(lambda step: self._take(step.name))
        self.panel.board_wanted.connect(self._show_board)
        self.panel.waits.wanted.connect(self._show_request)
        self.panel.versions.wanted.connect(self.doings.print_change)
        self.panel.versions.other_wanted.connect(self._show_deal)
        self.doings.jump.connect(self.jump.emit)
        self.scans.told.connect(self._told)
        self.scans.refused.connect(self._refused)
        self.doings.told.connect(self._told)
        self.doings.refused.connect(self._refused)
        self.add_keys(
            {
                "Ctrl+F": self.search.setFocus,
                "Ctrl+Return": lambda: self._take("subscribe"),
            }
        )

    def _live_came(self, cards: tuple[DealCard, ...]) -> None:
        self._cards = {card.id: card for card in cards}
        self._fresh.add("live")
        self._show()

    def _ask_over(self) -> None:
        self.link.ask(self, self._over_came, deals, live_only=False)

    def _over_came(self, cards: tuple[DealCard, ...]) -> None:
        self._over = {card.id: card for card in cards if not card.live}
        self._fresh.add("over")
        self._show()

    def _show(self) -> None:
        """Put the deals of the tab into the list and renew the panel."""
        over = [card for card in self._over.values() if card.id not in self._cards]
        lists, names = divided(self._cards.values(), over), self._words.names()
        for at, cards in enumerate(lists[:PAST]):
            self.tabs.setTabText(at, f"{names[at]}  {len(cards)}" if cards else names[at])
        shown, tab = lists[self.tabs.currentIndex()], self.tabs.currentIndex()
        self.table.title = self.tr("Deals") if tab == LIVE else names[tab]
        self._say_empty()
        self.table.set_lines(shown)
        self._keep()
        paid = sum(card.paid_fen for card in shown)
        words = self.tr("%n deal(s), paid {paid}", "", len(shown))
        self.count.setText(words.format(paid=money(paid)))
        self._fulfil()
        if self.table.current() is None and self.table.model.rowCount():
            self.table.choose(self.table.model.key_at(0))
        self._chosen(self.table.current())

    def _fulfil(self) -> None:
        """Show what somebody jumped here for, and open its form."""
        wish = self._wish
        if wish is None or "live" not in self._fresh:
            return
        every = {**self._over, **self._cards}
        card = next((c for c in every.values() if _meant(c, wish)), None)
        if card is None:
            if "over" in self._fresh:
                self._wish = None
            return
        self._wish = None
        tab = tab_of(card)
        if tab != self.tabs.currentIndex():
            self._wish = wish
            self.tabs.setCurrentIndex(tab)
            return
        self.table.choose(card.id)
        if wish.act:
            self.panel.show_card(card)
            self._take(wish.act)

    def _keep(self) -> None:
        customer = self._customer
        if customer is not None:
            self.table.set_keep(lambda card: card.customer_id == customer)
        else:
            self.table.set_keep(self._sought.fits if self._sought.text else None)

    def _seek(self, sought: Sought) -> None:
        self._sought = sought
        if sought.text:
            self._customer = None
        self._keep()
        self._say_empty()
        if self.table.current() is None and self.table.model.rowCount():
            self.table.choose(self.table.model.key_at(0))

    def _say_empty(self) -> None:
        if self._sought.text or self._customer is not None:
            detail = self.tr("No deal here fits. Try the unit, the name or the phone.")
            self._empty.say(self.tr("Nothing found"), detail)
        else:
            self._empty.say(*self._words.empty(self.tabs.currentIndex()))

    def _chosen(self, card: DealCard | None) -> None:
        if card is None:
            self.panel.show_nothing()
            return
        other = self.panel.card is None or self.panel.card.id != card.id
        if card.agreement:  # money collected for others changes the schedule alone
            self._ask_schedule(card.id)
        if not other and self.panel.card == card:
            return
        self.panel.show_card(card)
        self.scans.show_of(Topic.DEAL, card.id, self._words.papers(card, ()))
        if card.agreement:
            self.link.ask(self, lambda lines: self._buyers_came(card.id, lines), buyers, card.id)
            if self.link.may("deal_versions"):
                self.link.ask(
                    self, lambda lines: self._versions_came(card.id, lines), deal_versions, card.id
                )

    def _buyers_came(self, deal: int, lines: tuple[BuyerLine, ...]) -> None:
        if self.panel.card is not None and self.panel.card.id == deal:
            self.panel.show_buyers(lines)

    def _ask_schedule(self, deal: int) -> None:
        self.link.ask(self, lambda lines: self._schedule_came(deal, lines), payment_schedule, deal)

    def _schedule_came(self, deal: int, lines: tuple[DueCard, ...]) -> None:
        if self.panel.card is not None and self.panel.card.id == deal:
            self.panel.show_schedule(lines)

    def _versions_came(self, deal: int, lines: tuple[DealVersion, ...]) -> None:
        if self.panel.card is not None and self.panel.card.id == deal:
            self.panel.versions.show_versions(lines)
            self.scans.show_of(Topic.DEAL, deal, self._words.papers(self.panel.card, lines))

    def _take_next(self, card: DealCard) -> None:
        self.panel.show_card(card)
        self._take(next_step(card))

    def _take(self, name: str) -> None:
        """Take the step *name* of the deal shown, where state and rights allow it."""
        card = self.panel.card
        if card is None or not name:
            return
        open_ = {step.name for step in open_steps(card, self.link.rights)}
        if name == "change mode" and self.link.may("RequestMode"):
            open_.add("change")  # after the contract too, where the office finds the loan refused
        for form, step in AFTER_A_REFUSAL.get(name, ((name, name),)):
            if step in open_:
                self.panel.banner.clear()
                self.doings.take(form, card)
                return
        problem = self.tr("This step is not open now, or not yours.")
        self.panel.banner.say(problem, self.panel.hint.text(), "warn")

    def _show_deal(self, deal: int) -> None:
        """Show another deal, on whichever tab it stands."""
        self.receive(Jump("contracts", Topic.DEAL, deal))

    def _show_request(self, request: int) -> None:
        self.jump.emit(Jump("approvals", Topic.REQUEST, request))

    def _show_board(self) -> None:
        if self.panel.card is not None:
            self.jump.emit(Jump("board", Topic.UNIT, self.panel.card.unit_id))

    def _told(self, words: str) -> None:
        self.told.emit(words)
        self.panel.banner.say(words, "", "good")
        self.table.view.setFocus()  # the button pressed may be gone
        self.refresh()
        self._ask_over()

    def _refused(self, error: UserError) -> None:
        self.panel.banner.refuse(error)
        self.refresh()

    def _turned(self) -> None:
        self._show()
        self.refresh()

    def _tick(self) -> None:
        if self.isVisible():
            self.panel.tick()
            self.table.view.viewport().update()


def _meant(card: DealCard, wish: Jump) -> bool:
    if wish.topic is Topic.UNIT:
        return card.unit_id == wish.key and state_of(card) is not None
    if wish.topic is Topic.CUSTOMER:
        return card.customer_id == wish.key
    return card.id == wish.key
