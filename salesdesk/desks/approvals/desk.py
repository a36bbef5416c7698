"""The approvals desk: inbox, one's own requests, all of them, the reservations, the stand-ins."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from salesdesk.desks.approvals.columns import RequestColumns
from salesdesk.desks.approvals.doings import RequestDoings
from salesdesk.desks.approvals.panel import RequestPanel
from salesdesk.desks.approvals.standins import StandInPane
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.attachform import Place
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.desk import Jump
from salesdesk.desks.widgets.labels import PlainLabel, button, row
from salesdesk.desks.widgets.listdesk import ListDesk, beside
from salesdesk.desks.widgets.scans import Scans
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money
from salesdesk.kernel.change import Topic
from salesdesk.kernel.errors import UserError
from salesdesk.kernel.keys import RequestId
from salesdesk.office.approvals.queries import requests
from salesdesk.office.approvals.rules import RequestState
from salesdesk.office.approvals.sheets import RequestCard
from salesdesk.office.sales.reservations import ReservationLine, reservations

INBOX, MINE, ALL, RESERVED, AWAY = range(5)
"""The tabs: what waits for me, what I asked for, everything, who holds what, who signs for whom."""

_VIEWS = ("inbox", "mine", "all", "reservations", "stand-ins")


class ApprovalsDesk(ListDesk):
    """Who may sign begins in his inbox, everybody else with his own requests."""

    topics = frozenset(
        {Topic.REQUEST, Topic.UNIT, Topic.CUSTOMER, Topic.PERSON, Topic.PROJECT, Topic.EVERYTHING}
    )

    def __init__(self, link: Link) -> None:
        super().__init__(link)
        self._cards: tuple[RequestCard, ...] = ()
        self._wish = 0
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in self._tab_words()[: None if link.may("stand_ins") else AWAY]:
            self.tabs.addTab(words)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Unit, name or number"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Find a request"))
        columns = RequestColumns(self)
        self._empty = EmptyState(icon_name="signature", title="")
        self.table = CardTable("requests", columns.requests(), lambda c: c.id, self._empty)
        self.table.title = self.tr("Requests")
        self._none = EmptyState(
            self.tr("Nothing is reserved"),
            self.tr("A reservation is asked for on the sales control board and signed here."),
            "bookmark",
        )
        self.reserved = CardTable(
            "reservations", columns.reservations(), lambda line: line.request, self._none
        )
        self.reserved.title = self.tr("Reservations")
        self.count = PlainLabel("", "dim")
        self.banner = Banner()
        self.give_up = button(self.tr("Give it up…"), self._give_up, "undo-2")
        self.on_board = button(self.tr("Show on the board"), self._show_board, "layout-grid")
        self.panel = RequestPanel(link.rights)
        self.doings = RequestDoings(link, self)
        self.stand_ins = StandInPane(link)
        self.scans = Scans(link, self, self.panel.scans)
        self._lists = QStackedWidget()
        self._lay()
        self._connect()
        self.tabs.setCurrentIndex(INBOX if link.may("SignRequest") else MINE)
        self._turned()

    @override
    def refresh(self) -> None:
        super().refresh()
        self.link.ask(self, self._came, requests)
        if self.link.may("reservations"):
            self.link.ask(self, self._reserved_came, reservations)
        if self.link.may("stand_ins"):
            self.stand_ins.refresh()

    @override
    def receive(self, jump: Jump) -> None:
        self.search.clear()
        self._wish = jump.key if jump.topic is Topic.REQUEST else 0
        self.tabs.setCurrentIndex(ALL if self._wish else RESERVED)
        self.refresh()

    @override
    def place(self) -> object:
        return self.tabs.currentIndex()

    @override
    def go(self, place: object) -> None:
        if isinstance(place, int):
            self.tabs.setCurrentIndex(place)

    @override
    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Ctrl+F", self.tr("Find a request")),
            ("Return", self.tr("Sign the chosen request")),
        )

    @override
    def views(self) -> Sequence[str]:
        return _VIEWS[: self.tabs.count()]

    @override
    def show_page(self, name: str) -> None:
        if name in self.views():
            self.tabs.setCurrentIndex(_VIEWS.index(name))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.listed().view.setFocus()

    def _tab_words(self) -> tuple[str, ...]:
        return (
            self.tr("Waits for me"),
            self.tr("My requests"),
            self.tr("All requests"),
            self.tr("Reservations"),
            self.tr("Stand-ins"),
        )

    @override
    def listed(self) -> CardTable[Any]:
        others: dict[int, CardTable[Any]] = {RESERVED: self.reserved, AWAY: self.stand_ins.table}
        return others.get(self.tabs.currentIndex(), self.table)

    def _lay(self) -> None:
        asked = beside(self.table, self.panel, (700, 430), (6, 5))
        kept = QWidget()
        below = QVBoxLayout(kept)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.reserved, 1)
        below.addLayout(row(self.on_board, self.give_up, None))
        self._lists.addWidget(asked)
        self._lists.addWidget(kept)
        self._lists.addWidget(self.stand_ins)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 12)
        whole.setSpacing(8)
        head = row(self.tabs, self.search, spacing=12)
        head.setStretch(1, 1)
        whole.addLayout(head)
        whole.addWidget(self.banner)
        whole.addWidget(self._lists, 1)
        whole.addWidget(self.count)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _at: self._turned())
        self.search.textChanged.connect(self._seek)
        self.search.returnPressed.connect(self._into_list)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _card: self._take("sign"))
        self.reserved.chosen.connect(self._reservation_chosen)
        self.reserved.opened.connect(lambda _line: self._show_board())
        self.panel.wanted.connect(self._take)
        for doings in (self.doings, self.stand_ins, self.scans):
            doings.told.connect(self._told)
            doings.refused.connect(self._refused)
        self.add_keys({"Ctrl+F": self.search.setFocus})

    def _came(self, cards: tuple[RequestCard, ...]) -> None:
        self._cards = cards
        self._show()

    def _reserved_came(self, lines: tuple[ReservationLine, ...]) -> None:
        self.reserved.set_lines(lines)
        if self.reserved.current() is None and lines:
            self.reserved.choose(lines[0].request)
        self._say()

    def _show(self) -> None:
        """Put the requests of the tab into the list."""
        me = self.link.seat.person.id
        inbox = [card for card in self._cards if card.may_sign]
        mine = [card for card in self._cards if card.asker_id == me]
        words = self._tab_words()[INBOX]
        self.tabs.setTabText(INBOX, f"{words}  {len(inbox)}" if inbox else words)
        at = self.tabs.currentIndex()
        self.table.set_lines({INBOX: inbox, MINE: mine}.get(at, list(self._cards)))
        if self._wish and self.table.choose(self._wish):
            self._wish = 0
        if self.table.current() is None and self.table.model.rowCount():
            self.table.choose(self.table.model.key_at(0))
        self._chosen(self.table.current())
        self._say()

    def _say(self) -> None:
        """Say how many there are, or why there are none."""
        if self.tabs.currentIndex() == RESERVED:
            lines = self.reserved.model.lines()
            words = self.tr("%n unit(s) reserved, {value}", "", len(lines))
            self.count.setText(words.format(value=money(sum(line.total_fen for line in lines))))
            return
        if self.tabs.currentIndex() == AWAY:
            self.count.setText("")
            return
        cards = self.table.model.lines()
        pending = sum(card.state is RequestState.PENDING for card in cards)
        words = self.tr("%n request(s), {pending} being signed", "", len(cards))
        self.count.setText(words.format(pending=pending))
        at = self.tabs.currentIndex()
        if self.search.text().strip():
            detail = self.tr("Try the unit, the customer's name or the number.")
            self._empty.say(self.tr("Nothing found"), detail)
        elif at == INBOX:
            detail = self.tr(
                "Requests come here when it is your turn, or that of whom you stand in for."
            )
            self._empty.say(self.tr("Nothing waits for your signature"), detail)
        elif at == MINE:
            detail = self.tr("A reservation is asked for on the sales control board, at a unit.")
            self._empty.say(self.tr("You have asked for nothing yet"), detail)
        else:
            detail = self.tr(
                "What needs signatures is listed here with who signed it and who is next."
            )
            self._empty.say(self.tr("Nobody has asked for anything yet"), detail)

    def _seek(self, text: str) -> None:
        self.table.set_filter(text)
        self.reserved.set_filter(text)
        self.stand_ins.table.set_filter(text)
        self._say()

    def _into_list(self) -> None:
        self.listed().view.setFocus()

    def _chosen(self, card: RequestCard | None) -> None:
        self.panel.show_card(card)
        if card is not None:
            words = self.tr("Request {number}, signed").format(number=card.id)
            places = (Place(words, {"request": RequestId(card.id)}),)
            self.scans.show_of(Topic.REQUEST, card.id, places)

    def _reservation_chosen(self, line: ReservationLine | None) -> None:
        self.on_board.setEnabled(line is not None)
        self.give_up.setEnabled(line is not None and self.link.may("GiveUpReservation"))

    def _take(self, name: str) -> None:
        card = self.panel.card
        if card is None:
            return
        if name == "sign" and card.state is not RequestState.PENDING:
            return
        self.panel.banner.clear()
        self.doings.take(name, card)

    def _give_up(self) -> None:
        line = self.reserved.current()
        if line is not None:
            self.banner.clear()
            self.doings.give_up(line)

    def _show_board(self) -> None:
        line = self.reserved.current()
        if line is not None:
            self.jump.emit(Jump("board", Topic.UNIT, line.unit_id))

    def _told(self, words: str) -> None:
        self.told.emit(words)
        self.banner.say(words, "", "good")
        self.listed().view.setFocus()
        self.refresh()

    def _refused(self, error: UserError) -> None:
        self.banner.refuse(error)
        self.refresh()

    def _turned(self) -> None:
        self._lists.setCurrentIndex({RESERVED: 1, AWAY: 2}.get(self.tabs.currentIndex(), 0))
        self.banner.clear()
        self._reservation_chosen(self.reserved.current())
        self._show()
