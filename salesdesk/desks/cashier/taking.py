"""A page where money is taken: the deals that may pay, found by anything, and the form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from salesdesk.desks.cashier.moneyform import MoneyForm
from salesdesk.desks.cashier.page import Page
from salesdesk.desks.cashier.papers import ReceiptPrinter
from salesdesk.desks.link import Link
from salesdesk.desks.widgets.banner import Banner, EmptyState
from salesdesk.desks.widgets.columns import Column
from salesdesk.desks.widgets.labels import PlainLabel
from salesdesk.desks.widgets.seeker import DealSeeker, Sought
from salesdesk.desks.widgets.table import CardTable
from salesdesk.desks.wording import money
from salesdesk.kernel.change import Topic
from salesdesk.office.sales.queries import deals
from salesdesk.office.sales.sheets import DealCard

_TICK_MS = 1000


class TakingPage(Page):
    """Finds a deal by unit, customer, pinyin or phone, and takes money for it.

    What kind of deal and of money is said by the page that stands on this one.
    """

    topics = frozenset({Topic.EVERYTHING, Topic.UNIT, Topic.DEAL, Topic.RECEIPT, Topic.CUSTOMER})

    name = ""
    """Under which the list's column widths are kept."""

    def __init__(self, link: Link, printer: ReceiptPrinter, form: MoneyForm) -> None:
        super().__init__(link)
        self._printer = printer
        self._cards: tuple[DealCard, ...] = ()
        self._wanted_unit: int | None = None
        self._eager = False
        self.search = DealSeeker(link)
        self._empty = EmptyState(icon_name="hourglass", title="")
        self.table = CardTable(self.name, self.columns(), lambda card: card.id, self._empty)
        self.count = PlainLabel("", "dim")
        self.form = form
        self.done = Banner()
        self._nobody = EmptyState(
            self.which(),
            self.tr("Type a unit, a name or a part of the phone number and press Return."),
            "banknote",
        )
        self._right = QStackedWidget()
        self._right.addWidget(self._nobody)
        self._right.addWidget(self.form)
        self._lay()
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self.search.sought.connect(self._filter)
        self.search.textEdited.connect(self._typed)
        self.search.entered.connect(self._take_first)
        self.search.left_down.connect(self.table.view.setFocus)
        self.table.opened.connect(self.open)
        self.table.view.clicked.connect(lambda _index: self._clicked())
        self.table.chosen.connect(self._moved)
        self.form.taken.connect(self._taken)
        self._empty.say(*self.empty(Sought()))

    @override
    def refresh(self) -> None:
        self.link.ask(self, self._show, deals)

    @override
    def arrive(self) -> None:
        if self.form.dirty():
            self.form.arrive()
        else:
            self.search.setFocus()
            self.search.selectAll()

    @override
    def dirty(self) -> bool:
        return self.form.dirty()

    @override
    def shown_table(self) -> CardTable[DealCard]:
        return self.table

    def open_unit(self, unit: int) -> None:
        """Open the form for the deal on *unit*, now or as soon as the list has come."""
        self._wanted_unit = unit
        card = next((card for card in self._cards if card.unit_id == unit), None)
        if card is not None:
            self._wanted_unit = None
            self.table.choose(card.id)
            self.open(card)

    def open_first(self) -> None:
        """Start on the deal whose turn it is."""
        if self.table.model.rowCount():
            self.open(self.table.model.line(0))

    def open(self, card: DealCard) -> None:
        """Start on *card*; a form in which an amount stands is not torn."""
        now_shown = self.form.deal()
        if now_shown is not None and now_shown.id == card.id:
            self.form.arrive()
            return
        if self.form.dirty() or self.form.sending.under_way():
            remedy = self.tr("Take it, or press Esc to drop what was typed.")
            unit = now_shown.unit if now_shown is not None else ""
            self.form.banner.say(self.unfinished(unit), remedy, "warn")
            if now_shown is not None:
                self.table.choose(now_shown.id)
            return
        self.form.show_deal(card)
        self.done.clear()
        self.table.choose(card.id)
        self._right.setCurrentWidget(self.form)
        self.form.arrive()

    def drop(self) -> None:
        """Drop what was typed and go back to the list."""
        if self.form.sending.under_way():
            return
        self._right.setCurrentWidget(self._nobody)
        self.form.tenders.clear()
        self.form.note.clear()
        self.form.leave()
        self.search.setFocus()
        self.search.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
        else:
            super().keyPressEvent(event)

    def columns(self) -> list[Column[DealCard]]:
        """Give the list's columns."""
        raise NotImplementedError

    def which(self) -> str:
        """Ask for the unit while none is chosen."""
        raise NotImplementedError

    def takes(self, card: DealCard) -> bool:
        """Tell whether money may be taken here for a deal."""
        raise NotImplementedError

    def in_turn(self, cards: Sequence[DealCard]) -> Sequence[DealCard]:
        """Give the deals in the order in which a cashier wants them."""
        return cards

    def counted(self, cards: Sequence[DealCard]) -> str:
        """Say how many deals there are."""
        raise NotImplementedError

    def empty(self, sought: Sought) -> tuple[str, str]:
        """Say why the list is empty, and what to do."""
        raise NotImplementedError

    def unfinished(self, unit: str) -> str:
        """Say that the form of *unit* is not finished."""
        raise NotImplementedError

    def not_here(self) -> tuple[str, str]:
        """Give problem and remedy where the unit one came with takes no such money."""
        raise NotImplementedError

    def said(self) -> str:
        """Give the sentence about money taken, with {number}, {amount}, {unit}."""
        raise NotImplementedError

    def _lay(self) -> None:
        left = QWidget()
        lines = QVBoxLayout(left)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.search)
        lines.addWidget(self.table, 1)
        for part in self.form.beside():
            lines.addWidget(part)
        lines.addWidget(self.count)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._right.setObjectName("scrolled")
        scroll.setWidget(self._right)
        right = QWidget()
        papers = QVBoxLayout(right)
        papers.setContentsMargins(0, 0, 0, 0)
        papers.setSpacing(8)
        papers.addWidget(self.done)
        papers.addWidget(scroll, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(left)
        both.addWidget(right)
        both.setStretchFactor(0, 5)
        both.setStretchFactor(1, 6)
        both.setSizes([588, 572])
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        all_lines = QVBoxLayout(self)
        all_lines.setContentsMargins(0, 10, 0, 0)
        all_lines.addWidget(both)

    def _show(self, cards: tuple[DealCard, ...]) -> None:
        self._cards = tuple(card for card in cards if self.takes(card))
        self.table.set_lines(self.in_turn(self._cards))
        self.count.setText(self.counted(self._cards))
        shown = self.form.deal()
        if shown is not None:
            self.form.renew(next((card for card in self._cards if card.id == shown.id), None))
        if self._wanted_unit is not None:
            unit, self._wanted_unit = self._wanted_unit, None
            if any(card.unit_id == unit for card in self._cards):
                self.open_unit(unit)
            else:
                self.done.say(*self.not_here(), "warn")

    def _typed(self, _text: str) -> None:
        self._eager = False

    def _filter(self, sought: Sought) -> None:
        self.table.set_keep(sought.fits if sought.text else None)
        if sought.text and self.table.current() is None and self.table.model.rowCount():
            self.table.choose(self.table.model.key_at(0))
        self._empty.say(*self.empty(sought))
        if self._eager and self.table.model.rowCount():
            self._take_first()

    def _take_first(self) -> None:
        """Open the first deal that fits; a phone's owner may be still being asked for."""
        card = self.table.current()
        if card is None and self.table.model.rowCount():
            card = self.table.model.line(0)
        self._eager = card is None and bool(self.search.text().strip())
        if card is not None:
            self.open(card)

    def _clicked(self) -> None:
        card = self.table.current()
        if card is not None:
            self.open(card)

    def _moved(self, card: DealCard | None) -> None:
        """Let the form follow the arrow keys: the line that is marked is the one that pays."""
        shown = self.form.deal()
        if card is None or shown is None or card.id == shown.id:
            return
        if not self.table.view.hasFocus():
            return
        if self.dirty() or self.form.sending.under_way():
            self.open(card)
            return
        self.form.show_deal(card)
        self.done.clear()

    def _taken(self, answer: dict[str, object]) -> None:
        number, amount = str(answer["receipt"]), answer["amount_fen"]
        said = self.said().format(
            number=number, amount=money(int(str(amount))), unit=answer["unit"]
        )
        self.done.say(said, "", "good")
        self.told.emit(said)
        self.drop()
        self.search.clear()
        self.search.seek()
        self.table.forget()  # Return now opens whose turn it is, not who has just paid
        self.refresh()
        self._printer.print_receipt(int(str(answer["receipt_id"])))

    def _tick(self) -> None:
        if self.isVisible():
            self.form.tick()
            self.table.view.viewport().update()
